/* SPDX-License-Identifier: MIT */
/* Classification of titles, texts and answers: what counts where, what hides what, how sure the first type is. */
#include "profiles.h"

#define TYPES                                                                                                          \
    "<types><type id=\"policy\" base=\"policy\" binding=\"mandatory\"><label>Policy</label><definition>What all "      \
    "follow.</definition></type><type id=\"strategy\" base=\"strategy\"><label>Strategy</label></type>"                \
    "<type id=\"guide\" base=\"guidance\"><label>Guide</label><example>Handbook for carers</example></type></types>"
#define CUES                                                                                                           \
    "<cues><cue id=\"plan-word\" clause=\"s2\" types=\"base:strategy\" weight=\"10\"><phrase>strategy</phrase>"        \
    "<phrase>strategies</phrase></cue>"                                                                                \
    "<cue id=\"meeting\" clause=\"s2 L29\"><phrase>strategy meeting</phrase></cue>"                                    \
    "<cue id=\"self\" types=\"policy\" weight=\"20\" where=\"self\" inferred=\"true\"><phrase>this policy</phrase>"    \
    "<phrase>this * policy</phrase><question>Is it followed by all?</question></cue>"                                  \
    "<cue id=\"end\" types=\"guide\" weight=\"9\" where=\"title-end\"><phrase>notes</phrase></cue>"                    \
    "<cue id=\"only-text\" types=\"guide\" weight=\"5\" where=\"text\"><phrase>best practice</phrase></cue>"           \
    "<cue id=\"against\" types=\"strategy\" weight=\"-4\"><phrase>section 47</phrase></cue></cues>"

static pdoc_classification *classify_by(const char *profile_text, const char *title, const char *text)
{
    pdoc_error *error = NULL;
    pdoc_profile *profile = read_good(profile_text, NULL);
    pdoc_classification *found = pdoc_profile_classify(profile, NULL, title, text, &error);
    pdoc_profile_unref(profile);
    assert_null(error);
    assert_non_null(found);
    return found;
}

static pdoc_classification *classify(const char *title, const char *text)
{
    return classify_by(PROFILE(TYPES CUES), title, text);
}

/* Which of the types it is; the number of types where nothing speaks of it. */
static size_t type_of(const pdoc_classification *found, const char *code)
{
    size_t type = 0;
    while (type < pdoc_classification_count(found) && strcmp(pdoc_classification_type(found, type), code) != 0)
        type++;
    return type;
}

static int32_t score(const char *title, const char *text, const char *code)
{
    pdoc_classification *found = classify(title, text);
    const int32_t points = pdoc_classification_score(found, type_of(found, code));
    pdoc_classification_unref(found);
    return points;
}

static void a_longer_phrase_hides_what_lies_in_it(void **state)
{
    (void)state;
    assert_int_equal(score(NULL, "our strategy", "strategy"), 10);
    assert_int_equal(score(NULL, "a strategy meeting was held", "strategy"), 0);
    assert_int_equal(score(NULL, "a strategy, and a Strategy  Meeting", "strategy"), 10);
    pdoc_classification *found = classify(NULL, "a strategy\nmeeting");
    const size_t aside = pdoc_classification_count(found);
    assert_int_equal(aside, 0);
    assert_int_equal(pdoc_classification_evidence_count(found, aside), 1);
    assert_string_equal(pdoc_evidence_phrase(found, aside, 0), "strategy meeting");
    assert_string_equal(pdoc_evidence_clause(found, aside, 0), "s2 L29");
    assert_int_equal(pdoc_classification_confidence(found), PDOC_CONFIDENCE_NONE);
    pdoc_classification_unref(found);
}

static void a_star_stands_for_one_word(void **state)
{
    (void)state;
    assert_int_equal(score(NULL, "this joint policy", "policy"), 20);
    assert_int_equal(score(NULL, "this policy", "policy"), 20);
    assert_int_equal(score(NULL, "this very joint policy", "policy"), 0);
    assert_int_equal(score(NULL, "this is this policy", "policy"), 20); /* the longer one, once */
}

static void no_phrase_goes_over_the_end_of_a_sentence(void **state)
{
    (void)state;
    assert_int_equal(score(NULL, "What is this? Policy.", "policy"), 0);
    assert_int_equal(score(NULL, "this\npolicy", "policy"), 20);
    assert_int_equal(score(NULL, "this\n\npolicy", "policy"), 0);
}

static void each_cue_counts_in_its_place(void **state)
{
    (void)state;
    assert_int_equal(score("Best practice", NULL, "guide"), 0);
    assert_int_equal(score(NULL, "best practice", "guide"), 5);
    assert_int_equal(score("Carers' notes (V3, May 2026)", NULL, "guide"), 9);
    assert_int_equal(score("Notes on carers", NULL, "guide"), 0);
    assert_int_equal(score(NULL, "notes", "guide"), 0);
    assert_int_equal(score("The handbook for carers", NULL, "guide"), 12); /* an example of the type */
    assert_int_equal(score("A guide", NULL, "guide"), 8);                  /* its label */
    assert_int_equal(score("Neglect Strategy 2018-2022", NULL, "strategy"), 18);
}

static void what_comes_again_counts_less(void **state)
{
    (void)state;
    assert_int_equal(score(NULL, "strategy strategies", "strategy"), 15);
    assert_int_equal(score(NULL, "strategy strategy strategy strategy strategy", "strategy"), 20);
    assert_int_equal(score(NULL, "strategy, section 47", "strategy"), 6);
    assert_int_equal(score(NULL, "section 47", "strategy"), -4);
}

static void evidence_says_where_it_was_found(void **state)
{
    (void)state;
    pdoc_classification *found = classify("T", "one\n\xe2\x80\x9cThis  joint\npolicy\xe2\x80\x9d is a strategy");
    const size_t policy = type_of(found, "policy");
    assert_int_equal(policy, 0);
    assert_string_equal(pdoc_classification_definition(found, 0), "What all follow.");
    assert_string_equal(pdoc_classification_binding(found, 0), "mandatory");
    assert_string_equal(pdoc_classification_label(found, 0), "Policy");
    assert_int_equal(pdoc_classification_evidence_count(found, 0), 1);
    assert_string_equal(pdoc_evidence_phrase(found, 0, 0), "This joint policy");
    assert_string_equal(pdoc_evidence_place(found, 0, 0), "text");
    assert_int_equal(pdoc_evidence_offset(found, 0, 0), 7);
    assert_int_equal(pdoc_evidence_line(found, 0, 0), 2);
    assert_int_equal(pdoc_evidence_times(found, 0, 0), 1);
    assert_int_equal(pdoc_evidence_points(found, 0, 0), 20);
    assert_true(pdoc_evidence_is_self(found, 0, 0));
    assert_true(pdoc_evidence_is_inferred(found, 0, 0));
    assert_string_equal(pdoc_evidence_rule(found, 0, 0), "self");
    assert_string_equal(pdoc_evidence_profile(found, 0, 0), "p");
    assert_null(pdoc_evidence_phrase(found, 0, 1));
    assert_null(pdoc_classification_type(found, 2));
    assert_string_equal(pdoc_classification_title(found), "T");
    assert_string_equal(pdoc_classification_profile(found), "p");
    pdoc_classification_unref(pdoc_classification_ref(found));
    pdoc_classification_unref(found);
}

static pdoc_confidence confidence(const char *text, bool *has_alternative)
{
    pdoc_classification *found = classify(NULL, text);
    const pdoc_confidence sure = pdoc_classification_confidence(found);
    *has_alternative = pdoc_classification_is_alternative(found, 1);
    assert_non_null(pdoc_classification_reason(found));
    pdoc_classification_unref(found);
    return sure;
}

static void confidence_tells_how_near_the_next_type_is(void **state)
{
    (void)state;
    bool other = true;
    assert_int_equal(confidence("this policy has best practice", &other), PDOC_CONFIDENCE_CLEAR); /* 20 to 5 */
    assert_false(other);
    assert_int_equal(confidence("this policy is a strategy", &other), PDOC_CONFIDENCE_LIKELY); /* 20 to 10 */
    assert_true(other);
    assert_int_equal(confidence("this policy: strategy, strategies, strategy, strategy", &other),
                     PDOC_CONFIDENCE_UNCLEAR); /* 20 to 20 */
    assert_true(other);
    assert_int_equal(confidence("best practice", &other), PDOC_CONFIDENCE_LIKELY); /* 5 alone is not much */
    assert_false(other);
    assert_int_equal(confidence("section 47", &other), PDOC_CONFIDENCE_NONE);
}

static void answers_speak_as_phrases_do(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    pdoc_profile *profile = read_good(PROFILE(TYPES CUES), NULL);
    pdoc_classifier *classifier = pdoc_classifier_new(profile, NULL, NULL);
    pdoc_profile_unref(profile);
    assert_int_equal(pdoc_classifier_question_count(classifier), 1);
    assert_string_equal(pdoc_classifier_question_id(classifier, 0), "self");
    assert_string_equal(pdoc_classifier_question(classifier, 0), "Is it followed by all?");
    assert_null(pdoc_classifier_question_clause(classifier, 0));
    assert_null(pdoc_classifier_question(classifier, 1));
    static const struct {
        const char *answers;
        int32_t points;
    } good[] = {{"self=yes", 20}, {" self=no, ", -10}, {"", 0}};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        const pdoc_classify_input input = {.size = sizeof input, .answers = good[i].answers};
        pdoc_classification *found = pdoc_classifier_classify(classifier, &input, NULL);
        assert_int_equal(pdoc_classification_score(found, 0), good[i].points);
        if (good[i].points != 0)
            assert_string_equal(pdoc_evidence_place(found, 0, 0), "answers");
        pdoc_classification_unref(found);
    }
    static const char *const bad[] = {"self", "self=maybe", "=yes", "steps=yes", "self=yes x"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        const pdoc_classify_input input = {.size = sizeof input, .answers = bad[i]};
        assert_null(pdoc_classifier_classify(classifier, &input, &error));
        assert_int_equal(pdoc_error_status(error), PDOC_ERR_ARGUMENT);
        pdoc_error_free(error);
        error = NULL;
    }
    pdoc_classifier_unref(pdoc_classifier_ref(classifier));
    pdoc_classifier_unref(classifier);
}

static void any_bytes_can_be_classified(void **state)
{
    (void)state;
    char text[4 * 256];
    for (size_t i = 0; i < sizeof text; i++)
        text[i] = (char)(i * 7 + i / 256);
    static const char end[] = "\xe2 this\xc2\xa0policy. \xe2\x80";
    memcpy(text + sizeof text - (sizeof end - 1), end, sizeof end - 1);
    pdoc_profile *profile = read_good(PROFILE(TYPES CUES), NULL);
    pdoc_classifier *classifier = pdoc_classifier_new(profile, NULL, NULL);
    pdoc_profile_unref(profile);
    const pdoc_classify_input input = {
        .size = sizeof input, .title = "\xff\xfe this policy\xe2", .text = text, .text_size = sizeof text};
    pdoc_classification *found = pdoc_classifier_classify(classifier, &input, NULL);
    pdoc_classifier_unref(classifier);
    assert_string_equal(pdoc_classification_title(found), "?? this policy?");
    assert_string_equal(pdoc_classification_type(found, 0), "policy");
    assert_int_equal(pdoc_classification_evidence_count(found, 0), 1); /* "policy\xe2" is another word in the title */
    assert_string_equal(pdoc_evidence_phrase(found, 0, 0), "this\xc2\xa0policy");
    pdoc_classification_unref(found);
}

static void more_than_the_limit_is_refused(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    pdoc_profile *profile = read_good(PROFILE(TYPES CUES), NULL);
    pdoc_classifier *classifier = pdoc_classifier_new(profile, NULL, NULL);
    pdoc_profile_unref(profile);
    const size_t size = (size_t)PDOC_CLASSIFY_LIMIT;
    char *text = malloc(size);
    assert_non_null(text);
    memset(text, 'a', size);
    pdoc_classify_input input = {.size = sizeof input, .title = "T", .text = text, .text_size = size};
    assert_null(pdoc_classifier_classify(classifier, &input, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_LIMIT);
    pdoc_error_free(error);
    input.title = NULL;
    pdoc_classification *found = pdoc_classifier_classify(classifier, &input, NULL);
    assert_int_equal(pdoc_classification_count(found), 0);
    pdoc_classification_unref(found);
    error = NULL;
    input.size = 1;
    assert_null(pdoc_classifier_classify(classifier, &input, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_ARGUMENT);
    pdoc_error_free(error);
    pdoc_classifier_unref(classifier);
    free(text);
}

static void a_phrase_that_cannot_be_found_is_refused(void **state)
{
    (void)state;
    static const char *const bad[] = {"* policy", "policy *", "--", "a b c d e f g h i j k l m"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        char text[2000];
        pdoc_error *error = NULL;
        snprintf(text, sizeof text, PROFILE(TYPES "<cues><cue id=\"c\"><phrase>%s</phrase></cue></cues>"), bad[i]);
        assert_null(read_text(text, NULL, &error));
        assert_int_equal(pdoc_error_status(error), PDOC_ERR_INVALID);
        assert_non_null(strstr(pdoc_error_message(error), "1 to 12 words"));
        pdoc_error_free(error);
    }
}

/* Cues of another profile of the set with the id "general" are added, but not those that the profile has itself. */
static void a_profile_gets_the_general_cues_besides_its_own(void **state)
{
    (void)state;
    static const char general_text[] =
        "<profile xmlns=\"urn:policydoc:1\" schema-version=\"1.0\" id=\"general\"><cues>"
        "<cue id=\"a\" types=\"base:policy\" weight=\"3\"><phrase>alpha</phrase></cue>"
        "<cue id=\"b\" types=\"base:policy\" weight=\"5\"><phrase>beta</phrase></cue></cues></profile>";
    pdoc_profile *general = read_good(general_text, NULL);
    pdoc_profile *own =
        read_good(PROFILE(TYPES "<cues><cue id=\"b\" types=\"strategy\" weight=\"7\"><phrase>beta</phrase>"
                                "</cue></cues>"),
                  NULL);
    pdoc_profile_set *set = pdoc_profile_set_new(NULL);
    assert_int_equal(pdoc_profile_set_add(set, general, NULL), PDOC_OK);
    pdoc_classification *found = pdoc_profile_classify(own, set, NULL, "alpha beta", NULL);
    pdoc_profile_set_unref(set);
    pdoc_profile_unref(general);
    pdoc_profile_unref(own);
    assert_int_equal(pdoc_classification_count(found), 2);
    assert_string_equal(pdoc_classification_type(found, 0), "strategy");
    assert_int_equal(pdoc_classification_score(found, 0), 7);
    assert_int_equal(pdoc_classification_score(found, 1), 3);
    assert_string_equal(pdoc_evidence_profile(found, 1, 0), "general");
    pdoc_classification_unref(found);
}

static bool classify_all(void *context, pdoc_error **error)
{
    const pdoc_profile *profile = context;
    pdoc_classification *found =
        pdoc_profile_classify(profile, NULL, "A strategy",
                              "this joint policy, this policy, strategy meeting, section 47, best practice", error);
    const pdoc_publish_options options = {.size = sizeof options};
    pdoc_text *text = found ? pdoc_classification_publish(found, &options, error) : NULL;
    if (found && text)
        assert_int_equal(pdoc_classification_count(found), 3);
    const bool is_done = text != NULL;
    pdoc_text_free(text);
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

static void every_form_of_output_holds_the_evidence(void **state)
{
    (void)state;
    static const struct {
        pdoc_format format;
        const char *words;
    } forms[] = {
        {PDOC_FORMAT_JSON, "\"code\": \"policy\""},
        {PDOC_FORMAT_JSON, "\"phrase\": \"this policy\""},
        {PDOC_FORMAT_JSON, "\"set_aside\": ["},
        {PDOC_FORMAT_CSV, "policy,Policy,20,"},
        {PDOC_FORMAT_XML, "confidence=\"likely\""},
        {PDOC_FORMAT_TEXT, "+20         \"this policy\" in text, line 1, of itself (self of p) (inferred)"},
        {PDOC_FORMAT_TEXT, "likely: Policy has 20 points, the next, Strategy, has 10"},
    };
    pdoc_classification *found = classify(NULL, "this policy is a strategy; strategy meeting");
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        const pdoc_publish_options options = {.size = sizeof options, .format = forms[i].format};
        pdoc_text *text = pdoc_classification_publish(found, &options, NULL);
        assert_non_null(text);
        if (!strstr(pdoc_text_data(text), forms[i].words))
            fail_msg("%s is not in:\n%s", forms[i].words, pdoc_text_data(text));
        pdoc_text_free(text);
    }
    pdoc_classification_unref(found);
}

static void nothing_is_asked_of_nothing(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    assert_null(pdoc_classifier_new(NULL, NULL, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_ARGUMENT);
    pdoc_error_free(error);
    error = NULL;
    assert_null(pdoc_classification_publish(NULL, NULL, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_ARGUMENT);
    pdoc_error_free(error);
    error = NULL;
    assert_null(pdoc_document_classify(NULL, NULL, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_ARGUMENT);
    pdoc_error_free(error);
    assert_int_equal(pdoc_classification_count(NULL), 0);
    assert_int_equal(pdoc_classification_score(NULL, 0), 0);
    assert_null(pdoc_classification_declared(NULL));
    assert_null(pdoc_evidence_place(NULL, 0, 0));
    assert_int_equal(pdoc_classifier_question_count(NULL), 0);
    pdoc_classifier_unref(NULL);
    pdoc_classification_unref(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_longer_phrase_hides_what_lies_in_it),
        cmocka_unit_test(a_star_stands_for_one_word),
        cmocka_unit_test(no_phrase_goes_over_the_end_of_a_sentence),
        cmocka_unit_test(each_cue_counts_in_its_place),
        cmocka_unit_test(what_comes_again_counts_less),
        cmocka_unit_test(evidence_says_where_it_was_found),
        cmocka_unit_test(confidence_tells_how_near_the_next_type_is),
        cmocka_unit_test(answers_speak_as_phrases_do),
        cmocka_unit_test(any_bytes_can_be_classified),
        cmocka_unit_test(more_than_the_limit_is_refused),
        cmocka_unit_test(a_phrase_that_cannot_be_found_is_refused),
        cmocka_unit_test(a_profile_gets_the_general_cues_besides_its_own),
        cmocka_unit_test(every_allocation_may_fail),
        cmocka_unit_test(every_form_of_output_holds_the_evidence),
        cmocka_unit_test(nothing_is_asked_of_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
