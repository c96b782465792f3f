/* SPDX-License-Identifier: MIT */
/* Names of operators and operands, and what a name in a predicate stands for. Knows nothing of documents or days. */
#include <string.h>

#include "governance/relations/target.h"

const char *const pdoc__operator_names[] = {
    [PDOC__ALL] = "all",
    [PDOC__ANY] = "any",
    [PDOC__NOT] = "not",
    [PDOC__PRESENT] = "present",
    [PDOC__EQUALS] = "equals",
    [PDOC__IN] = "in",
    [PDOC__HAS_ALL] = "has-all",
    [PDOC__HAS_ANY] = "has-any",
    [PDOC__HAS_NONE] = "has-none",
    [PDOC__COUNT] = "count",
    [PDOC__BEFORE] = "before",
    [PDOC__NOT_BEFORE] = "not-before",
    [PDOC__NOT_AFTER] = "not-after",
    [PDOC__AFTER] = "after",
    [PDOC__MATCHES] = "matches",
};

struct built_in {
    const char *name;
    int16_t index;
    uint8_t type; /* enum pdoc__value_type */
};

static const struct built_in of_documents[] = {
    {"type", PDOC__OF_TYPE, PDOC__CODE},
    {"category", PDOC__OF_CATEGORY, PDOC__CODE},
    {"scope", PDOC__OF_SCOPE, PDOC__CODE},
    {"title", PDOC__OF_TITLE, PDOC__TEXT},
    {"reference", PDOC__OF_REFERENCE, PDOC__TEXT},
    {"uri", PDOC__OF_URI, PDOC__URI},
    {"phase", PDOC__OF_PHASE, PDOC__CODE},
    {"state", PDOC__OF_STATE, PDOC__CODE},
    {"due", PDOC__OF_DUE, PDOC__DATE},
    {"version.label", PDOC__OF_VERSION_LABEL, PDOC__VERSION},
    {"version.content", PDOC__OF_VERSION_CONTENT, PDOC__URI},
    {"as-of", PDOC__OF_AS_OF, PDOC__DATE},
    {"version.count", PDOC__OF_VERSION_COUNT, PDOC__NUMBER},
    {"binding", PDOC__OF_BINDING, PDOC__CODE},
    {"route", PDOC__OF_ROUTE, PDOC__CODE},
    {NULL, 0, 0},
};

static const struct built_in of_events[] = {
    {"on", PDOC__GIVE_ON, PDOC__DATE},
    {"by", PDOC__GIVE_BY, PDOC__PARTY},
    {"recorded", PDOC__GIVE_RECORDED, PDOC__DATE},
    {"version", PDOC__GIVE_VERSION, PDOC__VERSION},
    {"kind", PDOC__GIVE_KIND, PDOC__CODE},
    {"class.id", PDOC__GIVE_CLASS_ID, PDOC__CODE}, /* of the profile's row for the class, by whatever name */
    {"class.step", PDOC__GIVE_CLASS_STEP, PDOC__CODE},
    {"class.clock", PDOC__GIVE_CLASS_CLOCK, PDOC__CODE},
    {NULL, 0, 0},
};

static const struct built_in of_relations[] = {
    {"kind", PDOC__GIVE_KIND, PDOC__CODE},
    {"target", PDOC__GIVE_TARGET, PDOC__TEXT},
    {"edition", PDOC__GIVE_EDITION, PDOC__TEXT},
    {"checked", PDOC__GIVE_CHECKED, PDOC__DATE},
    {"clause", PDOC__GIVE_CLAUSE, PDOC__TEXT},
    {"fingerprint", PDOC__GIVE_FINGERPRINT, PDOC__TEXT},
    {"suspect-since", PDOC__GIVE_SUSPECT_SINCE, PDOC__DATE},
    {NULL, 0, 0},
};

struct prefix {
    const char *text; /* with its dot */
    uint8_t kind;     /* enum pdoc__operand_kind */
};

static const struct prefix prefixes[] = {
    {"field.", PDOC__OPERAND_FIELD},
    {"property.", PDOC__OPERAND_PROPERTY},
    {"relation.", PDOC__OPERAND_RELATION},
    {"section.", PDOC__OPERAND_SECTION},
    {"route.", PDOC__OPERAND_ROUTE},
};

static bool take_built_in(const struct built_in *table, const char *name, enum pdoc__operand_kind kind,
                          struct pdoc__operand *out)
{
    for (; table->name; table++) {
        if (strcmp(table->name, name) != 0)
            continue;
        *out = (struct pdoc__operand){.kind = (uint8_t)kind, .type = table->type, .index = table->index, .name = name};
        return true;
    }
    return false;
}

static bool take_member(int inside, const char *name, struct pdoc__operand *out)
{
    if (inside == PDOC__SOURCE_RELATION)
        return take_built_in(of_relations, name, PDOC__OPERAND_ITEM, out) || pdoc__target_resolve(name, out);
    if (inside != PDOC__SOURCE_EVENT)
        return false;
    if (take_built_in(of_events, name, PDOC__OPERAND_ITEM, out))
        return true;
    int attribute = pdoc_table_find(PDOC_TABLE_EVENT_ATTRIBUTE, name);
    if (attribute < 0)
        return false;
    *out = (struct pdoc__operand){.kind = PDOC__OPERAND_ITEM, .index = (int16_t)attribute, .name = name};
    out->type = pdoc__word(PDOC_TABLE_EVENT_ATTRIBUTE, (size_t)attribute)->type;
    return true;
}

/* A field is one of the library's, or one that the profile adds; other codes are a mistake. */
static bool take_field(const pdoc_profile *profile, struct pdoc__operand *out)
{
    int field = pdoc_table_find(PDOC_TABLE_FIELD, out->key);
    out->index = (int16_t)field;
    if (field >= 0) {
        out->type = pdoc__word(PDOC_TABLE_FIELD, (size_t)field)->type;
        return true;
    }
    for (size_t i = 0; profile && i < profile->counts[PDOC_PROFILE_FIELDS]; i++) {
        if (strcmp(profile->fields[i].rule.id, out->key) != 0)
            continue;
        out->type = profile->fields[i].type;
        return true;
    }
    return false;
}

/* Whom the cells of the sign-off matrix name. */
static bool take_cells(struct pdoc__operand *out)
{
    out->index = (int16_t)pdoc_table_find(PDOC_TABLE_ROUTE_DUTY, out->key);
    out->type = PDOC__PARTY;
    return out->index >= 0;
}

static bool take_prefixed(const pdoc_profile *profile, const char *name, struct pdoc__operand *out)
{
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
        size_t length = strlen(prefixes[i].text);
        if (strncmp(name, prefixes[i].text, length) != 0 || name[length] == '\0')
            continue;
        *out = (struct pdoc__operand){.kind = prefixes[i].kind, .index = -1, .name = name, .key = name + length};
        if (out->kind == PDOC__OPERAND_ROUTE)
            return take_cells(out);
        return out->kind != PDOC__OPERAND_FIELD || take_field(profile, out);
    }
    return false;
}

static bool take_fact(const pdoc_profile *profile, const char *name, struct pdoc__operand *out)
{
    for (size_t i = 0; profile && i < profile->counts[PDOC_PROFILE_FACTS]; i++) {
        if (!profile->facts[i].rule.id || strcmp(profile->facts[i].rule.id, name) != 0)
            continue;
        *out = (struct pdoc__operand){.kind = PDOC__OPERAND_FACT, .index = (int16_t)i, .name = name};
        out->type = profile->facts[i].type;
        return true;
    }
    return false;
}

bool pdoc__operand_resolve(const pdoc_profile *profile, const char *name, int inside, struct pdoc__operand *out)
{
    return take_member(inside, name, out) || take_built_in(of_documents, name, PDOC__OPERAND_DOCUMENT, out) ||
           take_prefixed(profile, name, out) || take_fact(profile, name, out);
}
