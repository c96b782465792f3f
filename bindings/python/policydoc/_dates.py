# SPDX-License-Identifier: MIT
"""Dates that are known to the month or the year only, and stay so."""
from __future__ import annotations

import calendar as _calendar
import datetime as _datetime
from typing import Optional, Union


class PartialDate:
    """A month or a year: June 2023 is PartialDate(2023, 6), the days from its first to its last."""

    __slots__ = ("_year", "_month")

    def __init__(self, year: int, month: Optional[int] = None) -> None:
        if not 1 <= year <= 9999:
            raise ValueError("year must be from 1 to 9999")
        if month is not None and not 1 <= month <= 12:
            raise ValueError("month must be from 1 to 12, or None")
        self._year = year
        self._month = month

    @property
    def year(self) -> int:
        """The year."""
        return self._year

    @property
    def month(self) -> Optional[int]:
        """The month; None: only the year is known."""
        return self._month

    @property
    def first(self) -> _datetime.date:
        """Its first day."""
        return _datetime.date(self._year, self._month or 1, 1)

    @property
    def last(self) -> _datetime.date:
        """Its last day."""
        month = self._month or 12
        return _datetime.date(self._year, month, _calendar.monthrange(self._year, month)[1])

    def __str__(self) -> str:
        return f"{self._year:04}" if self._month is None else f"{self._year:04}-{self._month:02}"

    def __repr__(self) -> str:
        return f"PartialDate({self._year})" if self._month is None else f"PartialDate({self._year}, {self._month})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, PartialDate):
            return NotImplemented
        return (self._year, self._month) == (other._year, other._month)

    def __hash__(self) -> int:
        return hash((self._year, self._month))

    def __reduce__(self) -> tuple[object, ...]:
        return (PartialDate, (self._year, self._month))


Date = Union[_datetime.date, PartialDate]
