#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Lists the public functions: those marked PDOC_API in include/policydoc/*.h. With --map, as a linker's version script."""
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve()


def without_comments(text):
    text = re.sub(r"/\*.*?\*/", " ", text, flags=re.S)
    return re.sub(r"^\s*#.*?(?<!\\)$", " ", text, flags=re.S | re.M)


def public_functions(root):
    """Names of all functions marked PDOC_API, with the header each stands in."""
    found = {}
    for header in sorted((root / "include" / "policydoc").glob("*.h")):
        for declaration in re.findall(r"\bPDOC_API\b([^;{]*)", without_comments(header.read_text())):
            name = re.search(r"\b(pdoc_\w+)\s*\(", declaration)
            if name:
                found[name.group(1)] = header.name
    return found


def main():
    root = pathlib.Path(sys.argv[-1]) if len(sys.argv) > 1 and not sys.argv[-1].startswith("-") else HERE.parents[2]
    names = sorted(public_functions(root))
    if "--map" in sys.argv:
        print("POLICYDOC_0.1 {\n    global:")
        print("\n".join(f"        {name};" for name in names))
        print("    local:\n        *;\n};")
    else:
        print("\n".join(names))


if __name__ == "__main__":
    main()
