/* SPDX-License-Identifier: MIT */
/* Working days, and what recurs. A day that was reckoned says whether it rests on days that the calendar does not cover. */
%{
typedef struct pdoc_reckoned {
    pdoc_date on;
    bool is_provisional;
} pdoc_reckoned;
#define TAKE_p_pdoc_reckoned(self) (self)
#define delete_pdoc_reckoned(self) free(self)
#define reckoned_on(self) ((self)->on)
#define reckoned_is_provisional(self) ((self)->is_provisional)

/* What a call on a calendar came to; NULL where it failed, or memory ran out. */
static pdoc_reckoned *reckoned(pdoc_status status, pdoc_date on, bool is_provisional)
{
    pdoc_reckoned *made = status == PDOC_OK ? malloc(sizeof *made) : NULL;
    if (made)
        *made = (pdoc_reckoned){.on = on, .is_provisional = is_provisional};
    return made;
}

static pdoc_reckoned *pdoc_calendar_move(const pdoc_calendar *calendar, pdoc_date date, pdoc_roll roll,
                                         pdoc_error **error)
{
    pdoc_date on = {0};
    bool is_provisional = false;
    const pdoc_status status = pdoc_calendar_roll(calendar, date, roll, &on, &is_provisional, error);
    return reckoned(status, on, is_provisional);
}

static pdoc_reckoned *pdoc_calendar_add_offset(const pdoc_calendar *calendar, pdoc_date date, const char *offset,
                                               pdoc_roll roll, pdoc_error **error)
{
    pdoc_offset by;
    pdoc_date on = {0};
    bool is_provisional = false;
    pdoc_status status = pdoc_offset_parse(offset, &by, error);
    if (status == PDOC_OK)
        status = pdoc_calendar_add(calendar, date, by, roll, &on, &is_provisional, error);
    return reckoned(status, on, is_provisional);
}

static int32_t pdoc_calendar_count_days(const pdoc_calendar *calendar, pdoc_date first, pdoc_date last,
                                        pdoc_error **error)
{
    int32_t days = 0;
    const pdoc_status status = pdoc_calendar_days_between(calendar, first, last, &days, NULL, error);
    return status == PDOC_OK ? days : 0;
}

static pdoc_date pdoc_recurrence_after(const pdoc_recurrence *recurrence, pdoc_date after, pdoc_error **error)
{
    pdoc_date next = {0};
    const pdoc_status status = pdoc_recurrence_next(recurrence, after, &next, error);
    return status == PDOC_OK ? next : (pdoc_date){0};
}
#define pdoc_calendar_read(path, error) pdoc_calendar_read_file(path, error)
#define pdoc_calendar_parse(data, size, name, error) pdoc_calendar_read_memory(data, size, name, error)
%}
%rename(Reckoned) pdoc_reckoned;
%nodefaultctor pdoc_reckoned;
struct pdoc_reckoned {};
BODY(pdoc_reckoned)
%extend pdoc_reckoned {
    ~pdoc_reckoned();
}
%define DOC_reckoned_on "The day." %enddef
OBJECT(pdoc_reckoned, pdoc_date, on, reckoned_on)
%define DOC_reckoned_is_provisional "Does it rest on days that the calendar does not cover?" %enddef
OBJECT(pdoc_reckoned, bool, is_provisional, reckoned_is_provisional)

CLASS(pdoc_calendar, Calendar)
GET  (pdoc_calendar, TEXT, id)
GET  (pdoc_calendar, TEXT, name)
GET  (pdoc_calendar, MAYBE_TEXT, source)
GET  (pdoc_calendar, pdoc_date, as_of)
ASK  (pdoc_calendar, pdoc_date, first_day, pdoc_calendar_from)
ASK  (pdoc_calendar, pdoc_date, last_day, pdoc_calendar_to)

ITEM    (pdoc_entry, pdoc_calendar, CalendarEntry)
FIELD_BY(pdoc_entry, pdoc_date, first_day, pdoc_calendar_entry_first)
FIELD_BY(pdoc_entry, pdoc_date, last_day, pdoc_calendar_entry_last)
FIELD   (pdoc_entry, pdoc_calendar_entry, MAYBE_TEXT, name)
FIELD   (pdoc_entry, pdoc_calendar_entry, bool, is_working)
ITEMS   (pdoc_calendar, pdoc_entry, entries, pdoc_calendar_entry_count)

NEW(pdoc_calendar, read)
NEW(pdoc_calendar, parse)
NEW(pdoc_calendar, shipped)
NEW(pdoc_calendar, move)
NEW(pdoc_calendar, add_offset)
%extend pdoc_calendar {
    static pdoc_calendar *read(TEXT path, pdoc_error **error);
    static pdoc_calendar *parse(const void *data, size_t size, MAYBE_TEXT name, pdoc_error **error);
    static pdoc_calendar *shipped(TEXT id, pdoc_error **error);
    static size_t shipped_count();
    static TEXT shipped_id(size_t index);
    bool is_weekend(int32_t weekday);
    pdoc_truth is_working(pdoc_date date);
    MAYBE_TEXT reason(pdoc_date date);
    pdoc_reckoned *move(pdoc_date date, pdoc_roll roll, pdoc_error **error);
    pdoc_reckoned *add_offset(pdoc_date date, TEXT offset, pdoc_roll roll, pdoc_error **error);
    int32_t count_days(pdoc_date first, pdoc_date last, pdoc_error **error);
}

/* ---- calendars made in code ---- */

%{
#define new_pdoc_calendar_builder pdoc_calendar_builder_new
#define delete_pdoc_calendar_builder pdoc_calendar_builder_free
#define TAKE_p_pdoc_calendar_builder(self) (self)
#define pdoc_calendar_to_builder pdoc_calendar_builder_from
%}
%rename(CalendarBuilder) pdoc_calendar_builder;
struct pdoc_calendar_builder {};
BODY(pdoc_calendar_builder)
NEW(pdoc_calendar_builder, finish)
NEW(pdoc_calendar, to_builder)
%extend pdoc_calendar_builder {
    pdoc_calendar_builder(TEXT id, pdoc_date first, pdoc_date last, pdoc_error **error);
    ~pdoc_calendar_builder();
    pdoc_status set_name(TEXT name, pdoc_error **error);
    pdoc_status set_weekend(TEXT days, pdoc_error **error);
    pdoc_status set_source(TEXT source, pdoc_date as_of, pdoc_error **error);
    pdoc_status add_non_working(pdoc_date first, pdoc_date last, MAYBE_TEXT name, pdoc_error **error);
    pdoc_status add_working(pdoc_date first, pdoc_date last, MAYBE_TEXT name, pdoc_error **error);
    pdoc_calendar *finish(pdoc_error **error);
}
%extend pdoc_calendar {
    pdoc_calendar_builder *to_builder(pdoc_error **error);
}

/* ---- what recurs ---- */

%{
#define new_pdoc_recurrence pdoc_recurrence_parse
%}
CLASS(pdoc_recurrence, Recurrence)
GET  (pdoc_recurrence, TEXT, rule)
GET  (pdoc_recurrence, pdoc_date, start)
%extend pdoc_recurrence {
    pdoc_recurrence(TEXT rule, pdoc_date start, pdoc_error **error);
    pdoc_date after(pdoc_date after, pdoc_error **error);
}

/* ---- calendars of a register ---- */

ITEM    (pdoc_use, pdoc_register, CalendarUse)
FIELD_BY(pdoc_use, TEXT, calendar, pdoc_register_calendar_ref)
FIELD   (pdoc_use, pdoc_register_calendar, MAYBE_TEXT, source)
FIELD   (pdoc_use, pdoc_register_calendar, pdoc_date, as_of)
ITEMS   (pdoc_register, pdoc_use, calendars, pdoc_register_calendar_count)

ITEM2    (pdoc_local_day, pdoc_use, LocalDay)
FIELD2_BY(pdoc_local_day, pdoc_date, first_day, pdoc_register_calendar_day_first)
FIELD2_BY(pdoc_local_day, pdoc_date, last_day, pdoc_register_calendar_day_last)
FIELD2   (pdoc_local_day, pdoc_register_calendar_day, MAYBE_TEXT, name)
FIELD2   (pdoc_local_day, pdoc_register_calendar_day, bool, is_working)
ITEMS2   (pdoc_use, pdoc_local_day, days, pdoc_register_calendar_day_count)

WRITES(pdoc_register::add_calendar)
WRITES(pdoc_register::add_calendar_day)
NEW(pdoc_register, make_calendar)
%extend pdoc_register {
    pdoc_status add_calendar(TEXT calendar, MAYBE_TEXT source, pdoc_date as_of, pdoc_error **error);
    pdoc_status add_calendar_day(size_t index, pdoc_date first, pdoc_date last, bool is_working, MAYBE_TEXT name,
                                 pdoc_error **error);
    pdoc_calendar *make_calendar(const pdoc_calendar *own, pdoc_error **error);
}
