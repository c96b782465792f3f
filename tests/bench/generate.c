/* SPDX-License-Identifier: MIT */
/* Writes a register of N documents of about 3 KB each, the same for the same N. Nothing in it is anybody's. */
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static uint64_t state = 88172645463325252u;

/* Marsaglia's xorshift: the same numbers everywhere. */
static uint32_t next_number(uint32_t below)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (uint32_t)((state >> 11) % below);
}

static const char *const types[] = {"policy", "procedure", "protocol", "guidance", "strategy"};
static const char *const bodies[] = {"executive", "board", "policy-subgroup", "quality-subgroup", "health-subgroup"};
static const char *const body_names[] = {"Executive Committee", "Partnership Board", "Policy Sub Group",
                                         "Quality Sub Group", "Health Sub Group"};
static const char *const posts[] = {"head-of-service", "named-nurse", "policy-manager", "designated-doctor",
                                    "practice-lead", "training-manager", "data-manager", "director"};
static const char *const post_names[] = {"Head of Service",  "Named Nurse",      "Policy Manager", "Designated Doctor",
                                         "Practice Lead",    "Training Manager", "Data Manager",   "Director of Children's Services"};
static const char *const subjects[] = {"information sharing", "bruising in babies",  "supervision", "complaints",
                                       "records management",  "missing children",    "neglect",     "safer recruitment",
                                       "mental health",       "online safety"};
static const char *const months[] = {"January", "February", "March",     "April",   "May",      "June",
                                     "July",    "August",   "September", "October", "November", "December"};

static void parties(void)
{
    for (size_t i = 0; i < 5; i++)
        printf("  <party code=\"%s\" kind=\"committee\">\n    <name>%s</name>\n  </party>\n", bodies[i], body_names[i]);
    for (size_t i = 0; i < 8; i++)
        printf("  <party code=\"%s\" kind=\"post\">\n    <name>%s</name>\n  </party>\n", posts[i], post_names[i]);
}

static void row(const char *field, const char *label, const char *text)
{
    printf("        <row field=\"%s\">\n          <label>%s</label>\n          <text>%s</text>\n        </row>\n", field,
           label, text);
}

static void day_row(const char *field, const char *label, int year, unsigned month, unsigned day)
{
    printf("        <row field=\"%s\" value=\"%04d-%02u-%02u\">\n          <label>%s</label>\n          <text>%u %s %d</text>\n"
           "        </row>\n",
           field, year, month, day, label, day, months[month - 1], year);
}

static void front_sheet(uint32_t number, int year, unsigned month, unsigned day, size_t body)
{
    char text[160];
    printf("      <front-sheet>\n");
    snprintf(text, sizeof text, "Sets out how %s is handled by all partner agencies in case %" PRIu32,
             subjects[number % 10], number);
    row("purpose", "Purpose of agreement", text);
    row("type", "Document Type", types[number % 5]);
    row("version", "Version Number", "V1");
    row("approved-by", "Approving Committee", body_names[body]);
    day_row("date-approved", "Date of Approval", year, month, day);
    day_row("date-review", "Document Review Date", year + 3, month, day > 28 ? 28 : day);
    row("sponsor", "Document Sponsor", post_names[next_number(8)]);
    row("manager", "Document Manager", post_names[next_number(8)]);
    row("author", "Author", post_names[next_number(8)]);
    row("consultation", "Developed in consultation with", body_names[next_number(5)]);
    row("read-with", "To be read in conjunction with", "NA");
    printf("      </front-sheet>\n");
}

static void history(uint32_t first_event, int year, unsigned month, unsigned day, size_t body)
{
    uint32_t event = first_event;
    printf("    <history>\n");
    printf("      <drafted id=\"e%" PRIu32 "\" on=\"%04d-01-10\" version=\"1\" by=\"%s\"/>\n", event, year - 1,
           posts[next_number(8)]);
    printf("      <consultation-opened id=\"e%" PRIu32 "\" on=\"%04d-02-01\" version=\"1\" by=\"%s\" group=\"safeguarding-partners\" "
           "deadline=\"%04d-02-21\"/>\n",
           event + 1, year - 1, posts[next_number(8)], year - 1);
    printf("      <responded id=\"e%" PRIu32 "\" on=\"%04d-02-15\" version=\"1\" thread=\"e%" PRIu32 "\" by=\"%s\" "
           "disposition=\"incorporated\"/>\n",
           event + 2, year - 1, event + 1, posts[next_number(8)]);
    printf("      <scrutinised id=\"e%" PRIu32 "\" on=\"%04d-03-01\" version=\"1\" by=\"policy-subgroup\"/>\n", event + 3,
           year - 1);
    printf("      <decided id=\"e%" PRIu32 "\" on=\"%04d-%02u-%02u\" version=\"1\" by=\"%s\" act=\"approved\" "
           "outcome=\"approved\" minute=\"%u.%u\" effective=\"%04d-%02u-%02u\"/>\n",
           event + 4, year, month, day, bodies[body], 1 + next_number(12), 1 + next_number(9), year, month, day);
    printf("      <published id=\"e%" PRIu32 "\" on=\"%04d-%02u-%02u\" version=\"1\" channel=\"website\"/>\n", event + 5, year,
           month, day);
    printf("    </history>\n");
}

static void document(uint32_t number)
{
    /* One in eight was approved long ago and is overdue on the day of the benchmark, 2026-11-22. */
    int year = next_number(8) == 0 ? 2012 + (int)next_number(11) : 2024 + (int)next_number(3);
    unsigned month = 1 + next_number(10);
    unsigned day = 1 + next_number(28);
    size_t body = next_number(5);
    const char *subject = subjects[next_number(10)];
    printf("  <document id=\"d%" PRIu32 "\" type=\"%s\" category=\"corporate\" scope=\"partnership-wide\">\n", number,
           types[number % 5]);
    printf("    <title>Multi-agency %s on %s, area %" PRIu32 "</title>\n", types[number % 5], subject, number);
    printf("    <reference>POL-%06" PRIu32 "</reference>\n", number);
    printf("    <property name=\"commissioned-by\" value=\"partnership\"/>\n");
    if (number > 1)
        printf("    <relation kind=\"read-with\" to=\"d%" PRIu32 "\"/>\n", 1 + next_number(number - 1));
    printf("    <version n=\"1\" label=\"V1\">\n");
    front_sheet(number, year, month, day, body);
    printf("      <section code=\"introduction\">\n        <title>1 Introduction</title>\n        <text>This document "
           "explains what practitioners do about %s and why it is needed in area %" PRIu32 ".</text>\n      </section>\n",
           subject, number);
    printf("      <section code=\"scope\">\n        <title>2 Scope</title>\n        <text>It concerns all agencies of the "
           "partnership that work with children and families.</text>\n      </section>\n");
    printf("      <content href=\"documents/POL-%06" PRIu32 ".docx\" media-type=\"application/octet-stream\"/>\n", number);
    printf("    </version>\n");
    history((number - 1) * 6 + 1, year, month, day, body);
    printf("  </document>\n");
}

int main(int argc, char **argv)
{
    uint32_t count = argc > 1 ? (uint32_t)strtoul(argv[1], NULL, 10) : 1000;
    printf("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<register xmlns=\"urn:policydoc:1\" schema-version=\"1.0\">\n"
           "  <title>Generated register</title>\n  <profile ref=\"bench\"/>\n");
    parties();
    for (uint32_t number = 1; number <= count; number++)
        document(number);
    printf("</register>\n");
    return ferror(stdout) || fflush(stdout) != 0;
}
