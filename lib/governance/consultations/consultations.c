/* SPDX-License-Identifier: MIT */
/* Consultations as an object: made, held, read. Gathers nothing itself. */
#include "governance/consultations/consultations.h"

#include "base/error.h"

/* ---- making ---- */

static pdoc_consultations *begin(struct pdoc__judge *judge, const pdoc_register *reg, const pdoc_basis *basis,
                                 pdoc_error **error)
{
    if (!pdoc__judge_begin(judge, reg, basis, error))
        return NULL;
    pdoc_consultations *made = pdoc__alloc_zero(1, sizeof *made, error);
    if (!made) {
        pdoc__judge_end(judge);
        return NULL;
    }
    atomic_init(&made->references, 1);
    made->as_of = basis->as_of;
    return made;
}

static bool gather(struct pdoc__judge *judge, const pdoc_document *doc, bool only_open, pdoc_consultations *out,
                   pdoc_error **error)
{
    return pdoc__judge_take(judge, doc, error) && pdoc__consultations_gather(judge, only_open, out, error);
}

static pdoc_consultations *finish(struct pdoc__judge *judge, pdoc_consultations *made, bool is_good)
{
    pdoc__judge_end(judge);
    if (is_good)
        return made;
    pdoc_consultations_unref(made);
    return NULL;
}

pdoc_consultations *pdoc_document_consultations(const pdoc_document *doc, const pdoc_basis *basis, pdoc_error **error)
{
    struct pdoc__judge judge;
    if (!doc) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "a document is needed");
        return NULL;
    }
    pdoc_consultations *made = begin(&judge, doc->reg, basis, error);
    return made ? finish(&judge, made, gather(&judge, doc, false, made, error)) : NULL;
}

pdoc_consultations *pdoc_register_consultations(const pdoc_register *reg, const pdoc_basis *basis, pdoc_error **error)
{
    struct pdoc__judge judge;
    pdoc_consultations *made = begin(&judge, reg, basis, error);
    bool is_good = made != NULL;
    for (size_t i = 0; is_good && i < reg->document_count; i++)
        is_good = gather(&judge, reg->documents[i], true, made, error);
    return made ? finish(&judge, made, is_good) : NULL;
}

pdoc_consultations *pdoc_consultations_ref(pdoc_consultations *consultations)
{
    if (consultations)
        atomic_fetch_add_explicit(&consultations->references, 1, memory_order_relaxed);
    return consultations;
}

void pdoc_consultations_unref(pdoc_consultations *consultations)
{
    if (!consultations || atomic_fetch_sub_explicit(&consultations->references, 1, memory_order_acq_rel) != 1)
        return;
    pdoc__free(consultations->items);
    pdoc__free(consultations->engaged);
    pdoc__arena_free(&consultations->arena);
    pdoc__free(consultations);
}

/* ---- reading ---- */

static const struct pdoc__consultee *entry_at(const pdoc_consultations *consultations, size_t entry)
{
    return consultations && entry < consultations->count ? &consultations->items[entry] : NULL;
}

pdoc_date pdoc_consultations_as_of(const pdoc_consultations *consultations)
{
    return consultations ? consultations->as_of : (pdoc_date){0, 0, 0};
}

size_t pdoc_consultations_count(const pdoc_consultations *consultations)
{
    return consultations ? consultations->count : 0;
}

size_t pdoc_consultations_document_index(const pdoc_consultations *consultations, size_t entry)
{
    const struct pdoc__consultee *found = entry_at(consultations, entry);
    return found ? found->document_index : 0;
}

const char *pdoc_consultations_document_id(const pdoc_consultations *consultations, size_t entry)
{
    const struct pdoc__consultee *found = entry_at(consultations, entry);
    return found ? found->document : NULL;
}

const char *pdoc_consultations_document_title(const pdoc_consultations *consultations, size_t entry)
{
    const struct pdoc__consultee *found = entry_at(consultations, entry);
    return found ? found->title : NULL;
}

const char *pdoc_consultations_thread(const pdoc_consultations *consultations, size_t entry)
{
    const struct pdoc__consultee *found = entry_at(consultations, entry);
    return found ? found->thread : NULL;
}

const char *pdoc_consultations_consultee(const pdoc_consultations *consultations, size_t entry)
{
    const struct pdoc__consultee *found = entry_at(consultations, entry);
    return found ? found->consultee : NULL;
}

uint32_t pdoc_consultations_version(const pdoc_consultations *consultations, size_t entry)
{
    const struct pdoc__consultee *found = entry_at(consultations, entry);
    return found ? found->version : 0;
}

pdoc_date pdoc_consultations_sent(const pdoc_consultations *consultations, size_t entry)
{
    const struct pdoc__consultee *found = entry_at(consultations, entry);
    return found ? found->sent : (pdoc_date){0, 0, 0};
}

const char *pdoc_consultations_sent_by(const pdoc_consultations *consultations, size_t entry)
{
    const struct pdoc__consultee *found = entry_at(consultations, entry);
    return found ? found->sent_by : NULL;
}

const char *pdoc_consultations_channel(const pdoc_consultations *consultations, size_t entry)
{
    const struct pdoc__consultee *found = entry_at(consultations, entry);
    return found ? found->channel : NULL;
}

pdoc_date pdoc_consultations_deadline(const pdoc_consultations *consultations, size_t entry)
{
    const struct pdoc__consultee *found = entry_at(consultations, entry);
    return found ? found->deadline : (pdoc_date){0, 0, 0};
}

pdoc_date pdoc_consultations_meeting(const pdoc_consultations *consultations, size_t entry)
{
    const struct pdoc__consultee *found = entry_at(consultations, entry);
    return found ? found->meeting : (pdoc_date){0, 0, 0};
}

pdoc_date pdoc_consultations_replied(const pdoc_consultations *consultations, size_t entry)
{
    const struct pdoc__consultee *found = entry_at(consultations, entry);
    return found ? found->replied : (pdoc_date){0, 0, 0};
}

bool pdoc_consultations_is_late(const pdoc_consultations *consultations, size_t entry)
{
    const struct pdoc__consultee *found = entry_at(consultations, entry);
    return found ? found->is_late : false;
}

bool pdoc_consultations_is_open(const pdoc_consultations *consultations, size_t entry)
{
    const struct pdoc__consultee *found = entry_at(consultations, entry);
    return found ? found->is_open : false;
}

const char *pdoc_consultations_reason(const pdoc_consultations *consultations, size_t entry)
{
    const struct pdoc__consultee *found = entry_at(consultations, entry);
    return found ? found->reason : NULL;
}

const char *pdoc_consultations_rule(const pdoc_consultations *consultations, size_t entry)
{
    const struct pdoc__consultee *found = entry_at(consultations, entry);
    return found ? found->rule : NULL;
}

const char *pdoc_consultations_clause(const pdoc_consultations *consultations, size_t entry)
{
    const struct pdoc__consultee *found = entry_at(consultations, entry);
    return found ? found->clause : NULL;
}

bool pdoc_consultations_is_inferred(const pdoc_consultations *consultations, size_t entry)
{
    const struct pdoc__consultee *found = entry_at(consultations, entry);
    return found ? found->inferred : false;
}

pdoc_reply_state pdoc_consultations_state(const pdoc_consultations *consultations, size_t entry)
{
    const struct pdoc__consultee *found = entry_at(consultations, entry);
    return found ? (pdoc_reply_state)found->state : PDOC_REPLY_WAITING;
}

const char *pdoc_reply_state_code(pdoc_reply_state state)
{
    static const char *const codes[] = {
        [PDOC_REPLY_WAITING] = "waiting",
        [PDOC_REPLY_AGREED] = "agreed",
        [PDOC_REPLY_COMMENTED] = "commented",
        [PDOC_REPLY_OBJECTED] = "objected",
        [PDOC_REPLY_DEEMED_AGREED] = "deemed-agreed",
        [PDOC_REPLY_UNDETERMINED] = "undetermined",
        [PDOC_REPLY_NO_RESPONSE] = "no-response",
        [PDOC_REPLY_LATE] = "late-reply",
        [PDOC_REPLY_CLOSED] = "closed",
    };
    return (size_t)state < sizeof codes / sizeof *codes ? codes[state] : NULL;
}

size_t pdoc_consultations_comment_count(const pdoc_consultations *consultations, size_t entry)
{
    const struct pdoc__consultee *found = entry_at(consultations, entry);
    return found ? found->comment_count : 0;
}

const char *pdoc_consultations_comment(const pdoc_consultations *consultations, size_t entry, size_t comment)
{
    const struct pdoc__consultee *found = entry_at(consultations, entry);
    return found && comment < found->comment_count ? found->comments[comment].text : NULL;
}

const char *pdoc_consultations_disposition(const pdoc_consultations *consultations, size_t entry, size_t comment)
{
    const struct pdoc__consultee *found = entry_at(consultations, entry);
    return found && comment < found->comment_count ? found->comments[comment].disposition : NULL;
}

size_t pdoc_consultations_engagement_count(const pdoc_consultations *consultations)
{
    return consultations ? consultations->engaged_count : 0;
}

const char *pdoc_consultations_engagement(const pdoc_consultations *consultations, size_t engagement)
{
    return consultations && engagement < consultations->engaged_count ? consultations->engaged[engagement].who : NULL;
}

pdoc_date pdoc_consultations_engagement_on(const pdoc_consultations *consultations, size_t engagement)
{
    return consultations && engagement < consultations->engaged_count ? consultations->engaged[engagement].on
                                                                      : (pdoc_date){0, 0, 0};
}
