/* SPDX-License-Identifier: MIT */
/* What differs between two registers: collected, put into sentences, and asked for. Compares nothing. */
#include "keeping/differences.h"

#include <string.h>

#include "base/buffer.h"

#define LONGEST_QUOTED 160 /* bytes of a value in a sentence */

/* By pdoc_difference_kind: %w is what the part is called, %a and %b are its values after and before. */
static const char *const sentences[PDOC__PART_SORTS][3] = {
    [PDOC__PART_VALUE] = {"%w is now \"%a\"; nothing was recorded before", "%w is no longer recorded; it was \"%b\"",
                          "%w is now \"%a\"; it was \"%b\""},
    [PDOC__PART_WHOLE] = {"%w is new", "%w is gone", "%w is written in another way"},
    [PDOC__PART_EVENT] = {"recorded: %a", "%w is gone, though a history only grows; it was: %b",
                          "%w was altered, though a history only grows; it is now: %a; it was: %b"},
};
static const char rewritten[] = "%w is written in another way: \"%a\"";

static void quote(struct pdoc__buffer *out, const char *text)
{
    size_t size = strlen(text);
    if (size <= LONGEST_QUOTED) {
        pdoc__buffer_add(out, text, size);
        return;
    }
    size = LONGEST_QUOTED;
    while (size > 0 && ((unsigned char)text[size] & 0xc0) == 0x80)
        size--;
    pdoc__buffer_add(out, text, size);
    pdoc__buffer_text(out, "...");
}

static void write_sentence(struct pdoc__buffer *out, const char *sentence, const struct pdoc__part *before,
                           const struct pdoc__part *after)
{
    for (const char *at = sentence; *at; at++) {
        if (*at != '%') {
            pdoc__buffer_byte(out, *at);
            continue;
        }
        at++;
        if (*at == 'w')
            pdoc__buffer_text(out, after ? after->what : before->what);
        else
            quote(out, *at == 'a' ? after->value : before->value);
    }
}

static bool keep(pdoc_differences *differences, const char *lead, const char *text, const char **out,
                 pdoc_error **error)
{
    const size_t size = strlen(lead);
    const size_t length = text ? strlen(text) : 0;
    char *copy = text ? pdoc__arena_space(&differences->arena, size + length + 1, error) : NULL;
    *out = copy;
    if (!copy)
        return !text;
    memcpy(copy, lead, size);
    memcpy(copy + size, text, length + 1);
    return true;
}

static bool put_words(pdoc_differences *differences, const struct pdoc__compared *subject,
                      const struct pdoc__part *before, const struct pdoc__part *after, struct pdoc__difference *out,
                      pdoc_error **error)
{
    struct pdoc__buffer words = {0};
    const struct pdoc__part *part = after ? after : before;
    const bool is_rewritten =
        part->sort == PDOC__PART_VALUE && before && after && strcmp(before->value, after->value) == 0;
    write_sentence(&words, is_rewritten ? rewritten : sentences[part->sort][out->kind], before, after);
    const bool done = !words.failed && keep(differences, subject->lead, words.data, &out->words, error);
    if (words.failed)
        pdoc__fail_memory(error);
    pdoc__buffer_free(&words);
    return done;
}

bool pdoc__differences_add(pdoc_differences *differences, const struct pdoc__compared *subject,
                           const struct pdoc__part *before, const struct pdoc__part *after, pdoc_error **error)
{
    struct pdoc__difference item = {
        .document = subject->document, .reference = subject->reference, .title = subject->title};
    item.kind = (uint8_t)(!before ? PDOC_DIFFERENCE_ADDED : !after ? PDOC_DIFFERENCE_REMOVED : PDOC_DIFFERENCE_CHANGED);
    if (!keep(differences, subject->place, after ? after->place : before->place, &item.place, error) ||
        !keep(differences, "", before ? before->value : NULL, &item.before, error) ||
        !keep(differences, "", after ? after->value : NULL, &item.after, error) ||
        !put_words(differences, subject, before, after, &item, error) ||
        !pdoc__grow(&differences->items, &differences->capacity, differences->count, sizeof item, error))
        return false;
    differences->items[differences->count++] = item;
    return true;
}

/* ---- asked for ---- */

static const struct pdoc__difference *at(const pdoc_differences *differences, size_t index)
{
    static const struct pdoc__difference none = {0};
    return differences && index < differences->count ? &differences->items[index] : &none;
}

pdoc_differences *pdoc_differences_ref(pdoc_differences *differences)
{
    if (differences)
        atomic_fetch_add_explicit(&differences->references, 1, memory_order_relaxed);
    return differences;
}

void pdoc_differences_unref(pdoc_differences *differences)
{
    if (!differences || atomic_fetch_sub_explicit(&differences->references, 1, memory_order_acq_rel) != 1)
        return;
    pdoc__arena_free(&differences->arena);
    pdoc__free(differences->items);
    pdoc__free(differences);
}

size_t pdoc_differences_count(const pdoc_differences *differences)
{
    return differences ? differences->count : 0;
}

pdoc_difference_kind pdoc_differences_kind(const pdoc_differences *differences, size_t index)
{
    return (pdoc_difference_kind)at(differences, index)->kind;
}

const char *pdoc_differences_document(const pdoc_differences *differences, size_t index)
{
    return at(differences, index)->document;
}

const char *pdoc_differences_reference(const pdoc_differences *differences, size_t index)
{
    return at(differences, index)->reference;
}

const char *pdoc_differences_title(const pdoc_differences *differences, size_t index)
{
    return at(differences, index)->title;
}

const char *pdoc_differences_place(const pdoc_differences *differences, size_t index)
{
    return at(differences, index)->place;
}

const char *pdoc_differences_before(const pdoc_differences *differences, size_t index)
{
    return at(differences, index)->before;
}

const char *pdoc_differences_after(const pdoc_differences *differences, size_t index)
{
    return at(differences, index)->after;
}

const char *pdoc_differences_words(const pdoc_differences *differences, size_t index)
{
    return at(differences, index)->words;
}
