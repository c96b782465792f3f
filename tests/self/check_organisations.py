#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""check_organisations.py [ROOT]: each kind of rule that the record of an organisation names is held by rows of its profile
in tests/cases/organisations, or rule-kinds.tsv says why not.

The records are data of others, in ../shared/data/governance or $PDOC_SHARED/data; where they are not there, only what the
table itself names is looked at."""
import os
import pathlib
import re
import xml.etree.ElementTree as xml

from common import finish, root_from_arguments

SPACE = "{urn:policydoc:1}"
FOLDER = "tests/cases/organisations"
TABLE = f"{FOLDER}/rule-kinds.tsv"
HEADER = ["organisation", "rule-kind", "rows"]
KINDS = re.compile(r"^rule_kinds: \[([^\]]*)\]", re.M)
FILES = ["profile.xml", "register.xml", "expected.tsv"]


def rows_of(profile):
    """Ids of all rows but facts and sets, which judge nothing; those of fields, sections and types with their tables."""
    tables = xml.parse(profile).getroot()
    found = set()
    for table in tables:
        name = table.tag.removeprefix(SPACE)
        for row in table:
            if not isinstance(row.tag, str) or name in ("facts", "sets"):
                continue
            tag = row.tag.removeprefix(SPACE)
            found.add(f"{tag}:{row.get('id')}" if tag in ("field", "section", "type") else row.get("id"))
    return found


def records(root):
    """The kinds of rule of each record on policies; None where the records are not there."""
    shared = pathlib.Path(os.environ.get("PDOC_SHARED") or root.parent / "shared")
    found = {}
    for path in sorted((shared / "data" / "governance").glob("*.yaml")):
        text = path.read_text()
        if re.search(r"^kind: policy-on-policies$", text, re.M):
            found[path.stem] = [word.strip() for word in KINDS.search(text).group(1).split(",")]
    return found or None


def read_lines(root, problems):
    text = (root / TABLE).read_text().splitlines()
    if not text or text[0].split("\t") != HEADER:
        problems.append(f"{TABLE}:1: the first line must name the columns {', '.join(HEADER)}")
    for number, line in enumerate(text[1:], 2):
        columns = line.split("\t")
        if len(columns) == len(HEADER):
            yield number, columns
        else:
            problems.append(f"{TABLE}:{number}: {len(columns)} columns, expected {len(HEADER)}")


def problems_of_line(known, organisation, rows):
    if organisation not in known:
        yield f"{organisation} has no folder"
    elif rows.startswith("-"):
        if len(rows.split()) < 4:
            yield "it is held by nothing, and nothing says why"
    elif not rows.split():
        yield "it is held by nothing"
    else:
        yield from (f"{row} is no row of the profile" for row in rows.split() if row not in known[organisation])


def main():
    root = root_from_arguments()
    problems = []
    known = {}
    for folder in sorted(path for path in (root / FOLDER).iterdir() if path.is_dir()):
        missing = [name for name in FILES if not (folder / name).exists()]
        problems += [f"{FOLDER}/{folder.name}: there is no {name}" for name in missing]
        if "profile.xml" not in missing:
            known[folder.name] = rows_of(folder / "profile.xml")
    found = {}
    for number, (organisation, kind, rows) in read_lines(root, problems):
        problems += [f"{TABLE}:{number}: {kind}: {problem}" for problem in problems_of_line(known, organisation, rows)]
        if kind in found.setdefault(organisation, []):
            problems.append(f"{TABLE}:{number}: {kind} of {organisation} is there twice")
        found[organisation].append(kind)
    for organisation, kinds in (records(root) or {}).items():
        problems += [f"{TABLE}: {kind} of {organisation} has no line" for kind in kinds
                     if kind not in found.get(organisation, [])]
    finish(problems, f"{sum(map(len, found.values()))} kinds of rule of {len(found)} organisations")


if __name__ == "__main__":
    main()
