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

    @staticmethod
    def is_approval(event):
        return event.kind == "decided" and event.outcome in APPROVALS

    def promise_of(self, event):
        """The day to come that an approval names, or None."""
        day = first_day(event.effective) if self.is_approval(event) and event.effective else None
        return day if day and day > first_day(event.on) else None

    def is_kept(self, promise, later):
        """It comes true unless it ended before that day, or was approved for another day before."""
        return not any(first_day(e.on) < promise and (e.kind in ENDS or self.is_approval(e) and e.effective) for e in later)

    def forces(self, version):
        """Everything that brings the version into force up to the day: (on which day, whether promised before, which event of
        its own, since which day)."""
        mine = self.of(version, self.past)
        for i, event in enumerate(mine):
            day, promise = first_day(event.on), self.promise_of(event)
            if promise:
                if promise <= self.on and self.is_kept(promise, mine[i + 1:]):
                    yield promise, 0, i, promise
            elif event.kind == "effective" or event.kind == "released" and not self.awaits_day(event, mine[:i]):
                yield day, 1, i, day
            elif self.is_approval(event) and event.effective:
                yield day, 1, i, first_day(event.effective)
            elif self.is_approval(event) and not self.force_is_recorded(version):
                yield day, 1, i, day

    def awaits_day(self, release, before):
        """Given out before the day that was decided on, it holds from that day: the release itself says nothing."""
        ends = [i for i, e in enumerate(before) if e.kind in ENDS]
        since_end = before[ends[-1] + 1:] if ends else before
        promises = [self.promise_of(e) for e in since_end if self.is_approval(e) and e.effective]
        return bool(promises) and promises[-1] is not None and promises[-1] > first_day(release.on)

    def alone(self, version):
        """(phase, since) of a version, as if there were no other."""
        mine = self.of(version, self.past)
        ends = [i for i, e in enumerate(mine) if e.kind in ENDS]
        after = mine[ends[-1] + 1:] if ends else mine
        forces = sorted(force for force in self.forces(version) if not ends or force[2] > ends[-1])
        if forces:
            return "in-force", forces[0][3]
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
        return any(True for _ in self.forces(version))

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
