/* SPDX-License-Identifier: MIT */
/* Reminders of a period: so long before or after the day on which each review is due. Sends nothing, keeps no record.
 */
#include "governance/plans/reminders.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "governance/named.h"
#include "time/calendar.h"

/* What reminders are made from: the register as judged, and what was asked for. */
struct work {
    struct pdoc__judge *judge;
    pdoc_reminders *reminders;
    const pdoc_offset *offsets; /* NULL: those of each profile */
    size_t offset_count;
    struct pdoc__buffer words; /* for one key after the other */
    const char *responsible;   /* for the review of the document at hand; NULL: nobody is named */
    bool responsible_is_known;
};

static void reminders_free(pdoc_reminders *reminders)
{
    pdoc__free(reminders->items);
    pdoc__pool_free(&reminders->pool);
    pdoc__arena_free(&reminders->arena);
    pdoc__free(reminders);
}

/* ---- the period ---- */

static bool take_period(pdoc_reminders *reminders, pdoc_date after, pdoc_date until, pdoc_error **error)
{
    const pdoc_date days[] = {after, until};
    for (size_t i = 0; i < 2; i++) {
        if (!pdoc_date_is_recorded(days[i]) || pdoc_date_is_valid(days[i]))
            continue;
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "%d-%d-%d is no day of the calendar", days[i].year, days[i].month,
                   days[i].day);
        return false;
    }
    reminders->first = pdoc_date_is_recorded(after) ? pdoc__interval_of(after).last + 1 : PDOC__NO_DAY;
    reminders->last = pdoc_date_is_recorded(until) ? pdoc__interval_of(until).last : INT32_MAX;
    if (reminders->first == PDOC__NO_DAY || reminders->last >= reminders->first - 1)
        return true;
    pdoc__fail(error, PDOC_ERR_ARGUMENT, "the period of the reminders ends before it begins");
    return false;
}

/* ---- one reminder ---- */

static bool reckon(const struct work *work, struct pdoc__reminding *reminding, pdoc_error **error)
{
    const pdoc_calendar *calendar = work->judge->calendar;
    if (!calendar && pdoc__is_in_working_days(reminding->offset)) {
        char text[PDOC_OFFSET_TEXT];
        pdoc__fail(error, reminding->rule ? PDOC_ERR_JUDGE : PDOC_ERR_INVALID,
                   "the reminder %s%.60s%scounts working days (%s), and there is no calendar to count them by; give "
                   "one, or count plain days",
                   reminding->rule ? "\"" : "", reminding->rule ? reminding->rule : "",
                   reminding->rule ? "\" of the profile " : "", pdoc_offset_format(reminding->offset, text));
        return false;
    }
    bool *provisional = &reminding->is_provisional;
    reminding->counted = pdoc__add_offset(calendar, reminding->due, reminding->offset, PDOC_ROLL_NONE, provisional);
    reminding->on = reminding->counted;
    if (calendar && reminding->counted != PDOC__NO_DAY)
        reminding->on = pdoc__roll_day(calendar, reminding->counted,
                                       reminding->counted > reminding->due ? PDOC_ROLL_FOLLOWING : PDOC_ROLL_PRECEDING,
                                       provisional);
    return true;
}

/* What is not overdue on the day judged is not reminded of as if it were: it may be reviewed in time yet. */
static bool is_wanted(const struct work *work, const struct pdoc__reminding *reminding)
{
    const pdoc_reminders *reminders = work->reminders;
    if (reminding->on == PDOC__NO_DAY || reminding->on < reminders->first || reminding->on > reminders->last)
        return false;
    return reminding->counted <= reminding->due || reminding->due < work->judge->day;
}

static bool pool(pdoc_reminders *reminders, const char **text, pdoc_error **error)
{
    if (!*text)
        return true;
    *text = pdoc__pool_add(&reminders->pool, &reminders->arena, *text, strlen(*text), error);
    return *text != NULL;
}

/* `same` is the id of the row where one before it has the same offset, so that the keys differ; else NULL. */
static bool add(struct work *work, struct pdoc__reminding *reminding, const char *same, pdoc_error **error)
{
    pdoc_reminders *reminders = work->reminders;
    struct pdoc__buffer *words = &work->words;
    char day[PDOC_DATE_TEXT];
    char offset[PDOC_OFFSET_TEXT];
    words->size = 0;
    if (reminding->recipient && *reminding->recipient == '\0')
        reminding->recipient = NULL;
    pdoc__buffer_text(words, pdoc_document_id(work->judge->doc));
    pdoc__buffer_text(words, "/review/");
    pdoc__buffer_text(words, pdoc_date_format(pdoc__day_date(reminding->due), day));
    pdoc__buffer_byte(words, '/');
    pdoc__buffer_text(words, pdoc_offset_format(reminding->offset, offset));
    pdoc__buffer_text(words, same ? "/" : NULL);
    pdoc__buffer_text(words, same);
    if (words->failed) {
        pdoc__fail_memory(error);
        return false;
    }
    reminding->key = pdoc__arena_text(&reminders->arena, words->data, words->size, error);
    if (!reminding->key || !pool(reminders, &reminding->recipient, error) ||
        !pool(reminders, &reminding->rule, error) || !pool(reminders, &reminding->clause, error) ||
        !pdoc__grow(&reminders->items, &reminders->capacity, reminders->count, sizeof *reminders->items, error))
        return false;
    reminders->items[reminders->count++] = *reminding;
    return true;
}

/* ---- one document ---- */

static struct pdoc__reminding begin(const struct work *work, size_t row, pdoc_offset offset)
{
    return (struct pdoc__reminding){
        .offset = offset, .due = work->judge->due.due, .document = work->judge->due.document, .row = (uint32_t)row};
}

/* Looked up once for a document, and only if there is something to remind of. */
static const char *responsible(struct work *work)
{
    if (!work->responsible_is_known)
        work->responsible = pdoc__responsible(work->judge);
    work->responsible_is_known = true;
    return work->responsible;
}

static bool take_asked(struct work *work, pdoc_error **error)
{
    for (size_t i = 0; i < work->offset_count; i++) {
        struct pdoc__reminding reminding = begin(work, i, work->offsets[i]);
        if (!reckon(work, &reminding, error))
            return false;
        if (!is_wanted(work, &reminding))
            continue;
        reminding.recipient = responsible(work);
        if (!add(work, &reminding, NULL, error))
            return false;
    }
    return true;
}

/* The cell that the row names, as the register calls the party in it; without one, who is responsible for the review.
 */
static const char *recipient_of(struct work *work, const struct pdoc__reminder *row)
{
    if (!row->to.name)
        return responsible(work);
    if (row->to.kind == PDOC__OPERAND_FIELD)
        return pdoc__cell_party(work->judge, row->to.key);
    const struct pdoc__value value = pdoc__operand_value(work->judge, &row->to, NULL);
    return value.state == PDOC__NOTHING ? NULL : pdoc__party_label(work->judge, value.text);
}

static const char *id_if_same(const pdoc_profile *profile, size_t row)
{
    for (size_t i = 0; i < row; i++)
        if (pdoc__reminders_is_same_offset(profile->reminders[i].offset, profile->reminders[row].offset))
            return profile->reminders[row].rule.id;
    return NULL;
}

/* Where it cannot be told whether a row applies, it does: one reminder too many does less harm than one that is lost.
 */
static bool take_row(struct work *work, size_t index, pdoc_error **error)
{
    struct pdoc__judge *judge = work->judge;
    const struct pdoc__reminder *row = &judge->profile->reminders[index];
    struct pdoc__reminding reminding = begin(work, index, row->offset);
    reminding.rule = row->rule.id;
    reminding.clause = row->rule.clause;
    if (!pdoc__rule_applies(judge, &row->rule) || pdoc__predicate(judge, row->when, NULL, NULL) == PDOC_FALSE)
        return true;
    if (!reckon(work, &reminding, error))
        return false;
    if (!is_wanted(work, &reminding))
        return true;
    reminding.recipient = recipient_of(work, row);
    return add(work, &reminding, id_if_same(judge->profile, index), error);
}

static bool take_document(struct work *work, const pdoc_document *doc, pdoc_error **error)
{
    struct pdoc__judge *judge = work->judge;
    if (!pdoc__judge_take(judge, doc, error))
        return false;
    const bool is_due = pdoc__due(judge)->due != PDOC__NO_DAY && !judge->out_of_memory;
    const size_t rows = judge->profile ? judge->profile->counts[PDOC_PROFILE_REMINDERS] : 0;
    bool is_good = true;
    work->responsible_is_known = false;
    if (is_due && work->offsets)
        is_good = take_asked(work, error);
    else if (is_due && rows == 0)
        work->reminders->without_rows++;
    for (size_t i = 0; is_good && is_due && !work->offsets && i < rows; i++)
        is_good = take_row(work, i, error);
    if (!is_good || !judge->out_of_memory)
        return is_good;
    pdoc__fail_memory(error);
    return false;
}

/* ---- all of them ---- */

static int compare_numbers(int64_t left, int64_t right)
{
    return (left > right) - (left < right);
}

/* By day, then by document, then by the day before it was rolled. */
static int compare(const void *left, const void *right)
{
    const struct pdoc__reminding *a = left;
    const struct pdoc__reminding *b = right;
    if (a->on != b->on)
        return compare_numbers(a->on, b->on);
    if (a->document != b->document)
        return compare_numbers(a->document, b->document);
    if (a->counted != b->counted)
        return compare_numbers(a->counted, b->counted);
    return compare_numbers(a->row, b->row);
}

static bool fill(struct work *work, pdoc_error **error)
{
    const pdoc_register *reg = work->judge->reg;
    pdoc_reminders *reminders = work->reminders;
    for (size_t i = 0; i < reg->document_count; i++)
        if (!take_document(work, reg->documents[i], error))
            return false;
    if (reminders->count > 1)
        qsort(reminders->items, reminders->count, sizeof *reminders->items, compare);
    return true;
}

static pdoc_reminders *make(struct work *work, pdoc_date after, pdoc_date until, pdoc_error **error)
{
    work->reminders = pdoc__alloc_zero(1, sizeof *work->reminders, error);
    if (!work->reminders)
        return NULL;
    atomic_init(&work->reminders->references, 1);
    work->reminders->as_of = work->judge->as_of;
    const bool is_made = take_period(work->reminders, after, until, error) && fill(work, error);
    pdoc__buffer_free(&work->words);
    if (is_made)
        return work->reminders;
    reminders_free(work->reminders);
    return NULL;
}

static const struct pdoc__reminding *item_at(const pdoc_reminders *reminders, size_t index)
{
    return reminders && index < reminders->count ? &reminders->items[index] : NULL;
}

pdoc_reminders *pdoc_reminders_new(const pdoc_register *reg, const pdoc_basis *basis, const char *offsets,
                                   pdoc_date after, pdoc_date until, pdoc_error **error)
{
    struct pdoc__judge judge;
    pdoc_offset asked[PDOC__OFFSETS_MOST];
    struct work work = {.judge = &judge, .offsets = offsets ? asked : NULL};
    if (offsets && !pdoc__reminders_read_offsets(offsets, asked, &work.offset_count, error))
        return NULL;
    if (!pdoc__judge_begin(&judge, reg, basis, error))
        return NULL;
    pdoc_reminders *reminders = make(&work, after, until, error);
    pdoc__judge_end(&judge);
    return reminders;
}

pdoc_reminders *pdoc_reminders_ref(pdoc_reminders *reminders)
{
    if (reminders)
        atomic_fetch_add_explicit(&reminders->references, 1, memory_order_relaxed);
    return reminders;
}

void pdoc_reminders_unref(pdoc_reminders *reminders)
{
    if (reminders && atomic_fetch_sub_explicit(&reminders->references, 1, memory_order_acq_rel) == 1)
        reminders_free(reminders);
}

size_t pdoc_reminders_count(const pdoc_reminders *reminders)
{
    return reminders ? reminders->count : 0;
}

pdoc_date pdoc_reminders_on(const pdoc_reminders *reminders, size_t index)
{
    const struct pdoc__reminding *item = item_at(reminders, index);
    return pdoc__day_date(item ? item->on : PDOC__NO_DAY);
}

const char *pdoc_reminders_key(const pdoc_reminders *reminders, size_t index)
{
    const struct pdoc__reminding *item = item_at(reminders, index);
    return item ? item->key : NULL;
}

size_t pdoc_reminders_document_index(const pdoc_reminders *reminders, size_t index)
{
    const struct pdoc__reminding *item = item_at(reminders, index);
    return item ? item->document : SIZE_MAX;
}

pdoc_date pdoc_reminders_due(const pdoc_reminders *reminders, size_t index)
{
    const struct pdoc__reminding *item = item_at(reminders, index);
    return pdoc__day_date(item ? item->due : PDOC__NO_DAY);
}

pdoc_offset pdoc_reminders_offset(const pdoc_reminders *reminders, size_t index)
{
    const struct pdoc__reminding *item = item_at(reminders, index);
    return item ? item->offset : (pdoc_offset){.months = 0};
}

const char *pdoc_reminders_recipient(const pdoc_reminders *reminders, size_t index)
{
    const struct pdoc__reminding *item = item_at(reminders, index);
    return item ? item->recipient : NULL;
}

const char *pdoc_reminders_rule(const pdoc_reminders *reminders, size_t index)
{
    const struct pdoc__reminding *item = item_at(reminders, index);
    return item ? item->rule : NULL;
}

const char *pdoc_reminders_clause(const pdoc_reminders *reminders, size_t index)
{
    const struct pdoc__reminding *item = item_at(reminders, index);
    return item ? item->clause : NULL;
}

bool pdoc_reminders_is_provisional(const pdoc_reminders *reminders, size_t index)
{
    const struct pdoc__reminding *item = item_at(reminders, index);
    return item && item->is_provisional;
}
