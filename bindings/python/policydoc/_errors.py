# SPDX-License-Identifier: MIT
"""What goes wrong, as exceptions: each carries status, message, file, line, column and path."""
from __future__ import annotations

from enum import IntEnum
from typing import List, Optional, Sequence, Tuple, Type

_Row = Tuple[int, str, Optional[str], int, int, Optional[str]]


class Status(IntEnum):
    """How a call of the library ended."""

    OK = 0
    NOMEM = 1
    ARGUMENT = 2
    READ = 3
    SYNTAX = 4
    FORMAT = 5
    NEWER = 6
    INVALID = 7
    LIMIT = 8
    WRITE = 9
    BUSY = 10
    CONFLICT = 11
    UNSURE = 12
    NOT_FOUND = 13
    JUDGE = 14
    REFUSED = 15


class Error(Exception):
    """Something could not be read, written or judged. A rule that is not met is a result, and never an error."""

    def __init__(self, status: int, message: str, file: Optional[str] = None, line: Optional[int] = None,
                 column: Optional[int] = None, path: Optional[str] = None, others: Sequence[Error] = ()) -> None:
        super().__init__(message)
        self.status = Status(status)
        self.message = message
        self.file = file
        self.line = line
        self.column = column
        self.path = path
        self.others: Tuple[Error, ...] = tuple(others)

    def __str__(self) -> str:
        place = [str(part) for part in (self.file, self.line, self.column) if part is not None]
        return ":".join(place) + ": " + self.message if place else self.message

    def __reduce__(self) -> Tuple[object, ...]:
        return (type(self), (int(self.status), self.message, self.file, self.line, self.column, self.path, self.others))


class ArgumentError(Error, ValueError):
    """The call was given something that it does not take."""


class ParseError(Error, ValueError):
    """A file could not be understood."""


class InvalidError(ParseError):
    """A file, date, offset or expression has a value that cannot be."""


class NewerError(ParseError):
    """The file was written for a newer release."""


class LimitError(Error, ValueError):
    """Larger or deeper than the limits allow."""


class FileError(Error, OSError):
    """A file could not be read or written."""


class ConflictError(FileError):
    """The file changed since it was read; nothing was written."""


class BusyError(FileError):
    """Somebody else is saving this file now."""


class UnsureError(FileError):
    """The new file is in place, but the disk did not confirm it."""


class NotFoundError(Error, LookupError):
    """There is no such document, profile, field or row."""


class JudgeError(Error):
    """The question could not be judged, for want of a day, a profile or a calendar."""


class RefusedError(Error):
    """The profile forbids the change. `others` has the further refusals."""


_CLASSES = {
    Status.ARGUMENT: ArgumentError, Status.READ: FileError, Status.SYNTAX: ParseError, Status.FORMAT: ParseError,
    Status.NEWER: NewerError, Status.INVALID: InvalidError, Status.LIMIT: LimitError, Status.WRITE: FileError,
    Status.BUSY: BusyError, Status.CONFLICT: ConflictError, Status.UNSURE: UnsureError,
    Status.NOT_FOUND: NotFoundError, Status.JUDGE: JudgeError, Status.REFUSED: RefusedError,
}


def _make(row: _Row, others: Sequence[Error] = ()) -> Error:
    status, message, file, line, column, path = row
    kind: Type[Error] = _CLASSES.get(Status(status), Error)
    return kind(status, message, file, line or None, column or None, path, others)


def _raise(rows: List[_Row]) -> None:
    """The extension calls this with the chain of errors of a call."""
    if rows[0][0] == Status.NOMEM:
        raise MemoryError(rows[0][1])
    raise _make(rows[0], [_make(row) for row in rows[1:]])
