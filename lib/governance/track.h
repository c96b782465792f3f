/* SPDX-License-Identifier: MIT */
/* Escalation ladders (table "tracks"): a track, and its stages in order. */
#ifndef PDOC_GOVERNANCE_TRACK_H
#define PDOC_GOVERNANCE_TRACK_H

#include "governance/rule.h"

struct pdoc__track {
    struct pdoc__rule rule;
    struct pdoc__texts sources;    /* how an issue may have been noticed: observed, read, discussed, heard, notified */
    struct pdoc__texts exits;      /* outcomes that end it before the first stage, such as no-issue */
    struct pdoc__texts excluded;   /* matters that it is not for, such as single-agency */
    struct pdoc__texts conditions; /* that an issue may have, such as immediate-welfare */
    struct pdoc__texts required;   /* coded facts that an issue must have, such as principles-acknowledged */
    struct pdoc__texts facts;      /* that may be recorded besides */
    struct pdoc__texts outcomes;   /* codes of outcomes besides those of the library; so also the next ones */
    struct pdoc__texts learning;
    struct pdoc__texts actions;
    struct pdoc__texts organisations;
    struct pdoc__parties arbiter; /* who decides at last; none: nobody is named */
    const char *leads_to;         /* id of the track that it may go on to; NULL: none */
    const char *note;
};

struct pdoc__stage {
    struct pdoc__rule rule;
    const char *track;               /* id */
    const char *kind;                /* code of PDOC_TABLE_STAGE_KIND: clarification, stage, panel */
    struct pdoc__parties ours;       /* who takes part for the side that raised it: any of them */
    struct pdoc__parties theirs;     /* and for the other side */
    struct pdoc__parties each;       /* of every organisation concerned: each of these */
    struct pdoc__parties also;       /* who takes part besides: each of them */
    struct pdoc__parties advisers;   /* who says how to go on: any of them */
    struct pdoc__parties widened;    /* who may take part, on either side, where `widened_when` holds */
    struct pdoc__texts widened_when; /* conditions of the issue: any of them */
    struct pdoc__texts skipped_when; /* conditions under which it may be left out; none: never */
    struct pdoc__texts methods;      /* how it is held; none: any way */
    struct pdoc__texts outputs;      /* what must come of it, coded: plan, lessons */
    struct pdoc__texts required;     /* coded facts that must be recorded before it ends, such as form-completed */
    struct pdoc__texts
        urgent_when;               /* conditions of the issue under which `urgent_limit` takes the place of the limit */
    struct pdoc__parties notify;   /* who is told: each of them */
    struct pdoc__texts limit_from; /* of the limit: opened, reached (the default), acknowledged */
    pdoc_offset limit;             /* all 0: no limit; so also the others */
    pdoc_offset or_limit;          /* the shorter of the two counts */
    pdoc_offset acknowledge;
    pdoc_offset notify_within;
    pdoc_offset reach_within; /* how soon after the stage before has ended without a resolution */
    pdoc_offset urgent_limit;
    const char *satisfies;   /* whose satisfaction ends it: "identifier"; NULL: nobody is named */
    uint8_t records;         /* 0 none, 1 by each who took part: `record_modality` says how strongly */
    uint8_t record_modality; /* pdoc_modality; so also the others: of its parties, the advice, the outputs */
    uint8_t party_modality;
    uint8_t advice_modality;
    uint8_t output_modality;
    bool as_agreed;        /* the parties may agree a limit of their own */
    bool fact_and_opinion; /* each record keeps them apart */
    bool needs_outcome;
    bool is_exceptional;
    bool is_optional; /* an issue may go on from here, and need not */
    bool is_any_time; /* it may be reached from any stage, whatever lies between */
};

#endif
