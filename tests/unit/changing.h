/* SPDX-License-Identifier: MIT */
/* What tests of versions and change share: a profile with classes of amendment and a schedule, and documents. */
#ifndef PDOC_TESTS_CHANGING_H
#define PDOC_TESTS_CHANGING_H

#include "auditing.h"

#define TYPES                                                                                                          \
    "<types><type id=\"policy\" base=\"policy\"/></types>"                                                             \
    "<parties><party id=\"group\"><name>Policy Group</name></party><party id=\"board\"><name>Board</name></party>"     \
    "<party id=\"author\" kind=\"post\"><name>Author</name></party></parties>"                                         \
    "<sections><section id=\"scope\"><title>Scope</title></section>"                                                   \
    "<statement id=\"outside\" sections=\"scope\" clause=\"s6\"><label>what to do outside its scope</label>"           \
    "<says>*outside * scope*</says><says>*not covered*</says></statement></sections>"
#define FACTS                                                                                                          \
    "<facts><fact id=\"approved\" event=\"decided\" pick=\"first\" versions=\"all\"/>"                                 \
    "<fact id=\"last-review\" event=\"reviewed\" versions=\"all\"/>"                                                   \
    "<fact id=\"restarted\" event=\"amended\" versions=\"all\"><where><equals of=\"class.clock\" value=\"restarts\"/>" \
    "</where></fact>"                                                                                                  \
    "<fact id=\"small\" event=\"amended\" pick=\"count\" versions=\"all\"><where>"                                     \
    "<equals of=\"class.step\" value=\"minor\"/></where></fact></facts>"                                               \
    "<schedule><due id=\"review\" kind=\"review\" anchors=\"last-review approved restarted\" "                         \
    "offset=\"P36M\"/></schedule>"
#define AMENDMENTS                                                                                                     \
    "<amendment id=\"minor\" step=\"minor\" by=\"group\" reasons=\"law other\" clause=\"s9\"><alias>small</alias>"     \
    "</amendment><amendment id=\"rewrite\" step=\"major\" clock=\"restarts\" consultation=\"true\"/>"
#define RULES(flow) PROFILE(TYPES FACTS "<flow>" flow "</flow>")
#define DOCUMENT(id, versions, history)                                                                                \
    "<document id=\"" id "\" type=\"policy\"><title>T " id "</title>" versions "<history>" history                     \
    "</history></document>"
#define DECIDED(id, on, version)                                                                                       \
    "<decided id=\"" id "\" on=\"" on "\" version=\"" version "\" by=\"Board\" outcome=\"approved\"/>"

static inline pdoc_report *audit(const char *rules, const char *documents, const char *day)
{
    static char text[16384];
    snprintf(text, sizeof text, "%s<profile ref=\"p\"/>%s</register>", REGISTER_START, documents);
    return audit_texts(rules, text, day);
}

static inline void assert_finding(const pdoc_report *report, const char *rule, const char *place, const char *words)
{
    const size_t finding = finding_of_rule(report, rule);
    if (finding == SIZE_MAX)
        show_findings(report);
    assert_true(finding != SIZE_MAX);
    assert_string_equal(pdoc_report_finding_place(report, finding), place);
    assert_contains(pdoc_report_finding_message(report, finding), words);
}

#endif
