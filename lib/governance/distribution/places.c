/* SPDX-License-Identifier: MIT */
/* Places: where a version is to be put, and which copies of earlier ones are to be taken away. */
#include <string.h>

#include "base/text.h"
#include "governance/distribution/distribution.h"
#include "governance/rows/judged_rows.h"

/* Cells of the front sheet that name a place, and the channel that it is. */
static const struct {
    int16_t field;
    const char *channel;
} cells[] = {{PDOC__FIELD_LOCATION_INTRANET, "intranet"}, {PDOC__FIELD_LOCATION_WEBSITE, "website"}};

static const char *channel_of(const pdoc_event *event)
{
    return pdoc__event_says(event, PDOC__ATTRIBUTE_CHANNEL);
}

static const char *place_of(const pdoc_event *event)
{
    return pdoc__event_says(event, PDOC__ATTRIBUTE_HREF);
}

/* Is it the same place: by channel where both say one, else by address? */
static bool is_there(const struct pdoc__task *task, const char *channel, const char *place)
{
    if (task->channel && channel)
        return pdoc__text_same(task->channel, channel);
    return task->place && place && strcmp(task->place, place) == 0;
}

static bool is_of_version(const struct pdoc__distributing *work, const pdoc_event *event)
{
    return event->version == work->version->ordinal ||
           (event->version == 0 && work->since != PDOC__NO_DAY && pdoc__day_number(event->on) >= work->since);
}

/* The last publication of the version at a place; NULL: none. */
static const pdoc_event *published_at(const struct pdoc__distributing *work, const struct pdoc__task *task)
{
    const struct pdoc__past *past = &work->judge.past;
    for (size_t i = past->count; i-- > 0;) {
        const pdoc_event *event = past->events[i];
        if (event->kind == PDOC__EVENT_PUBLISHED && is_of_version(work, event) &&
            is_there(task, channel_of(event), place_of(event)))
            return event;
    }
    return NULL;
}

static bool is_known_already(const struct pdoc__distributing *work, const struct pdoc__task *task)
{
    for (size_t i = work->first; i < work->answer->count; i++) {
        const struct pdoc__task *other = &work->answer->tasks[i];
        if (other->action == task->action && is_there(other, task->channel, task->place))
            return true;
    }
    return false;
}

static bool publish_at(struct pdoc__distributing *work, const char *channel, const char *place, const char *reason)
{
    struct pdoc__task task = {.action = PDOC_DISTRIBUTE_PUBLISH,
                              .version = work->version->ordinal,
                              .channel = channel,
                              .place = place,
                              .reason = reason};
    if (is_known_already(work, &task))
        return true;
    const pdoc_event *done = published_at(work, &task);
    pdoc__task_row(work, PDOC__EVENT_PUBLISHED, &task);
    if (done) {
        task.is_done = true;
        task.done_by = done->id;
        task.done_on = done->on;
    }
    return pdoc__task_add(work, &task);
}

/* ---- where ---- */

static bool publish_where_released(struct pdoc__distributing *work)
{
    const struct pdoc__past *past = &work->judge.past;
    for (size_t i = 0; i < past->count; i++) {
        const pdoc_event *event = past->events[i];
        const char *channels =
            event->kind == PDOC__EVENT_RELEASED && is_of_version(work, event) ? channel_of(event) : NULL;
        for (const char *at = channels; at && *at;) {
            const size_t size = strcspn(at, " ");
            const char *channel = size > 0 ? pdoc__arena_text(&work->judge.scratch, at, size, work->error) : NULL;
            if (size > 0 && (!channel || !publish_at(work, channel, NULL, "the release names this channel")))
                return false;
            at += size + (at[size] == ' ');
        }
    }
    return true;
}

static const struct pdoc__row *cell_of(const struct pdoc_version *version, int16_t field)
{
    for (size_t i = 0; i < version->row_count; i++)
        if (version->rows[i].known == field)
            return &version->rows[i];
    return NULL;
}

/* The cell of the version; one without a sheet yet goes where the one before it went. */
static const struct pdoc__row *place_cell(const struct pdoc__distributing *work, int16_t field)
{
    const pdoc_document *doc = work->version->doc;
    const struct pdoc__row *cell = NULL;
    uint32_t ordinal = 0;
    for (size_t i = 0; i < doc->version_count; i++) {
        const struct pdoc_version *version = doc->versions[i];
        const struct pdoc__row *found =
            version->ordinal <= work->version->ordinal && version->ordinal >= ordinal ? cell_of(version, field) : NULL;
        if (!found)
            continue;
        cell = found;
        ordinal = version->ordinal;
    }
    return cell;
}

static bool publish_where_printed(struct pdoc__distributing *work)
{
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        const struct pdoc__row *cell = place_cell(work, cells[i].field);
        if (cell && cell->state == PDOC_CELL_GIVEN && cell->text && *cell->text &&
            !publish_at(work, cells[i].channel, cell->text, "the front sheet names this place"))
            return false;
    }
    return true;
}

static bool is_earlier(const struct pdoc__distributing *work, const pdoc_event *event)
{
    return event->kind == PDOC__EVENT_PUBLISHED && !is_of_version(work, event) &&
           event->version < work->version->ordinal && (channel_of(event) || place_of(event));
}

static bool publish_where_before(struct pdoc__distributing *work)
{
    const struct pdoc__past *past = &work->judge.past;
    for (size_t i = past->count; i-- > 0;) /* the last place counts */
        if (is_earlier(work, past->events[i]) &&
            !publish_at(work, channel_of(past->events[i]), place_of(past->events[i]),
                        "an earlier version was published there"))
            return false;
    return true;
}

/* ---- copies ---- */

/* What shows that a copy is gone: the new version took its address, or the old one was taken away there. */
static const pdoc_event *taken_away(const struct pdoc__distributing *work, const struct pdoc__task *task)
{
    const struct pdoc__past *past = &work->judge.past;
    const pdoc_event *now = published_at(work, task);
    const char *place = now ? place_of(now) : NULL;
    if (now && (!task->place || (place && strcmp(place, task->place) == 0)))
        return now;
    for (size_t i = past->count; i-- > 0;) {
        const pdoc_event *event = past->events[i];
        const bool is_end = event->kind == PDOC__EVENT_WITHDRAWN || event->kind == PDOC__EVENT_ARCHIVED;
        const char *channel = channel_of(event);
        if (is_end && event->version == task->version && (!channel || is_there(task, channel, place_of(event))))
            return event;
    }
    return NULL;
}

static bool withdraw_copies(struct pdoc__distributing *work)
{
    const struct pdoc__past *past = &work->judge.past;
    for (size_t i = past->count; i-- > 0;) {
        const pdoc_event *event = past->events[i];
        struct pdoc__task task = {.action = PDOC_DISTRIBUTE_WITHDRAW,
                                  .version = event->version,
                                  .channel = channel_of(event),
                                  .place = place_of(event),
                                  .reason = "a copy of an earlier version lies there"};
        if (!is_earlier(work, event) || is_known_already(work, &task))
            continue;
        const pdoc_event *done = taken_away(work, &task);
        pdoc__task_row(work, PDOC__EVENT_PUBLISHED, &task);
        task.is_done = done != NULL;
        if (done) {
            task.done_by = done->id;
            task.done_on = done->on;
        }
        if (!pdoc__task_add(work, &task))
            return false;
    }
    return true;
}

bool pdoc__distribute_places(struct pdoc__distributing *work)
{
    return publish_where_printed(work) && publish_where_released(work) && publish_where_before(work) &&
           withdraw_copies(work);
}
