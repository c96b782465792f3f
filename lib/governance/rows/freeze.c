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

/* What was frozen and is changed by an event without a new version; NULL: nothing. */
static const char *frozen_change(const struct pdoc__judge *judge, const struct pdoc__freeze *freeze,
                                 const pdoc_event *event)
{
    const bool is_amended = event->kind == PDOC__EVENT_AMENDED;
    if ((!is_amended && event->kind != PDOC__EVENT_CORRECTED) || !pdoc__event_concerns(event, judge->version) ||
        is_in_new_version(judge, event))
        return NULL;
    const char *what = changed_by(event);
    const struct pdoc__amendment *class = is_amended ? pdoc__amendment_of(judge, event) : NULL;
    const bool keeps_number = class && pdoc__step_find(class->step) == PDOC__STEP_NONE;
    const bool is_frozen = what && (holds(&freeze->fields, what) || (is_amended && holds(&freeze->fields, CONTENT)));
    return is_frozen && !keeps_number && !holds(&freeze->allowed, what) ? what : NULL;
}

struct freeze_cell {
    struct pdoc__judge *judge;
    const struct pdoc__freeze *freeze;
    struct pdoc__row_answer *out;
    pdoc_outcome outcome; /* of a change */
};

#define REMEDY "Put the change back, or bring a new version to the body that decides."

static void tell_changes(const struct freeze_cell *cell)
{
    struct pdoc__judge *judge = cell->judge;
    for (size_t i = 0; i < judge->past.count; i++) {
        const pdoc_event *event = judge->past.events[i];
        const char *what = frozen_change(judge, cell->freeze, event);
        if (what)
            pdoc__row_tell(
                judge, cell->out,
                &(struct pdoc__row_answer){.outcome = cell->outcome,
                                           .modality = cell->out->modality,
                                           .place = pdoc__phrase_event(judge, event),
                                           .expected = "no change without a new version",
                                           .found = what,
                                           .message = PDOC__PHRASE(judge, "\"", what, "\" was changed on ",
                                                                   pdoc__phrase_date(judge, event->on),
                                                                   ", after the decision, without a new version"),
                                           .remedy = REMEDY});
    }
}

static void tell_hash(const struct freeze_cell *cell, const struct pdoc__hash_change *change)
{
    pdoc__row_tell(
        cell->judge, cell->out,
        &(struct pdoc__row_answer){.outcome = cell->outcome,
                                   .modality = cell->out->modality,
                                   .place = pdoc__phrase_event(cell->judge, change->event),
                                   .expected = change->before,
                                   .found = change->after,
                                   .message = "the content is no longer that which was decided on: its hash differs",
                                   .remedy = REMEDY});
}

static void tell_no_hash(const struct freeze_cell *cell)
{
    pdoc__row_tell(
        cell->judge, cell->out,
        &(struct pdoc__row_answer){
            .outcome = PDOC_OUTCOME_UNDETERMINED,
            .modality = cell->out->modality,
            .place = "history",
            .expected = "no change without a new version",
            .found = "no hash",
            .message = "no hash of its content was taken down after the decision, so that a change could not be seen",
            .remedy = "Take down the hash of the content (event \"attested\", attribute sha256)."});
}

void pdoc__judge_freeze(struct pdoc__judge *judge, size_t row, struct pdoc__row_answer *out)
{
    const struct pdoc__freeze *freeze = &judge->profile->freezes[row];
    const pdoc_truth applies = pdoc__predicate(judge, freeze->when, NULL, NULL);
    if (applies == PDOC_FALSE || !judge->version || !pdoc__approval_of(judge, judge->version))
        return;
    struct pdoc__hash_change change;
    bool is_attested;
    const struct freeze_cell cell = {judge, freeze, out,
                                     applies == PDOC_TRUE ? PDOC_OUTCOME_NOT_MET : PDOC_OUTCOME_UNDETERMINED};
    const bool has_changed = pdoc__content_changed(judge, judge->version, &change, &is_attested);
    out->outcome = PDOC_OUTCOME_MET;
    out->expected = "no change without a new version";
    out->found = "no such change";
    if (has_changed && holds(&freeze->fields, CONTENT))
        tell_hash(&cell, &change);
    tell_changes(&cell);
    if (freeze->needs_hash && !is_attested)
        tell_no_hash(&cell);
}
