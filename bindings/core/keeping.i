/* SPDX-License-Identifier: MIT */
/* Keeping a register: what differs between two, and one change that is prepared, examined, then finished or dropped. */
CLASS(pdoc_differences, Differences)
ITEM (pdoc_difference, pdoc_differences, Difference)
FIELD(pdoc_difference, pdoc_differences, pdoc_difference_kind, kind)
FIELD(pdoc_difference, pdoc_differences, MAYBE_TEXT, document)
FIELD(pdoc_difference, pdoc_differences, MAYBE_TEXT, reference)
FIELD(pdoc_difference, pdoc_differences, MAYBE_TEXT, title)
FIELD(pdoc_difference, pdoc_differences, TEXT, place)
FIELD(pdoc_difference, pdoc_differences, MAYBE_TEXT, before)
FIELD(pdoc_difference, pdoc_differences, MAYBE_TEXT, after)
FIELD(pdoc_difference, pdoc_differences, TEXT, words)
ITEMS(pdoc_differences, pdoc_difference, differences, pdoc_differences_count)
NEW(pdoc_register, compare)
LONG(pdoc_register::compare)
%extend pdoc_register {
    pdoc_differences *compare(const pdoc_register *after, pdoc_error **error);
}

HELD    (pdoc_change, Change, pdoc_change_free)
%rename("register") held_pdoc_change::working_copy;
%{
#define pdoc_change_working_copy pdoc_change_register
%}
%define DOC_pdoc_change_working_copy "The working copy, to be changed by the ordinary calls." %enddef
HELD_GET(pdoc_change, pdoc_register *, working_copy)
HELD_GET(pdoc_change, const pdoc_differences *, differences)
HELD_GET(pdoc_change, bool, can_override)
ITEM      (pdoc_changed, held_pdoc_change, ChangedDocument)
HELD_FIELD(pdoc_changed, pdoc_change_document, TEXT, id)
HELD_FIELD(pdoc_changed, pdoc_change_document, MAYBE_TEXT, reference)
HELD_FIELD(pdoc_changed, pdoc_change_document, MAYBE_TEXT, title)
HELD_FIELD(pdoc_changed, pdoc_change, pdoc_phase, phase_before)
HELD_FIELD(pdoc_changed, pdoc_change, pdoc_phase, phase_after)
HELD_FIELD(pdoc_changed, pdoc_change, pdoc_review_state, state_before)
HELD_FIELD(pdoc_changed, pdoc_change, pdoc_review_state, state_after)
HELD_FIELD(pdoc_changed, pdoc_change, pdoc_date, due_before)
HELD_FIELD(pdoc_changed, pdoc_change, pdoc_date, due_after)
HELD_ITEMS(pdoc_change, pdoc_changed, documents, pdoc_change_document_count)

/* Refusals, warnings, and what is to be done next: one list each, of the same kind of thing. */
%define OBJECTIONS(I, NAME, KIND, PLURAL)
ITEM      (I, held_pdoc_change, NAME)
OBJECTION (I, KIND, TEXT, message)
OBJECTION (I, KIND, TEXT, rule)
OBJECTION (I, KIND, MAYBE_TEXT, clause)
OBJECTION (I, KIND, MAYBE_TEXT, remedy)
OBJECTION (I, KIND, MAYBE_TEXT, document)
OBJECTION (I, KIND, MAYBE_TEXT, place)
%{
#define I##_count_of(change) pdoc_change_objection_count(change, KIND)
%}
HELD_ITEMS(pdoc_change, I, PLURAL, I##_count_of)
%enddef
%define OBJECTION(I, KIND, TYPE, NAME)
DOC(I, NAME, pdoc_change_objection_##NAME)
%{
#define I##_##NAME##_get(self) pdoc_change_objection_##NAME((self)->of->it, KIND, (self)->at)
%}
%immutable I::NAME;
%extend I {
    TYPE NAME;
}
COLUMN(I, TYPE, NAME)
%enddef
OBJECTIONS(pdoc_refusal, Refusal, PDOC_OBJECTION_REFUSAL, refusals)
OBJECTIONS(pdoc_warning, Warning, PDOC_OBJECTION_WARNING, warnings)
OBJECTIONS(pdoc_to_do, ToDo, PDOC_OBJECTION_NEXT, to_do_next)
%{
static held_pdoc_change *pdoc_register_begin_change(pdoc_register *reg, const pdoc_basis *basis, const char *recorder,
                                                    const char *reason, const char *override_because,
                                                    pdoc_error **error)
{
    const pdoc_keeping keeping = {.size = sizeof keeping,
                                  .basis = basis,
                                  .recorder = recorder,
                                  .reason = reason,
                                  .override_because = override_because};
    return held_pdoc_change_make(pdoc_change_begin(reg, &keeping, error));
}

static size_t held_pdoc_change_reassign(held_pdoc_change *change, const char *role, const char *was, const char *becomes,
                                        pdoc_error **error)
{
    const pdoc_reassignment what = {.size = sizeof what, .role = role, .from = was, .to = becomes};
    size_t count = 0;
    return pdoc_change_reassign(change->it, &what, &count, error) == PDOC_OK ? count : 0;
}

static pdoc_event *held_pdoc_change_correct(held_pdoc_change *change, const char *event, texts_in settings,
                                            pdoc_error **error)
{
    return pdoc_change_correct(change->it, event, settings.items, settings.count, error);
}
#define held_pdoc_change_examine(self, error) pdoc_change_examine((self)->it, error)
#define held_pdoc_change_finish(self, error) pdoc_change_finish((self)->it, error)
#define held_pdoc_change_redact(self, event, name, error) pdoc_change_redact((self)->it, event, name, error)
%}
NEW(pdoc_register, begin_change)
NEW(held_pdoc_change, finish)
LONG(pdoc_register::begin_change)
%extend pdoc_register {
    struct held_pdoc_change *begin_change(const pdoc_basis *basis, MAYBE_TEXT recorder, MAYBE_TEXT reason,
                                          MAYBE_TEXT override_because, pdoc_error **error);
}
WRITES(held_pdoc_change::examine)
WRITES(held_pdoc_change::finish)
WRITES(held_pdoc_change::reassign)
WRITES(held_pdoc_change::correct)
WRITES(held_pdoc_change::redact)
%extend held_pdoc_change {
    pdoc_status examine(pdoc_error **error);
    pdoc_register *finish(pdoc_error **error);
    size_t reassign(TEXT role, TEXT was, TEXT becomes, pdoc_error **error);
    pdoc_event *correct(TEXT event, texts_in settings, pdoc_error **error);
    pdoc_event *redact(TEXT event, TEXT name, pdoc_error **error);
}
