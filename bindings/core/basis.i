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
#define basis_on(self) ((self)->as_of)
#define basis_known_on(self) ((self)->known_on)
#define basis_profile(self) ((self)->profile)
#define basis_profiles(self) ((self)->profiles)
#define basis_calendar(self) ((self)->calendar)
%}
/* Objects that may be left out, by the names of their parameters. */
OR_NONE(const pdoc_profile *profile)
OR_NONE(const pdoc_profile_set *profiles)
OR_NONE(const pdoc_calendar *calendar)
OR_NONE(const pdoc_basis *basis_or_none)
OR_NONE(const pdoc_calendar *own)
OR_NONE(const pdoc_register *parties)
OR_NONE(pdoc_register *register_or_none)
OR_NONE(const pdoc_schedule *schedule)
OR_NONE(const pdoc_meetings *meetings)
OR_NONE(const pdoc_plan *plan)
%rename(Basis) pdoc_basis;
struct pdoc_basis {};
BODY(pdoc_basis)
%extend pdoc_basis {
    pdoc_basis(pdoc_date on, pdoc_date known_on, const pdoc_profile *profile, const pdoc_profile_set *profiles,
               const pdoc_calendar *calendar);
    ~pdoc_basis();
}
%define DOC_basis_on "Day to judge for." %enddef
OBJECT(pdoc_basis, pdoc_date, on, basis_on)
%define DOC_basis_known_on "Day whose knowledge counts; None: all that is known." %enddef
OBJECT(pdoc_basis, pdoc_date, known_on, basis_known_on)
%define DOC_basis_profile "Profile to judge every document by; None: each by its own." %enddef
OBJECT(pdoc_basis, const pdoc_profile *, profile, basis_profile)
%define DOC_basis_profiles "Where the documents' own profiles are found." %enddef
OBJECT(pdoc_basis, const pdoc_profile_set *, profiles, basis_profiles)
%define DOC_basis_calendar "Working days; None: a date that needs them cannot be told." %enddef
OBJECT(pdoc_basis, const pdoc_calendar *, calendar, basis_calendar)
