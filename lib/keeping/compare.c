/* SPDX-License-Identifier: MIT */
/* Two registers compared: their parts are listed, put side by side by their places, and what differs is told. */
#include <string.h>

#include "base/error.h"
#include "keeping/differences.h"
#include "xml/register_writer.h"

struct comparison {
    const pdoc_register *sides[2]; /* before, after */
    pdoc_differences *out;
    struct pdoc__arena scratch; /* of the parts at hand */
    struct pdoc__parts parts[2];
    pdoc_error **error;
};
enum { BEFORE, AFTER };

static bool is_same_value(const struct pdoc__part *left, const struct pdoc__part *right)
{
    return left->mark == right->mark && strcmp(left->value, right->value) == 0;
}

/* The commonest: nothing differs, and that is told without the trouble of looking anything up. */
static bool are_same(const struct pdoc__parts *before, const struct pdoc__parts *after)
{
    if (before->count != after->count)
        return false;
    for (size_t i = 0; i < before->count; i++)
        if (!is_same_value(&before->items[i], &after->items[i]) ||
            strcmp(before->items[i].place, after->items[i].place) != 0)
            return false;
    return true;
}

bool pdoc__parts_index(struct pdoc__parts *parts, struct pdoc__map *map, pdoc_error **error)
{
    for (size_t i = 0; i < parts->count; i++) {
        struct pdoc__part *part = &parts->items[i];
        const char *place = part->place;
        bool added = false;
        if (!pdoc__map_add(map, place, part, &added, error))
            return false;
        struct pdoc__part *first = added ? part : pdoc__map_find(map, place);
        while (!added) {
            first->repeats++;
            part->place = PDOC__JOIN(parts, place, "#", pdoc__parts_number(parts, (uint64_t)first->repeats + 1));
            if (parts->failed) {
                pdoc__fail_memory(error);
                return false;
            }
            if (!pdoc__map_add(map, part->place, part, &added, error))
                return false;
        }
    }
    return true;
}

/* Are those that are on both sides in the same order? */
static bool tell_order(struct comparison *comparison, const struct pdoc__compared *subject, bool is_kept)
{
    static const struct pdoc__part order = {
        .place = "order", .what = "the order of its parts", .value = "", .sort = PDOC__PART_WHOLE};
    return is_kept || pdoc__differences_add(comparison->out, subject, &order, &order, comparison->error);
}

static bool tell_parts(struct comparison *comparison, const struct pdoc__compared *subject,
                       const struct pdoc__map *before, const struct pdoc__map *after)
{
    const struct pdoc__part *last = NULL;
    bool is_in_order = true;
    for (size_t i = 0; i < comparison->parts[AFTER].count; i++) {
        const struct pdoc__part *now = &comparison->parts[AFTER].items[i];
        const struct pdoc__part *then = pdoc__map_find(before, now->place);
        is_in_order = is_in_order && (!then || !last || then > last);
        last = then ? then : last;
        if (!(then && is_same_value(then, now)) &&
            !pdoc__differences_add(comparison->out, subject, then, now, comparison->error))
            return false;
    }
    for (size_t i = 0; i < comparison->parts[BEFORE].count; i++) {
        const struct pdoc__part *then = &comparison->parts[BEFORE].items[i];
        if (!pdoc__map_find(after, then->place) &&
            !pdoc__differences_add(comparison->out, subject, then, NULL, comparison->error))
            return false;
    }
    return tell_order(comparison, subject, is_in_order);
}

/* The parts that were listed for both sides. */
static bool compare_parts(struct comparison *comparison, const struct pdoc__compared *subject)
{
    struct pdoc__parts *before = &comparison->parts[BEFORE];
    struct pdoc__parts *after = &comparison->parts[AFTER];
    struct pdoc__map maps[2] = {{0}, {0}};
    if (before->failed || after->failed) {
        pdoc__fail_memory(comparison->error);
        return false;
    }
    if (are_same(before, after))
        return true;
    const bool done = pdoc__parts_index(before, &maps[BEFORE], comparison->error) &&
                      pdoc__parts_index(after, &maps[AFTER], comparison->error) &&
                      tell_parts(comparison, subject, &maps[BEFORE], &maps[AFTER]);
    pdoc__map_free(&maps[BEFORE]);
    pdoc__map_free(&maps[AFTER]);
    return done;
}

/* Empties the lists; their memory is used again. */
static void start_parts(struct comparison *comparison)
{
    pdoc__arena_reset(&comparison->scratch);
    for (size_t side = BEFORE; side <= AFTER; side++) {
        comparison->parts[side].arena = &comparison->scratch;
        comparison->parts[side].extras = &comparison->sides[side]->extras;
        comparison->parts[side].count = 0;
    }
}

static bool compare_register(struct comparison *comparison)
{
    static const struct pdoc__compared subject = {.place = "", .lead = ""};
    start_parts(comparison);
    for (size_t side = BEFORE; side <= AFTER; side++)
        pdoc__parts_of_register(&comparison->parts[side], comparison->sides[side]);
    return compare_parts(comparison, &subject);
}

static const char *keep(struct comparison *comparison, const char *text, bool *done)
{
    const char *copy = text ? pdoc__arena_text(&comparison->out->arena, text, strlen(text), comparison->error) : NULL;
    *done = *done && (copy || !text);
    return copy;
}

static const char *keep_joined(struct comparison *comparison, const char *lead, const char *text, const char *end,
                               bool *done)
{
    struct pdoc__parts parts = {.arena = &comparison->out->arena};
    const char *joined = PDOC__JOIN(&parts, lead, text, end);
    if (parts.failed)
        pdoc__fail_memory(comparison->error);
    *done = *done && !parts.failed;
    return joined;
}

/* ---- parties ---- */

static bool compare_party(struct comparison *comparison, const pdoc_party *before, const pdoc_party *after)
{
    const pdoc_party *party = after ? after : before;
    bool done = true;
    struct pdoc__compared subject = {.place = "", .lead = ""};
    const struct pdoc__part whole = {.place = keep_joined(comparison, "party/", party->code, "", &done),
                                     .what = keep_joined(comparison, "the party \"", party->code, "\"", &done),
                                     .value = party->code,
                                     .sort = PDOC__PART_WHOLE};
    if (!done)
        return false;
    if (!before || !after)
        return pdoc__differences_add(comparison->out, &subject, before ? &whole : NULL, after ? &whole : NULL,
                                     comparison->error);
    subject.place = keep_joined(comparison, whole.place, "/", "", &done);
    subject.lead = keep_joined(comparison, "party \"", party->code, "\": ", &done);
    start_parts(comparison);
    pdoc__parts_of_party(&comparison->parts[BEFORE], before);
    pdoc__parts_of_party(&comparison->parts[AFTER], after);
    return done && compare_parts(comparison, &subject);
}

static bool compare_order(struct comparison *comparison, const char *place, const char *what)
{
    static const struct pdoc__compared subject = {.place = "", .lead = ""};
    const struct pdoc__part order = {.place = place, .what = what, .value = "", .sort = PDOC__PART_WHOLE};
    return pdoc__differences_add(comparison->out, &subject, &order, &order, comparison->error);
}

static bool compare_parties(struct comparison *comparison)
{
    const pdoc_register *before = comparison->sides[BEFORE];
    const pdoc_register *after = comparison->sides[AFTER];
    struct pdoc__map places = {0}; /* of the parties of before: code -> their address in its list */
    bool is_in_order = true;
    bool done = true;
    pdoc_party *const *last = NULL;
    for (size_t i = 0; done && i < before->party_count; i++) {
        bool added;
        done = pdoc__map_add(&places, before->parties[i]->code, &before->parties[i], &added, comparison->error);
    }
    for (size_t i = 0; done && i < after->party_count; i++) {
        pdoc_party *const *then = pdoc__map_find(&places, after->parties[i]->code);
        is_in_order = is_in_order && (!then || !last || then > last);
        last = then ? then : last;
        done = compare_party(comparison, then ? *then : NULL, after->parties[i]);
    }
    for (size_t i = 0; done && i < before->party_count; i++)
        done = pdoc__map_find(&after->party_codes, before->parties[i]->code) ||
               compare_party(comparison, before->parties[i], NULL);
    pdoc__map_free(&places);
    return done && (is_in_order || compare_order(comparison, "party/order", "the order of the parties"));
}

/* ---- documents ---- */

static bool compare_document(struct comparison *comparison, const pdoc_document *before, const pdoc_document *after)
{
    const pdoc_document *doc = after ? after : before;
    bool done = true;
    struct pdoc__compared subject = {.place = "", .lead = ""};
    start_parts(comparison);
    if (before && after) {
        pdoc__parts_of_document(&comparison->parts[BEFORE], before);
        pdoc__parts_of_document(&comparison->parts[AFTER], after);
        if (!comparison->parts[BEFORE].failed && !comparison->parts[AFTER].failed &&
            are_same(&comparison->parts[BEFORE], &comparison->parts[AFTER]))
            return true;
    }
    subject.document = keep(comparison, doc->id, &done);
    subject.reference = keep(comparison, pdoc_document_reference(doc, 0), &done);
    subject.title = keep(comparison, pdoc_document_title(doc), &done);
    if (!done || (before && after))
        return done && compare_parts(comparison, &subject);
    const char *title = subject.title ? subject.title : subject.document;
    const struct pdoc__part whole = {.place = "document",
                                     .what = keep_joined(comparison, "the document \"", title, "\"", &done),
                                     .value = title,
                                     .sort = PDOC__PART_WHOLE};
    return done && pdoc__differences_add(comparison->out, &subject, before ? &whole : NULL, after ? &whole : NULL,
                                         comparison->error);
}

/* Those whose id is gone, by their URI. */
static bool index_moved(struct comparison *comparison, struct pdoc__map *moved)
{
    const pdoc_register *before = comparison->sides[BEFORE];
    for (size_t i = 0; i < before->document_count; i++) {
        pdoc_document *doc = before->documents[i];
        bool added;
        if (doc->uri && !pdoc__map_find(&comparison->sides[AFTER]->document_ids, doc->id) &&
            !pdoc__map_add(moved, doc->uri, doc, &added, comparison->error))
            return false;
    }
    return true;
}

/* The document that it was; NULL: it is new. One that has moved is found once. */
static const pdoc_document *find_before(const struct comparison *comparison, const struct pdoc__map *moved,
                                        bool *is_found, const pdoc_document *doc)
{
    const pdoc_document *found = pdoc__map_find(&comparison->sides[BEFORE]->document_ids, doc->id);
    if (!found && doc->uri) {
        found = pdoc__map_find(moved, doc->uri);
        found = found && !is_found[found->index] ? found : NULL;
    }
    if (found)
        is_found[found->index] = true;
    return found;
}

static bool pair_documents(struct comparison *comparison, const struct pdoc__map *moved, bool *is_found)
{
    const pdoc_register *before = comparison->sides[BEFORE];
    const pdoc_register *after = comparison->sides[AFTER];
    const pdoc_document *last = NULL;
    bool is_in_order = true;
    for (size_t i = 0; i < after->document_count; i++) {
        const pdoc_document *then = find_before(comparison, moved, is_found, after->documents[i]);
        is_in_order = is_in_order && (!then || !last || then->index > last->index);
        last = then ? then : last;
        if (!compare_document(comparison, then, after->documents[i]))
            return false;
    }
    for (size_t i = 0; i < before->document_count; i++)
        if (!is_found[i] && !compare_document(comparison, before->documents[i], NULL))
            return false;
    return is_in_order || compare_order(comparison, "document/order", "the order of the documents");
}

static bool compare_documents(struct comparison *comparison)
{
    struct pdoc__map moved = {0};
    bool *is_found =
        pdoc__alloc_zero(comparison->sides[BEFORE]->document_count + 1, sizeof *is_found, comparison->error);
    const bool done = is_found && index_moved(comparison, &moved) && pair_documents(comparison, &moved, is_found);
    pdoc__map_free(&moved);
    pdoc__free(is_found);
    return done;
}

/* ---- all of it ---- */

/* Unknown content may stand where no part is listed: then the bytes tell. */
static bool compare_bytes(struct comparison *comparison)
{
    const pdoc_register *before = comparison->sides[BEFORE];
    const pdoc_register *after = comparison->sides[AFTER];
    if (comparison->out->count > 0 || before->extras.count + after->extras.count == 0)
        return true;
    pdoc_text *texts[2] = {pdoc_register_write_memory(before, NULL, comparison->error), NULL};
    texts[AFTER] = texts[BEFORE] ? pdoc_register_write_memory(after, NULL, comparison->error) : NULL;
    const bool done = texts[AFTER] != NULL;
    const bool is_same = done && strcmp(pdoc_text_data(texts[BEFORE]), pdoc_text_data(texts[AFTER])) == 0;
    pdoc_text_free(texts[BEFORE]);
    pdoc_text_free(texts[AFTER]);
    return done && (is_same || compare_order(comparison, "unknown", "what is kept without being understood"));
}

pdoc_differences *pdoc_register_compare(const pdoc_register *before, const pdoc_register *after, pdoc_error **error)
{
    if (!before || !after) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "two registers are needed to compare them");
        return NULL;
    }
    struct comparison comparison = {.sides = {before, after}, .error = error};
    comparison.out = pdoc__alloc_zero(1, sizeof *comparison.out, error);
    if (!comparison.out)
        return NULL;
    atomic_init(&comparison.out->references, 1);
    const bool done = compare_register(&comparison) && compare_parties(&comparison) && compare_documents(&comparison) &&
                      compare_bytes(&comparison);
    pdoc__arena_free(&comparison.scratch);
    pdoc__free(comparison.parts[BEFORE].items);
    pdoc__free(comparison.parts[AFTER].items);
    if (done)
        return comparison.out;
    pdoc_differences_unref(comparison.out);
    return NULL;
}
