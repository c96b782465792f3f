# SPDX-License-Identifier: MIT
"""Profiles, calendars, recurrence, classifiers and spreadsheets: what is read once and used often."""
from __future__ import annotations

import os
from typing import TYPE_CHECKING, Iterator, List, NamedTuple, Optional, Tuple, Union

from policydoc import _core
from policydoc._classes import registered
from policydoc._dates import Date
from policydoc._judging import ProfileLike, find_profile, shipped_profiles
from policydoc._words import Modality, ProfileTable, Roll

Path = Union[str, "os.PathLike[str]"]
Data = Union[str, bytes]


def as_bytes(data: Data) -> bytes:
    """Text as UTF-8."""
    return data.encode() if isinstance(data, str) else data

if TYPE_CHECKING:
    from policydoc._register import Register


class ProfileRow(NamedTuple):
    """A row of a table of a profile."""

    id: Optional[str]
    clause: Optional[str]
    label: Optional[str]
    modality: Modality
    is_inferred: bool


@registered
class Profile(_core.Profile):
    """The rules of one organisation, with all that they extend."""

    __slots__ = ()

    @staticmethod
    def read(path: Path, *, profiles: Optional[_core.Profiles] = None) -> Profile:
        """Reads a profile. What it extends is found among `profiles`; None: among the shipped ones."""
        return _core.Profile._read(os.fspath(path), profiles or shipped_profiles())

    @staticmethod
    def parse(data: Data, *, name: Optional[str] = None, profiles: Optional[_core.Profiles] = None) -> Profile:
        """Reads a profile from memory."""
        return _core.Profile._parse(as_bytes(data), name, profiles or shipped_profiles())

    @staticmethod
    def shipped(id: str) -> Profile:
        """A profile that the library ships."""
        return find_profile(shipped_profiles(), id)

    def party_code(self, name: str) -> Optional[str]:
        """Code of its party that goes by a code, a name or an alias; None: it has none such."""
        return self._find_party(name)

    def rows(self, table: str) -> List[ProfileRow]:
        """The rows of a table, those of what it extends included."""
        return [ProfileRow(self._row_id(table, i), self._row_clause(table, i), self._row_label(table, i),
                           self._row_modality(table, i), self._row_is_inferred(table, i))
                for i in range(self._row_count(table))]

    def lint(self) -> _core.Lint:
        """Mistakes in a profile that it can be read with."""
        return self._find_mistakes()

    def skeleton(self, type: str, title: Optional[str] = None, *, on: Date) -> Register:
        """A register of one new document with what the template of its type asks for."""
        return self._skeleton(type, title, on)

    def classify(self, title: Optional[str] = None, text: Optional[str] = None, *,
                 profiles: Optional[_core.Profiles] = None) -> _core.Classification:
        """Which type a title and a text are, by the words they use."""
        return self._classify(profiles or shipped_profiles(), title, text)


@registered
class Profiles(_core.Profiles):
    """Profiles that can be found by their ids."""

    __slots__ = ()

    @staticmethod
    def shipped() -> Profiles:
        """A new set of those that the library ships."""
        return _core.Profiles._shipped()

    def add(self, profile: _core.Profile) -> None:
        """Puts a profile into the set, in the place of one with the same id."""
        self._add(profile)

    def __len__(self) -> int:
        return len(self.profiles)

    def __iter__(self) -> Iterator[Profile]:
        return iter(self.profiles)

    def __getitem__(self, id: str) -> Profile:
        found = self._find(id)
        if found is None:
            raise KeyError(id)
        return found

    def __contains__(self, id: object) -> bool:
        return isinstance(id, str) and self._find(id) is not None


@registered
class Calendar(_core.Calendar):
    """Working days of one division: its weekend and its non-working days, for the years that it covers."""

    __slots__ = ()

    @staticmethod
    def read(path: Path) -> Calendar:
        """Reads a calendar."""
        return _core.Calendar._read(os.fspath(path))

    @staticmethod
    def parse(data: Data, *, name: Optional[str] = None) -> Calendar:
        """Reads a calendar from memory."""
        return _core.Calendar._parse(as_bytes(data), name)

    @staticmethod
    def shipped(id: str) -> Calendar:
        """A calendar that the library ships."""
        return _core.Calendar._shipped(id)

    @staticmethod
    def shipped_ids() -> Tuple[str, ...]:
        """Ids of the calendars that the library ships."""
        return tuple(_core.Calendar._shipped_id(i) for i in range(_core.Calendar._shipped_count()))

    @staticmethod
    def build(id: str, first: Date, last: Date) -> CalendarBuilder:
        """Begins a calendar without non-working days, with Saturday and Sunday as weekend."""
        return CalendarBuilder(id, first, last)

    def extend(self) -> CalendarBuilder:
        """Begins another calendar with all that this one holds."""
        return self._to_builder()

    def is_weekend(self, weekday: int) -> bool:
        """Is a day of the week (1 Monday to 7 Sunday) part of the weekend?"""
        return self._is_weekend(weekday)

    def is_working(self, day: Date) -> Optional[bool]:
        """Is it a working day? None outside what the calendar covers."""
        return self._is_working(day)

    def reason(self, day: Date) -> Optional[str]:
        """Why a day is no working day; None: it is one."""
        return self._reason(day)

    def roll(self, day: Date, roll: str) -> _core.Reckoned:
        """Moves a day that is no working day."""
        return self._move(day, roll)

    def add(self, day: Date, offset: str, roll: str = Roll.NONE) -> _core.Reckoned:
        """Adds an offset, such as "5 working-days", "P3M" or "-P14D"."""
        return self._add_offset(day, offset, roll)

    def days_between(self, first: Date, last: Date) -> int:
        """Working days from one day on, up to but without another."""
        return self._count_days(first, last)


@registered
class CalendarBuilder(_core.CalendarBuilder):
    """What a calendar is made from in code."""

    __slots__ = ()

    def set_name(self, name: str) -> None:
        """Sets the name for people."""
        self._set_name(name)

    def set_weekend(self, days: str) -> None:
        """Sets the weekend: names of days, such as "saturday sunday"."""
        self._set_weekend(days)

    def set_source(self, source: str, *, as_of: Optional[Date] = None) -> None:
        """Says where the days come from, and as of which day."""
        self._set_source(source, as_of)

    def add_non_working(self, first: Date, last: Optional[Date] = None, *, name: Optional[str] = None) -> None:
        """Adds days on which nobody works."""
        self._add_non_working(first, last, name)

    def add_working(self, first: Date, last: Optional[Date] = None, *, name: Optional[str] = None) -> None:
        """Adds days on which people work although it is a weekend or a holiday."""
        self._add_working(first, last, name)

    def finish(self) -> Calendar:
        """Makes the calendar."""
        return self._finish()


@registered
class Recurrence(_core.Recurrence):
    """Days on which something happens again and again: `Recurrence("FREQ=MONTHLY;BYDAY=3TU", start)`."""

    __slots__ = ()

    def after(self, day: Optional[Date] = None) -> Optional[Date]:
        """The first occurrence after a day; None: the first of all. None when the rule has ended."""
        return self._after(day)

    def __iter__(self) -> Iterator[Date]:
        found = self.after()
        while found is not None:
            yield found
            found = self.after(found)


@registered
class Classifier(_core.Classifier):
    """The cues of a profile, made ready for many texts."""

    __slots__ = ()

    def __init__(self, profile: Union[_core.Profile, str], *, profiles: Optional[_core.Profiles] = None) -> None:
        known = profiles or shipped_profiles()
        super().__init__(find_profile(known, profile) if isinstance(profile, str) else profile, known)

    def classify(self, title: Optional[str] = None, text: Optional[str] = None, *,
                 answers: Optional[str] = None) -> _core.Classification:
        """Which type it is. `answers`: ids of questions with yes or no, "steps=yes parties=no"."""
        return self._judge(title, text, answers)


@registered
class Sheet(_core.Sheet):
    """A spreadsheet that was read: documents as a register of their own, and what was not understood."""

    __slots__ = ()

    @staticmethod
    def read(path: Path, *, profile: ProfileLike = None, parties: Optional[_core.Register] = None, map: Optional[str] = None) -> Sheet:
        """Reads a sheet that was saved as CSV. `map`: lines "label = field" for columns that are not known."""
        with open(path, "rb") as file:
            return Sheet.parse(file.read(), name=os.fspath(path), profile=profile, parties=parties, map=map)

    @staticmethod
    def parse(data: Data, *, name: Optional[str] = None, profile: ProfileLike = None, parties: Optional[_core.Register] = None,
              map: Optional[str] = None) -> Sheet:
        """Reads a sheet from memory."""
        if isinstance(profile, str):
            profile = find_profile(shipped_profiles(), profile)
        return _core.Sheet._parse(as_bytes(data), name, profile, parties, map, None)

    def add_to(self, register: _core.Register) -> None:
        """Adds every document of the sheet to a register."""
        self._add_to(register)

    def update(self, register: _core.Register) -> None:
        """Brings a register up to date by reference; what cannot be done without guessing becomes a problem."""
        self._update(register)

