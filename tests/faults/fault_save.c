/* SPDX-License-Identifier: MIT */
/* Every system call of a save fails in turn, once and for ever: the status is exact, the old file whole, and the next save
   works. */
#include "unit/save_folder.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>

#include "base/system.h"

enum call { OPEN, CLOSE, READ, WRITE, FSYNC, FSTAT, LSTAT, FCHMOD, FLOCK, LINK, RENAME, UNLINK, REALPATH, DUPLICATE, CALLS };

static struct pdoc__system real;

/* The fault: which call fails from now (1: the next), whether all after it fail too, with which error. */
static struct {
    unsigned at;
    unsigned count;
    bool for_ever;
    int reason;
    enum call hit; /* what failed first */
    unsigned hit_number; /* how many of its kind had come, it included */
    unsigned of_kind[CALLS];
} fault;

static bool fails(enum call call)
{
    fault.count++;
    fault.of_kind[call]++;
    if (fault.at == 0 || fault.count < fault.at || (!fault.for_ever && fault.count > fault.at))
        return false;
    if (fault.count == fault.at) {
        fault.hit = call;
        fault.hit_number = fault.of_kind[call];
    }
    errno = fault.reason;
    return true;
}

static int fault_open(const char *path, int flags, mode_t mode)
{
    return fails(OPEN) ? -1 : real.open(path, flags, mode);
}

/* A close that fails has closed all the same. */
static int fault_close(int file)
{
    int result = real.close(file);
    return fails(CLOSE) ? -1 : result;
}

static ssize_t fault_read(int file, void *buffer, size_t size)
{
    return fails(READ) ? -1 : real.read(file, buffer, size);
}

static ssize_t fault_write(int file, const void *data, size_t size)
{
    return fails(WRITE) ? -1 : real.write(file, data, size);
}

static int fault_fsync(int file)
{
    return fails(FSYNC) ? -1 : real.fsync(file);
}

static int fault_fstat(int file, struct stat *out)
{
    return fails(FSTAT) ? -1 : real.fstat(file, out);
}

static int fault_lstat(const char *path, struct stat *out)
{
    return fails(LSTAT) ? -1 : real.lstat(path, out);
}

static int fault_fchmod(int file, mode_t mode)
{
    return fails(FCHMOD) ? -1 : real.fchmod(file, mode);
}

static int fault_flock(int file, int operation)
{
    return fails(FLOCK) ? -1 : real.flock(file, operation);
}

static int fault_link(const char *from, const char *to)
{
    return fails(LINK) ? -1 : real.link(from, to);
}

static int fault_rename(const char *from, const char *to)
{
    return fails(RENAME) ? -1 : real.rename(from, to);
}

static int fault_unlink(const char *path)
{
    return fails(UNLINK) ? -1 : real.unlink(path);
}

static char *fault_realpath(const char *path, char *buffer)
{
    return fails(REALPATH) ? NULL : real.realpath(path, buffer);
}

static int fault_duplicate(int file)
{
    return fails(DUPLICATE) ? -1 : real.duplicate_from_3(file);
}

static void arm(unsigned at, bool for_ever, int reason)
{
    memset(&fault, 0, sizeof fault);
    fault.at = at;
    fault.for_ever = for_ever;
    fault.reason = reason;
    fault.hit = CALLS;
    pdoc__system = (struct pdoc__system){.open = fault_open, .close = fault_close, .read = fault_read,
                                         .write = fault_write, .fsync = fault_fsync, .fstat = fault_fstat,
                                         .lstat = fault_lstat, .fchmod = fault_fchmod, .flock = fault_flock,
                                         .link = fault_link, .rename = fault_rename, .unlink = fault_unlink,
                                         .realpath = fault_realpath, .duplicate_from_3 = fault_duplicate};
}

static void disarm(void)
{
    pdoc__system = real;
}

static size_t temporaries;

static void count_temporary(const char *name)
{
    size_t size = strlen(name);
    temporaries += size > 4 && strcmp(name + size - 4, ".tmp") == 0;
}

static size_t count_temporaries(void)
{
    temporaries = 0;
    each_name(count_temporary);
    return temporaries;
}

static char *text_of(pdoc_register *reg)
{
    pdoc_text *text = pdoc_register_write_memory(reg, NULL, NULL);
    assert_non_null(text);
    char *copy = strdup(pdoc_text_data(text));
    pdoc_text_free(text);
    return copy;
}

struct setting {
    const char *name;
    bool existed;
    bool backup;
    bool stale; /* a temporary of a cut save lies about */
    int level;
};

/* What a save must say. Where all calls fail from some call on that does not matter by itself, the next one matters. */
static pdoc_status expected_status(const struct setting *setting, int reason)
{
    bool once = !fault.for_ever;
    unsigned looks = setting->existed ? 2 : 3; /* more of them are those of the sweep */
    switch (fault.hit) {
    case CALLS:
        return PDOC_OK; /* all calls were let through */
    case FSYNC:
        return reason == EINTR && once ? PDOC_OK : fault.hit_number == 1 ? PDOC_ERR_WRITE : PDOC_ERR_UNSURE;
    case CLOSE: /* the first is that of the new file, and an interrupted one has closed */
        return fault.hit_number > 1 || (reason == EINTR && once) ? PDOC_OK : PDOC_ERR_WRITE;
    case UNLINK:
        return once ? PDOC_OK : PDOC_ERR_WRITE;
    case LSTAT:
        return once && fault.hit_number > looks ? PDOC_OK : PDOC_ERR_WRITE;
    case OPEN:
    case WRITE:
        return reason == EINTR && once ? PDOC_OK : PDOC_ERR_WRITE;
    default:
        return PDOC_ERR_WRITE;
    }
}

/* Makes the folder as it was, saves with the fault, and looks at what came of it. Returns false when no call was hit. */
static bool save_with_fault(const struct setting *setting, unsigned at, bool for_ever, int reason)
{
    pdoc_register *reg = small_register("Old");
    char *old = text_of(reg);
    if (setting->existed)
        assert_int_equal(pdoc_register_write_file(reg, setting->name, NULL, NULL), PDOC_OK);
    if (setting->stale)
        put_content(".a.xml.000001.tmp", "half");
    assert_non_null(pdoc_register_add_document(reg, "policy", "New", NULL));
    char *new = text_of(reg);
    pdoc_write_options options = {.size = sizeof options, .backup = setting->backup, .gzip_level = setting->level};
    pdoc_error *error = NULL;
    arm(at, for_ever, reason);
    pdoc_status status = pdoc_register_write_file(reg, setting->name, &options, &error);
    bool was_hit = fault.hit != CALLS;
    disarm();
    assert_int_equal(status, expected_status(setting, reason));
    assert_int_equal(pdoc_error_status(error), status);
    pdoc_error_free(error);
    bool is_saved = status == PDOC_OK || status == PDOC_ERR_UNSURE;
    if (setting->level < 1 && (setting->existed || is_saved))
        assert_content(setting->name, is_saved ? new : old);
    if (!setting->existed && !is_saved)
        assert_int_equal(access(setting->name, F_OK), -1);
    if (!for_ever && fault.hit != UNLINK && fault.hit != LSTAT && !setting->stale)
        assert_int_equal(count_temporaries(), 0);
    /* The next save works, and sweeps away what was left. */
    assert_int_equal(pdoc_register_write_file(reg, setting->name, NULL, NULL), PDOC_OK);
    assert_content(setting->name, new);
    each_name(remove_name);
    free(old);
    free(new);
    pdoc_register_unref(reg);
    return was_hit;
}

static void run_all(const struct setting *setting)
{
    static const int reasons[] = {EIO, ENOSPC, EINTR, EACCES};
    for (size_t i = 0; i < sizeof reasons / sizeof reasons[0]; i++)
        for (int for_ever = 0; for_ever < 2; for_ever++) {
            unsigned at = 1;
            while (save_with_fault(setting, at, for_ever, reasons[i]))
                at++;
            assert_true(at > 12); /* a save makes at least so many calls */
        }
}

static void a_new_file_is_there_whole_or_not_at_all(void **state)
{
    (void)state;
    run_all(&(struct setting){.name = "a.xml"});
}

static void the_old_file_stays_whole(void **state)
{
    (void)state;
    run_all(&(struct setting){.name = "a.xml", .existed = true});
}

static void the_old_file_stays_whole_with_a_backup(void **state)
{
    (void)state;
    run_all(&(struct setting){.name = "a.xml", .existed = true, .backup = true});
}

static void the_old_file_stays_whole_beside_a_stale_temporary(void **state)
{
    (void)state;
    run_all(&(struct setting){.name = "a.xml", .existed = true, .stale = true});
}

static void a_call_that_says_busy_is_busy(void **state)
{
    (void)state;
    pdoc_register *reg = small_register("One");
    unsigned at = 1;
    for (; at < 100; at++) {
        arm(at, false, EWOULDBLOCK);
        pdoc_status status = pdoc_register_write_file(reg, "a.xml", NULL, NULL);
        disarm();
        if (fault.hit == FLOCK) {
            assert_int_equal(status, PDOC_ERR_BUSY);
            break;
        }
    }
    assert_true(at < 100);
    pdoc_register_unref(reg);
}

/* Takes three bytes at a time, then no more: a full disk. */
static size_t room;

static ssize_t short_write(int file, const void *data, size_t size)
{
    if (room == 0) {
        errno = ENOSPC;
        return -1;
    }
    size_t part = size < 3 ? size : 3;
    part = part < room ? part : room;
    room -= part;
    return real.write(file, data, part);
}

static ssize_t empty_write(int file, const void *data, size_t size)
{
    (void)file, (void)data, (void)size;
    return 0;
}

static void short_writes_go_on_until_the_disk_is_full(void **state)
{
    (void)state;
    pdoc_register *reg = small_register("One");
    char *text = text_of(reg);
    size_t size = strlen(text);
    for (room = 0; room <= size; room += 7) {
        size_t given = room;
        pdoc__system.write = short_write;
        pdoc_status status = pdoc_register_write_file(reg, "a.xml", NULL, NULL);
        disarm();
        assert_int_equal(status, PDOC_ERR_WRITE);
        assert_int_equal(each_name(NULL), 1); /* the lock */
        room = given;
        if (given + 7 > size)
            break;
    }
    room = size;
    pdoc__system.write = short_write;
    assert_int_equal(pdoc_register_write_file(reg, "a.xml", NULL, NULL), PDOC_OK);
    disarm();
    assert_content("a.xml", text);
    pdoc__system.write = empty_write;
    assert_int_equal(pdoc_register_write_file(reg, "a.xml", NULL, NULL), PDOC_ERR_WRITE);
    disarm();
    assert_content("a.xml", text);
    free(text);
    pdoc_register_unref(reg);
}

int main(void)
{
    real = pdoc__system;
#define IN_A_FOLDER(test) cmocka_unit_test_setup_teardown(test, enter_folder, leave_folder)
    const struct CMUnitTest tests[] = {
        IN_A_FOLDER(a_new_file_is_there_whole_or_not_at_all),
        IN_A_FOLDER(the_old_file_stays_whole),
        IN_A_FOLDER(the_old_file_stays_whole_with_a_backup),
        IN_A_FOLDER(the_old_file_stays_whole_beside_a_stale_temporary),
        IN_A_FOLDER(a_call_that_says_busy_is_busy),
        IN_A_FOLDER(short_writes_go_on_until_the_disk_is_full),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
