# Sources of this layer, one a line; a file that is not named here is not built.
set(PDOC_KEEPING_SOURCES
  keeping/assign.c
  keeping/change.c
  keeping/change_judge.c
  keeping/change_record.c
  keeping/compare.c
  keeping/differences.c
  keeping/mend.c
  keeping/parts.c
  keeping/parts_document.c
  keeping/parts_issue.c
  keeping/parts_register.c
  keeping/reassign.c
  keeping/skeleton.c)
