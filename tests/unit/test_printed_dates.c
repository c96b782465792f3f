/* SPDX-License-Identifier: MIT */
/* Dates as people print them, from a table here and from real front sheets where the shared data is at hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "policydoc/date.h"

#ifndef PDOC_SHARED_DEFAULT
#define PDOC_SHARED_DEFAULT ""
#endif
#define SIZE(rows) (sizeof(rows) / sizeof *(rows))

static void dates_are_read_as_people_print_them(void **state)
{
    (void)state;
    static const char *const rows[][2] = {
        {"7 July 2020", "2020-07-07"},
        {"June 2023", "2023-06"},
        {"1st April 2024", "2024-04-01"},
        {"30/01/14", "2014-01-30"},
        {"08.02.2010", "2010-02-08"},
        {"Sept 2005", "2005-09"},
        {"January 15th 2018", "2018-01-15"},
        {"January 15, 2018", "2018-01-15"},
        {"10 Aug 14", "2014-08-10"},
        {"07/2015", "2015-07"},
        {"August 2015.", "2015-08"},
        {"2014", "2014"},
        {"14/03/2012", "2012-03-14"},
        {"1/2/2013", "2013-02-01"},
        {"01-02-2013", "2013-02-01"},
        {"3-Mar-2019", "2019-03-03"},
        {"3-Mar-19", "2019-03-03"},
        {"03/Mar/2019", "2019-03-03"},
        {"Sep. 2005", "2005-09"},
        {"10 Aug. 2014", "2014-08-10"},
        {"2ND MAY 1999", "1999-05-02"},
        {"3rd September, 2015", "2015-09-03"},
        {"  7  July \n 2020 ", "2020-07-07"},
        {"7\xC2\xA0July\xC2\xA0"
         "2020",
         "2020-07-07"},
        {"2023-06-30", "2023-06-30"},
        {"2023-06", "2023-06"},
        {" 2023-06-30\n", "2023-06-30"},
        {"01/01/69", "2069-01-01"},
        {"01/01/70", "1970-01-01"},
        {"01/01/00", "2000-01-01"},
        {"01/01/99", "1999-01-01"},
        {"29 February 2024", "2024-02-29"},
        {"May 2009", "2009-05"},
    };
    for (size_t i = 0; i < SIZE(rows); i++) {
        pdoc_date date = {0, 0, 0};
        char text[PDOC_DATE_TEXT];
        if (pdoc_date_parse_printed(rows[i][0], &date, NULL) != PDOC_OK)
            fail_msg("\"%s\" was not read", rows[i][0]);
        assert_string_equal(pdoc_date_format(date, text), rows[i][1]);
    }
}

static void what_would_have_to_be_guessed_is_refused(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "",
        " ",
        ".",
        "April",
        "4",
        "4 July",
        "July 4",
        "Apr 14",
        "Apr-14",
        "05/06",
        "14-01-30",
        "30/02/2014",
        "13/13/2014",
        "02/30/2014",
        "31 April 2020",
        "29 February 2023",
        "0 July 2020",
        "00/01/2020",
        "01/00/2020",
        "32 July 2020",
        "7 July 202",
        "7 July 20201",
        "7 July 020",
        "7 Jul",
        "7July2020",
        "7 Jly 2020",
        "Ju 2020",
        "Julyx 2020",
        "Janua 2020",
        "7 July 2020 or sooner",
        "by 7 July 2020",
        "Friday 7 July 2020",
        "7 July 2020..",
        "7 July 2020,",
        "2020,",
        ", 2020",
        "7 July - 9 July 2020",
        "2019/20",
        "2019/2020",
        "2019-2020",
        "Spring 2020",
        "April 2018 (or earlier if indicated)",
        "N/A",
        "TBC",
        "Reviewed annually",
        "See departmental schedule",
        "18 March 2016 Policy Committee",
        "0000",
        "00/0000",
        "1/2.2013",
        "1.2/2013",
        "20/06/203",
        "7th",
        "th July 2020",
        "7 xth July 2020",
        "7  , , July 2020",
        "2023-13",
        "2023-06-31",
        "2023-06-30T00:00:00",
        "2023-06-30Z",
        "\xC2",
        "7\xA0July 2020",
        "\xEF\xBC\x97 July 2020",
    };
    for (size_t i = 0; i < SIZE(texts); i++) {
        pdoc_date date = {1, 2, 3};
        pdoc_error *error = NULL;
        if (pdoc_date_parse_printed(texts[i], &date, &error) != PDOC_ERR_INVALID)
            fail_msg("\"%s\" was read", texts[i]);
        assert_non_null(strstr(pdoc_error_message(error), "7 July 2020"));
        pdoc_error_free(error);
        assert_int_equal(date.year * 10000 + date.month * 100 + date.day, 10203);
    }
    pdoc_date date = {0, 0, 0};
    assert_int_equal(pdoc_date_parse_printed(NULL, &date, NULL), PDOC_ERR_ARGUMENT);
    assert_int_equal(pdoc_date_parse_printed("2020", NULL, NULL), PDOC_ERR_ARGUMENT);
}

static void every_month_is_known_in_full_and_short_in_any_case(void **state)
{
    (void)state;
    static const char *const names[] = {"January", "February", "March",     "April",   "May",      "June",
                                        "July",    "August",   "September", "October", "November", "December"};
    for (size_t i = 0; i < SIZE(names); i++) {
        char text[3][32];
        snprintf(text[0], sizeof text[0], "%s 2020", names[i]);
        snprintf(text[1], sizeof text[1], "%.3s 2020", names[i]);
        snprintf(text[2], sizeof text[2], "%.3s 2020", names[i]);
        for (char *at = text[2]; *at != ' '; at++)
            *at = (char)(*at >= 'a' && *at <= 'z' ? *at - 32 : *at);
        for (size_t k = 0; k < 3; k++) {
            pdoc_date date = {0, 0, 0};
            assert_int_equal(pdoc_date_parse_printed(text[k], &date, NULL), PDOC_OK);
            assert_int_equal(date.month, i + 1);
            assert_int_equal(date.day, 0);
        }
    }
}

/* Kinds of the column norm_note: what must be read as value_norm says, and what must be refused. */
static const char *const read_kinds[] = {"day", "month", "year"};
static const char *const refused_kinds[] = {"day+text",    "month+text", "month-only",
                                            "unparseable", "period",     "not-applicable"};

static bool is_among(const char *word, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(word, words[i]) == 0)
            return true;
    return false;
}

/* Cuts a line at its tabs, in place; gives the number of cells. */
static size_t cells_of(char *line, char **cells, size_t most)
{
    size_t count = 0;
    line[strcspn(line, "\r\n")] = '\0';
    for (char *at = line; at && count < most; count++) {
        cells[count] = at;
        at = strchr(at, '\t');
        if (at)
            *at++ = '\0';
    }
    return count;
}

static size_t column(char **heads, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(heads[i], name) == 0)
            return i;
    fail_msg("there is no column %s", name);
    return 0;
}

static FILE *open_front_sheets(void)
{
    const char *shared = getenv("PDOC_SHARED");
    char path[4096];
    if (!shared)
        shared = PDOC_SHARED_DEFAULT;
    snprintf(path, sizeof path, "%s/data/frontsheets-open.tsv", shared);
    FILE *file = *shared ? fopen(path, "r") : NULL;
    if (!file)
        print_message("skipped: %s is not there (PDOC_SHARED names the folder that holds data/)\n", path);
    return file;
}

static bool is_read_right(const char *value, const char *expected, bool must_be_read)
{
    pdoc_date date = {0, 0, 0};
    char text[PDOC_DATE_TEXT];
    if (pdoc_date_parse_printed(value, &date, NULL) != PDOC_OK)
        return !must_be_read;
    return must_be_read && strcmp(pdoc_date_format(date, text), expected) == 0;
}

static void dates_of_real_front_sheets_are_read_or_refused_as_marked(void **state)
{
    (void)state;
    static char line[65536];
    char *cells[32];
    FILE *file = open_front_sheets();
    if (!file)
        skip();
    assert_non_null(fgets(line, sizeof line, file));
    const size_t heads = cells_of(line, cells, SIZE(cells));
    const size_t value = column(cells, heads, "value"), norm = column(cells, heads, "value_norm");
    const size_t note = column(cells, heads, "norm_note");
    size_t read = 0, refused = 0, wrong = 0;
    while (fgets(line, sizeof line, file)) {
        if (cells_of(line, cells, SIZE(cells)) != heads)
            continue;
        const bool must_be_read = is_among(cells[note], read_kinds, SIZE(read_kinds));
        if (!must_be_read && !is_among(cells[note], refused_kinds, SIZE(refused_kinds)))
            continue;
        read += must_be_read;
        refused += !must_be_read;
        if (is_read_right(cells[value], cells[norm], must_be_read))
            continue;
        print_error("%s: \"%s\" should be %s\n", cells[note], cells[value], must_be_read ? cells[norm] : "refused");
        wrong++;
    }
    fclose(file);
    print_message("%zu dates read, %zu refused\n", read, refused);
    assert_true(read >= 50);
    assert_true(refused >= 5);
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_are_read_as_people_print_them),
        cmocka_unit_test(what_would_have_to_be_guessed_is_refused),
        cmocka_unit_test(every_month_is_known_in_full_and_short_in_any_case),
        cmocka_unit_test(dates_of_real_front_sheets_are_read_or_refused_as_marked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
