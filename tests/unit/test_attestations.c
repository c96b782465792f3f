/* SPDX-License-Identifier: MIT */
/* Who read which content: kept while the content is the same, asked again when it changed, never by name. */
#include "auditing.h"

#define DATA   PDOC_SOURCE_DIR "/tests/command/data/"
#define FIRST  "1d2f2137b9f08c17c5162409cfc86b1fafd6f2b8986edd240b4a180c62730e6f" /* of visits-1.txt, by sha256sum */
#define SECOND "b16a2d900e3df606a13e228d406df09f84e945ef537b769468220a3cb8fddec2" /* of visits-2.txt */

struct desk {
    pdoc_register *reg;
    pdoc_profile *profile;
    pdoc_basis basis;
};

static struct desk desk_on(const char *day)
{
    struct desk desk = {.reg = pdoc_register_read_file(DATA "reading.xml", NULL, NULL),
                        .profile = pdoc_profile_read_file(DATA "reading-profile.xml", NULL, NULL)};
    assert_non_null(desk.reg);
    assert_non_null(desk.profile);
    desk.basis = (pdoc_basis){.size = sizeof desk.basis, .as_of = day_of(day), .profile = desk.profile};
    return desk;
}

static void desk_end(struct desk *desk)
{
    pdoc_register_unref(desk->reg);
    pdoc_profile_unref(desk->profile);
}

static void assert_date(pdoc_date date, const char *expected)
{
    char text[PDOC_DATE_TEXT];
    if (!expected)
        assert_false(pdoc_date_is_recorded(date));
    else
        assert_string_equal(pdoc_date_format(date, text), expected);
}

/* By hand from the file, of d1. */
struct wanted {
    const char *reader;
    pdoc_reading_state state;
    bool is_required;
    const char *due, *on, *event;
    uint32_t read_version, people;
};

static void assert_readers(const pdoc_attestations *readers, const struct wanted *wanted, size_t count,
                           uint32_t version)
{
    size_t outstanding = 0;
    assert_int_equal(pdoc_attestations_count(readers), count);
    for (size_t i = 0; i < count; i++) {
        assert_string_equal(pdoc_attestations_reader(readers, i), wanted[i].reader);
        assert_int_equal(pdoc_attestations_state(readers, i), wanted[i].state);
        assert_int_equal(pdoc_attestations_is_required(readers, i), wanted[i].is_required);
        assert_date(pdoc_attestations_due(readers, i), wanted[i].due);
        assert_date(pdoc_attestations_on(readers, i), wanted[i].on);
        if (wanted[i].event)
            assert_string_equal(pdoc_attestations_event(readers, i), wanted[i].event);
        else
            assert_null(pdoc_attestations_event(readers, i));
        assert_int_equal(pdoc_attestations_read_version(readers, i), wanted[i].read_version);
        assert_int_equal(pdoc_attestations_people(readers, i), wanted[i].people);
        assert_int_equal(pdoc_attestations_version(readers, i), version);
        assert_string_equal(pdoc_attestations_sha256(readers, i), version == 1 ? FIRST : SECOND);
        assert_string_equal(pdoc_attestations_document_id(readers, i), "d1");
        assert_string_equal(pdoc_attestations_document_reference(readers, i), "HV 1");
        assert_string_equal(pdoc_attestations_document_title(readers, i), "Home visits");
        assert_non_null(pdoc_attestations_reason(readers, i));
        outstanding += wanted[i].is_required && wanted[i].state != PDOC_READING_DONE;
    }
    assert_int_equal(pdoc_attestations_outstanding(readers), outstanding);
}

static pdoc_attestations *readers_on(const char *day)
{
    struct desk desk = desk_on(day);
    pdoc_attestations *readers =
        pdoc_document_attestations(pdoc_register_find_document(desk.reg, "d1"), &desk.basis, NULL);
    assert_non_null(readers);
    desk_end(&desk); /* it points into neither */
    return readers;
}

/* It was reviewed without a change in between: nothing is asked again. */
static void a_version_that_is_reaffirmed_keeps_its_readings(void **state)
{
    (void)state;
    static const struct wanted wanted[] = {
        {"School Nurses", PDOC_READING_DONE, true, "2024-02-09", "2024-01-21", "e4", 1, 15},
        {"Practice Hub", PDOC_READING_DONE, true, NULL, "2024-01-25", "e5", 1, 4}, /* no hash: by its version */
        {"all visitors", PDOC_READING_OUTSTANDING, true, NULL, NULL, NULL, 0, 0},
        {"Police", PDOC_READING_DONE, false, NULL, "2024-02-01", "e6", 1, 2},
    };
    static const char *const days[] = {"2024-12-31", "2025-01-10", "2026-01-31"};
    for (size_t i = 0; i < 3; i++) {
        pdoc_attestations *readers = readers_on(days[i]);
        assert_readers(readers, wanted, 4, 1);
        assert_string_equal(pdoc_attestations_rule(readers, 0), "nurses-read");
        assert_string_equal(pdoc_attestations_clause(readers, 0), "8.2");
        assert_null(pdoc_attestations_rule(readers, 1));
        assert_null(pdoc_attestations_clause(readers, 1));
        pdoc_attestations_unref(readers);
    }
}

static void a_content_that_changed_asks_again(void **state)
{
    (void)state;
    static const struct wanted wanted[] = {
        {"School Nurses", PDOC_READING_AGAIN, true, "2026-03-03", "2024-01-21", "e4", 1, 0},
        {"Practice Hub", PDOC_READING_DONE, true, NULL, "2026-02-09", "e10", 2, 5},
        {"all visitors", PDOC_READING_OUTSTANDING, true, NULL, NULL, NULL, 0, 0},
        {"Police", PDOC_READING_AGAIN, false, NULL, "2024-02-01", "e6", 1, 0},
    };
    pdoc_attestations *readers = readers_on("2026-02-10");
    assert_readers(readers, wanted, 4, 2);
    pdoc_attestations *same = pdoc_attestations_ref(readers);
    pdoc_attestations_unref(readers);
    assert_date(pdoc_attestations_as_of(same), "2026-02-10");
    assert_null(pdoc_attestations_document_id(same, 4));
    pdoc_attestations_unref(same);
}

static void another_version_of_the_same_content_asks_nothing(void **state)
{
    (void)state;
    struct desk desk = desk_on("2026-03-01");
    pdoc_document *doc = pdoc_register_find_document(desk.reg, "d1");
    struct pdoc_version *third = pdoc_document_add_version(doc, "2.1", NULL);
    assert_int_equal(pdoc_version_add_content(third, "again.txt", NULL, SECOND, NULL), PDOC_OK);
    pdoc_event *decided =
        pdoc_document_record(doc, "decided", day_of("2026-02-20"), day_of("2026-02-20"), 3, NULL, NULL);
    assert_int_equal(pdoc_event_complete(decided, "outcome", "approved", NULL), PDOC_OK);
    pdoc_attestations *readers = pdoc_document_attestations(doc, &desk.basis, NULL);
    assert_int_equal(pdoc_attestations_version(readers, 0), 3);
    assert_int_equal(pdoc_attestations_state(readers, 0), PDOC_READING_AGAIN);
    assert_int_equal(pdoc_attestations_state(readers, 1),
                     PDOC_READING_DONE); /* the hub read that content as version 2 */
    pdoc_attestations_unref(readers);
    desk_end(&desk);
}

static void the_duty_to_read_is_judged(void **state)
{
    (void)state;
    static const struct {
        const char *day;
        pdoc_outcome outcome;
        const char *words; /* NULL: no finding */
    } cases[] = {
        {"2024-01-19", PDOC_OUTCOME_PENDING, "read by School Nurses, which is to be done by 2024-02-09"},
        {"2024-01-20", PDOC_OUTCOME_MET, NULL},
        {"2026-01-31", PDOC_OUTCOME_MET, NULL},
        {"2026-03-03", PDOC_OUTCOME_PENDING, "School Nurses read another content on 2024-01-21"},
        {"2026-03-04", PDOC_OUTCOME_NOT_MET, "is to read the one in force by 2026-03-03"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct desk desk = desk_on(cases[i].day);
        pdoc_report *report = pdoc_document_audit(pdoc_register_find_document(desk.reg, "d1"), &desk.basis, NULL);
        assert_non_null(report);
        assert_int_equal(outcome_on(report, "nurses-read", 0), cases[i].outcome);
        const size_t finding = finding_of_rule(report, "nurses-read");
        if (cases[i].words)
            assert_contains(pdoc_report_finding_message(report, finding), cases[i].words);
        else
            assert_true(finding == SIZE_MAX);
        pdoc_report_unref(report);
        desk_end(&desk);
    }
}

/* ---- recorded ---- */

static pdoc_change *begin(struct desk *desk)
{
    const pdoc_keeping keeping = {.size = sizeof keeping, .basis = &desk->basis};
    pdoc_change *change = pdoc_change_begin(desk->reg, &keeping, NULL);
    assert_non_null(change);
    return change;
}

static void a_reading_is_recorded_by_post_number_and_hash(void **state)
{
    (void)state;
    struct desk desk = desk_on("2026-02-12");
    pdoc_change *change = begin(&desk);
    const pdoc_reading reading = {
        .size = sizeof reading, .document = "d1", .by = "Nurses", .count = 14, .on = {2026, 2, 11}};
    const pdoc_event *event = pdoc_change_attest(change, &reading, NULL);
    assert_non_null(event);
    assert_string_equal(pdoc_event_kind(event), "read");
    assert_string_equal(pdoc_event_by(event), "nurses");
    assert_int_equal(pdoc_event_version(event), 2); /* the one in force */
    assert_string_equal(pdoc_event_attribute(event, "number"), "14");
    assert_string_equal(pdoc_event_attribute(event, "sha256"), SECOND);
    assert_date(pdoc_event_on(event), "2026-02-11");
    assert_int_equal(pdoc_change_examine(change, NULL), PDOC_OK);
    assert_int_equal(pdoc_change_objection_count(change, PDOC_OBJECTION_WARNING), 0);
    assert_int_equal(pdoc_change_objection_count(change, PDOC_OBJECTION_REFUSAL), 0);
    pdoc_attestations *readers = pdoc_register_attestations(pdoc_change_register(change), &desk.basis, NULL);
    assert_int_equal(pdoc_attestations_state(readers, 0), PDOC_READING_DONE);
    assert_int_equal(pdoc_attestations_people(readers, 0), 14);
    assert_string_equal(pdoc_attestations_event(readers, 0), pdoc_event_id(event));
    pdoc_attestations_unref(readers);
    pdoc_change_free(change);
    desk_end(&desk);
}

static void an_old_copy_is_a_warning(void **state)
{
    (void)state;
    static const struct {
        uint32_t version;
        const char *hash, *rule;
    } cases[] = {{2, FIRST, "read-other-content"}, {1, NULL, "read-not-in-force"}};
    for (size_t i = 0; i < 2; i++) {
        struct desk desk = desk_on("2026-02-12");
        pdoc_change *change = begin(&desk);
        const pdoc_reading reading = {.size = sizeof reading,
                                      .document = "d1",
                                      .version = cases[i].version,
                                      .by = "nurses",
                                      .sha256 = cases[i].hash,
                                      .on = {2026, 2, 11}};
        assert_non_null(pdoc_change_attest(change, &reading, NULL));
        assert_int_equal(pdoc_change_examine(change, NULL), PDOC_OK);
        assert_int_equal(pdoc_change_objection_count(change, PDOC_OBJECTION_WARNING), 1);
        assert_string_equal(pdoc_change_objection_rule(change, PDOC_OBJECTION_WARNING, 0), cases[i].rule);
        pdoc_attestations *readers = pdoc_register_attestations(pdoc_change_register(change), &desk.basis, NULL);
        assert_int_equal(pdoc_attestations_state(readers, 0), PDOC_READING_AGAIN);
        pdoc_attestations_unref(readers);
        pdoc_change_free(change);
        desk_end(&desk);
    }
}

static void names_and_what_is_missing_are_errors(void **state)
{
    (void)state;
    static const struct {
        const char *document, *by, *hash;
        uint32_t version;
        const char *words;
    } cases[] = {
        {"d1", "Jo Bloggs", NULL, 0, "never by name"},
        {"d1", NULL, NULL, 0, "needs the post or body"},
        {"d1", "nurses", "abc", 0, "64 hexadecimal digits"},
        {"d9", "nurses", NULL, 0, "no document with this id"},
        {"d1", "nurses", NULL, 7, "no version with this number"},
        {"d5", "nurses", NULL, 0, "no version is in force"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        pdoc_error *error = NULL;
        struct desk desk = desk_on("2026-02-12");
        pdoc_change *change = begin(&desk);
        pdoc_reading reading = {.size = sizeof reading,
                                .document = cases[i].document,
                                .version = cases[i].version,
                                .by = cases[i].by,
                                .sha256 = cases[i].hash,
                                .on = {2026, 2, 11}};
        assert_null(pdoc_change_attest(change, &reading, &error));
        assert_int_equal(pdoc_error_status(error), PDOC_ERR_ARGUMENT);
        assert_contains(pdoc_error_message(error), cases[i].words);
        pdoc_error_free(error);
        reading.on = (pdoc_date){2026, 2, 0};
        assert_null(pdoc_change_attest(change, &reading, NULL));
        assert_null(pdoc_change_attest(NULL, &reading, NULL));
        pdoc_change_free(change);
        desk_end(&desk);
    }
    assert_null(pdoc_document_attestations(NULL, NULL, NULL));
    assert_null(pdoc_register_attestations(NULL, NULL, NULL));
    assert_null(pdoc_attestations_publish(NULL, NULL, NULL));
    assert_string_equal(pdoc_reading_state_code(PDOC_READING_AGAIN), "again");
    assert_null(pdoc_reading_state_code((pdoc_reading_state)3));
}

/* ---- what governs a step ---- */

static const struct governed {
    const char *step, *day;
    const char *id; /* NULL: nothing governs it */
    pdoc_governs_by by;
    uint32_t version;
    const char *clause, *section, *title, *place, *note;
} governed[] = {
    {"step:home-visit", "2024-02-01", "d1", PDOC_GOVERNS_BY_RELATION, 1, "doors", "doors", "Closed doors",
     "https://example.org/visits", "Who goes, and what is done at a closed door."},
    {"Home-Visit", "2026-02-05", "d1", PDOC_GOVERNS_BY_RELATION, 2, "doors", "doors", "Closed doors",
     "https://example.net/visits-2", "Who goes, and what is done at a closed door."},
    {"phone", "2024-06-01", "d2", PDOC_GOVERNS_BY_KEYWORD, 1, NULL, NULL, NULL, "Shelf 3", NULL},
    {"referral", "2024-06-01", "d2", PDOC_GOVERNS_BY_RELATION, 1, NULL, NULL, NULL, "Shelf 3", NULL},
    {"strategy discussion", "2024-06-01", "d2", PDOC_GOVERNS_BY_TRACK, 1, NULL, "how",
     "How a strategy discussion is held", "Shelf 3", NULL},
    {"RP 1", "2024-06-01", "d2", PDOC_GOVERNS_BY_RELATION, 1, "how", "how", "How a strategy discussion is held",
     "Shelf 3", NULL},
    {"before the visit", "2025-04-01", "d3", PDOC_GOVERNS_BY_SECTION, 1, NULL, "home-visit", "Before the visit",
     "first.txt", NULL},
    {"strategy discussion", "2024-02-29", NULL, 0, 0, NULL, NULL, NULL, NULL, NULL}, /* not in force yet */
    {"court", "2026-02-05", NULL, 0, 0, NULL, NULL, NULL, NULL, NULL},
};

static void assert_text(const char *found, const char *wanted)
{
    if (wanted)
        assert_string_equal(found, wanted);
    else
        assert_null(found);
}

static size_t index_of(const pdoc_governing *found, const char *id)
{
    for (size_t i = 0; i < pdoc_governing_count(found); i++)
        if (strcmp(pdoc_governing_document_id(found, i), id) == 0)
            return i;
    print_error("no %s\n", id);
    fail();
    return SIZE_MAX;
}

static void a_step_is_governed_by_what_is_in_force(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof governed / sizeof *governed; i++) {
        const struct governed *wanted = &governed[i];
        struct desk desk = desk_on(wanted->day);
        pdoc_governing *found = pdoc_register_governing(desk.reg, wanted->step, &desk.basis, NULL);
        assert_non_null(found);
        desk_end(&desk);
        assert_string_equal(pdoc_governing_step(found), wanted->step);
        if (!wanted->id) {
            assert_int_equal(pdoc_governing_count(found), 0);
            pdoc_governing_unref(found);
            continue;
        }
        const size_t at = index_of(found, wanted->id);
        assert_int_equal(pdoc_governing_by(found, at), wanted->by);
        assert_int_equal(pdoc_governing_version(found, at), wanted->version);
        assert_text(pdoc_governing_clause(found, at), wanted->clause);
        assert_text(pdoc_governing_section(found, at), wanted->section);
        assert_text(pdoc_governing_section_title(found, at), wanted->title);
        assert_text(pdoc_governing_place(found, at), wanted->place);
        assert_text(pdoc_governing_note(found, at), wanted->note);
        assert_non_null(pdoc_governing_reason(found, at));
        pdoc_governing_unref(found);
    }
}

/* Each document once, for the first reason that holds; what was withdrawn governs no longer. */
static void all_that_govern_it_are_listed_once(void **state)
{
    (void)state;
    static const struct {
        const char *day;
        size_t count;
        const char *ids[4];
    } cases[] = {{"2024-02-01", 2, {"d1", "d4"}},
                 {"2025-04-01", 4, {"d1", "d2", "d3", "d4"}},
                 {"2025-06-01", 3, {"d1", "d2", "d3"}}};
    for (size_t i = 0; i < 3; i++) {
        struct desk desk = desk_on(cases[i].day);
        pdoc_governing *found = pdoc_register_governing(desk.reg, "home-visit", &desk.basis, NULL);
        assert_int_equal(pdoc_governing_count(found), cases[i].count);
        for (size_t doc = 0; doc < cases[i].count; doc++)
            assert_string_equal(pdoc_governing_document_id(found, doc), cases[i].ids[doc]);
        assert_string_equal(pdoc_governing_document_reference(found, 0), "HV 1");
        assert_string_equal(pdoc_governing_document_title(found, 0), "Home visits");
        assert_string_equal(pdoc_governing_label(found, 0), "1.0");
        assert_string_equal(pdoc_governing_sha256(found, 0), FIRST);
        assert_date(pdoc_governing_since(found, 0), "2024-01-10");
        assert_date(pdoc_governing_as_of(found), cases[i].day);
        assert_null(pdoc_governing_document_id(found, cases[i].count));
        pdoc_governing *same = pdoc_governing_ref(found);
        pdoc_governing_unref(found);
        pdoc_governing_unref(same);
        desk_end(&desk);
    }
    struct desk desk = desk_on("2026-02-05");
    assert_null(pdoc_register_governing(desk.reg, "", &desk.basis, NULL));
    assert_null(pdoc_register_governing(desk.reg, "\xff", &desk.basis, NULL));
    assert_null(pdoc_register_governing(NULL, "a", &desk.basis, NULL));
    assert_null(pdoc_register_governing(desk.reg, "a", NULL, NULL));
    assert_null(pdoc_governing_publish(NULL, NULL, NULL));
    assert_string_equal(pdoc_governs_by_code(PDOC_GOVERNS_BY_SECTION), "section");
    assert_null(pdoc_governs_by_code((pdoc_governs_by)4));
    desk_end(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_version_that_is_reaffirmed_keeps_its_readings),
        cmocka_unit_test(a_content_that_changed_asks_again),
        cmocka_unit_test(another_version_of_the_same_content_asks_nothing),
        cmocka_unit_test(the_duty_to_read_is_judged),
        cmocka_unit_test(a_reading_is_recorded_by_post_number_and_hash),
        cmocka_unit_test(an_old_copy_is_a_warning),
        cmocka_unit_test(names_and_what_is_missing_are_errors),
        cmocka_unit_test(a_step_is_governed_by_what_is_in_force),
        cmocka_unit_test(all_that_govern_it_are_listed_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
