/* SPDX-License-Identifier: MIT */
/* Calendar files: read, refused with the place of the mistake, and written as they were. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "failing_memory.h"
#include "policydoc/publish.h"
#include "xml/embedded.h"

#define CALENDAR(attributes, content)                                                                                  \
    "<calendar xmlns=\"urn:policydoc:1\" id=\"c\" from=\"2026-01-01\" to=\"2026-12-31\"" attributes ">\n" content           \
    "</calendar>"

static pdoc_calendar *read_text(const char *text, pdoc_error **error)
{
    return pdoc_calendar_read_memory(text, strlen(text), "c.xml", error);
}

static void a_file_gives_its_days_ranges_and_working_days(void **state)
{
    (void)state;
    pdoc_calendar *calendar = read_text(
        CALENDAR(" name=\"The C\" weekend=\"sunday\" as-of=\"2026-11\" other:x=\"y\" xmlns:other=\"urn:other\"",
                 "<non-working on=\"2026-05-04\" name=\"May &amp; more\"/><other:note>words <other:b/></other:note>\n"
                 "<non-working from=\"2026-12-24\" to=\"2026-12-31\"/><!-- so --><working on=\"2026-12-28\"/>"),
        NULL);
    assert_null(calendar); /* as-of is a day */
    calendar = read_text(
        CALENDAR(" name=\"The C\" weekend=\"sunday\" as-of=\"2026-11-24\" other:x=\"y\" xmlns:other=\"urn:other\"",
                 "<non-working on=\"2026-05-04\" name=\"May &amp; more\"/><other:note>words <other:b/></other:note>\n"
                 "<non-working from=\"2026-12-24\" to=\"2026-12-31\"/><!-- so --><working on=\"2026-12-28\"/>"),
        NULL);
    assert_non_null(calendar);
    assert_string_equal(pdoc_calendar_name(calendar), "The C");
    assert_false(pdoc_calendar_is_weekend(calendar, 6));
    assert_int_equal(pdoc_calendar_entry_count(calendar), 3);
    assert_string_equal(pdoc_calendar_reason(calendar, (pdoc_date){2026, 5, 4}), "May & more");
    assert_int_equal(pdoc_calendar_is_working(calendar, (pdoc_date){2026, 12, 28}), PDOC_TRUE);
    assert_int_equal(pdoc_calendar_is_working(calendar, (pdoc_date){2026, 12, 30}), PDOC_FALSE);
    pdoc_calendar_unref(calendar);
}

static void mistakes_are_told_with_their_place(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        pdoc_status status;
        uint32_t line;
        const char *part; /* of the message */
    } rows[] = {
        {"", PDOC_ERR_SYNTAX, 0, ""},
        {"<calendar xmlns=\"urn:policydoc:1\" id=\"c\" from=\"2026-01-01\" to=\"2026-12-31\">", PDOC_ERR_SYNTAX, 1, ""},
        {"<register xmlns=\"urn:policydoc:1\"/>", PDOC_ERR_FORMAT, 1, "not a calendar"},
        {"<calendar id=\"c\"/>", PDOC_ERR_FORMAT, 1, "not a calendar"},
        {"<calendar xmlns=\"urn:policydoc:2\"/>", PDOC_ERR_NEWER, 1, "urn:policydoc:2"},
        {CALENDAR(" schema-version=\"2.0\"", ""), PDOC_ERR_NEWER, 1, "schema version"},
        {CALENDAR(" must-understand=\"tides\"", ""), PDOC_ERR_NEWER, 1, "tides"},
        {"<calendar xmlns=\"urn:policydoc:1\" id=\"c\" to=\"2026-12-31\"/>", PDOC_ERR_INVALID, 1, "'from' is missing"},
        {"<calendar xmlns=\"urn:policydoc:1\" id=\"c\" from=\"2026-01-01\"/>", PDOC_ERR_INVALID, 1, "'to' is missing"},
        {"<calendar xmlns=\"urn:policydoc:1\" from=\"2026-01-01\" to=\"2026-12-31\"/>", PDOC_ERR_INVALID, 1, "id"},
        {CALENDAR(" weekends=\"sunday\"", ""), PDOC_ERR_INVALID, 1, "'weekends'"},
        {CALENDAR(" weekend=\"sonntag\"", ""), PDOC_ERR_INVALID, 1, "sonntag"},
        {CALENDAR("", "<non-workin on=\"2026-05-04\"/>"), PDOC_ERR_INVALID, 2, "'non-workin' is not known here"},
        {CALENDAR("", "<working on=\"2026-05-04\"><working on=\"2026-05-04\"/></working>"), PDOC_ERR_INVALID, 2, "directly"},
        {CALENDAR("", "<non-working on=\"2026-05-04\" nam=\"x\"/>"), PDOC_ERR_INVALID, 2, "expected one of on, from"},
        {CALENDAR("", "<non-working/>"), PDOC_ERR_INVALID, 2, "'on' is missing"},
        {CALENDAR("", "<non-working on=\"2026-02-30\"/>"), PDOC_ERR_INVALID, 2, "2026-02-30"},
        {CALENDAR("", "<non-working from=\"2026-02-03\"/>"), PDOC_ERR_INVALID, 2, "'to' is missing"},
        {CALENDAR("", "<non-working to=\"2026-02-03\"/>"), PDOC_ERR_INVALID, 2, "'from' is missing"},
        {CALENDAR("", "<non-working on=\"2026-02-03\" to=\"2026-02-04\"/>"), PDOC_ERR_INVALID, 2, "a range"},
        {CALENDAR("", "<non-working from=\"2026-02-03\" to=\"2026-02-02\"/>"), PDOC_ERR_INVALID, 2, "before it begins"},
        {CALENDAR("", "<non-working from=\"2026-02-03\" to=\"2028-02-02\"/>"), PDOC_ERR_INVALID, 2, "longer than 400"},
        {CALENDAR("", "2026-02-03"), PDOC_ERR_INVALID, 2, "no text"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pdoc_error *error = NULL;
        assert_null(read_text(rows[i].text, &error));
        if (pdoc_error_status(error) != rows[i].status || !strstr(pdoc_error_message(error), rows[i].part) ||
            (rows[i].line > 0 && pdoc_error_line(error) != rows[i].line))
            fail_msg("%s: %s, line %u: %s", rows[i].text, pdoc_status_name(pdoc_error_status(error)),
                     (unsigned)pdoc_error_line(error), pdoc_error_message(error));
        assert_string_equal(pdoc_error_file(error), "c.xml");
        assert_true(rows[i].line < 2 || pdoc_error_column(error) > 0);
        pdoc_error_free(error);
    }
}

static void all_mistakes_of_a_file_are_told(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    assert_null(read_text(CALENDAR("", "<non-working on=\"x\"/>\n<holiday/>\n<working on=\"y\"/>"), &error));
    const pdoc_error *second = pdoc_error_next(error);
    assert_int_equal(pdoc_error_line(error), 2);
    assert_int_equal(pdoc_error_line(second), 3);
    assert_int_equal(pdoc_error_line(pdoc_error_next(second)), 4);
    pdoc_error_free(error);
}

static void what_cannot_be_read_is_refused(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    assert_null(pdoc_calendar_read_file(NULL, NULL));
    assert_null(pdoc_calendar_read_memory(NULL, 3, NULL, NULL));
    assert_null(pdoc_calendar_read_file("/nonexistent/c.xml", &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_READ);
    pdoc_error_free(error);
    error = NULL;
    assert_null(pdoc_calendar_shipped("atlantis", &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_ARGUMENT);
    pdoc_error_free(error);
    assert_null(pdoc_calendar_shipped(NULL, NULL));
    assert_null(pdoc_calendar_shipped_id(pdoc_calendar_shipped_count()));
    assert_null(pdoc_calendar_publish(NULL, NULL, NULL));
}

/* The comments at the head of the shipped files are about the files, not about the calendars. */
static void shipped_files_are_written_byte_for_byte_but_for_their_comments(void **state)
{
    (void)state;
    const pdoc_publish_options options = {.size = sizeof options, .format = PDOC_FORMAT_XML};
    for (size_t i = 0; i < pdoc_calendar_shipped_count(); i++) {
        static char expected[65536];
        const struct pdoc__embedded *file = &pdoc__embedded_calendars[i];
        size_t used = 0;
        for (size_t at = 0; at < file->size;) {
            size_t end = at;
            while (end < file->size && file->data[end] != '\n')
                end++;
            end += end < file->size;
            if (memcmp(file->data + at, "<!--", 4) != 0) {
                memcpy(expected + used, file->data + at, end - at);
                used += end - at;
            }
            at = end;
        }
        pdoc_calendar *calendar = pdoc_calendar_shipped(pdoc_calendar_shipped_id(i), NULL);
        pdoc_text *text = pdoc_calendar_publish(calendar, &options, NULL);
        assert_int_equal(pdoc_text_size(text), used);
        assert_memory_equal(pdoc_text_data(text), expected, used);
        pdoc_text_free(text);
        pdoc_calendar_unref(calendar);
    }
}

static void what_is_written_is_read_as_the_same(void **state)
{
    (void)state;
    static const char file[] =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<calendar xmlns=\"urn:policydoc:1\" id=\"c\"\n"
        "          weekend=\"\" from=\"2026-01-01\" to=\"2026-12-31\">\n"
        "  <non-working on=\"2026-05-04\" name=\"A &lt;b&gt; &amp; &quot;c&quot;&#10;&#9;d\"/>\n"
        "  <non-working from=\"2026-12-24\" to=\"2026-12-31\"/>\n"
        "  <working on=\"2026-12-28\" name=\"Stocktaking\"/>\n</calendar>\n";
    const pdoc_publish_options options = {.size = sizeof options, .format = PDOC_FORMAT_XML};
    pdoc_calendar *calendar = read_text(file, NULL);
    pdoc_text *text = pdoc_calendar_publish(calendar, &options, NULL);
    assert_string_equal(pdoc_text_data(text), file);
    pdoc_text_free(text);
    pdoc_calendar_unref(calendar);
}

static void a_calendar_is_published_in_every_form(void **state)
{
    (void)state;
    static const struct {
        pdoc_format format;
        const char *part;
    } rows[] = {
        {PDOC_FORMAT_TEXT, "The C (c)\ncovers    2026-01-01 to 2026-12-31\nweekend   saturday sunday\n"},
        {PDOC_FORMAT_TEXT, "2026-05-04              Monday   Early May"},
        {PDOC_FORMAT_TEXT, "2026-12-24  2026-12-31"},
        {PDOC_FORMAT_CSV, "first,last,kind,name\r\n2026-05-04,2026-05-04,non-working,Early May\r\n"},
        {PDOC_FORMAT_JSON, "\"weekend\": \"saturday sunday\""},
    };
    pdoc_calendar *calendar = read_text(
        CALENDAR(" name=\"The C\"", "<non-working on=\"2026-05-04\" name=\"Early May\"/>"
                                    "<non-working from=\"2026-12-24\" to=\"2026-12-31\"/><working on=\"2026-12-28\"/>"),
        NULL);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const pdoc_publish_options options = {.size = sizeof options, .format = rows[i].format};
        pdoc_text *text = pdoc_calendar_publish(calendar, &options, NULL);
        if (!strstr(pdoc_text_data(text), rows[i].part))
            fail_msg("%s\nis not in\n%s", rows[i].part, pdoc_text_data(text));
        pdoc_text_free(text);
    }
    const pdoc_publish_options svg = {.size = sizeof svg, .format = PDOC_FORMAT_SVG};
    assert_null(pdoc_calendar_publish(calendar, &svg, NULL));
    pdoc_calendar_unref(calendar);
}

static void a_list_of_calendars_is_published_in_every_form(void **state)
{
    (void)state;
    static const struct {
        pdoc_format format;
        const char *part;
    } rows[] = {
        {PDOC_FORMAT_TEXT, "c   Two, one  2026-01-01  2026-12-31  2026-02-03"},
        {PDOC_FORMAT_CSV, "id,name,from,to,as_of,days,source\r\nc,\"Two, one\",2026-01-01,2026-12-31,2026-02-03,1,\r\n"},
        {PDOC_FORMAT_JSON, "\"kind\": \"calendars\""},
        {PDOC_FORMAT_XML, "kind=\"calendars\""},
    };
    pdoc_calendar *calendar =
        read_text(CALENDAR(" name=\"Two, one\" as-of=\"2026-02-03\"", "<non-working on=\"2026-05-04\"/>"), NULL);
    const pdoc_calendar *list[] = {calendar, NULL};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const pdoc_publish_options options = {.size = sizeof options, .format = rows[i].format};
        pdoc_text *text = pdoc_calendars_publish(list, 1, &options, NULL);
        if (!strstr(pdoc_text_data(text), rows[i].part))
            fail_msg("%s\nis not in\n%s", rows[i].part, pdoc_text_data(text));
        pdoc_text_free(text);
    }
    assert_null(pdoc_calendars_publish(list, 2, NULL, NULL));
    assert_null(pdoc_calendars_publish(NULL, 1, NULL, NULL));
    pdoc_calendar_unref(calendar);
}

static bool read_and_publish(pdoc_format format, pdoc_error **error)
{
    const pdoc_publish_options options = {.size = sizeof options, .format = format};
    pdoc_calendar *calendar =
        read_text(CALENDAR(" name=\"The C\"", "<non-working on=\"2026-05-04\" name=\"Early May\"/>"), error);
    pdoc_text *text = calendar ? pdoc_calendar_publish(calendar, &options, error) : NULL;
    const bool good = text != NULL;
    pdoc_text_free(text);
    pdoc_calendar_unref(calendar);
    return good;
}

static void when_memory_runs_out_nothing_is_read_or_published(void **state)
{
    (void)state;
    for (int format = PDOC_FORMAT_TEXT; format <= PDOC_FORMAT_XML; format++) {
        bool good = false;
        long tries = 0;
        for (; tries < 2000 && !good; tries++) {
            pdoc_error *error = NULL;
            memory_fails_after(tries);
            good = read_and_publish((pdoc_format)format, &error);
            memory_until_failure = -1;
            assert_int_equal(pdoc_error_status(error), good ? PDOC_OK : PDOC_ERR_NOMEM);
            pdoc_error_free(error);
            assert_int_equal(memory_held, 0);
        }
        assert_true(good);
        assert_true(tries > 5);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_gives_its_days_ranges_and_working_days),
        cmocka_unit_test(mistakes_are_told_with_their_place),
        cmocka_unit_test(all_mistakes_of_a_file_are_told),
        cmocka_unit_test(what_cannot_be_read_is_refused),
        cmocka_unit_test(shipped_files_are_written_byte_for_byte_but_for_their_comments),
        cmocka_unit_test(what_is_written_is_read_as_the_same),
        cmocka_unit_test(a_calendar_is_published_in_every_form),
        cmocka_unit_test(a_list_of_calendars_is_published_in_every_form),
        cmocka_unit_test(when_memory_runs_out_nothing_is_read_or_published),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
