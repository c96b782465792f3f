/* SPDX-License-Identifier: MIT */
/* Plain text: width of UTF-8, wrapping, tables, colours, and what a terminal must not be given. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "publish/page.h"

static size_t width(const char *text)
{
    return pdoc__text_width(text, strlen(text));
}

static void width_is_that_of_characters_not_of_bytes(void **state)
{
    (void)state;
    assert_int_equal(width("policy"), 6);
    assert_int_equal(width("T\xc5\xb7"), 2);                             /* y with circumflex */
    assert_int_equal(width("y\xcc\x82"), 1);                             /* the same, as a combining mark */
    assert_int_equal(width("\xe6\x94\xbf\xe7\xad\x96"), 4);              /* two ideographs */
    assert_int_equal(width("\xf0\x9f\x93\x84"), 2);                      /* a pictograph */
    assert_int_equal(width("\xff\xfe"), 2);                              /* no UTF-8: a byte is a column */
}

static void lines_break_at_spaces_and_long_words_anywhere(void **state)
{
    (void)state;
    assert_int_equal(pdoc__text_fit("one two three", 13), 13);
    assert_int_equal(pdoc__text_fit("one two three", 12), 7);
    assert_int_equal(pdoc__text_fit("one two three", 7), 7);
    assert_int_equal(pdoc__text_fit("one two three", 5), 3);
    assert_int_equal(pdoc__text_fit("abcdefgh", 3), 3);
    assert_int_equal(pdoc__text_fit("\xe6\x94\xbf\xe7\xad\x96", 1), 3); /* never nothing */
    assert_int_equal(pdoc__text_fit("one\ntwo", 20), 3);
}

static void an_address_that_is_wider_than_the_line_is_kept_whole(void **state)
{
    (void)state;
    struct pdoc__buffer out = {0};
    struct pdoc__page page = {.out = &out, .width = 60};
    const char *words = "see https://www.example.org/guidance-policies-procedures/strategies-protocols-guidance-documents/ there";
    assert_int_equal(pdoc__text_wrap("one two three", 5), 3);
    assert_int_equal(pdoc__text_wrap("abcdefgh ij", 3), 8);
    pdoc__page_block(&page, "found", 8, words);
    assert_string_equal(out.data, "found   see\n"
                                  "        https://www.example.org/guidance-policies-procedures/strategies-protocols-guidance-documents/\n"
                                  "        there\n");
    pdoc__buffer_free(&out);
}

static void a_long_text_is_shortened_where_people_read_it(void **state)
{
    (void)state;
    struct pdoc__buffer out = {0};
    struct pdoc__page page = {.out = &out, .width = 400};
    char text[PDOC__LONGEST_SHOWN + 2];
    bool is_cut = true;
    memset(text, 'a', sizeof text);
    text[PDOC__LONGEST_SHOWN] = '\0';
    assert_int_equal(pdoc__text_shown(text, &is_cut), PDOC__LONGEST_SHOWN);
    assert_false(is_cut);
    text[PDOC__LONGEST_SHOWN] = 'a';
    text[PDOC__LONGEST_SHOWN + 1] = '\0';
    assert_int_equal(pdoc__text_shown(text, &is_cut), PDOC__LONGEST_SHOWN - 3);
    assert_true(is_cut);
    pdoc__page_shown(&page, "found", 8, text);
    assert_int_equal(out.size, 8 + PDOC__LONGEST_SHOWN + 1);
    assert_string_equal(out.data + out.size - 5, "a...\n");
    pdoc__buffer_free(&out);
}

/* A line must not look at all that follows it. */
static void megabytes_are_wrapped_line_by_line(void **state)
{
    (void)state;
    const size_t size = (size_t)8 << 20;
    char *text = malloc(size + 1);
    assert_non_null(text);
    for (size_t i = 0; i < size; i++)
        text[i] = i % 8 == 7 ? ' ' : 'a';
    text[size] = '\0';
    struct pdoc__buffer out = {0};
    struct pdoc__page page = {.out = &out};
    const clock_t begin = clock();
    pdoc__page_block(&page, "", 0, text);
    assert_true(clock() - begin < 20 * CLOCKS_PER_SEC); /* it was many minutes */
    assert_int_equal(out.size, size + 2); /* a space that leads, a line end that follows */
    pdoc__buffer_free(&out);
    free(text);
}

static void a_block_hangs_from_its_lead(void **state)
{
    (void)state;
    struct pdoc__buffer out = {0};
    struct pdoc__page page = {.out = &out};
    const char *words = "The review date that the sheet promises is after the last day that the rules permit, "
                        "which is three years after the first approval.";
    pdoc__page_block(&page, "  found", 12, words);
    pdoc__page_block(&page, "a lead that is longer", 12, "x");
    pdoc__page_block(&page, "nothing", 12, "  ");
    assert_string_equal(out.data,
                        "  found     The review date that the sheet promises is after the last day that the rules "
                        "permit,\n"
                        "            which is three years after the first approval.\n"
                        "a lead that is longer x\n"
                        "nothing\n");
    pdoc__buffer_free(&out);
}

static void what_a_terminal_would_obey_is_replaced(void **state)
{
    (void)state;
    struct pdoc__buffer out = {0};
    struct pdoc__page page = {.out = &out};
    pdoc__page_words(&page, PDOC__PLAIN, "a\x1b[31mb\xc2\x9b" "c\x7f" "d\xe2\x80\xae" "e\tf\ng");
    assert_string_equal(out.data, "a [31mb\xef\xbf\xbd" "c\xef\xbf\xbd" "d\xef\xbf\xbd" "e f g");
    pdoc__buffer_free(&out);
}

static void colours_come_only_if_asked_for(void **state)
{
    (void)state;
    struct pdoc__buffer out = {0};
    struct pdoc__page page = {.out = &out};
    pdoc__page_words(&page, PDOC__RED, "no");
    page.colour = true;
    pdoc__page_words(&page, PDOC__RED, "yes");
    pdoc__page_words(&page, PDOC__PLAIN, "plain");
    assert_string_equal(out.data, "no\x1b[31myes\x1b[0mplain");
    pdoc__buffer_free(&out);
}

static const struct pdoc__page_column columns[] = {
    {"reference", "id", "Reference", false, 1, NULL, NULL, false},
    {"title", NULL, "Title", false, 3, NULL, NULL, false},
    {"days", NULL, "Days", true, 0, NULL, NULL, false},
};

static void put_row(struct pdoc__tree *tree, struct pdoc__node *list, const char *reference, const char *title)
{
    struct pdoc__node *row = pdoc__tree_item(tree, list);
    pdoc__tree_code(tree, row, "id", "d7");
    pdoc__tree_code(tree, row, "reference", reference);
    pdoc__tree_prose(tree, row, "title", title);
    pdoc__tree_number(tree, row, "days", 1240);
}

static void tables_are_aligned_and_the_id_stands_in_for_a_reference(void **state)
{
    (void)state;
    struct pdoc__tree tree;
    struct pdoc__buffer out = {0};
    struct pdoc__page page = {.out = &out};
    pdoc__tree_begin(&tree, "report");
    struct pdoc__node *list = pdoc__tree_list(&tree, tree.root, "rows", "row");
    put_row(&tree, list, "CO17", "T\xc5\xb7");
    put_row(&tree, list, NULL, "Bruising protocol");
    put_row(&tree, list, "Escalation", "ESCALATION");
    pdoc__page_table(&page, columns, 3, list, 0);
    assert_string_equal(out.data, "Reference  Title              Days\n"
                                  "CO17       T\xc5\xb7                 1240\n"
                                  "d7         Bruising protocol  1240\n"
                                  "d7         ESCALATION         1240\n");
    pdoc__buffer_free(&out);
    pdoc__tree_free(&tree);
}

static const char *stars(const struct pdoc__node *row, const char *text, char *buffer)
{
    (void)row;
    memcpy(buffer, "**", 3);
    return *text == 'C' ? buffer : text;
}

static void empty_columns_are_left_out_unless_they_are_kept_and_heads_may_have_two_lines(void **state)
{
    (void)state;
    static const struct pdoc__page_column wanted[] = {
        {"nothing", NULL, "Nothing", false, 1, NULL, NULL, false}, {"reference", NULL, "Known\nas", false, 1, NULL, stars, false},
        {"empty", NULL, "Empty", false, 1, NULL, NULL, true},      {"days", NULL, "Days", true, 0, NULL, NULL, false},
    };
    struct pdoc__tree tree;
    struct pdoc__buffer out = {0};
    struct pdoc__page page = {.out = &out};
    pdoc__tree_begin(&tree, "report");
    struct pdoc__node *list = pdoc__tree_list(&tree, tree.root, "rows", "row");
    put_row(&tree, list, "CO17", "One");
    pdoc__page_table(&page, wanted, 4, list, 0);
    assert_string_equal(out.data, "Known  Empty  Days\n"
                                  "as\n"
                                  "**            1240\n");
    pdoc__buffer_free(&out);
    out = (struct pdoc__buffer){0};
    pdoc__page_table(&page, columns, 3, NULL, 0); /* nothing at all */
    assert_null(out.data);
    pdoc__tree_free(&tree);
}

static void words_are_kept_whole_and_the_title_gets_most_room(void **state)
{
    (void)state;
    struct pdoc__tree tree;
    struct pdoc__buffer out = {0};
    struct pdoc__page page = {.out = &out, .width = 60};
    pdoc__tree_begin(&tree, "report");
    struct pdoc__node *list = pdoc__tree_list(&tree, tree.root, "rows", "row");
    put_row(&tree, list, "Safeguarding 12 of the northern area", "A title of many words that do not fit beside it on one line");
    pdoc__page_table(&page, columns, 3, list, 0);
    assert_string_equal(out.data, "Reference      Title                                    Days\n"
                                  "Safeguarding   A title of many words that do not fit    1240\n"
                                  "12 of the      beside it on one line\n"
                                  "northern area\n");
    pdoc__buffer_free(&out);
    pdoc__tree_free(&tree);
}

static void a_long_cell_ends_in_dots_and_no_line_is_wider_than_the_page(void **state)
{
    (void)state;
    struct pdoc__tree tree;
    struct pdoc__buffer out = {0};
    struct pdoc__page page = {.out = &out};
    char title[1000];
    for (size_t i = 0; i < sizeof title; i++)
        title[i] = i % 11 == 10 ? ' ' : 'x';
    title[sizeof title - 1] = '\0';
    pdoc__tree_begin(&tree, "report");
    struct pdoc__node *list = pdoc__tree_list(&tree, tree.root, "rows", "row");
    put_row(&tree, list, title, title);
    put_row(&tree, list, "CO17", title);
    pdoc__page_table(&page, columns, 3, list, 2);
    size_t lines = 0;
    for (const char *line = out.data; *line; line += strcspn(line, "\n") + 1) {
        assert_true(pdoc__text_width(line, strcspn(line, "\n")) <= PDOC__PAGE_WIDTH);
        lines++;
    }
    assert_int_equal(lines, 1 + 2 * 3); /* the head, and three lines of each row */
    assert_non_null(strstr(out.data, "..."));
    assert_non_null(strstr(out.data, "1240\n"));
    pdoc__buffer_free(&out);
    pdoc__tree_free(&tree);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(width_is_that_of_characters_not_of_bytes),
        cmocka_unit_test(lines_break_at_spaces_and_long_words_anywhere),
        cmocka_unit_test(an_address_that_is_wider_than_the_line_is_kept_whole),
        cmocka_unit_test(a_long_text_is_shortened_where_people_read_it),
        cmocka_unit_test(megabytes_are_wrapped_line_by_line),
        cmocka_unit_test(a_block_hangs_from_its_lead),
        cmocka_unit_test(what_a_terminal_would_obey_is_replaced),
        cmocka_unit_test(colours_come_only_if_asked_for),
        cmocka_unit_test(tables_are_aligned_and_the_id_stands_in_for_a_reference),
        cmocka_unit_test(empty_columns_are_left_out_unless_they_are_kept_and_heads_may_have_two_lines),
        cmocka_unit_test(words_are_kept_whole_and_the_title_gets_most_room),
        cmocka_unit_test(a_long_cell_ends_in_dots_and_no_line_is_wider_than_the_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
