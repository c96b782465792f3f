/* SPDX-License-Identifier: MIT */
/* The functions that judge the rows of each table; what they are given and give stands in judged_rows.h. */
#ifndef PDOC_GOVERNANCE_ROWS_H
#define PDOC_GOVERNANCE_ROWS_H

#include "governance/rows/judged_rows.h"

pdoc__judge_row pdoc__judge_cell;       /* cell.c */
pdoc__judge_row pdoc__judge_question;   /* question.c */
pdoc__judge_row pdoc__judge_statement;  /* statement.c */
pdoc__judge_row pdoc__judge_scheme;     /* scheme.c */
pdoc__judge_row pdoc__judge_amendment;  /* amendment.c */
pdoc__judge_row pdoc__judge_extension;  /* extension.c */
pdoc__judge_row pdoc__judge_freeze;     /* freeze.c */
pdoc__judge_row pdoc__judge_transition; /* transition.c */

#endif
