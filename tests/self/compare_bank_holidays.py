#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""compare_bank_holidays.py [ROOT]: the shipped calendars have the days that the government lists, and no others.

The list is data of others, in ../shared or $PDOC_SHARED; where it is not there the test is skipped (77). Names are not
compared: where two holidays meet at a weekend the list is not of one mind about which of them moves."""
import csv
import os
import pathlib
import sys
import xml.etree.ElementTree as tree

from common import finish, root_from_arguments

LIST = "data/scheduling/data/bank_holidays_govuk_2011_2028.csv"


def listed(path):
    """Days of each division: {division: {day: title}}."""
    found = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["division"], {})[row["date"]] = row["title"]
    return found


def ours(root):
    return {path.stem: {day.get("on"): day.get("name") for day in tree.parse(path).getroot()}
            for path in (root / "lib/calendars").glob("*.xml")}


def differences(theirs, own):
    for division in sorted(theirs.keys() | own.keys()):
        there, here = theirs.get(division, {}), own.get(division, {})
        yield from (f"{division}: {day} ({there[day]}) is listed, and not ours" for day in sorted(there.keys() - here.keys()))
        yield from (f"{division}: {day} ({here[day]}) is ours, and not listed" for day in sorted(here.keys() - there.keys()))


def main():
    root = root_from_arguments()
    path = pathlib.Path(os.environ.get("PDOC_SHARED") or root.parent / "shared") / LIST
    if not path.is_file():
        print(f"skipped: {path} is not there (PDOC_SHARED names the folder that holds data/)")
        sys.exit(77)
    theirs = listed(path)
    problems = list(differences(theirs, ours(root)))
    if not theirs:
        problems.append("nothing is listed")
    finish(problems, f"{sum(map(len, theirs.values()))} days of {len(theirs)} divisions")


if __name__ == "__main__":
    main()
