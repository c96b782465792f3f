#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes what the headers say of each function as macros for SWIG: DOC_pdoc_document_title and so on.

make_docs.py INCLUDE OUT    reads the headers in INCLUDE/policydoc, writes OUT"""
import pathlib
import re
import sys

DOCUMENTED = re.compile(r"/\*\*((?:(?!\*/).)*)\*/\s*PDOC_API\s[^;{]*?\b(pdoc_\w+)\s?\(", re.S)


def words_of(comment: str) -> str:
    """What a comment says to users of other languages: without ownership, errors, and tags."""
    text = re.sub(r"\s*\n\s*\*?\s*", " ", comment).strip()
    text = re.sub(r"@(since|return|param|error)\b.*", "", text)
    text = re.sub(r"\s*\b(Borrowed[^.]*|NULL past the end)\.?", "", text)
    text = re.sub(r"\s*;?\s*NULL past the end", "", text)
    text = re.sub(r"\bNULL\b", "None", text)
    return text.strip().rstrip(";,").strip()


def main() -> int:
    include, out = map(pathlib.Path, sys.argv[1:])
    lines = ["/* Made by make_docs.py from the headers. */"]
    for header in sorted((include / "policydoc").glob("*.h")):
        for comment, name in DOCUMENTED.findall(header.read_text(encoding="utf-8")):
            words = words_of(comment).replace("\\", "\\\\").replace('"', '\\"')
            lines.append(f'#define DOC_{name} "{words}"')
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
