# The calendars that are compiled in and installed; make_calendars.py makes them. A file that is not named here is not
# shipped.
set(PDOC_CALENDARS
  england-and-wales
  scotland
  northern-ireland)
