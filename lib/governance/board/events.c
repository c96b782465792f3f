/* SPDX-License-Identifier: MIT */
/* What the history of one document adds to the paper for a board: what happened in the period. Judges nothing itself.
 */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "governance/board/paper.h"
#include "governance/change/ledger.h"
#include "governance/consultations/consultations.h"
#include "governance/named.h"
#include "governance/rows/judged_rows.h"

static void add_decision(struct pdoc__board_count *count, const pdoc_event *event)
{
    static const uint8_t figures[] = {
        [PDOC_DECISION_NONE] = PDOC__BOARD_NO_OUTCOME,         [PDOC_DECISION_APPROVED] = PDOC__BOARD_APPROVED,
        [PDOC_DECISION_WITH_AMENDMENTS] = PDOC__BOARD_AMENDED, [PDOC_DECISION_DEFERRED] = PDOC__BOARD_DEFERRED,
        [PDOC_DECISION_REFERRED_UP] = PDOC__BOARD_REFERRED,    [PDOC_DECISION_REJECTED] = PDOC__BOARD_REJECTED,
    };
    const char *body = pdoc__party_label(count->judge, event->by);
    struct pdoc__board_row *row = pdoc__board_row(count, PDOC__BOARD_DECISIONS, body, NULL);
    pdoc__board_add(count, PDOC__BOARD_DECISIONS, row, figures[pdoc__event_decision(event)], 1);
    pdoc__board_add(count, PDOC__BOARD_DECISIONS, row, PDOC__BOARD_DECISIONS_IN_ALL, 1);
}

static void add_assessment(struct pdoc__board_count *count, const pdoc_event *event)
{
    static const struct {
        const char *stage;
        size_t figure;
    } stages[] = {{"considered", PDOC__BOARD_CONSIDERED},
                  {"screened", PDOC__BOARD_SCREENED},
                  {"completed", PDOC__BOARD_COMPLETED},
                  {"appended", PDOC__BOARD_APPENDED}};
    const char *item = pdoc__event_says(event, PDOC__ATTRIBUTE_ITEM);
    const char *stage = pdoc__event_says(event, PDOC__ATTRIBUTE_STAGE);
    struct pdoc__board_row *row =
        pdoc__board_row(count, PDOC__BOARD_ASSESSMENTS, item, item ? pdoc__board_words(count, item) : NULL);
    size_t figure = PDOC__BOARD_OTHER_STAGE;
    for (size_t i = 0; stage && i < sizeof stages / sizeof *stages; i++)
        if (strcmp(stages[i].stage, stage) == 0)
            figure = stages[i].figure;
    pdoc__board_add(count, PDOC__BOARD_ASSESSMENTS, row, figure, 1);
    pdoc__board_add(count, PDOC__BOARD_ASSESSMENTS, row, PDOC__BOARD_ASSESSMENTS_IN_ALL, 1);
}

/* How many people an event speaks of; 0: it does not say, or no number of people. */
static int64_t people_of(const pdoc_event *event)
{
    enum { MOST_DIGITS = 9 };
    const char *number = pdoc__event_says(event, PDOC__ATTRIBUTE_NUMBER);
    const size_t digits = number ? strspn(number, "0123456789") : 0;
    return digits > 0 && digits <= MOST_DIGITS && !number[digits] ? strtol(number, NULL, 10) : 0;
}

static void add_engagement(struct pdoc__board_count *count, const pdoc_event *event)
{
    const char *group = pdoc__event_says(event, PDOC__ATTRIBUTE_GROUP);
    group = pdoc__party_label(count->judge, group ? group : event->by);
    struct pdoc__board_row *row =
        pdoc__board_row(count, PDOC__BOARD_ENGAGEMENT, group, group ? pdoc__board_words(count, group) : NULL);
    pdoc__board_add(count, PDOC__BOARD_ENGAGEMENT, row, PDOC__BOARD_TIMES, 1);
    pdoc__board_add(count, PDOC__BOARD_ENGAGEMENT, row, PDOC__BOARD_PEOPLE, people_of(event));
}

/* One row adds one kind of event that is counted by itself. */
static const struct {
    uint8_t kind;
    void (*add)(struct pdoc__board_count *count, const pdoc_event *event);
} counted[] = {
    {PDOC__EVENT_DECIDED, add_decision},
    {PDOC__EVENT_ASSESSED, add_assessment},
    {PDOC__EVENT_ENGAGED, add_engagement},
};

static void add_events(struct pdoc__board_count *count)
{
    const struct pdoc__past *past = &count->judge->past;
    for (size_t i = 0; i < past->count; i++)
        for (size_t j = 0; j < sizeof counted / sizeof *counted; j++)
            if (past->events[i]->kind == counted[j].kind && pdoc__board_has(count, past->events[i]->on))
                counted[j].add(count, past->events[i]);
}

/* ---- more time for reviews ---- */

static void add_extension(struct pdoc__board_count *count, const struct pdoc__extended *extended)
{
    struct pdoc__judge *judge = count->judge;
    const struct pdoc__extension_rule *rule = pdoc__extension_rule(judge);
    const int32_t delay = pdoc__delay(extended->from, extended->until);
    struct pdoc__board_row *row = pdoc__board_row(count, PDOC__BOARD_EXTENSIONS, extended->reason,
                                                  extended->reason ? pdoc__board_words(count, extended->reason) : NULL);
    bool cannot_tell = false;
    const bool is_wrong = rule && pdoc__extension_problem(judge, rule, extended, &cannot_tell) && !cannot_tell;
    pdoc__board_add(count, PDOC__BOARD_EXTENSIONS, row, PDOC__BOARD_GIVEN, 1);
    pdoc__board_add(count, PDOC__BOARD_EXTENSIONS, row, PDOC__BOARD_DELAY, delay);
    pdoc__board_raise(count, PDOC__BOARD_EXTENSIONS, row, PDOC__BOARD_LONGEST, delay);
    if (is_wrong)
        pdoc__board_add(count, PDOC__BOARD_EXTENSIONS, row, PDOC__BOARD_AGAINST_RULE, 1);
}

static void add_extensions(struct pdoc__board_count *count)
{
    size_t extensions = 0;
    const struct pdoc__extended *list = pdoc__extensions_of(count->judge, &extensions);
    for (size_t i = 0; i < extensions; i++)
        if (pdoc__board_has(count, list[i].event->on))
            add_extension(count, &list[i]);
}

/* ---- consultations ---- */

/* How a draft that was sent stands: who replied in time did, whatever was said. */
static size_t figure_of(const struct pdoc__consultee *entry)
{
    static const uint8_t figures[] = {
        [PDOC_REPLY_WAITING] = PDOC__BOARD_WAITING,      [PDOC_REPLY_AGREED] = PDOC__BOARD_REPLIED,
        [PDOC_REPLY_COMMENTED] = PDOC__BOARD_REPLIED,    [PDOC_REPLY_OBJECTED] = PDOC__BOARD_REPLIED,
        [PDOC_REPLY_DEEMED_AGREED] = PDOC__BOARD_DEEMED, [PDOC_REPLY_UNDETERMINED] = PDOC__BOARD_CANNOT_TELL,
        [PDOC_REPLY_NO_RESPONSE] = PDOC__BOARD_NO_REPLY, [PDOC_REPLY_LATE] = PDOC__BOARD_LATE,
        [PDOC_REPLY_CLOSED] = PDOC__BOARD_CLOSED,
    };
    if (pdoc_date_is_recorded(entry->replied) && !entry->is_late)
        return PDOC__BOARD_REPLIED;
    return figures[entry->state];
}

static void add_consultee(struct pdoc__board_count *count, const struct pdoc__consultee *entry)
{
    const bool was_sent = pdoc_date_is_recorded(entry->sent);
    if (!pdoc__board_has(count, was_sent ? entry->sent : entry->replied))
        return;
    struct pdoc__board_row *row = pdoc__board_row(count, PDOC__BOARD_CONSULTATIONS, entry->consultee, NULL);
    if (was_sent)
        pdoc__board_add(count, PDOC__BOARD_CONSULTATIONS, row, PDOC__BOARD_SENT, 1);
    pdoc__board_add(count, PDOC__BOARD_CONSULTATIONS, row, was_sent ? figure_of(entry) : PDOC__BOARD_NOT_ASKED, 1);
}

static bool add_consultations(struct pdoc__board_count *count, pdoc_error **error)
{
    static const uint64_t kinds = UINT64_C(1) << PDOC__EVENT_CONSULTATION_OPENED | UINT64_C(1) << PDOC__EVENT_RESPONDED;
    pdoc_consultations gathered = {.count = 0};
    if (!(count->judge->past.kinds & kinds))
        return true;
    const bool is_good = pdoc__consultations_gather(count->judge, false, &gathered, error);
    for (size_t i = 0; is_good && i < gathered.count; i++)
        add_consultee(count, &gathered.items[i]);
    pdoc__free(gathered.items);
    pdoc__free(gathered.engaged);
    pdoc__arena_free(&gathered.arena);
    return is_good;
}

bool pdoc__board_count_events(struct pdoc__board_count *count, pdoc_error **error)
{
    if (count->judge->past.count == 0)
        return true;
    add_events(count);
    add_extensions(count);
    return add_consultations(count, error);
}
