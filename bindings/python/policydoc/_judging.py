# SPDX-License-Identifier: MIT
"""What a judgement is based on, out of what people say: a day, and perhaps a profile and a calendar, by their ids."""
from __future__ import annotations

from typing import TYPE_CHECKING, Optional, Union

from policydoc import _core
from policydoc._dates import Date, PartialDate
from policydoc._errors import NotFoundError, Status

ProfileLike = Union[_core.Profile, str, None]
CalendarLike = Union[_core.Calendar, str, None]

if TYPE_CHECKING:
    from policydoc._rules import Profile, Profiles

_shipped: Optional[Profiles] = None


def shipped_profiles() -> Profiles:
    """The profiles that the library ships; they are read once."""
    global _shipped
    if _shipped is None:
        _shipped = _core.Profiles._shipped()
    return _shipped


def basis(on: Date, known_on: Optional[Date], profile: ProfileLike, profiles: Optional[_core.Profiles],
          calendar: CalendarLike) -> _core.Basis:
    """Of a month or year as the day its last day counts."""
    known = profiles if profiles is not None else shipped_profiles()
    if isinstance(profile, str):
        profile = find_profile(known, profile)
    if isinstance(calendar, str):
        calendar = _core.Calendar._shipped(calendar)
    return _core.Basis(on.last if isinstance(on, PartialDate) else on, known_on, profile, known, calendar)


def find_profile(profiles: _core.Profiles, name: str) -> Profile:
    """The profile of that id."""
    found = profiles._find(name)
    if found is None:
        ids = ", ".join(each.id for each in profiles.profiles)
        raise NotFoundError(Status.NOT_FOUND, f'there is no profile "{name}"; there are {ids}')
    return found
