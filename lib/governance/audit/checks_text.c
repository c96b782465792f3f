/* SPDX-License-Identifier: MIT */
/* Texts of cells and sections: placeholders left in, sections that the profile requires. */
#include <string.h>

#include "base/text.h"
#include "governance/audit/audit.h"

static const char *copy_part(struct pdoc__audit *audit, const char *text, size_t size)
{
    const char *part = pdoc__pool_add(&audit->report->pool, &audit->report->arena, text, size, NULL);
    audit->failed |= part == NULL;
    return part ? part : "";
}

static const char *section_name(const struct pdoc__section *section)
{
    return section->title ? section->title : section->code ? section->code : "without a name";
}

static void report_placeholder(struct pdoc__audit *audit, const char *found, const char *place, const char *what)
{
    pdoc__find(audit, &(struct pdoc__evidence){.check = PDOC__CHECK_PLACEHOLDER_LEFT,
                                               .outcome = PDOC_OUTCOME_NOT_MET,
                                               .place = place,
                                               .found = found,
                                               .arguments = {{"what", what}}});
}

static void check_cell(struct pdoc__audit *audit, const struct pdoc__row *row)
{
    size_t size;
    size_t index = (size_t)(row - audit->judge.version->rows);
    if (index < PDOC__ROWS_SCANNED && (audit->placeholder_rows >> index & 1) == 0)
        return;
    const char *at = row->state == PDOC_CELL_GIVEN && row->text ? pdoc__placeholder(row->text, true, &size) : NULL;
    if (at)
        report_placeholder(audit, copy_part(audit, at, size), pdoc__cell_place(audit, row),
                           PDOC__SAY(audit, "the cell \"", pdoc__cell_name(row), "\""));
}

/* One finding for each placeholder of a section, and no second one for the same words. */
static void check_section(struct pdoc__audit *audit, const struct pdoc__section *section)
{
    size_t size;
    const char *at = section->text ? pdoc__placeholder(section->text, false, &size) : NULL;
    if (!at)
        return;
    const char *found = copy_part(audit, at, size);
    if (!pdoc__is_found(audit, PDOC__CHECK_PLACEHOLDER_LEFT, found))
        report_placeholder(audit, found, PDOC__SAY(audit, "section/", section->code ? section->code : ""),
                           PDOC__SAY(audit, "the section \"", section_name(section), "\""));
}

static void check_placeholders(struct pdoc__audit *audit, const struct pdoc_version *version)
{
    if (version->row_count + version->section_count == 0)
        return;
    const bool cells_are_clean = audit->placeholder_rows == 0 && version->row_count <= PDOC__ROWS_SCANNED;
    for (size_t i = 0; !cells_are_clean && i < version->row_count; i++)
        check_cell(audit, &version->rows[i]);
    for (size_t i = 0; i < version->section_count; i++)
        check_section(audit, &version->sections[i]);
    pdoc__check_met(audit, PDOC__CHECK_PLACEHOLDER_LEFT);
}

/* By its code, or by its heading where no code of the profile was given to it. */
static bool has_section(const struct pdoc_version *version, const struct pdoc__profile_section *wanted)
{
    for (size_t i = 0; i < version->section_count; i++) {
        const struct pdoc__section *section = &version->sections[i];
        if (section->code && strcmp(section->code, wanted->rule.id) == 0)
            return true;
        if (section->title && wanted->rule.label && pdoc__text_same(section->title, wanted->rule.label))
            return true;
    }
    return false;
}

static void check_wanted(struct pdoc__audit *audit, const struct pdoc__profile_section *wanted)
{
    if (!wanted->required || !pdoc__rule_applies(&audit->judge, &wanted->rule))
        return;
    pdoc_truth applies = pdoc__predicate(&audit->judge, wanted->when, NULL, NULL);
    if (applies == PDOC_FALSE)
        return;
    if (has_section(audit->judge.version, wanted)) {
        pdoc__check_met(audit, PDOC__CHECK_SECTION_MISSING);
        return;
    }
    pdoc_outcome outcome = applies == PDOC_UNKNOWN ? PDOC_OUTCOME_UNDETERMINED
                           : audit->is_draft       ? PDOC_OUTCOME_PENDING
                                                   : PDOC_OUTCOME_NOT_MET;
    const char *name = wanted->rule.label ? wanted->rule.label : wanted->rule.id;
    pdoc__find(audit, &(struct pdoc__evidence){.check = PDOC__CHECK_SECTION_MISSING,
                                               .outcome = outcome,
                                               .rule = &wanted->rule,
                                               .gates = &wanted->gates,
                                               .place = PDOC__SAY(audit, "section/", wanted->rule.id),
                                               .expected = name,
                                               .found = "no such section"});
}

/* A version of which no section is recorded is held as its sheet only: its text is elsewhere, and cannot be judged. */
static void check_sections(struct pdoc__audit *audit, const struct pdoc_version *version)
{
    size_t count = audit->plan && version->section_count > 0 ? audit->plan->profile->counts[PDOC_PROFILE_SECTIONS] : 0;
    for (size_t i = 0; i < count; i++)
        check_wanted(audit, &audit->plan->profile->sections[i]);
}

void pdoc__check_texts(struct pdoc__audit *audit)
{
    const struct pdoc_version *version = audit->judge.version;
    if (!version)
        return;
    check_placeholders(audit, version);
    check_sections(audit, version);
}
