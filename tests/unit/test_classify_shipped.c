/* SPDX-License-Identifier: MIT */
/* Classification by the shipped profiles: what the sources say of words that mislead. */
#include "profiles.h"

static pdoc_classification *classify_shipped(const char *profile, const char *title, const char *text)
{
    pdoc_profile_set *set = pdoc_profile_set_shipped(NULL);
    pdoc_classification *found = pdoc_profile_classify(pdoc_profile_set_find(set, profile), set, title, text, NULL);
    pdoc_profile_set_unref(set);
    assert_non_null(found);
    return found;
}

/* R-A1: the title of the source names policies, procedures and protocols, and it is guidance. R-C3: what else it may
 * be. */
static void self_description_outweighs_the_words_of_a_title(void **state)
{
    (void)state;
    static const char title[] = "Developing policies, procedures and protocols of several agencies";
    static const char text[] = "The aim of this guidance document is to tell apart what agencies write.\n\n"
                               "A strategy says where we are now, where we want to get to and how we will get there.";
    static const char *const profiles[] = {"multi-agency", "general"};
    for (size_t i = 0; i < 2; i++) {
        pdoc_classification *alone = classify_shipped(profiles[i], title, NULL);
        assert_string_not_equal(pdoc_classification_type(alone, 0), "guidance");
        assert_int_equal(pdoc_classification_confidence(alone), PDOC_CONFIDENCE_UNCLEAR);
        assert_true(pdoc_classification_is_alternative(alone, 1));
        assert_true(pdoc_classification_is_alternative(alone, 2));
        pdoc_classification_unref(alone);
        pdoc_classification *found = classify_shipped(profiles[i], title, text);
        assert_string_equal(pdoc_classification_type(found, 0), "guidance");
        assert_true(pdoc_evidence_is_self(found, 0, 0));
        assert_true(pdoc_classification_score(found, 0) > pdoc_classification_score(found, 1));
        pdoc_classification_unref(found);
    }
}

/* R-A24, R-A25, R-A26, R-A51. */
static void what_only_looks_like_a_strategy_or_guidance_is_set_aside(void **state)
{
    (void)state;
    static const char *const looks[] = {"Strategy meetings", "Convening a strategy discussion", "The strategy meeting"};
    for (size_t i = 0; i < sizeof looks / sizeof *looks; i++) {
        pdoc_classification *found = classify_shipped("multi-agency", looks[i], looks[i]);
        assert_int_equal(pdoc_classification_count(found), 0);
        assert_string_equal(pdoc_evidence_clause(found, 0, 0), "s2 L29");
        pdoc_classification_unref(found);
    }
    pdoc_classification *plain = classify_shipped("multi-agency", "Neglect strategy", "It names a specific aim.");
    pdoc_classification *risk = classify_shipped(
        "multi-agency", "Neglect strategy",
        "It names a specific aim. A child may be at risk of significant harm: enquiries under section 47 follow.");
    assert_string_equal(pdoc_classification_type(risk, 0), "strategy");
    assert_true(pdoc_classification_score(risk, 0) < pdoc_classification_score(plain, 0));
    pdoc_classification_unref(plain);
    pdoc_classification_unref(risk);
    pdoc_classification *statutory = classify_shipped("multi-agency", "Statutory guidance", NULL);
    assert_string_equal(pdoc_classification_type(statutory, 0), "statutory-guidance");
    assert_int_equal(pdoc_classification_count(statutory), 1);
    pdoc_classification_unref(statutory);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(self_description_outweighs_the_words_of_a_title),
        cmocka_unit_test(what_only_looks_like_a_strategy_or_guidance_is_set_aside),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
