/* SPDX-License-Identifier: MIT */
/* Time that was given for reviews: from which due day to which, how often and how long without a completed review, and
   what a rule says to that. Knows nothing of reports. */
#include "governance/change/ledger.h"

#include <string.h>

#include "governance/rows/judged_rows.h"

static bool is_set(pdoc_offset offset)
{
    return offset.months != 0 || offset.count != 0;
}

/* When the review was due, as it stood on the day before: the judge's own question, asked of an earlier day. */
static int32_t due_before(struct pdoc__judge *judge, pdoc_date on)
{
    const int32_t day = pdoc__interval_of(on).first - 1;
    pdoc_basis basis = {.size = sizeof basis,
                        .as_of = pdoc__day_date(day),
                        .profile = judge->override,
                        .profiles = judge->set,
                        .calendar = judge->calendar};
    struct pdoc__judge earlier;
    int32_t due = PDOC__NO_DAY;
    if (!pdoc_date_is_recorded(basis.as_of))
        return due;
    if (judge->known_day != INT32_MAX)
        basis.known_on = pdoc__day_date(judge->known_day);
    if (pdoc__judge_begin(&earlier, judge->reg, &basis, NULL) && pdoc__judge_take(&earlier, judge->doc, NULL))
        due = pdoc__due(&earlier)->due;
    else
        judge->out_of_memory = true; /* the basis is one that was used already */
    judge->out_of_memory |= earlier.out_of_memory;
    pdoc__judge_end(&earlier);
    return due;
}

/* One more; `last` is the one before it in the same cycle, or NULL. */
static struct pdoc__extended entry_of(struct pdoc__judge *judge, const pdoc_event *event,
                                      const struct pdoc__extended *last)
{
    const struct pdoc__event_value *until = pdoc__event_value(event, PDOC__ATTRIBUTE_UNTIL);
    struct pdoc__extended entry = {.event = event, .reason = pdoc__event_says(event, PDOC__ATTRIBUTE_REASON)};
    entry.until = until ? pdoc__interval_of(until->date).last : PDOC__NO_DAY;
    entry.number = last ? last->number + 1 : 1;
    entry.first_due = last ? last->first_due : due_before(judge, event->on);
    const bool goes_on = last && last->until > entry.first_due;
    entry.from = goes_on ? last->until : entry.first_due;
    return entry;
}

static size_t count_of(const struct pdoc__past *past, enum pdoc__event_kind kind)
{
    size_t count = 0;
    for (size_t i = 0; i < past->count; i++)
        count += past->events[i]->kind == kind;
    return count;
}

const struct pdoc__extended *pdoc__extensions_of(struct pdoc__judge *judge, size_t *count)
{
    const struct pdoc__past *past = &judge->past;
    *count = 0;
    if (!judge->doc || (past->kinds >> PDOC__EVENT_EXTENDED & 1) == 0)
        return NULL;
    const size_t room = count_of(past, PDOC__EVENT_EXTENDED);
    struct pdoc__extended *list = pdoc__arena_alloc(&judge->scratch, room * sizeof *list, NULL);
    judge->out_of_memory |= !list;
    size_t cycle = 0; /* where it begins */
    for (size_t i = 0; list && i < past->count; i++) {
        if (past->events[i]->kind == PDOC__EVENT_REVIEWED)
            cycle = *count;
        if (past->events[i]->kind != PDOC__EVENT_EXTENDED)
            continue;
        list[*count] = entry_of(judge, past->events[i], *count > cycle ? &list[*count - 1] : NULL);
        (*count)++;
    }
    for (size_t i = cycle; list && i < *count; i++)
        list[i].is_of_this_cycle = true;
    return list;
}

const struct pdoc__extension_rule *pdoc__extension_rule(struct pdoc__judge *judge)
{
    const pdoc_profile *profile = judge->profile;
    for (size_t i = 0; profile && i < profile->counts[PDOC_PROFILE_EXTENSIONS]; i++) {
        const struct pdoc__extension_rule *rule = &profile->extensions[i];
        if (pdoc__rule_applies(judge, &rule->rule) && pdoc__predicate(judge, rule->when, NULL, NULL) == PDOC_TRUE)
            return rule;
    }
    return NULL;
}

/* ---- limits ---- */

/* The last day that an offset from a day permits; PDOC__NO_DAY: no limit, or it cannot be told. */
static int32_t limit_from(const struct pdoc__judge *judge, int32_t day, pdoc_offset offset)
{
    struct pdoc__interval limit;
    const struct pdoc__interval from = {day, day};
    if (!is_set(offset) || day == PDOC__NO_DAY || !pdoc__reckon(judge, from, offset, &limit, NULL))
        return PDOC__NO_DAY;
    return limit.last;
}

const char *pdoc__extension_left(struct pdoc__judge *judge, const struct pdoc__extension_rule *rule,
                                 const struct pdoc__extended *extended)
{
    if (rule->is_forbidden)
        return "none may be given";
    const uint32_t given = extended ? extended->number : 0;
    const int32_t due = extended ? extended->first_due : pdoc__due(judge)->due;
    const int32_t last = limit_from(judge, due, rule->most_total);
    const char *count = "";
    if (rule->most_count > 0 && given >= rule->most_count)
        return "no more may be given without a review";
    if (rule->most_count > 0)
        count = PDOC__PHRASE(judge, pdoc__phrase_number(judge, (int64_t)rule->most_count - given), " more");
    const char *day = last == PDOC__NO_DAY ? "" : PDOC__PHRASE(judge, "no later than ", pdoc__phrase_day(judge, last));
    return PDOC__PHRASE(judge, count, *count && *day ? ", " : "", day);
}

/* ---- one rule, one extension: each question gives a sentence, or NULL where all is well ---- */

struct question {
    struct pdoc__judge *judge;
    const struct pdoc__extension_rule *rule;
    const struct pdoc__extended *extended;
    const char *expected;
    const char *found;
    bool cannot_tell;
};

static const char *ask_forbidden(struct question *ask)
{
    ask->expected = "none may be given";
    return ask->rule->is_forbidden ? "more time was given for the review, which is not allowed" : NULL;
}

static const char *ask_by(struct question *ask)
{
    const struct pdoc__parties *by = &ask->rule->by;
    if (by->names.count == 0)
        return NULL;
    const char *name = ask->extended->event->by;
    const pdoc_truth is_right = pdoc__is_one_of(ask->judge, name, by);
    if (is_right == PDOC_TRUE)
        return NULL;
    ask->cannot_tell = is_right == PDOC_UNKNOWN;
    ask->expected = pdoc__phrase_parties(ask->judge, by, " or ");
    ask->found = name ? name : "nobody named";
    return PDOC__PHRASE(ask->judge, "more time was given by ", ask->found, ", and it is for ", ask->expected,
                        " to give it");
}

static const char *ask_reason(struct question *ask)
{
    const struct pdoc__texts *reasons = &ask->rule->reasons;
    const char *reason = ask->extended->reason;
    const bool has_words = pdoc__event_says(ask->extended->event, PDOC__ATTRIBUTE_RATIONALE) != NULL;
    ask->expected = reasons->count > 0 ? "a reason of the profile's" : "a reason";
    ask->found = reason ? reason : "nothing recorded";
    if (reasons->count > 0 && reason && !pdoc__texts_hold(reasons, reason))
        return PDOC__PHRASE(ask->judge, "more time was given for the reason \"", reason,
                            "\", which is none of the profile's");
    const bool is_missing = ask->rule->needs_reason && !reason && (reasons->count > 0 || !has_words);
    return is_missing ? "more time was given, and no reason is recorded" : NULL;
}

static const char *ask_until(struct question *ask)
{
    const bool has_limit = is_set(ask->rule->most_each) || is_set(ask->rule->most_total);
    ask->expected = ask->extended->until == PDOC__NO_DAY ? "the day until which time was given"
                                                         : "the day on which the review was due";
    ask->found = "nothing that can be told";
    if (ask->extended->until == PDOC__NO_DAY) {
        ask->cannot_tell = has_limit || ask->rule->moves_date;
        return ask->cannot_tell ? "more time was given, and until when is not recorded" : NULL;
    }
    ask->cannot_tell = has_limit && ask->extended->from == PDOC__NO_DAY;
    return ask->cannot_tell ? "more time was given, and from which due day it counts cannot be told" : NULL;
}

static const char *too_late(struct question *ask, int32_t limit, const char *what)
{
    if (limit == PDOC__NO_DAY || ask->extended->until <= limit)
        return NULL;
    const char *last = pdoc__phrase_day(ask->judge, limit);
    ask->expected = PDOC__PHRASE(ask->judge, "no later than ", last);
    return PDOC__PHRASE(ask->judge, "time was given ", ask->found, what, last);
}

static const char *ask_each(struct question *ask)
{
    return too_late(ask, limit_from(ask->judge, ask->extended->from, ask->rule->most_each),
                    "; one extension reaches no further than ");
}

static const char *ask_total(struct question *ask)
{
    return too_late(ask, limit_from(ask->judge, ask->extended->first_due, ask->rule->most_total),
                    "; without a completed review none reaches further than ");
}

static const char *ask_count(struct question *ask)
{
    const uint32_t most = ask->rule->most_count;
    if (most == 0 || ask->extended->number <= most)
        return NULL;
    const char *number = pdoc__phrase_number(ask->judge, ask->extended->number);
    const char *last = pdoc__phrase_number(ask->judge, most);
    ask->expected = PDOC__PHRASE(ask->judge, "at most ", last, " without a completed review");
    ask->found = PDOC__PHRASE(ask->judge, "number ", number);
    return PDOC__PHRASE(ask->judge, "it is extension number ", number, " without a completed review, and the most is ",
                        last);
}

size_t pdoc__extension_problems(struct pdoc__judge *judge, const struct pdoc__extension_rule *rule,
                                const struct pdoc__extended *extended, struct pdoc__extension_problem *out)
{
    static const char *(*const questions[PDOC__EXTENSION_QUESTIONS])(struct question * ask) = {
        ask_forbidden, ask_count, ask_each, ask_total, ask_by, ask_reason, ask_until};
    const char *until = extended->until == PDOC__NO_DAY
                            ? "until a day that is not recorded"
                            : PDOC__PHRASE(judge, "until ", pdoc__phrase_day(judge, extended->until));
    size_t count = 0;
    for (size_t i = 0; i < PDOC__EXTENSION_QUESTIONS; i++) {
        struct question ask = {.judge = judge, .rule = rule, .extended = extended, .found = until};
        const char *problem = questions[i](&ask);
        if (problem)
            out[count++] = (struct pdoc__extension_problem){problem, ask.expected, ask.found, ask.cannot_tell};
    }
    return count;
}

const char *pdoc__extension_problem(struct pdoc__judge *judge, const struct pdoc__extension_rule *rule,
                                    const struct pdoc__extended *extended, bool *cannot_tell)
{
    struct pdoc__extension_problem all[PDOC__EXTENSION_QUESTIONS];
    const size_t count = pdoc__extension_problems(judge, rule, extended, all);
    const char *words = NULL;
    *cannot_tell = count > 0;
    for (size_t i = 0; i < count; i++) {
        words = words ? PDOC__PHRASE(judge, words, "; ", all[i].words) : all[i].words;
        *cannot_tell = *cannot_tell && all[i].cannot_tell;
    }
    return words;
}

const pdoc_event *pdoc__moving_extension(struct pdoc__judge *judge, const struct pdoc__extension_rule **rule)
{
    if (!pdoc__extension(judge))
        return NULL;
    *rule = pdoc__extension_rule(judge);
    if (!*rule || !(*rule)->moves_date || (*rule)->is_forbidden)
        return NULL;
    size_t count;
    const struct pdoc__extended *list = pdoc__extensions_of(judge, &count);
    for (size_t i = count; i > 0 && list[i - 1].is_of_this_cycle; i--) {
        bool cannot_tell;
        const char *problem = pdoc__extension_problem(judge, *rule, &list[i - 1], &cannot_tell);
        if (list[i - 1].until != PDOC__NO_DAY && !problem)
            return list[i - 1].event;
    }
    return NULL;
}
