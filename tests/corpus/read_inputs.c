/* SPDX-License-Identifier: MIT */
/* Reads each file that standard input names under the strict limits, and says how that ended. Judges nothing itself.
   A line of output: path, verdict of the XML layer (accept or reject), status of the reader, milliseconds. Each file is read
   in a process of its own that may use one second and 256 MiB; "crash" and a signal stand where it did not end by itself. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "policydoc/policydoc.h"
#include "xml/sax.h"

enum { ENDED = 100, XML_ACCEPTED = 64 };

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
enum { LIMITED = 0 }; /* sanitizers need far more room and time */
#else
enum { LIMITED = 1 };
#endif

/* Handlers that take everything and do nothing. */
static bool begin(void *context, struct pdoc__sax *sax)
{
    (void)context;
    return pdoc__sax_bind(sax, "register") != NULL;
}

static void start(void *context, const struct pdoc__sax_element *element)
{
    (void)context;
    (void)element;
}

static void end(void *context)
{
    (void)context;
}

static void text(void *context, const char *data, size_t size)
{
    (void)context;
    (void)data;
    (void)size;
}

static void comment(void *context, const char *data)
{
    (void)context;
    (void)data;
}

static void instruction(void *context, const char *target, const char *data)
{
    (void)context;
    (void)target;
    (void)data;
}

static const struct pdoc__sax_handlers indifferent = {begin, start, end, text, comment, instruction};

static bool xml_accepts(const char *path)
{
    const pdoc_read_options strict = {.size = sizeof strict, .strict = 1};
    struct pdoc__limits limits;
    struct pdoc__input input;
    if (!pdoc__limits_fill(&strict, &limits, NULL) || !pdoc__input_open_file(&input, path, &limits, NULL))
        return false;
    bool accepted = pdoc__sax_parse(&input, &indifferent, NULL, NULL);
    pdoc__input_close(&input);
    return accepted;
}

static pdoc_status status_of_reader(const char *path)
{
    const pdoc_read_options strict = {.size = sizeof strict, .strict = 1};
    pdoc_error *error = NULL;
    pdoc_register *reg = pdoc_register_read_file(path, &strict, &error);
    pdoc_status status = reg ? PDOC_OK : pdoc_error_status(error);
    if (!reg && status == PDOC_OK)
        abort(); /* failed without an error: the harness shows it as a crash */
    pdoc_register_unref(reg);
    pdoc_error_free(error);
    return status;
}

static void limit_this_process(void)
{
    const struct rlimit memory = {256u << 20, 256u << 20};
    const struct rlimit seconds = {1, 2};
    alarm(60);
    if (LIMITED && (setrlimit(RLIMIT_AS, &memory) != 0 || setrlimit(RLIMIT_CPU, &seconds) != 0))
        _exit(1);
}

static void read_one(const char *path)
{
    struct timespec start, end;
    clock_gettime(CLOCK_MONOTONIC, &start);
    pid_t child = fork();
    if (child == 0) {
        limit_this_process();
        bool accepted = xml_accepts(path);
        _exit(ENDED + (accepted ? XML_ACCEPTED : 0) + (int)status_of_reader(path));
    }
    int result = 0;
    if (child < 0 || waitpid(child, &result, 0) != child) {
        perror("fork");
        exit(2);
    }
    clock_gettime(CLOCK_MONOTONIC, &end);
    long milliseconds = (long)(end.tv_sec - start.tv_sec) * 1000 + (end.tv_nsec - start.tv_nsec) / 1000000;
    int code = WIFEXITED(result) ? WEXITSTATUS(result) : -1;
    if (code < ENDED)
        printf("%s\tcrash\t%d\t%ld\n", path, WIFSIGNALED(result) ? WTERMSIG(result) : code, milliseconds);
    else
        printf("%s\t%s\t%s\t%ld\n", path, code - ENDED >= XML_ACCEPTED ? "accept" : "reject",
               pdoc_status_name((pdoc_status)((code - ENDED) % XML_ACCEPTED)), milliseconds);
    fflush(stdout);
}

int main(void)
{
    char path[4096];
    while (fgets(path, sizeof path, stdin)) {
        path[strcspn(path, "\n")] = '\0';
        read_one(path);
    }
    return 0;
}
