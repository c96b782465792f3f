/* SPDX-License-Identifier: MIT */
/* Relations seen from both ends, and what their kinds mean. Knows nothing of rules. */
#include "governance/relations/graph.h"

#include <string.h>

#include "base/error.h"

/* ---- kinds ---- */

struct pdoc__relation_sort pdoc__relation_sort(const char *kind)
{
    size_t count;
    const struct pdoc__word *words = pdoc__words(PDOC_TABLE_RELATION_KIND, &count);
    const struct pdoc__word *inverse = NULL;
    for (size_t i = 0; kind && i < count; i++) {
        if (strcmp(words[i].code, kind) == 0)
            return (struct pdoc__relation_sort){&words[i], false};
        if (words[i].inverse && strcmp(words[i].inverse, kind) == 0)
            inverse = &words[i];
    }
    return (struct pdoc__relation_sort){inverse, inverse != NULL};
}

const char *pdoc__relation_inverse(const char *kind)
{
    const struct pdoc__relation_sort sort = pdoc__relation_sort(kind);
    if (!sort.word)
        return NULL;
    return sort.is_inverse ? sort.word->code : sort.word->inverse;
}

enum pdoc__travel pdoc__relation_travels(const char *kind)
{
    static const enum pdoc__travel turned[] = {
        [PDOC__TRAVELS_NOWHERE] = PDOC__TRAVELS_NOWHERE,
        [PDOC__TRAVELS_TO_SOURCE] = PDOC__TRAVELS_TO_TARGET,
        [PDOC__TRAVELS_TO_TARGET] = PDOC__TRAVELS_TO_SOURCE,
        [PDOC__TRAVELS_BOTH_WAYS] = PDOC__TRAVELS_BOTH_WAYS,
    };
    const struct pdoc__relation_sort sort = pdoc__relation_sort(kind);
    const enum pdoc__travel travel = sort.word ? (enum pdoc__travel)sort.word->type : PDOC__TRAVELS_NOWHERE;
    return sort.is_inverse ? turned[travel] : travel;
}

struct pdoc__relation_place pdoc__relation_place(const char *kind)
{
    /* Of the kinds of the table these name the one that comes behind; all others name the one that comes first. */
    static const char *const named_by_parent[] = {"comprises", "attaches", "implemented-by"};
    const struct pdoc__relation_sort sort = pdoc__relation_sort(kind);
    struct pdoc__relation_place place = {.order = sort.word ? sort.word->extra : (uint8_t)PDOC__NO_ORDER,
                                         .is_parent = sort.is_inverse};
    for (size_t i = 0; sort.word && i < sizeof named_by_parent / sizeof *named_by_parent; i++)
        if (strcmp(sort.word->code, named_by_parent[i]) == 0)
            place.is_parent = !sort.is_inverse;
    return place;
}

/* ---- both ends ---- */

static const pdoc_document *target_of(const pdoc_relation *relation)
{
    return relation->target ? pdoc_relation_document(relation) : NULL;
}

/* How many lead to each document, at the place behind it. */
static size_t count_incoming(struct pdoc__graph *graph)
{
    size_t total = 0;
    for (size_t i = 0; i < graph->reg->document_count; i++) {
        const pdoc_document *doc = graph->reg->documents[i];
        for (size_t j = 0; j < doc->relation_count; j++) {
            const pdoc_document *target = target_of(doc->relations[j]);
            if (!target)
                continue;
            graph->first[target->index + 1]++;
            total++;
        }
    }
    for (size_t i = 0; i < graph->reg->document_count; i++)
        graph->first[i + 1] += graph->first[i];
    return total;
}

/* `marks` holds meanwhile how many of each have been put down. */
static void put_incoming(struct pdoc__graph *graph)
{
    for (size_t i = 0; i < graph->reg->document_count; i++) {
        const pdoc_document *doc = graph->reg->documents[i];
        for (size_t j = 0; j < doc->relation_count; j++) {
            const pdoc_document *target = target_of(doc->relations[j]);
            if (target)
                graph->incoming[graph->first[target->index] + graph->marks[target->index]++] = doc->relations[j];
        }
    }
    memset(graph->marks, 0, graph->reg->document_count * sizeof *graph->marks);
}

bool pdoc__graph_make(struct pdoc__graph *graph, const pdoc_register *reg, pdoc_error **error)
{
    *graph = (struct pdoc__graph){.reg = reg};
    graph->first = pdoc__alloc_zero(reg->document_count + 1, sizeof *graph->first, error);
    if (graph->first)
        graph->marks = pdoc__alloc_zero(reg->document_count + 1, sizeof *graph->marks, error);
    const size_t total = graph->marks ? count_incoming(graph) : 0;
    if (graph->marks)
        graph->incoming = pdoc__realloc(NULL, total + 1, sizeof(const pdoc_relation *), error);
    if (!graph->incoming) {
        pdoc__graph_free(graph);
        return false;
    }
    put_incoming(graph);
    return true;
}

void pdoc__graph_free(struct pdoc__graph *graph)
{
    pdoc__free(graph->first);
    pdoc__free(graph->marks);
    pdoc__free(graph->incoming);
    *graph = (struct pdoc__graph){0};
}

struct pdoc__graph *pdoc__judge_graph(struct pdoc__judge *judge)
{
    struct pdoc__judge *root = judge;
    while (root->outer)
        root = root->outer;
    if (root->graph)
        return root->graph;
    struct pdoc__graph *graph = pdoc__alloc_zero(1, sizeof *graph, NULL);
    if (graph && !pdoc__graph_make(graph, judge->reg, NULL)) {
        pdoc__free(graph);
        graph = NULL;
    }
    judge->out_of_memory |= graph == NULL;
    root->graph = graph;
    return graph;
}
