/* SPDX-License-Identifier: MIT */
/* Every allocation fails in turn while the flow is judged, next steps and readiness are made and published: an error,
   no leak, no silent difference. */
#include "failing_allocations.h"

#include "policydoc/flow.h"
#include "policydoc/publish.h"

#define EVERY_GUARD                                                                                                    \
    "<profile xmlns=\"urn:policydoc:1\" id=\"p\"><types><type id=\"policy\" base=\"policy\"/></types>"                 \
    "<parties><party id=\"board\"><name>Board</name></party></parties>"                                                \
    "<sections><section id=\"aims\" required=\"true\" gate=\"sign-off\"/></sections>"                                  \
    "<facts><fact id=\"checked\" event=\"assessed\" pick=\"any\"/></facts>"                                            \
    "<requirements><requirement id=\"named\" gate=\"sign-off\"><must><present of=\"property.owner\"/></must>"          \
    "<message>nobody owns {title}</message></requirement></requirements>"                                              \
    "<flow><state id=\"draft\" phase=\"draft\"/><state id=\"out\" phase=\"consulting\"/>"                              \
    "<state id=\"agreed\" phase=\"approved\"/>"                                                                        \
    "<transition id=\"sending\" from-states=\"draft\" to-state=\"out\" event=\"consultation-opened\"/>"                \
    "<transition id=\"agreeing\" from-states=\"out\" to-state=\"agreed\" event=\"decided\" by=\"board field.owner\" "  \
    "purpose=\"sign-off\" within=\"P60D\"><must><equals of=\"checked\" value=\"yes\"/></must>"                         \
    "<message>not checked: {checked}</message><remedy>Check {title}.</remedy></transition></flow></profile>"
#define DOCUMENTS                                                                                                      \
    "<register xmlns=\"urn:policydoc:1\" schema-version=\"1.0\"><title>T</title>"                                      \
    "<document id=\"d1\" type=\"policy\"><title>A</title><version n=\"1\"/><version n=\"2\"/><history>"                \
    "<decided id=\"a1\" on=\"2020-01-01\" version=\"1\" by=\"Somebody\" outcome=\"approved\"/>"                        \
    "<consultation-opened id=\"a2\" on=\"2026-01-01\" version=\"2\"/>"                                                 \
    "<challenged id=\"a3\" on=\"2026-01-02\" deadline=\"2026-01-20\"/>"                                                \
    "<action-agreed id=\"a4\" on=\"2026-01-02\" item=\"x\" deadline=\"2026-01-20\"/></history></document>"             \
    "<document id=\"d2\" type=\"policy\"><title>B</title><history>"                                                    \
    "<decided id=\"b1\" on=\"2026-01\" by=\"board\" outcome=\"approved\"/></history></document></register>"

/* Made before anything fails; the jobs read them. */
static struct {
    pdoc_register *reg;
    pdoc_profile *profile;
    pdoc_format format;
} given;

static pdoc_basis basis(void)
{
    return (pdoc_basis){.size = sizeof(pdoc_basis), .as_of = {2026, 5, 1}, .profile = given.profile};
}

static char *tell_next(const char *unused, size_t size, pdoc_error **error)
{
    (void)unused, (void)size;
    const pdoc_basis asked = basis();
    const pdoc_publish_options options = {.size = sizeof options, .format = given.format};
    pdoc_next_steps *next = pdoc_register_next_steps(given.reg, &asked, error);
    char *text = next ? copy_of(pdoc_next_steps_publish(next, &options, error)) : NULL;
    pdoc_next_steps_unref(next);
    return text;
}

static char *tell_ready(const char *unused, size_t size, pdoc_error **error)
{
    (void)unused, (void)size;
    const pdoc_basis asked = basis();
    const pdoc_publish_options options = {.size = sizeof options, .format = given.format};
    pdoc_readiness *ready =
        pdoc_document_readiness(pdoc_register_document(given.reg, 0), &asked, "sign-off", "Somebody", error);
    char *text = ready ? copy_of(pdoc_readiness_publish(ready, &options, error)) : NULL;
    pdoc_readiness_unref(ready);
    return text;
}

static char *audit(const char *unused, size_t size, pdoc_error **error)
{
    (void)unused, (void)size;
    const pdoc_basis asked = basis();
    const pdoc_publish_options options = {.size = sizeof options, .format = given.format};
    pdoc_report *report = pdoc_audit(given.reg, &asked, error);
    char *text = report ? copy_of(pdoc_report_publish(report, &options, error)) : NULL;
    pdoc_report_unref(report);
    return text;
}

/* In every form that it has. */
static void fail_each_form(job run)
{
    for (given.format = PDOC_FORMAT_TEXT; given.format <= PDOC_FORMAT_XML; given.format++)
        fail_each(run, "");
}

static void next_steps_survive(void **state)
{
    (void)state;
    fail_each_form(tell_next);
}

static void readiness_survives(void **state)
{
    (void)state;
    fail_each_form(tell_ready);
}

static void judging_the_flow_survives(void **state)
{
    (void)state;
    fail_each_form(audit);
}

static int make_what_is_given(void **state)
{
    (void)state;
    given.reg = pdoc_register_read_memory(DOCUMENTS, strlen(DOCUMENTS), "r.xml", NULL, NULL);
    given.profile = pdoc_profile_read_memory(EVERY_GUARD, strlen(EVERY_GUARD), "p.xml", NULL, NULL);
    return given.reg && given.profile ? 0 : -1;
}

static int release_what_is_given(void **state)
{
    (void)state;
    pdoc_profile_unref(given.profile);
    pdoc_register_unref(given.reg);
    return 0;
}

int main(void)
{
    use_failing_allocations();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(next_steps_survive),
        cmocka_unit_test(readiness_survives),
        cmocka_unit_test(judging_the_flow_survives),
    };
    return cmocka_run_group_tests(tests, make_what_is_given, release_what_is_given);
}
