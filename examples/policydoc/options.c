/* SPDX-License-Identifier: MIT */
/* The options of the command line: one row of the table adds one. */
#include "command.h"

#include <string.h>
#include <time.h>

/* How the value of an option is taken. */
enum form { FORM_NONE, FORM_TEXT, FORM_DATE, FORM_FORMAT, FORM_LIST, FORM_PAIR };

struct option {
    const char *name;
    char letter;       /* 0: none */
    const char *value; /* what it takes, for the help; NULL: nothing */
    const char *meaning;
    uint64_t bit;
    enum form form;
    size_t at; /* of the member in struct options */
};

#define AT(member) offsetof(struct options, member)

static const struct option known[] = {
    {"profile", 0, "ID|FILE", "judge by this profile, not by the register's own", OPTION_PROFILE, FORM_TEXT,
     AT(profile)},
    {"add-profile", 0, "FILE", "make a profile known to the documents that follow it; may be repeated", OPTION_ADD,
     FORM_LIST, 0},
    {"on", 0, "DATE", "judge for this day, of a month or year its last (today if absent)", OPTION_ON, FORM_DATE,
     AT(on)},
    {"known", 0, "DATE", "use only what was recorded by this day, of a month or year its last", OPTION_KNOWN, FORM_DATE,
     AT(known)},
    {"format", 0, "FORM", "text, json, csv or xml", OPTION_FORMAT, FORM_FORMAT, AT(publish.format)},
    {"within", 0, "OFFSET", "only what is overdue or due within it, such as P90D or P6M", OPTION_WITHIN, FORM_TEXT,
     AT(publish.within)},
    {"state", 0, "STATE", "only this state of review; overdue means all three kinds", OPTION_STATE, FORM_TEXT,
     AT(publish.state)},
    {"by", 0, "WHAT",
     "due: subtotals by body, author, manager, sponsor or type; remind: by day or recipient; escalation: the role that "
     "acts",
     OPTION_BY, FORM_TEXT, AT(publish.by)},
    {"where", 0, "EXPR", "only documents that it holds for, such as 'type = policy and not field.author present'",
     OPTION_WHERE, FORM_TEXT, AT(publish.where)},
    {"text", 0, "WORDS", "only documents in which all these words occur", OPTION_TEXT, FORM_TEXT, AT(publish.text)},
    {"columns", 0, "NAMES", "these columns, with commas between", OPTION_COLUMNS, FORM_TEXT, AT(publish.columns)},
    {"calendar", 0, "ID|FILE", "working days by this calendar, not by the register's own", OPTION_CALENDAR, FORM_TEXT,
     AT(calendar)},
    {"from", 0, "DATE", "first day; of a month or year its first", OPTION_FROM, FORM_DATE, AT(from)},
    {"to", 0, "DATE", "last day; of a month or year its last", OPTION_TO, FORM_DATE, AT(to)},
    {"then", 0, "DATE", "compare with this day, of a month or year its last", OPTION_THEN, FORM_DATE, AT(then)},
    {"deadline", 0, "DATE", "plan back from this day, not from the review date", OPTION_DEADLINE, FORM_DATE,
     AT(deadline)},
    {"meeting", 0, "DATE", "the day of the meeting", OPTION_MEETING, FORM_DATE, AT(meeting)},
    {"body", 0, "BODY", "code or name of a body", OPTION_BODY, FORM_TEXT, AT(body)},
    {"for", 0, "PURPOSE", "ready: consultation, scrutiny, sign-off or release", OPTION_FOR, FORM_TEXT, AT(ready_for)},
    {"late", 0, NULL, "only what is late", OPTION_LATE, FORM_NONE, 0},
    {"drafting", 0, "OFFSET", "time for drafting where the profile states none, such as P6W", OPTION_DRAFTING,
     FORM_TEXT, AT(drafting)},
    {"consultation", 0, "OFFSET", "time for replies where the profile states none", OPTION_CONSULTATION, FORM_TEXT,
     AT(consultation)},
    {"earlier", 0, "OFFSET", "how long before its last day a review may be held (P6M if absent)", OPTION_EARLIER,
     FORM_TEXT, AT(earlier)},
    {"catch-up", 0, "OFFSET", "over how long overdue reviews are spread (the first open month if absent)",
     OPTION_CATCH_UP, FORM_TEXT, AT(catch_up)},
    {"months", 0, "MONTHS", "months of the year for reviews, such as '4 10'", OPTION_MONTHS, FORM_TEXT, AT(months)},
    {"blocked", 0, "MONTHS", "months without reviews, such as '8 2027-03'", OPTION_BLOCKED, FORM_TEXT, AT(blocked)},
    {"capacity", 0, "WHO=N;...",
     "most effort a month for one who is responsible for reviews, as the profile says (author, manager, owner ...); * "
     "is everybody else",
     OPTION_CAPACITY, FORM_TEXT, AT(capacity)},
    {"keep", 0, NULL, "re-plan: move as few documents as can be", OPTION_KEEP, FORM_NONE, 0},
    {"place", 0, NULL, "put the months on the forward plan, and save FILE", OPTION_PLACE, FORM_NONE, 0},
    {"svg", 0, NULL, "the load month by month as a drawing", OPTION_SVG, FORM_NONE, 0},
    {"offsets", 0, "OFFSETS", "these reminders, such as -P60D,-P14D,P0D,P7D", OPTION_OFFSETS, FORM_TEXT, AT(offsets)},
    {"purpose", 0, "PURPOSE", "sign-off, consultation, scrutiny, review, information", OPTION_PURPOSE, FORM_TEXT,
     AT(purpose)},
    {"arranged-by", 0, "WHO", "post or team that arranged it", OPTION_ARRANGED_BY, FORM_TEXT, AT(arranged_by)},
    {"document-version", 0, "N", "number of the version", OPTION_DOCUMENT_VERSION, FORM_TEXT, AT(document_version)},
    {"note", 0, "TEXT", "a note", OPTION_NOTE, FORM_TEXT, AT(note)},
    {"division", 0, "NAME", "division of a bank-holiday file (england-and-wales if absent)", OPTION_DIVISION, FORM_TEXT,
     AT(division)},
    {"as-of", 0, "DATE", "day on which the file was fetched (today if absent)", OPTION_AS_OF, FORM_DATE, AT(as_of)},
    {"alarm", 0, "DAYS", "an alarm so many days before each review", OPTION_ALARM, FORM_TEXT, AT(alarm)},
    {"what", 0, "NAMES", "reviews, meetings, forward-plan, with commas between (all if absent)", OPTION_WHAT, FORM_TEXT,
     AT(what)},
    {"track", 0, "TRACK", "escalation track of the profile", OPTION_TRACK, FORM_TEXT, AT(track)},
    {"case", 0, "REF", "reference of the case in the case system", OPTION_CASE, FORM_TEXT, AT(case_reference)},
    {"statistics", 0, NULL, "figures for the annual report", OPTION_STATISTICS, FORM_NONE, 0},
    {"title", 0, "TITLE", "the title of the text (its first line if absent)", OPTION_TITLE, FORM_TEXT, AT(title)},
    {"answer", 0, "ID=yes,...", "answers to the questions that --ask lists", OPTION_ANSWER, FORM_TEXT, AT(answer)},
    {"ask", 0, NULL, "list the questions that can be answered", OPTION_ASK, FORM_NONE, 0},
    {"all", 0, NULL, "with the rules that do not apply", OPTION_ALL, FORM_NONE, 0},
    {"recorder", 0, "POST", "post that enters it into the register", OPTION_RECORDER, FORM_TEXT, AT(recorder)},
    {"reason", 0, "TEXT", "why it is entered; recorded with it", OPTION_REASON, FORM_TEXT, AT(reason)},
    {"override", 0, "REASON", "record it though a rule forbids it; the reason is recorded, too", OPTION_OVERRIDE, FORM_TEXT,
     AT(override_because)},
    {"dry-run", 0, NULL, "show what would be recorded, and write nothing", OPTION_DRY_RUN, FORM_NONE, 0},
    {"recorded", 0, "DATE", "day on which it is recorded, and judged for (today if absent)", OPTION_RECORDED, FORM_DATE,
     AT(recorded)},
    {"attr", 0, "NAME=VALUE", "any attribute of the event; --NAME VALUE does the same; may be repeated", OPTION_ATTRIBUTE,
     FORM_PAIR, 0},
    {"set", 0, "NAME=VALUE", "what is recorded of it; may be repeated", OPTION_SET, FORM_PAIR, 0},
    {"outstanding", 0, NULL, "list whose reply has not come, of what is open", OPTION_OUTSTANDING, FORM_NONE, 0},
    {"void", 0, NULL, "it never happened: nothing takes its place", OPTION_VOID, FORM_NONE, 0},
    {"map", 0, "FILE", "lines \"label = field\": which field a label stands for", OPTION_MAP, FORM_TEXT, AT(map)},
    {"problems", 0, "FILE", "write what was not understood to this file, as CSV", OPTION_PROBLEMS, FORM_TEXT, AT(problems)},
    {"update", 0, "FILE", "bring this register up to date, by reference", OPTION_UPDATE, FORM_TEXT, AT(update)},
    {"lint", 0, NULL, "look for mistakes in the profile", OPTION_LINT, FORM_NONE, 0},
    {"write", 0, NULL, "put the canonical form in the place of the file", OPTION_WRITE, FORM_NONE, 0},
    {"output", 'o', "FILE", "write to this file, not to standard output", OPTION_OUTPUT, FORM_TEXT, AT(output)},
    {"help", 'h', NULL, "print this help and end", OPTION_HELP, FORM_NONE, 0},
    {"version", 'V', NULL, "print the version and end", OPTION_VERSION, FORM_NONE, 0},
};
#define KNOWN_COUNT (sizeof known / sizeof *known)

/* What an option means to one command, where that is not what it means to others. */
static const struct {
    const char *command;
    uint64_t bit;
    const char *meaning;
} own_meanings[] = {
    {"forward-plan", OPTION_TO, "defer: the day, or month, to which it is deferred"},
    {"forward-plan", OPTION_ON, "add, defer, remove: the day of the change, a whole one (today if absent)"},
    {"forward-plan", OPTION_BODY, "only this body; add, defer, remove: the body of the meeting"},
    {"meetings", OPTION_ON, "list from this day, of a month or year its last (today if absent)"},
    {"meetings", OPTION_FROM, "first day; of a month or year its first (--on if absent)"},
    {"meetings", OPTION_TO, "last day; of a month or year its last (a year on if absent)"},
    {"programme", OPTION_ON,
     "judge for this day (today if absent); of a month or year its last, but with --place a whole day"},
    {"programme", OPTION_FROM, "first month (that of --on if absent)"},
    {"programme", OPTION_TO, "last month (36 months in all if absent)"},
    {"remind", OPTION_FROM, "first day; of a month or year its first (--on if absent)"},
    {"remind", OPTION_TO, "last day; of a month or year its last (--on if absent)"},
    {"remind", OPTION_BY, "recipient: grouped by who is reminded; day: in order of the days"},
    {"record", OPTION_ON, "the day on which it happened (that of --recorded if absent)"},
    {"record", OPTION_BY, "who did it: a code or name of a party"},
    {"attest", OPTION_ON, "the day on which it was read (that of --recorded if absent); with --outstanding the day judged"},
    {"attest", OPTION_BY, "who read it: a code or name of a post or body, never the name of a person"},
    {"attest", OPTION_OUTSTANDING, "list who has still to read what"},
    {"release", OPTION_ON, "the day of the release (that of --recorded if absent); with --outstanding the day judged"},
    {"release", OPTION_BY, "who releases it: a code or name of a party"},
    {"release", OPTION_OUTSTANDING, "list what is still to be done for the readers of what was released"},
    {"add", OPTION_ON, "the day of the change, a whole one (today if absent)"},
    {"add", OPTION_SET, "a cell of its front sheet, or what else set takes; may be repeated"},
    {"new", OPTION_PROFILE, "the profile whose template it follows"},
    {"new", OPTION_ON, "rows of the profile that hold on this day (today if absent)"},
    {"party", OPTION_ON, "the day of the change, a whole one (today if absent)"},
    {"post", OPTION_ON, "the day of the change, a whole one (today if absent)"},
    {"post", OPTION_FROM, "the first day of the new holder; whoever held it leaves on the day before"},
    {"reassign", OPTION_ON, "the day of the change, a whole one (today if absent)"},
    {"correct", OPTION_ON, "the day of the correction, a whole one (today if absent)"},
    {"correct", OPTION_SET, "how it was: on, by, version or an attribute; nothing behind = takes it out; may be repeated"},
    {"consult", OPTION_ON, "the day on which it happened (that of --recorded if absent); with --outstanding the day judged"},
    {"consult", OPTION_BY, "who did it: a code or name of a party"},
    {"redact", OPTION_ON, "the day of the removal, a whole one (today if absent)"},
    {"set", OPTION_ON, "the day of the change, a whole one (today if absent)"},
    {"import", OPTION_ON, "the day of the change, a whole one (today if absent)"},
    {"import", OPTION_OUTPUT, "the new register; the file must not be there yet"},
    {"escalation", OPTION_BY, "the role that acts"},
    {"report", OPTION_FROM, "first day of the period (a year up to its last day if absent)"},
    {"trend", OPTION_FROM, "no day before this one (two years if absent)"},
    {"due", OPTION_BY, "subtotals by body, author, manager, sponsor or type"},
    {"ics", OPTION_FROM, "nothing before this day; meetings from it on (--on if absent)"},
    {"ics", OPTION_TO, "nothing after this day; meetings up to it (two years if absent)"},
};

static const char *const formats[] = {"text", "json", "csv", "xml"}; /* in the order of pdoc_format */
#define FORMAT_COUNT (sizeof formats / sizeof *formats)

static const char *option_name(const void *list, size_t index)
{
    const struct option *options = list;
    return options[index].name;
}

static const char *word_at(const void *list, size_t index)
{
    const char *const *words = list;
    return words[index];
}

bool option_read_date(const char *name, const char *value, pdoc_date *out)
{
    if (pdoc_date_parse(value, out, NULL) == PDOC_OK)
        return true;
    static const char form[] = "0000-00-00";
    size_t size = 0;
    while (form[size] && (form[size] == '-' ? value[size] == '-' : value[size] >= '0' && value[size] <= '9'))
        size++;
    const bool looks_right = !value[size] && (size == 7 || size == 10);
    say("--%s takes a date such as 2026-03-31 or 2026-03; \"%s\" is %s", name, value,
        looks_right ? "not in the calendar" : "not a date of the form YYYY-MM-DD");
    return false;
}

static bool read_format(const char *value, pdoc_format *out)
{
    for (size_t i = 0; i < FORMAT_COUNT; i++) {
        if (strcmp(formats[i], value) != 0)
            continue;
        *out = (pdoc_format)i;
        return true;
    }
    const char *meant = nearest(value, word_at, formats, FORMAT_COUNT);
    if (meant)
        say("there is no format \"%s\"; did you mean %s? There are text, json, csv and xml", value, meant);
    else
        say("there is no format \"%s\"; there are text, json, csv and xml", value);
    return false;
}

static bool add_to_list(const struct option *option, const char *value, struct options *out)
{
    if (out->added_count == ADDED_MOST) {
        say("--%s can be given %d times at most", option->name, ADDED_MOST);
        return false;
    }
    out->given |= option->bit;
    out->added[out->added_count++] = value;
    return true;
}

static bool store(const struct option *option, const char *value, struct options *out)
{
    char *member = (char *)out + option->at;
    pdoc_date date = {0, 0, 0};
    pdoc_format format = PDOC_FORMAT_TEXT;
    if (option->form == FORM_LIST)
        return add_to_list(option, value, out);
    if (option->form == FORM_PAIR)
        out->given |= option->bit;
    if (option->form == FORM_PAIR)
        return attribute_add_pair(option->name, value, out);
    if (out->given & option->bit & ~OPTIONS_ALWAYS) {
        say("--%s is given twice; give it once", option->name);
        return false;
    }
    out->given |= option->bit;
    if ((option->bit & (OPTION_TEXT | OPTION_WHERE | OPTION_COLUMNS)) && !is_utf8(value)) {
        say("--%s takes text in UTF-8, and \"%s\" is none", option->name, value);
        return false;
    }
    if (option->form == FORM_TEXT)
        memcpy(member, &value, sizeof value);
    if (option->form == FORM_DATE) {
        if (!option_read_date(option->name, value, &date))
            return false;
        memcpy(member, &date, sizeof date);
    }
    if (option->form == FORM_FORMAT) {
        if (!read_format(value, &format))
            return false;
        memcpy(member, &format, sizeof format);
    }
    return true;
}

/* The option that an argument names; what follows "=" is its value. */
static const struct option *find_option(const char *argument, const char **value)
{
    const bool is_long = argument[1] == '-';
    const char *name = argument + (is_long ? 2 : 1);
    const size_t size = is_long ? strcspn(name, "=") : 1;
    *value = NULL;
    for (size_t i = 0; i < KNOWN_COUNT; i++) {
        const bool is_same = strncmp(known[i].name, name, size) == 0 && known[i].name[size] == '\0';
        if (is_long ? !is_same : known[i].letter != name[0])
            continue;
        if (is_long && name[size] == '=')
            *value = name + size + 1;
        else if (!is_long && name[1])
            *value = name + 1;
        return &known[i];
    }
    return NULL;
}

static bool fail_unknown(const char *argument, const struct command *command)
{
    const char *meant = nearest(argument + (argument[1] == '-' ? 2 : 1), option_name, known, KNOWN_COUNT);
    const char *name = command ? command->name : "";
    const char *space = command ? " " : "";
    if (meant)
        say("there is no option %s; did you mean --%s? See policydoc%s%s --help", argument, meant, space, name);
    else
        say("there is no option %s; see policydoc%s%s --help", argument, space, name);
    return false;
}

/* "--version 2" means that of the document, where the command takes one. */
static const struct option *find_document_version(const char *argument, const char *next, const struct command *command)
{
    const char *value = NULL;
    if (!command || !(command->options & OPTION_DOCUMENT_VERSION) || strcmp(argument, "--version") != 0 || !next ||
        !*next || next[strspn(next, "0123456789")])
        return NULL;
    return find_option("--document-version", &value);
}

/* Takes one option and its value. *used is the number of arguments taken. */
static bool read_option(char **arguments, int left, const struct command *command, struct options *out, int *used)
{
    const char *value = NULL;
    size_t size = 0;
    const size_t own = command ? own_option_find(command->name, arguments[0], &value) : SIZE_MAX;
    if (own != SIZE_MAX) {
        *used = value ? 1 : 2;
        return own_option_store(own, value ? value : left > 1 ? arguments[1] : NULL, &out->own);
    }
    const struct option *option = find_document_version(arguments[0], left > 1 ? arguments[1] : NULL, command);
    option = option ? option : find_option(arguments[0], &value);
    const bool is_taken = option && (!command || option->bit & (command->options | OPTIONS_ALWAYS));
    const char *attribute = is_taken ? NULL : attribute_named(arguments[0], command, &size);
    if (attribute)
        return attribute_read(attribute, size, arguments, left, out, used);
    *used = 1;
    if (!option)
        return fail_unknown(arguments[0], command);
    if (!is_taken) {
        say("%s takes no --%s; see policydoc %s --help", command->name, option->name, command->name);
        return false;
    }
    if (!option->value && value) {
        say("--%s takes no value", option->name);
        return false;
    }
    if (option->value && !value && left > 1) {
        value = arguments[1];
        *used = 2;
    }
    if (option->value && !value) {
        say("--%s needs a value: --%s %s", option->name, option->name, option->value);
        return false;
    }
    return store(option, value, out);
}

bool options_read(int count, char **arguments, const struct command *command, struct options *out)
{
    bool only_operands = false;
    *out = (struct options){.operands = arguments, .publish = {.size = sizeof out->publish}};
    for (int i = 0, used = 1; i < count; i += used) {
        char *argument = arguments[i];
        used = 1;
        if (only_operands || argument[0] != '-' || argument[1] == '\0') {
            out->operands[out->operand_count++] = argument; /* never ahead of what is being read */
        } else if (strcmp(argument, "--") == 0) {
            only_operands = true;
        } else if (!read_option(arguments + i, count - i, command, out, &used)) {
            return false;
        }
    }
    return true;
}

void options_say_not_taken(const char *who, uint64_t bits, const char *command)
{
    char names[400] = "";
    for (size_t i = 0, size = 0; i < KNOWN_COUNT && size < sizeof names; i++)
        if (known[i].bit & bits)
            size +=
                (size_t)snprintf(names + size, sizeof names - size, "%s--%s", size > 0 ? ", no " : "", known[i].name);
    say("%s takes no %s; see policydoc %s --help", who, names, command);
}

bool options_have_whole_day(const char *who, const struct options *options)
{
    char text[PDOC_DATE_TEXT];
    if (!(options->given & OPTION_ON) || options->on.day != 0)
        return true;
    say("%s takes a whole day for --on, such as 2027-03-31, since it is recorded as the day of the change; \"%s\" is "
        "none",
        who, pdoc_date_format(options->on, text));
    return false;
}

static const char *meaning_of(const struct option *option, const char *command)
{
    for (size_t i = 0; command && i < sizeof own_meanings / sizeof *own_meanings; i++)
        if (own_meanings[i].bit == option->bit && strcmp(own_meanings[i].command, command) == 0)
            return own_meanings[i].meaning;
    return option->meaning;
}

void options_print(const char *command, uint64_t taken)
{
    for (size_t i = 0; i < KNOWN_COUNT; i++) {
        char lead[40];
        if (!(known[i].bit & taken))
            continue;
        if (known[i].letter)
            snprintf(lead, sizeof lead, "-%c, --%s %s", known[i].letter, known[i].name,
                     known[i].value ? known[i].value : "");
        else
            snprintf(lead, sizeof lead, "    --%s %s", known[i].name, known[i].value ? known[i].value : "");
        print_line("  %-24s  %s", lead, meaning_of(&known[i], command));
    }
    own_options_print(command);
}
