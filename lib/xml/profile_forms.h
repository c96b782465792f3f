/* SPDX-License-Identifier: MIT */
/* How the tables of elements of a profile are written down: a short name for each kind of member. */
#ifndef PDOC_XML_PROFILE_FORMS_H
#define PDOC_XML_PROFILE_FORMS_H

#include "xml/profile_reading.h"

#define ATTRIBUTE(text, kind, type, member)                                                                            \
    {                                                                                                                  \
        .name = (text), .form = (kind), .at = offsetof(type, member)                                                   \
    }
#define ELEMENT(text, kind, type, member)                                                                              \
    {                                                                                                                  \
        .name = (text), .is_element = true, .form = (kind), .at = offsetof(type, member)                               \
    }
#define CHOOSE(text, kind, type, member, words)                                                                        \
    {                                                                                                                  \
        .name = (text), .form = (kind), .at = offsetof(type, member), .choices = (words)                               \
    }
#define LOOK_UP(text, kind, type, member, number)                                                                      \
    {                                                                                                                  \
        .name = (text), .form = (kind), .at = offsetof(type, member), .table = (number)                                \
    }
#define LATER(text)                                                                                                    \
    {                                                                                                                  \
        .name = (text), .form = PDOC__FORM_LATER                                                                       \
    }
#define LATER_ELEMENT(text)                                                                                            \
    {                                                                                                                  \
        .name = (text), .is_element = true, .form = PDOC__FORM_LATER                                                   \
    }
#define END                                                                                                            \
    {                                                                                                                  \
        .name = NULL                                                                                                   \
    }
#define TABLE(elements, element, name, type, rows, list)                                                               \
    {                                                                                                                  \
        .table = (elements), .row = (element), .label = (name), .size = sizeof(type),                                  \
        .at = offsetof(struct pdoc_profile, rows), .members = (list)                                                   \
    }

static const char *const pdoc__no_yes[] = {"false", "true", NULL};

/* profile_tables_flow.c */
extern const struct pdoc__member pdoc__route_members[];
extern const struct pdoc__member pdoc__route_duty_members[];
extern const struct pdoc__member pdoc__state_members[];
extern const struct pdoc__member pdoc__transition_members[];
extern const struct pdoc__member pdoc__amendment_members[];
extern const struct pdoc__member pdoc__scheme_members[];
extern const struct pdoc__member pdoc__extension_members[];
extern const struct pdoc__member pdoc__freeze_members[];
extern const struct pdoc__member pdoc__question_members[];
extern const struct pdoc__member pdoc__statement_members[];
/* profile_tables_track.c */
extern const struct pdoc__member pdoc__reference_members[];
extern const struct pdoc__member pdoc__track_members[];
extern const struct pdoc__member pdoc__stage_members[];
extern const struct pdoc__member pdoc__cue_members[];

#endif
