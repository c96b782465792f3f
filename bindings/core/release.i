/* SPDX-License-Identifier: MIT */
/* Versions given out, and what is then to be done for their readers. */
CLASS(pdoc_distribution, Distribution)
GET  (pdoc_distribution, pdoc_date, as_of)
GET  (pdoc_distribution, size_t, open)
ITEM (pdoc_task, pdoc_distribution, Task)
FIELD(pdoc_task, pdoc_distribution, MAYBE_TEXT, document_id)
FIELD(pdoc_task, pdoc_distribution, MAYBE_TEXT, document_reference)
FIELD(pdoc_task, pdoc_distribution, MAYBE_TEXT, document_title)
FIELD(pdoc_task, pdoc_distribution, MAYBE_NUMBER, version)
FIELD_BY(pdoc_task, pdoc_distribution_action, action, pdoc_distribution_task)
FIELD(pdoc_task, pdoc_distribution, MAYBE_TEXT, channel)
FIELD(pdoc_task, pdoc_distribution, MAYBE_TEXT, place)
FIELD(pdoc_task, pdoc_distribution, MAYBE_TEXT, partner)
FIELD(pdoc_task, pdoc_distribution, MAYBE_TEXT, who)
FIELD(pdoc_task, pdoc_distribution, pdoc_date, due)
FIELD(pdoc_task, pdoc_distribution, MAYBE_TEXT, rule)
FIELD(pdoc_task, pdoc_distribution, MAYBE_TEXT, clause)
FIELD(pdoc_task, pdoc_distribution, MAYBE_TEXT, reason)
FIELD(pdoc_task, pdoc_distribution, bool, is_done)
FIELD(pdoc_task, pdoc_distribution, pdoc_date, done_on)
FIELD(pdoc_task, pdoc_distribution, MAYBE_TEXT, done_by)
ITEMS(pdoc_distribution, pdoc_task, tasks, pdoc_distribution_count)
NEW(pdoc_document, distribution)
NEW(pdoc_register, distribution)
LONG(pdoc_register::distribution)
%extend pdoc_document {
    pdoc_distribution *distribution(const pdoc_basis *basis, pdoc_error **error);
}
%extend pdoc_register {
    pdoc_distribution *distribution(const pdoc_basis *basis, pdoc_error **error);
}
%{
#define distribution_action_code pdoc_distribution_action_code

static pdoc_event *held_pdoc_change_give_out(held_pdoc_change *change, const char *document, uint32_t version,
                                             const char *label, const char *href, const char *media_type,
                                             const char *sha256, const char *decision, const char *by,
                                             const char *channel, pdoc_date on, pdoc_date effective, pdoc_error **error)
{
    const pdoc_release release = {.size = sizeof release,
                                  .document = document,
                                  .version = version,
                                  .label = label,
                                  .href = href,
                                  .media_type = media_type,
                                  .sha256 = sha256,
                                  .decision = decision,
                                  .by = by,
                                  .channel = channel,
                                  .on = on,
                                  .effective = effective};
    return pdoc_change_release(change->it, &release, error);
}
%}
MAYBE_TEXT distribution_action_code(pdoc_distribution_action action);
WRITES(held_pdoc_change::give_out)
%extend held_pdoc_change {
    pdoc_event *give_out(TEXT document, uint32_t version, MAYBE_TEXT label, MAYBE_TEXT href, MAYBE_TEXT media_type,
                         MAYBE_TEXT sha256, MAYBE_TEXT decision, MAYBE_TEXT by, MAYBE_TEXT channel, pdoc_date on,
                         pdoc_date effective, pdoc_error **error);
}
