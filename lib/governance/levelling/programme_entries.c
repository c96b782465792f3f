/* SPDX-License-Identifier: MIT */
/* What is due in a programme, and in which months each review may be held. Knows nothing of how they are levelled. */
#include "base/text.h"
#include "governance/named.h"
#include "governance/levelling/programme.h"

static bool set_obstacle(struct pdoc__programme_work *work, struct pdoc__programme_entry *entry,
                         struct pdoc__buffer *words, pdoc_error **error)
{
    entry->obstacle = pdoc__programme_text(work->programme, words, error);
    return entry->obstacle != NULL;
}

static uint32_t index_of(const struct pdoc__programme_work *work, int32_t month)
{
    return (uint32_t)(month - work->wish->first);
}

static bool is_in_range(const struct pdoc__programme_work *work, int32_t month)
{
    return month >= work->wish->first && index_of(work, month) < work->wish->month_count;
}

/* Its last permitted day has passed, or will have when the programme begins: the sooner the better. */
static bool has_no_window(const struct pdoc__programme_entry *entry)
{
    return entry->is_late || entry->is_before;
}

/* First month in which it may be held: so long before the last day, but not before the programme begins. */
static int32_t first_month(const struct pdoc__programme_work *work, pdoc_date due)
{
    pdoc_date earliest;
    if (pdoc_date_subtract(due, work->wish->earlier, &earliest, NULL) != PDOC_OK)
        return work->wish->first; /* before the year 1 */
    const int32_t month = pdoc__month_of(earliest);
    return month > work->wish->first ? month : work->wish->first;
}

static int32_t first_month_for_late(const struct pdoc__programme_work *work)
{
    const int32_t now = pdoc__month_of(pdoc__day_date(work->judge->day));
    return now > work->wish->first ? now : work->wish->first;
}

/* The last month over which overdue reviews may be spread, from a first one on; before it: no time was given. */
static int32_t last_month_to_catch_up(const struct pdoc__programme_work *work, int32_t first)
{
    const pdoc_date begin = {(int16_t)(first / 12), (uint8_t)(first % 12 + 1), 1};
    pdoc_date end;
    if (pdoc_date_add(begin, work->wish->catch_up, &end, NULL) != PDOC_OK)
        return INT32_MAX; /* past the year 9999 */
    return pdoc__month_of(end) - (end.day == 1 ? 1 : 0);
}

static bool take_effort(struct pdoc__programme_work *work, const pdoc_document *doc,
                        struct pdoc__programme_entry *entry, pdoc_error **error)
{
    const char *text = pdoc_document_property(doc, "review-effort");
    struct pdoc__buffer words = {0};
    entry->effort = 1;
    if (!text || pdoc__programme_number(text, strlen(text), PDOC__MOST_EFFORT, &entry->effort))
        return true;
    entry->effort = 1;
    pdoc__buffer_format(&words, "its review-effort is \"%.60s\", not a whole number from 1 to %u", text,
                        PDOC__MOST_EFFORT);
    return set_obstacle(work, entry, &words, error);
}

/* Months of the year in which this document may be reviewed, as bits. */
static bool take_months(struct pdoc__programme_work *work, const pdoc_document *doc,
                        struct pdoc__programme_entry *entry, uint32_t *months, pdoc_error **error)
{
    const char *text = pdoc_document_property(doc, "review-months");
    struct pdoc__buffer words = {0};
    *months = PDOC__ALL_MONTHS;
    if (!text || entry->obstacle || pdoc__programme_months(text, months))
        return true;
    pdoc__buffer_format(&words, "its review-months are \"%.60s\", not months of the year by number such as \"4 10\"",
                        text);
    return set_obstacle(work, entry, &words, error);
}

/* A person has said where it stays; but not after its last permitted day, unless that has passed anyway. */
static bool take_pinned(struct pdoc__programme_work *work, struct pdoc__programme_entry *entry, struct pdoc__job *job,
                        const char *text, pdoc_error **error)
{
    struct pdoc__buffer words = {0};
    pdoc_date pinned;
    if (pdoc_date_parse(text, &pinned, NULL) != PDOC_OK || pinned.month == 0) {
        pdoc__buffer_format(&words, "its review-pinned is \"%.60s\", not a month such as 2027-03", text);
        return set_obstacle(work, entry, &words, error);
    }
    const int32_t month = pdoc__month_of(pinned);
    entry->is_pinned = true;
    entry->first = month;
    if (!is_in_range(work, month))
        pdoc__buffer_text(&words, "it is pinned to a month that is not in the programme, ");
    else if (month > pdoc__month_of(entry->due) && !has_no_window(entry))
        pdoc__buffer_text(&words, "it is pinned to a month after its last permitted day, ");
    else if (work->programme->blocked[index_of(work, month)])
        pdoc__buffer_text(&words, "it is pinned to a month in which no reviews are held, ");
    if (words.size > 0 || words.failed) {
        pdoc__programme_month_words(&words, month, true);
        return set_obstacle(work, entry, &words, error);
    }
    pdoc__months_add(&job->months, index_of(work, month));
    return true;
}

/*
 * A review is held on or before its due day, so the month in which that day lies is the last one, even if the day is its
 * first. What is overdue goes to the first month that is open to it, or is spread over the time to catch up.
 */
static bool take_window(struct pdoc__programme_work *work, struct pdoc__programme_entry *entry, struct pdoc__job *job,
                        uint32_t months, pdoc_error **error)
{
    const int32_t end = work->wish->first + (int32_t)work->wish->month_count - 1;
    const bool is_late = has_no_window(entry);
    const int32_t last = is_late ? end : pdoc__month_of(entry->due);
    const int32_t caught_up = is_late ? last_month_to_catch_up(work, entry->first) : last;
    bool is_open = false;
    for (int32_t month = entry->first; month <= last && !(is_open && month > caught_up); month++) {
        const uint32_t of_year = 1u << ((uint32_t)month % 12 + 1);
        if (!(months & of_year) || work->programme->blocked[index_of(work, month)])
            continue;
        if (!is_open)
            entry->first = month;
        is_open = true;
        pdoc__months_add(&job->months, index_of(work, month));
    }
    if (is_open)
        return true;
    struct pdoc__buffer words = {0};
    pdoc__buffer_text(&words, "no month is open to it from ");
    pdoc__programme_month_words(&words, entry->first, true);
    pdoc__buffer_text(&words, is_late ? " on" : " to ");
    if (!is_late)
        pdoc__programme_month_words(&words, last, true);
    return set_obstacle(work, entry, &words, error);
}

static bool take_who(struct pdoc__programme_work *work, struct pdoc__programme_entry *entry, pdoc_error **error)
{
    pdoc_programme *programme = work->programme;
    const char *who = pdoc__responsible(work->judge);
    if (!who || *who == '\0')
        return true;
    entry->who = pdoc__pool_add(&programme->pool, &programme->arena, who, strlen(who), error);
    return entry->who != NULL;
}

static bool take_entry(struct pdoc__programme_work *work, const pdoc_document *doc, int32_t due, pdoc_error **error)
{
    pdoc_programme *programme = work->programme;
    struct pdoc__programme_entry *entry = &programme->entries[programme->count];
    struct pdoc__job *job = &work->jobs[programme->count];
    const char *pinned = pdoc_document_property(doc, "review-pinned");
    uint32_t months = 0;
    *entry = (struct pdoc__programme_entry){.document = doc->index,
                                            .month = PDOC__NO_MONTH,
                                            .previous = PDOC__NO_MONTH,
                                            .due = pdoc__day_date(due)};
    *job = (struct pdoc__job){.owner = UINT32_MAX, .previous = -1};
    entry->is_late = due < work->judge->day;
    entry->is_before = !entry->is_late && pdoc__month_of(entry->due) < work->wish->first;
    job->is_late = has_no_window(entry);
    entry->first = job->is_late ? first_month_for_late(work) : first_month(work, entry->due);
    programme->count++;
    if (!take_who(work, entry, error) || !take_effort(work, doc, entry, error) ||
        !take_months(work, doc, entry, &months, error))
        return false;
    job->effort = entry->effort;
    if (entry->obstacle)
        return true;
    return pinned ? take_pinned(work, entry, job, pinned, error) : take_window(work, entry, job, months, error);
}

static bool take_document(struct pdoc__programme_work *work, const pdoc_document *doc, pdoc_error **error)
{
    if (!pdoc__judge_take(work->judge, doc, error))
        return false;
    const int32_t due = pdoc__due(work->judge)->due;
    if (work->judge->out_of_memory) {
        pdoc__fail_memory(error);
        return false;
    }
    const int32_t end = work->wish->first + (int32_t)work->wish->month_count - 1;
    if (due == PDOC__NO_DAY)
        work->programme->undated++;
    else if (pdoc__month_of(pdoc__day_date(due)) > end)
        work->programme->later++;
    else
        return take_entry(work, doc, due, error);
    return true;
}

/* The months of the forward plan: of each document the last item that is there for a review. */
static bool take_previous(struct pdoc__programme_work *work, pdoc_error **error)
{
    const pdoc_register *reg = work->judge->reg;
    pdoc_programme *programme = work->programme;
    int32_t *months = pdoc__alloc_zero(reg->document_count + 1, sizeof *months, error);
    if (!months)
        return false;
    for (size_t i = 0; i < reg->forward_item_count; i++) {
        const pdoc_forward_item *item = reg->forward_items[i];
        const pdoc_document *doc = item->document ? pdoc__map_find(&reg->document_ids, item->document) : NULL;
        if (doc && item->purpose && pdoc__text_same(item->purpose, "review"))
            months[doc->index] =
                pdoc__month_of(pdoc_date_is_recorded(item->deferred_to) ? item->deferred_to : item->meeting);
    }
    for (size_t i = 0; i < programme->count; i++) {
        struct pdoc__programme_entry *entry = &programme->entries[i];
        if (months[entry->document] <= 0)
            continue;
        entry->previous = months[entry->document];
        if (is_in_range(work, entry->previous))
            work->jobs[i].previous = (int32_t)index_of(work, entry->previous);
    }
    pdoc__free(months);
    return true;
}

/* The capacity that holds for somebody: the one with the name, else the one for all others. */
static const struct pdoc__programme_capacity *capacity_of(const struct pdoc__programme_work *work, const char *who)
{
    const pdoc_register *reg = work->judge->reg;
    const pdoc_party *party = pdoc_register_find_party(reg, who);
    const struct pdoc__programme_capacity *found = NULL;
    for (size_t i = 0; i < work->wish->capacity_count; i++) {
        struct pdoc__programme_capacity *capacity = &work->wish->capacities[i];
        const bool is_meant = capacity->name && (pdoc__text_same(capacity->name, who) ||
                                                 (party && pdoc_register_find_party(reg, capacity->name) == party));
        if (is_meant)
            capacity->is_used = true;
        if (is_meant || (!capacity->name && !found))
            found = capacity;
        if (is_meant)
            return found;
    }
    return found;
}

/* One address for all spellings of a name that differ in letter case and spaces only; NULL: memory ran out. */
static const char *key_of(struct pdoc__programme_work *work, const char *who, pdoc_error **error)
{
    char *folded = pdoc__arena_text(&work->wish->arena, who, strlen(who), error);
    if (!folded)
        return NULL;
    pdoc__text_fold(folded);
    return pdoc__pool_add(&work->programme->pool, &work->programme->arena, folded, strlen(folded), error);
}

static bool take_capacities(struct pdoc__programme_work *work, pdoc_error **error)
{
    pdoc_programme *programme = work->programme;
    struct pdoc__map numbers = {0};
    bool is_good = true;
    for (size_t i = 0; is_good && i < programme->count; i++) {
        const char *who = programme->entries[i].who;
        if (!who)
            continue;
        const char *key = key_of(work, who, error);
        const uint32_t *known = key ? pdoc__map_find_address(&numbers, key) : NULL;
        is_good = key != NULL;
        if (key && !known) {
            const struct pdoc__programme_capacity *capacity = capacity_of(work, who);
            uint32_t *slot = &work->capacities[work->owner_count];
            *slot = capacity ? capacity->effort : UINT32_MAX;
            work->owners[work->owner_count++] = who;
            is_good = pdoc__map_set_address(&numbers, key, slot, error);
            known = slot;
        }
        if (known)
            work->jobs[i].owner = (uint32_t)(known - work->capacities);
    }
    pdoc__map_free(&numbers);
    return is_good;
}

/* A capacity for nobody is a slip of the pen, unless the register knows the name. */
static bool check_capacities(const struct pdoc__programme_work *work, pdoc_error **error)
{
    for (size_t i = 0; i < work->wish->capacity_count; i++) {
        const struct pdoc__programme_capacity *capacity = &work->wish->capacities[i];
        if (!capacity->name || capacity->is_used || pdoc_register_find_party(work->judge->reg, capacity->name))
            continue;
        pdoc__fail(error, PDOC_ERR_INVALID,
                   "capacity \"%s\": nobody of that name is responsible for a review of this programme, and the register "
                   "knows none; give a name as it is printed in the programme, or * for all others",
                   capacity->name);
        return false;
    }
    return true;
}

/* Do two capacities mean the same one, or both everybody else? */
static bool is_twice(const struct pdoc_register *reg, const char *left, const char *right)
{
    if (!left || !right)
        return left == right;
    const pdoc_party *party = pdoc_register_find_party(reg, left);
    return pdoc__text_same(left, right) || (party && pdoc_register_find_party(reg, right) == party);
}

static bool check_repeats(const struct pdoc__programme_work *work, pdoc_error **error)
{
    for (size_t i = 0; i < work->wish->capacity_count; i++) {
        const char *name = work->wish->capacities[i].name;
        for (size_t k = 0; k < i; k++) {
            if (!is_twice(work->judge->reg, work->wish->capacities[k].name, name))
                continue;
            pdoc__fail(error, PDOC_ERR_INVALID, "capacity \"%s\" is given twice; give it once", name ? name : "*");
            return false;
        }
    }
    return true;
}

bool pdoc__programme_take_entries(struct pdoc__programme_work *work, pdoc_error **error)
{
    const pdoc_register *reg = work->judge->reg;
    for (size_t i = 0; i < reg->document_count; i++)
        if (!take_document(work, reg->documents[i], error))
            return false;
    return check_repeats(work, error) && take_previous(work, error) && take_capacities(work, error) && check_capacities(work, error);
}
