/* SPDX-License-Identifier: MIT */
/* What a body is told before it decides and what is said to its decision once it is recorded are one and the same: the
   cases of the shipped profiles, each cut before its decision. */
#include "profiles.h"

#include <stdlib.h>

#include "governance/rows/judged_rows.h"
#include "governance/rows/matrix.h"
#include "keeping/change.h"
#include "policydoc/flow.h"
#include "policydoc/keeping.h"

struct tally {
    const char *profile;
    size_t ready;
    size_t not_ready;
    size_t asked_next; /* of decisions that are not refused: what they ask for */
    size_t wrong;
};

/* The first decision that approves; SIZE_MAX: none does. */
static size_t decision_in(const pdoc_document *doc)
{
    for (size_t i = 0; i < doc->history.count; i++)
        if (pdoc__event_approves(doc->history.events[i]) && doc->history.events[i]->by &&
            pdoc_date_is_valid(doc->history.events[i]->on))
            return i;
    return SIZE_MAX;
}

static void show(const char *lead, const pdoc_readiness *readiness, const pdoc_change *change)
{
    print_error("%s\n", lead);
    for (size_t i = 0; i < pdoc_readiness_obstacle_count(readiness); i++)
        print_error("  obstacle %s: %s\n", pdoc_readiness_obstacle_rule(readiness, i),
                    pdoc_readiness_obstacle_message(readiness, i));
    for (size_t i = 0; i < pdoc_change_objection_count(change, PDOC_OBJECTION_REFUSAL); i++)
        print_error("  refusal %s at %s: %s\n", pdoc_change_objection_rule(change, PDOC_OBJECTION_REFUSAL, i),
                    pdoc_change_objection_place(change, PDOC_OBJECTION_REFUSAL, i),
                    pdoc_change_objection_message(change, PDOC_OBJECTION_REFUSAL, i));
}

/* The step that was asked about, recorded: the draft goes to the body, or the body approves. */
static void record_step(const pdoc_profile *profile, const pdoc_readiness *readiness, pdoc_document *doc,
                        const pdoc_event *decision, pdoc_date day)
{
    bool is_sending = false;
    for (size_t i = 0; i < profile->counts[PDOC_PROFILE_TRANSITIONS] && pdoc_readiness_rule(readiness); i++)
        if (strcmp(profile->transitions[i].rule.id, pdoc_readiness_rule(readiness)) == 0)
            is_sending = strcmp(profile->transitions[i].event, "submitted") == 0;
    pdoc_event *event = pdoc_document_record(doc, is_sending ? "submitted" : "decided", day, day, decision->version,
                                             is_sending ? NULL : decision->by, NULL);
    assert_non_null(event);
    if (!is_sending) {
        assert_int_equal(pdoc_event_complete(event, "outcome", "approved", NULL), PDOC_OK);
        if (pdoc_readiness_role(readiness))
            assert_int_equal(pdoc_event_complete(event, "role", pdoc_readiness_role(readiness), NULL), PDOC_OK);
        return;
    }
    assert_int_equal(pdoc_event_complete(event, "body", decision->by, NULL), PDOC_OK);
    assert_int_equal(pdoc_event_complete(event, "purpose", "sign-off", NULL), PDOC_OK);
}

/* What cannot be told keeps a document from being ready, and warns whoever records the decision: it forbids nothing. */
static void compare_on(struct tally *tally, pdoc_register *reg, const pdoc_document *doc, const pdoc_event *decision,
                       const pdoc_basis *basis)
{
    const pdoc_keeping keeping = {.size = sizeof keeping, .basis = basis};
    const pdoc_readiness_question question = {.size = sizeof question,
                                              .purpose = "sign-off",
                                              .body = decision->by,
                                              .role = pdoc__event_says(decision, PDOC__ATTRIBUTE_ROLE)};
    pdoc_readiness *readiness = pdoc_document_ask_readiness(doc, basis, &question, NULL);
    pdoc_change *change = pdoc_change_begin(reg, &keeping, NULL);
    assert_non_null(readiness);
    assert_non_null(change);
    record_step(basis->profile, readiness, pdoc_register_document(pdoc_change_register(change), doc->index), decision,
                basis->as_of);
    assert_int_equal(pdoc_change_examine(change, NULL), PDOC_OK);
    const pdoc_truth answer = pdoc_readiness_answer(readiness);
    const bool is_refused = pdoc_change_objection_count(change, PDOC_OBJECTION_REFUSAL) > 0;
    tally->asked_next += is_refused ? 0 : pdoc_change_objection_count(change, PDOC_OBJECTION_NEXT);
    tally->ready += answer == PDOC_TRUE;
    tally->not_ready += answer == PDOC_FALSE;
    if (is_refused != (answer == PDOC_FALSE)) {
        print_error("%s, %s: %s, and %s\n", tally->profile, doc->id,
                    answer == PDOC_FALSE  ? "not ready"
                    : answer == PDOC_TRUE ? "ready"
                                          : "cannot tell",
                    is_refused ? "refused" : "not refused");
        show("", readiness, change);
        tally->wrong++;
    }
    pdoc_change_free(change);
    pdoc_readiness_unref(readiness);
}

static void compare_all(struct tally *tally, const pdoc_profile_set *set)
{
    char path[400];
    snprintf(path, sizeof path, "%s/tests/cases/rules/%s.xml", PDOC_SOURCE_DIR, tally->profile);
    pdoc_register *reg = pdoc_register_read_file(path, NULL, NULL);
    assert_non_null(reg);
    pdoc_basis basis = {.size = sizeof basis, .profile = pdoc_profile_set_find(set, tally->profile)};
    for (size_t i = 0; i < pdoc_register_document_count(reg); i++) {
        pdoc_document *doc = pdoc_register_document(reg, i);
        const size_t count = doc->history.count;
        const size_t cut = decision_in(doc);
        if (cut == SIZE_MAX)
            continue;
        const pdoc_event *decision = doc->history.events[cut];
        basis.as_of = decision->on;
        doc->history.count = (uint32_t)cut;
        pdoc_register *before = pdoc_register_copy(reg, NULL);
        doc->history.count = (uint32_t)count;
        assert_non_null(before);
        compare_on(tally, before, pdoc_register_document(before, i), decision, &basis);
        pdoc_register_unref(before);
    }
    pdoc_register_unref(reg);
}

static void a_decision_is_refused_where_it_was_not_ready_and_only_there(void **state)
{
    static const char *const profiles[] = {"birmingham-trust", "merton-mscp", "merton-mscb"};
    (void)state;
    pdoc_profile_set *set = pdoc_profile_set_shipped(NULL);
    assert_non_null(set);
    size_t wrong = 0, ready = 0, asked_next = 0;
    for (size_t i = 0; i < sizeof profiles / sizeof *profiles; i++) {
        struct tally tally = {.profile = profiles[i]};
        compare_all(&tally, set);
        assert_true(tally.not_ready > 0);
        wrong += tally.wrong;
        ready += tally.ready;
        asked_next += tally.asked_next;
    }
    pdoc_profile_set_unref(set);
    assert_int_equal(wrong, 0);
    assert_true(ready > 0);
    assert_true(asked_next > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_decision_is_refused_where_it_was_not_ready_and_only_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
