/* SPDX-License-Identifier: MIT */
/* How versions are numbered: is the label one of the scheme, does it rise, by the step that its amendment makes, and is
   it given when the profile says? Asked of the version at hand and of those after it. */
#include "base/text.h"
#include "governance/change/ledger.h"
#include "governance/rows/rows.h"

struct question {
    struct pdoc__judge *judge;
    const struct pdoc__scheme *scheme;
    const struct pdoc__scheme_form *form; /* NULL: a pattern alone */
    const struct pdoc_version *version;
    const char *text; /* the label; NULL: none */
    struct pdoc__label label;
    bool is_of_form;
    bool is_decided;
    bool is_draft; /* for certain */
};

static const char *form_words(struct question *ask)
{
    const int row = ask->scheme->form ? pdoc_table_find(PDOC_TABLE_SCHEME, ask->scheme->form) : -1;
    return row >= 0 ? pdoc_table_meaning(PDOC_TABLE_SCHEME, (size_t)row) : ask->scheme->pattern;
}

static bool is_of_pattern(const struct question *ask)
{
    return ask->scheme->pattern && pdoc__text_matches(ask->text, ask->scheme->pattern);
}

static const char *ask_form(struct question *ask)
{
    if (!ask->text || (ask->form && ask->is_of_form) || is_of_pattern(ask))
        return NULL;
    return PDOC__PHRASE(ask->judge, "the version is called \"", ask->text, "\", where labels such as ", form_words(ask),
                        " are used");
}

static const char *ask_time(struct question *ask)
{
    const bool is_numbered = ask->text && !(ask->is_of_form && pdoc__label_is_draft(ask->form, &ask->label));
    if (ask->scheme->at_sign_off && ask->is_draft && is_numbered)
        return PDOC__PHRASE(ask->judge, "the draft is called \"", ask->text,
                            "\" already, and its number is given with the sign-off");
    if (ask->scheme->at_sign_off && ask->is_decided && !ask->text)
        return "it was decided on, and the version has no number yet";
    if (ask->is_decided && ask->text && !is_numbered)
        return PDOC__PHRASE(ask->judge, "it was decided on, and the version is still called \"", ask->text,
                            "\", a draft");
    return NULL;
}

/* The label before it, where both can be read. */
static const char *label_before(const struct question *ask, struct pdoc__label *before)
{
    const struct pdoc_version *version = pdoc__labelled_before(ask->judge->doc, ask->version->ordinal);
    const char *text = version && ask->text ? pdoc__label_of_version(version) : NULL;
    const struct pdoc__scheme_form *form = ask->is_of_form ? ask->form : NULL;
    const bool can_be_read = text && ask->label.count > 0 && pdoc__label_read(form, text, before);
    return can_be_read ? text : NULL;
}

static const char *ask_rise(struct question *ask)
{
    struct pdoc__label before;
    const char *text = label_before(ask, &before);
    if (!text || pdoc__label_compare(&ask->label, &before) > 0)
        return NULL;
    return PDOC__PHRASE(ask->judge, "the version is called \"", ask->text, "\", which is not after \"", text,
                        "\", the version before it");
}

static const char *ask_step(struct question *ask)
{
    struct pdoc__label before;
    const char *text = ask->is_of_form ? label_before(ask, &before) : NULL;
    const pdoc_event *amended = text ? pdoc__amended_into(ask->judge, ask->version) : NULL;
    const struct pdoc__amendment *class = amended ? pdoc__amendment_of(ask->judge, amended) : NULL;
    if (!class || !class->step)
        return NULL;
    const enum pdoc__step made = pdoc__label_step(ask->form, &before, &ask->label);
    const enum pdoc__step asked = pdoc__step_find(class->step);
    if (made == PDOC__STEP_COUNT || made == asked || pdoc__label_is_draft(ask->form, &ask->label) ||
        pdoc__label_compare(&ask->label, &before) <= 0)
        return NULL; /* a label that does not rise makes no step */
    return PDOC__PHRASE(ask->judge, "from \"", text, "\" to \"", ask->text, "\" is a ", pdoc__step_names[made],
                        " step, and an amendment of the class \"", class->rule.id, "\" (", amended->id, ") makes ",
                        asked == PDOC__STEP_NONE ? "none" : PDOC__PHRASE(ask->judge, "a ", class->step, " one"));
}

static struct question question_of(struct pdoc__judge *judge, const struct pdoc__scheme *scheme,
                                   const struct pdoc_version *version)
{
    const pdoc_phase phase = (pdoc_phase)pdoc__phase_of(judge, version).phase;
    struct question ask = {.judge = judge,
                           .scheme = scheme,
                           .form = scheme->form ? pdoc__scheme_form(scheme->form) : NULL,
                           .version = version,
                           .text = pdoc__label_of_version(version),
                           .is_draft = phase == PDOC_PHASE_DRAFT || phase == PDOC_PHASE_CONSULTING,
                           .is_decided = phase == PDOC_PHASE_APPROVED || phase == PDOC_PHASE_IN_FORCE};
    ask.is_of_form = ask.form && pdoc__label_read(ask.form, ask.text, &ask.label);
    if (!ask.is_of_form)
        pdoc__label_read(NULL, ask.text, &ask.label);
    return ask;
}

const char *pdoc__label_proposed(struct pdoc__judge *judge, const struct pdoc__scheme *scheme,
                                 const struct pdoc_version *version, bool is_draft)
{
    const struct pdoc__scheme_form *form = scheme->form ? pdoc__scheme_form(scheme->form) : NULL;
    const struct pdoc_version *before = pdoc__labelled_before(judge->doc, version->ordinal);
    const pdoc_event *amended = pdoc__amended_into(judge, version);
    const struct pdoc__amendment *class = amended ? pdoc__amendment_of(judge, amended) : NULL;
    const uint32_t year = (uint32_t)pdoc__day_date(judge->day).year;
    struct pdoc__label from, next;
    enum pdoc__step step = class && class->step ? pdoc__step_find(class->step) : PDOC__STEP_FINAL;
    step = is_draft ? PDOC__STEP_DRAFT : step;
    if (before && !pdoc__label_read(form, pdoc__label_of_version(before), &from))
        return NULL;
    if (!form || !pdoc__label_next(form, before ? &from : NULL, step, year, &next))
        return NULL;
    char text[PDOC__LABEL_TEXT];
    pdoc__label_write(form, &next, text);
    return PDOC__PHRASE(judge, text);
}

/* What the label should be, where that can be told. */
static const char *proposal(struct question *ask)
{
    const char *label = pdoc__label_proposed(ask->judge, ask->scheme, ask->version, ask->is_draft);
    return label ? PDOC__PHRASE(ask->judge, "Call it \"", label, "\".") : NULL;
}

static void tell(struct question *ask, const char *problem, pdoc_outcome outcome, struct pdoc__row_answer *out)
{
    struct pdoc__judge *judge = ask->judge;
    const char *remedy = proposal(ask);
    pdoc__row_tell(judge, out,
                   &(struct pdoc__row_answer){
                       .outcome = outcome,
                       .modality = out->modality,
                       .place = PDOC__PHRASE(judge, "version/", pdoc__phrase_number(judge, ask->version->ordinal)),
                       .expected = PDOC__PHRASE(judge, "labels such as ", form_words(ask)),
                       .found = ask->text ? ask->text : "no label",
                       .message = problem,
                       .remedy = remedy ? remedy : "Give the version the label that follows the one before it."});
}

static void ask_all(struct question *ask, pdoc_outcome outcome, struct pdoc__row_answer *out)
{
    static const char *(*const questions[])(struct question * ask) = {ask_form, ask_time, ask_rise, ask_step};
    for (size_t i = 0; i < sizeof questions / sizeof *questions; i++) {
        const char *problem = questions[i](ask);
        if (problem)
            tell(ask, problem, outcome, out);
    }
}

void pdoc__judge_scheme(struct pdoc__judge *judge, size_t row, struct pdoc__row_answer *out)
{
    const struct pdoc__scheme *scheme = &judge->profile->schemes[row];
    const pdoc_truth applies = pdoc__predicate(judge, scheme->when, NULL, NULL);
    const pdoc_outcome outcome = applies == PDOC_TRUE ? PDOC_OUTCOME_NOT_MET : PDOC_OUTCOME_UNDETERMINED;
    if (!judge->version || applies == PDOC_FALSE)
        return;
    for (size_t i = 0; i < judge->doc->version_count; i++) {
        const struct pdoc_version *version = judge->doc->versions[i];
        if (version->ordinal < judge->version->ordinal)
            continue;
        struct question ask = question_of(judge, scheme, version);
        if (!ask.text && !(scheme->at_sign_off && ask.is_decided))
            continue;
        if (out->outcome == PDOC_OUTCOME_NOT_APPLICABLE)
            out->outcome = PDOC_OUTCOME_MET;
        ask_all(&ask, outcome, out);
    }
}
