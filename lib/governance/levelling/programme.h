/* SPDX-License-Identifier: MIT */
/* What a rolling programme holds, and the steps in which one is made. */
#ifndef PDOC_GOVERNANCE_PROGRAMME_H
#define PDOC_GOVERNANCE_PROGRAMME_H

#include <stdatomic.h>

#include "base/buffer.h"
#include "governance/judge.h"
#include "governance/levelling/level.h"
#include "policydoc/plan.h"

/* Months are counted from January of the year 0. */
#define PDOC__NO_MONTH INT32_MIN
#define PDOC__MOST_EFFORT 10000u    /* of one review */
#define PDOC__MOST_MONTHS 120u      /* of a programme */
#define PDOC__ALL_MONTHS 0x1FFEu    /* of a year, as bits 1 to 12 */

static inline int32_t pdoc__month_of(pdoc_date date)
{
    return pdoc_date_is_recorded(date) ? date.year * 12 + (date.month > 0 ? date.month - 1 : 0) : PDOC__NO_MONTH;
}

static inline pdoc_date pdoc__month_date(int32_t month)
{
    if (month < 12)
        return (pdoc_date){0, 0, 0};
    return (pdoc_date){(int16_t)(month / 12), (uint8_t)(month % 12 + 1), 0};
}

struct pdoc__programme_entry {
    const char *who;      /* NULL: nobody is named */
    const char *obstacle; /* NULL: none */
    uint32_t document;
    uint32_t effort;
    int32_t month;    /* PDOC__NO_MONTH: not placed */
    int32_t previous; /* in the forward plan; PDOC__NO_MONTH: none */
    int32_t first;    /* first month in which it may be reviewed */
    pdoc_date due;
    bool is_pinned;
    bool is_late;
    bool is_before; /* not overdue on the day judged, but due before the programme begins */
};

struct pdoc_programme {
    atomic_size_t references;
    struct pdoc__arena arena; /* of all texts */
    struct pdoc__pool pool;   /* of those responsible: equal ones have equal addresses */
    pdoc_date as_of;
    int32_t first; /* month */
    uint32_t month_count;
    uint32_t loads[PDOC__MOST_MONTHS];
    uint32_t loads_at_deadline[PDOC__MOST_MONTHS];
    bool blocked[PDOC__MOST_MONTHS];
    struct pdoc__programme_entry *entries;
    size_t count;
    size_t moved;
    size_t lost; /* entries with a month on the forward plan, and none here */
    size_t later;   /* documents that are due after the last month */
    size_t undated; /* documents without a due day */
    size_t left_out; /* for want of capacity */
    uint32_t peak;
    uint32_t lower_bound;
    bool is_optimal;
    bool moved_is_least;
    bool is_replan;
    const char *bottleneck;
};

/* Most effort a month for one responsible; `name` NULL: for each who is not named. */
struct pdoc__programme_capacity {
    const char *name;
    uint32_t effort;
    bool is_used;
};

/* The options, understood. */
struct pdoc__programme_wish {
    pdoc_offset earlier;
    pdoc_offset catch_up; /* all 0: what is overdue goes to the first open month */
    int32_t first;
    uint32_t month_count;
    uint32_t months; /* of the year, as bits 1 to 12 */
    bool blocked[PDOC__MOST_MONTHS];
    struct pdoc__programme_capacity *capacities;
    size_t capacity_count;
    bool keep;
    struct pdoc__arena arena;
};

/* programme_options.c. INVALID names the option, what was found and what was expected. */
bool pdoc__programme_understand(const pdoc_programme_options *options, pdoc_date as_of,
                                struct pdoc__programme_wish *out, pdoc_error **error);
void pdoc__programme_wish_end(struct pdoc__programme_wish *wish);
/* Months of the year such as "4 10", as bits; false if it cannot be understood. */
bool pdoc__programme_months(const char *text, uint32_t *out);
bool pdoc__programme_number(const char *text, size_t size, uint32_t most, uint32_t *out);

/* programme_entries.c: what is due, in the order of the register, each with the months that are open to it. */
struct pdoc__programme_work {
    struct pdoc__judge *judge;
    struct pdoc__programme_wish *wish;
    pdoc_programme *programme;
    struct pdoc__job *jobs;  /* beside the entries; no months: it has an obstacle */
    const char **owners;     /* those responsible for whom a capacity holds */
    uint32_t *capacities;
    size_t owner_count;
    struct pdoc__level level;
};
bool pdoc__programme_take_entries(struct pdoc__programme_work *work, pdoc_error **error);
/* programme_words.c; false: memory ran out. */
bool pdoc__programme_say(struct pdoc__programme_work *work, pdoc_error **error);
/* Takes a text over from a buffer, and empties it; NULL: memory ran out. */
const char *pdoc__programme_text(pdoc_programme *programme, struct pdoc__buffer *buffer, pdoc_error **error);
void pdoc__programme_month_words(struct pdoc__buffer *buffer, int32_t month, bool with_year);

#endif
