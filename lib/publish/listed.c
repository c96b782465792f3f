/* SPDX-License-Identifier: MIT */
/* One document of a list: how it stands, and who is responsible. Knows nothing of columns or forms. */
#include "base/text.h"
#include "publish/columns.h"

/* The name that the register or the profile has for a party; NULL where neither knows it. */
static const char *known_party(const struct pdoc__judge *judge, const char *printed)
{
    const pdoc_party *party = pdoc_register_find_party(judge->reg, printed);
    if (party)
        return pdoc_party_name(party) ? pdoc_party_name(party) : pdoc_party_code(party);
    const struct pdoc__profile_party *row = judge->profile ? pdoc__profile_party(judge->profile, printed) : NULL;
    return row && row->rule.label ? row->rule.label : NULL;
}

const char *pdoc__party_label(const struct pdoc__judge *judge, const char *printed)
{
    const char *known = printed ? known_party(judge, printed) : NULL;
    return known ? known : printed;
}

const char *pdoc__cell_of(const struct pdoc__judge *judge, const char *field)
{
    return judge->version && field ? pdoc_version_field(judge->version, field) : NULL;
}

/* A sheet may repeat a field, and print something else in the first cell: a cell that names a known party counts more. */
const char *pdoc__cell_party(const struct pdoc__judge *judge, const char *field)
{
    const char *first = NULL;
    const size_t count = judge->version && field ? pdoc_version_row_count(judge->version) : 0;
    for (size_t row = 0; row < count; row++) {
        const char *value = pdoc_version_row_value(judge->version, row);
        const char *printed = value ? value : pdoc_version_row_text(judge->version, row);
        if (!printed || !pdoc__text_equal(pdoc_version_row_field(judge->version, row), field))
            continue;
        const char *known = known_party(judge, printed);
        if (known)
            return known;
        if (!first)
            first = printed;
    }
    return first;
}

const char *pdoc__responsible(const struct pdoc__judge *judge)
{
    return pdoc__cell_party(judge, judge->profile ? judge->profile->review_by : NULL);
}

/* A recorded decision says best who decides; the cell serves where there is none. */
const char *pdoc__approving_body(struct pdoc__judge *judge)
{
    const char *body = NULL;
    for (size_t i = 0; i < pdoc_document_event_count(judge->doc); i++) {
        const pdoc_event *event = pdoc_document_event(judge->doc, i);
        const bool is_decision = event->kind == PDOC__EVENT_DECIDED && pdoc__event_counts(judge, event);
        if (is_decision && pdoc_event_by(event))
            body = pdoc_event_by(event);
    }
    if (body)
        return pdoc__party_label(judge, body);
    const char *field = judge->profile ? judge->profile->body_field : NULL;
    return pdoc__cell_party(judge, field ? field : "approved-by");
}

const char *pdoc__type_label(const struct pdoc__judge *judge)
{
    if (judge->type && judge->type->rule.label)
        return judge->type->rule.label;
    return pdoc_document_type(judge->doc);
}

struct pdoc__standing pdoc__standing_of_entry(const pdoc_schedule *schedule, size_t entry)
{
    const pdoc_date due = pdoc_schedule_due(schedule, entry);
    return (struct pdoc__standing){
        .printed = pdoc__interval_date((struct pdoc__interval){
            .first = pdoc__day_number(pdoc_schedule_printed_first(schedule, entry)),
            .last = pdoc__day_number(pdoc_schedule_printed_last(schedule, entry)),
        }),
        .derived = pdoc__interval_date((struct pdoc__interval){
            .first = pdoc__day_number(pdoc_schedule_derived_first(schedule, entry)),
            .last = pdoc__day_number(pdoc_schedule_derived_last(schedule, entry)),
        }),
        .due = due,
        .governs = pdoc_schedule_governs(schedule, entry),
        .state = pdoc_schedule_state(schedule, entry),
        .days_overdue = pdoc_schedule_days_overdue(schedule, entry),
        .is_due = pdoc_date_is_recorded(due),
        .inferred = pdoc_schedule_is_inferred(schedule, entry),
        .as_printed = pdoc_schedule_is_as_printed(schedule, entry),
        .rule = pdoc_schedule_rule(schedule, entry),
        .clause = pdoc_schedule_clause(schedule, entry),
    };
}

static struct pdoc__standing standing_of_judge(struct pdoc__judge *judge)
{
    const struct pdoc__due *due = pdoc__due(judge);
    struct pdoc__standing standing = {
        .printed = pdoc__interval_date(due->printed),
        .derived = pdoc__interval_date(due->derived),
        .due = pdoc__day_date(due->due),
        .governs = (pdoc_governs)due->governs,
        .state = (pdoc_review_state)due->state,
        .is_due = due->due != PDOC__NO_DAY,
        .inferred = due->inferred,
        .as_printed = due->printed_fallback,
    };
    if (standing.is_due)
        standing.days_overdue = judge->day - due->due;
    if (due->rule >= 0 && judge->profile) {
        standing.rule = judge->profile->schedule[due->rule].rule.id;
        standing.clause = judge->profile->schedule[due->rule].rule.clause;
    }
    return standing;
}

bool pdoc__list_take(struct pdoc__listed *listed, const pdoc_document *doc, pdoc_error **error)
{
    listed->doc = doc;
    if (!pdoc__judge_take(listed->judge, doc, error))
        return false;
    listed->standing = standing_of_judge(listed->judge);
    if (!listed->judge->out_of_memory)
        return true;
    pdoc__fail_memory(error);
    return false;
}
