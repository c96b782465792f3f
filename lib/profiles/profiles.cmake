# The profiles that are compiled in and installed, each behind what it extends. A file that is not named here is not
# shipped.
set(PDOC_PROFILES
  general
  multi-agency
  merton-mscb
  birmingham-trust
  merton-mscp
  rotherham-rscp)
