#!/usr/bin/env python3
"""Moves the figures of a made country to the present: recent_figures.py DIR

Files made by country.py end in December 2024, while dashboards ask for the last months. All periods are moved by the same
number of years; those that have not ended yet are left out.
"""
import datetime
import glob
import json
import sys

today = datetime.date.today()
years = today.year - 2024


def moved(period):
    return str(int(period[:4]) + years) + period[4:]


def ended(period):
    year, rest = int(period[:4]), period[4:]
    months = {"": 12, "Q": 3, "S": 6}.get(rest[:1], 1)
    last = 12 if not rest else int(rest.lstrip("QS")) * months
    return (year, last) < (today.year, today.month)


for name in glob.glob(sys.argv[1] + "/values/*"):
    with open(name) as file:
        body = json.load(file)
    for value in body["dataValues"]:
        value["period"] = moved(value["period"])
    body["dataValues"] = [v for v in body["dataValues"] if ended(v["period"])]
    with open(name, "w") as file:
        json.dump(body, file)
