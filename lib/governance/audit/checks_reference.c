/* SPDX-License-Identifier: MIT */
/* Law, guidance and standards that a document rests on: are they known, in which edition, and is that one still there?
 */
#include <string.h>

#include "governance/audit/audit.h"
#include "governance/relations/crosswalk.h"

/* Kinds by which documents name works outside the register. */
static const char *const kinds[] = {"cites", "underpinned-by"};

static const char *title_of(const struct pdoc__reference *row)
{
    return row->rule.label ? row->rule.label : row->rule.id;
}

static const char *words_of(struct pdoc__audit *audit, const struct pdoc__reference *row)
{
    const bool says_so = !row->edition || strstr(title_of(row), row->edition);
    return says_so ? title_of(row) : PDOC__SAY(audit, title_of(row), " (", row->edition, ")");
}

static void find_reference(struct pdoc__audit *audit, const pdoc_relation *relation, const struct pdoc__evidence *what)
{
    struct pdoc__evidence evidence = *what;
    evidence.place = PDOC__SAY(audit, "relation/", relation->kind);
    evidence.arguments[0] = (struct pdoc__argument){"kind", relation->kind};
    pdoc__find(audit, &evidence);
}

static void say_replaced(struct pdoc__audit *audit, const pdoc_relation *relation, const struct pdoc__cited *cited,
                         pdoc_truth replaced, const struct pdoc__reference *by)
{
    const char *since = by && pdoc_date_is_recorded(by->rule.from) ? pdoc__say_date(audit, by->rule.from) : NULL;
    const char *to = pdoc_date_is_recorded(cited->row->rule.to) ? pdoc__say_date(audit, cited->row->rule.to) : NULL;
    const char *how = by ? PDOC__SAY(audit, "was replaced by ", words_of(audit, by), since ? ", in force since " : "",
                                     since ? since : "")
                         : PDOC__SAY(audit, "was in force until ", to ? to : "an earlier day", " only");
    find_reference(
        audit, relation,
        &(struct pdoc__evidence){.check = PDOC__CHECK_REFERENCE_REPLACED,
                                 .outcome = replaced == PDOC_TRUE ? PDOC_OUTCOME_NOT_MET : PDOC_OUTCOME_UNDETERMINED,
                                 .expected = by ? words_of(audit, by) : "an edition that is in force",
                                 .found = words_of(audit, cited->row),
                                 .arguments = {[1] = {"how", how}}});
}

static void check_row(struct pdoc__audit *audit, const pdoc_relation *relation, const struct pdoc__cited *cited)
{
    const struct pdoc__reference *by;
    if (cited->state == PDOC__CITED_WITHOUT_EDITION) {
        find_reference(audit, relation,
                       &(struct pdoc__evidence){.check = PDOC__CHECK_REFERENCE_EDITION,
                                                .outcome = PDOC_OUTCOME_NOT_MET,
                                                .expected = "an edition",
                                                .found = relation->target,
                                                .arguments = {[1] = {"now", words_of(audit, cited->row)}}});
        return;
    }
    pdoc__check_met(audit, PDOC__CHECK_REFERENCE_EDITION);
    const pdoc_truth replaced = pdoc__is_replaced(&audit->judge, cited, &by);
    if (replaced == PDOC_FALSE)
        pdoc__check_met(audit, PDOC__CHECK_REFERENCE_REPLACED);
    else
        say_replaced(audit, relation, cited, replaced, by);
}

static void check_reference(struct pdoc__audit *audit, const pdoc_relation *relation)
{
    const struct pdoc__cited cited = pdoc__cited(&audit->judge, relation->target, relation->edition);
    const struct pdoc__crosswalk *crosswalk = pdoc__judge_crosswalk(&audit->judge);
    if (!crosswalk || crosswalk->row_count == 0)
        return;
    if (cited.state != PDOC__CITED_UNKNOWN) {
        pdoc__check_met(audit, PDOC__CHECK_REFERENCE_UNKNOWN);
        check_row(audit, relation, &cited);
        return;
    }
    const char *edition = relation->edition;
    find_reference(audit, relation,
                   &(struct pdoc__evidence){.check = PDOC__CHECK_REFERENCE_UNKNOWN,
                                            .is_note = true,
                                            .expected = "a row of the table of references",
                                            .found = edition ? PDOC__SAY(audit, relation->target, ", edition ", edition)
                                                             : relation->target});
}

void pdoc__check_references(struct pdoc__audit *audit)
{
    const pdoc_document *doc = audit->judge.doc;
    for (size_t i = 0; i < doc->relation_count; i++) {
        const pdoc_relation *relation = doc->relations[i];
        bool is_asked = false;
        for (size_t j = 0; j < sizeof kinds / sizeof *kinds; j++)
            is_asked |= strcmp(relation->kind, kinds[j]) == 0;
        if (is_asked && relation->target && !pdoc_relation_document(relation))
            check_reference(audit, relation);
    }
}
