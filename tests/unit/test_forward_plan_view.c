/* SPDX-License-Identifier: MIT */
/* The forward plan as it is published: in order of the meetings, of one body or all, in every form. */
#include "registers.h"

#include "failing_memory.h"

static pdoc_register *plan(void)
{
    return read_good(REGISTER(
        "<party code='executive'><name>Executive</name><alias>Exec</alias></party>"
        "<document id='d1'><title>First</title><reference>P1</reference></document><document id='d2'><title>Second</title></document>"
        "<forward-plan-item document='d2' body='Exec' meeting='2027-06-15' purpose='sign-off'/>"
        "<forward-plan-item document='d1' body='executive' meeting='2027-06-15' purpose='sign-off' arranged-by='hub'>"
        "<note>a &amp; b</note></forward-plan-item>"
        "<forward-plan-item document='d1' body='executive' meeting='2027-01-19' deferred-to='2027-09-21'/>"
        "<forward-plan-item document='d2' meeting='2027-03' purpose='review'/>"
        "<forward-plan-item document='d2' body='Old Committee' meeting='2027-02-16'/>"));
}

static pdoc_text *publish(const pdoc_register *reg, const char *body, pdoc_format format)
{
    const pdoc_publish_options options = {.size = sizeof options, .format = format};
    pdoc_error *error = NULL;
    pdoc_text *text = pdoc_register_publish_forward_plan(reg, body, &options, &error);
    assert_string_equal(pdoc_error_message(error), "");
    assert_non_null(text);
    return text;
}

static void assert_published(const char *body, pdoc_format format, const char *expected)
{
    pdoc_register *reg = plan();
    pdoc_text *text = publish(reg, body, format);
    pdoc_register_unref(reg);
    assert_string_equal(pdoc_text_data(text), expected);
    pdoc_text_free(text);
}

#define CSV_HEAD "meeting,deferred_to,body,body_name,id,reference,title,version,purpose,arranged_by,arranged_by_name,note\r\n"
#define CSV_EXECUTIVE                                                                                                  \
    "2027-06-15,,executive,Executive,d1,P1,First,,sign-off,hub,,a & b\r\n"                                              \
    "2027-06-15,,Exec,Executive,d2,,Second,,sign-off,,,\r\n"                                                            \
    "2027-01-19,2027-09-21,executive,Executive,d1,P1,First,,,,,\r\n"

static void items_stand_by_meeting_then_document_and_a_deferred_one_at_its_new_day(void **state)
{
    (void)state;
    assert_published(NULL, PDOC_FORMAT_CSV,
                     CSV_HEAD "2027-02-16,,Old Committee,,d2,,Second,,,,,\r\n2027-03,,,,d2,,Second,,review,,,\r\n" CSV_EXECUTIVE);
}

static void a_body_is_meant_by_each_of_its_names(void **state)
{
    (void)state;
    assert_published("executive", PDOC_FORMAT_CSV, CSV_HEAD CSV_EXECUTIVE);
    assert_published("EXEC", PDOC_FORMAT_CSV, CSV_HEAD CSV_EXECUTIVE);
    assert_published("old committee", PDOC_FORMAT_CSV, CSV_HEAD "2027-02-16,,Old Committee,,d2,,Second,,,,,\r\n");
}

static void every_form_says_the_same(void **state)
{
    (void)state;
    assert_published("Old Committee", PDOC_FORMAT_TEXT,
                     "Meeting     Body           Reference  Title\n2027-02-16  Old Committee  d2         Second\n");
    assert_published("Old Committee", PDOC_FORMAT_XML,
                     HEAD "<report xmlns=\"urn:policydoc:1\" schema-version=\"1.0\" kind=\"forward-plan\" body=\"Old "
                          "Committee\" total=\"1\">\n"
                          "  <item id=\"d2\" meeting=\"2027-02-16\" body=\"Old Committee\">\n    <title>Second</title>\n"
                          "  </item>\n</report>\n");
    assert_published("Old Committee", PDOC_FORMAT_JSON,
                     "{\n  \"kind\": \"forward-plan\",\n  \"body\": \"Old Committee\",\n  \"total\": 1,\n  \"items\": [\n    {\n"
                     "      \"id\": \"d2\",\n      \"reference\": null,\n      \"title\": \"Second\",\n      \"meeting\": "
                     "\"2027-02-16\",\n      \"deferred_to\": null,\n      \"body\": \"Old Committee\",\n      \"body_name\": "
                     "null,\n      \"version\": null,\n      \"purpose\": null,\n      \"arranged_by\": null,\n      "
                     "\"arranged_by_name\": null,\n      \"note\": "
                     "null\n    }\n  ]\n}\n");
}

static void a_body_that_nobody_knows_is_a_mistake(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    pdoc_register *reg = plan();
    assert_null(pdoc_register_publish_forward_plan(reg, "Excutive", NULL, &error));
    assert_error(&error, PDOC_ERR_ARGUMENT, "\"Excutive\"");
    assert_null(pdoc_register_publish_forward_plan(NULL, NULL, NULL, &error));
    assert_error(&error, PDOC_ERR_ARGUMENT, "no register");
    pdoc_register_unref(reg);
    reg = new_register();
    pdoc_text *text = publish(reg, NULL, PDOC_FORMAT_TEXT);
    assert_string_equal(pdoc_text_data(text), "Nothing is on the forward plan.\n");
    pdoc_text_free(text);
    pdoc_register_unref(reg);
}

static void a_document_shows_its_own_items(void **state)
{
    (void)state;
    pdoc_register *reg = plan();
    pdoc_text *text = pdoc_document_publish(pdoc_register_document(reg, 0), NULL, NULL, NULL);
    assert_contains(pdoc_text_data(text), "Forward plan\n  2027-06-15      Executive; sign-off; arranged by hub; a & b\n"
                                          "  2027-01-19      deferred to 2027-09-21; Executive\n");
    assert_null(strstr(pdoc_text_data(text), "Old Committee"));
    pdoc_text_free(text);
    pdoc_register_unref(reg);
}

static void without_memory_there_is_an_error_and_nothing_is_held(void **state)
{
    (void)state;
    memory_fails_after(-1);
    pdoc_register *reg = plan();
    const long held = memory_held;
    for (long enough = 0;; enough++) {
        pdoc_error *error = NULL;
        memory_fails_after(enough);
        pdoc_text *text = pdoc_register_publish_forward_plan(reg, "executive", NULL, &error);
        memory_fails_after(-1);
        const bool made = text != NULL;
        if (!made)
            assert_error(&error, PDOC_ERR_NOMEM, "memory");
        pdoc_text_free(text);
        assert_int_equal(memory_held, held);
        if (made)
            break;
    }
    pdoc_register_unref(reg);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(items_stand_by_meeting_then_document_and_a_deferred_one_at_its_new_day),
        cmocka_unit_test(a_body_is_meant_by_each_of_its_names),
        cmocka_unit_test(every_form_says_the_same),
        cmocka_unit_test(a_body_that_nobody_knows_is_a_mistake),
        cmocka_unit_test(a_document_shows_its_own_items),
        cmocka_unit_test(without_memory_there_is_an_error_and_nothing_is_held),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
