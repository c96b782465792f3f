/* SPDX-License-Identifier: MIT */
/* What operands, offsets and codes are called where people read of them. Knows nothing of comparisons; judges nothing. */
#include "governance/explain/words.h"

#include <string.h>

#include "base/text.h"

/* ---- operands ---- */

static const char *const names_of_documents[] = {
    [PDOC__OF_TYPE] = "the type",
    [PDOC__OF_CATEGORY] = "the category",
    [PDOC__OF_SCOPE] = "the scope",
    [PDOC__OF_TITLE] = "the title",
    [PDOC__OF_REFERENCE] = "the reference",
    [PDOC__OF_URI] = "the URI",
    [PDOC__OF_PHASE] = "the phase",
    [PDOC__OF_STATE] = "the state of its review",
    [PDOC__OF_DUE] = "the review date",
    [PDOC__OF_VERSION_LABEL] = "the version number",
    [PDOC__OF_VERSION_CONTENT] = "the place of its text",
    [PDOC__OF_AS_OF] = "the day judged",
    [PDOC__OF_VERSION_COUNT] = "the number of versions",
    [PDOC__OF_BINDING] = "how it binds",
    [PDOC__OF_ROUTE] = "the line of the sign-off matrix",
};

static const char *or_code(const char *label, const char *code)
{
    return label ? label : code;
}

const char *pdoc__field_name(const pdoc_profile *profile, const struct pdoc__operand *operand)
{
    if (operand->index >= 0)
        return pdoc_table_label(PDOC_TABLE_FIELD, (size_t)operand->index);
    for (size_t i = 0; profile && i < profile->counts[PDOC_PROFILE_FIELDS]; i++)
        if (pdoc__text_equal(profile->fields[i].rule.id, operand->key))
            return or_code(profile->fields[i].rule.label, operand->key);
    return operand->key;
}

static const char *section_name(const pdoc_profile *profile, const struct pdoc__operand *operand)
{
    for (size_t i = 0; profile && i < profile->counts[PDOC_PROFILE_SECTIONS]; i++)
        if (pdoc__text_equal(profile->sections[i].rule.id, operand->key))
            return or_code(profile->sections[i].rule.label, operand->key);
    return operand->key;
}

static const char *relation_name(const pdoc_profile *profile, const struct pdoc__operand *operand)
{
    (void)profile;
    const int row = pdoc_table_find(PDOC_TABLE_RELATION_KIND, operand->key);
    return row >= 0 ? pdoc_table_label(PDOC_TABLE_RELATION_KIND, (size_t)row) : operand->key;
}

static const char *property_name(const pdoc_profile *profile, const struct pdoc__operand *operand)
{
    (void)profile;
    return operand->key;
}

static const char *duty_name(const pdoc_profile *profile, const struct pdoc__operand *operand)
{
    (void)profile;
    return pdoc_table_label(PDOC_TABLE_ROUTE_DUTY, (size_t)operand->index);
}

static const struct {
    const char *lead;
    const char *(*name)(const pdoc_profile *profile, const struct pdoc__operand *operand);
} keyed[] = {
    [PDOC__OPERAND_FIELD] = {"the cell", pdoc__field_name},
    [PDOC__OPERAND_PROPERTY] = {"the property", property_name},
    [PDOC__OPERAND_RELATION] = {"the relation", relation_name},
    [PDOC__OPERAND_SECTION] = {"the section", section_name},
    [PDOC__OPERAND_ROUTE] = {"those that the matrix names for", duty_name},
};

static const struct pdoc__fact *fact_of(const pdoc_profile *profile, const struct pdoc__operand *operand)
{
    const bool is_fact = operand->kind == PDOC__OPERAND_FACT && profile && operand->index >= 0;
    return is_fact ? &profile->facts[operand->index] : NULL;
}

bool pdoc__operand_has_label(const pdoc_profile *profile, const struct pdoc__operand *operand)
{
    const struct pdoc__fact *fact = fact_of(profile, operand);
    return fact && fact->rule.label;
}

void pdoc__write_operand(struct pdoc__buffer *out, const pdoc_profile *profile, const struct pdoc__operand *operand)
{
    if (pdoc__operand_has_label(profile, operand))
        pdoc__buffer_text(out, fact_of(profile, operand)->rule.label);
    else if (operand->kind == PDOC__OPERAND_DOCUMENT)
        pdoc__buffer_text(out, names_of_documents[operand->index]);
    else if (operand->kind < sizeof keyed / sizeof *keyed && keyed[operand->kind].name && operand->key)
        pdoc__buffer_format(out, "%s \"%s\"", keyed[operand->kind].lead, keyed[operand->kind].name(profile, operand));
    else
        pdoc__buffer_text(out, operand->name);
}

/* ---- offsets ---- */

static void write_amount(struct pdoc__buffer *out, int64_t amount, const char *unit, bool *is_first)
{
    if (amount == 0)
        return;
    if (!*is_first)
        pdoc__buffer_text(out, " and ");
    *is_first = false;
    pdoc__buffer_number(out, amount);
    pdoc__buffer_format(out, " %s%s", unit, amount == 1 ? "" : "s");
}

void pdoc__write_offset(struct pdoc__buffer *out, pdoc_offset offset)
{
    static const char *const units[] = {"day", "working day", "clear working day", "hour"}; /* in the order of pdoc_unit */
    const int64_t months = offset.months < 0 ? -(int64_t)offset.months : offset.months;
    const int64_t count = offset.count < 0 ? -(int64_t)offset.count : offset.count;
    const bool is_weeks = offset.unit == PDOC_UNIT_DAY && count >= 14 && count % 7 == 0;
    bool is_first = true;
    write_amount(out, months / 12, "year", &is_first);
    write_amount(out, months % 12, "month", &is_first);
    if (is_weeks)
        write_amount(out, count / 7, "week", &is_first);
    else
        write_amount(out, count, units[offset.unit & 3], &is_first);
    if (is_first)
        pdoc__buffer_text(out, "0 days");
}

/* ---- codes ---- */

void pdoc__write_label(struct pdoc__buffer *out, pdoc_table table, int row)
{
    const char *label = row >= 0 ? pdoc_table_label(table, (size_t)row) : NULL;
    if (!label)
        return;
    pdoc__buffer_byte(out, pdoc__lower(label[0]));
    pdoc__buffer_text(out, label + 1);
}

static bool write_known_code(struct pdoc__buffer *out, const struct pdoc__operand *operand, const char *code)
{
    static const struct {
        uint8_t kind;
        int16_t index;
        pdoc_table table;
    } tables[] = {
        {PDOC__OPERAND_DOCUMENT, PDOC__OF_PHASE, PDOC_TABLE_PHASE},
        {PDOC__OPERAND_DOCUMENT, PDOC__OF_STATE, PDOC_TABLE_REVIEW_STATE},
    };
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        const int row = pdoc_table_find(tables[i].table, code);
        if (operand->kind != tables[i].kind || operand->index != tables[i].index || row < 0)
            continue;
        pdoc__write_label(out, tables[i].table, row);
        return true;
    }
    return false;
}

void pdoc__write_code(struct pdoc__buffer *out, const pdoc_profile *profile, const struct pdoc__operand *operand,
                      const char *code)
{
    const bool is_type = operand->kind == PDOC__OPERAND_DOCUMENT && operand->index == PDOC__OF_TYPE;
    const struct pdoc__type *type = is_type && profile ? pdoc__profile_type(profile, code) : NULL;
    const bool is_party = operand->type == PDOC__PARTY && profile;
    const struct pdoc__profile_party *party = is_party ? pdoc__profile_party(profile, code) : NULL;
    if (write_known_code(out, operand, code))
        return;
    if (type)
        pdoc__buffer_text(out, or_code(type->rule.label, code));
    else
        pdoc__buffer_text(out, party ? or_code(party->rule.label, code) : code);
}

/* ---- nothing ---- */

/* What one event of a kind is called. */
static const char *const nouns[PDOC__EVENT_KIND_COUNT] = {
    [PDOC__EVENT_REQUESTED] = "request",
    [PDOC__EVENT_DRAFTED] = "draft",
    [PDOC__EVENT_SUBMITTED] = "submission",
    [PDOC__EVENT_CONSULTATION_OPENED] = "consultation",
    [PDOC__EVENT_RESPONDED] = "reply",
    [PDOC__EVENT_CONSULTATION_CLOSED] = "end of a consultation",
    [PDOC__EVENT_ENGAGED] = "engagement",
    [PDOC__EVENT_SCRUTINISED] = "scrutiny",
    [PDOC__EVENT_ASSURED] = "assurance",
    [PDOC__EVENT_CHALLENGED] = "challenge",
    [PDOC__EVENT_DECIDED] = "decision",
    [PDOC__EVENT_EFFECTIVE] = "coming into force",
    [PDOC__EVENT_REVIEW_STARTED] = "start of a review",
    [PDOC__EVENT_REVIEWED] = "review",
    [PDOC__EVENT_AMENDED] = "amendment",
    [PDOC__EVENT_EXTENDED] = "extension",
    [PDOC__EVENT_RELEASED] = "release",
    [PDOC__EVENT_PUBLISHED] = "publication",
    [PDOC__EVENT_NOTIFIED] = "notification",
    [PDOC__EVENT_TRAINED] = "training",
    [PDOC__EVENT_ASSESSED] = "assessment",
    [PDOC__EVENT_ANSWERED] = "answer",
    [PDOC__EVENT_ATTESTED] = "attestation",
    [PDOC__EVENT_READ] = "reading",
    [PDOC__EVENT_DEVIATED] = "departure",
    [PDOC__EVENT_ACTION_AGREED] = "action agreed",
    [PDOC__EVENT_IMPLEMENTED] = "action",
    [PDOC__EVENT_REPORTED] = "report",
    [PDOC__EVENT_DELEGATED] = "delegation",
    [PDOC__EVENT_REGISTERED] = "entry in a register",
    [PDOC__EVENT_TRANSFERRED] = "transfer",
    [PDOC__EVENT_SUPERSEDED] = "replacement",
    [PDOC__EVENT_WITHDRAWN] = "withdrawal",
    [PDOC__EVENT_ARCHIVED] = "archiving",
    [PDOC__EVENT_CORRECTED] = "correction",
    [PDOC__EVENT_REDACTED] = "redaction",
    [PDOC__EVENT_REMARKED] = "remark",
    [PDOC__EVENT_OVERRIDDEN] = "override",
};

/* The kind that a fact selects from history, if it is one. */
static const char *noun_of(const struct pdoc__fact *fact)
{
    const char *noun = NULL;
    for (size_t kind = 0; fact->source == PDOC__SOURCE_EVENT && kind < PDOC__EVENT_KIND_COUNT; kind++) {
        if (!(fact->kinds >> kind & 1))
            continue;
        if (noun)
            return NULL;
        noun = nouns[kind];
    }
    return noun;
}

void pdoc__write_nothing(struct pdoc__buffer *out, const pdoc_profile *profile, const struct pdoc__operand *operand)
{
    static const char *const gaps[] = {
        [PDOC__OPERAND_FIELD] = "missing or empty",
        [PDOC__OPERAND_PROPERTY] = "no such property",
        [PDOC__OPERAND_RELATION] = "no such relation",
        [PDOC__OPERAND_SECTION] = "no such section",
        [PDOC__OPERAND_ROUTE] = "its line of the matrix names nobody",
    };
    const struct pdoc__fact *fact = fact_of(profile, operand);
    const char *noun = fact && fact->rule.label ? noun_of(fact) : NULL;
    if (noun)
        pdoc__buffer_format(out, "no %s%s is recorded%s", fact->where ? "such " : "", noun,
                            fact->fallback.count > 0 ? " or printed" : "");
    else if (operand->kind < sizeof gaps / sizeof *gaps && gaps[operand->kind])
        pdoc__buffer_text(out, gaps[operand->kind]);
    else
        pdoc__buffer_text(out, "nothing recorded");
}
