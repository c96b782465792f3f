# SPDX-License-Identifier: MIT
"""Registers of written control documents: when they are due, why, and by which rule.

    import datetime, policydoc
    for d in policydoc.Register.read("register.xml").due(within="P90D", on=datetime.date(2024, 1, 1)):
        print(d.title, d.owner)
"""
from typing import List as _List

from policydoc import _core
from policydoc._answers import (
    Changes as Changes, Programme as Programme, Reminders as Reminders, Report as Report, Schedule as Schedule,
    Versions as Versions)
from policydoc._asking import StateRow as StateRow
from policydoc._dates import Date as Date, PartialDate as PartialDate
from policydoc._document import Document as Document
from policydoc._errors import (
    ArgumentError as ArgumentError, BusyError as BusyError, ConflictError as ConflictError, Error as Error,
    FileError as FileError, InvalidError as InvalidError, JudgeError as JudgeError, LimitError as LimitError,
    NewerError as NewerError, NotFoundError as NotFoundError, ParseError as ParseError, RefusedError as
    RefusedError, Status as Status, UnsureError as UnsureError)
from policydoc._items import Items as Items
from policydoc._keeping import Change as Change
from policydoc._parts import (
    Event as Event, ForwardItem as ForwardItem, Issue as Issue, IssueStep as IssueStep, Party as Party, Relation
    as Relation, Version as Version)
from policydoc._register import Register as Register
from policydoc._reporting import (
    BoardPaper as BoardPaper, BoardRow as BoardRow, BoardSection as BoardSection, TrendDay as TrendDay)
from policydoc._rules import (
    Calendar as Calendar, CalendarBuilder as CalendarBuilder, Classifier as Classifier, Profile as Profile,
    ProfileRow as ProfileRow, Profiles as Profiles, Recurrence as Recurrence, Sheet as Sheet)
from policydoc._tables import (
    Word as Word, add as add, days_between as days_between, is_before as is_before, months_between as
    months_between, next_version as next_version, parse_date as parse_date, parse_printed_date as
    parse_printed_date, sha256 as sha256, sha256_of_file as sha256_of_file, subtract as subtract, table as
    table, version_is_after as version_is_after)
from policydoc._verifying import Copies as Copies, Verification as Verification
from policydoc._words import (
    BoardRowKind as BoardRowKind, Cell as Cell,
    ChangeKind as ChangeKind, Confidence as Confidence, CopyState as CopyState, Decision as Decision, DifferenceKind as
    DifferenceKind, DistributionAction as DistributionAction, Format as Format, Governs as Governs, IssueState
    as IssueState, MeetingState as MeetingState, MergeKind as MergeKind, Modality as Modality, NameKind as NameKind, Objection as
    Objection, Outcome as Outcome, Phase as Phase, ProfileTable as ProfileTable, ReplyState as ReplyState,
    ReviewState as ReviewState, Roll as Roll, StepState as StepState, Table as Table, GovernsBy as GovernsBy, ReadingState as ReadingState,
    UpdateKind as UpdateKind)
from policydoc._core import *  # isort: skip - all that has no class of its own above

__version__ = _core.library_version()


def __dir__() -> _List[str]:
    return sorted(name for name in globals() if not name.startswith("_")) + [
        "__doc__", "__file__", "__name__", "__path__", "__version__"]
