#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""check_layers.py [ROOT]: a layer includes only itself and the ones before it; only xml knows libxml2 and zlib."""
import re

from common import LAYERS, files, finish, line_of, root_from_arguments, without_comments

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.M)
ORDER = {layer: place for place, layer in enumerate(LAYERS)}
BORDER = re.compile(r"^(libxml/|zlib\.h|zconf\.h)")


def may_include(layer, target):
    if target == "xml" and layer == "publish":
        return False
    return ORDER[target] <= ORDER[layer]


def complaint(layer, bracket, name):
    """What is wrong with an include of this layer, or None."""
    first = name.split("/")[0]
    if BORDER.match(name):
        return None if layer == "xml" else "only lib/xml knows libxml2 and zlib"
    if first == "policydoc" or (first in ("profiles", "schema", "calendars") and bracket == '"'):
        return None
    if bracket == "<":
        return None
    if first not in ORDER or ".." in name:
        return "includes are written from lib/, as layer/name"
    return None if may_include(layer, first) else f"{layer} comes before {first}"


def main():
    root = root_from_arguments()
    problems, count = [], 0
    for path in files(root, ["lib/" + layer for layer in LAYERS], [".c", ".h", ".def"]):
        text = without_comments(path.read_text(), strings=False)
        place = path.relative_to(root)
        for found in INCLUDE.finditer(text):
            count += 1
            wrong = complaint(place.parts[1], found.group(1), found.group(2))
            if wrong:
                problems.append(f"{place}:{line_of(text, found.start(1))}: {found.group(2)}: {wrong}")
    for path in files(root, ["include"], [".h"]):
        text = without_comments(path.read_text(), strings=False)
        for found in INCLUDE.finditer(text):
            count += 1
            if not re.match(r"^(policydoc/\w+\.h|std\w+\.h)$", found.group(2)):
                problems.append(f"{path.relative_to(root)}: {found.group(2)}: public headers include policydoc/ and std*.h only")
    for path in files(root, ["examples"], [".c", ".h"]):
        text = without_comments(path.read_text(), strings=False)
        for found in INCLUDE.finditer(text):
            count += 1
            beside = (path.parent / found.group(2)).exists()
            if (found.group(1) == '"' and not beside) or BORDER.match(found.group(2)) or "lib/" in found.group(2):
                problems.append(f"{path.relative_to(root)}: {found.group(2)}: examples use public headers only")
    if not count:
        problems.append("no include was found at all")
    finish(problems, f"{count} includes")


if __name__ == "__main__":
    main()
