# SPDX-License-Identifier: MIT
"""Where a document stood on a day, by what was known on another: worked out the slow way.

The library folds a history once, from front to back, with state. Nothing of that is repeated here: each question is put
to the whole list of events anew, from behind, as a person would do who has the minutes on the table. A day is a
datetime.date or a tuple (year, month) or (year,), as it was written down."""
import datetime

ENDS = {"superseded": "superseded", "withdrawn": "withdrawn", "archived": "archived"}
APPROVALS = ("approved", "with-amendments")
WORK = {"drafted": "draft", "consultation-opened": "consulting"}


def first_day(day):
    if isinstance(day, datetime.date):
        return day
    return datetime.date(day[0], day[1] if len(day) > 1 else 1, 1)


def order(day):
    """Of two days the less exact one comes first: (2021,) before (2021, 1) before 1 January 2021."""
    if isinstance(day, datetime.date):
        return (day.year, day.month, day.day)
    return tuple(day) + (0,) * (3 - len(day))


def as_was_known(events, known):
    """The events that had been recorded on the day of knowledge, without those that were known to be void."""
    seen = [e for e in events if known is None or order(e.recorded or e.on) <= order(known)]

    def is_void(event):
        return any(later.voids == event.id and not is_void(later) for later in seen)
    return [e for e in seen if not is_void(e)]


class Document:
    """One document on one day. Versions are numbered from 1."""

    def __init__(self, events, versions, on, known=None):
        self.versions = versions
        self.on = on
        self.all = sorted(as_was_known(events, known), key=lambda e: order(e.on))
        self.past = [e for e in self.all if order(e.on) <= order(on)]

    def concerns(self, event, version):
        """What names no version speaks of the last one; only an end speaks of all."""
        return event.version == version or event.version is None and (event.kind in ENDS or version == self.versions)

    def of(self, version, events):
        return [e for e in events if self.concerns(e, version)]

    def force_is_recorded(self, version):
        return any(e.kind in ("effective", "released") for e in self.of(version, self.all))

    def promised_day(self, version, event):
        """The day from which the last approval before an event says that the version holds."""
        before = self.of(version, self.past)
        before = before[:[e is event for e in before].index(True)]
        days = [e.effective for e in before if self.is_approval(e) and e.effective]
        return first_day(days[-1]) if days else None

    @staticmethod
    def is_approval(event):
        return event.kind == "decided" and event.outcome in APPROVALS

    def force_by(self, version, event):
        """The day since which the version holds by this event alone; None: the event brings nothing into force."""
        if event.kind == "effective":
            return first_day(event.on)
        if event.kind == "released":
            promised = self.promised_day(version, event)
            return None if promised and promised > self.on else first_day(event.on)
        if not self.is_approval(event):
            return None
        if event.effective:
            return first_day(event.effective) if first_day(event.effective) <= self.on else None
        return None if self.force_is_recorded(version) else first_day(event.on)

    def alone(self, version):
        """(phase, since) of a version, as if there were no other."""
        mine = self.of(version, self.past)
        ends = [i for i, e in enumerate(mine) if e.kind in ENDS]
        after = mine[ends[-1] + 1:] if ends else mine
        for event in after:
            since = self.force_by(version, event)
            if since:
                return "in-force", since
        approvals = [e for e in after if self.is_approval(e)]
        if approvals:
            return "approved", first_day(approvals[-1].on)
        if ends:
            return ENDS[mine[ends[-1]].kind], first_day(mine[ends[-1]].on)
        return self.at_work(version, mine)

    def at_work(self, version, mine):
        """Nobody has approved, released or ended it: it is where it was last worked on. A decision of which nobody wrote
        down what came of it leaves that open, until it is worked on again."""
        phase, settled = ("undetermined", None), False
        for event in mine:
            if event.kind in WORK and not (settled and phase[0] != "undetermined"):
                phase, settled = (WORK[event.kind], first_day(event.on)), False
            elif event.kind == "decided" and event.outcome is None and not settled:
                phase, settled = ("undetermined", first_day(event.on)), True
        nothing_yet = phase[0] == "undetermined" and not settled
        to_come = [e for e in self.of(version, self.all)[len(mine):] if e.kind in ("decided", "effective", "released")]
        return ("draft", None) if nothing_yet and to_come else phase

    def came_into_force(self, version):
        return any(self.force_by(version, e) for e in self.of(version, self.past))

    def in_force(self):
        """(version, since) of what holds on the day, or None: the highest that does, and none above it ever did."""
        for version in range(self.versions, 0, -1):
            phase, since = self.alone(version)
            if phase == "in-force":
                return version, since
            if self.came_into_force(version):
                return None
        return None

    def approval(self, version):
        """The last decision that approved a version."""
        found = [e for e in self.of(version, self.past) if self.is_approval(e)]
        return found[-1].id if found else None

    def is_kept_under_review(self):
        """What has not come into force yet, or has ended, need not be reviewed; what nothing is known of may have to be."""
        return bool(self.in_force()) or self.alone(self.versions)[0] == "undetermined"

    def review_clock(self):
        """The days from which the next review may be counted, of which the later counts: that of the last completed review,
        and that of the first approval. Empty: none, or a decision that may have been the first approval does not say what
        came of it. One that is not exact is given before all others: it cannot be told which was the last."""
        reviews = [e.on for e in self.past if e.kind == "reviewed"]
        decisions = [e for e in self.past if e.kind == "decided" and (e.outcome is None or self.is_approval(e))]
        if not self.is_kept_under_review() or decisions and decisions[0].outcome is None:
            return []
        inexact = [day for day in reviews if not isinstance(day, datetime.date)]
        return inexact or reviews[-1:] + [e.on for e in decisions[:1]]


def add_years(day, years):
    try:
        return day.replace(year=day.year + years)
    except ValueError: # 29 February
        return day.replace(year=day.year + years, day=28)
