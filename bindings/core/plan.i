/* SPDX-License-Identifier: MIT */
/* Plans, programmes, reminders, and what if. */
CLASS(pdoc_plan, Plan)
GET  (pdoc_plan, pdoc_date, as_of)
GET  (pdoc_plan, MAYBE_TEXT, document_id)
GET  (pdoc_plan, MAYBE_TEXT, document_title)
GET  (pdoc_plan, MAYBE_TEXT, document_reference)
GET  (pdoc_plan, pdoc_date, deadline)
GET  (pdoc_plan, TEXT, deadline_reason)
GET  (pdoc_plan, bool, is_feasible)
GET  (pdoc_plan, MAYBE_TEXT, obstacle)
GET  (pdoc_plan, pdoc_date, nearest_meeting)
WORDS(pdoc_plan, warnings, pdoc_plan_warning_count, pdoc_plan_warning)
ITEM (pdoc_plan_step, pdoc_plan, PlanStep)
FIELD(pdoc_plan_step, pdoc_plan_step, TEXT, id)
FIELD(pdoc_plan_step, pdoc_plan_step, TEXT, kind)
FIELD(pdoc_plan_step, pdoc_plan_step, TEXT, label)
FIELD(pdoc_plan_step, pdoc_plan_step, pdoc_date, on)
FIELD(pdoc_plan_step, pdoc_plan_step, pdoc_step_state, state)
FIELD(pdoc_plan_step, pdoc_plan_step, MAYBE_TEXT, who)
FIELD(pdoc_plan_step, pdoc_plan_step, MAYBE_TEXT, rule)
FIELD(pdoc_plan_step, pdoc_plan_step, MAYBE_TEXT, clause)
FIELD(pdoc_plan_step, pdoc_plan_step, TEXT, reason)
FIELD(pdoc_plan_step, pdoc_plan_step, int32_t, slack)
FIELD(pdoc_plan_step, pdoc_plan_step, pdoc_modality, modality)
FIELD(pdoc_plan_step, pdoc_plan_step, bool, is_inferred)
FIELD(pdoc_plan_step, pdoc_plan_step, bool, is_provisional)
ITEMS(pdoc_plan, pdoc_plan_step, steps, pdoc_plan_step_count)
%{
static pdoc_plan *pdoc_document_plan_back(const pdoc_document *doc, const pdoc_basis *basis, pdoc_date deadline,
                                          const char *body, const char *drafting, const char *consultation,
                                          pdoc_error **error)
{
    const pdoc_plan_options options = {.size = sizeof options,
                                       .deadline = deadline,
                                       .body = body,
                                       .drafting = drafting,
                                       .consultation = consultation};
    return pdoc_document_plan(doc, basis, &options, error);
}
%}
NEW(pdoc_document, plan_back)
%extend pdoc_document {
    pdoc_plan *plan_back(const pdoc_basis *basis, pdoc_date deadline, MAYBE_TEXT body, MAYBE_TEXT drafting,
                         MAYBE_TEXT consultation, pdoc_error **error);
}

/* ---- a rolling programme ---- */

CLASS(pdoc_programme, Programme)
GET  (pdoc_programme, uint32_t, peak)
GET  (pdoc_programme, uint32_t, lower_bound)
GET  (pdoc_programme, bool, is_optimal)
GET  (pdoc_programme, TEXT, bottleneck)
ASK  (pdoc_programme, size_t, moved_count, pdoc_programme_moved_count)
ITEM    (pdoc_programme_month_of, pdoc_programme, ProgrammeMonth)
FIELD   (pdoc_programme_month_of, pdoc_programme, pdoc_date, month)
FIELD   (pdoc_programme_month_of, pdoc_programme, uint32_t, load)
FIELD   (pdoc_programme_month_of, pdoc_programme, uint32_t, load_at_deadline)
FIELD   (pdoc_programme_month_of, pdoc_programme, bool, is_blocked)
ITEMS   (pdoc_programme, pdoc_programme_month_of, months, pdoc_programme_month_count)
ITEM (pdoc_placed, pdoc_programme, ProgrammeEntry)
FIELD(pdoc_placed, pdoc_programme, size_t, document_index)
FIELD(pdoc_placed, pdoc_programme_entry, pdoc_date, month)
FIELD(pdoc_placed, pdoc_programme_entry, pdoc_date, previous)
FIELD(pdoc_placed, pdoc_programme_entry, pdoc_date, first)
FIELD(pdoc_placed, pdoc_programme_entry, pdoc_date, due)
FIELD(pdoc_placed, pdoc_programme_entry, MAYBE_TEXT, who)
FIELD(pdoc_placed, pdoc_programme_entry, uint32_t, effort)
FIELD(pdoc_placed, pdoc_programme_entry, bool, is_pinned)
FIELD(pdoc_placed, pdoc_programme_entry, bool, is_late)
FIELD(pdoc_placed, pdoc_programme_entry, MAYBE_TEXT, obstacle)
ITEMS(pdoc_programme, pdoc_placed, entries, pdoc_programme_count)
%{
static pdoc_programme *pdoc_register_level(const pdoc_register *reg, const pdoc_basis *basis, pdoc_date first,
                                           pdoc_date last, const char *earlier, const char *catch_up,
                                           const char *months, const char *blocked, const char *capacities, bool keep,
                                           pdoc_error **error)
{
    const pdoc_programme_options options = {.size = sizeof options,
                                            .from = first,
                                            .to = last,
                                            .earlier = earlier,
                                            .catch_up = catch_up,
                                            .months = months,
                                            .blocked = blocked,
                                            .capacities = capacities,
                                            .keep = keep};
    return pdoc_programme_new(reg, basis, &options, error);
}
#define pdoc_register_reminders pdoc_reminders_new
#define pdoc_schedule_what_differs pdoc_schedule_compare
%}
NEW(pdoc_register, level)
LONG(pdoc_register::level)
NEW(pdoc_register, reminders)
LONG(pdoc_register::reminders)
NEW(pdoc_schedule, what_differs)
%extend pdoc_register {
    pdoc_programme *level(const pdoc_basis *basis, pdoc_date first, pdoc_date last, MAYBE_TEXT earlier,
                          MAYBE_TEXT catch_up, MAYBE_TEXT months, MAYBE_TEXT blocked, MAYBE_TEXT capacities, bool keep,
                          pdoc_error **error);
    pdoc_reminders *reminders(const pdoc_basis *basis, MAYBE_TEXT offsets, pdoc_date after, pdoc_date until,
                              pdoc_error **error);
}
%extend pdoc_schedule {
    pdoc_changes *what_differs(const pdoc_schedule *after, pdoc_error **error);
}

/* ---- reminders, and what if ---- */

CLASS(pdoc_reminders, Reminders)
ITEM (pdoc_reminder, pdoc_reminders, Reminder)
FIELD(pdoc_reminder, pdoc_reminders, pdoc_date, on)
FIELD(pdoc_reminder, pdoc_reminders, TEXT, key)
FIELD(pdoc_reminder, pdoc_reminders, size_t, document_index)
FIELD(pdoc_reminder, pdoc_reminders, pdoc_date, due)
FIELD(pdoc_reminder, pdoc_reminders, pdoc_offset, offset)
FIELD(pdoc_reminder, pdoc_reminders, MAYBE_TEXT, recipient)
FIELD(pdoc_reminder, pdoc_reminders, MAYBE_TEXT, rule)
FIELD(pdoc_reminder, pdoc_reminders, MAYBE_TEXT, clause)
FIELD(pdoc_reminder, pdoc_reminders, bool, is_provisional)
ITEMS(pdoc_reminders, pdoc_reminder, reminders, pdoc_reminders_count)

CLASS(pdoc_changes, Changes)
ASK  (pdoc_changes, size_t, same_count, pdoc_changes_same_count)
ITEM (pdoc_differing, pdoc_changes, ScheduleChange)
FIELD(pdoc_differing, pdoc_changes, pdoc_change_kind, kind)
FIELD(pdoc_differing, pdoc_changes, size_t, document_index)
FIELD(pdoc_differing, pdoc_changes, pdoc_date, due_before)
FIELD(pdoc_differing, pdoc_changes, pdoc_date, due_after)
FIELD(pdoc_differing, pdoc_changes, pdoc_review_state, state_before)
FIELD(pdoc_differing, pdoc_changes, pdoc_review_state, state_after)
FIELD(pdoc_differing, pdoc_changes, MAYBE_TEXT, rule_before)
FIELD(pdoc_differing, pdoc_changes, MAYBE_TEXT, rule_after)
ITEMS(pdoc_changes, pdoc_differing, changes, pdoc_changes_count)
%extend pdoc_changes {
    size_t kind_count(pdoc_change_kind kind);
}
