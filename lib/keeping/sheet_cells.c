/* SPDX-License-Identifier: MIT */
/* What a cell of a sheet says beside its text: a date, a number, a type. Where that is not certain it is a problem. */
#include <string.h>

#include "base/text.h"
#include "governance/profile.h"
#include "keeping/sheet.h"
#include "model/vocabulary.h"

static enum pdoc__value_type type_of(const pdoc_profile *profile, const char *field)
{
    const int row = pdoc_table_find(PDOC_TABLE_FIELD, field);
    if (row >= 0)
        return (enum pdoc__value_type)pdoc__field_types[row];
    for (size_t i = 0; i < pdoc_profile_row_count(profile, PDOC_PROFILE_FIELDS); i++)
        if (strcmp(profile->fields[i].rule.id, field) == 0)
            return (enum pdoc__value_type)profile->fields[i].type;
    return PDOC__TEXT;
}

const char *pdoc__sheet_type(const pdoc_profile *profile, const char *text)
{
    if (profile) {
        const struct pdoc__type *type = pdoc__profile_type(profile, text);
        return type ? type->rule.id : NULL;
    }
    for (size_t i = 0; i < pdoc_table_count(PDOC_TABLE_BASE_TYPE); i++)
        if (pdoc__text_same(pdoc_table_code(PDOC_TABLE_BASE_TYPE, i), text) ||
            pdoc__text_same(pdoc_table_label(PDOC_TABLE_BASE_TYPE, i), text))
            return pdoc_table_code(PDOC_TABLE_BASE_TYPE, i);
    return NULL;
}

bool pdoc__sheet_value(struct pdoc__importing *importing, const struct pdoc__sheet_cell *cell, const char *value)
{
    const size_t last = pdoc_version_row_count(cell->version) - 1;
    return pdoc_version_set_row(cell->version, last, cell->text, value, importing->error) == PDOC_OK;
}

static bool note(struct pdoc__importing *importing, const struct pdoc__sheet_cell *cell,
                 enum pdoc__sheet_problem_kind kind)
{
    return pdoc__sheet_note(importing->sheet, kind, cell->row, cell->column, importing->error);
}

/* The reason in words is that of the reader of printed dates. */
static bool note_date(struct pdoc__importing *importing, const struct pdoc__sheet_cell *cell, const pdoc_error *reason)
{
    struct pdoc__buffer words = {.data = NULL};
    struct pdoc__sheet_problem problem = {.kind = PDOC__NO_DATE, .row = (uint32_t)cell->row, .column = cell->column};
    pdoc__buffer_format(&words, "%s; the cell is kept as printed", pdoc_error_message(reason));
    problem.message = pdoc__sheet_keep(importing->sheet, &words, importing->error);
    return problem.message && pdoc__sheet_problem(importing->sheet, &problem, importing->error);
}

static bool judge_date(struct pdoc__importing *importing, const struct pdoc__sheet_cell *cell)
{
    char value[PDOC_DATE_TEXT];
    pdoc_date date;
    pdoc_error *reason = NULL;
    if (pdoc_date_parse_printed(cell->text, &date, &reason) == PDOC_OK ||
        pdoc_date_parse(cell->text, &date, NULL) == PDOC_OK) {
        pdoc_error_free(reason);
        return pdoc__sheet_value(importing, cell, pdoc_date_format(date, value));
    }
    const bool done = note_date(importing, cell, reason);
    pdoc_error_free(reason);
    return done;
}

static bool is_number(const char *text)
{
    const size_t size = strspn(text, "0123456789");
    return size > 0 && text[size] == '\0';
}

bool pdoc__sheet_judge(struct pdoc__importing *importing, const struct pdoc__sheet_cell *cell)
{
    const size_t last = pdoc_version_row_count(cell->version) - 1;
    if (strstr(cell->text, PDOC__NO_LETTER) && !note(importing, cell, PDOC__LOST_LETTERS))
        return false;
    if (!cell->field || pdoc_version_row_state(cell->version, last) != PDOC_CELL_GIVEN)
        return true;
    switch (type_of(importing->profile, cell->field)) {
    case PDOC__DATE:
        return judge_date(importing, cell);
    case PDOC__PARTY:
        return pdoc__sheet_judge_party(importing, cell);
    case PDOC__NUMBER:
        return is_number(cell->text) || note(importing, cell, PDOC__NO_NUMBER);
    default:
        break;
    }
    if (strcmp(cell->field, "type") == 0 && !pdoc__sheet_type(importing->profile, cell->text))
        return note(importing, cell, PDOC__UNKNOWN_TYPE);
    return true;
}
