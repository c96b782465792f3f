/* SPDX-License-Identifier: MIT */
/* The cues of a profile, those that it borrows, and the names of its types, made ready for looking through texts. */
#include "governance/classifying/classifier.h"

#include <string.h>

#include "base/error.h"

#define LENDER         "general" /* id of the profile whose cues all others get, too */
#define NAME_WEIGHT    8         /* of a label or alias of a type in a title */
#define EXAMPLE_WEIGHT 12
static const char base_prefix[] = "base:";

bool pdoc__has_cues(const pdoc_profile *profile, const pdoc_profile_set *set)
{
    const pdoc_profile *lender = pdoc_profile_set_find(set, LENDER);
    return profile->counts[PDOC_PROFILE_CUES] > 0 || (lender && lender->counts[PDOC_PROFILE_CUES] > 0);
}

const char *pdoc__type_base(const pdoc_profile *profile, const struct pdoc__type *type)
{
    for (size_t i = 0; type && !type->base && i < profile->counts[PDOC_PROFILE_TYPES]; i++)
        type = pdoc__profile_type(profile, type->kind_of);
    return type ? type->base : NULL;
}

static bool is_kind_of(const pdoc_profile *profile, const struct pdoc__type *type, const struct pdoc__type *other)
{
    for (size_t i = 0; type && i <= profile->counts[PDOC_PROFILE_TYPES]; i++) {
        if (type == other)
            return true;
        type = pdoc__profile_type(profile, type->kind_of);
    }
    return false;
}

bool pdoc__types_are_kin(const pdoc_profile *profile, const struct pdoc__type *one, const struct pdoc__type *other)
{
    const char *base = pdoc__type_base(profile, one);
    const char *other_base = pdoc__type_base(profile, other);
    return is_kind_of(profile, one, other) || is_kind_of(profile, other, one) ||
           (base && other_base && strcmp(base, other_base) == 0);
}

/* ---- making ---- */

/* Does "policy" or "base:policy" mean the type? */
static bool means(const pdoc_profile *profile, const char *word, const struct pdoc__type *type)
{
    if (strncmp(word, base_prefix, sizeof base_prefix - 1) != 0)
        return strcmp(word, type->rule.id) == 0;
    const char *base = pdoc__type_base(profile, type);
    return base && strcmp(word + sizeof base_prefix - 1, base) == 0;
}

static bool take_types(struct pdoc_classifier *classifier, const struct pdoc__texts *words, struct pdoc__used_cue *cue,
                       pdoc_error **error)
{
    const pdoc_profile *profile = classifier->profile;
    const size_t all = profile->counts[PDOC_PROFILE_TYPES];
    uint16_t *types = pdoc__arena_alloc(&classifier->arena, (all + 1) * sizeof *types, error);
    if (!types)
        return false;
    for (size_t i = 0; i < all; i++) {
        bool is_meant = false;
        for (size_t word = 0; word < words->count && !is_meant; word++)
            is_meant = means(profile, words->items[word], &profile->types[i]);
        if (is_meant)
            types[cue->type_count++] = (uint16_t)i;
    }
    cue->types = types;
    return true;
}

static bool add_phrases(struct pdoc_classifier *classifier, struct pdoc__phrases *to, const struct pdoc__texts *phrases,
                        pdoc_error **error)
{
    for (size_t i = 0; i < phrases->count; i++)
        if (!pdoc__phrases_add(to, phrases->items[i], (uint32_t)classifier->cue_count, error))
            return false;
    return true;
}

static bool add_cue(struct pdoc_classifier *classifier, const struct pdoc__cue *row, pdoc_error **error)
{
    struct pdoc__used_cue *cue = &classifier->cues[classifier->cue_count];
    *cue = (struct pdoc__used_cue){.rule = &row->rule,
                                   .question = row->question,
                                   .weight = row->weight,
                                   .where = row->where,
                                   .sets_aside = row->types.count == 0};
    struct pdoc__phrases *phrases = cue->where == PDOC__CUE_TITLE_ABOUT ? &classifier->about : &classifier->phrases;
    if (!take_types(classifier, &row->types, cue, error) || !add_phrases(classifier, phrases, &row->phrases, error))
        return false;
    const bool tells_type = cue->where == PDOC__CUE_SELF && cue->weight > 0 && cue->type_count > 0;
    for (size_t i = 0; i < row->phrases.count && tells_type; i++)
        if (!pdoc__phrases_add(&classifier->self_phrases, row->phrases.items[i], (uint32_t)classifier->cue_count,
                               error))
            return false;
    if (cue->question)
        classifier->questions[classifier->question_count++] = classifier->cue_count;
    classifier->cue_count++;
    return true;
}

/* Names, or examples, of a type. */
static bool add_names(struct pdoc_classifier *classifier, size_t type, const struct pdoc__texts *names, int16_t weight,
                      pdoc_error **error)
{
    if (names->count == 0)
        return true;
    struct pdoc__used_cue *cue = &classifier->cues[classifier->cue_count];
    uint16_t *types = pdoc__arena_alloc(&classifier->arena, sizeof *types, error);
    if (!types || !add_phrases(classifier, &classifier->phrases, names, error))
        return false;
    *types = (uint16_t)type;
    *cue = (struct pdoc__used_cue){.rule = &classifier->profile->types[type].rule,
                                   .types = types,
                                   .type_count = 1,
                                   .weight = weight,
                                   .where = PDOC__CUE_TITLE};
    classifier->cue_count++;
    return true;
}

static bool add_types(struct pdoc_classifier *classifier, pdoc_error **error)
{
    const pdoc_profile *profile = classifier->profile;
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_TYPES]; i++) {
        const struct pdoc__type *type = &profile->types[i];
        const char *label = type->rule.label ? type->rule.label : type->rule.id;
        const size_t count = type->aliases.count + 1;
        const char **names = pdoc__arena_alloc(&classifier->arena, count * sizeof *names, error);
        if (!names)
            return false;
        names[0] = label;
        if (type->aliases.count > 0)
            memcpy(names + 1, type->aliases.items, type->aliases.count * sizeof *names);
        const struct pdoc__texts texts = {.items = names, .count = count};
        if (!add_names(classifier, i, &texts, NAME_WEIGHT, error) ||
            !add_names(classifier, i, &type->examples, EXAMPLE_WEIGHT, error))
            return false;
    }
    return true;
}

/* Rows that have ended are of no use; there is no day here by which they would not have. */
static bool is_used(const struct pdoc__rule *rule)
{
    return !pdoc_date_is_recorded(rule->to);
}

static bool has_own(const pdoc_profile *profile, const char *id)
{
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_CUES]; i++)
        if (strcmp(profile->cues[i].rule.id, id) == 0)
            return true;
    return false;
}

static bool add_all(struct pdoc_classifier *classifier, pdoc_error **error)
{
    const pdoc_profile *own = classifier->profile;
    const pdoc_profile *lender = classifier->lender;
    for (size_t i = 0; i < own->counts[PDOC_PROFILE_CUES]; i++)
        if (is_used(&own->cues[i].rule) && !add_cue(classifier, &own->cues[i], error))
            return false;
    for (size_t i = 0; lender && i < lender->counts[PDOC_PROFILE_CUES]; i++) {
        const struct pdoc__cue *row = &lender->cues[i];
        if (is_used(&row->rule) && !has_own(own, row->rule.id) && !add_cue(classifier, row, error))
            return false;
    }
    return add_types(classifier, error);
}

static void classifier_free(pdoc_classifier *classifier)
{
    pdoc__phrases_free(&classifier->phrases);
    pdoc__phrases_free(&classifier->self_phrases);
    pdoc__phrases_free(&classifier->about);
    pdoc_profile_unref(classifier->profile);
    pdoc_profile_unref(classifier->lender);
    pdoc__arena_free(&classifier->arena);
    pdoc__free(classifier);
}

pdoc_classifier *pdoc_classifier_new(const pdoc_profile *profile, const pdoc_profile_set *set, pdoc_error **error)
{
    if (!profile) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "a profile is needed to classify by");
        return NULL;
    }
    pdoc_classifier *classifier = pdoc__alloc_zero(1, sizeof *classifier, error);
    if (!classifier)
        return NULL;
    atomic_init(&classifier->references, 1);
    const pdoc_profile *lender = pdoc_profile_set_find(set, LENDER);
    classifier->profile = pdoc__profile_hold(profile);
    classifier->lender = lender && lender != profile ? pdoc__profile_hold(lender) : NULL;
    pdoc__phrases_begin(&classifier->phrases, &classifier->arena);
    pdoc__phrases_begin(&classifier->self_phrases, &classifier->arena);
    pdoc__phrases_begin(&classifier->about, &classifier->arena);
    const size_t borrowed = classifier->lender ? classifier->lender->counts[PDOC_PROFILE_CUES] : 0;
    const size_t cues = profile->counts[PDOC_PROFILE_CUES] + borrowed;
    const size_t most = cues + 2 * profile->counts[PDOC_PROFILE_TYPES];
    classifier->cues = pdoc__arena_alloc(&classifier->arena, (most + 1) * sizeof *classifier->cues, error);
    classifier->questions =
        classifier->cues ? pdoc__arena_alloc(&classifier->arena, (cues + 1) * sizeof *classifier->questions, error)
                         : NULL;
    if (classifier->questions && add_all(classifier, error))
        return classifier;
    classifier_free(classifier);
    return NULL;
}

/* ---- life and questions ---- */

pdoc_classifier *pdoc_classifier_ref(pdoc_classifier *classifier)
{
    if (classifier)
        atomic_fetch_add_explicit(&classifier->references, 1, memory_order_relaxed);
    return classifier;
}

void pdoc_classifier_unref(pdoc_classifier *classifier)
{
    if (classifier && atomic_fetch_sub_explicit(&classifier->references, 1, memory_order_acq_rel) == 1)
        classifier_free(classifier);
}

size_t pdoc_classifier_question_count(const pdoc_classifier *classifier)
{
    return classifier ? classifier->question_count : 0;
}

static const struct pdoc__used_cue *question_at(const pdoc_classifier *classifier, size_t question)
{
    return question < pdoc_classifier_question_count(classifier) ? &classifier->cues[classifier->questions[question]]
                                                                 : NULL;
}

const char *pdoc_classifier_question_id(const pdoc_classifier *classifier, size_t question)
{
    const struct pdoc__used_cue *cue = question_at(classifier, question);
    return cue ? cue->rule->id : NULL;
}

const char *pdoc_classifier_question(const pdoc_classifier *classifier, size_t question)
{
    const struct pdoc__used_cue *cue = question_at(classifier, question);
    return cue ? cue->question : NULL;
}

const char *pdoc_classifier_question_clause(const pdoc_classifier *classifier, size_t question)
{
    const struct pdoc__used_cue *cue = question_at(classifier, question);
    return cue ? cue->rule->clause : NULL;
}
