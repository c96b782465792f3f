/* SPDX-License-Identifier: MIT */
/* Are the copies that people read the approved ones? Copies, and what came of holding them against a register. */
HELD(pdoc_copies, Copies, pdoc_copies_free)
%{
#define new_held_pdoc_copies(error) held_pdoc_copies_make(pdoc_copies_new(error))
#define held_pdoc_copies_add(self, name, data, size, error) pdoc_copies_add((self)->it, name, data, size, error)
#define held_pdoc_copies_add_file(self, name, path, error) pdoc_copies_add_file((self)->it, name, path, error)
#define held_pdoc_copies_add_folder(self, path, error) pdoc_copies_add_folder((self)->it, path, error)
#define held_pdoc_copies_count(self) pdoc_copies_count((self)->it)
%}
WRITES(held_pdoc_copies::add)
WRITES(held_pdoc_copies::add_file)
WRITES(held_pdoc_copies::add_folder)
%extend held_pdoc_copies {
    held_pdoc_copies(pdoc_error **error);
    pdoc_status add(TEXT name, const void *data, size_t size, pdoc_error **error);
    pdoc_status add_file(TEXT name, TEXT path, pdoc_error **error);
    pdoc_status add_folder(TEXT path, pdoc_error **error);
    size_t count();
}

CLASS(pdoc_verification, Verification)
GET  (pdoc_verification, pdoc_date, as_of)
GET  (pdoc_verification, bool, is_clean)
ITEM (pdoc_verified_copy, pdoc_verification, VerifiedCopy)
FIELD(pdoc_verified_copy, pdoc_verification, pdoc_copy_state, state)
FIELD(pdoc_verified_copy, pdoc_verification, MAYBE_TEXT, document_id)
FIELD(pdoc_verified_copy, pdoc_verification, MAYBE_TEXT, document_reference)
FIELD(pdoc_verified_copy, pdoc_verification, MAYBE_TEXT, document_title)
FIELD(pdoc_verified_copy, pdoc_verification, MAYBE_NUMBER, version)
FIELD(pdoc_verified_copy, pdoc_verification, MAYBE_TEXT, content)
FIELD(pdoc_verified_copy, pdoc_verification, MAYBE_TEXT, file)
FIELD(pdoc_verified_copy, pdoc_verification, MAYBE_TEXT, recorded)
FIELD(pdoc_verified_copy, pdoc_verification, MAYBE_TEXT, found)
FIELD(pdoc_verified_copy, pdoc_verification, MAYBE_NUMBER, found_version)
FIELD(pdoc_verified_copy, pdoc_verification, TEXT, message)
ITEMS(pdoc_verification, pdoc_verified_copy, copies, pdoc_verification_count)
%extend pdoc_verification {
    size_t total(pdoc_copy_state state);
}
%{
#define copy_state_code pdoc_copy_state_code
#define pdoc_register_verify_copies(self, basis, copies, error) pdoc_register_verify(self, basis, (copies)->it, error)
%}
MAYBE_TEXT copy_state_code(pdoc_copy_state state);
NEW(pdoc_register, verify_copies)
LONG(pdoc_register::verify_copies)
%extend pdoc_register {
    pdoc_verification *verify_copies(const pdoc_basis *basis, const held_pdoc_copies *copies, pdoc_error **error);
}
