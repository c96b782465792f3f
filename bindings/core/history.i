/* SPDX-License-Identifier: MIT */
/* History: what happened, never edited. */
CLASS(pdoc_event, Event)
GET  (pdoc_event, TEXT, id)
GET  (pdoc_event, TEXT, kind)
GET  (pdoc_event, pdoc_date, on)
GET  (pdoc_event, pdoc_date, recorded)
GET  (pdoc_event, MAYBE_NUMBER, version)
GET  (pdoc_event, MAYBE_TEXT, by)
WRITES(pdoc_event::complete)
WRITES(pdoc_register::record)
%extend pdoc_event {
    MAYBE_TEXT attribute(TEXT name);
    pdoc_date attribute_date(TEXT name);
    pdoc_status complete(TEXT name, TEXT value, pdoc_error **error);
}
%extend pdoc_register {
    pdoc_event *record(TEXT kind, pdoc_date on, pdoc_date recorded, MAYBE_TEXT by, pdoc_error **error);
}
