/* SPDX-License-Identifier: MIT */
/* What a register holds beside parties and documents: profiles, calendars, the forward plan, practice issues. */
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "keeping/merge.h"

#define PUSH(merging, owner, list, counter, item)                                                                      \
    do {                                                                                                               \
        void *pushed =                                                                                                 \
            pdoc__merge_push((merging), (owner)->list, &(owner)->counter, sizeof *(owner)->list, (void *)(item));      \
        if (!pushed)                                                                                                   \
            return false;                                                                                              \
        (owner)->list = pushed;                                                                                        \
    } while (0)

static bool same_date(pdoc_date one, pdoc_date other)
{
    return one.year == other.year && one.month == other.month && one.day == other.day;
}

/* ---- what it says of itself ---- */

static bool tell_other(struct pdoc__merging *merging, const char *place, const char *first, const char *second,
                       const char *kept)
{
    const struct pdoc__merge_row row = {
        .kind = PDOC_MERGE_CONFLICT, .place = place, .first = first, .second = second, .kept = kept};
    return pdoc__merge_tell(merging, &row);
}

/* A minor version of the schema: 4 of "1.4". */
static unsigned minor_of(const char *version)
{
    const char *dot = version ? strchr(version, '.') : NULL;
    unsigned minor = 0;
    for (const char *digit = dot ? dot + 1 : ""; pdoc__is_digit(*digit) && minor < 10000; digit++)
        minor = minor * 10 + (unsigned)(*digit - '0');
    return minor;
}

/* What one of them needs its readers to understand, the whole needs. */
static bool join_needs(struct pdoc__merging *merging)
{
    struct pdoc__parts words = {.arena = &merging->into->arena};
    pdoc_register *into = merging->into;
    const char *needs = merging->from->must_understand;
    if (needs && (!into->must_understand || !strstr(into->must_understand, needs)))
        into->must_understand = into->must_understand ? PDOC__JOIN(&words, into->must_understand, " ", needs) : needs;
    if (words.failed)
        pdoc__fail_memory(merging->error);
    return !words.failed;
}

static bool join_members(struct pdoc__merging *merging)
{
    pdoc_register *into = merging->into;
    const pdoc_register *from = merging->from;
    const bool differs = into->title && from->title && strcmp(into->title, from->title) != 0;
    if (differs && !tell_other(merging, "title", into->title, from->title, "that of the first"))
        return false;
    into->title = into->title ? into->title : from->title;
    if (minor_of(from->schema_version) > minor_of(into->schema_version))
        into->schema_version = from->schema_version;
    return join_needs(merging);
}

/* ---- profiles ---- */

static bool has_profile(const pdoc_register *reg, const struct pdoc__assignment *profile)
{
    for (size_t i = 0; i < reg->profile_count; i++)
        if (strcmp(reg->profiles[i].ref, profile->ref) == 0 && same_date(reg->profiles[i].from, profile->from) &&
            same_date(reg->profiles[i].to, profile->to))
            return true;
    return false;
}

/* What the second is judged by is no rule for the documents of the first. */
static bool join_profiles(struct pdoc__merging *merging)
{
    pdoc_register *into = merging->into;
    const bool is_open = into->document_count == 0 && into->profile_count == 0;
    for (size_t i = 0; i < merging->from->profile_count; i++) {
        struct pdoc__assignment *profile = &merging->from->profiles[i];
        const char *ours = into->profile_count > 0 ? into->profiles[into->profile_count - 1].ref : NULL;
        if (is_open)
            PUSH(merging, into, profiles, profile_count, profile);
        else if (!has_profile(into, profile) &&
                 !tell_other(merging, "profile", ours, profile->ref, "as the own profile of documents taken over"))
            return false;
    }
    return true;
}

/* ---- calendars ---- */

static struct pdoc__calendar_use *calendar_of(const pdoc_register *reg, const char *ref)
{
    for (size_t i = 0; i < reg->calendar_count; i++)
        if (strcmp(reg->calendars[i].ref, ref) == 0)
            return &reg->calendars[i];
    return NULL;
}

static bool has_day(const struct pdoc__calendar_use *calendar, const struct pdoc__calendar_day *day)
{
    for (size_t i = 0; i < calendar->day_count; i++)
        if (calendar->days[i].is_working == day->is_working && same_date(calendar->days[i].first, day->first))
            return true;
    return false;
}

static bool join_days(struct pdoc__merging *merging, struct pdoc__calendar_use *from, struct pdoc__calendar_use *into)
{
    for (size_t i = 0; i < from->day_count; i++)
        if (!has_day(into, &from->days[i]))
            PUSH(merging, into, days, day_count, &from->days[i]);
    return true;
}

static bool join_calendars(struct pdoc__merging *merging)
{
    pdoc_register *into = merging->into;
    for (size_t i = 0; i < merging->from->calendar_count; i++) {
        struct pdoc__calendar_use *calendar = &merging->from->calendars[i];
        struct pdoc__calendar_use *twin = calendar_of(into, calendar->ref);
        if (twin && !join_days(merging, calendar, twin))
            return false;
        if (!twin)
            PUSH(merging, into, calendars, calendar_count, calendar);
    }
    return true;
}

/* ---- the forward plan ---- */

static bool same_item(const pdoc_forward_item *one, const pdoc_forward_item *other)
{
    return strcmp(one->document, other->document) == 0 && one->version == other->version &&
           same_date(one->meeting, other->meeting) && same_date(one->deferred_to, other->deferred_to) &&
           pdoc__text_equal(one->body, other->body) && pdoc__text_equal(one->purpose, other->purpose) &&
           pdoc__text_equal(one->arranged_by, other->arranged_by) && pdoc__text_equal(one->note, other->note);
}

static bool has_item(const pdoc_register *reg, size_t count, const pdoc_forward_item *item)
{
    for (size_t i = 0; i < count; i++)
        if (same_item(reg->forward_items[i], item))
            return true;
    return false;
}

static bool join_forward_plan(struct pdoc__merging *merging)
{
    pdoc_register *into = merging->into;
    const size_t before = into->forward_item_count;
    for (size_t i = 0; i < merging->from->forward_item_count; i++) {
        pdoc_forward_item *item = merging->from->forward_items[i];
        if (has_item(into, before, item))
            continue;
        pdoc_forward_item **list =
            pdoc__list_add(into, into->forward_items, into->forward_item_count, sizeof item, &item, merging->error);
        if (!list)
            return false;
        into->forward_items = list;
        into->forward_item_count++;
        merging->brings = true;
    }
    return true;
}

/* ---- practice issues ---- */

static bool same_texts(const char *const *one, const char *const *other, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!pdoc__text_equal(one[i], other[i]))
            return false;
    return true;
}

static bool same_step(const struct pdoc_issue_step *one, const struct pdoc_issue_step *other)
{
    return one->kind == other->kind && strcmp(one->id, other->id) == 0 && same_date(one->on, other->on) &&
           same_date(one->recorded, other->recorded) && same_date(one->until, other->until) &&
           same_texts(one->values, other->values, PDOC__STEP_ATTRIBUTE_COUNT);
}

/* Is it the same issue, and has one of them only gone on where the other stopped? */
static bool goes_on(const pdoc_issue *one, const pdoc_issue *other)
{
    const uint32_t common = one->step_count < other->step_count ? one->step_count : other->step_count;
    if (!same_date(one->on, other->on) || !same_date(one->recorded, other->recorded) ||
        !same_texts(one->values, other->values, PDOC__ISSUE_ATTRIBUTE_COUNT))
        return false;
    for (size_t i = 0; i < common; i++)
        if (!same_step(&one->steps[i], &other->steps[i]))
            return false;
    return true;
}

static bool id_is_taken(const pdoc_register *reg, const char *id)
{
    for (size_t i = 0; i < reg->issue_count; i++)
        if (strcmp(reg->issues[i]->id, id) == 0)
            return true;
    return false;
}

static bool name_issue(struct pdoc__merging *merging, pdoc_issue *issue)
{
    struct pdoc__parts words = {.arena = &merging->from->arena};
    const char *made = issue->id;
    if (!id_is_taken(merging->into, issue->id))
        return true;
    for (uint64_t number = 1; id_is_taken(merging->into, made) || id_is_taken(merging->from, made); number++) {
        made = PDOC__JOIN(&words, "i", pdoc__parts_number(&words, number));
        if (words.failed) {
            pdoc__fail_memory(merging->error);
            return false;
        }
    }
    const struct pdoc__merge_row row = {.kind = PDOC_MERGE_RENAMED,
                                        .place = PDOC__JOIN(&words, "issue/", issue->id),
                                        .second = issue->id,
                                        .kept = made};
    issue->id = made;
    return pdoc__merge_tell(merging, &row);
}

static bool take_issue(struct pdoc__merging *merging, pdoc_issue *issue)
{
    pdoc_register *into = merging->into;
    if (!name_issue(merging, issue))
        return false;
    pdoc_issue **list = pdoc__list_add(into, into->issues, into->issue_count, sizeof issue, &issue, merging->error);
    if (!list)
        return false;
    issue->reg = into;
    into->issues = list;
    into->issue_count++;
    merging->brings = true;
    return true;
}

static bool join_issues(struct pdoc__merging *merging)
{
    pdoc_register *into = merging->into;
    const size_t before = into->issue_count;
    for (size_t i = 0; i < merging->from->issue_count; i++) {
        pdoc_issue *issue = merging->from->issues[i];
        pdoc_issue *twin = NULL;
        for (size_t k = 0; k < before && !twin; k++)
            twin = goes_on(into->issues[k], issue) ? into->issues[k] : NULL;
        if (!twin && !take_issue(merging, issue))
            return false;
        if (!twin || issue->step_count <= twin->step_count)
            continue;
        twin->steps = issue->steps; /* those of the first are among them */
        twin->step_count = issue->step_count;
        merging->brings = true;
    }
    return true;
}

/* ---- all of it ---- */

static bool compare_registers(struct pdoc__merging *merging)
{
    struct pdoc__parts parts[2] = {{.arena = &merging->scratch, .extras = &merging->into->extras},
                                   {.arena = &merging->scratch, .extras = &merging->from->extras}};
    pdoc__parts_of_register(&parts[0], merging->into);
    pdoc__parts_of_register(&parts[1], merging->from);
    const bool is_well = pdoc__merge_compare(merging, NULL, "", parts);
    pdoc__free(parts[0].items);
    pdoc__free(parts[1].items);
    return is_well;
}

bool pdoc__merge_register(struct pdoc__merging *merging)
{
    return compare_registers(merging) && join_members(merging) && join_profiles(merging) && join_calendars(merging) &&
           pdoc__merge_history(merging, &merging->from->history, &merging->into->history) &&
           pdoc__merge_unknown(merging, merging->from, merging->into, "register") &&
           pdoc__merge_unknown(merging, &merging->from->history, &merging->into->history, "history");
}

bool pdoc__merge_plans(struct pdoc__merging *merging)
{
    return join_forward_plan(merging) && join_issues(merging);
}
