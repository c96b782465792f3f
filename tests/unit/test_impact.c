/* SPDX-License-Identifier: MIT */
/* What a change touches: by every name of a work, along the relations that carry content, nearest first, and no more. */
#include "auditing.h"

#include <time.h>

#include "policydoc/impact.h"
#include "policydoc/publish.h"

#define RULES                                                                                                          \
    PROFILE("<source href=\"urn:s\">The Guide and how we follow it</source>"                                           \
            "<types><type id=\"policy\" base=\"policy\"/></types><references>"                                         \
            "<reference id=\"g-2018\" work=\"guide\" edition=\"2018\" kind=\"standard\" uri=\"urn:guide\" "            \
            "replaced-by=\"g-2023\"><label>The Guide</label><alias>Our Guidance</alias></reference>"                   \
            "<reference id=\"g-2023\" work=\"guide\" edition=\"2023\" kind=\"standard\" uri=\"urn:guide\" "            \
            "from=\"2023\"><label>The Guide 2023</label></reference></references><facts><fact id=\"d\" event=\"decided\"/></facts>" \
            "<schedule><due id=\"r\" kind=\"review\" anchors=\"d\" offset=\"P3Y\"/></schedule>"                        \
            "<requirements><requirement id=\"q\" clause=\"s3, Our Guidance ch2\"><must><present of=\"title\"/></must>"  \
            "</requirement></requirements>")
#define DOC(id, content) "<document id=\"" id "\" type=\"policy\"><title>T " id "</title>" content "</document>"
#define TO(kind, to) "<relation kind=\"" kind "\" to=\"" to "\"/>"
#define SHEET                                                                                                          \
    "<version n=\"1\"><front-sheet><row field=\"owner\"><text>Board</text></row><row field=\"author\"><text>Lead</text>" \
    "</row></front-sheet></version><history><decided id=\"e1\" on=\"2020-02-03\" outcome=\"approved\"/></history>"

static const char documents[] = REGISTER(
    DOC("d1", "<reference>CO1</reference><relation kind=\"cites\" to=\"urn:guide\" edition=\"2018\" clause=\"ch2\"/>" SHEET)
    DOC("d2", TO("implements", "d1")) DOC("d3", TO("derived-from", "d2") TO("cites", "d1"))
    DOC("d4", "<relation kind=\"underpinned-by\" to=\"The Guide 2023\"/>") DOC("d5", TO("read-with", "d1"))
    DOC("d6", TO("comprises", "d2") TO("comprises", "d7")) DOC("d7", "") DOC("d8", TO("implemented-by", "d9"))
    DOC("d9", "") DOC("d10", TO("supersedes", "d1")) DOC("d11", TO("cites", "urn:unlisted"))
    DOC("d12", "<relation kind=\"cites\" to=\"our  guidance\" clause=\"ch5\"/>") DOC("d13", TO("part-of", "d8")));

struct asked {
    pdoc_register *reg;
    pdoc_profile *profile;
    pdoc_basis basis;
    const char *reference;
};

static struct asked ask(const char *reference)
{
    struct asked asked = {.reg = read_register(documents), .profile = read_good(RULES, NULL), .reference = reference};
    asked.basis = (pdoc_basis){.size = sizeof asked.basis, .as_of = day_of("2022-01-01"), .profile = asked.profile};
    return asked;
}

static void forget(struct asked *asked)
{
    pdoc_register_unref(asked->reg);
    pdoc_profile_unref(asked->profile);
}

/* "d1 d2": ids with the steps to them where they are more than one. */
static void ids_of(const pdoc_impact *impact, char *out)
{
    *out = '\0';
    for (size_t i = 0; i < pdoc_impact_count(impact); i++) {
        char one[40];
        snprintf(one, sizeof one, "%s%s:%u", i > 0 ? " " : "", pdoc_impact_id(impact, i),
                 (unsigned)pdoc_impact_distance(impact, i));
        strcat(out, one);
    }
}

static void every_name_leads_to_those_that_rest_on_it(void **state)
{
    (void)state;
    static const struct {
        const char *reference, *ids, *clause;
    } rows[] = {
        {"g-2018", "d1:1 d12:1 d2:2 d3:2 d6:3", NULL},
        {"the  guide", "d1:1 d12:1 d2:2 d3:2 d6:3", NULL}, /* titles fold case and spaces */
        {"Our Guidance", "d1:1 d12:1 d2:2 d3:2 d6:3", NULL},
        {"g-2023", "d4:1", NULL},
        {"guide", "d1:1 d4:1 d12:1 d2:2 d3:2 d6:3", NULL}, /* all editions */
        {"urn:guide", "d1:1 d4:1 d12:1 d2:2 d3:2 d6:3", NULL},
        {"g-2018 ch2", "d1:1 d2:2 d3:2 d6:3", "ch2"}, /* the one that names another chapter is left out */
        {"urn:unlisted", "d11:1", NULL},
        {"CO1", "d2:1 d3:1 d6:2", NULL},
        {"T d1", "d2:1 d3:1 d6:2", NULL},
        {"d1", "d2:1 d3:1 d6:2", NULL},
        {"d6", "d2:1 d7:1 d3:2", NULL}, /* from the whole to its parts */
        {"d7", "d6:1", NULL},           /* from a part to the whole, and not to its other parts */
        {"d8", "d13:1 d9:1", NULL},     /* "implemented-by" carries on to the other end */
        {"d5", "", NULL},
        {"d13", "d8:1 d9:2", NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char ids[500];
        struct asked asked = ask(rows[i].reference);
        pdoc_impact *impact = pdoc_register_impact(asked.reg, &asked.basis, rows[i].reference, NULL);
        assert_non_null(impact);
        forget(&asked);
        ids_of(impact, ids);
        if (strcmp(ids, rows[i].ids) != 0)
            print_error("%s\n", rows[i].reference);
        assert_string_equal(ids, rows[i].ids);
        assert_int_equal(pdoc_impact_clause(impact) == NULL, rows[i].clause == NULL);
        if (rows[i].clause)
            assert_string_equal(pdoc_impact_clause(impact), rows[i].clause);
        pdoc_impact_unref(impact);
    }
}

static void each_document_comes_with_its_way_and_its_people(void **state)
{
    (void)state;
    struct asked asked = ask("g-2018");
    pdoc_impact *impact = pdoc_register_impact(asked.reg, &asked.basis, "g-2018", NULL);
    forget(&asked);
    char day[PDOC_DATE_TEXT];
    pdoc_impact *same = pdoc_impact_ref(impact);
    pdoc_impact_unref(same);
    assert_string_equal(pdoc_impact_work(impact), "g-2018");
    assert_string_equal(pdoc_impact_meaning(impact), "The Guide (g-2018)");
    assert_string_equal(pdoc_date_format(pdoc_impact_as_of(impact), day), "2022-01-01");
    assert_string_equal(pdoc_impact_title(impact, 0), "T d1");
    assert_string_equal(pdoc_impact_reference(impact, 0), "CO1");
    assert_string_equal(pdoc_impact_type(impact, 0), "policy");
    assert_string_equal(pdoc_impact_owner(impact, 0), "Board");
    assert_string_equal(pdoc_impact_author(impact, 0), "Lead");
    assert_string_equal(pdoc_impact_relation(impact, 0), "cites");
    assert_int_equal(pdoc_impact_phase(impact, 0), PDOC_PHASE_IN_FORCE);
    assert_string_equal(pdoc_date_format(pdoc_impact_due(impact, 0), day), "2023-02-03");
    assert_string_equal(pdoc_impact_path(impact, 4), "d6 comprises d2, d2 implements d1, d1 cites urn:guide (2018) ch2");
    assert_int_equal(pdoc_impact_rule_count(impact), 2);
    assert_string_equal(pdoc_impact_rule_profile(impact, 0), "p");
    assert_null(pdoc_impact_rule_id(impact, 0)); /* the whole profile is drawn from it */
    assert_string_equal(pdoc_impact_rule_clause(impact, 0), "The Guide and how we follow it");
    assert_string_equal(pdoc_impact_rule_id(impact, 1), "q");
    assert_null(pdoc_impact_id(impact, 5));
    assert_null(pdoc_impact_rule_clause(impact, 2));
    pdoc_impact_unref(impact);
}

static void a_name_that_nothing_has_is_refused_with_what_is_near(void **state)
{
    (void)state;
    pdoc_error *error = NULL;
    struct asked asked = ask("");
    assert_null(pdoc_register_impact(asked.reg, &asked.basis, "The Gide", &error));
    assert_int_equal(pdoc_error_status(error), PDOC_ERR_ARGUMENT);
    assert_contains(pdoc_error_message(error), "has the name \"The Gide\"; near it are \"The Guide\"");
    pdoc_error_free(error);
    error = NULL;
    assert_null(pdoc_register_impact(asked.reg, &asked.basis, "something of another kind altogether", &error));
    assert_null(strstr(pdoc_error_message(error), "near"));
    pdoc_error_free(error);
    assert_null(pdoc_register_impact(asked.reg, &asked.basis, "", NULL));
    assert_null(pdoc_register_impact(NULL, &asked.basis, "d1", NULL));
    assert_null(pdoc_impact_publish(NULL, NULL, NULL));
    forget(&asked);
}

static bool ask_impact(void *context, pdoc_error **error)
{
    const struct asked *asked = context;
    pdoc_impact *impact = pdoc_register_impact(asked->reg, &asked->basis, asked->reference, error);
    pdoc_text *text = impact ? pdoc_impact_publish(impact, NULL, error) : NULL;
    const bool answered = text != NULL;
    pdoc_text_free(text);
    pdoc_impact_unref(impact);
    return answered;
}

static void memory_that_runs_out_is_an_error(void **state)
{
    (void)state;
    struct asked asked = ask("g-2018 ch2");
    assert_true(fail_every_allocation(ask_impact, &asked, true) > 12);
    assert_true(fail_every_allocation(ask_impact, &asked, false) > 12);
    forget(&asked);
}

/* Many documents that rest on each other, in rings and on one hub: each once, and no longer than linear. */
static void thousands_are_walked_once(void **state)
{
    (void)state;
    enum { MANY = 20000 };
    pdoc_register *reg = pdoc_register_new(NULL);
    pdoc_profile *profile = read_good(RULES, NULL);
    for (int i = 0; i < MANY; i++) {
        char target[20];
        pdoc_document *doc = pdoc_register_add_document(reg, "policy", "T", NULL);
        snprintf(target, sizeof target, "d%d", (i + 1) % MANY + 1);
        assert_non_null(pdoc_document_add_relation(doc, "derived-from", target, NULL));
        assert_non_null(pdoc_document_add_relation(doc, "cites", "d1", NULL));
    }
    const pdoc_basis basis = {.size = sizeof basis, .as_of = day_of("2022-01-01"), .profile = profile};
    const clock_t begun = clock();
    pdoc_impact *impact = pdoc_register_impact(reg, &basis, "d2", NULL);
    assert_int_equal(pdoc_impact_count(impact), MANY - 1);
    assert_true(clock() - begun < 20 * CLOCKS_PER_SEC);
    pdoc_impact_unref(impact);
    pdoc_report *report = pdoc_audit(reg, &basis, NULL); /* one ring of all of them */
    assert_int_equal(outcome_on(report, "relation-loop", MANY - 1), PDOC_OUTCOME_NOT_MET);
    assert_true(clock() - begun < 60 * CLOCKS_PER_SEC);
    pdoc_report_unref(report);
    pdoc_register_unref(reg);
    pdoc_profile_unref(profile);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_name_leads_to_those_that_rest_on_it),
        cmocka_unit_test(each_document_comes_with_its_way_and_its_people),
        cmocka_unit_test(a_name_that_nothing_has_is_refused_with_what_is_near),
        cmocka_unit_test(memory_that_runs_out_is_an_error),
        cmocka_unit_test(thousands_are_walked_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
