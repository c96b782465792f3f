/* SPDX-License-Identifier: MIT */
/* Processor time of what must not take long. Knows nothing of what is timed. */
#ifndef PDOC_TESTS_TIMING_H
#define PDOC_TESTS_TIMING_H

#include <stdlib.h>
#include <time.h>

/* Seconds of a processor; PDOC_SLOWNESS says how many times longer all takes, as under valgrind. */
static inline double seconds_since(clock_t start)
{
    const char *slowness = getenv("PDOC_SLOWNESS");
    const long times = slowness ? strtol(slowness, NULL, 10) : 1;
    return (double)(clock() - start) / CLOCKS_PER_SEC / (double)(times > 1 ? times : 1);
}

#endif
