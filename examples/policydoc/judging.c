/* SPDX-License-Identifier: MIT */
/* What a register is judged by: the day, what was known, the profiles. */
#include "command.h"

#include <string.h>
#include <time.h>
#include <unistd.h>

/* The library has no clock; the command may look at it. */
pdoc_date today(void)
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

static bool add_profile(pdoc_profile_set *set, const char *path, enum outcome *outcome)
{
    pdoc_error *error = NULL;
    pdoc_profile *profile = pdoc_profile_read_file(path, set, &error);
    const bool is_added = profile && pdoc_profile_set_add(set, profile, &error) == PDOC_OK;
    pdoc_profile_unref(profile);
    if (!is_added)
        *outcome = fail_reading(error);
    return is_added;
}

pdoc_profile_set *load_profiles(const struct options *options, enum outcome *outcome)
{
    pdoc_error *error = NULL;
    pdoc_profile_set *set = pdoc_profile_set_shipped(&error);
    if (!set) {
        *outcome = fail_asking(error);
        return NULL;
    }
    for (size_t i = 0; i < options->added_count; i++) {
        if (add_profile(set, options->added[i], outcome))
            continue;
        pdoc_profile_set_unref(set);
        return NULL;
    }
    return set;
}

static const char *calendar_at(const void *list, size_t index)
{
    (void)list;
    return pdoc_calendar_shipped_id(index);
}

/* A calendar that was not found by its name. */
static void say_no_calendar(const char *name)
{
    const char *meant = nearest(name, calendar_at, NULL, pdoc_calendar_shipped_count());
    if (meant)
        say("there is no calendar \"%s\", neither shipped nor as a file; did you mean %s?", name, meant);
    else
        say("there is no calendar \"%s\", neither shipped nor as a file; \"policydoc calendar\" lists the shipped ones",
            name);
}

pdoc_calendar *load_calendar(const char *name, enum outcome *outcome)
{
    pdoc_error *error = NULL;
    pdoc_calendar *calendar = NULL;
    for (size_t i = 0; i < pdoc_calendar_shipped_count(); i++)
        if (strcmp(pdoc_calendar_shipped_id(i), name) == 0)
            calendar = pdoc_calendar_shipped(name, &error);
    if (!calendar && !error && is_file_name(name))
        calendar = pdoc_calendar_read_file(name, &error);
    if (calendar)
        return calendar;
    *outcome = error ? fail_reading(error) : OUTCOME_USAGE;
    if (*outcome == OUTCOME_USAGE)
        say_no_calendar(name);
    return NULL;
}

bool judging_prepare(const struct options *options, struct judging *out, enum outcome *outcome)
{
    pdoc_error *error = NULL;
    *out = (struct judging){.basis = {.size = sizeof out->basis}};
    out->basis.as_of = options->given & OPTION_ON ? pdoc_date_last(options->on) : today();
    out->basis.known_on = options->known;
    out->profiles = load_profiles(options, outcome);
    if (!out->profiles)
        return false;
    out->basis.profiles = out->profiles;
    if (options->calendar && !(out->calendar = load_calendar(options->calendar, outcome))) {
        judging_release(out);
        return false;
    }
    out->basis.calendar = out->calendar;
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
    pdoc_calendar_unref(judging->calendar);
    judging->calendar = NULL;
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

/* A profile that documents follow and that is not known. */
struct followed {
    const char *ref;   /* NULL: they follow none */
    const char *first; /* id of the first of them */
    size_t count;
};
#define FOLLOWED_MOST 8 /* profiles that are told apart */

static const char *followed_profile(const struct judging *judging, const pdoc_document *doc, const char *own,
                                    bool *is_unknown)
{
    const char *ref = pdoc_document_profile(doc) ? pdoc_document_profile(doc) : own;
    *is_unknown = !judging->profile && (!ref || !pdoc_profile_set_find(judging->profiles, ref));
    return ref;
}

const pdoc_profile *judging_profile_of(const struct judging *judging, const pdoc_register *reg,
                                       const pdoc_document *doc)
{
    bool is_unknown;
    if (judging->profile)
        return judging->profile;
    const char *ref = followed_profile(judging, doc, register_profile(reg, judging->basis.as_of), &is_unknown);
    return is_unknown ? NULL : pdoc_profile_set_find(judging->profiles, ref);
}

static void say_unknown(const struct followed *unknown, const char *path, pdoc_date day)
{
    char text[PDOC_DATE_TEXT];
    char who[300];
    const char *follow = unknown->count == 1 ? "follows" : "follow";
    if (unknown->count == 1)
        snprintf(who, sizeof who, "document %.200s", unknown->first);
    else
        snprintf(who, sizeof who, "%zu documents (the first is %.200s)", unknown->count, unknown->first);
    if (unknown->ref)
        say("%s: %s %s the profile \"%s\", which is not among the shipped ones; give its file with --add-profile FILE, or "
            "judge all by another with --profile ID (\"policydoc profiles\" lists them)",
            path, who, follow, unknown->ref);
    else
        say("%s: %s %s no profile on %s, so there are no rules to judge by; give one with --profile ID or FILE "
            "(\"policydoc profiles\" lists the shipped ones)",
            path, who, follow, pdoc_date_format(day, text));
}

static void count_unknown(struct followed *list, size_t *count, const char *ref, const char *id)
{
    size_t i = 0;
    while (i < *count && !(list[i].ref && ref ? strcmp(list[i].ref, ref) == 0 : list[i].ref == ref))
        i++;
    if (i == FOLLOWED_MOST)
        return; /* those that are told of are enough to go on with */
    if (i == *count) {
        list[i] = (struct followed){.ref = ref, .first = id};
        (*count)++;
    }
    list[i].count++;
}

static bool is_shipped(const char *calendar)
{
    for (size_t i = 0; i < pdoc_calendar_shipped_count(); i++)
        if (strcmp(pdoc_calendar_shipped_id(i), calendar) == 0)
            return true;
    return false;
}

bool say_unknown_calendars(const pdoc_register *reg, const pdoc_calendar *asked, const char *path)
{
    bool is_said = false;
    for (size_t i = 0; i < pdoc_register_calendar_count(reg); i++) {
        const char *ref = pdoc_register_calendar_ref(reg, i);
        if (is_shipped(ref) || (asked && strcmp(pdoc_calendar_id(asked), ref) == 0))
            continue;
        say("%s: the register uses the calendar \"%.200s\", which is not among the shipped ones; give its file with "
            "--calendar FILE (\"policydoc calendar\" lists the shipped ones)",
            path, ref);
        is_said = true;
    }
    return is_said;
}

/* Does the register use the calendar? *own_days: how many entries it adds to its calendars, whichever they are. */
static bool uses_calendar(const pdoc_register *reg, const char *id, size_t *own_days)
{
    bool is_used = false;
    *own_days = 0;
    for (size_t i = 0; i < pdoc_register_calendar_count(reg); i++) {
        is_used = is_used || strcmp(pdoc_register_calendar_ref(reg, i), id) == 0;
        *own_days += pdoc_register_calendar_day_count(reg, i);
    }
    return is_used;
}

/* A fresh copy of a calendar that the register uses takes its place, and the register's own days stay with it. Another
   one stands by itself. */
bool judging_take_calendar(struct judging *judging, const pdoc_register *reg, const char *path)
{
    pdoc_error *error = NULL;
    size_t own_days = 0;
    const char *asked = judging->calendar ? pdoc_calendar_id(judging->calendar) : NULL;
    if (asked && !uses_calendar(reg, asked, &own_days)) {
        if (own_days > 0)
            say("%s: the days that the register adds to its own calendar are left out, since \"%.200s\" is another "
                "calendar",
                path, asked);
        return true;
    }
    pdoc_calendar *made = pdoc_register_make_calendar(reg, judging->calendar, &error);
    const bool has_failed = error != NULL;
    if (has_failed && !say_unknown_calendars(reg, judging->calendar, path))
        say("%s: %s", path, pdoc_error_message(error));
    pdoc_error_free(error);
    if (made) {
        pdoc_calendar_unref(judging->calendar);
        judging->calendar = made;
    }
    judging->basis.calendar = judging->calendar;
    return !has_failed;
}

bool judging_fits(struct judging *judging, const pdoc_register *reg, const char *path, enum outcome *outcome)
{
    judging_take_calendar(judging, reg, path);
    struct followed list[FOLLOWED_MOST];
    size_t count = 0;
    size_t judged = 0;
    const char *own = register_profile(reg, judging->basis.as_of);
    for (size_t i = 0; i < pdoc_register_document_count(reg); i++) {
        bool is_unknown = false;
        const pdoc_document *doc = pdoc_register_document(reg, i);
        const char *ref = followed_profile(judging, doc, own, &is_unknown);
        if (is_unknown)
            count_unknown(list, &count, ref, pdoc_document_id(doc));
        else
            judged++;
    }
    for (size_t i = 0; i < count; i++)
        say_unknown(&list[i], path, judging->basis.as_of);
    if (judged > 0 || count == 0)
        return true;
    *outcome = OUTCOME_USAGE;
    return false;
}

bool judging_fits_document(struct judging *judging, const pdoc_document *doc, const char *path, enum outcome *outcome)
{
    judging_take_calendar(judging, pdoc_document_register(doc), path);
    bool is_unknown = false;
    struct followed one = {.first = pdoc_document_id(doc), .count = 1};
    const char *own = register_profile(pdoc_document_register(doc), judging->basis.as_of);
    one.ref = followed_profile(judging, doc, own, &is_unknown);
    if (!is_unknown)
        return true;
    say_unknown(&one, path, judging->basis.as_of);
    *outcome = OUTCOME_USAGE;
    return false;
}
