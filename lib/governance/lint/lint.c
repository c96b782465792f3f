/* SPDX-License-Identifier: MIT */
/* Looks for mistakes in a profile that can be read with: the list of findings, and what the reader left out. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "governance/lint/lint.h"
#include "time/interval.h"

#define PDOC__LINT(id, text, mistake, says, advice)                                                                    \
    [PDOC__LINT_##id] = {.code = (text), .is_mistake = (mistake), .meaning = (says), .remedy = (advice)},
const struct pdoc__lint_word pdoc__lint_words[PDOC__LINT_COUNT] = {
#include "governance/lint/lint_codes.def"
};
#undef PDOC__LINT

/* In the profile's own file; 0 and 0: what it extends. */
struct place {
    uint32_t line;
    uint32_t column;
};

struct finding {
    const char *row;
    const char *message;
    struct place place;
    enum pdoc__lint_code code;
};

struct pdoc_lint {
    struct finding *items;
    size_t count;
    size_t capacity;
    struct pdoc__arena arena;
};

static void add(struct pdoc__lint_run *run, enum pdoc__lint_code code, const char *row, struct place place,
                const char *message)
{
    pdoc_lint *out = run->out;
    const char *id = row ? row : run->profile->id;
    struct finding finding = {.place = place, .code = code};
    finding.row = pdoc__arena_text(&out->arena, id, strlen(id), NULL);
    finding.message = pdoc__arena_text(&out->arena, message, strlen(message), NULL);
    if (finding.row && finding.message && pdoc__grow(&out->items, &out->capacity, out->count, sizeof *out->items, NULL))
        out->items[out->count++] = finding;
    else
        run->out_of_memory = true;
}

static struct place place_of(const pdoc_profile *profile, const struct pdoc__rule *rule)
{
    if (!rule)
        return (struct place){profile->line, profile->column};
    bool is_own = rule->profile && strcmp(rule->profile, profile->id) == 0;
    return is_own ? (struct place){rule->line, rule->column} : (struct place){0, 0};
}

void pdoc__lint_add(struct pdoc__lint_run *run, enum pdoc__lint_code code, const struct pdoc__rule *rule,
                    const char *format, ...)
{
    char message[400];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    add(run, code, rule ? rule->id : NULL, place_of(run->profile, rule), message);
}

bool pdoc__editions_overlap(const struct pdoc__rule *left, const struct pdoc__rule *right)
{
    const struct pdoc__rule *rules[] = {left, right};
    struct pdoc__interval spans[2];
    for (size_t i = 0; i < 2; i++) {
        spans[i].first = pdoc_date_is_recorded(rules[i]->from) ? pdoc__interval_of(rules[i]->from).first : INT32_MIN;
        spans[i].last = pdoc_date_is_recorded(rules[i]->to) ? pdoc__interval_of(rules[i]->to).last : INT32_MAX;
    }
    return spans[0].first <= spans[1].last && spans[1].first <= spans[0].last;
}

/* What the reader met and left out. */
static void lint_remarks(struct pdoc__lint_run *run)
{
    static const struct {
        enum pdoc__lint_code code;
        const char *before;
        const char *behind;
    } sentences[] = {
        [PDOC__REMARK_ELEMENT] = {PDOC__LINT_UNKNOWN_ELEMENT, "the element", "is not known here and is ignored"},
        [PDOC__REMARK_ATTRIBUTE] = {PDOC__LINT_UNKNOWN_ATTRIBUTE, "the attribute", "is not known here and is ignored"},
        [PDOC__REMARK_WITHDRAWS] = {PDOC__LINT_WITHDRAWS_NOTHING, "the row",
                                    "is withdrawn, but nothing like it is inherited"},
        [PDOC__REMARK_NO_FIELD_TYPE] = {PDOC__LINT_FIELD_WITHOUT_TYPE, "the field",
                                        "is not one of the library's, and has no type of its own"},
    };
    for (size_t i = 0; i < run->profile->remark_count; i++) {
        const struct pdoc__remark *remark = &run->profile->remarks[i];
        char message[300];
        snprintf(message, sizeof message, "%s '%.80s' %s", sentences[remark->kind].before, remark->name,
                 sentences[remark->kind].behind);
        struct place place = {remark->line, remark->column};
        add(run, sentences[remark->kind].code, remark->row, place, message);
    }
}

static void lint_all(struct pdoc__lint_run *run)
{
    lint_remarks(run);
    pdoc__lint_rows(run);
    pdoc__lint_predicates(run);
    pdoc__lint_contradictions(run);
}

pdoc_lint *pdoc_profile_lint(const pdoc_profile *profile, pdoc_error **error)
{
    if (!profile) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "a profile is needed");
        return NULL;
    }
    struct pdoc__lint_run run = {.profile = profile};
    run.out = pdoc__alloc_zero(1, sizeof *run.out, NULL);
    run.set_used = pdoc__alloc_zero(profile->counts[PDOC_PROFILE_SETS] + 1, sizeof *run.set_used, NULL);
    run.fact_used = pdoc__alloc_zero(profile->counts[PDOC_PROFILE_FACTS] + 1, sizeof *run.fact_used, NULL);
    run.out_of_memory = !run.out || !run.set_used || !run.fact_used;
    if (!run.out_of_memory)
        lint_all(&run);
    pdoc__free(run.set_used);
    pdoc__free(run.fact_used);
    if (!run.out_of_memory)
        return run.out;
    pdoc_lint_free(run.out);
    pdoc__fail_memory(error);
    return NULL;
}

static const struct finding *finding_at(const pdoc_lint *lint, size_t index)
{
    return lint && index < lint->count ? &lint->items[index] : NULL;
}

size_t pdoc_lint_count(const pdoc_lint *lint)
{
    return lint ? lint->count : 0;
}

const char *pdoc_lint_code(const pdoc_lint *lint, size_t index)
{
    const struct finding *finding = finding_at(lint, index);
    return finding ? pdoc__lint_words[finding->code].code : NULL;
}

const char *pdoc_lint_row(const pdoc_lint *lint, size_t index)
{
    const struct finding *finding = finding_at(lint, index);
    return finding ? finding->row : NULL;
}

uint32_t pdoc_lint_line(const pdoc_lint *lint, size_t index)
{
    const struct finding *finding = finding_at(lint, index);
    return finding ? finding->place.line : 0;
}

uint32_t pdoc_lint_column(const pdoc_lint *lint, size_t index)
{
    const struct finding *finding = finding_at(lint, index);
    return finding ? finding->place.column : 0;
}

const char *pdoc_lint_message(const pdoc_lint *lint, size_t index)
{
    const struct finding *finding = finding_at(lint, index);
    return finding ? finding->message : NULL;
}

const char *pdoc_lint_remedy(const pdoc_lint *lint, size_t index)
{
    const struct finding *finding = finding_at(lint, index);
    return finding ? pdoc__lint_words[finding->code].remedy : NULL;
}

bool pdoc_lint_is_mistake(const pdoc_lint *lint, size_t index)
{
    const struct finding *finding = finding_at(lint, index);
    return finding && pdoc__lint_words[finding->code].is_mistake;
}

void pdoc_lint_free(pdoc_lint *lint)
{
    if (!lint)
        return;
    pdoc__free(lint->items);
    pdoc__arena_free(&lint->arena);
    pdoc__free(lint);
}
