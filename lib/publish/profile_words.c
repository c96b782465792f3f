/* SPDX-License-Identifier: MIT */
/* What decides in a row of a profile, in words: conditions, what a fact selects, what a date counts from. Judges
   nothing. */
#include "publish/profile_words.h"

#include "base/text.h"
#include "governance/explain/words.h"
#include "time/calendar.h"

#define DEEPEST 40u /* as deep as predicates are judged */

/* The profile stands in for a judge, who has nothing to judge yet. */
struct words {
    struct pdoc__buffer out;
    struct pdoc__judge judge;
};

/* ---- conditions -------------------------------------------------------------------------------------------- */

static void write_comparison(struct words *words, const struct pdoc__predicate *rule, bool is_denied)
{
    const struct pdoc__predicate denied = {.operator= PDOC__NOT, .child_count = 1, .children = rule};
    pdoc__write_expected(&words->out, &words->judge, is_denied ? &denied : rule, NULL);
}

/* "a and (b or c)": in brackets within another one. What is denied is denied part by part. */
static void write_condition(struct words *words, const struct pdoc__predicate *rule, bool is_denied, unsigned depth,
                            bool is_inner)
{
    if (rule->operator> PDOC__NOT) {
        write_comparison(words, rule, is_denied);
        return;
    }
    const bool is_any = (rule->operator== PDOC__ANY) != is_denied && rule->operator!= PDOC__NOT;
    const bool needs_all = rule->operator== PDOC__NOT ? !is_denied : !is_any;
    const bool has_brackets = is_inner && rule->child_count > 1;
    pdoc__buffer_text(&words->out, has_brackets ? "(" : "");
    for (size_t i = 0; depth > 0 && i < rule->child_count; i++) {
        pdoc__buffer_text(&words->out, i == 0 ? "" : needs_all ? " and " : " or ");
        write_condition(words, &rule->children[i], is_denied != (rule->operator== PDOC__NOT), depth - 1,
                        is_inner || rule->child_count > 1);
    }
    pdoc__buffer_text(&words->out, has_brackets ? ")" : "");
}

/* ---- members ----------------------------------------------------------------------------------------------- */

static void put_words(struct pdoc__tree *tree, struct pdoc__node *item, const char *name, struct words *words)
{
    const struct pdoc__buffer *out = &words->out;
    pdoc__tree_prose(tree, item, name, out->size > 0 ? pdoc__tree_copy(tree, out->data, out->size) : NULL);
    tree->failed = tree->failed || out->failed;
    pdoc__buffer_free(&words->out);
}

static void put_condition(struct pdoc__tree *tree, const pdoc_profile *profile, struct pdoc__node *item,
                          const char *name, const struct pdoc__predicate *rule)
{
    struct words words = {.judge = {.profile = profile}};
    if (rule)
        write_condition(&words, rule, false, DEEPEST, false);
    put_words(tree, item, name, &words);
}

static void put_type(struct pdoc__tree *tree, const pdoc_profile *profile, size_t row, struct pdoc__node *item)
{
    const struct pdoc__type *type = &profile->types[row];
    pdoc__tree_code(tree, item, "base", type->base);
    pdoc__tree_code(tree, item, "kind-of", type->kind_of);
    pdoc__tree_code(tree, item, "binding", type->binding);
    pdoc__tree_code(tree, item, "alone", type->alone);
}

static void put_field(struct pdoc__tree *tree, const pdoc_profile *profile, size_t row, struct pdoc__node *item)
{
    put_condition(tree, profile, item, "when", profile->fields[row].when);
}

static void put_section(struct pdoc__tree *tree, const pdoc_profile *profile, size_t row, struct pdoc__node *item)
{
    put_condition(tree, profile, item, "when", profile->sections[row].when);
}

/* What a fact gives of what it selects, where that is not the day. */
static const char *given(const struct pdoc__fact *fact)
{
    static const char *const members[] = {
        [-PDOC__GIVE_ON] = NULL,           [-PDOC__GIVE_BY] = "by",           [-PDOC__GIVE_TARGET] = "target",
        [-PDOC__GIVE_CHECKED] = "checked", [-PDOC__GIVE_EDITION] = "edition", [-PDOC__GIVE_KIND] = "kind",
        [-PDOC__GIVE_RECORDED] = "recorded", [-PDOC__GIVE_VERSION] = "version",
    };
    const bool is_selection = fact->source == PDOC__SOURCE_EVENT || fact->source == PDOC__SOURCE_RELATION;
    if (!is_selection || fact->pick == PDOC__PICK_COUNT || fact->pick == PDOC__PICK_ANY)
        return NULL;
    if (fact->give >= 0)
        return pdoc_table_code(PDOC_TABLE_EVENT_ATTRIBUTE, (size_t)fact->give);
    return (size_t)-fact->give < sizeof members / sizeof *members ? members[-fact->give] : NULL;
}

static void put_fact(struct pdoc__tree *tree, const pdoc_profile *profile, size_t row, struct pdoc__node *item)
{
    const struct pdoc__fact *fact = &profile->facts[row];
    put_condition(tree, profile, item, "where", fact->where);
    pdoc__tree_code(tree, item, "gives", given(fact));
    pdoc__tree_code(tree, item, "via", fact->via);
    pdoc__tree_code(tree, item, "versions", fact->source == PDOC__SOURCE_EVENT && fact->whole_document ? "all" : NULL);
}

static bool is_set(pdoc_offset offset)
{
    return offset.months != 0 || offset.count != 0;
}

static void put_due(struct pdoc__tree *tree, const pdoc_profile *profile, size_t row, struct pdoc__node *item)
{
    const struct pdoc__due_rule *rule = &profile->schedule[row];
    struct words words = {.judge = {.profile = profile}};
    put_condition(tree, profile, item, "when", rule->when);
    if (is_set(rule->cap) && rule->anchor_count > 0) {
        pdoc__write_offset(&words.out, rule->cap);
        pdoc__buffer_format(&words.out, " after %s", profile->facts[rule->anchors[0]].rule.id);
        if (rule->anchor_count > 1)
            pdoc__buffer_text(&words.out, ", or what of the others is recorded first in this order");
    }
    put_words(tree, item, "cap", &words);
    pdoc__tree_code(tree, item, "rounding", rule->end_of_month ? "end of the month" : NULL);
    pdoc__tree_code(tree, item, "roll", rule->roll != PDOC_ROLL_NONE ? pdoc__roll_word((pdoc_roll)rule->roll) : NULL);
}

static void write_fact(struct words *words, const pdoc_profile *profile, int index)
{
    const struct pdoc__operand operand = {.kind = PDOC__OPERAND_FACT,
                                          .index = (int16_t)index,
                                          .name = profile->facts[index].rule.id};
    const bool is_labelled = pdoc__operand_has_label(profile, &operand);
    pdoc__buffer_text(&words->out, is_labelled ? "\"" : "");
    pdoc__write_operand(&words->out, profile, &operand);
    pdoc__buffer_text(&words->out, is_labelled ? "\"" : "");
}

static void put_requirement(struct pdoc__tree *tree, const pdoc_profile *profile, size_t row, struct pdoc__node *item)
{
    const struct pdoc__requirement *rule = &profile->requirements[row];
    struct words words = {.judge = {.profile = profile}};
    pdoc__tree_code(tree, item, "of", rule->of);
    put_condition(tree, profile, item, "when", rule->when);
    put_condition(tree, profile, item, "must", rule->must);
    put_condition(tree, profile, item, "waived", rule->waived);
    if (rule->by >= 0) {
        if (is_set(rule->by_offset)) {
            pdoc__write_offset(&words.out, rule->by_offset);
            pdoc__buffer_text(&words.out, rule->by_offset.months < 0 || rule->by_offset.count < 0 ? " before " : " after ");
        }
        write_fact(&words, profile, rule->by);
    }
    put_words(tree, item, "by", &words);
    pdoc__tree_code(tree, item, "past-act", rule->past_act);
}

static void put_step(struct pdoc__tree *tree, const pdoc_profile *profile, size_t row, struct pdoc__node *item)
{
    const struct pdoc__plan_step *step = &profile->plan[row];
    struct words words = {.judge = {.profile = profile}};
    put_condition(tree, profile, item, "when", step->when);
    pdoc__tree_code(tree, item, "body", step->body.name);
    pdoc__tree_code(tree, item, "who", step->who.name);
    pdoc__tree_code(tree, item, "roll", step->roll != PDOC_ROLL_PRECEDING ? pdoc__roll_word((pdoc_roll)step->roll) : NULL);
    if (is_set(step->needs))
        pdoc__write_offset(&words.out, step->needs);
    put_words(tree, item, "needs", &words);
}

static void put_reminder(struct pdoc__tree *tree, const pdoc_profile *profile, size_t row, struct pdoc__node *item)
{
    put_condition(tree, profile, item, "when", profile->reminders[row].when);
    pdoc__tree_code(tree, item, "recipient", profile->reminders[row].to.name);
}

static void put_route(struct pdoc__tree *tree, const pdoc_profile *profile, size_t row, struct pdoc__node *item)
{
    put_condition(tree, profile, item, "when", profile->routes[row].when);
}

static void put_duty(struct pdoc__tree *tree, const pdoc_profile *profile, size_t row, struct pdoc__node *item)
{
    put_condition(tree, profile, item, "when", profile->route_duties[row].when);
}

static void (*const putters[])(struct pdoc__tree *tree, const pdoc_profile *profile, size_t row,
                               struct pdoc__node *item) = {
    [PDOC_PROFILE_TYPES] = put_type,       [PDOC_PROFILE_FIELDS] = put_field,
    [PDOC_PROFILE_SECTIONS] = put_section, [PDOC_PROFILE_FACTS] = put_fact,
    [PDOC_PROFILE_SCHEDULE] = put_due,     [PDOC_PROFILE_REQUIREMENTS] = put_requirement,
    [PDOC_PROFILE_PLAN] = put_step,        [PDOC_PROFILE_REMINDERS] = put_reminder,
    [PDOC_PROFILE_ROUTES] = put_route,     [PDOC_PROFILE_ROUTE_DUTIES] = put_duty,
};

void pdoc__profile_put_words(struct pdoc__tree *tree, const pdoc_profile *profile, pdoc_profile_table table, size_t row,
                             struct pdoc__node *item)
{
    if ((size_t)table < sizeof putters / sizeof *putters && putters[table])
        putters[table](tree, profile, row, item);
}

void pdoc__profile_write_words(struct pdoc__page *page, const struct pdoc__node *row, size_t indent)
{
    static const struct {
        const char *name;
        const char *lead;
    } lines[] = {
        {"base", "base: "},     {"kind-of", "kind of: "}, {"binding", "binding: "},   {"of", "asked of: "},
        {"when", "when "},      {"where", "where "},      {"gives", "gives: "},       {"via", "of the target of: "},
        {"must", "must: "},     {"waived", "waived if "}, {"by", "by: "},             {"cap", "at the latest "},
        {"rounding", "to the "}, {"versions", "versions: "}, {"past-act", "rules of the day of: "},
        {"who", "by: "},        {"needs", "needs "},      {"alone", "standing alone: "},
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        struct pdoc__buffer words = {0};
        const char *text = pdoc__member_text(row, lines[i].name);
        if (!*text || pdoc__text_equal(text, "document")) /* most are asked of documents */
            continue;
        pdoc__buffer_format(&words, "%s%s", lines[i].lead, text);
        pdoc__page_styled(page, PDOC__PLAIN, indent, words.data ? words.data : "");
        page->out->failed = page->out->failed || words.failed;
        pdoc__buffer_free(&words);
    }
}
