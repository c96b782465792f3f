/* SPDX-License-Identifier: MIT */
/* Who is named on a front sheet, by the name that the register or the profile has for the party. Judges nothing. */
#include "governance/named.h"

#include "base/text.h"

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
