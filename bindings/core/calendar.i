/* SPDX-License-Identifier: MIT */
/* Working days, and what recurs. */
CLASS(pdoc_calendar, Calendar)
GET  (pdoc_calendar, TEXT, id)
GET  (pdoc_calendar, TEXT, name)
GET  (pdoc_calendar, MAYBE_TEXT, source)
GET  (pdoc_calendar, pdoc_date, as_of)
ASK  (pdoc_calendar, pdoc_date, first_day, pdoc_calendar_from)
ASK  (pdoc_calendar, pdoc_date, last_day, pdoc_calendar_to)
NEW(pdoc_calendar, shipped)
%extend pdoc_calendar {
    static pdoc_calendar *shipped(TEXT id, pdoc_error **error);
}
