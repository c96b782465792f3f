/* SPDX-License-Identifier: MIT */
/* The views: options that cannot be, other registers, and memory that runs out at every place. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "policydoc/policydoc.h"

static const char profile_text[] =
    "<profile xmlns=\"urn:policydoc:1\" schema-version=\"1.0\" id=\"small\" review-by=\"author\" due-soon=\"P90D\">"
    "<title>Small</title>"
    "<types><type id=\"policy\" base=\"policy\"><label>Policy</label></type></types>"
    "<facts><fact id=\"approved\" event=\"decided\" fallback=\"date-approved\"/></facts>"
    "<schedule><due id=\"review\" kind=\"review\" anchors=\"approved\" offset=\"P3Y\" printed=\"date-review\"/></schedule>"
    "<requirements><requirement id=\"has-sponsor\"><label>A sponsor is named</label>"
    "<must><present of=\"field.sponsor\"/></must><message>{title} names no sponsor.</message></requirement></requirements>"
    "</profile>";

static const char register_text[] =
    "<register xmlns=\"urn:policydoc:1\" schema-version=\"1.0\"><title>R</title><profile ref=\"small\"/>"
    "<document id=\"d1\" type=\"policy\"><title>One</title><reference>P1</reference><version n=\"1\"><front-sheet>"
    "<row field=\"author\"><text>A post</text></row><row field=\"date-review\"><text>June 2023</text></row>"
    "</front-sheet><section code=\"scope\"><title>Scope</title><text>All.</text></section></version>"
    "<history><decided id=\"e1\" on=\"2020-07-07\" version=\"1\" by=\"executive\" outcome=\"approved\"/></history></document>"
    "<document id=\"d2\" type=\"policy\"><title>Two</title><version n=\"1\"/><history/></document></register>";

struct scene {
    pdoc_profile *profile;
    pdoc_register *reg;
    pdoc_basis basis;
    pdoc_schedule *schedule;
    pdoc_report *report;
    pdoc_explanation *explanation;
    pdoc_profile_set *set;
};

static struct scene scene;

static int set_up(void **state)
{
    (void)state;
    scene.profile = pdoc_profile_read_memory(profile_text, strlen(profile_text), NULL, NULL, NULL);
    scene.reg = pdoc_register_read_memory(register_text, strlen(register_text), NULL, NULL, NULL);
    scene.basis = (pdoc_basis){.size = sizeof scene.basis, .as_of = {2026, 11, 22}, .profile = scene.profile};
    scene.schedule = pdoc_schedule_new(scene.reg, &scene.basis, NULL);
    scene.report = pdoc_audit(scene.reg, &scene.basis, NULL);
    scene.explanation = pdoc_document_explain(pdoc_register_document(scene.reg, 0), &scene.basis, NULL);
    scene.set = pdoc_profile_set_new(NULL);
    if (!scene.set || pdoc_profile_set_add(scene.set, scene.profile, NULL) != PDOC_OK)
        return -1;
    return scene.schedule && scene.report && scene.explanation ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    pdoc_profile_set_unref(scene.set);
    pdoc_explanation_unref(scene.explanation);
    pdoc_report_unref(scene.report);
    pdoc_schedule_unref(scene.schedule);
    pdoc_register_unref(scene.reg);
    pdoc_profile_unref(scene.profile);
    return 0;
}

static pdoc_text *audit(const pdoc_publish_options *options, pdoc_error **error)
{
    return pdoc_report_publish(scene.report, options, error);
}

static pdoc_text *due(const pdoc_publish_options *options, pdoc_error **error)
{
    return pdoc_schedule_publish(scene.schedule, scene.reg, options, error);
}

static pdoc_text *explain(const pdoc_publish_options *options, pdoc_error **error)
{
    return pdoc_explanation_publish(scene.explanation, options, error);
}

static pdoc_text *show(const pdoc_publish_options *options, pdoc_error **error)
{
    return pdoc_document_publish(pdoc_register_document(scene.reg, 0), &scene.basis, options, error);
}

static pdoc_text *list(const pdoc_publish_options *options, pdoc_error **error)
{
    return pdoc_register_publish(scene.reg, &scene.basis, options, error);
}

static pdoc_text *profile(const pdoc_publish_options *options, pdoc_error **error)
{
    return pdoc_profile_publish(scene.profile, options, error);
}

static pdoc_text *profiles(const pdoc_publish_options *options, pdoc_error **error)
{
    return pdoc_profile_set_publish(scene.set, options, error);
}

typedef pdoc_text *(*publisher)(const pdoc_publish_options *options, pdoc_error **error);
static const publisher publishers[] = {audit, due, explain, show, list, profile, profiles};
#define PUBLISHER_COUNT (sizeof publishers / sizeof *publishers)

static pdoc_publish_options options_of(pdoc_format format)
{
    return (pdoc_publish_options){.size = sizeof(pdoc_publish_options), .format = format};
}

static void fails(publisher publish, const pdoc_publish_options *options, pdoc_status status, const char *part)
{
    pdoc_error *error = NULL;
    assert_null(publish(options, &error));
    assert_int_equal(pdoc_error_status(error), status);
    if (!strstr(pdoc_error_message(error), part))
        fail_msg("\"%s\" lacks \"%s\"", pdoc_error_message(error), part);
    pdoc_error_free(error);
}

static void no_options_are_the_defaults(void **state)
{
    (void)state;
    for (size_t i = 0; i < PUBLISHER_COUNT; i++) {
        const pdoc_publish_options plain = options_of(PDOC_FORMAT_TEXT);
        pdoc_text *without = publishers[i](NULL, NULL);
        pdoc_text *with = publishers[i](&plain, NULL);
        assert_non_null(without);
        assert_string_equal(pdoc_text_data(without), pdoc_text_data(with));
        pdoc_text_free(without);
        pdoc_text_free(with);
    }
}

static void options_without_their_size_or_with_no_format_are_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < PUBLISHER_COUNT; i++) {
        pdoc_publish_options options = options_of(PDOC_FORMAT_TEXT);
        options.size = 0;
        fails(publishers[i], &options, PDOC_ERR_ARGUMENT, "size");
        options = options_of((pdoc_format)7);
        fails(publishers[i], &options, PDOC_ERR_ARGUMENT, "format 7");
        options = options_of(PDOC_FORMAT_TEXT);
        options.width = 79;
        fails(publishers[i], &options, PDOC_ERR_ARGUMENT, "80 to 400 columns wide, not 79");
        options.width = 401;
        fails(publishers[i], &options, PDOC_ERR_ARGUMENT, "not 401");
    }
    const pdoc_publish_options csv = options_of(PDOC_FORMAT_CSV);
    fails(show, &csv, PDOC_ERR_ARGUMENT, "no CSV form");
}

static void what_is_not_known_is_refused_with_what_there_is(void **state)
{
    (void)state;
    pdoc_publish_options options = options_of(PDOC_FORMAT_TEXT);
    options.columns = "id,colour";
    fails(list, &options, PDOC_ERR_ARGUMENT, "there is no column \"colour\"; there are id, reference,");
    options.columns = "";
    fails(list, &options, PDOC_ERR_ARGUMENT, "there is no column \"\"");
    options = options_of(PDOC_FORMAT_TEXT);
    options.state = "late";
    fails(due, &options, PDOC_ERR_ARGUMENT, "there is no state \"late\"; there are overdue,");
    options = options_of(PDOC_FORMAT_TEXT);
    options.by = "day";
    fails(due, &options, PDOC_ERR_ARGUMENT, "body, author, manager, sponsor or type");
    options = options_of(PDOC_FORMAT_TEXT);
    options.within = "soon";
    fails(due, &options, PDOC_ERR_INVALID, "soon");
    options.within = "-P90D";
    fails(due, &options, PDOC_ERR_ARGUMENT, "\"-P90D\" reaches back");
    options.within = "P9999Y";
    fails(due, &options, PDOC_ERR_LIMIT, "");
}

static void too_many_columns_are_refused(void **state)
{
    (void)state;
    char names[65 * 3 + 1];
    for (size_t i = 0; i < 65; i++)
        memcpy(names + i * 3, "id,", 3);
    names[65 * 3 - 1] = '\0';
    pdoc_publish_options options = options_of(PDOC_FORMAT_CSV);
    options.columns = names;
    fails(list, &options, PDOC_ERR_ARGUMENT, "64 columns");
}

static void nothing_to_publish_is_an_error(void **state)
{
    (void)state;
    assert_null(pdoc_report_publish(NULL, NULL, NULL));
    assert_null(pdoc_schedule_publish(NULL, scene.reg, NULL, NULL));
    assert_null(pdoc_schedule_publish(scene.schedule, NULL, NULL, NULL));
    assert_null(pdoc_explanation_publish(NULL, NULL, NULL));
    assert_null(pdoc_document_publish(NULL, NULL, NULL, NULL));
    assert_null(pdoc_register_publish(NULL, &scene.basis, NULL, NULL));
    assert_null(pdoc_profile_publish(NULL, NULL, NULL));
}

static void a_schedule_of_another_register_is_refused(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    pdoc_register *other = pdoc_register_new(NULL);
    assert_non_null(other);
    assert_null(pdoc_schedule_publish(scene.schedule, other, NULL, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_ARGUMENT);
    assert_non_null(strstr(pdoc_error_message(error), "another register"));
    pdoc_error_free(error);
    pdoc_register_unref(other);
}

static void an_empty_register_has_an_empty_list(void **state)
{
    (void)state;
    pdoc_register *empty = pdoc_register_new(NULL);
    const pdoc_publish_options csv = options_of(PDOC_FORMAT_CSV);
    pdoc_text *text = pdoc_register_publish(empty, &scene.basis, &csv, NULL);
    assert_string_equal(pdoc_text_data(text), "reference,title,type,version,phase,due,state\r\n");
    pdoc_text_free(text);
    pdoc_register_unref(empty);
}

static void a_document_without_a_basis_is_shown_as_recorded(void **state)
{
    (void)state;
    pdoc_text *text = pdoc_document_publish(pdoc_register_document(scene.reg, 1), NULL, NULL, NULL);
    assert_string_equal(pdoc_text_data(text), "Two\nId                d2\nType              policy\n\nVersion 1\n");
    pdoc_text_free(text);
}

/* ---- memory that runs out ---- */

static size_t until_failure;

static bool is_to_fail(void)
{
    return until_failure > 0 && --until_failure == 0;
}

static void *failing_allocate(size_t size)
{
    return is_to_fail() ? NULL : malloc(size);
}

static void *failing_reallocate(void *memory, size_t size)
{
    return is_to_fail() ? NULL : realloc(memory, size);
}

static void fail_every_allocation_in_turn(publisher publish, const pdoc_publish_options *options)
{
    const struct pdoc__allocator kept = pdoc__allocator;
    pdoc_text *whole = publish(options, NULL);
    assert_non_null(whole);
    for (size_t place = 1;; place++) {
        pdoc_error *error = NULL;
        until_failure = place;
        pdoc__allocator = (struct pdoc__allocator){failing_allocate, failing_reallocate, free};
        pdoc_text *text = publish(options, &error);
        const bool has_failed = until_failure == 0;
        pdoc__allocator = kept;
        if (text) {
            assert_null(error);
            assert_string_equal(pdoc_text_data(text), pdoc_text_data(whole)); /* never a silent difference */
            pdoc_text_free(text);
        } else {
            assert_true(has_failed);
            assert_int_equal(pdoc_error_status(error), PDOC_ERR_NOMEM);
            pdoc_error_free(error);
        }
        if (!has_failed)
            break;
    }
    pdoc_text_free(whole);
}

static void lines_are_as_wide_as_is_asked_for(void **state)
{
    (void)state;
    for (size_t i = 0; i < PUBLISHER_COUNT; i++) {
        pdoc_publish_options options = options_of(PDOC_FORMAT_TEXT);
        options.width = 80;
        pdoc_text *text = publishers[i](&options, NULL);
        assert_non_null(text);
        for (const char *line = pdoc_text_data(text); *line; line += strcspn(line, "\n") + 1)
            assert_true(strcspn(line, "\n") <= 80);
        pdoc_text_free(text);
    }
}

static void rules_that_do_not_apply_are_told_if_all_is_asked_for(void **state)
{
    (void)state;
    static const char rule[] = "<requirement id=\"for-forms\"><label>Forms have an owner</label>"
                               "<when><equals of=\"type\" value=\"form\"/></when>"
                               "<must><present of=\"field.owner\"/></must></requirement></requirements>";
    char text[sizeof profile_text + sizeof rule];
    const char *end = strstr(profile_text, "</requirements>");
    snprintf(text, sizeof text, "%.*s%s%s", (int)(end - profile_text), profile_text, rule, end + strlen("</requirements>"));
    pdoc_profile *other = pdoc_profile_read_memory(text, strlen(text), NULL, NULL, NULL);
    assert_non_null(other);
    const pdoc_basis basis = {.size = sizeof basis, .as_of = {2026, 11, 22}, .known_on = {2026, 11, 1}, .profile = other};
    pdoc_explanation *explanation = pdoc_document_explain(pdoc_register_document(scene.reg, 0), &basis, NULL);
    pdoc_publish_options options = options_of(PDOC_FORMAT_TEXT);
    pdoc_text *some = pdoc_explanation_publish(explanation, &options, NULL);
    options.all = 1;
    pdoc_text *all = pdoc_explanation_publish(explanation, &options, NULL);
    assert_non_null(strstr(pdoc_text_data(some), "  1 rule does not apply, and is not shown.\n"));
    assert_null(strstr(pdoc_text_data(some), "Forms have an owner"));
    assert_non_null(strstr(pdoc_text_data(all), "  Does not apply: Forms have an owner [for-forms]\n"));
    assert_non_null(strstr(pdoc_text_data(all), "    Asked: the type is form; found: Policy\n"));
    assert_true(strstr(pdoc_text_data(all), "Not met: A sponsor") < strstr(pdoc_text_data(all), "Does not apply"));
    assert_memory_equal(pdoc_text_data(all), "One\nId          d1\nReference   P1\nAs of       2026-11-22\n"
                                             "Known on    2026-11-01\nProfile     small (hash ", 95);
    pdoc_text_free(some);
    pdoc_text_free(all);
    pdoc_explanation_unref(explanation);
    pdoc_profile_unref(other);
}

static void what_was_recorded_later_is_not_shown(void **state)
{
    (void)state;
    pdoc_basis basis = scene.basis;
    basis.known_on = (pdoc_date){2020, 7, 6};
    pdoc_text *before = pdoc_document_publish(pdoc_register_document(scene.reg, 0), &basis, NULL, NULL);
    basis.known_on = (pdoc_date){2020, 7, 7};
    pdoc_text *after = pdoc_document_publish(pdoc_register_document(scene.reg, 0), &basis, NULL, NULL);
    assert_null(strstr(pdoc_text_data(before), "(e1)"));
    assert_non_null(strstr(pdoc_text_data(after), "(e1)"));
    pdoc_text_free(before);
    pdoc_text_free(after);
}

static void every_allocation_may_fail_and_nothing_is_left_out_silently(void **state)
{
    (void)state;
    static const pdoc_format formats[] = {PDOC_FORMAT_TEXT, PDOC_FORMAT_JSON, PDOC_FORMAT_CSV, PDOC_FORMAT_XML};
    for (size_t i = 0; i < PUBLISHER_COUNT; i++) {
        for (size_t format = 0; format < 4; format++) {
            pdoc_publish_options options = options_of(formats[format]);
            if (publishers[i] == show && formats[format] == PDOC_FORMAT_CSV)
                continue;
            options.by = "author";
            options.within = "P1Y";
            options.columns = "id,title,author,due,property.x";
            fail_every_allocation_in_turn(publishers[i], &options);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_options_are_the_defaults),
        cmocka_unit_test(options_without_their_size_or_with_no_format_are_refused),
        cmocka_unit_test(what_is_not_known_is_refused_with_what_there_is),
        cmocka_unit_test(too_many_columns_are_refused),
        cmocka_unit_test(nothing_to_publish_is_an_error),
        cmocka_unit_test(a_schedule_of_another_register_is_refused),
        cmocka_unit_test(an_empty_register_has_an_empty_list),
        cmocka_unit_test(a_document_without_a_basis_is_shown_as_recorded),
        cmocka_unit_test(lines_are_as_wide_as_is_asked_for),
        cmocka_unit_test(rules_that_do_not_apply_are_told_if_all_is_asked_for),
        cmocka_unit_test(what_was_recorded_later_is_not_shown),
        cmocka_unit_test(every_allocation_may_fail_and_nothing_is_left_out_silently),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
