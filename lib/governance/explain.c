/* SPDX-License-Identifier: MIT */
/* Explanations as objects, and the small parts that their sentences are made of. Decides nothing. */
#include "governance/explain.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"

struct step {
    const char *text;
    const char *rule;
    const char *clause;
    uint32_t depth;
    bool inferred;
};

struct pdoc_explanation {
    atomic_size_t references;
    struct pdoc__arena arena;
    struct step *steps;
    size_t count;
    size_t capacity;
};

static const char *keep(struct pdoc__explainer *explainer, const char *text)
{
    if (!text)
        return NULL;
    const char *kept = pdoc__arena_text(&explainer->out->arena, text, strlen(text), NULL);
    explainer->failed |= kept == NULL;
    return kept;
}

void pdoc__step(struct pdoc__explainer *explainer, uint32_t depth, const struct pdoc__rule *rule)
{
    pdoc_explanation *out = explainer->out;
    explainer->failed |= explainer->line.failed;
    if (explainer->failed || !pdoc__grow(&out->steps, &out->capacity, out->count, sizeof *out->steps, NULL)) {
        explainer->failed = true;
        return;
    }
    struct step step = {.text = keep(explainer, explainer->line.data ? explainer->line.data : ""), .depth = depth};
    if (rule) {
        step.rule = keep(explainer, rule->id);
        step.clause = keep(explainer, rule->clause);
        step.inferred = rule->inferred;
    }
    pdoc__buffer_free(&explainer->line);
    explainer->line = (struct pdoc__buffer){0};
    out->steps[out->count++] = step;
}

void pdoc__step_format(struct pdoc__explainer *explainer, uint32_t depth, const struct pdoc__rule *rule,
                       const char *format, ...)
{
    char text[512];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    while (length >= (int)sizeof text && length > 0 && ((unsigned char)text[strlen(text) - 1] & 0x80) != 0)
        text[strlen(text) - 1] = '\0'; /* never half a character */
    pdoc__buffer_text(&explainer->line, text);
    pdoc__step(explainer, depth, rule);
}

void pdoc__write_interval(struct pdoc__buffer *line, struct pdoc__interval interval)
{
    if (!pdoc__interval_is_recorded(interval)) {
        pdoc__buffer_text(line, "no day");
        return;
    }
    pdoc_date date = pdoc__interval_date(interval);
    pdoc__buffer_date(line, date);
    struct pdoc__interval meant = pdoc__interval_of(date);
    if (interval.first != interval.last && (meant.first != interval.first || meant.last != interval.last)) {
        pdoc__buffer_text(line, " to ");
        pdoc__write_day(line, interval.last);
    }
}

void pdoc__write_day(struct pdoc__buffer *line, int32_t day)
{
    pdoc__buffer_date(line, pdoc__day_date(day));
}

static void write_item(struct pdoc__buffer *line, const struct pdoc__value *value, size_t index)
{
    if (value->type == PDOC__DATE && value->count > 1)
        pdoc__write_interval(line, value->dates[index]);
    else if (value->type == PDOC__DATE)
        pdoc__buffer_date(line, value->as_recorded);
    else if (value->type == PDOC__NUMBER && !value->text)
        pdoc__buffer_number(line, value->number);
    else
        pdoc__buffer_format(line, "\"%s\"", value->count > 1 ? value->items[index] : value->text);
}

void pdoc__write_value(struct pdoc__buffer *line, const struct pdoc__value *value)
{
    bool may_be_shown = value->state == PDOC__GIVEN || (value->state == PDOC__CANNOT_TELL && value->text);
    if (!may_be_shown) {
        pdoc__buffer_text(line, value->state == PDOC__NOTHING ? "nothing recorded" : "something that cannot be told");
        return;
    }
    for (size_t i = 0; i < value->count; i++) {
        if (i > 0)
            pdoc__buffer_text(line, ", ");
        write_item(line, value, i);
    }
    if (value->state == PDOC__CANNOT_TELL)
        pdoc__buffer_text(line, ", which cannot be resolved");
}

void pdoc__write_rule(struct pdoc__buffer *line, const struct pdoc__rule *rule)
{
    pdoc__buffer_format(line, "rule %s", rule->id);
    if (rule->clause)
        pdoc__buffer_format(line, ", %s", rule->clause);
    if (rule->inferred)
        pdoc__buffer_text(line, " (inferred)");
}

void pdoc__write_source(struct pdoc__buffer *line, const struct pdoc__judge *judge, const struct pdoc__value *value)
{
    if (value->event) {
        pdoc__buffer_format(line, " (%s, %s)", pdoc_table_code(PDOC_TABLE_EVENT_KIND, value->event->kind),
                            value->event->id);
        return;
    }
    if (!value->printed)
        return;
    const char *label = value->row >= 0 ? pdoc_version_row_label(judge->version, (size_t)value->row) : NULL;
    if (label)
        pdoc__buffer_format(line, " (as printed in \"%s\", no decision recorded)", label);
    else
        pdoc__buffer_text(line, " (as printed, no decision recorded)");
}

static void write_right_side(struct pdoc__buffer *line, const struct pdoc__predicate *leaf)
{
    char offset[PDOC_OFFSET_TEXT];
    if (leaf->has_other)
        pdoc__buffer_format(line, " %s", leaf->other.name);
    if (leaf->has_offset)
        pdoc__buffer_format(line, " + %s", pdoc_offset_format(leaf->offset, offset));
    if (leaf->operator== PDOC__COUNT) {
        pdoc__buffer_format(line, " from %d", (int)leaf->minimum);
        if (leaf->maximum >= 0)
            pdoc__buffer_format(line, " to %d", (int)leaf->maximum);
    }
    if (leaf->set) {
        pdoc__buffer_format(line, " set %s", leaf->set);
        return;
    }
    for (size_t i = 0; i < leaf->values.count; i++)
        pdoc__buffer_format(line, "%s\"%s\"", i > 0 ? ", " : " ", leaf->values.items[i]);
}

void pdoc__write_comparison(struct pdoc__explainer *explainer, const struct pdoc__predicate *leaf)
{
    struct pdoc__buffer *line = &explainer->line;
    if (leaf->operator<= PDOC__NOT) {
        pdoc__buffer_format(line, "%s of nothing", pdoc__operator_names[leaf->operator]);
        return;
    }
    pdoc__buffer_format(line, "%s %s", leaf->left.name, pdoc__operator_names[leaf->operator]);
    write_right_side(line, leaf);
    struct pdoc__value found = pdoc__operand_value(explainer->judge, &leaf->left, NULL);
    pdoc__buffer_text(line, ": found ");
    pdoc__write_value(line, &found);
    pdoc__write_source(line, explainer->judge, &found);
    if (!leaf->has_other)
        return;
    struct pdoc__value other = pdoc__operand_value(explainer->judge, &leaf->other, NULL);
    pdoc__buffer_format(line, "; %s is ", leaf->other.name);
    pdoc__write_value(line, &other);
    pdoc__write_source(line, explainer->judge, &other);
}

static void explanation_free(pdoc_explanation *explanation)
{
    pdoc__free(explanation->steps);
    pdoc__arena_free(&explanation->arena);
    pdoc__free(explanation);
}

static const struct step *step_at(const pdoc_explanation *explanation, size_t step)
{
    return explanation && step < explanation->count ? &explanation->steps[step] : NULL;
}

static void explain_all(struct pdoc__explainer *explainer)
{
    pdoc__explain_classification(explainer);
    pdoc__explain_phase(explainer);
    pdoc__explain_dates(explainer);
    pdoc__explain_state(explainer);
    pdoc__explain_rules(explainer);
    explainer->failed |= explainer->judge->out_of_memory;
}

pdoc_explanation *pdoc_document_explain(const pdoc_document *doc, const pdoc_basis *basis, pdoc_error **error)
{
    if (!doc) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "a document is needed");
        return NULL;
    }
    struct pdoc__judge judge;
    if (!pdoc__judge_begin(&judge, doc->reg, basis, error))
        return NULL;
    pdoc_explanation *out = pdoc__alloc_zero(1, sizeof *out, error);
    if (out && pdoc__judge_take(&judge, doc, error)) {
        atomic_init(&out->references, 1);
        struct pdoc__explainer explainer = {.judge = &judge, .out = out};
        explain_all(&explainer);
        pdoc__buffer_free(&explainer.line);
        if (!explainer.failed)
            goto done;
        pdoc__fail_memory(error);
    }
    if (out)
        explanation_free(out);
    out = NULL;
done:
    pdoc__judge_end(&judge);
    return out;
}

pdoc_explanation *pdoc_explanation_ref(pdoc_explanation *explanation)
{
    if (explanation)
        atomic_fetch_add_explicit(&explanation->references, 1, memory_order_relaxed);
    return explanation;
}

void pdoc_explanation_unref(pdoc_explanation *explanation)
{
    if (explanation && atomic_fetch_sub_explicit(&explanation->references, 1, memory_order_acq_rel) == 1)
        explanation_free(explanation);
}

size_t pdoc_explanation_count(const pdoc_explanation *explanation)
{
    return explanation ? explanation->count : 0;
}

uint32_t pdoc_explanation_depth(const pdoc_explanation *explanation, size_t step)
{
    const struct step *found = step_at(explanation, step);
    return found ? found->depth : 0;
}

const char *pdoc_explanation_text(const pdoc_explanation *explanation, size_t step)
{
    const struct step *found = step_at(explanation, step);
    return found ? found->text : NULL;
}

const char *pdoc_explanation_rule(const pdoc_explanation *explanation, size_t step)
{
    const struct step *found = step_at(explanation, step);
    return found ? found->rule : NULL;
}

const char *pdoc_explanation_clause(const pdoc_explanation *explanation, size_t step)
{
    const struct step *found = step_at(explanation, step);
    return found ? found->clause : NULL;
}

bool pdoc_explanation_is_inferred(const pdoc_explanation *explanation, size_t step)
{
    const struct step *found = step_at(explanation, step);
    return found && found->inferred;
}
