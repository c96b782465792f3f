/* SPDX-License-Identifier: MIT */
/* The story of the sign-off matrix: each of its lines kept and broken, cell by cell; a consultee whose silence is
   agreement, one to whom it was sent late, and the same silence under a profile that gives it no meaning. */
#include "auditing.h"

#include "governance/rows/matrix.h"
#include "policydoc/flow.h"

static struct {
    pdoc_register *reg;
    pdoc_profile_set *profiles;
} given;

static pdoc_basis basis_on(const char *day, const char *profile)
{
    pdoc_basis basis = {.size = sizeof basis, .as_of = day_of(day), .profiles = given.profiles};
    if (profile)
        basis.profile = pdoc_profile_set_find(given.profiles, profile);
    assert_true(!profile || basis.profile);
    return basis;
}

static const pdoc_document *line_document(char side, unsigned line)
{
    const char reference[] = {side, (char)('0' + line), '\0'};
    const pdoc_document *doc = pdoc_register_find_document(given.reg, reference);
    assert_non_null(doc);
    return doc;
}

/* Of each line its cells: met in the document that is right, with these words not met in the other. */
static const struct cell {
    unsigned line;
    const char *rule;
    const char *clause;
    const char *words; /* of the finding on the document that breaks it */
} cells[] = {
    {1, "drafted-by-ad", "L58", "it is for Assistant Director to draft it"},
    {1, "nominated-by-executive-team", "L58", "Director Leadership Group named the one that drafts"},
    {1, "supported-by-practice-hub", "L58, L64, L72, L83", "it is for Practice Hub"},
    {1, "shared-with-directors", "L43, L45, L60, L66, L73, L92", "14 days before is 2022-03-01"},
    {1, "signed-off-by-executive-team", "L61", "it is for Executive Team or Trust Board to decide"},
    {1, "referred-to-trust-board", "L47, L61", "handed on to Director Leadership Group"},
    {2, "drafted-by-ad-or-hos", "L64, L72", "drafted by Practice Hub"},
    {2, "nominated-by-leadership-group", "L64, L72", "Executive Team named the one that drafts"},
    {2, "supported-by-practice-hub", "L58, L64, L72, L83", "Head of Service helped to draft it"},
    {2, "shared-with-directors", "L43, L45, L60, L66, L73, L92", "14 days before is 2022-03-01"},
    {2, "signed-off-by-leadership-group", "L67, L74, L93", "signed off by Practice Hub on 2022-03-15"},
    {3, "drafted-by-ad-or-hos", "L64, L72", "drafted by Practice Hub"},
    {3, "nominated-by-leadership-group", "L64, L72", "it is for Director Leadership Group"},
    {3, "supported-by-practice-hub", "L58, L64, L72, L83", "it is for Practice Hub"},
    {3, "shared-with-directors", "L43, L45, L60, L66, L73, L92", "replies were asked for by 2022-03-14"},
    {3, "signed-off-by-leadership-group", "L67, L74, L93", "signed off by Executive Team"},
    {4, "drafted-by-practice-hub", "L77, L91", "drafted by Head of Service"},
    {4, "supported-by-hos", "L77, L91", "it is for Head of Service"},
    {4, "chapter-sent-to-ad-hos", "L45, L78", "no sending of the draft to AD/HoS group"},
    {4, "signed-off-by-ad-of-area", "L79, L85", "Assistant Director, Fostering as Assistant Director"},
    {4, "told-leadership-group", "L80, L86", "nothing shows that it was shared with Director Leadership Group"},
    {5, "drafted-by-hos", "L83", "drafted by Assistant Director"},
    {5, "supported-by-practice-hub", "L58, L64, L72, L83", "Head of Service helped"},
    {5, "shared-with-ad-hos", "L43, L45, L84", "14 days before is 2022-03-01"},
    {5, "signed-off-by-ad-of-area", "L79, L85", "signed off by Director Leadership Group"},
    {5, "told-leadership-group", "L80, L86", "nothing shows that it was shared"},
    {6, "drafted-by-practice-hub", "L77, L91", "drafted by Assistant Director"},
    {6, "supported-by-hos", "L77, L91", "Practice Hub helped"},
    {6, "shared-with-directors", "L43, L45, L60, L66, L73, L92", "no sending of the draft to Directors/AD's group"},
    {6, "signed-off-by-leadership-group", "L67, L74, L93", "signed off by Executive Team"},
};
enum { CELLS = sizeof cells / sizeof *cells, LINES = 6 };

static pdoc_report *audit_line(char side, unsigned line)
{
    const pdoc_basis basis = basis_on("2022-06-01", NULL);
    pdoc_report *report = pdoc_document_audit(line_document(side, line), &basis, NULL);
    assert_non_null(report);
    return report;
}

static int outcome_of(const pdoc_report *report, const char *rule)
{
    for (size_t i = 0; i < pdoc_report_result_count(report); i++)
        if (strcmp(pdoc_report_result_rule(report, i), rule) == 0)
            return (int)pdoc_report_result_outcome(report, i);
    return -1;
}

/* Nothing at all is wrong with it, also by the rules that are no cells. */
static void each_line_is_kept(void **state)
{
    (void)state;
    for (unsigned line = 1; line <= LINES; line++) {
        pdoc_report *report = audit_line('R', line);
        for (size_t i = 0; i < CELLS; i++)
            if (cells[i].line == line)
                assert_int_equal(outcome_of(report, cells[i].rule), PDOC_OUTCOME_MET);
        for (size_t i = 0; i < pdoc_report_finding_count(report); i++)
            assert_int_not_equal(pdoc_report_finding_outcome(report, i), PDOC_OUTCOME_NOT_MET);
        pdoc_report_unref(report);
    }
}

static void each_line_is_broken_cell_by_cell(void **state)
{
    (void)state;
    for (unsigned line = 1; line <= LINES; line++) {
        pdoc_report *report = audit_line('W', line);
        for (size_t i = 0; i < CELLS; i++) {
            if (cells[i].line != line)
                continue;
            const size_t finding = finding_of_rule(report, cells[i].rule);
            assert_true(finding != SIZE_MAX);
            assert_int_equal(pdoc_report_finding_outcome(report, finding), PDOC_OUTCOME_NOT_MET);
            assert_string_equal(pdoc_report_finding_clause(report, finding), cells[i].clause);
            assert_contains(pdoc_report_finding_message(report, finding), cells[i].words);
        }
        pdoc_report_unref(report);
    }
}

/* Before the decision the matrix says who may take it. */
static void who_may_not_decide_is_not_ready(void **state)
{
    (void)state;
    static const struct {
        unsigned line;
        const char *body;
        pdoc_truth may;
    } asked[] = {{1, "Executive Team", PDOC_TRUE},
                 {1, "Trust Board", PDOC_TRUE},
                 {1, "Director Leadership Group", PDOC_FALSE},
                 {2, "Director Leadership Group", PDOC_TRUE},
                 {2, "Executive Team", PDOC_FALSE},
                 {6, "Director Leadership Group", PDOC_TRUE},
                 {6, "Practice Hub", PDOC_FALSE}};
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
        pdoc_basis basis = basis_on("2022-03-14", NULL);
        basis.known_on = basis.as_of;
        pdoc_readiness *ready =
            pdoc_document_readiness(line_document('R', asked[i].line), &basis, "sign-off", asked[i].body, NULL);
        assert_non_null(ready);
        bool is_barred = false;
        for (size_t j = 0; j < pdoc_readiness_obstacle_count(ready); j++)
            is_barred |= strncmp(pdoc_readiness_obstacle_rule(ready, j), "signed-off-by-", 14) == 0;
        assert_int_equal(is_barred, asked[i].may == PDOC_FALSE);
        pdoc_readiness_unref(ready);
    }
}

/* ---- each line, up to its decision ---- */

/* The decision that signs it off; what is before it is recorded, itself and what is after it is not. */
static uint32_t place_of_decision(const pdoc_document *doc)
{
    for (uint32_t i = 0; i < doc->history.count; i++)
        if (doc->history.events[i]->kind == PDOC__EVENT_DECIDED && pdoc__event_approves(doc->history.events[i]))
            return i;
    fail_msg("%s has no decision", doc->id);
    return 0;
}

/* Readiness of the line on the day of its decision, without a kind of event (NULL: with all that comes before it). */
static pdoc_readiness *ask_line(unsigned line, const char *body, const char *role, const char *without)
{
    pdoc_register *reg = pdoc_register_copy(given.reg, NULL);
    assert_non_null(reg);
    pdoc_document *doc = pdoc_register_document(reg, line_document('R', line)->index);
    const uint32_t end = place_of_decision(doc);
    const uint32_t count = doc->history.count;
    pdoc_basis basis = {.size = sizeof basis, .as_of = doc->history.events[end]->on, .profiles = given.profiles};
    pdoc_event *all[32];
    assert_true(count <= 32);
    memcpy(all, doc->history.events, count * sizeof *all);
    doc->history.count = 0;
    for (uint32_t i = 0; i < end; i++)
        if (!without || strcmp(pdoc_table_code(PDOC_TABLE_EVENT_KIND, all[i]->kind), without) != 0)
            doc->history.events[doc->history.count++] = all[i];
    const pdoc_readiness_question question = {
        .size = sizeof question, .purpose = "sign-off", .body = body, .role = role};
    pdoc_readiness *ready = pdoc_document_ask_readiness(doc, &basis, &question, NULL);
    memcpy(doc->history.events, all, count * sizeof *all);
    doc->history.count = count;
    pdoc_register_unref(reg);
    assert_non_null(ready);
    return ready;
}

static const char *way_of(const pdoc_readiness *ready, const char *rule)
{
    for (size_t i = 0; i < pdoc_readiness_obstacle_count(ready); i++)
        if (strcmp(pdoc_readiness_obstacle_rule(ready, i), rule) == 0)
            return pdoc_readiness_obstacle_message(ready, i);
    return NULL;
}

/* Who signs off each line, by the table of the source (L57-93), and the cell that asks for the draft to be sent. */
static const struct {
    const char *body;
    const char *role;
    const char *sent;
} deciders[LINES + 1] = {
    [1] = {"trust-board", NULL, "shared-with-directors"},
    [2] = {"director-leadership-group", NULL, "shared-with-directors"},
    [3] = {"Director Leadership Group", NULL, "shared-with-directors"},
    [4] = {"ad-cin", "assistant-director", "chapter-sent-to-ad-hos"},
    [5] = {"Assistant Director, Children in Need", "AD", "shared-with-ad-hos"},
    [6] = {"DLG", NULL, "shared-with-directors"},
};

static void each_line_is_ready_once_all_before_its_decision_is_recorded(void **state)
{
    (void)state;
    for (unsigned line = 1; line <= LINES; line++) {
        pdoc_readiness *ready = ask_line(line, deciders[line].body, deciders[line].role, NULL);
        assert_string_equal(pdoc_readiness_rule(ready), "signing-off");
        for (size_t i = 0; pdoc_readiness_answer(ready) != PDOC_TRUE && i < pdoc_readiness_obstacle_count(ready); i++)
            print_error("line %u: %s\n", line, pdoc_readiness_obstacle_message(ready, i));
        assert_int_equal(pdoc_readiness_answer(ready), PDOC_TRUE);
        pdoc_readiness_unref(ready);
    }
}

static void a_line_whose_draft_was_sent_to_nobody_is_not_ready(void **state)
{
    (void)state;
    for (unsigned line = 1; line <= LINES; line++) {
        pdoc_readiness *ready = ask_line(line, deciders[line].body, deciders[line].role, "consultation-opened");
        assert_int_equal(pdoc_readiness_answer(ready), PDOC_FALSE);
        assert_non_null(way_of(ready, deciders[line].sent));
        assert_contains(way_of(ready, deciders[line].sent), "no sending of the draft");
        pdoc_readiness_unref(ready);
    }
}

/* L79, L85: the Assistant Director of the area. */
static void the_role_and_the_area_of_who_signs_off_are_asked(void **state)
{
    (void)state;
    static const struct {
        const char *body;
        const char *role;
        const char *words;
        pdoc_truth answer;
    } cases[] = {
        {"ad-cin", NULL, "it is for Assistant Director to decide", PDOC_FALSE},
        {"ad-cin", "head-of-service", "it is for Assistant Director to decide", PDOC_FALSE},
        {"ad-fostering", "assistant-director", "it does not answer for the area", PDOC_FALSE},
        {"assistant-director", NULL, "for which area it answers", PDOC_UNKNOWN},
    };
    for (unsigned line = 4; line <= 5; line++)
        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
            pdoc_readiness *ready = ask_line(line, cases[i].body, cases[i].role, NULL);
            assert_int_equal(pdoc_readiness_answer(ready), cases[i].answer);
            assert_int_equal(pdoc_readiness_obstacle_count(ready), 1);
            assert_non_null(way_of(ready, "signed-off-by-ad-of-area"));
            assert_contains(way_of(ready, "signed-off-by-ad-of-area"), cases[i].words);
            if (cases[i].role)
                assert_string_equal(pdoc_readiness_role(ready), cases[i].role);
            else
                assert_null(pdoc_readiness_role(ready));
            pdoc_readiness_unref(ready);
        }
}

static void assert_silence(char side, unsigned line, const char *profile, pdoc_reply_state state, const char *words)
{
    const pdoc_basis basis = basis_on("2022-03-13", profile);
    pdoc_consultations *all = pdoc_document_consultations(line_document(side, line), &basis, NULL);
    assert_non_null(all);
    assert_int_equal(pdoc_consultations_count(all), 1);
    assert_int_equal(pdoc_consultations_state(all, 0), state);
    assert_contains(pdoc_consultations_reason(all, 0), words);
    pdoc_consultations_unref(all);
}

static void silence_is_agreement_undetermined_or_nothing(void **state)
{
    (void)state;
    assert_silence('R', 2, NULL, PDOC_REPLY_DEEMED_AGREED, "it is no approval");
    assert_silence('W', 2, NULL, PDOC_REPLY_UNDETERMINED, "it was sent on 2022-03-10");
    assert_silence('R', 2, "merton-mscp", PDOC_REPLY_NO_RESPONSE, "no rule gives silence a meaning");
    assert_silence('W', 2, "merton-mscp", PDOC_REPLY_NO_RESPONSE, "no rule gives silence a meaning");
}

/* R-C27: who is responsible may ask within the service area before the first draft is agreed, or not. What goes out to
   those who attend the meeting waits for that agreement. */
static void asking_within_the_service_area_is_free_and_sending_out_is_not(void **state)
{
    (void)state;
    static const struct {
        const char *step;
        pdoc_outcome outcome;
    } cases[] = {
        {"<engaged id=\"e2\" on=\"2022-02-02\" version=\"1\" group=\"fostering\"/>", PDOC_OUTCOME_MET},
        {"", PDOC_OUTCOME_MET},
        {"<consultation-opened id=\"e2\" on=\"2022-02-02\" version=\"1\" group=\"directors-ads-group\"/>",
         PDOC_OUTCOME_NOT_MET},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[2000];
        snprintf(text, sizeof text,
                 REGISTER_START "<profile ref=\"birmingham-trust\"/><party code=\"fostering\" kind=\"team\">"
                                "<name>Fostering service</name></party><document id=\"d1\" type=\"policy\" "
                                "category=\"practice-area\"><title>T</title><version n=\"1\"/><history>"
                                "<drafted id=\"e1\" on=\"2022-02-01\" version=\"1\" by=\"assistant-director\"/>%s"
                                "<answered id=\"e3\" on=\"2022-02-03\" version=\"1\" by=\"assistant-director\" "
                                "item=\"first-draft-agreed\" answer=\"yes\"/><consultation-opened id=\"e4\" "
                                "on=\"2022-02-04\" version=\"1\" group=\"directors-ads-group\"/></history></document>"
                                "</register>",
                 cases[i].step);
        pdoc_register *reg = read_register(text);
        pdoc_basis basis = basis_on("2022-02-05", NULL);
        pdoc_report *report = pdoc_audit(reg, &basis, NULL);
        assert_non_null(report);
        assert_int_equal(outcome_on(report, "first-draft-agreed-first", 0), cases[i].outcome);
        assert_int_equal(outcome_on(report, "sharing", 0), cases[i].outcome);
        assert_int_equal(outcome_on(report, "agreeing-first-draft", 0), cases[i].outcome);
        pdoc_report_unref(report);
        pdoc_register_unref(reg);
    }
}

static int make_what_is_given(void **state)
{
    (void)state;
    given.reg = pdoc_register_read_file(PDOC_SOURCE_DIR "/tests/command/data/matrix.xml", NULL, NULL);
    given.profiles = pdoc_profile_set_shipped(NULL);
    return given.reg && given.profiles ? 0 : -1;
}

static int release_what_is_given(void **state)
{
    (void)state;
    pdoc_profile_set_unref(given.profiles);
    pdoc_register_unref(given.reg);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_line_is_kept),
        cmocka_unit_test(each_line_is_broken_cell_by_cell),
        cmocka_unit_test(who_may_not_decide_is_not_ready),
        cmocka_unit_test(each_line_is_ready_once_all_before_its_decision_is_recorded),
        cmocka_unit_test(a_line_whose_draft_was_sent_to_nobody_is_not_ready),
        cmocka_unit_test(the_role_and_the_area_of_who_signs_off_are_asked),
        cmocka_unit_test(silence_is_agreement_undetermined_or_nothing),
        cmocka_unit_test(asking_within_the_service_area_is_free_and_sending_out_is_not),
    };
    return cmocka_run_group_tests(tests, make_what_is_given, release_what_is_given);
}
