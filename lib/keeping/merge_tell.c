/* SPDX-License-Identifier: MIT */
/* What a merge tells: one line for each thing that both say differently, that moved or came over. */
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "keeping/merge.h"

static bool keep(struct pdoc__merging *merging, const char *text, const char **out)
{
    *out = text ? pdoc__arena_text(&merging->out->arena, text, strlen(text), merging->error) : NULL;
    return *out || !text;
}

bool pdoc__merge_tell(struct pdoc__merging *merging, const struct pdoc__merge_row *row)
{
    pdoc_merge *out = merging->out;
    struct pdoc__merge_row kept = {.kind = row->kind};
    if (!keep(merging, row->document, &kept.document) || !keep(merging, row->reference, &kept.reference) ||
        !keep(merging, row->place, &kept.place) || !keep(merging, row->first, &kept.first) ||
        !keep(merging, row->second, &kept.second) || !keep(merging, row->kept, &kept.kept) ||
        !pdoc__grow(&out->rows, &out->capacity, out->count, sizeof *out->rows, merging->error))
        return false;
    out->rows[out->count++] = kept;
    return true;
}

/* ---- two lists of parts ---- */

/* What is no conflict, since both are kept, or since it is told elsewhere. One row adds one: a place, or its beginning.
 */
static const struct {
    const char *place;
    bool is_beginning;
} apart[] = {{"history", true},   {"reference/", true},
             {"name/", true},     {"alias/", true},
             {"former/", true},   {"holder/", true},
             {"profile/", true},  {"forward-plan/", true},
             {"issue/", true},    {"id", false},
             {"title", false},    {"language", false},
             {"revision", false}, {"schema-version", false},
             {"revised", false},  {"must-understand", false},
             {"document", false}, {"register", false},
             {"party", false}};

static bool ends_with(const char *text, const char *end)
{
    const size_t size = strlen(text);
    return size >= strlen(end) && strcmp(text + size - strlen(end), end) == 0;
}

static bool stands_apart(const char *place)
{
    for (size_t i = 0; i < sizeof apart / sizeof *apart; i++)
        if (apart[i].is_beginning ? strncmp(place, apart[i].place, strlen(apart[i].place)) == 0
                                  : strcmp(place, apart[i].place) == 0)
            return true;
    return ends_with(place, "/unknown") || ends_with(place, "/front-sheet");
}

/* Both lists by their places, and whose they are. */
struct sides {
    struct pdoc__merging *merging;
    pdoc_document *doc;
    const char *lead;
    struct pdoc__map first;
    struct pdoc__map second;
    struct pdoc__parts *words;
};

/* Does it belong to something that only the second has? Then that is told, once. */
static bool is_inside_new(const struct sides *sides, const char *place)
{
    for (const char *slash = strchr(place, '/'); slash; slash = strchr(slash + 1, '/')) {
        const char *above =
            pdoc__arena_text(&sides->merging->scratch, place, (size_t)(slash - place), sides->merging->error);
        if (!above)
            return false; /* what follows fails likewise */
        if (pdoc__map_find(&sides->second, above) && !pdoc__map_find(&sides->first, above))
            return true;
    }
    return false;
}

/* The value that does not stand goes into the history, in words. */
static pdoc_event *remark(const struct sides *sides, const struct pdoc__part *part)
{
    struct pdoc__merging *merging = sides->merging;
    const pdoc_merge_options *options = merging->options;
    const char *note = PDOC__JOIN(sides->words, options->origin, ": ", sides->lead, *sides->lead ? ": " : "",
                                  part->what, " is \"", part->value, "\"");
    if (sides->words->failed) {
        pdoc__fail_memory(merging->error);
        return NULL;
    }
    pdoc_event *event =
        sides->doc ? pdoc_document_record(sides->doc, "remarked", options->on, options->on, 0, NULL, merging->error)
                   : pdoc_register_record(merging->into, "remarked", options->on, options->on, NULL, merging->error);
    if (!event || pdoc_event_complete(event, "origin", options->origin, merging->error) != PDOC_OK ||
        (options->recorder && pdoc_event_complete(event, "recorder", options->recorder, merging->error) != PDOC_OK) ||
        pdoc_event_complete(event, "note", note, merging->error) != PDOC_OK)
        return NULL;
    return event;
}

static bool tell_part(const struct sides *sides, const struct pdoc__part *first, const struct pdoc__part *second)
{
    struct pdoc__merging *merging = sides->merging;
    const bool is_mark = ends_with(second->place, "visibility") && strncmp(second->place, "version/", 8) != 0;
    struct pdoc__merge_row row = {.kind = first || is_mark ? PDOC_MERGE_CONFLICT : PDOC_MERGE_TAKEN,
                                  .document = sides->doc ? sides->doc->id : NULL,
                                  .reference = sides->doc ? pdoc_document_reference(sides->doc, 0) : NULL,
                                  .place = PDOC__JOIN(sides->words, sides->lead, second->place),
                                  .first = first ? first->value : NULL,
                                  .second = second->value,
                                  .kept = "that of the second, which alone says something"};
    merging->brings = true;
    if (row.kind == PDOC_MERGE_CONFLICT) {
        const pdoc_event *event = remark(sides, second);
        if (!event)
            return false;
        const bool is_closer = ends_with(second->place, "visibility") && first && strcmp(first->value, "public") == 0;
        row.kept = PDOC__JOIN(sides->words,
                              is_closer ? "that of the second stands, the closer one; it is in "
                                        : "that of the first stands; that of the second is in ",
                              event->id);
    }
    if (!sides->words->failed)
        return pdoc__merge_tell(merging, &row);
    pdoc__fail_memory(merging->error);
    return false;
}

static bool tell_parts(const struct sides *sides, const struct pdoc__parts *second)
{
    for (size_t i = 0; i < second->count; i++) {
        const struct pdoc__part *part = &second->items[i];
        const struct pdoc__part *other = pdoc__map_find(&sides->first, part->place);
        const bool is_same = other && strcmp(other->value, part->value) == 0 && other->mark == part->mark;
        if (is_same || stands_apart(part->place) || is_inside_new(sides, part->place))
            continue;
        if (!tell_part(sides, other, part))
            return false;
    }
    return true;
}

bool pdoc__merge_compare(struct pdoc__merging *merging, pdoc_document *doc, const char *lead,
                         struct pdoc__parts parts[2])
{
    struct pdoc__parts words = {.arena = &merging->scratch};
    struct sides sides = {.merging = merging, .doc = doc, .lead = lead, .words = &words};
    bool is_well = !parts[0].failed && !parts[1].failed;
    if (!is_well)
        pdoc__fail_memory(merging->error);
    is_well = is_well && pdoc__parts_index(&parts[0], &sides.first, merging->error) &&
              pdoc__parts_index(&parts[1], &sides.second, merging->error) && tell_parts(&sides, &parts[1]);
    pdoc__map_free(&sides.first);
    pdoc__map_free(&sides.second);
    return is_well;
}

/* ---- what is kept without being understood ---- */

/* Length of the name of an attribute as it is written: a:b="..." */
static size_t name_size(const char *text)
{
    return strcspn(text, "= ");
}

enum presence { ABSENT, PRESENT, OTHERWISE };

static enum presence look(const struct pdoc__extras *extras, const void *owner, const struct pdoc__extra *piece)
{
    const struct pdoc__extra *there = pdoc__extras_first(extras, owner);
    for (; there; there = pdoc__extras_next(extras, there)) {
        const size_t size = name_size(piece->text);
        if (there->kind == piece->kind && strcmp(there->text, piece->text) == 0)
            return PRESENT;
        if (piece->kind != PDOC__EXTRA_NODE && there->kind == piece->kind && name_size(there->text) == size &&
            strncmp(there->text, piece->text, size) == 0)
            return OTHERWISE;
    }
    return ABSENT;
}

static bool take_piece(struct pdoc__merging *merging, const struct pdoc__extra *piece, const void *into,
                       const char *where)
{
    struct pdoc__extras *extras = &merging->into->extras;
    const enum presence presence = look(extras, into, piece);
    struct pdoc__extra added = *piece;
    if (presence == PRESENT)
        return true;
    if (presence == OTHERWISE && piece->kind == PDOC__EXTRA_NAMESPACE) {
        pdoc__fail(merging->error, PDOC_ERR_INVALID,
                   "%s: the two registers use one prefix for two namespaces (%s); change it in one of them", where,
                   piece->text);
        return false;
    }
    if (presence == OTHERWISE) {
        const struct pdoc__merge_row row = {.kind = PDOC_MERGE_CONFLICT,
                                            .place = where,
                                            .second = piece->text,
                                            .kept = "that of the first; it is an attribute that is not known"};
        return pdoc__merge_tell(merging, &row);
    }
    merging->brings = true;
    added.owner = into;
    if (piece->kind == PDOC__EXTRA_NODE && piece->slot < PDOC__SLOT_END - 3)
        added.slot = PDOC__SLOT_END;
    added.index = added.slot == PDOC__SLOT_END ? 0 : piece->index;
    return pdoc__extras_add(extras, &merging->into->arena, &added, strlen(piece->text), merging->error);
}

bool pdoc__merge_unknown(struct pdoc__merging *merging, const void *from, const void *into, const char *where)
{
    const struct pdoc__extras *extras = &merging->from->extras;
    const struct pdoc__extra *piece = pdoc__extras_first(extras, from);
    for (; piece; piece = pdoc__extras_next(extras, piece))
        if (!take_piece(merging, piece, into, where))
            return false;
    return true;
}
