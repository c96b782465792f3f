/* SPDX-License-Identifier: MIT */
/* What others ask of a register: what governs a step, what changed, who has read what is in force. */
CLASS(pdoc_governing, Governing)
GET  (pdoc_governing, pdoc_date, as_of)
GET  (pdoc_governing, TEXT, step)
ITEM (pdoc_governor, pdoc_governing, GoverningDocument)
FIELD(pdoc_governor, pdoc_governing, TEXT, document_id)
FIELD(pdoc_governor, pdoc_governing, MAYBE_TEXT, document_reference)
FIELD(pdoc_governor, pdoc_governing, MAYBE_TEXT, document_title)
FIELD(pdoc_governor, pdoc_governing, uint32_t, version)
FIELD(pdoc_governor, pdoc_governing, MAYBE_TEXT, label)
FIELD(pdoc_governor, pdoc_governing, pdoc_date, since)
FIELD(pdoc_governor, pdoc_governing, pdoc_governs_by, by)
FIELD(pdoc_governor, pdoc_governing, MAYBE_TEXT, reason)
FIELD(pdoc_governor, pdoc_governing, MAYBE_TEXT, clause)
FIELD(pdoc_governor, pdoc_governing, MAYBE_TEXT, section)
FIELD(pdoc_governor, pdoc_governing, MAYBE_TEXT, section_title)
FIELD(pdoc_governor, pdoc_governing, MAYBE_TEXT, note)
FIELD(pdoc_governor, pdoc_governing, MAYBE_TEXT, place)
FIELD(pdoc_governor, pdoc_governing, MAYBE_TEXT, sha256)
ITEMS(pdoc_governing, pdoc_governor, documents, pdoc_governing_count)

CLASS(pdoc_updates, Updates)
GET  (pdoc_updates, pdoc_date, as_of)
GET  (pdoc_updates, uint32_t, since)
GET  (pdoc_updates, uint32_t, revision)
ITEM (pdoc_update, pdoc_updates, Update)
FIELD(pdoc_update, pdoc_updates, pdoc_update_kind, kind)
FIELD(pdoc_update, pdoc_updates, TEXT, document_id)
FIELD(pdoc_update, pdoc_updates, MAYBE_TEXT, document_reference)
FIELD(pdoc_update, pdoc_updates, MAYBE_TEXT, document_title)
FIELD(pdoc_update, pdoc_updates, MAYBE_NUMBER, changed_in)
FIELD(pdoc_update, pdoc_updates, pdoc_phase, phase)
FIELD(pdoc_update, pdoc_updates, MAYBE_NUMBER, version)
FIELD(pdoc_update, pdoc_updates, MAYBE_TEXT, label)
FIELD(pdoc_update, pdoc_updates, MAYBE_TEXT, sha256)
ITEMS(pdoc_updates, pdoc_update, documents, pdoc_updates_count)

CLASS(pdoc_attestations, Attestations)
GET  (pdoc_attestations, pdoc_date, as_of)
GET  (pdoc_attestations, size_t, outstanding)
ITEM (pdoc_reader, pdoc_attestations, Reader)
FIELD(pdoc_reader, pdoc_attestations, TEXT, document_id)
FIELD(pdoc_reader, pdoc_attestations, MAYBE_TEXT, document_reference)
FIELD(pdoc_reader, pdoc_attestations, MAYBE_TEXT, document_title)
FIELD(pdoc_reader, pdoc_attestations, uint32_t, version)
FIELD(pdoc_reader, pdoc_attestations, MAYBE_TEXT, reader)
FIELD(pdoc_reader, pdoc_attestations, pdoc_reading_state, state)
FIELD(pdoc_reader, pdoc_attestations, bool, is_required)
FIELD(pdoc_reader, pdoc_attestations, pdoc_date, due)
FIELD(pdoc_reader, pdoc_attestations, pdoc_date, on)
FIELD(pdoc_reader, pdoc_attestations, MAYBE_TEXT, event)
FIELD(pdoc_reader, pdoc_attestations, MAYBE_NUMBER, read_version)
FIELD(pdoc_reader, pdoc_attestations, uint32_t, people)
FIELD(pdoc_reader, pdoc_attestations, MAYBE_TEXT, sha256)
FIELD(pdoc_reader, pdoc_attestations, MAYBE_TEXT, rule)
FIELD(pdoc_reader, pdoc_attestations, MAYBE_TEXT, clause)
FIELD(pdoc_reader, pdoc_attestations, MAYBE_TEXT, reason)
ITEMS(pdoc_attestations, pdoc_reader, readers, pdoc_attestations_count)

%{
#define governs_by_code pdoc_governs_by_code
#define update_kind_code pdoc_update_kind_code
#define reading_state_code pdoc_reading_state_code
%}
MAYBE_TEXT governs_by_code(pdoc_governs_by reason);
MAYBE_TEXT update_kind_code(pdoc_update_kind kind);
MAYBE_TEXT reading_state_code(pdoc_reading_state state);
NEW(pdoc_register, governing)
NEW(pdoc_register, updates)
NEW(pdoc_register, attestations)
NEW(pdoc_document, attestations)
LONG(pdoc_register::governing)
LONG(pdoc_register::updates)
LONG(pdoc_register::attestations)
%extend pdoc_register {
    pdoc_governing *governing(TEXT step, const pdoc_basis *basis, pdoc_error **error);
    pdoc_updates *updates(uint32_t since, const pdoc_basis *basis, pdoc_error **error);
    pdoc_attestations *attestations(const pdoc_basis *basis, pdoc_error **error);
}
%extend pdoc_document {
    pdoc_attestations *attestations(const pdoc_basis *basis, pdoc_error **error);
}

/* ---- that a content was read ---- */

%{
static pdoc_event *held_pdoc_change_attest(held_pdoc_change *change, const char *document, uint32_t version,
                                           const char *by, uint32_t people, const char *sha256, pdoc_date on,
                                           pdoc_error **error)
{
    const pdoc_reading reading = {.size = sizeof reading,
                                  .document = document,
                                  .version = version,
                                  .by = by,
                                  .count = people,
                                  .sha256 = sha256,
                                  .on = on};
    return pdoc_change_attest(change->it, &reading, error);
}
%}
WRITES(held_pdoc_change::attest)
%extend held_pdoc_change {
    pdoc_event *attest(TEXT document, uint32_t version, TEXT by, uint32_t people, MAYBE_TEXT sha256, pdoc_date on,
                       pdoc_error **error);
}
