/* SPDX-License-Identifier: MIT */
/* Releases: what is recorded, what speaks against one, and what is to be done for the readers then. */
#include "auditing.h"

#define DATA   PDOC_SOURCE_DIR "/tests/command/data/"
#define FIRST  "1d2f2137b9f08c17c5162409cfc86b1fafd6f2b8986edd240b4a180c62730e6f" /* of visits-1.txt, by sha256sum */
#define SECOND "b16a2d900e3df606a13e228d406df09f84e945ef537b769468220a3cb8fddec2" /* of visits-2.txt */

struct desk {
    pdoc_register *before;
    pdoc_profile *profile;
    pdoc_basis basis;
    pdoc_change *change;
    pdoc_register *reg; /* the working copy */
};

static struct desk desk_on(const char *day)
{
    struct desk desk = {.before = pdoc_register_read_file(DATA "release.xml", NULL, NULL),
                        .profile = pdoc_profile_read_file(DATA "release-profile.xml", NULL, NULL)};
    assert_non_null(desk.before);
    assert_non_null(desk.profile);
    desk.basis = (pdoc_basis){.size = sizeof desk.basis, .as_of = day_of(day), .profile = desk.profile};
    const pdoc_keeping keeping = {.size = sizeof keeping, .basis = &desk.basis};
    desk.change = pdoc_change_begin(desk.before, &keeping, NULL);
    assert_non_null(desk.change);
    desk.reg = pdoc_change_register(desk.change);
    return desk;
}

static void desk_end(struct desk *desk)
{
    pdoc_change_free(desk->change);
    pdoc_register_unref(desk->before);
    pdoc_profile_unref(desk->profile);
}

static pdoc_release of(const char *document, uint32_t version, const char *hash, const char *on)
{
    return (pdoc_release){.size = sizeof(pdoc_release),
                          .document = document,
                          .version = version,
                          .href = "new.txt",
                          .sha256 = hash,
                          .on = day_of(on)};
}

/* ---- recorded ---- */

static const pdoc_event *last_of_kind(const pdoc_document *doc, const char *kind)
{
    for (size_t i = pdoc_document_event_count(doc); i-- > 0;)
        if (strcmp(pdoc_event_kind(pdoc_document_event(doc, i)), kind) == 0)
            return pdoc_document_event(doc, i);
    fail();
    return NULL;
}

static void assert_date(pdoc_date date, const char *expected)
{
    char text[PDOC_DATE_TEXT];
    assert_string_equal(pdoc_date_format(date, text), expected);
}

static uint32_t in_force_on(struct desk *desk, const pdoc_document *doc, const char *day)
{
    pdoc_basis basis = desk->basis;
    struct pdoc_version *version = NULL;
    basis.as_of = day_of(day);
    assert_int_equal(pdoc_document_in_force(doc, &basis, &version, NULL), PDOC_OK);
    return version ? pdoc_version_ordinal(version) : 0;
}

static void a_release_records_content_label_hash_and_supersession_at_once(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    struct desk desk = desk_on("2026-03-10");
    pdoc_release what = of("d1", 2, SECOND, "2026-03-10");
    what.effective = day_of("2026-04-01");
    what.channel = "website bulletin";
    what.by = "hub";
    what.media_type = "text/plain";
    pdoc_event *released = pdoc_change_release(desk.change, &what, &error);
    assert_null(error);
    assert_non_null(released);
    assert_int_equal(pdoc_change_examine(desk.change, &error), PDOC_OK);
    assert_int_equal(pdoc_change_objection_count(desk.change, PDOC_OBJECTION_REFUSAL), 0);
    assert_int_equal(pdoc_change_objection_count(desk.change, PDOC_OBJECTION_WARNING), 0);
    const pdoc_document *doc = pdoc_register_find_document(desk.reg, "d1");
    const struct pdoc_version *version = pdoc_document_find_version(doc, 2);
    assert_string_equal(pdoc_version_label(version), "2.0"); /* the scheme goes on from 1.0 */
    assert_int_equal(pdoc_version_content_count(version), 1);
    assert_string_equal(pdoc_version_content_href(version, 0), "new.txt");
    assert_string_equal(pdoc_version_content_sha256(version, 0), SECOND);
    assert_string_equal(pdoc_version_content_media_type(version, 0), "text/plain");
    assert_string_equal(pdoc_event_kind(released), "released");
    assert_int_equal(pdoc_event_version(released), 2);
    assert_string_equal(pdoc_event_by(released), "hub");
    assert_string_equal(pdoc_event_attribute(released, "cause"), "e9");
    assert_string_equal(pdoc_event_attribute(released, "label"), "2.0");
    assert_string_equal(pdoc_event_attribute(released, "sha256"), SECOND);
    assert_string_equal(pdoc_event_attribute(released, "channel"), "website bulletin");
    assert_date(pdoc_event_attribute_date(released, "effective"), "2026-04-01");
    assert_string_equal(pdoc_event_attribute(last_of_kind(doc, "attested"), "sha256"), SECOND);
    const pdoc_event *ended = last_of_kind(doc, "superseded");
    assert_int_equal(pdoc_event_version(ended), 1);
    assert_date(pdoc_event_on(ended), "2026-04-01");
    assert_string_equal(pdoc_event_attribute(ended, "cause"), pdoc_event_id(released));
    assert_int_equal(in_force_on(&desk, doc, "2026-03-31"), 1);
    assert_int_equal(in_force_on(&desk, doc, "2026-04-01"), 2);
    pdoc_register *made = pdoc_change_finish(desk.change, &error);
    assert_non_null(made);
    assert_int_equal(pdoc_register_revision(made), 8); /* one more than before, for all of it */
    pdoc_register_unref(made);
    desk_end(&desk);
}

/* Without a day in force it counts at once, and the version before ends on that day. */
static void without_a_day_it_is_in_force_at_once(void **state)
{
    (void)state;
    struct desk desk = desk_on("2026-03-10");
    const pdoc_release what = of("d1", 2, SECOND, "2026-03-10");
    assert_non_null(pdoc_change_release(desk.change, &what, NULL));
    const pdoc_document *doc = pdoc_register_find_document(desk.reg, "d1");
    assert_null(pdoc_event_attribute(last_of_kind(doc, "released"), "effective"));
    assert_date(pdoc_event_on(last_of_kind(doc, "superseded")), "2026-03-10");
    assert_int_equal(in_force_on(&desk, doc, "2026-03-09"), 1);
    assert_int_equal(in_force_on(&desk, doc, "2026-03-10"), 2);
    desk_end(&desk);
}

static void the_day_that_was_decided_on_is_taken_over(void **state)
{
    (void)state;
    struct desk desk = desk_on("2026-03-10");
    const pdoc_release what = of("d4", 3, FIRST, "2026-03-10");
    assert_non_null(pdoc_change_release(desk.change, &what, NULL));
    const pdoc_document *doc = pdoc_register_find_document(desk.reg, "d4");
    assert_date(pdoc_event_attribute_date(last_of_kind(doc, "released"), "effective"), "2026-06-01");
    assert_date(pdoc_event_on(last_of_kind(doc, "superseded")), "2026-06-01");
    assert_int_equal(pdoc_version_content_count(pdoc_document_find_version(doc, 3)), 1); /* it was there */
    desk_end(&desk);
}

/* ---- objections ---- */

static const struct {
    const char *document;
    uint32_t version;
    const char *hash, *label, *decision, *effective, *on;
    const char *rule; /* NULL: nothing is said */
    pdoc_objection kind;
    const char *clause, *words;
} objections[] = {
    {"d1", 2, SECOND, NULL, NULL, NULL, "2026-03-10", NULL, PDOC_OBJECTION_REFUSAL, NULL, NULL},
    {"d4", 2, SECOND, NULL, NULL, NULL, "2026-03-10", "release-undecided", PDOC_OBJECTION_REFUSAL, "5.4",
     "no decision is recorded that approves version 2"},
    {"d4", 3, FIRST, NULL, "e12", NULL, "2026-03-10", "release-undecided", PDOC_OBJECTION_REFUSAL, "5.4",
     "the event e12 is no decision"},
    {"d4", 3, FIRST, NULL, "e11", NULL, "2026-03-10", "release-decision", PDOC_OBJECTION_REFUSAL, "5.4",
     "the decision e11 is about version 1, not about version 3"},
    {"d1", 2, SECOND, NULL, NULL, NULL, "2026-03-01", "release-undecided", PDOC_OBJECTION_REFUSAL, "5.4",
     "decided on only on 2026-03-02 (e9)"},
    {"d4", 3, FIRST, NULL, NULL, "2026-05-31", "2026-03-10", "release-early", PDOC_OBJECTION_REFUSAL, "5.4",
     "puts it into force on 2026-06-01, not on 2026-05-31"},
    {"d4", 3, SECOND, NULL, NULL, NULL, "2026-03-10", "release-content", PDOC_OBJECTION_REFUSAL, "4.4",
     "and what was decided on " FIRST},
    {"d1", 2, FIRST, NULL, NULL, NULL, "2026-03-10", "content-same", PDOC_OBJECTION_WARNING, NULL, "version 1"},
    {"d4", 1, SECOND, NULL, NULL, NULL, "2026-03-10", "release-again", PDOC_OBJECTION_WARNING, NULL,
     "released already on 2024-02-02 (e12)"},
    {"d1", 1, FIRST, NULL, NULL, NULL, "2026-03-10", "release-over", PDOC_OBJECTION_REFUSAL, "5.4",
     "version 1 is superseded already"}, /* the decision on version 2 counts at once */
    {"d1", 2, SECOND, "0.9", NULL, NULL, "2026-03-10", "numbers", PDOC_OBJECTION_REFUSAL, "4.2", "\"0.9\""},
    {"d1", 2, SECOND, "Issue 2", NULL, NULL, "2026-03-10", "numbers", PDOC_OBJECTION_REFUSAL, "4.2", "\"Issue 2\""},
};

static size_t objection_of(const pdoc_change *change, pdoc_objection kind, const char *rule)
{
    for (size_t i = 0; i < pdoc_change_objection_count(change, kind); i++)
        if (strcmp(pdoc_change_objection_rule(change, kind, i), rule) == 0)
            return i;
    print_error("no %s\n", rule);
    fail();
    return SIZE_MAX;
}

static void what_speaks_against_it_is_said_with_its_clause(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof objections / sizeof *objections; i++) {
        struct desk desk = desk_on("2026-03-10");
        pdoc_release what = of(objections[i].document, objections[i].version, objections[i].hash, objections[i].on);
        what.label = objections[i].label;
        what.decision = objections[i].decision;
        if (objections[i].effective)
            what.effective = day_of(objections[i].effective);
        assert_non_null(pdoc_change_release(desk.change, &what, NULL));
        assert_int_equal(pdoc_change_examine(desk.change, NULL), PDOC_OK);
        if (!objections[i].rule) {
            assert_int_equal(pdoc_change_objection_count(desk.change, PDOC_OBJECTION_REFUSAL), 0);
        } else {
            const size_t found = objection_of(desk.change, objections[i].kind, objections[i].rule);
            const char *clause = pdoc_change_objection_clause(desk.change, objections[i].kind, found);
            assert_contains(pdoc_change_objection_message(desk.change, objections[i].kind, found), objections[i].words);
            assert_non_null(pdoc_change_objection_remedy(desk.change, objections[i].kind, found));
            assert_string_equal(pdoc_change_objection_document(desk.change, objections[i].kind, found),
                                objections[i].document);
            assert_true(objections[i].clause ? clause && strcmp(clause, objections[i].clause) == 0 : !clause);
        }
        desk_end(&desk);
    }
}

/* It stays an objection however often the change is examined, and is overridden as all are. */
static void a_refusal_stays_and_is_overridden_with_a_reason(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    struct desk desk = desk_on("2026-03-10");
    const pdoc_keeping keeping = {
        .size = sizeof keeping, .basis = &desk.basis, .override_because = "told by telephone"};
    const pdoc_release what = of("d4", 2, SECOND, "2026-03-10");
    assert_non_null(pdoc_change_release(desk.change, &what, NULL));
    assert_int_equal(pdoc_change_examine(desk.change, NULL), PDOC_OK);
    assert_int_equal(pdoc_change_examine(desk.change, NULL), PDOC_OK);
    const size_t refusals = pdoc_change_objection_count(desk.change, PDOC_OBJECTION_REFUSAL);
    objection_of(desk.change, PDOC_OBJECTION_REFUSAL, "release-undecided");
    assert_null(pdoc_change_finish(desk.change, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_REFUSED);
    pdoc_error_free(error);
    pdoc_change_free(desk.change);
    desk.change = pdoc_change_begin(desk.before, &keeping, NULL);
    assert_non_null(pdoc_change_release(desk.change, &what, NULL));
    pdoc_register *made = pdoc_change_finish(desk.change, NULL);
    assert_non_null(made);
    const pdoc_document *doc = pdoc_register_find_document(made, "d4");
    size_t overridden = 0, undecided = 0;
    for (size_t i = 0; i < pdoc_document_event_count(doc); i++) {
        const pdoc_event *event = pdoc_document_event(doc, i);
        if (strcmp(pdoc_event_kind(event), "overridden") != 0)
            continue;
        overridden++;
        assert_string_equal(pdoc_event_attribute(event, "rationale"), "told by telephone");
        undecided += strcmp(pdoc_event_attribute(event, "item"), "release-undecided") == 0;
    }
    assert_int_equal(overridden, refusals);
    assert_int_equal(undecided, 1);
    pdoc_register_unref(made);
    desk_end(&desk);
}

static void what_cannot_be_released_is_an_error(void **state)
{
    (void)state;
    static const struct {
        const char *document;
        uint32_t version;
        const char *hash, *decision, *effective, *words;
    } cases[] = {
        {"d9", 1, FIRST, NULL, NULL, "no document with this id"},
        {NULL, 1, FIRST, NULL, NULL, "no document with this id"},
        {"d1", 4, FIRST, NULL, NULL, "has no version 4, and the next one that could be added is 3"},
        {"d1", 2, "abc", NULL, NULL, "64 hexadecimal digits"},
        {"d1", 2, NULL, NULL, NULL, "64 hexadecimal digits"},
        {"d1", 2, SECOND, "e10", NULL, "no event with the id of the decision"}, /* that of another document */
        {"d1", 2, SECOND, "e99", NULL, "no event with the id of the decision"},
        {"d1", 2, SECOND, NULL, "2026-03-09", "before the day on which it is released"},
        {"d1", 2, SECOND, NULL, "2026-04", "a whole day"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        pdoc_error *error = NULL;
        struct desk desk = desk_on("2026-03-10");
        pdoc_release what = of(cases[i].document, cases[i].version, cases[i].hash, "2026-03-10");
        what.decision = cases[i].decision;
        if (cases[i].effective)
            what.effective = day_of(cases[i].effective);
        assert_null(pdoc_change_release(desk.change, &what, &error));
        assert_int_equal(pdoc_error_status(error), PDOC_ERR_ARGUMENT);
        assert_contains(pdoc_error_message(error), cases[i].words);
        pdoc_error_free(error);
        what.size = 1;
        assert_null(pdoc_change_release(desk.change, &what, NULL));
        assert_null(pdoc_change_release(NULL, &what, NULL));
        desk_end(&desk);
    }
}

/* ---- distribution ---- */

/* Every task, by hand from the file: in the order in which they are told. */
static const struct {
    pdoc_distribution_action action;
    uint32_t version;
    const char *channel, *place, *partner, *who, *due, *rule, *clause, *done_by;
} expected[] = {
    {PDOC_DISTRIBUTE_PUBLISH, 2, "website", "https://example.org/visits", NULL, "Practice Hub", NULL, "upload", "6.1",
     NULL},
    {PDOC_DISTRIBUTE_PUBLISH, 2, "bulletin", NULL, NULL, "Practice Hub", NULL, "upload", "6.1", NULL},
    {PDOC_DISTRIBUTE_PUBLISH, 2, "manual", NULL, NULL, "Practice Hub", NULL, "upload", "6.1", NULL},
    {PDOC_DISTRIBUTE_WITHDRAW, 1, "manual", NULL, NULL, "Practice Hub", NULL, "upload", "6.1", NULL},
    {PDOC_DISTRIBUTE_WITHDRAW, 1, "website", "https://example.org/visits", NULL, "Practice Hub", NULL, "upload", "6.1",
     NULL},
    {PDOC_DISTRIBUTE_TELL, 2, NULL, NULL, "Health Trust", "Practice Hub", "2026-03-16", "partners-told", "6.3", NULL},
    {PDOC_DISTRIBUTE_TELL, 2, NULL, NULL, "School", "Practice Hub", "2026-03-16", "partners-told", "6.3", NULL},
    {PDOC_DISTRIBUTE_TELL, 2, NULL, NULL, "all-staff", "Practice Hub", NULL, "telling", "6.2", NULL},
    {PDOC_DISTRIBUTE_WITHDRAW, 0, NULL, NULL, "CF 1", NULL, NULL, NULL, NULL, NULL},
    {PDOC_DISTRIBUTE_COMPARE, 0, NULL, NULL, "HV 2", NULL, NULL, NULL, NULL, NULL},
};
#define TASKS (sizeof expected / sizeof *expected)

static void assert_text(const char *found, const char *wanted)
{
    if (wanted)
        assert_string_equal(found, wanted);
    else
        assert_null(found);
}

static struct desk released_desk(void)
{
    struct desk desk = desk_on("2026-03-10");
    pdoc_release what = of("d1", 2, SECOND, "2026-03-10");
    what.effective = day_of("2026-04-01");
    what.channel = "website  bulletin";
    assert_non_null(pdoc_change_release(desk.change, &what, NULL));
    return desk;
}

static void each_place_and_partner_is_a_task(void **state)
{
    (void)state;
    struct desk desk = released_desk();
    const pdoc_document *doc = pdoc_register_find_document(desk.reg, "d1");
    pdoc_distribution *tasks = pdoc_document_distribution(doc, &desk.basis, NULL);
    assert_non_null(tasks);
    assert_int_equal(pdoc_distribution_count(tasks), TASKS);
    assert_int_equal(pdoc_distribution_open(tasks), TASKS);
    assert_date(pdoc_distribution_as_of(tasks), "2026-03-10");
    desk_end(&desk); /* it points into neither */
    for (size_t i = 0; i < TASKS; i++) {
        const pdoc_date due = pdoc_distribution_due(tasks, i);
        assert_int_equal(pdoc_distribution_task(tasks, i), expected[i].action);
        assert_int_equal(pdoc_distribution_version(tasks, i), expected[i].version);
        assert_text(pdoc_distribution_channel(tasks, i), expected[i].channel);
        assert_text(pdoc_distribution_place(tasks, i), expected[i].place);
        assert_text(pdoc_distribution_partner(tasks, i), expected[i].partner);
        assert_text(pdoc_distribution_who(tasks, i), expected[i].who);
        assert_text(pdoc_distribution_rule(tasks, i), expected[i].rule);
        assert_text(pdoc_distribution_clause(tasks, i), expected[i].clause);
        assert_text(pdoc_distribution_done_by(tasks, i), NULL);
        assert_string_equal(pdoc_distribution_document_id(tasks, i), "d1");
        assert_string_equal(pdoc_distribution_document_reference(tasks, i), "HV 1");
        assert_string_equal(pdoc_distribution_document_title(tasks, i), "Home visits");
        assert_non_null(pdoc_distribution_reason(tasks, i));
        assert_false(pdoc_distribution_is_done(tasks, i));
        assert_false(pdoc_date_is_recorded(pdoc_distribution_done_on(tasks, i)));
        assert_int_equal(pdoc_date_is_recorded(due), expected[i].due != NULL);
        if (expected[i].due)
            assert_date(due, expected[i].due);
    }
    assert_null(pdoc_distribution_document_id(tasks, TASKS));
    assert_string_equal(pdoc_distribution_action_code(PDOC_DISTRIBUTE_WITHDRAW), "withdraw");
    assert_null(pdoc_distribution_action_code((pdoc_distribution_action)9));
    pdoc_distribution *same = pdoc_distribution_ref(tasks);
    pdoc_distribution_unref(tasks);
    pdoc_distribution_unref(same);
}

/* What shows that each of them is done; the last is the day of checking of a relation. */
static const struct {
    const char *kind, *document;
    uint32_t version;
    const char *channel, *href, *body, *group;
    size_t tasks[2]; /* that it does; TASKS: none */
} deeds[] = {
    {"published", "d1", 2, "website", "https://example.org/visits", NULL, NULL, {0, 4}}, /* in the place of the old copy
                                                                                          */
    {"published", "d1", 2, "bulletin", NULL, NULL, NULL, {1, TASKS}},
    {"published", "d1", 2, "manual", "https://example.org/m2", NULL, NULL, {2, 3}}, /* no address of the old one is
                                                                                       known */
    {"notified", "d1", 2, NULL, NULL, "Health Trust", NULL, {5, TASKS}},
    {"notified", "d1", 0, NULL, NULL, "school", NULL, {6, TASKS}},
    {"notified", "d1", 2, NULL, NULL, NULL, "all-staff", {7, TASKS}},
    {"superseded", "d3", 0, NULL, NULL, NULL, NULL, {8, TASKS}},
};

static void complete(pdoc_event *event, const char *name, const char *value)
{
    if (value)
        assert_int_equal(pdoc_event_complete(event, name, value, NULL), PDOC_OK);
}

static void what_is_recorded_shows_that_a_task_is_done(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof deeds / sizeof *deeds; i++) {
        struct desk desk = released_desk();
        pdoc_document *doc = pdoc_register_find_document(desk.reg, deeds[i].document);
        pdoc_event *event = pdoc_document_record(doc, deeds[i].kind, day_of("2026-03-12"), day_of("2026-03-12"),
                                                 deeds[i].version, "hub", NULL);
        assert_non_null(event);
        complete(event, "channel", deeds[i].channel);
        complete(event, "href", deeds[i].href);
        complete(event, "body", deeds[i].body);
        complete(event, "group", deeds[i].group);
        desk.basis.as_of = day_of("2026-03-12");
        pdoc_distribution *tasks =
            pdoc_document_distribution(pdoc_register_find_document(desk.reg, "d1"), &desk.basis, NULL);
        assert_int_equal(pdoc_distribution_count(tasks), TASKS);
        for (size_t task = 0; task < TASKS; task++) {
            const bool is_done = task == deeds[i].tasks[0] || task == deeds[i].tasks[1];
            assert_int_equal(pdoc_distribution_is_done(tasks, task), is_done);
            assert_text(pdoc_distribution_done_by(tasks, task), is_done ? pdoc_event_id(event) : NULL);
            if (is_done)
                assert_date(pdoc_distribution_done_on(tasks, task), "2026-03-12");
        }
        assert_int_equal(pdoc_distribution_open(tasks), TASKS - 1 - (deeds[i].tasks[1] < TASKS));
        pdoc_distribution_unref(tasks);
        desk_end(&desk);
    }
}

static void a_relation_that_was_checked_since_is_done(void **state)
{
    (void)state;
    struct desk desk = released_desk();
    pdoc_relation *relation = pdoc_document_relation(pdoc_register_find_document(desk.reg, "d2"), 0);
    assert_int_equal(pdoc_relation_set_checked(relation, day_of("2026-03-10"), NULL, NULL), PDOC_OK);
    pdoc_distribution *tasks = pdoc_register_distribution(desk.reg, &desk.basis, NULL);
    /* of d1 those above; d4 has nobody but the two of the profile, and no place */
    assert_int_equal(pdoc_distribution_count(tasks), TASKS + 2);
    assert_true(pdoc_distribution_is_done(tasks, TASKS - 1));
    assert_null(pdoc_distribution_done_by(tasks, TASKS - 1));
    assert_string_equal(pdoc_distribution_document_id(tasks, TASKS), "d4");
    assert_string_equal(pdoc_distribution_partner(tasks, TASKS), "Health Trust");
    pdoc_distribution_unref(tasks);
    desk_end(&desk);
}

static void without_a_release_the_version_in_force_counts(void **state)
{
    (void)state;
    struct desk desk = desk_on("2026-03-10");
    pdoc_distribution *tasks =
        pdoc_document_distribution(pdoc_register_find_document(desk.reg, "d3"), &desk.basis, NULL);
    assert_int_equal(pdoc_distribution_count(tasks), 2); /* the two of the profile */
    assert_int_equal(pdoc_distribution_version(tasks, 0), 1);
    pdoc_distribution_unref(tasks);
    tasks = pdoc_document_distribution(pdoc_register_find_document(desk.reg, "d2"), &desk.basis, NULL);
    assert_int_equal(pdoc_distribution_count(tasks), 0); /* it is a draft */
    pdoc_distribution_unref(tasks);
    pdoc_error *error = NULL;
    assert_null(pdoc_document_distribution(NULL, &desk.basis, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_ARGUMENT);
    pdoc_error_free(error);
    assert_null(pdoc_register_distribution(NULL, &desk.basis, NULL));
    assert_null(pdoc_register_distribution(desk.reg, NULL, NULL));
    assert_null(pdoc_distribution_publish(NULL, NULL, NULL));
    assert_int_equal(pdoc_distribution_count(NULL), 0);
    desk_end(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_release_records_content_label_hash_and_supersession_at_once),
        cmocka_unit_test(without_a_day_it_is_in_force_at_once),
        cmocka_unit_test(the_day_that_was_decided_on_is_taken_over),
        cmocka_unit_test(what_speaks_against_it_is_said_with_its_clause),
        cmocka_unit_test(a_refusal_stays_and_is_overridden_with_a_reason),
        cmocka_unit_test(what_cannot_be_released_is_an_error),
        cmocka_unit_test(each_place_and_partner_is_a_task),
        cmocka_unit_test(what_is_recorded_shows_that_a_task_is_done),
        cmocka_unit_test(a_relation_that_was_checked_since_is_done),
        cmocka_unit_test(without_a_release_the_version_in_force_counts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
