/* SPDX-License-Identifier: MIT */
/* Makes a calendar of the government's list of bank holidays: an object of divisions, each with its events. */
#include "bank_holidays.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "json.h"

#define LARGEST ((size_t)4 << 20) /* bytes; the list itself has less than a hundred thousand */
#define EVENTS_MOST 5000

struct event {
    pdoc_date date;
    char *title;
};

struct list {
    struct json json;
    const char *division;
    struct event *events;
    size_t count;
    bool is_found;
    char others[400]; /* divisions that the file has, for the message */
};

/* ---- events ---- */

/* Stores one string member; a second of the same name is a mistake. */
static bool take_string(struct json *json, const char *name, char **out)
{
    const char *place = json->at;
    if (*out)
        return json_fail(json, place, "\"%s\" is there twice", name);
    *out = json_string(json);
    return *out != NULL;
}

/* "Boxing Day" with the note "Substitute day" becomes "Boxing Day (substitute day)". */
static char *name_of(const char *title, const char *notes)
{
    const size_t size = strlen(title) + (notes ? strlen(notes) : 0) + 4;
    char *name = malloc(size);
    if (!name)
        return NULL;
    snprintf(name, size, notes && *notes ? "%s (%s)" : "%s", title, notes);
    char *first = name + strlen(title) + 2;
    if (notes && *notes >= 'A' && *notes <= 'Z')
        *first = (char)(*first + ('a' - 'A'));
    return name;
}

enum { TITLE, DATE, NOTES, MEMBERS };

static bool read_members(struct json *json, char **values)
{
    static const char *const names[MEMBERS] = {"title", "date", "notes"};
    char *name = NULL;
    if (!json_open(json, '{'))
        return false;
    for (bool is_first = true; json_next_member(json, is_first, &name); is_first = false) {
        size_t i = 0;
        while (i < MEMBERS && strcmp(names[i], name) != 0)
            i++;
        free(name);
        if (i < MEMBERS ? !take_string(json, names[i], &values[i]) : !json_skip(json))
            return false;
    }
    return !json->failed;
}

static bool keep_event(struct list *list, const char *place, char *const *values)
{
    struct event event = {{0, 0, 0}, NULL};
    if (!values[TITLE] || !values[DATE])
        return json_fail(&list->json, place, "an event needs \"title\" and \"date\"");
    if (pdoc_date_parse(values[DATE], &event.date, NULL) != PDOC_OK || event.date.day == 0)
        return json_fail(&list->json, place, "\"%.40s\" is no day; expected one that exists, such as 2026-12-25",
                         values[DATE]);
    if (list->count == EVENTS_MOST)
        return json_fail(&list->json, place, "there are more than %d events", EVENTS_MOST);
    event.title = name_of(values[TITLE], values[NOTES]);
    struct event *more = event.title ? realloc(list->events, (list->count + 1) * sizeof *more) : NULL;
    if (!more) {
        free(event.title);
        return json_fail(&list->json, place, "memory ran out");
    }
    list->events = more;
    list->events[list->count++] = event;
    return true;
}

static bool read_event(struct list *list)
{
    char *values[MEMBERS] = {NULL, NULL, NULL};
    const char *place = list->json.at + strspn(list->json.at, " \t\r\n");
    const bool good = read_members(&list->json, values) && keep_event(list, place, values);
    for (size_t i = 0; i < MEMBERS; i++)
        free(values[i]);
    return good;
}

static bool read_events(struct list *list)
{
    if (!json_open(&list->json, '['))
        return false;
    for (bool is_first = true; json_next_item(&list->json, is_first); is_first = false)
        if (!read_event(list))
            return false;
    return !list->json.failed;
}

/* ---- divisions ---- */

static bool read_division(struct list *list)
{
    char *name = NULL;
    const char *place = list->json.at;
    if (list->is_found)
        return json_fail(&list->json, place, "the division \"%.60s\" is there twice", list->division);
    list->is_found = true;
    if (!json_open(&list->json, '{'))
        return false;
    for (bool is_first = true; json_next_member(&list->json, is_first, &name); is_first = false) {
        const bool is_events = strcmp(name, "events") == 0;
        free(name);
        if (is_events ? !read_events(list) : !json_skip(&list->json))
            return false;
    }
    if (!list->json.failed && list->count == 0)
        return json_fail(&list->json, place, "the division \"%.60s\" has no events", list->division);
    return !list->json.failed;
}

static void note_division(struct list *list, const char *name)
{
    const size_t used = strlen(list->others);
    snprintf(list->others + used, sizeof list->others - used, "%s%.60s", used > 0 ? ", " : "", name);
}

static bool read_list(struct list *list, const char *text)
{
    char *name = NULL;
    json_begin(&list->json, text);
    if (!json_open(&list->json, '{'))
        return false;
    for (bool is_first = true; json_next_member(&list->json, is_first, &name); is_first = false) {
        const bool is_asked_for = strcmp(name, list->division) == 0;
        note_division(list, name);
        free(name);
        if (is_asked_for ? !read_division(list) : !json_skip(&list->json))
            return false;
    }
    return json_end(&list->json);
}

/* ---- the calendar ---- */

/* From the first of January of the first event's year to the end of the last's: what the list says nothing of is not
   covered. */
static void find_years(const struct list *list, int16_t *first, int16_t *last)
{
    *first = *last = list->events[0].date.year;
    for (size_t i = 1; i < list->count; i++) {
        *first = list->events[i].date.year < *first ? list->events[i].date.year : *first;
        *last = list->events[i].date.year > *last ? list->events[i].date.year : *last;
    }
}

static bool fill_calendar(const struct list *list, pdoc_calendar_builder *builder, pdoc_date as_of, pdoc_error **error)
{
    const pdoc_date one_day = {0, 0, 0};
    pdoc_calendar *shipped = pdoc_calendar_shipped(list->division, NULL);
    bool good = pdoc_calendar_builder_set_name(builder, pdoc_calendar_name(shipped), error) == PDOC_OK &&
                pdoc_calendar_builder_set_source(builder, "The government's list of bank holidays (JSON)", as_of,
                                                 error) == PDOC_OK;
    pdoc_calendar_unref(shipped);
    for (size_t i = 0; good && i < list->count; i++)
        good = pdoc_calendar_builder_add_non_working(builder, list->events[i].date, one_day, list->events[i].title,
                                                     error) == PDOC_OK;
    return good;
}

static pdoc_calendar *make_calendar(const struct list *list, pdoc_date as_of, enum outcome *outcome)
{
    int16_t first, last;
    pdoc_error *error = NULL;
    find_years(list, &first, &last);
    pdoc_calendar_builder *builder =
        pdoc_calendar_builder_new(list->division, (pdoc_date){first, 1, 1}, (pdoc_date){last, 12, 31}, &error);
    pdoc_calendar *calendar = builder && fill_calendar(list, builder, as_of, &error)
                                  ? pdoc_calendar_builder_finish(builder, &error)
                                  : NULL;
    pdoc_calendar_builder_free(builder);
    if (!calendar)
        *outcome = fail_asking(error);
    return calendar;
}

/* ---- the file ---- */

/* All of a file with a NUL behind it, for free(). */
static char *slurp_file(const char *path, size_t *size, const char **reason)
{
    FILE *file = fopen(path, "rb");
    char *data = file ? malloc(LARGEST + 1) : NULL;
    *reason = strerror(errno);
    if (data) {
        errno = 0;
        *size = fread(data, 1, LARGEST + 1, file);
        if (ferror(file)) {
            *reason = strerror(errno);
            free(data);
            data = NULL;
        }
    }
    if (file)
        fclose(file);
    return data;
}

static char *read_text(const char *path, enum outcome *outcome)
{
    size_t size = 0;
    const char *reason = "";
    const char *what = NULL;
    char *data = strcmp(path, "-") == 0 ? slurp_input(&size, &reason) : slurp_file(path, &size, &reason);
    *outcome = OUTCOME_UNREADABLE;
    char *text = data && size <= LARGEST ? realloc(data, size + 1) : NULL;
    if (!data)
        what = reason;
    else if (!text)
        what = size > LARGEST ? "it is too large to be a list of bank holidays" : "memory ran out";
    if (what) {
        say("%s: %s", path, what);
        free(data);
        return NULL;
    }
    text[size] = '\0';
    if (strlen(text) == size && is_utf8(text))
        return text;
    say("%s: it is no text in UTF-8; expected the JSON file of bank holidays", path);
    free(text);
    return NULL;
}

pdoc_calendar *bank_holidays_read(const char *path, const char *division, pdoc_date as_of, enum outcome *outcome)
{
    pdoc_calendar *calendar = NULL;
    struct list list = {.division = division};
    char *text = read_text(path, outcome);
    if (!text)
        return NULL;
    if (!read_list(&list, text)) {
        unsigned line = 0, column = 0;
        json_place(&list.json, &line, &column);
        say("%s:%u:%u: %s", path, line, column, list.json.message);
    } else if (!list.is_found) {
        say("%s: there is no division \"%s\" in it; it has %s", path, division, *list.others ? list.others : "none");
        *outcome = OUTCOME_USAGE;
    } else {
        calendar = make_calendar(&list, as_of, outcome);
    }
    for (size_t i = 0; i < list.count; i++)
        free(list.events[i].title);
    free(list.events);
    free(text);
    return calendar;
}
