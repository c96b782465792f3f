/* SPDX-License-Identifier: MIT */
/* What was not understood of a sheet: collected, and asked for. Understands nothing itself. */
#include <string.h>

#include "keeping/sheet.h"

static const struct {
    const char *code;
    const char *message;
} kinds[] = {
    [PDOC__BEFORE_HEADER] = {"before-header", "the cell stands above the header; it is not imported"},
    [PDOC__UNKNOWN_LABEL] = {"unknown-label", "no rule knows the label; the cell is kept as printed. A line in the map "
                                              "can give it a field or a property"},
    [PDOC__NO_LABEL] = {"no-label", "the column has no label; the cell is kept as printed"},
    [PDOC__REPEATED_FIELD] = {"repeated-field", "an earlier column has filled this field; the cell is kept as printed"},
    [PDOC__NO_DATE] = {"no-date", "no date can be read from it without guessing; the cell is kept as printed"},
    [PDOC__DATE_FOR_PARTY] = {"date-for-party", "a date stands where a body or a post is expected"},
    [PDOC__UNKNOWN_PARTY] = {"unknown-party", "no party is known by this name"},
    [PDOC__UNKNOWN_TYPE] = {"unknown-type", "no type of document is known by this name; the type is not recorded"},
    [PDOC__NO_NUMBER] = {"no-number", "a number is expected here"},
    [PDOC__LOST_LETTERS] = {"lost-letters", "the cell holds bytes that are no letters; each is kept as U+FFFD"},
    [PDOC__NO_TITLE] = {"no-title", "the row gives no title; its document is without one"},
    [PDOC__REPEATED_REFERENCE] = {"repeated-reference", "an earlier row has the same reference"},
    [PDOC__NO_REFERENCE] = {"no-reference", "the row has no reference to find its document by; it is left out"},
    [PDOC__SEVERAL_DOCUMENTS] = {"several-documents",
                                 "several documents of the register, or rows of the sheet, have this "
                                 "reference; the row is left out"},
    [PDOC__OTHER_VERSION] = {"other-version", "the register's last version has another label; the row is left out. "
                                              "Record the new version first"},
    [PDOC__BLANK_CELL] = {"blank-cell", "the cell is blank, and the register has a text, which stays"},
    [PDOC__NO_VERSION] = {"no-version", "the document has no version in the register; the row is left out"},
};

bool pdoc__sheet_problem(struct pdoc_sheet *sheet, const struct pdoc__sheet_problem *problem, pdoc_error **error)
{
    if (!pdoc__grow(&sheet->problems, &sheet->problem_capacity, sheet->problem_count, sizeof *problem, error))
        return false;
    sheet->problems[sheet->problem_count] = *problem;
    if (!problem->message)
        sheet->problems[sheet->problem_count].message = kinds[problem->kind].message;
    sheet->problem_count++;
    return true;
}

bool pdoc__sheet_note(struct pdoc_sheet *sheet, enum pdoc__sheet_problem_kind kind, size_t row, uint32_t column,
                      pdoc_error **error)
{
    const struct pdoc__sheet_problem problem = {.kind = kind, .row = (uint32_t)row, .column = column};
    return pdoc__sheet_problem(sheet, &problem, error);
}

const char *pdoc__sheet_keep(struct pdoc_sheet *sheet, struct pdoc__buffer *buffer, pdoc_error **error)
{
    const char *kept = NULL;
    if (buffer->failed)
        pdoc__fail_memory(error);
    else
        kept = pdoc__arena_text(&sheet->arena, buffer->data, buffer->size, error);
    pdoc__buffer_free(buffer);
    return kept;
}

static const struct pdoc__sheet_problem *problem_at(const pdoc_sheet *sheet, size_t index)
{
    return sheet && index < sheet->problem_count ? &sheet->problems[index] : NULL;
}

size_t pdoc_sheet_problem_count(const pdoc_sheet *sheet)
{
    return sheet ? sheet->problem_count : 0;
}

uint32_t pdoc_sheet_problem_row(const pdoc_sheet *sheet, size_t index)
{
    const struct pdoc__sheet_problem *problem = problem_at(sheet, index);
    return problem ? problem->row + 1 : 0;
}

uint32_t pdoc_sheet_problem_line(const pdoc_sheet *sheet, size_t index)
{
    const struct pdoc__sheet_problem *problem = problem_at(sheet, index);
    return problem ? sheet->csv.rows[problem->row].line : 0;
}

uint32_t pdoc_sheet_problem_column(const pdoc_sheet *sheet, size_t index)
{
    const struct pdoc__sheet_problem *problem = problem_at(sheet, index);
    return problem && problem->column != PDOC__WHOLE_ROW ? problem->column + 1 : 0;
}

const char *pdoc_sheet_problem_label(const pdoc_sheet *sheet, size_t index)
{
    const struct pdoc__sheet_problem *problem = problem_at(sheet, index);
    return problem && problem->row > sheet->header ? pdoc_sheet_column_label(sheet, problem->column) : NULL;
}

const char *pdoc_sheet_problem_text(const pdoc_sheet *sheet, size_t index)
{
    const struct pdoc__sheet_problem *problem = problem_at(sheet, index);
    return problem && problem->column != PDOC__WHOLE_ROW ? pdoc__csv_cell_at(&sheet->csv, problem->row, problem->column)
                                                         : NULL;
}

const char *pdoc_sheet_problem_code(const pdoc_sheet *sheet, size_t index)
{
    const struct pdoc__sheet_problem *problem = problem_at(sheet, index);
    return problem ? kinds[problem->kind].code : NULL;
}

const char *pdoc_sheet_problem_message(const pdoc_sheet *sheet, size_t index)
{
    const struct pdoc__sheet_problem *problem = problem_at(sheet, index);
    return problem ? problem->message : NULL;
}

const char *pdoc_sheet_problem_nearest(const pdoc_sheet *sheet, size_t index)
{
    const struct pdoc__sheet_problem *problem = problem_at(sheet, index);
    return problem ? problem->nearest : NULL;
}
