#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""check_names.py [ROOT]: no line of C, comments included, names an organisation; those are data, in the profiles.

The names come from the shipped profiles and registers: words of ids, titles and organisations that are no ordinary words."""
import re
import xml.etree.ElementTree as tree

from common import files, finish, root_from_arguments

# Names that the sources use, whether or not a file of ours does so at the moment.
ALWAYS = {"merton", "birmingham", "rotherham", "mscp", "mscb", "rscp", "bscb", "trix", "tri.x"}
# Words of profile ids that any organisation may use.
ORDINARY = {"multi", "agency", "trust", "general", "small", "base", "common", "default", "example", "sample", "uk", "seeds",
            "front", "sheets", "sheet", "policy", "partnership", "board", "council", "local", "profile", "register"}


def words_of_ids(root):
    """Words of the ids of shipped profiles, such as the name of the place that they are of."""
    found = set()
    for path in files(root, ["lib/profiles", "examples/registers"], [".xml"]):
        element = tree.parse(path).getroot()
        ids = [element.get("id", "")] if element.tag.endswith("}profile") else []
        ids += [e.get("ref", "") for e in element.iter() if e.tag.endswith("}profile")]
        for word in re.split(r"[^a-z0-9]+", " ".join(ids).lower()):
            if len(word) > 3 and not word.isdigit():
                found.add(word)
    return found - ORDINARY


def names_of_organisations(root):
    """Names and initials of the organisations among the parties of shipped profiles and registers."""
    found = set()
    for path in files(root, ["lib/profiles", "examples/registers"], [".xml"]):
        for party in tree.parse(path).getroot().iter():
            if not party.tag.endswith("}party") or party.get("kind") not in ("organisation", "outside", "board"):
                continue
            for name in (child.text or "" for child in party if child.tag.rsplit("}", 1)[-1] in ("name", "alias", "former")):
                if len(re.findall(r"\b[A-Z]", name)) > 2 or re.fullmatch(r"[A-Z]{4,}", name):
                    found.add(" ".join(name.lower().split()))
    return found - ORDINARY


def main():
    root = root_from_arguments()
    names = sorted(ALWAYS | words_of_ids(root) | names_of_organisations(root))
    pattern = re.compile(r"(?<![A-Za-z0-9])(" + "|".join(re.escape(name) for name in names) + r")(?![A-Za-z0-9])", re.I)
    problems, count = [], 0
    for path in files(root, ["lib", "include", "examples", "bindings"], [".c", ".h", ".def", ".i"]):
        for number, line in enumerate(path.read_text().split("\n"), 1):
            count += 1
            found = pattern.search(line)
            if found:
                problems.append(f"{path.relative_to(root)}:{number}: names {found.group(1)}")
    if not count:
        problems.append("no line of C was found at all")
    finish(problems, f"{count} lines, none with one of {len(names)} names")


if __name__ == "__main__":
    main()
