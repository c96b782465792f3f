/* SPDX-License-Identifier: MIT */
/* From what was found to types in order of their scores, with evidence, and how sure the first one is. */
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/text.h"
#include "governance/classifying/classification.h"

#define LONGEST_PHRASE 200u /* bytes that are shown */
#define LEAST_SURE     10   /* points below which no type is clear */
/* A declared type is contradicted where another one has so many points, and so many times those of the declared one. */
#define LEAST_AGAINST  24
#define TIMES_AGAINST  3

struct making {
    const pdoc_classifier *classifier;
    const struct pdoc__matter *matter;
    const struct pdoc__tally *tallies;
    pdoc_classification *out;
    struct pdoc__scored_type *by_type; /* of the profile, in its order; then what was set aside */
    size_t type_count;
    pdoc_error **error;
    bool failed;
};

/* A copy, of characters only; NULL of NULL. */
static const char *keep(struct making *making, const char *text)
{
    char *kept = text ? pdoc__arena_text(&making->out->arena, text, strlen(text), making->error) : NULL;
    making->failed |= text && !kept;
    if (kept)
        pdoc__utf8_repair(kept);
    return kept;
}

/* ---- evidence ---- */

static const struct pdoc__text_part *part_of(const struct pdoc__matter *matter, uint32_t offset)
{
    size_t count = matter->part_count;
    while (count > 1 && matter->parts[count - 1].from > offset)
        count--;
    return count > 0 ? &matter->parts[count - 1] : NULL;
}

/* The words as they stand there, on one line; what is no character becomes a question mark. */
static const char *phrase_at(struct making *making, const char *text, const struct pdoc__tally *tally)
{
    const size_t size = tally->to - tally->from;
    char *phrase = pdoc__arena_text(&making->out->arena, text + tally->from,
                                    size < LONGEST_PHRASE ? size : LONGEST_PHRASE, making->error);
    making->failed |= !phrase;
    if (!phrase)
        return NULL;
    char *to = phrase;
    const char *const end = phrase + (size < LONGEST_PHRASE ? size : LONGEST_PHRASE);
    for (const char *from = phrase; from < end; from++) {
        const bool is_space = (unsigned char)*from <= ' ' || *from == 0x7f;
        if (!is_space)
            *to++ = *from;
        else if (to > phrase && to[-1] != ' ')
            *to++ = ' ';
    }
    *to = '\0';
    pdoc__utf8_repair(phrase);
    return phrase;
}

static void place_item(struct making *making, const struct pdoc__used_cue *cue, unsigned place,
                       const struct pdoc__tally *tally, struct pdoc__evidence_item *item)
{
    static const char *const places[] = {
        [PDOC__IN_TITLE] = "title", [PDOC__IN_TEXT] = "text", [PDOC__IN_ANSWERS] = "answers"};
    const struct pdoc__text_part *part = place == PDOC__IN_TEXT ? part_of(making->matter, tally->from) : NULL;
    item->place = part ? keep(making, part->place) : places[place]; /* the answer outlives what was looked through */
    item->offset = tally->from - (part ? part->from : 0);
    item->line = tally->line - (part ? part->line - 1 : 0);
    item->phrase =
        place == PDOC__IN_ANSWERS
            ? cue->question
            : phrase_at(making, place == PDOC__IN_TITLE ? making->matter->title : making->matter->text, tally);
}

static void put_item(struct pdoc__scored_type *type, struct pdoc__evidence_item item)
{
    type->items[type->count++] = item;
    type->score += item.points;
    type->has_self |= item.is_self && item.points > 0;
}

static void take_cue(struct making *making, size_t index, unsigned place)
{
    const struct pdoc__used_cue *cue = &making->classifier->cues[index];
    const struct pdoc__tally *tally = &making->tallies[index * PDOC__CUE_PLACES + place];
    if (tally->times == 0 || (cue->type_count == 0 && !cue->sets_aside))
        return;
    struct pdoc__evidence_item item = {.rule = cue->rule,
                                       .times = tally->times,
                                       .order = (uint32_t)(index * PDOC__CUE_PLACES + place),
                                       .points = pdoc__tally_points(cue, tally),
                                       .is_self = cue->where == PDOC__CUE_SELF};
    place_item(making, cue, place, tally, &item);
    for (size_t i = 0; i < cue->type_count; i++)
        put_item(&making->by_type[cue->types[i]], item);
    if (cue->sets_aside) {
        item.points = 0;
        put_item(&making->by_type[making->type_count], item);
    }
}

/* How many pieces of evidence each type gets, so that room for them is taken once. */
static bool take_room(struct making *making)
{
    const pdoc_classifier *classifier = making->classifier;
    struct pdoc__arena *arena = &making->out->arena;
    making->type_count = classifier->profile->counts[PDOC_PROFILE_TYPES];
    making->by_type = pdoc__arena_zero(arena, (making->type_count + 1) * sizeof *making->by_type, making->error);
    size_t *counts =
        making->by_type ? pdoc__arena_zero(arena, (making->type_count + 1) * sizeof *counts, making->error) : NULL;
    if (!counts)
        return false;
    for (size_t i = 0; i < classifier->cue_count * PDOC__CUE_PLACES; i++) {
        const struct pdoc__used_cue *cue = &classifier->cues[i / PDOC__CUE_PLACES];
        if (making->tallies[i].times == 0)
            continue;
        for (size_t type = 0; type < cue->type_count; type++)
            counts[cue->types[type]]++;
        counts[making->type_count] += cue->sets_aside;
    }
    for (size_t i = 0; i <= making->type_count; i++) {
        struct pdoc__scored_type *type = &making->by_type[i];
        type->type = i < making->type_count ? &classifier->profile->types[i] : NULL;
        type->order = (uint32_t)i;
        type->items = pdoc__arena_alloc(arena, (counts[i] + 1) * sizeof *type->items, making->error);
        if (!type->items)
            return false;
    }
    return true;
}

/* ---- order ---- */

static int by_points(const void *left, const void *right)
{
    const struct pdoc__evidence_item *one = left;
    const struct pdoc__evidence_item *other = right;
    const int32_t weight = abs(one->points);
    const int32_t other_weight = abs(other->points);
    if (weight != other_weight)
        return weight > other_weight ? -1 : 1;
    return one->order < other->order ? -1 : one->order > other->order;
}

/* Types without evidence come last, and are not part of the answer. */
static int by_score(const void *left, const void *right)
{
    const struct pdoc__scored_type *one = left;
    const struct pdoc__scored_type *other = right;
    if ((one->count > 0) != (other->count > 0))
        return one->count > 0 ? -1 : 1;
    if (one->score != other->score)
        return one->score > other->score ? -1 : 1;
    return one->order < other->order ? -1 : one->order > other->order;
}

static void sort(struct making *making)
{
    pdoc_classification *out = making->out;
    const struct pdoc__scored_type aside = making->by_type[making->type_count];
    qsort(making->by_type, making->type_count, sizeof *making->by_type, by_score);
    while (out->count < making->type_count && making->by_type[out->count].count > 0)
        out->count++;
    making->by_type[out->count] = aside;
    out->types = making->by_type;
    for (size_t i = 0; i <= out->count; i++)
        qsort(out->types[i].items, out->types[i].count, sizeof *out->types[i].items, by_points);
}

/* ---- what it comes to ---- */

static uint8_t confidence_of(const pdoc_classification *found)
{
    const int32_t first = found->count > 0 ? found->types[0].score : 0;
    const int32_t second = found->count > 1 ? found->types[1].score : 0;
    if (first <= 0)
        return PDOC_CONFIDENCE_NONE;
    if (second * 4 > first * 3)
        return PDOC_CONFIDENCE_UNCLEAR;
    return second * 2 >= first || first < LEAST_SURE ? PDOC_CONFIDENCE_LIKELY : PDOC_CONFIDENCE_CLEAR;
}

static const char *label_of(const struct pdoc__scored_type *type)
{
    return type->type->rule.label ? type->type->rule.label : type->type->rule.id;
}

static const char *say_reason(struct making *making)
{
    static const char *const starts[] = {
        [PDOC_CONFIDENCE_NONE] = "nothing speaks for any type of the profile",
        [PDOC_CONFIDENCE_UNCLEAR] = "unclear: ",
        [PDOC_CONFIDENCE_LIKELY] = "likely: ",
        [PDOC_CONFIDENCE_CLEAR] = "clear: ",
    };
    const pdoc_classification *out = making->out;
    struct pdoc__buffer line = {0};
    pdoc__buffer_text(&line, starts[out->confidence]);
    if (out->confidence != PDOC_CONFIDENCE_NONE)
        pdoc__buffer_format(&line, "%s has %d points", label_of(&out->types[0]), (int)out->types[0].score);
    if (out->confidence != PDOC_CONFIDENCE_NONE && out->count > 1)
        pdoc__buffer_format(&line, ", the next, %s, has %d", label_of(&out->types[1]), (int)out->types[1].score);
    const char *reason =
        line.failed ? NULL : pdoc__arena_text(&making->out->arena, line.data, line.size, making->error);
    if (line.failed)
        pdoc__fail_memory(making->error);
    making->failed |= !reason;
    pdoc__buffer_free(&line);
    return reason;
}

/* Only clear evidence is held against what people have recorded: another kind of type has many points, several times
   those of the declared one, and the document nowhere speaks of itself as what it is declared to be. */
static bool is_contradicted(const pdoc_classification *found)
{
    const pdoc_profile *profile = found->classifier->profile;
    const struct pdoc__type *declared = pdoc__profile_type(profile, found->declared);
    if (!declared || found->count == 0 || pdoc__types_are_kin(profile, declared, found->types[0].type))
        return false;
    int32_t score = 0;
    bool has_self = false;
    for (size_t i = 0; i < found->count; i++) {
        if (!pdoc__types_are_kin(profile, found->types[i].type, declared))
            continue;
        score = found->types[i].score > score ? found->types[i].score : score;
        has_self |= found->types[i].has_self;
    }
    const int32_t first = found->types[0].score;
    return first >= LEAST_AGAINST && first >= score * TIMES_AGAINST && found->types[0].has_self && !has_self;
}

static void conclude(struct making *making)
{
    pdoc_classification *out = making->out;
    sort(making);
    out->title = keep(making, making->matter->title);
    out->declared = keep(making, making->matter->declared);
    if (making->failed)
        return;
    out->confidence = confidence_of(out);
    out->is_contradicted = is_contradicted(out);
    out->reason = say_reason(making);
}

static bool make(struct making *making)
{
    const pdoc_classifier *classifier = making->classifier;
    const size_t count = (classifier->cue_count + 1) * PDOC__CUE_PLACES;
    struct pdoc__tally *tallies = pdoc__alloc_zero(count, sizeof *tallies, making->error);
    making->tallies = tallies;
    making->failed = !tallies || !pdoc__tally(classifier, making->matter, tallies, making->error) || !take_room(making);
    for (size_t i = 0; i < classifier->cue_count && !making->failed; i++)
        for (unsigned place = 0; place < PDOC__CUE_PLACES && !making->failed; place++)
            take_cue(making, i, place);
    if (!making->failed)
        conclude(making);
    pdoc__free(tallies);
    return !making->failed;
}

pdoc_classification *pdoc__classification_make(const pdoc_classifier *classifier, const struct pdoc__matter *matter,
                                               pdoc_error **error)
{
    const union {
        const pdoc_classifier *seen;
        pdoc_classifier *counted;
    } same = {.seen = classifier};
    struct making making = {.classifier = classifier, .matter = matter, .error = error};
    making.out = pdoc__alloc_zero(1, sizeof *making.out, error);
    if (!making.out)
        return NULL;
    atomic_init(&making.out->references, 1);
    making.out->classifier = pdoc_classifier_ref(same.counted);
    if (make(&making))
        return making.out;
    pdoc_classification_unref(making.out);
    return NULL;
}
