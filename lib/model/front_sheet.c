/* SPDX-License-Identifier: MIT */
/* The front sheet of a version: its rows in the order printed. Knows nothing of rules. */
#include "base/error.h"
#include "base/text.h"
#include "model/build.h"
#include "policydoc/document.h"

static const struct pdoc__row *row_at(const struct pdoc_version *version, size_t row)
{
    return version && row < version->row_count ? &version->rows[row] : NULL;
}

size_t pdoc_version_row_count(const struct pdoc_version *version)
{
    return version ? version->row_count : 0;
}

int pdoc_version_find_row(const struct pdoc_version *version, const char *field)
{
    for (size_t i = 0; field && i < pdoc_version_row_count(version); i++)
        if (version->rows[i].field && pdoc__text_equal(version->rows[i].field, field))
            return (int)i;
    return -1;
}

const char *pdoc_version_row_field(const struct pdoc_version *version, size_t row)
{
    const struct pdoc__row *cell = row_at(version, row);
    return cell ? cell->field : NULL;
}

const char *pdoc_version_row_label(const struct pdoc_version *version, size_t row)
{
    const struct pdoc__row *cell = row_at(version, row);
    return cell ? cell->label : NULL;
}

const char *pdoc_version_row_text(const struct pdoc_version *version, size_t row)
{
    const struct pdoc__row *cell = row_at(version, row);
    return cell ? cell->text : NULL;
}

const char *pdoc_version_row_value(const struct pdoc_version *version, size_t row)
{
    const struct pdoc__row *cell = row_at(version, row);
    return cell ? pdoc__row_value(cell) : NULL;
}

pdoc_cell pdoc_version_row_state(const struct pdoc_version *version, size_t row)
{
    const struct pdoc__row *cell = row_at(version, row);
    return cell ? (pdoc_cell)cell->state : PDOC_CELL_BLANK;
}

pdoc_date pdoc_version_row_date(const struct pdoc_version *version, size_t row)
{
    const struct pdoc__row *cell = row_at(version, row);
    return cell ? cell->date : (pdoc_date){0, 0, 0};
}

const char *pdoc_version_field(const struct pdoc_version *version, const char *field)
{
    int row = pdoc_version_find_row(version, field);
    return row < 0 || version->rows[row].state == PDOC_CELL_BLANK ? NULL : version->rows[row].text;
}

pdoc_status pdoc_version_add_row(struct pdoc_version *version, const char *field, const char *label, const char *text,
                                 pdoc_error **error)
{
    if (!version)
        return pdoc__argument(version, "version", error);
    if (!pdoc__is_text(field, "field", error) || !pdoc__is_text(label, "label", error) ||
        !pdoc__is_text(text, "text", error))
        return PDOC_ERR_ARGUMENT;
    if (!pdoc__list_may_grow(version->row_count, UINT16_MAX, "rows of a front sheet", error))
        return PDOC_ERR_LIMIT;
    struct pdoc__row row;
    pdoc_register *reg = version->doc->reg;
    struct pdoc__cell cell = {.text = text, .state = -1, .may_be_shared = true};
    if (!pdoc__row_fill(reg, &row, field, label, &cell, error))
        return PDOC_ERR_NOMEM;
    struct pdoc__row *list = pdoc__list_add(reg, version->rows, version->row_count, sizeof row, &row, error);
    if (!list)
        return PDOC_ERR_NOMEM;
    version->rows = list;
    version->row_count++;
    version->has_sheet = true;
    return PDOC_OK;
}

pdoc_status pdoc_version_set_row(struct pdoc_version *version, size_t row, const char *text, const char *value,
                                 pdoc_error **error)
{
    if (!row_at(version, row))
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "the front sheet has no row %zu", row);
    if (!pdoc__is_text(text, "text", error) || !pdoc__is_text(value, "value", error))
        return PDOC_ERR_ARGUMENT;
    pdoc_register *reg = version->doc->reg;
    struct pdoc__row filled = version->rows[row];
    bool holds_more = pdoc__extras_first(&reg->extras, filled.text) != NULL; /* unknown content inside the text */
    struct pdoc__cell cell = {.text = text, .value = value, .state = -1, .may_be_shared = !holds_more};
    pdoc_error *reason = NULL;
    if (!pdoc__row_finish(reg, &filled, &cell, &reason)) {
        bool is_wrong = pdoc_error_status(reason) == PDOC_ERR_INVALID;
        pdoc_status status = is_wrong ? pdoc__fail(error, PDOC_ERR_ARGUMENT, "%s", pdoc_error_message(reason))
                                      : pdoc__fail_memory(error);
        pdoc_error_free(reason);
        return status;
    }
    if (holds_more && filled.text && !pdoc__text_replace(reg, version->rows[row].text, filled.text, error))
        return PDOC_ERR_NOMEM;
    version->rows[row] = filled;
    return PDOC_OK;
}
