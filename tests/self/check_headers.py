#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""check_headers.py [ROOT]: each public header compiles alone as C11 and C++17, and the umbrella includes all of them."""
import re
import shutil
import subprocess

from common import finish, root_from_arguments

COMMON = ["-Wall", "-Wextra", "-Wpedantic", "-Werror", "-fsyntax-only"]
LANGUAGES = [
    (["gcc", "clang-14", "clang", "cc"], ["-x", "c", "-std=c11", "-Wc++-compat", "-Wstrict-prototypes", *COMMON]),
    (["g++", "clang++-14", "clang++", "c++"], ["-x", "c++", "-std=c++17", *COMMON]),
]


def main():
    root = root_from_arguments()
    headers = sorted((root / "include" / "policydoc").glob("*.h"))
    problems, runs = [], 0
    for compilers, options in LANGUAGES:
        usable = [compiler for compiler in compilers if shutil.which(compiler)]
        if not usable:
            problems.append(f"none of these compilers is there: {' '.join(compilers)}")
        for compiler in usable:
            for header in headers:
                runs += 1
                source = f"#include <policydoc/{header.name}>\nint policydoc_header_alone;\n"
                done = subprocess.run([compiler, *options, "-I", str(root / "include"), "-"], input=source, text=True,
                                      capture_output=True, check=False)
                if done.returncode:
                    problems.append(f"{header.name} alone with {compiler}:\n{done.stderr.strip()}")
    umbrella = (root / "include" / "policydoc" / "policydoc.h").read_text()
    included = set(re.findall(r"#include <policydoc/(\w+\.h)>", umbrella))
    problems += [f"policydoc.h does not include {h.name}" for h in headers if h.name not in included | {"policydoc.h"}]
    if not headers:
        problems.append("no public header was found at all")
    finish(problems, f"{len(headers)} headers, {runs} compilations")


if __name__ == "__main__":
    main()
