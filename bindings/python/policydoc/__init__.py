# SPDX-License-Identifier: MIT
"""Registers of written control documents: when they are due, why, and by which rule.

    import datetime, policydoc
    for d in policydoc.Register.read("register.xml").due(within="P90D", on=datetime.date(2024, 1, 1)):
        print(d.title, d.owner)
"""
from policydoc import _core
from policydoc._answers import Changes, Programme, Reminders, Report, Schedule, Versions
from policydoc._asking import StateRow
from policydoc._core import *  # noqa: F403
from policydoc._dates import Date, PartialDate
from policydoc._document import Document
from policydoc._errors import (ArgumentError, BusyError, ConflictError, Error, FileError, InvalidError, JudgeError,
                               LimitError, NewerError, NotFoundError, ParseError, RefusedError, Status, UnsureError)
from policydoc._items import Items
from policydoc._keeping import Change
from policydoc._parts import Event, ForwardItem, Issue, IssueStep, Party, Relation, Version
from policydoc._register import Register
from policydoc._rules import (Calendar, CalendarBuilder, Classifier, Profile, ProfileRow, Profiles, Recurrence, Sheet)
from policydoc._tables import (Word, add, days_between, is_before, months_between, next_version, parse_date,
                               parse_printed_date, sha256, sha256_of_file, subtract, table, version_is_after)
from policydoc._words import (Cell, ChangeKind, Confidence, Decision, DifferenceKind, Format, Governs, IssueState,
                              MeetingState, Modality, NameKind, Objection, Outcome, Phase, ProfileTable, ReplyState,
                              ReviewState, Roll, StepState, Table)

__version__ = _core.library_version()
__all__ = sorted(name for name in globals() if not name.startswith("_"))


def __dir__() -> list:  # type: ignore[type-arg]
    return __all__ + ["__version__", "__doc__", "__name__", "__file__", "__path__", "__all__"]
