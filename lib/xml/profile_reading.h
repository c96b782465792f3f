/* SPDX-License-Identifier: MIT */
/* What the rooms of the profile reader share: the reading at hand, its tables of elements, its errors. */
#ifndef PDOC_XML_PROFILE_READING_H
#define PDOC_XML_PROFILE_READING_H

#include "governance/comparison.h"
#include "xml/elements.h"

#define PDOC__PROFILE_ERRORS 20 /* more of them help nobody */

/* Where a row of the profile came from: its own file, or the profile that it extends. */
struct pdoc__row_source {
    const struct pdoc__element *node; /* NULL: inherited */
    const void *inherited;
};

struct pdoc__reading {
    pdoc_profile *profile;
    const pdoc_profile *base; /* NULL: it extends nothing */
    const char *file;
    struct pdoc__elements tree;
    struct pdoc__row_source *sources[PDOC__PROFILE_TABLES];
    pdoc_error *errors[PDOC__PROFILE_ERRORS];
    unsigned error_count; /* also of those that found no room */
    size_t remark_capacity;
    bool out_of_memory;
};

/* How a member of a row is written, and what it becomes. */
enum pdoc__member_form {
    PDOC__FORM_TEXT,         /* const char * */
    PDOC__FORM_CHOICE,       /* const char *: one of `choices` */
    PDOC__FORM_TABLE_CODE,   /* const char *: a code of the library's `table` */
    PDOC__FORM_TABLE_NUMBER, /* uint8_t: row of a code of the library's `table` */
    PDOC__FORM_NUMBERED,     /* uint8_t: place in `choices` */
    PDOC__FORM_FLAG,         /* bool: the second of two `choices` */
    PDOC__FORM_BYTE,         /* uint8_t: a number from 0 to 255 */
    PDOC__FORM_SIGNED,       /* int16_t: a number from -100 to 100 */
    PDOC__FORM_DATE,         /* pdoc_date */
    PDOC__FORM_OFFSET,       /* pdoc_offset */
    PDOC__FORM_WORDS,        /* struct pdoc__texts, with spaces between */
    PDOC__FORM_PARTIES,      /* struct pdoc__parties: codes of parties or operands, with spaces between */
    PDOC__FORM_TEXTS,        /* struct pdoc__texts: the element repeats */
    PDOC__FORM_PREDICATE,    /* const struct pdoc__predicate * */
    PDOC__FORM_LATER         /* known here, stored by the code of its table */
};

struct pdoc__member {
    const char *name;
    bool is_element;
    uint8_t form; /* enum pdoc__member_form */
    int16_t table;
    size_t at; /* in the row */
    const char *const *choices;
};

/* One table of a profile: its elements, where its rows lie, what they hold. */
struct pdoc__row_form {
    const char *table;
    const char *row;
    const char *label; /* element that holds the row's label; NULL: it has none */
    size_t size;
    size_t at; /* of the pointer to the rows in pdoc_profile */
    const struct pdoc__member *members;
};

extern const struct pdoc__row_form pdoc__row_forms[PDOC__PROFILE_TABLES];
extern const struct pdoc__member pdoc__rule_members[];    /* what every row may have; ends with a name of NULL */
extern const struct pdoc__member pdoc__profile_members[]; /* attributes and elements of the root */

/* profile_reading.c: errors, remarks, texts. All but the first return false when memory has run out. */
void pdoc__reading_fail(struct pdoc__reading *reading, const struct pdoc__element *node, const char *format, ...)
    PDOC__PRINTF(3, 4);
struct pdoc__place pdoc__reading_place(const struct pdoc__reading *reading, const struct pdoc__element *node,
                                       char *path, size_t path_size);
/* All errors in the order of the file, as one chain for the caller. */
pdoc_error *pdoc__reading_errors(struct pdoc__reading *reading);
/* Takes over an error that another function made. */
bool pdoc__reading_take(struct pdoc__reading *reading, pdoc_error *error);
bool pdoc__reading_remark(struct pdoc__reading *reading, enum pdoc__remark_kind kind, const struct pdoc__element *node,
                          const char *name);
bool pdoc__reading_text(struct pdoc__reading *reading, const char *text, const char **out);
void *pdoc__reading_alloc(struct pdoc__reading *reading, size_t count, size_t size); /* in the profile, cleared */
void *pdoc__reading_row(const pdoc_profile *profile, pdoc_profile_table table, size_t row);

/* profile_members.c: stores the members of one row from its element. */
bool pdoc__members_read(struct pdoc__reading *reading, const struct pdoc__member *members,
                        const struct pdoc__element *node, void *row);
/* Of a row that was copied from another profile: copies what lies in the memory of that profile. */
bool pdoc__members_copy(struct pdoc__reading *reading, const struct pdoc__member *members, void *row);
/* Remarks on attributes and elements of a row that its tables do not name. */
bool pdoc__members_check(struct pdoc__reading *reading, const struct pdoc__row_form *form,
                         const struct pdoc__element *node);

/* profile_rows.c: fills every table with inherited and own rows. */
bool pdoc__rows_read(struct pdoc__reading *reading);
/* profile_resolve.c: looks up all names that rows give one another. */
bool pdoc__rows_resolve(struct pdoc__reading *reading);
/* profile_facts.c: what facts select and give; then their order, without circles. */
bool pdoc__facts_resolve(struct pdoc__reading *reading);
bool pdoc__facts_check_circles(struct pdoc__reading *reading);
/* profile_parties.c: somebody whom a row names; then every list of such. */
void pdoc__who_resolve(const pdoc_profile *profile, const char *name, struct pdoc__operand *operand, const char **code);
bool pdoc__parties_resolve(struct pdoc__reading *reading);
/* profile_flow.c: what routes, transitions, tracks and cues name. */
bool pdoc__flow_resolve(struct pdoc__reading *reading);
/* profile_plan.c: what steps of a plan and reminders name; then that no step is counted from itself. */
bool pdoc__step_resolve(struct pdoc__reading *reading, const struct pdoc__row_source *source, size_t index);
bool pdoc__reminder_resolve(struct pdoc__reading *reading, const struct pdoc__row_source *source, size_t index);
bool pdoc__plan_check(struct pdoc__reading *reading);
/* profile_predicate.c: every when, must, waived and where. */
bool pdoc__predicates_resolve(struct pdoc__reading *reading);

/* The word of a table that is most like one that is not in it (profile_suggest.c). */
const char *pdoc__nearest_word(pdoc_table table, const char *written);

#endif
