# SPDX-License-Identifier: MIT
"""Parts of a register beside its documents: versions, relations, events, parties, practice issues, the forward plan."""
from __future__ import annotations

from typing import Any, Callable, Dict, List, Optional, Tuple

from policydoc import _core
from policydoc._classes import registered
from policydoc._dates import Date
from policydoc._judging import CalendarLike, ProfileLike, basis
from policydoc._words import MeetingState, NameKind, Phase


def attribute_names(attributes: Dict[str, object]) -> List[Tuple[str, str]]:
    """Attributes as the library calls them: `agreed_with="x"` is agreed-with, `class_="x"` is class."""
    return [(name.rstrip("_").replace("_", "-"), str(value)) for name, value in attributes.items() if value is not None]


def complete(record: Callable[..., Any], register: Any, attributes: Dict[str, object], *what: Any) -> Event:
    """Records an event and completes it; what cannot be recorded whole is not recorded at all."""
    named = attribute_names(attributes)
    if named:
        trial = register._copy()
        _complete_all(_record_like(record, trial, what), named)
    return _complete_all(record(*what), named)


def _complete_all(event: Event, named: List[Tuple[str, str]]) -> Event:
    for name, value in named:
        event.complete(name, value)
    return event


def _record_like(record: Callable[..., Any], trial: Any, what: Tuple[Any, ...]) -> Any:
    """The same call on a copy of the register."""
    owner = getattr(record, "__self__")
    if isinstance(owner, _core.Document):
        return trial._find_document(owner.id)._record(*what)
    return trial._record(*what)


@registered
class Version(_core.Version):
    """One version of a document. The fields of its front sheet are attributes."""

    __slots__ = ()

    def field(self, code: str) -> Optional[str]:
        """Text of the first cell that holds a field; None if it is blank or missing."""
        return self._field(code)

    def row_of(self, code: str) -> Optional[_core.SheetRow]:
        """The first row of the front sheet that holds a field; None: there is none."""
        place = self._find_row(code)
        return None if place < 0 else self.sheet[place]

    def add_row(self, field: Optional[str] = None, label: Optional[str] = None, text: Optional[str] = None) -> None:
        """Adds a row to the front sheet."""
        self._add_row(field, label, text)

    def set_row(self, row: int, text: Optional[str], value: Optional[str] = None) -> None:
        """Puts another text and value into a cell."""
        self._set_row(row, text, value)

    def add_section(self, code: str, title: Optional[str] = None, text: Optional[str] = None) -> None:
        """Adds a section."""
        self._add_section(code, title, text)

    def add_content(self, href: str, *, media_type: Optional[str] = None, sha256: Optional[str] = None) -> None:
        """Adds a file that holds the words of this version."""
        self._add_content(href, media_type, sha256)

    def phase(self, *, on: Date, known_on: Optional[Date] = None, profile: ProfileLike = None,
              profiles: Optional[_core.Profiles] = None, calendar: CalendarLike = None) -> Phase:
        """Where it stands on a day."""
        return self._phase_on(basis(on, known_on, profile, profiles, calendar))


@registered
class Relation(_core.Relation):
    """A relation from a document to another work."""

    __slots__ = ()

    def set_edition(self, edition: Optional[str], clause: Optional[str] = None) -> None:
        """Says which edition and clause of the target are meant."""
        self._set_edition(edition, clause)

    def set_checked(self, on: Optional[Date], fingerprint: Optional[str] = None) -> None:
        """Records that the document was compared with the target; None: it never was."""
        self._set_checked(on, fingerprint)


@registered
class Event(_core.Event):
    """Something that happened."""

    __slots__ = ()

    def attribute(self, name: str) -> Optional[str]:
        """What is recorded beside day and party, such as "outcome"; None: nothing is."""
        return self._attribute(name)

    def attribute_date(self, name: str) -> Optional[Date]:
        """The same where it is a date."""
        return self._attribute_date(name)

    def complete(self, name: str, value: str) -> None:
        """Sets an attribute that it does not have yet."""
        self._complete(name, value)


@registered
class Party(_core.Party):
    """An organisation, body or post."""

    __slots__ = ()

    def names(self, kind: str = NameKind.NAME) -> Tuple[str, ...]:
        """Its names of one kind: "name", "alias" or "former"."""
        return tuple(self._name_at(kind, i) or "" for i in range(self._name_count(kind)))

    def assign(self, name: str, value: Optional[str]) -> None:
        """Sets by its name what the register says of it: "kind", "name", "alias", "former", "part-of", "successor", "ended".

        A new name makes the old one a former name; None takes out what is no name.
        """
        self._assign(name, value)

    def add_name(self, name: str, kind: str = NameKind.NAME) -> None:
        """Adds a name."""
        self._add_name(kind, name)

    def add_holder(self, holder: Optional[str], *, on: Date) -> None:
        """Gives a post to a holder from a day on; None: it falls vacant."""
        self._add_holder(holder, on)

    def add_pattern(self, rule: str, *, start: Date, last_day: Optional[Date] = None,
                    on_holiday: Optional[str] = None) -> None:
        """Adds a pattern of meetings, such as "FREQ=MONTHLY;BYDAY=3TU"."""
        self._add_pattern(rule, start, last_day, on_holiday)

    def set_meeting(self, on: Date, state: str, note: Optional[str] = None) -> None:
        """Records a meeting, or changes the state of the one recorded for that day."""
        self._set_meeting(on, state, note)

    def add_attendee(self, meeting: int, post: str, attended_as: Optional[str] = None) -> None:
        """Adds an attendee to a recorded meeting, by post."""
        self._add_attendee(meeting, post, attended_as)


@registered
class ForwardItem(_core.ForwardItem):
    """Something that a person has put on the forward plan of a body."""

    __slots__ = ()

    def defer(self, day: Date) -> None:
        """Defers it to a day or month that is not before its meeting."""
        self._defer(day)


@registered
class Issue(_core.Issue):
    """A practice issue: a professional difference between organisations. It holds codes, and no text."""

    __slots__ = ()

    def attribute(self, name: str) -> Optional[str]:
        """What is recorded under a name, such as "case"; None: nothing."""
        return self._attribute(name)

    def complete(self, **attributes: object) -> None:
        """Records more of it; what is recorded already stays."""
        for name, value in attribute_names(attributes):
            self._complete(name, value)

    def record(self, kind: str, *, on: Date, stage: Optional[str] = None, by: Optional[str] = None,
               organisation: Optional[str] = None, **attributes: object) -> IssueStep:
        """Records a step behind the others."""
        self._record_step(kind, stage, on, by, organisation)
        step = self.steps[-1]
        for name, value in attribute_names(attributes):
            step._add(name, value)
        return step

    def standing(self, *, on: Date, known_on: Optional[Date] = None, profile: ProfileLike = None,
                 profiles: Optional[_core.Profiles] = None, calendar: CalendarLike = None) -> _core.Standing:
        """Where it stands on a day: stage, what is to be done next, records owed, findings."""
        return self._standing(basis(on, known_on, profile, profiles, calendar))


@registered
class IssueStep(_core.IssueStep):
    """A step of a practice issue."""

    __slots__ = ()

    def attribute(self, name: str) -> Optional[str]:
        """What is recorded under a name, such as "kind"; None: nothing."""
        return self._said(name)

    def complete(self, name: str, value: str) -> None:
        """Records one more thing of it; what is recorded already stays."""
        self._add(name, value)
