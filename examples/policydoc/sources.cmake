# Sources of the policydoc command.
# SPDX-License-Identifier: MIT
set(PDOC_COMMAND_SOURCES
  audit.c bank_holidays.c calendar.c classify.c consultation.c due.c escalation.c explain.c extensions.c find.c fmt.c forward_plan.c ics.c impact.c json.c keep.c list.c load.c judging.c main.c meetings.c next.c options.c output.c placing.c plan.c profile.c profiles.c programme.c programme_place.c ready.c remind.c save.c say.c
  show.c suggest.c validate.c versions.c whatif.c
)
