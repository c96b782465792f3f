/* SPDX-License-Identifier: MIT */
/* Reports, schedules, lists and explanations as text, JSON, CSV and XML; what a board reads as HTML. */
#ifndef POLICYDOC_PUBLISH_H
#define POLICYDOC_PUBLISH_H

#include <policydoc/audit.h>
#include <policydoc/board_paper.h>
#include <policydoc/keeping.h>
#include <policydoc/change.h>
#include <policydoc/classification.h>
#include <policydoc/consultation.h>
#include <policydoc/escalation.h>
#include <policydoc/flow.h>
#include <policydoc/impact.h>
#include <policydoc/attestation.h>
#include <policydoc/distribution.h>
#include <policydoc/governing.h>
#include <policydoc/in_force.h>
#include <policydoc/plan.h>
#include <policydoc/sheet.h>
#include <policydoc/trend.h>
#include <policydoc/updates.h>
#include <policydoc/verification.h>

PDOC_BEGIN

/** Forms of output. CSV exists for what is a list, SVG for a programme, HTML for a paper for a board and a trend. */
typedef enum pdoc_format {
    PDOC_FORMAT_TEXT = 0,
    PDOC_FORMAT_JSON = 1,
    PDOC_FORMAT_CSV = 2,
    PDOC_FORMAT_XML = 3,
    PDOC_FORMAT_SVG = 4,
    PDOC_FORMAT_HTML = 5
} pdoc_format;

/** How to publish. Set `size` to sizeof(pdoc_publish_options) and all else to 0 for the defaults. */
typedef struct pdoc_publish_options {
    size_t size;
    pdoc_format format;
    uint32_t colour;       /**< 1: text with ANSI colours */
    const char *within;    /**< due: only what is overdue or due within this offset of the day, such as "P90D" */
    const char *state;     /**< due: only this state, a code of the table of review states; "overdue" means all three;
                                consultations: only this state of the reply; "outstanding": open, and no reply came */
    const char *by;        /**< due: subtotals by "body", "author", "manager", "sponsor" or "type"; reminders: by "day" or "recipient" */
    const char *where;     /**< list: a predicate on one line, see pdoc_register_find */
    const char *text;      /**< list: words that must all occur in title, reference, front sheet or sections */
    const char *columns;   /**< list: names of columns, with commas between */
    uint32_t width;        /**< text: columns of a line, from 80 to 400; 0: 100 */
    uint32_t all;          /**< explanation as text: 1: with the rules that do not apply; else only their number */
    uint32_t late;         /**< next steps: 1: only what is late */
    uint32_t reserved;
} pdoc_publish_options;

/**
 * Publishes an audit: a summary first (documents by state, overdue first), then the findings.
 * @return A text for pdoc_text_free; NULL on ARGUMENT or NOMEM. The same input gives the same bytes.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_text *pdoc_report_publish(const pdoc_report *report, const pdoc_publish_options *options,
                                                       pdoc_error **error);
/** Publishes what is due, document by document. `reg` is the register that the schedule was made from. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_text *pdoc_schedule_publish(const pdoc_schedule *schedule, const pdoc_register *reg,
                                                         const pdoc_publish_options *options, pdoc_error **error);
/** Publishes an explanation. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_text *pdoc_explanation_publish(const pdoc_explanation *explanation,
                                                            const pdoc_publish_options *options, pdoc_error **error);
/** Publishes one document with its versions, relations and history; `basis` may be NULL. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_text *pdoc_document_publish(const pdoc_document *doc, const pdoc_basis *basis,
                                                         const pdoc_publish_options *options, pdoc_error **error);
/** Publishes a list of the documents that match `where` and `text`. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_text *pdoc_register_publish(const pdoc_register *reg, const pdoc_basis *basis,
                                                         const pdoc_publish_options *options, pdoc_error **error);
/** Publishes a list of profiles: id, title, what each extends, numbers of types and rules, hash. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_text *pdoc_profile_set_publish(const pdoc_profile_set *set,
                                                            const pdoc_publish_options *options, pdoc_error **error);
/** Publishes a profile: its tables, row by row. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_text *pdoc_profile_publish(const pdoc_profile *profile,
                                                        const pdoc_publish_options *options, pdoc_error **error);

/** Publishes a calendar; XML is the form that pdoc_calendar_read_file reads. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_text *pdoc_calendar_publish(const pdoc_calendar *calendar,
                                                         const pdoc_publish_options *options, pdoc_error **error);
/** Publishes a list of calendars: what each covers, as of which day, and how many days it has. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_text *pdoc_calendars_publish(const pdoc_calendar *const *calendars, size_t count,
                                                          const pdoc_publish_options *options, pdoc_error **error);
/** Publishes the meetings of a period. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_text *pdoc_meetings_publish(const pdoc_meetings *meetings,
                                                         const pdoc_publish_options *options, pdoc_error **error);
/** Publishes the forward plan of a body (code or name; NULL: of all), by meeting. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_text *pdoc_register_publish_forward_plan(const pdoc_register *reg, const char *body,
                                                                      const pdoc_publish_options *options,
                                                                      pdoc_error **error);
/** Publishes the versions of a document. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_text *pdoc_versions_publish(const pdoc_versions *versions,
                                                         const pdoc_publish_options *options, pdoc_error **error);
/** Publishes the cells that name a post that nobody fills, out of an audit; CSV has one a row. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_text *pdoc_report_publish_orphans(const pdoc_report *report,
                                                               const pdoc_publish_options *options, pdoc_error **error);
/** Publishes what was in force on a day. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_text *pdoc_in_force_publish(const pdoc_in_force *answer,
                                                         const pdoc_publish_options *options, pdoc_error **error);
/** Publishes what is to be done for the readers of a version; with any `state` only what is open. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_text *pdoc_distribution_publish(const pdoc_distribution *distribution,
                                                             const pdoc_publish_options *options, pdoc_error **error);
/** Publishes how copies were verified. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_text *pdoc_verification_publish(const pdoc_verification *verification,
                                                             const pdoc_publish_options *options, pdoc_error **error);
/** Publishes who reads what is in force; with any `state` only those who have still to. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_text *pdoc_attestations_publish(const pdoc_attestations *attestations,
                                                             const pdoc_publish_options *options, pdoc_error **error);
/** Publishes what changed since a revision. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_text *pdoc_updates_publish(const pdoc_updates *updates,
                                                        const pdoc_publish_options *options, pdoc_error **error);
/** Publishes which documents govern a step. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_text *pdoc_governing_publish(const pdoc_governing *governing,
                                                          const pdoc_publish_options *options, pdoc_error **error);
/** Publishes the time that was given for reviews. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_text *pdoc_extensions_publish(const pdoc_extensions *extensions,
                                                           const pdoc_publish_options *options, pdoc_error **error);
/** Publishes what a change touches. CSV lists the documents, then the rules. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_text *pdoc_impact_publish(const pdoc_impact *impact, const pdoc_publish_options *options,
                                                       pdoc_error **error);
/** Publishes consultations: one consultee a row. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_text *pdoc_consultations_publish(const pdoc_consultations *consultations,
                                                              const pdoc_publish_options *options, pdoc_error **error);
/** Publishes the practice issues of a register, each with where it stands. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_text *pdoc_register_publish_issues(const pdoc_register *reg, const pdoc_basis *basis,
                                                                const pdoc_publish_options *options, pdoc_error **error);
/** Publishes where a practice issue stands. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_text *pdoc_standing_publish(const pdoc_standing *standing,
                                                         const pdoc_publish_options *options, pdoc_error **error);
/** Publishes figures on practice issues. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_text *pdoc_issue_figures_publish(const pdoc_issue_figures *figures,
                                                              const pdoc_publish_options *options, pdoc_error **error);
/** Publishes what came of classifying a text: types by score, with their evidence. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_text *pdoc_classification_publish(const pdoc_classification *found,
                                                               const pdoc_publish_options *options, pdoc_error **error);
/** Publishes a plan. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_text *pdoc_plan_publish(const pdoc_plan *plan, const pdoc_publish_options *options,
                                                     pdoc_error **error);
/** Publishes a programme; text and SVG show the load month by month as bars. `reg` is the register that it was made from. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_text *pdoc_programme_publish(const pdoc_programme *programme, const pdoc_register *reg,
                                                          const pdoc_publish_options *options, pdoc_error **error);
/** Publishes reminders; `by` = "recipient" groups them. `reg` is the register that they were made from. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_text *pdoc_reminders_publish(const pdoc_reminders *reminders, const pdoc_register *reg,
                                                          const pdoc_publish_options *options, pdoc_error **error);
/** Publishes what differs. `reg` is the register that both schedules were made from. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_text *pdoc_changes_publish(const pdoc_changes *changes, const pdoc_register *reg,
                                                        const pdoc_publish_options *options, pdoc_error **error);

/** Publishes next steps; `late` = 1: only what is late, and the documents that have some. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_text *pdoc_next_steps_publish(const pdoc_next_steps *next,
                                                           const pdoc_publish_options *options, pdoc_error **error);
/** Publishes whether a document is ready, and what stands in the way. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_text *pdoc_readiness_publish(const pdoc_readiness *readiness,
                                                          const pdoc_publish_options *options, pdoc_error **error);
/** Publishes what differs between two registers. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_text *pdoc_differences_publish(const pdoc_differences *differences,
                                                            const pdoc_publish_options *options, pdoc_error **error);
/** Publishes what was not understood of a sheet, with the columns and what they were taken for; as pdoc_report_publish.
 * @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_text *pdoc_sheet_publish(const pdoc_sheet *sheet, const pdoc_publish_options *options,
                                                      pdoc_error **error);

/**
 * Publishes a paper for a board: what matters in sentences, then the figures. CSV has one figure a line.
 *
 * HTML is one file that asks for no other, with charts as drawings in it, each with its figures as a table; it prints on
 * A4. Documents behind the figures are listed in JSON and XML.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_text *pdoc_board_paper_publish(const pdoc_board_paper *paper,
                                                            const pdoc_publish_options *options, pdoc_error **error);
/** Publishes a trend: one day a line; HTML has a line chart, too. @since 0.1 */
PDOC_API PDOC_NODISCARD pdoc_text *pdoc_trend_publish(const pdoc_trend *trend, const pdoc_publish_options *options,
                                                      pdoc_error **error);

/** What a calendar file holds. Set `size` to sizeof(pdoc_icalendar_options) and all else to 0 for the defaults. */
typedef struct pdoc_icalendar_options {
    size_t size;
    const pdoc_schedule *schedule;  /**< reviews, each on its due day; NULL: none */
    const pdoc_meetings *meetings;  /**< meetings; NULL: none */
    const pdoc_plan *plan;          /**< steps of one plan; NULL: none */
    uint32_t forward_plan;          /**< 1: with what is on the forward plan */
    uint32_t alarm_days;            /**< an alarm so many days before a review, and a step of the plan that is not done,
                                         at most 3660; 0: none */
    pdoc_date first;                /**< only what is on this day or later; not recorded: all */
    pdoc_date last;                 /**< and not later than this day */
    const char *name;               /**< of the calendar; NULL: the title of the register */
    pdoc_date as_of;                /**< events of the histories after this day do not stamp the file; not recorded: that of
                                         the schedule or the plan, else all count */
} pdoc_icalendar_options;

/**
 * Writes a calendar file (RFC 5545) that calendar programs can subscribe to: all-day events with stable UIDs. DTSTAMP
 * and SEQUENCE come from the register: the day of its last revision (else the newest day of its histories), and 10,000
 * for each of its revisions and of what is recorded of the event. The same data, judged for the same day, give the same
 * bytes. An unchanged register gives them for any day, for the same meetings and the same period, but for the steps of a
 * plan that cannot be kept and so move with the day judged (no meeting is left before the last day, the day that the forward
 * plan had has passed, or the document has expired; with what is counted from them): their SEQUENCE is raised by the days
 * from the last revision (else 1 January 2020) to the day judged, and that of a step that was done, and of what is counted
 * from it, by those to the day on which it was done, 9,999 at most. What else moves without a change of the register, by a
 * holiday of another calendar for instance, counts as newer after pdoc_register_revise().
 * @return A text for pdoc_text_free; NULL on ARGUMENT or NOMEM.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_text *pdoc_register_publish_icalendar(const pdoc_register *reg,
                                                                   const pdoc_icalendar_options *options,
                                                                   pdoc_error **error);

/** Documents that match a question. */
typedef struct pdoc_selection pdoc_selection;
/**
 * Finds documents.
 *
 * `where` is a predicate of the profile language on one line: `type = policy and not (field.date-review present)`,
 * `field.author present and (phase = in-force or reference matches "CO*")`. Operands are the facts of the profile, and the
 * built-in ones: type, category, scope, title, reference, phase, state, due, field.CODE, property.NAME.
 * @param where  NULL for all. @param text  Words that must all occur; NULL for all.
 * @param error  INVALID, with the column, if the expression cannot be understood; else as pdoc_audit.
 * @return A selection for pdoc_selection_free; NULL on failure. What is unknown does not match.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_selection *pdoc_register_find(const pdoc_register *reg, const pdoc_basis *basis,
                                                           const char *where, const char *text, pdoc_error **error);
/** Number of documents. @since 0.1 */
PDOC_API size_t pdoc_selection_count(const pdoc_selection *selection);
/** Index in the register of a document. @since 0.1 */
PDOC_API size_t pdoc_selection_document_index(const pdoc_selection *selection, size_t index);
/** Frees a selection; NULL is allowed. @since 0.1 */
PDOC_API void pdoc_selection_free(pdoc_selection *selection);

PDOC_END
#endif
