/* SPDX-License-Identifier: MIT */
/* What a section must state: one of several patterns in its text. Whether it states it well only a person can tell. */
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

/* In the section that is named, or in any; `*has_text`: was there a text to look at? */
static bool is_stated_somewhere(struct pdoc__judge *judge, const struct pdoc__statement *statement, bool *has_text)
{
    const struct pdoc_version *version = judge->version;
    *has_text = false;
    for (size_t i = 0; version && i < version->section_count; i++) {
        const struct pdoc__section *section = &version->sections[i];
        const bool is_meant = statement->sections.count == 0 || pdoc__texts_hold(&statement->sections, section->code);
        if (!is_meant || !section->text)
            continue;
        *has_text = true;
        if (is_stated(judge, &statement->patterns, section->text))
            return true;
    }
    return false;
}

void pdoc__judge_statement(struct pdoc__judge *judge, size_t row, struct pdoc__row_answer *out)
{
    const struct pdoc__statement *statement = &judge->profile->statements[row];
    const pdoc_truth applies = pdoc__predicate(judge, statement->when, NULL, NULL);
    if (applies == PDOC_FALSE || !judge->version)
        return;
    bool has_text;
    const char *name = statement->rule.label ? statement->rule.label : statement->rule.id;
    const char *where = statement->sections.count > 0 ? statement->sections.items[0] : NULL;
    out->place = where ? PDOC__PHRASE(judge, "section/", where) : "document";
    out->expected = name;
    out->remedy = statement->remedy ? statement->remedy : PDOC__PHRASE(judge, "State it: ", name, ".");
    if (is_stated_somewhere(judge, statement, &has_text)) {
        out->outcome = PDOC_OUTCOME_MET;
        return;
    }
    const bool is_draft = judge->phase.phase == PDOC_PHASE_DRAFT || judge->phase.phase == PDOC_PHASE_CONSULTING;
    out->outcome = !has_text || applies != PDOC_TRUE ? PDOC_OUTCOME_UNDETERMINED
                   : is_draft                        ? PDOC_OUTCOME_PENDING
                                                     : PDOC_OUTCOME_NOT_MET;
    out->found = has_text ? "not stated" : "no text recorded";
    out->message = has_text ? PDOC__PHRASE(judge, "the text does not state: ", name)
                            : PDOC__PHRASE(judge, "no text is recorded that could state: ", name);
}
