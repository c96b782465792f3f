#!/bin/sh
# SPDX-License-Identifier: MIT
# Installs what is missing (Debian packages only), builds into build/, audits an example register, says what to do next.
# sh examples/run.sh    Safe to run again, from any folder, as root or with sudo.
set -eu
top=$(cd "$(dirname "$0")/.." && pwd)
build=$top/build
register=$top/examples/registers/merton.xml
day=2026-11-22 # a fixed day, so that everybody sees the same report

install_missing() {
    missing=
    for package in gcc libc6-dev make cmake pkg-config libxml2-dev zlib1g-dev; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
    done
    [ -n "$missing" ] || return 0
    echo "Installing:$missing"
    sudo=
    [ "$(id -u)" = 0 ] || sudo=sudo
    $sudo apt-get update -q >/dev/null
    # shellcheck disable=SC2086
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends $missing >/dev/null
}

build_it() {
    mkdir -p "$build"
    echo "Building in $build (its log: $build/build.log) ..."
    if cmake -S "$top" -B "$build" >"$build/build.log" 2>&1 &&
        cmake --build "$build" -j "$(nproc)" >>"$build/build.log" 2>&1; then
        return 0
    fi
    tail -n 40 "$build/build.log" >&2
    echo "The build failed; the end of its log is above." >&2
    exit 1
}

# audit FORM FILE: 0 and 1 are both answers; anything else is a failure.
audit() {
    "$build/policydoc" audit "$register" --on "$day" --format "$1" -o "$2" && answer=0 || answer=$?
    [ "$answer" -le 1 ] || exit "$answer"
}

install_missing
build_it
audit json "$build/audit-merton.json"
audit text "$build/audit-merton.txt"

echo
sed '/must be met/q' "$build/audit-merton.txt" # the summary; the findings follow in the file
echo
if [ "$answer" = 1 ]; then
    echo "The audit ended with 1: a rule that must be met is not met. That is its answer, not a failure."
fi
cat <<END

The whole report: $build/audit-merton.txt (as data: $build/audit-merton.json)

Next, in $top:

  build/policydoc due examples/registers/merton.xml --on $day
      what must be reviewed, by when and by whom
  build/policydoc explain examples/registers/merton.xml d1 --on $day
      how each date, state and finding of one document was reached
  build/policydoc plan examples/registers/planning.xml "EX 1" --on 2026-11-24
      by when each step must be done, back from the day on which a review is due
  build/policydoc profiles
      the sets of rules that are shipped; "profile ID" prints one
  build/policydoc validate YOUR-REGISTER.xml
      a register of your own, begun as a copy of examples/registers/merton.xml
  build/policydoc audit YOUR-REGISTER.xml --profile multi-agency
      judged by the rules that fit it best
  build/policydoc --help
      all commands; the manual: man examples/policydoc/policydoc.1
END
