/* SPDX-License-Identifier: MIT */
/* What a change comes to: how the documents that it touches stand before and after, and which rules it breaks anew. */
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "keeping/act.h"

#define FEW 16 /* documents that are judged one by one; more of them cost less in an audit of the whole register */

/* One side, as it is judged. */
struct side {
    const pdoc_register *reg;
    pdoc_report *whole; /* NULL: document by document */
};

struct judging {
    pdoc_change *change;
    struct side sides[2];
    bool is_whole;
    bool cannot_judge; /* no document of it has rules that are known */
    pdoc_error **error;
};

/* Does the failure only say that there is nothing to judge by? Then it is forgotten. */
static bool is_no_basis(struct judging *judging, pdoc_error *reason)
{
    if (pdoc_error_status(reason) == PDOC_ERR_JUDGE) {
        judging->cannot_judge = true;
        pdoc_error_free(reason);
        return true;
    }
    if (judging->error)
        *judging->error = reason;
    else
        pdoc_error_free(reason);
    return false;
}

/* A reference to the report that tells of the document, or NULL; false when that failed. */
static bool report_on(struct judging *judging, size_t side, const pdoc_document *doc, pdoc_report **out)
{
    pdoc_error *reason = NULL;
    *out = NULL;
    if (judging->is_whole) {
        *out = pdoc_report_ref(judging->sides[side].whole);
        return true;
    }
    if (!doc || judging->cannot_judge)
        return true;
    *out = pdoc_document_audit(doc, &judging->change->basis, &reason);
    return *out || is_no_basis(judging, reason);
}

static struct pdoc__stand_of stand_in(const pdoc_report *report, const pdoc_document *doc)
{
    struct pdoc__stand_of stand = {PDOC_PHASE_UNDETERMINED, PDOC_REVIEW_NONE, {0, 0, 0}};
    if (!report || !doc)
        return stand;
    const pdoc_schedule *schedule = pdoc_report_schedule(report);
    const size_t entry = pdoc_schedule_find(schedule, doc->index);
    stand.phase = pdoc_report_document_phase(report, doc->index);
    if (entry == SIZE_MAX)
        return stand;
    stand.state = pdoc_schedule_state(schedule, entry);
    stand.due = pdoc_schedule_due(schedule, entry);
    return stand;
}

/* ---- objections ---- */

enum gravity { NO_MATTER, A_WARNING, BROKEN };

static enum gravity gravity_of(const pdoc_report *report, size_t finding)
{
    const pdoc_outcome outcome = pdoc_report_finding_outcome(report, finding);
    const pdoc_modality modality = pdoc_report_finding_modality(report, finding);
    if (modality == PDOC_MODALITY_MAY)
        return NO_MATTER;
    if (outcome == PDOC_OUTCOME_NOT_MET)
        return modality == PDOC_MODALITY_MUST ? BROKEN : A_WARNING;
    return outcome == PDOC_OUTCOME_UNDETERMINED ? A_WARNING : NO_MATTER;
}

/* Findings lie document by document, those of the register last: the first of one. */
static size_t first_finding(const pdoc_report *report, size_t document)
{
    size_t low = 0;
    size_t high = pdoc_report_finding_count(report);
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (pdoc_report_finding_document(report, middle) < document)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* How often the document fell short of the rule at least as much, among the findings before `end`. */
static size_t count_like(const pdoc_report *report, size_t document, size_t end, const char *rule, enum gravity gravity)
{
    size_t count = 0;
    const size_t all = pdoc_report_finding_count(report);
    for (size_t i = report ? first_finding(report, document) : 0;
         i < end && i < all && pdoc_report_finding_document(report, i) == document; i++)
        count += gravity_of(report, i) >= gravity && pdoc__text_equal(pdoc_report_finding_rule(report, i), rule);
    return count;
}

static const char *keep(pdoc_change *change, const char *text, bool *done, pdoc_error **error)
{
    const char *copy = text ? pdoc__arena_text(&change->arena, text, strlen(text), error) : NULL;
    *done = *done && (copy || !text);
    return copy;
}

bool pdoc__change_say(pdoc_change *change, pdoc_objection kind, const struct pdoc__objection *said, pdoc_error **error)
{
    struct pdoc__objections *list = &change->objections[kind];
    bool done = pdoc__grow(&list->items, &list->capacity, list->count, sizeof *said, error);
    const struct pdoc__objection kept = {.document = keep(change, said->document, &done, error),
                                         .rule = keep(change, said->rule, &done, error),
                                         .clause = keep(change, said->clause, &done, error),
                                         .place = keep(change, said->place, &done, error),
                                         .message = keep(change, said->message, &done, error),
                                         .remedy = keep(change, said->remedy, &done, error),
                                         .is_final = said->is_final};
    if (done)
        list->items[list->count++] = kept;
    return done;
}

static bool object(struct judging *judging, pdoc_objection kind, const struct pdoc__objection *said)
{
    return pdoc__change_say(judging->change, kind, said, judging->error);
}

/* The two reports on a document, or on the register itself. */
struct pair {
    const pdoc_report *before;
    const pdoc_report *after;
    size_t then; /* index of the document in the register before; SIZE_MAX: the register */
    size_t now;
    const struct pdoc__history *history;
    bool is_new; /* it was not there before */
};

/* What is found of practice issues is told of those that the change touches, each by itself. */
static bool is_of_issue(const struct pdoc__finding *finding)
{
    static const char lead[] = "issue/";
    return finding->place && strncmp(finding->place, lead, sizeof lead - 1) == 0;
}

/* Is a rule broken at the gate of the act, or at its event? */
static bool concerns_act(const struct judging *judging, const struct pair *pair, size_t finding)
{
    const struct pdoc__finding *found = &pair->after->findings[finding];
    if (pdoc__change_is_at_event(judging->change, pair->history, found->place))
        return true;
    return !pair->is_new && gravity_of(pair->after, finding) == BROKEN &&
           pdoc__change_meets_gate(judging->change, pair->history, pair->after, found);
}

/* Even where it was so before, an act meets it now; one that is only told anew met it before. */
static bool is_met_now(const struct judging *judging, const struct pair *pair, size_t finding)
{
    const char *place = pair->after->findings[finding].place;
    return concerns_act(judging, pair, finding) && (!pdoc__change_mends(judging->change, pair->history) ||
                                                    pdoc__change_is_at_event(judging->change, pair->history, place));
}

static bool was_so_before(const struct pair *pair, size_t finding)
{
    const char *rule = pdoc_report_finding_rule(pair->after, finding);
    const enum gravity gravity = gravity_of(pair->after, finding);
    const size_t before = pair->is_new ? 0 : count_like(pair->before, pair->then, SIZE_MAX, rule, gravity);
    return count_like(pair->after, pair->now, finding + 1, rule, gravity) <= before;
}

/* What an edit breaks it may not break; an act may still ask for something that can only be done after it. */
static pdoc_objection kind_of(const struct judging *judging, const struct pair *pair, size_t finding)
{
    const pdoc_report *report = pair->after;
    const bool is_of_profile = pdoc_table_find(PDOC_TABLE_FINDING, pdoc_report_finding_rule(report, finding)) < 0;
    if (gravity_of(report, finding) != BROKEN)
        return PDOC_OBJECTION_WARNING;
    if (concerns_act(judging, pair, finding))
        return PDOC_OBJECTION_REFUSAL;
    if (!is_of_profile || pair->is_new)
        return PDOC_OBJECTION_WARNING;
    const bool is_act = pdoc__change_acts(judging->change, pair->history);
    return is_act && !pdoc__finding_is_of_acts(report, &report->findings[finding]) ? PDOC_OBJECTION_NEXT
                                                                                   : PDOC_OBJECTION_REFUSAL;
}

static bool object_to(struct judging *judging, const struct pair *pair, size_t finding)
{
    const pdoc_report *report = pair->after;
    const enum gravity gravity = gravity_of(report, finding);
    const struct pdoc__objection said = {.document = pair->history->doc ? pair->history->doc->id : NULL,
                                         .rule = pdoc_report_finding_rule(report, finding),
                                         .clause = pdoc_report_finding_clause(report, finding),
                                         .place = pdoc_report_finding_place(report, finding),
                                         .message = pdoc_report_finding_message(report, finding),
                                         .remedy = pdoc_report_finding_remedy(report, finding)};
    if (gravity == NO_MATTER || is_of_issue(&report->findings[finding]) ||
        (!is_met_now(judging, pair, finding) && was_so_before(pair, finding)))
        return true;
    return object(judging, kind_of(judging, pair, finding), &said);
}

static bool object_to_all(struct judging *judging, const struct pair *pair)
{
    if (!pair->after)
        return true;
    for (size_t i = first_finding(pair->after, pair->now); i < pdoc_report_finding_count(pair->after); i++)
        if (pdoc_report_finding_document(pair->after, i) != pair->now)
            return true;
        else if (!object_to(judging, pair, i))
            return false;
    return true;
}

/* ---- what is touched ---- */

static bool touch(struct judging *judging, const struct pdoc__touched *touched)
{
    pdoc_change *change = judging->change;
    if (!pdoc__grow(&change->touched, &change->touched_capacity, change->touched_count, sizeof *touched,
                    judging->error))
        return false;
    change->touched[change->touched_count++] = *touched;
    return true;
}

static bool is_same_stand(const struct pdoc__stand_of *left, const struct pdoc__stand_of *right)
{
    return left->phase == right->phase && left->state == right->state && left->due.year == right->due.year &&
           left->due.month == right->due.month && left->due.day == right->due.day;
}

/* `differs`: a difference tells of it; else it is touched only if it stands otherwise, or a rule is broken anew. */
static bool judge_document(struct judging *judging, const pdoc_document *before, const pdoc_document *after,
                           bool differs)
{
    pdoc_report *reports[2] = {NULL, NULL};
    struct pdoc__touched touched = {.before = before, .after = after};
    bool done = report_on(judging, 0, before, &reports[0]) && report_on(judging, 1, after, &reports[1]);
    if (done) {
        touched.stands[0] = stand_in(reports[0], before);
        touched.stands[1] = stand_in(reports[1], after);
        if (differs || !is_same_stand(&touched.stands[0], &touched.stands[1]))
            done = touch(judging, &touched);
    }
    if (done && after) {
        const struct pair pair = {.before = before ? reports[0] : NULL,
                                  .after = reports[1],
                                  .then = before ? before->index : 0,
                                  .now = after->index,
                                  .history = &after->history,
                                  .is_new = before == NULL};
        done = object_to_all(judging, &pair);
    }
    pdoc_report_unref(reports[0]);
    pdoc_report_unref(reports[1]);
    return done;
}

/* Those that differ, each once. Differences lie document by document. */
static bool judge_different(struct judging *judging, struct pdoc__map *seen)
{
    const pdoc_change *change = judging->change;
    const char *last = NULL;
    for (size_t i = 0; i < pdoc_differences_count(change->differences); i++) {
        const char *id = pdoc_differences_document(change->differences, i);
        if (!id || id == last)
            continue;
        last = id;
        const pdoc_document *after = pdoc__change_document_after(change, id);
        const pdoc_document *before = pdoc__change_document_before(change, id);
        bool added;
        if (!pdoc__map_add(seen, id, change->differences, &added, judging->error) ||
            (added && !judge_document(judging, before, after, true)))
            return false;
    }
    return true;
}

/* What is changed of the register itself may tell on any document. */
static bool judge_others(struct judging *judging, const struct pdoc__map *seen)
{
    const pdoc_register *work = judging->change->work;
    for (size_t i = 0; i < work->document_count; i++) {
        const pdoc_document *after = work->documents[i];
        if (!pdoc__map_find(seen, after->id) &&
            !judge_document(judging, pdoc__change_document_before(judging->change, after->id), after, false))
            return false;
    }
    const struct pair pair = {.before = judging->sides[0].whole,
                              .after = judging->sides[1].whole,
                              .then = SIZE_MAX,
                              .now = SIZE_MAX,
                              .history = &work->history};
    return object_to_all(judging, &pair);
}

/* Of the register itself only its forward plan and its practice issues tell on no document. */
static bool tells_on_all(const pdoc_differences *differences, size_t index)
{
    static const char *const leads[] = {"forward-plan/", "issue/"};
    if (pdoc_differences_document(differences, index))
        return false;
    for (size_t i = 0; i < sizeof leads / sizeof *leads; i++)
        if (strncmp(pdoc_differences_place(differences, index), leads[i], strlen(leads[i])) == 0)
            return false;
    return true;
}

static bool choose_way(struct judging *judging)
{
    const pdoc_differences *differences = judging->change->differences;
    size_t documents = 0;
    const char *last = NULL;
    for (size_t i = 0; i < pdoc_differences_count(differences); i++) {
        const char *id = pdoc_differences_document(differences, i);
        documents += id && id != last;
        last = id ? id : last;
        judging->is_whole = judging->is_whole || tells_on_all(differences, i);
    }
    judging->is_whole = judging->is_whole || documents > FEW;
    for (size_t side = 0; judging->is_whole && !judging->cannot_judge && side < 2; side++) {
        pdoc_error *reason = NULL;
        judging->sides[side].whole = pdoc_audit(judging->sides[side].reg, &judging->change->basis, &reason);
        if (!judging->sides[side].whole && !is_no_basis(judging, reason))
            return false;
    }
    return true;
}

static bool warn_of_no_basis(struct judging *judging)
{
    static const struct pdoc__objection said = {
        .rule = "profile",
        .place = "register",
        .message = "nothing is known to judge this change by: neither a profile of the register nor another was found",
        .remedy = "Give the profile by which it is to be judged."};
    return !judging->cannot_judge || object(judging, PDOC_OBJECTION_WARNING, &said);
}

bool pdoc__change_judge(pdoc_change *change, pdoc_error **error)
{
    struct judging judging = {
        .change = change, .sides = {{.reg = change->before}, {.reg = change->work}}, .error = error};
    struct pdoc__map seen = {0};
    const bool done = choose_way(&judging) && judge_different(&judging, &seen) &&
                      (!judging.is_whole || judge_others(&judging, &seen)) && warn_of_no_basis(&judging) &&
                      pdoc__change_judge_issues(change, error);
    pdoc__map_free(&seen);
    pdoc_report_unref(judging.sides[0].whole);
    pdoc_report_unref(judging.sides[1].whole);
    return done;
}
