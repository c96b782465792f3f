#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""check_spdx.py [ROOT]: every source file says its licence at its head, and C files then what they are for."""
from common import files, finish, root_from_arguments

LICENCE = "SPDX-License-" + "Identifier: MIT"
C_LINE = f"/* {LICENCE} */"


def complaint(path):
    """What is wrong with the head of a file, or None."""
    lines = path.read_text(errors="replace").split("\n")
    if path.suffix in (".c", ".h", ".def"):
        if lines[0] != C_LINE:
            return f"the first line is not {C_LINE}"
        if not lines[1].startswith("/*"):
            return "the second line does not begin to say what the file is for"
        return None
    return None if any(LICENCE in line for line in lines[:5]) else "the first five lines do not say the licence"


def main():
    root = root_from_arguments()
    problems, count = [], 0
    places = ["lib", "include", "examples", "tests", "bindings", ".ci", "CMakeLists.txt"]
    for path in files(root, places, [".c", ".h", ".def", ".py", ".sh", "CMakeLists.txt", "run"]):
        count += 1
        wrong = complaint(path)
        if wrong:
            problems.append(f"{path.relative_to(root)}: {wrong}")
    if not (root / "LICENSE").is_file():
        problems.append("LICENSE is not there")
    if not count:
        problems.append("no file was found at all")
    finish(problems, f"{count} files")


if __name__ == "__main__":
    main()
