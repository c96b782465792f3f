# Sources of this layer, one a line; a file that is not named here is not built.
set(PDOC_TIME_SOURCES
  time/calendar.c
  time/calendar_builder.c
  time/date.c
  time/interval.c
  time/offset.c
  time/printed.c
  time/recurrence.c
  time/recurrence_join.c
  time/recurrence_parse.c
  time/recurrence_set.c
  time/working_days.c)
