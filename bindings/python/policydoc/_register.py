# SPDX-License-Identifier: MIT
"""The register, and the answers that are asked of it."""
from __future__ import annotations

import os
from typing import Iterator, List, Optional, Union, overload

from policydoc import _core
from policydoc._classes import registered
from policydoc._dates import Date
from policydoc._judging import CalendarLike, ProfileLike, basis
from policydoc._words import ReviewState

Path = Union[str, "os.PathLike[str]"]


@registered
class Register(_core.Register):
    """A register: documents, parties and their history in one file.

    It is a sequence of its documents: `for doc in register`, `register[0]`, `register["COR-12"]`, `len(register)`.
    """

    __slots__ = ()

    def __init__(self, title: Optional[str] = None) -> None:
        super().__init__()
        if title is not None:
            self.title = title

    @staticmethod
    def read(path: Path, *, strict: bool = False) -> Register:
        """Reads a register from a file, plain or gzip. `strict`: with the limits for input from strangers."""
        return _core.Register._read(os.fspath(path), strict)

    @staticmethod
    def parse(data: Union[str, bytes], *, name: Optional[str] = None, strict: bool = False) -> Register:
        """Reads a register from memory. `name` is what errors call it."""
        return _core.Register._parse(data.encode() if isinstance(data, str) else data, name, strict)

    def save(self, path: Path, *, gzip_level: int = 0, backup: bool = False, overwrite: bool = False) -> None:
        """Saves in canonical form, so that a crash leaves the old file or the new one."""
        self._write(os.fspath(path), gzip_level, backup, overwrite)

    def to_xml(self) -> str:
        """The register in canonical form."""
        return self._to_xml()

    def copy(self) -> Register:
        """A copy that shares nothing with the first."""
        return self._copy()

    def __copy__(self) -> Register:
        return self.copy()

    def __deepcopy__(self, memo: object) -> Register:
        return self.copy()

    def __reduce__(self) -> tuple[object, ...]:
        return (Register.parse, (self.to_xml(),))

    # ---- a sequence of documents ----

    def __len__(self) -> int:
        return len(self.documents)

    def __iter__(self) -> Iterator[_core.Document]:
        return iter(self.documents)

    def __bool__(self) -> bool:
        return True

    @overload
    def __getitem__(self, key: Union[int, str]) -> _core.Document: ...
    @overload
    def __getitem__(self, key: slice) -> List[_core.Document]: ...

    def __getitem__(self, key: Union[int, str, slice]) -> Union[_core.Document, List[_core.Document]]:
        if not isinstance(key, str):
            return self.documents[key]
        found = self._find_document(key)
        if found is None:
            raise KeyError(key)
        return found

    def __contains__(self, key: object) -> bool:
        if isinstance(key, str):
            return self._find_document(key) is not None
        return isinstance(key, _core.Document) and key.register == self

    def revise(self, day: Date) -> None:
        """Counts one more revision, made on a day."""
        self._revise(day)

    # ---- closing ----

    def close(self) -> None:
        """Lets go of the register; documents and reports that are held stay usable. Closing twice does no harm."""
        if hasattr(self, "this"):
            del self.this

    def __enter__(self) -> Register:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()

    # ---- judging ----

    def schedule(self, *, on: Date, known_on: Optional[Date] = None, profile: ProfileLike = None,
                 profiles: Optional[_core.Profiles] = None, calendar: CalendarLike = None) -> _core.Schedule:
        """When the review of every document is due, on a day."""
        return self._schedule(basis(on, known_on, profile, profiles, calendar))

    def due(self, *, on: Date, within: Optional[str] = None, state: Optional[ReviewState] = None,
            known_on: Optional[Date] = None, profile: ProfileLike = None,
            profiles: Optional[_core.Profiles] = None, calendar: CalendarLike = None) -> List[_core.Due]:
        """What is due, the earliest first. `within`: only what is overdue or due until then, such as "P90D"."""
        schedule = self._schedule(basis(on, known_on, profile, profiles, calendar))
        end = schedule._count() if within is None else schedule._end_of_window(_core.add_offset(schedule.as_of, within))
        entries = (schedule._entry(i, self) for i in range(end))
        return [entry for entry in entries if state is None or entry.state == ReviewState(state)]

    def audit(self, *, on: Date, known_on: Optional[Date] = None, profile: ProfileLike = None,
              profiles: Optional[_core.Profiles] = None, calendar: CalendarLike = None) -> _core.Report:
        """Judges every document and the register itself. A rule that is not met is a finding, not an error."""
        return self._audit(basis(on, known_on, profile, profiles, calendar))
