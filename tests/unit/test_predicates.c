/* SPDX-License-Identifier: MIT */
/* Predicates: every operator true, false and unknown; parties; Kleene's algebra; the comparison that decided. */
#include "judging.h"

#define FACTS                                                                                                          \
    "<facts>"                                                                                                          \
    "<fact id=\"approved\" event=\"decided\" pick=\"first\"/>"                                                         \
    "<fact id=\"closed\" event=\"consultation-closed\"/>"                                                              \
    "<fact id=\"groups\" event=\"consultation-opened\" pick=\"each\" give=\"group\"/>"                                 \
    "<fact id=\"days\" event=\"consultation-opened\" pick=\"each\"/>"                                                  \
    "<fact id=\"sendings\" event=\"consultation-opened\" pick=\"count\"/>"                                             \
    "<fact id=\"engaged\" event=\"engaged\" pick=\"each\" give=\"group\"/>"                                            \
    "<fact id=\"was-sent\" event=\"consultation-opened\" pick=\"any\"/>"                                               \
    "<fact id=\"trained\" event=\"trained\" pick=\"any\"/>"                                                            \
    "<fact id=\"body\" event=\"decided\" give=\"by\"/>"                                                                \
    "</facts>"                                                                                                         \
    "<types><type id=\"policy\" base=\"policy\"><label>Policy</label></type></types>"                                  \
    "<parties><party id=\"executive\" kind=\"executive\"><name>Executive Group</name></party>"                         \
    "<party id=\"board\" kind=\"board\"><name>Board</name></party></parties>"

static struct world rich_world(const char *must)
{
    static char text[4096];
    int length = snprintf(
        text, sizeof text,
        PROFILE(FACTS "<requirements><requirement id=\"r\"><must>%s</must></requirement></requirements>"), must);
    assert_true(length > 0 && (size_t)length < sizeof text);
    struct world world = world_with(text);
    assert_non_null(pdoc_register_add_party(world.reg, "exec", "executive", "Executive Committee", NULL));
    pdoc_party *party = pdoc_register_find_party(world.reg, "exec");
    assert_int_equal(pdoc_party_add_name(party, PDOC_NAME_ALIAS, "executive group", NULL), PDOC_OK);
    happened(&world, "consultation-opened", "2020-03-01", 1, "group", "managers", NULL);
    happened(&world, "consultation-opened", "2020-03-05", 1, "group", "staff", NULL);
    happened(&world, "consultation-closed", "2020-04", 1, NULL);
    pdoc_event *decided =
        pdoc_document_record(world.doc, "decided", date("2020-07-07"), date(NULL), 1, "Executive Committee", NULL);
    assert_non_null(decided);
    assert_int_equal(pdoc_event_complete(decided, "outcome", "approved", NULL), PDOC_OK);
    assert_int_equal(pdoc_document_set_category(world.doc, "Corporate", NULL), PDOC_OK);
    assert_int_equal(pdoc_document_add_reference(world.doc, "CO12", NULL), PDOC_OK);
    printed(&world, "author", "Author", "Policy Officer");
    printed(&world, "sponsor", "Sponsor", "Head of Safeguarding; executive  GROUP");
    printed(&world, "manager", "Manager", NULL);
    printed(&world, "contact", "Contact", "NA");
    printed(&world, "date-review", "Review", "June 2023");
    printed(&world, "date-issued", "Issued", "soon");
    printed(&world, "approved-by", "Approved by", "Executive Group");
    printed(&world, "approved-by", "Approved by", "Board");
    judge_on(&world, "2021-01-01");
    return world;
}

static pdoc_truth truth_of(const char *must)
{
    struct world world = rich_world(must);
    pdoc_truth truth = pdoc__predicate(&world.judge, world.profile->requirements[0].must, NULL, NULL);
    world_end(&world);
    return truth;
}

struct row {
    const char *must;
    pdoc_truth expected;
};

static void check(const struct row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        pdoc_truth found = truth_of(rows[i].must);
        if (found != rows[i].expected)
            fail_msg("%s: expected %d, found %d", rows[i].must, (int)rows[i].expected, (int)found);
    }
}
#define CHECK(...)                                                                                                     \
    do {                                                                                                               \
        const struct row rows_[] = {__VA_ARGS__};                                                                      \
        check(rows_, sizeof rows_ / sizeof *rows_);                                                                    \
    } while (0)

static void present_tells_recorded_from_missing_blank_and_unreadable(void **state)
{
    (void)state;
    CHECK({"<present of=\"field.author\"/>", PDOC_TRUE}, {"<present of=\"field.manager\"/>", PDOC_FALSE},
          {"<present of=\"field.purpose\"/>", PDOC_FALSE}, {"<present of=\"field.contact\"/>", PDOC_TRUE},
          {"<present of=\"field.date-issued\"/>", PDOC_UNKNOWN}, {"<present of=\"uri\"/>", PDOC_FALSE},
          {"<present of=\"approved\"/>", PDOC_TRUE}, {"<present of=\"type\"/>", PDOC_TRUE},
          {"<present of=\"section.scope\"/>", PDOC_FALSE}, {"<present of=\"relation.cites\"/>", PDOC_FALSE});
}

static void equals_compares_codes_numbers_dates_and_operands(void **state)
{
    (void)state;
    CHECK({"<equals of=\"category\" value=\"corporate\"/>", PDOC_TRUE},
          {"<equals of=\"category\" value=\"clinical\"/>", PDOC_FALSE},
          {"<equals of=\"scope\" value=\"all\"/>", PDOC_UNKNOWN},
          {"<equals of=\"version.count\" value=\"1\"/>", PDOC_TRUE},
          {"<equals of=\"version.count\" value=\"2\"/>", PDOC_FALSE},
          {"<equals of=\"sendings\" value=\"2\"/>", PDOC_TRUE}, {"<equals of=\"was-sent\" value=\"yes\"/>", PDOC_TRUE},
          {"<equals of=\"trained\" value=\"yes\"/>", PDOC_FALSE},
          {"<equals of=\"approved\" value=\"2020-07-07\"/>", PDOC_TRUE},
          {"<equals of=\"approved\" value=\"2020-07-08\"/>", PDOC_FALSE},
          {"<equals of=\"approved\" value=\"2020-07\"/>", PDOC_UNKNOWN},
          {"<equals of=\"approved\" other=\"closed\"/>", PDOC_FALSE},
          {"<equals of=\"approved\" other=\"approved\"/>", PDOC_TRUE},
          {"<equals of=\"title\" value=\"Bruising\"/>", PDOC_TRUE},
          {"<equals of=\"title\" value=\"bruising\"/>", PDOC_FALSE});
}

static void in_asks_it_of_every_value(void **state)
{
    (void)state;
    CHECK({"<in of=\"groups\" values=\"managers staff clinicians\"/>", PDOC_TRUE},
          {"<in of=\"groups\" values=\"managers clinicians\"/>", PDOC_FALSE},
          {"<in of=\"engaged\" values=\"children\"/>", PDOC_UNKNOWN},
          {"<in of=\"type\" values=\"policy\"/>", PDOC_TRUE});
}

static void sets_of_recorded_things_may_be_empty(void **state)
{
    (void)state;
    CHECK({"<has-all of=\"groups\" values=\"managers staff\"/>", PDOC_TRUE},
          {"<has-all of=\"groups\" values=\"managers clinicians\"/>", PDOC_FALSE},
          {"<has-all of=\"engaged\" values=\"children\"/>", PDOC_FALSE},
          {"<has-all of=\"field.purpose\" values=\"x\"/>", PDOC_UNKNOWN},
          {"<has-any of=\"groups\" values=\"staff x\"/>", PDOC_TRUE},
          {"<has-any of=\"groups\" values=\"x y\"/>", PDOC_FALSE},
          {"<has-any of=\"engaged\" values=\"children\"/>", PDOC_FALSE},
          {"<has-any of=\"field.purpose\" values=\"x\"/>", PDOC_UNKNOWN},
          {"<has-none of=\"groups\" values=\"x\"/>", PDOC_TRUE},
          {"<has-none of=\"groups\" values=\"x staff\"/>", PDOC_FALSE},
          {"<has-none of=\"engaged\" values=\"children\"/>", PDOC_TRUE},
          {"<has-none of=\"field.purpose\" values=\"x\"/>", PDOC_UNKNOWN});
}

static void count_takes_bounds(void **state)
{
    (void)state;
    CHECK({"<count of=\"groups\" min=\"2\"/>", PDOC_TRUE}, {"<count of=\"groups\" min=\"3\"/>", PDOC_FALSE},
          {"<count of=\"groups\" max=\"1\"/>", PDOC_FALSE}, {"<count of=\"engaged\" max=\"0\"/>", PDOC_TRUE},
          {"<count of=\"sendings\" min=\"2\" max=\"2\"/>", PDOC_TRUE},
          {"<count of=\"relation.cites\" min=\"1\"/>", PDOC_FALSE},
          {"<count of=\"field.purpose\" min=\"1\"/>", PDOC_UNKNOWN},
          {"<count of=\"field.approved-by\" min=\"2\"/>", PDOC_TRUE});
}

static void dates_are_compared_as_intervals(void **state)
{
    (void)state;
    CHECK({"<before of=\"closed\" other=\"approved\"/>", PDOC_TRUE},
          {"<before of=\"approved\" other=\"closed\"/>", PDOC_FALSE},
          {"<before of=\"closed\" value=\"2020-04-15\"/>", PDOC_UNKNOWN},
          {"<before of=\"approved\" value=\"2020-07-07\"/>", PDOC_FALSE},
          {"<not-before of=\"approved\" value=\"2020-07-07\"/>", PDOC_TRUE},
          {"<not-before of=\"closed\" other=\"approved\"/>", PDOC_FALSE},
          {"<not-before of=\"closed\" value=\"2020-04-15\"/>", PDOC_UNKNOWN},
          {"<after of=\"approved\" other=\"closed\"/>", PDOC_TRUE},
          {"<after of=\"approved\" value=\"2020-07-07\"/>", PDOC_FALSE},
          {"<after of=\"closed\" value=\"2020-04-15\"/>", PDOC_UNKNOWN},
          {"<not-after of=\"approved\" value=\"2020-07-07\"/>", PDOC_TRUE},
          {"<not-after of=\"approved\" other=\"closed\"/>", PDOC_FALSE},
          {"<not-after of=\"closed\" value=\"2020-04-15\"/>", PDOC_UNKNOWN},
          {"<before of=\"closed\" other=\"approved\" offset=\"-P3M\"/>", PDOC_UNKNOWN},
          {"<before of=\"closed\" other=\"approved\" offset=\"-P4M\"/>", PDOC_FALSE},
          {"<before of=\"approved\" other=\"as-of\"/>", PDOC_TRUE},
          {"<before of=\"days\" other=\"approved\"/>", PDOC_TRUE},
          {"<before of=\"days\" value=\"2020-03-05\"/>", PDOC_FALSE},
          {"<before of=\"field.date-issued\" other=\"approved\"/>", PDOC_UNKNOWN},
          {"<before of=\"field.date-effective\" other=\"approved\"/>", PDOC_UNKNOWN},
          {"<before of=\"approved\" other=\"field.date-review\"/>", PDOC_TRUE},
          {"<after of=\"due\" other=\"approved\"/>", PDOC_TRUE});
}

static void matches_uses_stars_and_question_marks(void **state)
{
    (void)state;
    CHECK({"<matches of=\"reference\" value=\"CO*\"/>", PDOC_TRUE},
          {"<matches of=\"reference\" value=\"CO?\"/>", PDOC_FALSE},
          {"<matches of=\"uri\" value=\"*\"/>", PDOC_UNKNOWN});
}

static void parties_are_compared_as_parties(void **state)
{
    (void)state;
    CHECK({"<equals of=\"body\" value=\"executive\"/>", PDOC_TRUE}, /* register alias and profile label are one body */
          {"<equals of=\"body\" value=\"board\"/>", PDOC_FALSE},
          {"<equals of=\"field.author\" value=\"policy officer\"/>", PDOC_TRUE},
          {"<equals of=\"field.author\" value=\"board\"/>", PDOC_UNKNOWN},     /* nothing resolves the author */
          {"<has-any of=\"field.sponsor\" values=\"executive\"/>", PDOC_TRUE}, /* a cell with two names */
          {"<has-any of=\"field.sponsor\" values=\"board\"/>", PDOC_UNKNOWN},
          {"<has-all of=\"field.approved-by\" values=\"executive board\"/>", PDOC_TRUE},
          {"<equals of=\"field.approved-by\" value=\"board\"/>", PDOC_FALSE}, /* two cells: one is another body */
          {"<equals of=\"body\" other=\"field.approved-by\"/>", PDOC_FALSE});
}

static void all_any_and_not_follow_kleene(void **state)
{
    (void)state;
    static const char *const sides[] = {
        [PDOC_FALSE] = "<present of=\"uri\"/>",
        [PDOC_TRUE] = "<present of=\"title\"/>",
        [PDOC_UNKNOWN] = "<equals of=\"scope\" value=\"x\"/>",
    };
    for (int left = 0; left < 3; left++) {
        for (int right = 0; right < 3; right++) {
            char must[256];
            (void)snprintf(must, sizeof must, "<all>%s%s</all>", sides[left], sides[right]);
            assert_int_equal(truth_of(must), pdoc__and((pdoc_truth)left, (pdoc_truth)right));
            (void)snprintf(must, sizeof must, "<any>%s%s</any>", sides[left], sides[right]);
            assert_int_equal(truth_of(must), pdoc__or((pdoc_truth)left, (pdoc_truth)right));
            (void)snprintf(must, sizeof must, "<not><any>%s%s</any></not>", sides[left], sides[right]);
            assert_int_equal(truth_of(must), pdoc__not(pdoc__or((pdoc_truth)left, (pdoc_truth)right)));
        }
    }
}

static void the_comparison_that_decided_is_named(void **state)
{
    (void)state;
    struct world world =
        rich_world("<all><present of=\"title\"/><any><present of=\"uri\"/><equals of=\"category\" value=\"x\"/></any>"
                   "<equals of=\"scope\" value=\"x\"/></all>");
    const struct pdoc__predicate *leaf = NULL;
    assert_int_equal(pdoc__predicate(&world.judge, world.profile->requirements[0].must, NULL, &leaf), PDOC_FALSE);
    assert_non_null(leaf);
    assert_string_equal(leaf->left.name, "uri");
    world_end(&world);
    world = rich_world("<all><present of=\"title\"/><not><equals of=\"scope\" value=\"x\"/></not></all>");
    assert_int_equal(pdoc__predicate(&world.judge, world.profile->requirements[0].must, NULL, &leaf), PDOC_UNKNOWN);
    assert_string_equal(leaf->left.name, "scope");
    world_end(&world);
    world = rich_world("<present of=\"title\"/>");
    assert_int_equal(pdoc__predicate(&world.judge, world.profile->requirements[0].must, NULL, &leaf), PDOC_TRUE);
    assert_null(leaf);
    assert_int_equal(pdoc__predicate(&world.judge, NULL, NULL, &leaf), PDOC_TRUE);
    world_end(&world);
}

static void a_type_that_the_profile_does_not_know_is_unknown(void **state)
{
    (void)state;
    struct world world = rich_world("<equals of=\"type\" value=\"policy\"/>");
    const struct pdoc__predicate *must = world.profile->requirements[0].must;
    assert_int_equal(pdoc__predicate(&world.judge, must, NULL, NULL), PDOC_TRUE);
    assert_int_equal(pdoc_document_set_type(world.doc, "Corporate", NULL), PDOC_OK);
    judge_on(&world, "2021-01-01");
    assert_int_equal(pdoc__predicate(&world.judge, must, NULL, NULL), PDOC_UNKNOWN);
    assert_int_equal(pdoc_document_set_type(world.doc, NULL, NULL), PDOC_OK);
    judge_on(&world, "2021-01-01");
    assert_int_equal(pdoc__predicate(&world.judge, must, NULL, NULL), PDOC_UNKNOWN);
    world_end(&world);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(present_tells_recorded_from_missing_blank_and_unreadable),
        cmocka_unit_test(equals_compares_codes_numbers_dates_and_operands),
        cmocka_unit_test(in_asks_it_of_every_value),
        cmocka_unit_test(sets_of_recorded_things_may_be_empty),
        cmocka_unit_test(count_takes_bounds),
        cmocka_unit_test(dates_are_compared_as_intervals),
        cmocka_unit_test(matches_uses_stars_and_question_marks),
        cmocka_unit_test(parties_are_compared_as_parties),
        cmocka_unit_test(all_any_and_not_follow_kleene),
        cmocka_unit_test(the_comparison_that_decided_is_named),
        cmocka_unit_test(a_type_that_the_profile_does_not_know_is_unknown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
