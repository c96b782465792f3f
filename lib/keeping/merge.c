/* SPDX-License-Identifier: MIT */
/* Two registers become one: the steps in their order, and the answer. Knows no form of output. */
#include "keeping/merge.h"

#include <string.h>

#include "base/error.h"
#include "base/text.h"

/* ---- names of nobody ---- */

static bool tell_name(struct pdoc__merging *merging, struct pdoc__map *told, const char *name, const char *place)
{
    bool added;
    if (!*name || pdoc_register_find_party(merging->into, name))
        return true;
    const struct pdoc__merge_row row = {
        .kind = PDOC_MERGE_UNMAPPED, .place = place, .second = name, .kept = "as printed: no party has this name"};
    return pdoc__map_add(told, name, merging->into, &added, merging->error) &&
           (!added || pdoc__merge_tell(merging, &row));
}

/* Several names with ";" between. */
static bool tell_names(struct pdoc__merging *merging, struct pdoc__map *told, const char *names, const char *place)
{
    while (names && *names) {
        const size_t size = strcspn(names, ";");
        const size_t skipped = strspn(names, " ");
        size_t end = size;
        while (end > skipped && names[end - 1] == ' ')
            end--;
        const char *name =
            end > skipped ? pdoc__arena_text(&merging->scratch, names + skipped, end - skipped, merging->error) : "";
        if (!name || !tell_name(merging, told, name, place))
            return false;
        names += size + (names[size] == ';');
    }
    return true;
}

static bool tell_events(struct pdoc__merging *merging, struct pdoc__map *told, const struct pdoc__history *history)
{
    for (size_t i = 0; i < history->count; i++) {
        const pdoc_event *event = history->events[i];
        if (!tell_names(merging, told, event->by, "by"))
            return false;
        for (size_t k = 0; k < event->value_count; k++)
            if (event->values[k].attribute != PDOC__ATTRIBUTE_ORIGIN && /* which names registers, too */
                pdoc__attribute_types[event->values[k].attribute] == PDOC__PARTY &&
                !tell_names(merging, told, event->values[k].text,
                            pdoc_table_code(PDOC_TABLE_EVENT_ATTRIBUTE, event->values[k].attribute)))
                return false;
    }
    return true;
}

static bool tell_cells(struct pdoc__merging *merging, struct pdoc__map *told, const struct pdoc_version *version)
{
    for (size_t i = 0; i < version->row_count; i++) {
        const struct pdoc__row *row = &version->rows[i];
        const bool is_party = row->known >= 0 && pdoc__field_types[row->known] == PDOC__PARTY;
        const char *value = pdoc__row_value(row);
        if (is_party && row->state == PDOC_CELL_GIVEN &&
            !tell_names(merging, told, value ? value : row->text, row->field))
            return false;
    }
    return true;
}

static bool tell_unmapped(struct pdoc__merging *merging)
{
    struct pdoc__map told = {0};
    bool is_well = tell_events(merging, &told, &merging->from->history);
    for (size_t i = 0; is_well && i < merging->from->document_count; i++) {
        const pdoc_document *doc = merging->from->documents[i];
        is_well = tell_events(merging, &told, &doc->history);
        for (size_t v = 0; is_well && v < doc->version_count; v++)
            is_well = tell_cells(merging, &told, doc->versions[v]);
    }
    pdoc__map_free(&told);
    return is_well;
}

/* ---- the steps ---- */

/* All that is kept of the second without being understood, under the owners that it has: most of them move as they are.
 */
static bool take_unknown(struct pdoc__merging *merging)
{
    const struct pdoc__extras *extras = &merging->from->extras;
    for (size_t i = 0; i < extras->count; i++)
        if (!pdoc__extras_add(&merging->into->extras, &merging->into->arena, &extras->items[i],
                              strlen(extras->items[i].text), merging->error))
            return false;
    return true;
}

static bool record_merge(struct pdoc__merging *merging)
{
    const pdoc_merge_options *options = merging->options;
    struct pdoc__parts words = {.arena = &merging->scratch};
    const char *note = PDOC__JOIN(&words, "merged with ", options->origin, ": ",
                                  pdoc__parts_number(&words, merging->from->document_count), " documents of it, ",
                                  pdoc__parts_number(&words, merging->from->party_count), " bodies and posts");
    pdoc_register *into = merging->into;
    pdoc_event *event =
        words.failed ? NULL : pdoc_register_record(into, "transferred", options->on, options->on, NULL, merging->error);
    if (words.failed)
        pdoc__fail_memory(merging->error);
    return event && pdoc_event_complete(event, "origin", options->origin, merging->error) == PDOC_OK &&
           pdoc_event_complete(event, "note", note, merging->error) == PDOC_OK &&
           (!options->recorder ||
            pdoc_event_complete(event, "recorder", options->recorder, merging->error) == PDOC_OK) &&
           (!options->reason || pdoc_event_complete(event, "why", options->reason, merging->error) == PDOC_OK) &&
           pdoc_register_revise(into, options->on, merging->error) == PDOC_OK;
}

static bool merge(struct pdoc__merging *merging)
{
    static bool (*const steps[])(struct pdoc__merging *) = {
        pdoc__merge_pair_parties,
        pdoc__merge_pair_documents,
        pdoc__merge_rename,
        pdoc__merge_pair_events,
        take_unknown,
        pdoc__merge_parties,
        pdoc__merge_register,
        pdoc__merge_documents,
        pdoc__merge_plans,
        tell_unmapped,
    };
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        if (!steps[i](merging))
            return false;
    return !merging->brings || record_merge(merging);
}

/* ---- the call ---- */

static bool options_fit(const pdoc_register *first, const pdoc_register *second, const pdoc_merge_options *options,
                        pdoc_error **error)
{
    if (!first || !second || !options || options->size != sizeof *options) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "two registers and options with their size set are needed to merge");
        return false;
    }
    if (!options->origin || !options->origin[0] || !pdoc__is_whole_day(options->on)) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "a merge needs a name for the second register, and a whole day");
        return false;
    }
    return pdoc__is_text(options->origin, "origin", error) && pdoc__is_text(options->recorder, "recorder", error) &&
           pdoc__is_text(options->reason, "reason", error);
}

static bool make_room(struct pdoc__merging *merging)
{
    const size_t documents = merging->from->document_count + 1;
    const size_t parties = merging->from->party_count + 1;
    merging->twins = pdoc__arena_zero(&merging->scratch, documents * sizeof *merging->twins, merging->error);
    merging->party_twins = pdoc__arena_zero(&merging->scratch, parties * sizeof *merging->party_twins, merging->error);
    return merging->twins && merging->party_twins;
}

static void end(struct pdoc__merging *merging)
{
    pdoc__map_free(&merging->ids);
    pdoc__map_free(&merging->new_ids);
    pdoc__map_free(&merging->codes);
    pdoc__map_free(&merging->known);
    pdoc__arena_free(&merging->scratch);
    pdoc_register_unref(merging->into);
    pdoc_register_unref(merging->from);
}

pdoc_merge *pdoc_register_merge(const pdoc_register *first, const pdoc_register *second,
                                const pdoc_merge_options *options, pdoc_error **error)
{
    if (!options_fit(first, second, options, error))
        return NULL;
    struct pdoc__merging merging = {.options = options, .error = error};
    merging.out = pdoc__alloc_zero(1, sizeof *merging.out, error);
    if (!merging.out)
        return NULL;
    atomic_init(&merging.out->references, 1);
    merging.into = pdoc_register_copy(first, error);
    merging.from = merging.into ? pdoc_register_copy(second, error) : NULL;
    if (merging.from && make_room(&merging) && merge(&merging))
        merging.out->made = pdoc_register_copy(merging.into, error); /* which holds nothing of the two */
    end(&merging);
    if (merging.out->made)
        return merging.out;
    pdoc_merge_unref(merging.out);
    return NULL;
}

pdoc_merge *pdoc_merge_ref(pdoc_merge *merge)
{
    if (merge)
        atomic_fetch_add_explicit(&merge->references, 1, memory_order_relaxed);
    return merge;
}

void pdoc_merge_unref(pdoc_merge *merge)
{
    if (!merge || atomic_fetch_sub_explicit(&merge->references, 1, memory_order_acq_rel) != 1)
        return;
    pdoc_register_unref(merge->made);
    pdoc__free(merge->rows);
    pdoc__arena_free(&merge->arena);
    pdoc__free(merge);
}

pdoc_register *pdoc_merge_register(const pdoc_merge *merge)
{
    return merge ? merge->made : NULL;
}

size_t pdoc_merge_count(const pdoc_merge *merge)
{
    return merge ? merge->count : 0;
}

pdoc_merge_kind pdoc_merge_kind_at(const pdoc_merge *merge, size_t index)
{
    return index < pdoc_merge_count(merge) ? merge->rows[index].kind : PDOC_MERGE_CONFLICT;
}

const char *pdoc_merge_document(const pdoc_merge *merge, size_t index)
{
    return index < pdoc_merge_count(merge) ? merge->rows[index].document : NULL;
}

const char *pdoc_merge_reference(const pdoc_merge *merge, size_t index)
{
    return index < pdoc_merge_count(merge) ? merge->rows[index].reference : NULL;
}

const char *pdoc_merge_place(const pdoc_merge *merge, size_t index)
{
    return index < pdoc_merge_count(merge) ? merge->rows[index].place : NULL;
}

const char *pdoc_merge_in_first(const pdoc_merge *merge, size_t index)
{
    return index < pdoc_merge_count(merge) ? merge->rows[index].first : NULL;
}

const char *pdoc_merge_in_second(const pdoc_merge *merge, size_t index)
{
    return index < pdoc_merge_count(merge) ? merge->rows[index].second : NULL;
}

const char *pdoc_merge_kept(const pdoc_merge *merge, size_t index)
{
    return index < pdoc_merge_count(merge) ? merge->rows[index].kept : NULL;
}
