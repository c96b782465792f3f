/* SPDX-License-Identifier: MIT */
/* Parties: organisations, bodies and posts. */
CLASS(pdoc_party, Party)
GET  (pdoc_party, TEXT, code)
GET  (pdoc_party, MAYBE_TEXT, kind)
GET  (pdoc_party, MAYBE_TEXT, part_of)
GET  (pdoc_party, MAYBE_TEXT, successor)
GET  (pdoc_party, pdoc_date, ended)
GET_SET(pdoc_party, MAYBE_TEXT, visibility)
GET  (pdoc_party, TEXT, name)

ITEM    (pdoc_holder, pdoc_party, Holder)
FIELD_BY(pdoc_holder, MAYBE_TEXT, name, pdoc_party_holder)
FIELD_BY(pdoc_holder, pdoc_date, first_day, pdoc_party_holder_from)
FIELD_BY(pdoc_holder, pdoc_date, last_day, pdoc_party_holder_to)
ITEMS   (pdoc_party, pdoc_holder, holders, pdoc_party_holder_count)

ITEM    (pdoc_pattern, pdoc_party, MeetingPattern)
FIELD   (pdoc_pattern, pdoc_party_pattern, TEXT, rule)
FIELD   (pdoc_pattern, pdoc_party_pattern, pdoc_date, start)
FIELD_BY(pdoc_pattern, pdoc_date, last_day, pdoc_party_pattern_to)
FIELD   (pdoc_pattern, pdoc_party_pattern, TEXT, on_holiday)
ITEMS   (pdoc_party, pdoc_pattern, patterns, pdoc_party_pattern_count)

WRITES(pdoc_party::assign)
WRITES(pdoc_party::add_name)
WRITES(pdoc_party::add_holder)
WRITES(pdoc_party::add_pattern)
WRITES(pdoc_party::set_meeting)
WRITES(pdoc_party::add_attendee)
%extend pdoc_party {
    size_t name_count(pdoc_name_kind kind);
    MAYBE_TEXT name_at(pdoc_name_kind kind, size_t index);
    pdoc_status assign(TEXT name, MAYBE_TEXT value, pdoc_error **error);
    pdoc_status add_name(pdoc_name_kind kind, TEXT name, pdoc_error **error);
    pdoc_status add_holder(MAYBE_TEXT holder, pdoc_date day, pdoc_error **error);
    pdoc_status add_pattern(TEXT rule, pdoc_date start, pdoc_date last_day, MAYBE_TEXT on_holiday, pdoc_error **error);
    pdoc_status set_meeting(pdoc_date on, pdoc_meeting_state state, MAYBE_TEXT note, pdoc_error **error);
    pdoc_status add_attendee(size_t meeting, TEXT post, MAYBE_TEXT attended_as, pdoc_error **error);
}

ITEM (pdoc_recorded_meeting, pdoc_party, RecordedMeeting)
FIELD(pdoc_recorded_meeting, pdoc_party_meeting, pdoc_date, on)
FIELD(pdoc_recorded_meeting, pdoc_party_meeting, pdoc_meeting_state, state)
FIELD(pdoc_recorded_meeting, pdoc_party_meeting, MAYBE_TEXT, note)
ITEMS(pdoc_party, pdoc_recorded_meeting, meetings, pdoc_party_meeting_count)

ITEM2  (pdoc_attendee, pdoc_recorded_meeting, Attendee)
FIELD2 (pdoc_attendee, pdoc_party_attendee, TEXT, post)
FIELD2_BY(pdoc_attendee, TEXT, attended_as, pdoc_party_attendee_as)
ITEMS2 (pdoc_recorded_meeting, pdoc_attendee, attendees, pdoc_party_attendee_count)
