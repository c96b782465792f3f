/* SPDX-License-Identifier: MIT */
/* The tables of words, made from the .def files, and the public questions about them. Knows nothing of registers. */
#include "model/vocabulary.h"

#include <string.h>

#include "model/issue.h"
#include "policydoc/plan.h"

#define LENGTH(rows) (sizeof(rows) / sizeof((rows)[0]))

#define PDOC_FIELD(id, word, name, kind, text)                                                                         \
    {.code = (word), .label = (name), .meaning = (text), .type = PDOC__##kind},
static const struct pdoc__word fields[] = {
#include "model/fields.def"
};
#undef PDOC_FIELD
#define PDOC_FIELD(id, word, name, kind, text) PDOC__##kind,
const uint8_t pdoc__field_types[] = {
#include "model/fields.def"
};

/* Order of enum pdoc__value_type. */
static const struct pdoc__word field_types[] = {
    {.code = "text", .label = "Text", .meaning = "words"},
    {.code = "code", .label = "Code", .meaning = "a word of a table, set or profile"},
    {.code = "date", .label = "Date", .meaning = "a day, month or year"},
    {.code = "party", .label = "Party", .meaning = "a body, post or organisation; several with \";\" between"},
    {.code = "flag", .label = "Yes or no", .meaning = "yes or no"},
    {.code = "number", .label = "Number", .meaning = "a whole number"},
    {.code = "uri", .label = "Address", .meaning = "an address on the web or a path"},
    {.code = "list", .label = "List", .meaning = "texts with \";\" between"},
    {.code = "event", .label = "Event", .meaning = "id of an event"},
    {.code = "version", .label = "Version", .meaning = "label of a version, such as V1"},
    {.code = "period", .label = "Period", .meaning = "an offset, such as P3Y"},
};

#define PHASE_NONE PDOC_PHASE_UNDETERMINED
#define PHASE_DRAFT PDOC_PHASE_DRAFT
#define PHASE_CONSULTING PDOC_PHASE_CONSULTING
#define PHASE_APPROVED PDOC_PHASE_APPROVED
#define PHASE_IN_FORCE PDOC_PHASE_IN_FORCE
#define PHASE_SUPERSEDED PDOC_PHASE_SUPERSEDED
#define PHASE_WITHDRAWN PDOC_PHASE_WITHDRAWN
#define PHASE_ARCHIVED PDOC_PHASE_ARCHIVED
#define PDOC_EVENT(id, word, name, phase, text)                                                                        \
    {.code = (word), .label = (name), .meaning = (text), .extra = PHASE_##phase},
static const struct pdoc__word event_kinds[] = {
#include "model/events.def"
};

enum { FORM_ATTRIBUTE, FORM_ELEMENT };
#define PDOC_ATTRIBUTE(id, word, name, kind, form, text)                                                               \
    {.code = (word), .label = (name), .meaning = (text), .type = PDOC__##kind, .extra = FORM_##form},
static const struct pdoc__word event_attributes[] = {
#include "model/event_attributes.def"
};
#undef PDOC_ATTRIBUTE
#define PDOC_ATTRIBUTE(id, word, name, kind, form, text) PDOC__##kind,
const uint8_t pdoc__attribute_types[] = {
#include "model/event_attributes.def"
};

#define PDOC_RELATION(word, name, back, text, travel, order)                                                           \
    {.code = (word),                                                                                                   \
     .label = (name),                                                                                                  \
     .meaning = (text),                                                                                                \
     .inverse = (back),                                                                                                \
     .type = PDOC__TRAVELS_##travel,                                                                                   \
     .extra = PDOC__##order},
static const struct pdoc__word relation_kinds[] = {
#include "model/relations.def"
};

#define PDOC_PARTY_KIND(word, name, text) {.code = (word), .label = (name), .meaning = (text)},
static const struct pdoc__word party_kinds[] = {
#include "model/kinds.def"
};
#undef PDOC_PARTY_KIND

#define PDOC_SCHEDULE_KIND(word, name, text) {.code = (word), .label = (name), .meaning = (text)},
static const struct pdoc__word schedule_kinds[] = {
#include "model/kinds.def"
};
#undef PDOC_SCHEDULE_KIND

#define PDOC_BASE_TYPE(word, name, text) {.code = (word), .label = (name), .meaning = (text)},
static const struct pdoc__word base_types[] = {
#include "model/kinds.def"
};
#undef PDOC_BASE_TYPE

#define PDOC_STEP_KIND(word, name, text) {.code = (word), .label = (name), .meaning = (text)},
static const struct pdoc__word step_kinds[] = {
#include "model/kinds.def"
};
#undef PDOC_STEP_KIND

#define PDOC_PURPOSE(word, name, text) {.code = (word), .label = (name), .meaning = (text)},
static const struct pdoc__word purposes[] = {
#include "model/kinds.def"
};
#undef PDOC_PURPOSE

#define PDOC_ROUTE_DUTY(word, name, text) {.code = (word), .label = (name), .meaning = (text)},
static const struct pdoc__word route_duties[] = {
#include "model/kinds.def"
};
#undef PDOC_ROUTE_DUTY

#define PDOC_SCHEME(word, name, text) {.code = (word), .label = (name), .meaning = (text)},
static const struct pdoc__word schemes[] = {
#include "model/kinds.def"
};
#undef PDOC_SCHEME

#define PDOC_REFERENCE_KIND(word, name, text) {.code = (word), .label = (name), .meaning = (text)},
static const struct pdoc__word reference_kinds[] = {
#include "model/kinds.def"
};
#undef PDOC_REFERENCE_KIND

#define PDOC_STAGE_KIND(word, name, text) {.code = (word), .label = (name), .meaning = (text)},
static const struct pdoc__word stage_kinds[] = {
#include "model/kinds.def"
};
#undef PDOC_STAGE_KIND

#define PDOC_FINDING(id, word, modality, name, text, message, remedy)                                                  \
    {.code = (word), .label = (name), .meaning = (text)},
static const struct pdoc__word findings[] = {
#include "model/findings.def"
};

#define PDOC_ISSUE_ATTRIBUTE(id, word, name, form, text)                                                               \
    {.code = (word), .label = (name), .meaning = (text), .extra = PDOC__ISSUE_FORM_##form},
static const struct pdoc__word issue_attributes[] = {
#include "model/issue_attributes.def"
};
#undef PDOC_ISSUE_ATTRIBUTE

#define PDOC_ISSUE_STEP_ATTRIBUTE(id, word, name, form, text)                                                          \
    {.code = (word), .label = (name), .meaning = (text), .extra = PDOC__ISSUE_FORM_##form},
static const struct pdoc__word issue_step_attributes[] = {
#include "model/issue_attributes.def"
};
#undef PDOC_ISSUE_STEP_ATTRIBUTE

#define PDOC_ISSUE_STEP(id, word, name, text) {.code = (word), .label = (name), .meaning = (text)},
static const struct pdoc__word issue_steps[] = {
#include "model/issue_attributes.def"
};
#undef PDOC_ISSUE_STEP

static const struct pdoc__word issue_states[] = {
    [PDOC_ISSUE_OPEN] = {.code = "open", .label = "Open", .meaning = "at a stage, and not resolved"},
    [PDOC_ISSUE_RESOLVED] = {.code = "resolved", .label = "Resolved", .meaning = "a stage ended to the satisfaction of the one who raised it"},
    [PDOC_ISSUE_CLOSED] = {.code = "closed", .label = "Closed", .meaning = "it ended otherwise: there is no issue, or actions are in hand"},
    [PDOC_ISSUE_UNDETERMINED] = {.code = "undetermined", .label = "Undetermined", .meaning = "what is recorded does not tell where it stands"},
};

static const struct pdoc__word phases[] = {
    [PDOC_PHASE_UNDETERMINED] = {.code = "undetermined", .label = "Undetermined", .meaning = "nothing tells where it stands"},
    [PDOC_PHASE_DRAFT] = {.code = "draft", .label = "Draft", .meaning = "being written"},
    [PDOC_PHASE_CONSULTING] = {.code = "consulting", .label = "In consultation", .meaning = "sent to consultees"},
    [PDOC_PHASE_APPROVED] = {.code = "approved", .label = "Approved", .meaning = "decided on, and not yet in force"},
    [PDOC_PHASE_IN_FORCE] = {.code = "in-force", .label = "In force", .meaning = "to be followed now"},
    [PDOC_PHASE_SUPERSEDED] = {.code = "superseded", .label = "Superseded", .meaning = "another has taken its place"},
    [PDOC_PHASE_WITHDRAWN] = {.code = "withdrawn", .label = "Withdrawn", .meaning = "taken out of force"},
    [PDOC_PHASE_ARCHIVED] = {.code = "archived", .label = "Archived", .meaning = "kept for reference"},
};

static const struct pdoc__word cells[] = {
    [PDOC_CELL_GIVEN] = {.code = "given", .label = "Given", .meaning = "filled in"},
    [PDOC_CELL_BLANK] = {.code = "blank", .label = "Blank", .meaning = "left empty"},
    [PDOC_CELL_NOT_APPLICABLE] = {.code = "not-applicable", .label = "Not applicable", .meaning = "said not to apply"},
    [PDOC_CELL_UNKNOWN] = {.code = "unknown", .label = "Unknown", .meaning = "said not to be known"},
};

static const struct pdoc__word decisions[] = {
    [PDOC_DECISION_NONE] = {.code = "none", .label = "None", .meaning = "no decision is recorded"},
    [PDOC_DECISION_APPROVED] = {.code = "approved", .label = "Approved", .meaning = "taken as it was"},
    [PDOC_DECISION_WITH_AMENDMENTS] = {.code = "with-amendments", .label = "Approved with amendments",
                                       .meaning = "taken, subject to amendments agreed at the meeting"},
    [PDOC_DECISION_DEFERRED] = {.code = "deferred", .label = "Deferred", .meaning = "put off"},
    [PDOC_DECISION_REFERRED_UP] = {.code = "referred-up", .label = "Referred up", .meaning = "passed to a higher body"},
    [PDOC_DECISION_REJECTED] = {.code = "rejected", .label = "Rejected", .meaning = "not taken"},
};

static const struct pdoc__word outcomes[] = {
    [PDOC_OUTCOME_NOT_APPLICABLE] = {.code = "not-applicable", .label = "Not applicable", .meaning = "the rule does not concern it"},
    [PDOC_OUTCOME_MET] = {.code = "met", .label = "Met", .meaning = "as the rule asks"},
    [PDOC_OUTCOME_WAIVED] = {.code = "waived", .label = "Waived", .meaning = "not met, and a recorded waiver stands in its place"},
    [PDOC_OUTCOME_PENDING] = {.code = "pending", .label = "Pending", .meaning = "not met yet, and there is still time"},
    [PDOC_OUTCOME_UNDETERMINED] = {.code = "undetermined", .label = "Undetermined", .meaning = "what is recorded does not tell"},
    [PDOC_OUTCOME_NOT_MET] = {.code = "not-met", .label = "Not met", .meaning = "not as the rule asks"},
};

static const struct pdoc__word modalities[] = {
    [PDOC_MODALITY_MUST] = {.code = "must", .label = "Must", .meaning = "binding"},
    [PDOC_MODALITY_SHOULD] = {.code = "should", .label = "Should", .meaning = "expected, and departures are explained"},
    [PDOC_MODALITY_MAY] = {.code = "may", .label = "May", .meaning = "worth knowing"},
};

static const struct pdoc__word review_states[] = {
    [PDOC_REVIEW_NONE] = {.code = "none", .label = "Nothing due", .meaning = "the document is not in force"},
    [PDOC_REVIEW_NO_RULE] = {.code = "no-rule", .label = "No rule", .meaning = "no rule gives a date, and none is printed"},
    [PDOC_REVIEW_NO_DATA] = {.code = "no-data", .label = "No data", .meaning = "a rule applies, but what it counts from is not recorded"},
    [PDOC_REVIEW_IN_DATE] = {.code = "in-date", .label = "In date", .meaning = "its review is not due yet"},
    [PDOC_REVIEW_DUE_SOON] = {.code = "due-soon", .label = "Due soon", .meaning = "its review is due within the notice of the profile"},
    [PDOC_REVIEW_DUE_IN_PERIOD] = {.code = "due-in-period", .label = "Due in the printed period", .meaning = "the printed month or year has begun and not ended"},
    [PDOC_REVIEW_OVERDUE] = {.code = "overdue", .label = "Overdue", .meaning = "the last day for its review has passed"},
    [PDOC_REVIEW_OVERDUE_UNDER_WAY] = {.code = "overdue-under-way", .label = "Overdue, review under way", .meaning = "overdue, and a review has been started"},
    [PDOC_REVIEW_OVERDUE_EXTENDED] = {.code = "overdue-extended", .label = "Overdue, extended", .meaning = "overdue, and more time is recorded"},
};

static const struct pdoc__word step_states[] = {
    [PDOC_STEP_TO_DO] = {.code = "to-do", .label = "To do", .meaning = "there is still time for it"},
    [PDOC_STEP_DONE] = {.code = "done", .label = "Done", .meaning = "the history shows it, or its day has passed and nothing else was needed"},
    [PDOC_STEP_LATE] = {.code = "late", .label = "Late", .meaning = "its day has passed, and nothing shows that it was done"},
    [PDOC_STEP_OPEN] = {.code = "open", .label = "Open", .meaning = "no day can be given for it, or none is needed any more"},
};

static const struct pdoc__word meeting_states[] = {
    [PDOC_MEETING_EXPECTED] = {.code = "expected", .label = "Expected", .meaning = "by the pattern of its body; nothing is recorded"},
    [PDOC_MEETING_PLANNED] = {.code = "planned", .label = "Planned", .meaning = "recorded, and still to come"},
    [PDOC_MEETING_HELD] = {.code = "held", .label = "Held", .meaning = "it took place"},
    [PDOC_MEETING_CANCELLED] = {.code = "cancelled", .label = "Cancelled", .meaning = "it does not take place"},
};

static const struct pdoc__word change_kinds[] = {
    [PDOC_CHANGE_BECOMES_OVERDUE] = {.code = "becomes-overdue", .label = "Becomes overdue", .meaning = "it was in time before, and is no longer"},
    [PDOC_CHANGE_NO_LONGER_OVERDUE] = {.code = "no-longer-overdue", .label = "No longer overdue", .meaning = "it was overdue before, and is in time now"},
    [PDOC_CHANGE_EARLIER] = {.code = "earlier", .label = "Due earlier", .meaning = "its review is due earlier than before"},
    [PDOC_CHANGE_LATER] = {.code = "later", .label = "Due later", .meaning = "its review is due later than before"},
    [PDOC_CHANGE_DATE_GAINED] = {.code = "date-gained", .label = "Has a date now", .meaning = "nothing was due before"},
    [PDOC_CHANGE_DATE_LOST] = {.code = "date-lost", .label = "Has no date any more", .meaning = "nothing is due any more"},
    [PDOC_CHANGE_STATE_ONLY] = {.code = "state-only", .label = "Another state", .meaning = "due on the same day, in another state"},
};

#define TABLE(rows) {(rows), LENGTH(rows)}
static const struct {
    const struct pdoc__word *rows;
    size_t count;
} tables[] = {
    [PDOC_TABLE_FIELD] = TABLE(fields),
    [PDOC_TABLE_FIELD_TYPE] = TABLE(field_types),
    [PDOC_TABLE_EVENT_KIND] = TABLE(event_kinds),
    [PDOC_TABLE_EVENT_ATTRIBUTE] = TABLE(event_attributes),
    [PDOC_TABLE_RELATION_KIND] = TABLE(relation_kinds),
    [PDOC_TABLE_PARTY_KIND] = TABLE(party_kinds),
    [PDOC_TABLE_PHASE] = TABLE(phases),
    [PDOC_TABLE_CELL] = TABLE(cells),
    [PDOC_TABLE_DECISION] = TABLE(decisions),
    [PDOC_TABLE_OUTCOME] = TABLE(outcomes),
    [PDOC_TABLE_MODALITY] = TABLE(modalities),
    [PDOC_TABLE_REVIEW_STATE] = TABLE(review_states),
    [PDOC_TABLE_SCHEDULE_KIND] = TABLE(schedule_kinds),
    [PDOC_TABLE_FINDING] = TABLE(findings),
    [PDOC_TABLE_BASE_TYPE] = TABLE(base_types),
    [PDOC_TABLE_STEP_KIND] = TABLE(step_kinds),
    [PDOC_TABLE_STEP_STATE] = TABLE(step_states),
    [PDOC_TABLE_MEETING_STATE] = TABLE(meeting_states),
    [PDOC_TABLE_CHANGE_KIND] = TABLE(change_kinds),
    [PDOC_TABLE_PURPOSE] = TABLE(purposes),
    [PDOC_TABLE_ROUTE_DUTY] = TABLE(route_duties),
    [PDOC_TABLE_SCHEME] = TABLE(schemes),
    [PDOC_TABLE_REFERENCE_KIND] = TABLE(reference_kinds),
    [PDOC_TABLE_STAGE_KIND] = TABLE(stage_kinds),
    [PDOC_TABLE_ISSUE_ATTRIBUTE] = TABLE(issue_attributes),
    [PDOC_TABLE_ISSUE_STEP_ATTRIBUTE] = TABLE(issue_step_attributes),
    [PDOC_TABLE_ISSUE_STEP] = TABLE(issue_steps),
    [PDOC_TABLE_ISSUE_STATE] = TABLE(issue_states),
};

const struct pdoc__word *pdoc__words(pdoc_table table, size_t *count)
{
    if ((size_t)table >= LENGTH(tables)) {
        *count = 0;
        return NULL;
    }
    *count = tables[table].count;
    return tables[table].rows;
}

const struct pdoc__word *pdoc__word(pdoc_table table, size_t row)
{
    size_t count;
    const struct pdoc__word *rows = pdoc__words(table, &count);
    return row < count ? &rows[row] : NULL;
}

size_t pdoc_table_count(pdoc_table table)
{
    size_t count;
    (void)pdoc__words(table, &count);
    return count;
}

const char *pdoc_table_code(pdoc_table table, size_t row)
{
    const struct pdoc__word *word = pdoc__word(table, row);
    return word ? word->code : NULL;
}

const char *pdoc_table_label(pdoc_table table, size_t row)
{
    const struct pdoc__word *word = pdoc__word(table, row);
    return word ? word->label : NULL;
}

const char *pdoc_table_meaning(pdoc_table table, size_t row)
{
    const struct pdoc__word *word = pdoc__word(table, row);
    return word ? word->meaning : NULL;
}

int pdoc_table_find(pdoc_table table, const char *code)
{
    size_t count;
    const struct pdoc__word *rows = pdoc__words(table, &count);
    for (size_t i = 0; code && i < count; i++)
        if (strcmp(rows[i].code, code) == 0)
            return (int)i;
    return -1;
}
