/* SPDX-License-Identifier: MIT */
/* Consultations: who was sent which draft, and what came of it. */
CLASS(pdoc_consultations, Consultations)
GET  (pdoc_consultations, pdoc_date, as_of)
ITEM (pdoc_consultee, pdoc_consultations, Consultee)
FIELD(pdoc_consultee, pdoc_consultations, size_t, document_index)
FIELD(pdoc_consultee, pdoc_consultations, TEXT, document_id)
FIELD(pdoc_consultee, pdoc_consultations, MAYBE_TEXT, document_title)
FIELD(pdoc_consultee, pdoc_consultations, TEXT, thread)
FIELD(pdoc_consultee, pdoc_consultations, TEXT, consultee)
FIELD(pdoc_consultee, pdoc_consultations, uint32_t, version)
FIELD(pdoc_consultee, pdoc_consultations, pdoc_date, sent)
FIELD(pdoc_consultee, pdoc_consultations, MAYBE_TEXT, sent_by)
FIELD(pdoc_consultee, pdoc_consultations, MAYBE_TEXT, channel)
FIELD(pdoc_consultee, pdoc_consultations, pdoc_date, deadline)
FIELD(pdoc_consultee, pdoc_consultations, pdoc_date, meeting)
FIELD(pdoc_consultee, pdoc_consultations, pdoc_date, replied)
FIELD(pdoc_consultee, pdoc_consultations, bool, is_late)
FIELD(pdoc_consultee, pdoc_consultations, bool, is_open)
FIELD(pdoc_consultee, pdoc_consultations, pdoc_reply_state, state)
FIELD(pdoc_consultee, pdoc_consultations, TEXT, reason)
FIELD(pdoc_consultee, pdoc_consultations, MAYBE_TEXT, rule)
FIELD(pdoc_consultee, pdoc_consultations, MAYBE_TEXT, clause)
FIELD(pdoc_consultee, pdoc_consultations, bool, is_inferred)
ITEMS(pdoc_consultations, pdoc_consultee, consultees, pdoc_consultations_count)
ITEM2    (pdoc_comment, pdoc_consultee, Comment)
FIELD2_BY(pdoc_comment, TEXT, text, pdoc_consultations_comment)
FIELD2   (pdoc_comment, pdoc_consultations, MAYBE_TEXT, disposition)
ITEMS2   (pdoc_consultee, pdoc_comment, comments, pdoc_consultations_comment_count)
ITEM    (pdoc_engagement, pdoc_consultations, Engagement)
FIELD_BY(pdoc_engagement, TEXT, who, pdoc_consultations_engagement)
FIELD   (pdoc_engagement, pdoc_consultations_engagement, pdoc_date, on)
ITEMS   (pdoc_consultations, pdoc_engagement, engagements, pdoc_consultations_engagement_count)
NEW(pdoc_document, consultations)
NEW(pdoc_register, consultations)
LONG(pdoc_register::consultations)
%extend pdoc_document {
    pdoc_consultations *consultations(const pdoc_basis *basis, pdoc_error **error);
}
%extend pdoc_register {
    pdoc_consultations *consultations(const pdoc_basis *basis, pdoc_error **error);
}
