/* SPDX-License-Identifier: MIT */
/* What may be written into a practice issue: codes, days, times, yes and no. A sentence has no place in any of them. */
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "model/build.h"
#include "model/issue.h"

static bool is_capital(char letter)
{
    return letter >= 'A' && letter <= 'Z';
}

static bool is_small(char letter)
{
    return letter >= 'a' && letter <= 'z';
}

static bool is_among(const char *words, const char *word, size_t size)
{
    while (*words != '\0') {
        const size_t length = strcspn(words, " ");
        if (length == size && memcmp(words, word, size) == 0)
            return true;
        words += length + (words[length] == ' ');
    }
    return false;
}

static bool is_sentence_word(const char *text, size_t size)
{
#define PDOC_SENTENCE_WORDS(words) (words)
    return is_among(
#include "model/issue_codes.def"
        , text, size);
#undef PDOC_SENTENCE_WORDS
}

const char *pdoc__issue_codes(const char *attribute)
{
#define PDOC_ISSUE_CODES(name, codes) {(name), (codes)},
    static const char *const rows[][2] = {
#include "model/issue_codes.def"
    };
#undef PDOC_ISSUE_CODES
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (strcmp(rows[i][0], attribute) == 0)
            return rows[i][1];
    return NULL;
}

/* Hyphens and letters are counted apart, so that neither a long word nor a sentence with hyphens passes for a code. */
static bool has_form(const char *text, size_t size, bool with_slash)
{
    size_t letters = 0, signs = 0;
    for (size_t i = 0; i < size; i++) {
        if (is_small(text[i]) || is_capital(text[i]) || pdoc__is_digit(text[i]))
            letters++;
        else if (text[i] == '-' || (with_slash && text[i] == '/'))
            signs++;
        else
            return false;
    }
    return letters > 0 && letters <= PDOC__CODE_LETTERS && signs <= PDOC__CODE_HYPHENS;
}

bool pdoc__is_code(const char *text, size_t size)
{
    return has_form(text, size, false) && !is_sentence_word(text, size);
}

static bool is_small_code(const char *text, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (is_capital(text[i]))
            return false;
    return pdoc__is_code(text, size) || is_among(pdoc__issue_codes("certainty"), text, size);
}

/* "role" or "role/organisation". */
static bool is_participant(const char *text, size_t size)
{
    const char *slash = memchr(text, '/', size);
    const size_t role = slash ? (size_t)(slash - text) : size;
    return is_small_code(text, role) && (!slash || is_small_code(slash + 1, size - role - 1));
}

static bool are_all(const char *text, bool (*is_right)(const char *text, size_t size))
{
    for (size_t count = 1; count <= PDOC__CODES_MOST; count++) {
        const size_t size = strcspn(text, " ");
        if (!is_right(text, size))
            return false;
        if (text[size] == '\0')
            return true;
        text += size + 1;
    }
    return false;
}

static bool is_one_code(const char *text)
{
    return is_small_code(text, strlen(text));
}

static bool are_codes(const char *text)
{
    return are_all(text, is_small_code);
}

static bool is_one_name(const char *text)
{
    return pdoc__is_code(text, strlen(text));
}

static bool are_names(const char *text)
{
    return are_all(text, pdoc__is_code);
}

static bool is_case(const char *text)
{
    const size_t size = strlen(text);
    return size <= PDOC__CODE_LETTERS && has_form(text, size, true) && strpbrk(text, "0123456789");
}

static bool are_participants(const char *text)
{
    return are_all(text, is_participant);
}

static bool is_flag(const char *text)
{
    return strcmp(text, "yes") == 0 || strcmp(text, "no") == 0;
}

static bool is_day(const char *text)
{
    pdoc_date date;
    return pdoc_date_parse(text, &date, NULL) == PDOC_OK && pdoc__is_whole_day(date);
}

static bool is_time(const char *text)
{
    for (size_t i = 0; i < 5; i++)
        if (i == 2 ? text[i] != ':' : !pdoc__is_digit(text[i]))
            return false;
    return text[5] == '\0' && pdoc__issue_minute(text) < 24 * 60 && text[3] < '6';
}

int pdoc__issue_minute(const char *time)
{
    if (!time)
        return -1;
    return ((time[0] - '0') * 10 + (time[1] - '0')) * 60 + (time[3] - '0') * 10 + (time[4] - '0');
}

#define LIMITS        ", digits and at most 3 hyphens"
#define ONE(letters)  "a code of at most 24 " letters LIMITS
#define MANY(letters) "at most 8 codes of at most 24 " letters LIMITS ", with one space between"

static const struct {
    bool (*is_right)(const char *text);
    const char *expected;
} forms[] = {
    [PDOC__ISSUE_FORM_CODE] = {is_one_code, ONE("small letters")},
    [PDOC__ISSUE_FORM_CODES] = {are_codes, MANY("small letters")},
    [PDOC__ISSUE_FORM_NAME] = {is_one_name, ONE("letters")},
    [PDOC__ISSUE_FORM_NAMES] = {are_names, MANY("letters")},
    [PDOC__ISSUE_FORM_CASE] = {is_case,
                               "a reference of at most 24 letters, digits, \"/\" and hyphens, with a digit and at "
                               "most 3 signs"},
    [PDOC__ISSUE_FORM_PARTICIPANTS] = {are_participants,
                                       "at most 8 codes of roles, each with \"/\" and the code of its "
                                       "organisation behind it or without, with one space between"},
    [PDOC__ISSUE_FORM_STEP] = {is_one_name, "the id of a step"},
    [PDOC__ISSUE_FORM_FLAG] = {is_flag, "yes or no"},
    [PDOC__ISSUE_FORM_DAY] = {is_day, "a whole day that exists, such as 2026-06-16"},
    [PDOC__ISSUE_FORM_TIME] = {is_time, "a local time, such as 14:30"},
};

/* Row of the attribute; -1, and why, if there is none of that name or the value has not its form. */
static int row_of(pdoc_table table, const char *name, const char *value, pdoc_error **error)
{
    const int row = pdoc_table_find(table, name);
    const struct pdoc__word *word = row < 0 ? NULL : pdoc__word(table, (size_t)row);
    if (!word)
        pdoc__fail(error, PDOC_ERR_INVALID,
                   "a practice issue holds nothing of that name; it holds coded facts only, and no text about a child");
    else if (!forms[word->extra].is_right(value))
        pdoc__fail(error, PDOC_ERR_INVALID, "%s: expected %s; a practice issue holds no text about a child", word->code,
                   forms[word->extra].expected);
    else
        return row;
    return -1;
}

static bool put(pdoc_register *reg, const char **place, const char *value, pdoc_error **error)
{
    if (!*place)
        return pdoc__intern(reg, value, place, error);
    pdoc__fail(error, PDOC_ERR_INVALID, "it is recorded already; a mistake is voided by a later step");
    return false;
}

/* Its form was checked. */
static void keep_day(pdoc_date *date, const char *value)
{
    if (pdoc_date_parse(value, date, NULL) != PDOC_OK)
        *date = (pdoc_date){0, 0, 0};
}

bool pdoc__issue_put(pdoc_register *reg, pdoc_issue *issue, const char *name, const char *value, pdoc_error **error)
{
    const int row = row_of(PDOC_TABLE_ISSUE_ATTRIBUTE, name, value, error);
    if (row < 0 || !put(reg, &issue->values[row], value, error))
        return false;
    if (row == PDOC__ISSUE_ON)
        keep_day(&issue->on, value);
    if (row == PDOC__ISSUE_RECORDED)
        keep_day(&issue->recorded, value);
    return true;
}

static bool keep_kind(struct pdoc_issue_step *step, const char *value, pdoc_error **error)
{
    const int kind = pdoc_table_find(PDOC_TABLE_ISSUE_STEP, value);
    if (kind < 0) {
        pdoc__fail(error, PDOC_ERR_INVALID, "kind: expected one of the kinds of step, such as discussed or concluded");
        return false;
    }
    step->kind = (uint8_t)kind;
    return true;
}

bool pdoc__issue_step_put(pdoc_register *reg, struct pdoc_issue_step *step, const char *name, const char *value,
                          pdoc_error **error)
{
    const int row = row_of(PDOC_TABLE_ISSUE_STEP_ATTRIBUTE, name, value, error);
    if (row < 0 || !put(reg, &step->values[row], value, error) ||
        (row == PDOC__STEP_KIND && !keep_kind(step, value, error)))
        return false;
    if (row == PDOC__STEP_ON)
        keep_day(&step->on, value);
    if (row == PDOC__STEP_RECORDED)
        keep_day(&step->recorded, value);
    if (row == PDOC__STEP_UNTIL)
        keep_day(&step->until, value);
    return true;
}

/* ---- the whole of it ---- */

static bool step_is_there(const pdoc_issue *issue, size_t before, const char *id)
{
    for (size_t i = 0; i < before; i++)
        if (strcmp(issue->steps[i].id, id) == 0)
            return true;
    return false;
}

static bool refers_back(const pdoc_issue *issue, size_t index, pdoc_error **error)
{
    static const uint8_t references[] = {PDOC__STEP_OF, PDOC__STEP_VOIDS};
    for (size_t i = 0; i < sizeof references; i++) {
        const char *target = issue->steps[index].values[references[i]];
        if (!target || step_is_there(issue, index, target))
            continue;
        pdoc__fail(error, PDOC_ERR_INVALID, "%s: no earlier step of the issue has this id",
                   pdoc_table_code(PDOC_TABLE_ISSUE_STEP_ATTRIBUTE, references[i]));
        return false;
    }
    return true;
}

static bool step_is_whole(const pdoc_issue *issue, size_t index, pdoc_error **error)
{
    const struct pdoc_issue_step *step = &issue->steps[index];
    if (!step->values[PDOC__STEP_KIND] || !step->values[PDOC__STEP_ON])
        pdoc__fail(error, PDOC_ERR_INVALID, "a step of a practice issue needs a kind and a day (on)");
    else if (step_is_there(issue, index, step->id))
        pdoc__fail(error, PDOC_ERR_INVALID, "two steps of one practice issue have the same id");
    else if (pdoc_date_compare(step->on, issue->on) < 0)
        pdoc__fail(error, PDOC_ERR_INVALID, "a step lies before the day on which the practice issue was raised");
    else if (step->kind == PDOC__STEPPED_VOIDED && !step->values[PDOC__STEP_VOIDS])
        pdoc__fail(error, PDOC_ERR_INVALID, "a step that voids another needs the id of that one (voids)");
    else
        return refers_back(issue, index, error);
    return false;
}

bool pdoc__issue_is_whole(const pdoc_issue *issue, pdoc_error **error)
{
    static const uint8_t needed[] = {PDOC__ISSUE_TRACK, PDOC__ISSUE_CASE, PDOC__ISSUE_ON, PDOC__ISSUE_BY};
    for (size_t i = 0; i < sizeof needed; i++) {
        if (issue->values[needed[i]])
            continue;
        pdoc__fail(error, PDOC_ERR_INVALID, "a practice issue needs %s; it needs track, case, on and by",
                   pdoc_table_code(PDOC_TABLE_ISSUE_ATTRIBUTE, needed[i]));
        return false;
    }
    for (size_t i = 0; i < issue->step_count; i++)
        if (!step_is_whole(issue, i, error))
            return false;
    return true;
}
