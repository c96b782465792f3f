# SPDX-License-Identifier: MIT
"""What the checks share: walking the tree, stripping comments, and saying what is wrong. Python's own library only."""
import os
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
LAYERS = ["base", "time", "model", "governance", "xml", "keeping", "publish"]


def files(root, folders, endings):
    """All files below these folders of the tree with one of these endings; build folders are not part of the tree."""
    for folder in folders:
        start = root / folder
        if start.is_file():
            yield start
            continue
        for path, names, found in os.walk(start):
            names[:] = sorted(n for n in names if not n.startswith((".git", "build", "__pycache__")) or n == ".github")
            for name in sorted(found):
                if name.endswith(tuple(endings)):
                    yield pathlib.Path(path) / name


def blank(match):
    """The same number of lines and columns, without the text."""
    return re.sub(r"[^\n]", " ", match.group(0))


def without_comments(text, strings=True):
    """C text without comments (and strings), line for line."""
    literal = r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\''
    pattern = re.compile(r"/\*.*?\*/|//[^\n]*|" + literal, re.S)
    return pattern.sub(lambda m: m.group(0) if m.group(0)[0] in "\"'" and not strings else blank(m), text)


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


def finish(problems, what):
    """Says what is wrong and ends with 1, or says how much was looked at and ends with 0."""
    for problem in problems:
        print(problem)
    print(f"{len(problems)} problems" if problems else f"well: {what}")
    sys.exit(1 if problems else 0)


def root_from_arguments():
    return pathlib.Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else ROOT
