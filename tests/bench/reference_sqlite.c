/* SPDX-License-Identifier: MIT */
/* The due query as SQLite answers it: a table in memory, an index on the day, a prepared statement. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

#include "measure.h"

struct bench_sqlite {
    sqlite3 *database;
    sqlite3_stmt *window;
};

static void check(struct bench_sqlite *sqlite, int status, int expected)
{
    if (status == expected)
        return;
    fprintf(stderr, "bench: SQLite: %s\n", sqlite3_errmsg(sqlite->database));
    exit(1);
}

struct bench_sqlite *reference_sqlite(const int32_t *days, size_t count)
{
    struct bench_sqlite *sqlite = calloc(1, sizeof *sqlite);
    sqlite3_stmt *insert;
    check(sqlite, sqlite3_open(":memory:", &sqlite->database), SQLITE_OK);
    check(sqlite, sqlite3_exec(sqlite->database, "create table due(document integer primary key, day integer); begin", NULL, NULL, NULL), SQLITE_OK);
    check(sqlite, sqlite3_prepare_v2(sqlite->database, "insert into due values(?, ?)", -1, &insert, NULL), SQLITE_OK);
    for (size_t i = 0; i < count; i++) {
        sqlite3_bind_int64(insert, 1, (sqlite3_int64)i);
        sqlite3_bind_int(insert, 2, days[i]);
        check(sqlite, sqlite3_step(insert), SQLITE_DONE);
        sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    check(sqlite, sqlite3_exec(sqlite->database, "commit; create index by_day on due(day, document)", NULL, NULL, NULL), SQLITE_OK);
    check(sqlite, sqlite3_prepare_v2(sqlite->database, "select document from due where day between ? and ?", -1, &sqlite->window, NULL), SQLITE_OK);
    return sqlite;
}

void reference_sqlite_window(void *context)
{
    struct bench_sqlite *sqlite = context;
    volatile int64_t sink = 0;
    for (int i = 0; i < BENCH_WINDOWS; i++) {
        int64_t sum = 0;
        sqlite3_bind_int(sqlite->window, 1, BENCH_WINDOW_FIRST + i);
        sqlite3_bind_int(sqlite->window, 2, BENCH_WINDOW_FIRST + i + BENCH_WINDOW_DAYS);
        while (sqlite3_step(sqlite->window) == SQLITE_ROW)
            sum += sqlite3_column_int64(sqlite->window, 0);
        sqlite3_reset(sqlite->window);
        sink += sum;
    }
    (void)sink;
}

void reference_sqlite_free(struct bench_sqlite *sqlite)
{
    sqlite3_finalize(sqlite->window);
    sqlite3_close(sqlite->database);
    free(sqlite);
}
