/* SPDX-License-Identifier: MIT */
/* Practice issues that climb an escalation track. */
CLASS(pdoc_issue, Issue)
GET  (pdoc_issue, TEXT, id)
GET  (pdoc_issue, pdoc_date, on)
ITEM (pdoc_issue_step, pdoc_issue, IssueStep)
FIELD(pdoc_issue_step, pdoc_issue_step, TEXT, id)
FIELD(pdoc_issue_step, pdoc_issue_step, pdoc_date, on)
ITEMS(pdoc_issue, pdoc_issue_step, steps, pdoc_issue_step_count)
PARTS(pdoc_register, pdoc_issue, issues, pdoc_register_issue_count, pdoc_register_issue)
%{
#define pdoc_issue_step_said(self, name) pdoc_issue_step_attribute((self)->of, (self)->at, name)
#define pdoc_issue_step_add(self, name, value, error) pdoc_issue_step_complete((self)->of, (self)->at, name, value, error)
#define pdoc_issue_record_step pdoc_issue_record
%}
NEW(pdoc_issue, standing)
WRITES(pdoc_issue::complete)
WRITES(pdoc_issue::record_step)
WRITES(pdoc_issue_step::add)
WRITES(pdoc_register::open_issue)
%extend pdoc_issue_step {
    MAYBE_TEXT said(TEXT name);
    pdoc_status add(TEXT name, TEXT value, pdoc_error **error);
}
%extend pdoc_issue {
    MAYBE_TEXT attribute(TEXT name);
    pdoc_status complete(TEXT name, TEXT value, pdoc_error **error);
    pdoc_status record_step(TEXT kind, MAYBE_TEXT stage, pdoc_date on, MAYBE_TEXT by, MAYBE_TEXT organisation,
                            pdoc_error **error);
    pdoc_standing *standing(const pdoc_basis *basis, pdoc_error **error);
}
%extend pdoc_register {
    pdoc_issue *find_issue(TEXT id_or_case);
    pdoc_issue *open_issue(TEXT track, TEXT case_reference, TEXT by, MAYBE_TEXT organisation, pdoc_date on,
                           pdoc_error **error);
}

/* ---- where an issue stands ---- */

CLASS(pdoc_standing, Standing)
GET  (pdoc_standing, TEXT, issue)
GET  (pdoc_standing, TEXT, track)
GET  (pdoc_standing, TEXT, track_label)
GET  (pdoc_standing, pdoc_date, as_of)
GET  (pdoc_standing, pdoc_issue_state, state)
GET  (pdoc_standing, MAYBE_TEXT, outcome)
GET  (pdoc_standing, MAYBE_TEXT, stage)
GET  (pdoc_standing, TEXT, stage_label)
GET  (pdoc_standing, pdoc_date, since)
ASK  (pdoc_standing, TEXT, case_reference, pdoc_standing_case)
ITEM (pdoc_next, pdoc_standing, StandingNext)
FIELD(pdoc_next, pdoc_standing_next, TEXT, kind)
FIELD(pdoc_next, pdoc_standing_next, TEXT, stage)
FIELD(pdoc_next, pdoc_standing_next, TEXT, words)
FIELD(pdoc_next, pdoc_standing_next, MAYBE_TEXT, who)
FIELD(pdoc_next, pdoc_standing_next, pdoc_date, by)
FIELD(pdoc_next, pdoc_standing_next, TEXT, limit)
FIELD(pdoc_next, pdoc_standing_next, pdoc_truth, is_late)
FIELD(pdoc_next, pdoc_standing_next, MAYBE_TEXT, rule)
FIELD(pdoc_next, pdoc_standing_next, MAYBE_TEXT, clause)
FIELD(pdoc_next, pdoc_standing_next, pdoc_modality, modality)
FIELD(pdoc_next, pdoc_standing_next, bool, is_inferred)
ITEMS(pdoc_standing, pdoc_next, next, pdoc_standing_next_count)
ITEM    (pdoc_side, pdoc_standing, Side)
FIELD_BY(pdoc_side, TEXT, side, pdoc_standing_side)
FIELD   (pdoc_side, pdoc_standing_side, TEXT, who)
FIELD   (pdoc_side, pdoc_standing_side, bool, is_widened)
ITEMS   (pdoc_standing, pdoc_side, sides, pdoc_standing_side_count)
ITEM (pdoc_owed, pdoc_standing, OwedRecord)
FIELD(pdoc_owed, pdoc_standing_record, TEXT, step)
FIELD(pdoc_owed, pdoc_standing_record, TEXT, stage)
FIELD(pdoc_owed, pdoc_standing_record, TEXT, role)
FIELD(pdoc_owed, pdoc_standing_record, MAYBE_TEXT, organisation)
FIELD(pdoc_owed, pdoc_standing_record, bool, is_made)
FIELD(pdoc_owed, pdoc_standing_record, pdoc_truth, is_apart)
ITEMS(pdoc_standing, pdoc_owed, records, pdoc_standing_record_count)
ITEM (pdoc_issue_finding, pdoc_standing, IssueFinding)
FIELD(pdoc_issue_finding, pdoc_standing_finding, TEXT, code)
FIELD(pdoc_issue_finding, pdoc_standing_finding, pdoc_outcome, outcome)
FIELD(pdoc_issue_finding, pdoc_standing_finding, pdoc_modality, modality)
FIELD(pdoc_issue_finding, pdoc_standing_finding, MAYBE_TEXT, rule)
FIELD(pdoc_issue_finding, pdoc_standing_finding, MAYBE_TEXT, clause)
FIELD(pdoc_issue_finding, pdoc_standing_finding, bool, is_inferred)
FIELD(pdoc_issue_finding, pdoc_standing_finding, MAYBE_TEXT, step)
FIELD(pdoc_issue_finding, pdoc_standing_finding, TEXT, message)
FIELD(pdoc_issue_finding, pdoc_standing_finding, bool, forbids)
FIELD(pdoc_issue_finding, pdoc_standing_finding, TEXT, remedy)
ITEMS(pdoc_standing, pdoc_issue_finding, findings, pdoc_standing_finding_count)

CLASS(pdoc_issue_figures, IssueFigures)
ITEM (pdoc_figure, pdoc_issue_figures, Figure)
FIELD(pdoc_figure, pdoc_issue_figures, TEXT, track)
FIELD(pdoc_figure, pdoc_issue_figures, TEXT, measure)
FIELD(pdoc_figure, pdoc_issue_figures, MAYBE_TEXT, key)
FIELD(pdoc_figure, pdoc_issue_figures, int64_t, number)
ITEMS(pdoc_issue_figures, pdoc_figure, figures, pdoc_issue_figures_count)
NEW(pdoc_register, issue_figures)
LONG(pdoc_register::issue_figures)
%extend pdoc_register {
    pdoc_issue_figures *issue_figures(const pdoc_basis *basis, pdoc_date first, pdoc_date last, pdoc_error **error);
}
