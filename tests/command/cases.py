#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""cases.py COMMAND [--update]: runs the policydoc command on every file of cases/ and compares.

A case is a text file: a comment, "$ policydoc ..." (as in a shell, without its powers), perhaps "< FILE" for standard
input, "exit N", then "--- stdout" and "--- stderr" with what is printed, exactly; "--- stdout contains" asks only that
each line occurs. A carriage return is written <CR>. What is not given must be empty. --update writes what was printed."""
import gzip
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent


class Case:
    def __init__(self, path):
        self.path, self.head, self.input, self.exit = path, [], None, 0
        self.arguments, self.parts = [], {}
        part = None
        for line in path.read_text().split("\n"):
            if line.startswith("--- "):
                part = line[4:]
                self.parts[part] = []
            elif part:
                self.parts[part].append(line)
            elif line:
                self.take_head(line)

    def take_head(self, line):
        self.head.append(line)
        if line.startswith("$ policydoc"):
            self.arguments = shlex.split(line[len("$ policydoc"):])
        elif line.startswith("< "):
            self.input = line[2:]
        elif line.startswith("exit "):
            self.exit = int(line[5:])
        elif not line.startswith("#"):
            sys.exit(f"{self.path}: what is {line!r}?")

    def expected(self, part):
        return "\n".join(self.parts.get(part, []))


def fill_folder(folder):
    for path in (HERE / "data").iterdir():
        shutil.copy(path, folder)
    (folder / "folder").mkdir()
    (folder / "site").mkdir()  # copies that people read: of the version in force, of an older one, and something else
    for copy, name in (("visits-2.txt", "visits-2.txt"), ("visits-1.txt", "visits-old.txt"), ("picture.txt", "picture.txt")):
        shutil.copy(folder / copy, folder / "site" / name)
    # a fixed time in its head, so that the bytes are always the same
    (folder / "register.xml.gz").write_bytes(gzip.compress((folder / "register.xml").read_bytes(), mtime=0))
    (folder / "cut.xml.gz").write_bytes((folder / "register.xml.gz").read_bytes()[:-200])


class Folder:
    """A folder in which every case finds the same files: made anew after a case that left anything different."""

    def __init__(self):
        self.holder, self.filled = None, None

    def looks(self):
        paths = [self.path, *sorted(self.path.rglob("*"))]
        return [(path, (s := path.lstat()).st_ino, s.st_size, s.st_mtime_ns, s.st_ctime_ns, s.st_mode) for path in paths]

    def fresh(self):
        if not self.holder or self.looks() != self.filled:
            self.holder = tempfile.TemporaryDirectory()
            self.path = pathlib.Path(self.holder.name)
            fill_folder(self.path)
            self.filled = self.looks()
        return self.path


def run(command, case, folder):
    data = (folder / case.input).read_bytes() if case.input else b""
    done = subprocess.run([command, *case.arguments], input=data, capture_output=True, cwd=folder, timeout=60,
                          env={"PATH": "/usr/bin:/bin", "LC_ALL": "C"})
    return done.returncode, *(text.decode().replace("\r", "<CR>") for text in (done.stdout, done.stderr))


def differences(case, code, out, err):
    found = [] if code == case.exit else [f"exit {code}, expected {case.exit}"]
    for name, text in (("stdout", out), ("stderr", err)):
        if f"{name} contains" in case.parts:
            lines = [line for line in case.parts[f"{name} contains"] if line]
            found += [f"{name} lacks {line!r}; it is:\n{text}" for line in lines if line not in text]
        elif text.rstrip("\n") != case.expected(name).rstrip("\n"):
            found.append(f"{name} is\n{text}\nexpected\n{case.expected(name)}")
    return found


def update(case, code, out, err):
    lines = [re.sub(r"^exit .*", f"exit {code}", line) for line in case.head]
    for name, text in (("stdout", out), ("stderr", err)):
        if f"{name} contains" in case.parts:
            lines += [f"--- {name} contains", case.expected(f"{name} contains").rstrip("\n")]
        elif text:
            lines += [f"--- {name}", text.rstrip("\n")]
    case.path.write_text("\n".join(lines) + "\n")


def untested(command, cases):
    """Every command, and every option that its help lists, must occur in a case that ends well or with an answer."""
    help_of = lambda *words: subprocess.run([command, *words, "--help"], capture_output=True, text=True).stdout
    missing = []
    commands = re.findall(r"^  ([a-z-]+) ", help_of(), re.M)
    if len(commands) < 9:
        missing.append(f"the help lists only {commands}")
    for name in commands:
        for option in re.findall(r"--([a-z-]+)", help_of(name).split("\n\n")[-1]):
            used = [c for c in cases if c.arguments[:1] == [name] and c.exit <= 1
                    and any(word.split("=")[0] == f"--{option}" for word in c.arguments)]
            if not used:
                missing.append(f"no case uses policydoc {name} --{option}")
    return missing


def main():
    command = str(pathlib.Path(sys.argv[1]).resolve())
    cases = [Case(path) for path in sorted((HERE / "cases").glob("*.case"))]
    failed = 0
    folder = Folder()
    for case in cases:
        result = run(command, case, folder.fresh())
        if "--update" in sys.argv[2:]:
            update(case, *result)
            continue
        for difference in differences(case, *result):
            failed += 1
            print(f"{case.path.name}: {difference}")
    for problem in untested(command, cases):
        failed += 1
        print(problem)
    print(f"{len(cases)} cases, {failed} failures")
    return 1 if failed or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
