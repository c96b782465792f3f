/* SPDX-License-Identifier: MIT */
/* The forward plan: what a person places, defers and takes off again; and memory that runs out meanwhile. */
#include "registers.h"

#include "failing_memory.h"

static const pdoc_date june = {2027, 6, 15};
static const pdoc_date september = {2027, 9, 21};

static pdoc_forward_item *place(pdoc_register *reg, const char *document, pdoc_date meeting)
{
    pdoc_forward_item *item =
        pdoc_register_add_forward_item(reg, document, 0, "executive", meeting, "sign-off", NULL, NULL);
    assert_non_null(item);
    return item;
}

static void a_document_is_placed_for_a_meeting(void **state)
{
    (void)state;
    pdoc_register *reg = new_register();
    (void)new_version(new_document(reg));
    pdoc_forward_item *item =
        pdoc_register_add_forward_item(reg, "d1", 1, "executive", june, "sign-off", "practice-hub", NULL);
    assert_ptr_equal(pdoc_register_forward_item(reg, 0), item);
    assert_string_equal(pdoc_forward_item_document(item), "d1");
    assert_int_equal(pdoc_forward_item_version(item), 1);
    assert_string_equal(pdoc_forward_item_body(item), "executive");
    assert_string_equal(pdoc_forward_item_purpose(item), "sign-off");
    assert_string_equal(pdoc_forward_item_arranged_by(item), "practice-hub");
    assert_day(pdoc_forward_item_meeting(item), "2027-06-15");
    assert_day(pdoc_forward_item_deferred_to(item), "");
    assert_null(pdoc_forward_item_note(item));
    assert_written(reg, "  </document>\n  <forward-plan-item document=\"d1\" version=\"1\" body=\"executive\" "
                        "meeting=\"2027-06-15\" purpose=\"sign-off\" arranged-by=\"practice-hub\"/>\n");
    assert_reads_back(reg);
    pdoc_register_unref(reg);
}

static void a_month_of_a_programme_needs_no_body(void **state)
{
    (void)state;
    pdoc_register *reg = new_register();
    (void)new_document(reg);
    pdoc_forward_item *item =
        pdoc_register_add_forward_item(reg, "d1", 0, NULL, (pdoc_date){2027, 6, 0}, NULL, NULL, NULL);
    assert_null(pdoc_forward_item_body(item));
    assert_null(pdoc_forward_item_purpose(item));
    assert_written(reg, "<forward-plan-item document=\"d1\" meeting=\"2027-06\"/>");
    assert_reads_back(reg);
    pdoc_register_unref(reg);
}

static void what_cannot_be_placed_is_refused(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    pdoc_register *reg = new_register();
    (void)new_version(new_document(reg));
    static const struct {
        const char *document;
        uint32_t version;
        const char *body;
        pdoc_date meeting;
        const char *words;
    } wrong[] = {{NULL, 0, "b", {2027, 6, 15}, "the id of a document"},
                 {"d1", 0, "b", {0, 0, 0}, "a meeting or a month"},
                 {"d1", 0, "b", {2027, 0, 0}, "a meeting or a month"},
                 {"d1", 0, "b", {2027, 6, 31}, "a meeting or a month"},
                 {"d2", 0, "b", {2027, 6, 15}, "\"d2\""},
                 {"d1", 2, "b", {2027, 6, 15}, "no version 2"},
                 {"d1", 65537, "b", {2027, 6, 15}, "no version 65537"},
                 {"d1", 0, "", {2027, 6, 15}, "NULL for none"},
                 {"d1", 0, "\xff", {2027, 6, 15}, "UTF-8"}};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        assert_null(pdoc_register_add_forward_item(reg, wrong[i].document, wrong[i].version, wrong[i].body,
                                                   wrong[i].meeting, NULL, NULL, &error));
        assert_error(&error, PDOC_ERR_ARGUMENT, wrong[i].words);
    }
    assert_null(pdoc_register_add_forward_item(NULL, "d1", 0, NULL, june, NULL, NULL, NULL));
    assert_int_equal(pdoc_register_forward_item_count(reg), 0);
    pdoc_register_unref(reg);
}

static void an_item_is_deferred_and_the_last_day_counts(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    pdoc_register *reg = new_register();
    (void)new_document(reg);
    pdoc_forward_item *item = place(reg, "d1", june);
    assert_int_equal(pdoc_forward_item_defer(item, september, NULL), PDOC_OK);
    assert_int_equal(pdoc_forward_item_defer(item, (pdoc_date){2027, 7, 0}, NULL), PDOC_OK);
    assert_day(pdoc_forward_item_deferred_to(item), "2027-07");
    assert_int_not_equal(pdoc_forward_item_defer(item, (pdoc_date){2027, 6, 14}, &error), PDOC_OK);
    assert_error(&error, PDOC_ERR_ARGUMENT, "before the meeting");
    assert_int_not_equal(pdoc_forward_item_defer(item, no_day, &error), PDOC_OK);
    assert_error(&error, PDOC_ERR_ARGUMENT, "a meeting or a month");
    assert_int_not_equal(pdoc_forward_item_defer(NULL, september, &error), PDOC_OK);
    assert_error(&error, PDOC_ERR_ARGUMENT, "an item");
    assert_day(pdoc_forward_item_deferred_to(item), "2027-07");
    pdoc_register_unref(reg);
}

static void an_item_is_taken_off_and_the_others_stay(void **state)
{
    (void)state;
    pdoc_register *reg =
        read_good(REGISTER("<document id='d1'/><forward-plan-item document='d1' meeting='2027-06' odd='1'/>"
                           "<forward-plan-item document='d1' meeting='2027-07'/>"
                           "<forward-plan-item document='d1' meeting='2027-08' odd='3'/>"));
    pdoc_forward_item *gone = pdoc_register_forward_item(reg, 0);
    assert_int_equal(pdoc_register_remove_forward_item(reg, 0, NULL), PDOC_OK);
    assert_int_equal(pdoc_register_remove_forward_item(reg, 2, NULL), PDOC_ERR_ARGUMENT);
    assert_int_equal(pdoc_register_remove_forward_item(NULL, 0, NULL), PDOC_ERR_ARGUMENT);
    assert_int_equal(pdoc_register_forward_item_count(reg), 2);
    assert_day(pdoc_forward_item_meeting(gone), "2027-06");
    (void)place(reg, "d1", september);
    assert_written(
        reg, "  <forward-plan-item document=\"d1\" meeting=\"2027-07\"/>\n"
             "  <forward-plan-item document=\"d1\" meeting=\"2027-08\" odd=\"3\"/>\n"
             "  <forward-plan-item document=\"d1\" body=\"executive\" meeting=\"2027-09-21\" purpose=\"sign-off\"/>\n");
    assert_reads_back(reg);
    pdoc_register_unref(reg);
}

static void a_note_is_set_replaced_and_removed(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    pdoc_register *reg = new_register();
    (void)new_document(reg);
    pdoc_forward_item *item = place(reg, "d1", june);
    assert_int_equal(pdoc_forward_item_set_note(item, "first", NULL), PDOC_OK);
    assert_int_equal(pdoc_forward_item_set_note(item, "second", NULL), PDOC_OK);
    assert_written(reg, "    <note>second</note>");
    assert_int_not_equal(pdoc_forward_item_set_note(item, "\x01", &error), PDOC_OK);
    assert_error(&error, PDOC_ERR_ARGUMENT, "note");
    assert_int_equal(pdoc_forward_item_set_note(NULL, "n", NULL), PDOC_ERR_ARGUMENT);
    assert_string_equal(pdoc_forward_item_note(item), "second");
    assert_int_equal(pdoc_forward_item_set_note(item, NULL, NULL), PDOC_OK);
    assert_null(pdoc_forward_item_note(item));
    pdoc_register_unref(reg);
}

static void an_item_keeps_its_register(void **state)
{
    (void)state;
    pdoc_register *reg = new_register();
    (void)new_document(reg);
    pdoc_forward_item *item = pdoc_forward_item_ref(place(reg, "d1", june));
    pdoc_register_unref(reg);
    assert_string_equal(pdoc_forward_item_document(item), "d1");
    pdoc_forward_item_unref(item);
    pdoc_forward_item_unref(NULL);
    assert_null(pdoc_forward_item_ref(NULL));
}

static void who_asks_for_what_is_not_there_gets_nothing(void **state)
{
    (void)state;
    assert_int_equal(pdoc_register_forward_item_count(NULL), 0);
    assert_null(pdoc_register_forward_item(NULL, 0));
    assert_null(pdoc_forward_item_document(NULL));
    assert_null(pdoc_forward_item_body(NULL));
    assert_null(pdoc_forward_item_purpose(NULL));
    assert_null(pdoc_forward_item_arranged_by(NULL));
    assert_null(pdoc_forward_item_note(NULL));
    assert_int_equal(pdoc_forward_item_version(NULL), 0);
    assert_day(pdoc_forward_item_meeting(NULL), "");
    assert_day(pdoc_forward_item_deferred_to(NULL), "");
}

static void a_copy_has_it_all(void **state)
{
    (void)state;
    pdoc_register *reg =
        read_good(REGISTER("<calendar ref='c' source='s'><working on='2026-12-28'/></calendar><party code='a'>"
                           "<name>N</name><meets rule='R' start='2026-01-20'/><meeting on='2026-06-16' "
                           "state='held'><attendee as='deputy'>p</attendee></meeting></party><document id='d1'/>"
                           "<forward-plan-item document='d1' meeting='2027-06' odd='1'><note>n</note>"
                           "</forward-plan-item>"));
    pdoc_register *copy = pdoc_register_copy(reg, NULL);
    pdoc_text *texts[] = {write_text(reg), write_text(copy)};
    assert_string_equal(pdoc_text_data(texts[0]), pdoc_text_data(texts[1]));
    pdoc_register_unref(reg);
    assert_string_equal(pdoc_party_attendee_as(pdoc_register_party(copy, 0), 0, 0), "deputy");
    assert_string_equal(pdoc_forward_item_note(pdoc_register_forward_item(copy, 0)), "n");
    pdoc_register_unref(copy);
    pdoc_text_free(texts[0]);
    pdoc_text_free(texts[1]);
}

/* ---- without memory ---- */

static bool add_pattern(pdoc_register *reg, pdoc_error **error)
{
    return pdoc_party_add_pattern(pdoc_register_party(reg, 0), "FREQ=MONTHLY;BYDAY=3TU", (pdoc_date){2026, 1, 20},
                                  no_day, "following", error) == PDOC_OK;
}

static bool add_meeting(pdoc_register *reg, pdoc_error **error)
{
    return pdoc_party_set_meeting(pdoc_register_party(reg, 0), june, PDOC_MEETING_PLANNED, "new", error) == PDOC_OK;
}

static bool change_meeting(pdoc_register *reg, pdoc_error **error)
{
    return pdoc_party_set_meeting(pdoc_register_party(reg, 0), (pdoc_date){2026, 6, 16}, PDOC_MEETING_CANCELLED, "new",
                                  error) == PDOC_OK;
}

static bool add_attendee(pdoc_register *reg, pdoc_error **error)
{
    return pdoc_party_add_attendee(pdoc_register_party(reg, 0), 0, "new", "absent", error) == PDOC_OK;
}

static bool add_calendar(pdoc_register *reg, pdoc_error **error)
{
    return pdoc_register_add_calendar(reg, "new", "new source", no_day, error) == PDOC_OK;
}

static bool add_day_off(pdoc_register *reg, pdoc_error **error)
{
    return pdoc_register_add_calendar_day(reg, 0, june, no_day, false, "new", error) == PDOC_OK;
}

static bool add_item(pdoc_register *reg, pdoc_error **error)
{
    return pdoc_register_add_forward_item(reg, "d1", 0, "new", june, "new", "new too", error) != NULL;
}

static bool set_note(pdoc_register *reg, pdoc_error **error)
{
    return pdoc_forward_item_set_note(pdoc_register_forward_item(reg, 0), "new", error) == PDOC_OK;
}

static pdoc_register *odd_register(void)
{
    return read_good(
        REGISTER("<calendar ref='c' odd='1'><working on='2026-12-28' odd='2'/></calendar><party code='a'><name>N</name>"
                 "<meets rule='R' start='2026-01-20' odd='3'/><meeting on='2026-06-16' state='held' odd='4'>"
                 "<note>n<!--n--></note><attendee>p<!--p--></attendee></meeting></party><document id='d1'/>"
                 "<forward-plan-item document='d1' meeting='2027-06' odd='5'><note>n<!--n--></note>"
                 "</forward-plan-item>"));
}

/* True if the change needed fewer allocations than `enough`. */
static bool change_with(bool (*change)(pdoc_register *, pdoc_error **), long enough)
{
    pdoc_error *error = NULL;
    pdoc_register *reg = odd_register();
    assert_non_null(
        pdoc__arena_space(&reg->arena, (size_t)(reg->arena.end - reg->arena.front), NULL)); /* it is full now */
    pdoc_text *before = write_text(reg);
    memory_fails_after(enough);
    const bool made = change(reg, &error);
    memory_fails_after(-1);
    pdoc_text *after = write_text(reg);
    if (made) {
        assert_string_not_equal(pdoc_text_data(before), pdoc_text_data(after));
    } else {
        assert_error(&error, PDOC_ERR_NOMEM, "memory");
        assert_string_equal(pdoc_text_data(before), pdoc_text_data(after));
        assert_true(change(reg, NULL)); /* and it works once there is memory again */
    }
    assert_reads_back(reg);
    pdoc_text_free(before);
    pdoc_text_free(after);
    pdoc_register_unref(reg);
    return made;
}

static void a_change_without_memory_changes_nothing(void **state)
{
    (void)state;
    static bool (*const changes[])(pdoc_register *, pdoc_error **) = {
        add_pattern, add_meeting, change_meeting, add_attendee, add_calendar, add_day_off, add_item, set_note};
    memory_fails_after(-1);
    const long held = memory_held;
    for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++) {
        long enough = 0;
        while (!change_with(changes[i], enough))
            enough++;
        assert_true(enough > 0);
    }
    assert_int_equal(memory_held, held);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_document_is_placed_for_a_meeting),
        cmocka_unit_test(a_month_of_a_programme_needs_no_body),
        cmocka_unit_test(what_cannot_be_placed_is_refused),
        cmocka_unit_test(an_item_is_deferred_and_the_last_day_counts),
        cmocka_unit_test(an_item_is_taken_off_and_the_others_stay),
        cmocka_unit_test(a_note_is_set_replaced_and_removed),
        cmocka_unit_test(an_item_keeps_its_register),
        cmocka_unit_test(who_asks_for_what_is_not_there_gets_nothing),
        cmocka_unit_test(a_copy_has_it_all),
        cmocka_unit_test(a_change_without_memory_changes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
