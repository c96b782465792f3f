/* SPDX-License-Identifier: MIT */
/* The policydoc command: finds the subcommand and calls it. Data goes to standard output, messages to standard error. */
#include "command.h"

#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

static const struct command commands[] = {
    {"audit", "FILE", "judge every document of a register",
     "Prints a summary (documents by state of review, overdue first; rules by outcome), then the findings, document by\n"
     "document, each with rule, clause, what was expected and found, and what puts it right. Ends with 1 if a rule that\n"
     "must be met is not met.",
     1, 1, OPTIONS_BASIS | OPTIONS_PRINT, run_audit},
    {"due", "FILE", "what must be reviewed, by when and by whom",
     "Prints reference, title, type, who is responsible for the review, the day as printed and as the rules give it, which\n"
     "of them governs (the earlier one), days overdue and state, the earliest first.",
     1, 1, OPTIONS_BASIS | OPTIONS_PRINT | OPTION_WITHIN | OPTION_STATE | OPTION_BY, run_due},
    {"explain", "FILE REF", "how each date, state and finding of one document was reached",
     "REF is the id, a reference or the title of a document. Rules that are not met or cannot be told come first; those\n"
     "that do not apply are counted, and told with --all.",
     2, 2, OPTIONS_BASIS | OPTIONS_PRINT | OPTION_ALL, run_explain},
    {"next", "FILE [REF]", "where documents stand, what may come next and what stands in the way",
     "Prints for one document, or for each of the register, its state in the flow of its profile and since when; each step\n"
     "that may follow, by whom, and what stands in its way, with rule, clause and remedy; what is open or late beside it:\n"
     "reviews, actions, challenges, reports, notices. --late prints only what is late. REF is an id, a reference or a title.",
     1, 2, OPTIONS_BASIS | OPTIONS_PRINT | OPTION_LATE, run_next},
    {"ready", "FILE REF", "whether a document can go to a body for sign-off, or another purpose",
     "Judges as if the step were taken on the day: what the profile wants to be right first, where the document stands, and\n"
     "whether the body may. --for is consultation, scrutiny, sign-off or release; --body its code or name, --role as what it\n"
     "acts, such as a post that several hold, each for an area. Ends with 1 if something that must be right first is not, or\n"
     "cannot be told. REF is an id, a reference or a title.",
     2, 2, OPTIONS_BASIS | OPTIONS_PRINT | OPTION_FOR | OPTION_BODY, run_ready},
    {"whatif", "FILE", "what another profile, calendar or day would change",
     "Compares the due dates of the register as they are (each document by its own profile) with those by --profile, by\n"
     "--calendar, or as they stand on --then: what becomes overdue, what moves, by how many days, and by which rules.",
     1, 1, OPTIONS_BASIS | OPTIONS_PRINT | OPTION_THEN, run_whatif},
    {"report", "FILE", "the paper for a board: reviews, decisions and consultations of a period",
     "Prints what matters in sentences, then the figures: documents by state of review (three kinds of overdue), by type, body\n"
     "and who is responsible; reviews, decisions, extensions, consultations, assessments and practice issues of the period;\n"
     "the same a year before beside all, as it was known then. With --format html it is one page with charts, to be printed.\n"
     "States are those that due tells for --until. Ends with 1 if nobody knows BODY.",
     1, 1, (OPTIONS_BASIS & ~OPTION_ON) | OPTION_OUTPUT | OPTION_FROM, run_report},
    {"trend", "FILE", "documents by state of review over time",
     "Prints the numbers of documents by state on --until, and back from it by --every, each as it was known on that day; with\n"
     "--format html as a line chart, too. At most 120 days.",
     1, 1, (OPTIONS_BASIS & ~OPTION_ON) | OPTION_OUTPUT | OPTION_FROM, run_trend},
    {"list", "FILE", "the documents that match a question",
     "EXPR compares facts of the profile and type, category, scope, title, reference, phase, state, due, field.CODE and\n"
     "property.NAME: 'type = policy and (phase = in-force or reference matches \"CO*\")'.",
     1, 1, OPTIONS_BASIS | OPTIONS_PRINT | OPTION_WHERE | OPTION_TEXT | OPTION_COLUMNS, run_list},
    {"show", "FILE REF", "one document with its versions, relations and history",
     "REF is the id, a reference or the title of a document.", 2, 2, OPTIONS_BASIS | OPTIONS_PRINT, run_show},
    {"in-force", "FILE [REF]", "which version was in force on a day, who approved it, when it was published",
     "Prints for one document, or for each of the register, the version that was in force on the day of --on: since when, the\n"
     "decision that approved it with day, body, minute and event, and when it was first published; --known asks what was\n"
     "believed on another day. REF is an id, a reference or a title. Ends with 1 if no version of REF was in force.",
     1, 2, OPTIONS_BASIS | OPTIONS_PRINT, run_in_force},
    {"export", "FILE", "the feed of an intranet or a website: what may leave of the documents in force",
     "Prints, as CSV unless --format says otherwise, the documents of --view (published) that those of --visibility (public)\n"
     "may see. What is not marked does not leave: document and version by visibility, bodies and posts likewise, the marking\n"
     "of the sheet as the profile lists it, related documents only if they leave too. What stays is told on standard error.",
     1, 1, OPTIONS_BASIS | OPTIONS_PRINT, run_export},
    {"pack", "FILE REF ...", "the evidence for an inspector: documents as they were on a day, in one folder",
     "Fills -o DIR, which must be new or empty, with a folder for each document: the version in force on the day of --on, its\n"
     "approval and publication, front sheets, history, consultations, explanation, findings, and with --content the files of\n"
     "that version; index.html leads to them, and manifest.sha256, written last, has the hash of each. --known asks what was\n"
     "believed on another day. Ends with 1 if a content is missing, or is not the one recorded.",
     2, SIZE_MAX, OPTIONS_BASIS | OPTION_OUTPUT, run_pack},
    {"governing", "FILE STEP", "which documents govern a step of a case, in force on a day",
     "STEP is what relations \"governs-step\" lead to, or the last part of it; a document of the process, a stage of the profile, a\n"
     "section, or a keyword. Prints version, why it governs the step, which section, and where the approved copy is. Ends with 1\n"
     "if no document in force governs it.",
     2, 2, OPTIONS_BASIS | OPTIONS_PRINT, run_governing},
    {"updates", "FILE", "which documents changed since a revision of the register",
     "For systems that keep what they read: prints the documents that were added or changed after the revision of --since, with\n"
     "how they stand; unsure are those of which no revision is recorded, and which may have changed.",
     1, 1, OPTIONS_BASIS | OPTIONS_PRINT, run_updates},
    {"verify", "FILE", "are the copies on the site the approved ones",
     "Reads every file in the folder of --content, and holds its hash against what is in force: same, differs, other-version,\n"
     "missing, no-hash, unknown, unreadable. Files are known by their hash, or by the name that the register records. Ends with 1\n"
     "if one differs, is of another version, is missing or cannot be read.",
     1, 1, OPTIONS_BASIS | OPTIONS_PRINT, run_verify},
    {"versions", "FILE REF", "the versions of one document, how they are numbered, and what comes next",
     "REF is the id, a reference or the title of a document. Prints label, phase, decision, amendment and hash of each version,\n"
     "what is wrong with a label, and the labels that may come next by the scheme of the profile.",
     2, 2, OPTIONS_BASIS | OPTIONS_PRINT, run_versions},
    {"extensions", "FILE [REF]", "the time that was given for reviews: how often, how long, by whom",
     "Prints each extension with the day from which and up to which time was given, the delay in days, which it is since the\n"
     "last completed review, the delay in all, what is wrong with it, and what the rules still permit.",
     1, 2, OPTIONS_BASIS | OPTIONS_PRINT, run_extensions},
    {"impact", "FILE REFERENCE", "what a change of a law, of guidance or of a document touches, and why",
     "REFERENCE is the id, a reference, the title or the address of a document, or the id, title, alias or address of a row of\n"
     "the references of any profile, or an address that relations name; behind it, perhaps a clause. Lists the documents that\n"
     "name it and those that rest on these, nearest first, each with its way; then the rules that name it.",
     2, 2, OPTIONS_BASIS | OPTIONS_PRINT, run_impact},
    {"consultation", "FILE [REF]", "who was sent which draft, who replied, what silence came to",
     "REF is the id, a reference or the title of a document: lists its consultations, consultee by consultee, with the comments\n"
     "and what became of them, and apart from them whom it was discussed with. Without REF lists the open consultations of the\n"
     "register. Silence is agreement only where the profile says so, of a draft that was sent in time; it is no approval.",
     1, 2, OPTIONS_BASIS | OPTIONS_PRINT, run_consultation},
    {"classify", "FILE [REF]", "which type of document a text is, and by which words",
     "FILE is plain text of at most 16 MiB, classified by the types and cues of --profile (general if absent): types by score,\n"
     "each with the words found, their places and rules. The first line is the title unless --title gives it. With REF, FILE\n"
     "is a register, and one of its documents is classified by its own profile; its recorded type holds whatever is found.\n"
     "Without FILE, --title or --answer alone are classified. Ends with 1 if a text clearly contradicts its recorded type.",
     0, 2, OPTION_PROFILE | OPTION_ADD | OPTION_ON | OPTION_KNOWN | OPTIONS_PRINT | OPTION_TITLE | OPTION_ANSWER | OPTION_ASK, run_classify},
    {"plan", "FILE REF", "by when each step of a review must be done, back from its deadline",
     "REF is the id, a reference or the title of a document. Counts back from the day on which its review is due, or that of\n"
     "--deadline: the last meeting of the deciding body before it, papers, replies, drafting, as the profile states them.\n"
     "Ends with 1 if the plan cannot be kept, and says which meeting would have been the last, or is the next.",
     2, 2, OPTIONS_BASIS | OPTIONS_PRINT | OPTION_DEADLINE | OPTION_BODY | OPTION_DRAFTING | OPTION_CONSULTATION, run_plan},
    {"meetings", "FILE [BODY]", "when bodies meet: by their patterns, and as recorded",
     "BODY is a code or a name. Lists a year from --on (today), or from --from to --to. A meeting that falls on a day on which\n"
     "nobody works by the calendar of the register, or of --calendar, is moved as its pattern says; the list says from where.",
     1, 2, OPTION_ON | OPTION_CALENDAR | OPTION_FROM | OPTION_TO | OPTIONS_PRINT, run_meetings},
    {"forward-plan", "FILE [BODY]", "what is placed for which meeting; add, defer, remove",
     "Lists what people have placed, by meeting. To change it, one of these words comes first:\n"
     "  add FILE REF --body BODY --meeting DATE --purpose PURPOSE [--document-version N] [--arranged-by WHO] [--note TEXT]\n"
     "    warns of a day before --on (today), of one on which the body does not meet, and of an unknown purpose\n"
     "  defer FILE REF --to DATE [--body BODY] [--meeting DATE] [--note TEXT]\n"
     "  remove FILE REF [--body BODY] [--meeting DATE]\n"
     "REF is the id, a reference or the title of a document. Without --body, --meeting is the month of a review. The file is\n"
     "saved in canonical form, as one more revision, of the day of --on (today).\n"
     "Ends with 1 if there is nothing to change, and with 2 if several are meant, which it lists.",
     1, 4, OPTIONS_PRINT | OPTION_BODY | OPTION_MEETING | OPTION_PURPOSE | OPTION_ARRANGED_BY | OPTION_DOCUMENT_VERSION |
     OPTION_NOTE | OPTION_TO | OPTION_ON | OPTIONS_KEEPING, run_forward_plan},
    {"programme", "FILE", "the reviews spread over months, so that none is fuller than it must be",
     "Places every review that is due from --from (the month of --on) to --to (36 months in all) into a month in which it may\n"
     "be held, never after its last permitted day, and draws the load as bars. Says why the fullest month cannot be emptier.\n"
     "What is overdue goes to the first open month, or is spread over --catch-up. It proposes only; with\n"
     "--place its months replace what the forward plan has for those reviews, and FILE is saved.\n"
     "Ends with 1 if a review finds no month.",
     1, 1, OPTIONS_BASIS | OPTIONS_PRINT | OPTION_FROM | OPTION_TO | OPTION_EARLIER | OPTION_CATCH_UP | OPTION_MONTHS |
     OPTION_BLOCKED | OPTION_CAPACITY | OPTION_KEEP | OPTION_PLACE | OPTION_SVG | OPTIONS_KEEPING, run_programme},
    {"remind", "FILE", "whom to remind of which review on which day",
     "Lists the reminders from --from (the day of --on) to --to (that day), both included, as each profile states them or as\n"
     "--offsets says; --by recipient groups them. Periods that follow one another miss none and repeat none; each has a key\n"
     "that stays. What is not overdue on the day of --on gets no reminder after its due day. Sends nothing.",
     1, 1, OPTIONS_BASIS | OPTIONS_PRINT | OPTION_FROM | OPTION_TO | OPTION_OFFSETS | OPTION_BY, run_remind},
    {"calendar", "[ID|FILE]", "calendars of working days: list, show, import",
     "Lists the shipped ones, or prints one: what it covers, as of which day, and its days. With --format xml it is a calendar\n"
     "file, to be changed and given with --calendar. To make one of the government's list of bank holidays:\n"
     "  import FILE [--division NAME] [--as-of DATE] [--output FILE]\n"
     "FILE is the JSON file as it was downloaded. The calendar covers the years from its first day to its last.",
     0, 2, OPTIONS_PRINT | OPTION_DIVISION | OPTION_AS_OF, run_calendar},
    {"ics", "FILE [REF]", "a calendar file of reviews, meetings and the forward plan, or of one plan",
     "Prints reviews on their due days, the meetings of two years from --on (today), and what is on the forward plan, as days\n"
     "that calendar programs can import or subscribe to; with REF, the id, a reference or the title of a document, the steps\n"
     "of its plan (and what --what names). Import it again: what has moved moves, nothing is doubled. --from and --to leave\n"
     "out what is before and after. Ends with 1 if the plan cannot be kept.",
     1, 2, OPTIONS_BASIS | OPTION_OUTPUT | OPTION_WHAT | OPTION_FROM | OPTION_TO | OPTION_ALARM | OPTION_DEADLINE |
     OPTION_BODY | OPTION_DRAFTING | OPTION_CONSULTATION, run_ics},
    {"record", "FILE REF KIND", "what happened to a document: a decision, a review, any kind of event",
     "KIND is one of decided, reviewed, extended, published ... ; --on is the day on which it happened (that of --recorded if\n"
     "absent). --act, --outcome, --minute and every other attribute of an event is an option; --reason-code is its reason of\n"
     "the profile's list. --body is who acted where a body does (decided, reviewed ...), unless --by says who did. What is\n"
     "drafted with the number that follows the last version begins a new one. Shows what will be recorded and how the document\n"
     "stands before and after; ends with 1 if the profile forbids it.",
     3, 3, (OPTIONS_BASIS & ~OPTION_KNOWN) | OPTIONS_KEEPING | OPTION_RECORDED | OPTION_BY | OPTION_DOCUMENT_VERSION |
     OPTION_ATTRIBUTE, run_record},
    {"set", "FILE REF ...", "cells of the front sheet, and what a document says of itself",
     "After REF comes NAME=VALUE, once or more. NAME is type, category, scope, title, uri, profile, visibility,\n"
     "property.NAME, document.reference, or of the last version or that of --version: version.label, version.visibility,\n"
     "section.CODE (its text), content.HREF (its SHA-256), the fields of the front sheet (cell.title and the like where both\n"
     "have the name); nothing behind = takes it out. With --where EXPR in the place of REF all documents that match. A cell\n"
     "of a version that was decided on is corrected by an event; ends with 1 if the profile forbids it.",
     2, SIZE_MAX, (OPTIONS_BASIS & ~OPTION_KNOWN) | OPTIONS_KEEPING | OPTION_WHERE | OPTION_DOCUMENT_VERSION, run_set},
    {"consult", "FILE REF WORD", "a draft sent to consultees, their replies, the end of it; who has not replied",
     "WORD is open (a consultation, with --group, --deadline), sent (to one more), reply (--outcome, --comment) or close: each\n"
     "is an event, with the options of record; the last three belong to the consultation that is open, or to --thread EVENT.\n"
     "With --outstanding in the place of WORD, and with or without REF, whose reply to what is open has not come. Ends with 1 if\n"
     "none is open, or the profile forbids it.",
     1, 3, (OPTIONS_BASIS & ~OPTION_KNOWN) | OPTIONS_KEEPING | OPTIONS_PRINT | OPTION_RECORDED | OPTION_BY |
     OPTION_DOCUMENT_VERSION | OPTION_ATTRIBUTE | OPTION_OUTSTANDING, run_consult},
    {"release", "FILE REF", "a version given out under its number, and what is to be done for its readers",
     "Records the content of --version N with its hash, its label, the release, and that the version in force is superseded on\n"
     "the day of --effective. Prints what is to be done then: where to publish it and which copy to take away, who is told, what\n"
     "rests on it. With --outstanding, and with or without REF, what of that is open. Ends with 1 if no decision approves the\n"
     "version, the content is not that which was decided on, or the profile forbids it.",
     1, 2, (OPTIONS_BASIS & ~OPTION_KNOWN) | OPTIONS_KEEPING | OPTIONS_PRINT | OPTION_RECORDED | OPTION_BY |
     OPTION_DOCUMENT_VERSION | OPTION_OUTSTANDING, run_release},
    {"attest", "FILE REF", "who read which content, by post and number; who has still to read what",
     "Records that what is in force, or --version N, was read by the post or body of --by, with the hash of the content: a version\n"
     "that is reaffirmed keeps it, a content that changed asks again. With --outstanding, and with or without REF, who has still\n"
     "to read what: those whom duties of the profile (kind reading) and the cell \"audience\" name.",
     1, 2, (OPTIONS_BASIS & ~OPTION_KNOWN) | OPTIONS_KEEPING | OPTIONS_PRINT | OPTION_RECORDED | OPTION_BY |
     OPTION_DOCUMENT_VERSION | OPTION_OUTSTANDING, run_attest},
    {"add", "FILE", "a new document with its first version and front sheet",
     "Adds a document with the --title, of the --type, and what --set says: NAME=VALUE as for set. It has no decision yet.",
     1, 1, (OPTIONS_BASIS & ~OPTION_KNOWN) | OPTIONS_KEEPING | OPTION_SET, run_add_document},
    {"new", "TYPE", "a register of one new document, with the cells and sections of its template",
     "TYPE is a type of --profile. Prints a register: each cell of the front sheet is empty, and each section has the prompts of\n"
     "the profile, marked as still to be filled in. Ends with 2 if the profile has no such type.",
     1, 1, OPTION_PROFILE | OPTION_ADD | OPTION_ON | OPTION_OUTPUT, run_new_document},
    {"party", "FILE CODE ...", "a body, organisation or post: added, or what is said of it changed",
     "After CODE comes NAME=VALUE, once or more. NAME is kind, name, alias, former, part-of, successor or ended; nothing behind =\n"
     "takes it out. A CODE that the register does not know is a new party, which needs a name; one of the profile has it there.",
     2, SIZE_MAX, (OPTIONS_BASIS & ~OPTION_KNOWN) | OPTIONS_KEEPING, run_party},
    {"post", "FILE POST", "who holds a post from a day on",
     "POST is a code or a name. Whoever held it leaves on the day before; without --holder it falls vacant. No document changes.\n"
     "With --visibility it says who may see the name of that post or body in a feed; --from is needed for a holder only.",
     2, 2, (OPTIONS_BASIS & ~OPTION_KNOWN) | OPTIONS_KEEPING | OPTION_FROM, run_post},
    {"reassign", "FILE", "another post or body in the cells of a role, in every document",
     "Changes the sheets of versions in force or to come, where the cell of --role names --from; other names in the cell stay.\n"
     "What was decided on is recorded as corrected. Ends with 1 if no cell names it.",
     1, 1, (OPTIONS_BASIS & ~OPTION_KNOWN) | OPTIONS_KEEPING, run_reassign},
    {"orphans", "FILE", "documents whose owner, author, manager or sponsor is a post that nobody fills",
     "Prints each cell that names a post that is vacant, or a post or body that has ended, as the audit finds them.", 1, 1,
     OPTIONS_BASIS | OPTIONS_PRINT, run_orphans},
    {"correct", "FILE EVENT", "a mistake in a history put right: declared void, and told anew",
     "EVENT is the id of an event. A later event declares it void, and a new one takes its place with what --set changes; what\n"
     "was believed before is still told with --known. Ends with 1 if there is no such event, or the profile forbids it.",
     2, 2, (OPTIONS_BASIS & ~OPTION_KNOWN) | OPTIONS_KEEPING | OPTION_SET | OPTION_VOID, run_correct},
    {"redact", "FILE EVENT NAME", "a text of an event removed for good, with a tombstone",
     "NAME is by, note, rationale, comment or another text that EVENT records. The text goes from the file; that it was removed,\n"
     "and when, stays. Copies and backups of the file still hold it. Ends with 1 if there is no such event.",
     3, 3, (OPTIONS_BASIS & ~OPTION_KNOWN) | OPTIONS_KEEPING, run_redact},
    {"import", "SHEET", "a spreadsheet becomes a register, or brings one up to date",
     "SHEET is CSV: commas, semicolons or tabs, UTF-8, UTF-16 or Windows-1252, told by what is found. Its header says which\n"
     "column is which field; --map adds labels. Each row is a document; every cell is kept as printed, a date or party is\n"
     "taken where it is certain, nothing is guessed. --problems lists each cell that is not understood, with row, column and\n"
     "why. -o makes a new register, --update changes one, matched by reference: it shows what is different, and saves once.",
     1, 1, (OPTIONS_BASIS & ~OPTION_KNOWN) | OPTIONS_KEEPING | OPTION_OUTPUT | OPTION_MAP | OPTION_PROBLEMS | OPTION_UPDATE,
     run_import},
    {"merge", "A B", "two registers made one, with the histories of both",
     "Makes a new register, -o C, of A and of what B adds to it. Parties are the same by code or name, documents by URI, or by\n"
     "reference and title; ids of B that A has are given anew, and links follow. Where both say something, A's stands, B's goes\n"
     "into the history, and a line of the list tells of it; so do the lines of what was taken, renamed or kept apart.",
     2, 2, OPTION_ON | OPTION_OUTPUT | OPTION_RECORDER | OPTION_REASON | OPTION_DRY_RUN, run_merge},
    {"diff", "OLD NEW", "what differs between two registers, in words",
     "Compares document by document, by their ids, and all that the registers hold. Ends with 1 if something differs.", 2, 2,
     OPTIONS_PRINT, run_diff},
    {"validate", "FILE...", "check registers, profiles and calendars, with line and column",
     "Prints \"FILE: valid\" or each mistake as FILE:LINE:COLUMN: and a sentence. Ends with 1 if a file is invalid.", 1,
     SIZE_MAX, OPTION_ADD, run_validate},
    {"fmt", "FILE", "a register in canonical form",
     "Prints it, or puts it in the place of the file with --write: a crash leaves the old file or the new one.", 1, 1,
     OPTION_WRITE | OPTION_OUTPUT, run_fmt},
    {"profiles", "", "the profiles that are shipped", "Prints id and title of each, what it extends, and its numbers of types and rules.", 0, 0,
     OPTIONS_PRINT, run_profiles},
    {"profile", "ID|FILE", "one profile, or what is wrong with it",
     "Prints its tables row by row; with --lint what looks like a mistake in it, and ends with 1 if something does.", 1, 1,
     OPTIONS_PRINT | OPTION_LINT | OPTION_ADD, run_profile},
    {"escalation", "FILE [ID]", "practice issues: where each stands, who must do what next; open, record",
     "Lists them, or says of one where it stands: who must do what next and by when, who takes part, records owed. ID is the\n"
     "id or the case reference. With --statistics figures on those that were raised from --from to --to. To change something:\n"
     "  FILE open --track TRACK --case REF --by ROLE [NAME=VALUE...]     organisation=school conditions=immediate-welfare\n"
     "  FILE ID record STEP [STAGE] [--by ROLE] [NAME=VALUE...]          with=line-manager/council method=meeting\n"
     "STEP is escalated, acknowledged, discussed, advised, recorded, limit-agreed, notified, concluded, learned, noted, closed or\n"
     "voided; NAME and VALUE are codes, no text: what is said of a child stays in the case system. on=DATE is its day, else that\n"
     "of --on (today), and as of that day it is judged. A case of which an issue is open is not\n"
     "opened again. That, and what the protocol does not allow, is refused, and it ends with 1, unless --override says why.",
     1, SIZE_MAX, OPTIONS_BASIS | OPTIONS_PRINT | OPTION_TRACK | OPTION_CASE | OPTION_BY | OPTION_STATISTICS | OPTION_FROM |
     OPTION_TO | OPTION_DRY_RUN | OPTION_OVERRIDE, run_escalation},
};
#define COMMAND_COUNT (sizeof commands / sizeof *commands)

/* What the commands are for, in the order of the table: the help says it above the first of each. */
static const struct {
    const char *title;
    const char *first;
} groups[] = {{"Judge", "audit"}, {"Find", "list"}, {"Plan", "plan"}, {"Keep", "record"}};

static const char *command_name(const void *list, size_t index)
{
    const struct command *all = list;
    return all[index].name;
}

static const struct command *find_command(const char *name)
{
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
    return NULL;
}

static void print_group(const char *first)
{
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++)
        if (strcmp(groups[i].first, first) == 0)
            print_line("%s%s", i > 0 ? "\n" : "", groups[i].title);
}

static void print_help(void)
{
    print_line("Usage: policydoc COMMAND [OPTIONS] FILE ...");
    print_line("Keeps registers of written control documents, schedules their reviews, judges them by rules.\n");
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        print_group(commands[i].name);
        print_line("  %-12s %-14s %s", commands[i].name, commands[i].operands, commands[i].summary);
    }
    print_line("\n\"-\" as FILE is standard input; gzip files are read as they are. policydoc COMMAND --help tells more.");
    options_print(NULL, OPTIONS_ALWAYS);
}

static void print_command_help(const struct command *command)
{
    print_line("Usage: policydoc %s [OPTIONS] %s\n", command->name, command->operands);
    print_line("%c%s.", command->summary[0] - 'a' + 'A', command->summary + 1);
    print_line("%s\n", command->details);
    options_print(command->name, command->options | OPTIONS_ALWAYS);
}

static enum outcome fail_unknown(const char *name)
{
    const char *meant = nearest(name, command_name, commands, COMMAND_COUNT);
    if (meant)
        say("there is no command \"%s\"; did you mean %s? See policydoc --help", name, meant);
    else
        say("there is no command \"%s\"; see policydoc --help", name);
    return OUTCOME_USAGE;
}

/* What is asked for without a command: help, the version, or a mistake. */
static enum outcome run_without_command(int count, char **arguments)
{
    struct options options;
    if (count > 0 && strcmp(arguments[0], "help") == 0) {
        print_help();
        return OUTCOME_WELL;
    }
    if (count > 0 && (arguments[0][0] != '-' || arguments[0][1] == '\0'))
        return fail_unknown(arguments[0]);
    if (!options_read(count, arguments, NULL, &options))
        return OUTCOME_USAGE;
    if (options.given & OPTION_HELP) {
        print_help();
        return OUTCOME_WELL;
    }
    if (options.given & OPTION_VERSION) {
        print_line("policydoc %s (libpolicydoc %s)", PDOC_VERSION_TEXT, pdoc_version());
        return OUTCOME_WELL;
    }
    say("say what to do: policydoc COMMAND FILE; see policydoc --help");
    return OUTCOME_USAGE;
}

/* A report that bears the name of a compressed file would be taken for one. */
static bool output_fits(const struct command *command, const struct options *options)
{
    const size_t size = options->output ? strlen(options->output) : 0;
    if (command->run == run_fmt || size < 3 || strcmp(options->output + size - 3, ".gz") != 0)
        return true;
    say("only fmt writes compressed files; give --output a name without .gz");
    return false;
}

static enum outcome run_command(const struct command *command, int count, char **arguments)
{
    struct options options;
    if (!options_read(count, arguments, command, &options))
        return OUTCOME_USAGE;
    if (options.given & OPTION_HELP) {
        print_command_help(command);
        return OUTCOME_WELL;
    }
    if (options.given & OPTION_VERSION) {
        print_line("policydoc %s (libpolicydoc %s)", PDOC_VERSION_TEXT, pdoc_version());
        return OUTCOME_WELL;
    }
    if (options.operand_count < command->least || options.operand_count > command->most) {
        say("usage: policydoc %s [OPTIONS] %s; see policydoc %s --help", command->name, command->operands,
            command->name);
        return OUTCOME_USAGE;
    }
    if (!output_fits(command, &options) || !output_spares_input(&options))
        return OUTCOME_USAGE;
    return command->run(&options);
}

/* A closed standard stream would be opened anew by the next file; for writing it stays closed. */
static void keep_standard_streams(void)
{
    for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; stream++) {
        if (fcntl(stream, F_GETFD) != -1)
            continue;
        if (open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY) != stream)
            return;
    }
}

int main(int count, char **arguments)
{
    keep_standard_streams();
    signal(SIGPIPE, SIG_IGN); /* a closed pipe is an error like any other */
    signal(SIGXFSZ, SIG_IGN); /* and so is a file that has grown as long as it may */
    const struct command *command = count > 1 ? find_command(arguments[1]) : NULL;
    const enum outcome outcome = command ? run_command(command, count - 2, arguments + 2)
                                         : run_without_command(count - 1, arguments + 1);
    return (int)finish_output(outcome);
}
