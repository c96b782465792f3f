/* SPDX-License-Identifier: MIT */
/* What the history and the versions say of amendments, labels and hashes. Knows nothing of reports. */
#include <string.h>

#include "base/text.h"
#include "governance/change/ledger.h"
#include "governance/rows/judged_rows.h"

const struct pdoc__scheme *pdoc__scheme_of(struct pdoc__judge *judge)
{
    const pdoc_profile *profile = judge->profile;
    for (size_t i = 0; profile && i < profile->counts[PDOC_PROFILE_SCHEMES]; i++) {
        const struct pdoc__scheme *scheme = &profile->schemes[i];
        if (pdoc__rule_applies(judge, &scheme->rule) && pdoc__predicate(judge, scheme->when, NULL, NULL) == PDOC_TRUE)
            return scheme;
    }
    return NULL;
}

const char *pdoc__label_of_version(const struct pdoc_version *version)
{
    if (version->label)
        return version->label;
    for (size_t i = 0; i < version->row_count; i++)
        if (version->rows[i].known == PDOC__FIELD_VERSION && version->rows[i].state == PDOC_CELL_GIVEN)
            return version->rows[i].text;
    return NULL;
}

const struct pdoc_version *pdoc__labelled_before(const pdoc_document *doc, uint32_t ordinal)
{
    const struct pdoc_version *found = NULL;
    for (size_t i = 0; i < doc->version_count; i++) {
        const struct pdoc_version *version = doc->versions[i];
        const bool is_later = version->ordinal < ordinal && (!found || version->ordinal > found->ordinal);
        if (is_later && pdoc__label_of_version(version))
            found = version;
    }
    return found;
}

const struct pdoc__amendment *pdoc__amendment_of(const struct pdoc__judge *judge, const pdoc_event *event)
{
    const pdoc_profile *profile = judge->profile;
    const char *class = pdoc__event_says(event, PDOC__ATTRIBUTE_CLASS);
    for (size_t i = 0; class && profile && i < profile->counts[PDOC_PROFILE_AMENDMENTS]; i++) {
        const struct pdoc__amendment *amendment = &profile->amendments[i];
        if (!pdoc__rule_applies(judge, &amendment->rule))
            continue;
        bool is_it = pdoc__text_same(class, amendment->rule.id);
        for (size_t alias = 0; alias < amendment->aliases.count; alias++)
            is_it |= pdoc__text_same(class, amendment->aliases.items[alias]);
        if (is_it)
            return amendment;
    }
    return NULL;
}

const pdoc_event *pdoc__amended_into(const struct pdoc__judge *judge, const struct pdoc_version *version)
{
    const struct pdoc_version *before = pdoc__labelled_before(judge->doc, version->ordinal);
    for (size_t i = judge->past.count; i > 0; i--) {
        const pdoc_event *event = judge->past.events[i - 1];
        const bool is_of_it = event->version == version->ordinal || (before && event->version == before->ordinal);
        if (event->kind == PDOC__EVENT_AMENDED && is_of_it)
            return event;
    }
    return NULL;
}

const pdoc_event *pdoc__approval_of(const struct pdoc__judge *judge, const struct pdoc_version *version)
{
    for (size_t i = judge->past.count; version && i > 0; i--) {
        const pdoc_event *event = judge->past.events[i - 1];
        if (event->kind != PDOC__EVENT_DECIDED || !pdoc__event_moves(event, version))
            continue;
        const pdoc_decision decision = pdoc__event_decision(event);
        if (decision == PDOC_DECISION_APPROVED || decision == PDOC_DECISION_WITH_AMENDMENTS)
            return event;
    }
    return NULL;
}

/* ---- hashes ---- */

static bool is_same_hash(const char *left, const char *right)
{
    for (; *left && pdoc__lower(*left) == pdoc__lower(*right); left++)
        right++;
    return *left == *right;
}

/* Does an attestation speak of that place? Of the only content, if it names none. */
static bool is_of_place(const pdoc_event *event, const char *href, const struct pdoc_version *version)
{
    const char *own = pdoc__event_says(event, PDOC__ATTRIBUTE_HREF);
    return own && href ? strcmp(own, href) == 0 : !own && (!href || version->content_count <= 1);
}

static bool is_attestation(const pdoc_event *event, const struct pdoc_version *version)
{
    return event->kind == PDOC__EVENT_ATTESTED && pdoc__event_concerns(event, version) &&
           pdoc__event_says(event, PDOC__ATTRIBUTE_SHA256);
}

/* A hash that a later one is held against: one that was taken down at or after the decision. */
static bool compare_with_earlier(const struct pdoc__judge *judge, const struct pdoc_version *version, size_t at,
                                 int32_t decided, struct pdoc__hash_change *out)
{
    const pdoc_event *event = judge->past.events[at];
    const char *hash = pdoc__event_says(event, PDOC__ATTRIBUTE_SHA256);
    const char *href = pdoc__event_says(event, PDOC__ATTRIBUTE_HREF);
    for (size_t i = 0; i < at; i++) {
        const pdoc_event *earlier = judge->past.events[i];
        if (!is_attestation(earlier, version) || pdoc__day_number(earlier->on) < decided ||
            !is_of_place(earlier, href, version))
            continue;
        const char *before = pdoc__event_says(earlier, PDOC__ATTRIBUTE_SHA256);
        if (is_same_hash(before, hash))
            continue;
        *out = (struct pdoc__hash_change){.before = before, .after = hash, .event = event, .earlier = earlier};
        return true;
    }
    return false;
}

static bool compare_with_contents(const pdoc_event *event, const struct pdoc_version *version,
                                  struct pdoc__hash_change *out)
{
    const char *hash = pdoc__event_says(event, PDOC__ATTRIBUTE_SHA256);
    for (size_t i = 0; i < version->content_count; i++) {
        const struct pdoc__content *content = &version->contents[i];
        if (!content->sha256 || !is_of_place(event, content->href, version) || is_same_hash(content->sha256, hash))
            continue;
        *out = (struct pdoc__hash_change){.before = content->sha256, .after = hash, .event = event};
        return true;
    }
    return false;
}

bool pdoc__content_changed(const struct pdoc__judge *judge, const struct pdoc_version *version,
                           struct pdoc__hash_change *out, bool *is_attested)
{
    const pdoc_event *approval = pdoc__approval_of(judge, version);
    bool is_changed = false;
    bool is_taken = false;
    const bool may_be = approval && (judge->past.kinds >> PDOC__EVENT_ATTESTED & 1) != 0;
    const int32_t decided = approval ? pdoc__day_number(approval->on) : 0;
    for (size_t i = 0; may_be && !is_changed && i < judge->past.count; i++) {
        const pdoc_event *event = judge->past.events[i];
        if (!is_attestation(event, version) || pdoc__day_number(event->on) < decided)
            continue;
        is_taken = true;
        is_changed =
            compare_with_contents(event, version, out) || compare_with_earlier(judge, version, i, decided, out);
    }
    if (is_attested)
        *is_attested = is_taken;
    return is_changed;
}
