/* SPDX-License-Identifier: MIT */
/* Bad profiles: each is refused with the right status, the right line and a sentence that names what was found. */
#include "profiles.h"

#include "base/text.h"

struct bad {
    const char *name;
    const char *text;
    pdoc_status status;
    unsigned line;
    const char *word; /* that the message holds */
};

/* Rows begin on line 2 of PROFILE. */
#define REQUIREMENT(inside) PROFILE("<requirements>\n<requirement id=\"r\">\n" inside "\n</requirement></requirements>")
#define MUST(inside)        REQUIREMENT("<must>\n" inside "</must>")
#define FACTS(rows)         PROFILE("<facts>\n" rows "\n</facts>")

static const struct bad table[] = {
    {"not XML", "no XML at all", PDOC_ERR_SYNTAX, 1, ""},
    {"empty", "", PDOC_ERR_SYNTAX, 1, "empty"},
    {"not closed", "<profile xmlns=\"urn:policydoc:1\" id=\"p\">\n<types>\n</profile>", PDOC_ERR_SYNTAX, 3, ""},
    {"a DOCTYPE", "<?xml version=\"1.0\"?>\n<!DOCTYPE profile>\n<profile xmlns=\"urn:policydoc:1\" id=\"p\"/>",
     PDOC_ERR_SYNTAX, 2, "DOCTYPE"},
    {"an entity",
     "<!DOCTYPE p [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>\n<profile xmlns=\"urn:policydoc:1\" "
     "id=\"p\">&a;</profile>",
     PDOC_ERR_SYNTAX, 1, "DOCTYPE"},
    {"an encoding that is not ours",
     "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><profile xmlns=\"urn:policydoc:1\" id=\"p\"/>", PDOC_ERR_SYNTAX, 1,
     "ISO-8859-1"},
    {"another root", "<register xmlns=\"urn:policydoc:1\"/>", PDOC_ERR_FORMAT, 1, "register"},
    {"no namespace", "<profile id=\"p\"/>", PDOC_ERR_FORMAT, 1, "profile"},
    {"a newer namespace", "<profile xmlns=\"urn:policydoc:2\" id=\"p\"/>", PDOC_ERR_NEWER, 1, "urn:policydoc:2"},
    {"a newer schema", "<profile xmlns=\"urn:policydoc:1\" schema-version=\"2.0\" id=\"p\"/>", PDOC_ERR_NEWER, 1,
     "2.0"},
    {"what must be understood", "<profile xmlns=\"urn:policydoc:1\" must-understand=\"urn:x\" id=\"p\"/>",
     PDOC_ERR_NEWER, 1, "urn:x"},
    {"no id", "<profile xmlns=\"urn:policydoc:1\"/>", PDOC_ERR_INVALID, 1, "id"},
    {"an odd id", "<profile xmlns=\"urn:policydoc:1\" id=\"a b\"/>", PDOC_ERR_INVALID, 1, "letters"},
    {"a bad notice", "<profile xmlns=\"urn:policydoc:1\" id=\"p\" due-soon=\"soon\"/>", PDOC_ERR_INVALID, 1, "soon"},
    {"an unknown base", "<profile xmlns=\"urn:policydoc:1\" id=\"p\" extends=\"q\"/>", PDOC_ERR_INVALID, 1, "'q'"},
    {"itself as base", "<profile xmlns=\"urn:policydoc:1\" id=\"p\" extends=\"p\"/>", PDOC_ERR_INVALID, 1,
     "extends itself"},
    {"a row without id", PROFILE("<types>\n<type base=\"policy\"/></types>"), PDOC_ERR_INVALID, 3, "needs an id"},
    {"a row with an empty id", PROFILE("<types>\n<type id=\"\" base=\"policy\"/></types>"), PDOC_ERR_INVALID, 3,
     "needs an id"},
    {"an id of two words", PROFILE("<types>\n<type id=\"a b\" base=\"policy\"/></types>"), PDOC_ERR_INVALID, 3,
     "space"},
    {"the same id twice", PROFILE("<sets>\n<set id=\"a\" items=\"x\"/>\n<set id=\"a\" items=\"x\"/></sets>"),
     PDOC_ERR_INVALID, 4, "twice"},
    {"overlapping editions",
     PROFILE("<sets>\n<set id=\"a\" items=\"x\" to=\"2020\"/>\n<set id=\"a\" items=\"x\" from=\"2020-12\"/></sets>"),
     PDOC_ERR_INVALID, 4, "overlap"},
    {"an unknown base type", PROFILE("<types>\n<type id=\"a\" base=\"poem\"/></types>"), PDOC_ERR_INVALID, 3, "poem"},
    {"a type without base", PROFILE("<types>\n<type id=\"a\"/></types>"), PDOC_ERR_INVALID, 3, "needs a base"},
    {"an unknown modality", PROFILE("<types>\n<type id=\"a\" base=\"plan\" modality=\"ought\"/></types>"),
     PDOC_ERR_INVALID, 3, "ought"},
    {"an unknown binding", PROFILE("<types>\n<type id=\"a\" base=\"plan\" binding=\"loose\"/></types>"),
     PDOC_ERR_INVALID, 3, "by-container"},
    {"a bad first day", PROFILE("<types>\n<type id=\"a\" base=\"plan\" from=\"2023-02-30\"/></types>"),
     PDOC_ERR_INVALID, 3, "2023-02-30"},
    {"a flag that is none", PROFILE("<fields>\n<field id=\"title\" required=\"yes\"/></fields>"), PDOC_ERR_INVALID, 3,
     "false, true"},
    {"a block that is none", PROFILE("<fields>\n<field id=\"title\" block=\"256\"/></fields>"), PDOC_ERR_INVALID, 3,
     "256"},
    {"an unknown field type", PROFILE("<fields>\n<field id=\"own\" type=\"colour\"/></fields>"), PDOC_ERR_INVALID, 3,
     "colour"},
    {"an unknown operator", MUST("<equal of=\"type\" value=\"x\"/>"), PDOC_ERR_INVALID, 5, "'equal'"},
    {"an unknown operand", MUST("<present of=\"colour\"/>"), PDOC_ERR_INVALID, 5, "'colour'"},
    {"an unknown field as operand", MUST("<present of=\"field.colour\"/>"), PDOC_ERR_INVALID, 5, "field.colour"},
    {"an unknown right side", MUST("<before of=\"due\" other=\"colour\"/>"), PDOC_ERR_INVALID, 5, "'colour'"},
    {"an event's member outside where", MUST("<present of=\"outcome\"/>"), PDOC_ERR_INVALID, 5, "outcome"},
    {"no operand", MUST("<present/>"), PDOC_ERR_INVALID, 5, "needs an operand"},
    {"a value too many", MUST("<present of=\"type\" value=\"x\"/>"), PDOC_ERR_INVALID, 5, "does not take value"},
    {"nothing to compare with", MUST("<equals of=\"type\"/>"), PDOC_ERR_INVALID, 5, "needs a value"},
    {"two things to compare with", MUST("<equals of=\"type\" value=\"a\" other=\"title\"/>"), PDOC_ERR_INVALID, 5,
     "not both"},
    {"an offset beside a value", MUST("<before of=\"due\" value=\"2020\" offset=\"P1D\"/>"), PDOC_ERR_INVALID, 5,
     "offset"},
    {"a bad offset", MUST("<before of=\"due\" other=\"as-of\" offset=\"3 weeks\"/>"), PDOC_ERR_INVALID, 5, "3 weeks"},
    {"a bad date", MUST("<before of=\"due\" value=\"1 May 2020\"/>"), PDOC_ERR_INVALID, 5, "1 May 2020"},
    {"an unknown set", MUST("<in of=\"type\" set=\"kinds\"/>"), PDOC_ERR_INVALID, 5, "kinds"},
    {"neither set nor values", MUST("<has-all of=\"type\"/>"), PDOC_ERR_INVALID, 5, "needs a set or values"},
    {"a set and values",
     PROFILE("<sets><set id=\"s\" items=\"a\"/></sets><requirements>\n<requirement id=\"r\"><must>\n"
             "<in of=\"type\" set=\"s\" values=\"a\"/></must></requirement></requirements>"),
     PDOC_ERR_INVALID, 4, "not both"},
    {"a count of nothing", MUST("<count of=\"type\"/>"), PDOC_ERR_INVALID, 5, "min"},
    {"a count that is none", MUST("<count of=\"type\" min=\"-1\"/>"), PDOC_ERR_INVALID, 5, "-1"},
    {"an empty condition", REQUIREMENT("<must>\n</must>"), PDOC_ERR_INVALID, 4, "holds no comparison"},
    {"not of two things", MUST("<not><present of=\"type\"/><present of=\"title\"/></not>"), PDOC_ERR_INVALID, 5,
     "takes one comparison"},
    {"no must", REQUIREMENT("<label>x</label>"), PDOC_ERR_INVALID, 3, "has no must"},
    {"two musts", REQUIREMENT("<must><present of=\"type\"/></must><must><present of=\"title\"/></must>"),
     PDOC_ERR_INVALID, 3, "more than one must"},
    {"an unknown subject",
     PROFILE("<requirements>\n<requirement id=\"r\" of=\"cat\"><must><present of=\"type\"/></must>"
             "</requirement></requirements>"),
     PDOC_ERR_INVALID, 3, "cat"},
    {"an unknown fact in by", REQUIREMENT("<must><present of=\"type\"/></must>\n<by fact=\"x\"/>"), PDOC_ERR_INVALID, 5,
     "'x'"},
    {"by without a fact", REQUIREMENT("<must><present of=\"type\"/></must>\n<by offset=\"P1D\"/>"), PDOC_ERR_INVALID, 5,
     "needs a fact"},
    {"an unknown past act",
     PROFILE("<requirements>\n<requirement id=\"r\" past-act=\"x\"><must><present of=\"type\"/></must>"
             "</requirement></requirements>"),
     PDOC_ERR_INVALID, 3, "'x'"},
    {"an unknown kind of event", FACTS("<fact id=\"f\" event=\"decided dreamt\"/>"), PDOC_ERR_INVALID, 3, "dreamt"},
    {"no kind of event", FACTS("<fact id=\"f\" event=\"\"/>"), PDOC_ERR_INVALID, 3, "no kind"},
    {"an unknown thing to give", FACTS("<fact id=\"f\" event=\"decided\" give=\"colour\"/>"), PDOC_ERR_INVALID, 3,
     "colour"},
    {"a relation's thing of an event", FACTS("<fact id=\"f\" event=\"decided\" give=\"target\"/>"), PDOC_ERR_INVALID, 3,
     "target"},
    {"an unknown attribute in where",
     FACTS("<fact id=\"f\" event=\"decided\"><where>\n<equals of=\"colour\" value=\"red\"/></where></fact>"),
     PDOC_ERR_INVALID, 4, "colour"},
    {"two sources", FACTS("<fact id=\"f\" event=\"decided\" relation=\"cites\"/>"), PDOC_ERR_INVALID, 3,
     "needs one of"},
    {"no source", FACTS("<fact id=\"f\"/>"), PDOC_ERR_INVALID, 3, "needs one of"},
    {"an unknown pick", FACTS("<fact id=\"f\" event=\"decided\" pick=\"middle\"/>"), PDOC_ERR_INVALID, 3, "middle"},
    {"an unknown fallback", FACTS("<fact id=\"f\" event=\"decided\" fallback=\"colour\"/>"), PDOC_ERR_INVALID, 3,
     "colour"},
    {"an unknown fact in a fact", FACTS("<fact id=\"f\" facts=\"g\"/>"), PDOC_ERR_INVALID, 3, "'g'"},
    {"a fact that rests on itself", FACTS("<fact id=\"f\" facts=\"f\"/>"), PDOC_ERR_INVALID, 3, "rests on itself"},
    {"a circle of facts",
     FACTS("<fact id=\"f\" facts=\"g\"/>\n<fact id=\"g\" facts=\"h\"/>\n<fact id=\"h\" facts=\"f\"/>"),
     PDOC_ERR_INVALID, 3, "rests on itself"},
    {"a circle through where",
     FACTS("<fact id=\"f\" event=\"decided\"><where><before of=\"on\" other=\"g\"/></where></fact>\n"
           "<fact id=\"g\" facts=\"f\"/>"),
     PDOC_ERR_INVALID, 3, "rests on itself"},
    {"a fact that asks when the review is due",
     FACTS("<fact id=\"f\" event=\"decided\"><where><before of=\"on\" other=\"due\"/></where></fact>"),
     PDOC_ERR_INVALID, 3, "rests on due"},
    {"a schedule that asks when the review is due",
     PROFILE("<schedule>\n<due id=\"d\" kind=\"review\" nothing=\"true\"><when><present "
             "of=\"due\"/></when></due></schedule>"),
     PDOC_ERR_INVALID, 3, "rest on it"},
    {"an unknown anchor",
     PROFILE("<schedule>\n<due id=\"d\" kind=\"review\" anchors=\"x\" offset=\"P1Y\"/></schedule>"), PDOC_ERR_INVALID,
     3, "'x'"},
    {"no anchor", PROFILE("<schedule>\n<due id=\"d\" kind=\"review\" offset=\"P1Y\"/></schedule>"), PDOC_ERR_INVALID, 3,
     "needs anchors"},
    {"a schedule without kind", PROFILE("<schedule>\n<due id=\"d\" nothing=\"true\"/></schedule>"), PDOC_ERR_INVALID, 3,
     "needs a kind"},
    {"an unknown schedule kind", PROFILE("<schedule>\n<due id=\"d\" kind=\"birthday\" nothing=\"true\"/></schedule>"),
     PDOC_ERR_INVALID, 3, "birthday"},
    {"an unknown printed field",
     PROFILE("<schedule>\n<due id=\"d\" kind=\"review\" nothing=\"true\" printed=\"x\"/></schedule>"), PDOC_ERR_INVALID,
     3, "'x'"},
};

static void check_bad(const struct bad *bad)
{
    pdoc_error *error = NULL;
    pdoc_profile *profile = read_text(bad->text, NULL, &error);
    bool good = !profile && pdoc_error_status(error) == bad->status && pdoc_error_line(error) == bad->line &&
                (pdoc_error_status(error) != PDOC_ERR_INVALID || pdoc_error_column(error) > 1) &&
                strstr(pdoc_error_message(error), bad->word) &&
                strcmp(pdoc_error_file(error) ? pdoc_error_file(error) : "", "test.xml") == 0;
    if (!good)
        print_error("%s: %s, line %u: %s\n", bad->name, profile ? "read" : pdoc_status_name(pdoc_error_status(error)),
                    (unsigned)pdoc_error_line(error), pdoc_error_message(error));
    assert_true(good);
    pdoc_error_free(error);
    pdoc_profile_unref(profile);
}

static void bad_profiles_are_refused_with_line_and_reason(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        check_bad(&table[i]);
}

static void the_path_names_where_it_is(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    assert_null(read_text(MUST("<any><present of=\"colour\"/></any>"), NULL, &error));
    assert_string_equal(pdoc_error_path(error), "profile/requirements/requirement/must/any/present");
    pdoc_error_free(error);
}

/* Columns count letters, as those of the register's reader do. */
static void the_column_is_where_the_start_tag_ends(void **state)
{
    (void)state;
    static const struct {
        const char *rows;
        unsigned line;
        const char *before; /* what stands on that line before the end of the start tag */
    } cases[] = {
        {"<types>\n<type id=\"a\" base=\"poem\"/></types>", 3, "<type id=\"a\" base=\"poem\""},
        {"<types>\n  <type id=\"a\"\n    base=\"poem\"><label>A</label></type></types>", 4, "    base=\"poem\""},
        {"<types>\n<type base=\"plan\"/></types>", 3, "<type base=\"plan\""},
        {"<requirements>\n<requirement id=\"r\"><must><equal of=\"type\"/></must></requirement></requirements>", 3,
         "<requirement id=\"r\"><must><equal of=\"type\""},
        {"<requirements>\n<requirement id=\"r\"><must><present of=\"colour\"/></must></requirement></requirements>", 3,
         "<requirement id=\"r\"><must><present of=\"colour\""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[1000];
        pdoc_error *error = NULL;
        snprintf(text, sizeof text, PROFILE("%s"), cases[i].rows);
        assert_null(read_text(text, NULL, &error));
        assert_int_equal(pdoc_error_line(error), cases[i].line);
        assert_int_equal(pdoc_error_column(error), strlen(cases[i].before) + 1);
        pdoc_error_free(error);
    }
}

static void an_error_of_the_profile_itself_stands_at_its_root(void **state)
{
    (void)state;
    static const char root[] = "<profile xmlns=\"urn:policydoc:1\" id=\"p\" extends=\"nobody\"";
    char text[200];
    pdoc_error *error = NULL;
    snprintf(text, sizeof text, "%s/>", root);
    assert_null(read_text(text, NULL, &error));
    assert_int_equal(pdoc_error_line(error), 1);
    assert_int_equal(pdoc_error_column(error), sizeof root);
    pdoc_error_free(error);
}

static void errors_of_one_line_are_told_from_left_to_right(void **state)
{
    (void)state;
    pdoc_error *error = NULL; /* types are looked at before facts */
    assert_null(read_text(PROFILE("<facts><fact id=\"f\" pick=\"best\"/></facts><types><type id=\"a\" base=\"poem\"/></types>"),
                          NULL, &error));
    assert_non_null(strstr(pdoc_error_message(error), "best"));
    uint32_t column = 0;
    for (const pdoc_error *each = error; each; each = pdoc_error_next(each)) {
        assert_true(pdoc_error_column(each) >= column);
        column = pdoc_error_column(each);
    }
    pdoc_error_free(error);
}

static void all_errors_of_a_file_are_told_in_its_order(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    assert_null(read_text(PROFILE("<facts><fact id=\"f\" event=\"dreamt\"/></facts>\n"
                                  "<types><type id=\"a\" base=\"poem\"/>\n<type id=\"a b\" base=\"plan\"/></types>\n"),
                          NULL, &error));
    unsigned line = 2;
    for (const pdoc_error *each = error; each; each = pdoc_error_next(each))
        assert_int_equal(pdoc_error_line(each), line++);
    assert_int_equal(line, 5);
    pdoc_error_free(error);
}

static void nobody_gets_a_thousand_errors(void **state)
{
    (void)state;
    static char text[64000];
    size_t used = (size_t)snprintf(text, sizeof text, "%s<types>", PROFILE_START);
    for (int i = 0; i < 1000; i++)
        used += (size_t)snprintf(text + used, sizeof text - used, "<type id=\"a%d\" base=\"poem\"/>", i);
    snprintf(text + used, sizeof text - used, "</types></profile>");
    pdoc_error *error = NULL;
    assert_null(read_text(text, NULL, &error));
    unsigned count = 0;
    for (const pdoc_error *each = error; each; each = pdoc_error_next(each))
        count++;
    assert_int_equal(count, 20);
    pdoc_error_free(error);
}

/* `count` rows of one set each. */
static char *many_rows(char *text, size_t size, int count)
{
    size_t used = (size_t)snprintf(text, size, "%s<sets>", PROFILE_START);
    for (int i = 0; i < count; i++)
        used += (size_t)snprintf(text + used, size - used, "<set id=\"a%d\" items=\"x\"/>", i);
    snprintf(text + used, size - used, "</sets></profile>");
    return text;
}

static void a_table_has_a_thousand_rows_at_most(void **state)
{
    (void)state;
    static char text[100000];
    pdoc_profile_unref(read_good(many_rows(text, sizeof text, 1000), NULL));
    pdoc_error *error = NULL;
    assert_null(read_text(many_rows(text, sizeof text, 1001), NULL, &error));
    assert_non_null(strstr(pdoc_error_message(error), "1000"));
    pdoc_error_free(error);
}

/* `depth` times not around one comparison, within must. */
static char *deep_rule(char *text, size_t size, int depth)
{
    size_t used = (size_t)snprintf(text, size, "%s<requirements><requirement id=\"r\"><must>", PROFILE_START);
    for (int i = 0; i < depth; i++)
        used += (size_t)snprintf(text + used, size - used, "<not>");
    used += (size_t)snprintf(text + used, size - used, "<present of=\"type\"/>");
    for (int i = 0; i < depth; i++)
        used += (size_t)snprintf(text + used, size - used, "</not>");
    snprintf(text + used, size - used, "</must></requirement></requirements></profile>");
    return text;
}

static void rules_lie_thirty_one_deep_at_most(void **state)
{
    (void)state;
    char text[2000];
    pdoc_profile_unref(read_good(deep_rule(text, sizeof text, 31), NULL));
    pdoc_error *error = NULL;
    assert_null(read_text(deep_rule(text, sizeof text, 32), NULL, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_INVALID);
    pdoc_error_free(error);
}

/* `count` facts, each resting on the next, the last on nothing. */
static char *chain_of_facts(char *text, size_t size, int count)
{
    size_t used = (size_t)snprintf(text, size, "%s<facts>", PROFILE_START);
    for (int i = 1; i < count; i++)
        used += (size_t)snprintf(text + used, size - used, "<fact id=\"f%d\" facts=\"f%d\"/>", i, i + 1);
    snprintf(text + used, size - used, "<fact id=\"f%d\" event=\"decided\"/></facts></profile>", count);
    return text;
}

static void facts_rest_on_sixty_four_others_at_most(void **state)
{
    (void)state;
    static char text[8000];
    pdoc_profile_unref(read_good(chain_of_facts(text, sizeof text, 64), NULL));
    pdoc_error *error = NULL;
    assert_null(read_text(chain_of_facts(text, sizeof text, 66), NULL, &error));
    assert_non_null(strstr(pdoc_error_message(error), "too many"));
    pdoc_error_free(error);
}

/* A sentence that is too long is cut between letters, whatever stands where it is cut. */
static void long_sentences_stay_utf8(void **state)
{
    (void)state;
    static const char *const letters[] = {"x", "\xc3\xa9", "\xe2\x82\xac", "\xf0\x9f\x93\x84"};
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
        for (size_t before = 0; before < 4; before++) {
            char id[400] = "";
            char text[1000];
            memset(id, 'a', before);
            for (int n = 0; n < 60; n++)
                strcat(id, letters[i]);
            snprintf(text, sizeof text, PROFILE("<types><type id=\"t\" base=\"%s\"/></types>"), id);
            pdoc_error *error = NULL;
            assert_null(read_text(text, NULL, &error));
            assert_true(pdoc__utf8_is_valid(pdoc_error_message(error), strlen(pdoc_error_message(error))));
            pdoc_error_free(error);
        }
    }
}

static void errors_are_optional(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        assert_null(read_text(table[i].text, NULL, NULL));
    assert_null(pdoc_profile_read_file("/nowhere/at/all.xml", NULL, NULL));
}

static void a_file_that_is_not_there_cannot_be_read(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    assert_null(pdoc_profile_read_file("/nowhere/at/all.xml", NULL, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_READ);
    assert_string_equal(pdoc_error_file(error), "/nowhere/at/all.xml");
    pdoc_error_free(error);
}

static void nothing_to_read_is_an_error_of_the_caller(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    assert_null(pdoc_profile_read_memory(NULL, 5, NULL, NULL, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_ARGUMENT);
    pdoc_error_free(error);
    error = NULL;
    assert_null(pdoc_profile_read_file(NULL, NULL, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_ARGUMENT);
    pdoc_error_free(error);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_to_read_is_an_error_of_the_caller),
        cmocka_unit_test(bad_profiles_are_refused_with_line_and_reason),
        cmocka_unit_test(the_path_names_where_it_is),
        cmocka_unit_test(the_column_is_where_the_start_tag_ends),
        cmocka_unit_test(an_error_of_the_profile_itself_stands_at_its_root),
        cmocka_unit_test(errors_of_one_line_are_told_from_left_to_right),
        cmocka_unit_test(all_errors_of_a_file_are_told_in_its_order),
        cmocka_unit_test(nobody_gets_a_thousand_errors),
        cmocka_unit_test(a_table_has_a_thousand_rows_at_most),
        cmocka_unit_test(rules_lie_thirty_one_deep_at_most),
        cmocka_unit_test(facts_rest_on_sixty_four_others_at_most),
        cmocka_unit_test(long_sentences_stay_utf8),
        cmocka_unit_test(errors_are_optional),
        cmocka_unit_test(a_file_that_is_not_there_cannot_be_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
