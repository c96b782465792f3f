#!/bin/sh
# SPDX-License-Identifier: MIT
# reproducible.sh SOURCE CC: the same sources in two folders of different names give the same bytes.
set -eu
source=$1 cc=$2
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT INT TERM
mkdir "$place/one"
for part in lib include examples pkgconfig CMakeLists.txt; do
    cp -R "$source/$part" "$place/one/$part"
done
cp -R "$place/one" "$place/another-and-longer"
for name in one another-and-longer; do
    cmake -S "$place/$name" -B "$place/$name/out-$name" -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo -DCMAKE_C_COMPILER="$cc" >"$place/log" 2>&1 &&
        cmake --build "$place/$name/out-$name" >>"$place/log" 2>&1 || { tail -n 30 "$place/log"; exit 1; }
    (cd "$place/$name/out-$name" && sha256sum libpolicydoc.a libpolicydoc.so.0 >"$place/$name.sums")
done
diff "$place/one.sums" "$place/another-and-longer.sums"
echo "well: both builds are the same"
