#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""check_imports.py LIBRARY.so OBJECTS: nothing forbidden is imported; memory, system and libxml2 each by its own door.

OBJECTS is the folder of the library's object files, in which their paths end in lib/<layer>/<name>.c.o."""
import pathlib
import re
import subprocess
import sys

from common import finish

# Clock, locale, environment, printing, ending the process, hidden state, randomness, network: never.
FORBIDDEN = re.compile(r"""^(_*(
    time|clock|clock_\w+|gettimeofday|timespec_get|ftime|localtime(_r)?|gmtime(_r)?|mktime|timegm|strftime|ctime(_r)?|asctime(_r)?|tzset
  | setlocale|newlocale|uselocale|localeconv|nl_langinfo\w*|__ctype_\w+|strcoll\w*|strcasecmp|strncasecmp|isoc99_\w*scanf|\w*scanf
  | strtod|strtof|strtold|atof|toupper|tolower|isalpha|isspace|isdigit|isalnum
  | getenv|secure_getenv|setenv|putenv|unsetenv
  | (f|v|vf|d|vd)?printf(_chk)?|v?asprintf(_chk)?|sprintf(_chk)?|vsprintf(_chk)?|puts|fputs\w*|putchar|putc|fputc|fwrite|perror|stdout|stderr|stdin|syslog
  | exit|_exit|_Exit|quick_exit|abort|atexit|raise|kill|signal|sigaction|__assert_fail|assert_fail
  | strtok|strerror|strerror_r|rand|srand|random|srandom|drand48|getrandom|getentropy|arc4random\w*
  | system|popen|fork|exec\w+|posix_spawn\w*|dlopen|dlsym|socket|connect|bind|getaddrinfo|gethostbyname\w*
  | gets|strcpy|strcat|alloca|longjmp|setjmp|fopen(64)?|fread|fclose|tmpfile|tmpnam|mktemp|mkstemp|chdir|umask|getcwd
  ) | xmlCleanup\w+|xmlMemSetup|xmlGcMemSetup|xmlSetExternalEntityLoader|xml\w+Default|xml\w+DefaultValue
  | xmlReadFile|xmlParseFile|xmlReadFd|xmlCtxtReadFile|xmlXInclude\w+|xmlRecover\w+|xmlSAX1\w*|xmlParserInputBufferCreateFilename
  | xmlNano\w+|xmlSchema\w+|xmlRelaxNG\w+|xmlXPath\w+|xmlLoadExternalEntity|xmlSave\w+|xmlTextReader\w+|xmlTextWriter\w+
  | xmlRegister\w+|xmlSetFeature|xmlInitGlobals|xmlThrDef\w+
)$""", re.X)

# Each of these only from the one file that may.
DOORS = [
    (re.compile(r"^(malloc|calloc|realloc|reallocarray|free|strdup|strndup|posix_memalign|aligned_alloc)$"), "lib/base/alloc.c"),
    (re.compile(r"^_*(open(64)?(_2)?|openat(64)?|close|read(_chk)?|write|pread(64)?|pwrite(64)?|fsync|fdatasync|fstat(64)?|lstat(64)?|stat(64)?"
                r"|fchmod|chmod|flock|link|symlink|rename|unlink|realpath(_chk)?|fcntl(64)?|mmap(64)?|munmap|opendir|mkdir)$"),
     "lib/base/system.c"),
    (re.compile(r"^(_*xmlGenericError\w*|_*xmlStructuredError\w*|xmlSetGenericErrorFunc|xmlSetStructuredErrorFunc)$"), "lib/xml/sax_hooks.c"),
    (re.compile(r"^xml\w+$"), "lib/xml/"),
    (re.compile(r"^(inflate|deflate|crc32|gz[a-z]+|zlib\w*|compress|uncompress)\w*$"), "lib/xml/"),
]


def undefined(path, *options):
    listing = subprocess.run(["nm", *options, "--undefined-only", path], check=True, capture_output=True, text=True).stdout
    return sorted({line.split()[-1].split("@")[0] for line in listing.splitlines() if line.split()})


def source_of(path):
    found = re.search(r"(lib/\w+/.*\.c)\.o$", path.as_posix())
    return found.group(1) if found else path.name


def main():
    library, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    objects = sorted(folder.rglob("*.o"))
    problems = [f"the library imports {n}" for n in undefined(library, "-D") if FORBIDDEN.match(n)]
    for path in objects:
        source = source_of(path)
        for name in undefined(path):
            if FORBIDDEN.match(name):
                problems.append(f"{source} imports {name}")
            door = next((place for pattern, place in DOORS if pattern.match(name)), None)
            if door and not source.startswith(door):
                problems.append(f"{source} imports {name}: only {door} may")
    if not objects:
        problems.append(f"no object files below {folder}")
    finish(problems, f"imports of {len(objects)} object files")


if __name__ == "__main__":
    main()
