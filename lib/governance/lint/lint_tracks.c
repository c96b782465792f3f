/* SPDX-License-Identifier: MIT */
/* Lint of escalation ladders: tracks that lead nowhere or to themselves, stages out of order, words that no issue can
   have. Knows nothing of issues. */
#include <string.h>

#include "base/text.h"
#include "governance/lint/lint.h"
#include "governance/rows/judged_rows.h"

static const struct pdoc__track *track_named(const pdoc_profile *profile, const char *id)
{
    for (size_t i = 0; id && i < profile->counts[PDOC_PROFILE_TRACKS]; i++)
        if (strcmp(profile->tracks[i].rule.id, id) == 0)
            return &profile->tracks[i];
    return NULL;
}

/* ---- tracks ------------------------------------------------------------------------------------------------ */

static bool has_stages(const pdoc_profile *profile, const struct pdoc__track *track)
{
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_STAGES]; i++)
        if (pdoc__text_equal(profile->stages[i].track, track->rule.id))
            return true;
    return false;
}

/* Does the chain come back here, and is this the first row of the circle? */
static bool begins_circle(const pdoc_profile *profile, const struct pdoc__track *track)
{
    const struct pdoc__track *at = track_named(profile, track->leads_to);
    for (size_t step = 0; at && at > track && step < profile->counts[PDOC_PROFILE_TRACKS]; step++)
        at = track_named(profile, at->leads_to);
    return at == track;
}

static void lint_track(struct pdoc__lint_run *run, const struct pdoc__track *track)
{
    if (begins_circle(run->profile, track))
        pdoc__lint_add(run, PDOC__LINT_LEADS_TO_ITSELF, &track->rule, "the track '%.60s' leads back to itself",
                       track->rule.id);
    if (!track->leads_to && !has_stages(run->profile, track))
        pdoc__lint_add(run, PDOC__LINT_TRACK_WITHOUT_STAGES, &track->rule, "no stage is on the track '%.60s'",
                       track->rule.id);
}

/* ---- stages ------------------------------------------------------------------------------------------------ */

static void need_conditions(struct pdoc__lint_run *run, const struct pdoc__stage *stage,
                            const struct pdoc__texts *words, const char *attribute)
{
    const struct pdoc__track *track = track_named(run->profile, stage->track);
    for (size_t i = 0; track && i < words->count; i++)
        if (!pdoc__texts_hold(&track->conditions, words->items[i]))
            pdoc__lint_add(run, PDOC__LINT_UNKNOWN_CONDITION, &stage->rule,
                           "%s of '%.60s' is '%.60s', which is no condition of issues of '%.60s'", attribute,
                           stage->rule.id, words->items[i], track->rule.id);
}

static void lint_start(struct pdoc__lint_run *run, const struct pdoc__stage *stage)
{
    static const char *const starts[] = {"opened", "reached", "acknowledged"};
    for (size_t i = 0; i < stage->limit_from.count; i++) {
        bool is_known = false;
        for (size_t j = 0; j < sizeof starts / sizeof *starts; j++)
            is_known = is_known || strcmp(starts[j], stage->limit_from.items[i]) == 0;
        if (!is_known)
            pdoc__lint_add(run, PDOC__LINT_UNKNOWN_START, &stage->rule,
                           "the limit of '%.60s' counts from '%.60s', which stages do not have", stage->rule.id,
                           stage->limit_from.items[i]);
    }
}

static void lint_effects(struct pdoc__lint_run *run, const struct pdoc__stage *stage)
{
    const bool has_limit = !pdoc__offset_is_zero(stage->limit);
    const bool has_urgent = !pdoc__offset_is_zero(stage->urgent_limit);
    const struct pdoc__lint_effect effects[] = {
        {"widened", "no condition says when", stage->widened.names.count > 0, stage->widened_when.count > 0},
        {"widened-when", "nobody is named who may take part then", stage->widened_when.count > 0,
         stage->widened.names.count > 0},
        {"or-limit", "there is no other limit", !pdoc__offset_is_zero(stage->or_limit), has_limit},
        {"limit-from", "there is no limit", stage->limit_from.count > 0, has_limit || has_urgent},
        {"urgent-limit", "no condition says when an issue is urgent", has_urgent, stage->urgent_when.count > 0},
        {"urgent-when", "there is no urgent limit", stage->urgent_when.count > 0, has_urgent},
        {"notify-within", "nobody is named who is told", !pdoc__offset_is_zero(stage->notify_within),
         stage->notify.names.count > 0},
        {"fact-and-opinion", "nobody records anything", stage->fact_and_opinion, stage->records > 0},
    };
    pdoc__lint_effects(run, &stage->rule, effects, sizeof effects / sizeof *effects);
}

static bool has_parties(const struct pdoc__stage *stage)
{
    return stage->ours.names.count + stage->theirs.names.count + stage->each.names.count + stage->also.names.count > 0;
}

static bool is_of_kind(const struct pdoc__stage *stage, const char *kind)
{
    return pdoc__text_equal(stage->kind, kind);
}

static void lint_stage(struct pdoc__lint_run *run, const struct pdoc__stage *stage)
{
    need_conditions(run, stage, &stage->widened_when, "widened-when");
    need_conditions(run, stage, &stage->skipped_when, "skipped-when");
    need_conditions(run, stage, &stage->urgent_when, "urgent-when");
    lint_start(run, stage);
    lint_effects(run, stage);
    if (pdoc__offset_is_longer(stage->urgent_limit, stage->limit))
        pdoc__lint_add(run, PDOC__LINT_URGENT_TAKES_LONGER, &stage->rule,
                       "at '%.60s' an urgent issue has more time than others", stage->rule.id);
    if (is_of_kind(stage, "stage") && !has_parties(stage))
        pdoc__lint_add(run, PDOC__LINT_STAGE_WITHOUT_PARTIES, &stage->rule, "'%.60s' does not say who takes part",
                       stage->rule.id);
}

/* Behind which earlier stage of its track one stands that belongs before it; NULL: none. */
static const struct pdoc__stage *behind(const pdoc_profile *profile, const struct pdoc__stage *stage)
{
    const int kind = pdoc_table_find(PDOC_TABLE_STAGE_KIND, stage->kind);
    for (const struct pdoc__stage *before = profile->stages; before < stage; before++)
        if (pdoc__text_equal(before->track, stage->track) && !before->is_any_time && !stage->is_any_time &&
            pdoc_table_find(PDOC_TABLE_STAGE_KIND, before->kind) > kind)
            return before;
    return NULL;
}

void pdoc__lint_tracks(struct pdoc__lint_run *run)
{
    const pdoc_profile *profile = run->profile;
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_TRACKS]; i++)
        lint_track(run, &profile->tracks[i]);
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_STAGES]; i++) {
        const struct pdoc__stage *stage = &profile->stages[i];
        const struct pdoc__stage *before = behind(profile, stage);
        lint_stage(run, stage);
        if (before)
            pdoc__lint_add(run, PDOC__LINT_STAGE_ORDER, &stage->rule,
                           "'%.60s' is of the kind %s and stands behind '%.60s', of the kind %s", stage->rule.id,
                           stage->kind, before->rule.id, before->kind);
    }
}
