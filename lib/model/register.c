/* SPDX-License-Identifier: MIT */
/* The register: its life, its lists and indexes. Knows nothing of files or rules. */
#include "policydoc/register.h"

#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "model/build.h"
#include "time/interval.h"

static void register_free(pdoc_register *reg)
{
    pdoc__pool_free(&reg->pool);
    pdoc__map_free(&reg->party_names);
    pdoc__map_free(&reg->party_codes);
    pdoc__map_free(&reg->grown);
    pdoc__map_free(&reg->document_ids);
    pdoc__extras_free(&reg->extras);
    pdoc__free(reg->parties);
    pdoc__free(reg->documents);
    pdoc__free(reg->notices);
    pdoc__free(reg->origin.path);
    pdoc__arena_free(&reg->arena);
    pdoc__free(reg);
}

/* The map of names is keyed by the folded hash's spelling: lower case, single spaces. */
static const char *folded(pdoc_register *reg, const char *name, pdoc_error **error)
{
    char *key = pdoc__arena_text(&reg->arena, name, strlen(name), error);
    if (key)
        pdoc__text_fold(key);
    return key;
}

bool pdoc__party_index_name(pdoc_party *party, const char *name, pdoc_error **error)
{
    const char *key = folded(party->reg, name, error);
    bool added;
    return key && pdoc__map_add(&party->reg->party_names, key, party, &added, error);
}

/* Everything that can fail comes first: one piece of memory for all folded names, and room in the indexes. */
static bool make_room_for_party(pdoc_register *reg, const pdoc_party *party, char **keys, pdoc_error **error)
{
    size_t names = 1;
    size_t bytes = strlen(party->code) + 1;
    for (size_t kind = 0; kind < 3; kind++) {
        names += party->name_count[kind];
        for (size_t i = 0; i < party->name_count[kind]; i++)
            bytes += strlen(party->names[kind][i]) + 1;
    }
    if (!pdoc__grow(&reg->parties, &reg->party_capacity, reg->party_count, sizeof *reg->parties, error) ||
        !pdoc__map_reserve(&reg->party_names, names, error) || !pdoc__map_reserve(&reg->party_codes, 1, error))
        return false;
    *keys = pdoc__arena_space(&reg->arena, bytes, error);
    return *keys != NULL;
}

/* Returns the place of the next key. */
static char *add_key(pdoc_party *party, const char *name, char *key)
{
    size_t size = strlen(name) + 1;
    memcpy(key, name, size);
    pdoc__text_fold(key);
    (void)pdoc__map_add(&party->reg->party_names, key, party, NULL, NULL); /* there is room */
    return key + size;
}

bool pdoc__register_take_party(pdoc_register *reg, pdoc_party *party, pdoc_error **error)
{
    if (pdoc__map_find(&reg->party_codes, party->code)) {
        pdoc__fail(error, PDOC_ERR_INVALID, "two parties have the code \"%s\"; give each its own", party->code);
        return false;
    }
    char *key;
    if (!make_room_for_party(reg, party, &key, error))
        return false;
    (void)pdoc__map_add(&reg->party_codes, party->code, party, NULL, NULL);
    key = add_key(party, party->code, key);
    for (size_t kind = 0; kind < 3; kind++)
        for (size_t i = 0; i < party->name_count[kind]; i++)
            key = add_key(party, party->names[kind][i], key);
    reg->parties[reg->party_count++] = party;
    return true;
}

bool pdoc__register_take_document(pdoc_register *reg, pdoc_document *doc, pdoc_error **error)
{
    bool added;
    if (!pdoc__grow(&reg->documents, &reg->document_capacity, reg->document_count, sizeof *reg->documents, error) ||
        !pdoc__map_add(&reg->document_ids, doc->id, doc, &added, error))
        return false;
    if (!added) {
        pdoc__fail(error, PDOC_ERR_INVALID, "two documents have the id \"%s\"; give each its own", doc->id);
        return false;
    }
    doc->index = (uint32_t)reg->document_count;
    reg->documents[reg->document_count++] = doc;
    return true;
}

pdoc_register *pdoc_register_new(pdoc_error **error)
{
    pdoc_register *reg = pdoc__alloc_zero(1, sizeof *reg, error);
    if (!reg)
        return NULL;
    atomic_init(&reg->references, 1);
    reg->history.reg = reg;
    reg->next_document = 1;
    reg->next_event = 1;
    return reg;
}

pdoc_register *pdoc_register_ref(pdoc_register *reg)
{
    if (reg)
        atomic_fetch_add_explicit(&reg->references, 1, memory_order_relaxed);
    return reg;
}

void pdoc_register_unref(pdoc_register *reg)
{
    if (reg && atomic_fetch_sub_explicit(&reg->references, 1, memory_order_acq_rel) == 1)
        register_free(reg);
}

size_t pdoc_register_notice_count(const pdoc_register *reg)
{
    return reg ? reg->notice_count : 0;
}

const char *pdoc_register_notice(const pdoc_register *reg, size_t index)
{
    return reg && index < reg->notice_count ? reg->notices[index].text : NULL;
}

uint32_t pdoc_register_notice_line(const pdoc_register *reg, size_t index)
{
    return reg && index < reg->notice_count ? reg->notices[index].line : 0;
}

const char *pdoc_register_title(const pdoc_register *reg)
{
    return reg ? reg->title : NULL;
}

pdoc_status pdoc_register_set_title(pdoc_register *reg, const char *title, pdoc_error **error)
{
    if (!reg || !pdoc__is_text(title, "title", error))
        return pdoc__argument(reg, "register", error);
    const char *kept;
    if (!pdoc__keep(reg, title, &kept, error) || (title && !pdoc__text_replace(reg, reg->title, kept, error)))
        return PDOC_ERR_NOMEM;
    reg->title = kept;
    return PDOC_OK;
}

uint32_t pdoc_register_revision(const pdoc_register *reg)
{
    return reg ? reg->revision : 0;
}

pdoc_date pdoc_register_revised(const pdoc_register *reg)
{
    return reg ? reg->revised : (pdoc_date){0, 0, 0};
}

pdoc_status pdoc_register_revise(pdoc_register *reg, pdoc_date day, pdoc_error **error)
{
    if (!reg)
        return pdoc__argument(reg, "register", error);
    if (!pdoc__is_whole_day(day))
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "the day of a revision: expected a whole day that exists");
    if (reg->revision >= PDOC__REVISION_MOST)
        return pdoc__fail(error, PDOC_ERR_LIMIT, "the register has revision %u; a higher number cannot be recorded",
                          (unsigned)reg->revision);
    reg->revision++;
    reg->revised = day;
    return PDOC_OK;
}

size_t pdoc_register_profile_count(const pdoc_register *reg)
{
    return reg ? reg->profile_count : 0;
}

const char *pdoc_register_profile_ref(const pdoc_register *reg, size_t index)
{
    return reg && index < reg->profile_count ? reg->profiles[index].ref : NULL;
}

pdoc_date pdoc_register_profile_from(const pdoc_register *reg, size_t index)
{
    return reg && index < reg->profile_count ? reg->profiles[index].from : (pdoc_date){0, 0, 0};
}

pdoc_date pdoc_register_profile_to(const pdoc_register *reg, size_t index)
{
    return reg && index < reg->profile_count ? reg->profiles[index].to : (pdoc_date){0, 0, 0};
}

static bool is_day(pdoc_date date)
{
    return !pdoc_date_is_recorded(date) || pdoc_date_is_valid(date);
}

pdoc_status pdoc_register_add_profile(pdoc_register *reg, const char *ref, pdoc_date from, pdoc_date to,
                                      pdoc_error **error)
{
    if (!reg || !ref || !pdoc__is_text(ref, "profile", error))
        return pdoc__argument(reg && ref ? reg : NULL, "register or profile", error);
    if (!is_day(from) || !is_day(to))
        return pdoc__fail(error, PDOC_ERR_ARGUMENT, "a day of the assignment of \"%s\" is no date", ref);
    if (!pdoc__list_may_grow(reg->profile_count, UINT16_MAX, "profiles of a register", error))
        return PDOC_ERR_LIMIT;
    struct pdoc__assignment assignment = {.from = from, .to = to};
    if (!pdoc__intern(reg, ref, &assignment.ref, error))
        return PDOC_ERR_NOMEM;
    struct pdoc__assignment *list =
        pdoc__list_add(reg, reg->profiles, reg->profile_count, sizeof assignment, &assignment, error);
    if (!list)
        return PDOC_ERR_NOMEM;
    reg->profiles = list;
    reg->profile_count++;
    return PDOC_OK;
}

size_t pdoc_register_party_count(const pdoc_register *reg)
{
    return reg ? reg->party_count : 0;
}

pdoc_party *pdoc_register_party(const pdoc_register *reg, size_t index)
{
    return reg && index < reg->party_count ? reg->parties[index] : NULL;
}

static bool party_has_name(const pdoc_party *party, const char *name)
{
    if (pdoc__text_same(party->code, name))
        return true;
    for (size_t kind = 0; kind < 3; kind++)
        for (size_t i = 0; i < party->name_count[kind]; i++)
            if (pdoc__text_same(party->names[kind][i], name))
                return true;
    return false;
}

/* One that is too long to be folded here, for the index: so rare that all may be looked through. */
static pdoc_party *find_long_name(const pdoc_register *reg, const char *name)
{
    for (size_t i = 0; i < reg->party_count; i++)
        if (party_has_name(reg->parties[i], name))
            return reg->parties[i];
    return NULL;
}

pdoc_party *pdoc_register_find_party(const pdoc_register *reg, const char *name)
{
    char key[256];
    if (!reg || !name || pdoc__text_is_space(name, strlen(name)))
        return NULL;
    size_t size = strlen(name);
    if (size >= sizeof key)
        return find_long_name(reg, name);
    memcpy(key, name, size + 1);
    pdoc__text_fold(key);
    return pdoc__map_find(&reg->party_names, key);
}

size_t pdoc_register_document_count(const pdoc_register *reg)
{
    return reg ? reg->document_count : 0;
}

pdoc_document *pdoc_register_document(const pdoc_register *reg, size_t index)
{
    return reg && index < reg->document_count ? reg->documents[index] : NULL;
}

static bool has_reference(const pdoc_document *doc, const char *reference)
{
    for (size_t i = 0; i < doc->reference_count; i++)
        if (pdoc__text_same(doc->references[i], reference))
            return true;
    return false;
}

static bool has_title(const pdoc_document *doc, const char *title)
{
    for (size_t i = 0; i < doc->title_count; i++)
        if (pdoc__text_same(doc->titles[i].text, title))
            return true;
    return false;
}

pdoc_document *pdoc_register_find_document(const pdoc_register *reg, const char *id_or_reference)
{
    if (!reg || !id_or_reference)
        return NULL;
    pdoc_document *found = pdoc__map_find(&reg->document_ids, id_or_reference);
    for (size_t i = 0; !found && i < reg->document_count; i++)
        if (has_reference(reg->documents[i], id_or_reference))
            found = reg->documents[i];
    for (size_t i = 0; !found && i < reg->document_count; i++)
        if (has_title(reg->documents[i], id_or_reference))
            found = reg->documents[i];
    return found;
}

size_t pdoc_register_event_count(const pdoc_register *reg)
{
    return reg ? reg->history.count : 0;
}

pdoc_event *pdoc_register_event(const pdoc_register *reg, size_t index)
{
    return reg && index < reg->history.count ? reg->history.events[index] : NULL;
}
