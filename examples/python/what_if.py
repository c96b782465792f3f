#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What would change if a register followed other rules: whose review would be due on another day, and why.

what_if.py REGISTER PROFILE DAY    PROFILE: the id of a shipped profile, or a file"""
import datetime
import pathlib
import sys
from typing import List

import policydoc


def main(arguments: List[str]) -> int:
    path, wanted, day = arguments[0], arguments[1], datetime.date.fromisoformat(arguments[2])
    profile = policydoc.Profile.read(wanted) if pathlib.Path(wanted).is_file() else policydoc.Profile.shipped(wanted)
    register = policydoc.Register.read(path)
    changes = register.schedule(on=day).compare(register.schedule(on=day, profile=profile))
    for each in changes.changes:
        doc = register[each.document_index]
        was, becomes = each.due_before or "never", each.due_after or "never"
        print(f"{doc.title}: {each.kind.replace('-', ' ')}; due {was} by {each.rule_before or 'no rule'}, "
              f"then {becomes} by {each.rule_after or 'no rule'}")
    print(f"{changes.same_count} of {len(register)} documents stay as they are")
    return 0


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    try:
        sys.exit(main(sys.argv[1:]))
    except policydoc.Error as error:
        sys.exit(f"what_if.py: {error}")
