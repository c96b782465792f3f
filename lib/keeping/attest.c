/* SPDX-License-Identifier: MIT */
/* A reading recorded in a change: by a post or body, of a content told by its hash. */
#include "base/error.h"
#include "base/text.h"
#include "governance/attesting/readings.h"
#include "governance/named.h"
#include "governance/rows/judged_rows.h"
#include "keeping/change.h"
#include "policydoc/attestation.h"

struct attesting {
    pdoc_change *change;
    const pdoc_reading *what;
    pdoc_document *doc;
    const struct pdoc_version *version;
    const char *by; /* code of the party */
    struct pdoc__judge judge;
    pdoc_error **error;
};

static bool fail(struct attesting *work, const char *message)
{
    pdoc__fail(work->error, PDOC_ERR_ARGUMENT, "%s", message);
    return false;
}

static bool find_version(struct attesting *work)
{
    const bool is_in_force = work->judge.phase.phase == PDOC_PHASE_IN_FORCE && work->judge.version;
    if (work->what->version > 0)
        work->version = pdoc_document_find_version(work->doc, work->what->version);
    else if (is_in_force)
        work->version = work->judge.version;
    else
        return fail(work, "no version is in force; say which version was read");
    return work->version || fail(work, "the document has no version with this number");
}

/* Only a party can have read it: a name that is none may be that of a person. */
static bool find_reader(struct attesting *work)
{
    const pdoc_party *party = pdoc_register_find_party(work->change->work, work->what->by);
    const char *code = party ? party->code : pdoc__party_code(&work->judge, work->what->by);
    if (!code) {
        pdoc__fail(work->error, PDOC_ERR_ARGUMENT,
                   "neither the register nor the profile has a post or body \"%s\"; readings are recorded by post and "
                   "number, never by name: add the post first",
                   work->what->by);
        return false;
    }
    work->by = code;
    return true;
}

static bool warn(struct attesting *work, const char *rule, const char *message, const char *remedy)
{
    const struct pdoc__objection said = {
        .document = work->doc->id,
        .rule = rule,
        .place = PDOC__PHRASE(&work->judge, "version/", pdoc__phrase_number(&work->judge, work->version->ordinal)),
        .message = message,
        .remedy = remedy};
    return pdoc__change_object(work->change, PDOC_OBJECTION_WARNING, &said, work->error);
}

static bool check(struct attesting *work)
{
    struct pdoc__judge *judge = &work->judge;
    const char *hash = work->what->sha256;
    const char *number = pdoc__phrase_number(judge, work->version->ordinal);
    const bool is_known = pdoc__hash_of_version(judge, work->version) != NULL;
    if (hash && is_known && !pdoc__is_hash_of_version(judge, work->version, hash) &&
        !warn(work, "read-other-content",
              PDOC__PHRASE(judge, "the content that was read is not that which is recorded of version ", number),
              "Look whether an old or a changed copy was read."))
        return false;
    return pdoc__phase_of(judge, work->version).phase == PDOC_PHASE_IN_FORCE ||
           warn(work, "read-not-in-force", PDOC__PHRASE(judge, "version ", number, " is not in force"),
                "What is in force is to be read, too.");
}

static pdoc_event *record(struct attesting *work)
{
    char number[12];
    size_t digits = sizeof number - 1;
    const char *hash = work->what->sha256 ? work->what->sha256 : pdoc__hash_of_version(&work->judge, work->version);
    pdoc_event *event = pdoc_document_record(work->doc, "read", work->what->on, work->change->basis.as_of,
                                             work->version->ordinal, work->by, work->error);
    number[digits] = '\0';
    for (uint32_t rest = work->what->count; rest > 0; rest /= 10)
        number[--digits] = (char)('0' + rest % 10);
    const bool is_well =
        event && (!hash || pdoc_event_complete(event, "sha256", hash, work->error) == PDOC_OK) &&
        (!work->what->count || pdoc_event_complete(event, "number", number + digits, work->error) == PDOC_OK);
    return is_well ? event : NULL;
}

static pdoc_event *attest(struct attesting *work)
{
    if (!pdoc__judge_take(&work->judge, work->doc, work->error) || !find_version(work) || !find_reader(work) ||
        !check(work))
        return NULL;
    if (!work->judge.out_of_memory)
        return record(work);
    pdoc__fail_memory(work->error);
    return NULL;
}

pdoc_event *pdoc_change_attest(pdoc_change *change, const pdoc_reading *reading, pdoc_error **error)
{
    struct attesting work = {.change = change, .what = reading, .error = error};
    const char *problem = NULL;
    if (!change || change->is_over || !reading || reading->size != sizeof *reading)
        problem = "a change under way is needed, and what was read: size sizeof(pdoc_reading)";
    else if (!reading->by || !*reading->by)
        problem = "a reading needs the post or body that read it";
    else if (!pdoc_date_is_valid(reading->on) || reading->on.day == 0)
        problem = "a reading needs the day on which it was read, a whole one";
    else if (reading->sha256 && !pdoc__is_sha256(reading->sha256))
        problem = "the hash of what was read has 64 hexadecimal digits";
    work.doc = problem ? NULL : pdoc__change_document_after(change, reading->document);
    if (!problem && !work.doc)
        problem = "the register has no document with this id";
    if (problem) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "%s", problem);
        return NULL;
    }
    if (!pdoc__judge_begin(&work.judge, change->work, &change->basis, error))
        return NULL;
    pdoc_event *event = attest(&work);
    pdoc__judge_end(&work.judge);
    return event;
}
