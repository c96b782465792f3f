/* SPDX-License-Identifier: MIT */
/* What speaks against a release: no decision, another content, a wrong number, a day that is too early. */
#include <string.h>

#include "base/text.h"
#include "base/error.h"
#include "governance/change/ledger.h"
#include "governance/rows/matrix.h"
#include "governance/rows/rows.h"
#include "keeping/release.h"

/* The row that says how a version is released, or what is frozen: for the clause. */
static const char *clause_of(struct pdoc__releasing *work, bool is_of_content)
{
    const pdoc_profile *profile = work->judge.profile;
    for (size_t i = 0; is_of_content && profile && i < profile->counts[PDOC_PROFILE_FREEZES]; i++)
        if (pdoc__rule_applies(&work->judge, &profile->freezes[i].rule) &&
            pdoc__texts_hold(&profile->freezes[i].fields, "content"))
            return profile->freezes[i].rule.clause;
    for (size_t i = 0; !is_of_content && profile && i < profile->counts[PDOC_PROFILE_TRANSITIONS]; i++)
        if (profile->transitions[i].event_kind == PDOC__EVENT_RELEASED &&
            pdoc__rule_applies(&work->judge, &profile->transitions[i].rule))
            return profile->transitions[i].rule.clause;
    return NULL;
}

static bool object(struct pdoc__releasing *work, pdoc_objection kind, const char *rule, const char *message,
                   const char *remedy)
{
    const bool is_of_content = strcmp(rule, "release-content") == 0;
    const struct pdoc__objection said = {
        .document = work->doc->id,
        .rule = rule,
        .clause = kind == PDOC_OBJECTION_REFUSAL ? clause_of(work, is_of_content) : NULL,
        .place = PDOC__PHRASE(&work->judge, "version/", pdoc__phrase_number(&work->judge, work->version->ordinal)),
        .message = message,
        .remedy = remedy};
    return pdoc__change_object(work->change, kind, &said, work->error);
}

static const char *number_of(struct pdoc__releasing *work)
{
    return PDOC__PHRASE(&work->judge, "version ", pdoc__phrase_number(&work->judge, work->version->ordinal));
}

/* Is it decided by the sheet alone? */
static bool is_printed_approval(struct pdoc__releasing *work)
{
    const struct pdoc__phase phase = pdoc__phase_of(&work->judge, work->version);
    return phase.printed && (phase.phase == PDOC_PHASE_APPROVED || phase.phase == PDOC_PHASE_IN_FORCE);
}

static bool check_decision(struct pdoc__releasing *work)
{
    const pdoc_event *decision = work->decision;
    struct pdoc__judge *judge = &work->judge;
    if (!decision)
        return is_printed_approval(work) ||
               object(work, PDOC_OBJECTION_REFUSAL, "release-undecided",
                      PDOC__PHRASE(judge, "no decision is recorded that approves ", number_of(work)),
                      "Record the decision first (event \"decided\", with its outcome).");
    if (!pdoc__event_approves(decision) || !pdoc__event_counts(judge, decision))
        return object(work, PDOC_OBJECTION_REFUSAL, "release-undecided",
                      PDOC__PHRASE(judge, "the event ", decision->id,
                                   " is no decision that approves, holds and was made by ",
                                   pdoc__phrase_date(judge, judge->as_of)),
                      "Name the decision that approves this version.");
    if (decision->version != 0 && decision->version != work->version->ordinal)
        return object(work, PDOC_OBJECTION_REFUSAL, "release-decision",
                      PDOC__PHRASE(judge, "the decision ", decision->id, " is about version ",
                                   pdoc__phrase_number(judge, decision->version), ", not about ", number_of(work)),
                      "Name the decision that approves this version.");
    if (pdoc_date_is_before(work->what->on, decision->on) == PDOC_TRUE)
        return object(work, PDOC_OBJECTION_REFUSAL, "release-undecided",
                      PDOC__PHRASE(judge, "it was decided on only on ", pdoc__phrase_date(judge, decision->on), " (",
                                   decision->id, ")"),
                      "Release it on that day or later.");
    return true;
}

static bool check_effective(struct pdoc__releasing *work)
{
    const struct pdoc__event_value *decided =
        work->decision ? pdoc__event_value(work->decision, PDOC__ATTRIBUTE_EFFECTIVE) : NULL;
    if (!decided || !pdoc_date_is_recorded(decided->date) ||
        pdoc_date_is_before(work->effective, decided->date) != PDOC_TRUE)
        return true;
    return object(work, PDOC_OBJECTION_REFUSAL, "release-early",
                  PDOC__PHRASE(&work->judge, "the decision ", work->decision->id, " puts it into force on ",
                               pdoc__phrase_date(&work->judge, decided->date), ", not on ",
                               pdoc__phrase_date(&work->judge, work->effective)),
                  "Keep to the day that was decided on, or later.");
}

struct hashes {
    const char *other; /* one that differs; NULL: none */
    bool is_there;     /* the same one */
};

static void hold_against(const char *hash, const char *wanted, struct hashes *out)
{
    if (hash && pdoc__text_same(hash, wanted))
        out->is_there = true;
    else if (hash)
        out->other = hash;
}

/* The hashes that are recorded of a version. */
static struct hashes hashes_of(struct pdoc__releasing *work, const struct pdoc_version *version)
{
    const struct pdoc__past *past = &work->judge.past;
    struct hashes found = {0};
    for (size_t i = 0; i < version->content_count; i++)
        hold_against(version->contents[i].sha256, work->what->sha256, &found);
    for (size_t i = 0; i < past->count; i++)
        if (past->events[i]->version == version->ordinal &&
            (past->events[i]->kind == PDOC__EVENT_ATTESTED || past->events[i]->kind == PDOC__EVENT_DECIDED))
            hold_against(pdoc__event_says(past->events[i], PDOC__ATTRIBUTE_SHA256), work->what->sha256, &found);
    return found;
}

static bool check_content(struct pdoc__releasing *work)
{
    const struct hashes own = hashes_of(work, work->version);
    const bool is_decided = work->decision != NULL || is_printed_approval(work);
    if (is_decided && own.other && !own.is_there &&
        !object(work, PDOC_OBJECTION_REFUSAL, "release-content",
                PDOC__PHRASE(&work->judge, "the content has the hash ", work->what->sha256,
                             ", and what was decided on ", own.other),
                "Release the content that was decided on, or bring the new one to the body that decides."))
        return false;
    return true;
}

bool pdoc__release_check_same(struct pdoc__releasing *work)
{
    if (!work->before || !hashes_of(work, work->before).is_there)
        return true;
    return object(work, PDOC_OBJECTION_WARNING, "content-same",
                  PDOC__PHRASE(&work->judge, "the content is the same, byte by byte, as that of version ",
                               pdoc__phrase_number(&work->judge, work->before->ordinal)),
                  "Make sure that this is the right file; without a change a review that reaffirms it is enough.");
}

static bool check_phase(struct pdoc__releasing *work)
{
    const uint8_t phase = pdoc__phase_of(&work->judge, work->version).phase;
    const struct pdoc__past *past = &work->judge.past;
    if (phase == PDOC_PHASE_SUPERSEDED || phase == PDOC_PHASE_WITHDRAWN || phase == PDOC_PHASE_ARCHIVED)
        return object(
            work, PDOC_OBJECTION_REFUSAL, "release-over",
            PDOC__PHRASE(&work->judge, number_of(work), " is ", pdoc_table_code(PDOC_TABLE_PHASE, phase), " already"),
            "Release a version that is still to come.");
    for (size_t i = 0; i < past->count; i++)
        if (past->events[i]->kind == PDOC__EVENT_RELEASED && past->events[i]->version == work->version->ordinal)
            return object(work, PDOC_OBJECTION_WARNING, "release-again",
                          PDOC__PHRASE(&work->judge, "it was released already on ",
                                       pdoc__phrase_date(&work->judge, past->events[i]->on), " (", past->events[i]->id,
                                       ")"),
                          "If that was a mistake, correct it first.");
    return true;
}

/* What the scheme of the profile says of the number of the version; NULL: nothing is wrong with it. */
static const char *problem_of_number(struct pdoc__releasing *work, const struct pdoc__scheme *scheme,
                                     const char **remedy)
{
    struct pdoc__row_answer answer = {.outcome = PDOC_OUTCOME_NOT_APPLICABLE};
    pdoc__judge_scheme(&work->judge, (size_t)(scheme - work->judge.profile->schemes), &answer);
    const char *place =
        PDOC__PHRASE(&work->judge, "version/", pdoc__phrase_number(&work->judge, work->version->ordinal));
    *remedy = answer.remedy;
    return answer.outcome == PDOC_OUTCOME_NOT_MET && strcmp(answer.place, place) == 0 ? answer.message : NULL;
}

/* A number that was missing, and is wrong now, breaks no rule anew: the release itself objects to it. */
bool pdoc__release_check_number(struct pdoc__releasing *work, bool was_wrong)
{
    struct pdoc__judge *judge = &work->judge;
    const char *remedy = NULL;
    if (!was_wrong)
        return true;
    judge->wanted = work->version;
    if (!pdoc__judge_take(judge, work->doc, work->error))
        return false;
    const struct pdoc__scheme *scheme = pdoc__scheme_of(judge);
    const char *problem = scheme ? problem_of_number(work, scheme, &remedy) : NULL;
    const struct pdoc__objection said = {
        .document = work->doc->id,
        .rule = scheme ? scheme->rule.id : NULL,
        .clause = scheme ? scheme->rule.clause : NULL,
        .place = PDOC__PHRASE(judge, "version/", pdoc__phrase_number(judge, work->version->ordinal)),
        .message = problem,
        .remedy = remedy};
    return !problem || pdoc__change_object(work->change, PDOC_OBJECTION_REFUSAL, &said, work->error);
}

bool pdoc__release_has_wrong_number(struct pdoc__releasing *work)
{
    const struct pdoc__scheme *scheme = pdoc__scheme_of(&work->judge);
    const char *remedy;
    return scheme && problem_of_number(work, scheme, &remedy);
}

bool pdoc__release_check(struct pdoc__releasing *work)
{
    const bool is_well = check_decision(work) && check_effective(work) && check_content(work) && check_phase(work);
    if (is_well && work->judge.out_of_memory)
        pdoc__fail_memory(work->error);
    return is_well && !work->judge.out_of_memory;
}
