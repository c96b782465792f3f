/* SPDX-License-Identifier: MIT */
/* What comes next, what stands in the way, and whether a document can go. */
CLASS(pdoc_next_steps, NextSteps)
GET  (pdoc_next_steps, pdoc_date, as_of)

ITEM (pdoc_standing_document, pdoc_next_steps, NextDocument)
FIELD(pdoc_standing_document, pdoc_next_steps_document, TEXT, id)
FIELD(pdoc_standing_document, pdoc_next_steps_document, MAYBE_TEXT, title)
FIELD(pdoc_standing_document, pdoc_next_steps_document, MAYBE_TEXT, reference)
FIELD(pdoc_standing_document, pdoc_next_steps_document, MAYBE_TEXT, profile)
FIELD(pdoc_standing_document, pdoc_next_steps_document, uint32_t, version)
FIELD(pdoc_standing_document, pdoc_next_steps_document, MAYBE_TEXT, version_label)
FIELD(pdoc_standing_document, pdoc_next_steps_document, MAYBE_TEXT, state)
FIELD(pdoc_standing_document, pdoc_next_steps_document, TEXT, state_label)
FIELD(pdoc_standing_document, pdoc_next_steps_document, pdoc_date, since)
FIELD(pdoc_standing_document, pdoc_next_steps_document, MAYBE_TEXT, event)
FIELD(pdoc_standing_document, pdoc_next_steps_document, pdoc_phase, phase)
FIELD(pdoc_standing_document, pdoc_next_steps_document, bool, is_general)
FIELD(pdoc_standing_document, pdoc_next_steps_document, MAYBE_TEXT, note)
FIELD_BY(pdoc_standing_document, size_t, document_index, pdoc_next_steps_document_index)
ITEMS(pdoc_next_steps, pdoc_standing_document, documents, pdoc_next_steps_document_count)

ITEM (pdoc_next_step, pdoc_next_steps, NextStep)
FIELD(pdoc_next_step, pdoc_next_steps_step, size_t, document)
FIELD(pdoc_next_step, pdoc_next_steps_step, MAYBE_TEXT, rule)
FIELD(pdoc_next_step, pdoc_next_steps_step, TEXT, label)
FIELD(pdoc_next_step, pdoc_next_steps_step, TEXT, event)
FIELD(pdoc_next_step, pdoc_next_steps_step, MAYBE_TEXT, purpose)
FIELD(pdoc_next_step, pdoc_next_steps_step, MAYBE_TEXT, state)
FIELD(pdoc_next_step, pdoc_next_steps_step, MAYBE_TEXT, by)
FIELD(pdoc_next_step, pdoc_next_steps_step, MAYBE_TEXT, clause)
FIELD(pdoc_next_step, pdoc_next_steps_step, pdoc_modality, modality)
FIELD(pdoc_next_step, pdoc_next_steps_step, bool, is_inferred)
FIELD(pdoc_next_step, pdoc_next_steps_step, pdoc_truth, can)
FIELD(pdoc_next_step, pdoc_next_steps_step, pdoc_date, deadline)
FIELD(pdoc_next_step, pdoc_next_steps_step, pdoc_date, late_since)
ITEMS(pdoc_next_steps, pdoc_next_step, steps, pdoc_next_steps_step_count)

ITEM2 (pdoc_step_obstacle, pdoc_next_step, StepObstacle)
FIELD2(pdoc_step_obstacle, pdoc_next_steps_obstacle, TEXT, message)
FIELD2(pdoc_step_obstacle, pdoc_next_steps_obstacle, TEXT, rule)
FIELD2(pdoc_step_obstacle, pdoc_next_steps_obstacle, MAYBE_TEXT, clause)
FIELD2(pdoc_step_obstacle, pdoc_next_steps_obstacle, TEXT, place)
FIELD2(pdoc_step_obstacle, pdoc_next_steps_obstacle, MAYBE_TEXT, remedy)
FIELD2(pdoc_step_obstacle, pdoc_next_steps_obstacle, pdoc_outcome, outcome)
FIELD2(pdoc_step_obstacle, pdoc_next_steps_obstacle, pdoc_modality, modality)
FIELD2(pdoc_step_obstacle, pdoc_next_steps_obstacle, bool, is_inferred)
ITEMS2(pdoc_next_step, pdoc_step_obstacle, obstacles, pdoc_next_steps_obstacle_count)

ITEM (pdoc_duty, pdoc_next_steps, Duty)
FIELD(pdoc_duty, pdoc_next_steps_duty, size_t, document)
FIELD(pdoc_duty, pdoc_next_steps_duty, pdoc_date, late_since)
FIELD(pdoc_duty, pdoc_next_steps_duty, TEXT, message)
FIELD(pdoc_duty, pdoc_next_steps_duty, TEXT, rule)
FIELD(pdoc_duty, pdoc_next_steps_duty, MAYBE_TEXT, clause)
FIELD(pdoc_duty, pdoc_next_steps_duty, TEXT, place)
FIELD(pdoc_duty, pdoc_next_steps_duty, MAYBE_TEXT, remedy)
FIELD(pdoc_duty, pdoc_next_steps_duty, pdoc_outcome, outcome)
FIELD(pdoc_duty, pdoc_next_steps_duty, pdoc_modality, modality)
FIELD(pdoc_duty, pdoc_next_steps_duty, bool, is_inferred)
ITEMS(pdoc_next_steps, pdoc_duty, duties, pdoc_next_steps_duty_count)

CLASS(pdoc_readiness, Readiness)
GET  (pdoc_readiness, pdoc_date, as_of)
GET  (pdoc_readiness, TEXT, document_id)
GET  (pdoc_readiness, MAYBE_TEXT, document_title)
GET  (pdoc_readiness, MAYBE_TEXT, document_reference)
GET  (pdoc_readiness, TEXT, purpose)
GET  (pdoc_readiness, MAYBE_TEXT, body)
GET  (pdoc_readiness, MAYBE_TEXT, role)
GET  (pdoc_readiness, MAYBE_TEXT, rule)
GET  (pdoc_readiness, MAYBE_TEXT, clause)
GET  (pdoc_readiness, MAYBE_NUMBER, version)
GET  (pdoc_readiness, pdoc_truth, answer)
GET  (pdoc_readiness, MAYBE_TEXT, note)
ITEM (pdoc_obstacle, pdoc_readiness, Obstacle)
FIELD(pdoc_obstacle, pdoc_readiness_obstacle, TEXT, message)
FIELD(pdoc_obstacle, pdoc_readiness_obstacle, TEXT, rule)
FIELD(pdoc_obstacle, pdoc_readiness_obstacle, MAYBE_TEXT, clause)
FIELD(pdoc_obstacle, pdoc_readiness_obstacle, TEXT, place)
FIELD(pdoc_obstacle, pdoc_readiness_obstacle, MAYBE_TEXT, remedy)
FIELD(pdoc_obstacle, pdoc_readiness_obstacle, pdoc_outcome, outcome)
FIELD(pdoc_obstacle, pdoc_readiness_obstacle, pdoc_modality, modality)
FIELD(pdoc_obstacle, pdoc_readiness_obstacle, bool, is_inferred)
ITEMS(pdoc_readiness, pdoc_obstacle, obstacles, pdoc_readiness_obstacle_count)

NEW(pdoc_document, next_steps)
NEW(pdoc_document, ready_for)
%{
static pdoc_readiness *pdoc_document_ready_for(const pdoc_document *doc, const pdoc_basis *basis, const char *purpose,
                                               const char *body, const char *role, pdoc_error **error)
{
    const pdoc_readiness_question question = {.size = sizeof question, .purpose = purpose, .body = body, .role = role};
    return pdoc_document_ask_readiness(doc, basis, &question, error);
}
%}
NEW(pdoc_register, next_steps)
LONG(pdoc_register::next_steps)
%extend pdoc_document {
    pdoc_next_steps *next_steps(const pdoc_basis *basis, pdoc_error **error);
    pdoc_readiness *ready_for(const pdoc_basis *basis, TEXT purpose, MAYBE_TEXT body, MAYBE_TEXT role, pdoc_error **error);
}
%extend pdoc_register {
    pdoc_next_steps *next_steps(const pdoc_basis *basis, pdoc_error **error);
}
