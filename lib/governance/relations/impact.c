/* SPDX-License-Identifier: MIT */
/* What a change touches: a walk along the relations by which content travels, breadth first, each relation once or
 * twice. */
#include "governance/relations/impact.h"

#include <string.h>

#include "base/error.h"
#include "governance/named.h"
#include "governance/rows/judged_rows.h"

#define LONGEST_PATH 12u /* steps that are told */

/* ---- the walk ---- */

/* A document that was reached for a part only may be reached again as a whole: then its parts are touched, too. */
static void reach(struct pdoc__impact_search *search, const pdoc_document *doc, const pdoc_relation *by, uint32_t from,
                  uint8_t way)
{
    struct pdoc__reached *reached = &search->reached[doc->index];
    if ((reached->ways & (way | PDOC__REACHED)) != 0)
        return;
    if (reached->ways == 0) {
        reached->by = by;
        reached->from = from;
        reached->distance = from == UINT32_MAX ? 1 : search->reached[from].distance + 1;
    }
    reached->ways |= way;
    search->queue[search->queued++] = doc->index;
}

/* What a relation carries from one end to the other. `to_source`: from its target to the one that says so. */
static void travel(struct pdoc__impact_search *search, const pdoc_relation *relation, bool to_source, uint32_t from)
{
    const enum pdoc__travel travels = pdoc__relation_travels(relation->kind);
    const bool goes = travels == PDOC__TRAVELS_BOTH_WAYS ||
                      travels == (to_source ? PDOC__TRAVELS_TO_SOURCE : PDOC__TRAVELS_TO_TARGET);
    const pdoc_document *next = to_source ? relation->doc : pdoc_relation_document(relation);
    const struct pdoc__reached *here = &search->reached[from];
    const bool is_asked = (here->ways & PDOC__REACHED_ASKED) != 0;
    if (!goes || !next || next->index == from || (is_asked && !pdoc__impact_concerns(search, relation)))
        return;
    const struct pdoc__relation_place place = pdoc__relation_place(relation->kind);
    const bool is_held = place.order == PDOC__CONTAINMENT;
    const bool next_is_whole = is_held && place.is_parent == to_source;
    if (is_held && !next_is_whole && (here->ways & PDOC__REACHED) == 0)
        return; /* a part of it changed: the others did not */
    reach(search, next, relation, from, next_is_whole ? PDOC__REACHED_PART : PDOC__REACHED);
}

static void reach_those_that_name(struct pdoc__impact_search *search)
{
    const pdoc_register *reg = search->judge.reg;
    for (size_t i = 0; i < reg->document_count; i++) {
        const pdoc_document *doc = reg->documents[i];
        for (size_t j = 0; j < doc->relation_count; j++) {
            const pdoc_relation *relation = doc->relations[j];
            if (pdoc__impact_names(search, relation) && pdoc__impact_concerns(search, relation))
                reach(search, doc, relation, UINT32_MAX, PDOC__REACHED);
        }
    }
}

static void walk(struct pdoc__impact_search *search)
{
    const struct pdoc__graph *graph = search->graph;
    for (size_t at = 0; at < search->queued; at++) {
        const uint32_t document = search->queue[at];
        const pdoc_document *doc = graph->reg->documents[document];
        for (uint32_t i = graph->first[document]; i < graph->first[document + 1]; i++)
            travel(search, graph->incoming[i], true, document);
        for (size_t i = 0; i < doc->relation_count; i++)
            if (doc->relations[i]->target)
                travel(search, doc->relations[i], false, document);
    }
}

/* ---- the answer ---- */

static const char *kept(struct pdoc__impact_search *search, const char *text)
{
    const char *copy = text ? pdoc__arena_text(&search->out->arena, text, strlen(text), NULL) : NULL;
    search->judge.out_of_memory |= text && !copy;
    return copy;
}

/* "d3 implements d2, d2 cites urn:law": each step as it is recorded. */
static const char *path_words(struct pdoc__impact_search *search, uint32_t document)
{
    struct pdoc__judge *judge = &search->judge;
    const char *words = "";
    unsigned steps = 0;
    for (uint32_t at = document; at != UINT32_MAX && search->reached[at].by; at = search->reached[at].from) {
        const pdoc_relation *by = search->reached[at].by;
        if (steps++ == LONGEST_PATH)
            return PDOC__PHRASE(judge, words, ", ...");
        words = PDOC__PHRASE(judge, words, *words ? ", " : "", by->doc->id, " ", by->kind, " ", by->target,
                             by->edition ? " (" : "", by->edition ? by->edition : "", by->edition ? ")" : "",
                             by->clause ? " " : "", by->clause ? by->clause : "");
    }
    return words;
}

static bool tell(struct pdoc__impact_search *search, uint32_t document, pdoc_error **error)
{
    struct pdoc__judge *judge = &search->judge;
    const pdoc_document *doc = judge->reg->documents[document];
    const struct pdoc__reached *reached = &search->reached[document];
    if (!pdoc__judge_take(judge, doc, error))
        return false;
    struct pdoc__touched *touched = &search->out->documents[search->out->count++];
    *touched = (struct pdoc__touched){.id = kept(search, doc->id),
                                      .title = kept(search, pdoc_document_title(doc)),
                                      .reference = kept(search, pdoc_document_reference(doc, 0)),
                                      .type = kept(search, judge->type ? judge->type->rule.id : doc->type),
                                      .relation = kept(search, reached->by->kind),
                                      .path = kept(search, path_words(search, document)),
                                      .owner = kept(search, pdoc__cell_party(judge, "owner")),
                                      .author = kept(search, pdoc__cell_party(judge, "author")),
                                      .due = pdoc__day_date(pdoc__due(judge)->due),
                                      .distance = reached->distance,
                                      .phase = judge->phase.phase};
    return !judge->out_of_memory || (pdoc__fail_memory(error), false);
}

/* In the order in which they were reached, those that were asked for apart; each once. */
static bool tell_all(struct pdoc__impact_search *search, pdoc_error **error)
{
    search->out->documents = pdoc__alloc_zero(search->queued + 1, sizeof *search->out->documents, error);
    bool good = search->out->documents != NULL;
    for (size_t at = 0; good && at < search->queued; at++) {
        struct pdoc__reached *reached = &search->reached[search->queue[at]];
        const bool is_new = reached->by && (reached->ways & PDOC__REACHED_ASKED) == 0;
        if (is_new)
            good = tell(search, search->queue[at], error);
        reached->ways |= PDOC__REACHED_ASKED;
    }
    return good;
}

/* Every profile that the register follows on the day speaks for itself, also where none of its documents is touched. */
static bool meet_profiles(struct pdoc__impact_search *search, pdoc_error **error)
{
    const pdoc_profile *last = NULL;
    const pdoc_register *reg = search->judge.reg;
    if (!pdoc__judge_take(&search->judge, NULL, error))
        return false;
    for (size_t i = 0; i < reg->document_count; i++) {
        const char *ref;
        const pdoc_profile *profile = pdoc__judge_profile(&search->judge, reg->documents[i], &ref);
        if (profile == last || !profile)
            continue;
        if (!pdoc__judge_take(&search->judge, reg->documents[i], error))
            return false;
        last = profile;
    }
    return true;
}

static bool search_all(struct pdoc__impact_search *search, const char *reference, pdoc_error **error)
{
    const size_t count = search->judge.reg->document_count;
    search->graph = pdoc__judge_graph(&search->judge);
    search->reached = pdoc__alloc_zero(count + 1, sizeof *search->reached, error);
    search->queue = search->reached ? pdoc__realloc(NULL, 2 * count + 1, sizeof *search->queue, error) : NULL;
    if (!search->queue || !search->graph)
        return (pdoc__fail_memory(error), false);
    if (!pdoc__impact_resolve(search, reference, error))
        return false;
    reach_those_that_name(search);
    walk(search);
    if (search->judge.out_of_memory)
        return (pdoc__fail_memory(error), false);
    return tell_all(search, error) && meet_profiles(search, error) && pdoc__impact_rules(search, error);
}

pdoc_impact *pdoc_register_impact(const pdoc_register *reg, const pdoc_basis *basis, const char *reference,
                                  pdoc_error **error)
{
    struct pdoc__impact_search search = {.queued = 0};
    bool good = false;
    if (!reg || !reference || !*reference) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "a register and the name of a work are needed");
        return NULL;
    }
    if (!pdoc__judge_begin(&search.judge, reg, basis, error))
        return NULL;
    search.out = pdoc__alloc_zero(1, sizeof *search.out, error);
    if (search.out) {
        atomic_init(&search.out->references, 1);
        search.out->as_of = basis->as_of;
        good = search_all(&search, reference, error);
    }
    pdoc__free(search.reached);
    pdoc__free(search.queue);
    pdoc__judge_end(&search.judge);
    if (good)
        return search.out;
    pdoc_impact_unref(search.out);
    return NULL;
}
