/* SPDX-License-Identifier: MIT */
/* Profiles: the rules of organisations, and mistakes in them. */
%{
#define new_pdoc_profile_set pdoc_profile_set_new
#define pdoc_profile_read(path, profiles, error) pdoc_profile_read_file(path, profiles, error)
#define pdoc_profile_parse(data, size, name, profiles, error) pdoc_profile_read_memory(data, size, name, profiles, error)
%}
CLASS(pdoc_profile_set, Profiles)
PARTS(pdoc_profile_set, pdoc_profile, profiles, pdoc_profile_set_count, pdoc_profile_set_at)
NEW(pdoc_profile_set, shipped)
%extend pdoc_profile_set {
    pdoc_profile_set(pdoc_error **error);
    static pdoc_profile_set *shipped(pdoc_error **error);
    pdoc_status add(pdoc_profile *profile, pdoc_error **error);
    pdoc_profile *find(TEXT id);
}

CLASS(pdoc_profile, Profile)
GET  (pdoc_profile, TEXT, id)
GET  (pdoc_profile, MAYBE_TEXT, title)
GET  (pdoc_profile, MAYBE_TEXT, extends)
GET  (pdoc_profile, TEXT, hash)
GET  (pdoc_profile, TEXT, source)
NEW(pdoc_profile, read)
NEW(pdoc_profile, parse)
NEW(pdoc_profile, skeleton)
%extend pdoc_profile {
    static pdoc_profile *read(TEXT path, const pdoc_profile_set *profiles, pdoc_error **error);
    static pdoc_profile *parse(const void *data, size_t size, MAYBE_TEXT name, const pdoc_profile_set *profiles,
                               pdoc_error **error);
    MAYBE_TEXT find_party(TEXT name);
    size_t row_count(pdoc_profile_table table);
    MAYBE_TEXT row_id(pdoc_profile_table table, size_t row);
    MAYBE_TEXT row_clause(pdoc_profile_table table, size_t row);
    MAYBE_TEXT row_label(pdoc_profile_table table, size_t row);
    pdoc_modality row_modality(pdoc_profile_table table, size_t row);
    bool row_is_inferred(pdoc_profile_table table, size_t row);
    pdoc_register *skeleton(TEXT type, MAYBE_TEXT title, pdoc_date on, pdoc_error **error);
}

/* ---- mistakes ---- */

HELD (pdoc_lint, Lint, pdoc_lint_free)
ITEM (pdoc_mistake, held_pdoc_lint, LintFinding)
HELD_FIELD(pdoc_mistake, pdoc_lint, TEXT, code)
HELD_FIELD(pdoc_mistake, pdoc_lint, TEXT, row)
HELD_FIELD(pdoc_mistake, pdoc_lint, MAYBE_NUMBER, line)
HELD_FIELD(pdoc_mistake, pdoc_lint, MAYBE_NUMBER, column)
HELD_FIELD(pdoc_mistake, pdoc_lint, TEXT, message)
HELD_FIELD(pdoc_mistake, pdoc_lint, TEXT, remedy)
HELD_FIELD(pdoc_mistake, pdoc_lint, bool, is_mistake)
HELD_ITEMS(pdoc_lint, pdoc_mistake, findings, pdoc_lint_count)
NEW(pdoc_profile, find_mistakes)
%{
#define pdoc_profile_find_mistakes(self, error) held_pdoc_lint_make(pdoc_profile_lint(self, error))
%}
%extend pdoc_profile {
    struct held_pdoc_lint *find_mistakes(pdoc_error **error);
}

/* ---- profiles of a register ---- */

ITEM    (pdoc_assignment, pdoc_register, ProfileUse)
FIELD_BY(pdoc_assignment, TEXT, profile, pdoc_register_profile_ref)
FIELD_BY(pdoc_assignment, pdoc_date, first_day, pdoc_register_profile_from)
FIELD_BY(pdoc_assignment, pdoc_date, last_day, pdoc_register_profile_to)
ITEMS   (pdoc_register, pdoc_assignment, profiles, pdoc_register_profile_count)
WRITES(pdoc_register::add_profile)
%extend pdoc_register {
    pdoc_status add_profile(TEXT profile, pdoc_date first, pdoc_date last, pdoc_error **error);
}
