/* SPDX-License-Identifier: MIT */
/* What the fuzz targets share: the entry that libFuzzer and replay.c call, and a check that is never compiled away. */
#ifndef PDOC_TESTS_FUZZ_H
#define PDOC_TESTS_FUZZ_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "policydoc/policydoc.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static inline void must(int holds, const char *what)
{
    if (holds)
        return;
    fprintf(stderr, "does not hold: %s\n", what);
    abort();
}

#endif
