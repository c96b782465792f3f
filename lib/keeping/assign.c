/* SPDX-License-Identifier: MIT */
/* Values by name: what a document says of itself, its properties, the cells of a front sheet. Knows nothing of rules.
 */
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "keeping/assign.h"
#include "policydoc/keeper.h"

static const struct {
    const char *name;
    pdoc_status (*set)(pdoc_document *doc, const char *value, pdoc_error **error);
} members[] = {
    {"type", pdoc_document_set_type},
    {"category", pdoc_document_set_category},
    {"scope", pdoc_document_set_scope},
    {"title", pdoc_document_set_title},
    {"uri", pdoc_document_set_uri},
    {"profile", pdoc_document_set_profile},
    {"visibility", pdoc_document_set_visibility},
    {"document.reference", pdoc__assign_reference},
};

static const char property[] = "property.";
static const char cell[] = "cell.";

/* What follows a lead; NULL: the name does not begin with it, or nothing follows. */
static const char *behind(const char *name, const char *lead)
{
    const size_t size = strlen(lead);
    return strncmp(name, lead, size) == 0 && name[size] ? name + size : NULL;
}

/* A day is recorded as such; everything else as it is printed. */
static pdoc_status assign_cell(struct pdoc_version *version, const char *field, const char *text, pdoc_error **error)
{
    pdoc_date date;
    const bool is_date = text && behind(field, "date-") && pdoc_date_parse(text, &date, NULL) == PDOC_OK;
    int row = pdoc_version_find_row(version, field);
    if (row < 0) {
        const pdoc_status status = pdoc_version_add_row(version, field, NULL, text, error);
        if (status != PDOC_OK)
            return status;
        row = (int)pdoc_version_row_count(version) - 1;
    }
    return pdoc_version_set_row(version, (size_t)row, is_date ? NULL : text, is_date ? text : NULL, error);
}

static struct pdoc_version *version_of(const pdoc_document *doc, uint32_t version)
{
    const size_t count = pdoc_document_version_count(doc);
    if (version > 0)
        return pdoc_document_find_version(doc, version);
    return count > 0 ? pdoc_document_version(doc, count - 1) : NULL;
}

pdoc_status pdoc_document_assign(pdoc_document *doc, uint32_t version, const char *name, const char *value,
                                 pdoc_error **error)
{
    if (!doc || !name)
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "a document and a name are needed");
    for (size_t i = 0; i < sizeof members / sizeof *members; i++)
        if (strcmp(members[i].name, name) == 0)
            return members[i].set(doc, value, error);
    if (behind(name, property))
        return pdoc_document_set_property(doc, behind(name, property), value, error);
    const char *behind_name = NULL;
    const struct pdoc__version_part *part = pdoc__version_part(name, &behind_name);
    if (part) {
        struct pdoc_version *changed = version_of(doc, version);
        return changed ? part->set(changed, behind_name, value, error)
                       : pdoc__fail(error, PDOC_ERR_ARGUMENT, "the document has no such version");
    }
    const char *field = behind(name, cell) ? behind(name, cell) : name;
    if (pdoc_table_find(PDOC_TABLE_FIELD, field) < 0)
        return pdoc__fail(error, PDOC_ERR_ARGUMENT,
                          "there is no field \"%s\"; type, category, scope, title, uri, profile, visibility, "
                          "document.reference, version.label, version.visibility, section.CODE, content.HREF, "
                          "property.NAME and the fields of a front sheet can be set",
                          name);
    struct pdoc_version *sheet = version_of(doc, version);
    if (!sheet)
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "the document has no such version, so no front sheet for %s",
                          field);
    return assign_cell(sheet, field, value, error);
}
