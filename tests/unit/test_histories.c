/* SPDX-License-Identifier: MIT */
/* Histories: events are recorded at the end, completed once, and never edited. */
#include "registers.h"

static const pdoc_date day = {2020, 7, 7};

static pdoc_event *record(pdoc_document *doc, const char *kind)
{
    pdoc_event *event = pdoc_document_record(doc, kind, day, no_day, 0, NULL, NULL);
    assert_non_null(event);
    return event;
}

static void an_event_has_what_was_recorded(void **state)
{
    (void)state;
    pdoc_register *reg = new_register();
    pdoc_document *doc = new_document(reg);
    (void)new_version(doc);
    pdoc_event *event = pdoc_document_record(doc, "decided", (pdoc_date){2020, 7, 0}, day, 1, "Executive", NULL);
    assert_string_equal(pdoc_event_id(event), "e1");
    assert_string_equal(pdoc_event_kind(event), "decided");
    assert_day(pdoc_event_on(event), "2020-07");
    assert_day(pdoc_event_recorded(event), "2020-07-07");
    assert_int_equal(pdoc_event_version(event), 1);
    assert_string_equal(pdoc_event_by(event), "Executive");
    assert_null(pdoc_event_attribute(event, "outcome"));
    pdoc_event *own = pdoc_register_record(reg, "reported", day, no_day, NULL, NULL);
    assert_string_equal(pdoc_event_id(own), "e2"); /* ids are those of the register */
    assert_null(pdoc_event_by(own));
    assert_int_equal(pdoc_event_version(own), 0);
    assert_int_equal(pdoc_document_event_count(doc), 1);
    assert_int_equal(pdoc_register_event_count(reg), 1);
    assert_ptr_equal(pdoc_document_event(doc, 0), event);
    assert_ptr_equal(pdoc_register_event(reg, 0), own);
    assert_null(pdoc_document_event(doc, 1));
    assert_ptr_equal(pdoc_register_find_event(reg, "e1"), event);
    assert_ptr_equal(pdoc_register_find_event(reg, "e2"), own);
    assert_null(pdoc_register_find_event(reg, "e3"));
    assert_reads_back(reg);
    pdoc_register_unref(reg);
}

static void every_kind_can_be_recorded(void **state)
{
    (void)state;
    pdoc_register *reg = new_register();
    pdoc_document *doc = new_document(reg);
    for (size_t i = 0; i < pdoc_table_count(PDOC_TABLE_EVENT_KIND); i++) {
        const char *kind = pdoc_table_code(PDOC_TABLE_EVENT_KIND, i);
        assert_string_equal(pdoc_event_kind(record(doc, kind)), kind);
    }
    assert_reads_back(reg);
    pdoc_register_unref(reg);
}

static void every_attribute_is_set_once(void **state)
{
    (void)state;
    static const char *const samples[] = {
        [PDOC__TEXT] = "a < b", [PDOC__CODE] = "code",  [PDOC__DATE] = "2020-02", [PDOC__PARTY] = "party",
        [PDOC__FLAG] = "no",    [PDOC__NUMBER] = "012", [PDOC__URI] = "urn:u",    [PDOC__LIST] = "a; b",
        [PDOC__EVENT] = "e1",   [PDOC__VERSION] = "V1", [PDOC__PERIOD] = "P3Y"};
    pdoc_register *reg = new_register();
    pdoc_document *doc = new_document(reg);
    pdoc_event *event = (record(doc, "remarked"), record(doc, "remarked"));
    for (size_t i = 0; i < pdoc_table_count(PDOC_TABLE_EVENT_ATTRIBUTE); i++) {
        const struct pdoc__word *word = pdoc__word(PDOC_TABLE_EVENT_ATTRIBUTE, i);
        pdoc_error *error = NULL;
        assert_int_equal(pdoc_event_complete(event, word->code, samples[word->type], NULL), PDOC_OK);
        assert_string_equal(pdoc_event_attribute(event, word->code), samples[word->type]);
        assert_day(pdoc_event_attribute_date(event, word->code), word->type == PDOC__DATE ? "2020-02" : "");
        assert_int_equal(pdoc_event_complete(event, word->code, "e1", &error), PDOC_ERR_ARGUMENT);
        assert_error(&error, PDOC_ERR_ARGUMENT, "recorded already");
        assert_string_equal(pdoc_event_attribute(event, word->code), samples[word->type]);
    }
    assert_reads_back(reg);
    pdoc_register_unref(reg);
}

static void a_value_of_the_wrong_form_is_refused(void **state)
{
    (void)state;
    static const struct {
        const char *name, *value, *words;
    } rows[] = {
        {"deadline", "2023-02-30", "2023-02-30"},
        {"meeting", "7 July 2020", "7 July 2020"},
        {"number", "-1", "whole number"},
        {"number", "", "whole number"},
        {"number", "1234567890", "whole number"},
        {"legal-advice", "Yes", "\"yes\" or \"no\""},
        {"outcome", "agreed", "approved"},
        {"outcome", "none", "approved"},
        {"thread", "e9", "no event"},
        {"cause", "d1", "no event"},
        {"voids", "", "no event"},
        {"on", "2020", "nothing that an event records"},
        {"note", "\xff", "note"},
    };
    pdoc_register *reg = new_register();
    pdoc_document *doc = new_document(reg);
    pdoc_event *event = record(doc, "decided");
    pdoc_text *before = write_text(reg);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        pdoc_error *error = NULL;
        assert_int_equal(pdoc_event_complete(event, rows[i].name, rows[i].value, &error), PDOC_ERR_ARGUMENT);
        assert_error(&error, PDOC_ERR_ARGUMENT, rows[i].words);
    }
    assert_written(reg, pdoc_text_data(before));
    pdoc_text_free(before);
    assert_int_equal(pdoc_event_complete(record(doc, "reviewed"), "outcome", "agreed", NULL), PDOC_OK); /* an opinion */
    pdoc_register_unref(reg);
}

static void an_event_may_refer_to_one_of_another_document(void **state)
{
    (void)state;
    pdoc_register *reg = new_register();
    pdoc_document *one = new_document(reg);
    pdoc_document *two = new_document(reg);
    pdoc_event *first = record(one, "reviewed");
    pdoc_event *second = record(two, "amended");
    assert_int_equal(pdoc_event_complete(second, "cause", pdoc_event_id(first), NULL), PDOC_OK);
    pdoc_event *own = pdoc_register_record(reg, "corrected", day, no_day, NULL, NULL);
    assert_int_equal(pdoc_event_complete(own, "voids", pdoc_event_id(second), NULL), PDOC_OK);
    assert_reads_back(reg);
    pdoc_register_unref(reg);
}

static void what_an_event_needs_is_asked_for(void **state)
{
    (void)state;
    pdoc_register *reg = new_register();
    pdoc_document *doc = new_document(reg);
    pdoc_error *error = NULL;
    assert_null(pdoc_document_record(doc, "voted", day, no_day, 0, NULL, &error));
    assert_error(&error, PDOC_ERR_ARGUMENT, "\"voted\"");
    assert_null(pdoc_document_record(doc, NULL, day, no_day, 0, NULL, &error));
    assert_error(&error, PDOC_ERR_ARGUMENT, "(none)");
    assert_null(pdoc_document_record(doc, "decided", no_day, no_day, 0, NULL, &error));
    assert_error(&error, PDOC_ERR_ARGUMENT, "the day");
    assert_null(pdoc_document_record(doc, "decided", (pdoc_date){2023, 2, 30}, no_day, 0, NULL, &error));
    assert_error(&error, PDOC_ERR_ARGUMENT, "the day");
    assert_null(pdoc_document_record(doc, "decided", day, (pdoc_date){2023, 2, 30}, 0, NULL, &error));
    assert_error(&error, PDOC_ERR_ARGUMENT, "recording");
    assert_null(pdoc_document_record(doc, "decided", day, no_day, 1, NULL, &error));
    assert_error(&error, PDOC_ERR_ARGUMENT, "ordinal 1");
    assert_null(pdoc_document_record(doc, "decided", day, no_day, 65536, NULL, &error));
    assert_error(&error, PDOC_ERR_ARGUMENT, "ordinal 65536");
    assert_null(pdoc_document_record(doc, "decided", day, no_day, 0, "\xff", &error));
    assert_error(&error, PDOC_ERR_ARGUMENT, "by");
    assert_null(pdoc_register_record(reg, "voted", day, no_day, NULL, &error));
    assert_error(&error, PDOC_ERR_ARGUMENT, "\"voted\"");
    assert_int_equal(pdoc_document_event_count(doc), 0);
    assert_string_equal(pdoc_event_id(record(doc, "decided")), "e1"); /* no number was used up */
    pdoc_register_unref(reg);
}

static void a_long_history_takes_memory_in_proportion(void **state)
{
    (void)state;
    enum { MANY = 70000 };
    pdoc_register *reg = new_register();
    pdoc_event *event = NULL;
    for (size_t i = 0; i < MANY; i++)
        assert_non_null(event = pdoc_register_record(reg, "reported", day, no_day, "board", NULL));
    assert_int_equal(pdoc_register_event_count(reg), MANY);
    assert_true(reg->arena.bytes < (size_t)MANY * 150);
    assert_int_equal(pdoc_event_complete(event, "cause", "e1", NULL), PDOC_OK);
    assert_reads_back(reg);
    pdoc_register_unref(reg);
}

static void attributes_of_an_event_stop_at_255(void **state)
{
    (void)state;
    pdoc_register *reg = new_register();
    pdoc_event *event = record(new_document(reg), "remarked");
    pdoc_error *error = NULL;
    struct pdoc__event_value values[UINT8_MAX] = {{.attribute = PDOC__ATTRIBUTE_NOTE, .text = "n"}};
    event->values = values;
    event->value_count = UINT8_MAX; /* as from a file with so many notes */
    assert_int_equal(pdoc_event_complete(event, "item", "x", &error), PDOC_ERR_LIMIT);
    assert_error(&error, PDOC_ERR_LIMIT, "attributes of an event");
    pdoc_register_unref(reg);
}

static void no_call_minds_an_event_that_is_null(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    pdoc_register *reg = new_register();
    pdoc_event *event = record(new_document(reg), "decided");
    assert_int_equal(pdoc_document_event_count(NULL), 0);
    assert_null(pdoc_document_event(NULL, 0));
    assert_null(pdoc_document_record(NULL, "decided", day, no_day, 0, NULL, &error));
    assert_error(&error, PDOC_ERR_ARGUMENT, "document");
    assert_null(pdoc_event_ref(NULL));
    pdoc_event_unref(NULL);
    assert_null(pdoc_event_id(NULL));
    assert_null(pdoc_event_kind(NULL));
    assert_null(pdoc_event_by(NULL));
    assert_null(pdoc_event_attribute(NULL, "outcome"));
    assert_null(pdoc_event_attribute(event, NULL));
    assert_null(pdoc_event_attribute(event, "no-such"));
    assert_int_equal(pdoc_event_version(NULL), 0);
    assert_day(pdoc_event_on(NULL), "");
    assert_day(pdoc_event_recorded(NULL), "");
    assert_day(pdoc_event_attribute_date(NULL, "meeting"), "");
    assert_int_equal(pdoc_event_complete(NULL, "outcome", "approved", &error), PDOC_ERR_ARGUMENT);
    assert_error(&error, PDOC_ERR_ARGUMENT, "event");
    assert_int_equal(pdoc_event_complete(event, NULL, "approved", &error), PDOC_ERR_ARGUMENT);
    assert_error(&error, PDOC_ERR_ARGUMENT, "name");
    assert_int_equal(pdoc_event_complete(event, "outcome", NULL, &error), PDOC_ERR_ARGUMENT);
    assert_error(&error, PDOC_ERR_ARGUMENT, "value");
    pdoc_register_unref(reg);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_event_has_what_was_recorded),
        cmocka_unit_test(every_kind_can_be_recorded),
        cmocka_unit_test(every_attribute_is_set_once),
        cmocka_unit_test(a_value_of_the_wrong_form_is_refused),
        cmocka_unit_test(an_event_may_refer_to_one_of_another_document),
        cmocka_unit_test(what_an_event_needs_is_asked_for),
        cmocka_unit_test(a_long_history_takes_memory_in_proportion),
        cmocka_unit_test(attributes_of_an_event_stop_at_255),
        cmocka_unit_test(no_call_minds_an_event_that_is_null),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
