/* SPDX-License-Identifier: MIT */
/* What was frozen with the decision, and changed without a new version: by a recorded event, or by the hash of its
 * content.
 */
#include <string.h>

#include "governance/change/ledger.h"
#include "governance/rows/rows.h"

#define CONTENT "content"

/* Words that stand for several fields. Post-holders are all cells that name somebody; locations all that name a place.
 */
static bool is_in_group(const char *word, const char *field)
{
    const int known = pdoc_table_find(PDOC_TABLE_FIELD, field);
    if (strcmp(word, "post-holders") == 0)
        return known >= 0 && pdoc__field_types[known] == PDOC__PARTY && strcmp(field, "consultation") != 0;
    if (strcmp(word, "locations") == 0)
        return strncmp(field, "location", strlen("location")) == 0 || strcmp(field, "publication") == 0;
    if (strcmp(word, "cross-references") == 0)
        return known >= 0 && pdoc__field_types[known] == PDOC__LIST;
    return false;
}

static bool holds(const struct pdoc__texts *words, const char *field)
{
    for (size_t i = 0; i < words->count; i++)
        if (strcmp(words->items[i], field) == 0 || is_in_group(words->items[i], field))
            return true;
    return false;
}

/* What an event says that it changed. An amendment changed the text, whatever part of it is named. */
static const char *changed_by(const pdoc_event *event)
{
    const char *field = pdoc__event_says(event, PDOC__ATTRIBUTE_FIELD);
    if (event->kind == PDOC__EVENT_CORRECTED)
        return field;
    const char *item = pdoc__event_says(event, PDOC__ATTRIBUTE_ITEM);
    return field ? field : item ? item : CONTENT;
}

/* Did a new version take the change up? One that was begun, or decided on, no earlier than it. */
static bool is_in_new_version(const struct pdoc__judge *judge, const pdoc_event *event)
{
    for (size_t i = 0; i < judge->doc->version_count; i++)
        if (judge->doc->versions[i]->ordinal > judge->version->ordinal)
            return true;
    const pdoc_event *approval = pdoc__approval_of(judge, judge->version);
    return pdoc_date_is_before(approval->on, event->on) == PDOC_FALSE;
}

static const pdoc_event *first_change(const struct pdoc__judge *judge, const struct pdoc__freeze *freeze,
                                      const char **what)
{
    for (size_t i = 0; i < judge->past.count; i++) {
        const pdoc_event *event = judge->past.events[i];
        const bool is_change = event->kind == PDOC__EVENT_AMENDED || event->kind == PDOC__EVENT_CORRECTED;
        if (!is_change || !pdoc__event_concerns(event, judge->version) || is_in_new_version(judge, event))
            continue;
        *what = changed_by(event);
        const struct pdoc__amendment *class =
            event->kind == PDOC__EVENT_AMENDED ? pdoc__amendment_of(judge, event) : NULL;
        const bool keeps_number = class && pdoc__step_find(class->step) == PDOC__STEP_NONE;
        const bool is_frozen = *what && (holds(&freeze->fields, *what) ||
                                         (event->kind == PDOC__EVENT_AMENDED && holds(&freeze->fields, CONTENT)));
        if (is_frozen && !keeps_number && !holds(&freeze->allowed, *what))
            return event;
    }
    return NULL;
}

static void say_change(struct pdoc__judge *judge, const pdoc_event *event, const char *what,
                       struct pdoc__row_answer *out)
{
    out->outcome = PDOC_OUTCOME_NOT_MET;
    out->place = pdoc__phrase_event(judge, event);
    out->found = what;
    out->message = PDOC__PHRASE(judge, "\"", what, "\" was changed on ", pdoc__phrase_date(judge, event->on),
                                ", after the decision, without a new version");
}

static void say_hash(struct pdoc__judge *judge, const struct pdoc__hash_change *change, struct pdoc__row_answer *out)
{
    out->outcome = PDOC_OUTCOME_NOT_MET;
    out->place = pdoc__phrase_event(judge, change->event);
    out->found = change->after;
    out->expected = change->before;
    out->message = "the content is no longer that which was decided on: its hash differs";
}

void pdoc__judge_freeze(struct pdoc__judge *judge, size_t row, struct pdoc__row_answer *out)
{
    const struct pdoc__freeze *freeze = &judge->profile->freezes[row];
    const pdoc_truth applies = pdoc__predicate(judge, freeze->when, NULL, NULL);
    if (applies == PDOC_FALSE || !judge->version || !pdoc__approval_of(judge, judge->version))
        return;
    struct pdoc__hash_change change;
    bool is_attested;
    const char *what = NULL;
    const bool holds_content = holds(&freeze->fields, CONTENT);
    const bool has_changed = pdoc__content_changed(judge, judge->version, &change, &is_attested) && holds_content;
    const pdoc_event *event = has_changed ? NULL : first_change(judge, freeze, &what);
    out->outcome = PDOC_OUTCOME_MET;
    out->expected = "no change without a new version";
    out->found = "no such change";
    out->remedy = "Put the change back, or bring a new version to the body that decides.";
    if (has_changed)
        say_hash(judge, &change, out);
    else if (event)
        say_change(judge, event, what, out);
    else if (freeze->needs_hash && !is_attested) {
        out->outcome = PDOC_OUTCOME_UNDETERMINED;
        out->place = "history";
        out->found = "no hash";
        out->message = "no hash of its content was taken down after the decision, so that a change could not be seen";
        out->remedy = "Take down the hash of the content (event \"attested\", attribute sha256).";
    }
    if (out->outcome == PDOC_OUTCOME_NOT_MET && applies == PDOC_UNKNOWN)
        out->outcome = PDOC_OUTCOME_UNDETERMINED;
}
