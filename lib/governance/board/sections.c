/* SPDX-License-Identifier: MIT */
/* The sections of the paper for a board, with their figures: one row of a table adds one. Counts nothing. */
#include "governance/board/paper.h"

static const struct pdoc__board_word state_rows[] = {
    [PDOC__BOARD_IN_DATE] = {"in-date", "In date", NULL},
    [PDOC__BOARD_DUE_SOON] = {"due-soon", "Due soon", NULL},
    [PDOC__BOARD_DUE_IN_PERIOD] = {"due-in-period", "Due in the printed period", NULL},
    [PDOC__BOARD_OVERDUE] = {"overdue", "Overdue", NULL},
    [PDOC__BOARD_UNDER_WAY] = {"overdue-under-way", "Overdue, review under way", NULL},
    [PDOC__BOARD_EXTENDED] = {"overdue-extended", "Overdue, extended", NULL},
    [PDOC__BOARD_ALL_OVERDUE] = {"all-overdue", "All overdue", NULL},
    [PDOC__BOARD_NO_DATA] = {"no-data", "Cannot be told", NULL},
    [PDOC__BOARD_NO_RULE] = {"no-rule", "No rule", NULL},
    [PDOC__BOARD_NONE] = {"none", "Not in force", NULL},
    [PDOC__BOARD_ALL] = {"all", "All documents", NULL},
};

/* The same as heads of columns, which are narrow. */
static const struct pdoc__board_word state_figures[] = {
    [PDOC__BOARD_IN_DATE] = {"in-date", "In date", "documents"},
    [PDOC__BOARD_DUE_SOON] = {"due-soon", "Due soon", "documents"},
    [PDOC__BOARD_DUE_IN_PERIOD] = {"due-in-period", "Due in period", "documents"},
    [PDOC__BOARD_OVERDUE] = {"overdue", "Overdue", "documents"},
    [PDOC__BOARD_UNDER_WAY] = {"overdue-under-way", "Under way", "documents"},
    [PDOC__BOARD_EXTENDED] = {"overdue-extended", "Extended", "documents"},
    [PDOC__BOARD_ALL_OVERDUE] = {"all-overdue", "All overdue", "documents"},
    [PDOC__BOARD_NO_DATA] = {"no-data", "Cannot tell", "documents"},
    [PDOC__BOARD_NO_RULE] = {"no-rule", "No rule", "documents"},
    [PDOC__BOARD_NONE] = {"none", "Not in force", "documents"},
    [PDOC__BOARD_ALL] = {"all", "All", "documents"},
};

static const struct pdoc__board_word documents[] = {{"documents", "Documents", "documents"}};

static const struct pdoc__board_word review_rows[] = {
    [PDOC__BOARD_FELL_DUE] = {"fell-due", "Fell due, and not done by the end of the period", NULL},
    [PDOC__BOARD_REVIEWED] = {"reviewed", "Completed", NULL},
    [PDOC__BOARD_STARTED] = {"started", "Begun", NULL},
    [PDOC__BOARD_DUE_NEXT] = {"due-next", "Due in the next period of the same length", NULL},
};

static const struct pdoc__board_word age_rows[] = {
    [PDOC__BOARD_TO_30] = {"to-30", "Up to 30 days", NULL},
    [PDOC__BOARD_TO_90] = {"to-90", "31 to 90 days", NULL},
    [PDOC__BOARD_TO_365] = {"to-365", "91 to 365 days", NULL},
    [PDOC__BOARD_OVER_365] = {"over-365", "More than 365 days", NULL},
};

static const struct pdoc__board_word decision_figures[] = {
    [PDOC__BOARD_APPROVED] = {"approved", "Approved", "decisions"},
    [PDOC__BOARD_AMENDED] = {"with-amendments", "With amendments", "decisions"},
    [PDOC__BOARD_DEFERRED] = {"deferred", "Deferred", "decisions"},
    [PDOC__BOARD_REFERRED] = {"referred-up", "Referred up", "decisions"},
    [PDOC__BOARD_REJECTED] = {"rejected", "Rejected", "decisions"},
    [PDOC__BOARD_NO_OUTCOME] = {"no-outcome", "No outcome recorded", "decisions"},
    [PDOC__BOARD_DECISIONS_IN_ALL] = {"all", "In all", "decisions"},
};

static const struct pdoc__board_word extension_figures[] = {
    [PDOC__BOARD_GIVEN] = {"given", "Times given", "extensions"},
    [PDOC__BOARD_DELAY] = {"days", "Days in all", "days"},
    [PDOC__BOARD_LONGEST] = {"longest", "Longest, in days", "days"},
    [PDOC__BOARD_AGAINST_RULE] = {"against-rule", "Against the rule", "extensions"},
};

static const struct pdoc__board_word consultation_figures[] = {
    [PDOC__BOARD_SENT] = {"sent", "Sent", "drafts"},
    [PDOC__BOARD_REPLIED] = {"replied", "Replied", "drafts"},
    [PDOC__BOARD_DEEMED] = {"deemed", "Silence, deemed agreement", "drafts"},
    [PDOC__BOARD_NO_REPLY] = {"none", "No reply", "drafts"},
    [PDOC__BOARD_LATE] = {"late", "Replied late", "drafts"},
    [PDOC__BOARD_CANNOT_TELL] = {"undetermined", "Cannot be told", "drafts"},
    [PDOC__BOARD_WAITING] = {"waiting", "Awaited", "drafts"},
    [PDOC__BOARD_CLOSED] = {"closed", "Closed early", "drafts"},
    [PDOC__BOARD_NOT_ASKED] = {"not-asked", "Replied, not asked", "replies"},
};

static const struct pdoc__board_word engagement_figures[] = {
    [PDOC__BOARD_TIMES] = {"times", "Times", "occasions"},
    [PDOC__BOARD_PEOPLE] = {"people", "People", "people"},
};

static const struct pdoc__board_word assessment_figures[] = {
    [PDOC__BOARD_CONSIDERED] = {"considered", "Considered", "assessments"},
    [PDOC__BOARD_SCREENED] = {"screened", "Screened", "assessments"},
    [PDOC__BOARD_COMPLETED] = {"completed", "Completed", "assessments"},
    [PDOC__BOARD_APPENDED] = {"appended", "Appended", "assessments"},
    [PDOC__BOARD_OTHER_STAGE] = {"other", "Stage not recorded, or another", "assessments"},
    [PDOC__BOARD_ASSESSMENTS_IN_ALL] = {"all", "In all", "assessments"},
};

/* As pdoc_register_issue_figures() measures them (issues.c). */
static const struct pdoc__board_word issue_figures[] = {
    {"raised", "Raised", "issues"},
    {"open", "Open", "issues"},
    {"resolved", "Resolved", "issues"},
    {"closed", "Closed", "issues"},
    {"undetermined", "Cannot be told", "issues"},
    {"exceptional", "Exceptional", "issues"},
    {"median-days", "Median days", "days"},
    {"most-days", "Most days", "days"},
    {"records-owed", "Records owed", "records"},
    {"records-made", "Records made", "records"},
};

static const struct pdoc__board_word issues[] = {{"issues", "Issues", "issues"}};
static const struct pdoc__board_word lessons[] = {{"times", "Times noted", "issues"}};

#define FIGURES(table) .figures = (table), .figure_count = sizeof(table) / sizeof *(table)
#define ROWS(table)    .rows = (table), .row_count = sizeof(table) / sizeof *(table)

const struct pdoc__board_form pdoc__board_forms[PDOC__BOARD_SECTION_COUNT] = {
    [PDOC__BOARD_STATES] = {"states", "How reviews stand", "State of review", FIGURES(documents), ROWS(state_rows)},
    [PDOC__BOARD_REVIEWS] = {"reviews", "Reviews due and done", "Reviews", FIGURES(documents), ROWS(review_rows),
                             .is_of_period = true},
    [PDOC__BOARD_AGE] = {"age", "For how long reviews are overdue", "Overdue for", FIGURES(documents), ROWS(age_rows)},
    [PDOC__BOARD_TYPES] = {"types", "By type", "Type", FIGURES(state_figures), .has_total = true},
    [PDOC__BOARD_BODIES] = {"bodies", "By approving body", "Approving body", FIGURES(state_figures), .has_total = true},
    [PDOC__BOARD_RESPONSIBLE] = {"responsible", "By who is responsible for the review", "Responsible",
                                 FIGURES(state_figures), .has_total = true},
    [PDOC__BOARD_DECISIONS] = {"decisions", "Decisions", "Decided by", FIGURES(decision_figures), .has_total = true,
                               .is_of_period = true},
    [PDOC__BOARD_EXTENSIONS] = {"extensions", "More time given for reviews", "Reason", FIGURES(extension_figures),
                                .has_total = true, .is_of_period = true},
    [PDOC__BOARD_CONSULTATIONS] = {"consultations", "Consultations", "Consultee", FIGURES(consultation_figures),
                                   .has_total = true, .is_of_period = true},
    [PDOC__BOARD_ENGAGEMENT] = {"engagement", "Children, families and practitioners involved", "Group",
                                FIGURES(engagement_figures), .has_total = true, .is_of_period = true},
    [PDOC__BOARD_ASSESSMENTS] = {"assessments", "Impact assessments", "Kind", FIGURES(assessment_figures),
                                 .has_total = true, .is_of_period = true},
    [PDOC__BOARD_ISSUES] = {"issues", "Practice issues raised", "Track", FIGURES(issue_figures), .is_of_period = true},
    [PDOC__BOARD_STAGES] = {"stages", "Stages that those issues reached", "Stage", FIGURES(issues),
                            .is_of_period = true},
    [PDOC__BOARD_OUTCOMES] = {"outcomes", "Outcomes of those issues", "Outcome", FIGURES(issues), .is_of_period = true},
    [PDOC__BOARD_LEARNING] = {"learning", "Learning for the partnership", "Lesson", FIGURES(lessons),
                              .is_of_period = true},
};

enum pdoc__board_state pdoc__board_state_of(pdoc_review_state state)
{
    static const uint8_t places[] = {
        [PDOC_REVIEW_NONE] = PDOC__BOARD_NONE,
        [PDOC_REVIEW_NO_RULE] = PDOC__BOARD_NO_RULE,
        [PDOC_REVIEW_NO_DATA] = PDOC__BOARD_NO_DATA,
        [PDOC_REVIEW_IN_DATE] = PDOC__BOARD_IN_DATE,
        [PDOC_REVIEW_DUE_SOON] = PDOC__BOARD_DUE_SOON,
        [PDOC_REVIEW_DUE_IN_PERIOD] = PDOC__BOARD_DUE_IN_PERIOD,
        [PDOC_REVIEW_OVERDUE] = PDOC__BOARD_OVERDUE,
        [PDOC_REVIEW_OVERDUE_UNDER_WAY] = PDOC__BOARD_UNDER_WAY,
        [PDOC_REVIEW_OVERDUE_EXTENDED] = PDOC__BOARD_EXTENDED,
    };
    return (enum pdoc__board_state)places[state];
}
