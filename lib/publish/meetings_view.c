/* SPDX-License-Identifier: MIT */
/* The meetings of a period, one a row. Works out no days. */
#include <string.h>

#include "base/error.h"
#include "policydoc/vocabulary.h"
#include "publish/view.h"
#include "time/calendar_data.h"

/* Stable: scripts read these. New ones are added at the end. */
static const char *const csv_columns[] = {"on", "body", "body-name", "state", "moved-from", "reason", "provisional", "attendance"};

static const char *state_words(const struct pdoc__node *row, const char *text, char *buffer)
{
    (void)row;
    (void)buffer;
    return pdoc__label_of(PDOC_TABLE_MEETING_STATE, text);
}

static enum pdoc__style state_style(const struct pdoc__node *row)
{
    const char *state = pdoc__member_text(row, "state");
    if (strcmp(state, "cancelled") == 0)
        return PDOC__RED;
    return strcmp(state, "expected") == 0 ? PDOC__PLAIN : PDOC__GREEN;
}

static const struct pdoc__page_column page_columns[] = {
    {"weekday", NULL, "Weekday", false, 0, NULL, NULL, false},
    {"on", NULL, "Day", false, 0, NULL, NULL, false},
    {"body-name", NULL, "Body", false, 2, NULL, NULL, false},
    {"state", NULL, "State", false, 0, state_style, state_words, false},
    {"reason", NULL, "Why", false, 3, NULL, NULL, false},
    {"attendance", NULL, "Attendance", false, 3, NULL, NULL, false},
    {"sure", NULL, "Note", false, 0, NULL, NULL, false},
};

static void write_list(struct pdoc__page *page, const struct pdoc__node *list)
{
    if (!list || list->number == 0) {
        pdoc__page_words(page, PDOC__PLAIN, "No meetings are known for this time.");
        pdoc__page_end(page);
        return;
    }
    pdoc__page_table(page, page_columns, sizeof page_columns / sizeof *page_columns, list, 0);
}

static void write_text(struct pdoc__page *page, const struct pdoc__node *root)
{
    const struct pdoc__node *notices = pdoc__node_member(root, "notices");
    write_list(page, pdoc__node_member(root, "meetings"));
    if (notices && notices->first)
        pdoc__page_end(page);
    for (const struct pdoc__node *notice = notices ? notices->first : NULL; notice; notice = notice->next)
        pdoc__page_block(page, "Notice:", 2, pdoc__member_text(notice, "text"));
}

static void put_notices(struct pdoc__tree *tree, const pdoc_meetings *meetings)
{
    struct pdoc__node *list = pdoc__tree_list(tree, tree->root, "notices", "notice");
    for (size_t i = 0; i < pdoc_meetings_notice_count(meetings); i++) {
        struct pdoc__node *row = pdoc__tree_item(tree, list);
        pdoc__tree_code(tree, row, "body", pdoc_meetings_notice_body(meetings, i));
        pdoc__tree_number(tree, row, "line", pdoc_meetings_notice_line(meetings, i));
        pdoc__tree_prose(tree, row, "text", pdoc_meetings_notice(meetings, i));
    }
}

/* The text form names the day of the week, and says what is provisional in words. */
static void put_meeting(struct pdoc__tree *tree, struct pdoc__node *list, const pdoc_meetings *meetings, size_t index,
                        bool for_text)
{
    struct pdoc__node *row = pdoc__tree_item(tree, list);
    const pdoc_date on = pdoc_meetings_on(meetings, index);
    const pdoc_date from = pdoc_meetings_moved_from(meetings, index);
    const bool is_moved = pdoc_date_compare(on, from) != 0;
    const bool is_provisional = pdoc_meetings_is_provisional(meetings, index);
    pdoc__tree_date(tree, row, "on", on);
    pdoc__tree_code(tree, row, "body", pdoc_meetings_body(meetings, index));
    pdoc__tree_code(tree, row, "state", pdoc_table_code(PDOC_TABLE_MEETING_STATE, pdoc_meetings_state(meetings, index)));
    pdoc__tree_date(tree, row, "moved-from", is_moved ? from : (pdoc_date){0, 0, 0});
    pdoc__tree_flag(tree, row, "provisional", is_provisional);
    pdoc__tree_prose(tree, row, "body-name", pdoc_meetings_body_name(meetings, index));
    pdoc__tree_prose(tree, row, "reason", pdoc_meetings_reason(meetings, index));
    pdoc__tree_prose(tree, row, "attendance", pdoc_meetings_attendance(meetings, index));
    if (!for_text)
        return;
    pdoc__tree_code(tree, row, "weekday", pdoc__weekday_names[pdoc__weekday(pdoc__day_number(on))]);
    pdoc__tree_code(tree, row, "sure", is_provisional ? "provisional: no holidays are known" : NULL);
}

pdoc_text *pdoc_meetings_publish(const pdoc_meetings *meetings, const pdoc_publish_options *options,
                                 pdoc_error **error)
{
    static const struct pdoc__view view = {
        .what = "a list of meetings",
        .text = write_text,
        .list = "meetings",
        .columns = csv_columns,
        .column_count = sizeof csv_columns / sizeof *csv_columns,
    };
    pdoc_publish_options chosen;
    struct pdoc__tree tree;
    if (!meetings) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "there are no meetings to publish");
        return NULL;
    }
    if (!pdoc__publish_options(options, &view, &chosen, error))
        return NULL;
    const size_t count = pdoc_meetings_count(meetings);
    pdoc__tree_begin(&tree, "report");
    pdoc__tree_code(&tree, tree.root, "kind", "meetings");
    pdoc__tree_number(&tree, tree.root, "total", (int64_t)count);
    struct pdoc__node *list = pdoc__tree_list(&tree, tree.root, "meetings", "meeting");
    for (size_t i = 0; i < count; i++)
        put_meeting(&tree, list, meetings, i, chosen.format == PDOC_FORMAT_TEXT);
    put_notices(&tree, meetings);
    return pdoc__publish(&tree, &view, &chosen, error);
}
