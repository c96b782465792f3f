/* SPDX-License-Identifier: MIT */
/* The paper for a board as a page of HTML, from its tree: what matters first, then charts and tables. */
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "publish/board_view.h"
#include "publish/html.h"

#define BARS_MOST 12

struct sheet {
    struct pdoc__buffer *out;
    const struct pdoc__node *root;
    const char *language; /* of what was typed; "" where it is that of the page */
    char until[PDOC__LONG_DAY];
    char before[PDOC__LONG_DAY];
};

/* ---- heading and summary ---- */

static void write_head(const struct sheet *sheet)
{
    struct pdoc__buffer heading = {0};
    const char *title = pdoc__member_text(sheet->root, "title");
    pdoc__board_heading(&heading, sheet->root);
    pdoc__html_begin(sheet->out, heading.data);
    pdoc__html_element(sheet->out, "h1", heading.data);
    sheet->out->failed = sheet->out->failed || heading.failed;
    pdoc__buffer_free(&heading);
    pdoc__html_typed(sheet->out, "p class=\"of\"", *title ? title : "Register without a title", sheet->language);
}

static void write_summary(const struct sheet *sheet)
{
    const struct pdoc__node *summary = pdoc__node_member(sheet->root, "summary");
    for (const struct pdoc__node *each = summary->first; each; each = each->next)
        pdoc__html_element(sheet->out, each == summary->first ? "p class=\"first\"" : "p",
                           pdoc__member_text(each, "text"));
}

/* ---- charts ---- */

static const struct pdoc__node *section_of(const struct sheet *sheet, const char *code)
{
    const struct pdoc__node *sections = pdoc__node_member(sheet->root, "sections");
    for (const struct pdoc__node *each = sections->first; each; each = each->next)
        if (pdoc__text_equal(pdoc__member_text(each, "code"), code))
            return each;
    return NULL;
}

static const struct pdoc__node *named(const struct pdoc__node *list, const char *code)
{
    for (const struct pdoc__node *each = list ? list->first : NULL; each; each = each->next)
        if (pdoc__text_equal(pdoc__member_text(each, "code"), code))
            return each;
    return NULL;
}

static const struct pdoc__node *figure_of(const struct pdoc__node *row, const char *code)
{
    return named(pdoc__node_member(row, "figures"), code);
}

/* The states of a whole, each a part; what is not in force is none of them. */
static void write_states_chart(const struct sheet *sheet)
{
    static const char *const states[][2] = {
        {"in-date", "s0"},           {"due-soon", "s1"},         {"due-in-period", "s2"}, {"overdue", "s3"},
        {"overdue-under-way", "s4"}, {"overdue-extended", "s5"}, {"no-data", "s6"},       {"no-rule", "s7"}};
    enum { COUNT = sizeof states / sizeof *states };
    const struct pdoc__node *rows = pdoc__node_member(section_of(sheet, "states"), "rows");
    struct pdoc__chart_part parts[COUNT];
    for (size_t i = 0; i < COUNT; i++) {
        const struct pdoc__node *row = named(rows, states[i][0]);
        const struct pdoc__node *figure = figure_of(row, "documents");
        parts[i] = (struct pdoc__chart_part){
            .label = pdoc__member_text(row, "label"),
            .colour = states[i][1],
            .numbers = {pdoc__member_number(figure, "number"), pdoc__member_number(figure, "before")}};
    }
    const struct pdoc__chart chart = {
        .out = sheet->out,
        .id = "states",
        .title = "Documents by state of review, without those not in force",
        .description =
            "Two bars, one for the last day of the period and one for the same day a year before, divided by state "
            "of review. The table below has the numbers."};
    const char *const days[] = {sheet->until, sheet->before};
    pdoc__buffer_text(sheet->out, "<figure>\n");
    pdoc__chart_stack(&chart, days, parts, COUNT);
    pdoc__buffer_text(sheet->out, "</figure>\n");
}

/* Puts a bar in its place, the longest first; the shortest falls out where there are too many. */
static size_t insert_bar(struct pdoc__chart_bar *bars, size_t count, struct pdoc__chart_bar bar)
{
    size_t place = count;
    while (place > 0 && bars[place - 1].number < bar.number)
        place--;
    if (place == BARS_MOST)
        return count;
    const size_t kept = count < BARS_MOST ? count : BARS_MOST - 1;
    memmove(&bars[place + 1], &bars[place], (kept - place) * sizeof *bars);
    bars[place] = bar;
    return kept + 1;
}

static void write_overdue_chart(const struct sheet *sheet, const struct pdoc__node *section)
{
    const struct pdoc__node *rows = pdoc__node_member(section, "rows");
    struct pdoc__chart_bar bars[BARS_MOST];
    size_t count = 0;
    for (const struct pdoc__node *row = rows->first; row; row = row->next) {
        const struct pdoc__node *figure = figure_of(row, "all-overdue");
        const struct pdoc__chart_bar bar = {pdoc__member_text(row, "label"), pdoc__member_number(figure, "number"),
                                            pdoc__member_number(figure, "before")};
        if (bar.number > 0 && !pdoc__text_equal(pdoc__member_text(row, "kind"), "all"))
            count = insert_bar(bars, count, bar);
    }
    if (count == 0)
        return;
    char id[40];
    char title[80];
    snprintf(id, sizeof id, "%.20s-chart", pdoc__member_text(section, "code"));
    snprintf(title, sizeof title, "Overdue reviews, %.40s", pdoc__member_text(section, "label"));
    const struct pdoc__chart chart = {
        .out = sheet->out,
        .id = id,
        .title = title,
        .description =
            "A bar for each name that has overdue reviews, the most first; the dotted outline and the number in "
            "brackets are those of a year before. The table below has the numbers."};
    pdoc__buffer_text(sheet->out, "<figure>\n");
    pdoc__chart_bars(&chart, bars, count);
    pdoc__html_element(sheet->out, "figcaption class=\"note\"",
                       "Overdue reviews; dotted and in brackets: a year before.");
    pdoc__buffer_text(sheet->out, "</figure>\n");
}

/* ---- tables ---- */

static bool is_single(const struct pdoc__node *section)
{
    const struct pdoc__node *rows = pdoc__node_member(section, "rows");
    return pdoc__node_member(rows->first, "figures")->number == 1;
}

/* Is a figure something else than 0 in any row? */
static bool is_met(const struct pdoc__node *rows, const char *code)
{
    for (const struct pdoc__node *row = rows->first; row; row = row->next) {
        const struct pdoc__node *figure = figure_of(row, code);
        if (pdoc__member_number(figure, "number") != 0 || pdoc__member_number(figure, "before") != 0)
            return true;
    }
    return false;
}

static void write_columns(const struct sheet *sheet, const struct pdoc__node *section)
{
    const struct pdoc__node *rows = pdoc__node_member(section, "rows");
    const struct pdoc__node *figures = pdoc__node_member(rows->first, "figures");
    pdoc__buffer_text(sheet->out, "<thead>\n<tr>\n");
    pdoc__html_element(sheet->out, "th scope=\"col\"", pdoc__member_text(section, "row-label"));
    if (is_single(section)) {
        const bool is_of_period = pdoc__member_flag(section, "of-period");
        pdoc__html_element(sheet->out, "th scope=\"col\" class=\"n\"", is_of_period ? "In the period" : sheet->until);
        pdoc__html_element(sheet->out, "th scope=\"col\" class=\"n\"", is_of_period ? "A year before" : sheet->before);
    }
    for (const struct pdoc__node *each = figures->first; !is_single(section) && each; each = each->next)
        if (is_met(rows, pdoc__member_text(each, "code")))
            pdoc__html_element(sheet->out, "th scope=\"col\" class=\"n\"", pdoc__member_text(each, "label"));
    pdoc__buffer_text(sheet->out, "</tr>\n</thead>\n");
}

static void write_cell(const struct sheet *sheet, const struct pdoc__node *figure)
{
    const int64_t number = pdoc__member_number(figure, "number");
    const int64_t before = pdoc__member_number(figure, "before");
    if (number == 0 && before == 0)
        pdoc__html_number(sheet->out, "td class=\"n before\"", 0);
    else
        pdoc__buffer_format(sheet->out, "<td class=\"n\">%lld <span class=\"before\">(%lld)</span></td>\n",
                            (long long)number, (long long)before);
}

static bool is_sum(const struct pdoc__node *row)
{
    const char *code = pdoc__member_text(row, "code");
    return pdoc__text_equal(code, "all") || pdoc__text_equal(code, "all-overdue");
}

static void write_row(const struct sheet *sheet, const struct pdoc__node *section, const struct pdoc__node *row)
{
    const struct pdoc__node *rows = pdoc__node_member(section, "rows");
    const struct pdoc__node *figures = pdoc__node_member(row, "figures");
    const bool is_fixed = pdoc__text_equal(pdoc__member_text(section, "code"), "states");
    pdoc__buffer_text(sheet->out, is_fixed && is_sum(row) ? "<tr class=\"sum\">\n" : "<tr>\n");
    pdoc__html_typed(sheet->out, "th scope=\"row\"", pdoc__member_text(row, "label"), NULL);
    if (is_single(section)) {
        pdoc__html_number(sheet->out, "td class=\"n\"", pdoc__member_number(figures->first, "number"));
        pdoc__html_number(sheet->out, "td class=\"n\"", pdoc__member_number(figures->first, "before"));
    }
    for (const struct pdoc__node *each = figures->first; !is_single(section) && each; each = each->next)
        if (is_met(rows, pdoc__member_text(each, "code")))
            write_cell(sheet, each);
    pdoc__buffer_text(sheet->out, "</tr>\n");
}

static void write_rows(const struct sheet *sheet, const struct pdoc__node *section, const char *part, bool is_total)
{
    const struct pdoc__node *rows = pdoc__node_member(section, "rows");
    bool is_begun = false;
    for (const struct pdoc__node *row = rows->first; row; row = row->next) {
        if (pdoc__text_equal(pdoc__member_text(row, "kind"), "all") != is_total)
            continue;
        if (!is_begun)
            pdoc__buffer_format(sheet->out, "<%s>\n", part);
        is_begun = true;
        write_row(sheet, section, row);
    }
    if (is_begun)
        pdoc__buffer_format(sheet->out, "</%s>\n", part);
}

static void write_section(const struct sheet *sheet, const struct pdoc__node *section)
{
    const char *code = pdoc__member_text(section, "code");
    pdoc__html_element(sheet->out, "h2", pdoc__member_text(section, "label"));
    if (pdoc__text_equal(code, "states"))
        write_states_chart(sheet);
    if (pdoc__text_equal(code, "bodies") || pdoc__text_equal(code, "responsible"))
        write_overdue_chart(sheet, section);
    pdoc__buffer_text(sheet->out, "<table>\n<caption>");
    pdoc__html_text(sheet->out, pdoc__member_text(section, "label"));
    pdoc__buffer_text(sheet->out, pdoc__member_flag(section, "of-period") ? ", " : " on ");
    if (pdoc__member_flag(section, "of-period"))
        pdoc__board_days(sheet->out, sheet->root);
    else
        pdoc__buffer_text(sheet->out, sheet->until);
    pdoc__buffer_text(sheet->out, is_single(section) ? ", and a year before</caption>\n"
                                                     : "; in brackets a year before</caption>\n");
    write_columns(sheet, section);
    write_rows(sheet, section, "tbody", false);
    write_rows(sheet, section, "tfoot", true);
    pdoc__buffer_text(sheet->out, "</table>\n");
}

/* ---- overdue documents ---- */

static void write_document(const struct sheet *sheet, const struct pdoc__node *document)
{
    char due[PDOC__LONG_DAY];
    const char *reference = pdoc__member_text(document, "reference");
    const char *title = pdoc__member_text(document, "title");
    pdoc__buffer_text(sheet->out, "<tr>\n");
    pdoc__html_typed(sheet->out, "th scope=\"row\"", *title ? title : "without a title", sheet->language);
    pdoc__html_typed(sheet->out, "td", *reference ? reference : pdoc__member_text(document, "id"), NULL);
    pdoc__html_typed(sheet->out, "td", pdoc__member_text(document, "responsible"), NULL);
    pdoc__html_element(sheet->out, "td class=\"day\"", pdoc__long_day(pdoc__node_member(document, "due")->date, due));
    pdoc__html_number(sheet->out, "td class=\"n\"", pdoc__member_number(document, "days-overdue"));
    pdoc__html_element(sheet->out, "td", pdoc__label_of(PDOC_TABLE_REVIEW_STATE, pdoc__member_text(document, "state")));
    pdoc__buffer_text(sheet->out, "</tr>\n");
}

static void write_overdue(const struct sheet *sheet)
{
    static const char *const heads[] = {"Document", "Reference", "Responsible", "Due"};
    const struct pdoc__node *list = pdoc__node_member(sheet->root, "overdue-documents");
    const int64_t more = pdoc__member_number(sheet->root, "overdue") - list->number;
    if (!list->first)
        return;
    pdoc__html_element(sheet->out, "h2", "Overdue documents");
    pdoc__buffer_text(
        sheet->out,
        "<table>\n<caption>Documents whose review is overdue, the longest first</caption>\n<thead>\n<tr>\n");
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        pdoc__html_element(sheet->out, "th scope=\"col\"", heads[i]);
    pdoc__html_element(sheet->out, "th scope=\"col\" class=\"n\"", "Days overdue");
    pdoc__html_element(sheet->out, "th scope=\"col\"", "State");
    pdoc__buffer_text(sheet->out, "</tr>\n</thead>\n<tbody>\n");
    for (const struct pdoc__node *each = list->first; each; each = each->next)
        write_document(sheet, each);
    pdoc__buffer_text(sheet->out, "</tbody>\n</table>\n");
    if (more > 0)
        pdoc__buffer_format(sheet->out, "<p class=\"note\">And %lld more; the due list has them all.</p>\n",
                            (long long)more);
}

static void write_note(const struct sheet *sheet)
{
    const struct pdoc__node *sections = pdoc__node_member(sheet->root, "sections");
    bool is_first = true;
    for (const struct pdoc__node *each = sections->first; each; each = each->next) {
        if (!pdoc__board_section_is_empty(each))
            continue;
        pdoc__buffer_text(sheet->out,
                          is_first ? "<p class=\"note\">Nothing is recorded, in either period, under: " : "; ");
        pdoc__html_text(sheet->out, pdoc__member_text(each, "label"));
        is_first = false;
    }
    pdoc__buffer_text(sheet->out, is_first ? "" : ".</p>\n");
    pdoc__html_element(
        sheet->out, "p class=\"note\"",
        "A review counts as overdue in all three kinds: overdue with nothing begun, with a review under way, "
        "with more time given. What stands for a year before is what was known on its last day; front sheets "
        "bear no day of recording, and count as known.");
}

void pdoc__board_html(struct pdoc__buffer *out, const struct pdoc__node *root)
{
    const struct pdoc__node *sections = pdoc__node_member(root, "sections");
    struct sheet sheet = {.out = out, .root = root, .language = pdoc__member_text(root, "language")};
    pdoc__long_day(pdoc__node_member(root, "until")->date, sheet.until);
    pdoc__long_day(pdoc__node_member(root, "until-before")->date, sheet.before);
    write_head(&sheet);
    write_summary(&sheet);
    for (const struct pdoc__node *each = sections->first; each; each = each->next)
        if (!pdoc__board_section_is_empty(each))
            write_section(&sheet, each);
    write_overdue(&sheet);
    write_note(&sheet);
    pdoc__html_end(out);
}
