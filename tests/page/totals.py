#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""totals.py COMMAND: the numbers of report are those of due, group by group and document by document, as the command
prints them: for the examples, on several days, now and a year before."""
import collections
import json
import sys

from pages import BOARD, EXAMPLE, run

OVERDUE = ("overdue", "overdue-under-way", "overdue-extended")
REGISTERS = [BOARD, *([str(EXAMPLE / name)] for name in ("merton.xml", "seeds.xml", "uk-sample.xml", "planning.xml"))]
DAYS = ["2021-06-30", "2024-02-29", "2026-03-31"]


def section(paper, code):
    return next(each for each in paper["sections"] if each["code"] == code)


def figures(row):
    return {each["code"]: each for each in row["figures"]}


def documents_of(due):
    return [each for group in due.get("groups", [due]) for each in group["documents"]]


def compare_states(paper, due, of):
    """of: "number" and "documents", or "before" and "documents-before"."""
    number, behind = of
    found = collections.defaultdict(list)
    for document in documents_of(due):
        found[document["state"]].append(document["id"])
    found["all"] = [document["id"] for document in documents_of(due)]
    found["all-overdue"] = [document["id"] for document in documents_of(due) if document["state"] in OVERDUE]
    for row in section(paper, "states")["rows"]:
        figure = figures(row)["documents"]
        ids = [each["id"] for each in figure[behind.replace("-", "_")]]
        if figure[number] != len(found[row["code"]]) or sorted(ids) != sorted(found[row["code"]]):
            yield f"{row['code']}: {figure[number]} {ids}, due has {found[row['code']]}"
    if due["overdue"] != len(found["all-overdue"]) or due["total"] != len(found["all"]):
        yield "due does not count its own documents"


def compare_groups(paper, due, code, of):
    expected = {group["name"]: (group["total"], group["overdue"]) for group in due["groups"]}
    got = {}
    for row in section(paper, code)["rows"]:
        each = figures(row)
        numbers = (each["all"][of[0]], each["all-overdue"][of[0]])
        if row["kind"] != "all" and numbers[0] > 0:
            got[row["code"]] = numbers
    if got != expected:
        yield f"{code}: {got}, due has {expected}"


def compare_overdue(paper, due):
    got = [(each["id"], each["due"], each["days_overdue"]) for each in paper["overdue_documents"]]
    expected = [(each["id"], each["due"], each["days_overdue"]) for each in documents_of(due) if each["state"] in OVERDUE]
    if sorted(got) != sorted(expected):
        yield f"overdue documents: {got}, due has {expected}"
    if [each[2] for each in got] != sorted((each[2] for each in got), reverse=True):
        yield "the longest overdue is not the first"


def compare(command, register, day):
    paper = json.loads(run(command, ["report", *register, "--until", day, "--format", "json"]))
    then = ["--on", paper["until_before"], "--known", paper["known_on_before"]]
    for basis, of in ((["--on", day], ("number", "documents")), (then, ("before", "documents-before"))):
        due = json.loads(run(command, ["due", *register, *basis, "--format", "json"]))
        yield from compare_states(paper, due, of)
        for code, by in (("types", "type"), ("bodies", "body")):
            grouped = json.loads(run(command, ["due", *register, *basis, "--by", by, "--format", "json"]))
            yield from compare_groups(paper, grouped, code, of)
        if of[0] == "number":
            yield from compare_overdue(paper, due)


def main():
    problems, count = [], 0
    for register in REGISTERS:
        for day in DAYS:
            count += 1
            problems += [f"{register[0]} on {day}: {problem}" for problem in compare(sys.argv[1], register, day)]
    for problem in problems:
        print(problem)
    print(f"{count} papers, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
