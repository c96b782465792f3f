#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""check_paths.py [ROOT]: no path of somebody's machine, no host of a package registry, no key in any file of the tree."""
import re

from common import files, finish, root_from_arguments

HOMES = ["wo" + "rk", "fa" + "rm", "ro" + "ot", "ho" + "me", "Us" + "ers"]
REGISTRIES = ["deb", "repo1?", "registry", "files", "pypi", "proxy"]
PATTERNS = [
    (re.compile(r"(?:^|[^A-Za-z0-9_./>-])/(?:" + "|".join(HOMES) + r")/\w"), "a path of a machine"),
    (re.compile(r"https?://(?:" + "|".join(REGISTRIES) + r")\.[a-z0-9.-]+"), "a host of a package registry"),
    (re.compile(r"-----BEGIN [A-Z ]*PRIV" + r"ATE KEY-----|(?:api[_-]?key|passw" + r"ord|secret)\s*[=:]\s*['\"][^'\"]{8,}", re.I),
     "a key or password"),
]
TEXT = (".c .h .def .i .py .sh .cmake .txt .md .xml .xsd .json .tsv .csv .in .map .1 .yml .cfg .supp .dict .expected").split()
PLACES = ["lib", "include", "bindings", "examples", "tests", "pkgconfig", ".ci", "CMakeLists.txt", "README.md", "CHANGELOG.md",
          "CMakePresets.json", "LICENSE", ".gitignore"]


def main():
    root = root_from_arguments()
    problems, count = [], 0
    for path in files(root, PLACES, TEXT + ["run", "LICENSE"]):
        if "tests/fuzz/corpus" in path.as_posix():
            continue
        count += 1
        for number, line in enumerate(path.read_text(errors="replace").split("\n"), 1):
            for pattern, what in PATTERNS:
                found = pattern.search(line)
                if found:
                    problems.append(f"{path.relative_to(root)}:{number}: {what}: {found.group(0).strip()}")
    if not count:
        problems.append("no file was found at all")
    finish(problems, f"{count} files")


if __name__ == "__main__":
    main()
