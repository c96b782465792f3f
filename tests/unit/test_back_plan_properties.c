/* SPDX-License-Identifier: MIT */
/* What holds of every plan: none that can be kept passes its deadline, and no step comes after that from which it counts. */
#include "planning.h"

#define PLANS 3000

struct chance {
    uint64_t state;
};

static uint32_t below(struct chance *chance, uint32_t limit)
{
    chance->state = chance->state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(chance->state >> 33) % limit;
}

static pdoc_date some_day(struct chance *chance)
{
    return (pdoc_date){(int16_t)(2024 + below(chance, 6)), (uint8_t)(1 + below(chance, 12)), (uint8_t)(1 + below(chance, 28))};
}

/* Anchors of the steps of the profile below; the last has none. */
static const char *const anchors[][2] = {
    {"papers", "sign-off"},     {"responses", "sign-off"}, {"agenda", "sign-off"},
    {"second-draft", "agenda"}, {"scrutiny", "papers"},    {"early-papers", "scrutiny"},
    {"drafting", "early-papers"}, {"drafting-begins", "drafting"},
};

static const char profile_text[] =
    PROFILE(PARTIES FACTS
            "<plan><step id=\"sign-off\" kind=\"sign-off\" body=\"executive\"/>"
            "<step id=\"papers\" kind=\"papers\" anchor=\"sign-off\" offset=\"-P14D\"/>"
            "<step id=\"responses\" kind=\"responses\" anchor=\"sign-off\" offset=\"-P3D\"/>"
            "<step id=\"agenda\" kind=\"agenda\" anchor=\"sign-off\" offset=\"-1 working-days\" modality=\"should\"/>"
            "<step id=\"second-draft\" kind=\"work\" after=\"responses\" anchor=\"agenda\"/>"
            "<step id=\"scrutiny\" kind=\"scrutiny\" body=\"sub-group\" anchor=\"papers\" offset=\"-P2D\"/>"
            "<step id=\"early-papers\" kind=\"papers\" anchor=\"scrutiny\" offset=\"-P1M\" roll=\"following\"/>"
            "<step id=\"drafting\" kind=\"drafting\" anchor=\"early-papers\"/></plan>");

static const char *const rules[] = {
    "FREQ=MONTHLY;BYDAY=3TU", "FREQ=MONTHLY;BYMONTHDAY=15", "FREQ=YEARLY;BYMONTH=4,10;BYDAY=1MO",
    "FREQ=WEEKLY;INTERVAL=6", "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=-1",
};

static pdoc_register *some_register(struct chance *chance)
{
    static const char *const bodies[] = {"executive", "sub-group"};
    static const char *const holidays[] = {"none", "preceding", "following", "skip"};
    /* First meetings that each rule gives. */
    static const pdoc_date starts[] = {{2023, 1, 17}, {2023, 1, 15}, {2023, 4, 3}, {2023, 1, 10}, {2023, 1, 31}};
    pdoc_register *reg = pdoc_register_new(NULL);
    assert_non_null(pdoc_register_add_document(reg, "policy", "T", NULL));
    for (size_t i = 0; i < 2; i++) {
        pdoc_party *body = pdoc_register_add_party(reg, bodies[i], "committee", bodies[i], NULL);
        const uint32_t rule = below(chance, 5);
        assert_int_equal(
            pdoc_party_add_pattern(body, rules[rule], starts[rule], (pdoc_date){0, 0, 0}, holidays[below(chance, 4)], NULL),
            PDOC_OK);
        for (uint32_t n = below(chance, 4); n > 0; n--)
            assert_int_equal(pdoc_party_set_meeting(body, some_day(chance),
                                                    below(chance, 2) ? PDOC_MEETING_PLANNED : PDOC_MEETING_CANCELLED,
                                                    NULL, NULL),
                             PDOC_OK);
    }
    return reg;
}

static bool is_after(pdoc_date left, pdoc_date right)
{
    return pdoc_date_is_recorded(left) && pdoc_date_is_recorded(right) && pdoc_date_compare(left, right) > 0;
}

static void assert_in_order(const pdoc_plan *plan)
{
    for (size_t i = 1; i < pdoc_plan_step_count(plan); i++)
        assert_false(is_after(pdoc_plan_step_on(plan, i - 1), pdoc_plan_step_on(plan, i)));
}

static void assert_sound(const pdoc_plan *plan)
{
    const bool is_feasible = pdoc_plan_is_feasible(plan);
    assert_int_equal(is_feasible, pdoc_plan_obstacle(plan) == NULL);
    assert_in_order(plan);
    for (size_t i = 0; i < pdoc_plan_step_count(plan); i++) {
        assert_non_null(pdoc_plan_step_reason(plan, i));
        if (!is_feasible)
            continue;
        assert_false(is_after(pdoc_plan_step_on(plan, i), pdoc_plan_deadline(plan)));
        if (pdoc_plan_step_modality(plan, i) == PDOC_MODALITY_MUST)
            assert_true(pdoc_plan_step_slack(plan, i) >= 0);
    }
    for (size_t i = 0; i < sizeof anchors / sizeof *anchors; i++) {
        const size_t step = step_of(plan, anchors[i][0]);
        const bool is_meeting = strcmp(anchors[i][0], "scrutiny") == 0;
        if (is_feasible || !is_meeting) /* a meeting that there is none left for is planned as soon as possible */
            assert_false(is_after(pdoc_plan_step_on(plan, step), pdoc_plan_step_on(plan, step_of(plan, anchors[i][1]))));
    }
}

static void a_plan_keeps_its_order_and_its_deadline(void **state)
{
    (void)state;
    struct chance chance = {20261124};
    pdoc_profile *profile = read_good(profile_text, NULL);
    pdoc_calendar *calendar = pdoc_calendar_shipped("england-and-wales", NULL);
    size_t kept = 0;
    for (unsigned n = 0; n < PLANS; n++) {
        pdoc_register *reg = some_register(&chance);
        const pdoc_basis basis = {.size = sizeof basis, .as_of = some_day(&chance), .profile = profile, .calendar = calendar};
        const pdoc_plan_options options = {.size = sizeof options, .deadline = some_day(&chance), .drafting = "P3W"};
        pdoc_plan *plan = pdoc_document_plan(pdoc_register_document(reg, 0), &basis, &options, NULL);
        assert_non_null(plan);
        assert_sound(plan);
        kept += pdoc_plan_is_feasible(plan);
        pdoc_plan_unref(plan);
        pdoc_register_unref(reg);
    }
    assert_true(kept > PLANS / 10 && kept < PLANS); /* both sorts were met */
    pdoc_calendar_unref(calendar);
    pdoc_profile_unref(profile);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_plan_keeps_its_order_and_its_deadline),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
