/* SPDX-License-Identifier: MIT */
/* What the files of the policydoc command share. It uses the public headers of the library only. */
#ifndef POLICYDOC_COMMAND_H
#define POLICYDOC_COMMAND_H

#include <stdint.h>
#include <stdio.h>

#include <policydoc/policydoc.h>

/* What the command ends with; the manual page lists them. */
enum outcome {
    OUTCOME_WELL = 0,
    OUTCOME_NO = 1, /* the answer is no */
    OUTCOME_USAGE = 2,
    OUTCOME_UNREADABLE = 3,
    OUTCOME_NOT_OURS = 4, /* no policydoc file, or a newer major version */
    OUTCOME_UNWRITABLE = 5,
    OUTCOME_INTERNAL = 6
};

/* Options as bits, so that a command can say which it takes. */
#define OPTION_BIT(number) (UINT64_C(1) << (number))
#define OPTION_PROFILE OPTION_BIT(0)
#define OPTION_ON OPTION_BIT(1)
#define OPTION_KNOWN OPTION_BIT(2)
#define OPTION_FORMAT OPTION_BIT(3)
#define OPTION_WITHIN OPTION_BIT(4)
#define OPTION_STATE OPTION_BIT(5)
#define OPTION_BY OPTION_BIT(6)
#define OPTION_WHERE OPTION_BIT(7)
#define OPTION_TEXT OPTION_BIT(8)
#define OPTION_COLUMNS OPTION_BIT(9)
#define OPTION_LINT OPTION_BIT(10)
#define OPTION_WRITE OPTION_BIT(11)
#define OPTION_OUTPUT OPTION_BIT(12)
#define OPTION_HELP OPTION_BIT(13)
#define OPTION_VERSION OPTION_BIT(14)
#define OPTION_ADD OPTION_BIT(15)
#define OPTION_ALL OPTION_BIT(16)
#define OPTION_CALENDAR OPTION_BIT(17)
#define OPTION_FROM OPTION_BIT(18)
#define OPTION_TO OPTION_BIT(19)
#define OPTION_DEADLINE OPTION_BIT(20)
#define OPTION_BODY OPTION_BIT(21)
#define OPTION_DRAFTING OPTION_BIT(22)
#define OPTION_CONSULTATION OPTION_BIT(23)
#define OPTION_EARLIER OPTION_BIT(24)
#define OPTION_MONTHS OPTION_BIT(25)
#define OPTION_BLOCKED OPTION_BIT(26)
#define OPTION_CAPACITY OPTION_BIT(27)
#define OPTION_KEEP OPTION_BIT(28)
#define OPTION_SVG OPTION_BIT(29)
#define OPTION_OFFSETS OPTION_BIT(30)
#define OPTION_PURPOSE OPTION_BIT(31)
#define OPTION_ARRANGED_BY OPTION_BIT(32)
#define OPTION_DOCUMENT_VERSION OPTION_BIT(33)
#define OPTION_NOTE OPTION_BIT(34)
#define OPTION_DIVISION OPTION_BIT(35)
#define OPTION_AS_OF OPTION_BIT(36)
#define OPTION_ALARM OPTION_BIT(37)
#define OPTION_WHAT OPTION_BIT(38)
#define OPTION_MEETING OPTION_BIT(39)
#define OPTION_THEN OPTION_BIT(40)
#define OPTION_CATCH_UP OPTION_BIT(41)
#define OPTION_PLACE OPTION_BIT(42)
#define OPTION_TRACK OPTION_BIT(43)
#define OPTION_CASE OPTION_BIT(44)
#define OPTION_STATISTICS OPTION_BIT(45)
#define OPTION_FOR OPTION_BIT(46)
#define OPTION_LATE OPTION_BIT(47)
#define OPTION_TITLE OPTION_BIT(48)
#define OPTION_ANSWER OPTION_BIT(49)
#define OPTION_ASK OPTION_BIT(50)
#define OPTION_RECORDER OPTION_BIT(51)
#define OPTION_REASON OPTION_BIT(52)
#define OPTION_OVERRIDE OPTION_BIT(53)
#define OPTION_DRY_RUN OPTION_BIT(54)
#define OPTION_RECORDED OPTION_BIT(55)
#define OPTION_ATTRIBUTE OPTION_BIT(56)
#define OPTION_SET OPTION_BIT(60)
#define OPTION_VOID OPTION_BIT(61)
#define OPTION_MAP OPTION_BIT(57)
#define OPTION_PROBLEMS OPTION_BIT(58)
#define OPTION_UPDATE OPTION_BIT(59)
#define OPTION_OUTSTANDING OPTION_BIT(62)
#define OPTIONS_ALWAYS (OPTION_HELP | OPTION_VERSION)
#define OPTIONS_BASIS (OPTION_PROFILE | OPTION_ADD | OPTION_ON | OPTION_KNOWN | OPTION_CALENDAR)
#define OPTIONS_KEEPING (OPTION_RECORDER | OPTION_REASON | OPTION_OVERRIDE | OPTION_DRY_RUN)
#define OPTIONS_PRINT (OPTION_FORMAT | OPTION_OUTPUT)

#define ADDED_MOST 32     /* files of --add-profile */
#define ATTRIBUTES_MOST 64 /* of an event, with --attr or by their names */

/* An attribute of an event. The name need not end where it stands: it has a size. */
struct attribute {
    const char *name;
    size_t name_size;
    const char *value;
};

/* Values of options that only one command has (own_options.c). NULL: not given. */
struct own_options {
    const char *type;
    const char *title;
    const char *reference;
    const char *label;
    const char *holder;
    const char *role;
    const char *from;
    const char *to;
    const char *content;
    const char *count;
    const char *since;
    const char *decision;
    const char *effective;
    const char *channel;
    const char *view;
    const char *visibility;
    const char *origin;
    const char *conflicts;
    const char *whom;
    const char *until;
    const char *format;
    const char *every;
};

struct options {
    uint64_t given; /* bits */
    const char *profile;
    const char *added[ADDED_MOST];
    size_t added_count;
    const char *output;
    pdoc_date on;
    pdoc_date known;
    const char *calendar;
    pdoc_date from;
    pdoc_date to;
    pdoc_date deadline;
    pdoc_date meeting;
    pdoc_date then;
    pdoc_date as_of;
    const char *body;
    const char *ready_for;
    const char *drafting;
    const char *consultation;
    const char *earlier;
    const char *catch_up;
    const char *months;
    const char *blocked;
    const char *capacity;
    const char *offsets;
    const char *purpose;
    const char *arranged_by;
    const char *document_version;
    const char *note;
    const char *division;
    const char *alarm;
    const char *what;
    const char *track;
    const char *case_reference;
    const char *title;
    const char *answer;
    const char *recorder;
    const char *reason;
    const char *override_because;
    const char *map;
    const char *problems;
    const char *update;
    pdoc_date recorded;
    struct attribute attributes[ATTRIBUTES_MOST];
    size_t attribute_count;
    struct own_options own;
    pdoc_publish_options publish;
    char **operands; /* what is no option, in order */
    size_t operand_count;
};

struct command {
    const char *name;
    const char *operands; /* for the usage line */
    const char *summary;
    const char *details;
    size_t least; /* operands */
    size_t most;
    uint64_t options; /* bits, besides those that every command takes */
    enum outcome (*run)(const struct options *options);
};

enum outcome run_audit(const struct options *options);
enum outcome run_due(const struct options *options);
enum outcome run_explain(const struct options *options);
enum outcome run_versions(const struct options *options);
enum outcome run_extensions(const struct options *options);
enum outcome run_show(const struct options *options);
enum outcome run_export(const struct options *options);
enum outcome run_import(const struct options *options);
enum outcome run_list(const struct options *options);
enum outcome run_validate(const struct options *options);
enum outcome run_fmt(const struct options *options);
enum outcome run_profiles(const struct options *options);
enum outcome run_profile(const struct options *options);
enum outcome run_calendar(const struct options *options);
enum outcome run_meetings(const struct options *options);
enum outcome run_forward_plan(const struct options *options);
enum outcome run_in_force(const struct options *options);
enum outcome run_impact(const struct options *options);
enum outcome run_consult(const struct options *options);
enum outcome run_consultation(const struct options *options);
enum outcome run_plan(const struct options *options);
enum outcome run_programme(const struct options *options);
enum outcome run_remind(const struct options *options);
enum outcome run_next(const struct options *options);
enum outcome run_ready(const struct options *options);
enum outcome run_whatif(const struct options *options);
enum outcome run_classify(const struct options *options);
enum outcome run_diff(const struct options *options);
enum outcome run_record(const struct options *options);
enum outcome run_release(const struct options *options);
enum outcome run_verify(const struct options *options);
enum outcome run_attest(const struct options *options);
enum outcome run_governing(const struct options *options);
enum outcome run_updates(const struct options *options);
enum outcome run_add_document(const struct options *options);
enum outcome run_new_document(const struct options *options);
enum outcome run_party(const struct options *options);
enum outcome run_post(const struct options *options);
enum outcome run_reassign(const struct options *options);
enum outcome run_orphans(const struct options *options);
enum outcome run_correct(const struct options *options);
enum outcome run_redact(const struct options *options);
enum outcome run_merge(const struct options *options);
enum outcome run_pack(const struct options *options);
enum outcome run_set(const struct options *options);
enum outcome run_report(const struct options *options);
enum outcome run_trend(const struct options *options);
enum outcome run_ics(const struct options *options);
enum outcome run_escalation(const struct options *options);

/* options.c */
/* Reads the arguments that follow the name of a command (NULL: none was given). False if they cannot be understood; the
   message is out then. */
bool options_read(int count, char **arguments, const struct command *command, struct options *out);
/* A day as the options take it; false, and said, if it is none. */
bool option_read_date(const char *name, const char *value, pdoc_date *out);
void options_print(const char *command, uint64_t taken); /* one line each, as they are meant by a command; NULL: by none */
/* "the list takes no --on, no --meeting; see policydoc forward-plan --help" */
void options_say_not_taken(const char *who, uint64_t bits, const char *command);
/* What changes a register records a day: --on must be one, not a month. False: it is not, and that was said. */
bool options_have_whole_day(const char *who, const struct options *options);

/* attributes.c */
/* NAME=VALUE of an option; false, and said, if it is none. */
bool attribute_add_pair(const char *option, const char *value, struct options *out);
/* The attribute of an event that an argument names, where the command takes them: *size is that of its name. */
const char *attribute_named(const char *argument, const struct command *command, size_t *size);
/* Takes its value, the rest of the argument or the next one; *used is the number of arguments taken. */
bool attribute_read(const char *name, size_t size, char **arguments, int left, struct options *out, int *used);

/* own_options.c */
/* The row of the option that an argument names, of this command; *value is what follows "=". SIZE_MAX: it has none such. */
size_t own_option_find(const char *command, const char *argument, const char **value);
/* Takes its value; false, and said, if it cannot. */
bool own_option_store(size_t row, const char *value, struct own_options *out);
void own_options_print(const char *command); /* one line each; NULL: nothing */

/* suggest.c: the name among `count` that is nearest to what was typed, or NULL if none is near. `name_at` gives them. */
const char *nearest(const char *typed, const char *(*name_at)(const void *list, size_t index), const void *list,
                    size_t count);

/* say.c: messages on standard error, for people. */
void say(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* A line in one write, without the control characters that a terminal would obey; bytes that are no UTF-8 as \xNN.
   False if it could not be written. */
bool put_plain_line(FILE *file, const char *lead, const char *text);
bool is_utf8(const char *text);
/* All errors of a chain, each with its place. */
void say_errors(const pdoc_error *error);

/* "FILE:LINE:COLUMN: " as far as it is known; `file` stands in where the error names none. Returns `buffer`. */
#define PLACE_SIZE 4200
char *place_of(const pdoc_error *error, const char *file, char *buffer);

/* What a failed call means for the outcome. `while_reading`: of a file, not of what the user asked for. */
enum outcome outcome_of(pdoc_status status, bool while_reading);
/* Says the error, frees it, gives the outcome. */
enum outcome fail_reading(pdoc_error *error);
enum outcome fail_asking(pdoc_error *error);
/* As fail_asking; a mistake in `expression` is pointed at on a terminal. */
enum outcome fail_expression(pdoc_error *error, const char *option, const char *expression);

/* output.c */
/* Writes to standard output, or to the file of --output. Frees the text; NULL with an error fails as asked for. */
enum outcome print_text(const struct options *options, pdoc_text *text, pdoc_error *error);
/* One line of data on standard output. */
void print_line(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* The errors of a file that was to be checked, as data: a broken file is the answer then. */
enum outcome print_verdict(const char *name, const pdoc_error *error);
/* Was everything written that went to standard output? Else says so. */
enum outcome finish_output(enum outcome outcome);
/* How to publish: as asked for, with the colours and the width of the terminal where the text goes to one. */
pdoc_publish_options publishing(const struct options *options);

/* save.c */
/* Puts a text into a file: all of it, or the old content stays. Devices and pipes are written as they are. */
enum outcome save_text(const char *path, const pdoc_text *text);
/* Is it a file, or will it be one: neither a device nor a pipe? */
bool output_is_ordinary(const char *path);
/* False, and said, if the file of --output is one of those that are read. */
bool output_spares_input(const struct options *options);

/* load.c */
/* Reads a register from a file, or from standard input for "-"; its notices are said. NULL: said, *outcome is set. */
pdoc_register *load_register(const char *path, enum outcome *outcome);
/* Says the error, and that the file is a profile where it is one. */
enum outcome fail_loading(pdoc_error *error, const char *path);
/* All of standard input, for free(); NULL: *error is set to a reason in words. */
char *slurp_input(size_t *size, const char **reason);
/* A day as a basis, the profile of --profile, and the shipped profiles. Release with basis_release. */
struct judging {
    pdoc_basis basis;
    pdoc_profile *profile; /* of --profile, or NULL */
    pdoc_calendar *calendar; /* of --calendar, or the register's (judging_take_calendar makes it); NULL: none */
    pdoc_profile_set *profiles;
};
pdoc_date today(void); /* the library has no clock; the command may look at it */
bool judging_prepare(const struct options *options, struct judging *out, enum outcome *outcome);
/* Says which documents follow a profile that is not known, and what to do. False, and *outcome is set, if none is left
   that can be judged. Takes the calendar, too; what needs one that is not known cannot be told. */
bool judging_fits(struct judging *judging, const pdoc_register *reg, const char *path, enum outcome *outcome);
/* The same for one document. */
bool judging_fits_document(struct judging *judging, const pdoc_document *doc, const char *path,
                           enum outcome *outcome);
/* The working days: those of the register, or those of --calendar: with the register's own days, where the register uses
   that calendar, else without, which is said. False, and said, if a calendar of the register is not known. */
bool judging_take_calendar(struct judging *judging, const pdoc_register *reg, const char *path);
/* Says which calendars of a register are neither shipped nor the one that was asked for (NULL: none); false: it has none
   such. */
bool say_unknown_calendars(const pdoc_register *reg, const pdoc_calendar *asked, const char *path);
/* The profile that a document of the register is judged by, borrowed; NULL: none is known. */
const pdoc_profile *judging_profile_of(const struct judging *judging, const pdoc_register *reg,
                                       const pdoc_document *doc);
void judging_release(struct judging *judging);
/* A profile by --profile's rule: a file, or the id of a shipped one. A reference; NULL: *error tells why a file cannot be
   read, or it is NULL and it was said that there is no such profile. */
pdoc_profile *load_profile(const char *name, const pdoc_profile_set *set, pdoc_error **error);
/* The shipped profiles and those of --add-profile. NULL: said, *outcome is set. */
pdoc_profile_set *load_profiles(const struct options *options, enum outcome *outcome);

/* A calendar by the rule of --calendar: the id of a shipped one, or a file. A reference; NULL: said, *outcome is set. */
pdoc_calendar *load_calendar(const char *name, enum outcome *outcome);

/* find.c: the document that REF names; NULL: said. */
pdoc_document *find_document(const pdoc_register *reg, const char *path, const char *ref);

#endif
