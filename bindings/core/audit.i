/* SPDX-License-Identifier: MIT */
/* The audit: results, findings and figures. */
CLASS(pdoc_report, Report)
GET  (pdoc_report, pdoc_date, as_of)
GET  (pdoc_report, MAYBE_TEXT, title)
GET  (pdoc_report, bool, is_clean)
OBJECT(pdoc_report, const pdoc_schedule *, schedule, pdoc_report_schedule)
%{
#define pdoc_register_audit pdoc_audit
#define pdoc_report_profile_at(self, index) ((pdoc_profile *)(uintptr_t)pdoc_report_profile(self, index))
/* What the judged document of a finding or result is called. */
#define finding_document(of, at, ask) ask(of, pdoc_report_finding_document(of, at))
#define finding_document_id(of, at) finding_document(of, at, pdoc_report_document_id)
#define finding_document_title(of, at) finding_document(of, at, pdoc_report_document_title)
#define finding_document_reference(of, at) finding_document(of, at, pdoc_report_document_reference)
%}
PARTS(pdoc_report, pdoc_profile, profiles, pdoc_report_profile_count, pdoc_report_profile_at)

ITEM (pdoc_audited, pdoc_report, AuditedDocument)
FIELD(pdoc_audited, pdoc_report_document, MAYBE_TEXT, id)
FIELD(pdoc_audited, pdoc_report_document, MAYBE_TEXT, title)
FIELD(pdoc_audited, pdoc_report_document, MAYBE_TEXT, reference)
FIELD(pdoc_audited, pdoc_report_document, MAYBE_TEXT, type)
FIELD(pdoc_audited, pdoc_report_document, pdoc_phase, phase)
ITEMS(pdoc_report, pdoc_audited, documents, pdoc_report_document_count)

ITEM    (pdoc_result, pdoc_report, Result)
FIELD   (pdoc_result, pdoc_report_result, TEXT, rule)
FIELD_BY(pdoc_result, MAYBE_INDEX, document_index, pdoc_report_result_document)
FIELD   (pdoc_result, pdoc_report_result, pdoc_outcome, outcome)
FIELD   (pdoc_result, pdoc_report_result, pdoc_modality, modality)
ITEMS   (pdoc_report, pdoc_result, results, pdoc_report_result_count)

ITEM    (pdoc_finding, pdoc_report, Finding)
FIELD   (pdoc_finding, pdoc_report_finding, TEXT, rule)
FIELD   (pdoc_finding, pdoc_report_finding, MAYBE_TEXT, clause)
FIELD   (pdoc_finding, pdoc_report_finding, pdoc_outcome, outcome)
FIELD   (pdoc_finding, pdoc_report_finding, pdoc_modality, modality)
FIELD   (pdoc_finding, pdoc_report_finding, bool, is_inferred)
FIELD_BY(pdoc_finding, MAYBE_INDEX, document_index, pdoc_report_finding_document)
%define DOC_finding_document_id "Id of its document, or None: the register itself." %enddef
FIELD_BY(pdoc_finding, MAYBE_TEXT, document_id, finding_document_id)
%define DOC_finding_document_title "Title of its document, or None." %enddef
FIELD_BY(pdoc_finding, MAYBE_TEXT, document_title, finding_document_title)
%define DOC_finding_document_reference "First reference of its document, or None." %enddef
FIELD_BY(pdoc_finding, MAYBE_TEXT, document_reference, finding_document_reference)
FIELD   (pdoc_finding, pdoc_report_finding, TEXT, place)
FIELD   (pdoc_finding, pdoc_report_finding, TEXT, message)
FIELD   (pdoc_finding, pdoc_report_finding, MAYBE_TEXT, expected)
FIELD   (pdoc_finding, pdoc_report_finding, MAYBE_TEXT, found)
FIELD   (pdoc_finding, pdoc_report_finding, MAYBE_TEXT, remedy)
ITEMS   (pdoc_report, pdoc_finding, findings, pdoc_report_finding_count)

LONG(pdoc_register::audit)
NEW(pdoc_register, audit)
NEW(pdoc_document, audit)
%extend pdoc_register {
    pdoc_report *audit(const pdoc_basis *basis, pdoc_error **error);
}
%extend pdoc_document {
    pdoc_report *audit(const pdoc_basis *basis, pdoc_error **error);
}
%extend pdoc_report {
    size_t phase_count(pdoc_phase phase);
    size_t outcome_count(pdoc_outcome outcome);
}
