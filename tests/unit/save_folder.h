/* SPDX-License-Identifier: MIT */
/* A folder of its own for tests that save, small registers, and looks at what lies in the folder. */
#ifndef PDOC_TESTS_SAVE_FOLDER_H
#define PDOC_TESTS_SAVE_FOLDER_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <dirent.h>
#include <sys/stat.h>
#include <unistd.h>

#include "policydoc/document.h"
#include "policydoc/register.h"

static char save_folder[] = "save-test-XXXXXX";

static inline int enter_folder(void **state)
{
    (void)state;
    memcpy(save_folder, "save-test-XXXXXX", sizeof save_folder);
    return mkdtemp(save_folder) && chdir(save_folder) == 0 ? 0 : -1;
}

/* Calls `visit` for each name in the working folder; returns how many there are. */
static inline size_t each_name(void (*visit)(const char *name))
{
    DIR *folder = opendir(".");
    size_t count = 0;
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        count++;
        if (visit)
            visit(entry->d_name);
    }
    closedir(folder);
    return count;
}

static inline void remove_name(const char *name)
{
    if (unlink(name) != 0)
        rmdir(name);
}

static inline int leave_folder(void **state)
{
    (void)state;
    each_name(remove_name);
    return chdir("..") == 0 && rmdir(save_folder) == 0 ? 0 : -1;
}

/* A register with one document that bears this title. */
static inline pdoc_register *small_register(const char *title)
{
    pdoc_register *reg = pdoc_register_new(NULL);
    assert_non_null(reg);
    assert_non_null(pdoc_register_add_document(reg, "policy", title, NULL));
    return reg;
}

static inline char *content_of(const char *path)
{
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    char *text = calloc(1, 100000);
    assert_true(fread(text, 1, 99999, file) > 0);
    fclose(file);
    return text;
}

static inline void put_content(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static inline void assert_content(const char *path, const char *expected)
{
    char *text = content_of(path);
    assert_string_equal(text, expected);
    free(text);
}

static inline void assert_title(const char *path, const char *title)
{
    pdoc_error *error = NULL;
    pdoc_register *reg = pdoc_register_read_file(path, NULL, &error);
    assert_string_equal(pdoc_error_message(error), "");
    assert_non_null(reg);
    assert_string_equal(pdoc_document_title(pdoc_register_document(reg, 0)), title);
    pdoc_register_unref(reg);
}

#endif
