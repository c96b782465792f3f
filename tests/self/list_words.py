#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""list_words.py ROOT [--write] [COMMAND]: the tables of words in lib/schema/README.md are those of the .def files.

Without --write it says where they differ; with COMMAND it also validates the register that the page gives to copy."""
import re
import subprocess
import sys

from common import finish, root_from_arguments

START, END = "<!-- words: made by tests/self/list_words.py ROOT --write -->\n", "<!-- end of words -->\n"
STRING = re.compile(r'"([^"]*)"')


def rows(root, name, macro):
    """The arguments of each row of a .def file."""
    text = (root / "lib/model" / name).read_text()
    for line in re.findall(rf"^{macro}\((.*)\)$", text, re.M):
        bare = [word.strip() for word in STRING.sub("", line).split(",") if word.strip()]
        yield bare, STRING.findall(line)


def table(heading, columns, lines):
    body = ["| " + " | ".join(line) + " |\n" for line in lines]
    return f"### {heading}\n| " + " | ".join(columns) + " |\n|" + "---|" * len(columns) + "\n" + "".join(body) + "\n"


def words(root):
    return "".join([
        table("Fields", ["field", "holds", "means"],
              [(f"`{s[0]}`", b[1].lower(), s[2]) for b, s in rows(root, "fields.def", "PDOC_FIELD")]),
        table("Kinds of event", ["kind", "means"],
              [(f"`{s[0]}`", s[2]) for _, s in rows(root, "events.def", "PDOC_EVENT")]),
        table("What an event may record", ["name", "holds", "written as", "means"],
              [(f"`{s[0]}`", b[1].lower(), b[2].lower(), s[2])
               for b, s in rows(root, "event_attributes.def", "PDOC_ATTRIBUTE")]),
        table("Kinds of relation", ["kind", "the other way", "means"],
              [(f"`{s[0]}`", f"`{s[2]}`", s[3]) for _, s in rows(root, "relations.def", "PDOC_RELATION")]),
        table("Kinds of party", ["kind", "means"],
              [(f"`{s[0]}`", s[2]) for _, s in rows(root, "kinds.def", "PDOC_PARTY_KIND")]),
        *[table(heading, ["name", "holds", "means"],
                [(f"`{s[0]}`", b[1].lower(), s[2]) for b, s in rows(root, "issue_attributes.def", macro)])
          for heading, macro in [("What a practice issue may record", "PDOC_ISSUE_ATTRIBUTE"),
                                 ("What a step of it may record", "PDOC_ISSUE_STEP_ATTRIBUTE")]],
        table("Kinds of step of a practice issue", ["kind", "means"],
              [(f"`{s[0]}`", s[2]) for _, s in rows(root, "issue_attributes.def", "PDOC_ISSUE_STEP")])])


def problems_of_example(text, command):
    example = re.search(r"```xml\n(.*?)```", text, re.S)
    if not example:
        return ["lib/schema/README.md gives no register to copy"]
    done = subprocess.run([command, "validate", "-"], input=example.group(1), capture_output=True, text=True, check=False)
    return [] if done.returncode == 0 else [f"the register of lib/schema/README.md: {done.stdout}{done.stderr}"]


def main():
    root = root_from_arguments()
    rest = [word for word in sys.argv[2:] if word != "--write"]
    page = root / "lib/schema/README.md"
    text = page.read_text()
    head, _, tail = text.partition(START)
    whole = head + START + words(root) + END + tail.partition(END)[2]
    if "--write" in sys.argv:
        page.write_text(whole)
    differs = "--write" not in sys.argv and whole != text
    problems = ["lib/schema/README.md differs from the tables of lib/model; run list_words.py --write"] if differs else []
    problems += problems_of_example(whole, rest[0]) if rest else []
    finish(problems, "the words of a register are those of the library")


if __name__ == "__main__":
    main()
