# Sources of this layer, one a line; a file that is not named here is not built.
set(PDOC_GOVERNANCE_SOURCES
  governance/comparison.c
  governance/expression.c
  governance/lint.c
  governance/lint_contradictions.c
  governance/lint_predicates.c
  governance/lint_rows.c
  governance/selection.c)
