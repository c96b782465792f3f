/* SPDX-License-Identifier: MIT */
/* Any bytes as a profile: refused with an error, or a profile that can be linted and by which a register can be judged.
 */
#include "fuzz.h"

#define REGISTER                                                                                                       \
    "<register xmlns=\"urn:policydoc:1\" schema-version=\"1.0\"><document id=\"d1\" type=\"policy\"><title>T</title>"  \
    "<relation kind=\"basis\" to=\"guide-2018\"/><version n=\"1\" label=\"V1\"><section code=\"scope\"><title>Scope"   \
    "</title><text>What to do outside its scope.</text></section></version><version n=\"2\"/><history>"                \
    "<consultation-opened id=\"e1\" on=\"2019-01-02\" version=\"1\" by=\"author\" body=\"group\" "                     \
    "deadline=\"2019-02-02\"/><decided id=\"e2\" on=\"2019-03-01\" version=\"1\" by=\"board\" outcome=\"approved\"/>"  \
    "<extended id=\"e3\" on=\"2022-02-01\" version=\"1\" by=\"board\" until=\"2022-06-01\"/>"                          \
    "<amended id=\"e4\" on=\"2022-03-01\" version=\"2\" by=\"author\" class=\"minor\"/></history></document>"          \
    "<issue id=\"i1\" track=\"issue\" case=\"c-1\" on=\"2026-01-05\" by=\"author\" organisation=\"school\"><step "       \
    "id=\"s1\" kind=\"discussed\" stage=\"first\" on=\"2026-01-06\" by=\"author\" with=\"lead/council\"/></issue>"     \
    "</register>"

/* Whatever the profile says, the answer is one, or an error; never both, never neither. */
static void judge(const pdoc_profile *profile)
{
    static pdoc_register *reg;
    if (!reg)
        reg = pdoc_register_read_memory(REGISTER, sizeof REGISTER - 1, "register", NULL, NULL);
    must(reg != NULL, "the register of the fuzzer is well");
    const pdoc_basis basis = {.size = sizeof basis, .as_of = {2026, 6, 30}, .profile = profile};
    pdoc_error *error = NULL;
    pdoc_report *report = pdoc_audit(reg, &basis, &error);
    must((report == NULL) == (error != NULL), "an audit, or an error");
    pdoc_next_steps *next = report ? pdoc_register_next_steps(reg, &basis, &error) : NULL;
    must(!report || (next == NULL) == (error != NULL), "next steps, or an error");
    pdoc_standing *standing = next ? pdoc_issue_standing(pdoc_register_issue(reg, 0), &basis, &error) : NULL;
    must(!next || (standing == NULL) == (error != NULL), "a standing, or an error");
    pdoc_standing_unref(standing);
    pdoc_next_steps_unref(next);
    pdoc_report_unref(report);
    pdoc_error_free(error);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    pdoc_error *error = NULL;
    pdoc_profile *profile = pdoc_profile_read_memory(data, size, "input", NULL, &error);
    must((profile == NULL) == (error != NULL), "an error exactly on failure");
    if (profile) {
        must(pdoc_profile_id(profile) != NULL, "a profile has an id");
        pdoc_lint *lint = pdoc_profile_lint(profile, &error);
        must(lint != NULL, "a profile can be linted");
        pdoc_lint_free(lint);
        judge(profile);
    }
    pdoc_profile_unref(profile);
    pdoc_error_free(error);
    return 0;
}
