/* SPDX-License-Identifier: MIT */
/* The tables of words: every row is whole, every code is one word and found, every inverse leads back. */
#include "policydoc/plan.h"
#include "registers.h"

#define TABLES (PDOC_TABLE_ISSUE_STATE + 1)

static void every_table_has_rows_and_no_more_tables_are_there(void **state)
{
    (void)state;
    for (int table = 0; table < TABLES; table++)
        assert_true(pdoc_table_count((pdoc_table)table) > 1);
    assert_int_equal(pdoc_table_count((pdoc_table)TABLES), 0);
    assert_int_equal(pdoc_table_count((pdoc_table)1000), 0);
    assert_null(pdoc_table_code((pdoc_table)TABLES, 0));
    assert_int_equal(pdoc_table_find((pdoc_table)TABLES, "text"), -1);
}

static void every_row_has_code_label_and_meaning(void **state)
{
    (void)state;
    for (int t = 0; t < TABLES; t++) {
        pdoc_table table = (pdoc_table)t;
        for (size_t row = 0; row < pdoc_table_count(table); row++) {
            const char *code = pdoc_table_code(table, row);
            const char *label = pdoc_table_label(table, row);
            const char *meaning = pdoc_table_meaning(table, row);
            assert_non_null(code); /* no hole in a table with written indexes */
            assert_true(code[0] >= 'a' && code[0] <= 'z');
            assert_int_equal(strspn(code, "abcdefghijklmnopqrstuvwxyz0123456789-"), strlen(code));
            assert_true(label && label[0] >= 'A' && label[0] <= 'Z');
            assert_true(meaning && meaning[0] && meaning[strlen(meaning) - 1] != '.');
        }
        assert_null(pdoc_table_code(table, pdoc_table_count(table)));
        assert_null(pdoc_table_label(table, pdoc_table_count(table)));
        assert_null(pdoc_table_meaning(table, pdoc_table_count(table)));
    }
}

static void every_code_is_unique_and_found(void **state)
{
    (void)state;
    for (int t = 0; t < TABLES; t++) {
        for (size_t row = 0; row < pdoc_table_count((pdoc_table)t); row++)
            assert_int_equal(pdoc_table_find((pdoc_table)t, pdoc_table_code((pdoc_table)t, row)), (int)row);
        assert_int_equal(pdoc_table_find((pdoc_table)t, "no-such-word"), -1);
        assert_int_equal(pdoc_table_find((pdoc_table)t, ""), -1);
        assert_int_equal(pdoc_table_find((pdoc_table)t, NULL), -1);
    }
}

static void labels_of_fields_and_kinds_are_unique(void **state)
{
    (void)state;
    static const pdoc_table tables[] = {PDOC_TABLE_FIELD, PDOC_TABLE_EVENT_KIND, PDOC_TABLE_EVENT_ATTRIBUTE,
                                        PDOC_TABLE_RELATION_KIND};
    for (size_t t = 0; t < sizeof tables / sizeof tables[0]; t++)
        for (size_t i = 0; i < pdoc_table_count(tables[t]); i++)
            for (size_t j = 0; j < i; j++)
                assert_string_not_equal(pdoc_table_label(tables[t], i), pdoc_table_label(tables[t], j));
}

static void inverses_lead_back(void **state)
{
    (void)state;
    size_t count;
    const struct pdoc__word *rows = pdoc__words(PDOC_TABLE_RELATION_KIND, &count);
    for (size_t i = 0; i < count; i++) {
        assert_non_null(rows[i].inverse);
        int back = pdoc_table_find(PDOC_TABLE_RELATION_KIND, rows[i].inverse);
        if (back >= 0)
            assert_string_equal(rows[back].inverse, rows[i].code);
        for (size_t j = 0; j < i; j++) /* two kinds that had one inverse could not be told apart on the way back */
            assert_string_not_equal(rows[i].inverse, rows[j].inverse);
    }
}

static void the_codes_of_the_enums_are_theirs(void **state)
{
    (void)state;
    static const struct {
        pdoc_table table;
        int row;
        const char *code;
    } rows[] = {
        {PDOC_TABLE_FIELD, PDOC__FIELD_DATE_REVIEW, "date-review"},
        {PDOC_TABLE_FIELD, PDOC__FIELD_MONITORING, "monitoring"},
        {PDOC_TABLE_FIELD_TYPE, PDOC__TEXT, "text"},
        {PDOC_TABLE_FIELD_TYPE, PDOC__CODE, "code"},
        {PDOC_TABLE_FIELD_TYPE, PDOC__DATE, "date"},
        {PDOC_TABLE_FIELD_TYPE, PDOC__PARTY, "party"},
        {PDOC_TABLE_FIELD_TYPE, PDOC__FLAG, "flag"},
        {PDOC_TABLE_FIELD_TYPE, PDOC__NUMBER, "number"},
        {PDOC_TABLE_FIELD_TYPE, PDOC__URI, "uri"},
        {PDOC_TABLE_FIELD_TYPE, PDOC__LIST, "list"},
        {PDOC_TABLE_FIELD_TYPE, PDOC__EVENT, "event"},
        {PDOC_TABLE_FIELD_TYPE, PDOC__VERSION, "version"},
        {PDOC_TABLE_FIELD_TYPE, PDOC__PERIOD, "period"},
        {PDOC_TABLE_EVENT_KIND, PDOC__EVENT_REQUESTED, "requested"},
        {PDOC_TABLE_EVENT_KIND, PDOC__EVENT_DECIDED, "decided"},
        {PDOC_TABLE_EVENT_KIND, PDOC__EVENT_REMARKED, "remarked"},
        {PDOC_TABLE_EVENT_ATTRIBUTE, PDOC__ATTRIBUTE_AT, "at"},
        {PDOC_TABLE_EVENT_ATTRIBUTE, PDOC__ATTRIBUTE_BASIS, "basis"},
        {PDOC_TABLE_PHASE, PDOC_PHASE_UNDETERMINED, "undetermined"},
        {PDOC_TABLE_PHASE, PDOC_PHASE_DRAFT, "draft"},
        {PDOC_TABLE_PHASE, PDOC_PHASE_CONSULTING, "consulting"},
        {PDOC_TABLE_PHASE, PDOC_PHASE_APPROVED, "approved"},
        {PDOC_TABLE_PHASE, PDOC_PHASE_IN_FORCE, "in-force"},
        {PDOC_TABLE_PHASE, PDOC_PHASE_SUPERSEDED, "superseded"},
        {PDOC_TABLE_PHASE, PDOC_PHASE_WITHDRAWN, "withdrawn"},
        {PDOC_TABLE_PHASE, PDOC_PHASE_ARCHIVED, "archived"},
        {PDOC_TABLE_CELL, PDOC_CELL_GIVEN, "given"},
        {PDOC_TABLE_CELL, PDOC_CELL_BLANK, "blank"},
        {PDOC_TABLE_CELL, PDOC_CELL_NOT_APPLICABLE, "not-applicable"},
        {PDOC_TABLE_CELL, PDOC_CELL_UNKNOWN, "unknown"},
        {PDOC_TABLE_DECISION, PDOC_DECISION_NONE, "none"},
        {PDOC_TABLE_DECISION, PDOC_DECISION_APPROVED, "approved"},
        {PDOC_TABLE_DECISION, PDOC_DECISION_WITH_AMENDMENTS, "with-amendments"},
        {PDOC_TABLE_DECISION, PDOC_DECISION_DEFERRED, "deferred"},
        {PDOC_TABLE_DECISION, PDOC_DECISION_REFERRED_UP, "referred-up"},
        {PDOC_TABLE_DECISION, PDOC_DECISION_REJECTED, "rejected"},
        {PDOC_TABLE_OUTCOME, PDOC_OUTCOME_NOT_APPLICABLE, "not-applicable"},
        {PDOC_TABLE_OUTCOME, PDOC_OUTCOME_MET, "met"},
        {PDOC_TABLE_OUTCOME, PDOC_OUTCOME_WAIVED, "waived"},
        {PDOC_TABLE_OUTCOME, PDOC_OUTCOME_PENDING, "pending"},
        {PDOC_TABLE_OUTCOME, PDOC_OUTCOME_UNDETERMINED, "undetermined"},
        {PDOC_TABLE_OUTCOME, PDOC_OUTCOME_NOT_MET, "not-met"},
        {PDOC_TABLE_MODALITY, PDOC_MODALITY_MUST, "must"},
        {PDOC_TABLE_MODALITY, PDOC_MODALITY_SHOULD, "should"},
        {PDOC_TABLE_MODALITY, PDOC_MODALITY_MAY, "may"},
        {PDOC_TABLE_REVIEW_STATE, PDOC_REVIEW_NONE, "none"},
        {PDOC_TABLE_REVIEW_STATE, PDOC_REVIEW_NO_RULE, "no-rule"},
        {PDOC_TABLE_REVIEW_STATE, PDOC_REVIEW_NO_DATA, "no-data"},
        {PDOC_TABLE_REVIEW_STATE, PDOC_REVIEW_IN_DATE, "in-date"},
        {PDOC_TABLE_REVIEW_STATE, PDOC_REVIEW_DUE_SOON, "due-soon"},
        {PDOC_TABLE_REVIEW_STATE, PDOC_REVIEW_DUE_IN_PERIOD, "due-in-period"},
        {PDOC_TABLE_REVIEW_STATE, PDOC_REVIEW_OVERDUE, "overdue"},
        {PDOC_TABLE_REVIEW_STATE, PDOC_REVIEW_OVERDUE_UNDER_WAY, "overdue-under-way"},
        {PDOC_TABLE_REVIEW_STATE, PDOC_REVIEW_OVERDUE_EXTENDED, "overdue-extended"},
        {PDOC_TABLE_STEP_STATE, PDOC_STEP_TO_DO, "to-do"},
        {PDOC_TABLE_STEP_STATE, PDOC_STEP_DONE, "done"},
        {PDOC_TABLE_STEP_STATE, PDOC_STEP_LATE, "late"},
        {PDOC_TABLE_STEP_STATE, PDOC_STEP_OPEN, "open"},
        {PDOC_TABLE_MEETING_STATE, PDOC_MEETING_EXPECTED, "expected"},
        {PDOC_TABLE_MEETING_STATE, PDOC_MEETING_PLANNED, "planned"},
        {PDOC_TABLE_MEETING_STATE, PDOC_MEETING_HELD, "held"},
        {PDOC_TABLE_MEETING_STATE, PDOC_MEETING_CANCELLED, "cancelled"},
        {PDOC_TABLE_CHANGE_KIND, PDOC_CHANGE_BECOMES_OVERDUE, "becomes-overdue"},
        {PDOC_TABLE_CHANGE_KIND, PDOC_CHANGE_NO_LONGER_OVERDUE, "no-longer-overdue"},
        {PDOC_TABLE_CHANGE_KIND, PDOC_CHANGE_EARLIER, "earlier"},
        {PDOC_TABLE_CHANGE_KIND, PDOC_CHANGE_LATER, "later"},
        {PDOC_TABLE_CHANGE_KIND, PDOC_CHANGE_DATE_GAINED, "date-gained"},
        {PDOC_TABLE_CHANGE_KIND, PDOC_CHANGE_DATE_LOST, "date-lost"},
        {PDOC_TABLE_CHANGE_KIND, PDOC_CHANGE_STATE_ONLY, "state-only"},
    };
    size_t closed[TABLES] = {0};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_string_equal(pdoc_table_code(rows[i].table, (size_t)rows[i].row), rows[i].code);
        closed[rows[i].table]++;
    }
    for (int t = PDOC_TABLE_PHASE; t <= PDOC_TABLE_REVIEW_STATE; t++) /* a new value needs a row here */
        assert_int_equal(closed[t], pdoc_table_count((pdoc_table)t));
    for (int t = PDOC_TABLE_STEP_STATE; t <= PDOC_TABLE_CHANGE_KIND; t++)
        assert_int_equal(closed[t], pdoc_table_count((pdoc_table)t));
    assert_int_equal(closed[PDOC_TABLE_FIELD_TYPE], pdoc_table_count(PDOC_TABLE_FIELD_TYPE));
}

static void types_and_phases_of_rows_exist(void **state)
{
    (void)state;
    for (size_t i = 0; i < pdoc_table_count(PDOC_TABLE_FIELD); i++)
        assert_non_null(pdoc_table_code(PDOC_TABLE_FIELD_TYPE, pdoc__word(PDOC_TABLE_FIELD, i)->type));
    for (size_t i = 0; i < pdoc_table_count(PDOC_TABLE_EVENT_ATTRIBUTE); i++) {
        assert_non_null(pdoc_table_code(PDOC_TABLE_FIELD_TYPE, pdoc__word(PDOC_TABLE_EVENT_ATTRIBUTE, i)->type));
        assert_true(pdoc__word(PDOC_TABLE_EVENT_ATTRIBUTE, i)->extra <= 1);
    }
    for (size_t i = 0; i < pdoc_table_count(PDOC_TABLE_EVENT_KIND); i++)
        assert_non_null(pdoc_table_code(PDOC_TABLE_PHASE, pdoc__word(PDOC_TABLE_EVENT_KIND, i)->extra));
}

static void the_reader_has_room_for_all_words(void **state)
{
    (void)state;
    assert_true(pdoc_table_count(PDOC_TABLE_FIELD) <= INT16_MAX);
    assert_true(pdoc_table_count(PDOC_TABLE_EVENT_KIND) <= INT8_MAX); /* struct pdoc__bound */
    assert_true(pdoc_table_count(PDOC_TABLE_EVENT_ATTRIBUTE) <= INT8_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_table_has_rows_and_no_more_tables_are_there),
        cmocka_unit_test(every_row_has_code_label_and_meaning),
        cmocka_unit_test(every_code_is_unique_and_found),
        cmocka_unit_test(labels_of_fields_and_kinds_are_unique),
        cmocka_unit_test(inverses_lead_back),
        cmocka_unit_test(the_codes_of_the_enums_are_theirs),
        cmocka_unit_test(types_and_phases_of_rows_exist),
        cmocka_unit_test(the_reader_has_room_for_all_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
