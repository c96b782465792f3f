/* SPDX-License-Identifier: MIT */
/* What a register is judged by: the day, what was known, the profile; and the document that is asked for. */
#include "command.h"

#include <string.h>
#include <time.h>
#include <unistd.h>

/* The library has no clock; the command may look at it. */
static pdoc_date today(void)
{
    const time_t now = time(NULL);
    struct tm local;
    if (!localtime_r(&now, &local))
        return (pdoc_date){0, 0, 0};
    return (pdoc_date){(int16_t)(local.tm_year + 1900), (uint8_t)(local.tm_mon + 1), (uint8_t)local.tm_mday};
}

static const char *profile_at(const void *list, size_t index)
{
    return pdoc_profile_id(pdoc_profile_set_at(list, index));
}

static bool is_file_name(const char *name)
{
    const size_t length = strlen(name);
    if (strchr(name, '/') || (length > 4 && strcmp(name + length - 4, ".xml") == 0))
        return true;
    return access(name, F_OK) == 0;
}

pdoc_profile *load_profile(const char *name, const pdoc_profile_set *set, pdoc_error **error)
{
    pdoc_profile *profile = pdoc_profile_set_find(set, name);
    if (profile && !strchr(name, '/'))
        return pdoc_profile_ref(profile);
    if (is_file_name(name))
        return pdoc_profile_read_file(name, set, error);
    const char *meant = nearest(name, profile_at, set, pdoc_profile_set_count(set));
    if (meant)
        say("there is no profile \"%s\", neither shipped nor as a file; did you mean %s?", name, meant);
    else
        say("there is no profile \"%s\", neither shipped nor as a file; \"policydoc profiles\" lists the shipped ones",
            name);
    return NULL;
}

bool judging_prepare(const struct options *options, struct judging *out, enum outcome *outcome)
{
    pdoc_error *error = NULL;
    *out = (struct judging){.basis = {.size = sizeof out->basis}};
    out->basis.as_of = options->given & OPTION_ON ? options->on : today();
    out->basis.known_on = options->known;
    out->profiles = pdoc_profile_set_shipped(&error);
    if (!out->profiles) {
        say_errors(error);
        pdoc_error_free(error);
        *outcome = OUTCOME_INTERNAL;
        return false;
    }
    out->basis.profiles = out->profiles;
    if (!options->profile)
        return true;
    out->profile = load_profile(options->profile, out->profiles, &error);
    out->basis.profile = out->profile;
    if (out->profile)
        return true;
    *outcome = error ? fail_reading(error) : OUTCOME_USAGE;
    judging_release(out);
    return false;
}

void judging_release(struct judging *judging)
{
    pdoc_profile_unref(judging->profile);
    pdoc_profile_set_unref(judging->profiles);
    judging->profile = NULL;
    judging->profiles = NULL;
}

/* The assignment of the register that holds on the day; of several the last one, as the library has it. */
static const char *register_profile(const pdoc_register *reg, pdoc_date day)
{
    const char *found = NULL;
    const pdoc_date last = pdoc_date_last(day);
    for (size_t i = 0; i < pdoc_register_profile_count(reg); i++) {
        const pdoc_date from = pdoc_register_profile_from(reg, i);
        const pdoc_date to = pdoc_register_profile_to(reg, i);
        const bool has_begun = !pdoc_date_is_recorded(from) || pdoc_date_compare(pdoc_date_first(from), last) <= 0;
        const bool has_ended = pdoc_date_is_recorded(to) && pdoc_date_compare(pdoc_date_last(to), last) < 0;
        if (has_begun && !has_ended)
            found = pdoc_register_profile_ref(reg, i);
    }
    return found;
}

bool judging_fits(const struct judging *judging, const pdoc_register *reg, const char *path, enum outcome *outcome)
{
    if (judging->profile)
        return true;
    const char *own = register_profile(reg, judging->basis.as_of);
    const bool own_is_known = own && pdoc_profile_set_find(judging->profiles, own);
    for (size_t i = 0; i < pdoc_register_document_count(reg); i++) {
        const pdoc_document *doc = pdoc_register_document(reg, i);
        const char *ref = pdoc_document_profile(doc);
        if (ref ? pdoc_profile_set_find(judging->profiles, ref) != NULL : own_is_known)
            continue;
        *outcome = OUTCOME_USAGE;
        if (!ref)
            ref = own;
        if (ref)
            say("%s: document %s follows the profile \"%s\", which is not among the shipped ones; give its file with "
                "--profile FILE, or another with --profile ID (\"policydoc profiles\" lists them)",
                path, pdoc_document_id(doc), ref);
        else
            say("%s: document %s follows no profile on that day, so there are no rules to judge it by; give one with "
                "--profile ID or FILE (\"policydoc profiles\" lists the shipped ones)",
                path, pdoc_document_id(doc));
        return false;
    }
    return true;
}

static const char *reference_at(const void *list, size_t index)
{
    return pdoc_document_reference(pdoc_register_document(list, index), 0);
}

pdoc_document *find_document(const pdoc_register *reg, const char *path, const char *ref)
{
    pdoc_document *doc = pdoc_register_find_document(reg, ref);
    if (!doc) {
        const char *meant = nearest(ref, reference_at, reg, pdoc_register_document_count(reg));
        if (meant)
            say("%s holds no document with the id, reference or title \"%s\"; did you mean %s?", path, ref, meant);
        else
            say("%s holds no document with the id, reference or title \"%s\"; \"policydoc list %s\" shows all", path,
                ref, path);
        return NULL;
    }
    size_t same = 0;
    for (size_t i = 0; i < pdoc_register_document_count(reg); i++) {
        const pdoc_document *other = pdoc_register_document(reg, i);
        const char *reference = pdoc_document_reference(other, 0);
        same += reference && strcmp(reference, ref) == 0;
    }
    if (same > 1 && strcmp(pdoc_document_id(doc), ref) != 0)
        say("%zu documents have the reference \"%s\"; this is the first, %s. Give the id to see another", same, ref,
            pdoc_document_id(doc));
    return doc;
}
