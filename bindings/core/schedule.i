/* SPDX-License-Identifier: MIT */
/* When documents are due, and why. An entry of a schedule knows its document where the register was given. */
CLASS(pdoc_schedule, Schedule)
GET  (pdoc_schedule, pdoc_date, as_of)
GET  (pdoc_schedule, pdoc_date, known_on)
%{
typedef struct pdoc_due {
    pdoc_schedule *of;
    size_t at;
    pdoc_register *reg; /* or NULL */
} pdoc_due;

static pdoc_due *pdoc_schedule_entry(pdoc_schedule *schedule, size_t index, pdoc_register *reg)
{
    pdoc_due *due = malloc(sizeof *due);
    if (due)
        *due = (pdoc_due){.of = pdoc_schedule_ref(schedule), .at = index, .reg = reg ? pdoc_register_ref(reg) : NULL};
    return due;
}
#define TAKE_p_pdoc_due(self) (self)
static void delete_pdoc_due(pdoc_due *self)
{
    pdoc_schedule_unref(self->of);
    pdoc_register_unref(self->reg);
    free(self);
}
static bool pdoc_due_is_same(const pdoc_due *self, const pdoc_due *other)
{
    return self->of == other->of && self->at == other->at;
}
static pdoc_document *due_document(const pdoc_due *self)
{
    return self->reg ? pdoc_register_document(self->reg, pdoc_schedule_document_index(self->of, self->at)) : NULL;
}

/* Entries up to here are overdue or due until a day. */
static size_t pdoc_schedule_end_of_window(const pdoc_schedule *schedule, pdoc_date last)
{
    size_t begin = 0, end = 0;
    pdoc_schedule_window(schedule, (pdoc_date){.year = 1, .month = 1, .day = 1}, last, &begin, &end);
    return end;
}
%}
%rename(Due) pdoc_due;
%nodefaultctor pdoc_due;
struct pdoc_due {};
BODY(pdoc_due)
COLUMNS(pdoc_due)
%extend pdoc_due {
    ~pdoc_due();
    bool is_same(const pdoc_due *other);
}
%define DOC_due_document "The document; None where the schedule was made without its register." %enddef
OBJECT(pdoc_due, pdoc_document *, document, due_document)
/* What the document of an entry says of itself; not recorded where the schedule was made without its register. */
%define OF_DOCUMENT(NAME, ASK)
%feature("docstring", #NAME " of the document.") pdoc_due::NAME;
%{
static const char *pdoc_due_##NAME##_get(const pdoc_due *self)
{
    const pdoc_document *doc = due_document(self);
    return doc ? ASK(doc) : NULL;
}
%}
%immutable pdoc_due::NAME;
%extend pdoc_due {
    MAYBE_TEXT NAME;
}
COLUMN(pdoc_due, MAYBE_TEXT, NAME)
%enddef
OF_DOCUMENT(id, pdoc_document_id)
OF_DOCUMENT(title, pdoc_document_title)
OF_DOCUMENT(reference, pdoc_document_first_reference)
OF_DOCUMENT(type, pdoc_document_type)
OF_DOCUMENT(owner, pdoc_document_OWNER_get)
OF_DOCUMENT(author, pdoc_document_AUTHOR_get)
OF_DOCUMENT(manager, pdoc_document_MANAGER_get)
OF_DOCUMENT(sponsor, pdoc_document_SPONSOR_get)
FIELD(pdoc_due, pdoc_schedule, size_t, document_index)
FIELD(pdoc_due, pdoc_schedule, pdoc_date, due)
FIELD(pdoc_due, pdoc_schedule, pdoc_review_state, state)
FIELD(pdoc_due, pdoc_schedule, int32_t, days_overdue)
FIELD(pdoc_due, pdoc_schedule, pdoc_governs, governs)
FIELD(pdoc_due, pdoc_schedule, pdoc_date, printed_first)
FIELD(pdoc_due, pdoc_schedule, pdoc_date, printed_last)
FIELD(pdoc_due, pdoc_schedule, pdoc_date, derived_first)
FIELD(pdoc_due, pdoc_schedule, pdoc_date, derived_last)
FIELD(pdoc_due, pdoc_schedule, MAYBE_TEXT, rule)
FIELD(pdoc_due, pdoc_schedule, MAYBE_TEXT, clause)
%{
#define due_profile(self) pdoc_schedule_profile((self)->of, (self)->at)
%}
%define DOC_due_profile "Profile that its document follows; None if it is not known." %enddef
OBJECT(pdoc_due, const pdoc_profile *, profile, due_profile)
FIELD(pdoc_due, pdoc_schedule, bool, is_inferred)
FIELD(pdoc_due, pdoc_schedule, bool, is_as_printed)

NEW(pdoc_register, schedule)
LONG(pdoc_register::schedule)
%{
#define pdoc_register_schedule pdoc_schedule_new
#define pdoc_schedule_find_entry pdoc_schedule_find
%}
NEW(pdoc_schedule, entry)
%extend pdoc_schedule {
    size_t count();
    pdoc_due *entry(size_t index, pdoc_register *register_or_none);
    MAYBE_INDEX find_entry(size_t document_index);
    size_t end_of_window(pdoc_date last);
    size_t state_count(pdoc_review_state state);
}
%extend pdoc_register {
    pdoc_schedule *schedule(const pdoc_basis *basis, pdoc_error **error);
}

/* ---- one document explained ---- */

CLASS(pdoc_explanation, Explanation)
ITEM (pdoc_step, pdoc_explanation, ExplanationStep)
FIELD(pdoc_step, pdoc_explanation, uint32_t, depth)
FIELD(pdoc_step, pdoc_explanation, TEXT, text)
FIELD(pdoc_step, pdoc_explanation, MAYBE_TEXT, rule)
FIELD(pdoc_step, pdoc_explanation, MAYBE_TEXT, clause)
FIELD(pdoc_step, pdoc_explanation, bool, is_inferred)
ITEMS(pdoc_explanation, pdoc_step, steps, pdoc_explanation_count)
%{
static pdoc_phase phase_of_version(const struct pdoc_version *version, const pdoc_basis *basis, pdoc_error **error)
{
    pdoc_phase phase = PDOC_PHASE_UNDETERMINED;
    const pdoc_status status = pdoc_version_phase(version, basis, &phase, error);
    return status == PDOC_OK ? phase : PDOC_PHASE_UNDETERMINED;
}
static struct pdoc_version *version_in_force(const pdoc_document *doc, const pdoc_basis *basis, pdoc_error **error)
{
    struct pdoc_version *version = NULL;
    const pdoc_status status = pdoc_document_in_force(doc, basis, &version, error);
    return status == PDOC_OK ? version : NULL;
}
#define pdoc_version_phase_on phase_of_version
#define pdoc_document_version_in_force version_in_force
%}
NEW(pdoc_document, explain)
%extend pdoc_document {
    pdoc_explanation *explain(const pdoc_basis *basis, pdoc_error **error);
    struct pdoc_version *version_in_force(const pdoc_basis *basis, pdoc_error **error);
}
%extend pdoc_version {
    pdoc_phase phase_on(const pdoc_basis *basis, pdoc_error **error);
}
