/* SPDX-License-Identifier: MIT */
/* Another party in the cells of a role, in every document of a change. Changes names, judges nothing. */
#include <string.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/text.h"
#include "governance/judge.h"
#include "keeping/change.h"
#include "policydoc/keeper.h"

struct reassigning {
    const pdoc_reassignment *what;
    const pdoc_register *reg;
    const pdoc_party *from; /* NULL: a name that is no party's */
    size_t count;
    pdoc_error **error;
};

static bool is_meant(const struct reassigning *work, const char *name)
{
    if (work->from)
        return pdoc_register_find_party(work->reg, name) == work->from;
    return pdoc__text_same(name, work->what->from);
}

static bool is_blank(char letter)
{
    return letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r';
}

/* Takes one name of a cell over, or another in its place; the blanks around it stay. */
static bool put_name(const struct reassigning *work, const char *text, size_t size, struct pdoc__buffer *out)
{
    size_t first = 0;
    size_t last = size;
    struct pdoc__buffer name = {0};
    while (first < last && is_blank(text[first]))
        first++;
    while (last > first && is_blank(text[last - 1]))
        last--;
    pdoc__buffer_append(&name, text + first, last - first);
    const bool is_it = name.data && !name.failed && is_meant(work, name.data);
    pdoc__buffer_append(out, text, first);
    pdoc__buffer_text(out, is_it ? work->what->to : name.data);
    pdoc__buffer_append(out, text + last, size - last);
    out->failed = out->failed || name.failed;
    pdoc__buffer_free(&name);
    return is_it;
}

/* Names stand with semicolons between. */
static bool put_names(const struct reassigning *work, const char *text, struct pdoc__buffer *out)
{
    bool is_changed = false;
    for (;;) {
        const size_t size = strcspn(text, ";");
        is_changed = put_name(work, text, size, out) || is_changed;
        if (!text[size])
            return is_changed;
        pdoc__buffer_byte(out, ';');
        text += size + 1;
    }
}

static bool change_cell(struct reassigning *work, struct pdoc_version *version, size_t row)
{
    const char *text = pdoc_version_row_text(version, row);
    const char *value = pdoc_version_row_value(version, row);
    struct pdoc__buffer names = {0};
    bool is_well = true;
    if (!text && !value)
        return true;
    const bool is_changed = put_names(work, value ? value : text, &names);
    if (names.failed) {
        pdoc__fail_memory(work->error);
        is_well = false;
    } else if (is_changed) {
        is_well = pdoc_version_set_row(version, row, names.data, NULL, work->error) == PDOC_OK;
        work->count++;
    }
    pdoc__buffer_free(&names);
    return is_well;
}

static bool change_sheet(struct reassigning *work, struct pdoc_version *version)
{
    for (size_t i = 0; i < pdoc_version_row_count(version); i++)
        if (pdoc__text_equal(pdoc_version_row_field(version, i), work->what->role) && !change_cell(work, version, i))
            return false;
    return true;
}

/* Sheets of versions that are over stay as they were. */
static bool change_document(struct reassigning *work, struct pdoc__judge *judge, pdoc_document *doc)
{
    if (!pdoc__judge_take(judge, doc, work->error))
        return false;
    const uint32_t first = judge->version ? judge->version->ordinal : 0;
    for (size_t i = 0; i < doc->version_count; i++)
        if (doc->versions[i]->ordinal >= first && !change_sheet(work, doc->versions[i]))
            return false;
    return true;
}

static bool is_role(const char *role)
{
    const int field = role ? pdoc_table_find(PDOC_TABLE_FIELD, role) : -1;
    return field >= 0 && pdoc__word(PDOC_TABLE_FIELD, (size_t)field)->type == PDOC__PARTY;
}

pdoc_status pdoc_change_reassign(pdoc_change *change, const pdoc_reassignment *what, size_t *count, pdoc_error **error)
{
    struct pdoc__judge judge;
    if (!change || change->is_over || !what || !what->from || !what->to || !what->to[0])
        return pdoc__fail(error, PDOC_ERR_ARGUMENT,
                          "a change, a role, whom it names and whom it is to name are needed");
    if (!is_role(what->role))
        return pdoc__fail(error, PDOC_ERR_ARGUMENT,
                          "\"%s\" is no field that names a party; author, owner, manager and sponsor are some",
                          what->role ? what->role : "(none)");
    struct reassigning work = {
        .what = what, .reg = change->work, .from = pdoc_register_find_party(change->work, what->from), .error = error};
    pdoc_error *reason = NULL;
    work.error = &reason;
    bool is_well = pdoc__judge_begin(&judge, change->work, &change->basis, &reason);
    if (is_well) {
        for (size_t i = 0; is_well && i < change->work->document_count; i++)
            is_well = change_document(&work, &judge, change->work->documents[i]);
        if (is_well && judge.out_of_memory) {
            pdoc__fail_memory(&reason);
            is_well = false;
        }
        pdoc__judge_end(&judge);
    }
    const pdoc_status status = is_well ? PDOC_OK : pdoc_error_status(reason);
    if (error)
        *error = reason;
    else
        pdoc_error_free(reason);
    if (count && is_well)
        *count = work.count;
    return status;
}
