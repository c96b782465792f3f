#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs examples/run.sh as the README says, in a copy of the tree, twice (the second time everything is there already).
# Usage: examples_run.sh SOURCES
set -eu
sources=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/tree"
(cd "$sources" && tar -cf - CMakeLists.txt CMakePresets.json LICENSE README.md include lib bindings examples pkgconfig) |
    tar -xf - -C "$folder/tree"
for time in first second; do
    (cd / && sh "$folder/tree/examples/run.sh") >"$folder/$time.txt" 2>&1 || {
        echo "the $time run of examples/run.sh ended with $?"
        cat "$folder/$time.txt"
        exit 1
    }
done
for words in 'Executive Committee' '2023-07-01' '2023-07-07' 'not met'; do
    grep -rqF "$words" "$folder/first.txt" "$folder/tree/build" --include=*.txt || {
        echo "nothing that examples/run.sh printed or wrote says \"$words\""
        cat "$folder/first.txt"
        exit 1
    }
done
[ -s "$folder/tree/build/audit-merton.json" ] || {
    echo "examples/run.sh wrote no report as data"
    exit 1
}
echo "examples/run.sh ran twice"
