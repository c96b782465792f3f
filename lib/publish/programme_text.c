/* SPDX-License-Identifier: MIT */
/* A rolling programme as text for people: bars month by month, then the reviews. Knows nothing of registers. */
#include <stdio.h>

#include "publish/programme_view.h"

#define BEFORE_BAR 27u /* columns of month and numbers */

const char *pdoc__short_month(pdoc_date month, char *buffer)
{
    static const char *const names[] = {"",    "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    snprintf(buffer, PDOC__SHORT_MONTH, "%s %d", names[month.month <= 12 ? month.month : 0], month.year);
    return buffer;
}

int64_t pdoc__programme_highest(const struct pdoc__node *root)
{
    const int64_t peak = pdoc__member_number(root, "peak");
    const int64_t waiting = pdoc__member_number(root, "peak-at-deadline");
    return peak > waiting ? peak : waiting;
}

static const char *yes_words(const char *text, const char *word)
{
    return text[0] == 't' || text[0] == 'y' ? word : "";
}

static const char *pinned_words(const struct pdoc__node *row, const char *text, char *buffer)
{
    (void)row;
    (void)buffer;
    return yes_words(text, "pinned");
}

/* What is due before the programme begins is not overdue yet, but no month of it is in time. */
static const char *late_words(const struct pdoc__node *row, const char *text, char *buffer)
{
    (void)buffer;
    if (pdoc__member_flag(row, "due-before"))
        return "due before";
    return yes_words(text, "overdue");
}

/* The month of the plan before is news only where it is another. */
static const char *previous_words(const struct pdoc__node *row, const char *text, char *buffer)
{
    char month[PDOC__NODE_TEXT];
    (void)buffer;
    return strcmp(pdoc__node_text(pdoc__node_member(row, "month"), month), text) == 0 ? "" : text;
}

/* One is what most have. */
static const char *effort_words(const struct pdoc__node *row, const char *text, char *buffer)
{
    (void)buffer;
    return pdoc__member_number(row, "effort") == 1 ? "" : text;
}

static enum pdoc__style late_style(const struct pdoc__node *row)
{
    return pdoc__member_flag(row, "late") ? PDOC__RED : PDOC__PLAIN;
}

static const struct pdoc__page_column placed_columns[] = {
    {"month", NULL, "Month", false, 0, NULL, NULL, false},
    {"reference", "id", "Reference", false, 1, NULL, NULL, false},
    {"title", NULL, "Title", false, 3, NULL, NULL, false},
    {"responsible", NULL, "Responsible", false, 1, NULL, NULL, false},
    {"effort", NULL, "Effort", true, 0, NULL, effort_words, false},
    {"due", NULL, "Last day", false, 0, NULL, NULL, false},
    {"previous", NULL, "Was\nplanned", false, 0, NULL, previous_words, false},
    {"pinned", NULL, "Pinned", false, 0, NULL, pinned_words, false},
    {"late", NULL, "Overdue", false, 0, late_style, late_words, false},
};

static void write_counts(struct pdoc__page *page, const struct pdoc__node *root)
{
    const int64_t reviews = pdoc__member_number(root, "reviews");
    const int64_t not_placed = pdoc__member_number(root, "not-placed");
    const int64_t late = pdoc__member_number(root, "late");
    const int64_t before = pdoc__member_number(root, "due-before");
    char from[PDOC__SHORT_MONTH];
    char to[PDOC__SHORT_MONTH];
    char title[80];
    snprintf(title, sizeof title, "Reviews from %s to %s",
             pdoc__short_month(pdoc__node_member(root, "from")->date, from),
             pdoc__short_month(pdoc__node_member(root, "to")->date, to));
    pdoc__page_words(page, PDOC__BOLD, title);
    pdoc__buffer_format(page->out, ": %lld", (long long)reviews);
    if (late > 0)
        pdoc__buffer_format(page->out, ", %lld of them overdue", (long long)late);
    if (before > 0)
        pdoc__buffer_format(page->out, ", %lld due before it begins", (long long)before);
    if (not_placed > 0)
        pdoc__buffer_format(page->out, ", %lld without a month", (long long)not_placed);
    pdoc__page_end(page);
    const int64_t later = pdoc__member_number(root, "due-later");
    const int64_t undated = pdoc__member_number(root, "without-date");
    if (later == 0 && undated == 0)
        return;
    char left[120];
    snprintf(left, sizeof left, "Left out: %lld due later, %lld without a due date.", (long long)later,
             (long long)undated);
    pdoc__page_styled(page, PDOC__PLAIN, 0, left);
}

static void write_peak(struct pdoc__page *page, const struct pdoc__node *root)
{
    struct pdoc__buffer words = {0};
    const int64_t peak = pdoc__member_number(root, "peak");
    const bool is_optimal = pdoc__member_flag(root, "optimal");
    pdoc__buffer_format(&words, "Fullest month: %lld", (long long)peak);
    if (peak > 0 && is_optimal)
        pdoc__buffer_text(&words, ", and no programme has less");
    else if (peak > pdoc__member_number(root, "lower-bound"))
        pdoc__buffer_format(&words, "; no programme has less than %lld",
                            (long long)pdoc__member_number(root, "lower-bound"));
    pdoc__buffer_format(&words, " (%lld if every review waited for its last day).",
                        (long long)pdoc__member_number(root, "peak-at-deadline"));
    if (pdoc__member_flag(root, "re-plan"))
        pdoc__buffer_format(&words,
                            " Moved from the month on the forward plan to another: %lld%s; left without a month: %lld.",
                            (long long)pdoc__member_number(root, "moved"),
                            pdoc__member_flag(root, "moved-is-least") ? ", the fewest there can be" : "",
                            (long long)pdoc__member_number(root, "lost"));
    if (words.failed)
        page->out->failed = true;
    else
        pdoc__page_styled(page, PDOC__PLAIN, 0, words.data);
    pdoc__buffer_free(&words);
    pdoc__page_block(page, "Why:", 5, pdoc__member_text(root, "bottleneck"));
}

/* A load that is not nothing has one sign at least. */
static size_t bar_of(int64_t load, int64_t highest, size_t width)
{
    if (load <= 0 || highest <= 0)
        return 0;
    if (highest <= (int64_t)width)
        return (size_t)load;
    const size_t bar = (size_t)(load * (int64_t)width / highest);
    return bar > 0 ? bar : 1;
}

static void write_bar(struct pdoc__page *page, const struct pdoc__node *month, int64_t highest, size_t width)
{
    char name[PDOC__SHORT_MONTH];
    const int64_t load = pdoc__member_number(month, "load");
    const int64_t waiting = pdoc__member_number(month, "load-at-deadline");
    const size_t full = bar_of(load, highest, width);
    const size_t waited = bar_of(waiting, highest, width);
    pdoc__buffer_format(page->out, "%-9s %6lld %8lld  ",
                        pdoc__short_month(pdoc__node_member(month, "month")->date, name), (long long)load,
                        (long long)waiting);
    for (size_t i = 0; i < full; i++)
        pdoc__buffer_byte(page->out, '#');
    for (size_t i = full; i < waited; i++)
        pdoc__buffer_byte(page->out, '.');
    if (pdoc__member_flag(month, "blocked"))
        pdoc__buffer_text(page->out, full + waited > 0 ? " (none held)" : "(none held)");
    while (page->out->size > 0 && page->out->data[page->out->size - 1] == ' ')
        page->out->data[--page->out->size] = '\0';
    pdoc__page_end(page);
}

/* What found no month, each with the reason. */
static void write_obstacles(struct pdoc__page *page, const struct pdoc__node *documents)
{
    bool is_first = true;
    for (const struct pdoc__node *row = documents->first; row; row = row->next) {
        const char *obstacle = pdoc__member_text(row, "obstacle");
        const char *reference = pdoc__member_text(row, "reference");
        if (!*obstacle)
            continue;
        if (is_first) {
            pdoc__page_end(page);
            pdoc__page_words(page, PDOC__BOLD, "Without a month");
            pdoc__page_end(page);
        }
        is_first = false;
        pdoc__page_words(page, PDOC__PLAIN, *reference ? reference : pdoc__member_text(row, "id"));
        pdoc__buffer_text(page->out, ", ");
        pdoc__page_words(page, PDOC__PLAIN, pdoc__member_text(row, "title"));
        pdoc__page_end(page);
        pdoc__page_block(page, "", 2, obstacle);
    }
}

void pdoc__programme_text_view(struct pdoc__page *page, const struct pdoc__node *root)
{
    const struct pdoc__node *months = pdoc__node_member(root, "months");
    const struct pdoc__node *documents = pdoc__node_member(root, "documents");
    const size_t width = pdoc__page_width(page) - BEFORE_BAR - sizeof " (none held)";
    write_counts(page, root);
    write_peak(page, root);
    pdoc__page_end(page);
    pdoc__page_words(page, PDOC__BOLD, "Month       Load  Waiting  # as planned, . if all waited for their last day");
    pdoc__page_end(page);
    for (const struct pdoc__node *month = months->first; month; month = month->next)
        write_bar(page, month, pdoc__programme_highest(root), width);
    if (!documents->first)
        return;
    pdoc__page_end(page);
    pdoc__page_table(page, placed_columns, sizeof placed_columns / sizeof *placed_columns, documents, 0);
    write_obstacles(page, documents);
}
