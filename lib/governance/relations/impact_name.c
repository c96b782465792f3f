/* SPDX-License-Identifier: MIT */
/* What the name of a work stands for: documents of the register, rows of references, addresses; and what is near it. */
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "governance/relations/impact.h"
#include "governance/rows/judged_rows.h"

#define NEAREST       3u
#define SHORTEST_TOLD 5u /* letters of a name that clauses are searched for */

static bool is_document(const pdoc_document *doc, const char *name)
{
    bool is = strcmp(doc->id, name) == 0 || (doc->uri && pdoc__text_same(doc->uri, name));
    for (size_t i = 0; !is && i < doc->reference_count; i++)
        is = pdoc__text_same(doc->references[i], name);
    for (size_t i = 0; !is && i < doc->title_count; i++)
        is = doc->titles[i].text && pdoc__text_same(doc->titles[i].text, name);
    return is;
}

static void find_rows(struct pdoc__impact_search *search, const char *name)
{
    search->row_count = 0;
    const struct pdoc__named_row *each = pdoc__crosswalk_find(&search->judge, name);
    for (; each && search->row_count < PDOC__ASKED_ROWS; each = each->next)
        search->rows[search->row_count++] = each->row;
}

static void find_documents(struct pdoc__impact_search *search, const char *name)
{
    const pdoc_register *reg = search->judge.reg;
    const pdoc_document *by_id = pdoc_register_find_document(reg, name);
    const bool is_id = by_id && strcmp(by_id->id, name) == 0;
    for (size_t i = 0; i < reg->document_count; i++) {
        const pdoc_document *doc = reg->documents[i];
        if (is_id ? doc != by_id : !is_document(doc, name))
            continue;
        search->is_document = true;
        search->reached[doc->index] =
            (struct pdoc__reached){.from = UINT32_MAX, .ways = PDOC__REACHED | PDOC__REACHED_ASKED};
        search->queue[search->queued++] = doc->index;
    }
}

static void find_address(struct pdoc__impact_search *search, const char *name)
{
    const pdoc_register *reg = search->judge.reg;
    for (size_t i = 0; i < reg->document_count && !search->is_address; i++)
        for (size_t j = 0; j < reg->documents[i]->relation_count && !search->is_address; j++) {
            const pdoc_relation *relation = reg->documents[i]->relations[j];
            search->is_address =
                relation->target && pdoc__text_same(relation->target, name) && !pdoc_relation_document(relation);
        }
}

static bool stands_for_something(struct pdoc__impact_search *search, const char *name)
{
    find_rows(search, name);
    find_documents(search, name);
    find_address(search, name);
    search->work = name;
    return search->row_count > 0 || search->is_document || search->is_address;
}

/* ---- what is near ---- */

struct near {
    const char *names[NEAREST];
    size_t away[NEAREST];
    size_t count;
};

static void offer(struct near *near, const char *asked, const char *name)
{
    if (!name || strlen(name) > PDOC__LONGEST_COMPARED || strlen(asked) > PDOC__LONGEST_COMPARED)
        return;
    const bool holds = pdoc__text_contains(name, asked);
    const size_t away = holds ? 0 : pdoc__text_distance(asked, name);
    size_t at = near->count;
    if (away > strlen(asked) / 2)
        return;
    for (size_t i = 0; i < near->count; i++)
        if (pdoc__text_same(near->names[i], name))
            return;
    while (at > 0 && near->away[at - 1] > away)
        at--;
    if (at == NEAREST)
        return;
    near->count += near->count < NEAREST;
    for (size_t i = near->count - 1; i > at; i--) {
        near->names[i] = near->names[i - 1];
        near->away[i] = near->away[i - 1];
    }
    near->names[at] = name;
    near->away[at] = away;
}

static void offer_rows(struct near *near, const char *asked, const pdoc_profile *profile)
{
    for (size_t i = 0; profile && i < profile->counts[PDOC_PROFILE_REFERENCES]; i++) {
        offer(near, asked, profile->references_known[i].rule.id);
        offer(near, asked, profile->references_known[i].rule.label);
    }
}

static void refuse(struct pdoc__impact_search *search, const char *asked, pdoc_error **error)
{
    struct pdoc__judge *judge = &search->judge;
    struct near near = {.count = 0};
    for (size_t i = 0; i < judge->reg->document_count; i++) {
        const pdoc_document *doc = judge->reg->documents[i];
        offer(&near, asked, pdoc_document_title(doc));
        offer(&near, asked, pdoc_document_reference(doc, 0));
        offer(&near, asked, doc->id);
    }
    offer_rows(&near, asked, judge->override);
    for (size_t i = 0; i < pdoc_profile_set_count(judge->set); i++)
        offer_rows(&near, asked, pdoc_profile_set_at(judge->set, i));
    const char *words = near.count > 0 ? PDOC__PHRASE(judge, "; near it are \"", near.names[0], "\"") : "";
    for (size_t i = 1; i < near.count; i++)
        words = PDOC__PHRASE(judge, words, i + 1 < near.count ? ", \"" : " and \"", near.names[i], "\"");
    pdoc__fail(error, PDOC_ERR_ARGUMENT,
               "no document, reference or address of a relation has the name \"%.100s\"%.300s", asked, words);
}

/* ---- the whole ---- */

static const char *keep(pdoc_impact *impact, const char *text, pdoc_error **error)
{
    return pdoc__arena_text(&impact->arena, text, strlen(text), error);
}

static const char *meaning_of(struct pdoc__impact_search *search)
{
    struct pdoc__judge *judge = &search->judge;
    const char *words = search->is_document ? "a document of the register" : "";
    for (size_t i = 0; i < search->row_count; i++) {
        const struct pdoc__rule *rule = &search->rows[i]->rule;
        bool is_told = false;
        for (size_t j = 0; j < i; j++)
            is_told |= strcmp(search->rows[j]->rule.id, rule->id) == 0;
        if (!is_told)
            words = PDOC__PHRASE(judge, words, *words ? ", " : "", rule->label ? rule->label : rule->id, " (", rule->id,
                                 ")");
    }
    return *words ? words : "an address that relations name, and no table of references";
}

/* The whole text first; then ever less of its end as the clause, as in "working-together-2023 ch 2 p 45". */
bool pdoc__impact_resolve(struct pdoc__impact_search *search, const char *reference, pdoc_error **error)
{
    const size_t size = strlen(reference);
    char *name = pdoc__arena_text(&search->out->arena, reference, size, error);
    if (!name)
        return false;
    size_t end = size;
    unsigned words = 0;
    while (!stands_for_something(search, name) && end > 0 && words++ < 8) {
        while (end > 0 && name[end - 1] != ' ')
            end--;
        if (end == 0)
            break;
        name[--end] = '\0';
    }
    if (search->row_count == 0 && !search->is_document && !search->is_address) {
        if (!search->judge.out_of_memory)
            refuse(search, reference, error);
        return search->judge.out_of_memory && (pdoc__fail_memory(error), false);
    }
    search->out->work = name;
    if (end < size)
        search->out->clause = keep(search->out, reference + end + 1, error);
    if (end < size && !search->out->clause)
        return false;
    search->out->meaning = keep(search->out, meaning_of(search), error);
    return search->out->meaning != NULL;
}

bool pdoc__impact_names(struct pdoc__impact_search *search, const pdoc_relation *relation)
{
    if (!relation->target || pdoc_relation_document(relation))
        return false;
    if (search->row_count == 0 || pdoc__text_same(relation->target, search->work))
        return search->is_address && pdoc__text_same(relation->target, search->work);
    const struct pdoc__named_row *each = pdoc__crosswalk_find(&search->judge, relation->target);
    for (; each; each = each->next) {
        const char *edition = each->row->edition;
        const bool is_meant = !relation->edition || (edition && pdoc__text_same(relation->edition, edition));
        for (size_t i = 0; is_meant && i < search->row_count; i++)
            if (strcmp(search->rows[i]->rule.id, each->row->rule.id) == 0)
                return true;
    }
    return false;
}

bool pdoc__impact_concerns(const struct pdoc__impact_search *search, const pdoc_relation *relation)
{
    const char *asked = search->out->clause;
    return !asked || !relation->clause || pdoc__text_same(relation->clause, asked) ||
           pdoc__text_contains(relation->clause, asked) || pdoc__text_contains(asked, relation->clause);
}

/* ---- rules ---- */

static bool add_rule(struct pdoc__impact_search *search, const pdoc_profile *profile, const char *rule,
                     const char *clause, pdoc_error **error)
{
    pdoc_impact *out = search->out;
    if (!pdoc__grow(&out->rules, &out->rule_capacity, out->rule_count, sizeof *out->rules, error))
        return false;
    struct pdoc__touched_rule *touched = &out->rules[out->rule_count];
    *touched = (struct pdoc__touched_rule){.profile = keep(out, profile->id, error)};
    if (touched->profile && rule)
        touched->rule = keep(out, rule, error);
    if (touched->profile && (touched->rule || !rule))
        touched->clause = keep(out, clause, error);
    out->rule_count += touched->clause != NULL;
    return touched->clause != NULL;
}

/* Does a text of a profile name the work, by any of its names? */
static bool tells_of(const struct pdoc__impact_search *search, const char *text)
{
    bool tells = text && strlen(search->work) >= SHORTEST_TOLD && pdoc__text_contains(text, search->work);
    for (size_t i = 0; text && !tells && i < search->row_count; i++) {
        const struct pdoc__reference *row = search->rows[i];
        tells = row->rule.label && pdoc__text_contains(text, row->rule.label);
        for (size_t j = 0; !tells && j < row->aliases.count; j++)
            tells = strlen(row->aliases.items[j]) >= SHORTEST_TOLD && pdoc__text_contains(text, row->aliases.items[j]);
    }
    return tells;
}

static bool add_rules(struct pdoc__impact_search *search, const pdoc_profile *profile, pdoc_error **error)
{
    bool good =
        !tells_of(search, profile->source_title) || add_rule(search, profile, NULL, profile->source_title, error);
    for (int table = 0; table < PDOC__PROFILE_TABLES; table++) {
        for (size_t i = 0; good && i < profile->counts[table] && table != PDOC_PROFILE_REFERENCES; i++) {
            const struct pdoc__rule *rule = pdoc__profile_rule(profile, (pdoc_profile_table)table, i);
            const char *names = tells_of(search, rule->clause) ? rule->clause : NULL;
            if (!names && tells_of(search, rule->label))
                names = rule->label;
            good = !names || add_rule(search, profile, rule->id, names, error);
        }
    }
    return good;
}

bool pdoc__impact_rules(struct pdoc__impact_search *search, pdoc_error **error)
{
    bool good = true;
    for (size_t i = 0; good && i < search->judge.profile_count; i++)
        good = add_rules(search, search->judge.profiles[i], error);
    return good;
}
