"""Judges the report of a replay: recorded_share.py REPORT LEAST_PERCENT. Lists the steps that lose most."""

import json
import sys


def main():
    with open(sys.argv[1]) as file:
        report = json.load(file)
    totals = report["totals"]
    if not totals["leaves"]:
        sys.exit("No recording was replayed.")
    share = 100.0 * totals["leavesEqual"] / totals["leaves"]
    worst = sorted(report["steps"], key=lambda step: -step["lost"])[:15]
    for step in worst:
        if step["lost"]:
            print(f"  {step['lost']:6} of {step['leaves']:6} differ: {step['case']}:{step['step']}")
    print(f"{share:.1f} % of the recorded leaves are equal; at least {sys.argv[2]} % must be.")
    sys.exit(0 if share >= float(sys.argv[2]) else 1)


if __name__ == "__main__":
    main()
