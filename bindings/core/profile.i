/* SPDX-License-Identifier: MIT */
/* Profiles: the rules of organisations. */
%{
#define new_pdoc_profile_set pdoc_profile_set_new
%}
CLASS(pdoc_profile, Profile)
GET  (pdoc_profile, TEXT, id)
GET  (pdoc_profile, MAYBE_TEXT, title)
GET  (pdoc_profile, MAYBE_TEXT, extends)
GET  (pdoc_profile, TEXT, hash)
GET  (pdoc_profile, TEXT, source)
CLASS(pdoc_profile_set, Profiles)
NEW(pdoc_profile_set, shipped)
%extend pdoc_profile_set {
    pdoc_profile_set(pdoc_error **error);
    static pdoc_profile_set *shipped(pdoc_error **error);
    pdoc_status add(pdoc_profile *profile, pdoc_error **error);
    pdoc_profile *find(TEXT id);
}
PARTS(pdoc_profile_set, pdoc_profile, profiles, pdoc_profile_set_count, pdoc_profile_set_at)
