/* SPDX-License-Identifier: MIT */
/* Finds rings: Tarjan's strongly connected components, without recursion. Knows nothing of rules. */
#include "governance/relations/rings.h"

#include "base/error.h"

/* Where the walk stands at a document. */
struct step {
    uint32_t document;
    uint32_t next; /* its next edge */
};

struct walk {
    struct pdoc__graph *graph;
    uint8_t order;
    struct step *path;
    uint32_t depth;
    uint32_t *number; /* of each document: in which order it was met, from 1 */
    uint32_t *lowest; /* of each document: the earliest that is reached from it */
    uint32_t *open;   /* documents that were met and belong to no component yet */
    uint32_t open_count;
    uint8_t *is_open;
    uint32_t met;
};

static size_t edge_count(const struct pdoc__graph *graph, uint32_t document)
{
    return graph->reg->documents[document]->relation_count +
           (size_t)(graph->first[document + 1] - graph->first[document]);
}

/* The document that comes before this one by its index-th edge: its own relation as a child, or one by which a parent
   says so. NULL: that edge is of another order or way. */
static const pdoc_document *parent_by(const struct pdoc__graph *graph, uint8_t order, uint32_t document, uint32_t index)
{
    const pdoc_document *doc = graph->reg->documents[document];
    const bool is_own = index < doc->relation_count;
    const pdoc_relation *relation =
        is_own ? doc->relations[index] : graph->incoming[graph->first[document] + index - doc->relation_count];
    const struct pdoc__relation_place place = pdoc__relation_place(relation->kind);
    if (place.order != order || place.is_parent == is_own)
        return NULL;
    if (!is_own)
        return relation->doc;
    return relation->target ? pdoc_relation_document(relation) : NULL;
}

static void enter(struct walk *walk, uint32_t document)
{
    walk->number[document] = walk->lowest[document] = ++walk->met;
    walk->open[walk->open_count++] = document;
    walk->is_open[document] = 1;
    walk->path[walk->depth++] = (struct step){.document = document};
}

static bool leads_to_itself(const struct walk *walk, uint32_t document)
{
    const size_t count = edge_count(walk->graph, document);
    for (uint32_t i = 0; i < count; i++) {
        const pdoc_document *parent = parent_by(walk->graph, walk->order, document, i);
        if (parent && parent->index == document)
            return true;
    }
    return false;
}

/* All that was met since the root of a component belongs to it; one alone is a ring only if it leads to itself. */
static void close(struct walk *walk, uint32_t root, uint32_t *ring, uint32_t *sizes, uint32_t *rings)
{
    uint32_t first = walk->open_count;
    do
        first--;
    while (walk->open[first] != root);
    const uint32_t size = walk->open_count - first;
    const bool is_ring = size > 1 || leads_to_itself(walk, root);
    if (is_ring)
        sizes[++*rings] = size;
    for (uint32_t i = first; i < walk->open_count; i++) {
        ring[walk->open[i]] = is_ring ? *rings : 0;
        walk->is_open[walk->open[i]] = 0;
    }
    walk->open_count = first;
}

static void leave(struct walk *walk, uint32_t document)
{
    walk->depth--;
    if (walk->depth == 0)
        return;
    const uint32_t child = walk->path[walk->depth - 1].document;
    if (walk->lowest[document] < walk->lowest[child])
        walk->lowest[child] = walk->lowest[document];
}

static void follow(struct walk *walk, uint32_t document, const pdoc_document *parent)
{
    if (walk->number[parent->index] == 0)
        enter(walk, parent->index);
    else if (walk->is_open[parent->index] && walk->number[parent->index] < walk->lowest[document])
        walk->lowest[document] = walk->number[parent->index];
}

static void walk_from(struct walk *walk, uint32_t start, uint32_t *ring, uint32_t *sizes, uint32_t *rings)
{
    enter(walk, start);
    while (walk->depth > 0) {
        struct step *step = &walk->path[walk->depth - 1];
        const uint32_t document = step->document;
        if (step->next < edge_count(walk->graph, document)) {
            const pdoc_document *parent = parent_by(walk->graph, walk->order, document, step->next++);
            if (parent)
                follow(walk, document, parent);
            continue;
        }
        if (walk->lowest[document] == walk->number[document])
            close(walk, document, ring, sizes, rings);
        leave(walk, document);
    }
}

static void walk_free(struct walk *walk)
{
    pdoc__free(walk->path);
    pdoc__free(walk->number);
    pdoc__free(walk->lowest);
    pdoc__free(walk->open);
    pdoc__free(walk->is_open);
}

static bool walk_begin(struct walk *walk, size_t count, pdoc_error **error)
{
    walk->path = pdoc__realloc(NULL, count + 1, sizeof *walk->path, error);
    if (walk->path)
        walk->number = pdoc__alloc_zero(count + 1, sizeof *walk->number, error);
    if (walk->number)
        walk->lowest = pdoc__realloc(NULL, count + 1, sizeof *walk->lowest, error);
    if (walk->lowest)
        walk->open = pdoc__realloc(NULL, count + 1, sizeof *walk->open, error);
    if (walk->open)
        walk->is_open = pdoc__alloc_zero(count + 1, 1, error);
    return walk->is_open != NULL;
}

static bool find_rings(struct pdoc__rings *rings, struct pdoc__graph *graph, uint8_t order, pdoc_error **error)
{
    const size_t count = graph->reg->document_count;
    struct walk walk = {.graph = graph, .order = order};
    uint32_t found = 0;
    rings->ring[order] = pdoc__alloc_zero(count + 1, sizeof(uint32_t), error);
    if (rings->ring[order])
        rings->sizes[order] = pdoc__alloc_zero(count + 1, sizeof(uint32_t), error);
    const bool good = rings->sizes[order] && walk_begin(&walk, count, error);
    for (uint32_t i = 0; good && i < count; i++)
        if (walk.number[i] == 0)
            walk_from(&walk, i, rings->ring[order], rings->sizes[order], &found);
    walk_free(&walk);
    return good;
}

bool pdoc__rings_make(struct pdoc__rings *rings, struct pdoc__graph *graph, pdoc_error **error)
{
    *rings = (struct pdoc__rings){0};
    for (uint8_t order = PDOC__SUCCESSION; order < PDOC__ORDER_COUNT; order++) {
        if (find_rings(rings, graph, order, error))
            continue;
        pdoc__rings_free(rings);
        return false;
    }
    return true;
}

void pdoc__rings_free(struct pdoc__rings *rings)
{
    for (size_t order = 0; order < PDOC__ORDER_COUNT; order++) {
        pdoc__free(rings->ring[order]);
        pdoc__free(rings->sizes[order]);
    }
    *rings = (struct pdoc__rings){0};
}

/* ---- the way round ---- */

#define MOST_IN_RING 64u /* a larger ring is told by its size */

struct search {
    const pdoc_document *met[MOST_IN_RING];
    uint32_t from[MOST_IN_RING]; /* which of them led to it */
    uint32_t count;
};

static size_t way_to(const struct search *search, uint32_t last, const pdoc_document **out, size_t room)
{
    size_t length = 1;
    for (uint32_t at = last; at != 0; at = search->from[at])
        length++;
    if (length > room)
        return 0;
    uint32_t at = last;
    for (size_t i = length; i-- > 0; at = search->from[at])
        out[i] = search->met[at];
    return length;
}

size_t pdoc__ring_through(const struct pdoc__rings *rings, struct pdoc__graph *graph, enum pdoc__order order,
                          const pdoc_document *doc, const pdoc_document **out, size_t room)
{
    const uint32_t *ring = rings->ring[order];
    struct search search = {.met = {doc}, .count = 1};
    if (rings->sizes[order][ring[doc->index]] > MOST_IN_RING)
        return 0;
    graph->mark++;
    for (uint32_t at = 0; at < search.count; at++) {
        const uint32_t document = search.met[at]->index;
        const size_t edges = edge_count(graph, document);
        for (uint32_t i = 0; i < edges; i++) {
            const pdoc_document *parent = parent_by(graph, (uint8_t)order, document, i);
            if (parent == doc)
                return way_to(&search, at, out, room);
            if (!parent || ring[parent->index] != ring[doc->index] || graph->marks[parent->index] == graph->mark)
                continue;
            graph->marks[parent->index] = graph->mark;
            search.met[search.count] = parent;
            search.from[search.count++] = at;
        }
    }
    return 0;
}
