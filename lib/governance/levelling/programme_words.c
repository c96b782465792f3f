/* SPDX-License-Identifier: MIT */
/* What a programme says in words: why its peak is not lower, why a review has no month. Computes nothing. */
#include "governance/levelling/programme.h"

#define MONTHS_NAMED 6u /* months with gaps between are named one by one if they are no more */

void pdoc__programme_month_words(struct pdoc__buffer *buffer, int32_t month, bool with_year)
{
    static const char *const names[] = {"January", "February", "March",     "April",   "May",      "June",
                                        "July",    "August",   "September", "October", "November", "December"};
    pdoc__buffer_text(buffer, names[month % 12]);
    if (with_year)
        pdoc__buffer_format(buffer, " %d", month / 12);
}

const char *pdoc__programme_text(pdoc_programme *programme, struct pdoc__buffer *buffer, pdoc_error **error)
{
    const char *text = NULL;
    if (buffer->failed)
        pdoc__fail_memory(error);
    else
        text = pdoc__arena_text(&programme->arena, buffer->data ? buffer->data : "", buffer->size, error);
    pdoc__buffer_free(buffer);
    return text;
}

/* Is a month between the first and the last one open, but not among those that count? */
static bool has_gap(const struct pdoc__programme_work *work)
{
    const struct pdoc__level *level = &work->level;
    for (uint32_t month = level->tight_first; month <= level->tight_last && month < level->month_count; month++)
        if (!pdoc__months_has(&level->tight, month) && !work->programme->blocked[month])
            return true;
    return false;
}

static void say_span(struct pdoc__buffer *words, int32_t first, int32_t last)
{
    pdoc__programme_month_words(words, first, first / 12 != last / 12 || first == last);
    if (first == last)
        return;
    pdoc__buffer_text(words, " to ");
    pdoc__programme_month_words(words, last, true);
}

static void say_months(struct pdoc__buffer *words, const struct pdoc__programme_work *work)
{
    const struct pdoc__level *level = &work->level;
    const int32_t first = work->programme->first;
    if (!has_gap(work) || level->tight_months > MONTHS_NAMED) {
        say_span(words, first + (int32_t)level->tight_first, first + (int32_t)level->tight_last);
        return;
    }
    uint32_t said = 0;
    for (uint32_t month = level->tight_first; month <= level->tight_last; month++) {
        if (!pdoc__months_has(&level->tight, month))
            continue;
        pdoc__buffer_text(words, said == 0 ? "" : said + 1 == level->tight_months ? " and " : ", ");
        pdoc__programme_month_words(words, first + (int32_t)month, true);
        said++;
    }
}

/* "212 reviews" where each counts 1, else "effort 212". */
static void say_effort(struct pdoc__buffer *words, const struct pdoc__programme_work *work, uint32_t effort)
{
    bool are_all_one = true;
    for (size_t i = 0; i < work->programme->count; i++)
        are_all_one = are_all_one && work->programme->entries[i].effort == 1;
    if (are_all_one)
        pdoc__buffer_format(words, "%lu %s", (unsigned long)effort, effort == 1 ? "review" : "reviews");
    else
        pdoc__buffer_format(words, "effort %lu", (unsigned long)effort);
}

static void say_why(struct pdoc__buffer *words, const struct pdoc__programme_work *work)
{
    const struct pdoc__level *level = &work->level;
    const uint32_t least = level->lower_bound;
    if (level->tight_months == 1 && level->tight_first == level->tight_last) {
        say_effort(words, work, level->tight_effort);
        pdoc__buffer_text(words, " must fall into this one month");
    } else if (level->tight_months == 1) {
        pdoc__buffer_format(words, "one review alone has effort %lu", (unsigned long)level->tight_effort);
    } else {
        say_effort(words, work, level->tight_effort);
        pdoc__buffer_format(words, " must fall into %lu open months, so one of them has at least %lu",
                            (unsigned long)level->tight_months, (unsigned long)least);
    }
    if (level->tight_owner < work->owner_count)
        pdoc__buffer_format(words, "; the capacity of %s, %lu a month, lets no more of it out of them",
                            work->owners[level->tight_owner], (unsigned long)work->capacities[level->tight_owner]);
}

static bool say_bottleneck(struct pdoc__programme_work *work, pdoc_error **error)
{
    const struct pdoc__level *level = &work->level;
    struct pdoc__buffer words = {0};
    if (work->programme->count == 0) {
        pdoc__buffer_text(&words, "no review falls into the programme");
    } else if (level->peak == 0) {
        pdoc__buffer_text(&words, "no review that falls into the programme finds a month");
    } else if (level->tight_months == 0) {
        pdoc__buffer_text(&words, "the bound was not found within the steps allowed");
    } else {
        say_months(&words, work);
        pdoc__buffer_text(&words, ": ");
        say_why(&words, work);
    }
    if (level->peak > level->lower_bound && level->left_out > 0)
        pdoc__buffer_format(&words, "; for want of capacity %lu found no month, and were others left out instead, the peak "
                            "might be lower than %lu", (unsigned long)level->left_out, (unsigned long)level->peak);
    else if (level->peak > level->lower_bound)
        pdoc__buffer_format(&words, "; whether the peak can be lower than %lu is not known", (unsigned long)level->peak);
    work->programme->bottleneck = pdoc__programme_text(work->programme, &words, error);
    return work->programme->bottleneck != NULL;
}

/* A review that has open months and was not placed found no room within a capacity. */
static bool say_no_room(struct pdoc__programme_work *work, size_t index, pdoc_error **error)
{
    struct pdoc__programme_entry *entry = &work->programme->entries[index];
    const struct pdoc__job *job = &work->jobs[index];
    struct pdoc__buffer words = {0};
    int32_t last = entry->first;
    for (uint32_t month = 0; month < work->level.month_count; month++)
        if (pdoc__months_has(&job->months, month))
            last = work->programme->first + (int32_t)month;
    const char *who = entry->who ? entry->who : "whoever is responsible";
    const uint32_t capacity = job->owner < work->owner_count ? work->capacities[job->owner] : 0;
    if (entry->effort > capacity)
        pdoc__buffer_format(&words, "its effort of %lu is more than the capacity of %s, %lu a month",
                            (unsigned long)entry->effort, who, (unsigned long)capacity);
    else
        pdoc__buffer_format(&words, "the capacity of %s, %lu a month, leaves no room for it in ", who,
                            (unsigned long)capacity);
    if (entry->effort <= capacity)
        say_span(&words, entry->first, last);
    entry->obstacle = pdoc__programme_text(work->programme, &words, error);
    return entry->obstacle != NULL;
}

bool pdoc__programme_say(struct pdoc__programme_work *work, pdoc_error **error)
{
    for (size_t i = 0; i < work->programme->count; i++) {
        const struct pdoc__programme_entry *entry = &work->programme->entries[i];
        if (entry->month == PDOC__NO_MONTH && !entry->obstacle && !say_no_room(work, i, error))
            return false;
    }
    return say_bottleneck(work, error);
}
