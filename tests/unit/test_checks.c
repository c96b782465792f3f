/* SPDX-License-Identifier: MIT */
/* The library's own findings: for each code one document that has it and one that has not. */
#include "auditing.h"

#define RULES                                                                                                          \
    "<types><type id=\"policy\" base=\"policy\"><label>Policy</label></type>"                                        \
    "<type id=\"procedure\" base=\"procedure\" parents=\"policy\"><label>Procedure</label></type></types>"                              \
    "<parties><party id=\"executive\" kind=\"executive\"><name>Executive Committee</name>"                           \
    "<alias>Executive Group</alias><alias>EC</alias></party>"                                                        \
    "<party id=\"manager-post\" kind=\"post\"><name>Policy and Quality Manager</name>"                               \
    "<alias>Quality Manager</alias></party></parties>"                                                               \
    "<fields><field id=\"title\" required=\"true\" clause=\"c1\"/><field id=\"approved-by\"/>"                       \
    "<field id=\"date-approved\" required=\"true\" clause=\"c3\"/>"                                                  \
    "<field id=\"location-intranet\" required=\"true\" blank=\"true\"/>"                                             \
    "<field id=\"read-with\" required=\"true\" na=\"true\"/>"                                                        \
    "<field id=\"sponsor\" required=\"true\" modality=\"should\"/>"                                                  \
    "<field id=\"date-approved\" block=\"2\"/></fields>"                                                             \
    "<sections><section id=\"scope\" required=\"true\"><title>Scope</title></section></sections>"                    \
    "<sets><set id=\"categories\" items=\"corporate clinical\"/><set id=\"relation-kinds\" items=\"echoes\"/></sets>" \
    "<references><reference id=\"g-2018\" work=\"guide\" edition=\"2018\" kind=\"standard\" uri=\"urn:guide\" replaced-by=\"g-2021\" to=\"2021-01\">" \
    "<label>The Guide</label></reference><reference id=\"g-2021\" work=\"guide\" edition=\"2021\" kind=\"standard\" uri=\"urn:guide\" replaced-by=\"g-2022\" from=\"2021-02-01\">" \
    "<label>The Guide 2021</label></reference><reference id=\"g-2022\" work=\"guide\" edition=\"2022\" kind=\"standard\" uri=\"urn:guide\" from=\"2022\"/>" \
    "<reference id=\"act\" kind=\"legislation\"><label>Act</label><alias>Act 7</alias></reference></references>" \
    "<facts><fact id=\"approved\" event=\"decided\" fallback=\"date-approved\"><where>"                              \
    "<in of=\"outcome\" values=\"approved with-amendments\"/></where></fact></facts>"                                \
    "<schedule><due id=\"review\" kind=\"review\" anchors=\"approved\" offset=\"P3Y\" printed=\"date-review\" clause=\"c9\"/>" \
    "</schedule><routes><route id=\"all\"><when><equals of=\"type\" value=\"policy\"/></when></route></routes>" \
    "<cues><cue id=\"policy-self\" types=\"policy\" weight=\"30\" where=\"self\"><phrase>this policy</phrase></cue>"    \
    "<cue id=\"procedure-self\" types=\"procedure\" weight=\"30\" where=\"self\"><phrase>this procedure</phrase></cue></cues>"

#define ROW(field, text) "<row field=\"" field "\"><text>" text "</text></row>"
#define TITLE ROW("title", "Bruising")
#define BY ROW("approved-by", "Executive Committee")
#define ON ROW("date-approved", "7 July 2020")
#define WHERE "<row field=\"location-intranet\"><text>shelf</text></row>"
#define WITH ROW("read-with", "The manual")
#define SPONSOR ROW("sponsor", "Executive Committee")
#define REVIEW ROW("date-review", "June 2023")
#define SHEET(rows) "<version n=\"1\"><front-sheet>" rows "</front-sheet></version>"
#define DECIDED "<decided id=\"e1\" on=\"2020-07-07\" by=\"executive\" outcome=\"approved\"/>"
#define HISTORY(events) "<history>" events "</history>"
#define DOCUMENT(id, type, content) "<document id=\"" id "\" type=\"" type "\"><title>Bruising</title>" content "</document>"
#define DOC(rows) DOCUMENT("d1", "policy", SHEET(rows) HISTORY(DECIDED))
#define GOOD TITLE BY ON WHERE WITH SPONSOR REVIEW

struct example {
    const char *code;
    const char *bad;     /* content of a register that has the finding on its first document */
    const char *good;    /* content of one that has not, and whose result is `good_outcome` */
    const char *words;   /* in the message */
    const char *remedy;  /* in the remedy; NULL: none is given */
    pdoc_outcome outcome;
    pdoc_modality modality;
};

#define NOT_MET PDOC_OUTCOME_NOT_MET
#define CANNOT_TELL PDOC_OUTCOME_UNDETERMINED
#define NOTE PDOC_OUTCOME_MET
#define MUST PDOC_MODALITY_MUST
#define SHOULD PDOC_MODALITY_SHOULD
#define MAY PDOC_MODALITY_MAY

#define EVENTS(events) DOCUMENT("d1", "policy", SHEET(GOOD) HISTORY(DECIDED events))
#define SECTION(code, text) "<section code=\"" code "\"><text>" text "</text></section>"
#define TEXT(sections) DOCUMENT("d1", "policy", "<version n=\"1\"><front-sheet>" GOOD "</front-sheet>" sections "</version>" HISTORY(DECIDED))
#define RELATED(relation) DOCUMENT("d1", "policy", relation SHEET(GOOD) HISTORY(DECIDED))

#define PARENT(id, type, content) DOCUMENT(id, type, "<version n=\"1\"/><version n=\"2\"/>" content)
#define CHECKED(day) "<relation kind=\"implements\" to=\"d2\" checked=\"" day "\"/>"
#define PARENT_EVENTS "<decided id=\"e21\" on=\"2019-01-01\" version=\"1\" outcome=\"approved\"/>" \
    "<decided id=\"e22\" on=\"2021-01-01\" version=\"2\" outcome=\"approved\"/>"
#define POST(content) "<party code=\"boss\" kind=\"post\"" content "</party>"
#define BOSS DOC(TITLE BY ON WHERE WITH ROW("sponsor", "Boss") REVIEW)

static const struct example examples[] = {
    {"profile-unknown", "<document id=\"d1\" profile=\"other\"/>", DOC(GOOD), "\"other\" is not known", "Assign", CANNOT_TELL, MUST},
    {"type-missing", "<document id=\"d1\"/>", DOC(GOOD), "no type", "policy, procedure", NOT_MET, MUST},
    {"type-unknown", DOCUMENT("d1", "poem", SHEET(GOOD)), DOC(GOOD), "\"poem\", is not one", "policy, procedure", NOT_MET, MUST},
    {"type-is-category", DOC(GOOD ROW("type", "Corporate")), DOC(GOOD ROW("type", "Policy")),
     "\"Corporate\" as the type, which is a category; the recorded type is Policy", "Print the type", NOT_MET, SHOULD},
    {"type-mismatch", DOC(GOOD ROW("type", "Procedure")), DOC(GOOD ROW("type", "Trust Policy")), "the record says Policy", "put the other right", NOT_MET, MUST},
    {"route-missing", DOCUMENT("d1", "procedure", SHEET(GOOD) HISTORY(DECIDED)), DOC(GOOD), "(Procedure without a category)", "agree who signs such documents off", NOT_MET, SHOULD},
    {"field-missing", DOC(TITLE BY ON WHERE WITH REVIEW), DOC(GOOD), "no cell \"Sponsor\"", "Add the cell \"Sponsor\"", NOT_MET, SHOULD},
    {"field-blank", DOC("<row field=\"title\"/>" BY ON WHERE WITH SPONSOR REVIEW), DOC(GOOD), "\"Title\" is blank", "Fill in", NOT_MET, MUST},
    {"field-not-applicable", DOC(TITLE BY ROW("date-approved", "NA") WHERE WITH SPONSOR REVIEW), DOC(GOOD), "does not accept", "Fill in", NOT_MET, MUST},
    {"cell-wrong-kind", DOC(TITLE ROW("approved-by", "7 July 2020") ON WHERE WITH SPONSOR REVIEW BY), DOC(GOOD),
     "holds a date, \"7 July 2020\"", "another cell of the sheet says \"Executive Committee\"", NOT_MET, MUST},
    {"date-unreadable", DOC(GOOD ROW("date-issued", "some day in 2020 or so")), DOC(GOOD ROW("date-issued", "August 2020")), "without guessing", "2020-07-08", NOT_MET, SHOULD},
    {"date-unlikely", DOC(GOOD ROW("date-issued", "7 July 1820")), DOC(GOOD ROW("date-issued", "7 July 2020")), "1820-07-07", "Check the year", NOT_MET, SHOULD},
    {"cells-disagree", DOC(GOOD ROW("date-approved", "8 July 2020")), DOC(GOOD ROW("date-approved", "July 2020")), "\"7 July 2020\" and \"8 July 2020\"", "correct the other", NOT_MET, MUST},
    {"body-unresolved", DOC(TITLE ROW("approved-by", "Round Table") ON WHERE WITH SPONSOR REVIEW), DOC(GOOD), "\"Round Table\"", "Add it to the parties", CANNOT_TELL, MUST},
    {"name-variant", DOC(TITLE ROW("approved-by", "Executive Group") ON WHERE WITH SPONSOR REVIEW), DOC(GOOD),
     "uses \"Executive Group\" for \"Executive Committee\"", "Use one form", NOTE, MAY},
    {"placeholder-left", TEXT(SECTION("scope", "It applies to [insert organisation].")), TEXT(SECTION("scope", "It applies to all [MSCP].")),
     "\"[insert organisation]\"", "Put what is meant", NOT_MET, SHOULD},
    {"reference-duplicate", "<document id=\"d1\" type=\"policy\"><reference>CO1</reference></document><document id=\"d2\" type=\"policy\"><title>Other</title><reference>co1</reference></document>",
     "<document id=\"d1\" type=\"policy\"><reference>CO1</reference></document><document id=\"d2\" type=\"policy\"><reference>CO2</reference></document>",
     "\"CO1\" is also that of \"Other\" (d2)", "a reference of its own", NOT_MET, SHOULD},
    {"title-duplicate", DOC(GOOD) DOCUMENT("d2", "policy", SHEET(GOOD)), DOC(GOOD) DOCUMENT("d2", "procedure", SHEET(GOOD)), "the document d2", "Withdraw one", NOT_MET, SHOULD},
    {"relation-target-missing", RELATED("<relation kind=\"implements\" to=\"d9\"/>"),
     RELATED("<relation kind=\"implements\" to=\"https://example.org/law\"/>"), "\"d9\"", "the address of one outside", NOT_MET, MUST},
    {"relation-unknown-kind", RELATED("<relation kind=\"rhymes\" to=\"d1\"/>"), RELATED("<relation kind=\"echoes\" to=\"d1\"/>"), "\"rhymes\"", "table of relations", NOTE, MAY},
    {"review-overdue", DOC(GOOD), DOC(GOOD) /* on an earlier day */, "since 2023-07-01 by the sheet (2023-06), and since 2023-07-08 by the rule (last permitted day 2023-07-07)", "Review it", NOT_MET, MUST},
    {"review-no-data", DOCUMENT("d1", "policy", SHEET(TITLE BY WHERE WITH SPONSOR)), DOC(GOOD), "no day can be told for approved", "Record what", CANNOT_TELL, MUST},
    {"printed-after-derived", DOC(TITLE BY ON WHERE WITH SPONSOR ROW("date-review", "August 2023")), DOC(GOOD), "2023-08, lies after the last permitted day, 2023-07-07", "no later than 2023-07-07", NOT_MET, MUST},
    {"version-missing", DOCUMENT("d1", "policy", ""), DOC(GOOD), "no version", "Record the version", NOT_MET, MUST},
    {"decision-not-recorded", DOCUMENT("d1", "policy", SHEET(GOOD)), DOC(GOOD), "7 July 2020", "Record the decision", NOTE, MAY},
    {"event-unknown-kind", EVENTS("<sung id=\"e2\" on=\"2021-01-01\"/>"), DOC(GOOD), "does not know", "newer library", CANNOT_TELL, MUST},
    {"event-in-future", EVENTS("<published id=\"e2\" on=\"2021-03-01\" recorded=\"2021-02-01\"/><reviewed id=\"e3\" on=\"2021-03-01\" recorded=\"2021-02-01\"/>"),
     EVENTS("<published id=\"e2\" on=\"2021-03-01\" recorded=\"2021-02-01\"/>"), "e3 (reviewed) was recorded on 2021-02-01", "Void it", NOT_MET, MUST},
    {"event-order", EVENTS("<consultation-opened id=\"e2\" on=\"2021-02-01\"/><responded id=\"e3\" on=\"2021-01-31\" thread=\"e2\"/>"),
     EVENTS("<consultation-opened id=\"e2\" on=\"2021-02-01\"/><responded id=\"e3\" on=\"2021-02-01\" thread=\"e2\"/>"), "e2 (consultation-opened, 2021-02-01)", "Check both days", NOT_MET, MUST},
    {"deadline-before-sending", EVENTS("<consultation-opened id=\"e2\" on=\"2021-02-01\" deadline=\"2021-01-31\"/>"),
     EVENTS("<consultation-opened id=\"e2\" on=\"2021-02-01\" deadline=\"2021-02-01\"/>"), "replies were due by 2021-01-31", "Check both days", NOT_MET, MUST},
    {"voids-nothing", EVENTS("<reviewed id=\"e2\" on=\"2021-02-01\" voids=\"e3\"/><corrected id=\"e3\" on=\"2021-02-02\"/>"),
     EVENTS("<reviewed id=\"e2\" on=\"2021-02-01\"/><corrected id=\"e3\" on=\"2021-02-02\" voids=\"e2\"/>"), "e2 (reviewed) declares e3 void", "by a later one", NOT_MET, MUST},
    {"type-contradicted", TEXT(SECTION("scope", "This procedure is for all.")), TEXT(SECTION("scope", "This policy goes with this procedure.")),
     "Policy, but the text speaks for Procedure: \"This procedure\" in section/scope, line 1", "put the type or the text right", NOT_MET, SHOULD},
    {"section-missing", TEXT(SECTION("aim", "To help.")), TEXT(SECTION("scope", "All.")), "no section \"Scope\"", "Add the section", NOT_MET, MUST},
    {"relation-parent-type", DOCUMENT("d1", "procedure", "<relation kind=\"derived-from\" to=\"d2\"/>") DOCUMENT("d2", "procedure", ""),
     DOCUMENT("d1", "procedure", "<relation kind=\"derived-from\" to=\"d2\"/>") DOCUMENT("d2", "policy", ""), "of the type procedure; expected policy", "record the type", NOT_MET, MUST},
    {"relation-target-over", RELATED("<relation kind=\"implements\" to=\"d2\"/>") DOCUMENT("d2", "policy", HISTORY("<withdrawn id=\"e21\" on=\"2021-03-04\"/>"))
         DOCUMENT("d3", "policy", "<relation kind=\"supersedes\" to=\"d2\"/>"),
     RELATED("<relation kind=\"implements\" to=\"d2\"/>") DOCUMENT("d2", "policy", HISTORY("<withdrawn id=\"e21\" on=\"2021-08-04\"/>")),
     "(d2), which is withdrawn since 2021-03-04; \"Bruising\" (d3) took its place", "what took the place", NOT_MET, SHOULD},
    {"relation-suspect", RELATED(CHECKED("2020-07-01")) PARENT("d2", "policy", HISTORY(PARENT_EVENTS)), RELATED(CHECKED("2021-01-01")) PARENT("d2", "policy", HISTORY(PARENT_EVENTS)),
     "was checked on 2020-07-01; a later version of it came into force on 2021-01-01", "record the day of checking", NOT_MET, SHOULD},
    {"relation-loop", RELATED("<relation kind=\"supersedes\" to=\"d2\"/>") DOCUMENT("d2", "policy", "<reference>CO2</reference><relation kind=\"supersedes\" to=\"d1\"/>"),
     RELATED("<relation kind=\"supersedes\" to=\"d2\"/>") DOCUMENT("d2", "policy", "<relation kind=\"derived-from\" to=\"d1\"/>"), "supersedes itself in the end: \"Bruising\" (d1), \"Bruising\" (d2), \"Bruising\" (d1)", "take it out", NOT_MET, MUST},
    {"party-vacant", POST("><name>Boss</name><holder to=\"2020-12-31\">AB</holder>") BOSS, POST("><name>Boss</name><holder to=\"2020-12-31\">AB</holder><holder from=\"2021\">CD</holder>") BOSS,
     "Boss, a post that nobody holds since 2020-12-31", "Record who holds", NOT_MET, SHOULD},
    {"party-without-successor", POST(" ended=\"2021-03\"><name>Boss</name>") BOSS, POST(" ended=\"2021-07\"><name>Boss</name>") BOSS,
     "Boss, which ended on 2021-03, and no successor", "who took over", NOT_MET, SHOULD},
    {"party-succeeded", POST(" ended=\"2021-03\" successor=\"executive\"><name>Boss</name>") BOSS, POST(" ended=\"2021-07\" successor=\"executive\"><name>Boss</name>") BOSS,
     "Boss, which ended on 2021-03; executive took over", "next revised", NOT_MET, MAY},
    {"reference-replaced", RELATED("<relation kind=\"cites\" to=\"The Guide\" edition=\"2018\"/>"), RELATED("<relation kind=\"cites\" to=\"urn:guide\" edition=\"2021\"/>"),
     "names The Guide (2018), which was replaced by The Guide 2021, in force since 2021-02-01", "name that edition", NOT_MET, SHOULD},
    {"reference-unknown", RELATED("<relation kind=\"underpinned-by\" to=\"urn:guide\" edition=\"1918\"/>"), RELATED("<relation kind=\"underpinned-by\" to=\"Act 7\"/>"),
     "names urn:guide, edition 1918, which no table", "references of the profile", NOTE, MAY},
    {"reference-edition", RELATED("<relation kind=\"cites\" to=\"guide\"/>"), RELATED("<relation kind=\"cites\" to=\"g-2018\"/>"),
     "names guide without an edition; The Guide 2021 is the one", "Record the edition", NOT_MET, MAY},
};

static pdoc_report *audit_content(const char *content, const char *day)
{
    char text[20000];
    snprintf(text, sizeof text, REGISTER_START "<profile ref=\"p\"/>\n%s\n</register>\n", content);
    return audit_texts(PROFILE(RULES), text, day);
}

static const char *bad_day(const char *code)
{
    return strcmp(code, "review-overdue") == 0 ? "2023-09-01" : "2021-06-01";
}

static void each_finding_is_made_where_it_belongs(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        const struct example *example = &examples[i];
        pdoc_report *report = audit_content(example->bad, bad_day(example->code));
        size_t finding = finding_of_rule(report, example->code);
        if (finding == SIZE_MAX) {
            print_error("%s: not found\n", example->code);
            show_findings(report);
        }
        assert_true(finding != SIZE_MAX);
        assert_contains(pdoc_report_finding_message(report, finding), example->words);
        assert_contains(pdoc_report_finding_remedy(report, finding), example->remedy);
        assert_int_equal(pdoc_report_finding_outcome(report, finding), example->outcome);
        assert_int_equal(pdoc_report_finding_modality(report, finding), example->modality);
        assert_int_equal(pdoc_report_finding_document(report, finding), 0);
        assert_int_equal(outcome_on(report, example->code, 0), (int)example->outcome);
        assert_null(strchr(pdoc_report_finding_message(report, finding), '{'));
        assert_null(strchr(pdoc_report_finding_remedy(report, finding), '{'));
        pdoc_report_unref(report);
    }
}

static void no_finding_is_made_where_all_is_well(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        const struct example *example = &examples[i];
        pdoc_report *report = audit_content(example->good, "2021-06-01");
        if (finding_of_rule(report, example->code) != SIZE_MAX) {
            print_error("%s: found on a good document\n", example->code);
            show_findings(report);
        }
        assert_true(finding_of_rule(report, example->code) == SIZE_MAX);
        assert_int_equal(outcome_on(report, example->code, 0), PDOC_OUTCOME_MET);
        pdoc_report_unref(report);
    }
}

/* Those of meetings have their examples in test_meeting_checks.c, those of changes in test_amendments.c, test_extensions.c
   and test_freezes.c, those of practice issues in test_escalation_cases.c, those of the flow in
   test_flow.c. */
static bool is_of_others(const char *code)
{
    static const char *const others[] = {"amendment-class-unknown", "content-changed-after-decision",
                                         "serial-extension",        "review-date-moved",
                                         "flow-phase-differs",      "action-overdue",
                                         "challenge-unanswered"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (strcmp(code, others[i]) == 0)
            return true;
    return strncmp(code, "meeting-", 8) == 0 || strncmp(code, "forward-plan-", 13) == 0 || strncmp(code, "issue-", 6) == 0;
}

static void every_code_of_the_table_has_an_example(void **state)
{
    (void)state;
    size_t others = 0;
    for (size_t row = 0; row < pdoc_table_count(PDOC_TABLE_FINDING); row++) {
        const char *code = pdoc_table_code(PDOC_TABLE_FINDING, row);
        bool has_example = is_of_others(code);
        others += has_example;
        for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
            has_example |= strcmp(examples[i].code, code) == 0;
        if (!has_example)
            print_error("no example of %s\n", code);
        assert_true(has_example);
        assert_non_null(pdoc_table_meaning(PDOC_TABLE_FINDING, row));
    }
    assert_int_equal(pdoc_table_count(PDOC_TABLE_FINDING), sizeof examples / sizeof *examples + others);
}

static void a_good_document_has_no_finding_at_all(void **state)
{
    (void)state;
    pdoc_report *report = audit_content(DOC(GOOD), "2021-06-01");
    show_findings(report);
    assert_int_equal(pdoc_report_finding_count(report), 0);
    assert_true(pdoc_report_is_clean(report));
    pdoc_report_unref(report);
}

/* The message of the one finding of a code, or its absence (NULL). */
static void expect(const char *content, const char *day, const char *code, const char *words)
{
    pdoc_report *report = audit_content(content, day);
    size_t finding = finding_of_rule(report, code);
    if ((finding == SIZE_MAX) != (words == NULL)) {
        print_error("%s: %s\n", code, content);
        show_findings(report);
    }
    assert_int_equal(finding == SIZE_MAX, words == NULL);
    if (words)
        assert_contains(pdoc_report_finding_message(report, finding), words);
    pdoc_report_unref(report);
}

static void a_blank_that_is_allowed_is_worth_knowing(void **state)
{
    (void)state;
    pdoc_report *report = audit_content(DOC(TITLE BY ON "<row field=\"location-intranet\"/>" WITH SPONSOR REVIEW), "2021-06-01");
    size_t finding = finding_of_rule(report, "field-blank");
    assert_true(finding != SIZE_MAX);
    assert_int_equal(pdoc_report_finding_outcome(report, finding), PDOC_OUTCOME_MET);
    assert_int_equal(pdoc_report_finding_modality(report, finding), PDOC_MODALITY_MAY);
    assert_null(pdoc_report_finding_remedy(report, finding));
    assert_string_equal(pdoc_report_finding_place(report, finding), "front-sheet/location-intranet");
    assert_true(pdoc_report_is_clean(report));
    pdoc_report_unref(report);
    expect(DOC(TITLE BY ON WHERE ROW("read-with", "N/A") SPONSOR REVIEW), "2021-06-01", "field-not-applicable", "which the profile accepts");
}

static void a_draft_may_lack_what_an_approval_fills_in(void **state)
{
    (void)state;
    const char *draft = DOCUMENT("d1", "policy", SHEET(TITLE WHERE WITH SPONSOR "<row field=\"date-approved\"/>")
                                                     HISTORY("<drafted id=\"e1\" on=\"2020-01-01\"/>"));
    pdoc_report *report = audit_content(draft, "2021-06-01");
    assert_int_equal(outcome_on(report, "field-blank", 0), PDOC_OUTCOME_PENDING);
    assert_true(pdoc_report_is_clean(report));
    pdoc_report_unref(report);
}

static void nobody_is_asked_to_put_the_sheet_of_a_withdrawn_document_right(void **state)
{
    (void)state;
    const char *over = DOCUMENT("d1", "poem", SHEET(ROW("title", "TBC")) HISTORY(DECIDED "<withdrawn id=\"e2\" on=\"2020-08-01\"/>"));
    pdoc_report *report = audit_content(over, "2025-01-01");
    show_findings(report);
    assert_int_equal(pdoc_report_finding_count(report), 0);
    assert_int_equal(pdoc_report_phase_count(report, PDOC_PHASE_WITHDRAWN), 1);
    pdoc_report_unref(report);
}

static void two_approvals_on_one_sheet_are_a_list_unless_the_profile_repeats_the_cell(void **state)
{
    (void)state;
    expect(DOC(GOOD ROW("date-published", "7 July 2020") ROW("date-published", "8 July 2020")), "2021-06-01", "cells-disagree", NULL);
    expect(DOC(GOOD ROW("date-review", "July 2024")), "2021-06-01", "cells-disagree", "\"June 2023\" and \"July 2024\"");
}

static void a_month_that_holds_the_last_permitted_day_depends_on_the_day(void **state)
{
    (void)state;
    pdoc_report *report = audit_content(DOC(TITLE BY ON WHERE WITH SPONSOR ROW("date-review", "July 2023")), "2021-06-01");
    assert_int_equal(outcome_on(report, "printed-after-derived", 0), PDOC_OUTCOME_UNDETERMINED);
    assert_contains(pdoc_report_finding_message(report, finding_of_rule(report, "printed-after-derived")), "may lie after");
    pdoc_report_unref(report);
}

static void a_sheet_date_that_has_passed_says_so_before_the_rule_does(void **state)
{
    (void)state;
    expect(DOC(GOOD), "2023-06-30", "review-overdue", NULL);
    expect(DOC(GOOD), "2023-07-07", "review-overdue", "by the sheet (2023-06); by the rule the last permitted day is 2023-07-07");
    expect(DOC(GOOD), "2023-07-08", "review-overdue", "and since 2023-07-08 by the rule");
}

static void a_name_inside_a_longer_name_of_the_party_is_no_variant(void **state)
{
    (void)state;
#define NAMED(text) DOCUMENT("d1", "policy", "<version n=\"1\"><front-sheet>" TITLE BY ON WHERE WITH \
                             ROW("sponsor", "Policy and Quality Manager") REVIEW "</front-sheet>" SECTION("scope", text) \
                             "</version>" HISTORY(DECIDED))
    expect(NAMED("The Policy and Quality Manager decides."), "2021-06-01", "name-variant", NULL);
    expect(NAMED("The Quality Managers decide."), "2021-06-01", "name-variant", NULL);
    expect(NAMED("The EC decides."), "2021-06-01", "name-variant", NULL);
    expect(NAMED("The Quality Manager decides."), "2021-06-01", "name-variant", "\"Quality Manager\" for \"Policy and Quality Manager\"");
}

static void documents_of_two_issuers_may_share_a_title(void **state)
{
    (void)state;
#define ISSUED(id, by) DOCUMENT(id, "policy", "<property name=\"organisation\" value=\"" by "\"/>" SHEET(GOOD))
    expect(ISSUED("d1", "A") ISSUED("d2", "B"), "2021-06-01", "title-duplicate", NULL);
    expect(ISSUED("d1", "A") ISSUED("d2", "A"), "2021-06-01", "title-duplicate", "the document d2");
}

static void a_version_without_a_sheet_is_one_finding(void **state)
{
    (void)state;
    pdoc_report *report = audit_content(DOCUMENT("d1", "policy", "<version n=\"1\"/>" HISTORY(DECIDED)), "2021-06-01");
    size_t missing = 0;
    for (size_t i = 0; i < pdoc_report_finding_count(report); i++)
        missing += strcmp(pdoc_report_finding_rule(report, i), "field-missing") == 0;
    assert_int_equal(missing, 1);
    pdoc_report_unref(report);
}

static void no_sheet_is_missed_where_no_cell_is_required_of_such_a_document(void **state)
{
    (void)state;
    static const char rules[] = PROFILE(
        "<types><type id=\"policy\" base=\"policy\"/><type id=\"record\" base=\"other\"/></types>"
        "<fields><field id=\"sponsor\" required=\"true\"><when><equals of=\"type\" value=\"policy\"/></when></field>"
        "<field id=\"author\"/></fields>");
    static const struct {
        const char *document;
        pdoc_outcome outcome;
    } cases[] = {
        {"<document id=\"d1\" type=\"policy\"><title>T</title><version n=\"1\"/>" HISTORY(DECIDED) "</document>",
         NOT_MET},
        {"<document id=\"d1\" type=\"record\"><title>T</title><version n=\"1\"/>" HISTORY(DECIDED) "</document>",
         PDOC_OUTCOME_NOT_APPLICABLE},
        {"<document id=\"d1\"><title>T</title><version n=\"1\"/>" HISTORY(DECIDED) "</document>", CANNOT_TELL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[1024];
        snprintf(text, sizeof text, REGISTER("%s"), cases[i].document);
        pdoc_report *report = audit_texts(rules, text, "2021-06-01");
        assert_int_equal(outcome_on(report, "field-missing", 0), cases[i].outcome);
        pdoc_report_unref(report);
    }
}

static void the_type_on_the_sheet_may_be_a_category_of_the_record(void **state)
{
    (void)state;
    expect("<document id=\"d1\" type=\"policy\" category=\"Estates\"><title>A</title>" SHEET(GOOD ROW("type", "Estates")) "</document>",
           "2021-06-01", "type-is-category", "\"Estates\"");
    expect(DOC(GOOD ROW("type", "Leaflet")), "2021-06-01", "type-unknown", "the type on the sheet, \"Leaflet\"");
}

static void a_long_history_is_ordered_as_a_short_one_is(void **state)
{
    (void)state;
    static char text[8192];
    size_t size = 0;
    for (int i = 2; i < 60; i++)
        size += (size_t)snprintf(text + size, sizeof text - size, "<remarked id=\"e%d\" on=\"2021-01-%02d\" cause=\"e1\"/>", i, i % 28 + 1);
    static char content[16384];
    snprintf(content, sizeof content, DOCUMENT("d1", "policy", SHEET(GOOD) HISTORY(DECIDED "%s")), text);
    expect(content, "2021-06-01", "event-order", NULL);
    snprintf(content, sizeof content,
             DOCUMENT("d1", "policy", SHEET(GOOD) HISTORY(DECIDED "%s<remarked id=\"e99\" on=\"2020-12-01\" cause=\"e59\"/>")), text);
    expect(content, "2021-06-01", "event-order", "e99 (remarked, 2020-12-01) lies before e59");
}

static void the_history_of_the_register_is_checked_too(void **state)
{
    (void)state;
    pdoc_report *report = audit_content("<history><reported id=\"e1\" on=\"1820-01-01\"/><reported id=\"e2\" on=\"2021-02-01\" recorded=\"2021-01-01\"/></history>", "2021-06-01");
    assert_int_equal(outcome_on(report, "date-unlikely", SIZE_MAX), PDOC_OUTCOME_NOT_MET);
    assert_int_equal(outcome_on(report, "event-in-future", SIZE_MAX), PDOC_OUTCOME_NOT_MET);
    assert_int_equal(outcome_on(report, "type-missing", SIZE_MAX), PDOC_OUTCOME_NOT_APPLICABLE);
    pdoc_report_unref(report);
}

static void an_event_that_was_voided_is_not_checked(void **state)
{
    (void)state;
    expect(EVENTS("<reviewed id=\"e2\" on=\"2021-03-01\" recorded=\"2021-02-01\"/><corrected id=\"e3\" on=\"2021-03-02\" voids=\"e2\"/>"),
           "2021-06-01", "event-in-future", NULL);
}

static void what_voids_itself_or_a_later_event_voids_nothing(void **state)
{
    (void)state;
    /* it still counts, so that its day of recording is looked at */
    expect(EVENTS("<reviewed id=\"e2\" on=\"2021-03-01\" recorded=\"2021-02-01\" voids=\"e2\"/>"), "2021-06-01",
           "event-in-future", "e2 (reviewed)");
    expect(EVENTS("<reviewed id=\"e2\" on=\"2021-03-01\" voids=\"e2\"/>"), "2021-06-01", "voids-nothing", "itself");
    /* of two that void each other the later one does */
    const char *both = EVENTS("<corrected id=\"e2\" on=\"2021-03-01\" recorded=\"2021-02-01\" voids=\"e3\"/>"
                              "<corrected id=\"e3\" on=\"2021-03-02\" voids=\"e2\"/>");
    expect(both, "2021-06-01", "event-in-future", NULL);
    expect(both, "2021-06-01", "voids-nothing", NULL);
    expect(EVENTS("<corrected id=\"e2\" on=\"2021-03-01\" recorded=\"2021-02-01\" voids=\"e3\"/>"
                  "<corrected id=\"e3\" on=\"2021-03-02\"/>"),
           "2021-06-01", "voids-nothing", "declares e3 void");
}

static void a_sheet_of_more_rows_than_are_scanned_at_once_is_checked_to_its_end(void **state)
{
    (void)state;
    static char rows[8192];
    size_t size = 0;
    for (int i = 0; i < 70; i++)
        size += (size_t)snprintf(rows + size, sizeof rows - size, ROW("contact", "desk %d"), i);
    static char content[16384];
    snprintf(content, sizeof content, DOC(GOOD "%s" ROW("contact", "TBC")), rows);
    expect(content, "2021-06-01", "placeholder-left", "\"TBC\"");
    snprintf(content, sizeof content, DOC(GOOD "%s" ROW("date-issued", "one day in 2020")), rows);
    expect(content, "2021-06-01", "date-unreadable", "one day in 2020");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_finding_is_made_where_it_belongs),
        cmocka_unit_test(no_finding_is_made_where_all_is_well),
        cmocka_unit_test(every_code_of_the_table_has_an_example),
        cmocka_unit_test(a_good_document_has_no_finding_at_all),
        cmocka_unit_test(a_blank_that_is_allowed_is_worth_knowing),
        cmocka_unit_test(a_draft_may_lack_what_an_approval_fills_in),
        cmocka_unit_test(nobody_is_asked_to_put_the_sheet_of_a_withdrawn_document_right),
        cmocka_unit_test(two_approvals_on_one_sheet_are_a_list_unless_the_profile_repeats_the_cell),
        cmocka_unit_test(a_month_that_holds_the_last_permitted_day_depends_on_the_day),
        cmocka_unit_test(a_sheet_date_that_has_passed_says_so_before_the_rule_does),
        cmocka_unit_test(a_name_inside_a_longer_name_of_the_party_is_no_variant),
        cmocka_unit_test(documents_of_two_issuers_may_share_a_title),
        cmocka_unit_test(a_version_without_a_sheet_is_one_finding),
        cmocka_unit_test(no_sheet_is_missed_where_no_cell_is_required_of_such_a_document),
        cmocka_unit_test(a_long_history_is_ordered_as_a_short_one_is),
        cmocka_unit_test(the_history_of_the_register_is_checked_too),
        cmocka_unit_test(an_event_that_was_voided_is_not_checked),
        cmocka_unit_test(what_voids_itself_or_a_later_event_voids_nothing),
        cmocka_unit_test(a_sheet_of_more_rows_than_are_scanned_at_once_is_checked_to_its_end),
        cmocka_unit_test(the_type_on_the_sheet_may_be_a_category_of_the_record),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
