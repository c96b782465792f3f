/* SPDX-License-Identifier: MIT */
/* What the cells of a sheet hold: dates where dates belong, parties where parties belong, the same said twice. */
#include <string.h>

#include "base/text.h"
#include "governance/audit/audit.h"
#include "model/build.h"

/* ---- dates that are hardly meant ---- */

static void report_unlikely(struct pdoc__audit *audit, const struct pdoc__row *row)
{
    pdoc__find(audit, &(struct pdoc__evidence){
                          .check = PDOC__CHECK_DATE_UNLIKELY,
                          .outcome = PDOC_OUTCOME_NOT_MET,
                          .place = pdoc__cell_place(audit, row),
                          .expected = "a year from 1900 to 2199",
                          .found = pdoc__say_date(audit, row->date),
                          .arguments = {{"what", PDOC__SAY(audit, "the cell \"", pdoc__cell_name(row), "\"")}}});
}

/* ---- wrong kinds ---- */

static bool has_digit(const char *text)
{
    for (; *text; text++)
        if (pdoc__is_digit(*text))
            return true;
    return false;
}

static bool reads_as_date(const char *text)
{
    pdoc_date date;
    return has_digit(text) && pdoc_date_parse_printed(text, &date, NULL) == PDOC_OK;
}

static bool names_party(struct pdoc__audit *audit, const char *text)
{
    return pdoc__party_code(&audit->judge, text) != NULL;
}

/* The field that tells the same in its own way: where was it ratified, if not approved? */
static int16_t sister_of(int16_t field)
{
    static const int16_t sisters[][2] = {{PDOC__FIELD_APPROVED_BY, PDOC__FIELD_RATIFIED_BY},
                                         {PDOC__FIELD_DATE_APPROVED, PDOC__FIELD_DATE_RATIFIED}};
    for (size_t i = 0; i < sizeof sisters / sizeof *sisters; i++)
        for (size_t side = 0; side < 2; side++)
            if (sisters[i][side] == field)
                return sisters[i][1 - side];
    return -1;
}

static bool is_right_kind(const struct pdoc__row *row, uint8_t type)
{
    return type == PDOC__DATE ? pdoc_date_is_recorded(row->date) : row->text && !reads_as_date(row->text);
}

/* Looked for among the first rows only: a sheet of thousands must not cost millions. */
static const struct pdoc__row *cell_with_answer(const struct pdoc__audit *audit, int16_t field, uint8_t type)
{
    const struct pdoc_version *version = audit->judge.version;
    for (size_t i = 0; field >= 0 && i < version->row_count && i < PDOC__ROWS_SCANNED; i++)
        if (version->rows[i].known == field && pdoc__cell_is_given(audit, &version->rows[i]) &&
            is_right_kind(&version->rows[i], type))
            return &version->rows[i];
    return NULL;
}

static const pdoc_event *decision(const struct pdoc__audit *audit)
{
    const struct pdoc__past *past = &audit->judge.past;
    for (size_t i = past->count; i-- > 0;)
        if (past->events[i]->kind == PDOC__EVENT_DECIDED &&
            pdoc__event_concerns(past->events[i], audit->judge.version))
            return past->events[i];
    return NULL;
}

/* What a cell says: the name of the party that was recorded as its meaning, else its text. */
static const char *answer_of(const struct pdoc__audit *audit, const struct pdoc__row *row)
{
    const char *value = pdoc__row_value(row);
    const pdoc_party *party = value ? pdoc_register_find_party(audit->judge.reg, value) : NULL;
    if (party)
        return pdoc_party_name(party) ? pdoc_party_name(party) : row->text;
    const struct pdoc__profile_party *known = value ? pdoc__profile_party(audit->judge.profile, value) : NULL;
    return known && known->rule.label ? known->rule.label : row->text;
}

/* Where the right entry can be found. */
static const char *hint_for(struct pdoc__audit *audit, const struct pdoc__row *row, uint8_t type)
{
    const struct pdoc__row *other = cell_with_answer(audit, row->known, type);
    bool is_decision = sister_of(row->known) >= 0;
    if (!other)
        other = cell_with_answer(audit, sister_of(row->known), type);
    if (other && other->known == row->known)
        return PDOC__SAY(audit, ": another cell of the sheet says \"", answer_of(audit, other), "\"");
    if (other)
        return PDOC__SAY(audit, ": the cell \"", pdoc__cell_name(other), "\" says \"", answer_of(audit, other),
                         "\"");
    const pdoc_event *decided = is_decision ? decision(audit) : NULL;
    if (!decided)
        return "";
    const char *day = pdoc__say_date(audit, decided->on);
    if (type == PDOC__DATE)
        return PDOC__SAY(audit, ": a decision of ", day, " is recorded");
    return decided->by ? PDOC__SAY(audit, ": the decision of ", day, " is recorded as that of \"", decided->by, "\"") : "";
}

static void report_wrong_kind(struct pdoc__audit *audit, const struct pdoc__row *row, uint8_t type)
{
    const char *expected = type == PDOC__DATE ? "a date" : "a body or post";
    const char *held = type == PDOC__DATE ? "a body or post" : "a date";
    pdoc__find(audit, &(struct pdoc__evidence){.check = PDOC__CHECK_CELL_WRONG_KIND,
                                               .outcome = PDOC_OUTCOME_NOT_MET,
                                               .rule = pdoc__cell_rule(audit, row),
                                               .place = pdoc__cell_place(audit, row),
                                               .expected = expected,
                                               .found = row->text,
                                               .arguments = {{"cell", pdoc__cell_name(row)},
                                                             {"found_kind", held},
                                                             {"hint", hint_for(audit, row, type)}}});
}

static void check_party_cell(struct pdoc__audit *audit, const struct pdoc__row *row)
{
    if (pdoc__note(audit, row->text)->reads_as_date && !names_party(audit, row->text))
        report_wrong_kind(audit, row, PDOC__PARTY);
    else
        pdoc__check_met(audit, PDOC__CHECK_CELL_WRONG_KIND);
}

static void check_date_cell(struct pdoc__audit *audit, const struct pdoc__row *row)
{
    if (pdoc_date_is_recorded(row->date)) {
        pdoc__check_met(audit, PDOC__CHECK_DATE_UNREADABLE);
        pdoc__check_met(audit, PDOC__CHECK_CELL_WRONG_KIND);
    } else if (names_party(audit, row->text))
        report_wrong_kind(audit, row, PDOC__DATE);
    else
        pdoc__find(audit, &(struct pdoc__evidence){.check = PDOC__CHECK_DATE_UNREADABLE,
                                                   .outcome = PDOC_OUTCOME_NOT_MET,
                                                   .rule = pdoc__cell_rule(audit, row),
                                                   .place = pdoc__cell_place(audit, row),
                                                   .expected = "a date",
                                                   .found = row->text,
                                                   .arguments = {{"cell", pdoc__cell_name(row)}}});
}

void pdoc__check_cells(struct pdoc__audit *audit)
{
    const struct pdoc_version *version = audit->judge.version;
    if (audit->plain_fields != 0)
        pdoc__check_met(audit, PDOC__CHECK_CELL_WRONG_KIND);
    for (size_t i = 0; version && i < version->row_count; i++) {
        if (!pdoc__row_may_be_in(audit->date_rows | audit->party_rows, i))
            continue;
        const struct pdoc__row *row = &version->rows[i];
        uint8_t type = pdoc__cell_type(audit, row);
        if (pdoc__is_unlikely(row->date))
            report_unlikely(audit, row);
        else if (row->date.year != 0)
            pdoc__check_met(audit, PDOC__CHECK_DATE_UNLIKELY);
        if ((type != PDOC__DATE && type != PDOC__PARTY) || !pdoc__cell_is_given(audit, row))
            continue;
        if (type == PDOC__DATE)
            check_date_cell(audit, row);
        else if (!(row->flags & PDOC__ROW_HAS_VALUE))
            check_party_cell(audit, row);
    }
}

/* ---- two cells of one field ---- */

/* Which fields can have one value only: those that the profile says are repeated, and dates that by their nature are
   single. Others may well be a list: two approvals, three authors. */
static bool has_one_value(const struct pdoc__audit *audit, int16_t field)
{
    static const int16_t single[] = {PDOC__FIELD_DATE_REVIEW, PDOC__FIELD_DATE_EXPIRY, PDOC__FIELD_DATE_EFFECTIVE};
    if (field < 0)
        return false;
    for (size_t i = 0; i < sizeof single / sizeof *single; i++)
        if (single[i] == field)
            return true;
    return audit->plan && audit->plan->repeats[field];
}

static bool can_be_compared(const struct pdoc__audit *audit, const struct pdoc__row *row)
{
    if (!has_one_value(audit, row->known) || !pdoc__cell_is_given(audit, row))
        return false;
    uint8_t type = pdoc__cell_type(audit, row);
    if (type != PDOC__DATE && type != PDOC__PARTY)
        return false;
    return is_right_kind(row, type) && (type == PDOC__DATE || !strchr(row->text, ';'));
}

/* "July 2020" and "7 July 2020" agree; names that nothing resolves cannot be told to differ. */
static bool disagree(struct pdoc__audit *audit, const struct pdoc__row *left, const struct pdoc__row *right)
{
    if (pdoc__cell_type(audit, left) == PDOC__PARTY)
        return pdoc__party_equals(&audit->judge, left->text, right->text) == PDOC_FALSE;
    struct pdoc__interval a = pdoc__interval_of(left->date);
    struct pdoc__interval b = pdoc__interval_of(right->date);
    return a.last < b.first || b.last < a.first;
}

static void compare_cells(struct pdoc__audit *audit, const struct pdoc__row *row, const struct pdoc__row *other)
{
    if (!disagree(audit, row, other)) {
        pdoc__check_met(audit, PDOC__CHECK_CELLS_DISAGREE);
        return;
    }
    pdoc__find(audit, &(struct pdoc__evidence){.check = PDOC__CHECK_CELLS_DISAGREE,
                                               .outcome = PDOC_OUTCOME_NOT_MET,
                                               .rule = pdoc__cell_rule(audit, row),
                                               .place = pdoc__cell_place(audit, row),
                                               .found = row->text,
                                               .arguments = {{"cell", pdoc__cell_name(row)}, {"other", other->text}}});
}

/* Each cell is compared with the next one of its field, so that n cells make n - 1 comparisons. */
void pdoc__check_repeats(struct pdoc__audit *audit)
{
    const struct pdoc_version *version = audit->judge.version;
    if (audit->judge.repeated == 0)
        return;
    const struct pdoc__row *last[PDOC__FIELD_COUNT] = {NULL};
    for (size_t i = 0; version && i < version->row_count; i++) {
        const struct pdoc__row *row = &version->rows[i];
        if (!can_be_compared(audit, row))
            continue;
        if (last[row->known])
            compare_cells(audit, last[row->known], row);
        last[row->known] = row;
    }
}
