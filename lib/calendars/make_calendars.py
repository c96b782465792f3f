#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Makes the working-day calendars of this folder: statutory and customary days by rule, one-off days from a table.

make_calendars.py ID          prints the calendar file of a division (england-and-wales, scotland, northern-ireland)
make_calendars.py --why ID    prints each of its days with the authority for it, tab-separated
make_calendars.py --write     writes all files beside this program

No clock: what the files are as of stands below. A year more is LAST_YEAR, a proclamation more is a row of ONE_OFF."""
import datetime
import pathlib
import sys
import typing
from xml.sax.saxutils import quoteattr

FIRST_YEAR, LAST_YEAR = 2011, 2028
AS_OF = "2026-11-24"
VERSION = "1"  # rises with every change of what a published file says
SOURCE = "Banking and Financial Dealings Act 1971 s1 and Sch 1, {others}custom, royal proclamations"

ENGLAND_AND_WALES, SCOTLAND, NORTHERN_IRELAND = "england-and-wales", "scotland", "northern-ireland"
EVERYWHERE = (ENGLAND_AND_WALES, SCOTLAND, NORTHERN_IRELAND)


class Division(typing.NamedTuple):
    name: str
    source: str
    substitutes: str  # authority for a day in place of one at the weekend


DIVISIONS = {
    ENGLAND_AND_WALES: Division("England and Wales", SOURCE.format(others=""),
                                "1971 Act Sch 1 para 1 (27 December); s1(3) for the others"),
    SCOTLAND: Division("Scotland", SOURCE.format(others="St Andrew's Day Bank Holiday (Scotland) Act 2007, "),
                       "1971 Act Sch 1 para 2 (a Sunday; St Andrew's Day a Saturday too); s1(3) for the others"),
    NORTHERN_IRELAND: Division("Northern Ireland", SOURCE.format(others=""),
                               "1971 Act Sch 1 para 3 (27 December; 17 March on a Sunday); s1(3) for the others"),
}


def easter_sunday(year):
    """Gregorian Easter: the Sunday after the ecclesiastical full moon, by the golden number and two corrections."""
    century, golden = year // 100, year % 19
    corrected = century - century // 4 - (8 * century + 13) // 25
    epact = (19 * golden + corrected + 15) % 30
    epact -= epact // 28 * (1 - 29 // (epact + 1) * ((21 - golden) // 11))  # the lunation of 29 days
    moon = datetime.date(year, 3, 21) + datetime.timedelta(epact)
    return moon + datetime.timedelta(7 - (moon.weekday() + 1) % 7)


def easter(days):
    return lambda year: easter_sunday(year) + datetime.timedelta(days)


def fixed(month, day):
    return lambda year: datetime.date(year, month, day)


def first_monday(month):
    return lambda year: datetime.date(year, month, 1 + -datetime.date(year, month, 1).weekday() % 7)


def last_monday(month):
    """Of a month of 31 days."""
    return lambda year: datetime.date(year, month, 31 - datetime.date(year, month, 31).weekday())


PARA_1, PARA_2, PARA_3 = (f"1971 Act Sch 1 para {n}" for n in (1, 2, 3))
ST_ANDREW = "1971 Act Sch 1 para 2, as amended by the St Andrew's Day Bank Holiday (Scotland) Act 2007 s1"
PROCLAIMED = "1971 Act s1(3), proclaimed each year"
CUSTOM = "common law"

# Days of every year; a division without an authority does not have the day. substituted() moves those at the weekend.
RULES = [
    # name                     rule              England and Wales   Scotland     Northern Ireland
    ("New Year's Day",         fixed(1, 1),       PROCLAIMED,        PARA_2,      PROCLAIMED),
    ("2 January",              fixed(1, 2),       None,              PARA_2,      None),
    ("St Patrick's Day",       fixed(3, 17),      None,              None,        PARA_3),
    ("Good Friday",            easter(-2),        CUSTOM,            PARA_2,      CUSTOM),
    ("Easter Monday",          easter(1),         PARA_1,            None,        PARA_3),
    ("Early May bank holiday", first_monday(5),   PROCLAIMED,        PARA_2,      PROCLAIMED),
    ("Spring bank holiday",    last_monday(5),    PARA_1,            PROCLAIMED,  PARA_3),
    ("Battle of the Boyne",    fixed(7, 12),      None,              None,        PROCLAIMED),
    ("Summer bank holiday",    first_monday(8),   None,              PARA_2,      None),
    ("Summer bank holiday",    last_monday(8),    PARA_1,            None,        PARA_3),
    ("St Andrew's Day",        fixed(11, 30),     None,              ST_ANDREW,   None),
    ("Christmas Day",          fixed(12, 25),     CUSTOM,            PARA_2,      CUSTOM),
    ("Boxing Day",             fixed(12, 26),     PARA_1,            PROCLAIMED,  PARA_3),
]


class OneOff(typing.NamedTuple):
    on: str
    divisions: tuple
    name: str
    instead_of: typing.Optional[str]  # the day of RULES that is not kept in that year
    authority: str


JUBILEE_2012 = "1971 Act s1(2) and (3); announced to Parliament on 5 January 2010"
JUBILEE_2022 = "1971 Act s1(2) and (3); announced on 12 November 2020"

# What was declared for one year.
ONE_OFF = [
    OneOff("2011-04-29", EVERYWHERE, "Royal wedding bank holiday", None,
           "1971 Act s1(3); announced on 23 November 2010"),
    OneOff("2012-06-04", EVERYWHERE, "Spring bank holiday (moved from 28 May)", "2012-05-28", JUBILEE_2012),
    OneOff("2012-06-05", EVERYWHERE, "Diamond Jubilee bank holiday", None, JUBILEE_2012),
    OneOff("2020-05-08", (ENGLAND_AND_WALES, NORTHERN_IRELAND), "Early May bank holiday (VE Day, moved from 4 May)",
           "2020-05-04", "1971 Act s1(3); announced on 7 June, proclaimed on 10 July 2019 (Gazette notice 3326938)"),
    OneOff("2020-05-08", (SCOTLAND,), "Early May bank holiday (VE Day, moved from 4 May)",
           "2020-05-04", "1971 Act s1(2); confirmed by the Scottish Government, listed on 2 July 2019"),
    OneOff("2022-06-02", EVERYWHERE, "Spring bank holiday (moved from 30 May)", "2022-05-30", JUBILEE_2022),
    OneOff("2022-06-03", EVERYWHERE, "Platinum Jubilee bank holiday", None, JUBILEE_2022),
    OneOff("2022-09-19", EVERYWHERE, "State Funeral bank holiday", None,
           "1971 Act s1(3); proclaimed in September 2022 (Gazette notice 4158896 for all but Scotland)"),
    OneOff("2023-05-08", EVERYWHERE, "Coronation bank holiday", None,
           "1971 Act s1(3); announced on 6 November 2022, for the Privy Council of 9 November 2022"),
    OneOff("2026-06-15", (SCOTLAND,), "World Cup bank holiday", None, "1971 Act s1(3); proclaimed on 4 February 2026"),
]


class Day(typing.NamedTuple):
    on: datetime.date
    name: str
    authority: str


def days_by_rule(division, year):
    column = EVERYWHERE.index(division)
    return [Day(rule(year), name, authorities[column]) for name, rule, *authorities in RULES if authorities[column]]


def substituted(days, division):
    """A day at the weekend goes to the next weekday that is not a holiday yet; days on weekdays stay what they are."""
    kept = {day.on: day for day in days if day.on.weekday() < 5}
    for day in sorted(day for day in days if day.on.weekday() >= 5):
        on = day.on
        while on.weekday() >= 5 or on in kept:
            on += datetime.timedelta(1)
        kept[on] = Day(on, f"{day.name} (substitute day)", DIVISIONS[division].substitutes)
    return kept


def with_one_offs(days, division):
    """A row that takes away a day that is none, or adds one that is there already, is a slip and stops the program."""
    for row in (row for row in ONE_OFF if division in row.divisions):
        if row.instead_of:
            del days[datetime.date.fromisoformat(row.instead_of)]
        on = datetime.date.fromisoformat(row.on)
        if on in days or not FIRST_YEAR <= on.year <= LAST_YEAR:
            sys.exit(f"{row.on} of {division} is a holiday already, or out of range")
        days[on] = Day(on, row.name, row.authority)
    return days


def days_of(division):
    days = {}
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        days.update(substituted(days_by_rule(division, year), division))
    days = with_one_offs(days, division)
    return [days[on] for on in sorted(days)]


def calendar_file(division):
    about = DIVISIONS[division]
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        "<!-- SPDX-License-Identifier: MIT -->",
        "<!-- Generated by make_calendars.py; do not edit. -->",
        f'<calendar xmlns="urn:policydoc:1" id="{division}" name={quoteattr(about.name)} version="{VERSION}"',
        f'          weekend="saturday sunday" from="{FIRST_YEAR}-01-01" to="{LAST_YEAR}-12-31" as-of="{AS_OF}"',
        f"          source={quoteattr(about.source)}>",
        *(f'  <non-working on="{day.on}" name={quoteattr(day.name)}/>' for day in days_of(division)),
        "</calendar>",
    ]
    return "\n".join(lines) + "\n"


def write_all():
    for division in DIVISIONS:
        path = pathlib.Path(__file__).resolve().parent / f"{division}.xml"
        path.write_bytes(calendar_file(division).encode())


def main(arguments):
    if arguments == ["--write"]:
        write_all()
    elif len(arguments) == 2 and arguments[0] == "--why" and arguments[1] in DIVISIONS:
        print("\n".join(f"{day.on}\t{day.name}\t{day.authority}" for day in days_of(arguments[1])))
    elif len(arguments) == 1 and arguments[0] in DIVISIONS:
        sys.stdout.write(calendar_file(arguments[0]))
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
