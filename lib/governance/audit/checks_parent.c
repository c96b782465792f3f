/* SPDX-License-Identifier: MIT */
/* What a document rests on: is it of the right type, still there, unchanged since it was checked, and not the document
   itself? */
#include <stdio.h>
#include <string.h>

#include "governance/audit/audit.h"
#include "governance/memory.h"
#include "governance/relations/change.h"
#include "governance/relations/target.h"

#define MOST_NAMES     64u
#define MOST_LOOKED_AT 256u /* relations to one document that is over, for the one that took its place */

static const struct pdoc__meaning *meaning_of(struct pdoc__audit *audit, const char *kind)
{
    struct pdoc__meaning *meaning = &audit->meanings[((uintptr_t)kind >> 3) % 8u];
    if (meaning->kind == kind)
        return meaning;
    const struct pdoc__relation_place place = pdoc__relation_place(kind);
    *meaning = (struct pdoc__meaning){.kind = kind,
                                      .travels = (uint8_t)pdoc__relation_travels(kind),
                                      .order = place.order,
                                      .is_child = !place.is_parent};
    return meaning;
}

/* "Bruising policy" (d1) */
static const char *words_of(struct pdoc__audit *audit, const pdoc_document *doc)
{
    const char *title = pdoc_document_title(doc);
    return title ? PDOC__SAY(audit, "\"", title, "\" (", doc->id, ")") : doc->id;
}

static const char *place_of(struct pdoc__audit *audit, const pdoc_relation *relation)
{
    return PDOC__SAY(audit, "relation/", relation->kind);
}

/* ---- rings ---- */

static const char *ring_words(struct pdoc__audit *audit, struct pdoc__graph *graph, enum pdoc__order order)
{
    const pdoc_document *way[MOST_NAMES];
    const pdoc_document *doc = audit->judge.doc;
    const size_t length = pdoc__ring_through(&audit->rings, graph, order, doc, way, MOST_NAMES);
    if (length == 0) {
        const uint32_t size = audit->rings.sizes[order][audit->rings.ring[order][doc->index]];
        return PDOC__SAY(audit, "a ring of ", pdoc__say_number(audit, size), " documents");
    }
    const char *words = words_of(audit, way[0]);
    for (size_t i = 1; i <= length; i++)
        words = PDOC__SAY(audit, words, ", ", words_of(audit, way[i % length]));
    return words;
}

static void check_ring(struct pdoc__audit *audit, struct pdoc__graph *graph, enum pdoc__order order)
{
    static const char *const verbs[] = {
        [PDOC__SUCCESSION] = "supersedes", [PDOC__DERIVATION] = "derives from", [PDOC__CONTAINMENT] = "is a part of"};
    if (audit->rings.ring[order][audit->judge.doc->index] == 0) {
        pdoc__check_met(audit, PDOC__CHECK_RELATION_LOOP);
        return;
    }
    pdoc__find(audit, &(struct pdoc__evidence){.check = PDOC__CHECK_RELATION_LOOP,
                                               .outcome = PDOC_OUTCOME_NOT_MET,
                                               .place = "relation",
                                               .expected = "relations that end somewhere",
                                               .found = ring_words(audit, graph, order),
                                               .arguments = {{"what", verbs[order]}}});
}

void pdoc__check_rings(struct pdoc__audit *audit)
{
    const pdoc_document *doc = audit->judge.doc;
    bool asked[PDOC__ORDER_COUNT] = {false};
    for (size_t i = 0; i < doc->relation_count; i++)
        asked[meaning_of(audit, doc->relations[i]->kind)->order] = true;
    for (uint8_t order = PDOC__SUCCESSION; order < PDOC__ORDER_COUNT && !audit->failed; order++) {
        struct pdoc__graph *graph = asked[order] ? pdoc__judge_graph(&audit->judge) : NULL;
        if (graph && !audit->has_rings) {
            audit->has_rings = pdoc__rings_make(&audit->rings, graph, NULL);
            audit->failed |= !audit->has_rings;
        }
        if (graph && audit->has_rings)
            check_ring(audit, graph, (enum pdoc__order)order);
    }
}

/* ---- the type of the parent ---- */

static bool is_among(const struct pdoc__texts *codes, const char *code)
{
    for (size_t i = 0; i < codes->count; i++)
        if (strcmp(codes->items[i], code) == 0)
            return true;
    return false;
}

/* Its type, or a type that it is a kind of; as deep as types are, which a profile limits. */
static bool is_parent_type(const pdoc_profile *profile, const struct pdoc__texts *parents,
                           const struct pdoc__type *type)
{
    for (unsigned depth = 0; type && depth < 16; depth++) {
        if (is_among(parents, type->rule.id))
            return true;
        type = type->kind_of ? pdoc__profile_type(profile, type->kind_of) : NULL;
    }
    return false;
}

static const char *list_words(struct pdoc__audit *audit, const struct pdoc__texts *codes)
{
    const char *words = codes->items[0];
    for (size_t i = 1; i < codes->count; i++)
        words = PDOC__SAY(audit, words, i + 1 < codes->count ? ", " : " or ", codes->items[i]);
    return words;
}

static void check_parent_type(struct pdoc__audit *audit, const pdoc_relation *relation, const pdoc_document *parent)
{
    const struct pdoc__type *own = audit->judge.type;
    if (!own || own->parents.count == 0 || !parent->type || strcmp(relation->kind, "derived-from") != 0)
        return;
    const struct pdoc__type *type = pdoc__memory_type(&audit->judge, parent->type);
    if (type && is_parent_type(audit->judge.profile, &own->parents, type)) {
        pdoc__check_met(audit, PDOC__CHECK_RELATION_PARENT_TYPE);
        return;
    }
    pdoc__find(audit, &(struct pdoc__evidence){.check = PDOC__CHECK_RELATION_PARENT_TYPE,
                                               .outcome = type ? PDOC_OUTCOME_NOT_MET : PDOC_OUTCOME_UNDETERMINED,
                                               .rule = &own->rule,
                                               .place = place_of(audit, relation),
                                               .expected = list_words(audit, &own->parents),
                                               .found = parent->type,
                                               .arguments = {{"other", words_of(audit, parent)}}});
}

/* ---- is the parent over? ---- */

/* Most documents have one version and nothing that ends it; those need not be judged for that. */
static bool may_be_over(const struct pdoc__judge *judge, const pdoc_document *parent)
{
    static const uint8_t ends[] = {PDOC__EVENT_SUPERSEDED, PDOC__EVENT_WITHDRAWN, PDOC__EVENT_ARCHIVED};
    const bool has_expiry = judge->profile && judge->memory[judge->profile_index].has_expiry;
    bool may_be = parent->version_count > 1 || has_expiry || parent->profile;
    for (size_t i = 0; !may_be && i < parent->history.count; i++)
        for (size_t j = 0; j < sizeof ends / sizeof *ends; j++)
            may_be |= parent->history.events[i]->kind == ends[j];
    return may_be;
}

static const pdoc_document *successor_of(struct pdoc__audit *audit, const pdoc_document *doc)
{
    const struct pdoc__graph *graph = pdoc__judge_graph(&audit->judge);
    const uint32_t first = graph ? graph->first[doc->index] : 0;
    const uint32_t count = graph ? graph->first[doc->index + 1] - first : 0;
    for (uint32_t i = 0; i < count && i < MOST_LOOKED_AT; i++)
        if (strcmp(graph->incoming[first + i]->kind, "supersedes") == 0)
            return graph->incoming[first + i]->doc;
    return NULL;
}

static void say_over(struct pdoc__audit *audit, const pdoc_relation *relation, const pdoc_document *parent,
                     const struct pdoc__phase *phase)
{
    const pdoc_document *instead = successor_of(audit, parent);
    const bool has_day = phase->since != PDOC__NO_DAY;
    pdoc__find(audit, &(struct pdoc__evidence){
                          .check = PDOC__CHECK_RELATION_TARGET_OVER,
                          .outcome = PDOC_OUTCOME_NOT_MET,
                          .place = place_of(audit, relation),
                          .expected = "a document that is not over",
                          .found = pdoc_table_code(PDOC_TABLE_PHASE, phase->phase),
                          .arguments = {
                              {"kind", relation->kind},
                              {"other", words_of(audit, parent)},
                              {"since", has_day ? PDOC__SAY(audit, " since ", pdoc__say_day(audit, phase->since)) : ""},
                              {"instead",
                               instead ? PDOC__SAY(audit, "; ", words_of(audit, instead), " took its place") : ""}}});
}

static void check_over(struct pdoc__audit *audit, const pdoc_relation *relation, const pdoc_document *parent)
{
    struct pdoc__judge *judge = &audit->judge;
    struct pdoc__judge *other = may_be_over(judge, parent) ? pdoc__judge_other(judge, parent, judge->day) : NULL;
    if (other && other->phase.phase >= PDOC_PHASE_SUPERSEDED)
        say_over(audit, relation, parent, &other->phase);
    else
        pdoc__check_met(audit, PDOC__CHECK_RELATION_TARGET_OVER);
}

/* ---- did it change? ---- */

static const char *change_words(struct pdoc__audit *audit, const struct pdoc__change *change)
{
    const char *day = pdoc_date_is_recorded(change->on) ? pdoc__say_date(audit, change->on) : NULL;
    const char *label = change->version && change->version->label ? change->version->label : "a later version";
    if (change->kind == PDOC__CHANGE_AMENDED)
        return PDOC__SAY(audit, "it was amended on ", day ? day : "a day not known");
    if (change->kind == PDOC__CHANGE_VERSION)
        return PDOC__SAY(audit, label, " of it came into force on ", day ? day : "a day not known");
    return PDOC__SAY(audit, "its content has another hash now", day ? ", taken down on " : "", day ? day : "");
}

/* From the day after the change; of a month or year after its last day. */
static pdoc_date late_since(const struct pdoc__change *change)
{
    const bool is_known = change->changed == PDOC_TRUE && pdoc_date_is_recorded(change->on);
    return pdoc__day_date(is_known ? pdoc__interval_of(change->on).last + 1 : PDOC__NO_DAY);
}

static void check_change(struct pdoc__audit *audit, const pdoc_relation *relation, const pdoc_document *parent)
{
    if (!pdoc__was_checked(relation))
        return;
    const struct pdoc__change change = pdoc__change_since_check(&audit->judge, relation, parent);
    if (change.changed == PDOC_FALSE) {
        pdoc__check_met(audit, PDOC__CHECK_RELATION_SUSPECT);
        return;
    }
    const bool has_day = pdoc_date_is_recorded(relation->checked);
    const char *on =
        has_day ? PDOC__SAY(audit, "on ", pdoc__say_date(audit, relation->checked)) : "on a day not recorded";
    pdoc__find(audit,
               &(struct pdoc__evidence){
                   .check = PDOC__CHECK_RELATION_SUSPECT,
                   .outcome = change.changed == PDOC_TRUE ? PDOC_OUTCOME_NOT_MET : PDOC_OUTCOME_UNDETERMINED,
                   .place = place_of(audit, relation),
                   .expected = "no change since it was checked",
                   .found = change_words(audit, &change),
                   .late_since = late_since(&change),
                   .arguments = {{"kind", relation->kind}, {"other", words_of(audit, parent)}, {"checked", on}}});
}

void pdoc__check_parents(struct pdoc__audit *audit)
{
    const pdoc_document *doc = audit->judge.doc;
    for (size_t i = 0; i < doc->relation_count; i++) {
        const pdoc_relation *relation = doc->relations[i];
        const uint8_t travels = meaning_of(audit, relation->kind)->travels;
        const bool rests_on_it = travels == PDOC__TRAVELS_TO_SOURCE || travels == PDOC__TRAVELS_BOTH_WAYS;
        const pdoc_document *parent = rests_on_it && relation->target ? pdoc_relation_document(relation) : NULL;
        if (!parent || parent == doc)
            continue;
        check_parent_type(audit, relation, parent);
        check_over(audit, relation, parent);
        check_change(audit, relation, parent);
    }
}
