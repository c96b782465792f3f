/* SPDX-License-Identifier: MIT */
/* What a section must state, or must not: one of several patterns in its text. Whether it states it well only a person
   can tell. */
#include <string.h>

#include "base/text.h"
#include "governance/rows/rows.h"

/* Letters in any case, any run of spaces for one: a copy that patterns can be held against. */
static const char *folded(struct pdoc__judge *judge, const char *text)
{
    char *copy = pdoc__arena_text(&judge->scratch, text, strlen(text), NULL);
    if (!copy) {
        judge->out_of_memory = true;
        return "";
    }
    pdoc__text_fold(copy);
    return copy;
}

static bool is_stated(struct pdoc__judge *judge, const struct pdoc__texts *patterns, const char *text)
{
    const char *plain = folded(judge, text);
    for (size_t i = 0; i < patterns->count; i++)
        if (pdoc__text_matches(plain, folded(judge, patterns->items[i])))
            return true;
    return false;
}

static bool is_meant(const struct pdoc__statement *statement, const struct pdoc__section *section)
{
    const bool is_named = statement->sections.count == 0 || pdoc__texts_hold(&statement->sections, section->code);
    return is_named && section->text;
}

/* In the section that is named, or in any; `*has_text`: was there a text to look at? */
static bool is_stated_somewhere(struct pdoc__judge *judge, const struct pdoc__statement *statement, bool *has_text)
{
    const struct pdoc_version *version = judge->version;
    *has_text = false;
    for (size_t i = 0; version && i < version->section_count; i++) {
        const struct pdoc__section *section = &version->sections[i];
        if (!is_meant(statement, section))
            continue;
        *has_text = true;
        if (is_stated(judge, &statement->patterns, section->text))
            return true;
    }
    return false;
}

static const char *name_of(const struct pdoc__rule *rule)
{
    return rule->label ? rule->label : rule->id;
}

/* Not as it is to be: a draft may still be changed. */
static pdoc_outcome outcome_of(const struct pdoc__judge *judge, pdoc_truth applies)
{
    const bool is_draft = judge->phase.phase == PDOC_PHASE_DRAFT || judge->phase.phase == PDOC_PHASE_CONSULTING;
    return applies != PDOC_TRUE ? PDOC_OUTCOME_UNDETERMINED : is_draft ? PDOC_OUTCOME_PENDING : PDOC_OUTCOME_NOT_MET;
}

static void judge_needed(struct pdoc__judge *judge, const struct pdoc__statement *statement, pdoc_truth applies,
                         struct pdoc__row_answer *out)
{
    bool has_text;
    const char *name = name_of(&statement->rule);
    const char *where = statement->sections.count > 0 ? statement->sections.items[0] : NULL;
    out->place = where ? PDOC__PHRASE(judge, "section/", where) : "document";
    out->expected = name;
    out->remedy = statement->remedy ? statement->remedy : PDOC__PHRASE(judge, "State it: ", name, ".");
    if (is_stated_somewhere(judge, statement, &has_text)) {
        out->outcome = PDOC_OUTCOME_MET;
        return;
    }
    out->outcome = has_text ? outcome_of(judge, applies) : PDOC_OUTCOME_UNDETERMINED;
    out->found = has_text ? "not stated" : "no text recorded";
    out->message = has_text ? PDOC__PHRASE(judge, "the text does not state: ", name)
                            : PDOC__PHRASE(judge, "no text is recorded that could state: ", name);
}

/* Each section in which it stands. */
static void judge_forbidden(struct pdoc__judge *judge, const struct pdoc__statement *statement, pdoc_truth applies,
                            struct pdoc__row_answer *out)
{
    const char *name = name_of(&statement->rule);
    const char *expected = PDOC__PHRASE(judge, "nothing of this: ", name);
    struct pdoc__row_answer said = {.outcome = PDOC_OUTCOME_UNDETERMINED,
                                    .modality = out->modality,
                                    .place = "document",
                                    .expected = expected,
                                    .found = "no text recorded",
                                    .message = PDOC__PHRASE(judge, "no text is recorded that could hold: ", name),
                                    .remedy = "Record the text."};
    for (size_t i = 0; i < judge->version->section_count; i++) {
        const struct pdoc__section *section = &judge->version->sections[i];
        if (!is_meant(statement, section))
            continue;
        const bool is_found = is_stated(judge, &statement->patterns, section->text);
        said = (struct pdoc__row_answer){.outcome = is_found ? outcome_of(judge, applies) : PDOC_OUTCOME_MET,
                                         .modality = out->modality,
                                         .place = PDOC__PHRASE(judge, "section/", section->code),
                                         .expected = expected,
                                         .found = is_found ? "stated" : "not stated",
                                         .message = PDOC__PHRASE(judge, "the text holds what it may not: ", name),
                                         .remedy = statement->remedy ? statement->remedy
                                                                     : PDOC__PHRASE(judge, "Take it out: ", name, ".")};
        pdoc__row_tell(judge, out, &said);
    }
    if (out->outcome == PDOC_OUTCOME_NOT_APPLICABLE)
        *out = said; /* no text */
}

void pdoc__judge_statement(struct pdoc__judge *judge, size_t row, struct pdoc__row_answer *out)
{
    const struct pdoc__statement *statement = &judge->profile->statements[row];
    const pdoc_truth applies = pdoc__predicate(judge, statement->when, NULL, NULL);
    if (applies == PDOC_FALSE || !judge->version)
        return;
    if (statement->is_forbidden)
        judge_forbidden(judge, statement, applies, out);
    else
        judge_needed(judge, statement, applies, out);
}
