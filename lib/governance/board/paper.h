/* SPDX-License-Identifier: MIT */
/* The paper for a board while it is counted, and when it is there: sections of rows of figures, each with its
 * documents. */
#ifndef PDOC_GOVERNANCE_BOARD_PAPER_H
#define PDOC_GOVERNANCE_BOARD_PAPER_H

#include <stdatomic.h>

#include "base/map.h"
#include "governance/judge.h"
#include "policydoc/board_paper.h"

/* In the order in which a board reads them. */
enum pdoc__board_section {
    PDOC__BOARD_STATES,
    PDOC__BOARD_REVIEWS,
    PDOC__BOARD_AGE,
    PDOC__BOARD_TYPES,
    PDOC__BOARD_BODIES,
    PDOC__BOARD_RESPONSIBLE,
    PDOC__BOARD_DECISIONS,
    PDOC__BOARD_EXTENSIONS,
    PDOC__BOARD_CONSULTATIONS,
    PDOC__BOARD_ENGAGEMENT,
    PDOC__BOARD_ASSESSMENTS,
    PDOC__BOARD_ISSUES,
    PDOC__BOARD_STAGES,
    PDOC__BOARD_OUTCOMES,
    PDOC__BOARD_LEARNING,
    PDOC__BOARD_SECTION_COUNT
};

/* Figures of a table of states, and rows of the section of states: the states as a board is told of them, and sums. */
enum pdoc__board_state {
    PDOC__BOARD_IN_DATE,
    PDOC__BOARD_DUE_SOON,
    PDOC__BOARD_DUE_IN_PERIOD,
    PDOC__BOARD_OVERDUE,
    PDOC__BOARD_UNDER_WAY,
    PDOC__BOARD_EXTENDED,
    PDOC__BOARD_ALL_OVERDUE,
    PDOC__BOARD_NO_DATA,
    PDOC__BOARD_NO_RULE,
    PDOC__BOARD_NONE,
    PDOC__BOARD_ALL,
    PDOC__BOARD_STATE_COUNT
};
enum { PDOC__BOARD_FELL_DUE, PDOC__BOARD_REVIEWED, PDOC__BOARD_STARTED, PDOC__BOARD_DUE_NEXT };
enum { PDOC__BOARD_TO_30, PDOC__BOARD_TO_90, PDOC__BOARD_TO_365, PDOC__BOARD_OVER_365 };
enum {
    PDOC__BOARD_APPROVED,
    PDOC__BOARD_AMENDED,
    PDOC__BOARD_DEFERRED,
    PDOC__BOARD_REFERRED,
    PDOC__BOARD_REJECTED,
    PDOC__BOARD_NO_OUTCOME,
    PDOC__BOARD_DECISIONS_IN_ALL
};
enum { PDOC__BOARD_GIVEN, PDOC__BOARD_DELAY, PDOC__BOARD_LONGEST, PDOC__BOARD_AGAINST_RULE };
enum {
    PDOC__BOARD_SENT,
    PDOC__BOARD_REPLIED,
    PDOC__BOARD_DEEMED,
    PDOC__BOARD_NO_REPLY,
    PDOC__BOARD_LATE,
    PDOC__BOARD_CANNOT_TELL,
    PDOC__BOARD_WAITING,
    PDOC__BOARD_CLOSED,
    PDOC__BOARD_NOT_ASKED
};
enum { PDOC__BOARD_TIMES, PDOC__BOARD_PEOPLE };
enum {
    PDOC__BOARD_CONSIDERED,
    PDOC__BOARD_SCREENED,
    PDOC__BOARD_COMPLETED,
    PDOC__BOARD_APPENDED,
    PDOC__BOARD_OTHER_STAGE,
    PDOC__BOARD_ASSESSMENTS_IN_ALL
};

/* A figure or a fixed row: what it is called, and what it counts. */
struct pdoc__board_word {
    const char *code;
    const char *label;
    const char *unit; /* of a figure: "documents", "decisions", "days" ... */
};

struct pdoc__board_form {
    const char *code;
    const char *label;
    const char *row_label; /* what its rows are */
    const struct pdoc__board_word *figures;
    const struct pdoc__board_word *rows; /* NULL: they come as they are met */
    size_t figure_count;
    size_t row_count;
    bool has_total;    /* its first row is the sum of the others */
    bool is_of_period; /* it tells what happened in the period, not how things stand on its last day */
};
extern const struct pdoc__board_form pdoc__board_forms[PDOC__BOARD_SECTION_COUNT];
/* Where a state of review stands among those that a board is told of. */
enum pdoc__board_state pdoc__board_state_of(pdoc_review_state state);

enum { PDOC__BOARD_NOW, PDOC__BOARD_BEFORE, PDOC__BOARD_PERIODS };

struct pdoc__board_figure {
    int64_t number;
    uint32_t *documents; /* in the order of the register, each once */
    size_t count;
    size_t capacity;
};

struct pdoc__board_row {
    pdoc_board_row_kind kind;
    const char *code; /* NULL: all of them, or not recorded */
    const char *label;
    struct pdoc__board_figure *figures; /* two of each: now, and a year before */
};

struct pdoc__board_rows {
    struct pdoc__board_row **items;
    size_t count;
    size_t capacity;
    struct pdoc__board_row *total;
    struct pdoc__board_row *not_recorded;
    struct pdoc__map by_code;
};

/* A document on the last day of the period. */
struct pdoc__board_line {
    const char *id;
    const char *title;
    const char *reference;
    const char *type;
    const char *body;
    const char *responsible;
    pdoc_date due;
    int32_t days_overdue;
    uint8_t state;
};

struct pdoc__board_period {
    pdoc_date from;
    pdoc_date until;
    pdoc_date known; /* not recorded: all that is known */
};

struct pdoc_board_paper {
    atomic_size_t references;
    struct pdoc__arena arena;
    struct pdoc__pool pool;
    const char *title;
    const char *language;
    const char *body;
    struct pdoc__board_period periods[PDOC__BOARD_PERIODS];
    struct pdoc__board_rows sections[PDOC__BOARD_SECTION_COUNT];
    struct pdoc__board_line *documents;
    size_t document_count;
};

/* The counting of one period. One sticky failure: memory ran out. */
struct pdoc__board_count {
    pdoc_board_paper *paper;
    struct pdoc__judge *judge;
    int period;
    int32_t first;
    int32_t last;
    int32_t next_last; /* of the period of the same length that follows */
    uint32_t document; /* at hand; UINT32_MAX: none is behind what is counted */
    bool failed;
};

/* Rows and figures (rows.c). A name of NULL or "" is "not recorded"; a label of NULL: the code serves. */
bool pdoc__board_begin_rows(pdoc_board_paper *paper, pdoc_error **error);
const char *pdoc__board_keep(struct pdoc__board_count *count, const char *text);
struct pdoc__board_row *pdoc__board_row(struct pdoc__board_count *count, enum pdoc__board_section section,
                                        const char *code, const char *label);
/* Adds to a figure of a row, and of the total of its section; the document at hand is behind it. */
void pdoc__board_add(struct pdoc__board_count *count, enum pdoc__board_section section, struct pdoc__board_row *row,
                     size_t figure, int64_t number);
/* The same for a figure that is the greatest of those met. */
void pdoc__board_raise(struct pdoc__board_count *count, enum pdoc__board_section section, struct pdoc__board_row *row,
                       size_t figure, int64_t number);
void pdoc__board_sort_rows(pdoc_board_paper *paper);
void pdoc__board_free_rows(pdoc_board_paper *paper);
/* A code as words: "new-legislation" as "New legislation". */
const char *pdoc__board_words(struct pdoc__board_count *count, const char *code);

static inline bool pdoc__board_has(const struct pdoc__board_count *count, pdoc_date on)
{
    const int32_t day = pdoc__interval_of(on).last; /* of a month its last day: each event is in one period only */
    return pdoc_date_is_recorded(on) && day >= count->first && day <= count->last;
}

/* What the document that the judge has at hand adds (documents.c, events.c); the practice issues (issues.c). */
void pdoc__board_count_document(struct pdoc__board_count *count);
bool pdoc__board_count_events(struct pdoc__board_count *count, pdoc_error **error);
bool pdoc__board_count_issues(struct pdoc__board_count *count, const pdoc_basis *basis, pdoc_error **error);

/* A day so many times an offset before another (days.c). The last day of a month stays one where months are counted. */
pdoc_status pdoc__board_back(pdoc_date day, pdoc_offset every, int32_t times, pdoc_date *out, pdoc_error **error);
/* Last day of the period of the same length that follows; of whole months, where the period has whole months. */
int32_t pdoc__board_next_last(pdoc_date from, pdoc_date until);

#endif
