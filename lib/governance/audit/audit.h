/* SPDX-License-Identifier: MIT */
/*
 * The audit at work, and the report that it fills. Each document is taken by the judge, then judged by the rules of its
 * profile (requirement.c) and by the library's own checks (checks*.c). Nothing is allocated for what is simply met.
 */
#ifndef PDOC_GOVERNANCE_AUDIT_H
#define PDOC_GOVERNANCE_AUDIT_H

#include "base/buffer.h"
#include "governance/audit/duty.h"
#include "governance/relations/rings.h"
#include "governance/explain/template.h"
#include "governance/rows/judged_rows.h"
#include "governance/shortcut.h"
#include "policydoc/audit.h"

/* Codes of the library's own findings: the rows of model/findings.def. They are also the first rule numbers. */
#define PDOC_FINDING(id, code, modality, label, meaning, message, remedy) PDOC__CHECK_##id,
enum pdoc__check {
#include "model/findings.def"
    PDOC__CHECK_COUNT
};
#undef PDOC_FINDING

/* Index of the document of a result that speaks of the register itself. */
#define PDOC__THE_REGISTER UINT32_MAX

/* Outcome and modality in one byte: one for each rule and subject. */
static inline uint8_t pdoc__verdict(unsigned outcome, unsigned modality)
{
    return (uint8_t)(outcome | modality << 4);
}
static inline pdoc_outcome pdoc__verdict_outcome(uint8_t verdict)
{
    return (pdoc_outcome)(verdict & 15u);
}
static inline pdoc_modality pdoc__verdict_modality(uint8_t verdict)
{
    return (pdoc_modality)(verdict >> 4);
}

/* Results that lie one behind the other: document by document as many, of the same rules. */
struct pdoc__segment {
    const uint16_t *rules; /* numbers in the report's rules, of the results of each document */
    size_t first;          /* index of its first result */
    uint32_t document;     /* the first one; the others follow it in the register */
    uint32_t width;        /* results of each document */
};

struct pdoc__results {
    uint8_t *verdicts;
    size_t count;
    size_t capacity;
    struct pdoc__segment *segments;
    size_t segment_count;
    size_t segment_capacity;
    uint32_t *signposts; /* segment of each PDOC__SIGNPOST_EVERYth result */
};
#define PDOC__SIGNPOST_EVERY 64u

struct pdoc__finding {
    const char *clause; /* NULL: none */
    const char *place;
    const char *message;
    const char *expected; /* NULL: nothing to say; so also the next two */
    const char *found;
    const char *remedy;
    const struct pdoc__texts *gates; /* purposes for which it must be put right first; NULL: none. Of a profile held */
    const struct pdoc__rule *row;    /* of the profile that asked for it; NULL: none */
    pdoc_date late_since;            /* first day on which it was late; not recorded: it is not, or has no day */
    uint32_t document;
    uint32_t sequence; /* in which it was made */
    uint16_t rule;
    uint8_t outcome;
    uint8_t modality;
    bool inferred;
};

/* What a reader of the report needs to know of a document, without its register. */
struct pdoc__judged {
    const char *texts; /* its id, its title and its reference, each behind the other, as far as it has them */
    const char *type;
    bool has_title;
    bool has_reference;
    uint8_t phase;
    uint8_t keys; /* one bit for each PDOC__KEY_... that is compared with those of other documents */
};

struct pdoc_report {
    atomic_size_t references;
    struct pdoc__arena arena;
    struct pdoc__pool pool;
    const char *title;
    pdoc_date as_of;
    pdoc_schedule *schedule;
    pdoc_profile **profiles; /* held: ids and clauses of their rows are borrowed */
    size_t profile_count;
    struct pdoc__judged *documents;
    size_t document_count;
    size_t first_document; /* index in the register of the first of `documents` */
    const char **rules;    /* ids and codes, by number */
    size_t rule_count;
    size_t rule_capacity;
    struct pdoc__results results;
    struct pdoc__finding *findings;
    size_t finding_count;
    size_t finding_capacity;
    size_t outcome_counts[PDOC_OUTCOME_NOT_MET + 1];
    size_t phase_counts[PDOC_PHASE_ARCHIVED + 1];
    bool is_broken; /* a must-rule is not met */
};

/* A row of the profile's fields that holds on the day, and which cell of that field it means: 0 the first. */
struct pdoc__wanted_cell {
    const struct pdoc__profile_field *row;
    uint8_t occurrence;
};

/* What is remembered of a text that recurs (note.c). Such texts are stored once, so that the address tells them. */
struct pdoc__note {
    const char *text;                 /* NULL: nothing remembered */
    const struct pdoc__name_use *use; /* as the name of one party; NULL: not asked for yet */
    bool is_placeholder;              /* or holds one */
    bool is_list;                     /* several names, with ";" between */
    bool reads_as_date;
    bool is_settled;    /* the next one is known */
    bool is_plain_name; /* of one known party, in the form that it should have, and it has no other */
};
#define PDOC__NOTES 1024u

/* A rule that is asked of a subject. */
struct pdoc__asked {
    const struct pdoc__duty *duty;
    const struct pdoc__predicate *when; /* NULL: always; so also where it is not simple */
    const struct pdoc__predicate *must;
    pdoc__shortcut when_shortcut;
    pdoc__shortcut must_shortcut; /* of a duty that is not as simple as that, one that never says "met" */
    uint8_t met; /* verdicts where it is met, and where it does not apply */
    uint8_t not_applicable;
};

/* A row of a table beside the requirements that is judged as a rule. */
struct pdoc__asked_row {
    const struct pdoc__judged_table *table;
    uint32_t row;
    uint16_t number; /* among the report's rules */
};

/* Which results a subject of one sort gets: of each rule that is asked, of each such row, then of each check. */
struct pdoc__layout {
    const struct pdoc__asked *asked;
    size_t asked_count;
    const struct pdoc__asked_row *rows;
    size_t row_count;
    const uint16_t *rules; /* numbers in the report's rules */
    size_t count;
};
enum { PDOC__LAYOUT_DOCUMENT, PDOC__LAYOUT_REGISTER, PDOC__LAYOUT_COUNT };

/* What an audit works out once for a profile. */
struct pdoc__plan {
    const pdoc_profile *profile;
    const struct pdoc__duties *duties;
    size_t first_rule; /* number of the first duty among the report's rules; the others follow */
    struct pdoc__asked_row *rows; /* of documents */
    size_t row_count;
    struct pdoc__layout layouts[PDOC__LAYOUT_COUNT];
    struct pdoc__wanted_cell *cells;
    const struct pdoc__profile_field *fields[PDOC__FIELD_COUNT]; /* first row of each known field that holds */
    bool repeats[PDOC__FIELD_COUNT]; /* a second block of the sheet repeats it */
    const struct pdoc__set *categories;
    const struct pdoc__set *relation_kinds;
    uint64_t answering_fields; /* one bit for each known field whose party must be known */
    struct pdoc__map names; /* address of a printed name -> struct pdoc__name_use */
    struct pdoc__note *notes; /* PDOC__NOTES of them, each where the address of its text says */
    size_t cell_count;
    struct pdoc_classifier *classifier; /* NULL: no text was looked at yet */
    bool has_cues;                      /* without any, none is looked at */
};

/* References and titles, noted while their document is at hand and compared when all have been judged. */
enum { PDOC__KEY_REFERENCE, PDOC__KEY_TITLE, PDOC__KEY_COUNT };
struct pdoc__keys {
    struct pdoc__key {
        uint32_t hash;     /* of the text as pdoc__text_same sees it */
        uint32_t document; /* index in the register */
        uint32_t key;      /* which of the document's references */
    } * items;
    size_t count;
    size_t capacity;
};

/* An item of the forward plan, sorted by its document. */
struct pdoc__placed {
    uint32_t document; /* index in the register */
    uint32_t index;    /* of the item */
};

struct pdoc__audit {
    struct pdoc__judge judge;
    pdoc_report *report;
    struct pdoc__plan *plans; /* one for each of the judge's profiles */
    size_t plan_count;
    size_t plan_capacity;
    const pdoc_document *only; /* the one document that is judged; NULL: all */
    struct pdoc__buffer words;  /* for one text at a time */
    struct pdoc__arena texts;   /* of the finding that is being made */
    struct pdoc__layout no_rules; /* of a subject without a plan */
    const char *known_kinds[8]; /* addresses of kinds of relation that were found to be known */
    struct pdoc__meaning {
        const char *kind; /* its address; kinds are interned */
        uint8_t travels;  /* enum pdoc__travel */
        uint8_t order;    /* enum pdoc__order */
        bool is_child;    /* the one that says so comes behind the other */
    } meanings[8];        /* of kinds of relation, each where its address says */
    struct pdoc__rings rings;
    bool has_rings;   /* they were looked for */
    int8_t has_ended; /* does any party of the register have an end, or a holder that left? -1: not asked for yet */
    struct pdoc__arena scratch; /* for the plans */
    struct pdoc__keys keys[PDOC__KEY_COUNT];
    struct pdoc__placed *placed; /* in `scratch`; NULL: not asked for yet */
    /* the subject at hand */
    struct pdoc__plan *plan; /* NULL: its profile is not known */
    struct pdoc__note spare; /* the one note of a subject without a plan */
    const struct pdoc__layout *layout;
    uint8_t verdicts[PDOC__CHECK_COUNT];
    uint32_t document;
    size_t first_finding;
    uint64_t given_rows;       /* of the first rows of the sheet: those that hold a text of their own */
    uint64_t placeholder_rows; /* and those that hold a placeholder */
    uint64_t party_rows;       /* of those that hold a text: cells for parties, but those with a plain name */
    uint64_t plain_fields;     /* one bit for each known field of the cells with a plain name: all is well with them */
    uint64_t date_rows;        /* and those for dates; also all others that have a date */
    bool is_over;  /* superseded, withdrawn or archived: nobody is asked to put its sheet right */
    bool is_draft; /* what an approval fills in may still be missing */
    bool failed;   /* memory ran out, or there are too many rules */
};

#define PDOC__ROWS_SCANNED 64u

struct pdoc__note *pdoc__note_take(struct pdoc__note *note, const char *text);
static inline struct pdoc__note *pdoc__note(struct pdoc__audit *audit, const char *text)
{
    struct pdoc__note *note =
        audit->plan ? &audit->plan->notes[pdoc__address_hash(text) % PDOC__NOTES] : &audit->spare;
    return note->text == text ? note : pdoc__note_take(note, text);
}

/* ---- message.c: texts for one finding; pdoc__settle stores them in the report, each once ---- */

/* All parts one behind the other; "" when memory runs out. */
const char *pdoc__say(struct pdoc__audit *audit, const char *const *parts);
#define PDOC__SAY(audit, ...) pdoc__say((audit), (const char *const[]){__VA_ARGS__, NULL})
const char *pdoc__say_number(struct pdoc__audit *audit, int64_t number);
const char *pdoc__say_day(struct pdoc__audit *audit, int32_t day);
const char *pdoc__say_date(struct pdoc__audit *audit, pdoc_date date);
/* A value as recorded: "7 July 2020", "a, b", "nothing recorded". */
const char *pdoc__say_value(struct pdoc__audit *audit, const struct pdoc__value *value);
/* What a predicate asks for, as far as it decided: "approved-by is one of executive, subgroup". `leaf` may be NULL. */
const char *pdoc__say_expected(struct pdoc__audit *audit, const struct pdoc__predicate *predicate,
                               const struct pdoc__predicate *leaf);
/* Fills in a template: {name} by an argument, else by the value of an operand, else left as it is. The arguments end
   with one that has no name; NULL: none. */
const char *pdoc__say_template(struct pdoc__audit *audit, const char *template, const struct pdoc__argument *arguments);
void pdoc__settle(struct pdoc__audit *audit, struct pdoc__finding *finding);
const char *pdoc__operand_words(struct pdoc__audit *audit, const struct pdoc__operand *operand);

/* ---- checks.c: the library's own findings ---- */

#define PDOC__ARGUMENTS 6
struct pdoc__evidence {
    enum pdoc__check check;
    pdoc_outcome outcome;
    const struct pdoc__rule *rule; /* row of the profile that gives modality and clause; NULL: the table's modality */
    const struct pdoc__texts *gates; /* of that row; NULL: none */
    bool is_note;                  /* worth knowing, no rule is broken: met, may, without a remedy of the table */
    const char *place;
    const char *expected; /* also {expected} */
    const char *found;    /* also {found} */
    pdoc_date late_since; /* first day on which it was late */
    struct pdoc__argument arguments[PDOC__ARGUMENTS]; /* the last one stays empty */
};
/* Fields that name who answers for the document, under that profile. */
uint64_t pdoc__answering_fields(const pdoc_profile *profile);
/* Settles whether a text is the plain name of a party, so that nothing more is to be asked of its cell (checks_name.c). */
void pdoc__settle_name(struct pdoc__audit *audit, struct pdoc__note *note);
/* The check was made, and there is nothing to say so far. */
static inline void pdoc__check_met(struct pdoc__audit *audit, enum pdoc__check check)
{
    if (pdoc__verdict_outcome(audit->verdicts[check]) == PDOC_OUTCOME_NOT_APPLICABLE)
        audit->verdicts[check] |= PDOC_OUTCOME_MET;
}
void pdoc__find(struct pdoc__audit *audit, const struct pdoc__evidence *evidence);
/* Was a finding of this code with this `found` made for the subject at hand just before? */
bool pdoc__is_found(const struct pdoc__audit *audit, enum pdoc__check check, const char *found);
/* All checks of the subject at hand, and their results. */
void pdoc__check_subject(struct pdoc__audit *audit);
/* Code, message and remedy of a check. */
struct pdoc__check_word {
    const char *code;
    const char *message;
    const char *remedy;
    uint8_t modality;
};
extern const struct pdoc__check_word pdoc__check_words[PDOC__CHECK_COUNT];

/* Name of a cell: as printed, else that of its field. */
const char *pdoc__cell_name(const struct pdoc__row *row);
const char *pdoc__cell_place(struct pdoc__audit *audit, const struct pdoc__row *row);
const char *pdoc__event_place(struct pdoc__audit *audit, const pdoc_event *event);
/* Type of a cell's value: that of the library's field, else of the profile's row; PDOC__TEXT for the others. */
uint8_t pdoc__own_cell_type(const struct pdoc__audit *audit, const struct pdoc__row *row);
static inline uint8_t pdoc__cell_type(const struct pdoc__audit *audit, const struct pdoc__row *row)
{
    return row->known >= 0 ? pdoc__field_types[row->known] : pdoc__own_cell_type(audit, row);
}
/* Is a text given there that is no mere placeholder? */
bool pdoc__far_cell_is_given(const struct pdoc__row *row);
static inline bool pdoc__cell_is_given(const struct pdoc__audit *audit, const struct pdoc__row *row)
{
    const size_t index = (size_t)(row - audit->judge.version->rows);
    return index < PDOC__ROWS_SCANNED ? (audit->given_rows >> index & 1) != 0 : pdoc__far_cell_is_given(row);
}
/* May the row of that index be one of those that the scan found? Of what lies behind them it says nothing. */
static inline bool pdoc__row_may_be_in(uint64_t rows, size_t index)
{
    return index >= PDOC__ROWS_SCANNED || (rows >> index & 1) != 0;
}
/* A day that is hardly meant: not of the years 1900 to 2199. */
static inline bool pdoc__is_unlikely(pdoc_date date)
{
    return (uint16_t)(date.year - 1900) >= 300 && date.year != 0;
}
const struct pdoc__rule *pdoc__cell_rule(const struct pdoc__audit *audit, const struct pdoc__row *row);

void pdoc__check_profile(struct pdoc__audit *audit);  /* checks_type.c */
void pdoc__check_type(struct pdoc__audit *audit);
void pdoc__check_route(struct pdoc__audit *audit);     /* checks_route.c */
void pdoc__check_wanted(struct pdoc__audit *audit);   /* checks_sheet.c: cells that the profile asks for */
void pdoc__check_cells(struct pdoc__audit *audit), pdoc__check_repeats(struct pdoc__audit *audit); /* checks_cell.c */
void pdoc__check_names(struct pdoc__audit *audit);    /* checks_name.c */
void pdoc__check_label(struct pdoc__audit *audit);    /* checks_label.c: does the text contradict the type? */
void pdoc__check_texts(struct pdoc__audit *audit);    /* checks_text.c: placeholders, sections */
void pdoc__check_relations(struct pdoc__audit *audit); /* checks_relation.c */
void pdoc__check_rings(struct pdoc__audit *audit);    /* checks_parent.c: relations that go round in a ring */
void pdoc__check_parents(struct pdoc__audit *audit);  /* what the document rests on: type, end, changes */
void pdoc__check_references(struct pdoc__audit *audit); /* checks_reference.c: law, guidance, standards */
void pdoc__check_posts(struct pdoc__audit *audit);    /* checks_party.c: posts and bodies that nobody fills */
void pdoc__check_history(struct pdoc__audit *audit);  /* checks_history.c */
void pdoc__check_review(struct pdoc__audit *audit);   /* checks_review.c */
void pdoc__check_flow(struct pdoc__audit *audit);     /* checks_flow.c: the flow, challenges, actions */
void pdoc__check_meetings(struct pdoc__audit *audit); /* checks_meeting.c */
void pdoc__check_changes(struct pdoc__audit *audit);  /* checks_change.c: amendments, hashes, extensions, dates moved */
void pdoc__check_issues(struct pdoc__audit *audit);   /* checks_issue.c */

/* The placeholder in a text, its bytes in *size; NULL if there is none (placeholder.c). `is_cell`: the text is short, and
   a placeholder may be all of it. */
const char *pdoc__placeholder(const char *text, bool is_cell, size_t *size);

/* ---- duplicates.c: references and titles, over all documents; run when the last has been judged ---- */
bool pdoc__note_keys(struct pdoc__audit *audit, const pdoc_document *doc, pdoc_error **error);
bool pdoc__check_duplicates(struct pdoc__audit *audit, pdoc_error **error);

/* ---- plan.c, requirement.c, report.c, results.c ---- */
/* A check whose results come when all documents have been judged. */
static inline bool pdoc__check_comes_later(size_t check)
{
    return check == PDOC__CHECK_REFERENCE_DUPLICATE || check == PDOC__CHECK_TITLE_DUPLICATE;
}
/* A layout of the checks and of those duties of the plan (NULL: none) that are on one of the subjects. */
bool pdoc__layout_make(struct pdoc__audit *audit, const struct pdoc__plan *plan, unsigned subjects,
                       struct pdoc__layout *out, pdoc_error **error);
bool pdoc__plan_make(struct pdoc__audit *audit, const pdoc_profile *profile, pdoc_error **error);
void pdoc__plan_free(struct pdoc__plan *plan);
/* All rules of the profile at hand on the subject at hand. There is room for their results. */
void pdoc__require(struct pdoc__audit *audit);

/* Judges one document as if this event had happened, on the version that it concerns. The event must stay as long as the
   call lasts. */
pdoc_report *pdoc__audit_supposing(const pdoc_document *doc, const pdoc_basis *basis, const pdoc_event *supposed,
                                   pdoc_error **error);

pdoc_report *pdoc__report_new(pdoc_error **error);
/* Number of a rule that is new; SIZE_MAX when memory runs out or there are too many. The id is borrowed. */
size_t pdoc__report_add_rule(pdoc_report *report, const char *id, pdoc_error **error);
/* Begins a segment of so many results, all but its first result given, or goes on with the last one if it may.
   `followers`: how many of this kind are still to come, so that room is taken once. */
bool pdoc__results_begin(struct pdoc__results *results, struct pdoc__segment segment, size_t count, size_t followers,
                         pdoc_error **error);
static inline void pdoc__results_put(struct pdoc__results *results, uint8_t verdict)
{
    results->verdicts[results->count++] = verdict;
}
/* When the last result is there: counts them. */
bool pdoc__results_finish(pdoc_report *report, pdoc_error **error);
/* Room for one more finding, cleared, its document and sequence set; NULL when memory runs out. */
struct pdoc__finding *pdoc__report_add_finding(pdoc_report *report, uint32_t document, pdoc_error **error);
void pdoc__report_sort(pdoc_report *report); /* by document (the register itself first), the most serious first */

#endif
