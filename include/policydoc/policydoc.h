/* SPDX-License-Identifier: MIT */
/*
 * libpolicydoc: the library that holds written control documents, schedules their reviews, judges them by rules that are
 * data, and explains every answer. This header includes all the others.
 *
 * Names. Functions are pdoc_<type>_<verb or property>. What is a C type, its functions and its header go by the words of
 * the field: register, party, document, version, front sheet, event.
 *
 * Ownership. _new, _read, _copy and judgements return a reference that you release with _unref (or _free); everything else
 * borrows. A borrowed string stays valid while the register (or report, profile ...) that gave it is held.
 *
 * Errors. Every call that can fail takes a trailing pdoc_error **; NULL = do not care. It is set exactly on failure, and
 * outputs are untouched then. Free it with pdoc_error_free.
 *
 * Threads. Registers: one writer, or any number of readers. Profiles, schedules, reports, explanations: immutable, shared
 * freely. References may be released from any thread.
 *
 * The library never reads the clock, the locale, the environment or the network, and never prints.
 */
#ifndef POLICYDOC_POLICYDOC_H
#define POLICYDOC_POLICYDOC_H

#include <policydoc/api.h>
#include <policydoc/attestation.h>
#include <policydoc/audit.h>
#include <policydoc/board_paper.h>
#include <policydoc/calendar.h>
#include <policydoc/change.h>
#include <policydoc/consultation.h>
#include <policydoc/classification.h>
#include <policydoc/content.h>
#include <policydoc/date.h>
#include <policydoc/distribution.h>
#include <policydoc/document.h>
#include <policydoc/error.h>
#include <policydoc/escalation.h>
#include <policydoc/feed.h>
#include <policydoc/flow.h>
#include <policydoc/governing.h>
#include <policydoc/history.h>
#include <policydoc/impact.h>
#include <policydoc/in_force.h>
#include <policydoc/keeper.h>
#include <policydoc/keeping.h>
#include <policydoc/meeting.h>
#include <policydoc/merge.h>
#include <policydoc/party.h>
#include <policydoc/plan.h>
#include <policydoc/profile.h>
#include <policydoc/publish.h>
#include <policydoc/register.h>
#include <policydoc/relation.h>
#include <policydoc/release.h>
#include <policydoc/schedule.h>
#include <policydoc/sheet.h>
#include <policydoc/trend.h>
#include <policydoc/updates.h>
#include <policydoc/verification.h>
#include <policydoc/version.h>
#include <policydoc/vocabulary.h>

#endif
