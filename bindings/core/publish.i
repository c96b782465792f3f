/* SPDX-License-Identifier: MIT */
/* Answers as text, JSON, CSV, XML and SVG, and calendar files. */

/* Everything that can be said about how to publish; each answer heeds what concerns it. */
%define HOW
pdoc_format format, bool colour, MAYBE_TEXT within, MAYBE_TEXT state, MAYBE_TEXT by, MAYBE_TEXT where, MAYBE_TEXT words,
MAYBE_TEXT columns, uint32_t width, bool all, bool late, pdoc_error **error
%enddef
%{
#define HOW                                                                                                            \
    pdoc_format format, bool colour, MAYBE_TEXT within, MAYBE_TEXT state, MAYBE_TEXT by, MAYBE_TEXT where,             \
        MAYBE_TEXT words, MAYBE_TEXT columns, uint32_t width, bool all, bool late, pdoc_error **error
#define HOW_IS_MEANT                                                                                                   \
    (&(pdoc_publish_options){.size = sizeof(pdoc_publish_options),                                                    \
                             .format = format,                                                                         \
                             .colour = colour,                                                                         \
                             .within = within,                                                                         \
                             .state = state,                                                                           \
                             .by = by,                                                                                 \
                             .where = where,                                                                           \
                             .text = words,                                                                            \
                             .columns = columns,                                                                       \
                             .width = width,                                                                           \
                             .all = all,                                                                               \
                             .late = late})
%}
/* PUBLISH(C): by pdoc_C_publish(self, options, error). */
%define PUBLISH(C)
PUBLISH_BY(C, publish_as, C##_publish)
PUBLISHED(C)
%enddef
%define PUBLISH_BY(C, NAME, FUNCTION)
%{
static pdoc_text *C##_##NAME(const struct C *self, HOW)
{
    return FUNCTION(self, HOW_IS_MEANT, error);
}
%}
LONG(C::NAME)
%extend C {
    pdoc_text *NAME(HOW);
}
%enddef
/* PUBLISH_WITH(C, name, function, TYPE, with): the same, with one more thing between. */
%define PUBLISH_WITH(C, NAME, FUNCTION, TYPE, WITH)
%{
static pdoc_text *C##_##NAME(const struct C *self, TYPE WITH, HOW)
{
    return FUNCTION(self, WITH, HOW_IS_MEANT, error);
}
%}
LONG(C::NAME)
%extend C {
    pdoc_text *NAME(TYPE WITH, HOW);
}
%enddef
PUBLISH(pdoc_report)
PUBLISH_BY(pdoc_report, publish_orphans_as, pdoc_report_publish_orphans)
PUBLISH(pdoc_explanation)
PUBLISH(pdoc_profile_set)
PUBLISH(pdoc_profile)
PUBLISH(pdoc_calendar)
PUBLISH(pdoc_meetings)
PUBLISH(pdoc_versions)
PUBLISH(pdoc_in_force)
PUBLISH(pdoc_distribution)
PUBLISH(pdoc_extensions)
PUBLISH(pdoc_feed)
PUBLISH(pdoc_attestations)
PUBLISH(pdoc_governing)
PUBLISH(pdoc_updates)
PUBLISH(pdoc_impact)
PUBLISH(pdoc_merge)
PUBLISH(pdoc_consultations)
PUBLISH(pdoc_standing)
PUBLISH(pdoc_issue_figures)
PUBLISH(pdoc_classification)
PUBLISH(pdoc_plan)
PUBLISH(pdoc_next_steps)
PUBLISH(pdoc_readiness)
PUBLISH(pdoc_differences)
PUBLISH(pdoc_verification)
PUBLISH(pdoc_board_paper)
PUBLISH(pdoc_trend)
%{
#define publish_held_sheet(self, options, error) pdoc_sheet_publish((self)->it, options, error)
%}
PUBLISH_BY(held_pdoc_sheet, publish_as, publish_held_sheet)
PUBLISHED(held_pdoc_sheet)
PUBLISH_WITH(pdoc_schedule, publish_as, pdoc_schedule_publish, const pdoc_register *, reg)
PUBLISH_WITH(pdoc_programme, publish_as, pdoc_programme_publish, const pdoc_register *, reg)
PUBLISH_WITH(pdoc_reminders, publish_as, pdoc_reminders_publish, const pdoc_register *, reg)
PUBLISH_WITH(pdoc_changes, publish_as, pdoc_changes_publish, const pdoc_register *, reg)
PUBLISH_WITH(pdoc_document, publish_as, pdoc_document_publish, const pdoc_basis *, basis_or_none)
PUBLISH_WITH(pdoc_register, publish_as, pdoc_register_publish, const pdoc_basis *, basis)
PUBLISH_WITH(pdoc_register, publish_issues_as, pdoc_register_publish_issues, const pdoc_basis *, basis)
PUBLISH_WITH(pdoc_register, publish_forward_plan_as, pdoc_register_publish_forward_plan, MAYBE_TEXT, body)

/* ---- calendar files ---- */

%{
static pdoc_text *pdoc_register_to_icalendar(const pdoc_register *reg, const pdoc_schedule *schedule,
                                             const pdoc_meetings *meetings, const pdoc_plan *plan, bool forward_plan,
                                             uint32_t alarm_days, pdoc_date first, pdoc_date last, const char *name,
                                             pdoc_date as_of, pdoc_error **error)
{
    const pdoc_icalendar_options options = {.size = sizeof options,
                                            .schedule = schedule,
                                            .meetings = meetings,
                                            .plan = plan,
                                            .forward_plan = forward_plan,
                                            .alarm_days = alarm_days,
                                            .first = first,
                                            .last = last,
                                            .name = name,
                                            .as_of = as_of};
    return pdoc_register_publish_icalendar(reg, &options, error);
}
%}
%extend pdoc_register {
    pdoc_text *to_icalendar(const pdoc_schedule *schedule, const pdoc_meetings *meetings, const pdoc_plan *plan,
                            bool forward_plan, uint32_t alarm_days, pdoc_date first, pdoc_date last, MAYBE_TEXT name,
                            pdoc_date as_of, pdoc_error **error);
}

/* ---- documents that match ---- */

%{
#define pdoc_register_select(self, basis, where, words, error)                                                         \
    held_pdoc_selection_make(pdoc_register_find(self, basis, where, words, error))
#define held_pdoc_selection_count(self) pdoc_selection_count((self)->it)
#define held_pdoc_selection_document_index(self, index) pdoc_selection_document_index((self)->it, index)
%}
HELD(pdoc_selection, Selection, pdoc_selection_free)
NEW(pdoc_register, select)
LONG(pdoc_register::select)
%extend pdoc_register {
    struct held_pdoc_selection *select(const pdoc_basis *basis, MAYBE_TEXT where, MAYBE_TEXT words, pdoc_error **error);
}
%extend held_pdoc_selection {
    size_t count();
    size_t document_index(size_t index);
}
