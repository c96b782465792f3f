/* SPDX-License-Identifier: MIT */
/* Names of types that are no evidence: what a title is only about, and what a text says that it is not. */
#include "profiles.h"
#include "timing.h"

#define TYPES                                                                                                          \
    "<types><type id=\"policy\" base=\"policy\"><label>Policy</label></type>"                                          \
    "<type id=\"guide\" base=\"guidance\"><label>Guide</label></type>"                                                 \
    "<type id=\"terms\" base=\"other\"><label>Terms of use</label></type></types>"
#define CUES                                                                                                           \
    "<cues><cue id=\"about\" clause=\"s9\" where=\"title-about\"><phrase>of</phrase><phrase>on</phrase></cue>"         \
    "<cue id=\"heads\" types=\"policy\" weight=\"16\" where=\"title\"><phrase>policy on</phrase></cue>"                \
    "<cue id=\"denied\" clause=\"s8\" where=\"denial\"><phrase>not a</phrase><phrase>not replace</phrase></cue>"       \
    "<cue id=\"only\"><phrase>not a mere</phrase></cue>"                                                               \
    "<cue id=\"self\" types=\"policy\" weight=\"20\" where=\"self\"><phrase>this policy</phrase></cue>"                \
    "<cue id=\"word\" types=\"policy\" weight=\"5\" where=\"text\"><phrase>policy</phrase></cue></cues>"

static pdoc_classification *classify(const char *title, const char *text)
{
    pdoc_profile *profile = read_good(PROFILE(TYPES CUES), NULL);
    pdoc_classification *found = pdoc_profile_classify(profile, NULL, title, text, NULL);
    pdoc_profile_unref(profile);
    assert_non_null(found);
    return found;
}

static int32_t score(const char *title, const char *text, const char *code)
{
    pdoc_classification *found = classify(title, text);
    size_t type = 0;
    while (type < pdoc_classification_count(found) && strcmp(pdoc_classification_type(found, type), code) != 0)
        type++;
    const int32_t points = pdoc_classification_score(found, type);
    pdoc_classification_unref(found);
    return points;
}

static void what_a_title_is_about_is_no_evidence(void **state)
{
    (void)state;
    static const struct {
        const char *title;
        int32_t policy;
        int32_t guide;
        int32_t terms;
    } cases[] = {
        {"Guide on the writing of a policy", 0, 8, 0},
        {"Policy on the guide", 16, 0, 0},             /* "on" is a part of what heads it */
        {"Writing of a policy", 8, 0, 0},              /* nothing stands before it that names a type */
        {"Policy and guide", 8, 8, 0},                 /* nor does anything lead to the second */
        {"Policy and guide on terms of use", 8, 8, 0}, /* both head it */
        {"Terms of use policy", 8, 0, 8},              /* "of" is a part of the name */
        {"Policy terms of use guide", 8, 8, 8},
        {"Guide on children: policy", 8, 8, 0}, /* two parts */
        {"Guide on children - policy on guide", 16, 8, 0},
        {"Guide on children \xe2\x80\x93 policy", 8, 8, 0},
        {"Guide on after-policy", 0, 8, 0}, /* a hyphen is no dash */
        {"Guide on children (policy)", 0, 8, 0},
        {"Guide ON policy", 0, 8, 0},
        {"Guide on", 0, 8, 0},
        {"on policy", 8, 0, 0},
        {"-", 0, 0, 0},
        {"", 0, 0, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        print_message("%s\n", cases[i].title);
        assert_int_equal(score(cases[i].title, NULL, "policy"), cases[i].policy);
        assert_int_equal(score(cases[i].title, NULL, "guide"), cases[i].guide);
        assert_int_equal(score(cases[i].title, NULL, "terms"), cases[i].terms);
    }
}

static void what_is_denied_is_no_evidence(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int32_t policy;
    } cases[] = {
        {"it is a policy", 5},
        {"it is not a policy", 0},
        {"it is not a very joint policy", 0},
        {"it is not a very long joint policy", 5}, /* three words lie between */
        {"it does not replace this policy", 0},
        {"this policy does not replace the policy", 20},
        {"not a form. This policy", 20}, /* another sentence */
        {"not a form.\n\nThis policy", 20},
        {"not a\npolicy", 0},                     /* the same one, over the end of a line */
        {"not a policy policy policy policy", 5}, /* it reaches three names, and no more */
        {"not a mere policy", 5},                 /* a longer phrase takes its force */
        {"not a", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        print_message("%s\n", cases[i].text);
        assert_int_equal(score(NULL, cases[i].text, "policy"), cases[i].policy);
    }
    assert_int_equal(score("Not a policy", NULL, "policy"), 0);
    assert_int_equal(score("Not a", "policy", "policy"), 5); /* a title denies nothing of the text */
}

static void the_words_that_take_the_force_are_shown(void **state)
{
    (void)state;
    pdoc_classification *found = classify("Guide on the writing of a policy", "It does not replace this policy.");
    const size_t aside = pdoc_classification_count(found);
    assert_int_equal(aside, 1);
    assert_string_equal(pdoc_classification_type(found, 0), "guide");
    assert_int_equal(pdoc_evidence_points(found, aside, 0), 0);
    assert_int_equal(pdoc_classification_evidence_count(found, aside), 2);
    assert_string_equal(pdoc_evidence_phrase(found, aside, 0), "on the writing of a policy");
    assert_string_equal(pdoc_evidence_clause(found, aside, 0), "s9");
    assert_string_equal(pdoc_evidence_place(found, aside, 0), "title");
    assert_string_equal(pdoc_evidence_phrase(found, aside, 1), "not replace this policy");
    assert_string_equal(pdoc_evidence_clause(found, aside, 1), "s8");
    pdoc_classification_unref(found);
    found = classify("Guide on children", "it does not replace a form");
    assert_int_equal(pdoc_classification_evidence_count(found, pdoc_classification_count(found)), 0);
    pdoc_classification_unref(found);
}

/* Eight times the length may take sixteen times as long, not sixty-four. */
static double seconds_of(const char *piece, size_t times, bool is_title)
{
    const size_t size = strlen(piece);
    char *text = malloc(size * times + 1);
    assert_non_null(text);
    for (size_t i = 0; i < times; i++)
        memcpy(text + i * size, piece, size);
    text[size * times] = '\0';
    const clock_t start = clock();
    pdoc_classification *found = classify(is_title ? text : "T", is_title ? NULL : text);
    const double seconds = seconds_since(start);
    pdoc_classification_unref(found);
    free(text);
    return seconds;
}

static void long_titles_and_texts_take_time_as_their_length(void **state)
{
    (void)state;
    static const char *const pieces[] = {"policy ", "policy of ", "of ", "not a ", "not a policy ", "not a x policy "};
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++)
        for (int is_title = 0; is_title < 2; is_title++) {
            const double few = seconds_of(pieces[i], 20000, is_title);
            const double many = seconds_of(pieces[i], 160000, is_title);
            if (many > 16 * few + 0.05)
                fail_msg("\"%s\": %.4f s, then %.4f s", pieces[i], few, many);
        }
}

static bool classify_all(void *context, pdoc_error **error)
{
    pdoc_classification *found = pdoc_profile_classify(
        context, NULL, "Guide on the writing of a policy on terms of use", "This is not a policy. This policy", error);
    if (found)
        assert_int_equal(pdoc_classification_count(found), 2);
    const bool is_done = found != NULL;
    pdoc_classification_unref(found);
    return is_done;
}

static void every_allocation_may_fail(void **state)
{
    (void)state;
    pdoc_profile *profile = read_good(PROFILE(TYPES CUES), NULL);
    assert_true(fail_every_allocation(classify_all, profile, false) > 10);
    assert_true(fail_every_allocation(classify_all, profile, true) > 10);
    pdoc_profile_unref(profile);
}

/* Titles of our own making, and what a reader takes them for. */
static void the_shipped_cues_tell_heads_from_matters(void **state)
{
    (void)state;
    static const struct {
        const char *title;
        const char *type;
    } cases[] = {
        {"Guidance on the writing of a policy", "guidance"},
        {"Guidance for the review of procedures", "guidance"},
        {"Policy for clinical protocols", "policy"},
        {"Procedure for the approval of a strategy", "procedure"},
        {"Protocol on the sharing of a care pathway", "protocol"},
        {"Strategy to improve practice guidance", "strategy"},
        {"Terms of reference of the policy on policies", "terms-of-reference"},
        {"Memorandum of Understanding on the escalation protocol", "agreement"},
        {"Neglect: guidance to the strategy", "guidance"},
        {"Management of Procedures Policy", "policy"},
        {"Missing children - policy on the return protocol", "policy"},
    };
    pdoc_profile_set *set = pdoc_profile_set_shipped(NULL);
    const pdoc_profile *general = pdoc_profile_set_find(set, "general");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        pdoc_classification *found = pdoc_profile_classify(general, set, cases[i].title, NULL, NULL);
        print_message("%s\n", cases[i].title);
        assert_string_equal(pdoc_classification_type(found, 0), cases[i].type);
        assert_int_not_equal(pdoc_classification_confidence(found), PDOC_CONFIDENCE_UNCLEAR);
        pdoc_classification_unref(found);
    }
    static const char *const denials[] = {"This is not a statement of intent.", "It does not replace this policy.",
                                          "Read this instead of this policy."};
    for (size_t i = 0; i < sizeof denials / sizeof *denials; i++) {
        pdoc_classification *found = pdoc_profile_classify(general, set, NULL, denials[i], NULL);
        print_message("%s\n", denials[i]);
        assert_int_equal(pdoc_classification_count(found), 0);
        pdoc_classification_unref(found);
    }
    pdoc_profile_set_unref(set);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_a_title_is_about_is_no_evidence),
        cmocka_unit_test(what_is_denied_is_no_evidence),
        cmocka_unit_test(the_words_that_take_the_force_are_shown),
        cmocka_unit_test(long_titles_and_texts_take_time_as_their_length),
        cmocka_unit_test(every_allocation_may_fail),
        cmocka_unit_test(the_shipped_cues_tell_heads_from_matters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
