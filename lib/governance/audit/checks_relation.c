/* SPDX-License-Identifier: MIT */
/* Relations: do they lead to a document, and are they of a kind that is known? */
#include <string.h>

#include "base/text.h"
#include "governance/audit/audit.h"
#include "governance/relations/crosswalk.h"

/* An address, not an id: ids hold neither a colon nor a slash. */
static bool is_outside(const char *target)
{
    return strpbrk(target, ":/#") != NULL;
}

static void check_target(struct pdoc__audit *audit, const pdoc_relation *relation)
{
    if (pdoc_relation_document(relation) || is_outside(relation->target) ||
        pdoc__crosswalk_find(&audit->judge, relation->target)) {
        pdoc__check_met(audit, PDOC__CHECK_RELATION_TARGET_MISSING);
        return;
    }
    pdoc__find(audit, &(struct pdoc__evidence){.check = PDOC__CHECK_RELATION_TARGET_MISSING,
                                               .outcome = PDOC_OUTCOME_NOT_MET,
                                               .place = PDOC__SAY(audit, "relation/", relation->kind),
                                               .expected = "the id of a document of the register, or a name of a reference",
                                               .found = relation->target,
                                               .arguments = {{"kind", relation->kind}}});
}

static bool is_known_kind(const struct pdoc__audit *audit, const char *kind)
{
    size_t count;
    const struct pdoc__word *words = pdoc__words(PDOC_TABLE_RELATION_KIND, &count);
    for (size_t i = 0; i < count; i++)
        if (strcmp(words[i].code, kind) == 0 || (words[i].inverse && strcmp(words[i].inverse, kind) == 0))
            return true;
    const struct pdoc__set *own = audit->plan ? audit->plan->relation_kinds : NULL;
    for (size_t i = 0; own && i < own->items.count; i++)
        if (strcmp(own->items.items[i], kind) == 0)
            return true;
    return false;
}

/* Kinds are interned: the same address is the same kind, known under every profile. */
static bool is_remembered(struct pdoc__audit *audit, const char *kind)
{
    size_t slot = ((uintptr_t)kind >> 3) % (sizeof audit->known_kinds / sizeof *audit->known_kinds);
    if (audit->known_kinds[slot] == kind)
        return true;
    if (pdoc_table_find(PDOC_TABLE_RELATION_KIND, kind) < 0)
        return false;
    audit->known_kinds[slot] = kind;
    return true;
}

static void check_kind(struct pdoc__audit *audit, const pdoc_relation *relation)
{
    if (is_remembered(audit, relation->kind) || is_known_kind(audit, relation->kind)) {
        pdoc__check_met(audit, PDOC__CHECK_RELATION_UNKNOWN_KIND);
        return;
    }
    pdoc__find(audit, &(struct pdoc__evidence){.check = PDOC__CHECK_RELATION_UNKNOWN_KIND,
                                               .is_note = true,
                                               .place = PDOC__SAY(audit, "relation/", relation->kind),
                                               .expected = "a kind of the table of relations",
                                               .found = relation->kind,
                                               .arguments = {{"other", relation->target}}});
}

void pdoc__check_relations(struct pdoc__audit *audit)
{
    const pdoc_document *doc = audit->judge.doc;
    for (size_t i = 0; i < doc->relation_count; i++) {
        const pdoc_relation *relation = doc->relations[i];
        if (relation->target)
            check_target(audit, relation);
        if (relation->kind)
            check_kind(audit, relation);
    }
}
