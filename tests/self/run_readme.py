#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""run_readme.py ROOT COMMAND: runs each `policydoc ...` line of the READMEs with the command that was built.

Well: exit code 0 or 1 (the answer is no), and something on standard output. `sh` lines are run by the tests that own them."""
import os
import shlex
import subprocess
import sys
import tempfile

from check_docs import shell_lines
from common import finish, root_from_arguments

PAGES = ["README.md", "tests/README.md", "examples/README.md", "examples/policydoc/README.md"]


def problem_of(line, command, place):
    """What goes wrong when a line is run in a folder that sees the tree, or None."""
    words = shlex.split(line, comments=True)
    if any(word in (">", "|", "FILE", "REF") for word in words):
        return None # a form, not a command
    done = subprocess.run([command, *words[1:]], cwd=place, capture_output=True, text=True, check=False, timeout=60)
    if done.returncode in (0, 1) and done.stdout:
        return None
    return f"`{line}` ended with {done.returncode}: {done.stderr.strip()[:300]}"


def main():
    root, command = root_from_arguments(), sys.argv[2]
    lines = [line for page in PAGES if (root / page).exists() for line in shell_lines((root / page).read_text())
             if line.startswith("policydoc ")]
    with tempfile.TemporaryDirectory() as place:
        for name in ["examples", "lib", "README.md"]:
            os.symlink(root / name, os.path.join(place, name))
        problems = [problem for line in lines if (problem := problem_of(line, command, place))]
    if not lines:
        problems.append("the READMEs hold no line of the command")
    finish(problems, f"{len(lines)} lines run")


if __name__ == "__main__":
    main()
