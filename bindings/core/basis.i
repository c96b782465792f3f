/* SPDX-License-Identifier: MIT */
/* What a judgement is based on: an object that holds its profile, profiles and calendar. */
%{
static pdoc_basis *new_pdoc_basis(pdoc_date on, pdoc_date known_on, const pdoc_profile *profile,
                                  const pdoc_profile_set *profiles, const pdoc_calendar *calendar)
{
    pdoc_basis *basis = malloc(sizeof *basis);
    if (basis)
        *basis = (pdoc_basis){.size = sizeof *basis,
                              .as_of = on,
                              .known_on = known_on,
                              .profile = profile ? pdoc_profile_ref((pdoc_profile *)(uintptr_t)profile) : NULL,
                              .profiles = profiles ? pdoc_profile_set_ref((pdoc_profile_set *)(uintptr_t)profiles) : NULL,
                              .calendar = calendar ? pdoc_calendar_ref((pdoc_calendar *)(uintptr_t)calendar) : NULL};
    return basis;
}

static void delete_pdoc_basis(pdoc_basis *self)
{
    pdoc_profile_unref((pdoc_profile *)(uintptr_t)self->profile);
    pdoc_profile_set_unref((pdoc_profile_set *)(uintptr_t)self->profiles);
    pdoc_calendar_unref((pdoc_calendar *)(uintptr_t)self->calendar);
    free(self);
}
#define TAKE_p_pdoc_basis(self) (self)
#define pdoc_basis_on_get(self) ((self)->as_of)
#define pdoc_basis_known_on_get(self) ((self)->known_on)
#define pdoc_basis_profile_get(self) ((self)->profile)
#define pdoc_basis_profiles_get(self) ((self)->profiles)
#define pdoc_basis_calendar_get(self) ((self)->calendar)
%}
OR_NONE(const pdoc_profile *profile)
OR_NONE(const pdoc_profile_set *profiles)
OR_NONE(const pdoc_calendar *calendar)
OR_NONE(const pdoc_basis *basis_or_none)
%rename(Basis) pdoc_basis;
struct pdoc_basis {};
BODY(pdoc_basis)
%extend pdoc_basis {
    pdoc_basis(pdoc_date on, pdoc_date known_on, const pdoc_profile *profile, const pdoc_profile_set *profiles,
               const pdoc_calendar *calendar);
    ~pdoc_basis();
    %immutable;
    pdoc_date on;
    pdoc_date known_on;
    const pdoc_profile *profile;
    const pdoc_profile_set *profiles;
    const pdoc_calendar *calendar;
    %mutable;
}
