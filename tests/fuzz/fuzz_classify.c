/* SPDX-License-Identifier: MIT */
/* Any bytes as phrases of cues, an empty line, a title, an empty line, and a text: types come by score, which is the
   sum of their evidence, and every piece of evidence lies inside the text. */
#include "fuzz.h"

#define START                                                                                                          \
    "<profile xmlns=\"urn:policydoc:1\" schema-version=\"1.0\" id=\"p\"><types><type id=\"policy\" base=\"policy\"/>"  \
    "<type id=\"strategy\" base=\"strategy\"/></types><cues>"
#define END                                                                                                            \
    "<cue id=\"q\" types=\"strategy\" weight=\"-9\"><phrase>section 47</phrase><question>Is it?</question></cue>"      \
    "</cues></profile>"
enum { MOST_PROFILE = 1 << 16 };

/* What comes before the next empty line, as a text of its own; the rest follows. */
static char *take_part(const uint8_t **data, size_t *size)
{
    size_t length = 0;
    while (length < *size && !(length + 1 < *size && (*data)[length] == '\n' && (*data)[length + 1] == '\n'))
        length++;
    char *part = malloc(length + 1);
    must(part != NULL, "memory");
    memcpy(part, *data, length);
    part[length] = '\0';
    const size_t taken = length + 2 < *size ? length + 2 : *size;
    *data += taken;
    *size -= taken;
    return part;
}

static const char *put(char *to, const char *text)
{
    strcat(to, text);
    return to;
}

/* A cue for each line: types, weight and place follow from its number. Markup is left out. */
static void write_profile(char *lines, char *profile)
{
    static const char *const wheres[] = {"anywhere", "title", "text", "self", "title-end", "title-about", "denial"};
    int number = 0;
    put(profile, START);
    for (char *line = strtok(lines, "\n"); line && strlen(profile) + strlen(line) + 400 < MOST_PROFILE;
         line = strtok(NULL, "\n"), number++) {
        char attributes[160];
        for (char *at = line; *at; at++)
            if (*at == '<' || *at == '&' || *at == '>' || (unsigned char)*at < ' ')
                *at = ' ';
        snprintf(attributes, sizeof attributes, "<cue id=\"c%d\" where=\"%s\"%s weight=\"%d\"><phrase>", number,
                 wheres[number % 5],
                 number % 4 == 3 ? ""
                 : number % 2    ? " types=\"base:policy\""
                                 : " types=\"strategy policy\"",
                 number % 7 * 10 - 20);
        put(profile, attributes);
        put(profile, line);
        put(profile, "</phrase></cue>");
    }
    put(profile, END);
}

static void check_type(const pdoc_classification *found, size_t type, size_t size)
{
    int32_t sum = 0;
    const size_t count = pdoc_classification_evidence_count(found, type);
    for (size_t i = 0; i < count; i++) {
        must(pdoc_evidence_offset(found, type, i) < size, "evidence lies inside the text");
        must(pdoc_evidence_line(found, type, i) >= 1, "a line has a number");
        must(pdoc_evidence_times(found, type, i) >= 1, "it was found");
        must(*pdoc_evidence_phrase(found, type, i) != '\0', "a phrase has letters");
        must(pdoc_evidence_rule(found, type, i) != NULL, "it rests on a rule");
        sum += pdoc_evidence_points(found, type, i);
    }
    must(sum == pdoc_classification_score(found, type), "the score is the sum");
    must(type == 0 || type == pdoc_classification_count(found) ||
             pdoc_classification_score(found, type - 1) >= pdoc_classification_score(found, type),
         "the highest score comes first");
}

static void classify(const pdoc_profile *profile, const char *title, const uint8_t *data, size_t size)
{
    pdoc_error *error = NULL;
    pdoc_classifier *classifier = pdoc_classifier_new(profile, NULL, &error);
    must(classifier != NULL, "a profile can be classified by");
    const pdoc_classify_input input = {
        .size = sizeof input, .title = title, .text = (const char *)data, .text_size = size};
    pdoc_classification *found = pdoc_classifier_classify(classifier, &input, &error);
    must(found != NULL && error == NULL, "any bytes can be classified");
    for (size_t type = 0; type <= pdoc_classification_count(found); type++)
        check_type(found, type, strlen(title) + size);
    const pdoc_publish_options options = {.size = sizeof options, .format = PDOC_FORMAT_XML};
    pdoc_text *text = pdoc_classification_publish(found, &options, &error);
    must(text != NULL, "it can be published");
    pdoc_text_free(text);
    pdoc_classification_unref(found);
    pdoc_classifier_unref(classifier);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *profile_text = calloc(1, MOST_PROFILE);
    must(profile_text != NULL, "memory");
    char *lines = take_part(&data, &size);
    char *title = take_part(&data, &size);
    write_profile(lines, profile_text);
    pdoc_error *error = NULL;
    pdoc_profile *profile = pdoc_profile_read_memory(profile_text, strlen(profile_text), "input", NULL, &error);
    must((profile == NULL) == (error != NULL), "an error exactly on failure");
    if (profile)
        classify(profile, title, data, size);
    pdoc_profile_unref(profile);
    pdoc_error_free(error);
    free(lines);
    free(title);
    free(profile_text);
    return 0;
}
