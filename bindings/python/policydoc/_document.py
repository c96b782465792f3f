# SPDX-License-Identifier: MIT
"""Documents, and what is asked of or recorded for one of them."""
from __future__ import annotations

from typing import Optional

from policydoc import _core
from policydoc._classes import registered
from policydoc._dates import Date
from policydoc._judging import CalendarLike, ProfileLike, basis


@registered
class Document(_core.Document):
    """One logical work: what it says of itself, its versions, and what happened to it.

    The fields of a front sheet are attributes (`doc.owner`, `doc.date_review`): those of the last version.
    """

    __slots__ = ()

    def record(self, kind: str, *, on: Date, recorded: Optional[Date] = None, version: Optional[int] = None,
               by: Optional[str] = None, **attributes: object) -> _core.Event:
        """Records an event as it is given; `Register.change` also judges it."""
        event = self._record(kind, on, recorded, version or 0, by)
        for name, value in attributes.items():
            event._complete(name.replace("_", "-"), str(value))
        return event

    def explain(self, *, on: Date, known_on: Optional[Date] = None, profile: ProfileLike = None,
                profiles: Optional[_core.Profiles] = None, calendar: CalendarLike = None) -> _core.Explanation:
        """Its phase, dates, state and every rule, step by step."""
        return self._explain(basis(on, known_on, profile, profiles, calendar))
