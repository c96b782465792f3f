# SPDX-License-Identifier: MIT
"""Answers that keep the register they were asked of, to publish it with them."""
from __future__ import annotations

from typing import Callable, Iterator, List, Optional

from policydoc import _core
from policydoc._classes import registered
from policydoc._dates import Date
from policydoc._publishing import publish_of_register
from policydoc._words import ChangeKind, Outcome, Phase, ReviewState


@registered
class Schedule(_core.Schedule):
    """When the review of every document is due, the earliest first. A sequence of entries."""

    __slots__ = ("_register",)
    _register: _core.Register
    publish: Callable[..., str] = publish_of_register

    def __len__(self) -> int:
        return self._count()

    def __getitem__(self, index: int) -> _core.Due:
        count = self._count()
        place = index + count if index < 0 else index
        if not 0 <= place < count:
            raise IndexError(f"there are {count} entries; {index} is past the end")
        return self._entry(place, getattr(self, "_register", None))

    def __iter__(self) -> Iterator[_core.Due]:
        return (self[i] for i in range(self._count()))

    def find(self, document_index: int) -> Optional[_core.Due]:
        """The entry of a document, by its place in the register."""
        place = self._find_entry(document_index)
        return None if place is None else self[place]

    def until(self, last: Date) -> List[_core.Due]:
        """What is overdue or due until a day."""
        return [self[i] for i in range(self._end_of_window(last))]

    def count_of(self, state: str) -> int:
        """Number of documents in a state."""
        return self._state_count(state)

    def compare(self, after: _core.Schedule) -> Changes:
        """What differs under another profile, calendar or day."""
        changes = self._what_differs(after)
        if hasattr(self, "_register"):
            changes._register = self._register
        return changes


@registered
class Programme(_core.Programme):
    """The reviews of a register spread over months."""

    __slots__ = ("_register",)
    _register: _core.Register
    publish: Callable[..., str] = publish_of_register


@registered
class Reminders(_core.Reminders):
    """Reminders of a period."""

    __slots__ = ("_register",)
    _register: _core.Register
    publish: Callable[..., str] = publish_of_register


@registered
class Changes(_core.Changes):
    """What differs between two schedules of one register."""

    __slots__ = ("_register",)
    _register: _core.Register
    publish: Callable[..., str] = publish_of_register

    def count_of(self, kind: str) -> int:
        """Number of documents of one kind."""
        return self._kind_count(kind)


@registered
class Report(_core.Report):
    """What an audit came to."""

    __slots__ = ()

    def count_of(self, outcome: str) -> int:
        """Number of results with an outcome."""
        return self._outcome_count(outcome)

    def count_in(self, phase: str) -> int:
        """Number of documents in a phase."""
        return self._phase_count(phase)

    def publish_orphans(self, format: str = "text") -> str:
        """The cells that name a post that nobody fills."""
        from policydoc._publishing import how

        return self._publish_orphans_as(*how(format))


@registered
class Versions(_core.Versions):
    """The versions of one document with what is recorded of each."""

    __slots__ = ()

    def next_label(self, step: str) -> Optional[str]:
        """The label after the last one, by a step or a class of amendment; None: none can be proposed."""
        return self._next(step)
