#!/bin/sh
# SPDX-License-Identifier: MIT
# run.sh BUILD CC LIBDIR COMMAND(0 or 1): installs BUILD, moves it, and builds and runs consumers with what was moved.
set -eu
build=$1 cc=$2 libdir=$3 command=$4
here=$(cd "$(dirname "$0")" && pwd)
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT INT TERM
case $cc in *clang*) cxx=clang++-14 ;; *) cxx=g++ ;; esac

expect() { # expect WHAT PROGRAM...: it must print the version and end well
    what=$1
    shift
    printed=$("$@") || { echo "$what: ended with $?"; exit 1; }
    case $printed in "policydoc 0."*) echo "well: $what" ;; *) echo "$what printed: $printed"; exit 1 ;; esac
}

cmake --install "$build" --prefix "$place/first" >/dev/null
mv "$place/first" "$place/moved there" # a space, and another name
prefix="$place/moved there"
if grep -rIl "$place/first" "$prefix" | grep .; then
    echo "these installed files know where they were installed"
    exit 1
fi
for file in include/policydoc/policydoc.h "$libdir/libpolicydoc.so.0" "$libdir/libpolicydoc.a" "$libdir/pkgconfig/policydoc.pc" \
    "$libdir/cmake/policydoc/policydoc-config-version.cmake" share/policydoc/profiles \
    share/policydoc/calendars/england-and-wales.xml share/policydoc/schema; do
    [ -e "$prefix/$file" ] || { echo "not installed: $file"; exit 1; }
done
library="$prefix/$libdir/libpolicydoc.so.0"
dynamic=$(readelf -dW "$library")
segments=$(readelf -lW "$library")
for flag in BIND_NOW NODELETE; do
    echo "$dynamic" | grep -q "$flag" || { echo "the shared library lacks $flag"; exit 1; }
done
if echo "$dynamic" | grep -E 'RPATH|RUNPATH|TEXTREL'; then echo "the shared library has what it must not have"; exit 1; fi
echo "$segments" | grep -q GNU_RELRO || { echo "the shared library lacks RELRO"; exit 1; }
if echo "$segments" | grep GNU_STACK | grep -q 'RWE'; then echo "the stack can be executed"; exit 1; fi
for needed in $(echo "$dynamic" | sed -n 's/.*NEEDED.*\[\(.*\)\]/\1/p'); do
    case $needed in
    libxml2.so.*|libz.so.*|libc.so.*) ;;
    *) echo "the shared library needs $needed"; exit 1 ;;
    esac
done
ln -s "$prefix" "$place/p" # pkg-config's answer is split at spaces by the shell
PKG_CONFIG_PATH=$place/p/$libdir/pkgconfig
LD_LIBRARY_PATH=$prefix/$libdir
export PKG_CONFIG_PATH LD_LIBRARY_PATH

flags=$(pkg-config --cflags --libs policydoc)
$cc -std=c11 -Wall -Wextra -Wpedantic -Werror "$here/consumer.c" -o "$place/c" $flags
expect "C, shared, pkg-config" "$place/c"
$cxx -x c++ -std=c++17 -Wall -Wextra -Wpedantic -Werror "$here/consumer.c" -x none -o "$place/cxx" $flags
expect "C++, shared, pkg-config" "$place/cxx"
static=$(pkg-config --static --cflags --libs policydoc | sed 's/-lpolicydoc/-Wl,-Bstatic -lpolicydoc -Wl,-Bdynamic/')
$cc -std=c11 "$here/consumer.c" -o "$place/static" $static
expect "C, static, pkg-config" env -u LD_LIBRARY_PATH "$place/static"
for kind in c cxx; do
    readelf -d "$place/$kind" | grep -q 'NEEDED.*libpolicydoc.so.0' || { echo "$kind is not linked to libpolicydoc.so.0"; exit 1; }
done
if readelf -d "$place/static" | grep -q 'NEEDED.*libpolicydoc'; then echo "static is linked to the shared library"; exit 1; fi

# The README's own examples: a program, and a piece that plans for the register of that program.
awk '/^```c$/ { block++; inside = 1; next } /^```$/ { inside = 0 } inside && block == 1' \
    "$here/../../README.md" >"$place/readme.c"
{
    printf '#include <policydoc/policydoc.h>\n#include <stdio.h>\nvoid plan_it(pdoc_register *reg, pdoc_error *error);\n'
    printf 'void plan_it(pdoc_register *reg, pdoc_error *error)\n{\n'
    awk '/^```c$/ { block++; inside = 1; next } /^```$/ { inside = 0 } inside && block == 2' "$here/../../README.md"
    printf '}\n'
} >"$place/piece.c"
$cc -std=c11 -Wall -Wextra -Werror -c "$place/piece.c" -o "$place/piece.o" $flags
$cc -std=c11 -Wall -Wextra -Werror "$place/readme.c" -o "$place/readme" $flags
printf '<register xmlns="urn:policydoc:1" schema-version="1.0"><document id="d1"><title>T</title></document></register>' >"$place/register.xml"
printed=$(cd "$place" && ./readme) || { echo "the README's example ended with $?"; exit 1; }
[ "$printed" = "1 documents" ] || { echo "the README's example printed: $printed"; exit 1; }

mkdir "$place/project"
cp "$here/consumer.c" "$place/project/consumer.c"
cp "$here/consumer.c" "$place/project/consumer.cpp"
cat >"$place/project/CMakeLists.txt" <<'END'
cmake_minimum_required(VERSION 3.22)
project(consumer C CXX)
find_package(policydoc 0.1 REQUIRED)
add_executable(c consumer.c)
target_link_libraries(c policydoc::policydoc)
add_executable(cxx consumer.cpp)
target_link_libraries(cxx policydoc::policydoc)
add_executable(static consumer.c)
target_link_libraries(static policydoc::static)
END
cmake -S "$place/project" -B "$place/project/build" -G Ninja -DCMAKE_PREFIX_PATH="$prefix" -DCMAKE_C_COMPILER="$cc" >"$place/log" 2>&1 &&
    cmake --build "$place/project/build" >>"$place/log" 2>&1 || { cat "$place/log"; exit 1; }
for kind in c cxx static; do
    expect "$kind, find_package" env -u LD_LIBRARY_PATH "$place/project/build/$kind"
done
if sed -i 's/policydoc 0.1/policydoc 0.2/' "$place/project/CMakeLists.txt" &&
    cmake -S "$place/project" -B "$place/project/newer" -DCMAKE_PREFIX_PATH="$prefix" >/dev/null 2>&1; then
    echo "find_package(policydoc 0.2) is content with 0.1"
    exit 1
fi
if [ "$command" = 1 ]; then
    expect "the command, moved" env -u LD_LIBRARY_PATH "$prefix/bin/policydoc" --version
    [ -e "$prefix/share/man/man1/policydoc.1" ] || { echo "not installed: the man page"; exit 1; }
fi
