#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Plans one document back from a deadline, and writes the steps as a calendar file that calendar programs can read.

plan_to_calendar.py REGISTER DOCUMENT DAY DEADLINE OUT.ics"""
import datetime
import pathlib
import sys
from typing import List

import policydoc


def main(arguments: List[str]) -> int:
    path, name, out = arguments[0], arguments[1], arguments[4]
    day, deadline = (datetime.date.fromisoformat(text) for text in arguments[2:4])
    register = policydoc.Register.read(path)
    plan = register[name].plan(on=day, deadline=deadline, calendar="england-and-wales")
    for step in plan.steps:
        print(f"{step.on}  {step.label}  ({step.who or 'nobody is named'}; {step.clause or 'as asked for'})")
    for warning in plan.warnings:
        print(f"mind: {warning}")
    if not plan.is_feasible:
        print(f"it cannot be kept: {plan.obstacle}")
    pathlib.Path(out).write_text(register.to_icalendar(plan=plan, alarm_days=7), encoding="utf-8", newline="")
    return 0 if plan.is_feasible else 1


if __name__ == "__main__":
    if len(sys.argv) < 6:
        sys.exit(__doc__)
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyError as missing:
        sys.exit(f"plan_to_calendar.py: the register has no document {missing}")
