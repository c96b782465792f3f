/* SPDX-License-Identifier: MIT */
/* policydoc pack: the evidence for an inspector in one folder: how each document stood on a day, and what it rested on.
 */
#define _XOPEN_SOURCE 700
#include "pack.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct packing {
    const struct options *options;
    const pdoc_register *reg;
    const pdoc_basis *basis;
    const pdoc_report *report;
    struct pack pack;
    int contents;       /* folder of --content; -1: none */
    FILE *page;         /* of the index */
    bool is_incomplete; /* a content is missing or another */
};

static void write_text(struct packing *packing, const char *folder, const char *name, pdoc_text *text,
                       pdoc_error *error)
{
    char path[PACK_PATH];
    snprintf(path, sizeof path, "%s%s%s", folder, *folder ? "/" : "", name);
    if (text)
        pack_write(&packing->pack, path, pdoc_text_data(text), pdoc_text_size(text));
    else
        packing->pack.failed = fail_asking(error) != OUTCOME_WELL || packing->pack.failed;
    pdoc_text_free(text);
}

/* ---- what is known of one document ---- */

static pdoc_text *publish_sheet(const struct packing *packing, const pdoc_document *doc,
                                const pdoc_publish_options *how, pdoc_error **error)
{
    return pdoc_document_publish(doc, packing->basis, how, error);
}

static pdoc_text *publish_in_force(const struct packing *packing, const pdoc_document *doc,
                                   const pdoc_publish_options *how, pdoc_error **error)
{
    pdoc_in_force *answer = pdoc_document_ask_in_force(doc, packing->basis, error);
    pdoc_text *text = answer ? pdoc_in_force_publish(answer, how, error) : NULL;
    pdoc_in_force_unref(answer);
    return text;
}

static pdoc_text *publish_versions(const struct packing *packing, const pdoc_document *doc,
                                   const pdoc_publish_options *how, pdoc_error **error)
{
    pdoc_versions *versions = pdoc_document_versions(doc, packing->basis, error);
    pdoc_text *text = versions ? pdoc_versions_publish(versions, how, error) : NULL;
    pdoc_versions_unref(versions);
    return text;
}

static pdoc_text *publish_consultations(const struct packing *packing, const pdoc_document *doc,
                                        const pdoc_publish_options *how, pdoc_error **error)
{
    pdoc_consultations *all = pdoc_document_consultations(doc, packing->basis, error);
    pdoc_text *text = all ? pdoc_consultations_publish(all, how, error) : NULL;
    pdoc_consultations_unref(all);
    return text;
}

static pdoc_text *publish_explanation(const struct packing *packing, const pdoc_document *doc,
                                      const pdoc_publish_options *how, pdoc_error **error)
{
    pdoc_publish_options all = *how;
    pdoc_explanation *explanation = pdoc_document_explain(doc, packing->basis, error);
    all.all = 1;
    pdoc_text *text = explanation ? pdoc_explanation_publish(explanation, &all, error) : NULL;
    pdoc_explanation_unref(explanation);
    return text;
}

/* One row adds one thing that is told of each document, to read and to work with. */
static const struct {
    const char *name;
    const char *label;
    pdoc_text *(*publish)(const struct packing *packing, const pdoc_document *doc, const pdoc_publish_options *how,
                          pdoc_error **error);
} things[] = {
    {"in-force", "Which version was in force, who approved it, when it was published", publish_in_force},
    {"document", "Front sheets, relations and history", publish_sheet},
    {"versions", "Versions", publish_versions},
    {"consultation", "Who was consulted, and what came of it", publish_consultations},
    {"explanation", "How its dates, states and findings were reached", publish_explanation},
};
#define THING_COUNT (sizeof things / sizeof *things)

static void pack_things(struct packing *packing, const pdoc_document *doc, const char *folder)
{
    static const struct {
        pdoc_format format;
        const char *end;
    } forms[] = {{PDOC_FORMAT_TEXT, "txt"}, {PDOC_FORMAT_JSON, "json"}};
    for (size_t i = 0; i < THING_COUNT; i++)
        for (size_t form = 0; form < sizeof forms / sizeof *forms; form++) {
            const pdoc_publish_options how = {.size = sizeof how, .format = forms[form].format};
            char name[PACK_NAME];
            pdoc_error *error = NULL;
            snprintf(name, sizeof name, "%s.%s", things[i].name, forms[form].end);
            pdoc_text *text = things[i].publish(packing, doc, &how, &error);
            write_text(packing, folder, name, text, error);
        }
}

/* ---- findings ---- */

static void pack_findings(struct packing *packing, const pdoc_document *doc, const char *folder)
{
    const pdoc_report *report = packing->report;
    char *text = NULL;
    size_t size = 0;
    char path[PACK_PATH];
    FILE *list = open_memstream(&text, &size);
    for (size_t i = 0; list && i < pdoc_report_finding_count(report); i++) {
        const size_t index = pdoc_report_finding_document(report, i);
        const char *clause = pdoc_report_finding_clause(report, i);
        const char *remedy = pdoc_report_finding_remedy(report, i);
        if (pdoc_register_document(packing->reg, index) != doc)
            continue;
        const pdoc_outcome outcome = pdoc_report_finding_outcome(report, i);
        const char *word = outcome == PDOC_OUTCOME_MET ? "Note" : pdoc_table_label(PDOC_TABLE_OUTCOME, outcome);
        fprintf(list, "%s  %s%s%s\n    %s\n", word, pdoc_report_finding_rule(report, i), clause ? ", " : "",
                clause ? clause : "", pdoc_report_finding_message(report, i));
        if (remedy)
            fprintf(list, "    remedy: %s\n", remedy);
    }
    snprintf(path, sizeof path, "%s/audit.txt", folder);
    if (list && fclose(list) == 0)
        pack_write(&packing->pack, path, size > 0 ? text : "No findings.\n", size > 0 ? size : 13);
    else
        packing->pack.failed = true;
    free(text);
}

/* ---- contents ---- */

/* A place inside the folder of --content: no address, no way up, no link that leads elsewhere (pack_copy sees to that).
 */
static bool is_inside(const char *href)
{
    if (href[0] == '/' || strchr(href, ':') || strchr(href, '\\') || strlen(href) >= 1000)
        return false;
    for (const char *part = href; part; part = strchr(part, '/') ? strchr(part, '/') + 1 : NULL) {
        const size_t size = strcspn(part, "/");
        if (size == 0 || (size == 1 && part[0] == '.') || (size == 2 && part[0] == '.' && part[1] == '.'))
            return false;
    }
    return true;
}

static const char *copy_content(struct packing *packing, const struct pdoc_version *version, size_t index,
                                const char *path)
{
    const char *href = pdoc_version_content_href(version, index);
    if (packing->contents < 0)
        return "not asked for: no --content";
    if (!is_inside(href))
        return "not copied: the address leads out of the folder";
    return pack_copy(&packing->pack, packing->contents, href, path, pdoc_version_content_sha256(version, index));
}

/* The contents of the version that was in force, and a list of them with what came of each. */
static void pack_contents(struct packing *packing, const struct pdoc_version *version, const char *folder)
{
    char *text = NULL;
    size_t size = 0;
    char path[PACK_PATH];
    FILE *list = open_memstream(&text, &size);
    for (size_t i = 0; list && version && i < pdoc_version_content_count(version); i++) {
        const char *href = pdoc_version_content_href(version, i);
        const char *sha256 = pdoc_version_content_sha256(version, i);
        char name[PACK_NAME];
        const char *slash = strrchr(href, '/');
        pack_safe_name(slash ? slash + 1 : href, name);
        snprintf(path, sizeof path, "%s/content-%zu-%s", folder, i + 1, name);
        const char *why = copy_content(packing, version, i, path);
        fprintf(list, "%s\n    SHA-256 recorded: %s\n    %s%s\n", href, sha256 ? sha256 : "none",
                why ? why : "copied as ", why ? "" : path + strlen(folder) + 1);
        packing->is_incomplete = packing->is_incomplete || (why && packing->contents >= 0);
        if (why && packing->contents >= 0)
            say("%s: %s", href, why);
    }
    snprintf(path, sizeof path, "%s/contents.txt", folder);
    if (list && fclose(list) == 0)
        pack_write(&packing->pack, path, size > 0 ? text : "No contents are recorded.\n", size > 0 ? size : 26);
    else
        packing->pack.failed = true;
    free(text);
}

/* ---- the index ---- */

static void put_escaped(FILE *page, const char *text)
{
    for (; text && *text; text++)
        switch (*text) {
        case '&':
            fputs("&amp;", page);
            break;
        case '<':
            fputs("&lt;", page);
            break;
        case '>':
            fputs("&gt;", page);
            break;
        case '"':
            fputs("&quot;", page);
            break;
        default:
            fputc(*text, page);
        }
}

static void put_row(const struct packing *packing, const pdoc_document *doc, const pdoc_in_force *answer,
                    const char *folder)
{
    char day[PDOC_DATE_TEXT];
    FILE *page = packing->page;
    const pdoc_date dates[] = {pdoc_in_force_since(answer, 0), pdoc_in_force_approved(answer, 0),
                               pdoc_in_force_published(answer, 0)};
    fputs("<tr><th scope=\"row\">", page);
    put_escaped(page, pdoc_document_reference(doc, 0) ? pdoc_document_reference(doc, 0) : pdoc_document_id(doc));
    fputs("</th><td>", page);
    put_escaped(page, pdoc_document_title(doc));
    fputs("</td><td>", page);
    if (pdoc_in_force_version(answer, 0) == 0)
        fputs("none in force", page);
    else if (pdoc_in_force_label(answer, 0))
        put_escaped(page, pdoc_in_force_label(answer, 0));
    else
        fprintf(page, "%u", (unsigned)pdoc_in_force_version(answer, 0));
    fputs("</td>", page);
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++)
        fprintf(page, "<td>%s</td>", pdoc_date_is_recorded(dates[i]) ? pdoc_date_format(dates[i], day) : "");
    fputs("<td>", page);
    put_escaped(page, pdoc_in_force_approved_by(answer, 0));
    fputs("</td><td><ul>", page);
    for (size_t i = 0; i < THING_COUNT; i++)
        fprintf(page, "<li><a href=\"%s/%s.txt\">%s</a></li>", folder, things[i].name, things[i].label);
    fprintf(page, "<li><a href=\"%s/audit.txt\">Findings</a></li><li><a href=\"%s/contents.txt\">Contents</a></li>",
            folder, folder);
    fputs("</ul></td></tr>\n", page);
}

static void begin_page(const struct packing *packing)
{
    char day[PDOC_DATE_TEXT];
    char known[PDOC_DATE_TEXT];
    FILE *page = packing->page;
    fputs("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Evidence</title></head><body>\n<h1>",
          page);
    put_escaped(page, pdoc_register_title(packing->reg));
    fprintf(page, "</h1>\n<p>As it stood on %s", pdoc_date_format(packing->basis->as_of, day));
    if (pdoc_date_is_recorded(packing->basis->known_on))
        fprintf(page, ", by what was recorded on %s", pdoc_date_format(packing->basis->known_on, known));
    fputs(". The SHA-256 of each file is in manifest.sha256; without that file the pack is not whole.</p>\n"
          "<table><caption>Documents</caption>\n<thead><tr><th scope=\"col\">Reference</th><th scope=\"col\">Title</th>"
          "<th scope=\"col\">Version</th><th scope=\"col\">In force since</th><th scope=\"col\">Approved</th>"
          "<th scope=\"col\">Published</th><th scope=\"col\">Approved by</th><th "
          "scope=\"col\">Evidence</th></tr></thead>\n"
          "<tbody>\n",
          page);
}

/* ---- all of it ---- */

static void pack_document(struct packing *packing, const pdoc_document *doc, size_t number)
{
    char name[PACK_NAME];
    char folder[PACK_FOLDER];
    pdoc_error *error = NULL;
    pdoc_in_force *answer = pdoc_document_ask_in_force(doc, packing->basis, &error);
    if (!answer) {
        packing->pack.failed = fail_asking(error) != OUTCOME_WELL || packing->pack.failed;
        return;
    }
    pack_safe_name(pdoc_document_reference(doc, 0) ? pdoc_document_reference(doc, 0) : pdoc_document_id(doc), name);
    snprintf(folder, sizeof folder, "%03zu-%s", number, name); /* the number tells those of one name apart */
    pack_make_folder(&packing->pack, folder);
    pack_things(packing, doc, folder);
    pack_findings(packing, doc, folder);
    pack_contents(packing, pdoc_document_find_version(doc, pdoc_in_force_version(answer, 0)), folder);
    put_row(packing, doc, answer, folder);
    pdoc_in_force_unref(answer);
}

static enum outcome pack_all(struct packing *packing, const pdoc_document *const *docs, size_t count)
{
    char *text = NULL;
    size_t size = 0;
    packing->page = open_memstream(&text, &size);
    packing->pack.failed = !packing->page;
    if (packing->page)
        begin_page(packing);
    for (size_t i = 0; i < count && !packing->pack.failed; i++)
        pack_document(packing, docs[i], i + 1);
    if (packing->page)
        fputs("</tbody></table>\n</body></html>\n", packing->page);
    if (packing->page && fclose(packing->page) == 0)
        pack_write(&packing->pack, "index.html", text, size);
    free(text);
    enum outcome outcome = pack_end(&packing->pack);
    if (outcome == OUTCOME_WELL)
        print_line("%zu document%s packed into %s", count, count == 1 ? "" : "s", packing->options->output);
    else
        say("%s is not whole: it has no manifest.sha256", packing->options->output);
    return outcome == OUTCOME_WELL && packing->is_incomplete ? OUTCOME_NO : outcome;
}

/* Each document that is asked for once, in the order asked. 0: one is not there, which is said. */
static size_t find_all(const struct options *options, const pdoc_register *reg, const pdoc_document **out)
{
    size_t count = 0;
    for (size_t i = 1; i < options->operand_count; i++) {
        const pdoc_document *doc = find_document(reg, options->operands[0], options->operands[i]);
        bool is_new = doc != NULL;
        if (!doc)
            return 0;
        for (size_t k = 0; k < count; k++)
            is_new = is_new && out[k] != doc;
        if (is_new)
            out[count++] = doc;
    }
    return count;
}

static enum outcome pack(const struct options *options, const pdoc_register *reg, struct judging *judging)
{
    pdoc_error *error = NULL;
    struct packing packing = {.options = options, .reg = reg, .basis = &judging->basis, .contents = -1};
    enum outcome outcome = OUTCOME_NO;
    const pdoc_document **docs = calloc(options->operand_count, sizeof *docs);
    const size_t count = docs ? find_all(options, reg, docs) : 0;
    pdoc_report *report = count > 0 ? pdoc_audit(reg, &judging->basis, &error) : NULL;
    packing.report = report;
    if (count > 0 && !report)
        outcome = fail_asking(error);
    if (report && options->own.content)
        packing.contents = open(options->own.content, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (report && options->own.content && packing.contents < 0) {
        say("%s is no folder that can be read", options->own.content);
        outcome = OUTCOME_UNREADABLE;
    } else if (report) {
        outcome = pack_begin(&packing.pack, options->output) ? pack_all(&packing, docs, count) : OUTCOME_UNWRITABLE;
    }
    if (packing.contents >= 0)
        close(packing.contents);
    pdoc_report_unref(report);
    free(docs);
    return outcome;
}

enum outcome run_pack(const struct options *options)
{
    enum outcome outcome = OUTCOME_WELL;
    struct judging judging;
    if (!options->output || strcmp(options->output, "-") == 0) {
        say("pack needs -o DIR for the folder that it fills; see policydoc pack --help");
        return OUTCOME_USAGE;
    }
    if (!judging_prepare(options, &judging, &outcome))
        return outcome;
    pdoc_register *reg = load_register(options->operands[0], &outcome);
    if (reg && judging_fits(&judging, reg, options->operands[0], &outcome))
        outcome = pack(options, reg, &judging);
    pdoc_register_unref(reg);
    judging_release(&judging);
    return outcome;
}
