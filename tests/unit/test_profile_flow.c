/* SPDX-License-Identifier: MIT */
/* Routes, flow, checklists, references, tracks and cues of a profile: read, inherited, and refused where a name leads
 * nowhere. */
#include "profiles.h"

#define TABLES                                                                                                         \
    "<types><type id=\"policy\" base=\"policy\"/></types>"                                                             \
    "<parties><party id=\"executive\"><name>Executive</name></party></parties>"                                        \
    "<routes><route id=\"all\"><label>All</label></route>"                                                             \
    "<duty id=\"decide\" routes=\"all\" kind=\"sign-off\" parties=\"executive field.owner\" quorum=\"3\" "             \
    "decide=\"each\"/>"                                                                                                \
    "</routes>"                                                                                                        \
    "<flow><state id=\"draft\" phase=\"draft\"/><state id=\"done\" phase=\"in-force\"/>"                               \
    "<transition id=\"t\" from-states=\"draft\" to-state=\"done\" event=\"decided\" by=\"executive\" "                 \
    "purpose=\"sign-off\">"                                                                                            \
    "<must><present of=\"title\"/></must></transition>"                                                                \
    "<amendment id=\"minor\" step=\"minor\" clock=\"restarts\"/><scheme id=\"s\" form=\"v-number\"/>"                  \
    "<extension id=\"e\" most-total=\"P1Y\" most-count=\"2\"/><freeze id=\"f\" fields=\"content\"/></flow>"            \
    "<checklists><question id=\"q\" expected=\"yes\" gate=\"sign-off\"><label>Is it "                                  \
    "plain?</label></question></checklists>"                                                                           \
    "<references><reference id=\"r1\" kind=\"standard\" replaced-by=\"r2\"/><reference id=\"r2\" "                     \
    "kind=\"standard\"/></references>"                                                                                 \
    "<tracks><track id=\"ladder\" exits=\"no-issue\"/><stage id=\"one\" track=\"ladder\" kind=\"stage\" "              \
    "limit=\"P2D\" ours=\"executive\"/></tracks>"                                                                      \
    "<cues><cue id=\"c\" types=\"policy base:strategy\" weight=\"-7\" where=\"title\"><phrase>strategy "               \
    "meeting</phrase></cue></cues>"

static void check_rows(const pdoc_profile *profile)
{
    for (int table = PDOC_PROFILE_ROUTES; table <= PDOC_PROFILE_CUES; table++)
        assert_true(pdoc_profile_row_count(profile, (pdoc_profile_table)table) > 0);
    const struct pdoc__route_duty *duty = &profile->route_duties[0];
    assert_string_equal(duty->parties.who[0].code, "executive");
    assert_null(duty->parties.who[1].code);
    assert_int_equal(duty->parties.who[1].operand.kind, PDOC__OPERAND_FIELD);
    assert_int_equal(duty->quorum, 3);
    assert_true(duty->each);
    assert_int_equal(profile->transitions[0].to_state, 1);
    assert_int_equal(profile->transitions[0].from_states[0], 0);
    assert_int_equal(profile->transitions[0].event_kind, PDOC__EVENT_DECIDED);
    assert_non_null(profile->transitions[0].must);
    assert_true(profile->amendments[0].restarts_clock);
    assert_int_equal(profile->extensions[0].most_total.months, 12);
    assert_string_equal(profile->questions[0].gates.items[0], "sign-off");
    assert_string_equal(profile->references_known[0].replaced_by, "r2");
    assert_int_equal(profile->stages[0].limit.count, 2);
    assert_int_equal(profile->cues[0].weight, -7);
    assert_int_equal(profile->cues[0].where, 1);
}

static void every_table_is_read(void **state)
{
    (void)state;
    pdoc_profile *profile = read_good(PROFILE(TABLES), NULL);
    check_rows(profile);
    assert_int_equal(profile->remark_count, 0);
    pdoc_profile_unref(profile);
}

static void what_extends_it_has_the_same_rows(void **state)
{
    (void)state;
    pdoc_profile_set *set = pdoc_profile_set_new(NULL);
    pdoc_profile *base = read_good(PROFILE(TABLES), NULL);
    assert_int_equal(pdoc_profile_set_add(set, base, NULL), PDOC_OK);
    pdoc_profile_unref(base);
    pdoc_profile *profile = read_good("<profile xmlns=\"urn:policydoc:1\" id=\"child\" extends=\"p\"/>", set);
    pdoc_profile_set_unref(set); /* the base is gone now: nothing may still point into it */
    check_rows(profile);
    pdoc_profile_unref(profile);
}

static void a_name_that_leads_nowhere_is_refused(void **state)
{
    static const char *const wrong[][2] = {
        {"<routes><duty id=\"d\" kind=\"sign-off\" parties=\"x\" routes=\"none\"/></routes>", "'none'"},
        {"<routes><duty id=\"d\" kind=\"signing\" parties=\"x\"/></routes>", "sign-off"},
        {"<routes><duty id=\"d\" kind=\"sign-off\"/></routes>", "parties"},
        {"<flow><state id=\"s\"/></flow>", "phase"},
        {"<flow><transition id=\"t\" event=\"decide\"/></flow>", "decided"},
        {"<flow><transition id=\"t\" event=\"decided\" to-state=\"none\"/></flow>", "'none'"},
        {"<flow><scheme id=\"s\"/></flow>", "v-number"},
        {"<checklists><question id=\"q\" gate=\"signoff\"/></checklists>", "sign-off"},
        {"<references><reference id=\"r\" replaced-by=\"none\"/></references>", "'none'"},
        {"<tracks><stage id=\"s\" kind=\"stage\"/></tracks>", "track"},
        {"<cues><cue id=\"c\" types=\"poem\"><phrase>x</phrase></cue></cues>", "'poem'"},
        {"<cues><cue id=\"c\" weight=\"101\"><phrase>x</phrase></cue></cues>", "-100 to 100"},
        {"<cues><cue id=\"c\"/></cues>", "phrase"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        char text[600];
        snprintf(text, sizeof text, "<profile xmlns=\"urn:policydoc:1\" id=\"p\">%s</profile>", wrong[i][0]);
        pdoc_error *error = NULL;
        assert_null(pdoc_profile_read_memory(text, strlen(text), "p.xml", NULL, &error));
        assert_non_null(error);
        if (!strstr(pdoc_error_message(error), wrong[i][1]))
            fail_msg("%s: %s", wrong[i][0], pdoc_error_message(error));
        pdoc_error_free(error);
    }
}

static void every_word_of_the_tables_is_understood(void **state)
{
    (void)state;
    pdoc_profile *profile = read_good(PROFILE("<routes>"
                                              "<duty id=\"duty-0\" kind=\"drafting\" parties=\"x\"/>"
                                              "<duty id=\"duty-1\" kind=\"nomination\" parties=\"x\"/>"
                                              "<duty id=\"duty-2\" kind=\"support\" parties=\"x\"/>"
                                              "<duty id=\"duty-3\" kind=\"consultation\" parties=\"x\"/>"
                                              "<duty id=\"duty-4\" kind=\"scrutiny\" parties=\"x\"/>"
                                              "<duty id=\"duty-5\" kind=\"sign-off\" parties=\"x\"/>"
                                              "<duty id=\"duty-6\" kind=\"denial\" parties=\"x\"/>"
                                              "<duty id=\"duty-7\" kind=\"referral\" parties=\"x\"/>"
                                              "<duty id=\"duty-8\" kind=\"urgent\" parties=\"x\"/>"
                                              "<duty id=\"duty-9\" kind=\"informing\" parties=\"x\"/>"
                                              "<duty id=\"duty-10\" kind=\"reading\" parties=\"x\"/>"
                                              "</routes><flow>"
                                              "<scheme id=\"scheme-0\" form=\"integer\"/>"
                                              "<scheme id=\"scheme-1\" form=\"v-number\"/>"
                                              "<scheme id=\"scheme-2\" form=\"issue-number\"/>"
                                              "<scheme id=\"scheme-3\" form=\"major-minor\"/>"
                                              "<scheme id=\"scheme-4\" form=\"year-number\"/>"
                                              "<scheme id=\"scheme-5\" form=\"draft-final\"/>"
                                              "</flow><checklists>"
                                              "<question id=\"question-0\" gate=\"consultation\"/>"
                                              "<question id=\"question-1\" gate=\"scrutiny\"/>"
                                              "<question id=\"question-2\" gate=\"sign-off\"/>"
                                              "<question id=\"question-3\" gate=\"release\"/>"
                                              "</checklists><references>"
                                              "<reference id=\"reference-0\" kind=\"legislation\"/>"
                                              "<reference id=\"reference-1\" kind=\"statutory-guidance\"/>"
                                              "<reference id=\"reference-2\" kind=\"standard\"/>"
                                              "<reference id=\"reference-3\" kind=\"national-guidance\"/>"
                                              "<reference id=\"reference-4\" kind=\"review\"/>"
                                              "<reference id=\"reference-5\" kind=\"other-reference\"/>"
                                              "</references><tracks><track id=\"t\"/>"
                                              "<stage id=\"stage-0\" kind=\"identification\" track=\"t\"/>"
                                              "<stage id=\"stage-1\" kind=\"clarification\" track=\"t\"/>"
                                              "<stage id=\"stage-2\" kind=\"stage\" track=\"t\"/>"
                                              "<stage id=\"stage-3\" kind=\"panel\" track=\"t\"/>"
                                              "</tracks>"),
                                      NULL);
    assert_int_equal(profile->counts[PDOC_PROFILE_ROUTE_DUTIES], pdoc_table_count(PDOC_TABLE_ROUTE_DUTY));
    assert_int_equal(profile->counts[PDOC_PROFILE_SCHEMES], pdoc_table_count(PDOC_TABLE_SCHEME));
    assert_int_equal(profile->counts[PDOC_PROFILE_QUESTIONS], pdoc_table_count(PDOC_TABLE_PURPOSE));
    assert_int_equal(profile->counts[PDOC_PROFILE_REFERENCES], pdoc_table_count(PDOC_TABLE_REFERENCE_KIND));
    assert_int_equal(profile->counts[PDOC_PROFILE_STAGES], pdoc_table_count(PDOC_TABLE_STAGE_KIND));
    pdoc_profile_unref(profile);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_table_is_read),
        cmocka_unit_test(every_word_of_the_tables_is_understood),
        cmocka_unit_test(what_extends_it_has_the_same_rows),
        cmocka_unit_test(a_name_that_leads_nowhere_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
