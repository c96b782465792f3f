#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""check_tables.py [ROOT]: a row of a .def table adds its thing everywhere: schema, data or tests, and documentation.

RULES says of each table where its codes must be found; a table without a rule is a problem, so that none is forgotten."""
import re

from common import files, finish, root_from_arguments

CODE = re.compile(r'^([A-Z][A-Z_]*)\((?:[A-Z_0-9]+,\s*)*"([^"]*)"', re.M)

# Table: places in each of which the code must occur as a whole word.
RULES = {
    "PDOC_EVENT": ["lib/schema", "tests examples lib/profiles"],
    "PDOC_ATTRIBUTE": ["lib/schema", "tests examples lib/profiles"],
    "PDOC_FIELD": ["tests examples lib/profiles"],
    "PDOC_RELATION": ["tests examples lib/profiles"],
    "PDOC_PARTY_KIND": ["tests examples lib/profiles"],
    "PDOC_SCHEDULE_KIND": ["lib/profiles"],
    "PDOC_BASE_TYPE": ["lib/profiles"],
    "PDOC_STEP_KIND": ["lib/profiles"],
    "PDOC_PURPOSE": ["tests examples lib/profiles"],
    "PDOC_ROUTE_DUTY": ["tests examples lib/profiles"],
    "PDOC_SCHEME": ["tests examples lib/profiles"],
    "PDOC_REFERENCE_KIND": ["tests examples lib/profiles"],
    "PDOC_STAGE_KIND": ["tests examples lib/profiles"],
    "PDOC_ISSUE_ATTRIBUTE": ["lib/schema", "tests examples lib/profiles"],
    "PDOC_ISSUE_STEP_ATTRIBUTE": ["lib/schema", "tests examples lib/profiles"],
    "PDOC_ISSUE_CODES": [],  # lists of codes, each row tested by those of issues
    "PDOC_SENTENCE_WORDS": [],  # refused, so that they stand in no file
    "PDOC_ISSUE_STEP": ["lib/schema", "tests examples lib/profiles"],
    "PDOC_ELEMENT": ["lib/schema", "tests examples"],
    "PDOC_LABEL": [],  # what sheets call a field; tests/unit/test_sheet_labels.c reads the table itself
    "PDOC_FINDING": ["tests lib/profiles examples"],
    "PDOC__LINT": ["tests/cases/profiles-broken"],
}
ONCE_FOR_EACH_PARENT = {"PDOC_ELEMENT"}
ENDINGS = [".xsd", ".xml", ".md", ".c", ".tsv", ".txt", ".json", ".csv", ".case"]


def text_of(root, places, cache):
    if places not in cache:
        cache[places] = "\n".join(p.read_text(errors="replace") for p in files(root, places.split(), ENDINGS))
    return cache[places]


def main():
    root = root_from_arguments()
    problems, cache, seen, count = [], {}, {}, 0
    for path in files(root, ["lib"], [".def"]):
        name = path.relative_to(root)
        rows = CODE.findall(path.read_text())
        if not rows:
            problems.append(f"{name}: no row was understood")
        for table, code in rows:
            count += 1
            if table not in RULES:
                problems.append(f"{name}: {table} has no rule in tests/self/check_tables.py")
                RULES[table] = []
            if table not in ONCE_FOR_EACH_PARENT and code in seen.setdefault(table, set()):
                problems.append(f"{name}: {table} has {code} twice")
            seen.setdefault(table, set()).add(code)
            word = re.compile(r"(?<![\w-])" + re.escape(code) + r"(?![\w-])")
            problems += [f"{name}: {code} ({table}) occurs nowhere in {places}"
                         for places in RULES[table] if not word.search(text_of(root, places, cache))]
    if not count:
        problems.append("no table was found at all")
    finish(problems, f"{count} rows of {len(seen)} tables")


if __name__ == "__main__":
    main()
