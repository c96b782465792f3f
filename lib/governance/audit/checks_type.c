/* SPDX-License-Identifier: MIT */
/* Is the profile known, is a type recorded, and does the sheet say the same? */
#include <string.h>

#include "base/text.h"
#include "governance/audit/audit.h"
#include "governance/memory.h"
#include "model/build.h"

#define MOST_TYPES 24u /* named in a remedy */

void pdoc__check_profile(struct pdoc__audit *audit)
{
    const struct pdoc__judge *judge = &audit->judge;
    if (!judge->doc && !judge->profile_ref)
        return; /* a register may leave it to its documents */
    if (judge->profile) {
        pdoc__check_met(audit, PDOC__CHECK_PROFILE_UNKNOWN);
        return;
    }
    const char *problem = judge->profile_ref
                              ? PDOC__SAY(audit, "the profile \"", judge->profile_ref, "\" is not known")
                              : "no profile is assigned to it on that day";
    pdoc__find(audit, &(struct pdoc__evidence){.check = PDOC__CHECK_PROFILE_UNKNOWN,
                                               .outcome = PDOC_OUTCOME_UNDETERMINED,
                                               .place = judge->doc ? "document" : "register",
                                               .found = judge->profile_ref,
                                               .arguments = {{"problem", problem}}});
}

/* "policy, strategy, procedure": the codes of the profile. */
static const char *known_types(struct pdoc__audit *audit)
{
    const pdoc_profile *profile = audit->plan->profile;
    const char *parts[2 * MOST_TYPES + 4];
    size_t count = 0;
    size_t types = profile->counts[PDOC_PROFILE_TYPES];
    parts[count++] = "the profile has ";
    for (size_t i = 0; i < types && i < MOST_TYPES; i++) {
        parts[count++] = i > 0 ? ", " : "";
        parts[count++] = profile->types[i].rule.id;
    }
    parts[count++] = types > MOST_TYPES ? " and others" : "";
    parts[count] = NULL;
    return pdoc__say(audit, parts);
}

static void check_recorded(struct pdoc__audit *audit)
{
    const char *recorded = audit->judge.doc->type;
    bool is_recorded = recorded && *recorded;
    if (is_recorded)
        pdoc__check_met(audit, PDOC__CHECK_TYPE_MISSING);
    else
        pdoc__find(audit, &(struct pdoc__evidence){.check = PDOC__CHECK_TYPE_MISSING,
                                                   .outcome = PDOC_OUTCOME_NOT_MET,
                                                   .place = "document/type",
                                                   .expected = "a type of the profile",
                                                   .found = "nothing recorded",
                                                   .arguments = {{"known", known_types(audit)}}});
    if (audit->judge.type)
        pdoc__check_met(audit, PDOC__CHECK_TYPE_UNKNOWN);
    else if (is_recorded)
        pdoc__find(audit, &(struct pdoc__evidence){.check = PDOC__CHECK_TYPE_UNKNOWN,
                                                   .outcome = PDOC_OUTCOME_NOT_MET,
                                                   .place = "document/type",
                                                   .expected = "a type of the profile",
                                                   .found = recorded,
                                                   .arguments = {{"known", known_types(audit)},
                                                                 {"what", "the recorded type"}}});
}

/* ---- the sheet ---- */

static bool is_category(const struct pdoc__audit *audit, const char *text)
{
    const struct pdoc__set *set = audit->plan->categories;
    const char *recorded = audit->judge.doc->category;
    if (recorded && pdoc__text_same(recorded, text))
        return true;
    for (size_t i = 0; set && i < set->items.count; i++)
        if (pdoc__text_same(set->items.items[i], text))
            return true;
    return false;
}

static const char *name_of(const struct pdoc__type *type)
{
    return type->rule.label ? type->rule.label : type->rule.id;
}

/* Is one of them a kind of the other? The chain is short; a ring of them ends with the count. */
static bool is_kind_of(const pdoc_profile *profile, const struct pdoc__type *type, const struct pdoc__type *other)
{
    for (size_t i = 0; type && i <= profile->counts[PDOC_PROFILE_TYPES]; i++) {
        if (type == other)
            return true;
        type = pdoc__profile_type(profile, type->kind_of);
    }
    return false;
}

/* "Trust-wide Policy" and "Policy and Procedure" do name the recorded type, beside something else. */
static bool names_type(const char *text, const struct pdoc__type *type)
{
    if (pdoc__text_contains(text, name_of(type)) || pdoc__text_contains(text, type->rule.id))
        return true;
    for (size_t i = 0; i < type->aliases.count; i++)
        if (pdoc__text_contains(text, type->aliases.items[i]))
            return true;
    return false;
}

static void compare_types(struct pdoc__audit *audit, const struct pdoc__row *row, const struct pdoc__type *printed)
{
    const struct pdoc__type *recorded = audit->judge.type;
    const pdoc_profile *profile = audit->plan->profile;
    if (!recorded)
        return;
    if (is_kind_of(profile, printed, recorded) || is_kind_of(profile, recorded, printed)) {
        pdoc__check_met(audit, PDOC__CHECK_TYPE_MISMATCH);
        return;
    }
    pdoc__find(audit, &(struct pdoc__evidence){.check = PDOC__CHECK_TYPE_MISMATCH,
                                               .outcome = PDOC_OUTCOME_NOT_MET,
                                               .rule = pdoc__cell_rule(audit, row),
                                               .place = pdoc__cell_place(audit, row),
                                               .expected = name_of(recorded),
                                               .found = row->text});
}

static void report_category(struct pdoc__audit *audit, const struct pdoc__row *row)
{
    const struct pdoc__type *type = audit->judge.type;
    const char *recorded = type ? PDOC__SAY(audit, "the recorded type is ", name_of(type)) : "no type of the profile is recorded";
    pdoc__find(audit, &(struct pdoc__evidence){.check = PDOC__CHECK_TYPE_IS_CATEGORY,
                                               .outcome = PDOC_OUTCOME_NOT_MET,
                                               .place = pdoc__cell_place(audit, row),
                                               .expected = type ? name_of(type) : "a type of the profile",
                                               .found = row->text,
                                               .arguments = {{"recorded", recorded}}});
}

static void check_cell(struct pdoc__audit *audit, const struct pdoc__row *row)
{
    const struct pdoc__type *printed = pdoc__memory_type(&audit->judge, row->text);
    if (!printed)
        printed = pdoc__profile_type(audit->plan->profile, pdoc__row_value(row));
    if (printed) {
        pdoc__check_met(audit, PDOC__CHECK_TYPE_IS_CATEGORY);
        compare_types(audit, row, printed);
    } else if (is_category(audit, row->text))
        report_category(audit, row);
    else if (audit->judge.type && names_type(row->text, audit->judge.type))
        pdoc__check_met(audit, PDOC__CHECK_TYPE_MISMATCH);
    else if (!audit->judge.doc->type || !pdoc__text_same(audit->judge.doc->type, row->text))
        pdoc__find(audit, &(struct pdoc__evidence){.check = PDOC__CHECK_TYPE_UNKNOWN,
                                                   .outcome = PDOC_OUTCOME_NOT_MET,
                                                   .rule = pdoc__cell_rule(audit, row),
                                                   .place = pdoc__cell_place(audit, row),
                                                   .expected = "a type of the profile",
                                                   .found = row->text,
                                                   .arguments = {{"known", known_types(audit)},
                                                                 {"what", "the type on the sheet"}}});
}

void pdoc__check_type(struct pdoc__audit *audit)
{
    const struct pdoc_version *version = audit->judge.version;
    if (!audit->plan || audit->plan->profile->counts[PDOC_PROFILE_TYPES] == 0)
        return;
    check_recorded(audit);
    const uint16_t first = audit->judge.cells[PDOC__FIELD_TYPE]; /* plus 1 */
    for (size_t i = first > 0 ? first - 1u : SIZE_MAX; version && i < version->row_count; i++)
        if (version->rows[i].known == PDOC__FIELD_TYPE && pdoc__cell_is_given(audit, &version->rows[i]))
            check_cell(audit, &version->rows[i]);
}
