/* SPDX-License-Identifier: MIT */
/* Labels of versions by the forms of PDOC_TABLE_SCHEME: read, compared, counted on, written. Knows nothing of
 * documents. */
#ifndef PDOC_GOVERNANCE_SCHEME_H
#define PDOC_GOVERNANCE_SCHEME_H

#include <stdbool.h>
#include <stdint.h>

#define PDOC__LABEL_NUMBERS 3
#define PDOC__LABEL_TEXT    64         /* room for a label, with its NUL */
#define PDOC__LABEL_FINAL   UINT32_MAX /* in the place of the number of a draft: the final text */

/* What a change does to a label. Draft and final: the next draft, and the text that is decided on. */
enum pdoc__step {
    PDOC__STEP_NONE,
    PDOC__STEP_MAJOR,
    PDOC__STEP_MINOR,
    PDOC__STEP_REVISION,
    PDOC__STEP_DRAFT,
    PDOC__STEP_FINAL,
    PDOC__STEP_COUNT
};
extern const char *const pdoc__step_names[PDOC__STEP_COUNT];
/* PDOC__STEP_COUNT: there is no such step. */
enum pdoc__step pdoc__step_find(const char *name);

struct pdoc__label {
    uint32_t numbers[PDOC__LABEL_NUMBERS];
    uint8_t count; /* of the numbers that are written */
    bool has_lead; /* the word in front is written */
};

struct pdoc__scheme_form; /* opaque: a row of the table in scheme.c */
/* NULL: there is none of that code. */
const struct pdoc__scheme_form *pdoc__scheme_form(const char *code);

/* A NULL form stands for a pattern: any text with numbers in it. False where the text is none of the form. */
bool pdoc__label_read(const struct pdoc__scheme_form *form, const char *text, struct pdoc__label *out);
int pdoc__label_compare(const struct pdoc__label *left, const struct pdoc__label *right); /* below, 0, above */
/* The label after `from` (NULL: there is none yet). `year`: of schemes that count by years, the one at hand. False
   where the form has no such step, or its numbers are used up. */
bool pdoc__label_next(const struct pdoc__scheme_form *form, const struct pdoc__label *from, enum pdoc__step step,
                      uint32_t year, struct pdoc__label *out);
void pdoc__label_write(const struct pdoc__scheme_form *form, const struct pdoc__label *label,
                       char text[PDOC__LABEL_TEXT]);
/* Does the form tell a draft from what was decided on, and is this one? */
bool pdoc__label_is_draft(const struct pdoc__scheme_form *form, const struct pdoc__label *label);
/* Which step leads from one label to a later one; PDOC__STEP_COUNT: the form does not show it. */
enum pdoc__step pdoc__label_step(const struct pdoc__scheme_form *form, const struct pdoc__label *from,
                                 const struct pdoc__label *to);

#endif
