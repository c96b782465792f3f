/* SPDX-License-Identifier: MIT */
/* policydoc record: one event of a document, with whatever the table of attributes offers. */
#include "changing.h"

#include <string.h>

static const char *kind_at(const void *list, size_t index)
{
    (void)list;
    return pdoc_table_code(PDOC_TABLE_EVENT_KIND, index);
}

static bool kind_is_known(const char *kind)
{
    if (pdoc_table_find(PDOC_TABLE_EVENT_KIND, kind) >= 0)
        return true;
    const char *meant = nearest(kind, kind_at, NULL, pdoc_table_count(PDOC_TABLE_EVENT_KIND));
    if (meant)
        say("there is no kind of event \"%s\"; did you mean %s?", kind, meant);
    else
        say("there is no kind of event \"%s\"; decided, reviewed, released and remarked are some", kind);
    return false;
}

static bool read_version(const char *text, uint32_t *version)
{
    *version = 0;
    for (size_t i = 0; text && i < 6 && text[i] >= '0' && text[i] <= '9'; i++)
        *version = *version * 10 + (uint32_t)(text[i] - '0');
    if (!text || (*version > 0 && *version <= 65535 && strspn(text, "0123456789") == strlen(text)))
        return true;
    say("--version takes the number of a version, from 1; \"%s\" is none", text);
    return false;
}

/* In these kinds of event the body is who acted. */
static bool is_act_of_body(const char *kind)
{
    static const char *const acts[] = {"decided",    "review-started", "reviewed",  "scrutinised",
                                       "challenged", "extended",       "delegated", "withdrawn"};
    for (size_t i = 0; i < sizeof acts / sizeof *acts; i++)
        if (strcmp(acts[i], kind) == 0)
            return true;
    return false;
}

/* Where a party may be known: to the register, and to the profile that the document follows (NULL: none). */
struct known {
    const pdoc_register *reg;
    const pdoc_profile *profile;
};

/* Codes and names by turns, first those of the register. */
static const char *party_at(const void *list, size_t index)
{
    const struct known *known = list;
    const size_t count = pdoc_register_party_count(known->reg);
    if (index / 2 < count) {
        const pdoc_party *party = pdoc_register_party(known->reg, index / 2);
        return index % 2 == 0 ? pdoc_party_code(party) : pdoc_party_name(party);
    }
    const size_t row = index / 2 - count;
    return index % 2 == 0 ? pdoc_profile_row_id(known->profile, PDOC_PROFILE_PARTIES, row)
                          : pdoc_profile_row_label(known->profile, PDOC_PROFILE_PARTIES, row);
}

/* The code of a party of the register that goes by the name; else the name as it is: the profile may know it, and if
   not that is said. */
static const char *party_named(const struct changing *changing, const pdoc_document *doc, const char *name)
{
    const pdoc_party *party = name ? pdoc_register_find_party(changing->reg, name) : NULL;
    const struct known known = {changing->reg, judging_profile_of(&changing->judging, changing->reg, doc)};
    if (!name || party || pdoc_profile_find_party(known.profile, name))
        return party ? pdoc_party_code(party) : name;
    const size_t count =
        pdoc_register_party_count(known.reg) + pdoc_profile_row_count(known.profile, PDOC_PROFILE_PARTIES);
    const char *meant = nearest(name, party_at, &known, 2 * count);
    if (meant)
        say("no party of %s or of its profile has the code or name \"%s\"; it is recorded as it is. Did you mean %s?",
            changing->path, name, meant);
    else
        say("no party of %s or of its profile has the code or name \"%s\"; it is recorded as it is", changing->path,
            name);
    return name;
}

#define NAME_SIZE 64

static bool is_named(const struct attribute *attribute, const char *name)
{
    return strlen(name) == attribute->name_size && strncmp(attribute->name, name, attribute->name_size) == 0;
}

static enum outcome complete(const struct changing *changing, const pdoc_document *doc, pdoc_event *event,
                             const struct attribute *skipped)
{
    const struct options *options = changing->options;
    pdoc_error *error = NULL;
    for (size_t i = 0; i < options->attribute_count; i++) {
        const struct attribute *attribute = &options->attributes[i];
        char name[NAME_SIZE];
        if (attribute == skipped)
            continue;
        snprintf(name, sizeof name, "%.*s", (int)attribute->name_size, attribute->name);
        const char *value =
            is_named(attribute, "body") ? party_named(changing, doc, attribute->value) : attribute->value;
        if (pdoc_event_complete(event, name, value, &error) != PDOC_OK)
            return fail_asking(error);
    }
    return OUTCOME_WELL;
}

/* --body, where it says who acted; NULL: it does not. */
static const struct attribute *acting_body(const struct options *options, const char *kind)
{
    for (size_t i = 0; i < options->attribute_count; i++)
        if (is_named(&options->attributes[i], "body") && !options->publish.by && is_act_of_body(kind))
            return &options->attributes[i];
    return NULL;
}

static const struct attribute *attribute_given(const struct options *options, const char *name)
{
    for (size_t i = 0; i < options->attribute_count; i++)
        if (is_named(&options->attributes[i], name))
            return &options->attributes[i];
    return NULL;
}

/* Words of deciding bodies that say by themselves what came of it. */
static const char *const approving_acts[] = {"approved", "agreed",     "endorsed",  "ratified",
                                             "adopted",  "signed-off", "authorised"};
#define ACT_COUNT (sizeof approving_acts / sizeof *approving_acts)

static const char *act_at(const void *list, size_t index)
{
    (void)list;
    return approving_acts[index];
}

/* A decision of which the act is told, and not the outcome. Another word, or one that is mistyped, must not leave open
   what came of it without anybody noticing. */
static enum outcome complete_outcome(const struct options *options, const char *kind, pdoc_event *event)
{
    const struct attribute *act = strcmp(kind, "decided") == 0 ? attribute_given(options, "act") : NULL;
    pdoc_error *error = NULL;
    if (!act || attribute_given(options, "outcome"))
        return OUTCOME_WELL;
    for (size_t i = 0; i < ACT_COUNT; i++)
        if (strcmp(approving_acts[i], act->value) == 0)
            return pdoc_event_complete(event, "outcome", "approved", &error) == PDOC_OK ? OUTCOME_WELL
                                                                                        : fail_asking(error);
    const char *meant = nearest(act->value, act_at, NULL, ACT_COUNT);
    say("--act \"%s\" does not tell what came of the decision: give --outcome, too (approved, with-amendments, "
        "deferred, "
        "referred-up or rejected)%s%s%s",
        act->value, meant ? "; or did you mean --act " : "", meant ? meant : "", meant ? "?" : "");
    return OUTCOME_USAGE;
}

enum outcome record_event(const struct changing *changing, pdoc_document *doc, const char *kind, pdoc_event **out)
{
    const struct options *options = changing->options;
    pdoc_error *error = NULL;
    uint32_t version;
    const struct attribute *body = acting_body(options, kind);
    const char *by = party_named(changing, doc, body ? body->value : options->publish.by);
    const pdoc_date on = options->given & OPTION_ON ? options->on : changing->judging.basis.as_of;
    if (!read_version(options->document_version, &version))
        return OUTCOME_USAGE;
    *out = pdoc_document_record(doc, kind, on, changing->judging.basis.as_of, version, by, &error);
    if (!*out)
        return fail_asking(error);
    const enum outcome outcome = complete(changing, doc, *out, body);
    return outcome == OUTCOME_WELL ? complete_outcome(options, kind, *out) : outcome;
}

/* A draft of the version that follows the last one begins it: its sheet is empty, and its label, if there is one, that
   of
   --label. */
static enum outcome begin_version(const struct options *options, pdoc_document *doc)
{
    const size_t count = pdoc_document_version_count(doc);
    const struct pdoc_version *last = count > 0 ? pdoc_document_version(doc, count - 1) : NULL;
    const struct attribute *label = attribute_given(options, "label");
    pdoc_error *error = NULL;
    uint32_t version;
    if (!read_version(options->document_version, &version))
        return OUTCOME_USAGE;
    if (strcmp(options->operands[2], "drafted") != 0 || version != (last ? pdoc_version_ordinal(last) : 0) + 1)
        return OUTCOME_WELL;
    return pdoc_document_add_version(doc, label ? label->value : NULL, &error) ? OUTCOME_WELL : fail_asking(error);
}

enum outcome run_record(const struct options *options)
{
    enum outcome outcome = OUTCOME_WELL;
    struct changing changing;
    pdoc_event *event = NULL;
    uint32_t version;
    const pdoc_date day = pdoc_date_last(options->given & OPTION_RECORDED ? options->recorded : today());
    if (!kind_is_known(options->operands[2]) || !read_version(options->document_version, &version))
        return OUTCOME_USAGE;
    if (!changing_begin(&changing, options, options->operands[0], "record", day, &outcome))
        return outcome;
    pdoc_document *doc = find_document(changing.reg, changing.path, options->operands[1]);
    outcome = doc ? begin_version(options, doc) : OUTCOME_NO;
    if (outcome == OUTCOME_WELL)
        outcome = record_event(&changing, doc, options->operands[2], &event);
    if (outcome == OUTCOME_WELL)
        outcome = changing_finish(&changing, NULL);
    changing_end(&changing);
    return outcome;
}
