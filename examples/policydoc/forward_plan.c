/* SPDX-License-Identifier: MIT */
/* policydoc forward-plan: lists what is placed for meetings; places, defers, and takes off. */
#include "changing.h"
#include "placing.h"

#include <string.h>

/* What was asked for, once the words of the command line are sorted out. */
struct request {
    const struct options *options;
    const char *path;
    const char *ref;  /* of the document; NULL: a list */
    const char *body; /* NULL: any */
    struct changing *changing; /* NULL: the list */
    pdoc_register *reg;
    pdoc_document *doc;
};

struct action {
    const char *name;
    uint64_t options;
    enum outcome (*run)(const struct request *request);
};

static const char *name_of(const pdoc_document *doc)
{
    const char *reference = pdoc_document_reference(doc, 0);
    return reference ? reference : pdoc_document_id(doc);
}

static const char *name_of_body(const pdoc_register *reg, const char *body)
{
    const pdoc_party *party = body ? pdoc_register_find_party(reg, body) : NULL;
    return party && pdoc_party_name(party) ? pdoc_party_name(party) : body;
}

static bool is_same_date(pdoc_date left, pdoc_date right)
{
    return left.year == right.year && left.month == right.month && left.day == right.day;
}

static bool is_same_text(const char *left, const char *right)
{
    return left && right ? strcmp(left, right) == 0 : left == right;
}

static bool is_same_body(const pdoc_register *reg, const char *left, const char *right)
{
    const pdoc_party *parties[] = {left ? pdoc_register_find_party(reg, left) : NULL,
                                   right ? pdoc_register_find_party(reg, right) : NULL};
    return parties[0] || parties[1] ? parties[0] == parties[1] : is_same_text(left, right);
}

/* "2027-06-15, Executive, sign-off" */
#define ITEM_SIZE 400
static char *words_of(const pdoc_register *reg, const pdoc_forward_item *item, char *buffer)
{
    char date[PDOC_DATE_TEXT];
    const char *body = name_of_body(reg, pdoc_forward_item_body(item));
    const char *purpose = pdoc_forward_item_purpose(item);
    const pdoc_date deferred = pdoc_forward_item_deferred_to(item);
    char later[PDOC_DATE_TEXT];
    snprintf(buffer, ITEM_SIZE, "%s%s%s%s%s%s%s", pdoc_date_format(pdoc_forward_item_meeting(item), date),
             body ? ", " : "", body ? body : "", purpose ? ", " : "", purpose ? purpose : "",
             pdoc_date_is_recorded(deferred) ? ", deferred to " : "", pdoc_date_format(deferred, later));
    return buffer;
}

/* Saves, then says what was done. */
static enum outcome save(const struct request *request, const char *done, const pdoc_forward_item *item)
{
    char words[ITEM_SIZE];
    char line[ITEM_SIZE + 300];
    words_of(request->reg, item, words);
    snprintf(line, sizeof line, "%.200s %s: %s", name_of(request->doc), done, words);
    return changing_finish(request->changing, line);
}

static bool read_version(const char *text, uint32_t *version)
{
    const size_t digits = text ? strspn(text, "0123456789") : 0;
    *version = 0;
    if (!text)
        return true;
    for (size_t i = 0; i < digits && digits <= 5 && !text[digits]; i++)
        *version = *version * 10 + (uint32_t)(text[i] - '0');
    if (*version > 0)
        return true;
    say("--document-version takes the number of a version, from 1; \"%s\" is none", text);
    return false;
}

/* Is the document placed there already? */
static bool is_placed(const struct request *request)
{
    const struct options *options = request->options;
    char words[ITEM_SIZE];
    for (size_t i = 0; i < pdoc_register_forward_item_count(request->reg); i++) {
        const pdoc_forward_item *item = pdoc_register_forward_item(request->reg, i);
        if (strcmp(pdoc_forward_item_document(item), pdoc_document_id(request->doc)) != 0 ||
            !is_same_body(request->reg, pdoc_forward_item_body(item), request->body) ||
            !is_same_date(pdoc_forward_item_meeting(item), options->meeting) ||
            !is_same_text(pdoc_forward_item_purpose(item), options->purpose))
            continue;
        say("%s is on the forward plan already: %s", name_of(request->doc), words_of(request->reg, item, words));
        return true;
    }
    return false;
}

static bool request_is_whole(const struct request *request)
{
    const struct options *options = request->options;
    if (!(options->given & OPTION_MEETING) || !options->purpose || (options->meeting.day != 0 && !request->body)) {
        say("add needs --body, --meeting and --purpose; without --body, --meeting is the month of a review");
        return false;
    }
    return true;
}

static enum outcome run_add(const struct request *request)
{
    const struct options *options = request->options;
    pdoc_error *error = NULL;
    uint32_t version;
    if (!request_is_whole(request) || !read_version(options->document_version, &version))
        return OUTCOME_USAGE;
    if (is_placed(request))
        return OUTCOME_NO;
    const pdoc_party *party = request->body ? pdoc_register_find_party(request->reg, request->body) : NULL;
    pdoc_forward_item *item = pdoc_register_add_forward_item(
        request->reg, pdoc_document_id(request->doc), version, party ? pdoc_party_code(party) : request->body,
        options->meeting, options->purpose, options->arranged_by, &error);
    if (!item || (options->note && pdoc_forward_item_set_note(item, options->note, &error) != PDOC_OK))
        return fail_asking(error);
    if (request->body && !party)
        say("no party of %s has the code or name \"%s\"; it is recorded as it is", request->path, request->body);
    placing_warn(options, request->reg, party);
    return save(request, "is on the forward plan", item);
}

static bool is_meant(const struct request *request, const pdoc_forward_item *item)
{
    const struct options *options = request->options;
    const bool asks_for_day = (options->given & OPTION_MEETING) != 0;
    return strcmp(pdoc_forward_item_document(item), pdoc_document_id(request->doc)) == 0 &&
           (!request->body || is_same_body(request->reg, pdoc_forward_item_body(item), request->body)) &&
           (!asks_for_day || is_same_date(pdoc_forward_item_meeting(item), options->meeting) ||
            is_same_date(pdoc_forward_item_deferred_to(item), options->meeting));
}

/* The one item that is meant; else says why there is none such. */
static enum outcome find_item(const struct request *request, size_t *index)
{
    char words[ITEM_SIZE];
    size_t count = 0;
    const size_t all = pdoc_register_forward_item_count(request->reg);
    for (size_t i = 0; i < all; i++) {
        if (!is_meant(request, pdoc_register_forward_item(request->reg, i)))
            continue;
        *index = i;
        count++;
    }
    if (count == 1)
        return OUTCOME_WELL;
    if (count == 0) {
        say("%s is not on the forward plan%s", name_of(request->doc),
            request->body || request->options->given & OPTION_MEETING ? " of that body or for that day" : "");
        return OUTCOME_NO;
    }
    say("%s is on the forward plan %zu times; say with --body and --meeting which is meant:", name_of(request->doc), count);
    for (size_t i = 0; i < all; i++) {
        const pdoc_forward_item *item = pdoc_register_forward_item(request->reg, i);
        if (is_meant(request, item))
            say("  %s", words_of(request->reg, item, words));
    }
    return OUTCOME_USAGE;
}

static enum outcome run_defer(const struct request *request)
{
    pdoc_error *error = NULL;
    size_t index = 0;
    if (!(request->options->given & OPTION_TO)) {
        say("defer needs --to, the day of the meeting to which it is deferred");
        return OUTCOME_USAGE;
    }
    const enum outcome outcome = find_item(request, &index);
    if (outcome != OUTCOME_WELL)
        return outcome;
    pdoc_forward_item *item = pdoc_register_forward_item(request->reg, index);
    const char *note = request->options->note;
    if (pdoc_forward_item_defer(item, request->options->to, &error) != PDOC_OK ||
        (note && pdoc_forward_item_set_note(item, note, &error) != PDOC_OK))
        return fail_asking(error);
    return save(request, "is deferred", item);
}

static enum outcome run_remove(const struct request *request)
{
    pdoc_error *error = NULL;
    size_t index = 0;
    const enum outcome outcome = find_item(request, &index);
    if (outcome != OUTCOME_WELL)
        return outcome;
    const pdoc_forward_item *item = pdoc_register_forward_item(request->reg, index);
    if (pdoc_register_remove_forward_item(request->reg, index, &error) != PDOC_OK)
        return fail_asking(error);
    return save(request, "is off the forward plan", item);
}

static enum outcome run_list_of_plan(const struct request *request)
{
    enum outcome outcome = OUTCOME_WELL;
    pdoc_error *error = NULL;
    const pdoc_publish_options publish = publishing(request->options);
    pdoc_register *reg = load_register(request->path, &outcome);
    if (!reg)
        return outcome;
    pdoc_text *text = pdoc_register_publish_forward_plan(reg, request->body, &publish, &error);
    outcome = print_text(request->options, text, error);
    pdoc_register_unref(reg);
    return outcome;
}

#define OPTIONS_WHICH (OPTION_BODY | OPTION_MEETING | OPTION_ON | OPTIONS_KEEPING)

static const struct action list_action = {"the list", OPTIONS_PRINT | OPTION_BODY, run_list_of_plan};
static const struct action actions[] = {
    {"add", OPTIONS_WHICH | OPTION_PURPOSE | OPTION_ARRANGED_BY | OPTION_DOCUMENT_VERSION | OPTION_NOTE, run_add},
    {"defer", OPTIONS_WHICH | OPTION_TO | OPTION_NOTE, run_defer},
    {"remove", OPTIONS_WHICH, run_remove},
};

static const struct action *action_of(const char *word)
{
    for (size_t i = 0; i < sizeof actions / sizeof *actions; i++)
        if (strcmp(actions[i].name, word) == 0)
            return &actions[i];
    return NULL;
}

/* "add FILE REF"; also "FILE add REF" and "FILE BODY add REF". Without such a word "FILE [BODY]". */
static const struct action *sort_words(const struct options *options, struct request *out)
{
    const struct action *action = NULL;
    const char *words[4] = {NULL};
    size_t count = 0;
    for (size_t i = 0; i < options->operand_count; i++) {
        const struct action *named = i < 3 && !action && options->operand_count > 2 ? action_of(options->operands[i]) : NULL;
        if (named)
            action = named;
        else
            words[count++] = options->operands[i];
    }
    const size_t bodies = action ? 3 : 2; /* so many words, and one of them is a body */
    out->options = options;
    out->path = words[0];
    out->body = count == bodies ? words[1] : options->body;
    out->ref = action ? words[count - 1] : NULL;
    if (count > bodies || (count == bodies && options->body))
        return NULL;
    return action ? action : &list_action;
}

static enum outcome change(const struct action *action, struct request *request)
{
    enum outcome outcome = OUTCOME_WELL;
    struct changing changing;
    if (!changing_begin(&changing, request->options, request->path, action->name, changing_day(request->options),
                        &outcome))
        return outcome;
    request->changing = &changing;
    request->reg = changing.reg;
    request->doc = find_document(request->reg, request->path, request->ref);
    outcome = request->doc ? action->run(request) : OUTCOME_NO;
    changing_end(&changing);
    return outcome;
}

enum outcome run_forward_plan(const struct options *options)
{
    struct request request = {0};
    const char *first = options->operands[0];
    if (options->operand_count < 3 && action_of(first)) {
        say("usage: policydoc forward-plan %s FILE REF: %s is missing; see policydoc forward-plan --help", first,
            options->operand_count < 2 ? "FILE" : "REF");
        return OUTCOME_USAGE;
    }
    const struct action *action = sort_words(options, &request);
    if (!action) {
        say("usage: policydoc forward-plan FILE [BODY], or add, defer or remove, then FILE REF; see policydoc forward-plan "
            "--help");
        return OUTCOME_USAGE;
    }
    if (options->given & ~(action->options | OPTIONS_ALWAYS)) {
        options_say_not_taken(action->name, options->given & ~(action->options | OPTIONS_ALWAYS), "forward-plan");
        return OUTCOME_USAGE;
    }
    if (!options_have_whole_day(action->name, options))
        return OUTCOME_USAGE;
    return action->run == run_list_of_plan ? run_list_of_plan(&request) : change(action, &request);
}
