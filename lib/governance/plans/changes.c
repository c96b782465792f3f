/* SPDX-License-Identifier: MIT */
/* What differs between two schedules of one register, document by document. Judges nothing, and works out no days. */
#include "governance/plans/changes.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "governance/judge.h"

static void changes_free(pdoc_changes *changes)
{
    pdoc__free(changes->items);
    pdoc__pool_free(&changes->pool);
    pdoc__arena_free(&changes->arena);
    pdoc__free(changes);
}

static bool is_overdue(pdoc_review_state state)
{
    return state >= PDOC_REVIEW_OVERDUE;
}

static struct pdoc__stand stand_in(const pdoc_schedule *schedule, size_t entry)
{
    const pdoc_profile *profile = pdoc_schedule_profile(schedule, entry);
    return (struct pdoc__stand){.due = pdoc_schedule_due(schedule, entry),
                                .rule = pdoc_schedule_rule(schedule, entry),
                                .profile = profile ? pdoc_profile_id(profile) : NULL,
                                .state = pdoc_schedule_state(schedule, entry)};
}

/* The first of the kinds that holds: to be overdue, or no longer, weighs more than the day. False: nothing differs. */
static bool kind_of(const struct pdoc__stand *before, const struct pdoc__stand *after, uint8_t *kind)
{
    const bool was_due = pdoc_date_is_recorded(before->due);
    const bool is_due = pdoc_date_is_recorded(after->due);
    const int order = was_due && is_due ? pdoc_date_compare(after->due, before->due) : 0;
    const struct {
        bool holds;
        pdoc_change_kind kind;
    } kinds[] = {
        {!is_overdue(before->state) && is_overdue(after->state), PDOC_CHANGE_BECOMES_OVERDUE},
        {is_overdue(before->state) && !is_overdue(after->state), PDOC_CHANGE_NO_LONGER_OVERDUE},
        {order < 0, PDOC_CHANGE_EARLIER},
        {order > 0, PDOC_CHANGE_LATER},
        {!was_due && is_due, PDOC_CHANGE_DATE_GAINED},
        {was_due && !is_due, PDOC_CHANGE_DATE_LOST},
        {before->state != after->state, PDOC_CHANGE_STATE_ONLY},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (!kinds[i].holds)
            continue;
        *kind = (uint8_t)kinds[i].kind;
        return true;
    }
    return false;
}

static bool pool(pdoc_changes *changes, const char **text, pdoc_error **error)
{
    if (!*text)
        return true;
    *text = pdoc__pool_add(&changes->pool, &changes->arena, *text, strlen(*text), error);
    return *text != NULL;
}

static bool hold(pdoc_changes *changes, struct pdoc__stand *stand, pdoc_error **error)
{
    return pool(changes, &stand->rule, error) && pool(changes, &stand->profile, error);
}

static bool take_side(pdoc_changes *changes, const pdoc_schedule *schedule, struct pdoc__side *side, pdoc_error **error)
{
    const pdoc_calendar *calendar = pdoc__schedule_calendar(schedule);
    const pdoc_profile *asked = pdoc__schedule_asked(schedule);
    *side = (struct pdoc__side){.as_of = pdoc_schedule_as_of(schedule),
                                .profile = asked ? pdoc_profile_id(asked) : NULL,
                                .calendar = calendar ? pdoc_calendar_id(calendar) : NULL};
    if (calendar)
        side->calendar_as_of = pdoc_calendar_as_of(calendar);
    return pool(changes, &side->profile, error) && pool(changes, &side->calendar, error);
}

static int compare(const void *left, const void *right)
{
    const struct pdoc__change *a = left;
    const struct pdoc__change *b = right;
    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    return (a->document > b->document) - (a->document < b->document);
}

static bool compare_entry(pdoc_changes *changes, const pdoc_schedule *before, const pdoc_schedule *after, size_t entry,
                          pdoc_error **error)
{
    const size_t document = pdoc_schedule_document_index(before, entry);
    const size_t other = pdoc_schedule_find(after, document);
    if (other == SIZE_MAX) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "the two schedules are not of the same documents");
        return false;
    }
    struct pdoc__change change = {
        .before = stand_in(before, entry), .after = stand_in(after, other), .document = (uint32_t)document};
    changes->overdue_before += is_overdue(change.before.state);
    changes->overdue_after += is_overdue(change.after.state);
    if (!kind_of(&change.before, &change.after, &change.kind)) {
        changes->same++;
        return true;
    }
    if (!hold(changes, &change.before, error) || !hold(changes, &change.after, error))
        return false;
    changes->kinds[change.kind]++;
    changes->items[changes->count++] = change;
    return true;
}

static bool fill(pdoc_changes *changes, const pdoc_schedule *before, const pdoc_schedule *after, pdoc_error **error)
{
    const size_t count = pdoc_schedule_count(before);
    changes->items = pdoc__alloc_zero(count + 1, sizeof *changes->items, error);
    for (size_t entry = 0; changes->items && entry < count; entry++)
        if (!compare_entry(changes, before, after, entry, error))
            return false;
    if (changes->count > 1)
        qsort(changes->items, changes->count, sizeof *changes->items, compare);
    return changes->items != NULL;
}

static const struct pdoc__change *change_at(const pdoc_changes *changes, size_t index)
{
    return changes && index < changes->count ? &changes->items[index] : NULL;
}

pdoc_changes *pdoc_schedule_compare(const pdoc_schedule *before, const pdoc_schedule *after, pdoc_error **error)
{
    if (!before || !after) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "two schedules of one register are needed");
        return NULL;
    }
    if (pdoc_schedule_count(before) != pdoc_schedule_count(after)) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT,
                   "the two schedules are not of the same register: one has %lu documents, the other %lu",
                   (unsigned long)pdoc_schedule_count(before), (unsigned long)pdoc_schedule_count(after));
        return NULL;
    }
    pdoc_changes *changes = pdoc__alloc_zero(1, sizeof *changes, error);
    if (!changes)
        return NULL;
    atomic_init(&changes->references, 1);
    if (take_side(changes, before, &changes->before, error) && take_side(changes, after, &changes->after, error) &&
        fill(changes, before, after, error))
        return changes;
    changes_free(changes);
    return NULL;
}

pdoc_changes *pdoc_changes_ref(pdoc_changes *changes)
{
    if (changes)
        atomic_fetch_add_explicit(&changes->references, 1, memory_order_relaxed);
    return changes;
}

void pdoc_changes_unref(pdoc_changes *changes)
{
    if (changes && atomic_fetch_sub_explicit(&changes->references, 1, memory_order_acq_rel) == 1)
        changes_free(changes);
}

size_t pdoc_changes_count(const pdoc_changes *changes)
{
    return changes ? changes->count : 0;
}

size_t pdoc_changes_same_count(const pdoc_changes *changes)
{
    return changes ? changes->same : 0;
}

size_t pdoc_changes_kind_count(const pdoc_changes *changes, pdoc_change_kind kind)
{
    return changes && (size_t)kind < PDOC__CHANGE_KINDS ? changes->kinds[kind] : 0;
}

pdoc_change_kind pdoc_changes_kind(const pdoc_changes *changes, size_t index)
{
    const struct pdoc__change *change = change_at(changes, index);
    return change ? (pdoc_change_kind)change->kind : PDOC_CHANGE_STATE_ONLY;
}

size_t pdoc_changes_document_index(const pdoc_changes *changes, size_t index)
{
    const struct pdoc__change *change = change_at(changes, index);
    return change ? change->document : SIZE_MAX;
}

pdoc_date pdoc_changes_due_before(const pdoc_changes *changes, size_t index)
{
    const struct pdoc__change *change = change_at(changes, index);
    return change ? change->before.due : (pdoc_date){0, 0, 0};
}

pdoc_date pdoc_changes_due_after(const pdoc_changes *changes, size_t index)
{
    const struct pdoc__change *change = change_at(changes, index);
    return change ? change->after.due : (pdoc_date){0, 0, 0};
}

pdoc_review_state pdoc_changes_state_before(const pdoc_changes *changes, size_t index)
{
    const struct pdoc__change *change = change_at(changes, index);
    return change ? change->before.state : PDOC_REVIEW_NONE;
}

pdoc_review_state pdoc_changes_state_after(const pdoc_changes *changes, size_t index)
{
    const struct pdoc__change *change = change_at(changes, index);
    return change ? change->after.state : PDOC_REVIEW_NONE;
}

const char *pdoc_changes_rule_before(const pdoc_changes *changes, size_t index)
{
    const struct pdoc__change *change = change_at(changes, index);
    return change ? change->before.rule : NULL;
}

const char *pdoc_changes_rule_after(const pdoc_changes *changes, size_t index)
{
    const struct pdoc__change *change = change_at(changes, index);
    return change ? change->after.rule : NULL;
}
