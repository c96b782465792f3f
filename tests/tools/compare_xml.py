#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""compare_xml.py LEFT RIGHT: do two register files say the same? An independent reading, with lxml.

What does not count: white space between elements, the order of differently named siblings and of attributes, prefixes of
names, and a state of a cell that its text gives anyway. All else counts: texts, comments, processing instructions and
unknown content included. Exit 0: the same; 1: not, with the first difference; 77: lxml is not there."""
import sys

try:
    from lxml import etree
except ImportError:
    print("lxml is not installed: nothing was compared")
    sys.exit(77)

OURS = "{urn:policydoc:1}"
HOLDS_TEXT = {"title", "name", "alias", "former", "holder", "reference", "note", "label", "text",
              "rationale", "comment", "basis"}
NOT_APPLICABLE = {"na", "n/a", "n.a.", "not applicable", "not applicable.", "n/a."}


def parse(path):
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_blank_text=False, huge_tree=True)
    return etree.parse(path, parser)


def inferred_state(row):
    text = row.find(OURS + "text")
    printed = "".join(text.itertext()) if text is not None else row.get("value")
    if printed is None or not printed.strip(" \t\r\n"):
        return "blank"
    return "not-applicable" if " ".join(printed.split()).lower() in NOT_APPLICABLE else "given"


def attributes_of(node):
    found = dict(node.attrib)
    if node.tag == OURS + "row" and found.get("state") == inferred_state(node):
        del found["state"]
    for number in ("n", "version"):
        if number in found and found[number].isdigit():
            found[number] = str(int(found[number]))
    return found


def is_ours(node):
    return isinstance(node.tag, str) and node.tag.startswith(OURS)


def holds_text(node):
    return is_ours(node) and node.tag[len(OURS):] in HOLDS_TEXT


def name_of(node):
    if node.tag is etree.Comment:
        return "comment"
    if node.tag is etree.PI:
        return "instruction " + node.target
    return node.tag


def verbatim(node):
    """Foreign content and texts: everything counts, in order."""
    if not isinstance(node.tag, str):
        return (name_of(node), node.text or "")
    inside = [node.text or ""]
    for child in node:
        inside += [verbatim(child), child.tail or ""]
    return (node.tag, sorted(node.attrib.items()), inside)


def differences(left, right, path):
    if name_of(left) != name_of(right):
        yield f"{path}: {name_of(left)} and {name_of(right)}"
        return
    if not is_ours(left) or holds_text(left):
        if verbatim(left) != verbatim(right):
            yield f"{path}: {verbatim(left)!r} and {verbatim(right)!r}"
        return
    if attributes_of(left) != attributes_of(right):
        yield f"{path}: attributes {attributes_of(left)} and {attributes_of(right)}"
    yield from compare_children(left, right, path)


def is_event_list(node):
    return node.tag == OURS + "history"


def own_children(node):
    """Ours, by name: their order among one another is layout. Events are in one order."""
    groups = {}
    for child in node:
        if is_ours(child):
            groups.setdefault("event" if is_event_list(node) else name_of(child), []).append(child)
    return groups


def foreign_children(node):
    """What is not ours, and stray text, by the child of ours that it stands before."""
    places, waiting, seen = {}, [], {}

    def text(piece):
        if piece and piece.strip(" \t\r\n"):
            waiting.append(("text", piece.strip(" \t\r\n")))

    text(node.text)
    for child in node:
        if is_ours(child):
            name = "event" if is_event_list(node) else name_of(child)
            seen[name] = seen.get(name, 0) + 1
            if waiting:
                places[(name, seen[name])] = waiting
            waiting = []
        else:
            waiting.append(verbatim(child))
        text(child.tail)
    if waiting:
        places["end"] = waiting
    return places


def compare_children(left, right, path):
    one, other = foreign_children(left), foreign_children(right)
    if one != other:
        yield f"{path}: {one} and {other}"
    lefts, rights = own_children(left), own_children(right)
    for name in sorted(set(lefts) | set(rights)):
        one, other = lefts.get(name, []), rights.get(name, [])
        if len(one) != len(other):
            yield f"{path}: {len(one)} and {len(other)} of {name}"
        for index, (a, b) in enumerate(zip(one, other)):
            yield from differences(a, b, f"{path}/{name_of(a).replace(OURS, '')}[{index + 1}]")


def outside(tree, forward):
    root = tree.getroot()
    return [verbatim(node) for node in root.itersiblings(preceding=not forward)]


def compare(left_path, right_path):
    """The first difference as a sentence, or None."""
    left, right = parse(left_path), parse(right_path)
    for forward in (False, True):
        if outside(left, forward) != outside(right, forward):
            return "outside the root: " + repr(outside(left, forward)) + " and " + repr(outside(right, forward))
    return next(differences(left.getroot(), right.getroot(), "register"), None)


def main():
    if len(sys.argv) != 3:
        print(__doc__)
        return 2
    found = compare(sys.argv[1], sys.argv[2])
    if found:
        print(found)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
