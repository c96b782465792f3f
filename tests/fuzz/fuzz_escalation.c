/* SPDX-License-Identifier: MIT */
/* Any bytes as a register with practice issues: what is read is judged by a shipped ladder, counted, and written again as
   codes. */
#include "fuzz.h"

static pdoc_profile *profile_of_ladder(void)
{
    static pdoc_profile_set *set;
    if (!set)
        set = pdoc_profile_set_shipped(NULL);
    return pdoc_profile_set_find(set, "rotherham-rscp");
}

static void judge(const pdoc_register *reg)
{
    const pdoc_basis basis = {.size = sizeof basis, .as_of = {2026, 6, 30}, .profile = profile_of_ladder()};
    const pdoc_publish_options options = {.size = sizeof options};
    for (size_t i = 0; i < pdoc_register_issue_count(reg); i++) {
        pdoc_error *error = NULL;
        pdoc_standing *standing = pdoc_issue_standing(pdoc_register_issue(reg, i), &basis, &error);
        must(standing != NULL, "every issue stands somewhere");
        pdoc_text_free(pdoc_standing_publish(standing, &options, NULL));
        pdoc_standing_unref(standing);
        pdoc_error_free(error);
    }
    pdoc_issue_figures *figures =
        pdoc_register_issue_figures(reg, &basis, (pdoc_date){0, 0, 0}, (pdoc_date){0, 0, 0}, NULL);
    must(figures != NULL, "issues can be counted");
    pdoc_issue_figures_unref(figures);
}

static bool is_code_letter(char letter)
{
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ||
           letter == '-' || letter == '/' || letter == ':' || letter == ' ';
}

static void must_be_codes(const pdoc_issue *issue)
{
    for (size_t row = 0; row < pdoc_table_count(PDOC_TABLE_ISSUE_ATTRIBUTE); row++) {
        const char *value = pdoc_issue_attribute(issue, pdoc_table_code(PDOC_TABLE_ISSUE_ATTRIBUTE, row));
        for (; value && *value; value++)
            must(is_code_letter(*value), "an issue holds codes only");
    }
    for (size_t step = 0; step < pdoc_issue_step_count(issue); step++)
        for (size_t row = 0; row < pdoc_table_count(PDOC_TABLE_ISSUE_STEP_ATTRIBUTE); row++) {
            const char *name = pdoc_table_code(PDOC_TABLE_ISSUE_STEP_ATTRIBUTE, row);
            const char *value = pdoc_issue_step_attribute(issue, step, name);
            for (; value && *value; value++)
                must(is_code_letter(*value), "a step holds codes only");
        }
}

static void save(const pdoc_register *reg)
{
    pdoc_error *error = NULL;
    pdoc_text *text = pdoc_register_write_memory(reg, NULL, &error);
    must(text != NULL, "what was read can be written");
    pdoc_register *again = pdoc_register_read_memory(pdoc_text_data(text), pdoc_text_size(text), "again", NULL, &error);
    must(again != NULL, "what was written can be read");
    must(pdoc_register_issue_count(again) == pdoc_register_issue_count(reg), "no issue is lost");
    pdoc_text_free(text);
    pdoc_register_unref(again);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    pdoc_error *error = NULL;
    pdoc_register *reg = pdoc_register_read_memory(data, size, "input", NULL, &error);
    must((reg == NULL) == (error != NULL), "an error exactly on failure");
    for (size_t i = 0; i < pdoc_register_issue_count(reg); i++)
        must_be_codes(pdoc_register_issue(reg, i));
    if (reg) {
        judge(reg);
        save(reg);
    }
    pdoc_register_unref(reg);
    pdoc_error_free(error);
    return 0;
}
