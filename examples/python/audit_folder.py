#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Audits every register of a folder: one line each, and the rules that are broken most often. Exits with 1 if any is.

audit_folder.py FOLDER DAY"""
import datetime
import pathlib
import sys
from collections import Counter
from typing import Counter as Counted
from typing import List

import policydoc


def main(arguments: List[str]) -> int:
    folder, day = pathlib.Path(arguments[0]), datetime.date.fromisoformat(arguments[1])
    broken: Counted[str] = Counter()
    all_clean = True
    for path in sorted(folder.glob("*.xml")):
        try:
            report = policydoc.Register.read(path).audit(on=day)
        except policydoc.Error as error:
            print(f"{path.name}: cannot be audited: {error}")
            all_clean = False
            continue
        findings = report.findings.rows("rule", "outcome", "modality")
        not_met = [row.rule for row in findings if row.outcome == "not-met" and row.modality == "must"]
        broken.update(not_met)
        all_clean = all_clean and report.is_clean
        print(f"{path.name}: {len(report.documents)} documents, {len(not_met)} must-rules not met, {len(findings)} findings")
    for rule, times in broken.most_common(5):
        print(f"{times:5}  {rule}")
    return 0 if all_clean else 1


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
