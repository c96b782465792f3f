/* SPDX-License-Identifier: MIT */
/*
 * The sign-off matrix (table "routes"). A route is a line of it: the documents that it is for. Its duties are the cells
 * of that line: who drafts, whom they nominate, who is consulted with which notice, who decides, who is told. Each cell
 * has a clause and a modality of its own, is judged by itself, and may be shared by several lines.
 */
#ifndef PDOC_GOVERNANCE_ROUTE_H
#define PDOC_GOVERNANCE_ROUTE_H

#include "governance/rule.h"

struct pdoc__route {
    struct pdoc__rule rule;
    const struct pdoc__predicate *when; /* NULL: all documents */
};

/* A row of PDOC_TABLE_ROUTE_DUTY. */
enum pdoc__route_duty_kind {
    PDOC__DUTY_DRAFTING,     /* parties: any of them drafts */
    PDOC__DUTY_NOMINATION,   /* parties: any of them names the drafter */
    PDOC__DUTY_SUPPORT,      /* parties: any of them helps to draft */
    PDOC__DUTY_CONSULTATION, /* parties: each (or any) of them is sent the draft, `lead` before the meeting, to reply
                                `reply` before */
    PDOC__DUTY_SCRUTINY,     /* parties: each (or any) of them looks at it before the decision */
    PDOC__DUTY_SIGN_OFF,     /* parties: any (or each) of them decides; the others may not */
    PDOC__DUTY_DENIAL,       /* parties: none of them decides, whatever was delegated */
    PDOC__DUTY_REFERRAL,     /* parties: to which of them a decision refers it up */
    PDOC__DUTY_URGENT,       /* parties: any of them may decide at once, and reports to `to` within `within` */
    PDOC__DUTY_INFORMING,    /* parties: each of them is told after the decision, within `within` */
    PDOC__DUTY_READING       /* parties: each of them reads what is in force, within `within` of its first day */
};

struct pdoc__route_duty {
    struct pdoc__rule rule;
    struct pdoc__texts routes; /* ids of the routes that it belongs to; none: all */
    struct pdoc__parties parties;
    struct pdoc__parties apart;         /* who may not be the one that does it, such as field.author of a sign-off */
    struct pdoc__parties to;            /* of urgent decisions: to whom they are reported */
    const struct pdoc__predicate *when; /* NULL: always */
    const char *kind;                   /* code of PDOC_TABLE_ROUTE_DUTY; its row is enum pdoc__route_duty_kind */
    const char *area;                   /* operand whose value the one who acts must answer for; NULL: not asked */
    struct pdoc__operand area_operand;
    pdoc_offset lead;         /* before the meeting; all 0: not stated. So also the next two */
    pdoc_offset reply;        /* before the meeting */
    pdoc_offset period;       /* shortest time between sending and the last day for replies */
    pdoc_offset within;       /* after the decision */
    struct pdoc__texts gates; /* purposes for which it must be done first; codes of PDOC_TABLE_PURPOSE */
    uint8_t quorum;           /* of a sign-off: least number of attendees; 0: not asked */
    bool each;                /* of scrutiny and sign-off: all of the parties; false: any of them */
    bool any_is_enough;       /* of a consultation: one of the parties; false: each of them */
    bool silence_agrees;      /* of a consultation: who does not reply by the end of the last day agrees */
    bool may_delegate;        /* of a sign-off: who was delegated by one of the parties may decide */
};

#endif
