/* SPDX-License-Identifier: MIT */
/* What is said to a change of practice issues: what the protocol does not allow, and cases that are opened twice. */
#include <string.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/text.h"
#include "governance/escalating/ladder.h"
#include "keeping/act.h"

/* "practice issue i6, case RC-200: " and what is wrong. */
static bool refuse(pdoc_change *change, const pdoc_issue *issue, struct pdoc__objection said, pdoc_error **error)
{
    struct pdoc__buffer message = {0};
    struct pdoc__buffer place = {0};
    pdoc__buffer_format(&message, "practice issue %s, case %s: %s", issue->id, issue->values[PDOC__ISSUE_CASE],
                        said.message);
    pdoc__buffer_format(&place, "issue/%s", issue->id);
    const bool is_whole = !message.failed && !place.failed;
    said.message = message.data;
    said.place = place.data;
    const bool done =
        is_whole ? pdoc__change_say(change, PDOC_OBJECTION_REFUSAL, &said, error) : (pdoc__fail_memory(error), false);
    pdoc__buffer_free(&message);
    pdoc__buffer_free(&place);
    return done;
}

/* ---- what the protocol says ---- */

/* The issue before the change, or NULL: issues are only ever added, at the end. */
static const pdoc_issue *issue_before(const pdoc_change *change, size_t index)
{
    return index < change->before->issue_count ? change->before->issues[index] : NULL;
}

static bool is_touched(const pdoc_issue *before, const pdoc_issue *after)
{
    if (!before || before->step_count != after->step_count)
        return true;
    for (size_t i = 0; i < PDOC__ISSUE_ATTRIBUTE_COUNT; i++)
        if (!pdoc__text_equal(before->values[i], after->values[i]))
            return true;
    return false;
}

static bool was_so(const pdoc_standing *before, const pdoc_standing *after, size_t finding)
{
    for (size_t i = 0; i < pdoc_standing_finding_count(before); i++)
        if (strcmp(pdoc_standing_finding_code(before, i), pdoc_standing_finding_code(after, finding)) == 0 &&
            strcmp(pdoc_standing_finding_message(before, i), pdoc_standing_finding_message(after, finding)) == 0 &&
            pdoc__text_equal(pdoc_standing_finding_step(before, i), pdoc_standing_finding_step(after, finding)))
            return true;
    return false;
}

/* A word that nobody knows may tell of a child, and must not get into the file for any reason. */
static bool is_sensitive(const char *code)
{
    return strcmp(code, pdoc__check_words[PDOC__CHECK_ISSUE_CODE_UNKNOWN].code) == 0;
}

static bool refuse_what_is_new(pdoc_change *change, const pdoc_issue *issue, const pdoc_standing *before,
                               const pdoc_standing *after, pdoc_error **error)
{
    for (size_t i = 0; i < pdoc_standing_finding_count(after); i++) {
        const struct pdoc__objection said = {.rule = pdoc_standing_finding_code(after, i),
                                             .clause = pdoc_standing_finding_clause(after, i),
                                             .message = pdoc_standing_finding_message(after, i),
                                             .remedy = pdoc_standing_finding_remedy(after, i),
                                             .is_final = is_sensitive(pdoc_standing_finding_code(after, i))};
        if (pdoc_standing_finding_forbids(after, i) && !was_so(before, after, i) && !refuse(change, issue, said, error))
            return false;
    }
    return true;
}

static bool judge_touched(pdoc_change *change, const pdoc_issue *old, const pdoc_issue *issue, pdoc_error **error)
{
    pdoc_standing *before = old ? pdoc_issue_standing(old, &change->basis, error) : NULL;
    pdoc_standing *after = !old || before ? pdoc_issue_standing(issue, &change->basis, error) : NULL;
    const bool done = after && refuse_what_is_new(change, issue, before, after, error);
    pdoc_standing_unref(before);
    pdoc_standing_unref(after);
    return done;
}

/* ---- cases of which one is open ---- */

static bool judge_opened(pdoc_change *change, struct pdoc__judge *judge, const pdoc_issue *issue, pdoc_error **error)
{
    const struct pdoc__check_word *words = &pdoc__check_words[PDOC__CHECK_ISSUE_OPEN_TWICE];
    const pdoc_issue *other = NULL;
    char day[PDOC_DATE_TEXT];
    struct pdoc__buffer message = {0};
    if (!pdoc__issue_open_before(judge, issue, &other, error))
        return false;
    if (!other)
        return true;
    pdoc__buffer_format(&message, "the case is open already as %s, raised on %s by %s", other->id,
                        pdoc_date_format(other->on, day), other->values[PDOC__ISSUE_BY]);
    const struct pdoc__objection said = {.rule = words->code, .message = message.data, .remedy = words->remedy};
    const bool done = message.failed ? (pdoc__fail_memory(error), false) : refuse(change, issue, said, error);
    pdoc__buffer_free(&message);
    return done;
}

static bool judge_all(pdoc_change *change, struct pdoc__judge *judge, pdoc_error **error)
{
    bool done = true;
    for (size_t i = 0; i < change->work->issue_count && done; i++) {
        const pdoc_issue *issue = change->work->issues[i];
        const pdoc_issue *before = issue_before(change, i);
        if (is_touched(before, issue))
            done = judge_touched(change, before, issue, error) && (before || judge_opened(change, judge, issue, error));
    }
    return done;
}

bool pdoc__change_judge_issues(pdoc_change *change, pdoc_error **error)
{
    struct pdoc__judge judge;
    pdoc_error *reason = NULL;
    if (change->work->issue_count == 0)
        return true;
    if (!pdoc__judge_begin(&judge, change->work, &change->basis, &reason)) {
        const bool is_no_basis = pdoc_error_status(reason) == PDOC_ERR_JUDGE;
        if (!is_no_basis)
            pdoc__fail_memory(error);
        pdoc_error_free(reason);
        return is_no_basis; /* that nothing is known to judge by is told elsewhere */
    }
    const bool done = judge_all(change, &judge, error);
    pdoc__judge_end(&judge);
    return done;
}
