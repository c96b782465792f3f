/* SPDX-License-Identifier: MIT */
/* Meetings of a period, and the forward plan. */
CLASS(pdoc_meetings, Meetings)
ITEM (pdoc_meeting, pdoc_meetings, Meeting)
FIELD(pdoc_meeting, pdoc_meetings, pdoc_date, on)
FIELD(pdoc_meeting, pdoc_meetings, pdoc_date, moved_from)
FIELD(pdoc_meeting, pdoc_meetings, pdoc_meeting_state, state)
FIELD(pdoc_meeting, pdoc_meetings, TEXT, body)
FIELD(pdoc_meeting, pdoc_meetings, TEXT, body_name)
FIELD(pdoc_meeting, pdoc_meetings, MAYBE_TEXT, reason)
FIELD(pdoc_meeting, pdoc_meetings, MAYBE_TEXT, attendance)
FIELD(pdoc_meeting, pdoc_meetings, bool, is_provisional)
ITEMS(pdoc_meetings, pdoc_meeting, meetings, pdoc_meetings_count)

ITEM    (pdoc_rule_notice, pdoc_meetings, RuleNotice)
FIELD_BY(pdoc_rule_notice, TEXT, message, pdoc_meetings_notice)
FIELD   (pdoc_rule_notice, pdoc_meetings_notice, TEXT, body)
FIELD   (pdoc_rule_notice, pdoc_meetings_notice, MAYBE_NUMBER, line)
ITEMS   (pdoc_meetings, pdoc_rule_notice, notices, pdoc_meetings_notice_count)

CLASS(pdoc_forward_item, ForwardItem)
GET  (pdoc_forward_item, TEXT, document)
GET  (pdoc_forward_item, MAYBE_NUMBER, version)
GET  (pdoc_forward_item, MAYBE_TEXT, body)
GET  (pdoc_forward_item, pdoc_date, meeting)
GET  (pdoc_forward_item, MAYBE_TEXT, purpose)
GET  (pdoc_forward_item, MAYBE_TEXT, arranged_by)
GET  (pdoc_forward_item, pdoc_date, deferred_to)
GET_SET(pdoc_forward_item, MAYBE_TEXT, note)
WRITES(pdoc_forward_item::defer)
%extend pdoc_forward_item {
    pdoc_status defer(pdoc_date day, pdoc_error **error);
}
PARTS(pdoc_register, pdoc_forward_item, forward_plan, pdoc_register_forward_item_count, pdoc_register_forward_item)
NEW(pdoc_register, meetings)
WRITES(pdoc_register::add_forward_item)
WRITES(pdoc_register::remove_forward_item)
%extend pdoc_register {
    pdoc_meetings *meetings(MAYBE_TEXT body, const pdoc_calendar *calendar, pdoc_date first, pdoc_date last,
                            pdoc_error **error);
    pdoc_forward_item *add_forward_item(TEXT document, uint32_t version, MAYBE_TEXT body, pdoc_date meeting,
                                        TEXT purpose, MAYBE_TEXT arranged_by, pdoc_error **error);
    pdoc_status remove_forward_item(size_t index, pdoc_error **error);
}
