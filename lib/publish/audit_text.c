/* SPDX-License-Identifier: MIT */
/* The published audit as text for people, from its tree. Knows nothing of rules. */
#include <stdio.h>

#include "base/text.h"
#include "publish/audit_view.h"

/* What a finding is headed with: a word that needs no legend. */
struct mark {
    const char *outcome; /* its code */
    const char *text;
    enum pdoc__style style;
};

static const struct mark marks[] = {
    {"not-met", "NOT MET", PDOC__RED},         {"undetermined", "CANNOT TELL", PDOC__YELLOW},
    {"pending", "NOT YET DUE", PDOC__YELLOW}, {"waived", "WAIVED", PDOC__PLAIN},
    {"met", "NOTE", PDOC__PLAIN},              {"not-applicable", "NOT APPLICABLE", PDOC__PLAIN},
};

static const struct pdoc__page_column rule_columns[] = {
    {"modality", NULL, "Rules", false, 0, NULL, NULL, false},
    {"not-met", NULL, "not met", true, 0, NULL, NULL, false},
    {"undetermined", NULL, "cannot tell", true, 0, NULL, NULL, false},
    {"pending", NULL, "not yet due", true, 0, NULL, NULL, false},
    {"waived", NULL, "waived", true, 0, NULL, NULL, false},
    {"met", NULL, "met", true, 0, NULL, NULL, false},
    {"not-applicable", NULL, "not applicable", true, 0, NULL, NULL, false},
};

static const struct mark *mark_of(const struct pdoc__node *finding)
{
    const char *outcome = pdoc__member_text(finding, "outcome");
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (pdoc__text_equal(marks[i].outcome, outcome))
            return &marks[i];
    return &marks[0];
}

static void write_head(struct pdoc__page *page, const struct pdoc__node *root)
{
    char day[PDOC__NODE_TEXT];
    const char *title = pdoc__member_text(root, "title");
    pdoc__page_styled(page, PDOC__BOLD, 0, *title ? title : "Register without a title");
    pdoc__page_block(page, "Audit as of", 14, pdoc__node_text(pdoc__node_member(root, "as-of"), day));
    const struct pdoc__node *known = pdoc__node_member(root, "known-on");
    if (!pdoc__node_is_empty(known))
        pdoc__page_block(page, "Known on", 14, pdoc__node_text(known, day));
    const struct pdoc__node *profiles = pdoc__node_member(root, "profiles");
    for (const struct pdoc__node *profile = profiles ? profiles->first : NULL; profile; profile = profile->next) {
        struct pdoc__buffer words = {0};
        pdoc__buffer_format(&words, "%s (hash %s): %s", pdoc__member_text(profile, "id"),
                            pdoc__member_text(profile, "hash"), pdoc__member_text(profile, "title"));
        pdoc__page_block(page, profile == profiles->first ? "Profile" : "", 14, words.data ? words.data : "");
        page->out->failed = page->out->failed || words.failed;
        pdoc__buffer_free(&words);
    }
    pdoc__page_end(page);
}

static void write_states(struct pdoc__page *page, const struct pdoc__node *root)
{
    const int64_t total = pdoc__member_number(root, "total");
    char line[64];
    snprintf(line, sizeof line, "%lld %s", (long long)total, total == 1 ? "document" : "documents");
    pdoc__page_styled(page, PDOC__BOLD, 0, line);
    const struct pdoc__node *states = pdoc__node_member(root, "states");
    for (const struct pdoc__node *state = states ? states->first : NULL; state; state = state->next) {
        const int64_t count = pdoc__member_number(state, "count");
        if (count == 0)
            continue;
        snprintf(line, sizeof line, "%8lld  ", (long long)count);
        pdoc__page_words(page, PDOC__PLAIN, line);
        pdoc__page_words(page, pdoc__state_style(pdoc__member_text(state, "code")), pdoc__member_text(state, "label"));
        pdoc__page_end(page);
    }
    pdoc__page_end(page);
    pdoc__page_table(page, rule_columns, sizeof rule_columns / sizeof *rule_columns,
                     pdoc__node_member(root, "rules"), 0);
}

static void write_part(struct pdoc__page *page, const struct pdoc__node *finding, const char *name, const char *lead)
{
    const char *text = pdoc__member_text(finding, name);
    if (*text)
        pdoc__page_shown(page, lead, 14, text);
}

/* Messages begin in lower case, as the ends of lines in other programs; here they stand alone. */
static void write_sentence(struct pdoc__page *page, const char *text)
{
    struct pdoc__buffer words = {0};
    if (*text)
        pdoc__buffer_byte(&words, *text >= 'a' && *text <= 'z' ? (char)(*text - 'a' + 'A') : *text);
    if (*text)
        pdoc__buffer_text(&words, text + 1);
    pdoc__page_shown(page, "", 4, words.data ? words.data : "");
    page->out->failed = page->out->failed || words.failed;
    pdoc__buffer_free(&words);
}

static void write_finding(struct pdoc__page *page, const struct pdoc__node *finding)
{
    const struct mark *mark = mark_of(finding);
    const char *modality = pdoc__member_text(finding, "modality");
    const char *clause = pdoc__member_text(finding, "clause");
    pdoc__page_words(page, PDOC__PLAIN, "  ");
    pdoc__page_words(page, mark->style, mark->text);
    if (pdoc__text_equal(modality, "should"))
        pdoc__page_words(page, PDOC__PLAIN, " (should)");
    pdoc__page_words(page, PDOC__PLAIN, "  ");
    pdoc__page_words(page, PDOC__PLAIN, pdoc__member_text(finding, "rule"));
    if (*clause) {
        pdoc__page_words(page, PDOC__PLAIN, ", ");
        pdoc__page_words(page, PDOC__PLAIN, clause);
    }
    if (pdoc__member_flag(finding, "inferred"))
        pdoc__page_words(page, PDOC__PLAIN, " (inferred)");
    pdoc__page_end(page);
    write_sentence(page, pdoc__member_text(finding, "message"));
    write_part(page, finding, "expected", "    expected");
    write_part(page, finding, "found", "    found");
    write_part(page, finding, "remedy", "    remedy");
}

static void write_findings(struct pdoc__page *page, const struct pdoc__node *owner)
{
    const struct pdoc__node *findings = pdoc__node_member(owner, "findings");
    for (const struct pdoc__node *finding = findings ? findings->first : NULL; finding; finding = finding->next)
        write_finding(page, finding);
}

static bool has_findings(const struct pdoc__node *owner)
{
    const struct pdoc__node *findings = pdoc__node_member(owner, "findings");
    return findings && findings->first;
}

/* The review in one line: the state, the day, and which of the two dates it is. */
static void write_standing(struct pdoc__page *page, const struct pdoc__node *document)
{
    char line[160];
    char day[PDOC__NODE_TEXT];
    const char *code = pdoc__member_text(document, "state");
    const int row = pdoc_table_find(PDOC_TABLE_REVIEW_STATE, code);
    const char *label = row < 0 ? code : pdoc_table_label(PDOC_TABLE_REVIEW_STATE, (size_t)row);
    const int64_t days = pdoc__member_number(document, "days-overdue");
    const bool is_printed = pdoc__text_equal(pdoc__member_text(document, "governs"), "printed");
    pdoc__page_words(page, PDOC__PLAIN, "  Review: ");
    pdoc__page_words(page, pdoc__state_style(code), label);
    if (!pdoc__node_is_empty(pdoc__node_member(document, "due"))) {
        snprintf(line, sizeof line, ", due by %s %s", pdoc__node_text(pdoc__node_member(document, "due"), day),
                 is_printed ? "as printed" : "by the rules");
        pdoc__page_words(page, PDOC__PLAIN, line);
    }
    if (days > 0) {
        snprintf(line, sizeof line, ", %lld %s ago", (long long)days, days == 1 ? "day" : "days");
        pdoc__page_words(page, PDOC__PLAIN, line);
    }
    pdoc__page_end(page);
}

static void write_document(struct pdoc__page *page, const struct pdoc__node *document)
{
    struct pdoc__buffer words = {0};
    const char *reference = pdoc__member_text(document, "reference");
    const char *title = pdoc__member_text(document, "title");
    const char *both = pdoc__member_text(document, "reference-and-id"); /* where others have the reference, too */
    if (!*reference || pdoc__text_same(reference, title))
        reference = pdoc__member_text(document, "id");
    else if (*both)
        reference = both;
    pdoc__buffer_format(&words, "%s  %s", reference, *title ? title : "without a title");
    pdoc__page_end(page);
    pdoc__page_styled(page, PDOC__BOLD, 0, words.data ? words.data : "");
    page->out->failed = page->out->failed || words.failed;
    pdoc__buffer_free(&words);
    write_standing(page, document);
    write_findings(page, document);
}

static void write_answer(struct pdoc__page *page, const struct pdoc__node *root)
{
    const struct pdoc__node *rules = pdoc__node_member(root, "rules");
    const int64_t broken = pdoc__member_number(rules ? rules->first : NULL, "not-met");
    char line[96];
    pdoc__page_end(page);
    if (broken == 0) {
        pdoc__page_styled(page, PDOC__GREEN, 0, "Every rule that must be met, and can be judged, is met.");
        return;
    }
    snprintf(line, sizeof line, "In %lld %s a rule that must be met is not met.", (long long)broken,
             broken == 1 ? "case" : "cases");
    pdoc__page_styled(page, PDOC__RED, 0, line);
}

void pdoc__audit_text(struct pdoc__page *page, const struct pdoc__node *root)
{
    write_head(page, root);
    write_states(page, root);
    write_answer(page, root);
    if (has_findings(root)) {
        pdoc__page_end(page);
        pdoc__page_styled(page, PDOC__BOLD, 0, "The register itself");
        write_findings(page, root);
    }
    const struct pdoc__node *documents = pdoc__node_member(root, "documents");
    size_t clean = 0;
    for (const struct pdoc__node *doc = documents ? documents->first : NULL; doc; doc = doc->next) {
        if (has_findings(doc))
            write_document(page, doc);
        else
            clean++;
    }
    if (clean > 0) {
        char line[64];
        snprintf(line, sizeof line, "%zu %s without findings.", clean, clean == 1 ? "document" : "documents");
        pdoc__page_end(page);
        pdoc__page_styled(page, PDOC__PLAIN, 0, line);
    }
}
