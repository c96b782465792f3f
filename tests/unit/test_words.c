/* SPDX-License-Identifier: MIT */
/* Words for people: what an operand is called, an offset, and what is missing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "governance/explain/words.h"

static const char profile_text[] =
    "<profile xmlns=\"urn:policydoc:1\" schema-version=\"1.0\" id=\"p\">"
    "<types><type id=\"policy\" base=\"policy\"><label>Policy</label></type></types>"
    "<parties><party id=\"executive\" kind=\"executive\"><name>Executive Group</name></party></parties>"
    "<fields><field id=\"lead\" type=\"party\"><label>Lead</label></field></fields>"
    "<sections><section id=\"scope\"><title>Scope of it</title></section></sections>"
    "<facts><fact id=\"reported\" event=\"reported\"><label>Last report</label></fact>"
    "<fact id=\"agreed\" event=\"decided\" fallback=\"date-approved\"><label>Day of the agreement</label>"
    "<where><equals of=\"outcome\" value=\"approved\"/></where></fact>"
    "<fact id=\"told\" event=\"notified published\"><label>Day on which people were told</label></fact>"
    "<fact id=\"plain\" event=\"reviewed\"/></facts></profile>";

static pdoc_profile *profile;

static int set_up(void **state)
{
    (void)state;
    profile = pdoc_profile_read_memory(profile_text, strlen(profile_text), NULL, NULL, NULL);
    return profile ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    pdoc_profile_unref(profile);
    return 0;
}

static struct pdoc__operand operand_of(const char *name)
{
    struct pdoc__operand operand;
    assert_true(pdoc__operand_resolve(profile, name, -1, &operand));
    return operand;
}

static void is_written(struct pdoc__buffer *out, const char *expected)
{
    assert_string_equal(out->data ? out->data : "", expected);
    pdoc__buffer_free(out);
    *out = (struct pdoc__buffer){0};
}

static void operands_are_called_as_people_call_them(void **state)
{
    (void)state;
    static const struct {
        const char *operand;
        const char *name;
        const char *nothing;
    } rows[] = {
        {"reported", "Last report", "no report is recorded"},
        {"agreed", "Day of the agreement", "no such decision is recorded or printed"},
        {"told", "Day on which people were told", "nothing recorded"},
        {"plain", "plain", "nothing recorded"},
        {"due", "the review date", "nothing recorded"},
        {"as-of", "the day judged", "nothing recorded"},
        {"field.author", "the cell \"Author\"", "missing or empty"},
        {"field.lead", "the cell \"Lead\"", "missing or empty"},
        {"property.colour", "the property \"colour\"", "no such property"},
        {"relation.cites", "the relation \"Cites\"", "no such relation"},
        {"relation.own-kind", "the relation \"own-kind\"", "no such relation"},
        {"section.scope", "the section \"Scope of it\"", "no such section"},
        {"section.other", "the section \"other\"", "no such section"},
    };
    struct pdoc__buffer out = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct pdoc__operand operand = operand_of(rows[i].operand);
        pdoc__write_operand(&out, profile, &operand);
        is_written(&out, rows[i].name);
        pdoc__write_nothing(&out, profile, &operand);
        is_written(&out, rows[i].nothing);
        assert_int_equal(pdoc__operand_has_label(profile, &operand), i < 3);
    }
}

static void every_document_operand_and_kind_of_event_has_a_name(void **state)
{
    (void)state;
    struct pdoc__buffer out = {0};
    for (int16_t i = 0; i <= PDOC__OF_VERSION_COUNT; i++) {
        const struct pdoc__operand operand = {.kind = PDOC__OPERAND_DOCUMENT, .index = i};
        pdoc__write_operand(&out, NULL, &operand);
        assert_true(out.size > strlen("the "));
        pdoc__buffer_free(&out);
        out = (struct pdoc__buffer){0};
    }
    struct pdoc__fact *reported = &profile->facts[0]; /* for this test only: profiles are never changed */
    const uint64_t kinds = reported->kinds;
    const struct pdoc__operand operand = operand_of("reported");
    for (unsigned kind = 0; kind < PDOC__EVENT_KIND_COUNT; kind++) {
        reported->kinds = UINT64_C(1) << kind;
        pdoc__write_nothing(&out, profile, &operand);
        if (!out.data || strncmp(out.data, "no ", 3) != 0)
            fail_msg("%s has no noun", pdoc_table_code(PDOC_TABLE_EVENT_KIND, kind));
        pdoc__buffer_free(&out);
        out = (struct pdoc__buffer){0};
    }
    reported->kinds = kinds;
}

static void codes_are_called_by_their_labels(void **state)
{
    (void)state;
    static const struct {
        const char *operand;
        const char *code;
        const char *label;
    } rows[] = {
        {"type", "policy", "Policy"},
        {"type", "poem", "poem"},
        {"phase", "in-force", "in force"},
        {"state", "due-in-period", "due in the printed period"},
        {"field.author", "executive", "Executive Group"},
        {"field.author", "nobody", "nobody"},
        {"scope", "in-force", "in-force"},
    };
    struct pdoc__buffer out = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct pdoc__operand operand = operand_of(rows[i].operand);
        pdoc__write_code(&out, profile, &operand, rows[i].code);
        is_written(&out, rows[i].label);
    }
}

static void offsets_are_written_in_years_and_days(void **state)
{
    (void)state;
    static const struct {
        const char *offset;
        const char *words;
    } rows[] = {
        {"P3Y", "3 years"},           {"P36M", "3 years"},     {"P1Y", "1 year"},       {"P2Y9M", "2 years and 9 months"},
        {"-P14D", "2 weeks"},         {"P7D", "7 days"},       {"P1D", "1 day"},        {"P1M3D", "1 month and 3 days"},
        {"-3 working-days", "3 working days"}, {"5 clear-working-days", "5 clear working days"}, {"PT48H", "48 hours"}, {"P0D", "0 days"},
    };
    struct pdoc__buffer out = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pdoc_offset offset;
        assert_int_equal(pdoc_offset_parse(rows[i].offset, &offset, NULL), PDOC_OK);
        pdoc__write_offset(&out, offset);
        is_written(&out, rows[i].words);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(operands_are_called_as_people_call_them),
        cmocka_unit_test(every_document_operand_and_kind_of_event_has_a_name),
        cmocka_unit_test(codes_are_called_by_their_labels),
        cmocka_unit_test(offsets_are_written_in_years_and_days),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
