/* SPDX-License-Identifier: MIT */
/* The closed lists of codes of a practice issue: those of the library, of the track and its stages, of the parties and
   documents that register and profile know. All steps are looked at, voided and later ones too, since what tells of a
   child does harm wherever it stands; and no code is repeated that nobody knows. */
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "governance/escalating/ladder.h"

#define OF_TRACK(attribute, member)                                                                                    \
    {                                                                                                                  \
        (attribute), offsetof(struct pdoc__track, member), true                                                        \
    }
#define OF_STAGES(attribute, member)                                                                                   \
    {                                                                                                                  \
        (attribute), offsetof(struct pdoc__stage, member), false                                                       \
    }
static const struct list {
    const char *attribute;
    size_t offset;
    bool is_of_track; /* of its stages otherwise */
} lists[] = {
    OF_TRACK("sources", sources),          OF_TRACK("outcome", exits),
    OF_TRACK("outcome", outcomes),         OF_TRACK("conditions", conditions),
    OF_STAGES("conditions", widened_when), OF_STAGES("conditions", skipped_when),
    OF_STAGES("conditions", urgent_when),  OF_TRACK("facts", required),
    OF_TRACK("facts", excluded),           OF_TRACK("facts", facts),
    OF_STAGES("facts", required),          OF_TRACK("learning", learning),
    OF_TRACK("actions", actions),          OF_STAGES("outputs", outputs),
    OF_STAGES("method", methods),          OF_TRACK("organisation", organisations),
};

/* Under which name the codes of an attribute are known, and what else may stand there. What is not here is known by its
   own name alone; what other rules judge (track, stage, profile) is left out. */
enum besides { NOTHING_BESIDES, PARTIES, DOCUMENTS, JUDGED_ELSEWHERE };
static const struct meaning {
    const char *attribute;
    const char *known_as;
    enum besides besides;
} meanings[] = {
    {"by", "by", PARTIES},
    {"with", "by", PARTIES},
    {"organisation", "organisation", PARTIES},
    {"organisations", "organisation", PARTIES},
    {"notified-by", "notified-by", PARTIES},
    {"documents", "documents", DOCUMENTS},
    {"track", "track", JUDGED_ELSEWHERE},
    {"stage", "stage", JUDGED_ELSEWHERE},
    {"profile", "profile", JUDGED_ELSEWHERE},
    {"kind", "kind", JUDGED_ELSEWHERE},
};

static struct meaning meaning_of(const char *attribute)
{
    for (size_t i = 0; i < sizeof meanings / sizeof *meanings; i++)
        if (strcmp(meanings[i].attribute, attribute) == 0)
            return meanings[i];
    return (struct meaning){attribute, attribute, NOTHING_BESIDES};
}

/* ---- the lists of the profile ---- */

static const struct pdoc__texts *texts_at(const void *row, size_t offset)
{
    return (const struct pdoc__texts *)(const void *)((const char *)row + offset);
}

typedef void visitor(struct pdoc__ladder *ladder, const struct pdoc__texts *texts, void *context);

static void visit_lists(struct pdoc__ladder *ladder, const char *attribute, visitor *visit, void *context)
{
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        if (strcmp(lists[i].attribute, attribute) != 0)
            continue;
        if (lists[i].is_of_track && ladder->track)
            visit(ladder, texts_at(ladder->track, lists[i].offset), context);
        for (size_t s = 0; !lists[i].is_of_track && s < ladder->visit_count; s++)
            visit(ladder, texts_at(ladder->visits[s].stage, lists[i].offset), context);
    }
}

/* A track that lists how an issue is noticed lists all of it. */
static const char *of_library(const struct pdoc__ladder *ladder, const char *attribute)
{
    const bool is_listed = strcmp(attribute, "sources") == 0 && ladder->track && ladder->track->sources.count > 0;
    return is_listed ? NULL : pdoc__issue_codes(attribute);
}

/* ---- is it known? ---- */

struct search {
    const char *code;
    size_t size;
    bool is_found;
};

static void look_in(struct pdoc__ladder *ladder, const struct pdoc__texts *texts, void *context)
{
    struct search *search = context;
    (void)ladder;
    search->is_found |= pdoc__texts_have(texts, search->code, search->size);
}

/* The judge remembers parties by the address of their name: the name must outlive the copy. */
static bool is_party(struct pdoc__ladder *ladder, const char *code, size_t size)
{
    struct pdoc__judge *judge = ladder->judge;
    const char *kept = pdoc__pool_add(&judge->name_pool, &judge->names, code, size, NULL);
    judge->out_of_memory |= !kept;
    return !kept || pdoc__party_code(judge, kept);
}

/* References to works outside bear a number or year. */
static bool is_document(struct pdoc__ladder *ladder, const char *code, size_t size)
{
    char copy[PDOC__CODE_MOST + 1];
    (void)snprintf(copy, sizeof copy, "%.*s", (int)size, code);
    return strpbrk(copy, "0123456789") || pdoc_register_find_document(ladder->judge->reg, copy);
}

static bool is_known(struct pdoc__ladder *ladder, const struct meaning *meaning, const char *code, size_t size)
{
    struct search search = {.code = code, .size = size};
    visit_lists(ladder, meaning->known_as, look_in, &search);
    return search.is_found || pdoc__codes_have(of_library(ladder, meaning->known_as), code, size) ||
           (meaning->besides == PARTIES && is_party(ladder, code, size)) ||
           (meaning->besides == DOCUMENTS && is_document(ladder, code, size));
}

/* "role/organisation": each half by its own list. */
static bool is_known_participant(struct pdoc__ladder *ladder, const char *code, size_t size)
{
    const struct meaning role = meaning_of("by"), organisation = meaning_of("organisation");
    const char *slash = memchr(code, '/', size);
    const size_t length = slash ? (size_t)(slash - code) : size;
    return is_known(ladder, &role, code, length) &&
           (!slash || is_known(ladder, &organisation, slash + 1, size - length - 1));
}

/* ---- what is said ---- */

/* Is the word among those that were put together already, with ", " between? */
static bool is_said(const char *words, const char *word)
{
    const size_t size = strlen(word);
    for (const char *at = strstr(words, word); at; at = strstr(at + 1, word))
        if ((at == words || at[-1] == ' ') && (at[size] == '\0' || at[size] == ','))
            return true;
    return false;
}

static void add_words(struct pdoc__ladder *ladder, const char **words, const char *more, size_t size)
{
    char copy[PDOC__CODE_MOST + 1];
    (void)snprintf(copy, sizeof copy, "%.*s", (int)size, more);
    if (is_said(*words, copy))
        return;
    *words = **words ? PDOC__PHRASE(ladder->judge, *words, ", ", copy) : PDOC__PHRASE(ladder->judge, copy);
}

static void add_list(struct pdoc__ladder *ladder, const struct pdoc__texts *texts, void *context)
{
    const char **words = context;
    for (size_t i = 0; i < texts->count; i++)
        add_words(ladder, words, texts->items[i], strlen(texts->items[i]));
}

static const char *known_words(struct pdoc__ladder *ladder, const struct meaning *meaning)
{
    const char *words = "";
    const char *codes = of_library(ladder, meaning->known_as), *code;
    size_t size;
    visit_lists(ladder, meaning->known_as, add_list, &words);
    while (pdoc__code_next(&codes, &code, &size))
        add_words(ladder, &words, code, size);
    const char *besides = meaning->besides == PARTIES     ? "parties of the profile and the register"
                          : meaning->besides == DOCUMENTS ? "documents of the register, references with a number"
                                                          : "";
    if (*besides)
        words = *words ? PDOC__PHRASE(ladder->judge, words, ", ", besides) : besides;
    return *words ? words : "none";
}

static void find_unknown(struct pdoc__ladder *ladder, const struct meaning *meaning, size_t place, const char *step)
{
    char number[24];
    (void)snprintf(number, sizeof number, "%zu", place);
    const struct pdoc__rule *rule = ladder->track ? &ladder->track->rule : NULL;
    pdoc__flaw_add(ladder, (struct pdoc__flaw){
                               .check = PDOC__CHECK_ISSUE_CODE_UNKNOWN,
                               .outcome = ladder->track ? PDOC_OUTCOME_NOT_MET : PDOC_OUTCOME_UNDETERMINED,
                               .modality = PDOC_MODALITY_MUST,
                               .rule = rule,
                               .step = step,
                               .message = PDOC__PHRASE(ladder->judge, meaning->attribute, ": code ", number,
                                                       " is not known; known are ", known_words(ladder, meaning))});
}

/* The first code of a value that is not known; one finding is enough for a list. */
static void judge_value(struct pdoc__ladder *ladder, const struct pdoc__word *word, const char *value, const char *step)
{
    const struct meaning meaning = meaning_of(word->code);
    const bool is_with = word->extra == PDOC__ISSUE_FORM_PARTICIPANTS;
    const bool is_coded = is_with || word->extra == PDOC__ISSUE_FORM_CODE || word->extra == PDOC__ISSUE_FORM_CODES ||
                          word->extra == PDOC__ISSUE_FORM_NAMES;
    const char *code;
    size_t size;
    for (size_t place = 1; is_coded && meaning.besides != JUDGED_ELSEWHERE && pdoc__code_next(&value, &code, &size);
         place++)
        if (is_with ? !is_known_participant(ladder, code, size) : !is_known(ladder, &meaning, code, size)) {
            find_unknown(ladder, &meaning, place, step);
            return;
        }
}

void pdoc__judge_codes(struct pdoc__ladder *ladder)
{
    const pdoc_issue *issue = ladder->issue;
    for (size_t i = 0; i < PDOC__ISSUE_ATTRIBUTE_COUNT; i++)
        judge_value(ladder, pdoc__word(PDOC_TABLE_ISSUE_ATTRIBUTE, i), issue->values[i], NULL);
    for (size_t s = 0; s < issue->step_count; s++)
        for (size_t i = 0; i < PDOC__STEP_ATTRIBUTE_COUNT; i++)
            judge_value(ladder, pdoc__word(PDOC_TABLE_ISSUE_STEP_ATTRIBUTE, i), issue->steps[s].values[i],
                        issue->steps[s].id);
}
