/* SPDX-License-Identifier: MIT */
/* What must follow a decision, and when it is late: urgent decisions reported back, people told. Done late it is no
   longer open, though the audit tells it. */
#include "auditing.h"

#include "policydoc/flow.h"

#define PARTY(id, name) "<party id=\"" id "\"><name>" name "</name></party>"
#define DUTIES(duties)                                                                                                 \
    PROFILE_START "<types><type id=\"policy\" base=\"policy\"/></types><parties>" PARTY("board", "Board")              \
        PARTY("council", "Council") PARTY("panel", "Panel") PARTY("clerk", "Clerk")                                    \
            PARTY("director", "Director") "</parties><routes>" duties "</routes></profile>"
#define DUTY "<duty id=\"duty\" clause=\"c7\" kind="
#define URGENT                                                                                                         \
    DUTIES("<duty id=\"signed\" kind=\"sign-off\" parties=\"board\"/>" DUTY                                            \
           "\"urgent\" parties=\"director\" reported-to=\"board council\" within=\"P14D\"/>")
#define HISTORY(events)                                                                                                \
    REGISTER("<document id=\"d1\" type=\"policy\"><title>Short breaks</title><version n=\"1\"/><history>" events       \
             "</history></document>")
#define EVENT(kind, id, on, more) "<" kind " id=\"" id "\" on=\"" on "\" version=\"1\" " more "/>"
#define DECIDED(by)               EVENT("decided", "e1", "2026-03-24", "by=\"" by "\" outcome=\"approved\"")
#define BY_DIRECTOR               DECIDED("director")
#define REPORTED(id, on, body)    EVENT("reported", id, on, "by=\"director\" body=\"" body "\"")

/* What the rule "duty" leaves open for next steps, of several things the one with these words: since when it is late
   ("": it is not late); `since` NULL: it leaves nothing open. */
static void expect_open(const char *profile, const char *history, const char *day, const char *since, const char *words)
{
    pdoc_profile *rules = pdoc_profile_read_memory(profile, strlen(profile), "p.xml", NULL, NULL);
    pdoc_register *reg = read_register(history);
    const pdoc_basis basis = {.size = sizeof basis, .as_of = day_of(day), .profile = rules};
    assert_non_null(rules);
    pdoc_next_steps *next = pdoc_register_next_steps(reg, &basis, NULL);
    assert_non_null(next);
    size_t found = SIZE_MAX;
    for (size_t i = 0; i < pdoc_next_steps_duty_count(next); i++)
        if (strcmp(pdoc_next_steps_duty_rule(next, i), "duty") == 0 &&
            (found == SIZE_MAX || strstr(pdoc_next_steps_duty_message(next, i), words)))
            found = i;
    assert_int_equal(found == SIZE_MAX, since == NULL);
    if (since) {
        const pdoc_date late = pdoc_next_steps_duty_late_since(next, found);
        assert_int_equal(pdoc_date_is_recorded(late), *since != '\0');
        assert_true(!*since || pdoc_date_compare(late, day_of(since)) == 0);
        assert_contains(pdoc_next_steps_duty_message(next, found), words);
    }
    pdoc_next_steps_unref(next);
    pdoc_register_unref(reg);
    pdoc_profile_unref(rules);
}

#define AT_ONCE                DUTIES(DUTY "\"informing\" parties=\"panel clerk\"/>")
#define IN_A_WEEK              DUTIES(DUTY "\"informing\" parties=\"panel clerk\" within=\"P7D\"/>")
#define TOLD(id, on, who)      EVENT("notified", id, on, "body=\"" who "\"")
#define DECIDED_BY_BOARD       DECIDED("board")
#define BOTH_TOLD(first, then) HISTORY(DECIDED_BY_BOARD TOLD("e2", first, "panel") TOLD("e3", then, "clerk"))

/* Decided on 24 March. Two weeks later is 7 April, a week later 31 March. */
static void what_is_not_reported_or_told_in_time_is_late_until_it_is_done(void **state)
{
    (void)state;
    const char *half = HISTORY(BY_DIRECTOR REPORTED("e2", "2026-03-26", "board"));
    expect_open(URGENT, half, "2026-04-07", "", "reported to Council by 2026-04-07");
    expect_open(URGENT, half, "2026-04-08", "2026-04-08", "reported to Council by 2026-04-07");
    /* reported too late to one, and to the other not at all: that is what is left */
    expect_open(URGENT, HISTORY(BY_DIRECTOR REPORTED("e2", "2026-04-20", "board")), "2026-05-01", "2026-04-08",
                "nothing shows that it was reported to Council");
    expect_open(URGENT,
                HISTORY(BY_DIRECTOR REPORTED("e2", "2026-03-26", "board") REPORTED("e3", "2026-04-20", "council")),
                "2026-05-01", NULL, NULL);
    expect_open(IN_A_WEEK, HISTORY(DECIDED_BY_BOARD TOLD("e2", "2026-03-25", "panel")), "2026-03-31", "",
                "by 2026-03-31");
    expect_open(IN_A_WEEK, HISTORY(DECIDED_BY_BOARD TOLD("e2", "2026-03-25", "panel")), "2026-05-01", "2026-04-01",
                "shared with Clerk");
    expect_open(IN_A_WEEK, BOTH_TOLD("2026-03-25", "2026-04-01"), "2026-05-01", NULL, NULL);
    pdoc_report *report = audit_texts(IN_A_WEEK, BOTH_TOLD("2026-03-25", "2026-04-01"), "2026-05-01");
    const size_t told_late = finding_of_rule(report, "duty");
    assert_int_equal(outcome_on(report, "duty", 0), PDOC_OUTCOME_NOT_MET);
    assert_contains(pdoc_report_finding_message(report, told_late), "shared with Clerk on 2026-04-01");
    pdoc_report_unref(report);
    /* no time is stated: the day of the decision is still time enough */
    expect_open(AT_ONCE, HISTORY(DECIDED_BY_BOARD), "2026-03-24", "", "shared with Panel");
    expect_open(AT_ONCE, HISTORY(DECIDED_BY_BOARD), "2026-05-01", "2026-03-25", "shared with Panel");
    expect_open(AT_ONCE, BOTH_TOLD("2026-03-25", "2026-04-20"), "2026-05-01", NULL, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_not_reported_or_told_in_time_is_late_until_it_is_done),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
