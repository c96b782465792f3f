/* SPDX-License-Identifier: MIT */
/* The sentences with which a paper for a board begins: what matters, from its figures. Counts nothing. */
#include <stdio.h>

#include "base/text.h"
#include "publish/board_view.h"

struct telling {
    struct pdoc__tree *tree;
    struct pdoc__node *list;
    const pdoc_board_paper *paper;
    struct pdoc__buffer words;
};

const char *pdoc__long_day(pdoc_date day, char *buffer)
{
    static const char *const months[] = {"January", "February", "March",     "April",   "May",      "June",
                                         "July",    "August",   "September", "October", "November", "December"};
    if (day.month < 1 || day.month > 12 || day.day == 0)
        return pdoc_date_format(day, buffer);
    snprintf(buffer, PDOC__LONG_DAY, "%u %s %d", (unsigned)day.day, months[day.month - 1], (int)day.year);
    return buffer;
}

/* ---- numbers ---- */

struct pair {
    int64_t now;
    int64_t before;
};

static struct pair pair_at(const struct telling *telling, size_t section, size_t row, const char *figure)
{
    const size_t column = pdoc_board_paper_find_figure(telling->paper, section, figure);
    return (struct pair){pdoc_board_paper_number(telling->paper, section, row, column),
                         pdoc_board_paper_number_before(telling->paper, section, row, column)};
}

/* Of a section whose rows are fixed. */
static struct pair fixed(const struct telling *telling, const char *section, const char *row)
{
    const size_t place = pdoc_board_paper_find_section(telling->paper, section);
    return pair_at(telling, place, pdoc_board_paper_find_row(telling->paper, place, row), "documents");
}

/* The sum of a section: its first row, where it has one; else its rows together. */
static struct pair sum(const struct telling *telling, const char *section, const char *figure)
{
    const size_t place = pdoc_board_paper_find_section(telling->paper, section);
    struct pair found = {0, 0};
    for (size_t row = 0; row < pdoc_board_paper_row_count(telling->paper, place); row++) {
        const struct pair one = pair_at(telling, place, row, figure);
        if (pdoc_board_paper_row_kind(telling->paper, place, row) == PDOC_BOARD_ROW_ALL)
            return one;
        found.now += one.now;
        found.before += one.before;
    }
    return found;
}

/* ---- sentences ---- */

/* "1 document", "3 documents", "no document". */
static void add_count(struct telling *telling, int64_t number, const char *one, const char *several)
{
    if (number == 0)
        pdoc__buffer_text(&telling->words, telling->words.size > 0 ? "no" : "No");
    else
        pdoc__buffer_number(&telling->words, number);
    pdoc__buffer_byte(&telling->words, ' ');
    pdoc__buffer_text(&telling->words, number < 2 ? one : several);
}

static void add_number(struct telling *telling, int64_t number)
{
    if (number == 0)
        pdoc__buffer_text(&telling->words, "none");
    else
        pdoc__buffer_number(&telling->words, number);
}

static void add_day(struct telling *telling, pdoc_date day)
{
    char buffer[PDOC__LONG_DAY];
    pdoc__buffer_text(&telling->words, pdoc__long_day(day, buffer));
}

static void end_sentence(struct telling *telling)
{
    struct pdoc__node *item = pdoc__tree_item(telling->tree, telling->list);
    pdoc__buffer_byte(&telling->words, '.');
    telling->tree->failed |= telling->words.failed;
    if (!telling->tree->failed)
        pdoc__tree_prose(telling->tree, item, "text",
                         pdoc__tree_copy(telling->tree, telling->words.data, telling->words.size));
    telling->words.size = 0;
}

/* Never 0% of some, nor 100% of fewer than all. */
static void add_percent(struct telling *telling, int64_t part, int64_t whole)
{
    const int64_t percent = (part * 200 + whole) / (whole * 2);
    if (percent == 0 && part > 0)
        pdoc__buffer_text(&telling->words, "less than 1%");
    else if (percent == 100 && part < whole)
        pdoc__buffer_text(&telling->words, "more than 99%");
    else
        pdoc__buffer_format(&telling->words, "%lld%%", (long long)percent);
}

/* " (5 a year before)" */
static void add_before(struct telling *telling, int64_t number)
{
    pdoc__buffer_text(&telling->words, " (");
    add_number(telling, number);
    pdoc__buffer_text(&telling->words, " a year before)");
}

static void tell_kinds(struct telling *telling)
{
    const int64_t under_way = fixed(telling, "states", "overdue-under-way").now;
    const int64_t extended = fixed(telling, "states", "overdue-extended").now;
    if (under_way == 0 && extended == 0)
        return;
    pdoc__buffer_text(&telling->words, ": ");
    add_number(telling, under_way);
    pdoc__buffer_text(&telling->words, " with a review under way, ");
    add_number(telling, extended);
    pdoc__buffer_text(&telling->words, " with more time given, ");
    add_number(telling, fixed(telling, "states", "overdue").now);
    pdoc__buffer_text(&telling->words, " with neither");
}

/* Documents that are in force, or may be: of all others nothing is due. */
static void tell_overdue(struct telling *telling)
{
    const int64_t all = fixed(telling, "states", "all").now;
    const int64_t none = fixed(telling, "states", "none").now;
    const int64_t overdue = fixed(telling, "states", "all-overdue").now;
    pdoc__buffer_text(&telling->words, "On ");
    add_day(telling, pdoc_board_paper_until(telling->paper, false));
    if (all == none) {
        pdoc__buffer_text(&telling->words, all == 0 ? " the register holds no document" : " no document is in force");
    } else if (overdue == 0) {
        pdoc__buffer_text(&telling->words, " no review is overdue, of ");
        add_count(telling, all - none, "document", "documents");
    } else {
        pdoc__buffer_format(&telling->words, " the review of %lld of ", (long long)overdue);
        add_count(telling, all - none, "document is overdue (", "documents is overdue (");
        add_percent(telling, overdue, all - none);
        pdoc__buffer_byte(&telling->words, ')');
        tell_kinds(telling);
    }
    end_sentence(telling);
}

static void tell_year_before(struct telling *telling)
{
    const int64_t all = fixed(telling, "states", "all").before - fixed(telling, "states", "none").before;
    pdoc__buffer_text(&telling->words, "A year before, as it was known on ");
    add_day(telling, pdoc_board_paper_known(telling->paper, true));
    if (all == 0)
        pdoc__buffer_text(&telling->words, ", no document was in force");
    else
        pdoc__buffer_format(&telling->words, ", it was %lld of %lld",
                            (long long)fixed(telling, "states", "all-overdue").before, (long long)all);
    end_sentence(telling);
}

static void tell_not_in_force(struct telling *telling)
{
    const int64_t none = fixed(telling, "states", "none").now;
    if (none == 0 || none == fixed(telling, "states", "all").now)
        return;
    add_count(telling, none, "more document is not in force, and not counted in this",
              "more documents are not in force, and not counted in this");
    end_sentence(telling);
}

static size_t longest_overdue(const pdoc_board_paper *paper)
{
    size_t found = SIZE_MAX;
    int32_t most = 0;
    for (size_t i = 0; i < pdoc_board_paper_document_count(paper); i++) {
        const int32_t days = pdoc_board_paper_document_days_overdue(paper, i);
        if (!pdoc__is_overdue(pdoc_board_paper_document_state(paper, i)) || days <= most)
            continue;
        most = days;
        found = i;
    }
    return found;
}

static void tell_longest(struct telling *telling)
{
    const pdoc_board_paper *paper = telling->paper;
    const size_t longest = longest_overdue(paper);
    const char *title = pdoc_board_paper_document_title(paper, longest);
    const char *responsible = pdoc_board_paper_document_responsible(paper, longest);
    if (longest == SIZE_MAX)
        return;
    pdoc__buffer_format(&telling->words, "The longest overdue is \xe2\x80\x9c%s\xe2\x80\x9d: ",
                        title ? title : pdoc_board_paper_document_id(paper, longest));
    add_count(telling, pdoc_board_paper_document_days_overdue(paper, longest), "day", "days");
    pdoc__buffer_text(&telling->words, responsible ? "; responsible: " : "; nobody is named as responsible");
    pdoc__buffer_text(&telling->words, responsible);
    end_sentence(telling);
}

static void tell_cannot(struct telling *telling)
{
    const struct pair unknown = fixed(telling, "states", "no-data");
    if (unknown.now == 0)
        return;
    pdoc__buffer_text(&telling->words, "Whether it is due cannot be told for ");
    add_count(telling, unknown.now, "document, since what its rule counts from is not recorded",
              "documents, since what their rules count from is not recorded");
    end_sentence(telling);
}

/* What the body that reads it approves itself. */
static void tell_own(struct telling *telling)
{
    const char *body = pdoc_board_paper_body(telling->paper);
    const size_t section = pdoc_board_paper_find_section(telling->paper, "bodies");
    const size_t row = pdoc_board_paper_find_row(telling->paper, section, body);
    if (row == SIZE_MAX)
        return;
    const struct pair overdue = pair_at(telling, section, row, "all-overdue");
    const int64_t documents = pair_at(telling, section, row, "all").now - pair_at(telling, section, row, "none").now;
    pdoc__buffer_format(&telling->words, "Of the documents that %s approves, %lld in all, the review of ", body,
                        (long long)documents);
    add_number(telling, overdue.now);
    pdoc__buffer_text(&telling->words, " is overdue");
    add_before(telling, overdue.before);
    end_sentence(telling);
}

static void tell_reviews(struct telling *telling)
{
    const struct pair done = fixed(telling, "reviews", "reviewed");
    const int64_t fell_due = fixed(telling, "reviews", "fell-due").now;
    const int64_t next = fixed(telling, "reviews", "due-next").now;
    pdoc__buffer_text(&telling->words, "In the period ");
    add_count(telling, done.now, "review was completed", "reviews were completed");
    add_before(telling, done.before);
    if (fell_due > 0) {
        pdoc__buffer_text(&telling->words, "; ");
        add_count(telling, fell_due, "fell due and was not done by its end", "fell due and were not done by its end");
    }
    pdoc__buffer_text(&telling->words, ". In the next period of the same length ");
    add_count(telling, next, "review falls due", "reviews fall due");
    end_sentence(telling);
}

static void tell_decisions(struct telling *telling)
{
    const struct pair decisions = sum(telling, "decisions", "all");
    const struct pair given = sum(telling, "extensions", "given");
    add_count(telling, decisions.now, "decision is recorded in the period", "decisions are recorded in the period");
    add_before(telling, decisions.before);
    if (given.now > 0) {
        pdoc__buffer_text(&telling->words, ", and more time was given for ");
        add_count(telling, given.now, "review", "reviews");
        pdoc__buffer_text(&telling->words, ", ");
        add_count(telling, sum(telling, "extensions", "longest").now, "day", "days");
        pdoc__buffer_text(&telling->words, " at the most");
    }
    end_sentence(telling);
}

static void tell_consultations(struct telling *telling)
{
    const struct pair sent = sum(telling, "consultations", "sent");
    const struct pair deemed = sum(telling, "consultations", "deemed");
    if (sent.now == 0)
        return;
    add_count(telling, sent.now, "draft was sent to a consultee", "drafts were sent to consultees");
    add_before(telling, sent.before);
    pdoc__buffer_text(&telling->words, ": ");
    add_number(telling, sum(telling, "consultations", "replied").now);
    pdoc__buffer_text(&telling->words, " replied in time, the silence of ");
    add_number(telling, deemed.now);
    pdoc__buffer_text(&telling->words, " counts as agreement with the content, and ");
    add_number(telling, sum(telling, "consultations", "none").now);
    pdoc__buffer_text(&telling->words, " did not reply");
    end_sentence(telling);
}

static void tell_issues(struct telling *telling)
{
    const struct pair raised = sum(telling, "issues", "raised");
    if (raised.now == 0 && raised.before == 0)
        return;
    add_count(telling, raised.now, "practice issue was raised", "practice issues were raised");
    add_before(telling, raised.before);
    pdoc__buffer_text(&telling->words, "; ");
    add_number(telling, sum(telling, "issues", "resolved").now);
    pdoc__buffer_text(&telling->words, " of them resolved, ");
    add_number(telling, sum(telling, "issues", "open").now);
    pdoc__buffer_text(&telling->words, " still open");
    end_sentence(telling);
}

void pdoc__board_summary(struct pdoc__tree *tree, struct pdoc__node *list, const pdoc_board_paper *paper)
{
    static void (*const tellings[])(struct telling *) = {
        tell_overdue, tell_year_before, tell_not_in_force, tell_longest,       tell_cannot,
        tell_own,     tell_reviews,     tell_decisions,    tell_consultations, tell_issues,
    };
    struct telling telling = {.tree = tree, .list = list, .paper = paper};
    for (size_t i = 0; i < sizeof tellings / sizeof *tellings; i++)
        tellings[i](&telling);
    pdoc__buffer_free(&telling.words);
}
