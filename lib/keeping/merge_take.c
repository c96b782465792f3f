/* SPDX-License-Identifier: MIT */
/* What only the second register has goes over to the first: whole documents and parties, or parts of those that both
 * have.
 */
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "keeping/merge.h"

void *pdoc__merge_push(struct pdoc__merging *merging, void *list, uint16_t *count, size_t size, void *item)
{
    pdoc_register *into = merging->into;
    if (!pdoc__list_may_grow(*count, UINT16_MAX, "items of one list", merging->error))
        return NULL;
    char *made = pdoc__list_add(into, list, *count, size, item, merging->error);
    if (!made || !pdoc__extras_share(&into->extras, item, made + *count * size, merging->error))
        return NULL;
    pdoc__extras_settle(&into->extras, made + *count * size);
    ++*count;
    merging->brings = true;
    return made;
}

/* Puts an item behind owner->list; false is returned from the caller when that fails. */
#define PUSH(merging, owner, list, counter, item)                                                                      \
    do {                                                                                                               \
        void *pushed =                                                                                                 \
            pdoc__merge_push((merging), (owner)->list, &(owner)->counter, sizeof *(owner)->list, (void *)(item));      \
        if (!pushed)                                                                                                   \
            return false;                                                                                              \
        (owner)->list = pushed;                                                                                        \
    } while (0)

/* Of two marks the closer one stands. */
static const char *closer_mark(const char *into, const char *from)
{
    return into && from && strcmp(into, "public") == 0 ? from : into;
}

/* ---- versions ---- */

static const char *name_of_row(const struct pdoc__row *row)
{
    return row->field ? row->field : row->label ? row->label : "";
}

/* How many of the first `count` rows have a name: which of its equals a row is. */
static size_t rows_named(const struct pdoc_version *version, const char *name, size_t count)
{
    size_t found = 0;
    for (size_t i = 0; i < count; i++)
        found += strcmp(name_of_row(&version->rows[i]), name) == 0;
    return found;
}

static size_t sections_coded(const struct pdoc_version *version, const char *code, size_t count)
{
    size_t found = 0;
    for (size_t i = 0; i < count; i++)
        found += strcmp(version->sections[i].code, code) == 0;
    return found;
}

static bool has_content(const struct pdoc_version *version, const char *href)
{
    for (size_t i = 0; i < version->content_count; i++)
        if (strcmp(version->contents[i].href, href) == 0)
            return true;
    return false;
}

static bool take_into_version(struct pdoc__merging *merging, struct pdoc_version *from, struct pdoc_version *into)
{
    const size_t rows = into->row_count;
    const size_t sections = into->section_count;
    for (size_t i = 0; i < from->row_count; i++) {
        const char *name = name_of_row(&from->rows[i]);
        if (rows_named(from, name, i) >= rows_named(into, name, rows))
            PUSH(merging, into, rows, row_count, &from->rows[i]);
    }
    for (size_t i = 0; i < from->section_count; i++) {
        const char *code = from->sections[i].code;
        if (sections_coded(from, code, i) >= sections_coded(into, code, sections))
            PUSH(merging, into, sections, section_count, &from->sections[i]);
    }
    for (size_t i = 0; i < from->content_count; i++)
        if (!has_content(into, from->contents[i].href))
            PUSH(merging, into, contents, content_count, &from->contents[i]);
    into->label = into->label ? into->label : from->label;
    into->visibility = into->visibility ? closer_mark(into->visibility, from->visibility) : from->visibility;
    into->has_sheet = into->has_sheet || from->has_sheet;
    return pdoc__merge_unknown(merging, from, into, "version") &&
           pdoc__merge_unknown(merging, &from->rows, &into->rows, "front-sheet");
}

static bool take_versions(struct pdoc__merging *merging, pdoc_document *from, pdoc_document *into)
{
    for (size_t i = 0; i < from->version_count; i++) {
        struct pdoc_version *twin = pdoc_document_find_version(into, from->versions[i]->ordinal);
        if (twin && !take_into_version(merging, from->versions[i], twin))
            return false;
        if (twin)
            continue;
        PUSH(merging, into, versions, version_count, &from->versions[i]);
        from->versions[i]->doc = into;
    }
    return true;
}

/* ---- what a document says of itself ---- */

static void fill_words(const pdoc_document *from, pdoc_document *into)
{
    into->type = into->type ? into->type : from->type;
    into->category = into->category ? into->category : from->category;
    into->scope = into->scope ? into->scope : from->scope;
    into->uri = into->uri ? into->uri : from->uri;
    into->profile = into->profile ? into->profile : from->profile;
    into->visibility = closer_mark(into->visibility, from->visibility); /* what only the second marks stays closed */
}

static bool has_reference(const pdoc_document *doc, const char *reference)
{
    for (size_t i = 0; i < doc->reference_count; i++)
        if (strcmp(doc->references[i], reference) == 0)
            return true;
    return false;
}

static size_t relations_like(const pdoc_document *doc, const pdoc_relation *relation, size_t count)
{
    size_t found = 0;
    for (size_t i = 0; i < count; i++)
        found += strcmp(doc->relations[i]->kind, relation->kind) == 0 &&
                 strcmp(doc->relations[i]->target, relation->target) == 0;
    return found;
}

static bool take_words(struct pdoc__merging *merging, pdoc_document *from, pdoc_document *into)
{
    const size_t relations = into->relation_count;
    fill_words(from, into);
    for (size_t i = into->title_count; i < from->title_count; i++)
        PUSH(merging, into, titles, title_count, &from->titles[i]);
    for (size_t i = 0; i < from->reference_count; i++)
        if (!has_reference(into, from->references[i]))
            PUSH(merging, into, references, reference_count, &from->references[i]);
    for (size_t i = 0; i < from->property_count; i++)
        if (!pdoc_document_property(into, from->properties[i].name))
            PUSH(merging, into, properties, property_count, &from->properties[i]);
    for (size_t i = 0; i < from->relation_count; i++) {
        if (relations_like(from, from->relations[i], i) < relations_like(into, from->relations[i], relations))
            continue;
        PUSH(merging, into, relations, relation_count, &from->relations[i]);
        from->relations[i]->doc = into;
    }
    return true;
}

/* ---- documents ---- */

static bool record_transfer(struct pdoc__merging *merging, pdoc_document *doc)
{
    const pdoc_merge_options *options = merging->options;
    pdoc_event *event = pdoc_document_record(doc, "transferred", options->on, options->on, 0, NULL, merging->error);
    return event && pdoc_event_complete(event, "origin", options->origin, merging->error) == PDOC_OK &&
           (!options->recorder ||
            pdoc_event_complete(event, "recorder", options->recorder, merging->error) == PDOC_OK) &&
           (!options->reason || pdoc_event_complete(event, "why", options->reason, merging->error) == PDOC_OK);
}

static bool compare_documents(struct pdoc__merging *merging, pdoc_document *from, pdoc_document *into)
{
    struct pdoc__parts parts[2] = {{.arena = &merging->scratch, .extras = &merging->into->extras},
                                   {.arena = &merging->scratch, .extras = &merging->from->extras}};
    pdoc__parts_of_document(&parts[0], into);
    pdoc__parts_of_document(&parts[1], from);
    const bool is_well = pdoc__merge_compare(merging, into, "", parts);
    pdoc__free(parts[0].items);
    pdoc__free(parts[1].items);
    return is_well;
}

static bool fuse(struct pdoc__merging *merging, pdoc_document *from, pdoc_document *into)
{
    const bool brought_before = merging->brings;
    merging->brings = false;
    if (!compare_documents(merging, from, into) || !take_words(merging, from, into) ||
        !take_versions(merging, from, into) || !pdoc__merge_history(merging, &from->history, &into->history) ||
        !pdoc__merge_unknown(merging, from, into, "document") ||
        !pdoc__merge_unknown(merging, &from->history, &into->history, "history"))
        return false;
    const bool is_well = !merging->brings || record_transfer(merging, into);
    merging->brings = merging->brings || brought_before;
    return is_well;
}

/* What the register says of all its documents is said of each that leaves it. */
static bool keep_profile(struct pdoc__merging *merging, pdoc_document *doc)
{
    const pdoc_register *from = merging->from;
    const pdoc_register *into = merging->into;
    const char *ours = into->profile_count > 0 ? into->profiles[into->profile_count - 1].ref : NULL;
    const char *theirs = from->profile_count > 0 ? from->profiles[from->profile_count - 1].ref : NULL;
    if (doc->profile || !theirs || (ours && strcmp(ours, theirs) == 0))
        return true;
    const struct pdoc__merge_row row = {.kind = PDOC_MERGE_TAKEN,
                                        .document = doc->id,
                                        .reference = pdoc_document_reference(doc, 0),
                                        .place = "profile",
                                        .first = ours,
                                        .second = theirs,
                                        .kept = "as the document's own"};
    doc->profile = theirs;
    return pdoc__merge_tell(merging, &row);
}

static void keep_language(struct pdoc__merging *merging, pdoc_document *doc)
{
    const char *theirs = merging->from->language;
    for (size_t i = 0; i < doc->title_count && !pdoc__text_equal(theirs, merging->into->language); i++)
        doc->titles[i].language = doc->titles[i].language ? doc->titles[i].language : theirs;
}

static bool move(struct pdoc__merging *merging, pdoc_document *doc)
{
    doc->reg = merging->into;
    doc->history.reg = merging->into;
    merging->brings = true;
    keep_language(merging, doc);
    return keep_profile(merging, doc) && pdoc__register_take_document(merging->into, doc, merging->error) &&
           record_transfer(merging, doc);
}

bool pdoc__merge_documents(struct pdoc__merging *merging)
{
    for (size_t i = 0; i < merging->from->document_count; i++) {
        pdoc_document *doc = merging->from->documents[i];
        if (merging->twins[i] ? !fuse(merging, doc, merging->twins[i]) : !move(merging, doc))
            return false;
    }
    return true;
}
