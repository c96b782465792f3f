/* SPDX-License-Identifier: MIT */
/* Brings the documents of a sheet into a register: new ones are added, known ones take over what the sheet says. */
#include <string.h>

#include "base/text.h"
#include "keeping/sheet.h"

/* ---- asked for ---- */

const pdoc_register *pdoc_sheet_register(const pdoc_sheet *sheet)
{
    return sheet ? sheet->reg : NULL;
}

const char *pdoc_sheet_encoding(const pdoc_sheet *sheet)
{
    return sheet ? pdoc__encodings[sheet->csv.encoding] : NULL;
}

bool pdoc_sheet_encoding_is_certain(const pdoc_sheet *sheet)
{
    return sheet && sheet->csv.encoding != PDOC__WINDOWS_1252;
}

char pdoc_sheet_delimiter(const pdoc_sheet *sheet)
{
    return sheet ? sheet->csv.delimiter : '\0';
}

size_t pdoc_sheet_column_count(const pdoc_sheet *sheet)
{
    return sheet ? sheet->csv.rows[sheet->header].count : 0;
}

const char *pdoc_sheet_column_label(const pdoc_sheet *sheet, size_t column)
{
    return column < pdoc_sheet_column_count(sheet) ? sheet->csv.rows[sheet->header].cells[column] : NULL;
}

const char *pdoc_sheet_column_field(const pdoc_sheet *sheet, size_t column)
{
    const struct pdoc__target *target = column < pdoc_sheet_column_count(sheet) ? sheet->targets[column] : NULL;
    return target ? target->name : NULL;
}

/* ---- new documents ---- */

static pdoc_status copy_properties(const pdoc_document *from, pdoc_document *to, pdoc_error **error)
{
    for (size_t i = 0; i < pdoc_document_property_count(from); i++) {
        const char *name = pdoc_document_property_name(from, i);
        const char *value = pdoc_document_property(from, name);
        const char *old = pdoc_document_property(to, name);
        const pdoc_status status =
            pdoc__text_equal(value, old) ? PDOC_OK : pdoc_document_set_property(to, name, value, error);
        if (status != PDOC_OK)
            return status;
    }
    return PDOC_OK;
}

/* A cell that was printed keeps both; the value is only taken where it was recorded beside the text. */
static pdoc_status set_cell(struct pdoc_version *to, size_t at, const struct pdoc_version *from, size_t row,
                            pdoc_error **error)
{
    return pdoc_version_set_row(to, at, pdoc_version_row_text(from, row), pdoc_version_row_value(from, row), error);
}

static pdoc_status add_cell(struct pdoc_version *to, const struct pdoc_version *from, size_t row, pdoc_error **error)
{
    const pdoc_status status =
        pdoc_version_add_row(to, pdoc_version_row_field(from, row), pdoc_version_row_label(from, row),
                             pdoc_version_row_text(from, row), error);
    return status == PDOC_OK && pdoc_version_row_value(from, row)
               ? set_cell(to, pdoc_version_row_count(to) - 1, from, row, error)
               : status;
}

static pdoc_status add_document(const pdoc_document *from, pdoc_register *reg, pdoc_error **error)
{
    const struct pdoc_version *sheet = pdoc_document_version(from, 0);
    pdoc_document *doc = pdoc_register_add_document(reg, pdoc_document_type(from), pdoc_document_title(from), error);
    struct pdoc_version *version = doc ? pdoc_document_add_version(doc, pdoc_version_label(sheet), error) : NULL;
    if (!version)
        return PDOC_ERR_NOMEM;
    pdoc_status status = copy_properties(from, doc, error);
    for (size_t i = 0; status == PDOC_OK && i < pdoc_document_reference_count(from); i++)
        status = pdoc_document_add_reference(doc, pdoc_document_reference(from, i), error);
    for (size_t i = 0; status == PDOC_OK && i < pdoc_version_row_count(sheet); i++)
        status = add_cell(version, sheet, i, error);
    return status;
}

pdoc_status pdoc_sheet_add(const pdoc_sheet *sheet, pdoc_register *reg, pdoc_error **error)
{
    pdoc_status status = PDOC_OK;
    if (!sheet || !reg)
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "a sheet and a register are needed");
    for (size_t i = 0; status == PDOC_OK && i < pdoc_register_document_count(sheet->reg); i++)
        status = add_document(pdoc_register_document(sheet->reg, i), reg, error);
    return status;
}

/* ---- documents that are there ---- */

struct updating {
    pdoc_sheet *sheet;
    pdoc_register *reg;
    struct pdoc__map references; /* reference -> document, the first that has it */
    struct pdoc__map shared;     /* references that another one has, too */
    pdoc_error **error;
};

static bool map_references(struct updating *updating)
{
    for (size_t i = 0; i < pdoc_register_document_count(updating->reg); i++) {
        pdoc_document *doc = pdoc_register_document(updating->reg, i);
        for (size_t k = 0; k < pdoc_document_reference_count(doc); k++) {
            const char *reference = pdoc_document_reference(doc, k);
            bool added;
            if (!pdoc__map_add(&updating->references, reference, doc, &added, updating->error))
                return false;
            if (!added && pdoc__map_find(&updating->references, reference) != doc &&
                !pdoc__map_add(&updating->shared, reference, doc, &added, updating->error))
                return false;
        }
    }
    return true;
}

/* The row of the register's sheet for one of the imported sheet: of the same field, or of the same label. */
static int row_like(const struct pdoc_version *version, const struct pdoc_version *sheet, size_t row)
{
    const char *field = pdoc_version_row_field(sheet, row);
    if (field)
        return pdoc_version_find_row(version, field);
    for (size_t i = 0; i < pdoc_version_row_count(version); i++)
        if (!pdoc_version_row_field(version, i) &&
            pdoc__text_equal(pdoc_version_row_label(version, i), pdoc_version_row_label(sheet, row)))
            return (int)i;
    return -1;
}

static bool note(struct updating *updating, enum pdoc__sheet_problem_kind kind, const struct pdoc__sheet_row *row,
                 uint32_t column)
{
    return pdoc__sheet_note(updating->sheet, kind, row->row, column, updating->error);
}

static bool has_reference(const pdoc_document *doc, const char *reference)
{
    for (size_t i = 0; i < pdoc_document_reference_count(doc); i++)
        if (pdoc__text_equal(pdoc_document_reference(doc, i), reference))
            return true;
    return false;
}

/* What the document or its version says of itself needs no cell that the register's sheet never had. */
static bool is_said(const struct pdoc_version *version, const struct pdoc_version *sheet, size_t row)
{
    const pdoc_document *doc = pdoc_version_document(version);
    const char *field = pdoc_version_row_field(sheet, row);
    const char *text = pdoc_version_row_text(sheet, row);
    if (pdoc__text_equal(field, "title"))
        return pdoc__text_equal(text, pdoc_document_title(doc));
    if (pdoc__text_equal(field, "reference"))
        return has_reference(doc, text);
    if (pdoc__text_equal(field, "version"))
        return pdoc__text_equal(text, pdoc_version_label(version));
    return pdoc__text_equal(field, "type") && pdoc_document_type(pdoc_version_document(sheet)) != NULL;
}

static bool update_cell(struct updating *updating, const struct pdoc__sheet_row *row, struct pdoc_version *version,
                        const struct pdoc_version *sheet, size_t at)
{
    const int old = row_like(version, sheet, at);
    const char *text = pdoc_version_row_text(sheet, at);
    const char *before = old < 0 ? NULL : pdoc_version_row_text(version, (size_t)old);
    if (!text)
        return !before || note(updating, PDOC__BLANK_CELL, row, updating->sheet->columns[row->first + at]);
    if (old < 0 && is_said(version, sheet, at))
        return true;
    if (old < 0)
        return add_cell(version, sheet, at, updating->error) == PDOC_OK;
    return pdoc__text_equal(text, before) || set_cell(version, (size_t)old, sheet, at, updating->error) == PDOC_OK;
}

static bool update_members(struct updating *updating, const pdoc_document *from, pdoc_document *doc)
{
    const char *title = pdoc_document_title(from);
    const char *type = pdoc_document_type(from);
    const bool is_titled = !*title || pdoc__text_equal(title, pdoc_document_title(doc)) ||
                           pdoc_document_set_title(doc, title, updating->error) == PDOC_OK;
    const bool is_typed = !type || pdoc__text_equal(type, pdoc_document_type(doc)) ||
                          pdoc_document_set_type(doc, type, updating->error) == PDOC_OK;
    return is_titled && is_typed && copy_properties(from, doc, updating->error) == PDOC_OK;
}

static bool update_document(struct updating *updating, const struct pdoc__sheet_row *row, const pdoc_document *from,
                            pdoc_document *doc)
{
    const struct pdoc_version *sheet = pdoc_document_version(from, 0);
    const size_t count = pdoc_document_version_count(doc);
    if (count == 0)
        return note(updating, PDOC__NO_VERSION, row, PDOC__WHOLE_ROW);
    struct pdoc_version *version = pdoc_document_version(doc, count - 1);
    const char *label = pdoc_version_label(sheet);
    if (label && !pdoc__text_equal(label, pdoc_version_label(version)))
        return note(updating, PDOC__OTHER_VERSION, row, PDOC__WHOLE_ROW);
    bool done = update_members(updating, from, doc);
    for (size_t i = 0; done && i < pdoc_version_row_count(sheet); i++)
        done = update_cell(updating, row, version, sheet, i);
    return done;
}

static bool update_row(struct updating *updating, size_t index)
{
    const struct pdoc__sheet_row *row = &updating->sheet->rows[index];
    const pdoc_document *from = pdoc_register_document(updating->sheet->reg, index);
    const char *reference = pdoc_document_reference(from, 0);
    if (!reference)
        return note(updating, PDOC__NO_REFERENCE, row, PDOC__WHOLE_ROW);
    pdoc_document *found = pdoc__map_find(&updating->references, reference);
    if (row->is_repeated || pdoc__map_find(&updating->shared, reference))
        return note(updating, PDOC__SEVERAL_DOCUMENTS, row, PDOC__WHOLE_ROW);
    if (!found)
        return add_document(from, updating->reg, updating->error) == PDOC_OK;
    return update_document(updating, row, from, found);
}

pdoc_status pdoc_sheet_update(pdoc_sheet *sheet, pdoc_register *reg, pdoc_error **error)
{
    pdoc_error *reason = NULL;
    if (!sheet || !reg)
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "a sheet and a register are needed");
    struct updating updating = {.sheet = sheet, .reg = reg, .error = &reason};
    bool done = map_references(&updating);
    for (size_t i = 0; done && i < sheet->row_count; i++)
        done = update_row(&updating, i);
    pdoc__map_free(&updating.references);
    pdoc__map_free(&updating.shared);
    if (done)
        return PDOC_OK;
    const pdoc_status status = pdoc_error_status(reason);
    if (error)
        *error = reason;
    else
        pdoc_error_free(reason);
    return status;
}
