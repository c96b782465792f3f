/* SPDX-License-Identifier: MIT */
/* The second register in the language of the first: codes of parties, ids of documents, numbers of versions. */
#include <string.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/text.h"
#include "keeping/merge.h"

/* ---- codes of parties ---- */

static const char *new_code(const struct pdoc__merging *merging, const char *code)
{
    const char *made = pdoc__map_find(&merging->codes, code);
    return made ? made : code;
}

/* One of several codes with ";" between, with the blanks around it. */
static bool add_piece(struct pdoc__merging *merging, struct pdoc__buffer *out, const char *text, size_t size)
{
    const size_t skipped = strspn(text, " ") < size ? strspn(text, " ") : size;
    size_t end = size;
    while (end > skipped && text[end - 1] == ' ')
        end--;
    const char *code = pdoc__arena_text(&merging->scratch, text + skipped, end - skipped, merging->error);
    if (!code)
        return false;
    pdoc__buffer_add(out, text, skipped);
    pdoc__buffer_text(out, new_code(merging, code));
    pdoc__buffer_add(out, text + end, size - end);
    return true;
}

const char *pdoc__merge_code(struct pdoc__merging *merging, const char *text)
{
    struct pdoc__buffer out = {0};
    const char *made = NULL;
    if (!text || merging->codes.count == 0)
        return text;
    if (pdoc__map_find(&merging->codes, text) || !strchr(text, ';'))
        return new_code(merging, text);
    bool is_well = true;
    for (const char *at = text; is_well; at += strcspn(at, ";") + 1) {
        const size_t size = strcspn(at, ";");
        is_well = add_piece(merging, &out, at, size);
        if (!at[size])
            break;
        pdoc__buffer_byte(&out, ';');
    }
    if (is_well && out.failed)
        pdoc__fail_memory(merging->error);
    if (is_well && !out.failed && strcmp(out.data, text) == 0)
        made = text;
    else if (is_well && !out.failed)
        made = pdoc__arena_text(&merging->from->arena, out.data, out.size, merging->error);
    pdoc__buffer_free(&out);
    return made;
}

/* Puts the new word into its place; false when memory ran out. */
static bool recode(struct pdoc__merging *merging, const char **place)
{
    const char *made = pdoc__merge_code(merging, *place);
    if (*place && !made)
        return false;
    *place = made;
    return true;
}

/* A code that is printed stays as it is printed; its value says whom it means now. */
static bool recode_row(struct pdoc__merging *merging, struct pdoc__row *row)
{
    const char *value = pdoc__row_value(row);
    const char *text = row->flags & PDOC__ROW_HAS_TEXT ? row->text : NULL;
    if (row->known < 0 || pdoc__field_types[row->known] != PDOC__PARTY || !row->text)
        return true;
    const char *meant = value ? value : text;
    const char *made = pdoc__merge_code(merging, meant);
    if (!made || made == meant)
        return made != NULL;
    const char *old = row->text;
    const struct pdoc__cell cell = {.value = made, .text = text, .state = row->state};
    return pdoc__row_finish(merging->from, row, &cell, merging->error) &&
           pdoc__text_replace(merging->from, old, row->text, merging->error);
}

static bool recode_event(struct pdoc__merging *merging, pdoc_event *event)
{
    if (!recode(merging, &event->by))
        return false;
    for (size_t i = 0; i < event->value_count; i++)
        if (pdoc__attribute_types[event->values[i].attribute] == PDOC__PARTY &&
            !recode(merging, &event->values[i].text))
            return false;
    return true;
}

static bool recode_history(struct pdoc__merging *merging, const struct pdoc__history *history)
{
    for (size_t i = 0; i < history->count; i++)
        if (!recode_event(merging, history->events[i]))
            return false;
    return true;
}

static bool recode_document(struct pdoc__merging *merging, const pdoc_document *doc)
{
    for (size_t v = 0; v < doc->version_count; v++)
        for (size_t i = 0; i < doc->versions[v]->row_count; i++)
            if (!recode_row(merging, &doc->versions[v]->rows[i]))
                return false;
    return recode_history(merging, &doc->history);
}

static bool recode_party(struct pdoc__merging *merging, pdoc_party *party)
{
    for (size_t i = 0; i < party->meeting_count; i++)
        for (size_t k = 0; k < party->meetings[i].attendee_count; k++)
            if (!recode(merging, &party->meetings[i].attendees[k].post))
                return false;
    return recode(merging, &party->code) && recode(merging, &party->part_of) && recode(merging, &party->successor);
}

static bool recode_all(struct pdoc__merging *merging)
{
    const pdoc_register *from = merging->from;
    bool is_well = merging->codes.count == 0 || recode_history(merging, &from->history);
    if (merging->codes.count == 0)
        return is_well;
    for (size_t i = 0; is_well && i < from->document_count; i++)
        is_well = recode_document(merging, from->documents[i]);
    for (size_t i = 0; is_well && i < from->party_count; i++)
        is_well = recode_party(merging, from->parties[i]);
    for (size_t i = 0; is_well && i < from->forward_item_count; i++)
        is_well =
            recode(merging, &from->forward_items[i]->body) && recode(merging, &from->forward_items[i]->arranged_by);
    return is_well;
}

/* ---- ids of documents ---- */

static bool take_ids(struct pdoc__merging *merging)
{
    bool added;
    const pdoc_register *into = merging->into;
    for (size_t i = 0; i < into->document_count; i++) {
        const pdoc_document *doc = into->documents[i];
        if (!pdoc__map_add(&merging->ids, doc->id, (void *)(uintptr_t)doc->id, &added, merging->error))
            return false;
        for (size_t k = 0; k < doc->history.count; k++)
            if (!pdoc__map_add(&merging->ids, doc->history.events[k]->id, doc->history.events[k], &added,
                               merging->error))
                return false;
    }
    for (size_t i = 0; i < into->history.count; i++)
        if (!pdoc__map_add(&merging->ids, into->history.events[i]->id, into->history.events[i], &added, merging->error))
            return false;
    return true;
}

/* What is made must be free in both. */
static void raise_numbers(struct pdoc__merging *merging)
{
    pdoc_register *into = merging->into;
    const pdoc_register *from = merging->from;
    into->next_document = from->next_document > into->next_document ? from->next_document : into->next_document;
    into->next_event = from->next_event > into->next_event ? from->next_event : into->next_event;
}

static bool rename_document(struct pdoc__merging *merging, size_t index)
{
    pdoc_document *doc = merging->from->documents[index];
    const pdoc_document *twin = merging->twins[index];
    const char *made = twin ? twin->id : doc->id;
    bool added;
    if (!twin && pdoc__map_find(&merging->ids, doc->id)) {
        if (!pdoc__next_id(merging->into, 'd', &made, merging->error))
            return false;
        pdoc__use_id(merging->into, 'd');
    }
    if (!twin && !pdoc__map_add(&merging->ids, made, doc, &added, merging->error))
        return false;
    if (strcmp(made, doc->id) == 0)
        return true;
    const struct pdoc__merge_row row = {.kind = PDOC_MERGE_RENAMED,
                                        .document = made,
                                        .reference = pdoc_document_reference(doc, 0),
                                        .place = "id",
                                        .second = doc->id,
                                        .kept = made};
    if (!pdoc__map_add(&merging->new_ids, doc->id, (void *)(uintptr_t)made, &added, merging->error) ||
        !pdoc__merge_tell(merging, &row))
        return false;
    doc->id = made;
    return true;
}

/* Relations and the forward plan follow. */
static void follow_documents(const struct pdoc__merging *merging)
{
    const pdoc_register *from = merging->from;
    for (size_t i = 0; i < from->document_count; i++)
        for (size_t k = 0; k < from->documents[i]->relation_count; k++) {
            pdoc_relation *relation = from->documents[i]->relations[k];
            const char *made = pdoc__map_find(&merging->new_ids, relation->target);
            relation->target = made ? made : relation->target;
        }
    for (size_t i = 0; i < from->forward_item_count; i++) {
        const char *made = pdoc__map_find(&merging->new_ids, from->forward_items[i]->document);
        from->forward_items[i]->document = made ? made : from->forward_items[i]->document;
    }
}

/* ---- numbers of versions ---- */

static bool same_or_absent(const char *one, const char *other)
{
    return !one || !other || strcmp(one, other) == 0;
}

/* Two contents at the same place with another hash are two contents. */
static bool contents_agree(const struct pdoc_version *one, const struct pdoc_version *other)
{
    for (size_t i = 0; i < one->content_count; i++)
        for (size_t k = 0; k < other->content_count; k++)
            if (strcmp(one->contents[i].href, other->contents[k].href) == 0 &&
                !same_or_absent(one->contents[i].sha256, other->contents[k].sha256))
                return false;
    return true;
}

static uint32_t highest(const pdoc_document *doc)
{
    uint32_t ordinal = 0;
    for (size_t i = 0; i < doc->version_count; i++)
        ordinal = doc->versions[i]->ordinal > ordinal ? doc->versions[i]->ordinal : ordinal;
    return ordinal;
}

static bool tell_number(struct pdoc__merging *merging, const pdoc_document *twin, const struct pdoc_version *version,
                        uint32_t made)
{
    struct pdoc__parts words = {.arena = &merging->scratch};
    const struct pdoc__merge_row row = {
        .kind = PDOC_MERGE_RENAMED,
        .document = twin->id,
        .reference = pdoc_document_reference(twin, 0),
        .place = PDOC__JOIN(&words, "version/", pdoc__parts_number(&words, version->ordinal)),
        .second = version->label,
        .kept =
            PDOC__JOIN(&words, "version ", pdoc__parts_number(&words, made), "; that of the first keeps its number")};
    if (!words.failed)
        return pdoc__merge_tell(merging, &row);
    pdoc__fail_memory(merging->error);
    return false;
}

static bool number_versions(struct pdoc__merging *merging, pdoc_document *doc, const pdoc_document *twin)
{
    uint32_t next = highest(twin) > highest(doc) ? highest(twin) + 1 : highest(doc) + 1;
    for (size_t i = 0; i < doc->version_count; i++) {
        struct pdoc_version *version = doc->versions[i];
        const struct pdoc_version *other = pdoc_document_find_version(twin, version->ordinal);
        if (!other || (same_or_absent(version->label, other->label) && contents_agree(version, other)))
            continue;
        if (!pdoc__list_may_grow(next - 1, UINT16_MAX, "versions of a document", merging->error) ||
            !tell_number(merging, twin, version, next))
            return false;
        for (size_t k = 0; k < doc->history.count; k++)
            if (doc->history.events[k]->version == version->ordinal)
                doc->history.events[k]->version = (uint16_t)next;
        version->ordinal = next++;
    }
    return true;
}

bool pdoc__merge_rename(struct pdoc__merging *merging)
{
    bool is_well = take_ids(merging) && recode_all(merging);
    raise_numbers(merging);
    for (size_t i = 0; is_well && i < merging->from->document_count; i++)
        is_well = rename_document(merging, i) &&
                  (!merging->twins[i] || number_versions(merging, merging->from->documents[i], merging->twins[i]));
    if (is_well)
        follow_documents(merging);
    return is_well;
}
