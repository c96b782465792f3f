/* SPDX-License-Identifier: MIT */
/* The columns of lists of documents: one row of the table adds a column. Knows nothing of forms. */
#include "publish/columns.h"

#include <string.h>

#include "base/text.h"

#define PUT(id)                                                                                                       \
    static void put_##id(const struct pdoc__column *column, const struct pdoc__listed *listed,                        \
                           struct pdoc__node *row)
#define PROSE(id, value)                                                                                              \
    PUT(id)                                                                                                           \
    {                                                                                                                 \
        pdoc__tree_prose(listed->tree, row, column->name, value);                                                     \
    }
#define CODE(id, value)                                                                                               \
    PUT(id)                                                                                                           \
    {                                                                                                                 \
        pdoc__tree_code(listed->tree, row, column->name, value);                                                      \
    }
#define DATE(id, value)                                                                                               \
    PUT(id)                                                                                                           \
    {                                                                                                                 \
        pdoc__tree_date(listed->tree, row, column->name, value);                                                      \
    }

static const char *version_label(const struct pdoc__judge *judge)
{
    return judge->version ? pdoc_version_label(judge->version) : NULL;
}

static const char *governs_code(pdoc_governs governs)
{
    static const char *const codes[] = {NULL, "printed", "derived"};
    return codes[governs];
}

CODE(id, pdoc_document_id(listed->doc))
CODE(reference, pdoc_document_reference(listed->doc, 0))
PROSE(title, pdoc_document_title(listed->doc))
CODE(type, pdoc__type_label(listed->judge))
CODE(category, pdoc_document_category(listed->doc))
CODE(scope, pdoc_document_scope(listed->doc))
CODE(uri, pdoc_document_uri(listed->doc))
CODE(profile, listed->judge->profile ? pdoc_profile_id(listed->judge->profile) : NULL)
CODE(version, version_label(listed->judge))
CODE(phase, pdoc_table_code(PDOC_TABLE_PHASE, listed->judge->phase.phase))
PROSE(responsible, pdoc__responsible(listed->judge))
PROSE(body, pdoc__approving_body(listed->judge))
PROSE(author, pdoc__cell_party(listed->judge, "author"))
PROSE(manager, pdoc__cell_party(listed->judge, "manager"))
PROSE(sponsor, pdoc__cell_party(listed->judge, "sponsor"))
DATE(due_printed, listed->standing.printed)
DATE(due_derived, listed->standing.derived)
CODE(governs, governs_code(listed->standing.governs))
DATE(due, listed->standing.due)
CODE(state, pdoc_table_code(PDOC_TABLE_REVIEW_STATE, listed->standing.state))
CODE(rule, listed->standing.rule)
CODE(clause, listed->standing.clause)

PUT(days_overdue)
{
    if (listed->standing.is_due)
        pdoc__tree_number(listed->tree, row, column->name, listed->standing.days_overdue);
    else
        pdoc__tree_code(listed->tree, row, column->name, NULL);
}

PUT(inferred)
{
    pdoc__tree_flag(listed->tree, row, column->name, listed->standing.inferred);
}

PUT(as_printed)
{
    pdoc__tree_flag(listed->tree, row, column->name, listed->standing.as_printed);
}

PUT(property)
{
    const char *name = column->name + strlen("property.");
    pdoc__tree_prose(listed->tree, row, column->name, pdoc_document_property(listed->doc, name));
}

/* A cell of the front sheet; its name may begin with "field.". */
PUT(field)
{
    const char *dot = strchr(column->name, '.');
    pdoc__tree_prose(listed->tree, row, column->name, pdoc__cell_of(listed->judge, dot ? dot + 1 : column->name));
}

static const struct pdoc__column known_columns[] = {
    {"id", "Id", false, 0, put_id},
    {"reference", "Reference", false, 1, put_reference},
    {"title", "Title", false, 3, put_title},
    {"type", "Type", false, 1, put_type},
    {"category", "Category", false, 1, put_category},
    {"scope", "Scope", false, 1, put_scope},
    {"uri", "URI", false, 1, put_uri},
    {"profile", "Profile", false, 0, put_profile},
    {"version", "Version", false, 1, put_version},
    {"phase", "Phase", false, 0, put_phase},
    {"responsible", "Responsible", false, 1, put_responsible},
    {"body", "Body", false, 1, put_body},
    {"author", "Author", false, 1, put_author},
    {"manager", "Manager", false, 1, put_manager},
    {"sponsor", "Sponsor", false, 1, put_sponsor},
    {"due-printed", "Printed", false, 0, put_due_printed},
    {"due-derived", "Derived", false, 0, put_due_derived},
    {"governs", "Governs", false, 0, put_governs},
    {"due", "Due", false, 0, put_due},
    {"days-overdue", "Days over", true, 0, put_days_overdue},
    {"state", "State", false, 1, put_state},
    {"rule", "Rule", false, 1, put_rule},
    {"clause", "Clause", false, 1, put_clause},
    {"inferred", "Inferred", false, 0, put_inferred},
    {"as-printed", "As printed", false, 0, put_as_printed},
};
#define KNOWN_COUNT (sizeof known_columns / sizeof *known_columns)

static bool find_column(const char *name, struct pdoc__column *out)
{
    for (size_t i = 0; i < KNOWN_COUNT; i++) {
        if (strcmp(known_columns[i].name, name) != 0)
            continue;
        *out = known_columns[i];
        return true;
    }
    *out = (struct pdoc__column){.name = name, .label = name, .share = 1, .put = put_field};
    const int row = pdoc_table_find(PDOC_TABLE_FIELD, name);
    if (row >= 0) {
        out->label = pdoc_table_label(PDOC_TABLE_FIELD, (size_t)row);
        return true;
    }
    if (strncmp(name, "field.", 6) == 0 && name[6])
        return true;
    out->put = put_property;
    return strncmp(name, "property.", 9) == 0 && name[9];
}

static void fail_unknown(const char *name, pdoc_error **error)
{
    struct pdoc__buffer known = {0};
    for (size_t i = 0; i < KNOWN_COUNT; i++)
        pdoc__buffer_format(&known, "%s%s", i > 0 ? ", " : "", known_columns[i].name);
    if (known.failed)
        pdoc__fail_memory(error);
    else
        pdoc__fail(error, PDOC_ERR_ARGUMENT,
                   "there is no column \"%s\"; there are %s, each field of the front sheet (such as date-approved), "
                   "field.CODE and property.NAME",
                   name, known.data);
    pdoc__buffer_free(&known);
}

static bool choose_one(struct pdoc__columns *out, const char *name, pdoc_error **error)
{
    if (out->count == PDOC__PAGE_COLUMNS) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "there can be %d columns at most", PDOC__PAGE_COLUMNS);
        return false;
    }
    if (!find_column(name, &out->items[out->count])) {
        fail_unknown(name, error);
        return false;
    }
    out->names[out->count] = out->items[out->count].name;
    out->count++;
    return true;
}

bool pdoc__columns_choose(struct pdoc__tree *tree, const char *names, struct pdoc__columns *out, pdoc_error **error)
{
    for (;;) {
        const size_t skipped = strspn(names, " ");
        size_t size = strcspn(names + skipped, ",");
        const char *next = names + skipped + size;
        while (size > 0 && names[skipped + size - 1] == ' ')
            size--;
        const char *name = pdoc__tree_copy(tree, names + skipped, size);
        if (!name) {
            pdoc__fail_memory(error);
            return false;
        }
        if (!choose_one(out, name, error))
            return false;
        if (!*next)
            return true;
        names = next + 1;
    }
}

struct pdoc__node *pdoc__columns_put(const struct pdoc__columns *columns, const struct pdoc__listed *listed,
                                     struct pdoc__node *list)
{
    struct pdoc__node *row = pdoc__tree_item(listed->tree, list);
    for (size_t i = 0; i < columns->count; i++)
        columns->items[i].put(&columns->items[i], listed, row);
    return row;
}
