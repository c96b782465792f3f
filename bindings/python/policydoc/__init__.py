# SPDX-License-Identifier: MIT
"""Registers of written control documents: when they are due, why, and by which rule.

    import datetime, policydoc
    for d in policydoc.Register.read("register.xml").due(within="P90D", on=datetime.date(2024, 1, 1)):
        print(d.title, d.owner)
"""
from policydoc._core import Due, Finding, Profile, Profiles, Report, Schedule
from policydoc._dates import Date, PartialDate
from policydoc._document import Document
from policydoc._errors import (ArgumentError, BusyError, ConflictError, Error, FileError, InvalidError, JudgeError,
                               LimitError, NewerError, NotFoundError, ParseError, RefusedError, Status, UnsureError)
from policydoc._register import Register
from policydoc._words import (Cell, ChangeKind, Confidence, Decision, DifferenceKind, Format, Governs, IssueState,
                              MeetingState, Modality, NameKind, Objection, Outcome, Phase, ProfileTable, ReplyState,
                              ReviewState, Roll, StepState, Table)
