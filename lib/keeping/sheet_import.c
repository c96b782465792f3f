/* SPDX-License-Identifier: MIT */
/* Reads a sheet: finds the header, and makes a document of each row below it. */
#include <string.h>

#include "base/text.h"
#include "keeping/sheet.h"
#include "model/build.h"

#define HEADER_WITHIN 20u /* rows in which the header is looked for */

static bool is_blank(const char *text)
{
    return pdoc__text_is_space(text, strlen(text));
}

static bool row_is_blank(const struct pdoc__csv *csv, size_t row)
{
    for (size_t i = 0; i < csv->rows[row].count; i++)
        if (!is_blank(csv->rows[row].cells[i]))
            return false;
    return true;
}

/* ---- the header ---- */

static bool is_same_target(const struct pdoc__target *left, const struct pdoc__target *right)
{
    const bool are_named = left->name && right->name;
    return left->kind == right->kind && (are_named ? strcmp(left->name, right->name) == 0 : left->name == right->name);
}

/* Has the row labels of two fields? One that names the same field twice may be a row of values. */
static bool has_two_labels(const struct pdoc_sheet *sheet, size_t row)
{
    const struct pdoc__target *first = NULL;
    for (size_t i = 0; i < sheet->csv.rows[row].count; i++) {
        const struct pdoc__target *target = pdoc__labels_find(&sheet->labels, sheet->csv.rows[row].cells[i]);
        if (target && first && !is_same_target(first, target))
            return true;
        first = first ? first : target;
    }
    return false;
}

/* The first row of which two labels are known; where there is none, the first that is not blank. */
static size_t find_header(const struct pdoc_sheet *sheet)
{
    size_t first = sheet->csv.count;
    for (size_t i = 0; i < sheet->csv.count && i < HEADER_WITHIN; i++) {
        if (has_two_labels(sheet, i))
            return i;
        if (first == sheet->csv.count && !row_is_blank(&sheet->csv, i))
            first = i;
    }
    return first;
}

static bool read_header(struct pdoc_sheet *sheet, const char *name, pdoc_error **error)
{
    const struct pdoc__place place = {.file = name, .line = 1};
    sheet->header = find_header(sheet);
    if (sheet->header == sheet->csv.count) {
        pdoc__fail_at(error, PDOC_ERR_FORMAT, &place,
                      "the sheet has no header: a row with the labels of its columns, such as Title, Reference, Review "
                      "date, comes first");
        return false;
    }
    const struct pdoc__csv_row *header = &sheet->csv.rows[sheet->header];
    sheet->targets = pdoc__arena_zero(&sheet->arena, header->count * sizeof *sheet->targets, error);
    for (size_t i = 0; sheet->targets && i < header->count; i++)
        sheet->targets[i] = pdoc__labels_find(&sheet->labels, header->cells[i]);
    return sheet->targets != NULL;
}

static bool note_rows_above(struct pdoc_sheet *sheet, pdoc_error **error)
{
    for (size_t row = 0; row < sheet->header; row++)
        for (size_t i = 0; i < sheet->csv.rows[row].count; i++)
            if (!is_blank(sheet->csv.rows[row].cells[i]) &&
                !pdoc__sheet_note(sheet, PDOC__BEFORE_HEADER, row, (uint32_t)i, error))
                return false;
    return true;
}

/* ---- one cell ---- */

static const struct pdoc__target *target_of(const struct pdoc_sheet *sheet, size_t column)
{
    return column < sheet->csv.rows[sheet->header].count ? sheet->targets[column] : NULL;
}

static bool is_given(const char *text)
{
    return pdoc__row_state(NULL, text) == PDOC_CELL_GIVEN;
}

/* Text of the first column of a field that is filled in for a row, and says something; NULL: there is none. */
static const char *text_for(const struct pdoc_sheet *sheet, size_t row, const char *field)
{
    for (size_t i = 0; i < sheet->csv.rows[row].count; i++) {
        const struct pdoc__target *target = target_of(sheet, i);
        const char *text = sheet->csv.rows[row].cells[i];
        if (target && target->kind == PDOC__TO_FIELD && strcmp(target->name, field) == 0 && is_given(text))
            return text;
    }
    return NULL;
}

static bool add_cell(struct pdoc__importing *importing, const struct pdoc__sheet_cell *cell, const char *label)
{
    struct pdoc_sheet *sheet = importing->sheet;
    if (!pdoc__grow(&sheet->columns, &sheet->column_capacity, sheet->column_count, sizeof *sheet->columns,
                    importing->error) ||
        pdoc_version_add_row(cell->version, cell->field, label, cell->text, importing->error) != PDOC_OK)
        return false;
    sheet->columns[sheet->column_count++] = cell->column;
    return !cell->text || pdoc__sheet_judge(importing, cell);
}

/* A field or property is filled once: a second column for it is kept as it is printed. */
static bool is_taken(const struct pdoc__sheet_cell *cell, const struct pdoc__target *target)
{
    if (target->kind == PDOC__TO_PROPERTY)
        return pdoc_document_property(pdoc_version_document(cell->version), pdoc__property_name(target)) != NULL;
    return target->kind == PDOC__TO_FIELD && pdoc_version_find_row(cell->version, target->name) >= 0;
}

static bool note_column(struct pdoc__importing *importing, const struct pdoc__sheet_cell *cell,
                        const struct pdoc__target *target, const char *label)
{
    const enum pdoc__sheet_problem_kind kind = target  ? PDOC__REPEATED_FIELD
                                               : label ? PDOC__UNKNOWN_LABEL
                                                       : PDOC__NO_LABEL;
    return pdoc__sheet_note(importing->sheet, kind, cell->row, cell->column, importing->error);
}

static bool take_cell(struct pdoc__importing *importing, struct pdoc__sheet_cell *cell, size_t column)
{
    struct pdoc_sheet *sheet = importing->sheet;
    const struct pdoc__target *target = target_of(sheet, column);
    const char *printed = pdoc__csv_cell_at(&sheet->csv, sheet->header, column);
    const char *label = is_blank(printed) ? NULL : printed;
    const char *text = pdoc__csv_cell_at(&sheet->csv, cell->row, column);
    const bool is_second = target && is_taken(cell, target);
    cell->column = (uint32_t)column;
    cell->text = is_blank(text) ? NULL : text;
    cell->field = target && target->kind == PDOC__TO_FIELD && !is_second ? target->name : NULL;
    if (!cell->text && (!cell->field || text_for(sheet, cell->row, cell->field)))
        return true; /* nothing, or another column says it */
    if (target && target->kind == PDOC__TO_PROPERTY && !is_second)
        return pdoc_document_set_property(pdoc_version_document(cell->version), pdoc__property_name(target), cell->text,
                                          importing->error) == PDOC_OK;
    if ((!target || is_second) && !note_column(importing, cell, target, label))
        return false;
    return add_cell(importing, cell, label);
}

/* ---- one row ---- */

/* "NA" is no reference, and no label of a version. */
static const char *unless_not_applicable(const struct pdoc_version *version, const char *field)
{
    const int row = pdoc_version_find_row(version, field);
    return row >= 0 && pdoc_version_row_state(version, (size_t)row) == PDOC_CELL_GIVEN
               ? pdoc_version_row_text(version, (size_t)row)
               : NULL;
}

static bool take_reference(struct pdoc__importing *importing, struct pdoc__sheet_row *row,
                           const struct pdoc_version *version)
{
    bool added = true;
    const char *reference = unless_not_applicable(version, "reference");
    if (!reference)
        return true;
    if (pdoc_document_add_reference(pdoc_version_document(version), reference, importing->error) != PDOC_OK ||
        !pdoc__map_add(&importing->references, reference, importing, &added, importing->error))
        return false;
    row->is_repeated = !added;
    return added ||
           pdoc__sheet_note(importing->sheet, PDOC__REPEATED_REFERENCE, row->row, PDOC__WHOLE_ROW, importing->error);
}

static pdoc_document *make_document(struct pdoc__importing *importing, size_t row)
{
    struct pdoc_sheet *sheet = importing->sheet;
    const char *title = text_for(sheet, row, "title");
    const char *type = text_for(sheet, row, "type");
    const char *label = text_for(sheet, row, "version");
    const char *code = type ? pdoc__sheet_type(importing->profile, type) : NULL;
    pdoc_document *doc = pdoc_register_add_document(sheet->reg, code, title ? title : "", importing->error);
    if (!doc || !pdoc_document_add_version(doc, label, importing->error))
        return NULL;
    if (!title && !pdoc__sheet_note(sheet, PDOC__NO_TITLE, row, PDOC__WHOLE_ROW, importing->error))
        return NULL;
    return doc;
}

static bool take_row(struct pdoc__importing *importing, size_t row)
{
    struct pdoc_sheet *sheet = importing->sheet;
    const size_t labels = sheet->csv.rows[sheet->header].count;
    const size_t cells = sheet->csv.rows[row].count;
    pdoc_document *doc = make_document(importing, row);
    if (!doc ||
        !pdoc__grow(&sheet->rows, &sheet->row_capacity, sheet->row_count, sizeof *sheet->rows, importing->error))
        return false;
    struct pdoc__sheet_row *taken = &sheet->rows[sheet->row_count++];
    *taken = (struct pdoc__sheet_row){.row = (uint32_t)row, .first = sheet->column_count};
    struct pdoc__sheet_cell cell = {.row = row, .version = pdoc_document_version(doc, 0)};
    for (size_t i = 0; i < cells || i < labels; i++)
        if (!take_cell(importing, &cell, i))
            return false;
    return take_reference(importing, taken, cell.version);
}

static bool take_rows(struct pdoc_sheet *sheet, const pdoc_sheet_options *options, pdoc_error **error)
{
    struct pdoc__importing importing = {
        .sheet = sheet, .profile = options->profile, .parties = options->parties, .error = error};
    bool done = note_rows_above(sheet, error);
    for (size_t row = sheet->header + 1; done && row < sheet->csv.count; row++)
        done = row_is_blank(&sheet->csv, row) || take_row(&importing, row);
    pdoc__map_free(&importing.spellings);
    pdoc__map_free(&importing.references);
    return done;
}

static bool read_sheet(struct pdoc_sheet *sheet, const void *data, size_t size, const char *name,
                       const pdoc_sheet_options *options, pdoc_error **error)
{
    if (!pdoc__csv_read(&sheet->csv, data, size, name, error) ||
        !pdoc__labels_fill(&sheet->labels, options->map, options->map_name, options->profile, error) ||
        !read_header(sheet, name, error))
        return false;
    sheet->reg = pdoc_register_new(error);
    return sheet->reg && take_rows(sheet, options, error);
}

pdoc_sheet *pdoc_sheet_read(const void *data, size_t size, const char *name, const pdoc_sheet_options *options,
                            pdoc_error **error)
{
    static const pdoc_sheet_options plain = {.size = sizeof plain};
    if ((!data && size > 0) || (options && options->size != sizeof *options)) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "a sheet is read from bytes, by options whose size is set");
        return NULL;
    }
    pdoc_sheet *sheet = pdoc__alloc_zero(1, sizeof *sheet, error);
    if (sheet && !read_sheet(sheet, data, size, name, options ? options : &plain, error)) {
        pdoc_sheet_free(sheet);
        return NULL;
    }
    return sheet;
}

void pdoc_sheet_free(pdoc_sheet *sheet)
{
    if (!sheet)
        return;
    pdoc__csv_free(&sheet->csv);
    pdoc__labels_free(&sheet->labels);
    pdoc_register_unref(sheet->reg);
    pdoc__free(sheet->rows);
    pdoc__free(sheet->columns);
    pdoc__free(sheet->problems);
    pdoc__arena_free(&sheet->arena);
    pdoc__free(sheet);
}
