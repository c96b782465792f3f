# SPDX-License-Identifier: MIT
"""The words of the library as tables, dates as text, labels of versions, hashes."""
from __future__ import annotations

import os
from typing import List, NamedTuple, Optional

from policydoc import _core
from policydoc._dates import Date
from policydoc._rules import Path
from policydoc._words import Table


class Word(NamedTuple):
    """A row of a table: its code, its name for people, and what it means."""

    code: str
    label: str
    meaning: str


def table(name: str) -> List[Word]:
    """The words of a table, such as "event-kind"."""
    return [Word(_core.table_code(name, i), _core.table_label(name, i), _core.table_meaning(name, i))
            for i in range(_core.table_count(name))]


def parse_date(text: str) -> Date:
    """Reads 2023-06-30, 2023-06 or 2023."""
    return _core.parse_date(text)


def parse_printed_date(text: str) -> Date:
    """Reads a date as people print it: "7 July 2020", "June 2023", "30/01/14". Day before month."""
    return _core.parse_printed_date(text)


def add(date: Date, offset: str) -> Date:
    """Adds an offset such as "P3Y": months first, clamped to the end of the month, then days."""
    return _core.add_offset(date, offset)


def subtract(date: Date, offset: str) -> Date:
    """Adds the opposite of an offset."""
    return _core.subtract_offset(date, offset)


def days_between(first: Date, last: Date) -> int:
    """Days from one day to the other; of a partial date the first day counts."""
    return _core.days_between(first, last)


def months_between(first: Date, last: Date) -> int:
    """Whole months from one day to the other."""
    return _core.months_between(first, last)


def is_before(left: Date, right: Date) -> Optional[bool]:
    """Is every day that one may mean before every day that the other may mean? None: it depends."""
    return _core.is_before(left, right)


def next_version(scheme: str, label: Optional[str], step: str, *, year: int = 0) -> str:
    """The label after another: by a scheme, and a step such as "major", "minor", "draft", "final"."""
    return _core.next_version_label(scheme, label, step, year)


def version_is_after(label: str, other: str, *, scheme: Optional[str] = None) -> Optional[bool]:
    """Is a label after another? None: one of the two is no label of the scheme."""
    return _core.version_is_after(scheme, label, other)


def sha256(data: bytes) -> str:
    """The hash of a content, as it is recorded with a version."""
    return _core.content_hash(data)


def sha256_of_file(path: Path) -> str:
    """The hash of the content of a file."""
    return _core.content_hash_of_file(os.fspath(path))
