/* SPDX-License-Identifier: MIT */
/* The register itself: its life, its title and profiles, and how it finds documents. */
#include "registers.h"

static void a_new_register_is_empty(void **state)
{
    (void)state;
    pdoc_register *reg = new_register();
    assert_null(pdoc_register_title(reg));
    assert_int_equal(pdoc_register_profile_count(reg), 0);
    assert_int_equal(pdoc_register_party_count(reg), 0);
    assert_int_equal(pdoc_register_document_count(reg), 0);
    assert_int_equal(pdoc_register_event_count(reg), 0);
    assert_int_equal(pdoc_register_notice_count(reg), 0);
    assert_null(pdoc_register_find_document(reg, "d1"));
    assert_null(pdoc_register_find_party(reg, "a"));
    assert_null(pdoc_register_find_event(reg, "e1"));
    assert_reads_back(reg);
    pdoc_register_unref(reg);
}

static void a_reference_to_any_part_keeps_all_alive(void **state)
{
    (void)state;
    pdoc_register *reg = new_register();
    pdoc_document *doc = pdoc_document_ref(new_document(reg));
    struct pdoc_version *version = pdoc_version_ref(new_version(doc));
    pdoc_party *party = pdoc_party_ref(pdoc_register_add_party(reg, "a", NULL, "A", NULL));
    pdoc_event *event = pdoc_document_record(doc, "remarked", (pdoc_date){2020, 0, 0}, no_day, 0, NULL, NULL);
    assert_ptr_equal(pdoc_event_ref(event), event);
    assert_ptr_equal(pdoc_register_ref(reg), reg);
    pdoc_register_unref(reg);
    pdoc_register_unref(reg);
    pdoc_document_unref(doc);
    assert_string_equal(pdoc_document_title(doc), "T");
    pdoc_version_unref(version);
    pdoc_party_unref(party);
    assert_string_equal(pdoc_event_kind(event), "remarked");
    pdoc_event_unref(event); /* the last one: the leak checker sees whether all is gone */
}

static void a_title_that_was_replaced_can_still_be_read(void **state)
{
    (void)state;
    pdoc_register *reg = new_register();
    assert_int_equal(pdoc_register_set_title(reg, "Old", NULL), PDOC_OK);
    const char *old = pdoc_register_title(reg);
    assert_int_equal(pdoc_register_set_title(reg, "New", NULL), PDOC_OK);
    assert_string_equal(old, "Old");
    assert_string_equal(pdoc_register_title(reg), "New");
    assert_int_equal(pdoc_register_set_title(reg, NULL, NULL), PDOC_OK);
    assert_null(pdoc_register_title(reg));
    pdoc_register_unref(reg);
}

static void a_revision_counts_one_and_keeps_its_day(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    pdoc_register *reg = new_register();
    assert_int_equal(pdoc_register_revision(reg), 0);
    assert_false(pdoc_date_is_recorded(pdoc_register_revised(reg)));
    assert_int_equal(pdoc_register_revise(reg, (pdoc_date){2026, 11, 24}, NULL), PDOC_OK);
    assert_int_equal(pdoc_register_revise(reg, (pdoc_date){2026, 11, 23}, NULL), PDOC_OK);
    assert_int_equal(pdoc_register_revise(reg, (pdoc_date){2026, 11, 0}, &error), PDOC_ERR_ARGUMENT);
    assert_error(&error, PDOC_ERR_ARGUMENT, "whole day");
    assert_int_equal(pdoc_register_revise(reg, (pdoc_date){2026, 2, 30}, NULL), PDOC_ERR_ARGUMENT);
    assert_int_equal(pdoc_register_revise(reg, no_day, NULL), PDOC_ERR_ARGUMENT);
    pdoc_register *copy = pdoc_register_copy(reg, NULL);
    assert_int_equal(pdoc_register_revision(copy), 2);
    assert_int_equal(pdoc_date_compare(pdoc_register_revised(copy), (pdoc_date){2026, 11, 23}), 0);
    pdoc_register_unref(copy);
    reg->revision = 999999999;
    assert_int_equal(pdoc_register_revise(reg, (pdoc_date){2026, 11, 24}, &error), PDOC_ERR_LIMIT);
    assert_error(&error, PDOC_ERR_LIMIT, "999999999");
    assert_int_equal(pdoc_date_compare(pdoc_register_revised(reg), (pdoc_date){2026, 11, 23}), 0);
    pdoc_register_unref(reg);
}

static void a_text_must_be_one_that_xml_can_hold(void **state)
{
    (void)state;
    static const char *const bad[] = {"\xff", "a\xc3", "\x01", "\xed\xa0\x80", "\xc0\x80", "\xef\xbf\xbf"};
    pdoc_register *reg = new_register();
    pdoc_error *error = NULL;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        assert_int_equal(pdoc_register_set_title(reg, bad[i], &error), PDOC_ERR_ARGUMENT);
        assert_error(&error, PDOC_ERR_ARGUMENT, "title");
    }
    assert_null(pdoc_register_title(reg));
    pdoc_register_unref(reg);
}

static void profiles_are_assigned_for_days_that_exist(void **state)
{
    (void)state;
    pdoc_register *reg = new_register();
    pdoc_error *error = NULL;
    assert_int_equal(pdoc_register_add_profile(reg, "one", no_day, (pdoc_date){2019, 12, 31}, NULL), PDOC_OK);
    assert_int_equal(pdoc_register_add_profile(reg, "two", (pdoc_date){2020, 0, 0}, no_day, NULL), PDOC_OK);
    assert_int_equal(pdoc_register_add_profile(reg, "bad", (pdoc_date){2023, 2, 30}, no_day, &error),
                     PDOC_ERR_ARGUMENT);
    assert_error(&error, PDOC_ERR_ARGUMENT, "bad");
    assert_int_equal(pdoc_register_add_profile(reg, "bad", no_day, (pdoc_date){2023, 13, 0}, &error),
                     PDOC_ERR_ARGUMENT);
    assert_error(&error, PDOC_ERR_ARGUMENT, "no date");
    assert_int_equal(pdoc_register_profile_count(reg), 2);
    assert_string_equal(pdoc_register_profile_ref(reg, 1), "two");
    assert_day(pdoc_register_profile_from(reg, 1), "2020");
    assert_day(pdoc_register_profile_to(reg, 0), "2019-12-31");
    assert_null(pdoc_register_profile_ref(reg, 2));
    assert_false(pdoc_date_is_recorded(pdoc_register_profile_to(reg, 2)));
    assert_reads_back(reg);
    pdoc_register_unref(reg);
}

static void a_document_is_found_by_id_then_reference_then_title(void **state)
{
    (void)state;
    pdoc_register *reg =
        read_good(REGISTER("<document id=\"a\"><title>b</title></document>"
                           "<document id=\"x\"><title>Bruising  in Babies</title><reference>a</reference>"
                           "<reference>P 7</reference></document>"
                           "<document id=\"b\"><title>a</title></document>"));
    assert_string_equal(pdoc_document_id(pdoc_register_find_document(reg, "a")), "a");
    assert_string_equal(pdoc_document_id(pdoc_register_find_document(reg, "b")), "b");
    assert_string_equal(pdoc_document_id(pdoc_register_find_document(reg, "p  7")), "x");
    assert_string_equal(pdoc_document_id(pdoc_register_find_document(reg, "bruising in babies")), "x");
    assert_null(pdoc_register_find_document(reg, "none"));
    pdoc_register_unref(reg);
}

static void ids_that_are_given_are_free(void **state)
{
    (void)state;
    pdoc_register *reg = read_good(REGISTER("<document id=\"d7\"><title>A</title><history><remarked id=\"d9\" "
                                            "on=\"2020\"/><remarked id=\"e01\" on=\"2020\"/>"
                                            "</history></document><document id=\"e4\"><title>B</title></document>"
                                            "<document id=\"d4294967289\"><title>C</title></document>"));
    pdoc_document *doc = new_document(reg);
    assert_string_equal(pdoc_document_id(doc), "d10"); /* an event has d9 */
    pdoc_event *event = pdoc_document_record(doc, "remarked", (pdoc_date){2021, 0, 0}, no_day, 0, NULL, NULL);
    assert_string_equal(pdoc_event_id(event), "e5"); /* a document has e4 */
    assert_ptr_equal(pdoc_register_find_event(reg, "e5"), event);
    assert_reads_back(reg);
    pdoc_register_unref(reg);
}

static void ids_of_events_of_unknown_kinds_are_not_given_again(void **state)
{
    (void)state;
    pdoc_register *reg = read_good(DOCUMENT("<history><voted id=\"e8\" on=\"2020\"/></history>"));
    pdoc_event *event = pdoc_document_record(pdoc_register_document(reg, 0), "remarked", (pdoc_date){2021, 0, 0},
                                             no_day, 0, NULL, NULL);
    assert_string_equal(pdoc_event_id(event), "e9");
    assert_reads_back(reg);
    pdoc_register_unref(reg);
}

static void a_copy_shares_nothing(void **state)
{
    (void)state;
    pdoc_register *reg = new_register();
    pdoc_document *doc = new_document(reg);
    pdoc_register *copy = pdoc_register_copy(reg, NULL);
    assert_non_null(copy);
    assert_int_equal(pdoc_document_set_title(doc, "Other", NULL), PDOC_OK);
    pdoc_register_unref(reg);
    assert_string_equal(pdoc_document_title(pdoc_register_document(copy, 0)), "T");
    pdoc_register_unref(copy);
}

static void no_call_minds_a_register_that_is_null(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    assert_null(pdoc_register_ref(NULL));
    pdoc_register_unref(NULL);
    assert_null(pdoc_register_title(NULL));
    assert_null(pdoc_register_notice(NULL, 0));
    assert_int_equal(pdoc_register_notice_count(NULL) + pdoc_register_notice_line(NULL, 0), 0);
    assert_int_equal(pdoc_register_profile_count(NULL), 0);
    assert_null(pdoc_register_profile_ref(NULL, 0));
    assert_false(pdoc_date_is_recorded(pdoc_register_profile_from(NULL, 0)));
    assert_false(pdoc_date_is_recorded(pdoc_register_profile_to(NULL, 0)));
    assert_int_equal(pdoc_register_party_count(NULL) + pdoc_register_document_count(NULL), 0);
    assert_int_equal(pdoc_register_event_count(NULL), 0);
    assert_null(pdoc_register_party(NULL, 0));
    assert_null(pdoc_register_document(NULL, 0));
    assert_null(pdoc_register_event(NULL, 0));
    assert_null(pdoc_register_find_party(NULL, "a"));
    assert_null(pdoc_register_find_document(NULL, "a"));
    assert_null(pdoc_register_find_event(NULL, "a"));
    assert_int_equal(pdoc_register_revision(NULL), 0);
    assert_false(pdoc_date_is_recorded(pdoc_register_revised(NULL)));
    assert_int_equal(pdoc_register_revise(NULL, (pdoc_date){2026, 11, 24}, &error), PDOC_ERR_ARGUMENT);
    assert_error(&error, PDOC_ERR_ARGUMENT, "register");
    assert_int_equal(pdoc_register_set_title(NULL, "a", &error), PDOC_ERR_ARGUMENT);
    assert_error(&error, PDOC_ERR_ARGUMENT, "register");
    assert_int_equal(pdoc_register_add_profile(NULL, "a", no_day, no_day, &error), PDOC_ERR_ARGUMENT);
    assert_error(&error, PDOC_ERR_ARGUMENT, "register");
    assert_null(pdoc_register_add_party(NULL, "a", NULL, "A", &error));
    assert_error(&error, PDOC_ERR_ARGUMENT, "register");
    assert_null(pdoc_register_add_document(NULL, NULL, "A", &error));
    assert_error(&error, PDOC_ERR_ARGUMENT, "register");
    assert_null(pdoc_register_record(NULL, "remarked", no_day, no_day, NULL, &error));
    assert_error(&error, PDOC_ERR_ARGUMENT, "register");
    assert_null(pdoc_register_copy(NULL, &error));
    assert_error(&error, PDOC_ERR_ARGUMENT, "register");
    assert_null(pdoc_register_write_memory(NULL, NULL, &error));
    assert_error(&error, PDOC_ERR_ARGUMENT, "register");
    assert_int_equal(pdoc_register_write_file(NULL, "a", NULL, &error), PDOC_ERR_ARGUMENT);
    assert_error(&error, PDOC_ERR_ARGUMENT, "register");
}

static void no_call_minds_a_text_that_is_null(void **state)
{
    (void)state;
    pdoc_register *reg = new_register();
    pdoc_error *error = NULL;
    assert_null(pdoc_register_find_document(reg, NULL));
    assert_null(pdoc_register_find_party(reg, NULL));
    assert_null(pdoc_register_find_event(reg, NULL));
    assert_int_equal(pdoc_register_add_profile(reg, NULL, no_day, no_day, &error), PDOC_ERR_ARGUMENT);
    assert_error(&error, PDOC_ERR_ARGUMENT, "profile");
    assert_null(pdoc_register_add_document(reg, NULL, NULL, &error));
    assert_error(&error, PDOC_ERR_ARGUMENT, "title");
    assert_null(pdoc_register_read_file(NULL, NULL, &error));
    assert_error(&error, PDOC_ERR_ARGUMENT, "path");
    assert_null(pdoc_register_read_memory(NULL, 1, NULL, NULL, &error));
    assert_error(&error, PDOC_ERR_ARGUMENT, "memory");
    assert_null(pdoc_register_read_stream(NULL, NULL, NULL, NULL, &error));
    assert_error(&error, PDOC_ERR_ARGUMENT, "function");
    assert_int_equal(pdoc_register_write_file(reg, NULL, NULL, &error), PDOC_ERR_ARGUMENT);
    assert_error(&error, PDOC_ERR_ARGUMENT, "path");
    pdoc_text_free(NULL);
    assert_string_equal(pdoc_text_data(NULL), "");
    assert_int_equal(pdoc_text_size(NULL), 0);
    pdoc_register_unref(reg);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_new_register_is_empty),
        cmocka_unit_test(a_reference_to_any_part_keeps_all_alive),
        cmocka_unit_test(a_title_that_was_replaced_can_still_be_read),
        cmocka_unit_test(a_revision_counts_one_and_keeps_its_day),
        cmocka_unit_test(a_text_must_be_one_that_xml_can_hold),
        cmocka_unit_test(profiles_are_assigned_for_days_that_exist),
        cmocka_unit_test(a_document_is_found_by_id_then_reference_then_title),
        cmocka_unit_test(ids_that_are_given_are_free),
        cmocka_unit_test(ids_of_events_of_unknown_kinds_are_not_given_again),
        cmocka_unit_test(a_copy_shares_nothing),
        cmocka_unit_test(no_call_minds_a_register_that_is_null),
        cmocka_unit_test(no_call_minds_a_text_that_is_null),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
