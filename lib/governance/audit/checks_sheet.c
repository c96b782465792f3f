/* SPDX-License-Identifier: MIT */
/* The cells that a profile asks for: are they there, and filled in? What they hold is another file's business. */
#include <string.h>

#include "governance/audit/audit.h"

/* Cells that are filled in when somebody has decided: a draft may still lack them. */
static bool waits_for_approval(int16_t field)
{
    static const int16_t fields[] = {
        PDOC__FIELD_APPROVED_BY,      PDOC__FIELD_DATE_APPROVED,     PDOC__FIELD_RATIFIED_BY,
        PDOC__FIELD_DATE_RATIFIED,    PDOC__FIELD_DATE_EFFECTIVE,    PDOC__FIELD_DATE_PUBLISHED,
        PDOC__FIELD_DATE_ISSUED,      PDOC__FIELD_DATE_REVIEW,       PDOC__FIELD_LOCATION_INTRANET,
        PDOC__FIELD_LOCATION_WEBSITE, PDOC__FIELD_DATE_FIRST_ISSUED,
    };
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (fields[i] == field)
            return true;
    return false;
}

static bool is_cell_of(const struct pdoc__row *row, const struct pdoc__profile_field *field)
{
    if (field->known >= 0)
        return row->known == field->known;
    return row->known < 0 && row->field && strcmp(row->field, field->rule.id) == 0;
}

static const struct pdoc__row *find_cell(const struct pdoc__judge *judge, const struct pdoc__wanted_cell *wanted)
{
    const struct pdoc_version *version = judge->version;
    const int16_t field = wanted->row->known;
    size_t met = 0;
    if (field >= 0 && (wanted->occurrence == 0 || ((judge->repeated >> field) & 1) == 0)) {
        const uint16_t cell = wanted->occurrence == 0 ? judge->cells[field] : 0;
        return cell > 0 ? &version->rows[cell - 1u] : NULL;
    }
    for (size_t i = 0; i < version->row_count; i++)
        if (is_cell_of(&version->rows[i], wanted->row) && met++ == wanted->occurrence)
            return &version->rows[i];
    return NULL;
}

static const char *name_of(const struct pdoc__profile_field *field)
{
    if (field->rule.label)
        return field->rule.label;
    const struct pdoc__word *word = field->known >= 0 ? pdoc__word(PDOC_TABLE_FIELD, (size_t)field->known) : NULL;
    return word ? word->label : field->rule.id;
}

/* Not as the row asks: broken, or still to come while the version is being drafted. */
static pdoc_outcome outcome_for(const struct pdoc__audit *audit, const struct pdoc__profile_field *field)
{
    bool may_come = audit->is_draft && waits_for_approval(field->known);
    return may_come ? PDOC_OUTCOME_PENDING : PDOC_OUTCOME_NOT_MET;
}

static void report_missing(struct pdoc__audit *audit, const struct pdoc__wanted_cell *wanted, pdoc_truth applies)
{
    const struct pdoc__profile_field *field = wanted->row;
    const char *what = PDOC__SAY(audit, wanted->occurrence > 0 ? "second cell \"" : "cell \"", name_of(field), "\"");
    pdoc_outcome outcome = applies == PDOC_UNKNOWN ? PDOC_OUTCOME_UNDETERMINED : outcome_for(audit, field);
    pdoc__find(audit, &(struct pdoc__evidence){.check = PDOC__CHECK_FIELD_MISSING,
                                               .outcome = outcome,
                                               .rule = &field->rule,
                                               .gates = &field->gates,
                                               .place = PDOC__SAY(audit, "front-sheet/", field->rule.id),
                                               .expected = name_of(field),
                                               .found = "no such cell",
                                               .arguments = {{"what", what}}});
}

static void report_blank(struct pdoc__audit *audit, const struct pdoc__profile_field *field,
                         const struct pdoc__row *row)
{
    bool is_unknown = row->state == PDOC_CELL_UNKNOWN;
    bool may_be_blank = field->blank_allowed || !field->required;
    const char *how = is_unknown             ? "marked as not known"
                      : field->blank_allowed ? "blank, which the profile allows"
                                             : "blank";
    pdoc__find(audit,
               &(struct pdoc__evidence){.check = PDOC__CHECK_FIELD_BLANK,
                                        .outcome = is_unknown ? PDOC_OUTCOME_UNDETERMINED : outcome_for(audit, field),
                                        .rule = &field->rule,
                                        .gates = &field->gates,
                                        .is_note = may_be_blank,
                                        .place = pdoc__cell_place(audit, row),
                                        .expected = may_be_blank ? NULL : "an entry",
                                        .found = is_unknown ? "marked as not known" : "blank",
                                        .arguments = {{"cell", pdoc__cell_name(row)}, {"how", how}}});
}

static void report_not_applicable(struct pdoc__audit *audit, const struct pdoc__profile_field *field,
                                  const struct pdoc__row *row)
{
    bool is_answer = field->na_allowed || !field->required;
    const char *how = field->na_allowed ? "which the profile accepts"
                      : is_answer       ? "and the profile does not require the cell"
                                        : "which the profile does not accept as an answer";
    pdoc__find(audit, &(struct pdoc__evidence){.check = PDOC__CHECK_FIELD_NOT_APPLICABLE,
                                               .outcome = PDOC_OUTCOME_NOT_MET,
                                               .rule = &field->rule,
                                               .gates = &field->gates,
                                               .is_note = is_answer,
                                               .place = pdoc__cell_place(audit, row),
                                               .expected = is_answer ? NULL : "an entry",
                                               .found = row->text && *row->text ? row->text : "not applicable",
                                               .arguments = {{"cell", pdoc__cell_name(row)}, {"how", how}}});
}

static void check_filled(struct pdoc__audit *audit, const struct pdoc__profile_field *field,
                         const struct pdoc__row *row)
{
    if (row->state == PDOC_CELL_NOT_APPLICABLE)
        report_not_applicable(audit, field, row);
    else
        pdoc__check_met(audit, PDOC__CHECK_FIELD_NOT_APPLICABLE);
    if (row->state == PDOC_CELL_BLANK || row->state == PDOC_CELL_UNKNOWN)
        report_blank(audit, field, row);
    else
        pdoc__check_met(audit, PDOC__CHECK_FIELD_BLANK);
}

static void check_wanted(struct pdoc__audit *audit, const struct pdoc__wanted_cell *wanted)
{
    pdoc_truth applies = pdoc__predicate(&audit->judge, wanted->row->when, NULL, NULL);
    if (applies == PDOC_FALSE)
        return;
    const struct pdoc__row *row = find_cell(&audit->judge, wanted);
    if (!row && wanted->row->required)
        report_missing(audit, wanted, applies);
    else if (wanted->row->required)
        pdoc__check_met(audit, PDOC__CHECK_FIELD_MISSING);
    if (row && applies == PDOC_TRUE)
        check_filled(audit, wanted->row, row);
}

/* A version of which no sheet is recorded at all is one finding, not one for each cell; and none where no cell is
   required of such a document. */
static pdoc_truth asks_for_a_sheet(struct pdoc__audit *audit)
{
    pdoc_truth asks = PDOC_FALSE;
    for (size_t i = 0; i < audit->plan->cell_count && asks != PDOC_TRUE; i++) {
        const struct pdoc__profile_field *row = audit->plan->cells[i].row;
        if (row->required)
            asks = pdoc__or(asks, pdoc__predicate(&audit->judge, row->when, NULL, NULL));
    }
    return asks;
}

/* The gates of the first of the cells that are missing then, and that stand behind one; NULL: none does. */
static const struct pdoc__texts *gates_of_sheet(struct pdoc__audit *audit)
{
    for (size_t i = 0; i < audit->plan->cell_count; i++) {
        const struct pdoc__profile_field *row = audit->plan->cells[i].row;
        if (row->required && row->gates.count > 0 &&
            pdoc__predicate(&audit->judge, row->when, NULL, NULL) != PDOC_FALSE)
            return &row->gates;
    }
    return NULL;
}

static void report_no_sheet(struct pdoc__audit *audit, pdoc_truth asks)
{
    const pdoc_outcome missing = audit->is_draft ? PDOC_OUTCOME_PENDING : PDOC_OUTCOME_NOT_MET;
    pdoc__find(audit, &(struct pdoc__evidence){.check = PDOC__CHECK_FIELD_MISSING,
                                               .gates = gates_of_sheet(audit),
                                               .outcome = asks == PDOC_UNKNOWN ? PDOC_OUTCOME_UNDETERMINED : missing,
                                               .place = "front-sheet",
                                               .expected = "a front sheet",
                                               .found = "no cells at all",
                                               .arguments = {{"what", "cells that the profile requires"}}});
}

void pdoc__check_wanted(struct pdoc__audit *audit)
{
    const struct pdoc_version *version = audit->judge.version;
    if (!audit->plan || !version)
        return;
    const pdoc_truth asks = version->row_count == 0 ? asks_for_a_sheet(audit) : PDOC_FALSE;
    if (asks != PDOC_FALSE)
        report_no_sheet(audit, asks);
    for (size_t i = 0; version->row_count > 0 && i < audit->plan->cell_count; i++)
        check_wanted(audit, &audit->plan->cells[i]);
}
