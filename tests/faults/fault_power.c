/* SPDX-License-Identifier: MIT */
/* Power loss during a save: the calls are recorded, then every state that a disk may be left in is looked at. What was not
   synced may be there or not, in any combination; of a file's bytes any number. Protocols with a step left out must be
   caught, or this test proves nothing. */
#include "unit/save_folder.h"

#include <fcntl.h>

#include "base/system.h"

enum kind { CREATED, WRITTEN, FILE_SYNCED, FOLDER_SYNCED, NAMED, REMOVED };

/* NAMED: `to` means the inode from now on, and `from` (if any) is gone: link and rename alike. */
struct step {
    enum kind kind;
    int inode;
    size_t size;
    char from[64];
    char to[64];
};

enum { STEPS = 64, FILES = 16, OLD = 0, FOLDER = -2, NOTHING = -1 };

static struct step steps[STEPS];
static size_t step_count;
static int inode_of_file[1024]; /* by descriptor */
static int next_inode;
static struct {
    char name[64];
    int inode;
} names[FILES]; /* as the running system sees them */

static struct pdoc__system real;
static bool skips_file_sync, skips_folder_sync, syncs_too_late;

static const char *last_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static int *inode_named(const char *name)
{
    for (size_t i = 0; i < FILES; i++)
        if (strcmp(names[i].name, name) == 0)
            return &names[i].inode;
    for (size_t i = 0; i < FILES; i++)
        if (!names[i].name[0]) {
            snprintf(names[i].name, sizeof names[i].name, "%s", name);
            names[i].inode = NOTHING;
            return &names[i].inode;
        }
    fail();
    return NULL;
}

static struct step *record(enum kind kind, int inode)
{
    assert_true(step_count < STEPS);
    steps[step_count] = (struct step){.kind = kind, .inode = inode};
    return &steps[step_count++];
}

static int recording_open(const char *path, int flags, mode_t mode)
{
    int file = real.open(path, flags, mode);
    if (file < 0)
        return file;
    assert_true(file < 1024);
    if (flags & O_DIRECTORY) {
        inode_of_file[file] = FOLDER;
        return file;
    }
    int *inode = inode_named(last_name(path));
    if (*inode == NOTHING) {
        *inode = next_inode++;
        struct step *step = record(CREATED, *inode);
        snprintf(step->to, sizeof step->to, "%s", last_name(path));
    }
    inode_of_file[file] = *inode;
    return file;
}

static ssize_t recording_write(int file, const void *data, size_t size)
{
    size_t part = size > 1000 ? size / 2 : size; /* in several pieces */
    ssize_t done = real.write(file, data, part);
    if (done > 0)
        record(WRITTEN, inode_of_file[file])->size = (size_t)done;
    return done;
}

static int recording_fsync(int file)
{
    bool is_folder = inode_of_file[file] == FOLDER;
    if (!(is_folder ? skips_folder_sync : skips_file_sync))
        record(is_folder ? FOLDER_SYNCED : FILE_SYNCED, inode_of_file[file]);
    return real.fsync(file);
}

static int name_again(const char *from, const char *to, bool is_move)
{
    int *source = inode_named(last_name(from));
    struct step *step = record(NAMED, *source);
    snprintf(step->to, sizeof step->to, "%s", last_name(to));
    if (is_move)
        snprintf(step->from, sizeof step->from, "%s", last_name(from));
    *inode_named(last_name(to)) = *source;
    if (is_move)
        *source = NOTHING;
    return 0;
}

static int recording_rename(const char *from, const char *to)
{
    return real.rename(from, to) == 0 ? name_again(from, to, true) : -1;
}

static int recording_link(const char *from, const char *to)
{
    return real.link(from, to) == 0 ? name_again(from, to, false) : -1;
}

static int recording_unlink(const char *path)
{
    if (real.unlink(path) != 0)
        return -1;
    int *inode = inode_named(last_name(path));
    snprintf(record(REMOVED, *inode)->from, 64, "%s", last_name(path));
    *inode = NOTHING;
    return 0;
}

/* Saves "New" over "Old" (or over nothing), recording; the old file is inode 0. Returns the size of the new file. */
static size_t record_save(bool existed, bool backup)
{
    pdoc_register *reg = small_register("Old");
    memset(names, 0, sizeof names);
    step_count = 0;
    next_inode = 1;
    if (existed) {
        assert_int_equal(pdoc_register_write_file(reg, "a.xml", NULL, NULL), PDOC_OK);
        *inode_named("a.xml") = OLD;
    }
    for (int i = 0; i < 50; i++)
        assert_non_null(pdoc_register_add_document(reg, "policy", "New", NULL));
    pdoc_write_options options = {.size = sizeof options, .backup = backup};
    pdoc__system.open = recording_open;
    pdoc__system.write = recording_write;
    pdoc__system.fsync = recording_fsync;
    pdoc__system.rename = recording_rename;
    pdoc__system.link = recording_link;
    pdoc__system.unlink = recording_unlink;
    assert_int_equal(pdoc_register_write_file(reg, "a.xml", &options, NULL), PDOC_OK);
    pdoc__system = real;
    pdoc_register_unref(reg);
    struct stat found;
    assert_int_equal(lstat("a.xml", &found), 0);
    each_name(remove_name);
    return (size_t)found.st_size;
}

/* A deliberate mistake: the file is synced after it was renamed. */
static void move_file_sync_to_the_end(void)
{
    for (size_t i = 0; i + 1 < step_count; i++)
        if (steps[i].kind == FILE_SYNCED) {
            struct step late = steps[i];
            memmove(&steps[i], &steps[i + 1], (step_count - i - 1) * sizeof late);
            steps[step_count - 1] = late;
        }
}

/* A disk after the power came back. */
struct disk {
    int inode_of_file;   /* a.xml */
    int inode_of_backup; /* a.xml.bak */
    size_t kept[FILES];  /* bytes of each inode */
};

static void apply_name(struct disk *disk, const char *name, int inode)
{
    if (strcmp(name, "a.xml") == 0)
        disk->inode_of_file = inode;
    if (strcmp(name, "a.xml.bak") == 0)
        disk->inode_of_backup = inode;
}

static bool changes_a_name(const struct step *step)
{
    return step->kind == CREATED || step->kind == NAMED || step->kind == REMOVED;
}

static void apply(struct disk *disk, const struct step *step)
{
    if (step->from[0])
        apply_name(disk, step->from, NOTHING);
    if (step->to[0])
        apply_name(disk, step->to, step->inode);
}

/* First step that is not certain to have reached the disk when the power goes after `end` steps. */
static size_t first_unsure(size_t end)
{
    for (size_t i = end; i > 0; i--)
        if (steps[i - 1].kind == FOLDER_SYNCED)
            return i;
    return 0;
}

static void count_bytes(struct disk *disk, size_t end, unsigned tenths)
{
    size_t synced[FILES] = {0};
    size_t written[FILES] = {0};
    for (size_t i = 0; i < end; i++) {
        if (steps[i].kind == WRITTEN)
            written[steps[i].inode] += steps[i].size;
        if (steps[i].kind == FILE_SYNCED)
            synced[steps[i].inode] = written[steps[i].inode];
    }
    for (size_t i = 0; i < FILES; i++)
        disk->kept[i] = synced[i] + (written[i] - synced[i]) * tenths / 10;
}

static bool is_sound(const struct disk *disk, bool existed, bool is_done, size_t new_size)
{
    int inode = disk->inode_of_file;
    bool is_new = inode > OLD && disk->kept[inode] == new_size;
    bool is_before = existed ? inode == OLD : inode == NOTHING;
    bool backup_is_whole = disk->inode_of_backup == NOTHING || disk->inode_of_backup == OLD;
    return backup_is_whole && (is_new || (is_before && !is_done));
}

/* Looks at every state; returns how many are unsound. */
static size_t count_unsound(bool existed, size_t new_size, size_t *states)
{
    size_t unsound = 0;
    for (size_t end = 0; end <= step_count; end++) {
        size_t from = first_unsure(end);
        unsigned changes = 0;
        for (size_t i = from; i < end; i++)
            changes += changes_a_name(&steps[i]);
        for (unsigned subset = 0; subset < 1u << changes; subset++)
            for (unsigned tenths = 0; tenths <= 10; tenths += 5) {
                struct disk disk = {.inode_of_file = existed ? OLD : NOTHING, .inode_of_backup = NOTHING};
                unsigned change = 0;
                for (size_t i = 0; i < end; i++)
                    if (changes_a_name(&steps[i]) && (i < from || (subset >> change++ & 1u)))
                        apply(&disk, &steps[i]);
                count_bytes(&disk, end, tenths);
                unsound += !is_sound(&disk, existed, end == step_count, new_size);
                ++*states;
            }
    }
    return unsound;
}

static size_t run(bool existed, bool backup)
{
    size_t states = 0;
    size_t size = record_save(existed, backup);
    if (syncs_too_late)
        move_file_sync_to_the_end();
    size_t unsound = count_unsound(existed, size, &states);
    print_message("%zu steps, %zu states, %zu unsound\n", step_count, states, unsound);
    assert_true(states > 50);
    return unsound;
}

static void no_state_loses_or_tears_the_register(void **state)
{
    (void)state;
    assert_int_equal(run(false, false), 0);
    assert_int_equal(run(true, false), 0);
    assert_int_equal(run(true, true), 0);
}

static void a_save_without_sync_of_the_file_is_caught(void **state)
{
    (void)state;
    skips_file_sync = true;
    assert_true(run(true, false) > 0);
    assert_true(run(false, false) > 0);
    skips_file_sync = false;
}

static void a_save_without_sync_of_the_folder_is_caught(void **state)
{
    (void)state;
    skips_folder_sync = true;
    assert_true(run(true, false) > 0);
    assert_true(run(false, false) > 0);
    skips_folder_sync = false;
}

static void a_sync_that_comes_after_the_rename_is_caught(void **state)
{
    (void)state;
    syncs_too_late = true;
    assert_true(run(true, false) > 0);
    syncs_too_late = false;
}

int main(void)
{
    real = pdoc__system;
#define IN_A_FOLDER(test) cmocka_unit_test_setup_teardown(test, enter_folder, leave_folder)
    const struct CMUnitTest tests[] = {
        IN_A_FOLDER(no_state_loses_or_tears_the_register),
        IN_A_FOLDER(a_save_without_sync_of_the_file_is_caught),
        IN_A_FOLDER(a_save_without_sync_of_the_folder_is_caught),
        IN_A_FOLDER(a_sync_that_comes_after_the_rename_is_caught),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
