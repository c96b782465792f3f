/* SPDX-License-Identifier: MIT */
/* Explanations as objects, and the small parts that their sentences are made of. Decides nothing. */
#include "governance/explain/explain.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "governance/explain/words.h"

struct step {
    const char *text;
    const char *rule;
    const char *clause;
    uint32_t depth;
    int8_t outcome; /* pdoc_outcome, or PDOC__NO_OUTCOME */
    bool inferred;
};

struct pdoc_explanation {
    atomic_size_t references;
    struct pdoc__arena arena;
    struct pdoc__explained head;
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
    struct step step = {.text = keep(explainer, explainer->line.data ? explainer->line.data : ""),
                        .depth = depth,
                        .outcome = (int8_t)explainer->outcome};
    explainer->outcome = PDOC__NO_OUTCOME;
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
    if (rule->label)
        pdoc__buffer_text(line, rule->label);
    else
        pdoc__buffer_format(line, "rule %s", rule->id);
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

void pdoc__write_found(struct pdoc__explainer *explainer, const struct pdoc__operand *operand,
                       const struct pdoc__value *value)
{
    struct pdoc__buffer *line = &explainer->line;
    const bool is_code = operand->kind == PDOC__OPERAND_DOCUMENT && value->state == PDOC__GIVEN && value->text;
    if (value->state == PDOC__NOTHING)
        pdoc__write_nothing(line, explainer->judge->profile, operand);
    else if (is_code && value->count <= 1)
        pdoc__write_code(line, explainer->judge->profile, operand, value->text);
    else
        pdoc__write_value(line, value);
    pdoc__write_source(line, explainer->judge, value);
}

void pdoc__write_comparison(struct pdoc__explainer *explainer, const struct pdoc__predicate *predicate,
                            const struct pdoc__predicate *leaf)
{
    struct pdoc__buffer *line = &explainer->line;
    if (leaf->operator <= PDOC__NOT) {
        pdoc__buffer_text(line, "nothing is asked");
        return;
    }
    pdoc__buffer_text(line, "asked: ");
    pdoc__write_expected(line, explainer->judge, predicate, leaf);
    const struct pdoc__value found = pdoc__operand_value(explainer->judge, &leaf->left, NULL);
    pdoc__buffer_text(line, "; found: ");
    pdoc__write_found(explainer, &leaf->left, &found);
    const bool is_day_judged = leaf->other.kind == PDOC__OPERAND_DOCUMENT && leaf->other.index == PDOC__OF_AS_OF;
    if (!leaf->has_other || is_day_judged)
        return;
    const struct pdoc__value other = pdoc__operand_value(explainer->judge, &leaf->other, NULL);
    pdoc__buffer_text(line, "; ");
    pdoc__write_operand(line, explainer->judge->profile, &leaf->other);
    pdoc__buffer_text(line, ": ");
    pdoc__write_found(explainer, &leaf->other, &other);
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

static void take_head(struct pdoc__explainer *explainer, const pdoc_basis *basis)
{
    const struct pdoc__judge *judge = explainer->judge;
    const pdoc_profile *profile = judge->profile;
    explainer->out->head = (struct pdoc__explained){
        .id = keep(explainer, pdoc_document_id(judge->doc)),
        .reference = keep(explainer, pdoc_document_reference(judge->doc, 0)),
        .title = keep(explainer, pdoc_document_title(judge->doc)),
        .profile = keep(explainer, profile ? profile->id : judge->profile_ref),
        .profile_title = keep(explainer, profile ? profile->title : NULL),
        .profile_hash = keep(explainer, profile ? profile->hash : NULL),
        .as_of = judge->as_of,
        .known_on = basis->known_on,
    };
}

static void explain_all(struct pdoc__explainer *explainer, const pdoc_report *report)
{
    pdoc__explain_classification(explainer);
    pdoc__explain_phase(explainer);
    pdoc__explain_dates(explainer);
    pdoc__explain_state(explainer);
    pdoc__explain_findings(explainer, report);
    pdoc__explain_rules(explainer);
    explainer->failed |= explainer->judge->out_of_memory;
}

const struct pdoc__explained *pdoc__explanation_head(const pdoc_explanation *explanation)
{
    return &explanation->head;
}

int pdoc__explanation_outcome(const pdoc_explanation *explanation, size_t step)
{
    const struct step *found = step_at(explanation, step);
    return found ? found->outcome : PDOC__NO_OUTCOME;
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
    pdoc_report *report = pdoc_document_audit(doc, basis, error);
    pdoc_explanation *out = report ? pdoc__alloc_zero(1, sizeof *out, error) : NULL;
    if (out && pdoc__judge_take(&judge, doc, error)) {
        atomic_init(&out->references, 1);
        struct pdoc__explainer explainer = {.judge = &judge, .out = out, .outcome = PDOC__NO_OUTCOME};
        take_head(&explainer, basis);
        explain_all(&explainer, report);
        pdoc__buffer_free(&explainer.line);
        if (!explainer.failed)
            goto done;
        pdoc__fail_memory(error);
    }
    if (out)
        explanation_free(out);
    out = NULL;
done:
    pdoc_report_unref(report);
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
