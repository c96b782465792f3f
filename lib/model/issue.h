/* SPDX-License-Identifier: MIT */
/*
 * Practice issues, as the library sees them: coded facts, and steps that are only ever added. They have tables of their
 * own and are no events of a history, since an event may carry notes in words, and a practice issue must not: what
 * cannot be written down here needs no check later.
 */
#ifndef PDOC_MODEL_ISSUE_H
#define PDOC_MODEL_ISSUE_H

#include "model/model.h"
#include "policydoc/escalation.h"

#define PDOC_ISSUE_ATTRIBUTE(id, name, label, form, meaning) PDOC__ISSUE_##id,
enum pdoc__issue_attribute {
#include "model/issue_attributes.def"
    PDOC__ISSUE_ATTRIBUTE_COUNT
};
#undef PDOC_ISSUE_ATTRIBUTE

#define PDOC_ISSUE_STEP_ATTRIBUTE(id, name, label, form, meaning) PDOC__STEP_##id,
enum pdoc__issue_step_attribute {
#include "model/issue_attributes.def"
    PDOC__STEP_ATTRIBUTE_COUNT
};
#undef PDOC_ISSUE_STEP_ATTRIBUTE

#define PDOC_ISSUE_STEP(id, code, label, meaning) PDOC__STEPPED_##id,
enum pdoc__issue_step_kind {
#include "model/issue_attributes.def"
    PDOC__STEPPED_COUNT
};
#undef PDOC_ISSUE_STEP

/* What the value of an attribute looks like. None of them can hold a sentence. */
enum pdoc__issue_form {
    PDOC__ISSUE_FORM_CODE,  /* small letters, digits, hyphens */
    PDOC__ISSUE_FORM_CODES, /* several, with a space between */
    PDOC__ISSUE_FORM_NAME,  /* the same with capital letters: ids that others chose */
    PDOC__ISSUE_FORM_NAMES,
    PDOC__ISSUE_FORM_CASE,         /* letters, digits, "/" and hyphens; a digit among them */
    PDOC__ISSUE_FORM_PARTICIPANTS, /* several codes, each with "/" and a second one behind it, or not */
    PDOC__ISSUE_FORM_STEP,         /* id of a step of the same issue */
    PDOC__ISSUE_FORM_FLAG,         /* yes or no */
    PDOC__ISSUE_FORM_DAY,          /* a whole day */
    PDOC__ISSUE_FORM_TIME          /* hh:mm */
};

/* What tells a code from a sentence, as far as form can. */
#define PDOC__CODE_LETTERS 24u /* most letters and digits of a code */
#define PDOC__CODE_HYPHENS 3u  /* most hyphens of a code */
#define PDOC__CODE_MOST    (PDOC__CODE_LETTERS + PDOC__CODE_HYPHENS)
#define PDOC__CODES_MOST   8u /* most codes of a list */

struct pdoc_issue_step {
    const char *id;
    const char *values[PDOC__STEP_ATTRIBUTE_COUNT]; /* by enum pdoc__issue_step_attribute; NULL: not recorded */
    pdoc_date on;
    pdoc_date recorded;
    pdoc_date until;
    uint8_t kind; /* enum pdoc__issue_step_kind */
    uint32_t line;
};

struct pdoc_issue {
    pdoc_register *reg;
    const char *id;
    const char *values[PDOC__ISSUE_ATTRIBUTE_COUNT]; /* by enum pdoc__issue_attribute; NULL: not recorded */
    struct pdoc_issue_step *steps;
    pdoc_date on;
    pdoc_date recorded;
    uint32_t step_count;
    uint32_t line;
};

/* Puts a value of the attribute of that name into an issue or a step of it: checks its form, keeps a copy. INVALID says
   what was expected and never repeats the value: it may be what must not be written down. */
bool pdoc__issue_put(pdoc_register *reg, pdoc_issue *issue, const char *name, const char *value, pdoc_error **error);
bool pdoc__issue_step_put(pdoc_register *reg, struct pdoc_issue_step *step, const char *name, const char *value,
                          pdoc_error **error);
/* Has it all that it needs, and do its steps refer to earlier ones? INVALID says what is missing. */
bool pdoc__issue_is_whole(const pdoc_issue *issue, pdoc_error **error);
/* Has it the form of an id: letters, digits, hyphens within the limits above, no word that only sentences have? */
bool pdoc__is_code(const char *text, size_t size);
/* The codes that any track knows under an attribute of that name, with a space between; NULL: none. */
const char *pdoc__issue_codes(const char *attribute);
/* Minute of the day of a time that was checked; -1 for NULL. */
int pdoc__issue_minute(const char *time);

#endif
