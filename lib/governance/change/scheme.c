/* SPDX-License-Identifier: MIT */
/* The forms of labels of versions, one row each. Knows nothing of documents. */
#include "governance/change/scheme.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"

#define NUMBER_MOST 999999999u

const char *const pdoc__step_names[PDOC__STEP_COUNT] = {"none", "major", "minor", "revision", "draft", "final"};

enum pdoc__step pdoc__step_find(const char *name)
{
    int step = 0;
    while (step < PDOC__STEP_COUNT && !pdoc__text_equal(name, pdoc__step_names[step]))
        step++;
    return (enum pdoc__step)step;
}

/* Raises one of the numbers; those behind it begin anew. */
static bool raise_number(struct pdoc__label *label, unsigned at)
{
    if (label->numbers[at] >= NUMBER_MOST)
        return false;
    label->numbers[at]++;
    for (unsigned i = at + 1; i < PDOC__LABEL_NUMBERS; i++)
        label->numbers[i] = 0;
    label->count = label->count > at ? label->count : (uint8_t)(at + 1);
    return true;
}

/* ---- what comes next, for each sort of form: `label` is the last one, or all 0 ---- */

static bool next_whole(struct pdoc__label *label, enum pdoc__step step, uint32_t year)
{
    (void)year;
    return step != PDOC__STEP_DRAFT && raise_number(label, 0);
}

/* Drafts before the first decision count below 1.0; later ones count as a small change does. */
static bool next_dotted(struct pdoc__label *label, enum pdoc__step step, uint32_t year)
{
    (void)year;
    const bool is_first = label->numbers[0] == 0;
    unsigned at = step == PDOC__STEP_MINOR ? 1u : step == PDOC__STEP_REVISION ? 2u : 0u;
    at = is_first ? 0 : at;
    at = step == PDOC__STEP_DRAFT ? 1 : at;
    label->count = 2;
    return raise_number(label, at);
}

static bool next_of_year(struct pdoc__label *label, enum pdoc__step step, uint32_t year)
{
    if (step == PDOC__STEP_DRAFT || (label->numbers[0] == 0 && year == 0))
        return false;
    label->count = 2;
    if (label->numbers[0] >= year)
        return raise_number(label, step == PDOC__STEP_REVISION ? 2 : 1);
    *label = (struct pdoc__label){.numbers = {year, 1, 0}, .count = 2};
    return true;
}

/* A change begins with a draft of the next number; what is decided on is final. */
static bool next_staged(struct pdoc__label *label, enum pdoc__step step, uint32_t year)
{
    (void)year;
    const bool is_over = label->numbers[0] == 0 || label->numbers[1] == PDOC__LABEL_FINAL;
    label->has_lead = true;
    if (is_over && !raise_number(label, 0))
        return false;
    if (step == PDOC__STEP_FINAL)
        label->numbers[1] = PDOC__LABEL_FINAL;
    const bool is_well = step == PDOC__STEP_FINAL || raise_number(label, 1);
    label->count = 1; /* that of the draft is written in its own way */
    return is_well;
}

/* ---- the table ---- */

struct pdoc__scheme_form {
    const char *code;
    const char *lead; /* before the first number; letter case and a space behind it do not matter */
    bool lead_is_optional;
    bool begins_with_year; /* four digits */
    bool has_stages;       /* "Draft 2" or "Final" behind the number */
    bool zero_is_draft;    /* what has 0 in front is a draft */
    uint8_t least, most;   /* numbers, with dots between */
    bool (*next)(struct pdoc__label *label, enum pdoc__step step, uint32_t year);
    uint8_t steps[PDOC__LABEL_NUMBERS]; /* the step that a rise of each number shows; PDOC__STEP_COUNT: none */
};

#define UNSHOWN PDOC__STEP_COUNT
static const struct pdoc__scheme_form forms[] = {
    {"integer", "", false, false, false, false, 1, 1, next_whole, {UNSHOWN, UNSHOWN, UNSHOWN}},
    {"v-number", "V", false, false, false, false, 1, 1, next_whole, {UNSHOWN, UNSHOWN, UNSHOWN}},
    {"issue-number", "Issue ", false, false, false, false, 1, 1, next_whole, {UNSHOWN, UNSHOWN, UNSHOWN}},
    {"major-minor",
     "V",
     true,
     false,
     false,
     true,
     2,
     3,
     next_dotted,
     {PDOC__STEP_MAJOR, PDOC__STEP_MINOR, PDOC__STEP_REVISION}},
    {"year-number", "", false, true, false, false, 2, 3, next_of_year, {UNSHOWN, UNSHOWN, PDOC__STEP_REVISION}},
    {"draft-final", "V", false, false, true, false, 1, 1, next_staged, {UNSHOWN, UNSHOWN, UNSHOWN}},
};

const struct pdoc__scheme_form *pdoc__scheme_form(const char *code)
{
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (pdoc__text_equal(code, forms[i].code))
            return &forms[i];
    return NULL;
}

/* ---- reading ---- */

/* Goes past a word if it stands there, in any letter case; `word` may end in a space, which may then be missing. */
static bool skip_word(const char **at, const char *word)
{
    const char *from = *at;
    for (; *word && *word != ' '; word++, from++)
        if (pdoc__lower(*from) != pdoc__lower(*word))
            return false;
    while (*from == ' ')
        from++;
    *at = from;
    return true;
}

/* A number without leading zeros; 0 itself is one. */
static bool read_number(const char **at, uint32_t *out)
{
    const char *from = *at;
    uint32_t number = 0;
    if (!pdoc__is_digit(*from) || (*from == '0' && pdoc__is_digit(from[1])))
        return false;
    for (; pdoc__is_digit(*from); from++) {
        if (number > NUMBER_MOST / 10)
            return false;
        number = number * 10 + (uint32_t)(*from - '0');
    }
    *at = from;
    *out = number;
    return number <= NUMBER_MOST;
}

static bool read_stage(const char **at, struct pdoc__label *label)
{
    while (**at == ' ')
        (*at)++;
    if (skip_word(at, "final")) {
        label->numbers[1] = PDOC__LABEL_FINAL;
        return true;
    }
    return skip_word(at, "draft ") && read_number(at, &label->numbers[1]) && label->numbers[1] > 0;
}

static bool read_numbers(const struct pdoc__scheme_form *form, const char **at, struct pdoc__label *label)
{
    do {
        if (label->count == form->most || !read_number(at, &label->numbers[label->count]))
            return false;
        label->count++;
    } while (**at == '.' && (*at)++);
    const bool is_year = label->numbers[0] >= 1000 && label->numbers[0] <= 9999;
    return label->count >= form->least && (!form->begins_with_year || is_year);
}

/* Of a text of no known form: the numbers in it, in order. */
static bool read_any(const char *text, struct pdoc__label *label)
{
    while (*text && label->count < PDOC__LABEL_NUMBERS) {
        if (!pdoc__is_digit(*text)) {
            text++;
            continue;
        }
        while (*text == '0' && pdoc__is_digit(text[1]))
            text++;
        if (!read_number(&text, &label->numbers[label->count++]))
            return false;
    }
    return label->count > 0;
}

bool pdoc__label_read(const struct pdoc__scheme_form *form, const char *text, struct pdoc__label *out)
{
    struct pdoc__label label = {.count = 0};
    if (!text)
        return false;
    if (!form) {
        const bool has_numbers = read_any(text, &label);
        *out = label;
        return has_numbers;
    }
    label.has_lead = *form->lead && skip_word(&text, form->lead);
    if (*form->lead && !label.has_lead && !form->lead_is_optional)
        return false;
    if (!read_numbers(form, &text, &label) || (form->has_stages && !read_stage(&text, &label)) || *text)
        return false;
    *out = label;
    return true;
}

/* ---- the rest ---- */

int pdoc__label_compare(const struct pdoc__label *left, const struct pdoc__label *right)
{
    for (unsigned i = 0; i < PDOC__LABEL_NUMBERS; i++)
        if (left->numbers[i] != right->numbers[i])
            return left->numbers[i] < right->numbers[i] ? -1 : 1;
    return 0;
}

bool pdoc__label_next(const struct pdoc__scheme_form *form, const struct pdoc__label *from, enum pdoc__step step,
                      uint32_t year, struct pdoc__label *out)
{
    struct pdoc__label label = {.has_lead = form && !form->lead_is_optional};
    if (from)
        label = *from;
    if (!form || step == PDOC__STEP_NONE || step >= PDOC__STEP_COUNT || !form->next(&label, step, year))
        return false;
    *out = label;
    return true;
}

void pdoc__label_write(const struct pdoc__scheme_form *form, const struct pdoc__label *label,
                       char text[PDOC__LABEL_TEXT])
{
    int size = snprintf(text, PDOC__LABEL_TEXT, "%s", label->has_lead ? form->lead : "");
    for (unsigned i = 0; i < label->count; i++)
        size += snprintf(text + size, PDOC__LABEL_TEXT - (size_t)size, "%s%u", i > 0 ? "." : "", label->numbers[i]);
    if (form->has_stages && label->numbers[1] == PDOC__LABEL_FINAL)
        snprintf(text + size, PDOC__LABEL_TEXT - (size_t)size, " Final");
    else if (form->has_stages)
        snprintf(text + size, PDOC__LABEL_TEXT - (size_t)size, " Draft %u", label->numbers[1]);
}

bool pdoc__label_is_draft(const struct pdoc__scheme_form *form, const struct pdoc__label *label)
{
    return form && ((form->zero_is_draft && label->numbers[0] == 0) ||
                    (form->has_stages && label->numbers[1] != PDOC__LABEL_FINAL));
}

enum pdoc__step pdoc__label_step(const struct pdoc__scheme_form *form, const struct pdoc__label *from,
                                 const struct pdoc__label *to)
{
    for (unsigned i = 0; form && i < PDOC__LABEL_NUMBERS; i++)
        if (to->numbers[i] != from->numbers[i])
            return (enum pdoc__step)form->steps[i];
    return PDOC__STEP_COUNT;
}
