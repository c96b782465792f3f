#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""summary.py JUNIT.xml...: says why tests were skipped, names those that failed, and ends with the one line that counts.

A report that is missing or empty (its build failed) counts as one failed test."""
import os
import sys
import xml.etree.ElementTree as tree


def reason(case):
    """Last line that a skipped test printed; ctest's own word where it printed none."""
    printed = [line for line in (case.findtext("system-out") or "").splitlines() if line.strip()]
    skipped = case.find("skipped")
    return printed[-1].strip() if printed else (skipped.get("message") if skipped is not None else "") or "no reason given"


def parts_skipped(case):
    """Names of single tests that a cmocka program skipped, each once, with the reason where it printed one."""
    lines = (case.findtext("system-out") or "").splitlines()
    names = dict.fromkeys(line.split("]")[1].strip() for line in lines if line.startswith("[  SKIPPED ]"))
    reasons = [line.strip() for line in lines if line.lower().startswith("skipped:")]
    return [f"{part} ({'; '.join(reasons) or 'no reason given'})" for part in names if not part.endswith("test(s).")
            and not part.endswith("listed below:")]


def main():
    passed, failed, skipped, notes = 0, [], [], []
    for path in sys.argv[1:]:
        build = os.path.basename(os.path.dirname(path))
        try:
            cases = list(tree.parse(path).getroot().iter("testcase"))
        except (OSError, tree.ParseError):
            cases = []
        if not cases:
            failed.append(f"{build}: was not built, or has no tests")
        for case in cases:
            name = f"{build}: {case.get('name')}"
            if case.get("status") == "run":
                passed += 1
                notes += [f"{name}: {part}" for part in parts_skipped(case)]
            elif case.get("status") == "notrun" and case.find("skipped") is not None and \
                    "SKIP" in (case.find("skipped").get("message") or ""):
                skipped.append(f"{name}: {reason(case)}")
            else:
                failed.append(name)
    print()
    for line in notes:
        print("skipped within", line)
    for line in skipped:
        print("skipped", line)
    for line in failed:
        print("failed ", line)
    print(f"{passed} passed, {len(failed)} failed, {len(skipped)} skipped")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
