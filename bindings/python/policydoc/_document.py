# SPDX-License-Identifier: MIT
"""Documents: what is asked of one of them, and what is recorded for it."""
from __future__ import annotations

from typing import TYPE_CHECKING, Dict, Optional

from policydoc import _core
from policydoc._classes import registered
from policydoc._dates import Date
from policydoc._judging import CalendarLike, ProfileLike, basis
from policydoc._parts import complete
from policydoc._publishing import how

if TYPE_CHECKING:
    from policydoc._answers import Report, Versions
    from policydoc._parts import Event, Relation, Version


@registered
class Document(_core.Document):
    """One logical work: what it says of itself, its versions, and what happened to it.

    The fields of a front sheet are attributes (`doc.owner`, `doc.date_review`): those of the last version.
    """

    __slots__ = ()

    # ---- what it says of itself ----

    @property
    def properties(self) -> Dict[str, str]:
        """Its properties by name: a copy."""
        return {name: self._property(name) or "" for name in self.property_names}

    def property(self, name: str) -> Optional[str]:
        """A property by its name; None if it is not recorded."""
        return self._property(name)

    def set_property(self, name: str, value: Optional[str]) -> None:
        """Sets a property; None takes it out."""
        self._set_property(name, value)

    def set(self, name: str, value: Optional[str], *, version: Optional[int] = None) -> None:
        """Sets by its name what it says of itself ("type", "property.NAME"), or a cell of a sheet ("owner").

        None takes it out. `version`: whose sheet; None: that of the last one.
        """
        self._assign(version or 0, name, value)

    def add_reference(self, reference: str) -> None:
        """Adds a reference."""
        self._add_reference(reference)

    def add_relation(self, kind: str, target: str) -> Relation:
        """Adds a relation to a document of this register, by its id, or to a URI."""
        return self._relate(kind, target)

    def add_version(self, label: Optional[str] = None) -> Version:
        """Adds a version, which gets the next ordinal."""
        return self._add_version(label)

    def version_of(self, ordinal: int) -> Optional[Version]:
        """The version with an ordinal; None: there is none."""
        return self._find_version(ordinal)

    def record(self, kind: str, *, on: Date, recorded: Optional[Date] = None, version: Optional[int] = None,
               by: Optional[str] = None, **attributes: object) -> Event:
        """Records an event: `doc.record("reviewed", on=day, outcome="no-change", body="executive")`.

        It is tried on a copy first, so that a mistake records nothing. Within `Register.change` it is judged, too.
        """
        return complete(self._record, self.register, attributes, kind, on, recorded, version or 0, by)

    # ---- what is asked of it ----

    def explain(self, *, on: Date, known_on: Optional[Date] = None, profile: ProfileLike = None,
                profiles: Optional[_core.Profiles] = None, calendar: CalendarLike = None) -> _core.Explanation:
        """Its phase, dates, state and every rule, step by step."""
        return self._explain(basis(on, known_on, profile, profiles, calendar))

    def audit(self, *, on: Date, known_on: Optional[Date] = None, profile: ProfileLike = None,
              profiles: Optional[_core.Profiles] = None, calendar: CalendarLike = None) -> Report:
        """Judges it. A rule that is not met is a finding, not an error."""
        return self._audit(basis(on, known_on, profile, profiles, calendar))

    def version_in_force(self, *, on: Date, known_on: Optional[Date] = None, profile: ProfileLike = None,
                         profiles: Optional[_core.Profiles] = None,
                         calendar: CalendarLike = None) -> Optional[Version]:
        """The version in force on a day; None if there is none."""
        return self._version_in_force(basis(on, known_on, profile, profiles, calendar))

    def in_force(self, *, on: Date, known_on: Optional[Date] = None, profile: ProfileLike = None,
                 profiles: Optional[_core.Profiles] = None, calendar: CalendarLike = None) -> _core.InForce:
        """Which version was in force on a day, who approved it, when it was published."""
        return self._ask_in_force(basis(on, known_on, profile, profiles, calendar))

    def next_steps(self, *, on: Date, known_on: Optional[Date] = None, profile: ProfileLike = None,
                   profiles: Optional[_core.Profiles] = None, calendar: CalendarLike = None) -> _core.NextSteps:
        """Where it stands, what may come next, and what stands in the way."""
        return self._next_steps(basis(on, known_on, profile, profiles, calendar))

    def readiness(self, purpose: str, *, on: Date, body: Optional[str] = None, role: Optional[str] = None,
                  known_on: Optional[Date] = None, profile: ProfileLike = None,
                  profiles: Optional[_core.Profiles] = None, calendar: CalendarLike = None) -> _core.Readiness:
        """Can it go for a purpose: "consultation", "scrutiny", "sign-off", "release"? `role`: as what the body acts."""
        return self._ready_for(basis(on, known_on, profile, profiles, calendar), purpose, body, role)

    def list_versions(self, *, on: Date, known_on: Optional[Date] = None, profile: ProfileLike = None,
                      profiles: Optional[_core.Profiles] = None, calendar: CalendarLike = None) -> Versions:
        """Its versions with what is recorded of each."""
        return self._versions_on(basis(on, known_on, profile, profiles, calendar))

    def extensions(self, *, on: Date, known_on: Optional[Date] = None, profile: ProfileLike = None,
                   profiles: Optional[_core.Profiles] = None, calendar: CalendarLike = None) -> _core.Extensions:
        """The time that was given for its reviews."""
        return self._extensions(basis(on, known_on, profile, profiles, calendar))

    def binding(self, *, on: Date, known_on: Optional[Date] = None, profile: ProfileLike = None,
                profiles: Optional[_core.Profiles] = None, calendar: CalendarLike = None) -> _core.Binding:
        """How it binds, and why."""
        return self._binding(basis(on, known_on, profile, profiles, calendar))

    def consultations(self, *, on: Date, known_on: Optional[Date] = None, profile: ProfileLike = None,
                      profiles: Optional[_core.Profiles] = None,
                      calendar: CalendarLike = None) -> _core.Consultations:
        """Its consultations, of all its versions."""
        return self._consultations(basis(on, known_on, profile, profiles, calendar))

    def distribution_tasks(self, *, on: Date, known_on: Optional[Date] = None, profile: ProfileLike = None,
                           profiles: Optional[_core.Profiles] = None,
                           calendar: CalendarLike = None) -> _core.Distribution:
        """What is to be done for the readers of the version that was given out."""
        return self._distribution(basis(on, known_on, profile, profiles, calendar))

    def attestations(self, *, on: Date, known_on: Optional[Date] = None, profile: ProfileLike = None,
                     profiles: Optional[_core.Profiles] = None, calendar: CalendarLike = None) -> _core.Attestations:
        """Who has read what is in force of it, and who still has to."""
        return self._attestations(basis(on, known_on, profile, profiles, calendar))

    def classify(self, *, on: Date, known_on: Optional[Date] = None, profile: ProfileLike = None,
                 profiles: Optional[_core.Profiles] = None, calendar: CalendarLike = None) -> _core.Classification:
        """Which type it is by the words it uses. The type that people recorded is the type."""
        return self._classify(basis(on, known_on, profile, profiles, calendar))

    def plan(self, *, on: Date, deadline: Optional[Date] = None, body: Optional[str] = None,
             drafting: Optional[str] = None, consultation: Optional[str] = None, known_on: Optional[Date] = None,
             profile: ProfileLike = None, profiles: Optional[_core.Profiles] = None,
             calendar: CalendarLike = None) -> _core.Plan:
        """Plans it back from its deadline. `drafting`, `consultation`: time for them where the profile states none."""
        grounds = basis(on, known_on, profile, profiles, calendar)
        return self._plan_back(grounds, deadline, body, drafting, consultation)

    def publish(self, format: str = "text", *, on: Optional[Date] = None, known_on: Optional[Date] = None,
                profile: ProfileLike = None, profiles: Optional[_core.Profiles] = None,
                calendar: CalendarLike = None, colour: bool = False, width: int = 0) -> str:
        """The document with its versions, relations and history; with a day, also where it stands."""
        grounds = None if on is None else basis(on, known_on, profile, profiles, calendar)
        return self._publish_as(grounds, *how(format, colour=colour, width=width))
