/* SPDX-License-Identifier: MIT */
/* Finds law, guidance and standards by their names, and says which edition took the place of which. */
#include "governance/relations/crosswalk.h"

#include <string.h>

#include "base/error.h"
#include "base/text.h"

#define LONGEST_NAME  1024u
#define MOST_EDITIONS 32u /* that replaced each other */

/* ---- names ---- */

static bool add_name(struct pdoc__crosswalk *crosswalk, const char *name, bool by_work,
                     const struct pdoc__reference *row, const pdoc_profile *profile)
{
    const size_t size = name ? strlen(name) : 0;
    if (size == 0 || size > LONGEST_NAME)
        return true;
    char *key = pdoc__arena_text(&crosswalk->arena, name, size, NULL);
    struct pdoc__named_row *item = key ? pdoc__arena_alloc(&crosswalk->arena, sizeof *item, NULL) : NULL;
    if (!item)
        return false;
    *item = (struct pdoc__named_row){.row = row, .profile = profile, .by_work = by_work};
    pdoc__text_fold(key);
    struct pdoc__named_row *first = pdoc__map_find(&crosswalk->names, key);
    bool added;
    if (!first)
        return pdoc__map_add(&crosswalk->names, key, item, &added, NULL);
    if (first->row == row)
        return true; /* an alias that repeats the title */
    item->next = first->next;
    first->next = item;
    return true;
}

static bool add_row(struct pdoc__crosswalk *crosswalk, const pdoc_profile *profile, const struct pdoc__reference *row)
{
    bool good = add_name(crosswalk, row->rule.id, false, row, profile) &&
                add_name(crosswalk, row->rule.label, false, row, profile) &&
                add_name(crosswalk, row->uri, false, row, profile) &&
                add_name(crosswalk, row->work, true, row, profile);
    for (size_t i = 0; good && i < row->aliases.count; i++)
        good = add_name(crosswalk, row->aliases.items[i], false, row, profile);
    crosswalk->row_count++;
    return good;
}

static bool add_profile(struct pdoc__crosswalk *crosswalk, const pdoc_profile *profile)
{
    bool good = true;
    for (size_t i = 0; good && profile && i < profile->counts[PDOC_PROFILE_REFERENCES]; i++)
        good = add_row(crosswalk, profile, &profile->references_known[i]);
    return good;
}

void pdoc__crosswalk_free(struct pdoc__crosswalk *crosswalk)
{
    pdoc__map_free(&crosswalk->names);
    pdoc__arena_free(&crosswalk->arena);
}

struct pdoc__crosswalk *pdoc__judge_crosswalk(struct pdoc__judge *judge)
{
    struct pdoc__judge *root = judge;
    while (root->outer)
        root = root->outer;
    if (root->crosswalk)
        return root->crosswalk;
    struct pdoc__crosswalk *made = pdoc__alloc_zero(1, sizeof *made, NULL);
    bool good = made && add_profile(made, root->override);
    for (size_t i = 0; good && i < pdoc_profile_set_count(root->set); i++)
        good = add_profile(made, pdoc_profile_set_at(root->set, i));
    if (made && !good) {
        pdoc__crosswalk_free(made);
        pdoc__free(made);
        made = NULL;
    }
    judge->out_of_memory |= made == NULL;
    root->crosswalk = made;
    return made;
}

const struct pdoc__named_row *pdoc__crosswalk_find(struct pdoc__judge *judge, const char *name)
{
    const struct pdoc__crosswalk *crosswalk = pdoc__judge_crosswalk(judge);
    const size_t size = name ? strlen(name) : 0;
    if (!crosswalk || crosswalk->row_count == 0 || size == 0 || size > LONGEST_NAME)
        return NULL;
    char key[LONGEST_NAME + 1];
    memcpy(key, name, size + 1);
    pdoc__text_fold(key);
    return pdoc__map_find(&crosswalk->names, key);
}

/* ---- editions ---- */

static bool is_edition(const struct pdoc__reference *row, const char *edition)
{
    return row->edition && pdoc__text_same(row->edition, edition);
}

/* Is there any row of the profile at hand under this name? Then those of other profiles do not count. */
static bool has_own(const struct pdoc__judge *judge, const struct pdoc__named_row *first)
{
    for (; first; first = first->next)
        if (first->profile == judge->profile)
            return true;
    return false;
}

/* Profiles that inherit rows have copies of them: what has one id is one row. */
static bool is_other_row(const struct pdoc__reference *row, const struct pdoc__reference *than)
{
    return strcmp(row->rule.id, than->rule.id) != 0;
}

struct pdoc__cited pdoc__cited(struct pdoc__judge *judge, const char *name, const char *edition)
{
    struct pdoc__cited out = {.state = PDOC__CITED_UNKNOWN};
    const struct pdoc__named_row *first = pdoc__crosswalk_find(judge, name);
    const bool own_only = has_own(judge, first);
    bool several = false;
    for (const struct pdoc__named_row *each = first; each; each = each->next) {
        if ((own_only && each->profile != judge->profile) || (edition && !is_edition(each->row, edition)))
            continue;
        several |= out.row && is_other_row(each->row, out.row);
        if (!out.row || pdoc__rule_applies_on(&each->row->rule, judge->day)) {
            out.row = each->row;
            out.profile = each->profile;
        }
        out.state = PDOC__CITED_FOUND;
    }
    if (several)
        out.state = PDOC__CITED_WITHOUT_EDITION;
    return out;
}

static const struct pdoc__reference *row_named(const pdoc_profile *profile, const char *id)
{
    for (size_t i = 0; id && i < profile->counts[PDOC_PROFILE_REFERENCES]; i++)
        if (strcmp(profile->references_known[i].rule.id, id) == 0)
            return &profile->references_known[i];
    return NULL;
}

/* Has its day come? A row without days is in force from ever. */
static pdoc_truth has_begun(const struct pdoc__reference *row, int32_t day)
{
    const struct pdoc__interval from = pdoc__interval_of(row->rule.from);
    if (!pdoc__interval_is_recorded(from) || from.last <= day)
        return PDOC_TRUE;
    return from.first > day ? PDOC_FALSE : PDOC_UNKNOWN;
}

static pdoc_truth has_ended(const struct pdoc__reference *row, int32_t day)
{
    const struct pdoc__interval to = pdoc__interval_of(row->rule.to);
    if (!pdoc__interval_is_recorded(to) || to.first >= day)
        return PDOC_FALSE;
    return to.last < day ? PDOC_TRUE : PDOC_UNKNOWN;
}

pdoc_truth pdoc__is_replaced(const struct pdoc__judge *judge, const struct pdoc__cited *cited,
                             const struct pdoc__reference **by)
{
    const struct pdoc__reference *next = row_named(cited->profile, cited->row->replaced_by);
    const pdoc_truth replaced = next ? has_begun(next, judge->day) : PDOC_FALSE;
    *by = replaced == PDOC_FALSE ? NULL : next;
    for (unsigned i = 0; i < MOST_EDITIONS && replaced == PDOC_TRUE; i++) {
        next = row_named(cited->profile, (*by)->replaced_by);
        if (!next || has_begun(next, judge->day) != PDOC_TRUE)
            break;
        *by = next;
    }
    return pdoc__or(replaced, has_ended(cited->row, judge->day));
}
