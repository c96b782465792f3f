/* SPDX-License-Identifier: MIT */
/* The paper for a board as text for people, from its tree. Knows nothing of registers. */
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "publish/board_view.h"

void pdoc__board_days(struct pdoc__buffer *out, const struct pdoc__node *root)
{
    char from[PDOC__LONG_DAY];
    char until[PDOC__LONG_DAY];
    pdoc__buffer_format(out, "%s to %s", pdoc__long_day(pdoc__node_member(root, "from")->date, from),
                        pdoc__long_day(pdoc__node_member(root, "until")->date, until));
}

void pdoc__board_heading(struct pdoc__buffer *out, const struct pdoc__node *root)
{
    const char *body = pdoc__member_text(root, "body");
    pdoc__buffer_format(out, "%s%s: ", *body ? "Report to " : "Report on reviews", body);
    pdoc__board_days(out, root);
}

bool pdoc__board_section_is_empty(const struct pdoc__node *section)
{
    const struct pdoc__node *rows = pdoc__node_member(section, "rows");
    for (const struct pdoc__node *row = rows ? rows->first : NULL; row; row = row->next)
        for (const struct pdoc__node *each = pdoc__node_member(row, "figures")->first; each; each = each->next)
            if (pdoc__member_number(each, "number") != 0 || pdoc__member_number(each, "before") != 0)
                return false;
    return true;
}

static void write_head(struct pdoc__page *page, const struct pdoc__node *root)
{
    struct pdoc__buffer heading = {0};
    const char *title = pdoc__member_text(root, "title");
    pdoc__board_heading(&heading, root);
    pdoc__page_styled(page, PDOC__BOLD, 0, heading.data ? heading.data : "");
    page->out->failed = page->out->failed || heading.failed;
    pdoc__buffer_free(&heading);
    pdoc__page_styled(page, PDOC__PLAIN, 0, *title ? title : "Register without a title");
}

static void write_summary(struct pdoc__page *page, const struct pdoc__node *root)
{
    const struct pdoc__node *summary = pdoc__node_member(root, "summary");
    pdoc__page_end(page);
    for (const struct pdoc__node *each = summary->first; each; each = each->next)
        pdoc__page_styled(page, each == summary->first ? PDOC__BOLD : PDOC__PLAIN, 0, pdoc__member_text(each, "text"));
}

static void write_label(struct pdoc__page *page, const char *label)
{
    pdoc__page_end(page);
    pdoc__page_styled(page, PDOC__BOLD, 0, label);
}

/* The figures of a section are its columns; those that are 0 throughout are left out. */
static void write_section(struct pdoc__page *page, const struct pdoc__node *section)
{
    struct pdoc__page_column columns[PDOC__PAGE_COLUMNS];
    const struct pdoc__node *rows = pdoc__node_member(section, "rows");
    size_t count = 0;
    memset(columns, 0, sizeof columns);
    columns[count++] = (struct pdoc__page_column){
        .name = "label", .label = pdoc__member_text(section, "row-label"), .share = 1, .is_kept = true};
    const struct pdoc__node *figures = pdoc__node_member(rows->first, "figures");
    for (const struct pdoc__node *each = figures->first; each && count < PDOC__PAGE_COLUMNS; each = each->next)
        columns[count++] = (struct pdoc__page_column){
            .name = pdoc__member_text(each, "code"), .label = pdoc__member_text(each, "label"), .is_right = true};
    write_label(page, pdoc__member_text(section, "label"));
    pdoc__page_table(page, columns, count, rows, 0);
}

static const struct pdoc__page_column overdue_columns[] = {
    {"reference", "id", "Reference", false, 1, NULL, NULL, true},
    {"title", NULL, "Title", false, 3, NULL, NULL, false},
    {"responsible", NULL, "Responsible", false, 2, NULL, NULL, false},
    {"due", NULL, "Due", false, 0, NULL, NULL, true},
    {"days-overdue", NULL, "Days\noverdue", true, 0, NULL, NULL, true},
    {"state", NULL, "State", false, 1, NULL, pdoc__state_words, true},
};

static void write_overdue(struct pdoc__page *page, const struct pdoc__node *root)
{
    const struct pdoc__node *list = pdoc__node_member(root, "overdue-documents");
    const int64_t more = pdoc__member_number(root, "overdue") - list->number;
    if (!list->first)
        return;
    write_label(page, "Overdue documents");
    pdoc__page_table(page, overdue_columns, sizeof overdue_columns / sizeof *overdue_columns, list, 0);
    if (more == 0)
        return;
    pdoc__buffer_format(page->out, "and %lld more; the due list has all of them", (long long)more);
    pdoc__page_end(page);
}

static void write_empty(struct pdoc__page *page, const struct pdoc__node *sections)
{
    struct pdoc__buffer words = {0};
    for (const struct pdoc__node *each = sections->first; each; each = each->next)
        if (pdoc__board_section_is_empty(each))
            pdoc__buffer_format(&words, "%s%s",
                                words.size > 0 ? "; " : "Nothing is recorded, in either period, under: ",
                                pdoc__member_text(each, "label"));
    if (words.size > 0) {
        pdoc__page_end(page);
        pdoc__buffer_byte(&words, '.');
        pdoc__page_styled(page, PDOC__PLAIN, 0, words.data ? words.data : "");
    }
    page->out->failed = page->out->failed || words.failed;
    pdoc__buffer_free(&words);
}

void pdoc__board_text(struct pdoc__page *page, const struct pdoc__node *root)
{
    const struct pdoc__node *sections = pdoc__node_member(root, "sections");
    write_head(page, root);
    write_summary(page, root);
    pdoc__page_end(page);
    pdoc__page_styled(page, PDOC__DIM, 0,
                      "In brackets: the same period a year before, as it was known on its last day.");
    for (const struct pdoc__node *each = sections->first; each; each = each->next)
        if (!pdoc__board_section_is_empty(each))
            write_section(page, each);
    write_overdue(page, root);
    write_empty(page, sections);
}
