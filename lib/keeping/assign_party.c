/* SPDX-License-Identifier: MIT */
/* What a register says of a party, by name: its kind, its names, what it is part of, who took over from it, its last
 * day. */
#include <string.h>

#include "base/error.h"
#include "model/build.h"
#include "policydoc/keeper.h"

struct row {
    const char *name;
    pdoc_status (*set)(pdoc_party *party, const struct row *row, const char *value, pdoc_error **error);
    size_t at; /* the member, or the kind of name */
};

static pdoc_status set_text(pdoc_party *party, const struct row *row, const char *value, pdoc_error **error)
{
    const char *kept = NULL;
    if (!pdoc__is_text(value, row->name, error))
        return PDOC_ERR_ARGUMENT;
    if (!pdoc__intern(party->reg, value, &kept, error))
        return PDOC_ERR_NOMEM;
    memcpy((char *)party + row->at, &kept, sizeof kept);
    return PDOC_OK;
}

static pdoc_status set_party(pdoc_party *party, const struct row *row, const char *value, pdoc_error **error)
{
    const pdoc_party *other = value ? pdoc_register_find_party(party->reg, value) : NULL;
    if (value && !other)
        return pdoc__fail(error, PDOC_ERR_ARGUMENT,
                          "%s: no party of the register has the code or name \"%s\"; add it first", row->name, value);
    if (other == party)
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "%s: a party cannot be its own", row->name);
    return set_text(party, row, other ? other->code : NULL, error);
}

static pdoc_status set_day(pdoc_party *party, const struct row *row, const char *value, pdoc_error **error)
{
    pdoc_date day = {0, 0, 0};
    if (value && pdoc_date_parse(value, &day, NULL) != PDOC_OK)
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "%s: \"%s\" is no day; expected one such as 2027-03-31", row->name,
                          value);
    memcpy((char *)party + row->at, &day, sizeof day);
    return PDOC_OK;
}

static pdoc_status add_name(pdoc_party *party, const struct row *row, const char *value, pdoc_error **error)
{
    const pdoc_name_kind kind = (pdoc_name_kind)row->at;
    if (!value)
        return pdoc__fail(error, PDOC_ERR_ARGUMENT,
                          "%s: a name is added, and none is taken out: documents may print it", row->name);
    for (size_t i = 0; i < party->name_count[kind]; i++)
        if (strcmp(party->names[kind][i], value) == 0)
            return PDOC_OK;
    return pdoc_party_add_name(party, kind, value, error);
}

/* A new name comes first, and the one that it had is a former one. */
static pdoc_status rename_party(pdoc_party *party, const struct row *row, const char *value, pdoc_error **error)
{
    const char *before = pdoc_party_name(party);
    if (!value || !*value)
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "%s: a party has a name", row->name);
    if (before && strcmp(before, value) == 0)
        return PDOC_OK;
    const pdoc_status status = pdoc_party_add_name(party, PDOC_NAME_FORMER, value, error);
    if (status != PDOC_OK)
        return status;
    if (!before)
        return pdoc_party_add_name(party, PDOC_NAME_NAME, value, error);
    const char **former = &party->names[PDOC_NAME_FORMER][party->name_count[PDOC_NAME_FORMER] - 1];
    party->names[PDOC_NAME_NAME][0] = *former;
    *former = before;
    return PDOC_OK;
}

static const struct row rows[] = {
    {"kind", set_text, offsetof(pdoc_party, kind)},
    {"name", rename_party, PDOC_NAME_NAME},
    {"alias", add_name, PDOC_NAME_ALIAS},
    {"former", add_name, PDOC_NAME_FORMER},
    {"part-of", set_party, offsetof(pdoc_party, part_of)},
    {"successor", set_party, offsetof(pdoc_party, successor)},
    {"ended", set_day, offsetof(pdoc_party, ended)},
};

pdoc_status pdoc_party_assign(pdoc_party *party, const char *name, const char *value, pdoc_error **error)
{
    if (!party || !name)
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "a party and a name are needed");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (strcmp(rows[i].name, name) == 0)
            return rows[i].set(party, &rows[i], value, error);
    return pdoc__fail(error, PDOC_ERR_ARGUMENT,
                      "a party has no \"%s\"; kind, name, alias, former, part-of, successor and ended can be set",
                      name);
}
