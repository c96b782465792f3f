#!/bin/sh
# SPDX-License-Identifier: MIT
# Installs what is missing (Debian packages only), builds with tests, runs them. Last line: N passed, N failed, N skipped.
# sh tests/run.sh [--long]    PDOC_TEST_BUILD: where to build (default: build-tests beside this tree's sources)
set -eu
top=$(cd "$(dirname "$0")/.." && pwd)
build=${PDOC_TEST_BUILD:-$top/build-tests}
long=
case "${1:-}" in
--long) long=yes ;;
'') ;;
*)
    echo "usage: sh tests/run.sh [--long]" >&2
    exit 2
    ;;
esac

install_missing() {
    needed="gcc g++ libc6-dev cmake ninja-build pkg-config libxml2-dev zlib1g-dev libcmocka-dev"
    needed="$needed python3 python3-lxml libxml2-utils man-db" # the independent comparison, xmllint, the manual page
    needed="$needed python3-dateutil libical-dev" # what recurrence rules are compared with
    needed="$needed python3-icalendar" # what calendar files are read back by, with libical
    needed="$needed swig python3-dev python3-pytest mypy" # the package for Python
    needed="$needed chromium poppler-utils" # what pages of HTML are opened in, and what measures the printed ones
    [ -z "$long" ] || needed="$needed clang-14 libclang-rt-14-dev gcovr valgrind strace libsqlite3-dev"
    [ -z "$long" ] || needed="$needed libglpk-dev python3-numpy" # what the benchmarks of time are compared with
    missing=
    for package in $needed; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
    done
    [ -n "$missing" ] || return 0
    echo "installing:$missing"
    sudo=
    [ "$(id -u)" = 0 ] || sudo=sudo
    $sudo apt-get update -q >/dev/null
    # shellcheck disable=SC2086
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends $missing >/dev/null
}

# build_and_run FOLDER CTEST-OPTIONS... -- CMAKE-OPTIONS...: its JUnit report is FOLDER/junit.xml. Only $target is built.
reports=
target=all
build_and_run() {
    folder=$1
    shift
    select=
    while [ "$1" != -- ]; do
        select="$select $1"
        shift
    done
    shift
    printf '\n== %s ==\n' "$(basename "$folder")"
    rm -f "$folder/junit.xml"
    reports="$reports $folder/junit.xml"
    cmake -S "$top" -B "$folder" -G Ninja -DPDOC_BUILD_TESTS=ON -DPDOC_BUILD_PYTHON="$python" "$@" >"$folder.log" 2>&1 &&
        cmake --build "$folder" --target "$target" >>"$folder.log" 2>&1 || {
        tail -n 60 "$folder.log"
        echo "building in $folder failed"
        return 0 # the report that is missing counts as a failure
    }
    run_tests "$folder" junit.xml "$select"
}

# run_tests FOLDER REPORT "CTEST-OPTIONS"
run_tests() {
    # shellcheck disable=SC2086
    (cd "$1" && ctest $3 -j "$(nproc)" --output-on-failure --no-tests=error --output-junit "$1/$2") || :
}

install_missing
python=OFF
if command -v swig >/dev/null && [ -n "$(find /usr/include -name Python.h -print -quit)" ]; then
    python=ON
else
    echo "the package for Python is left out: swig or python3-dev is missing"
fi
mkdir -p "$(dirname "$build")"
if [ -z "$long" ]; then
    build_and_run "$build" -L quick -- -DCMAKE_BUILD_TYPE=RelWithDebInfo -DCMAKE_C_COMPILER=gcc
else
    build_and_run "$build" -L 'quick|long' -- -DCMAKE_BUILD_TYPE=RelWithDebInfo -DCMAKE_C_COMPILER=gcc -DPDOC_LONG_TESTS=ON
    ASAN_OPTIONS=detect_leaks=1:strict_string_checks=1:detect_stack_use_after_return=1
    export ASAN_OPTIONS
    build_and_run "$build-asan" -L quick -LE uninstrumented -- -DCMAKE_BUILD_TYPE=Debug -DCMAKE_C_COMPILER=gcc \
        -DCMAKE_C_FLAGS_DEBUG=-O1\ -g -DPDOC_SANITIZE=address,undefined
    target=thread_tests
    build_and_run "$build-tsan" -L threads -- -DCMAKE_BUILD_TYPE=Debug -DCMAKE_C_COMPILER=gcc \
        -DCMAKE_C_FLAGS_DEBUG=-O1\ -g -DPDOC_SANITIZE=thread
    target=all
    build_and_run "$build-clang" -L quick -LE uninstrumented -- \
        -DCMAKE_BUILD_TYPE=RelWithDebInfo -DCMAKE_C_COMPILER=clang-14 -DPDOC_WERROR=ON
    target=fuzzers
    build_and_run "$build-fuzz" -L fuzz -- -DCMAKE_BUILD_TYPE=Debug -DCMAKE_C_COMPILER=clang-14 \
        -DCMAKE_C_FLAGS_DEBUG=-O1\ -g -DPDOC_SANITIZE=address,undefined -DPDOC_FUZZ=ON
    target=all
    build_and_run "$build-coverage" -L quick -LE uninstrumented -- -DCMAKE_BUILD_TYPE=Debug -DCMAKE_C_COMPILER=gcc -DPDOC_COVERAGE=ON
    reports="$reports $build-coverage/junit-coverage.xml"
    rm -f "$build-coverage/junit-coverage.xml"
    run_tests "$build-coverage" junit-coverage.xml "-L coverage"
fi
# shellcheck disable=SC2086
exec python3 "$top/tests/summary.py" $reports
