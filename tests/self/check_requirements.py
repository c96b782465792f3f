#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""check_requirements.py [ROOT]: tests/requirements.tsv has a line for each requirement, and what a line names exists;
each that is met or not has a case of both; tests/README.md shows how many there are in each state.

The requirements themselves are data of others, in ../shared/data or $PDOC_SHARED/data; where they are not there, only
what is named is checked."""
import os
import pathlib
import re
import xml.etree.ElementTree as xml

from common import files, finish, root_from_arguments

SPACE = "{urn:policydoc:1}"
TABLE = "tests/requirements.tsv"
README = "tests/README.md"
HEADER = ["id", "state", "covered-by"]
STATES = ["done", "later", "text"]
LATER = ["time", "governance", "keeping"]
SEEDS = "ABCDE"
# Kind of thing: the macro of the .def table that lists the codes.
CODES = {
    "field": "PDOC_FIELD",
    "event": "PDOC_EVENT",
    "attribute": "PDOC_ATTRIBUTE",
    "relation": "PDOC_RELATION",
    "finding": "PDOC_FINDING",
    "party-kind": "PDOC_PARTY_KIND",
    "schedule-kind": "PDOC_SCHEDULE_KIND",
    "base-type": "PDOC_BASE_TYPE",
}
TABLES = ["types", "parties", "fields", "sections", "sets", "facts", "schedule", "requirements", "flow", "checklists", "routes", "cues"]
DEF_ROW = re.compile(r'^(PDOC_[A-Z_]+)\((?:[A-Z_0-9]+,\s*)*"([^"]*)"', re.M)
LINT_ROW = re.compile(r'^PDOC__LINT\([A-Z_0-9]+,\s*"([^"]*)"', re.M)
REVIEW_STATE = re.compile(r"\bPDOC_REVIEW_([A-Z_]+)\s*=")
CMAKE_NAME = re.compile(r"\b(?:pdoc_unit_test\(|add_test\(NAME )([a-z_0-9]+)")
REQUIREMENT = re.compile(r"^\| (R-[A-E][0-9]+) \|.*\| ([A-Z]+) \|$", re.M)
# Classes of requirement that are met or not: each has a case of both.
JUDGED = ["CHECK", "SCHED", "FLOW", "REL"]
# What the rules of a profile are called in its table of cases, where not by their id alone.
CASE_PREFIX = {"sections": "section:", "fields": "field:"}
BOTH = [{"met", "not-met"}, {"in-date", "overdue"}, {"phase=in-force", "phase=withdrawn"}]
# Tables of findings, each with what has it and what has not.
EXAMPLES = ["test_checks.c", "test_meeting_checks.c", "test_escalation_rows.c"]
EXAMPLE = re.compile(r'(?:\{|(?="issue-))"([a-z-]+)"')


def codes_of(root):
    """All codes that a line may name, by kind."""
    known = {kind: set() for kind in [*CODES, "lint", "review-state", "rule"]}
    by_macro = {macro: kind for kind, macro in CODES.items()}
    for path in files(root, ["lib/model"], [".def"]):
        for macro, code in DEF_ROW.findall(path.read_text()):
            if macro in by_macro:
                known[by_macro[macro]].add(code)
    known["lint"] |= set(LINT_ROW.findall((root / "lib/governance/lint/lint_codes.def").read_text()))
    states = REVIEW_STATE.findall((root / "include/policydoc/vocabulary.h").read_text())
    known["review-state"] |= {name.lower().replace("_", "-") for name in states}
    for path in files(root, ["lib/profiles"], [".xml"]):
        profile = xml.parse(path).getroot()
        for table in profile:
            known["rule"] |= {f"{profile.get('id')}/{table.tag.removeprefix(SPACE)}/{row.get('id')}" for row in table
                              if row.get("withdrawn") != "true"}
    return known


def test_exists(root, name):
    """A file or folder below tests/, a test by its name, or PROGRAM/FUNCTION of a unit test."""
    if (root / "tests" / name).exists() and name and ".." not in name:
        return True
    program, _, function = name.partition("/")
    source = root / "tests" / "unit" / f"{program}.c"
    if function:
        return source.exists() and f"cmocka_unit_test({function})" in source.read_text()
    lists = [p for p in files(root, ["tests"], ["CMakeLists.txt", "tests.cmake"])]
    return any(program in CMAKE_NAME.findall(path.read_text()) for path in lists)


def case_exists(root, name):
    """PROGRAM/FUNCTION of a unit test, or a case of the command: what can show that something is met, and that it is not."""
    program, _, function = name.partition("/")
    return test_exists(root, name) and (name.endswith(".case") or bool(function) and (root / "tests/unit" / f"{program}.c").exists())


def problem_of(root, known, name):
    kind, colon, code = name.partition(":")
    if not colon or not code:
        return f"{name} is not KIND:CODE"
    if kind == "case":
        return None if case_exists(root, code) else f"{name}: there is no such test function, nor such a case of the command"
    if kind == "test":
        return None if test_exists(root, code) else f"{name}: there is no such test"
    if kind not in known:
        return f"{name}: there is no such kind of thing"
    if kind == "rule" and (code.count("/") != 2 or code.split("/")[1] not in TABLES):
        return f"{name} is not rule:PROFILE/TABLE/ID"
    return None if code in known[kind] else f"{name} does not exist"


def problems_of_line(root, known, state, covered):
    names = covered.split(" ")
    if state not in STATES:
        yield f"the state {state} is not one of {', '.join(STATES)}"
    elif not covered or "" in names or len(set(names)) < len(names):
        yield "what covers it is missing, named twice, or not parted by single spaces"
    elif state == "later":
        if covered not in LATER:
            yield f"{covered} is no later issue: {', '.join(LATER)}"
    elif state == "done" or covered != "-":
        yield from filter(None, (problem_of(root, known, name) for name in names))


def outcome_of(day, outcome):
    """A day due is in date or overdue on the day of the line."""
    if not outcome.startswith("due="):
        return outcome
    return "overdue" if outcome.removeprefix("due=") < day else "in-date"


def cases_of(root):
    """What has a met and a not-met case: rules of profiles by their tables, findings by the examples of the unit tests."""
    outcomes = {}
    for path in files(root, ["tests/cases/rules"], [".tsv"]):
        for line in path.read_text().splitlines()[1:]:
            if line:
                rule, _, day, outcome = line.split("\t")
                outcomes.setdefault(f"{path.stem}/{rule}", set()).add(outcome_of(day, outcome))
    cased = {name for name, found in outcomes.items() if any(both <= found for both in BOTH)}
    for name in EXAMPLES:
        cased |= {f"finding:{code}" for code in EXAMPLE.findall((root / "tests" / "unit" / name).read_text())}
    return cased


def has_both(cased, name):
    kind, _, code = name.partition(":")
    if kind == "rule" and code.count("/") == 2:
        profile, table, row = code.split("/")
        return f"{profile}/{CASE_PREFIX.get(table, '')}{row}" in cased
    return kind == "case" or name in cased


def problems_of_cases(root, covered_by, classes):
    """Rows that are met or not, and done, without a case of both."""
    cased = cases_of(root)
    for row, (number, covered) in covered_by.items():
        if classes.get(row) in JUDGED and not any(has_both(cased, name) for name in covered.split(" ")):
            yield (f"{TABLE}:{number}: {row} ({classes[row]}) names nothing that has a met and a not-met case: a rule with both in "
                   "tests/cases/rules, a finding with an example, or case: and a test that shows both")


def read_lines(root, problems):
    """The lines as (number, columns); what is malformed is said and left out."""
    text = (root / TABLE).read_text().splitlines()
    if not text or text[0].split("\t") != HEADER:
        problems.append(f"{TABLE}:1: the first line must name the columns {', '.join(HEADER)}")
    for number, line in enumerate(text[1:], 2):
        columns = line.split("\t")
        if len(columns) == len(HEADER):
            yield number, columns
        else:
            problems.append(f"{TABLE}:{number}: {len(columns)} columns, expected {len(HEADER)}")


def requirements(root):
    shared = pathlib.Path(os.environ.get("PDOC_SHARED") or root.parent / "shared")
    path = shared / "data" / "requirements.md"
    return dict(REQUIREMENT.findall(path.read_text())) if path.exists() else None


def compare(found, wanted, problems):
    problems += [f"{TABLE}: {row} has no line" for row in wanted if row not in found]
    problems += [f"{TABLE}:{found[row]}: {row} is no requirement" for row in found if row not in set(wanted)]


def summary(counts):
    """The table of tests/README.md: how many rows of each seed are in each state."""
    yield "| seed | " + " | ".join([*STATES, "all"]) + " |"
    yield "|---" * (len(STATES) + 2) + "|"
    for seed in [*SEEDS, "all"]:
        row = [sum(n for (s, state), n in counts.items() if seed in (s, "all") and state == wanted)
               for wanted in STATES]
        yield f"| {seed} | " + " | ".join(str(number) for number in [*row, sum(row)]) + " |"


def compare_readme(root, lines, problems):
    readme = (root / README).read_text().splitlines()
    problems += [f"{README} has no line \"{line}\"; it shows the table that this check prints"
                 for line in lines if line not in readme]


def main():
    root = root_from_arguments()
    problems, found, counts, done = [], {}, {}, {}
    known = codes_of(root)
    problems += [f"no code of the kind {kind} was found at all" for kind, codes in known.items() if not codes]
    for number, (row, state, covered) in read_lines(root, problems):
        if row in found:
            problems.append(f"{TABLE}:{number}: {row} is there twice, first in line {found[row]}")
        found.setdefault(row, number)
        if state == "done":
            done[row] = number, covered
        counts[row[2:3], state] = counts.get((row[2:3], state), 0) + 1
        problems += [f"{TABLE}:{number}: {row}: {problem}" for problem in problems_of_line(root, known, state, covered)]
    wanted = requirements(root)
    if wanted is None:
        print("the requirements are not here (../shared/data/requirements.md): whether each has a line was not checked")
    else:
        compare(found, wanted, problems)
        problems += problems_of_cases(root, done, wanted)
    lines = list(summary(counts))
    print("\n".join(lines))
    compare_readme(root, lines, problems)
    finish(problems, f"{len(found)} requirements")


if __name__ == "__main__":
    main()
