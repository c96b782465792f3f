/* SPDX-License-Identifier: MIT */
/* Tables of text: what is written is read again, in every encoding; what cannot be a table is told with row and cell.
 */
#include "registers.h"

#include "keeping/csv.h"
#include "publish/forms.h"

static struct pdoc__csv read_table(const char *text, size_t size)
{
    struct pdoc__csv csv;
    pdoc_error *error = NULL;
    if (!pdoc__csv_read(&csv, text, size, "t.csv", &error))
        fail_msg("%s", pdoc_error_message(error));
    assert_null(error);
    return csv;
}

static void expect_table(const char *text, size_t size, const char *const *cells, size_t rows, size_t columns)
{
    struct pdoc__csv csv = read_table(text, size);
    assert_int_equal(csv.count, rows);
    for (size_t i = 0; i < rows * columns; i++)
        assert_string_equal(pdoc__csv_cell_at(&csv, i / columns, i % columns), cells[i]);
    pdoc__csv_free(&csv);
}
#define EXPECT(text, rows, columns, ...)                                                                               \
    expect_table(text, sizeof(text) - 1, (const char *const[]){__VA_ARGS__}, rows, columns)

static void delimiters_and_line_ends_are_told_by_what_is_found(void **state)
{
    (void)state;
    EXPECT("a,b\r\nc,d\r\n", 2, 2, "a", "b", "c", "d");
    EXPECT("a;b\nc;\"d,e,f\"", 2, 2, "a", "b", "c", "d,e,f");
    EXPECT("a\tb\rc\td\r", 2, 2, "a", "b", "c", "d");
    EXPECT("sep=;\r\na,b;c\r\n", 1, 2, "a,b", "c");
    EXPECT("\"a;b;c\",d\n", 1, 2, "a;b;c", "d");
    EXPECT("a\n", 1, 1, "a");
    EXPECT("a,b\n\nc,\n", 3, 2, "a", "b", "", "", "c", "");
}

static void quotes_hold_delimiters_line_breaks_and_quotes(void **state)
{
    (void)state;
    EXPECT("\"a \"\"b\"\"\",\"c\r\nd\"\n", 1, 2, "a \"b\"", "c\r\nd");
    EXPECT("5\" pipe,\"x\"  ,\"\"\n", 1, 3, "5\" pipe", "x", "");
    struct pdoc__csv csv = read_table("a,\"b\nc\"\nd,e\n", 13);
    assert_int_equal(csv.rows[1].line, 3);
    pdoc__csv_free(&csv);
}

static void encodings_are_told_by_mark_by_zeros_or_by_elimination(void **state)
{
    static const struct {
        const char *bytes;
        size_t size;
        enum pdoc__encoding encoding;
        const char *first;
    } rows[] = {
        {"\xEF\xBB\xBF\xC2\xA3,b\n", 8, PDOC__UTF8, "\xC2\xA3"},
        {"\xC3\xA9,b\n", 5, PDOC__UTF8, "\xC3\xA9"},
        {"\xFF\xFE\xA3\0,\0b\0", 8, PDOC__UTF16_LE, "\xC2\xA3"},
        {"\xFE\xFF\0\xA3\0,\0b", 8, PDOC__UTF16_BE, "\xC2\xA3"},
        {"\xFF\xFE\x3D\xD8\x00\xDE,\0", 8, PDOC__UTF16_LE, "\xF0\x9F\x98\x80"},
        {"a\0b\0,\0c\0", 8, PDOC__UTF16_LE, "ab"},
        {"\0a\0b\0,\0c", 8, PDOC__UTF16_BE, "ab"},
        {"\xA3\x80\x93,b\n", 6, PDOC__WINDOWS_1252, "\xC2\xA3\xE2\x82\xAC\xE2\x80\x9C"},
        {"a\x81\x01\xE9,b\n", 7, PDOC__WINDOWS_1252, "a" PDOC__NO_LETTER PDOC__NO_LETTER "\xC3\xA9"},
        {"a\0b,c\n", 6, PDOC__UTF8, "a" PDOC__NO_LETTER "b"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct pdoc__csv csv = read_table(rows[i].bytes, rows[i].size);
        assert_int_equal(csv.encoding, rows[i].encoding);
        assert_string_equal(pdoc__csv_cell_at(&csv, 0, 0), rows[i].first);
        pdoc__csv_free(&csv);
    }
}

static void what_is_no_table_is_told_with_row_and_cell(void **state)
{
    static const struct {
        const char *bytes;
        size_t size;
        pdoc_status status;
        uint32_t line, column;
        const char *message;
    } rows[] = {
        {"a,b\nc,\"d\ne", 10, PDOC_ERR_SYNTAX, 2, 2,
         "row 2, cell 2: the quote that begins here has no end; close it with \""},
        {"a\n\"b\"c\n", 7, PDOC_ERR_SYNTAX, 2, 1,
         "row 2, cell 1: text follows the quote that ends the cell; a quote inside a cell is written twice"},
        {"\xFF\xFE\x00\xDC", 4, PDOC_ERR_FORMAT, 1, 0,
         "the bytes are no UTF-16LE, as which the table begins; save it as CSV in UTF-8"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct pdoc__csv csv;
        pdoc_error *error = NULL;
        assert_false(pdoc__csv_read(&csv, rows[i].bytes, rows[i].size, "t.csv", &error));
        assert_int_equal(pdoc_error_status(error), rows[i].status);
        assert_int_equal(pdoc_error_line(error), rows[i].line);
        assert_int_equal(pdoc_error_column(error), rows[i].column);
        assert_string_equal(pdoc_error_file(error), "t.csv");
        assert_string_equal(pdoc_error_message(error), rows[i].message);
        pdoc_error_free(error);
    }
}

static void limits_hold(void **state)
{
    (void)state;
    enum { SIZE = PDOC__CSV_LONGEST_CELL + 2 };
    char *text = malloc(SIZE);
    assert_non_null(text);
    for (int kind = 0; kind < 3; kind++) {
        struct pdoc__csv csv;
        pdoc_error *error = NULL;
        memset(text, "x,\n"[kind], SIZE);
        assert_false(pdoc__csv_read(&csv, text, SIZE, NULL, &error));
        assert_int_equal(pdoc_error_status(error), PDOC_ERR_LIMIT);
        pdoc_error_free(error);
    }
    free(text);
}

/* ---- written and read again ---- */

static uint32_t next(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 16;
}

static void random_cell(uint32_t *seed, char *out, uint32_t most)
{
    static const char *const pieces[] = {"a", "B", ",", ";", "\"", "\n", "\r\n", "'",        "=",
                                         "-", "+", "@", "1", "\t", " ",  ".",    "\xC3\xA9", "\xE2\x82\xAC"};
    *out = '\0';
    for (uint32_t count = next(seed) % most; count > 0; count--)
        strcat(out, pieces[next(seed) % (sizeof pieces / sizeof *pieces)]);
}

static void what_is_written_is_read_again(void **state)
{
    uint32_t seed = 7;
    (void)state;
    for (int round = 0; round < 3000; round++) {
        char cells[12][64];
        struct pdoc__buffer out = {.data = NULL};
        pdoc__buffer_text(&out, "h,h,h\r\n"); /* so that the delimiter shows */
        for (size_t i = 0; i < 12; i++) {
            random_cell(&seed, cells[i], 8);
            pdoc__csv_cell(&out, cells[i]);
            pdoc__buffer_text(&out, i % 3 == 2 ? "\r\n" : ",");
        }
        struct pdoc__csv csv = read_table(out.data, out.size);
        assert_int_equal(csv.count, 5);
        for (size_t i = 0; i < 12; i++)
            assert_string_equal(pdoc__csv_cell_at(&csv, i / 3 + 1, i % 3), cells[i]);
        pdoc__csv_free(&csv);
        pdoc__buffer_free(&out);
    }
}

static void no_cell_is_a_formula_and_numbers_stay(void **state)
{
    static const char *const rows[][2] = {
        {"=SUM(A1:A9)", "'=SUM(A1:A9)"},
        {"+44 20", "'+44 20"},
        {"-P14D", "'-P14D"},
        {"@here", "'@here"},
        {"'=1", "''=1"},
        {"-5", "-5"},
        {"-12.50", "-12.50"},
        {"-5.", "'-5."},
        {"-", "'-"},
        {"a=b", "a=b"},
        {"'quoted'", "'quoted'"},
        {"=\"a\"", "\"'=\"\"a\"\"\""},
        {"\tx", "'\tx"},
        {"-1+1", "'-1+1"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct pdoc__buffer out = {.data = NULL};
        pdoc__csv_cell(&out, rows[i][0]);
        assert_string_equal(out.data, rows[i][1]);
        pdoc__buffer_free(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(delimiters_and_line_ends_are_told_by_what_is_found),
        cmocka_unit_test(quotes_hold_delimiters_line_breaks_and_quotes),
        cmocka_unit_test(encodings_are_told_by_mark_by_zeros_or_by_elimination),
        cmocka_unit_test(what_is_no_table_is_told_with_row_and_cell),
        cmocka_unit_test(limits_hold),
        cmocka_unit_test(what_is_written_is_read_again),
        cmocka_unit_test(no_cell_is_a_formula_and_numbers_stay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
