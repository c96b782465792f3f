#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""check_docs.py [ROOT]: every public function has a comment with @since that fits the symbol map; README commands exist."""
import re

from common import files, finish, line_of, root_from_arguments

COMMENTED = re.compile(r"/\*\*(?P<doc>(?:[^*]|\*(?!/))*)\*/\s*\Z")
SINCE = re.compile(r"@since (\d+\.\d+)")


def nodes(root):
    """Release in which the map introduces each name."""
    found = {}
    for release, body in re.findall(r"POLICYDOC_([\d.]+)\s*\{(.*?)\}", (root / "lib" / "policydoc.map").read_text(), re.S):
        for name in re.findall(r"(\w+)\s*;", body):
            found[name] = release
    return found


def undocumented(root):
    releases = nodes(root)
    for header in sorted((root / "include" / "policydoc").glob("*.h")):
        text = header.read_text()
        for found in re.finditer(r"^PDOC_API\b[^;]*?\b(pdoc_\w+)\s*\(", text, re.M):
            where = f"{header.relative_to(root)}:{line_of(text, found.start())}: {found.group(1)}"
            comment = COMMENTED.search(text[: found.start()])
            if not comment:
                yield f"{where} has no /** comment right before it"
                continue
            since = SINCE.search(comment.group("doc"))
            if not since:
                yield f"{where}: the comment has no @since"
            elif releases.get(found.group(1)) != since.group(1):
                yield f"{where}: @since {since.group(1)}, but the map says {releases.get(found.group(1))}"


def shell_lines(text):
    """Lines of the shell in a Markdown text: indented or fenced code that begins with a command of ours."""
    for line in text.split("\n"):
        line = line.strip().lstrip("$ ").split("   #")[0].split("  #")[0].rstrip()
        if re.match(r"^(sh|bash|policydoc|build\S*/policydoc|cmake --preset|ctest --preset|python3) ", line):
            yield line


def missing_commands(root):
    command = "".join(path.read_text() for path in files(root, ["examples/policydoc"], [".c", ".h", ".def"]))
    presets = (root / "CMakePresets.json").read_text()
    for page in [root / "README.md", root / "tests" / "README.md"]:
        for line in shell_lines(page.read_text()):
            words = line.split()
            name = page.relative_to(root)
            if words[0] in ("sh", "bash", "python3"):
                if not (root / words[1]).is_file():
                    yield f"{name}: `{line}`: there is no {words[1]}"
            elif "--preset" in words:
                if f'"name": "{words[words.index("--preset") + 1]}"' not in presets:
                    yield f"{name}: `{line}`: there is no such preset"
            elif not words[1].startswith("-") and f'"{words[1]}"' not in command:
                yield f"{name}: `{line}`: the command has no word {words[1]}"
            else:
                yield from (f"{name}: `{line}`: there is no {word}" for word in words[2:]
                            if "/" in word and not word.startswith("/") and not (root / word).exists())


def unmapped(root):
    """Files of the command that its map leaves out."""
    page = root / "examples" / "policydoc" / "README.md"
    named = re.findall(r"`([\w.]+)`", page.read_text()) if page.is_file() else []
    for path in files(root, ["examples/policydoc"], [".c", ".h", ".1"]):
        if path.name not in named:
            yield f"{page.relative_to(root)} does not say what {path.name} is for"


def main():
    root = root_from_arguments()
    problems = list(undocumented(root)) + list(missing_commands(root)) + list(unmapped(root))
    for page in ["README.md", "tests/README.md", "examples/policydoc/README.md", "CHANGELOG.md"]:
        text = (root / page).read_text()
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)[^)]*\)", text):
            if not (root / page).parent.joinpath(target).exists():
                problems.append(f"{page}: links to {target}, which is not there")
    if not nodes(root):
        problems.append("the symbol map names nothing")
    finish(problems, f"{len(nodes(root))} functions, README.md and tests/README.md")


if __name__ == "__main__":
    main()
