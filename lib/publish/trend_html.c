/* SPDX-License-Identifier: MIT */
/* A trend as a page of HTML, from its tree: a sentence, a line chart, and the figures as a table. */
#include "policydoc/trend.h"
#include "publish/board_view.h"
#include "publish/html.h"

#define DAYS_MOST 120 /* a trend has no more */

static const struct {
    const char *code;
    const char *label;
    const char *colour; /* of a line of the chart; NULL: it is in the table only */
} figures[] = {
    {"in-date", "In date", "l0"},
    {"due-soon", "Due soon", NULL},
    {"due-in-period", "Due in period", NULL},
    {"overdue", "Overdue", NULL},
    {"overdue-under-way", "Under way", NULL},
    {"overdue-extended", "Extended", NULL},
    {"all-overdue", "All overdue", "l3"},
    {"no-data", "Cannot tell", NULL},
    {"no-rule", "No rule", NULL},
    {"none", "Not in force", "l6"},
    {"all", "All documents", "l5"},
};
#define FIGURE_COUNT (sizeof figures / sizeof *figures)

static void write_sentence(struct pdoc__buffer *out, const struct pdoc__node *days)
{
    char first[PDOC__LONG_DAY];
    char last[PDOC__LONG_DAY];
    pdoc__buffer_format(
        out,
        "<p class=\"first\">On %s the review of %lld of %lld documents was overdue; on %s that of %lld of "
        "%lld.</p>\n",
        pdoc__long_day(pdoc__node_member(days->first, "day")->date, first),
        (long long)pdoc__member_number(days->first, "all-overdue"), (long long)pdoc__member_number(days->first, "all"),
        pdoc__long_day(pdoc__node_member(days->last, "day")->date, last),
        (long long)pdoc__member_number(days->last, "all-overdue"), (long long)pdoc__member_number(days->last, "all"));
}

static void write_chart(struct pdoc__buffer *out, const struct pdoc__node *days)
{
    int64_t numbers[FIGURE_COUNT][DAYS_MOST];
    struct pdoc__chart_line lines[FIGURE_COUNT];
    size_t line_count = 0;
    size_t day_count = 0;
    for (const struct pdoc__node *day = days->first; day && day_count < DAYS_MOST; day = day->next, day_count++)
        for (size_t i = 0; i < FIGURE_COUNT; i++)
            numbers[i][day_count] = pdoc__member_number(day, figures[i].code);
    for (size_t i = FIGURE_COUNT; i-- > 0;) /* that of all documents is the highest */
        if (figures[i].colour)
            lines[line_count++] = (struct pdoc__chart_line){figures[i].label, figures[i].colour, numbers[i]};
    const struct pdoc__chart chart = {
        .out = out,
        .id = "trend",
        .title = "Documents by state of review over time",
        .description =
            "A line each for all documents, those not in force, those overdue and those in date. The table below "
            "has the numbers."};
    pdoc__buffer_text(out, "<figure>\n");
    pdoc__chart_lines(&chart, days, day_count, lines, line_count);
    pdoc__buffer_text(out, "</figure>\n");
}

static void write_table(struct pdoc__buffer *out, const struct pdoc__node *days)
{
    pdoc__buffer_text(out, "<table>\n<caption>Documents by state of review, as it was known on each day</caption>\n"
                           "<thead>\n<tr>\n<th scope=\"col\">Day</th>\n");
    for (size_t i = 0; i < FIGURE_COUNT; i++)
        pdoc__html_element(out, "th scope=\"col\" class=\"n\"", figures[i].label);
    pdoc__buffer_text(out, "</tr>\n</thead>\n<tbody>\n");
    for (const struct pdoc__node *day = days->first; day; day = day->next) {
        char text[PDOC__NODE_TEXT];
        pdoc__buffer_text(out, "<tr>\n");
        pdoc__html_element(out, "th scope=\"row\" class=\"day\"", pdoc__node_text(pdoc__node_member(day, "day"), text));
        for (size_t i = 0; i < FIGURE_COUNT; i++)
            pdoc__html_number(out, "td class=\"n\"", pdoc__member_number(day, figures[i].code));
        pdoc__buffer_text(out, "</tr>\n");
    }
    pdoc__buffer_text(out, "</tbody>\n</table>\n");
}

void pdoc__trend_html(struct pdoc__buffer *out, const struct pdoc__node *root)
{
    const struct pdoc__node *days = pdoc__node_member(root, "days");
    const char *title = pdoc__member_text(root, "title");
    pdoc__html_begin(out, "Reviews over time");
    pdoc__html_element(out, "h1", "Reviews over time");
    pdoc__html_typed(out, "p class=\"of\"", *title ? title : "Register without a title", NULL);
    write_sentence(out, days);
    write_chart(out, days);
    write_table(out, days);
    pdoc__html_end(out);
}
