/* SPDX-License-Identifier: MIT */
/* The versions of a document as recorded, the time that was given for reviews, what was in force, how documents bind. */
CLASS(pdoc_versions, Versions)
GET  (pdoc_versions, pdoc_date, as_of)
GET  (pdoc_versions, MAYBE_TEXT, document_id)
GET  (pdoc_versions, MAYBE_TEXT, document_title)
GET  (pdoc_versions, MAYBE_TEXT, document_reference)
GET  (pdoc_versions, MAYBE_TEXT, scheme)
GET  (pdoc_versions, MAYBE_TEXT, rule)
GET  (pdoc_versions, MAYBE_TEXT, clause)
ITEM (pdoc_listed_version, pdoc_versions, ListedVersion)
FIELD(pdoc_listed_version, pdoc_versions, uint32_t, ordinal)
FIELD(pdoc_listed_version, pdoc_versions, MAYBE_TEXT, label)
FIELD(pdoc_listed_version, pdoc_versions, pdoc_phase, phase)
FIELD(pdoc_listed_version, pdoc_versions, pdoc_date, since)
FIELD(pdoc_listed_version, pdoc_versions, pdoc_date, decided)
FIELD(pdoc_listed_version, pdoc_versions, MAYBE_TEXT, decided_by)
FIELD(pdoc_listed_version, pdoc_versions, pdoc_date, amended)
FIELD(pdoc_listed_version, pdoc_versions, MAYBE_TEXT, amendment_class)
FIELD(pdoc_listed_version, pdoc_versions, MAYBE_TEXT, amended_by)
FIELD(pdoc_listed_version, pdoc_versions, MAYBE_TEXT, reason)
FIELD(pdoc_listed_version, pdoc_versions, MAYBE_TEXT, sha256)
FIELD(pdoc_listed_version, pdoc_versions, MAYBE_TEXT, problem)
ITEMS(pdoc_versions, pdoc_listed_version, versions, pdoc_versions_count)
%extend pdoc_versions {
    MAYBE_TEXT next(TEXT step);
}

CLASS(pdoc_extensions, Extensions)
GET  (pdoc_extensions, pdoc_date, as_of)
ITEM (pdoc_extension, pdoc_extensions, Extension)
FIELD(pdoc_extension, pdoc_extensions, TEXT, document_id)
FIELD(pdoc_extension, pdoc_extensions, MAYBE_TEXT, document_title)
FIELD(pdoc_extension, pdoc_extensions, MAYBE_TEXT, document_reference)
FIELD(pdoc_extension, pdoc_extensions, TEXT, event)
FIELD(pdoc_extension, pdoc_extensions, pdoc_date, on)
FIELD_BY(pdoc_extension, pdoc_date, first_day, pdoc_extensions_from)
FIELD(pdoc_extension, pdoc_extensions, pdoc_date, until)
FIELD(pdoc_extension, pdoc_extensions, int32_t, delay)
FIELD(pdoc_extension, pdoc_extensions, uint32_t, number)
FIELD(pdoc_extension, pdoc_extensions, int32_t, total_delay)
FIELD(pdoc_extension, pdoc_extensions, MAYBE_TEXT, by)
FIELD(pdoc_extension, pdoc_extensions, MAYBE_TEXT, reason)
FIELD(pdoc_extension, pdoc_extensions, MAYBE_TEXT, rule)
FIELD(pdoc_extension, pdoc_extensions, MAYBE_TEXT, clause)
FIELD(pdoc_extension, pdoc_extensions, MAYBE_TEXT, problem)
FIELD(pdoc_extension, pdoc_extensions, MAYBE_TEXT, left)
FIELD(pdoc_extension, pdoc_extensions, bool, is_inferred)
FIELD(pdoc_extension, pdoc_extensions, bool, is_certain)
FIELD(pdoc_extension, pdoc_extensions, bool, is_open)
FIELD(pdoc_extension, pdoc_extensions, bool, moves_date)
ITEMS(pdoc_extensions, pdoc_extension, extensions, pdoc_extensions_count)

CLASS(pdoc_in_force, InForce)
GET  (pdoc_in_force, pdoc_date, as_of)
GET  (pdoc_in_force, pdoc_date, known)
ITEM (pdoc_in_force_entry, pdoc_in_force, InForceEntry)
FIELD(pdoc_in_force_entry, pdoc_in_force, MAYBE_TEXT, document_id)
FIELD(pdoc_in_force_entry, pdoc_in_force, MAYBE_TEXT, document_reference)
FIELD(pdoc_in_force_entry, pdoc_in_force, MAYBE_TEXT, document_title)
FIELD(pdoc_in_force_entry, pdoc_in_force, uint32_t, version)
FIELD(pdoc_in_force_entry, pdoc_in_force, MAYBE_TEXT, label)
FIELD(pdoc_in_force_entry, pdoc_in_force, pdoc_phase, phase)
FIELD(pdoc_in_force_entry, pdoc_in_force, pdoc_date, since)
FIELD(pdoc_in_force_entry, pdoc_in_force, MAYBE_TEXT, decision)
FIELD(pdoc_in_force_entry, pdoc_in_force, pdoc_date, approved)
FIELD(pdoc_in_force_entry, pdoc_in_force, MAYBE_TEXT, approved_by)
FIELD(pdoc_in_force_entry, pdoc_in_force, MAYBE_TEXT, minute)
FIELD(pdoc_in_force_entry, pdoc_in_force, bool, is_printed)
FIELD(pdoc_in_force_entry, pdoc_in_force, pdoc_date, published)
FIELD(pdoc_in_force_entry, pdoc_in_force, MAYBE_TEXT, published_at)
FIELD(pdoc_in_force_entry, pdoc_in_force, MAYBE_TEXT, sha256)
ITEMS(pdoc_in_force, pdoc_in_force_entry, documents, pdoc_in_force_count)

CLASS(pdoc_binding, Binding)
GET  (pdoc_binding, MAYBE_TEXT, code)
GET  (pdoc_binding, TEXT, reason)
GET  (pdoc_binding, MAYBE_TEXT, rule)
GET  (pdoc_binding, MAYBE_TEXT, clause)
GET  (pdoc_binding, bool, is_inferred)
GET  (pdoc_binding, MAYBE_TEXT, container)

NEW(pdoc_document, versions_on)
NEW(pdoc_document, extensions)
NEW(pdoc_document, ask_in_force)
NEW(pdoc_document, binding)
NEW(pdoc_register, extensions)
NEW(pdoc_register, ask_in_force)
LONG(pdoc_register::extensions)
LONG(pdoc_register::ask_in_force)
%{
#define pdoc_document_versions_on pdoc_document_versions
%}
%extend pdoc_document {
    pdoc_versions *versions_on(const pdoc_basis *basis, pdoc_error **error);
    pdoc_extensions *extensions(const pdoc_basis *basis, pdoc_error **error);
    pdoc_in_force *ask_in_force(const pdoc_basis *basis, pdoc_error **error);
    pdoc_binding *binding(const pdoc_basis *basis, pdoc_error **error);
}
%extend pdoc_register {
    pdoc_extensions *extensions(const pdoc_basis *basis, pdoc_error **error);
    pdoc_in_force *ask_in_force(const pdoc_basis *basis, pdoc_error **error);
}
%{
static pdoc_text *next_version_label(const char *scheme, const char *label, const char *step, int32_t year,
                                     pdoc_error **error)
{
    return pdoc_scheme_next(scheme, label, step, year, error);
}
#define version_is_after pdoc_scheme_is_after
%}
pdoc_text *next_version_label(TEXT scheme, MAYBE_TEXT label, TEXT step, int32_t year, pdoc_error **error);
pdoc_truth version_is_after(MAYBE_TEXT scheme, TEXT label, TEXT other);
