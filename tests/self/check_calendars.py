#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""check_calendars.py [ROOT]: the shipped calendars are what their program prints, and their days are in order.

The order and the range are looked at without the program, so that a slip in it shows too."""
import datetime
import subprocess
import sys
import xml.etree.ElementTree as tree

from common import finish, root_from_arguments

SPACE = "{urn:policydoc:1}"


def printed(root, name):
    """What the program prints for one division, or None."""
    done = subprocess.run([sys.executable, str(root / "lib/calendars/make_calendars.py"), name], capture_output=True, check=False)
    return done.stdout if done.returncode == 0 else None


def lines_that_differ(name, committed, made):
    if made is None:
        yield f"{name}: make_calendars.py does not print it"
    elif committed != made:
        old, new = committed.decode().splitlines(), made.decode().splitlines()
        yield f"{name}: not what make_calendars.py prints"
        yield from (f"{name}: only in the file: {line.strip()}" for line in old if line not in new)
        yield from (f"{name}: only printed: {line.strip()}" for line in new if line not in old)


def days_out_of_order(name, calendar):
    first, last = (datetime.date.fromisoformat(calendar.get(side)) for side in ("from", "to"))
    before, years = None, set()
    for element in calendar:
        on = datetime.date.fromisoformat(element.get("on"))
        years.add(on.year)
        if element.tag != SPACE + "non-working" or not element.get("name"):
            yield f"{name}: {on} is no named non-working day"
        if on.weekday() >= 5:
            yield f"{name}: {on} is at the weekend"
        if not first <= on <= last:
            yield f"{name}: {on} is out of range"
        if before and on <= before:
            yield f"{name}: {on} does not come after {before}"
        before = on
    yield from (f"{name}: {year} has no day" for year in range(first.year, last.year + 1) if year not in years)


def main():
    root = root_from_arguments()
    problems, count = [], 0
    for path in sorted((root / "lib/calendars").glob("*.xml")):
        name = path.relative_to(root)
        problems += lines_that_differ(name, path.read_bytes(), printed(root, path.stem))
        calendar = tree.parse(path).getroot()
        if calendar.tag != SPACE + "calendar" or calendar.get("id") != path.stem:
            problems.append(f"{name}: is no calendar with the id {path.stem}")
        problems += days_out_of_order(name, calendar)
        count += len(calendar)
    if not count:
        problems.append("no day was found at all")
    finish(problems, f"{count} days")


if __name__ == "__main__":
    main()
