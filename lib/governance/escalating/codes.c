/* SPDX-License-Identifier: MIT */
/* The codes of a practice issue: conditions, facts, organisations, and those who took part. Judges nothing. */
#include <string.h>

#include "base/text.h"
#include "governance/escalating/ladder.h"

bool pdoc__code_next(const char **at, const char **code, size_t *size)
{
    if (!*at || **at == '\0')
        return false;
    *code = *at;
    *size = strcspn(*at, " ");
    *at += *size;
    *at += **at == ' ';
    return true;
}

static bool is_same(const char *text, const char *code, size_t size)
{
    return strncmp(text, code, size) == 0 && text[size] == '\0';
}

bool pdoc__codes_have(const char *codes, const char *code, size_t size)
{
    const char *one;
    size_t length;
    while (pdoc__code_next(&codes, &one, &length))
        if (length == size && memcmp(one, code, size) == 0)
            return true;
    return false;
}

bool pdoc__texts_have(const struct pdoc__texts *texts, const char *code, size_t size)
{
    for (size_t i = 0; i < texts->count; i++)
        if (is_same(texts->items[i], code, size))
            return true;
    return false;
}

bool pdoc__issue_has(const struct pdoc__ladder *ladder, enum pdoc__issue_attribute from_start,
                     enum pdoc__issue_step_attribute by_step, const char *code, size_t size)
{
    bool found = pdoc__codes_have(ladder->issue->values[from_start], code, size);
    for (size_t i = 0; !found && i < ladder->step_count; i++)
        found = pdoc__codes_have(ladder->steps[i]->values[by_step], code, size);
    return found;
}

bool pdoc__condition_holds(const struct pdoc__ladder *ladder, const struct pdoc__texts *conditions)
{
    for (size_t i = 0; i < conditions->count; i++)
        if (pdoc__issue_has(ladder, PDOC__ISSUE_CONDITIONS, PDOC__STEP_CONDITIONS, conditions->items[i],
                            strlen(conditions->items[i])))
            return true;
    return false;
}

/* ---- names that outlive the subject: the judge remembers parties by the address of their name ---- */

static const char *name_of(struct pdoc__ladder *ladder, const char *text, size_t size)
{
    struct pdoc__judge *judge = ladder->judge;
    const char *kept = pdoc__pool_add(&judge->name_pool, &judge->names, text, size, NULL);
    judge->out_of_memory |= !kept;
    return kept ? kept : "";
}

static const char **add_organisation(struct pdoc__ladder *ladder, const char **list, size_t *count, size_t *room,
                                     const char *name)
{
    for (size_t i = 0; i < *count; i++)
        if (list[i] == name)
            return list;
    const char **longer = pdoc__ladder_room(ladder, list, *count, room, sizeof *list);
    if (!longer)
        return list;
    longer[(*count)++] = name;
    return longer;
}

const char **pdoc__organisations(struct pdoc__ladder *ladder, size_t *count)
{
    const char **list = NULL;
    size_t room = 0;
    *count = 0;
    const char *own = ladder->issue->values[PDOC__ISSUE_ORGANISATION];
    if (own)
        list = add_organisation(ladder, list, count, &room, name_of(ladder, own, strlen(own)));
    for (size_t i = 0; i <= ladder->step_count; i++) {
        const char *at = i == 0 ? ladder->issue->values[PDOC__ISSUE_ORGANISATIONS]
                                : ladder->steps[i - 1]->values[PDOC__STEP_ORGANISATIONS];
        const char *code;
        size_t size;
        while (pdoc__code_next(&at, &code, &size))
            list = add_organisation(ladder, list, count, &room, name_of(ladder, code, size));
    }
    return list;
}

/* ---- those who took part ---- */

static size_t count_codes(const char *codes)
{
    const char *code;
    size_t size, count = 0;
    while (pdoc__code_next(&codes, &code, &size))
        count++;
    return count;
}

static struct pdoc__participant split(struct pdoc__ladder *ladder, const char *text, size_t size)
{
    const char *slash = memchr(text, '/', size);
    const size_t role = slash ? (size_t)(slash - text) : size;
    return (struct pdoc__participant){
        .role = name_of(ladder, text, role),
        .organisation = slash ? name_of(ladder, slash + 1, size - role - 1) : NULL,
    };
}

/* The one who raised it need not name its organisation again. */
static struct pdoc__participant actor(struct pdoc__ladder *ladder, const struct pdoc_issue_step *step)
{
    const char *role = step->values[PDOC__STEP_BY];
    const char *organisation = step->values[PDOC__STEP_ORGANISATION];
    if (!organisation && strcmp(role, ladder->issue->values[PDOC__ISSUE_BY]) == 0)
        organisation = ladder->issue->values[PDOC__ISSUE_ORGANISATION];
    return (struct pdoc__participant){
        .role = name_of(ladder, role, strlen(role)),
        .organisation = organisation ? name_of(ladder, organisation, strlen(organisation)) : NULL,
    };
}

struct pdoc__participant *pdoc__participants(struct pdoc__ladder *ladder, const struct pdoc_issue_step *step, size_t *count)
{
    const char *at = step->values[PDOC__STEP_WITH];
    const size_t most = count_codes(at) + 1;
    struct pdoc__participant *list = pdoc__arena_alloc(&ladder->judge->scratch, most * sizeof *list, NULL);
    *count = 0;
    ladder->judge->out_of_memory |= !list;
    if (!list)
        return NULL;
    if (step->values[PDOC__STEP_BY])
        list[(*count)++] = actor(ladder, step);
    const char *code;
    size_t size;
    while (pdoc__code_next(&at, &code, &size))
        list[(*count)++] = split(ladder, code, size);
    return list;
}

const char *pdoc__participant_words(struct pdoc__ladder *ladder, const struct pdoc__participant *participant)
{
    if (!participant->organisation)
        return participant->role;
    return PDOC__PHRASE(ladder->judge, participant->role, " of ", participant->organisation);
}

bool pdoc__is_same_participant(struct pdoc__ladder *ladder, const struct pdoc__participant *left,
                               const struct pdoc__participant *right)
{
    return pdoc__text_equal(left->organisation, right->organisation) &&
           (left->role == right->role || pdoc__party_equals(ladder->judge, left->role, right->role) == PDOC_TRUE);
}

bool pdoc__is_raiser(struct pdoc__ladder *ladder, const struct pdoc__participant *participant)
{
    const char *role = ladder->issue->values[PDOC__ISSUE_BY];
    const char *organisation = ladder->issue->values[PDOC__ISSUE_ORGANISATION];
    const struct pdoc__participant raiser = {
        .role = name_of(ladder, role, strlen(role)),
        .organisation = organisation ? name_of(ladder, organisation, strlen(organisation)) : NULL,
    };
    return pdoc__is_same_participant(ladder, participant, &raiser);
}
