/* SPDX-License-Identifier: MIT */
/* Where a version stands on a day: a fold over what happened, never a stored state. Knows nothing of due dates. */
#include "governance/memory.h"
#include "model/build.h"

#define BIT(kind) (UINT64_C(1) << PDOC__EVENT_##kind)

/* Kinds of event that can change a phase; a version without any of them stands where its sheet says. */
static const uint64_t phase_kinds = BIT(DRAFTED) | BIT(CONSULTATION_OPENED) | BIT(DECIDED) | BIT(EFFECTIVE) |
                                    BIT(RELEASED) | BIT(SUPERSEDED) | BIT(WITHDRAWN) | BIT(ARCHIVED);
static const uint64_t force_kinds = BIT(EFFECTIVE) | BIT(RELEASED);
static const uint64_t end_kinds = BIT(SUPERSEDED) | BIT(WITHDRAWN) | BIT(ARCHIVED);

struct fold {
    struct pdoc__phase phase;
    const struct pdoc_version *version;
    const struct pdoc__past *past;
    int32_t day;
    int32_t drafted;     /* day of the last event that a printed approval must not be older than, or PDOC__NO_DAY */
    int32_t force_since; /* first day ever in force, or PDOC__NO_DAY */
    int32_t promised;    /* the day to come on which it comes into force unless it ends before, or PDOC__NO_DAY */
    const pdoc_event *promise; /* the event that says so */
    bool decided;              /* an event decides; the sheet does not matter */
};

static const struct pdoc__phase no_phase = {.row = -1, .since = PDOC__NO_DAY};

bool pdoc__event_moves(const pdoc_event *event, const struct pdoc_version *version)
{
    if (event->version != 0 || !version)
        return pdoc__event_concerns(event, version);
    if (((end_kinds >> event->kind) & 1) != 0)
        return true;
    const pdoc_document *doc = version->doc;
    for (size_t i = 0; i < doc->version_count; i++)
        if (doc->versions[i]->ordinal > version->ordinal)
            return false;
    return true;
}

pdoc_decision pdoc__event_decision(const pdoc_event *event)
{
    const struct pdoc__event_value *outcome = pdoc__event_value(event, PDOC__ATTRIBUTE_OUTCOME);
    int row = outcome && outcome->text ? pdoc_table_find(PDOC_TABLE_DECISION, outcome->text) : -1;
    return row < 0 ? PDOC_DECISION_NONE : (pdoc_decision)row;
}

static void enter(struct fold *fold, pdoc_phase phase, const pdoc_event *event, int32_t since)
{
    fold->phase = no_phase;
    fold->phase.phase = (uint8_t)phase;
    fold->phase.event = event;
    fold->phase.since = since;
    if (phase == PDOC_PHASE_IN_FORCE && fold->force_since == PDOC__NO_DAY)
        fold->force_since = since;
}

/* Is another event known that says when the version came, or will come, into force? */
static bool has_day_of_force(const struct fold *fold)
{
    if (((fold->past->kinds | fold->past->coming) & force_kinds) == 0)
        return false;
    for (size_t i = 0; i < fold->past->known; i++) {
        const pdoc_event *event = fold->past->events[i];
        if (((force_kinds >> event->kind) & 1) != 0 && pdoc__event_moves(event, fold->version))
            return true;
    }
    return false;
}

static int32_t effective_day(const pdoc_event *event)
{
    const struct pdoc__event_value *effective = pdoc__event_value(event, PDOC__ATTRIBUTE_EFFECTIVE);
    return effective && pdoc_date_is_recorded(effective->date) ? pdoc__day_number(effective->date) : PDOC__NO_DAY;
}

static void come_into_force(struct fold *fold, const pdoc_event *event, int32_t since)
{
    fold->promised = PDOC__NO_DAY;
    enter(fold, PDOC_PHASE_IN_FORCE, event, since);
}

/* Until the day comes it is approved. */
static void promise(struct fold *fold, const pdoc_event *event, int32_t day)
{
    fold->promised = day;
    fold->promise = event;
}

/* What was promised for a day up to this one has come true. */
static void keep_promise(struct fold *fold, int32_t day)
{
    if (fold->promised != PDOC__NO_DAY && fold->promised <= day)
        come_into_force(fold, fold->promise, fold->promised);
}

static void fold_approval(struct fold *fold, const pdoc_event *event, int32_t on)
{
    const int32_t effective = effective_day(event);
    fold->decided = true;
    if (fold->phase.phase == PDOC_PHASE_IN_FORCE)
        return; /* approved once more: it is in force since the first time */
    if (effective != PDOC__NO_DAY && effective <= on) {
        come_into_force(fold, event, effective);
    } else if (effective != PDOC__NO_DAY) {
        enter(fold, PDOC_PHASE_APPROVED, event, on);
        promise(fold, event, effective);
    } else if (has_day_of_force(fold)) {
        enter(fold, PDOC_PHASE_APPROVED, event, on);
    } else {
        come_into_force(fold, event, on);
        fold->phase.no_effective_day = true;
    }
}

static void fold_decision(struct fold *fold, const pdoc_event *event, int32_t on)
{
    pdoc_decision decision = pdoc__event_decision(event);
    if (decision == PDOC_DECISION_APPROVED || decision == PDOC_DECISION_WITH_AMENDMENTS) {
        fold_approval(fold, event, on);
        return;
    }
    if (fold->decided)
        return;
    fold->drafted = on;
    if (decision == PDOC_DECISION_NONE) { /* what came of it is not recorded, and must not be guessed */
        enter(fold, PDOC_PHASE_UNDETERMINED, event, on);
        fold->decided = true;
    }
}

static void fold_draft(struct fold *fold, const pdoc_event *event, int32_t on)
{
    if (fold->decided && fold->phase.phase != PDOC_PHASE_UNDETERMINED)
        return;
    enter(fold, event->kind == PDOC__EVENT_DRAFTED ? PDOC_PHASE_DRAFT : PDOC_PHASE_CONSULTING, event, on);
    fold->decided = false;
    fold->drafted = on;
}

/* Was it in force before it was given out? Then its release does not say since when. */
static bool is_in_force_already(const struct fold *fold, int32_t on)
{
    return fold->phase.phase == PDOC_PHASE_IN_FORCE &&
           (fold->phase.since < on || (fold->phase.event && fold->phase.event->kind == PDOC__EVENT_EFFECTIVE));
}

/* A release that names the day in force: the version is in force from then on, and until then it is approved. Nothing
   is in force before it was given out. */
static void fold_dated_release(struct fold *fold, const pdoc_event *event, int32_t on, int32_t effective)
{
    if (is_in_force_already(fold, on))
        return;
    fold->force_since = PDOC__NO_DAY;
    if (effective <= on) {
        come_into_force(fold, event, on);
        return;
    }
    if (fold->phase.phase != PDOC_PHASE_APPROVED)
        enter(fold, PDOC_PHASE_APPROVED, event, on);
    promise(fold, event, effective);
}

/* Given out before the day that was decided on, it comes into force on that day all the same. */
static void fold_force(struct fold *fold, const pdoc_event *event, int32_t on)
{
    const bool is_release = event->kind == PDOC__EVENT_RELEASED;
    const int32_t effective = is_release ? effective_day(event) : PDOC__NO_DAY;
    fold->decided = true;
    if (effective != PDOC__NO_DAY)
        fold_dated_release(fold, event, on, effective);
    else if (fold->phase.phase != PDOC_PHASE_IN_FORCE && !(is_release && fold->promised != PDOC__NO_DAY))
        come_into_force(fold, event, on);
}

/* What ends before its day in force has come was never in force. */
static void fold_end(struct fold *fold, const pdoc_event *event, int32_t on)
{
    fold->decided = true;
    fold->promised = PDOC__NO_DAY;
    enter(fold,
          event->kind == PDOC__EVENT_SUPERSEDED  ? PDOC_PHASE_SUPERSEDED
          : event->kind == PDOC__EVENT_WITHDRAWN ? PDOC_PHASE_WITHDRAWN
                                                 : PDOC_PHASE_ARCHIVED,
          event, on);
}

static void fold_event(struct fold *fold, const pdoc_event *event)
{
    int32_t on = pdoc__day_number(event->on);
    keep_promise(fold, on);
    switch (event->kind) {
    case PDOC__EVENT_DRAFTED:
    case PDOC__EVENT_CONSULTATION_OPENED:
        fold_draft(fold, event, on);
        return;
    case PDOC__EVENT_DECIDED:
        fold_decision(fold, event, on);
        return;
    case PDOC__EVENT_EFFECTIVE:
    case PDOC__EVENT_RELEASED:
        fold_force(fold, event, on);
        return;
    default:
        fold_end(fold, event, on);
    }
}

/* Cells that say that somebody decided, the first that is filled in serves. */
static const int16_t deciding_fields[] = {PDOC__FIELD_DATE_EFFECTIVE, PDOC__FIELD_DATE_APPROVED,
                                          PDOC__FIELD_DATE_RATIFIED, PDOC__FIELD_DATE_ISSUED, PDOC__FIELD_APPROVED_BY};

static bool cell_serves(const struct pdoc__row *row, int16_t field)
{
    if (row->known != field || row->state != PDOC_CELL_GIVEN)
        return false;
    return field == PDOC__FIELD_APPROVED_BY ? row->text && *row->text : pdoc_date_is_recorded(row->date);
}

int pdoc__find_given_cell(const struct pdoc_version *version, int16_t field)
{
    for (int i = 0; i < version->row_count; i++)
        if (cell_serves(&version->rows[i], field))
            return i;
    return -1;
}

/* A cell with a day to come says that it is not in force yet; an earlier approval then makes it approved. */
static void fold_printed_day(struct fold *fold, int16_t field, int row)
{
    int32_t first = pdoc__day_number(fold->version->rows[row].date);
    if (first != PDOC__NO_DAY && fold->drafted != PDOC__NO_DAY &&
        pdoc__interval_of(fold->version->rows[row].date).last < fold->drafted)
        return; /* copied from an older sheet: it was drafted after that day */
    if (first == PDOC__NO_DAY && fold->drafted != PDOC__NO_DAY)
        return;
    bool to_come = first != PDOC__NO_DAY && first > fold->day;
    bool awaits_day = fold->phase.printed && fold->phase.phase == PDOC_PHASE_DRAFT;
    if (to_come && awaits_day)
        return;
    enter(fold, to_come ? PDOC_PHASE_DRAFT : awaits_day ? PDOC_PHASE_APPROVED : PDOC_PHASE_IN_FORCE, NULL, first);
    if (to_come)
        fold->phase.since = PDOC__NO_DAY;
    fold->phase.printed = true;
    fold->phase.row = (int16_t)row;
    fold->phase.no_effective_day = field != PDOC__FIELD_DATE_EFFECTIVE;
}

static void fold_printed(struct fold *fold)
{
    for (size_t i = 0; i < sizeof deciding_fields / sizeof *deciding_fields; i++) {
        int row = pdoc__find_given_cell(fold->version, deciding_fields[i]);
        if (row < 0)
            continue;
        bool only_effective_to_come = fold->phase.printed && fold->phase.phase == PDOC_PHASE_DRAFT;
        if (only_effective_to_come && deciding_fields[i] == PDOC__FIELD_DATE_ISSUED)
            continue; /* issued is not approved */
        fold_printed_day(fold, deciding_fields[i], row);
        if (fold->phase.printed && fold->phase.phase != PDOC_PHASE_DRAFT)
            return;
    }
}

/* Nothing is known yet on the day, but that it will be decided or come into force: until then it is a draft. */
static void fold_coming(struct fold *fold)
{
    const struct pdoc__past *past = fold->past;
    uint64_t kinds = force_kinds | BIT(DECIDED);
    for (size_t i = past->count; (past->coming & kinds) != 0 && i < past->known; i++) {
        const pdoc_event *event = past->events[i];
        if (((kinds >> event->kind) & 1) == 0 || !pdoc__event_moves(event, fold->version))
            continue;
        enter(fold, PDOC_PHASE_DRAFT, event, PDOC__NO_DAY);
        return;
    }
}

/* The one decision that alone tells, as of most documents: it approves their only version, and nothing is known that
   says when that comes, or came, into force, or ended. Then what went before does not matter. NULL: not so simple. */
static const pdoc_event *plain_approval(const struct pdoc__past *past, const struct pdoc_version *version)
{
    const bool is_only_decision = (past->kinds & ~past->several & BIT(DECIDED)) != 0;
    const uint64_t others = (past->kinds & (force_kinds | end_kinds)) | (past->coming & force_kinds);
    if (!is_only_decision || others != 0 || !version || version->doc->version_count != 1)
        return NULL;
    const pdoc_event *event = past->last[PDOC__EVENT_DECIDED];
    const pdoc_decision decision = pdoc__event_moves(event, version) ? pdoc__event_decision(event) : PDOC_DECISION_NONE;
    return decision == PDOC_DECISION_APPROVED || decision == PDOC_DECISION_WITH_AMENDMENTS ? event : NULL;
}

static struct fold fold_version(const struct pdoc__judge *judge, const struct pdoc__past *past,
                                const struct pdoc_version *version)
{
    struct fold fold = {.phase = no_phase, .version = version, .past = past, .day = judge->day};
    fold.drafted = fold.force_since = fold.promised = PDOC__NO_DAY;
    if (past->has_unknown) {
        fold.phase.unknown_event = true;
        return fold;
    }
    const pdoc_event *approval = plain_approval(past, version);
    if (approval) {
        fold_approval(&fold, approval, pdoc__day_number(approval->on));
        keep_promise(&fold, fold.day);
        return fold;
    }
    for (size_t i = 0; (past->kinds & phase_kinds) != 0 && i < past->count; i++) {
        const pdoc_event *event = past->events[i];
        if (((phase_kinds >> event->kind) & 1) != 0 && pdoc__event_moves(event, version))
            fold_event(&fold, event);
    }
    keep_promise(&fold, fold.day);
    if (!fold.decided && version)
        fold_printed(&fold);
    bool is_open = !fold.decided && fold.phase.phase == PDOC_PHASE_UNDETERMINED;
    if (is_open)
        fold_coming(&fold);
    return fold;
}

/* A version is superseded from the day on which a later one came into force, whatever became of that one since. */
static void supersede(const struct pdoc__judge *judge, const struct pdoc__past *past, struct fold *fold)
{
    const pdoc_document *doc = fold->version->doc;
    for (size_t i = 0; i < doc->version_count; i++) {
        const struct pdoc_version *later = doc->versions[i];
        if (later->ordinal <= fold->version->ordinal)
            continue;
        struct fold other = fold_version(judge, past, later);
        bool came_into_force = other.force_since != PDOC__NO_DAY || other.phase.phase == PDOC_PHASE_IN_FORCE;
        if (!came_into_force)
            continue;
        enter(fold, PDOC_PHASE_SUPERSEDED, other.phase.event, other.force_since);
        fold->phase.by_version = later;
        fold->phase.printed = other.phase.printed;
        return;
    }
}

struct pdoc__phase pdoc__phase_of(struct pdoc__judge *judge, const struct pdoc_version *version)
{
    const struct pdoc__past *past = version ? pdoc__past_of(judge, &version->doc->history) : &judge->past;
    if (!past)
        return no_phase;
    if (version && version == judge->version && judge->phase.expired_by)
        return judge->phase;
    struct fold fold = fold_version(judge, past, version);
    if (version && version->doc->version_count == 1)
        return fold.phase;
    bool can_be_superseded = fold.phase.phase == PDOC_PHASE_IN_FORCE || fold.phase.phase == PDOC_PHASE_UNDETERMINED;
    if (version && can_be_superseded && !fold.phase.unknown_event)
        supersede(judge, past, &fold);
    return fold.phase;
}

const struct pdoc_version *pdoc__version_in_force(struct pdoc__judge *judge, const pdoc_document *doc)
{
    const struct pdoc__past *past = pdoc__past_of(judge, &doc->history);
    const struct pdoc_version *found = NULL;
    for (size_t i = doc->version_count; past && i-- > 0;) {
        const struct pdoc_version *version = doc->versions[i];
        if (found && version->ordinal < found->ordinal)
            continue;
        if (fold_version(judge, past, version).phase.phase == PDOC_PHASE_IN_FORCE)
            found = version;
    }
    bool ended = found && pdoc__phase_of(judge, found).phase != PDOC_PHASE_IN_FORCE; /* superseded or expired */
    return ended ? NULL : found;
}
