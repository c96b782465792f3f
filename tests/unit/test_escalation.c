/* SPDX-License-Identifier: MIT */
/* Practice issues through the interface: the story of the Rotherham protocol, what is refused, what is not known. */
#include "auditing.h"

#include "base/buffer.h"

#ifndef PDOC_SOURCE_DIR
#define PDOC_SOURCE_DIR "."
#endif

/* A register under the shipped profile, with one issue that was raised on 5 January 2026. */
struct story {
    pdoc_profile_set *set;
    pdoc_register *reg;
    pdoc_issue *issue;
};

static struct story begin(const char *facts)
{
    struct story story = {.set = pdoc_profile_set_shipped(NULL), .reg = pdoc_register_new(NULL)};
    assert_non_null(story.set);
    assert_non_null(story.reg);
    assert_int_equal(pdoc_register_add_profile(story.reg, "rotherham-rscp", day_of("2020"), (pdoc_date){0, 0, 0}, NULL),
                     PDOC_OK);
    story.issue = pdoc_register_open_issue(story.reg, "practice-issue", "RC-7", "practitioner", "school",
                                           day_of("2026-01-05"), NULL);
    assert_non_null(story.issue);
    assert_int_equal(pdoc_issue_complete(story.issue, "organisations", "council", NULL), PDOC_OK);
    if (facts)
        assert_int_equal(pdoc_issue_complete(story.issue, "facts", facts, NULL), PDOC_OK);
    return story;
}

static void end(struct story *story)
{
    pdoc_register_unref(story->reg);
    pdoc_profile_set_unref(story->set);
}

/* Records a step; then follow names and values, and NULL. */
static void step(struct story *story, const char *kind, const char *stage, const char *on, const char *by,
                 const char *organisation, ...)
{
    assert_int_equal(pdoc_issue_record(story->issue, kind, stage, day_of(on), by, organisation, NULL), PDOC_OK);
    va_list pairs;
    va_start(pairs, organisation);
    for (const char *name = va_arg(pairs, const char *); name; name = va_arg(pairs, const char *)) {
        const char *value = va_arg(pairs, const char *);
        assert_int_equal(
            pdoc_issue_step_complete(story->issue, pdoc_issue_step_count(story->issue) - 1, name, value, NULL),
            PDOC_OK);
    }
    va_end(pairs);
}

static pdoc_basis basis_of(const struct story *story, const char *day)
{
    return (pdoc_basis){.size = sizeof(pdoc_basis), .as_of = day_of(day), .profiles = story->set};
}

static pdoc_standing *stand(const struct story *story, const char *day)
{
    const pdoc_basis basis = basis_of(story, day);
    pdoc_standing *standing = pdoc_issue_standing(story->issue, &basis, NULL);
    assert_non_null(standing);
    return standing;
}

/* Findings of a code that are not met or cannot be told; `forbids` counts those that should not have been done. */
static size_t count_of(const pdoc_standing *standing, const char *code, pdoc_outcome outcome)
{
    size_t count = 0;
    for (size_t i = 0; i < pdoc_standing_finding_count(standing); i++)
        count += strcmp(pdoc_standing_finding_code(standing, i), code) == 0 &&
                 pdoc_standing_finding_outcome(standing, i) == outcome;
    return count;
}

static size_t forbidden(const pdoc_standing *standing)
{
    size_t count = 0;
    for (size_t i = 0; i < pdoc_standing_finding_count(standing); i++)
        count += pdoc_standing_finding_forbids(standing, i);
    return count;
}

static bool asks_for(const pdoc_standing *standing, const char *kind, const char *stage)
{
    for (size_t i = 0; i < pdoc_standing_next_count(standing); i++) {
        const char *at = pdoc_standing_next_stage(standing, i);
        if (strcmp(pdoc_standing_next_kind(standing, i), kind) == 0 && (!stage || (at && strcmp(at, stage) == 0)))
            return true;
    }
    return false;
}

static void clarify(struct story *story)
{
    step(story, "discussed", "clarification", "2026-01-05", "practitioner", "school", "with", "line-manager/school",
         NULL);
}

static void discuss_first(struct story *story, const char *with)
{
    step(story, "discussed", "stage-1", "2026-01-06", "practitioner", NULL, "with", with, "method", "meeting", NULL);
}

static void an_issue_is_resolved_at_the_first_stage(void **state)
{
    (void)state;
    struct story story = begin("principles-acknowledged");
    clarify(&story);
    discuss_first(&story, "first-line-manager/council");
    pdoc_standing *standing = stand(&story, "2026-01-07");
    assert_string_equal(pdoc_standing_stage(standing), "stage-1");
    assert_int_equal(pdoc_standing_state(standing), PDOC_ISSUE_OPEN);
    assert_int_equal(pdoc_standing_record_count(standing), 2);
    assert_true(asks_for(standing, "concluded", "stage-1"));
    assert_true(asks_for(standing, "recorded", "stage-1"));
    assert_int_equal(count_of(standing, "issue-record", PDOC_OUTCOME_PENDING), 2);
    pdoc_standing_unref(standing);
    step(&story, "recorded", "stage-1", "2026-01-06", "practitioner", "school", "fact-and-opinion", "yes", NULL);
    step(&story, "recorded", "stage-1", "2026-01-06", "first-line-manager", "council", "fact-and-opinion", "yes", NULL);
    step(&story, "concluded", "stage-1", "2026-01-08", "practitioner", NULL, "outcome", "visit-agreed", "satisfied",
         "yes", NULL);
    standing = stand(&story, "2026-01-08");
    assert_int_equal(pdoc_standing_state(standing), PDOC_ISSUE_RESOLVED);
    assert_string_equal(pdoc_standing_outcome(standing), "visit-agreed");
    assert_int_equal(pdoc_standing_finding_count(standing), 0);
    assert_int_equal(pdoc_standing_next_count(standing), 0);
    assert_int_equal(pdoc_standing_record_is_apart(standing, 0), PDOC_TRUE);
    pdoc_standing_unref(standing);
    standing = stand(&story, "2026-01-06"); /* as it stood two days before */
    assert_int_equal(pdoc_standing_state(standing), PDOC_ISSUE_OPEN);
    pdoc_standing_unref(standing);
    end(&story);
}

static void no_limit_is_ever_made_up(void **state)
{
    (void)state;
    struct story story = begin("principles-acknowledged");
    clarify(&story);
    discuss_first(&story, "first-line-manager/council");
    pdoc_standing *standing = stand(&story, "2030-01-01");
    assert_true(pdoc_standing_next_count(standing) > 0);
    for (size_t i = 0; i < pdoc_standing_next_count(standing); i++) {
        assert_false(pdoc_date_is_recorded(pdoc_standing_next_by(standing, i)));
        assert_string_equal(pdoc_standing_next_limit(standing, i), "no time limit is stated");
        assert_int_equal(pdoc_standing_next_is_late(standing, i), PDOC_FALSE);
    }
    assert_int_equal(count_of(standing, "issue-late", PDOC_OUTCOME_NOT_MET), 0);
    pdoc_standing_unref(standing);
    end(&story);
}

static void immediate_welfare_widens_the_first_stage_and_skips_nothing(void **state)
{
    (void)state;
    struct story story = begin("principles-acknowledged");
    clarify(&story);
    discuss_first(&story, "named-safeguarding-lead/council");
    pdoc_standing *standing = stand(&story, "2026-01-07");
    assert_int_equal(count_of(standing, "issue-party", PDOC_OUTCOME_NOT_MET), 1);
    pdoc_standing_unref(standing);
    step(&story, "noted", NULL, "2026-01-06", NULL, NULL, "conditions", "immediate-welfare", NULL);
    standing = stand(&story, "2026-01-07");
    assert_int_equal(count_of(standing, "issue-party", PDOC_OUTCOME_NOT_MET), 0);
    assert_true(pdoc_standing_side_is_widened(standing, 0));
    assert_contains(pdoc_standing_side_who(standing, 0), "Named safeguarding lead");
    assert_int_equal(forbidden(standing), 0);
    pdoc_standing_unref(standing);
    step(&story, "discussed", "stage-3", "2026-01-07", "next-tier-manager", "school", NULL);
    standing = stand(&story, "2026-01-07");
    assert_true(forbidden(standing) >= 2); /* stage 2 left out, the end of stage 1 not recorded */
    pdoc_standing_unref(standing);
    end(&story);
}

static void the_second_stage_is_out_of_turn_before_the_first(void **state)
{
    (void)state;
    struct story story = begin("principles-acknowledged");
    clarify(&story);
    step(&story, "discussed", "stage-2", "2026-01-06", "line-manager", "school", "with", "line-manager/council", NULL);
    pdoc_standing *standing = stand(&story, "2026-01-07");
    assert_int_equal(count_of(standing, "issue-out-of-turn", PDOC_OUTCOME_NOT_MET), 1);
    assert_int_equal(forbidden(standing), 1);
    const size_t i = 0;
    assert_string_equal(pdoc_standing_finding_rule(standing, i), "stage-1");
    assert_string_equal(pdoc_standing_finding_clause(standing, i), "L23-27");
    assert_string_equal(pdoc_standing_finding_step(standing, i), "s2");
    assert_false(pdoc_standing_finding_is_inferred(standing, i));
    assert_non_null(pdoc_standing_finding_remedy(standing, i));
    assert_int_equal(pdoc_standing_finding_modality(standing, i), PDOC_MODALITY_MUST);
    pdoc_standing_unref(standing);
    step(&story, "voided", NULL, "2026-01-07", NULL, NULL, "voids", "s2", NULL);
    standing = stand(&story, "2026-01-07");
    assert_int_equal(pdoc_standing_finding_count(standing), 0);
    assert_string_equal(pdoc_standing_stage(standing), "clarification");
    pdoc_standing_unref(standing);
    end(&story);
}

static void the_principles_must_be_acknowledged_before_the_first_stage(void **state)
{
    (void)state;
    struct story story = begin(NULL);
    clarify(&story);
    pdoc_standing *standing = stand(&story, "2026-01-07");
    assert_int_equal(count_of(standing, "issue-fact", PDOC_OUTCOME_PENDING), 1);
    assert_true(asks_for(standing, "noted", NULL));
    pdoc_standing_unref(standing);
    discuss_first(&story, "first-line-manager/council");
    standing = stand(&story, "2026-01-07");
    assert_int_equal(count_of(standing, "issue-fact", PDOC_OUTCOME_NOT_MET), 1);
    assert_int_equal(forbidden(standing), 1);
    pdoc_standing_unref(standing);
    end(&story);
}

static void what_is_not_resolved_goes_on_and_what_is_resolved_does_not(void **state)
{
    (void)state;
    struct story story = begin("principles-acknowledged");
    clarify(&story);
    discuss_first(&story, "first-line-manager/council");
    step(&story, "concluded", "stage-1", "2026-01-08", "practitioner", NULL, "outcome", "none", "satisfied", "no",
         NULL);
    pdoc_standing *standing = stand(&story, "2026-02-08");
    assert_true(asks_for(standing, "escalated", "stage-2"));
    assert_int_equal(count_of(standing, "issue-not-escalated", PDOC_OUTCOME_PENDING), 1);
    pdoc_standing_unref(standing);
    step(&story, "concluded", "stage-1", "2026-01-09", "practitioner", NULL, "outcome", "agreed", "satisfied", "yes",
         NULL);
    step(&story, "escalated", "stage-2", "2026-01-10", "practitioner", NULL, NULL);
    standing = stand(&story, "2026-02-08");
    assert_int_equal(count_of(standing, "issue-resolved-before", PDOC_OUTCOME_NOT_MET), 1);
    assert_int_equal(forbidden(standing), 1);
    pdoc_standing_unref(standing);
    end(&story);
}

static void satisfaction_is_for_the_one_who_raised_it(void **state)
{
    (void)state;
    struct story story = begin("principles-acknowledged");
    clarify(&story);
    discuss_first(&story, "first-line-manager/council");
    step(&story, "concluded", "stage-1", "2026-01-08", "first-line-manager", "council", "outcome", "agreed",
         "satisfied", "yes", NULL);
    pdoc_standing *standing = stand(&story, "2026-01-08");
    assert_int_equal(count_of(standing, "issue-satisfaction", PDOC_OUTCOME_NOT_MET), 1);
    pdoc_standing_unref(standing);
    end(&story);
}

static void a_role_that_nobody_knows_stays_unknown(void **state)
{
    (void)state;
    struct story story = begin("principles-acknowledged");
    clarify(&story);
    discuss_first(&story, "social-worker/council");
    pdoc_standing *standing = stand(&story, "2026-01-08");
    assert_int_equal(count_of(standing, "issue-party", PDOC_OUTCOME_UNDETERMINED), 1);
    assert_int_equal(count_of(standing, "issue-party", PDOC_OUTCOME_NOT_MET), 0);
    pdoc_standing_unref(standing);
    end(&story);
}

static void what_was_recorded_later_was_not_known(void **state)
{
    (void)state;
    struct story story = begin("principles-acknowledged");
    clarify(&story);
    discuss_first(&story, "first-line-manager/council");
    assert_int_equal(pdoc_issue_step_complete(story.issue, 1, "recorded", "2026-02-01", NULL), PDOC_OK);
    pdoc_basis basis = basis_of(&story, "2026-03-01");
    basis.known_on = day_of("2026-01-20");
    pdoc_standing *standing = pdoc_issue_standing(story.issue, &basis, NULL);
    assert_string_equal(pdoc_standing_stage(standing), "clarification");
    pdoc_standing_unref(standing);
    end(&story);
}

static void the_audit_counts_what_is_found(void **state)
{
    (void)state;
    struct story story = begin("principles-acknowledged");
    clarify(&story);
    const pdoc_basis basis = basis_of(&story, "2026-01-10");
    pdoc_report *report = pdoc_audit(story.reg, &basis, NULL);
    assert_true(pdoc_report_is_clean(report));
    assert_int_equal(outcome_on(report, "issue-out-of-turn", SIZE_MAX), PDOC_OUTCOME_MET);
    pdoc_report_unref(report);
    step(&story, "discussed", "stage-2", "2026-01-06", "line-manager", "school", NULL);
    report = pdoc_audit(story.reg, &basis, NULL);
    assert_false(pdoc_report_is_clean(report));
    assert_int_equal(outcome_on(report, "issue-out-of-turn", SIZE_MAX), PDOC_OUTCOME_NOT_MET);
    const size_t finding = finding_of_rule(report, "issue-out-of-turn");
    assert_string_equal(pdoc_report_finding_place(report, finding), "issue/i1/s2");
    assert_string_equal(pdoc_report_finding_clause(report, finding), "L23-27");
    assert_contains(pdoc_report_finding_message(report, finding), "case RC-7");
    pdoc_report_unref(report);
    end(&story);
}

/* ---- nothing but codes ---- */

/* Sentences that look like codes: too many of them, words that only sentences have, capitals, too many hyphens, too
 * long. */
static void no_sentence_as_codes(struct story *story)
{
    static const char *const sentences[] = {"tom smith was hit by his father on sunday",
                                            "the child told",
                                            "tom cried when hit",
                                            "Tom-Smith-hit-by-father",
                                            "tom-smith-hit-by-father",
                                            "a b c d e f g h k",
                                            "tomsmithwashitbyhisfather"};
    static const pdoc_table tables[] = {PDOC_TABLE_ISSUE_ATTRIBUTE, PDOC_TABLE_ISSUE_STEP_ATTRIBUTE};
    assert_int_equal(pdoc_issue_record(story->issue, "noted", NULL, day_of("2026-01-05"), NULL, NULL, NULL), PDOC_OK);
    for (size_t t = 0; t < 2; t++)
        for (size_t row = 0; row < pdoc_table_count(tables[t]); row++)
            for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++) {
                const char *name = pdoc_table_code(tables[t], row);
                pdoc_error *error = NULL;
                assert_int_equal(t == 0 ? pdoc_issue_complete(story->issue, name, sentences[i], &error)
                                        : pdoc_issue_step_complete(story->issue, 0, name, sentences[i], &error),
                                 PDOC_ERR_ARGUMENT);
                assert_null(strstr(pdoc_error_message(error), "recorded already"));
                pdoc_error_free(error);
            }
}

static size_t finding_of(const pdoc_standing *standing, const char *code)
{
    size_t i = 0;
    while (i < pdoc_standing_finding_count(standing) && strcmp(pdoc_standing_finding_code(standing, i), code) != 0)
        i++;
    return i;
}

/* What has the form of a code is looked up: in every attribute that holds codes, of voided steps too. */
static void a_code_that_nobody_knows_is_found(void **state)
{
    (void)state;
    static const pdoc_table tables[] = {PDOC_TABLE_ISSUE_ATTRIBUTE, PDOC_TABLE_ISSUE_STEP_ATTRIBUTE};
    static const char *const others[] = {
        "track", "case", "on",        "at",          "recorded",         "profile", "by",    "organisation", "kind",
        "stage", "of",   "satisfied", "supervision", "fact-and-opinion", "until",   "voids", "organisations"};
    size_t asked = 0;
    for (size_t t = 0; t < 2; t++)
        for (size_t row = 0; row < pdoc_table_count(tables[t]); row++) {
            const char *name = pdoc_table_code(tables[t], row);
            bool is_other = false;
            for (size_t i = 0; i < sizeof others / sizeof *others; i++)
                is_other |= strcmp(others[i], name) == 0;
            if (is_other)
                continue;
            struct story story = begin(t == 1 || strcmp(name, "facts") != 0 ? "principles-acknowledged" : NULL);
            step(&story, "noted", NULL, "2026-01-05", "practitioner", NULL, NULL);
            assert_int_equal(t == 0 ? pdoc_issue_complete(story.issue, name, "hit-by-father", NULL)
                                    : pdoc_issue_step_complete(story.issue, 0, name, "hit-by-father", NULL),
                             PDOC_OK);
            step(&story, "voided", NULL, "2026-01-06", "practitioner", NULL, "voids", "s1", NULL);
            pdoc_standing *standing = stand(&story, "2026-01-06");
            const size_t finding = finding_of(standing, "issue-code-unknown");
            assert_true(finding < pdoc_standing_finding_count(standing));
            assert_true(pdoc_standing_finding_forbids(standing, finding));
            assert_int_equal(pdoc_standing_finding_modality(standing, finding), PDOC_MODALITY_MUST);
            assert_contains(pdoc_standing_finding_message(standing, finding), name);
            assert_null(strstr(pdoc_standing_finding_message(standing, finding), "father"));
            pdoc_standing_unref(standing);
            const pdoc_basis basis = basis_of(&story, "2026-01-06");
            pdoc_report *report = pdoc_audit(story.reg, &basis, NULL);
            assert_true(finding_of_rule(report, "issue-code-unknown") < pdoc_report_finding_count(report));
            pdoc_report_unref(report);
            end(&story);
            asked++;
        }
    assert_true(asked >= 20);
}

static void no_sentence_can_be_put_in(void **state)
{
    (void)state;
    struct story story = begin(NULL);
    static const char *const sentences[] = {"he was hit",
                                            "",
                                            "a  b",
                                            " a",
                                            "a ",
                                            "hit.",
                                            "child's",
                                            "caf\xc3\xa9",
                                            "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddE",
                                            "a/b"};
    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++) {
        pdoc_error *error = NULL;
        assert_null(pdoc_register_open_issue(story.reg, "practice-issue", sentences[i], "practitioner", NULL,
                                             day_of("2026-01-05"), &error));
        assert_int_equal(pdoc_error_status(error), PDOC_ERR_ARGUMENT);
        assert_contains(pdoc_error_message(error), "no text about a child");
        pdoc_error_free(error);
        error = NULL;
        assert_int_equal(pdoc_issue_complete(story.issue, "impact", sentences[i], &error), PDOC_ERR_ARGUMENT);
        assert_null(strstr(pdoc_error_message(error), "hit"));
        pdoc_error_free(error);
    }
    no_sentence_as_codes(&story);
    assert_int_equal(pdoc_issue_complete(story.issue, "note", "x", NULL), PDOC_ERR_ARGUMENT);
    assert_int_equal(pdoc_issue_complete(story.issue, "case", "RC-8", NULL), PDOC_ERR_ARGUMENT); /* recorded already */
    assert_int_equal(pdoc_register_issue_count(story.reg), 1);
    assert_int_equal(pdoc_issue_record(story.issue, "shouted", NULL, day_of("2026-01-05"), NULL, NULL, NULL),
                     PDOC_ERR_ARGUMENT);
    assert_int_equal(pdoc_issue_record(story.issue, "noted", NULL, day_of("2026-01-04"), NULL, NULL, NULL),
                     PDOC_ERR_ARGUMENT);
    assert_int_equal(pdoc_issue_record(story.issue, "noted", NULL, day_of("2026-02"), NULL, NULL, NULL),
                     PDOC_ERR_ARGUMENT);
    assert_int_equal(pdoc_issue_step_count(story.issue), 1);
    step(&story, "noted", NULL, "2026-01-05", NULL, NULL, "at", "23:59", "facts", "a b", NULL);
    static const char *const wrong[][2] = {{"at", "24:00"},  {"satisfied", "maybe"}, {"until", "2026-02-30"},
                                           {"with", "a//b"}, {"voids", "s8"},        {"of", "s9"},
                                           {"with", "/b"},   {"at", "9:5"},          {"until", "2026-02"}};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_int_equal(pdoc_issue_step_complete(story.issue, 0, wrong[i][0], wrong[i][1], NULL), PDOC_ERR_ARGUMENT);
    end(&story);
}

static char *read_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    char *text = calloc(1, 100000);
    assert_non_null(text);
    assert_true(fread(text, 1, 99999, file) < 99999);
    fclose(file);
    return text;
}

static void assert_codes(const char *value, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        const char letter = value[i];
        const bool is_right = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                              (letter >= '0' && letter <= '9') || letter == '-' || letter == '/' || letter == ':' ||
                              letter == ' ';
        if (!is_right)
            print_error("in \"%.*s\"\n", (int)size, value);
        assert_true(is_right);
    }
    size_t run = 0;
    for (size_t i = 0; i < size; i++) {
        run = value[i] == ' ' || value[i] == '/' ? 0 : run + 1;
        assert_true(run <= 40);
    }
}

/* Every value between quotes, and all that stands between tags, of the issues of a file. */
static void assert_holds_codes_only(const char *text)
{
    const char *at = strstr(text, "<issue ");
    const char *end_of_all = text;
    size_t values = 0;
    for (const char *next = at; next; next = strstr(next + 1, "</issue>"))
        end_of_all = next;
    assert_non_null(at);
    while (at < end_of_all) {
        const char *close = strchr(at, '>');
        for (const char *quote = memchr(at, '"', (size_t)(close - at)); quote; values++) {
            const char *second = strchr(quote + 1, '"');
            assert_codes(quote + 1, (size_t)(second - quote - 1));
            quote = memchr(second + 1, '"', (size_t)(close > second ? close - second - 1 : 0));
        }
        at = strchr(close, '<');
        for (const char *between = close + 1; between < at; between++)
            assert_true(*between == ' ' || *between == '\n');
    }
    assert_true(values > 100);
}

static void no_sentence_is_in_the_saved_file(void **state)
{
    (void)state;
    char *text = read_file(PDOC_SOURCE_DIR "/tests/cases/escalation/rotherham-rscp/register.xml");
    pdoc_register *reg = read_register(text);
    assert_int_equal(pdoc_register_issue_count(reg), 5);
    assert_string_equal(pdoc_issue_id(pdoc_register_find_issue(reg, "RC-102")), "i2");
    assert_null(pdoc_register_find_issue(reg, "RC-999"));
    pdoc_text *written = pdoc_register_write_memory(reg, NULL, NULL);
    assert_holds_codes_only(pdoc_text_data(written));
    pdoc_register *again = read_register(pdoc_text_data(written));
    pdoc_text *second = pdoc_register_write_memory(again, NULL, NULL);
    assert_string_equal(pdoc_text_data(written), pdoc_text_data(second));
    assert_string_equal(pdoc_issue_step_attribute(pdoc_register_issue(again, 0), 1, "with"),
                        "first-line-manager/council");
    pdoc_text_free(second);
    pdoc_text_free(written);
    pdoc_register_unref(again);
    pdoc_register_unref(reg);
    free(text);
}

static void what_is_missing_in_a_file_is_an_error(void **state)
{
    (void)state;
    static const struct {
        const char *xml, *words;
    } wrong[] = {
        {"<issue id='i1' track='t' on='2026-01-05' by='b'/>", "needs case"},
        {"<issue track='t' case='c-1' on='2026-01-05' by='b'/>", "without id"},
        {"<issue id='i1' track='t' case='c-1' on='2026-01-05' by='b'/><issue id='i1' track='t' case='c-1' "
         "on='2026-01-05' by='b'/>",
         "same id"},
        {"<issue id='i1' track='t' case='c-1' on='2026-01' by='b'/>", "whole day"},
        {"<issue id='i1' track='t' case='c-1' on='2026-01-05' by='b'><step id='s1' on='2026-01-05'/></issue>",
         "a kind"},
        {"<issue id='i1' track='t' case='c-1' on='2026-01-05' by='b'><step id='s1' kind='sung' "
         "on='2026-01-05'/></issue>",
         "kinds of step"},
        {"<issue id='i1' track='t' case='c-1' on='2026-01-05' by='b'><step id='s1' kind='noted' "
         "on='2026-01-04'/></issue>",
         "before the day"},
        {"<issue id='i1' track='t' case='c-1' on='2026-01-05' by='b'><step id='s1' kind='voided' "
         "on='2026-01-05'/></issue>",
         "voids another"},
        {"<issue id='i1' track='t' case='c-1' on='2026-01-05' by='b'><step id='s1' kind='noted' of='s2' "
         "on='2026-01-05'/></issue>",
         "no earlier step"},
        {"<issue id='i1' track='t' case='c-1' on='2026-01-05' by='b'><step id='s1' kind='noted' on='2026-01-05'/>"
         "<step id='s1' kind='noted' on='2026-01-05'/></issue>",
         "same id"},
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        char xml[1000];
        pdoc_error *error = NULL;
        snprintf(xml, sizeof xml, "<register xmlns='urn:policydoc:1' schema-version='1.0'>%s</register>", wrong[i].xml);
        assert_null(pdoc_register_read_memory(xml, strlen(xml), "wrong.xml", NULL, &error));
        assert_int_equal(pdoc_error_status(error), PDOC_ERR_INVALID);
        assert_contains(pdoc_error_message(error), wrong[i].words);
        pdoc_error_free(error);
    }
}

/* ---- limits ---- */

#define LIMITS                                                                                                         \
    PROFILE("<types><type id=\"policy\" base=\"policy\"/></types>"                                                     \
            "<parties><party id=\"a\"><name>A</name></party></parties>"                                                \
            "<tracks><track id=\"t\"/><stage id=\"one\" track=\"t\" kind=\"stage\" ours=\"a\" %s/></tracks>")

static pdoc_standing *stand_with(const char *limits, const char *at, const char *day, const pdoc_calendar *calendar)
{
    char text[2000];
    snprintf(text, sizeof text, LIMITS, limits);
    pdoc_profile *profile = read_good(text, NULL);
    pdoc_register *reg = pdoc_register_new(NULL);
    pdoc_issue *issue = pdoc_register_open_issue(reg, "t", "c-1", "a", "x", day_of("2026-01-09"), NULL); /* a Friday */
    assert_non_null(issue);
    if (at)
        assert_int_equal(pdoc_issue_complete(issue, "at", at, NULL), PDOC_OK);
    assert_int_equal(pdoc_issue_record(issue, "escalated", "one", day_of("2026-01-09"), "a", "x", NULL), PDOC_OK);
    if (at)
        assert_int_equal(pdoc_issue_step_complete(issue, 0, "at", at, NULL), PDOC_OK);
    const pdoc_basis basis = {.size = sizeof basis, .as_of = day_of(day), .profile = profile, .calendar = calendar};
    pdoc_standing *standing = pdoc_issue_standing(issue, &basis, NULL);
    assert_non_null(standing);
    pdoc_register_unref(reg);
    pdoc_profile_unref(profile);
    return standing;
}

static void assert_limit(const char *limits, const char *at, const char *day, const pdoc_calendar *calendar,
                         const char *by, pdoc_truth is_late)
{
    char found[PDOC_DATE_TEXT];
    pdoc_standing *standing = stand_with(limits, at, day, calendar);
    assert_true(pdoc_standing_next_count(standing) >= 1);
    assert_string_equal(pdoc_date_format(pdoc_standing_next_by(standing, 0), found), by);
    assert_int_equal(pdoc_standing_next_is_late(standing, 0), is_late);
    pdoc_standing_unref(standing);
}

static void limits_are_counted_in_hours_days_and_working_days(void **state)
{
    (void)state;
    pdoc_calendar *calendar = pdoc_calendar_shipped("england-and-wales", NULL);
    assert_non_null(calendar);
    assert_limit("limit=\"PT48H\"", "10:00", "2026-01-10", calendar, "2026-01-11", PDOC_FALSE);
    assert_limit("limit=\"PT48H\"", "10:00", "2026-01-11", calendar, "2026-01-11", PDOC_FALSE);
    assert_limit("limit=\"PT48H\"", "10:00", "2026-01-12", calendar, "2026-01-11", PDOC_TRUE);
    assert_limit("limit=\"P10D\"", NULL, "2026-01-19", calendar, "2026-01-19", PDOC_FALSE);
    assert_limit("limit=\"P10D\"", NULL, "2026-01-20", calendar, "2026-01-19", PDOC_TRUE);
    assert_limit("limit=\"2 working-days\"", NULL, "2026-01-13", calendar, "2026-01-13", PDOC_FALSE);
    assert_limit("limit=\"2 working-days\" or-limit=\"P1D\"", NULL, "2026-01-13", calendar, "2026-01-10", PDOC_TRUE);
    assert_limit("limit=\"2 working-days\"", NULL, "2026-01-30", NULL, "", PDOC_UNKNOWN); /* no calendar */
    assert_limit("limit=\"2 working-days\" or-limit=\"P9D\"", NULL, "2026-01-12", NULL, "2026-01-18", PDOC_UNKNOWN);
    assert_limit("limit=\"P1D\" limit-from=\"acknowledged\"", NULL, "2026-01-30", calendar, "", PDOC_UNKNOWN);
    assert_limit("", NULL, "2026-01-30", calendar, "", PDOC_FALSE);
    pdoc_calendar_unref(calendar);
}

/* ---- memory ---- */

static bool stand_and_print(void *context, pdoc_error **error)
{
    const struct story *story = context;
    const pdoc_basis basis = basis_of(story, "2026-02-08");
    const pdoc_publish_options options = {.size = sizeof options};
    pdoc_standing *standing = pdoc_issue_standing(story->issue, &basis, error);
    pdoc_text *text = standing ? pdoc_standing_publish(standing, &options, error) : NULL;
    const bool done = text != NULL;
    assert_true(!done || strstr(pdoc_text_data(text), "Stage 2"));
    pdoc_text_free(text);
    pdoc_standing_unref(standing);
    return done;
}

static bool count_and_list(void *context, pdoc_error **error)
{
    const struct story *story = context;
    const pdoc_basis basis = basis_of(story, "2026-02-08");
    const pdoc_publish_options options = {.size = sizeof options, .format = PDOC_FORMAT_JSON};
    pdoc_issue_figures *figures =
        pdoc_register_issue_figures(story->reg, &basis, (pdoc_date){0, 0, 0}, (pdoc_date){0, 0, 0}, error);
    pdoc_text *text = figures ? pdoc_issue_figures_publish(figures, &options, error) : NULL;
    pdoc_text *list = text ? pdoc_register_publish_issues(story->reg, &basis, &options, error) : NULL;
    const bool done = list != NULL;
    pdoc_text_free(list);
    pdoc_text_free(text);
    pdoc_issue_figures_unref(figures);
    return done;
}

static bool audit_all(void *context, pdoc_error **error)
{
    const struct story *story = context;
    const pdoc_basis basis = basis_of(story, "2026-02-08");
    pdoc_report *report = pdoc_audit(story->reg, &basis, error);
    const bool done = report != NULL;
    pdoc_report_unref(report);
    return done;
}

static bool copy_all(void *context, pdoc_error **error)
{
    const struct story *story = context;
    pdoc_register *copy = pdoc_register_copy(story->reg, error);
    const bool done = copy != NULL;
    assert_true(!done || pdoc_issue_step_count(pdoc_register_issue(copy, 0)) == pdoc_issue_step_count(story->issue));
    pdoc_register_unref(copy);
    return done;
}

static bool open_and_record(void *context, pdoc_error **error)
{
    (void)context;
    pdoc_register *reg = pdoc_register_new(error);
    pdoc_issue *issue =
        reg ? pdoc_register_open_issue(reg, "t", "c-1", "b", "o", (pdoc_date){2026, 1, 5}, error) : NULL;
    const bool done = issue && pdoc_issue_complete(issue, "sources", "read", error) == PDOC_OK &&
                      pdoc_issue_record(issue, "noted", "one", (pdoc_date){2026, 1, 5}, "b", "o", error) == PDOC_OK &&
                      pdoc_issue_step_complete(issue, 0, "facts", "f", error) == PDOC_OK;
    pdoc_register_unref(reg);
    return done;
}

static void every_allocation_may_fail(void **state)
{
    (void)state;
    struct story story = begin("principles-acknowledged");
    clarify(&story);
    discuss_first(&story, "named-safeguarding-lead/council social-worker/council");
    step(&story, "concluded", "stage-1", "2026-01-08", "practitioner", NULL, "satisfied", "no", NULL);
    step(&story, "discussed", "stage-2", "2026-01-09", "line-manager", "school", "with", "line-manager/council", NULL);
    static bool (*const jobs[])(void *context, pdoc_error **error) = {stand_and_print, count_and_list, audit_all,
                                                                      copy_all, open_and_record};
    for (size_t i = 0; i < sizeof jobs / sizeof *jobs; i++)
        for (int forever = 0; forever < 2; forever++)
            assert_true(fail_every_allocation(jobs[i], &story, forever) > 0);
    end(&story);
}

static void nothing_is_asked_of_nothing(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    const pdoc_basis basis = {.size = sizeof basis, .as_of = {2026, 1, 1}};
    assert_null(pdoc_issue_standing(NULL, &basis, &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_ARGUMENT);
    pdoc_error_free(error);
    struct story story = begin(NULL);
    pdoc_basis good = basis_of(&story, "2026-02-01");
    assert_null(pdoc_register_issue_figures(story.reg, &good, day_of("2026-03"), day_of("2026-02"), NULL));
    assert_null(pdoc_register_publish_issues(story.reg, NULL, NULL, NULL));
    assert_null(pdoc_standing_publish(NULL, NULL, NULL));
    assert_null(pdoc_issue_figures_publish(NULL, NULL, NULL));
    pdoc_standing *standing = stand(&story, "2026-02-01");
    pdoc_standing *same = pdoc_standing_ref(standing);
    assert_ptr_equal(same, standing);
    pdoc_standing_unref(same);
    assert_string_equal(pdoc_standing_issue(standing), "i1");
    assert_string_equal(pdoc_standing_case(standing), "RC-7");
    assert_string_equal(pdoc_standing_track(standing), "practice-issue");
    assert_contains(pdoc_standing_track_label(standing), "professional differences");
    assert_string_equal(pdoc_standing_stage_label(standing), "Identification");
    assert_int_equal(pdoc_date_compare(pdoc_standing_since(standing), day_of("2026-01-05")), 0);
    assert_int_equal(pdoc_date_compare(pdoc_standing_as_of(standing), day_of("2026-02-01")), 0);
    const size_t past = pdoc_standing_next_count(standing);
    assert_null(pdoc_standing_next_words(standing, past));
    assert_non_null(pdoc_standing_next_rule(standing, 0));
    assert_non_null(pdoc_standing_next_clause(standing, 0));
    assert_int_equal(pdoc_standing_next_modality(standing, 0), PDOC_MODALITY_MUST);
    assert_false(pdoc_standing_next_is_inferred(standing, 0));
    assert_null(pdoc_standing_next_who(standing, 0));
    assert_null(pdoc_standing_side(standing, pdoc_standing_side_count(standing)));
    assert_null(pdoc_standing_record_step(standing, 0));
    assert_null(pdoc_standing_record_stage(standing, 0));
    assert_null(pdoc_standing_record_role(standing, 0));
    assert_null(pdoc_standing_record_organisation(standing, 0));
    assert_false(pdoc_standing_record_is_made(standing, 0));
    assert_null(pdoc_standing_finding_message(standing, 99));
    pdoc_standing_unref(standing);
    pdoc_issue_figures *figures =
        pdoc_register_issue_figures(story.reg, &good, day_of("2026-01"), day_of("2026-01"), NULL);
    pdoc_issue_figures *again = pdoc_issue_figures_ref(figures);
    pdoc_issue_figures_unref(again);
    assert_string_equal(pdoc_issue_figures_track(figures, 0), "practice-issue");
    assert_string_equal(pdoc_issue_figures_measure(figures, 0), "raised");
    assert_null(pdoc_issue_figures_key(figures, 0));
    assert_int_equal(pdoc_issue_figures_number(figures, 0), 1);
    assert_null(pdoc_issue_figures_track(figures, pdoc_issue_figures_count(figures)));
    pdoc_issue_figures_unref(figures);
    assert_string_equal(pdoc_issue_attribute(story.issue, "organisations"), "council");
    assert_null(pdoc_issue_attribute(story.issue, "unheard-of"));
    assert_null(pdoc_issue_step_id(story.issue, 0));
    assert_int_equal(pdoc_date_compare(pdoc_issue_on(story.issue), day_of("2026-01-05")), 0);
    assert_false(pdoc_date_is_recorded(pdoc_issue_step_on(story.issue, 0)));
    pdoc_issue *held = pdoc_issue_ref(story.issue);
    pdoc_issue_unref(held);
    end(&story);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_issue_is_resolved_at_the_first_stage),
        cmocka_unit_test(no_limit_is_ever_made_up),
        cmocka_unit_test(immediate_welfare_widens_the_first_stage_and_skips_nothing),
        cmocka_unit_test(the_second_stage_is_out_of_turn_before_the_first),
        cmocka_unit_test(the_principles_must_be_acknowledged_before_the_first_stage),
        cmocka_unit_test(what_is_not_resolved_goes_on_and_what_is_resolved_does_not),
        cmocka_unit_test(satisfaction_is_for_the_one_who_raised_it),
        cmocka_unit_test(a_role_that_nobody_knows_stays_unknown),
        cmocka_unit_test(what_was_recorded_later_was_not_known),
        cmocka_unit_test(the_audit_counts_what_is_found),
        cmocka_unit_test(a_code_that_nobody_knows_is_found),
        cmocka_unit_test(no_sentence_can_be_put_in),
        cmocka_unit_test(no_sentence_is_in_the_saved_file),
        cmocka_unit_test(what_is_missing_in_a_file_is_an_error),
        cmocka_unit_test(limits_are_counted_in_hours_days_and_working_days),
        cmocka_unit_test(every_allocation_may_fail),
        cmocka_unit_test(nothing_is_asked_of_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
