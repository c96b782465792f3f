#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""check_made_schema.py [ROOT]: the published schema is what its program makes from the tables of the library."""
import subprocess
import sys

from common import finish, root_from_arguments

FEWEST_LINES = 500  # with less, its parts were not made


def lines_that_differ(committed, made):
    old, new = committed.decode().splitlines(), made.decode().splitlines()
    yield "lib/schema/policydoc-1.xsd: not what make_schema.py prints; run it with --write"
    yield from (f"only in the file: {line.strip()}" for line in old if line not in new)
    yield from (f"only printed: {line.strip()}" for line in new if line not in old)


def main():
    root = root_from_arguments()
    committed = (root / "lib/schema/policydoc-1.xsd").read_bytes()
    done = subprocess.run([sys.executable, str(root / "lib/schema/make_schema.py")], capture_output=True, check=False)
    problems = []
    if done.returncode != 0:
        problems.append(f"make_schema.py does not print it: {done.stderr.decode().strip()}")
    elif done.stdout != committed:
        problems += lines_that_differ(committed, done.stdout)
    if committed.count(b"\n") < FEWEST_LINES:
        problems.append(f"the schema has less than {FEWEST_LINES} lines")
    finish(problems, "the schema is that of the tables")


if __name__ == "__main__":
    main()
