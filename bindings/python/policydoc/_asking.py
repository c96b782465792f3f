# SPDX-License-Identifier: MIT
"""What can be asked of a register."""
from __future__ import annotations

from typing import TYPE_CHECKING, Iterable, List, NamedTuple, Optional, Union

from policydoc import _core
from policydoc._dates import Date
from policydoc._judging import CalendarLike, ProfileLike, basis
from policydoc._publishing import how
from policydoc._reporting import BoardPaper
from policydoc._rules import Path
from policydoc._verifying import Verification, copies_of
from policydoc._words import Phase, ReviewState

if TYPE_CHECKING:
    from policydoc._answers import Programme, Reminders, Report, Schedule
    from policydoc._document import Document


class StateRow(NamedTuple):
    """Where a document stands on a day."""

    on: Optional[Date]
    id: Optional[str]
    reference: Optional[str]
    title: Optional[str]
    phase: Phase
    state: ReviewState
    due: Optional[Date]


class Asked(_core.Register):
    """The questions to a register. Each takes the day, and perhaps a day of knowledge, a profile, and a calendar."""

    __slots__ = ()

    def schedule(self, *, on: Date, known_on: Optional[Date] = None, profile: ProfileLike = None,
                 profiles: Optional[_core.Profiles] = None, calendar: CalendarLike = None) -> Schedule:
        """When the review of every document is due, on a day: a sequence of entries."""
        schedule = self._schedule(basis(on, known_on, profile, profiles, calendar))
        schedule._register = self
        return schedule

    def due(self, *, on: Date, within: Optional[str] = None, state: Optional[str] = None,
            known_on: Optional[Date] = None, profile: ProfileLike = None,
            profiles: Optional[_core.Profiles] = None, calendar: CalendarLike = None) -> List[_core.Due]:
        """What is due, the earliest first. `within`: only what is overdue or due until then, such as "P90D"."""
        schedule = self.schedule(on=on, known_on=known_on, profile=profile, profiles=profiles, calendar=calendar)
        entries = list(schedule) if within is None else schedule.until(_core.add_offset(schedule.as_of, within))
        return [entry for entry in entries if state is None or entry.state == ReviewState(state)]

    def audit(self, *, on: Date, known_on: Optional[Date] = None, profile: ProfileLike = None,
              profiles: Optional[_core.Profiles] = None, calendar: CalendarLike = None) -> Report:
        """Judges every document and the register itself. A rule that is not met is a finding, not an error."""
        return self._audit(basis(on, known_on, profile, profiles, calendar))

    def find(self, where: Optional[str] = None, *, words: Optional[str] = None, on: Date,
             known_on: Optional[Date] = None, profile: ProfileLike = None,
             profiles: Optional[_core.Profiles] = None, calendar: CalendarLike = None) -> List[Document]:
        """The documents that match: `register.find("type = policy and state = overdue", on=day)`."""
        found = self._select(basis(on, known_on, profile, profiles, calendar), where, words)
        return [self.documents[found._document_index(i)] for i in range(found._count())]

    def states(self, on: Iterable[Date], *, known_on: Optional[Date] = None, profile: ProfileLike = None,
               profiles: Optional[_core.Profiles] = None, calendar: CalendarLike = None) -> List[StateRow]:
        """Where every document stands on each of several days, as rows."""
        rows: List[StateRow] = []
        for day in on:
            grounds = basis(day, known_on, profile, profiles, calendar)
            schedule, report = self._schedule(grounds), self._ask_in_force(grounds)
            for index, each in enumerate(report.documents):
                place = schedule._find_entry(index)
                entry = None if place is None else schedule._entry(place, None)
                rows.append(StateRow(schedule.as_of, each.document_id, each.document_reference, each.document_title,
                                     each.phase, ReviewState.NONE if entry is None else entry.state,
                                     None if entry is None else entry.due))
        return rows

    def in_force(self, *, on: Date, known_on: Optional[Date] = None, profile: ProfileLike = None,
                 profiles: Optional[_core.Profiles] = None, calendar: CalendarLike = None) -> _core.InForce:
        """What was in force on a day, who approved it, when it was published."""
        return self._ask_in_force(basis(on, known_on, profile, profiles, calendar))

    def next_steps(self, *, on: Date, known_on: Optional[Date] = None, profile: ProfileLike = None,
                   profiles: Optional[_core.Profiles] = None, calendar: CalendarLike = None) -> _core.NextSteps:
        """Where each document stands, what may come next, what stands in the way, and what is open."""
        return self._next_steps(basis(on, known_on, profile, profiles, calendar))

    def extensions(self, *, on: Date, known_on: Optional[Date] = None, profile: ProfileLike = None,
                   profiles: Optional[_core.Profiles] = None, calendar: CalendarLike = None) -> _core.Extensions:
        """The time that was given for reviews."""
        return self._extensions(basis(on, known_on, profile, profiles, calendar))

    def consultations(self, *, on: Date, known_on: Optional[Date] = None, profile: ProfileLike = None,
                      profiles: Optional[_core.Profiles] = None,
                      calendar: CalendarLike = None) -> _core.Consultations:
        """The open consultations."""
        return self._consultations(basis(on, known_on, profile, profiles, calendar))

    def distribution_tasks(self, *, on: Date, known_on: Optional[Date] = None, profile: ProfileLike = None,
                           profiles: Optional[_core.Profiles] = None,
                           calendar: CalendarLike = None) -> _core.Distribution:
        """What is to be done for the readers of versions that were given out."""
        return self._distribution(basis(on, known_on, profile, profiles, calendar))

    def impact(self, reference: str, *, on: Date, known_on: Optional[Date] = None, profile: ProfileLike = None,
               profiles: Optional[_core.Profiles] = None, calendar: CalendarLike = None) -> _core.Impact:
        """What a change of a law, of guidance or of a document touches."""
        return self._impact(basis(on, known_on, profile, profiles, calendar), reference)

    def programme(self, *, on: Date, first: Optional[Date] = None, last: Optional[Date] = None,
                  earlier: Optional[str] = None, catch_up: Optional[str] = None, months: Optional[str] = None,
                  blocked: Optional[str] = None, capacities: Optional[str] = None, keep: bool = False,
                  known_on: Optional[Date] = None, profile: ProfileLike = None,
                  profiles: Optional[_core.Profiles] = None, calendar: CalendarLike = None) -> Programme:
        """Spreads the reviews over months. `earlier`: how long before its last day one may be held, such as "P6M"."""
        grounds = basis(on, known_on, profile, profiles, calendar)
        made = self._level(grounds, first, last, earlier, catch_up, months, blocked, capacities, keep)
        made._register = self
        return made

    def reminders(self, *, on: Date, after: Optional[Date] = None, until: Optional[Date] = None,
                  offsets: Optional[str] = None, known_on: Optional[Date] = None, profile: ProfileLike = None,
                  profiles: Optional[_core.Profiles] = None, calendar: CalendarLike = None) -> Reminders:
        """Reminders that fall after one day and not after another. `offsets`: such as "-P60D,-P14D,P0D"."""
        made = self._reminders(basis(on, known_on, profile, profiles, calendar), offsets, after, until)
        made._register = self
        return made

    def issue_figures(self, *, on: Date, first: Optional[Date] = None, last: Optional[Date] = None,
                      known_on: Optional[Date] = None, profile: ProfileLike = None,
                      profiles: Optional[_core.Profiles] = None, calendar: CalendarLike = None) -> _core.IssueFigures:
        """Figures on practice issues that were raised in a period."""
        return self._issue_figures(basis(on, known_on, profile, profiles, calendar), first, last)

    def meetings(self, first: Date, last: Date, *, body: Optional[str] = None,
                 calendar: CalendarLike = None) -> _core.Meetings:
        """The meetings of a period, of one body or of all."""
        if isinstance(calendar, str):
            calendar = _core.Calendar._shipped(calendar)
        return self._meetings(body, calendar, first, last)

    def own_calendar(self, own: Optional[_core.Calendar] = None) -> Optional[_core.Calendar]:
        """The working days of the register: the calendars that it uses, with its own days. None: it uses none."""
        return self._make_calendar(own)

    def compare(self, after: _core.Register) -> _core.Differences:
        """What differs from a later register, part by part."""
        return self._compare(after)

    def governing(self, step: str, *, on: Date, known_on: Optional[Date] = None, profile: ProfileLike = None,
                  profiles: Optional[_core.Profiles] = None, calendar: CalendarLike = None) -> _core.Governing:
        """Which documents in force govern a step of a process, and which part of them."""
        return self._governing(step, basis(on, known_on, profile, profiles, calendar))

    def updates(self, since: int, *, on: Date, known_on: Optional[Date] = None, profile: ProfileLike = None,
                profiles: Optional[_core.Profiles] = None, calendar: CalendarLike = None) -> _core.Updates:
        """The documents that changed since a revision of the register."""
        return self._updates(since, basis(on, known_on, profile, profiles, calendar))

    def attestations(self, *, on: Date, known_on: Optional[Date] = None, profile: ProfileLike = None,
                     profiles: Optional[_core.Profiles] = None, calendar: CalendarLike = None) -> _core.Attestations:
        """Who has read what is in force, and who still has to."""
        return self._attestations(basis(on, known_on, profile, profiles, calendar))

    def feed(self, *, on: Date, view: Optional[str] = None, visibility: Optional[str] = None,
             known_on: Optional[Date] = None, profile: ProfileLike = None,
             profiles: Optional[_core.Profiles] = None, calendar: CalendarLike = None) -> _core.Feed:
        """What may leave the register for an audience, "public" or "internal". `view`: "published" or "in-force"."""
        return self._feed_for(basis(on, known_on, profile, profiles, calendar), view, visibility)

    def verify(self, content: Union[Path, _core.Copies], *, on: Date, known_on: Optional[Date] = None,
               profile: ProfileLike = None, profiles: Optional[_core.Profiles] = None,
               calendar: CalendarLike = None) -> Verification:
        """Are the copies that people read the approved ones? `content`: a folder, which is read, or Copies."""
        return self._verify_copies(basis(on, known_on, profile, profiles, calendar), copies_of(content))

    def board_paper(self, *, until: Date, from_: Optional[Date] = None, body: Optional[str] = None,
                    known_on: Optional[Date] = None, profile: ProfileLike = None,
                    profiles: Optional[_core.Profiles] = None, calendar: CalendarLike = None) -> BoardPaper:
        """The paper for a board on a period, beside the same period a year before. `from_`: None is a year up to its end."""
        return self._board_paper(basis(until, known_on, profile, profiles, calendar), body, from_)

    def trend(self, *, every: str, until: Date, from_: Optional[Date] = None, known_on: Optional[Date] = None,
              profile: ProfileLike = None, profiles: Optional[_core.Profiles] = None,
              calendar: CalendarLike = None) -> _core.Trend:
        """How reviews stood on a row of days, a step apart, such as "P3M". `from_`: None is two years before the last."""
        return self._trend(basis(until, known_on, profile, profiles, calendar), every, from_)

    def merge(self, second: _core.Register, *, origin: str, on: Date, by: Optional[str] = None,
              reason: Optional[str] = None) -> _core.Merge:
        """A second register and a copy of this one made one. `origin`: what the second is called."""
        return self._merge_with(second, origin, on, by, reason)

    def publish(self, format: str = "text", *, on: Date, where: Optional[str] = None, words: Optional[str] = None,
                columns: Optional[str] = None, colour: bool = False, width: int = 0, known_on: Optional[Date] = None,
                profile: ProfileLike = None, profiles: Optional[_core.Profiles] = None,
                calendar: CalendarLike = None) -> str:
        """A list of the documents that match."""
        grounds = basis(on, known_on, profile, profiles, calendar)
        return self._publish_as(grounds, *how(format, where=where, words=words, columns=columns, colour=colour,
                                              width=width))

    def publish_issues(self, format: str = "text", *, on: Date, known_on: Optional[Date] = None,
                       profile: ProfileLike = None, profiles: Optional[_core.Profiles] = None,
                       calendar: CalendarLike = None) -> str:
        """The practice issues, each with where it stands."""
        return self._publish_issues_as(basis(on, known_on, profile, profiles, calendar), *how(format))

    def publish_forward_plan(self, format: str = "text", *, body: Optional[str] = None) -> str:
        """The forward plan of a body, or of all."""
        return self._publish_forward_plan_as(body, *how(format))

    def to_icalendar(self, *, schedule: Optional[_core.Schedule] = None, meetings: Optional[_core.Meetings] = None,
                     plan: Optional[_core.Plan] = None, forward_plan: bool = False, alarm_days: int = 0,
                     first: Optional[Date] = None, last: Optional[Date] = None, name: Optional[str] = None,
                     as_of: Optional[Date] = None) -> str:
        """A calendar file that calendar programs can subscribe to: reviews, meetings, and the steps of a plan."""
        return self._to_icalendar(schedule, meetings, plan, forward_plan, alarm_days, first, last, name, as_of)
