#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""check_sizes.py [ROOT]: files of at most 400 lines, functions of at most 60 lines, no tabs."""
import re

from common import files, finish, line_of, root_from_arguments, without_comments

FILE_LINES, FUNCTION_LINES = 400, 60


def functions(text):
    """(name, first line, last line) of every function body of C text without comments and strings."""
    text = re.sub(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", lambda m: re.sub(r"[^\n]", " ", m.group(0)), text, flags=re.M)
    head = re.compile(r"(?:^|\s|\*)([A-Za-z_]\w*)\s*\([^;{}]*\)\s*\{", re.M)
    at = 0
    while True:
        found = head.search(text, at)
        if not found:
            return
        depth, end = 1, found.end()
        while depth and end < len(text):
            depth += {"{": 1, "}": -1}.get(text[end], 0)
            end += 1
        yield found.group(1), line_of(text, found.start(1)), line_of(text, end - 1)
        at = end


def problems_of(path, name):
    raw = path.read_text()
    lines = raw.count("\n")
    if lines > FILE_LINES:
        yield f"{name}: {lines} lines, {FILE_LINES} at most"
    for number, line in enumerate(raw.split("\n"), 1):
        if "\t" in line:
            yield f"{name}:{number}: a tab"
    for function, first, last in functions(without_comments(raw)):
        if last - first + 1 > FUNCTION_LINES:
            yield f"{name}:{first}: {function} has {last - first + 1} lines, {FUNCTION_LINES} at most"


def main():
    root = root_from_arguments()
    problems, count = [], 0
    for path in files(root, ["lib", "include", "examples"], [".c", ".h"]):
        count += 1
        problems += problems_of(path, path.relative_to(root))
    if not count:
        problems.append("no file was found at all")
    finish(problems, f"{count} files")


if __name__ == "__main__":
    main()
