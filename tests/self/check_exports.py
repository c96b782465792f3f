#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""check_exports.py ROOT LIBRARY.so: functions marked PDOC_API = names in lib/policydoc.map = symbols that are exported."""
import pathlib
import re
import subprocess
import sys

from common import finish, root_from_arguments, without_comments
from list_api import public_functions


def names_in_map(root):
    text = without_comments((root / "lib" / "policydoc.map").read_text())
    return [name for name in re.findall(r"(\w+)\s*;", text)]


def names_exported(library):
    listing = subprocess.run(["nm", "-D", "--defined-only", library], check=True, capture_output=True, text=True).stdout
    names = [line.split()[-1].split("@")[0] for line in listing.splitlines() if line.split()[-2] != "A"]
    return names


def main():
    root = root_from_arguments()
    headers = set(public_functions(root))
    mapped = names_in_map(root)
    problems = [f"lib/policydoc.map names {name} twice" for name in set(mapped) if mapped.count(name) > 1]
    problems += [f"in the headers, not in lib/policydoc.map: {name}" for name in sorted(headers - set(mapped))]
    problems += [f"in lib/policydoc.map, not in the headers: {name}" for name in sorted(set(mapped) - headers)]
    for library in sys.argv[2:]:
        exported = set(names_exported(library))
        short = pathlib.Path(library).name
        problems += [f"in lib/policydoc.map, not exported by {short}: {n}" for n in sorted(set(mapped) - exported)]
        problems += [f"exported by {short}, not in lib/policydoc.map: {n}" for n in sorted(exported - set(mapped))]
    if not headers:
        problems.append("no public function was found at all")
    finish(problems, f"{len(headers)} functions in headers, map and {len(sys.argv) - 2} libraries")


if __name__ == "__main__":
    main()
