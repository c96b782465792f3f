/* SPDX-License-Identifier: MIT */
/* The rolling programme of a register: made once, and asked. Knows nothing of how a peak is lowered. */
#include "governance/levelling/programme.h"

static void programme_free(pdoc_programme *programme)
{
    pdoc__free(programme->entries);
    pdoc__pool_free(&programme->pool);
    pdoc__arena_free(&programme->arena);
    pdoc__free(programme);
}

static bool make_room(struct pdoc__programme_work *work, pdoc_error **error)
{
    const size_t count = work->judge->reg->document_count + 1;
    work->programme->entries = pdoc__alloc_zero(count, sizeof *work->programme->entries, error);
    work->jobs = work->programme->entries ? pdoc__alloc_zero(count, sizeof *work->jobs, error) : NULL;
    work->owners = work->jobs ? pdoc__alloc_zero(count, sizeof *work->owners, error) : NULL;
    work->capacities = work->owners ? pdoc__alloc_zero(count, sizeof *work->capacities, error) : NULL;
    return work->capacities != NULL;
}

static bool level_entries(struct pdoc__programme_work *work, pdoc_error **error)
{
    pdoc_programme *programme = work->programme;
    work->level = (struct pdoc__level){.jobs = work->jobs,
                                       .count = programme->count,
                                       .month_count = programme->month_count,
                                       .capacities = work->capacities,
                                       .owner_count = work->owner_count,
                                       .keep = work->wish->keep};
    if (!pdoc__level(&work->level, error))
        return false;
    programme->peak = work->level.peak;
    programme->lower_bound = work->level.lower_bound;
    programme->left_out = work->level.left_out;
    programme->is_optimal = programme->peak == 0 || work->level.is_optimal;
    programme->is_replan = work->wish->keep;
    programme->moved_is_least = work->level.moved_is_least;
    return true;
}

/* What waits for its last permitted day falls into that month; what is late, into the first one. */
static void note_loads(struct pdoc__programme_work *work)
{
    pdoc_programme *programme = work->programme;
    for (size_t i = 0; i < programme->count; i++) {
        struct pdoc__programme_entry *entry = &programme->entries[i];
        const int32_t due = entry->is_late ? programme->first : pdoc__month_of(entry->due);
        programme->loads_at_deadline[due > programme->first ? due - programme->first : 0] += entry->effort;
        if (work->jobs[i].month < 0) {
            programme->lost += entry->previous != PDOC__NO_MONTH;
            continue;
        }
        entry->month = programme->first + work->jobs[i].month;
        programme->loads[work->jobs[i].month] += entry->effort;
        programme->moved += entry->previous != PDOC__NO_MONTH && entry->previous != entry->month;
    }
}

/* By month, in a month as the register has them; those without one last. */
static bool order_entries(pdoc_programme *programme, pdoc_error **error)
{
    struct pdoc__programme_entry *ordered = pdoc__alloc_zero(programme->count + 1, sizeof *ordered, error);
    size_t places[PDOC__MOST_MONTHS + 2] = {0};
    if (!ordered)
        return false;
    for (size_t i = 0; i < programme->count; i++) {
        const int32_t month = programme->entries[i].month;
        places[month == PDOC__NO_MONTH ? PDOC__MOST_MONTHS + 1 : (size_t)(month - programme->first) + 1]++;
    }
    for (size_t month = 1; month < PDOC__MOST_MONTHS + 2; month++)
        places[month] += places[month - 1];
    /* now places[month] is the end of the months before it, and of those without a month all that have one */
    size_t without = places[PDOC__MOST_MONTHS];
    for (size_t i = 0; i < programme->count; i++) {
        const int32_t month = programme->entries[i].month;
        size_t *place = month == PDOC__NO_MONTH ? &without : &places[month - programme->first];
        ordered[(*place)++] = programme->entries[i];
    }
    pdoc__free(programme->entries);
    programme->entries = ordered;
    return true;
}

static bool fill(struct pdoc__programme_work *work, pdoc_error **error)
{
    pdoc_programme *programme = work->programme;
    programme->as_of = work->judge->as_of;
    programme->first = work->wish->first;
    programme->month_count = work->wish->month_count;
    for (uint32_t i = 0; i < programme->month_count; i++) {
        const uint32_t of_year = 1u << (((uint32_t)programme->first + i) % 12 + 1);
        programme->blocked[i] = work->wish->blocked[i] || !(work->wish->months & of_year);
    }
    if (!make_room(work, error) || !pdoc__programme_take_entries(work, error) || !level_entries(work, error))
        return false;
    note_loads(work);
    return pdoc__programme_say(work, error) && order_entries(programme, error);
}

static pdoc_programme *make(struct pdoc__judge *judge, struct pdoc__programme_wish *wish, pdoc_error **error)
{
    struct pdoc__programme_work work = {.judge = judge, .wish = wish};
    work.programme = pdoc__alloc_zero(1, sizeof *work.programme, error);
    if (!work.programme)
        return NULL;
    atomic_init(&work.programme->references, 1);
    const bool is_made = fill(&work, error);
    pdoc__free(work.jobs);
    pdoc__free(work.owners);
    pdoc__free(work.capacities);
    if (is_made)
        return work.programme;
    programme_free(work.programme);
    return NULL;
}

static const struct pdoc__programme_entry *entry_at(const pdoc_programme *programme, size_t entry)
{
    return programme && entry < programme->count ? &programme->entries[entry] : NULL;
}

pdoc_programme *pdoc_programme_new(const pdoc_register *reg, const pdoc_basis *basis,
                                   const pdoc_programme_options *options, pdoc_error **error)
{
    struct pdoc__judge judge;
    struct pdoc__programme_wish wish;
    pdoc_programme *programme = NULL;
    if (options && options->size != sizeof *options) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "the options need their size set to sizeof(pdoc_programme_options)");
        return NULL;
    }
    if (!pdoc__judge_begin(&judge, reg, basis, error))
        return NULL;
    if (pdoc__programme_understand(options, judge.as_of, &wish, error)) {
        programme = make(&judge, &wish, error);
        pdoc__programme_wish_end(&wish);
    }
    pdoc__judge_end(&judge);
    return programme;
}

pdoc_programme *pdoc_programme_ref(pdoc_programme *programme)
{
    if (programme)
        atomic_fetch_add_explicit(&programme->references, 1, memory_order_relaxed);
    return programme;
}

void pdoc_programme_unref(pdoc_programme *programme)
{
    if (programme && atomic_fetch_sub_explicit(&programme->references, 1, memory_order_acq_rel) == 1)
        programme_free(programme);
}

size_t pdoc_programme_month_count(const pdoc_programme *programme)
{
    return programme ? programme->month_count : 0;
}

pdoc_date pdoc_programme_month(const pdoc_programme *programme, size_t month)
{
    if (month >= pdoc_programme_month_count(programme))
        return (pdoc_date){0, 0, 0};
    return pdoc__month_date(programme->first + (int32_t)month);
}

uint32_t pdoc_programme_load(const pdoc_programme *programme, size_t month)
{
    return month < pdoc_programme_month_count(programme) ? programme->loads[month] : 0;
}

uint32_t pdoc_programme_load_at_deadline(const pdoc_programme *programme, size_t month)
{
    return month < pdoc_programme_month_count(programme) ? programme->loads_at_deadline[month] : 0;
}

bool pdoc_programme_is_blocked(const pdoc_programme *programme, size_t month)
{
    return month < pdoc_programme_month_count(programme) && programme->blocked[month];
}

uint32_t pdoc_programme_peak(const pdoc_programme *programme)
{
    return programme ? programme->peak : 0;
}

uint32_t pdoc_programme_lower_bound(const pdoc_programme *programme)
{
    return programme ? programme->lower_bound : 0;
}

bool pdoc_programme_is_optimal(const pdoc_programme *programme)
{
    return programme && programme->is_optimal;
}

const char *pdoc_programme_bottleneck(const pdoc_programme *programme)
{
    return programme ? programme->bottleneck : NULL;
}

size_t pdoc_programme_moved_count(const pdoc_programme *programme)
{
    return programme ? programme->moved : 0;
}

size_t pdoc_programme_count(const pdoc_programme *programme)
{
    return programme ? programme->count : 0;
}

size_t pdoc_programme_document_index(const pdoc_programme *programme, size_t entry)
{
    const struct pdoc__programme_entry *found = entry_at(programme, entry);
    return found ? found->document : SIZE_MAX;
}

pdoc_date pdoc_programme_entry_month(const pdoc_programme *programme, size_t entry)
{
    const struct pdoc__programme_entry *found = entry_at(programme, entry);
    return pdoc__month_date(found ? found->month : PDOC__NO_MONTH);
}

pdoc_date pdoc_programme_entry_previous(const pdoc_programme *programme, size_t entry)
{
    const struct pdoc__programme_entry *found = entry_at(programme, entry);
    return pdoc__month_date(found ? found->previous : PDOC__NO_MONTH);
}

pdoc_date pdoc_programme_entry_first(const pdoc_programme *programme, size_t entry)
{
    const struct pdoc__programme_entry *found = entry_at(programme, entry);
    return pdoc__month_date(found ? found->first : PDOC__NO_MONTH);
}

pdoc_date pdoc_programme_entry_due(const pdoc_programme *programme, size_t entry)
{
    const struct pdoc__programme_entry *found = entry_at(programme, entry);
    return found ? found->due : (pdoc_date){0, 0, 0};
}

const char *pdoc_programme_entry_who(const pdoc_programme *programme, size_t entry)
{
    const struct pdoc__programme_entry *found = entry_at(programme, entry);
    return found ? found->who : NULL;
}

uint32_t pdoc_programme_entry_effort(const pdoc_programme *programme, size_t entry)
{
    const struct pdoc__programme_entry *found = entry_at(programme, entry);
    return found ? found->effort : 0;
}

bool pdoc_programme_entry_is_pinned(const pdoc_programme *programme, size_t entry)
{
    const struct pdoc__programme_entry *found = entry_at(programme, entry);
    return found && found->is_pinned;
}

bool pdoc_programme_entry_is_late(const pdoc_programme *programme, size_t entry)
{
    const struct pdoc__programme_entry *found = entry_at(programme, entry);
    return found && found->is_late;
}

const char *pdoc_programme_entry_obstacle(const pdoc_programme *programme, size_t entry)
{
    const struct pdoc__programme_entry *found = entry_at(programme, entry);
    return found ? found->obstacle : NULL;
}
