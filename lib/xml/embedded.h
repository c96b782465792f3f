/* SPDX-License-Identifier: MIT */
/* Files that are compiled in. The table is made at build time by lib/profiles/embed.cmake. */
#ifndef PDOC_XML_EMBEDDED_H
#define PDOC_XML_EMBEDDED_H

#include <stddef.h>

struct pdoc__embedded {
    const char *id;
    const unsigned char *data;
    size_t size;
};

/* The shipped profiles, each behind what it extends. */
extern const struct pdoc__embedded pdoc__embedded_profiles[];
extern const size_t pdoc__embedded_profile_count;

/* The shipped calendars of working days. */
extern const struct pdoc__embedded pdoc__embedded_calendars[];
extern const size_t pdoc__embedded_calendar_count;

#endif
