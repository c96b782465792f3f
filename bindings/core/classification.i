/* SPDX-License-Identifier: MIT */
/* Which type a document is, by the words it uses. */
CLASS(pdoc_classifier, Classifier)
ITEM    (pdoc_question, pdoc_classifier, Question)
FIELD   (pdoc_question, pdoc_classifier_question, TEXT, id)
FIELD_BY(pdoc_question, TEXT, text, pdoc_classifier_question)
FIELD   (pdoc_question, pdoc_classifier_question, MAYBE_TEXT, clause)
ITEMS   (pdoc_classifier, pdoc_question, questions, pdoc_classifier_question_count)

CLASS(pdoc_classification, Classification)
GET  (pdoc_classification, TEXT, profile)
GET  (pdoc_classification, MAYBE_TEXT, title)
GET  (pdoc_classification, MAYBE_TEXT, declared)
GET  (pdoc_classification, bool, is_contradicted)
GET  (pdoc_classification, pdoc_confidence, confidence)
GET  (pdoc_classification, TEXT, reason)
ITEM (pdoc_candidate, pdoc_classification, Candidate)
FIELD(pdoc_candidate, pdoc_classification, TEXT, type)
FIELD(pdoc_candidate, pdoc_classification, TEXT, label)
FIELD(pdoc_candidate, pdoc_classification, MAYBE_TEXT, definition)
FIELD(pdoc_candidate, pdoc_classification, MAYBE_TEXT, binding)
FIELD(pdoc_candidate, pdoc_classification, int32_t, score)
FIELD(pdoc_candidate, pdoc_classification, bool, is_alternative)
ITEMS(pdoc_classification, pdoc_candidate, candidates, pdoc_classification_count)
ITEM2(pdoc_evidence, pdoc_candidate, Evidence)
FIELD2(pdoc_evidence, pdoc_evidence, TEXT, phrase)
FIELD2(pdoc_evidence, pdoc_evidence, TEXT, place)
FIELD2(pdoc_evidence, pdoc_evidence, bool, is_self)
FIELD2(pdoc_evidence, pdoc_evidence, size_t, offset)
FIELD2(pdoc_evidence, pdoc_evidence, uint32_t, line)
FIELD2(pdoc_evidence, pdoc_evidence, uint32_t, times)
FIELD2(pdoc_evidence, pdoc_evidence, int32_t, points)
FIELD2(pdoc_evidence, pdoc_evidence, TEXT, rule)
FIELD2(pdoc_evidence, pdoc_evidence, TEXT, profile)
FIELD2(pdoc_evidence, pdoc_evidence, MAYBE_TEXT, clause)
FIELD2(pdoc_evidence, pdoc_evidence, bool, is_inferred)
ITEMS2(pdoc_candidate, pdoc_evidence, evidence, pdoc_classification_evidence_count)
%{
/* What was set aside stands behind the last type. */
static pdoc_candidate *pdoc_classification_set_aside_get(pdoc_classification *found)
{
    return pdoc_candidate_make(found, pdoc_classification_count(found));
}

static pdoc_classification *pdoc_classifier_judge(const pdoc_classifier *classifier, const char *title,
                                                  const char *text, const char *answers, pdoc_error **error)
{
    const pdoc_classify_input input = {.size = sizeof input,
                                       .title = title,
                                       .text = text,
                                       .text_size = text ? strlen(text) : 0,
                                       .answers = answers};
    return pdoc_classifier_classify(classifier, &input, error);
}
#define new_pdoc_classifier pdoc_classifier_new
%}
%feature("docstring", "What was set aside, because it only looks as if it spoke for a type: only its evidence counts.")
    pdoc_classification::set_aside;
%immutable pdoc_classification::set_aside;
%extend pdoc_classification {
    struct pdoc_candidate *set_aside;
}
NEW(pdoc_classifier, judge)
NEW(pdoc_profile, classify)
NEW(pdoc_document, classify)
%extend pdoc_classifier {
    pdoc_classifier(const pdoc_profile *of_profile, const pdoc_profile_set *profiles, pdoc_error **error);
    pdoc_classification *judge(MAYBE_TEXT title, MAYBE_TEXT text, MAYBE_TEXT answers, pdoc_error **error);
}
%extend pdoc_profile {
    pdoc_classification *classify(const pdoc_profile_set *profiles, MAYBE_TEXT title, MAYBE_TEXT text, pdoc_error **error);
}
%extend pdoc_document {
    pdoc_classification *classify(const pdoc_basis *basis, pdoc_error **error);
}
