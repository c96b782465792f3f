/* SPDX-License-Identifier: MIT */
/* What the benchmark measures with: processor time of this thread, the best of several runs, and the references. */
#ifndef PDOC_BENCH_MEASURE_H
#define PDOC_BENCH_MEASURE_H

#include <stddef.h>
#include <stdint.h>

typedef void (*bench_work)(void *context);

/* Seconds of processor time of the best of `runs` runs. */
double bench_best(bench_work work, void *context, int runs);
/* Bytes that the allocator has handed out now. */
size_t bench_memory(void);

/* References (reference.c, reference_sqlite.c). Each ends the program with a sentence if it fails. */
void reference_sax(void *path);         /* libxml2's own SAX2 parse with empty handlers */
struct bench_tape;                      /* what an XML file says, as calls to be made again */
struct bench_tape *reference_tape(const char *path);
void reference_text_writer(void *tape); /* xmlTextWriter into memory */
void reference_tape_free(struct bench_tape *tape);
struct bench_bytes {
    const unsigned char *data;
    size_t size;
};
void reference_deflate(void *bytes); /* zlib at level 6, nothing else */
void reference_months(void *unused); /* three years on, by gmtime_r and timegm, for a million days */
struct bench_sqlite;
struct bench_sqlite *reference_sqlite(const int32_t *days, size_t count);
void reference_sqlite_window(void *sqlite); /* the rows of thirty days, by index */
void reference_sqlite_free(struct bench_sqlite *sqlite);

#define BENCH_WINDOW_FIRST 20820 /* days since 1970: the window starts on 2027-01-02 and moves on day by day */
#define BENCH_WINDOW_DAYS 30
#define BENCH_WINDOWS 1000

#endif
