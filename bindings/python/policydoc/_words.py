# SPDX-License-Identifier: MIT
"""Closed lists of words. Every member is a str; their order is that of the library, which a test compares."""
from __future__ import annotations

from enum import Enum


class _Word(str, Enum):
    """A word of a closed list: equal to its text, printed as it."""

    def __str__(self) -> str:
        return str(self.value)


class BoardRowKind(_Word):
    """What a row of a section of a paper for a board is. Closed."""

    NAMED = "named"
    ALL = "all"
    NOT_RECORDED = "not-recorded"


class Cell(_Word):
    """How a cell of a front sheet was filled in. Closed."""

    GIVEN = "given"
    BLANK = "blank"
    NOT_APPLICABLE = "not-applicable"
    UNKNOWN = "unknown"


class ChangeKind(_Word):
    """How a document stands after a change. Closed."""

    BECOMES_OVERDUE = "becomes-overdue"
    NO_LONGER_OVERDUE = "no-longer-overdue"
    EARLIER = "earlier"
    LATER = "later"
    DATE_GAINED = "date-gained"
    DATE_LOST = "date-lost"
    STATE_ONLY = "state-only"


class Confidence(_Word):
    """How sure the first type is."""

    NONE = "none"
    UNCLEAR = "unclear"
    LIKELY = "likely"
    CLEAR = "clear"


class CopyState(_Word):
    """What a copy was found to be. Closed."""

    SAME = "same"
    DIFFERS = "differs"
    OTHER_VERSION = "other-version"
    MISSING = "missing"
    NO_HASH = "no-hash"
    UNKNOWN = "unknown"
    UNREADABLE = "unreadable"


class Decision(_Word):
    """What a deciding body did. Closed; the act in the body's own words is an attribute of the event."""

    NONE = "none"
    APPROVED = "approved"
    WITH_AMENDMENTS = "with-amendments"
    DEFERRED = "deferred"
    REFERRED_UP = "referred-up"
    REJECTED = "rejected"


class DifferenceKind(_Word):
    """What became of a part. Closed."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class DistributionAction(_Word):
    """What is to be done for the readers of a version. Closed."""

    PUBLISH = "publish"
    WITHDRAW = "withdraw"
    TELL = "tell"
    COMPARE = "compare"


class Format(_Word):
    """Forms of output. CSV exists for what is a list, SVG for a programme, HTML for a paper for a board and a trend."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    XML = "xml"
    SVG = "svg"
    HTML = "html"


class Governs(_Word):
    """Why a date is not there, or which of two governs."""

    NOTHING = "nothing"
    PRINTED = "printed"
    DERIVED = "derived"


class IssueState(_Word):
    """Where an issue stands. Closed."""

    OPEN = "open"
    RESOLVED = "resolved"
    CLOSED = "closed"
    UNDETERMINED = "undetermined"


class MeetingState(_Word):
    """How sure a meeting is. Closed."""

    EXPECTED = "expected"
    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class MergeKind(_Word):
    """What a line of the list of a merge tells of. Closed."""

    CONFLICT = "conflict"
    APART = "apart"
    RENAMED = "renamed"
    ADDED = "added"
    TAKEN = "taken"
    UNMAPPED = "unmapped"


class Modality(_Word):
    """How strongly a rule binds. Closed."""

    MUST = "must"
    SHOULD = "should"
    MAY = "may"


class NameKind(_Word):
    """Kinds of name that a party has."""

    NAME = "name"
    ALIAS = "alias"
    FORMER = "former"


class Objection(_Word):
    """What the profile says to a change. Closed."""

    REFUSAL = "refusal"
    WARNING = "warning"
    NEXT = "next"


class Outcome(_Word):
    """What a rule came to. Closed."""

    NOT_APPLICABLE = "not-applicable"
    MET = "met"
    WAIVED = "waived"
    PENDING = "pending"
    UNDETERMINED = "undetermined"
    NOT_MET = "not-met"


class Phase(_Word):
    """Where a version stands in its life. Closed: the states of every profile map to one of these."""

    UNDETERMINED = "undetermined"
    DRAFT = "draft"
    CONSULTING = "consulting"
    APPROVED = "approved"
    IN_FORCE = "in-force"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    ARCHIVED = "archived"


class ProfileTable(_Word):
    """The tables of a profile."""

    TYPES = "types"
    PARTIES = "parties"
    FIELDS = "fields"
    SECTIONS = "sections"
    SETS = "sets"
    FACTS = "facts"
    SCHEDULE = "schedule"
    REQUIREMENTS = "requirements"
    PLAN = "plan"
    REMINDERS = "reminders"
    ROUTES = "routes"
    ROUTE_DUTIES = "route-duties"
    STATES = "states"
    TRANSITIONS = "transitions"
    AMENDMENTS = "amendments"
    SCHEMES = "schemes"
    EXTENSIONS = "extensions"
    FREEZES = "freezes"
    QUESTIONS = "questions"
    REFERENCES = "references"
    TRACKS = "tracks"
    STAGES = "stages"
    CUES = "cues"
    STATEMENTS = "statements"


class ReplyState(_Word):
    """How a consultee stands. Closed."""

    WAITING = "waiting"
    AGREED = "agreed"
    COMMENTED = "commented"
    OBJECTED = "objected"
    DEEMED_AGREED = "deemed-agreed"
    UNDETERMINED = "undetermined"
    NO_RESPONSE = "no-response"
    LATE = "late-reply"
    CLOSED = "closed"


class ReviewState(_Word):
    """How a document stands with its review. Closed. A board counts all three kinds of overdue as overdue."""

    NONE = "none"
    NO_RULE = "no-rule"
    NO_DATA = "no-data"
    IN_DATE = "in-date"
    DUE_SOON = "due-soon"
    DUE_IN_PERIOD = "due-in-period"
    OVERDUE = "overdue"
    OVERDUE_UNDER_WAY = "overdue-under-way"
    OVERDUE_EXTENDED = "overdue-extended"


class Roll(_Word):
    """Which way a day that is no working day is moved. "Modified": not out of its month; then the other way. Closed."""

    NONE = "none"
    PRECEDING = "preceding"
    FOLLOWING = "following"
    MODIFIED_FOLLOWING = "modified-following"
    MODIFIED_PRECEDING = "modified-preceding"


class StepState(_Word):
    """How a step of a plan stands. Closed."""

    TO_DO = "to-do"
    DONE = "done"
    LATE = "late"
    OPEN = "open"


class Table(_Word):
    """The tables of words."""

    FIELD = "field"
    FIELD_TYPE = "field-type"
    EVENT_KIND = "event-kind"
    EVENT_ATTRIBUTE = "event-attribute"
    RELATION_KIND = "relation-kind"
    PARTY_KIND = "party-kind"
    PHASE = "phase"
    CELL = "cell"
    DECISION = "decision"
    OUTCOME = "outcome"
    MODALITY = "modality"
    REVIEW_STATE = "review-state"
    SCHEDULE_KIND = "schedule-kind"
    FINDING = "finding"
    BASE_TYPE = "base-type"
    STEP_KIND = "step-kind"
    STEP_STATE = "step-state"
    MEETING_STATE = "meeting-state"
    CHANGE_KIND = "change-kind"
    PURPOSE = "purpose"
    ROUTE_DUTY = "route-duty"
    SCHEME = "scheme"
    REFERENCE_KIND = "reference-kind"
    STAGE_KIND = "stage-kind"
    ISSUE_ATTRIBUTE = "issue-attribute"
    ISSUE_STEP_ATTRIBUTE = "issue-step-attribute"
    ISSUE_STEP = "issue-step"
    ISSUE_STATE = "issue-state"


class GovernsBy(_Word):
    """Why a document governs a step. Closed."""

    RELATION = "relation"
    TRACK = "track"
    SECTION = "section"
    KEYWORD = "keyword"


class ReadingState(_Word):
    """How a reader stands. Closed."""

    DONE = "done"
    AGAIN = "again"
    OUTSTANDING = "outstanding"


class UpdateKind(_Word):
    """What became of a document. Closed."""

    ADDED = "added"
    CHANGED = "changed"
    UNSURE = "unsure"
