#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes _core.pyi: the types of what SWIG makes, from the core with its macros expanded.

make_stubs.py EXPANDED PACKAGE OUT    EXPANDED is what `swig -E` gives; PACKAGE holds the classes written by hand"""
import pathlib
import re
import sys
from typing import Dict, List, Optional, Set, Tuple

# What a type of the core is in Python.
PLAIN = {
    "TEXT": "str", "MAYBE_TEXT": "Optional[str]", "MAYBE_INDEX": "Optional[int]", "MAYBE_NUMBER": "Optional[int]",
    "size_t": "int", "uint32_t": "int", "int32_t": "int", "int64_t": "int", "bool": "bool", "char": "str",
    "pdoc_truth": "Optional[bool]", "pdoc_date": "Optional[Date]", "pdoc_offset": "str", "pdoc_hash": "str",
    "texts": "Tuple[str, ...]", "texts_in": "List[str]", "pdoc_text*": "str", "pdoc_status": "None", "void": "None", "PyObject*": "Any",
}
# Objects that a property always has; every other one may be None.
ALWAYS = {("Document", "register"), ("Version", "document"), ("Change", "register"), ("Sheet", "register"),
          ("Report", "schedule"), ("Merge", "register"), ("Classification", "set_aside")}
# Dates that a function always gives, since it raises otherwise.
CERTAIN = {"parse_date", "parse_printed_date", "add_offset", "subtract_offset"}
PUBLISH = ('    def publish(self, format: str = "text", *, colour: bool = False, width: int = 0, all: bool = False,\n'
           "                late: bool = False) -> str: ...")


class Core:
    """The expanded core: names, closed lists, which calls give new references, members of each class."""

    def __init__(self, text: str) -> None:
        self.names: Dict[str, str] = {c_name: name for name, c_name in re.findall(r"%rename\(\s*(\w+)\s*\)\s*(\w+)\s*;", text)}
        self.renamed = {(c, old): new for new, c, old in re.findall(r'%rename\("(\w+)"\)\s*(\w+)::(\w+)\s*;', text)}
        self.ignored = set(re.findall(r"%rename\(\$ignore\)\s*(\w+)::(\w+)\s*;", text))
        self.new = set(re.findall(r'%feature\("new"[^)]*\)\s*(\w+)::(\w+)\s*;', text))
        self.fixed = set(re.findall(r'%feature\("immutable"\)\s*(\w+)::(\w+)\s*;', text))
        self.words = dict(re.findall(r"word_out\s*\(&members_(\w+),\s*\"(\w+)\"", text))
        self.members: Dict[str, List[str]] = {c_name: [] for c_name in self.names}
        for c_name, body in re.findall(r"%extend\s+(\w+)\s*\{((?:[^{}]|\{[^{}]*\})*)\}", text):
            lists = re.findall(r'(\w+) = _listed\("', body)
            is_published = "publish = _publish" in body
            body = re.sub(r'%insert\("python"\)\s*\{[^{}]*\}', "", body)
            self.members[c_name] += [part.strip() for part in body.split(";") if part.strip()]
            self.members[c_name] += [f"LIST {name}" for name in lists]
            self.members[c_name] += ["PUBLISH"] if is_published else []


def python_type(core: Core, c_type: str, hand: Set[str]) -> Tuple[str, bool]:
    """The type in Python, and whether it is an object."""
    bare = re.sub(r"\b(const|struct)\b", "", c_type).replace(" ", "")
    if bare in PLAIN:
        return PLAIN[bare], False
    if bare in core.words:
        return core.words[bare], False
    name = core.names[bare.rstrip("*")]
    return (name + "_" if name in hand else name), True


def parameters(core: Core, text: str, hand: Set[str]) -> str:
    """Parameters in Python: without the error, and bytes for data and their size."""
    out = []
    for part in filter(None, (each.strip() for each in text.split(","))):
        match = re.match(r"(.*?[\s*])(\w+)$", part)
        if not match or match.group(2) in ("error", "size"):
            continue
        name, kind = match.group(2), match.group(1)
        if name == "data":
            out.append("data: bytes")
            continue
        said, is_object = python_type(core, kind, hand) if "FILE" not in kind else ("Any", False)
        bare = said.rstrip("_") if is_object else said
        if is_object and name in ("profile", "profiles", "calendar", "own", "parties", "register_or_none", "schedule",
                                  "meetings", "plan", "basis_or_none"):
            bare = f"Optional[{bare}]"
        out.append(f"{name}: {'str' if bare in core.words.values() else bare}")
    return ", ".join(out)


def member_stub(core: Core, c_name: str, member: str, hand: Set[str], listed: Dict[str, str]) -> Optional[List[str]]:
    """Lines for one member of a class; None: it is nothing to show."""
    name = core.names[c_name]
    if member.startswith("LIST "):
        plural = member[5:]
        return ["    @property", f"    def {plural}(self) -> Items[{listed[plural]}]: ..."]
    if member == "PUBLISH":
        return [PUBLISH]
    method = re.match(r"(static\s+)?(.*?[\s*])?(~?\w+)\s*\((.*)\)$", member, re.S)
    if method:
        static, returns, called, inside = method.groups()
        if called.startswith("~"):
            return None
        given = parameters(core, inside, hand)
        if called == c_name:
            return [f"    def __init__(self{', ' if given else ''}{given}) -> None: ..."]
        said, is_object = python_type(core, returns, hand)
        if is_object and (c_name, called) not in core.new and "pdoc_error" not in inside and not called.endswith("_at"):
            said = f"Optional[{said}]"
        if called.endswith("_at") and is_object:
            listed[called[:-3]] = said
        head = ["    @staticmethod"] if static else []
        first = "" if static else "self" + (", " if given else "")
        return head + [f"    def _{called}({first}{given}) -> {said}: ..."]
    kind, called = re.match(r"(.*[\s*])(\w+)$", member, re.S).groups()  # type: ignore[union-attr]
    if (c_name, called) in core.ignored:
        return None
    shown = core.renamed.get((c_name, called), called.lower())
    said, is_object = python_type(core, kind, hand)
    if is_object and (name, shown) not in ALWAYS:
        said = f"Optional[{said}]"
    lines = ["    @property", f"    def {shown}(self) -> {said}: ..."]
    if (c_name, called) not in core.fixed:
        lines += [f"    @{shown}.setter", f"    def {shown}(self, value: {said}) -> None: ..."]
    return lines


def class_stub(core: Core, c_name: str, hand: Set[str]) -> List[str]:
    lines = ["", "", f"class {core.names[c_name]}:", "    this: Any"]
    listed: Dict[str, str] = {}
    found = [member_stub(core, c_name, member, hand, listed) for member in core.members[c_name]]
    if not any(line.startswith("    def __init__") for part in found if part for line in part):
        lines.append("    def __init__(self, *args: Any, **kwargs: Any) -> None: ...")
    for part in found:
        lines += part or []
    return lines


def main() -> int:
    expanded, package, out = map(pathlib.Path, sys.argv[1:])
    text = expanded.read_text(encoding="utf-8")
    text = re.sub(r"/\*.*?\*/", "", text[text.index('handles.i"'):], flags=re.S) # what comes before is SWIG's
    core = Core(text)
    where = {name: path.stem for path in sorted(package.glob("_*.py")) if path.stem not in ("_core", "__init__")
             for name in re.findall(r"@registered\nclass (\w+)\(", path.read_text())}
    lines = ["# SPDX-License-Identifier: MIT", "# Made by make_stubs.py from the core.",
             "from typing import Any, List, Optional, Tuple", "", "from policydoc._dates import Date",
             "from policydoc._items import Items",
             f"from policydoc._words import {', '.join(sorted(set(core.words.values())))}"]
    lines += [f"from policydoc.{module} import {name} as {name}_" for name, module in sorted(where.items())]
    lines += ["", "__all__ = [" + ", ".join(f'"{name}"' for name in core.names.values() if name not in where) + "]", ""]
    body = re.sub(r"%\{.*?%\}", "", text, flags=re.S)
    body = re.sub(r"%extend\s+\w+\s*\{(?:[^{}]|\{[^{}]*\})*\}", "", body)
    for returns, name, given in re.findall(r"^([A-Za-z_][\w ]*?[\s*]+)(\w+)\(([^()]*)\);$", body, re.M):
        said = python_type(core, returns, set(where))[0]
        said = "Date" if name in CERTAIN else said
        lines.append(f"def {name}({parameters(core, given, set(where))}) -> {said}: ...")
    for c_name in core.names:
        lines += class_stub(core, c_name, set(where))
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
