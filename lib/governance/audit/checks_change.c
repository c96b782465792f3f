/* SPDX-License-Identifier: MIT */
/* How a document changed: classes of amendment, content that is not what was decided on, serial extension, review dates
   that moved on by themselves. */
#include <string.h>

#include "governance/audit/audit.h"
#include "governance/change/ledger.h"
#include "model/build.h"

static bool has_kind(const struct pdoc__judge *judge, enum pdoc__event_kind kind)
{
    return (judge->past.kinds >> kind & 1) != 0;
}

/* ---- classes of amendment ---- */

static const char *known_classes(struct pdoc__audit *audit)
{
    const pdoc_profile *profile = audit->judge.profile;
    const char *words = "the profile knows ";
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_AMENDMENTS]; i++)
        words = PDOC__SAY(audit, words, i > 0 ? ", " : "", profile->amendments[i].rule.id);
    return words;
}

static void check_class(struct pdoc__audit *audit, const pdoc_event *event)
{
    pdoc__check_met(audit, PDOC__CHECK_AMENDMENT_CLASS_UNKNOWN);
    if (pdoc__amendment_of(&audit->judge, event))
        return;
    const char *class = pdoc__event_says(event, PDOC__ATTRIBUTE_CLASS);
    pdoc__find(audit, &(struct pdoc__evidence){.check = PDOC__CHECK_AMENDMENT_CLASS_UNKNOWN,
                                               .outcome = class ? PDOC_OUTCOME_NOT_MET : PDOC_OUTCOME_UNDETERMINED,
                                               .place = pdoc__event_place(audit, event),
                                               .expected = "a class of amendment of the profile",
                                               .found = class ? class : "no class",
                                               .arguments = {{"on", pdoc__say_date(audit, event->on)},
                                                             {"event", event->id},
                                                             {"known", known_classes(audit)},
                                                             {"what", class ? PDOC__SAY(audit, "its class, \"", class,
                                                                                        "\", is none of the profile")
                                                                            : "no class is recorded"}}});
}

static void check_classes(struct pdoc__audit *audit)
{
    const struct pdoc__judge *judge = &audit->judge;
    const bool knows_classes = judge->profile && judge->profile->counts[PDOC_PROFILE_AMENDMENTS] > 0;
    for (size_t i = 0; knows_classes && i < judge->past.count; i++)
        if (judge->past.events[i]->kind == PDOC__EVENT_AMENDED)
            check_class(audit, judge->past.events[i]);
}

/* ---- content ---- */

/* A rule that freezes the content says the same, with its clause. */
static bool is_frozen_by_rule(struct pdoc__judge *judge)
{
    const pdoc_profile *profile = judge->profile;
    for (size_t i = 0; profile && i < profile->counts[PDOC_PROFILE_FREEZES]; i++) {
        const struct pdoc__freeze *freeze = &profile->freezes[i];
        if (pdoc__texts_hold(&freeze->fields, "content") && pdoc__rule_applies(judge, &freeze->rule) &&
            pdoc__predicate(judge, freeze->when, NULL, NULL) != PDOC_FALSE)
            return true;
    }
    return false;
}

static void check_content(struct pdoc__audit *audit)
{
    struct pdoc__judge *judge = &audit->judge;
    struct pdoc__hash_change change;
    bool is_attested = false;
    if (!judge->version || !has_kind(judge, PDOC__EVENT_ATTESTED) || is_frozen_by_rule(judge))
        return;
    const bool is_changed = pdoc__content_changed(judge, judge->version, &change, &is_attested);
    if (!is_changed && is_attested)
        pdoc__check_met(audit, PDOC__CHECK_CONTENT_CHANGED);
    if (!is_changed)
        return;
    pdoc__find(audit, &(struct pdoc__evidence){
                          .check = PDOC__CHECK_CONTENT_CHANGED,
                          .outcome = PDOC_OUTCOME_NOT_MET,
                          .place = pdoc__event_place(audit, change.event),
                          .expected = change.before,
                          .found = change.after,
                          .arguments = {{"version", pdoc__say_number(audit, judge->version->ordinal)},
                                        {"earlier", change.earlier ? change.earlier->id : "the version itself"},
                                        {"event", change.event->id}}});
}

/* ---- extensions ---- */

/* A rule that permits so many is no reason to call them too many. */
static bool is_permitted(struct pdoc__judge *judge, uint32_t number)
{
    const struct pdoc__extension_rule *rule = pdoc__extension_rule(judge);
    return rule && !rule->is_forbidden && rule->most_count >= number;
}

static void check_extensions(struct pdoc__audit *audit)
{
    struct pdoc__judge *judge = &audit->judge;
    size_t count;
    const struct pdoc__extended *list = pdoc__extensions_of(judge, &count);
    const struct pdoc__extended *last = count > 0 && list[count - 1].is_of_this_cycle ? &list[count - 1] : NULL;
    if (!last)
        return;
    pdoc__check_met(audit, PDOC__CHECK_SERIAL_EXTENSION);
    if (last->number < 2 || is_permitted(judge, last->number))
        return;
    const struct pdoc__extension_rule *rule = pdoc__extension_rule(judge);
    const char *number = pdoc__say_number(audit, last->number);
    pdoc__find(audit, &(struct pdoc__evidence){
                          .check = PDOC__CHECK_SERIAL_EXTENSION,
                          .outcome = PDOC_OUTCOME_NOT_MET,
                          .rule = rule && rule->most_count > 0 ? &rule->rule : NULL,
                          .place = pdoc__event_place(audit, last->event),
                          .expected = "a completed review between two extensions",
                          .found = PDOC__SAY(audit, number, " extensions"),
                          .arguments = {{"count", number},
                                        {"days", pdoc__say_number(audit, pdoc__delay(last->first_due, last->until))}}});
}

/* ---- dates that moved ---- */

static const struct pdoc__row *printed_date(const struct pdoc_version *version)
{
    for (size_t i = 0; i < version->row_count; i++) {
        const struct pdoc__row *row = &version->rows[i];
        if (row->known == PDOC__FIELD_DATE_REVIEW && row->state == PDOC_CELL_GIVEN && pdoc_date_is_recorded(row->date))
            return row;
    }
    return NULL;
}

/* The version before with a review date on its sheet. */
static const struct pdoc_version *dated_before(const struct pdoc_version *version)
{
    const struct pdoc_version *found = NULL;
    for (size_t i = 0; i < version->doc->version_count; i++) {
        const struct pdoc_version *other = version->doc->versions[i];
        if (other->ordinal < version->ordinal && (!found || other->ordinal > found->ordinal) && printed_date(other))
            found = other;
    }
    return found;
}

/* Is anything recorded that may move a review date, after the earlier version was decided on? */
static bool is_accounted_for(const struct pdoc__judge *judge, const struct pdoc_version *before)
{
    const pdoc_event *decided = before ? pdoc__approval_of(judge, before) : NULL;
    for (size_t i = 0; i < judge->past.count; i++) {
        const pdoc_event *event = judge->past.events[i];
        if (decided && pdoc_date_is_before(event->on, decided->on) == PDOC_TRUE)
            continue;
        const struct pdoc__amendment *class =
            event->kind == PDOC__EVENT_AMENDED ? pdoc__amendment_of(judge, event) : NULL;
        if (event->kind == PDOC__EVENT_REVIEWED || event->kind == PDOC__EVENT_EXTENDED ||
            (class && class->restarts_clock))
            return true;
    }
    return false;
}

/* Does the rule for the review count from something that came after the earlier version? Then the date moves with it.
 */
static bool moves_by_rule(struct pdoc__judge *judge, const struct pdoc_version *before)
{
    const struct pdoc__due *due = pdoc__due(judge);
    const pdoc_event *decided = pdoc__approval_of(judge, before);
    if (due->rule < 0 || !decided || !pdoc__interval_is_recorded(due->derived))
        return false;
    const struct pdoc__due_step step = pdoc__due_step(judge, &judge->profile->schedule[due->rule]);
    const struct pdoc__value *anchor = step.anchor >= 0 ? pdoc__fact(judge, (size_t)step.anchor) : NULL;
    return anchor && anchor->type == PDOC__DATE && anchor->date.first > pdoc__interval_of(decided->on).last;
}

static void find_moved(struct pdoc__audit *audit, const char *place, pdoc_date from, pdoc_date to, const char *how)
{
    pdoc__find(audit, &(struct pdoc__evidence){.check = PDOC__CHECK_REVIEW_DATE_MOVED,
                                               .outcome = PDOC_OUTCOME_NOT_MET,
                                               .place = place,
                                               .expected = pdoc__say_date(audit, from),
                                               .found = pdoc__say_date(audit, to),
                                               .arguments = {{"how", how}}});
}

static void check_sheets(struct pdoc__audit *audit)
{
    struct pdoc__judge *judge = &audit->judge;
    const struct pdoc__row *now = printed_date(judge->version);
    const struct pdoc_version *before = now ? dated_before(judge->version) : NULL;
    const struct pdoc__row *then = before ? printed_date(before) : NULL;
    if (!then)
        return;
    const bool moved_on = pdoc_date_is_before(then->date, now->date) == PDOC_TRUE;
    if (!moved_on || is_accounted_for(judge, before) || moves_by_rule(judge, before)) {
        pdoc__check_met(audit, PDOC__CHECK_REVIEW_DATE_MOVED);
        return;
    }
    find_moved(audit, "front-sheet/date-review", then->date, now->date,
               PDOC__SAY(audit, "from version ", pdoc__say_number(audit, before->ordinal), " to version ",
                         pdoc__say_number(audit, judge->version->ordinal)));
}

/* A correction of the printed review date after the decision; what it was corrected to is in `until` or on the sheet.
 */
static void check_corrections(struct pdoc__audit *audit)
{
    const struct pdoc__judge *judge = &audit->judge;
    const pdoc_event *decided = pdoc__approval_of(judge, judge->version);
    const struct pdoc__row *now = printed_date(judge->version);
    for (size_t i = 0; decided && i < judge->past.count; i++) {
        const pdoc_event *event = judge->past.events[i];
        const char *field =
            event->kind == PDOC__EVENT_CORRECTED ? pdoc__event_says(event, PDOC__ATTRIBUTE_FIELD) : NULL;
        if (!field || strcmp(field, "date-review") != 0 || pdoc_date_is_before(decided->on, event->on) != PDOC_TRUE)
            continue;
        pdoc__check_met(audit, PDOC__CHECK_REVIEW_DATE_MOVED);
        const struct pdoc__event_value *until = pdoc__event_value(event, PDOC__ATTRIBUTE_UNTIL);
        const bool moved_on = until && now && pdoc_date_is_before(now->date, until->date) == PDOC_TRUE;
        if (moved_on && !is_accounted_for(judge, judge->version))
            find_moved(audit, pdoc__event_place(audit, event), now->date, until->date,
                       PDOC__SAY(audit, "corrected, ", event->id));
    }
}

void pdoc__check_changes(struct pdoc__audit *audit)
{
    const struct pdoc__judge *judge = &audit->judge;
    if (has_kind(judge, PDOC__EVENT_AMENDED))
        check_classes(audit);
    check_content(audit);
    if (has_kind(judge, PDOC__EVENT_EXTENDED))
        check_extensions(audit);
    if (!judge->version)
        return;
    if (judge->doc->version_count > 1)
        check_sheets(audit);
    if (has_kind(judge, PDOC__EVENT_CORRECTED))
        check_corrections(audit);
}
