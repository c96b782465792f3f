# Sources of the policydoc command.
# SPDX-License-Identifier: MIT
set(PDOC_COMMAND_SOURCES
  audit.c due.c explain.c find.c fmt.c list.c load.c judging.c main.c options.c output.c profile.c profiles.c save.c say.c
  show.c suggest.c validate.c
)
