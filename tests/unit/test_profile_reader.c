/* SPDX-License-Identifier: MIT */
/* Reading good profiles: every table, every attribute, what stands where nothing is written. */
#include "profiles.h"

static const char whole[] =
    "<profile xmlns=\"urn:policydoc:1\" schema-version=\"1.7\" id=\"whole\" act=\"ratified\" review-by=\"author\"\n"
    "  body-field=\"ratified-by\" due-soon=\"P90D\">\n"
    "  <title>The   whole\n     language</title>\n"
    "  <source href=\"https://example.org/p\">Policy on policies</source>\n"
    "  <!-- facts come last here: rules may refer forward -->\n"
    "  <types>\n"
    "    <type id=\"policy\" base=\"policy\" binding=\"mandatory\" orientation=\"reactive\" answers=\"why\"\n"
    "      parents=\"strategy\" clause=\"s1 L5\" from=\"2019-10\" to=\"2023\" modality=\"should\" inferred=\"true\">\n"
    "      <label>Policy</label><alias>Policies</alias><alias>Policy &amp; statement</alias>\n"
    "      <definition>What is to be done.</definition><example>Bruising</example><note>None.</note></type>\n"
    "    <type id=\"strategy\" base=\"strategy\"><label>Strategy</label></type>\n"
    "    <type id=\"local-policy\" kind-of=\"policy\"/>\n"
    "  </types>\n"
    "  <parties><party id=\"executive\" kind=\"executive\" part-of=\"board\" members=\"a b\"><name>Executive "
    "Group</name>\n"
    "    <alias>the Exec</alias></party></parties>\n"
    "  <fields><field id=\"approved-by\" block=\"2\" required=\"true\" blank=\"true\" na=\"true\"><label>Approving "
    "body</label>\n"
    "    <when><equals of=\"type\" value=\"policy\"/></when></field>\n"
    "    <field id=\"risk\" type=\"number\"/></fields>\n"
    "  <sections><section id=\"scope\" required=\"true\"><title>Scope</title><prompt>For "
    "whom?</prompt></section></sections>\n"
    "  <requirements><requirement id=\"r\" of=\"version\" past-act=\"approved\"><label>Rule</label>\n"
    "    <when><in of=\"type\" set=\"kinds\"/></when>\n"
    "    <must><any><present of=\"field.author\"/><not><before of=\"approved\" other=\"closed\" "
    "offset=\"-P3D\"/></not></any>\n"
    "      <count of=\"sendings\" min=\"1\" max=\"3\"/></must>\n"
    "    <waived><has-none of=\"groups\" values=\"x y\"/></waived>\n"
    "    <by fact=\"approved\" offset=\"P1M\"/><message>{title} lacks it</message><remedy>Add "
    "it</remedy></requirement></requirements>\n"
    "  <sets><set id=\"kinds\" items=\"policy strategy\"><item>local policy</item></set></sets>\n"
    "  <schedule><due id=\"review\" kind=\"review\" anchors=\"reviewed approved\" pick=\"earliest\" offset=\"P36M\" "
    "cap=\"P37M\"\n"
    "    rounding=\"end-of-month\" printed=\"date-review\"><when><not-after of=\"approved\" "
    "value=\"2030-01\"/></when></due>\n"
    "    <due id=\"never\" kind=\"expiry\" nothing=\"true\"/></schedule>\n"
    "  <facts>\n"
    "    <fact id=\"approved\" event=\"decided released\" pick=\"first\" fallback=\"date-approved\">\n"
    "      <where><equals of=\"outcome\" value=\"approved\"/></where></fact>\n"
    "    <fact id=\"reviewed\" event=\"reviewed\" versions=\"all\"/>\n"
    "    <fact id=\"closed\" event=\"consultation-closed\" give=\"deadline\"/>\n"
    "    <fact id=\"groups\" event=\"consultation-opened\" pick=\"each\" give=\"group\"/>\n"
    "    <fact id=\"sendings\" event=\"consultation-opened\" pick=\"count\"/>\n"
    "    <fact id=\"was-sent\" event=\"consultation-opened\" pick=\"any\"/>\n"
    "    <fact id=\"source\" relation=\"derived-from\" give=\"edition\"><where><equals of=\"kind\" "
    "value=\"derived-from\"/></where></fact>\n"
    "    <fact id=\"any-day\" facts=\"closed approved\"/>\n"
    "    <fact id=\"printed\" fallback=\"date-issued date-effective\"/>\n"
    "    <fact id=\"parent-approved\" event=\"decided\" via=\"derived-from\" give=\"by\"/>\n"
    "  </facts>\n"
    "</profile>\n";

static void the_root_and_its_attributes_are_read(void **state)
{
    (void)state;
    pdoc_profile *profile = read_good(whole, NULL);
    assert_string_equal(pdoc_profile_id(profile), "whole");
    assert_string_equal(pdoc_profile_title(profile), "The whole language");
    assert_string_equal(profile->source_title, "Policy on policies");
    assert_string_equal(profile->act, "ratified");
    assert_string_equal(profile->review_by, "author");
    assert_string_equal(profile->body_field, "ratified-by");
    assert_int_equal(profile->due_soon.count, 90);
    assert_null(pdoc_profile_extends(profile));
    assert_string_equal(pdoc_profile_source(profile), whole);
    assert_int_equal(profile->text_size, strlen(whole));
    assert_int_equal(profile->remark_count, 0);
    pdoc_profile_unref(profile);
}

static void what_every_row_may_have_is_read(void **state)
{
    (void)state;
    pdoc_profile *profile = read_good(whole, NULL);
    const struct pdoc__rule *rule = &profile->types[0].rule;
    assert_string_equal(rule->id, "policy");
    assert_string_equal(rule->clause, "s1 L5");
    assert_string_equal(rule->label, "Policy");
    assert_string_equal(rule->profile, "whole");
    assert_int_equal(rule->line, 9); /* a tag stands where it ends */
    assert_int_equal(rule->modality, PDOC_MODALITY_SHOULD);
    assert_true(rule->inferred);
    assert_int_equal(rule->from.month, 10);
    assert_int_equal(rule->to.year, 2023);
    const struct pdoc__rule *bare = &profile->types[2].rule;
    assert_int_equal(bare->modality, PDOC_MODALITY_MUST);
    assert_false(bare->inferred);
    assert_null(bare->clause);
    assert_null(bare->label);
    assert_false(pdoc_date_is_recorded(bare->from));
    pdoc_profile_unref(profile);
}

static void types_parties_fields_and_sections_are_read(void **state)
{
    (void)state;
    pdoc_profile *profile = read_good(whole, NULL);
    const struct pdoc__type *type = &profile->types[0];
    assert_string_equal(type->base, "policy");
    assert_string_equal(type->binding, "mandatory");
    assert_string_equal(type->orientation, "reactive");
    assert_string_equal(type->answers, "why");
    assert_string_equal(type->definition, "What is to be done.");
    assert_string_equal(type->note, "None.");
    assert_int_equal(type->aliases.count, 2);
    assert_string_equal(type->aliases.items[1], "Policy & statement");
    assert_string_equal(type->parents.items[0], "strategy");
    assert_string_equal(type->examples.items[0], "Bruising");
    assert_string_equal(profile->types[2].base, "policy"); /* from what it is a kind of */
    assert_string_equal(profile->parties[0].rule.label, "Executive Group");
    assert_string_equal(profile->parties[0].part_of, "board");
    assert_string_equal(profile->parties[0].members.items[1], "b");
    const struct pdoc__profile_field *field = &profile->fields[0];
    assert_int_equal(field->known, PDOC__FIELD_APPROVED_BY);
    assert_int_equal(field->type, PDOC__PARTY);
    assert_int_equal(field->block, 2);
    assert_true(field->required && field->blank_allowed && field->na_allowed);
    assert_int_equal(field->when->operator, PDOC__EQUALS);
    assert_int_equal(profile->fields[1].known, -1);
    assert_int_equal(profile->fields[1].type, PDOC__NUMBER);
    assert_int_equal(profile->fields[1].block, 1);
    assert_true(profile->sections[0].required);
    assert_string_equal(profile->sections[0].prompts.items[0], "For whom?");
    pdoc_profile_unref(profile);
}

static void rows_are_found_by_code_label_and_alias(void **state)
{
    (void)state;
    pdoc_profile *profile = read_good(whole, NULL);
    assert_ptr_equal(pdoc__profile_type(profile, "policy"), &profile->types[0]);
    assert_ptr_equal(pdoc__profile_type(profile, "POLICY  &  Statement"), &profile->types[0]);
    assert_null(pdoc__profile_type(profile, "protocol"));
    assert_ptr_equal(pdoc__profile_party(profile, "executive group"), &profile->parties[0]);
    assert_ptr_equal(pdoc__profile_party(profile, "The Exec"), &profile->parties[0]);
    pdoc_profile_unref(profile);
}

static const struct pdoc__fact *fact_of(const pdoc_profile *profile, const char *id)
{
    return &profile->facts[find_row(profile, PDOC_PROFILE_FACTS, id)];
}

static void facts_know_what_they_select_and_give(void **state)
{
    (void)state;
    pdoc_profile *profile = read_good(whole, NULL);
    const struct pdoc__fact *approved = fact_of(profile, "approved");
    assert_int_equal(approved->source, PDOC__SOURCE_EVENT);
    assert_true(approved->kinds == ((UINT64_C(1) << PDOC__EVENT_DECIDED) | (UINT64_C(1) << PDOC__EVENT_RELEASED)));
    assert_int_equal(approved->pick, PDOC__PICK_FIRST);
    assert_int_equal(approved->give, PDOC__GIVE_ON);
    assert_int_equal(approved->type, PDOC__DATE);
    assert_int_equal(approved->fallback_known[0], PDOC__FIELD_DATE_APPROVED);
    assert_int_equal(approved->where->left.kind, PDOC__OPERAND_ITEM);
    assert_int_equal(approved->where->left.index, PDOC__ATTRIBUTE_OUTCOME);
    assert_false(approved->whole_document);
    assert_true(fact_of(profile, "reviewed")->whole_document);
    assert_int_equal(fact_of(profile, "reviewed")->pick, PDOC__PICK_LAST);
    assert_int_equal(fact_of(profile, "closed")->give, PDOC__ATTRIBUTE_DEADLINE);
    assert_int_equal(fact_of(profile, "groups")->type, PDOC__CODE);
    assert_int_equal(fact_of(profile, "sendings")->type, PDOC__NUMBER);
    assert_int_equal(fact_of(profile, "was-sent")->type, PDOC__FLAG);
    assert_int_equal(fact_of(profile, "source")->source, PDOC__SOURCE_RELATION);
    assert_int_equal(fact_of(profile, "source")->give, PDOC__GIVE_EDITION);
    assert_string_equal(fact_of(profile, "source")->relation, "derived-from");
    assert_int_equal(fact_of(profile, "any-day")->source, PDOC__SOURCE_FACT);
    assert_int_equal(fact_of(profile, "any-day")->type, PDOC__DATE);
    assert_int_equal(fact_of(profile, "any-day")->fact_index[1], 0);
    assert_int_equal(fact_of(profile, "printed")->source, PDOC__SOURCE_FIELD);
    assert_int_equal(fact_of(profile, "printed")->type, PDOC__DATE);
    assert_string_equal(fact_of(profile, "parent-approved")->via, "derived-from");
    assert_int_equal(fact_of(profile, "parent-approved")->type, PDOC__PARTY);
    pdoc_profile_unref(profile);
}

static void the_schedule_counts_from_facts(void **state)
{
    (void)state;
    pdoc_profile *profile = read_good(whole, NULL);
    const struct pdoc__due_rule *due = &profile->schedule[0];
    assert_string_equal(due->kind, "review");
    assert_int_equal(due->anchor_count, 2);
    assert_string_equal(profile->facts[due->anchors[0]].rule.id, "reviewed");
    assert_string_equal(profile->facts[due->anchors[1]].rule.id, "approved");
    assert_true(due->earliest && due->end_of_month && !due->nothing);
    assert_int_equal(due->offset.months, 36);
    assert_int_equal(due->cap.months, 37);
    assert_int_equal(due->printed_known, PDOC__FIELD_DATE_REVIEW);
    assert_int_equal(due->when->operator, PDOC__NOT_AFTER);
    assert_int_equal(due->when->date.year, 2030);
    assert_true(profile->schedule[1].nothing);
    assert_int_equal(profile->schedule[1].anchor_count, 0);
    pdoc_profile_unref(profile);
}

static void requirements_hold_their_predicates(void **state)
{
    (void)state;
    pdoc_profile *profile = read_good(whole, NULL);
    const struct pdoc__requirement *rule = &profile->requirements[0];
    assert_string_equal(rule->of, "version");
    assert_int_equal(rule->when->operator, PDOC__IN);
    assert_int_equal(rule->when->values.count, 3);
    assert_string_equal(rule->when->values.items[2], "local policy");
    assert_string_equal(rule->when->set, "kinds");
    assert_int_equal(rule->must->operator, PDOC__ALL); /* two children: all of them */
    assert_int_equal(rule->must->child_count, 2);
    const struct pdoc__predicate *any = &rule->must->children[0];
    assert_int_equal(any->operator, PDOC__ANY);
    assert_int_equal(any->children[0].left.index, PDOC__FIELD_AUTHOR);
    const struct pdoc__predicate *before = &any->children[1].children[0];
    assert_int_equal(any->children[1].operator, PDOC__NOT);
    assert_int_equal(before->operator, PDOC__BEFORE);
    assert_true(before->has_other && before->has_offset);
    assert_int_equal(before->offset.count, -3);
    assert_string_equal(before->other.name, "closed");
    assert_int_equal(rule->must->children[1].minimum, 1);
    assert_int_equal(rule->must->children[1].maximum, 3);
    assert_int_equal(rule->waived->operator, PDOC__HAS_NONE);
    assert_string_equal(profile->facts[rule->by].rule.id, "approved");
    assert_int_equal(rule->by_offset.months, 1);
    assert_string_equal(profile->facts[rule->past_fact].rule.id, "approved");
    assert_string_equal(rule->message, "{title} lacks it");
    assert_string_equal(rule->remedy, "Add it");
    pdoc_profile_unref(profile);
}

static void types_alone_are_a_legal_profile(void **state)
{
    (void)state;
    pdoc_profile *profile = read_good(PROFILE("<types><type id=\"a\" base=\"other\"/></types>"), NULL);
    assert_int_equal(pdoc_profile_row_count(profile, PDOC_PROFILE_TYPES), 1);
    assert_int_equal(pdoc_profile_row_count(profile, PDOC_PROFILE_REQUIREMENTS), 0);
    assert_string_equal(profile->body_field, "approved-by"); /* where nothing is said */
    pdoc_profile_unref(profile);
}

static void two_editions_of_a_row_may_share_an_id(void **state)
{
    (void)state;
    pdoc_profile *profile = read_good(PROFILE("<types><type id=\"a\" base=\"other\" to=\"2019-12-31\"/>"
                                              "<type id=\"a\" base=\"plan\" from=\"2020\"/></types>"),
                                      NULL);
    assert_int_equal(pdoc_profile_row_count(profile, PDOC_PROFILE_TYPES), 2);
    pdoc_profile_unref(profile);
}

static void the_hash_follows_every_byte(void **state)
{
    (void)state;
    pdoc_profile *one = read_good(PROFILE("<title>One</title>"), NULL);
    pdoc_profile *same = read_good(PROFILE("<title>One</title>"), NULL);
    pdoc_profile *other = read_good(PROFILE("<title>Onf</title>"), NULL);
    assert_int_equal(strlen(pdoc_profile_hash(one)), 16);
    assert_int_equal(strspn(pdoc_profile_hash(one), "0123456789abcdef"), 16);
    assert_string_equal(pdoc_profile_hash(one), pdoc_profile_hash(same));
    assert_string_not_equal(pdoc_profile_hash(one), pdoc_profile_hash(other));
    /* FNV-1a of 64 bits, from its published constants: this number may never change. */
    uint64_t expected = UINT64_C(0xcbf29ce484222325);
    const char *text = PROFILE("<title>One</title>");
    for (size_t i = 0; i < strlen(text); i++)
        expected = (expected ^ (unsigned char)text[i]) * UINT64_C(0x100000001b3);
    char digits[17];
    snprintf(digits, sizeof digits, "%016llx", (unsigned long long)expected);
    assert_string_equal(pdoc_profile_hash(one), digits);
    pdoc_profile_unref(one);
    pdoc_profile_unref(same);
    pdoc_profile_unref(other);
}

static void what_is_not_known_is_ignored_and_remarked_on(void **state)
{
    (void)state;
    pdoc_profile *profile =
        read_good(PROFILE("<types colour=\"red\"><type id=\"a\" base=\"other\" colour=\"red\"><shape/></type></types>\n"
                          "<flows><state/></flows>\n"
                          "<x:notes xmlns:x=\"urn:else\"><x:note/></x:notes>"),
                  NULL);
    assert_int_equal(pdoc_profile_row_count(profile, PDOC_PROFILE_TYPES), 1);
    assert_int_equal(profile->remark_count, 3); /* what another namespace holds is its own matter */
    assert_int_equal(profile->remarks[0].kind, PDOC__REMARK_ELEMENT);
    assert_string_equal(profile->remarks[0].name, "flows");
    assert_int_equal(profile->remarks[0].line, 3);
    assert_int_equal(profile->remarks[1].kind, PDOC__REMARK_ATTRIBUTE);
    assert_string_equal(profile->remarks[1].row, "a");
    assert_int_equal(profile->remarks[2].kind, PDOC__REMARK_ELEMENT);
    assert_string_equal(profile->remarks[2].name, "shape");
    pdoc_profile_unref(profile);
}

static void an_own_field_can_be_an_operand(void **state)
{
    (void)state;
    pdoc_profile *profile =
        read_good(PROFILE("<fields><field id=\"risk\" type=\"date\"/></fields><requirements><requirement id=\"r\">"
                          "<must><before of=\"field.risk\" value=\"2020\"/></must></requirement></requirements>"),
                  NULL);
    assert_int_equal(profile->requirements[0].must->left.type, PDOC__DATE);
    pdoc_profile_unref(profile);
}

/* ---- memory ------------------------------------------------------------------------------------------------ */

static bool read_whole(void *context, pdoc_error **error)
{
    (void)context;
    pdoc_profile *profile = read_text(whole, NULL, error);
    if (profile)
        assert_int_equal(pdoc_profile_row_count(profile, PDOC_PROFILE_FACTS), 10);
    pdoc_profile_unref(profile);
    return profile != NULL;
}

static void any_allocation_may_fail(void **state)
{
    (void)state;
    for (int forever = 0; forever < 2; forever++)
        assert_in_range(fail_every_allocation(read_whole, NULL, forever == 1), 5, 5000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_root_and_its_attributes_are_read),
        cmocka_unit_test(what_every_row_may_have_is_read),
        cmocka_unit_test(types_parties_fields_and_sections_are_read),
        cmocka_unit_test(rows_are_found_by_code_label_and_alias),
        cmocka_unit_test(facts_know_what_they_select_and_give),
        cmocka_unit_test(the_schedule_counts_from_facts),
        cmocka_unit_test(requirements_hold_their_predicates),
        cmocka_unit_test(types_alone_are_a_legal_profile),
        cmocka_unit_test(two_editions_of_a_row_may_share_an_id),
        cmocka_unit_test(the_hash_follows_every_byte),
        cmocka_unit_test(what_is_not_known_is_ignored_and_remarked_on),
        cmocka_unit_test(an_own_field_can_be_an_operand),
        cmocka_unit_test(any_allocation_may_fail),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
