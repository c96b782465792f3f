#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Who has which documents to review: what is overdue or due soon, by owner, as a table.

overdue.py REGISTER DAY [WITHIN]    DAY as 2024-01-01; WITHIN as P90D, which is the default"""
import datetime
import sys
from collections import defaultdict
from typing import DefaultDict, List

import policydoc


def main(arguments: List[str]) -> int:
    path, day = arguments[0], datetime.date.fromisoformat(arguments[1])
    within = arguments[2] if len(arguments) > 2 else "P90D"
    by_owner: DefaultDict[str, List[policydoc.Due]] = defaultdict(list)
    with policydoc.Register.read(path) as register:
        for due in register.due(on=day, within=within):
            by_owner[due.owner or due.author or "nobody is named"].append(due)
    for owner in sorted(by_owner):
        print(owner)
        for due in by_owner[owner]:
            late = f"{due.days_overdue} days late" if due.days_overdue > 0 else due.state.replace("-", " ")
            print(f"  {due.due}  {late:<16}  {due.title}  ({due.clause or 'as printed'})")
    return 0


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    try:
        sys.exit(main(sys.argv[1:]))
    except policydoc.Error as error:
        sys.exit(f"overdue.py: {error}")
