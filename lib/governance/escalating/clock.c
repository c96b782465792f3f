/* SPDX-License-Identifier: MIT */
/* Limits on the ladder: hours, days, working days, the shorter of two, as agreed. What is not stated is not made up. */
#include <string.h>

#include "governance/escalating/ladder.h"

const struct pdoc__limit pdoc__no_limit = {.words = "no time limit is stated", .by = {PDOC__NO_MINUTE, PDOC__NO_MINUTE}};

static struct pdoc__span span_of(pdoc_date day, const char *time)
{
    const int64_t start = (int64_t)pdoc__day_number(day) * PDOC__DAY_MINUTES;
    const int minute = pdoc__issue_minute(time);
    return minute < 0 ? (struct pdoc__span){start, start + PDOC__DAY_MINUTES - 1}
                      : (struct pdoc__span){start + minute, start + minute};
}

struct pdoc__span pdoc__step_span(const struct pdoc_issue_step *step)
{
    return span_of(step->on, step->values[PDOC__STEP_AT]);
}

struct pdoc__span pdoc__issue_span(const pdoc_issue *issue)
{
    return span_of(issue->on, issue->values[PDOC__ISSUE_AT]);
}

struct pdoc__span pdoc__visit_since(const struct pdoc__ladder *ladder, const struct pdoc__visit *visit)
{
    return visit->reached ? pdoc__step_span(visit->reached) : pdoc__issue_span(ladder->issue);
}

static int32_t day_of(int64_t minute)
{
    const int64_t days = minute / PDOC__DAY_MINUTES;
    return (int32_t)(minute % PDOC__DAY_MINUTES < 0 ? days - 1 : days);
}

/* Hours run from the minute; what counts in days is over with the end of its last one. */
static bool reckon(const struct pdoc__judge *judge, struct pdoc__span from, pdoc_offset offset, struct pdoc__span *out)
{
    if (offset.unit == PDOC_UNIT_HOUR && offset.months == 0) {
        *out = (struct pdoc__span){from.first + (int64_t)offset.count * 60, from.last + (int64_t)offset.count * 60};
        return true;
    }
    struct pdoc__interval days = {day_of(from.first), day_of(from.last)};
    if (!pdoc__reckon(judge, days, offset, &days, NULL))
        return false;
    *out = (struct pdoc__span){(int64_t)days.first * PDOC__DAY_MINUTES + PDOC__DAY_MINUTES - 1,
                               (int64_t)days.last * PDOC__DAY_MINUTES + PDOC__DAY_MINUTES - 1};
    return true;
}

static const char *offset_words(struct pdoc__ladder *ladder, pdoc_offset offset)
{
    char text[PDOC_OFFSET_TEXT];
    return PDOC__PHRASE(ladder->judge, pdoc_offset_format(offset, text));
}

struct pdoc__limit pdoc__limit_after(struct pdoc__ladder *ladder, struct pdoc__span from, pdoc_offset offset,
                                     const char *what)
{
    struct pdoc__limit limit = pdoc__no_limit;
    if (!pdoc__is_offset(offset))
        return limit;
    limit.is_stated = true;
    limit.words = PDOC__PHRASE(ladder->judge, offset_words(ladder, offset), " from ", what);
    if (from.first == PDOC__NO_MINUTE)
        limit.words = PDOC__PHRASE(ladder->judge, limit.words, ", of which nothing is recorded");
    else if (!reckon(ladder->judge, from, offset, &limit.by))
        limit.words = PDOC__PHRASE(ladder->judge, limit.words, ", which cannot be told without a calendar of working days");
    return limit;
}

/* What a limit counts from, as the profile says. */
static struct pdoc__span anchor(const struct pdoc__ladder *ladder, const struct pdoc__visit *visit, size_t which,
                                const char **what)
{
    const struct pdoc__texts *from = &visit->stage->limit_from;
    const char *word = from->count == 0 ? "reached" : from->items[which < from->count ? which : 0];
    if (strcmp(word, "opened") == 0) {
        *what = "the day on which the issue was raised";
        return pdoc__issue_span(ladder->issue);
    }
    if (strcmp(word, "acknowledged") == 0) {
        *what = "the acknowledgement";
        return visit->acknowledged ? pdoc__step_span(visit->acknowledged) : pdoc__no_limit.by;
    }
    *what = "when the stage was reached";
    return pdoc__visit_since(ladder, visit);
}

static struct pdoc__limit own_limit(struct pdoc__ladder *ladder, const struct pdoc__visit *visit, pdoc_offset offset,
                                    size_t which)
{
    const char *what;
    const struct pdoc__span from = anchor(ladder, visit, which, &what);
    return pdoc__limit_after(ladder, from, offset, what);
}

/* The shorter of two. If one cannot be told, the other one is the latest that it may be. */
static struct pdoc__limit shorter(struct pdoc__ladder *ladder, struct pdoc__limit one, struct pdoc__limit other)
{
    if (!other.is_stated || !one.is_stated)
        return other.is_stated ? other : one;
    struct pdoc__limit limit = one;
    if (one.by.first == PDOC__NO_MINUTE)
        limit.by = (struct pdoc__span){PDOC__NO_MINUTE + 1, other.by.last};
    else if (other.by.first == PDOC__NO_MINUTE)
        limit.by = (struct pdoc__span){PDOC__NO_MINUTE + 1, one.by.last};
    else
        limit.by = (struct pdoc__span){one.by.first < other.by.first ? one.by.first : other.by.first,
                                       one.by.last < other.by.last ? one.by.last : other.by.last};
    if (one.by.first == PDOC__NO_MINUTE && other.by.first == PDOC__NO_MINUTE)
        limit.by = pdoc__no_limit.by;
    limit.words = PDOC__PHRASE(ladder->judge, "the shorter of ", one.words, " and ", other.words);
    return limit;
}

static struct pdoc__limit agreed_limit(struct pdoc__ladder *ladder, const struct pdoc_issue_step *agreed)
{
    const int64_t end = (int64_t)pdoc__day_number(agreed->until) * PDOC__DAY_MINUTES + PDOC__DAY_MINUTES - 1;
    return (struct pdoc__limit){
        .is_stated = true,
        .by = {end, end},
        .words = PDOC__PHRASE(ladder->judge, "as agreed on ", pdoc__phrase_date(ladder->judge, agreed->on)),
    };
}

struct pdoc__limit pdoc__stage_limit(struct pdoc__ladder *ladder, const struct pdoc__visit *visit)
{
    const struct pdoc__stage *stage = visit->stage;
    if (stage->as_agreed && visit->agreed && pdoc_date_is_recorded(visit->agreed->until))
        return agreed_limit(ladder, visit->agreed);
    if (pdoc__is_offset(stage->urgent_limit) && pdoc__condition_holds(ladder, &stage->urgent_when))
        return own_limit(ladder, visit, stage->urgent_limit, 0);
    struct pdoc__limit limit = shorter(ladder, own_limit(ladder, visit, stage->limit, 0),
                                       own_limit(ladder, visit, stage->or_limit, 1));
    if (!limit.is_stated && stage->as_agreed)
        limit.words = "as the parties agree; nothing is recorded";
    return limit;
}

pdoc_truth pdoc__limit_is_passed(const struct pdoc__ladder *ladder, const struct pdoc__limit *limit,
                                 const struct pdoc_issue_step *done)
{
    if (!limit->is_stated)
        return PDOC_FALSE;
    if (limit->by.first == PDOC__NO_MINUTE)
        return PDOC_UNKNOWN;
    /* Of a day that has begun nobody can say yet that it passed without. */
    const int64_t today = (int64_t)ladder->judge->day * PDOC__DAY_MINUTES;
    const struct pdoc__span when = done ? pdoc__step_span(done) : (struct pdoc__span){today, today};
    if (when.first > limit->by.last)
        return PDOC_TRUE;
    return when.last > limit->by.first ? PDOC_UNKNOWN : PDOC_FALSE;
}
