/* SPDX-License-Identifier: MIT */
/* A version is given out: its content, label and events in a change, and what speaks against it. */
#include "policydoc/release.h"

#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "governance/change/ledger.h"
#include "keeping/release.h"

static bool fail(struct pdoc__releasing *work, const char *message)
{
    pdoc__fail(work->error, PDOC_ERR_ARGUMENT, "%s", message);
    return false;
}

/* ---- what is recorded ---- */

static bool complete(struct pdoc__releasing *work, pdoc_event *event, enum pdoc__event_attribute attribute,
                     const char *text)
{
    const char *name = pdoc_table_code(PDOC_TABLE_EVENT_ATTRIBUTE, attribute);
    return !text || pdoc_event_complete(event, name, text, work->error) == PDOC_OK;
}

static pdoc_event *record(struct pdoc__releasing *work, const char *kind, pdoc_date on, uint32_t version)
{
    const char *by = strcmp(kind, "superseded") == 0 ? NULL : work->what->by;
    return pdoc_document_record(work->doc, kind, on, work->change->basis.as_of, version, by, work->error);
}

/* The content that has this place already gets its hash, if it has none; else it is one more. */
static bool record_content(struct pdoc__releasing *work)
{
    const pdoc_release *what = work->what;
    struct pdoc_version *version = work->version;
    for (size_t i = 0; i < version->content_count; i++) {
        struct pdoc__content *content = &version->contents[i];
        if (content->sha256 && pdoc__text_same(content->sha256, what->sha256))
            return true;
        if (!content->sha256 && content->href && strcmp(content->href, what->href) == 0)
            return pdoc__keep(work->doc->reg, what->sha256, &content->sha256, work->error);
    }
    return pdoc_version_add_content(version, what->href, what->media_type, what->sha256, work->error) == PDOC_OK;
}

/* As given; else as it is, unless it is still called a draft; else as the scheme of the profile has it. */
static bool record_label(struct pdoc__releasing *work)
{
    struct pdoc__judge *judge = &work->judge;
    const struct pdoc__scheme *scheme = pdoc__scheme_of(judge);
    const struct pdoc__scheme_form *form = scheme && scheme->form ? pdoc__scheme_form(scheme->form) : NULL;
    const char *own = work->version->label;
    const char *label = work->what->label;
    struct pdoc__label from, next;
    char text[PDOC__LABEL_TEXT];
    if (!label && own && form && pdoc__label_read(form, own, &from) && pdoc__label_is_draft(form, &from) &&
        pdoc__label_next(form, &from, PDOC__STEP_FINAL, 0, &next)) {
        pdoc__label_write(form, &next, text);
        label = text;
    }
    if (!label && !own && scheme)
        label = pdoc__label_proposed(judge, scheme, work->version, false);
    return !label || pdoc__text_equal(label, own) ||
           pdoc__keep(work->doc->reg, label, &work->version->label, work->error);
}

static pdoc_event *record_release(struct pdoc__releasing *work)
{
    char effective[PDOC_DATE_TEXT];
    const bool is_dated = pdoc_date_is_recorded(work->effective);
    const pdoc_release *what = work->what;
    pdoc_event *attested = record(work, "attested", what->on, work->version->ordinal);
    pdoc_event *released = attested ? record(work, "released", what->on, work->version->ordinal) : NULL;
    const bool is_well = released && complete(work, attested, PDOC__ATTRIBUTE_SHA256, what->sha256) &&
                         complete(work, attested, PDOC__ATTRIBUTE_HREF, what->href) &&
                         complete(work, released, PDOC__ATTRIBUTE_CAUSE, work->decision ? work->decision->id : NULL) &&
                         complete(work, released, PDOC__ATTRIBUTE_EFFECTIVE,
                                  is_dated ? pdoc_date_format(work->effective, effective) : NULL) &&
                         complete(work, released, PDOC__ATTRIBUTE_LABEL, work->version->label) &&
                         complete(work, released, PDOC__ATTRIBUTE_SHA256, what->sha256) &&
                         complete(work, released, PDOC__ATTRIBUTE_HREF, what->href) &&
                         complete(work, released, PDOC__ATTRIBUTE_CHANNEL, what->channel);
    return is_well ? released : NULL;
}

static bool record_end(struct pdoc__releasing *work, const pdoc_event *released)
{
    const pdoc_date ends = pdoc_date_is_recorded(work->effective) ? work->effective : work->what->on;
    if (!work->before)
        return true;
    pdoc_event *ended = record(work, "superseded", ends, work->before->ordinal);
    return ended && complete(work, ended, PDOC__ATTRIBUTE_CAUSE, released->id);
}

/* ---- all of it ---- */

static bool can_be_released(const pdoc_change *change, const pdoc_release *what, pdoc_error **error)
{
    const char *problem = NULL;
    if (!change || change->is_over || !what || what->size != sizeof *what)
        problem = "a change under way is needed, and what is released: size sizeof(pdoc_release)";
    else if (!what->href || !*what->href || !what->sha256 || !pdoc__is_sha256(what->sha256))
        problem = "a release needs the place of its content, and its hash: 64 hexadecimal digits";
    else if (!pdoc_date_is_valid(what->on) || what->on.day == 0)
        problem = "a release needs the day on which it is made, a whole one";
    else if (pdoc_date_is_recorded(what->effective) &&
             (!pdoc_date_is_valid(what->effective) || what->effective.day == 0))
        problem = "the day in force must be a whole day";
    else if (pdoc_date_is_recorded(what->effective) && pdoc_date_is_before(what->effective, what->on) == PDOC_TRUE)
        problem = "a version cannot be in force before the day on which it is released";
    if (problem)
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "%s", problem);
    return !problem;
}

static bool find_version(struct pdoc__releasing *work)
{
    const pdoc_release *what = work->what;
    work->doc = pdoc__change_document_after(work->change, what->document);
    if (!work->doc)
        return fail(work, "the register has no document with this id");
    const struct pdoc_version *newest = pdoc__newest_version(work->doc);
    const uint32_t next = newest ? newest->ordinal + 1 : 1;
    work->version = pdoc_document_find_version(work->doc, what->version);
    if (!work->version && what->version == next)
        work->version = pdoc_document_add_version(work->doc, NULL, work->error);
    else if (!work->version)
        pdoc__fail(work->error, PDOC_ERR_ARGUMENT,
                   "the document has no version %u, and the next one that could be added is %u",
                   (unsigned)what->version, (unsigned)next);
    return work->version != NULL;
}

static bool find_decision(struct pdoc__releasing *work)
{
    struct pdoc__judge *judge = &work->judge;
    const char *id = work->what->decision;
    const struct pdoc__event_value *decided = NULL;
    work->decision = id ? pdoc_register_find_event(work->change->work, id) : pdoc__approval_of(judge, work->version);
    if (id && (!work->decision || work->decision->history != &work->doc->history))
        return fail(work, "the history of the document has no event with the id of the decision");
    work->effective = work->what->effective;
    if (work->decision)
        decided = pdoc__event_value(work->decision, PDOC__ATTRIBUTE_EFFECTIVE);
    if (!pdoc_date_is_recorded(work->effective) && decided && decided->date.day != 0 &&
        pdoc_date_is_before(decided->date, work->what->on) != PDOC_TRUE)
        work->effective = decided->date;
    return true;
}

/* The version that is in force until this one is: asked of the day before, with the release recorded. A decision alone
   counts at once, and the release may say that it is for later. */
static bool find_before(struct pdoc__releasing *work)
{
    const pdoc_date force = pdoc_date_is_recorded(work->effective) ? work->effective : work->what->on;
    struct pdoc_version *version = NULL;
    pdoc_basis basis = work->change->basis;
    basis.as_of = pdoc__day_date(pdoc__day_number(force) - 1);
    if (pdoc_document_in_force(work->doc, &basis, &version, work->error) != PDOC_OK)
        return false;
    if (version && version->ordinal < work->version->ordinal)
        work->before = version;
    return true;
}

static pdoc_event *release(struct pdoc__releasing *work)
{
    if (!pdoc__judge_take(&work->judge, work->doc, work->error) || !find_decision(work) || !pdoc__release_check(work))
        return NULL;
    const bool was_wrong = pdoc__release_has_wrong_number(work);
    if (!record_content(work) || !record_label(work))
        return NULL;
    pdoc_event *released = record_release(work);
    const bool is_well = released && find_before(work) && pdoc__release_check_same(work) &&
                         record_end(work, released) && pdoc__release_check_number(work, was_wrong);
    return is_well ? released : NULL;
}

pdoc_event *pdoc_change_release(pdoc_change *change, const pdoc_release *what, pdoc_error **error)
{
    struct pdoc__releasing work = {.change = change, .what = what, .error = error};
    if (!can_be_released(change, what, error) || !find_version(&work) ||
        !pdoc__judge_begin(&work.judge, change->work, &change->basis, error))
        return NULL;
    pdoc_event *released = release(&work);
    pdoc__judge_end(&work.judge);
    return released;
}
