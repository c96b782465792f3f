#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""check_lists.py [ROOT]: what the build's lists name is there, and what is there is named: sources, unit tests, data.

Data are the profiles and calendars, each a file in a folder of its own."""
import re

from common import LAYERS, finish, root_from_arguments

DATA = ["profiles", "calendars"]


def listed(path, pattern):
    """Names that a CMake list holds, comments aside."""
    text = re.sub(r"#[^\n]*", "", path.read_text())
    return re.findall(pattern, text)


def compare(what, names, found):
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield f"{what} names {name} twice"
    for name in sorted(set(names) - found):
        yield f"{what} names {name}, which is not there"
    for name in sorted(found - set(names)):
        yield f"{what} does not name {name}"


def main():
    root = root_from_arguments()
    problems, count = [], 0
    for layer in LAYERS:
        folder = root / "lib" / layer
        names = ["lib/" + name for name in listed(folder / "sources.cmake", r"[\w/-]+\.c\b")]
        found = {f"lib/{path.relative_to(root / 'lib')}" for path in folder.rglob("*.c")}
        count += len(found)
        problems += compare(f"lib/{layer}/sources.cmake", names, found)
    units = listed(root / "tests/unit/tests.cmake", r"pdoc_unit_test\((\w+)")
    problems += compare("tests/unit/tests.cmake", units, {path.stem for path in (root / "tests/unit").glob("test_*.c")})
    for kind in DATA:
        what = f"lib/{kind}/{kind}.cmake"
        body = re.search(rf"set\(PDOC_{kind.upper()}(.*?)\)", (root / what).read_text(), re.S).group(1)
        problems += compare(what, body.split(), {path.stem for path in (root / "lib" / kind).glob("*.xml")})
    if not count or not units:
        problems.append("no source or no unit test was found at all")
    finish(problems, f"{count} sources, {len(units)} unit tests")


if __name__ == "__main__":
    main()
