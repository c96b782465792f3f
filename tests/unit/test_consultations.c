/* SPDX-License-Identifier: MIT */
/* Consultations: who was sent what, who replied, and what silence comes to, under two profiles. */
#include "auditing.h"

#include <policydoc/policydoc.h>

#define DOC(events)                                                                                                    \
    "<document id=\"d1\" type=\"policy\" category=\"practice-area\"><title>Short breaks</title><version n=\"1\"/>"        \
    "<history>" events "</history></document>"
/* In time for one group, late for another thread. */
#define SENT(id, on, group)                                                                                            \
    "<consultation-opened id=\"" id "\" on=\"" on "\" version=\"1\" by=\"practice-hub\" group=\"" group                   \
    "\" meeting=\"2026-03-24\" deadline=\"2026-03-21\" channel=\"email\"/>"
#define REPLY(id, on, more)                                                                                            \
    "<responded id=\"" id "\" on=\"" on "\" version=\"1\" by=\"directors-ads-group\" thread=\"e1\" " more

static pdoc_consultations *consult(const char *content, const char *profile, const char *day)
{
    pdoc_profile_set *shipped = pdoc_profile_set_shipped(NULL);
    pdoc_register *reg = read_register(content);
    const pdoc_basis basis = {
        .size = sizeof basis, .as_of = day_of(day), .profile = pdoc_profile_set_find(shipped, profile)};
    assert_non_null(basis.profile);
    pdoc_consultations *all = pdoc_document_consultations(pdoc_register_document(reg, 0), &basis, NULL);
    assert_non_null(all);
    pdoc_register_unref(reg);
    pdoc_profile_set_unref(shipped);
    return all;
}

static void expect_state(const char *content, const char *profile, const char *day, pdoc_reply_state state,
                         const char *words)
{
    pdoc_consultations *all = consult(content, profile, day);
    assert_true(pdoc_consultations_count(all) >= 1);
    if (pdoc_consultations_state(all, 0) != state)
        print_error("%s: %s\n", pdoc_reply_state_code(pdoc_consultations_state(all, 0)),
                    pdoc_consultations_reason(all, 0));
    assert_int_equal(pdoc_consultations_state(all, 0), state);
    assert_non_null(strstr(pdoc_consultations_reason(all, 0), words));
    pdoc_consultations_unref(all);
}

#define IN_TIME REGISTER(DOC(SENT("e1", "2026-03-02", "directors-ads-group")))
#define TOO_LATE REGISTER(DOC(SENT("e1", "2026-03-16", "directors-ads-group")))
#define WITH(more) REGISTER(DOC(SENT("e1", "2026-03-02", "directors-ads-group") more))

static void silence_is_agreement_only_where_the_rules_say_so(void **state)
{
    (void)state;
    expect_state(IN_TIME, "birmingham-trust", "2026-03-21", PDOC_REPLY_WAITING, "2026-03-21");
    expect_state(IN_TIME, "birmingham-trust", "2026-03-22", PDOC_REPLY_DEEMED_AGREED, "it is no approval");
    expect_state(TOO_LATE, "birmingham-trust", "2026-03-22", PDOC_REPLY_UNDETERMINED, "it was sent on 2026-03-16");
    expect_state(IN_TIME, "merton-mscp", "2026-03-22", PDOC_REPLY_NO_RESPONSE, "no rule gives silence a meaning");
}

static void what_is_deemed_names_its_rule(void **state)
{
    (void)state;
    pdoc_consultations *all = consult(IN_TIME, "birmingham-trust", "2026-03-22");
    assert_string_equal(pdoc_consultations_rule(all, 0), "shared-with-directors");
    assert_non_null(strstr(pdoc_consultations_clause(all, 0), "L45"));
    assert_true(pdoc_consultations_is_inferred(all, 0));
    assert_string_equal(pdoc_consultations_thread(all, 0), "e1");
    assert_string_equal(pdoc_consultations_document_id(all, 0), "d1");
    assert_string_equal(pdoc_consultations_document_title(all, 0), "Short breaks");
    assert_int_equal(pdoc_consultations_document_index(all, 0), 0);
    assert_string_equal(pdoc_consultations_consultee(all, 0), "Directors/AD's group");
    assert_string_equal(pdoc_consultations_sent_by(all, 0), "Practice Hub");
    assert_string_equal(pdoc_consultations_channel(all, 0), "email");
    assert_int_equal(pdoc_consultations_version(all, 0), 1);
    assert_int_equal(pdoc_consultations_sent(all, 0).day, 2);
    assert_int_equal(pdoc_consultations_deadline(all, 0).day, 21);
    assert_int_equal(pdoc_consultations_meeting(all, 0).day, 24);
    assert_int_equal(pdoc_consultations_as_of(all).day, 22);
    assert_true(pdoc_consultations_is_open(all, 0));
    pdoc_consultations_unref(pdoc_consultations_ref(all));
    pdoc_consultations_unref(all);
}

static void a_reply_counts_and_a_late_one_stands_beside(void **state)
{
    (void)state;
    expect_state(WITH(REPLY("e2", "2026-03-10", "outcome=\"agreed\"/>")), "birmingham-trust", "2026-04-01",
                 PDOC_REPLY_AGREED, "agreed");
    expect_state(WITH(REPLY("e2", "2026-03-10", "outcome=\"objected\"/>")), "birmingham-trust", "2026-04-01",
                 PDOC_REPLY_OBJECTED, "objected");
    expect_state(WITH(REPLY("e2", "2026-03-10", "/>")), "birmingham-trust", "2026-04-01", PDOC_REPLY_UNDETERMINED,
                 "what was said is not recorded");
    expect_state(WITH("<consultation-closed id=\"e2\" on=\"2026-03-10\" version=\"1\" thread=\"e1\"/>"),
                 "birmingham-trust", "2026-04-01", PDOC_REPLY_CLOSED, "before the last day");
    pdoc_consultations *all = consult(WITH(REPLY("e2", "2026-03-23", "outcome=\"objected\"/>")), "birmingham-trust",
                                      "2026-04-01");
    assert_int_equal(pdoc_consultations_state(all, 0), PDOC_REPLY_DEEMED_AGREED);
    assert_true(pdoc_consultations_is_late(all, 0));
    assert_int_equal(pdoc_consultations_replied(all, 0).day, 23);
    pdoc_consultations_unref(all);
    expect_state(WITH(REPLY("e2", "2026-03-23", "outcome=\"objected\"/>")), "merton-mscp", "2026-04-01", PDOC_REPLY_LATE,
                 "too late");
}

static void comments_questions_and_engagement_are_told_apart(void **state)
{
    (void)state;
    pdoc_consultations *all = consult(
        WITH(REPLY("e2", "2026-03-10", "disposition=\"incorporated\"><comment>Name the service.</comment></responded>")
                 "<submitted id=\"e3\" on=\"2026-03-22\" version=\"1\" purpose=\"sign-off\" thread=\"e1\">"
                 "<comment>Who pays?</comment></submitted>"
                 "<engaged id=\"e4\" on=\"2026-03-11\" version=\"1\" group=\"young-inspectors\" number=\"6\"/>"),
        "birmingham-trust", "2026-04-01");
    assert_int_equal(pdoc_consultations_count(all), 1);
    assert_int_equal(pdoc_consultations_state(all, 0), PDOC_REPLY_COMMENTED);
    assert_int_equal(pdoc_consultations_comment_count(all, 0), 2);
    assert_string_equal(pdoc_consultations_comment(all, 0, 0), "Name the service.");
    assert_string_equal(pdoc_consultations_disposition(all, 0, 0), "incorporated");
    assert_string_equal(pdoc_consultations_disposition(all, 0, 1), "question");
    assert_int_equal(pdoc_consultations_engagement_count(all), 1);
    assert_string_equal(pdoc_consultations_engagement(all, 0), "young-inspectors (6)");
    assert_int_equal(pdoc_consultations_engagement_on(all, 0).day, 11);
    pdoc_consultations_unref(all);
}

static void a_register_lists_what_is_open(void **state)
{
    (void)state;
    pdoc_profile_set *shipped = pdoc_profile_set_shipped(NULL);
    for (int decided = 0; decided < 2; decided++) {
        pdoc_register *reg = read_register(
            decided ? WITH("<decided id=\"e2\" on=\"2026-03-24\" version=\"1\" by=\"director-leadership-group\" "
                           "outcome=\"approved\"/>")
                    : IN_TIME);
        const pdoc_basis basis = {.size = sizeof basis,
                                  .as_of = day_of("2026-04-01"),
                                  .profile = pdoc_profile_set_find(shipped, "birmingham-trust")};
        pdoc_consultations *all = pdoc_register_consultations(reg, &basis, NULL);
        assert_int_equal(pdoc_consultations_count(all), decided ? 0 : 1);
        pdoc_text *text = pdoc_consultations_publish(all, NULL, NULL);
        assert_non_null(strstr(pdoc_text_data(text), decided ? "No consultation is recorded." : "deemed-agreed"));
        pdoc_text_free(text);
        pdoc_consultations_unref(all);
        pdoc_register_unref(reg);
    }
    pdoc_profile_set_unref(shipped);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(silence_is_agreement_only_where_the_rules_say_so),
        cmocka_unit_test(what_is_deemed_names_its_rule),
        cmocka_unit_test(a_reply_counts_and_a_late_one_stands_beside),
        cmocka_unit_test(comments_questions_and_engagement_are_told_apart),
        cmocka_unit_test(a_register_lists_what_is_open),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
