/* SPDX-License-Identifier: MIT */
/* The index of due dates: rows worked out once, sorted, searched. Knows nothing of how a row is worked out. */
#include "policydoc/schedule.h"

#include <string.h>

#include "base/error.h"
#include "governance/judge.h"
#include "time/calendar.h"

#define STATES 9u

struct pdoc_schedule {
    atomic_size_t references;
    pdoc_date as_of;
    pdoc_date known_on;
    int32_t day;
    struct pdoc__due *rows; /* by due day, then by document; those without a due day last */
    int32_t *days;          /* due days of the first `dated` rows, close together for the search */
    uint32_t *documents;    /* documents of all rows, close together for those who list a window */
    uint32_t *entries;      /* entry + 1 of each document from `first_document` on; 0: none */
    pdoc_profile **profiles;
    pdoc_profile *asked;     /* by which all documents were judged; NULL: each by its own */
    pdoc_calendar *calendar; /* NULL: there was none */
    size_t count;
    size_t dated;
    size_t first_document;
    size_t document_room;
    size_t profile_count;
    size_t states[STATES];
};

static void schedule_free(pdoc_schedule *schedule)
{
    for (size_t i = 0; i < schedule->profile_count; i++)
        pdoc_profile_unref(schedule->profiles[i]);
    pdoc_profile_unref(schedule->asked);
    pdoc_calendar_unref(schedule->calendar);
    pdoc__free(schedule->profiles);
    pdoc__free(schedule->rows);
    pdoc__free(schedule->days);
    pdoc__free(schedule->documents);
    pdoc__free(schedule->entries);
    pdoc__free(schedule);
}

/* Due day and place of a row in one number; rows without a due day sort last. */
static uint64_t sort_key(const struct pdoc__due *row, size_t place)
{
    uint32_t day = row->due == PDOC__NO_DAY ? UINT32_MAX : (uint32_t)row->due ^ UINT32_C(0x80000000);
    return ((uint64_t)day << 32) | (uint32_t)place;
}

/* One pass over one byte of the keys; false if all have the same byte and nothing had to move. */
static bool sort_pass(const uint64_t *from, uint64_t *to, size_t count, unsigned shift)
{
    size_t places[257] = {0};
    for (size_t i = 0; i < count; i++)
        places[((from[i] >> shift) & 0xff) + 1]++;
    if (count > 0 && places[((from[0] >> shift) & 0xff) + 1] == count)
        return false;
    for (size_t i = 0; i < 256; i++)
        places[i + 1] += places[i];
    for (size_t i = 0; i < count; i++)
        to[places[(from[i] >> shift) & 0xff]++] = from[i];
    return true;
}

/* Radix sort by due day; stable, so that documents stay in the order of the register. `keys` has room for twice count.
 */
static uint64_t *sort_keys(uint64_t *keys, size_t count)
{
    uint64_t *from = keys;
    uint64_t *to = keys + count;
    for (unsigned shift = 32; shift < 64; shift += 8) {
        if (!sort_pass(from, to, count, shift))
            continue;
        uint64_t *swapped = from;
        from = to;
        to = swapped;
    }
    return from;
}

/* Puts the row that each key names into the place of the key, round by round: where the rows lie, nothing else is
   needed. Keys of rows that are in their place name that. */
static void arrange_rows(struct pdoc__due *rows, uint64_t *sorted, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t place = i;
        size_t from = (uint32_t)sorted[place];
        if (from == i)
            continue;
        const struct pdoc__due first = rows[i];
        for (; from != i; from = (uint32_t)sorted[place]) {
            rows[place] = rows[from];
            sorted[place] = place;
            place = from;
        }
        rows[place] = first;
        sorted[place] = place;
    }
}

static bool sort_rows(pdoc_schedule *schedule, pdoc_error **error)
{
    const size_t count = schedule->count;
    uint64_t *keys = pdoc__realloc(NULL, count + 1, 2 * sizeof *keys, error);
    schedule->days = pdoc__realloc(NULL, count + 1, sizeof *schedule->days, error);
    schedule->documents = pdoc__realloc(NULL, count + 1, sizeof *schedule->documents, error);
    const bool good = keys && schedule->days && schedule->documents;
    for (size_t i = 0; good && i < count; i++)
        keys[i] = sort_key(&schedule->rows[i], i);
    if (good)
        arrange_rows(schedule->rows, sort_keys(keys, count), count);
    for (size_t i = 0; good && i < count; i++) {
        const struct pdoc__due *row = &schedule->rows[i];
        schedule->days[i] = row->due;
        schedule->documents[i] = row->document;
        schedule->dated += row->due != PDOC__NO_DAY;
        schedule->states[row->state]++;
    }
    pdoc__free(keys);
    return good;
}

static bool index_documents(pdoc_schedule *schedule, pdoc_error **error)
{
    size_t first = SIZE_MAX;
    size_t last = 0;
    for (size_t i = 0; i < schedule->count; i++) {
        size_t document = schedule->rows[i].document;
        first = document < first ? document : first;
        last = document > last ? document : last;
    }
    schedule->first_document = first;
    schedule->document_room = schedule->count > 0 ? last - first + 1 : 0;
    schedule->entries = pdoc__alloc_zero(schedule->document_room + 1, sizeof *schedule->entries, error);
    if (!schedule->entries)
        return false;
    for (size_t i = 0; i < schedule->count; i++)
        schedule->entries[schedule->rows[i].document - first] = (uint32_t)i + 1;
    return true;
}

static bool hold_profiles(pdoc_schedule *schedule, const struct pdoc__judge *judge, pdoc_error **error)
{
    schedule->profiles = pdoc__alloc_zero(judge->profile_count + 1, sizeof *schedule->profiles, error);
    if (!schedule->profiles)
        return false;
    for (size_t i = 0; i < judge->profile_count; i++)
        schedule->profiles[schedule->profile_count++] = pdoc__profile_hold(judge->profiles[i]);
    return true;
}

pdoc_schedule *pdoc__schedule_make(const struct pdoc__judge *judge, struct pdoc__due *rows, size_t count,
                                   pdoc_error **error)
{
    pdoc_schedule *schedule = pdoc__alloc_zero(1, sizeof *schedule, error);
    if (!schedule) {
        pdoc__free(rows);
        return NULL;
    }
    atomic_init(&schedule->references, 1);
    schedule->rows = rows;
    schedule->as_of = judge->as_of;
    if (judge->known_day != INT32_MAX)
        schedule->known_on = pdoc__day_date(judge->known_day);
    schedule->day = judge->day;
    schedule->asked = pdoc__profile_hold(judge->override);
    schedule->calendar = pdoc__calendar_hold(judge->calendar);
    schedule->count = count;
    if (sort_rows(schedule, error) && index_documents(schedule, error) && hold_profiles(schedule, judge, error))
        return schedule;
    schedule_free(schedule);
    return NULL;
}

static struct pdoc__due *work_out_rows(struct pdoc__judge *judge, pdoc_error **error)
{
    size_t count = judge->reg->document_count;
    struct pdoc__due *rows = pdoc__alloc_zero(count + 1, sizeof *rows, error);
    for (size_t i = 0; rows && i < count; i++) {
        if (!pdoc__judge_take(judge, judge->reg->documents[i], error))
            goto fail;
        rows[i] = *pdoc__due(judge);
        if (!judge->out_of_memory)
            continue;
        pdoc__fail_memory(error);
        goto fail;
    }
    return rows;
fail:
    pdoc__free(rows);
    return NULL;
}

pdoc_schedule *pdoc_schedule_new(const pdoc_register *reg, const pdoc_basis *basis, pdoc_error **error)
{
    struct pdoc__judge judge;
    if (!pdoc__judge_begin(&judge, reg, basis, error))
        return NULL;
    struct pdoc__due *rows = work_out_rows(&judge, error);
    pdoc_schedule *schedule = rows ? pdoc__schedule_make(&judge, rows, reg->document_count, error) : NULL;
    pdoc__judge_end(&judge);
    return schedule;
}

pdoc_schedule *pdoc_schedule_ref(pdoc_schedule *schedule)
{
    if (schedule)
        atomic_fetch_add_explicit(&schedule->references, 1, memory_order_relaxed);
    return schedule;
}

void pdoc_schedule_unref(pdoc_schedule *schedule)
{
    if (schedule && atomic_fetch_sub_explicit(&schedule->references, 1, memory_order_acq_rel) == 1)
        schedule_free(schedule);
}

static const struct pdoc__due *row_at(const pdoc_schedule *schedule, size_t entry)
{
    return schedule && entry < schedule->count ? &schedule->rows[entry] : NULL;
}

static const struct pdoc__rule *rule_at(const pdoc_schedule *schedule, size_t entry)
{
    const struct pdoc__due *row = row_at(schedule, entry);
    if (!row || row->rule < 0 || row->profile == UINT16_MAX)
        return NULL;
    return &schedule->profiles[row->profile]->schedule[row->rule].rule;
}

pdoc_date pdoc_schedule_as_of(const pdoc_schedule *schedule)
{
    return schedule ? schedule->as_of : (pdoc_date){0, 0, 0};
}

pdoc_date pdoc_schedule_known_on(const pdoc_schedule *schedule)
{
    return schedule ? schedule->known_on : (pdoc_date){0, 0, 0};
}

const pdoc_profile *pdoc__schedule_asked(const pdoc_schedule *schedule)
{
    return schedule->asked;
}

const pdoc_calendar *pdoc__schedule_calendar(const pdoc_schedule *schedule)
{
    return schedule->calendar;
}

size_t pdoc_schedule_count(const pdoc_schedule *schedule)
{
    return schedule ? schedule->count : 0;
}

size_t pdoc_schedule_document_index(const pdoc_schedule *schedule, size_t entry)
{
    return schedule && entry < schedule->count ? schedule->documents[entry] : SIZE_MAX;
}

const uint32_t *pdoc_schedule_documents(const pdoc_schedule *schedule, size_t *count)
{
    if (count)
        *count = schedule ? schedule->count : 0;
    return schedule ? schedule->documents : NULL;
}

size_t pdoc_schedule_find(const pdoc_schedule *schedule, size_t document_index)
{
    if (!schedule || document_index < schedule->first_document ||
        document_index - schedule->first_document >= schedule->document_room)
        return SIZE_MAX;
    uint32_t entry = schedule->entries[document_index - schedule->first_document];
    return entry > 0 ? entry - 1 : SIZE_MAX;
}

pdoc_date pdoc_schedule_printed_first(const pdoc_schedule *schedule, size_t entry)
{
    const struct pdoc__due *row = row_at(schedule, entry);
    return pdoc__day_date(row ? row->printed.first : PDOC__NO_DAY);
}

pdoc_date pdoc_schedule_printed_last(const pdoc_schedule *schedule, size_t entry)
{
    const struct pdoc__due *row = row_at(schedule, entry);
    return pdoc__day_date(row ? row->printed.last : PDOC__NO_DAY);
}

pdoc_date pdoc_schedule_derived_first(const pdoc_schedule *schedule, size_t entry)
{
    const struct pdoc__due *row = row_at(schedule, entry);
    return pdoc__day_date(row ? row->derived.first : PDOC__NO_DAY);
}

pdoc_date pdoc_schedule_derived_last(const pdoc_schedule *schedule, size_t entry)
{
    const struct pdoc__due *row = row_at(schedule, entry);
    return pdoc__day_date(row ? row->derived.last : PDOC__NO_DAY);
}

pdoc_governs pdoc_schedule_governs(const pdoc_schedule *schedule, size_t entry)
{
    const struct pdoc__due *row = row_at(schedule, entry);
    return row ? (pdoc_governs)row->governs : PDOC_GOVERNS_NOTHING;
}

pdoc_date pdoc_schedule_due(const pdoc_schedule *schedule, size_t entry)
{
    const struct pdoc__due *row = row_at(schedule, entry);
    return pdoc__day_date(row ? row->due : PDOC__NO_DAY);
}

int32_t pdoc_schedule_days_overdue(const pdoc_schedule *schedule, size_t entry)
{
    const struct pdoc__due *row = row_at(schedule, entry);
    return row && row->due != PDOC__NO_DAY ? schedule->day - row->due : 0;
}

pdoc_review_state pdoc_schedule_state(const pdoc_schedule *schedule, size_t entry)
{
    const struct pdoc__due *row = row_at(schedule, entry);
    return row ? (pdoc_review_state)row->state : PDOC_REVIEW_NONE;
}

const char *pdoc_schedule_rule(const pdoc_schedule *schedule, size_t entry)
{
    const struct pdoc__rule *rule = rule_at(schedule, entry);
    return rule ? rule->id : NULL;
}

const char *pdoc_schedule_clause(const pdoc_schedule *schedule, size_t entry)
{
    const struct pdoc__rule *rule = rule_at(schedule, entry);
    return rule ? rule->clause : NULL;
}

const pdoc_profile *pdoc_schedule_profile(const pdoc_schedule *schedule, size_t entry)
{
    const struct pdoc__due *row = row_at(schedule, entry);
    return row && row->profile != UINT16_MAX ? schedule->profiles[row->profile] : NULL;
}

bool pdoc_schedule_is_inferred(const pdoc_schedule *schedule, size_t entry)
{
    const struct pdoc__due *row = row_at(schedule, entry);
    return row && row->inferred;
}

bool pdoc_schedule_is_as_printed(const pdoc_schedule *schedule, size_t entry)
{
    const struct pdoc__due *row = row_at(schedule, entry);
    return row && row->printed_fallback;
}

size_t pdoc_schedule_state_count(const pdoc_schedule *schedule, pdoc_review_state state)
{
    return schedule && (size_t)state < STATES ? schedule->states[state] : 0;
}

/* How many of the dated entries from `first` on are due before that day. The half that remains is chosen without a
   jump, which nobody could foresee. */
static size_t count_before(const pdoc_schedule *schedule, size_t first, int64_t day)
{
    const int32_t *days = schedule->days + first;
    size_t count = schedule->dated - first;
    if (count == 0)
        return 0;
    while (count > 1) {
        const size_t half = count / 2;
        days = days[half - 1] < day ? days + half : days;
        count -= half;
    }
    return (size_t)(days - schedule->days) - first + (*days < day);
}

void pdoc_schedule_window(const pdoc_schedule *schedule, pdoc_date first, pdoc_date last, size_t *begin, size_t *end)
{
    if (!begin || !end)
        return;
    *begin = *end = 0;
    if (!schedule)
        return;
    if (pdoc_date_is_recorded(first))
        *begin = count_before(schedule, 0, pdoc__interval_of(first).first);
    *end = schedule->dated;
    if (pdoc_date_is_recorded(last))
        *end = *begin + count_before(schedule, *begin, (int64_t)pdoc__interval_of(last).last + 1);
}
