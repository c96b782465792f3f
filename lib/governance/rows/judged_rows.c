/* SPDX-License-Identifier: MIT */
/* The tables of a profile whose rows are judged beside its requirements, and the words for what comes of it. */
#include "governance/rows/judged_rows.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "governance/explain/explain.h"
#include "governance/explain/template.h"
#include "governance/explain/words.h"
#include "governance/rows/rows.h"

static const struct pdoc__texts *question_gates(const pdoc_profile *profile, size_t row)
{
    return &profile->questions[row].gates;
}

static const struct pdoc__texts *statement_gates(const pdoc_profile *profile, size_t row)
{
    return &profile->statements[row].gates;
}

static const struct pdoc__texts *cell_gates(const pdoc_profile *profile, size_t row)
{
    return &profile->route_duties[row].gates;
}

const struct pdoc__judged_table pdoc__judged_tables[] = {
    {.table = PDOC_PROFILE_ROUTE_DUTIES, .judge = pdoc__judge_cell, .gates = cell_gates, .of_past_act = true},
    {.table = PDOC_PROFILE_QUESTIONS, .judge = pdoc__judge_question, .gates = question_gates},
    {.table = PDOC_PROFILE_STATEMENTS, .judge = pdoc__judge_statement, .gates = statement_gates},
    {.table = PDOC_PROFILE_SCHEMES, .judge = pdoc__judge_scheme},
    {.table = PDOC_PROFILE_AMENDMENTS, .judge = pdoc__judge_amendment},
    {.table = PDOC_PROFILE_EXTENSIONS, .judge = pdoc__judge_extension},
    {.table = PDOC_PROFILE_FREEZES, .judge = pdoc__judge_freeze},
    {.table = PDOC_PROFILE_TRANSITIONS, .judge = pdoc__judge_transition, .of_past_act = true},
};
const size_t pdoc__judged_table_count = sizeof pdoc__judged_tables / sizeof *pdoc__judged_tables;

struct pdoc__row_answer pdoc__row_answer(struct pdoc__judge *judge, const struct pdoc__judged_table *table, size_t row)
{
    const struct pdoc__rule *rule = pdoc__profile_rule(judge->profile, table->table, row);
    struct pdoc__row_answer answer = {.outcome = PDOC_OUTCOME_NOT_APPLICABLE, .modality = rule->modality};
    if (table->of_past_act || pdoc__rule_applies(judge, rule))
        table->judge(judge, row, &answer);
    return answer;
}

/* ---- several faults of one row ---- */

static bool is_more_serious(const struct pdoc__row_answer *left, const struct pdoc__row_answer *right)
{
    return left->outcome != right->outcome ? left->outcome > right->outcome : left->modality < right->modality;
}

/* One decision may be told for two of the parties. */
static bool is_told(const struct pdoc__row_answer *out, const struct pdoc__row_answer *found)
{
    for (; out; out = out->next)
        if (out->outcome == found->outcome && pdoc__text_equal(out->place, found->place) &&
            pdoc__text_equal(out->message, found->message))
            return true;
    return false;
}

void pdoc__row_tell(struct pdoc__judge *judge, struct pdoc__row_answer *out, const struct pdoc__row_answer *found)
{
    const bool is_fault = found->outcome > PDOC_OUTCOME_MET;
    if (out->outcome <= PDOC_OUTCOME_MET) {
        if (is_fault || out->outcome == PDOC_OUTCOME_NOT_APPLICABLE)
            *out = *found;
        return;
    }
    if (is_told(out, found))
        return;
    struct pdoc__row_answer *added = is_fault ? pdoc__arena_alloc(&judge->scratch, sizeof *added, NULL) : NULL;
    judge->out_of_memory |= is_fault && !added;
    if (!added)
        return;
    if (is_more_serious(found, out)) {
        *added = *out;
        *out = *found;
        out->next = added;
        return;
    }
    *added = *found;
    added->next = NULL;
    struct pdoc__row_answer **end = &out->next;
    while (*end)
        end = &(*end)->next;
    *end = added;
}

/* ---- words ---- */

bool pdoc__texts_hold(const struct pdoc__texts *words, const char *word)
{
    for (size_t i = 0; word && i < words->count; i++)
        if (strcmp(words->items[i], word) == 0)
            return true;
    return false;
}

const char *pdoc__phrase(struct pdoc__judge *judge, const char *const *parts)
{
    size_t size = 0;
    for (size_t i = 0; parts[i]; i++)
        size += strlen(parts[i]);
    char *text = pdoc__arena_alloc(&judge->scratch, size + 1, NULL);
    if (!text) {
        judge->out_of_memory = true;
        return "";
    }
    char *at = text;
    for (size_t i = 0; parts[i]; i++) {
        const size_t length = strlen(parts[i]);
        memcpy(at, parts[i], length);
        at += length;
    }
    *at = '\0';
    return text;
}

const char *pdoc__phrase_number(struct pdoc__judge *judge, int64_t number)
{
    char text[24];
    snprintf(text, sizeof text, "%lld", (long long)number);
    return PDOC__PHRASE(judge, text);
}

const char *pdoc__phrase_date(struct pdoc__judge *judge, pdoc_date date)
{
    struct pdoc__buffer line = {0};
    pdoc__buffer_date(&line, date);
    const char *words = PDOC__PHRASE(judge, line.data && !line.failed ? line.data : "");
    judge->out_of_memory |= line.failed;
    pdoc__buffer_free(&line);
    return words;
}

const char *pdoc__phrase_day(struct pdoc__judge *judge, int32_t day)
{
    return pdoc__phrase_date(judge, pdoc__day_date(day));
}

const char *pdoc__phrase_event(struct pdoc__judge *judge, const pdoc_event *event)
{
    return event == judge->supposed ? PDOC__SUPPOSED_PLACE : PDOC__PHRASE(judge, "history/", event->id);
}

const char *pdoc__phrase_template(struct pdoc__judge *judge, struct pdoc__judge *asked, const char *template)
{
    struct pdoc__buffer line = {0};
    pdoc__write_template(&line, asked, template, NULL);
    const char *words = PDOC__PHRASE(judge, line.data && !line.failed ? line.data : "");
    judge->out_of_memory |= line.failed;
    pdoc__buffer_free(&line);
    return words;
}

/* What is to name somebody, such as "the cell "Owner"". */
static const char *operand_words(struct pdoc__judge *judge, const struct pdoc__operand *operand, const char *name)
{
    struct pdoc__buffer line = {0};
    pdoc__write_operand(&line, judge->profile, operand);
    const char *words = PDOC__PHRASE(judge, line.data && !line.failed ? line.data : name);
    judge->out_of_memory |= line.failed;
    pdoc__buffer_free(&line);
    return words;
}

static const char *words_who(struct pdoc__judge *judge, const struct pdoc__who *who, const char *name)
{
    if (who->code)
        return pdoc__party_words(judge, who->code);
    const struct pdoc__value value = pdoc__operand_value(judge, &who->operand, NULL);
    bool is_one = value.state == PDOC__GIVEN && value.text;
    for (size_t i = 1; is_one && i < value.count && value.items; i++)
        is_one = strcmp(value.items[i], value.items[0]) == 0;
    return is_one ? value.text : operand_words(judge, &who->operand, name);
}

/* A field may name the party that stands beside it: nobody is told twice. */
static size_t words_of_each(struct pdoc__judge *judge, const struct pdoc__parties *parties, const char **out)
{
    size_t count = 0;
    for (size_t i = 0; i < parties->names.count; i++) {
        const char *one = words_who(judge, &parties->who[i], parties->names.items[i]);
        size_t same = 0;
        while (same < count && strcmp(out[same], one) != 0)
            same++;
        out[same] = one;
        count += same == count;
    }
    return count;
}

const char *pdoc__phrase_parties(struct pdoc__judge *judge, const struct pdoc__parties *parties, const char *last)
{
    const char **each = pdoc__arena_alloc(&judge->scratch, (parties->names.count + 1) * sizeof *each, NULL);
    judge->out_of_memory |= each == NULL;
    const size_t count = each ? words_of_each(judge, parties, each) : 0;
    const char *words = count > 0 ? each[0] : "nobody";
    for (size_t i = 1; i < count; i++)
        words = PDOC__PHRASE(judge, words, i + 1 < count ? ", " : last, each[i]);
    return words;
}

/* ---- parties ---- */

static pdoc_truth is_named(struct pdoc__judge *judge, const char *name, const struct pdoc__value *value)
{
    pdoc_truth found = value->state == PDOC__GIVEN ? PDOC_FALSE : PDOC_UNKNOWN;
    for (size_t i = 0; value->state == PDOC__GIVEN && i < value->count && found != PDOC_TRUE; i++) {
        const pdoc_truth same = pdoc__party_equals(judge, name, value->count > 1 ? value->items[i] : value->text);
        found = same == PDOC_FALSE ? found : same;
    }
    return found;
}

bool pdoc__names_nobody(struct pdoc__judge *judge, const struct pdoc__who *who)
{
    return !who->code && pdoc__operand_value(judge, &who->operand, NULL).state != PDOC__GIVEN;
}

/* A cell that is blank leaves open whether this one is meant. */
pdoc_truth pdoc__is_who(struct pdoc__judge *judge, const char *name, const struct pdoc__who *who)
{
    if (!name)
        return PDOC_UNKNOWN;
    if (who->code)
        return pdoc__party_equals(judge, name, who->code);
    const struct pdoc__value value = pdoc__operand_value(judge, &who->operand, NULL);
    return is_named(judge, name, &value);
}

pdoc_truth pdoc__is_one_of(struct pdoc__judge *judge, const char *name, const struct pdoc__parties *parties)
{
    pdoc_truth found = PDOC_FALSE;
    for (size_t i = 0; i < parties->names.count && found != PDOC_TRUE; i++) {
        const pdoc_truth same = pdoc__is_who(judge, name, &parties->who[i]);
        found = same == PDOC_FALSE ? found : same;
    }
    return found;
}
