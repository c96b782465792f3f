/* SPDX-License-Identifier: MIT */
/* What happened to the other end of a relation since it was checked: versions, amendments, content. */
#include "governance/relations/change.h"

#include <string.h>

#include "base/text.h"
#include "governance/relations/target.h"
#include "model/build.h"

#define HASH_DIGITS   64u
#define MOST_VERSIONS 16u /* of a document with more only the one in force is looked at */

/* Takes note of a change on a day, if it lies after the check; the first one counts. */
static void note(struct pdoc__change *change, struct pdoc__interval checked, const struct pdoc__change *found)
{
    const pdoc_truth after = pdoc__interval_is_before(checked, pdoc__interval_of(found->on));
    const bool is_first = change->changed != PDOC_TRUE || pdoc_date_compare(found->on, change->on) < 0;
    if (after == PDOC_FALSE || !is_first || (after == PDOC_UNKNOWN && change->changed == PDOC_TRUE))
        return;
    if (after == PDOC_UNKNOWN && change->changed == PDOC_UNKNOWN)
        return;
    *change = *found;
    change->changed = after;
}

static void note_amendments(const struct pdoc__past *past, struct pdoc__interval checked, struct pdoc__change *change)
{
    const uint64_t amended = UINT64_C(1) << PDOC__EVENT_AMENDED;
    for (size_t i = 0; (past->kinds & amended) != 0 && i < past->count; i++) {
        const pdoc_event *event = past->events[i];
        if (event->kind == PDOC__EVENT_AMENDED)
            note(change, checked,
                 &(struct pdoc__change){.kind = PDOC__CHANGE_AMENDED, .on = event->on, .event = event});
    }
}

/* A later version in force: also one that has been superseded since. The first version is no change of an earlier one.
 */
static void note_versions(struct pdoc__judge *judge, const pdoc_document *target, struct pdoc__interval checked,
                          struct pdoc__change *change)
{
    if (target->version_count < 2)
        return;
    const bool all = target->version_count <= MOST_VERSIONS;
    for (size_t i = 0; all && i < target->version_count; i++) {
        const struct pdoc__phase phase = pdoc__phase_of(judge, target->versions[i]);
        if (phase.phase == PDOC_PHASE_SUPERSEDED && phase.by_version)
            note(change, checked,
                 &(struct pdoc__change){.kind = PDOC__CHANGE_VERSION,
                                        .on = pdoc__day_date(phase.since),
                                        .version = phase.by_version,
                                        .event = phase.event});
    }
    const struct pdoc_version *version = all ? NULL : pdoc__version_in_force(judge, target);
    if (!version)
        return;
    const struct pdoc__phase phase = pdoc__phase_of(judge, version);
    note(
        change, checked,
        &(struct pdoc__change){
            .kind = PDOC__CHANGE_VERSION, .on = pdoc__day_date(phase.since), .version = version, .event = phase.event});
}

/* ---- content ---- */

static bool is_hash(const char *text)
{
    return text && strlen(text) == HASH_DIGITS && strspn(text, "0123456789abcdefABCDEF") == HASH_DIGITS;
}

/* Does the version hold content whose hashes are recorded, none of them the one given? */
static bool holds_other_content(const struct pdoc_version *version, const char *hash)
{
    bool has_hash = false;
    for (size_t i = 0; version && i < version->content_count; i++) {
        if (!version->contents[i].sha256)
            continue;
        has_hash = true;
        if (pdoc__text_same(version->contents[i].sha256, hash))
            return false;
    }
    return has_hash;
}

/* The hash that was taken down last after the check, where it differs. */
static void note_attested(const struct pdoc__past *past, struct pdoc__interval checked, const char *hash,
                          struct pdoc__change *change)
{
    for (size_t i = 0; i < past->count; i++) {
        const pdoc_event *event = past->events[i];
        const struct pdoc__event_value *taken =
            event->kind == PDOC__EVENT_ATTESTED ? pdoc__event_value(event, PDOC__ATTRIBUTE_SHA256) : NULL;
        if (taken && taken->text && !pdoc__text_same(taken->text, hash))
            note(change, checked,
                 &(struct pdoc__change){.kind = PDOC__CHANGE_CONTENT, .on = event->on, .event = event});
    }
}

static void note_content(struct pdoc__judge *judge, const pdoc_document *target, const char *hash,
                         struct pdoc__change *change)
{
    const struct pdoc_version *version = pdoc__version_in_force(judge, target);
    if (!version && target->version_count == 1)
        version = target->versions[0];
    if (change->changed != PDOC_TRUE && holds_other_content(version, hash))
        *change = (struct pdoc__change){.changed = PDOC_TRUE, .kind = PDOC__CHANGE_CONTENT, .version = version};
}

struct pdoc__change pdoc__change_since_check(struct pdoc__judge *judge, const pdoc_relation *relation,
                                             const pdoc_document *target)
{
    struct pdoc__change change = {.changed = PDOC_FALSE};
    const struct pdoc__interval checked = pdoc__interval_of(relation->checked);
    const struct pdoc__past *past = pdoc__past_of(judge, &target->history);
    if (!past || !pdoc__was_checked(relation))
        return change;
    const bool has_day = pdoc__interval_is_recorded(checked);
    if (has_day)
        note_amendments(past, checked, &change);
    if (has_day)
        note_versions(judge, target, checked, &change);
    if (has_day && is_hash(relation->fingerprint))
        note_attested(past, checked, relation->fingerprint, &change);
    if (is_hash(relation->fingerprint))
        note_content(judge, target, relation->fingerprint, &change);
    return change;
}

void pdoc__suspect_since(struct pdoc__judge *judge, const pdoc_relation *relation, struct pdoc__value *out)
{
    const pdoc_document *other = relation->target ? pdoc_relation_document(relation) : NULL;
    *out = pdoc__nothing;
    out->type = PDOC__DATE;
    if (!other)
        return;
    const struct pdoc__change change = pdoc__change_since_check(judge, relation, other);
    const bool has_day = pdoc_date_is_recorded(change.on);
    if (change.changed == PDOC_TRUE && has_day)
        pdoc__date_value(change.on, out);
    else if (change.changed != PDOC_FALSE)
        out->state = PDOC__CANNOT_TELL;
}
