# Sources of this layer, one a line; a file that is not named here is not built.
set(PDOC_MODEL_SOURCES
  model/build.c
  model/calendar_use.c
  model/content_hash.c
  model/document.c
  model/extras.c
  model/forward_plan.c
  model/front_sheet.c
  model/history.c
  model/issue.c
  model/issue_values.c
  model/meeting.c
  model/party.c
  model/register.c
  model/relation.c
  model/version.c
  model/vocabulary.c)
