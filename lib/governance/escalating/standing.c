/* SPDX-License-Identifier: MIT */
/* Where one practice issue stands: climbs the ladder and takes down what that came to. */
#include "governance/escalating/standing.h"

#include <string.h>

#include "base/error.h"
#include "governance/escalating/ladder.h"

/* A standing being made: one sticky failure. */
struct making {
    pdoc_standing *standing;
    struct pdoc__ladder *ladder;
    bool failed;
};

static const char *copy(struct making *making, const char *text)
{
    const char *kept = text ? pdoc__arena_text(&making->standing->arena, text, strlen(text), NULL) : NULL;
    making->failed |= text && !kept;
    return kept;
}

static void *list(struct making *making, size_t count, size_t size)
{
    void *items = pdoc__arena_zero(&making->standing->arena, (count + 1) * size, NULL);
    making->failed |= !items;
    return items;
}

static struct pdoc__standing_rule rule_of(struct making *making, const struct pdoc__rule *rule, uint8_t modality)
{
    return (struct pdoc__standing_rule){.id = rule ? copy(making, rule->id) : NULL,
                                        .clause = rule ? copy(making, rule->clause) : NULL,
                                        .modality = modality,
                                        .inferred = rule && rule->inferred};
}

/* The last day on which it is in time. */
static pdoc_date day_of(struct pdoc__span by)
{
    if (by.last == PDOC__NO_MINUTE)
        return (pdoc_date){0, 0, 0};
    const int64_t days = by.last / PDOC__DAY_MINUTES;
    return pdoc__day_date((int32_t)(by.last % PDOC__DAY_MINUTES < 0 ? days - 1 : days));
}

static void take_nexts(struct making *making)
{
    const struct pdoc__ladder *ladder = making->ladder;
    pdoc_standing *standing = making->standing;
    standing->nexts = list(making, ladder->next_count, sizeof *standing->nexts);
    for (size_t i = 0; !making->failed && i < ladder->next_count; i++) {
        const struct pdoc__next *next = &ladder->nexts[i];
        standing->nexts[standing->next_count++] = (struct pdoc__standing_next){
            .rule = rule_of(making, next->rule, next->modality),
            .kind = pdoc_table_code(PDOC_TABLE_ISSUE_STEP, next->kind),
            .stage = copy(making, next->stage),
            .words = copy(making, next->words),
            .who = copy(making, next->who),
            .limit = copy(making, next->limit.words),
            .by = day_of(next->limit.by),
            .is_late = (uint8_t)pdoc__limit_is_passed(ladder, &next->limit, NULL),
        };
    }
}

static void add_side(struct making *making, const char *side, const struct pdoc__parties *parties, const char *last,
                     bool is_widened)
{
    pdoc_standing *standing = making->standing;
    if (parties->names.count == 0 || making->failed)
        return;
    standing->sides[standing->side_count++] = (struct pdoc__standing_side){
        .side = side,
        .who = copy(making, pdoc__phrase_parties(making->ladder->judge, parties, last)),
        .is_widened = is_widened,
    };
}

static void take_sides(struct making *making)
{
    const struct pdoc__ladder *ladder = making->ladder;
    making->standing->sides = list(making, 5, sizeof *making->standing->sides);
    if (ladder->current == SIZE_MAX)
        return;
    const struct pdoc__stage *stage = ladder->visits[ladder->current].stage;
    const bool is_widened = pdoc__stage_is_widened(ladder, stage);
    add_side(making, "ours", is_widened ? &stage->widened : &stage->ours, " or ", is_widened);
    add_side(making, "theirs", is_widened ? &stage->widened : &stage->theirs, " or ", is_widened);
    add_side(making, "each", &stage->each, " and ", false);
    add_side(making, "also", &stage->also, " and ", false);
    add_side(making, "advisers", &stage->advisers, " or ", false);
}

static void take_records(struct making *making)
{
    const struct pdoc__ladder *ladder = making->ladder;
    pdoc_standing *standing = making->standing;
    standing->records = list(making, ladder->owed_count, sizeof *standing->records);
    for (size_t i = 0; !making->failed && i < ladder->owed_count; i++) {
        const struct pdoc__owed *owed = &ladder->owed[i];
        standing->records[standing->record_count++] = (struct pdoc__standing_record){
            .step = copy(making, owed->step->id),
            .stage = copy(making, owed->visit->stage->rule.id),
            .role = copy(making, owed->by.role),
            .organisation = copy(making, owed->by.organisation),
            .is_made = owed->is_made,
            .is_apart = (uint8_t)owed->is_apart,
        };
    }
}

/* What must not be recorded as done. All others are duties that are still open, or that were met too late. */
static bool forbids(const struct pdoc__flaw *flaw)
{
    static const enum pdoc__check forbidden[] = {
        PDOC__CHECK_ISSUE_TRACK,           PDOC__CHECK_ISSUE_STAGE,         PDOC__CHECK_ISSUE_CODE_UNKNOWN,
        PDOC__CHECK_ISSUE_EXCLUDED,        PDOC__CHECK_ISSUE_FACT,          PDOC__CHECK_ISSUE_OUT_OF_TURN,
        PDOC__CHECK_ISSUE_RESOLVED_BEFORE, PDOC__CHECK_ISSUE_NOT_ESCALATED, PDOC__CHECK_ISSUE_AFTER_END,
        PDOC__CHECK_ISSUE_PARTY,           PDOC__CHECK_ISSUE_SATISFACTION,  PDOC__CHECK_ISSUE_LIMIT,
    };
    if (flaw->modality != PDOC_MODALITY_MUST ||
        (flaw->outcome != PDOC_OUTCOME_NOT_MET && flaw->check != PDOC__CHECK_ISSUE_TRACK))
        return false;
    for (size_t i = 0; i < sizeof forbidden / sizeof *forbidden; i++)
        if (forbidden[i] == flaw->check)
            return true;
    return false;
}

static void take_findings(struct making *making)
{
    const struct pdoc__ladder *ladder = making->ladder;
    pdoc_standing *standing = making->standing;
    standing->findings = list(making, ladder->flaw_count, sizeof *standing->findings);
    for (size_t i = 0; !making->failed && i < ladder->flaw_count; i++) {
        const struct pdoc__flaw *flaw = &ladder->flaws[i];
        standing->findings[standing->finding_count++] = (struct pdoc__standing_finding){
            .rule = rule_of(making, flaw->rule, flaw->modality),
            .code = pdoc__check_words[flaw->check].code,
            .step = copy(making, flaw->step),
            .message = copy(making, flaw->message),
            .remedy = pdoc__check_words[flaw->check].remedy,
            .outcome = (uint8_t)flaw->outcome,
            .forbids = forbids(flaw),
        };
    }
}

static void take_all(struct making *making)
{
    const struct pdoc__ladder *ladder = making->ladder;
    const pdoc_issue *issue = ladder->issue;
    pdoc_standing *standing = making->standing;
    const struct pdoc__visit *current = ladder->current == SIZE_MAX ? NULL : &ladder->visits[ladder->current];
    const char *label = ladder->track ? ladder->track->rule.label : NULL;
    standing->issue = copy(making, issue->id);
    standing->case_reference = copy(making, issue->values[PDOC__ISSUE_CASE]);
    standing->track = copy(making, issue->values[PDOC__ISSUE_TRACK]);
    standing->track_label = copy(making, label ? label : issue->values[PDOC__ISSUE_TRACK]);
    standing->outcome = copy(making, ladder->outcome);
    standing->stage = current ? copy(making, current->stage->rule.id) : NULL;
    standing->stage_label = current ? copy(making, pdoc__stage_name(current->stage)) : NULL;
    standing->since = !current ? (pdoc_date){0, 0, 0} : current->reached ? current->reached->on : issue->on;
    standing->as_of = ladder->judge->as_of;
    standing->state = ladder->state;
    take_nexts(making);
    take_sides(making);
    take_records(making);
    take_findings(making);
    making->failed |= ladder->judge->out_of_memory;
}

static pdoc_standing *make(struct pdoc__ladder *ladder, pdoc_error **error)
{
    struct making making = {.standing = pdoc__alloc_zero(1, sizeof(pdoc_standing), error), .ladder = ladder};
    if (!making.standing)
        return NULL;
    atomic_init(&making.standing->references, 1);
    take_all(&making);
    if (!making.failed)
        return making.standing;
    pdoc_standing_unref(making.standing);
    pdoc__fail_memory(error);
    return NULL;
}

pdoc_standing *pdoc_issue_standing(const pdoc_issue *issue, const pdoc_basis *basis, pdoc_error **error)
{
    struct pdoc__judge judge;
    struct pdoc__ladder ladder;
    pdoc_standing *standing = NULL;
    if (!issue) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "a practice issue to judge is needed");
        return NULL;
    }
    if (!pdoc__judge_begin(&judge, issue->reg, basis, error))
        return NULL;
    if (pdoc__judge_take(&judge, NULL, error) && pdoc__ladder_climb(&ladder, &judge, issue, error))
        standing = make(&ladder, error);
    pdoc__judge_end(&judge);
    return standing;
}
