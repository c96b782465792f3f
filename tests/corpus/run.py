#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""run.py PROGRAM FOLDER: unpacks the corpus outside the tree, has PROGRAM read every input, and compares the verdicts.

FOLDER holds corpus.tar.xz and manifest.tsv. Where it is absent the test is skipped (77)."""
import collections
import pathlib
import re
import subprocess
import sys
import tarfile
import tempfile

HERE = pathlib.Path(__file__).resolve().parent


def decisions():
    """Our verdicts on the inputs that the manifest leaves to us."""
    return dict(re.findall(r"^\| `([^`]+)` \| ([a-z-]+) \|", (HERE / "policy.md").read_text(), re.M))


def expectations(manifest):
    rows = [line.split("\t") for line in manifest.read_text().splitlines() if line and not line.startswith("#")]
    ours = decisions()
    found, problems = {}, []
    for path, expected in ((row[0], row[5]) for row in rows):
        if expected == "policy" and path not in ours:
            problems.append(f"{path}: tests/corpus/policy.md does not decide on it")
        found[path] = ours.get(path, expected) if expected == "policy" else expected
    return found, problems


def complaint(expected, verdict, status):
    """What is wrong with a verdict, or None."""
    if verdict == "crash":
        return f"ended by signal or code {status}"
    if expected.startswith("reject"):
        # The XML layer judges the whole file; the reader may refuse earlier, at a root that is a stranger.
        return None if verdict == "reject" and status != "ok" else "ought to be refused for its XML"
    if expected == "accept-xml":
        return None if verdict == "accept" and status == "format" else "ought to be refused for its root only"
    if expected.startswith("accept"):
        return None if verdict == "accept" and status == "ok" else "ought to be accepted"
    return None if expected in ("no-crash", "fuzz") else f"the manifest expects the unknown {expected}"


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    if not (folder / "corpus.tar.xz").is_file():
        print("skipped: the corpus of XML inputs is not beside this checkout (../shared/data/xml-corpus)")
        return 77
    expected, problems = expectations(folder / "manifest.tsv")
    with tempfile.TemporaryDirectory() as place:
        with tarfile.open(folder / "corpus.tar.xz") as archive:
            archive.extractall(place)
        done = subprocess.run([program], input="\n".join(expected) + "\n", cwd=place, capture_output=True, text=True, check=False)
    seen = collections.Counter()
    for line in done.stdout.splitlines():
        path, verdict, status, milliseconds = line.split("\t")
        seen[expected[path]] += 1
        wrong = complaint(expected[path], verdict, status)
        if wrong:
            problems.append(f"{path}: {wrong}; expected {expected[path]}, XML {verdict}, reader {status}, {milliseconds} ms")
    if done.returncode or sum(seen.values()) != len(expected):
        problems.append(f"{sum(seen.values())} of {len(expected)} inputs were read; ended with {done.returncode} {done.stderr}")
    for problem in problems[:60]:
        print(problem)
    print(", ".join(f"{count} {name}" for name, count in sorted(seen.items())), f"- {len(problems)} mismatches")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
