"""Compares the answers of /api/analytics with sums computed from the files that were loaded.

    check_country.py DIR --base http://127.0.0.1:8080

DIR holds what a country was loaded from: units.json, package.json and values/*.json, the bodies of the requests. Data
elements that are summed and indicators over them are asked for by month, quarter and year, for the country, its regions,
districts and single facilities, and every row is computed again here, with nothing of the server's code. Exits with 1
when a row is wrong, missing, or too much.
"""

import argparse
import base64
import glob
import json
import re
import sys
import urllib.parse
import urllib.request
from collections import defaultdict

NUMBERS = {"NUMBER", "INTEGER", "INTEGER_POSITIVE", "INTEGER_ZERO_OR_POSITIVE"}
TOLERANCE = 1e-6


class Country:
    """What the files say: figures by element, combination, period and unit."""

    def __init__(self, folder):
        self.package = json.load(open(f"{folder}/package.json"))
        units = json.load(open(f"{folder}/units.json"))["organisationUnits"]
        self.parents = {u["id"]: u.get("parent", {}).get("id") for u in units}
        self.figures = {}
        for name in sorted(glob.glob(f"{folder}/values/*.json")):
            for value in json.load(open(name))["dataValues"]:
                key = (value["dataElement"], value["categoryOptionCombo"], value["period"], value["orgUnit"],
                       value["attributeOptionCombo"])
                self.figures[key] = float(value["value"])
        used = {key[0] for key in self.figures}
        self.elements = sorted(e["id"] for e in self.package["dataElements"]
                               if e["id"] in used and e["valueType"] in NUMBERS and e["aggregationType"] == "SUM")
        self.factors = {t["id"]: t["factor"] for t in self.package["indicatorTypes"]}
        self.months = sorted({key[2] for key in self.figures if re.fullmatch(r"\d{6}", key[2])})

    def path(self, unit):
        """A unit and all above it."""
        while unit:
            yield unit
            unit = self.parents[unit]

    def level(self, number):
        return sorted(u for u in self.parents if len(list(self.path(u))) == number)

    def sums(self):
        """The sum for each operand, period and unit, rolled up; an operand is an element or element.combination."""
        sums = defaultdict(float)
        for (element, combination, period, unit, _), value in self.figures.items():
            for operand in (element, f"{element}.{combination}"):
                for longer in containing(period):
                    for above in self.path(unit):
                        sums[operand, longer, above] += value
        return sums

    def indicators(self):
        """The indicators that are arithmetic over elements that are summed."""
        for indicator in self.package["indicators"]:
            text = indicator["numerator"] + " " + indicator["denominator"]
            items = re.findall(r"#\{([^}]*)\}", text)
            rest = re.sub(r"#\{[^}]*\}|[\d\s.()+*/-]", "", text)
            if items and not rest and all(i.split(".")[0] in self.elements for i in items):
                yield indicator


def containing(period):
    """The period and the longer ones that it is part of."""
    yield period
    if re.fullmatch(r"\d{6}", period):
        yield f"{period[:4]}Q{(int(period[4:]) + 2) // 3}"
    if len(period) > 4:
        yield period[:4]


def value_of(expression, sums, period, unit):
    """The value of an expression; what has no figures counts as 0."""
    number = lambda match: repr(sums.get((match.group(1), period, unit), 0.0))
    try:
        return float(eval(re.sub(r"#\{([^}]*)\}", number, expression).replace("\n", " "), {"__builtins__": {}}))
    except ZeroDivisionError:
        return None


def ask(base, elements, periods, units):
    query = [("dimension", "dx:" + ";".join(elements)), ("dimension", "pe:" + ";".join(periods)),
             ("dimension", "ou:" + ";".join(units)), ("skipMeta", "true")]
    request = urllib.request.Request(f"{base}/api/analytics?" + urllib.parse.urlencode(query, safe=":;"))
    request.add_header("Authorization", "Basic " + base64.b64encode(b"admin:district").decode())
    grid = json.load(urllib.request.urlopen(request))
    place = {header["name"]: i for i, header in enumerate(grid["headers"])}
    return {(row[place["dx"]], row[place["pe"]], row[place["ou"]]): float(row[place["value"]]) for row in grid["rows"]}


def expected(country, sums, items, periods, units):
    """What the answer must hold, and what it may hold beside: indicators that are 0 for want of figures."""
    must, may = {}, {}
    indicators = {i["id"]: i for i in country.indicators()}
    for item in items:
        for period in periods:
            for unit in units:
                key = (item, period, unit)
                if item not in indicators:
                    if key in sums:
                        must[key] = sums[key]
                    continue
                indicator = indicators[item]
                top = value_of(indicator["numerator"], sums, period, unit)
                bottom = value_of(indicator["denominator"], sums, period, unit)
                if top is None or not bottom:
                    continue
                value = top / bottom * country.factors[indicator["indicatorType"]["id"]]
                (must if value else may)[key] = value
    return must, may


def agree(item, answer, value, indicators):
    """Indicators are rounded: to their decimals, else to two below 1 and to one above."""
    slack = 0.0
    if item in indicators:
        places = indicators[item].get("decimals")
        slack = 0.5 * 10 ** -(places if places is not None else 2 if abs(value) < 1 else 1)
    return abs(answer - value) <= slack + TOLERANCE * max(1, abs(value))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--base", default="http://127.0.0.1:8080")
    arguments = parser.parse_args()
    country = Country(arguments.folder)
    sums = country.sums()
    indicators = {i["id"]: i for i in country.indicators()}
    root, regions, districts, facilities = (country.level(n) for n in (1, 2, 3, 4))
    years = sorted({month[:4] for month in country.months})
    quarters = sorted({q for m in country.months for q in containing(m) if "Q" in q})
    questions = [
        ("elements by month, country", country.elements, country.months, root),
        ("elements by month, regions", country.elements[:20], country.months, regions),
        ("elements by quarter, districts", country.elements[:20], quarters, districts),
        ("elements by year, facilities", country.elements[:20], years, facilities),
        ("elements by month, one facility", country.elements, country.months, facilities[:1]),
        ("indicators by month, country", list(indicators), country.months, root),
        ("indicators by year, regions", list(indicators), years, regions),
    ]
    wrong = 0
    for name, items, periods, units in questions:
        answers = ask(arguments.base, items, periods, units)
        must, may = expected(country, sums, items, periods, units)
        missing = [key for key in must if key not in answers]
        extra = [key for key in answers if key not in must and key not in may]
        differ = [key for key in must if key in answers
                  and not agree(key[0], answers[key], must[key], indicators)]
        print(f"{name:34} {len(answers):7} rows, sum {sum(answers.values()):16.1f}: "
              f"{len(differ)} differ, {len(missing)} missing, {len(extra)} too many")
        for kind, keys in (("differs", differ), ("missing", missing), ("too many", extra)):
            for key in keys[:3]:
                print(f"    {kind}: {key} answered {answers.get(key)}, computed {must.get(key, may.get(key))}")
        wrong += len(missing) + len(extra) + len(differ)
    print("All rows are as computed from the files." if not wrong else f"{wrong} rows are not as computed from the files.")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
