/* SPDX-License-Identifier: MIT */
/* The library's own checks, as a table, and how their findings are made. What is checked stands in checks_*.c. */
#include <string.h>

#include "governance/audit/audit.h"
#include "model/build.h"

#define PDOC_FINDING(id, word, strength, label, meaning, text, help)                                                   \
    [PDOC__CHECK_##id] = {.code = (word), .message = (text), .remedy = (help), .modality = PDOC_MODALITY_##strength},
const struct pdoc__check_word pdoc__check_words[PDOC__CHECK_COUNT] = {
#include "model/findings.def"
};
#undef PDOC_FINDING

#define PDOC_FINDING(id, word, strength, label, meaning, text, help)                                                   \
    [PDOC__CHECK_##id] = PDOC_OUTCOME_NOT_APPLICABLE | PDOC_MODALITY_##strength << 4,
static const uint8_t no_verdicts[PDOC__CHECK_COUNT] = {
#include "model/findings.def"
};
#undef PDOC_FINDING

/* Findings that are looked through for one that was made already: a subject with thousands must not cost millions. */
#define LAST_FINDINGS 64u

/* For whom a check is made. Nobody is asked to put right the sheet of a document that is over. */
enum { OF_LIVE_DOCUMENT = 1, OF_PAST_DOCUMENT = 2, OF_REGISTER = 4, OF_ALL = 7, OF_DOCUMENT = 3 };

static const struct {
    void (*check)(struct pdoc__audit *audit);
    uint8_t whom;
} checks[] = {
    {pdoc__check_profile, OF_ALL},        {pdoc__check_history, OF_ALL},     {pdoc__check_relations, OF_DOCUMENT},
    {pdoc__check_type, OF_LIVE_DOCUMENT}, {pdoc__check_route, OF_LIVE_DOCUMENT}, {pdoc__check_wanted, OF_LIVE_DOCUMENT}, {pdoc__check_cells, OF_LIVE_DOCUMENT},
    {pdoc__check_repeats, OF_LIVE_DOCUMENT}, {pdoc__check_names, OF_LIVE_DOCUMENT},
    {pdoc__check_texts, OF_LIVE_DOCUMENT}, {pdoc__check_review, OF_LIVE_DOCUMENT},
    {pdoc__check_meetings, OF_LIVE_DOCUMENT | OF_REGISTER}, {pdoc__check_rings, OF_DOCUMENT},
    {pdoc__check_parents, OF_LIVE_DOCUMENT}, {pdoc__check_posts, OF_LIVE_DOCUMENT},
    {pdoc__check_changes, OF_LIVE_DOCUMENT},
    {pdoc__check_references, OF_LIVE_DOCUMENT},
    {pdoc__check_issues, OF_REGISTER},
    {pdoc__check_flow, OF_LIVE_DOCUMENT},
    {pdoc__check_label, OF_LIVE_DOCUMENT},
};

const char *pdoc__cell_name(const struct pdoc__row *row)
{
    if (row->label)
        return row->label;
    const struct pdoc__word *word = row->known >= 0 ? pdoc__word(PDOC_TABLE_FIELD, (size_t)row->known) : NULL;
    return word ? word->label : row->field ? row->field : "without a name";
}

const char *pdoc__cell_place(struct pdoc__audit *audit, const struct pdoc__row *row)
{
    return row->field ? PDOC__SAY(audit, "front-sheet/", row->field) : "front-sheet";
}

const char *pdoc__event_place(struct pdoc__audit *audit, const pdoc_event *event)
{
    return event == audit->judge.supposed ? PDOC__SUPPOSED_PLACE : PDOC__SAY(audit, "history/", event->id);
}

const struct pdoc__rule *pdoc__cell_rule(const struct pdoc__audit *audit, const struct pdoc__row *row)
{
    const struct pdoc__profile_field *field = audit->plan && row->known >= 0 ? audit->plan->fields[row->known] : NULL;
    for (size_t i = 0; !field && row->known < 0 && row->field && audit->plan && i < audit->plan->cell_count; i++)
        if (strcmp(audit->plan->cells[i].row->rule.id, row->field) == 0)
            field = audit->plan->cells[i].row;
    return field ? &field->rule : NULL;
}

uint8_t pdoc__own_cell_type(const struct pdoc__audit *audit, const struct pdoc__row *row)
{
    for (size_t i = 0; row->field && audit->plan && i < audit->plan->cell_count; i++)
        if (strcmp(audit->plan->cells[i].row->rule.id, row->field) == 0)
            return audit->plan->cells[i].row->type;
    return PDOC__TEXT;
}

static bool has_text(const struct pdoc__row *row)
{
    return row->state == PDOC_CELL_GIVEN && row->text && *row->text;
}

bool pdoc__far_cell_is_given(const struct pdoc__row *row)
{
    size_t size;
    return has_text(row) && !pdoc__placeholder(row->text, true, &size);
}

static bool is_placeholder(struct pdoc__audit *audit, const struct pdoc__row *row, uint8_t type)
{
    size_t size;
    const bool recurs = type == PDOC__PARTY || type == PDOC__CODE || type == PDOC__VERSION;
    return recurs ? pdoc__note(audit, row->text)->is_placeholder : pdoc__placeholder(row->text, true, &size) != NULL;
}

/* Where the name of a party stands as it should, no check has anything to say of the cell. */
static bool has_plain_name(struct pdoc__audit *audit, const struct pdoc__row *row)
{
    if (!audit->plan || row->known < 0 || (row->flags & PDOC__ROW_HAS_VALUE) != 0)
        return false;
    struct pdoc__note *note = pdoc__note(audit, row->text);
    if (!note->is_settled)
        pdoc__settle_name(audit, note);
    return note->is_plain_name;
}

/* Several checks ask whether a cell holds a text of its own, and of what kind; it is looked at once. */
static void scan_cells(struct pdoc__audit *audit)
{
    const struct pdoc_version *version = audit->judge.version;
    uint64_t given = 0, placeholders = 0, parties = 0, dates = 0, plain = 0;
    for (size_t i = 0; version && i < version->row_count && i < PDOC__ROWS_SCANNED; i++) {
        const struct pdoc__row *row = &version->rows[i];
        const uint64_t bit = UINT64_C(1) << i;
        dates |= row->date.year != 0 ? bit : 0;
        if (!has_text(row))
            continue;
        const uint8_t type = pdoc__cell_type(audit, row);
        if (type == PDOC__PARTY && has_plain_name(audit, row)) {
            given |= bit;
            plain |= UINT64_C(1) << row->known;
            continue;
        }
        parties |= type == PDOC__PARTY ? bit : 0;
        dates |= type == PDOC__DATE ? bit : 0;
        *(is_placeholder(audit, row, type) ? &placeholders : &given) |= bit;
    }
    audit->given_rows = given;
    audit->placeholder_rows = placeholders;
    audit->party_rows = parties;
    audit->plain_fields = plain;
    audit->date_rows = dates;
}

/* How much a verdict weighs: what is broken before what cannot be told, a must before a should. */
static unsigned weight(uint8_t verdict)
{
    return pdoc__verdict_outcome(verdict) * 3u + (2u - pdoc__verdict_modality(verdict));
}

void pdoc__find(struct pdoc__audit *audit, const struct pdoc__evidence *evidence)
{
    const struct pdoc__check_word *word = &pdoc__check_words[evidence->check];
    struct pdoc__finding *finding = pdoc__report_add_finding(audit->report, audit->document, NULL);
    if (!finding) {
        audit->failed = true;
        return;
    }
    struct pdoc__argument arguments[PDOC__ARGUMENTS + 2];
    size_t count = 0;
    for (; count < PDOC__ARGUMENTS && evidence->arguments[count].name; count++)
        arguments[count] = evidence->arguments[count];
    if (evidence->found)
        arguments[count++] = (struct pdoc__argument){"found", evidence->found};
    if (evidence->expected)
        arguments[count++] = (struct pdoc__argument){"expected", evidence->expected};
    if (count < sizeof arguments / sizeof *arguments)
        arguments[count].name = NULL;
    const struct pdoc__rule *rule = evidence->rule;
    uint8_t modality = rule ? rule->modality : word->modality;
    finding->rule = (uint16_t)evidence->check;
    finding->outcome = (uint8_t)(evidence->is_note ? PDOC_OUTCOME_MET : evidence->outcome);
    finding->modality = evidence->is_note ? PDOC_MODALITY_MAY : modality;
    finding->inferred = rule && rule->inferred;
    finding->clause = rule ? rule->clause : NULL;
    finding->gates = evidence->gates;
    finding->row = rule;
    finding->late_since = evidence->late_since;
    finding->place = evidence->place;
    finding->expected = evidence->expected;
    finding->found = evidence->found;
    finding->message = pdoc__say_template(audit, word->message, arguments);
    bool needs_no_remedy = evidence->is_note && word->modality != PDOC_MODALITY_MAY;
    finding->remedy = needs_no_remedy ? NULL : pdoc__say_template(audit, word->remedy, arguments);
    pdoc__settle(audit, finding);
    const uint8_t verdict = pdoc__verdict(finding->outcome, finding->modality);
    const uint8_t earlier = audit->verdicts[evidence->check];
    if (weight(verdict) > weight(earlier) || pdoc__verdict_outcome(earlier) == PDOC_OUTCOME_NOT_APPLICABLE)
        audit->verdicts[evidence->check] = verdict;
}

bool pdoc__is_found(const struct pdoc__audit *audit, enum pdoc__check check, const char *found)
{
    size_t count = audit->report->finding_count;
    size_t first = count > LAST_FINDINGS ? count - LAST_FINDINGS : 0;
    for (size_t i = first > audit->first_finding ? first : audit->first_finding; i < count; i++) {
        const struct pdoc__finding *finding = &audit->report->findings[i];
        if (finding->rule == check && finding->found && strcmp(finding->found, found) == 0)
            return true;
    }
    return false;
}

static void put_verdicts_from(struct pdoc__audit *audit, size_t first, size_t end)
{
    struct pdoc__results *results = &audit->report->results;
    memcpy(results->verdicts + results->count, audit->verdicts + first, end - first);
    results->count += end - first;
}

/* All but those of the two checks that come later. */
static void put_verdicts(struct pdoc__audit *audit)
{
    _Static_assert(PDOC__CHECK_REFERENCE_DUPLICATE < PDOC__CHECK_TITLE_DUPLICATE, "they come in that order");
    put_verdicts_from(audit, 0, PDOC__CHECK_REFERENCE_DUPLICATE);
    put_verdicts_from(audit, PDOC__CHECK_REFERENCE_DUPLICATE + 1, PDOC__CHECK_TITLE_DUPLICATE);
    put_verdicts_from(audit, PDOC__CHECK_TITLE_DUPLICATE + 1, PDOC__CHECK_COUNT);
}

void pdoc__check_subject(struct pdoc__audit *audit)
{
    uint8_t whom = !audit->judge.doc ? OF_REGISTER : audit->is_over ? OF_PAST_DOCUMENT : OF_LIVE_DOCUMENT;
    memcpy(audit->verdicts, no_verdicts, sizeof no_verdicts);
    if (audit->judge.doc)
        scan_cells(audit);
    for (size_t i = 0; i < sizeof checks / sizeof *checks; i++)
        if ((checks[i].whom & whom) != 0)
            checks[i].check(audit);
    put_verdicts(audit);
}
