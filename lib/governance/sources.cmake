# Sources of this layer, one a line; a file that is not named here is not built.
set(PDOC_GOVERNANCE_SOURCES
  governance/comparison.c)
