/* SPDX-License-Identifier: MIT */
/* Messages and remedies: templates filled in, whatever the outcome; and the search for placeholders in texts. */
#include "auditing.h"

#include "governance/audit/audit.h"

#define RULE(content)                                                                                                  \
    PROFILE("<types><type id=\"policy\" base=\"policy\"/></types><facts><fact id=\"approved\" event=\"decided\"/>"    \
            "<fact id=\"groups\" event=\"consultation-opened\" pick=\"each\" give=\"group\"/>"                      \
            "<fact id=\"published\" event=\"published\"/></facts><requirements><requirement id=\"r\">"              \
            "<label>It is published</label>" content "</requirement></requirements>")
#define MUST "<must><present of=\"published\"/></must>"
#define DOC                                                                                                            \
    REGISTER("<document id=\"d1\" type=\"policy\"><title>Bruising</title><reference>CO1</reference>"                  \
             "<reference>CO2</reference><property name=\"ward\" value=\"north\"/><version n=\"1\"><front-sheet>"     \
             "<row field=\"date-approved\"><text>7th July 2020</text></row></front-sheet></version><history>"        \
             "<consultation-opened id=\"e1\" on=\"2020-05-01\" group=\"managers\"/>"                                \
             "<consultation-opened id=\"e2\" on=\"2020-05-02\" group=\"staff\"/>"                                   \
             "<decided id=\"e3\" on=\"2020-07-07\" outcome=\"approved\"/></history></document>")

static void assert_message(const char *template, const char *expected)
{
    char profile[2048];
    snprintf(profile, sizeof profile, RULE(MUST "<message>%s</message><remedy>%s</remedy>"), template, template);
    pdoc_report *report = audit_texts(profile, DOC, "2021-01-01");
    size_t finding = finding_of_rule(report, "r");
    assert_true(finding != SIZE_MAX);
    assert_string_equal(pdoc_report_finding_message(report, finding), expected);
    assert_string_equal(pdoc_report_finding_remedy(report, finding), expected);
    pdoc_report_unref(report);
}

static void an_operand_in_braces_is_replaced_by_its_value(void **state)
{
    (void)state;
    assert_message("{title}, a {type}, is not published", "Bruising, a policy, is not published");
    assert_message("references {reference}", "references CO1, CO2");
    assert_message("approved {approved}, printed {field.date-approved}", "approved 2020-07-07, printed 7th July 2020");
    assert_message("{groups} in {property.ward}", "managers, staff in north");
    assert_message("{published}", "nothing recorded");
    assert_message("{version.count} version on {as-of}", "1 version on 2021-01-01");
}

static void braces_around_anything_else_stay(void **state)
{
    (void)state;
    assert_message("a {nothing of it} and {", "a {nothing of it} and {");
    assert_message("{} {title", "{} {title");
}

static const char *message_on(const char *rules, const char *day)
{
    static char kept[512];
    pdoc_report *report = audit_texts(rules, DOC, day);
    size_t finding = finding_of_rule(report, "r");
    assert_true(finding != SIZE_MAX);
    snprintf(kept, sizeof kept, "%s", pdoc_report_finding_message(report, finding));
    pdoc_report_unref(report);
    return kept;
}

/* The message of a rule accuses; where nothing is certain nobody is accused. */
static void only_what_is_not_met_is_said_in_the_words_of_the_rule(void **state)
{
    (void)state;
    assert_string_equal(message_on(RULE(MUST "<message>It was hidden.</message>"), "2021-01-01"), "It was hidden.");
    assert_string_equal(message_on(RULE(MUST), "2021-01-01"), "this rule is not met: It is published");
    assert_string_equal(message_on(RULE(MUST "<by fact=\"approved\" offset=\"P1Y\"/><message>It was hidden.</message>"), "2021-01-01"),
                        "not met yet, and there is time until 2021-07-07: It is published");
    assert_string_equal(message_on(RULE("<must><before of=\"published\" value=\"2020-01-01\"/></must><message>It was hidden.</message>"), "2021-01-01"),
                        "it cannot be told whether this rule is met: It is published");
    assert_string_equal(message_on(RULE(MUST "<waived><present of=\"approved\"/></waived><message>It was hidden.</message>"), "2021-01-01"),
                        "not met, and a recorded waiver stands in its place: It is published");
}

static void what_cannot_be_told_is_asked_for(void **state)
{
    (void)state;
    pdoc_report *report = audit_texts(RULE("<must><before of=\"published\" value=\"2020-01-01\"/></must>"), DOC, "2021-01-01");
    assert_string_equal(pdoc_report_finding_remedy(report, finding_of_rule(report, "r")), "Record what tells it: published.");
    pdoc_report_unref(report);
}

static void placeholders_are_found_and_ordinary_words_are_none(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *found; /* NULL: none */
        bool is_cell;
    } texts[] = {
        {"TBC", "TBC", true}, {"tbc", "tbc", true}, {"Review: TBA.", "TBA", false}, {"ends tbd", "tbd", false},
        {"xx", "xx", true}, {"XX", "XX", true}, {"XX/XX/20XX", "XX/XX/20XX", true}, {"on xx/xx/2023 it", "xx/xx/2023", false},
        {"[Name]", "[Name]", true}, {"by [insert organisation] only", "[insert organisation]", false},
        {"<insert date>", "<insert date>", false}, {"Insert name of the lead", "Insert name", false},
        {"insert logo", "insert logo", true}, {"[date]", "[date]", false}, {"[DD/MM/YYYY]", "[DD/MM/YYYY]", false},
        {"the Partnership [MSCP] supports", NULL, false}, {"see [12] and <b>", NULL, false}, {"Chapter XX", NULL, false},
        {"Chapter XX and xxi", NULL, false}, {"subtbcx", NULL, false}, {"STBC", NULL, true}, {"exxon", NULL, false},
        {"Please insert the form", NULL, false}, {"Insert the form in the record", NULL, false}, {"", NULL, true},
        {"[", NULL, true}, {"[name", NULL, true}, {"Tb", NULL, true}, {"Tbc", NULL, true}, {"box", NULL, true},
        {"b", NULL, true}, {"x", NULL, true}, {"about", NULL, true}, {"I", NULL, true},
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        size_t size = 0;
        const char *found = pdoc__placeholder(texts[i].text, texts[i].is_cell, &size);
        bool as_expected = texts[i].found ? found && size == strlen(texts[i].found) && strncmp(found, texts[i].found, size) == 0
                                          : found == NULL;
        if (!as_expected)
            print_error("\"%s\": found \"%.*s\"\n", texts[i].text, (int)size, found ? found : "");
        assert_true(as_expected);
    }
}

/* Long texts are searched piece by piece: wherever a placeholder begins, and however much follows, it is found. */
static void placeholders_are_found_wherever_they_stand(void **state)
{
    (void)state;
    static const char *const held[] = {"TBC", "tbd", "xx", "XXXX", "xx/xx/2023", "[Name]", "<insert date>", "Insert name"};
    char text[128];
    for (size_t i = 0; i < sizeof held / sizeof *held; i++)
        for (size_t before = 0; before < 40; before++)
            for (size_t after = 0; after < 40; after++) {
                const size_t length = strlen(held[i]);
                memset(text, '.', sizeof text);
                memcpy(text + before, held[i], length);
                text[before + length + after] = '\0';
                size_t size = 0;
                assert_ptr_equal(pdoc__placeholder(text, false, &size), text + before);
                assert_int_equal(size, length);
            }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_operand_in_braces_is_replaced_by_its_value),
        cmocka_unit_test(braces_around_anything_else_stay),
        cmocka_unit_test(only_what_is_not_met_is_said_in_the_words_of_the_rule),
        cmocka_unit_test(what_cannot_be_told_is_asked_for),
        cmocka_unit_test(placeholders_are_found_and_ordinary_words_are_none),
        cmocka_unit_test(placeholders_are_found_wherever_they_stand),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
