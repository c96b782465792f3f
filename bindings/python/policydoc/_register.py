# SPDX-License-Identifier: MIT
"""The register: reading and saving it, its documents as a sequence, and what is written into it."""
from __future__ import annotations

import os
from typing import TYPE_CHECKING, Iterator, List, Optional, Tuple, Union, overload

from policydoc import _core
from policydoc._asking import Asked
from policydoc._classes import registered
from policydoc._dates import Date
from policydoc._judging import CalendarLike, ProfileLike, basis
from policydoc._parts import complete
from policydoc._rules import Data, Path, as_bytes

if TYPE_CHECKING:
    from policydoc._document import Document
    from policydoc._keeping import Change
    from policydoc._parts import Event, ForwardItem, Issue, Party


@registered
class Register(Asked):
    """A register: documents, parties and their history in one file.

    It is a sequence of its documents: `for doc in register`, `register[0]`, `register["COR-12"]`, `len(register)`.
    """

    __slots__ = ()

    def __init__(self, title: Optional[str] = None) -> None:
        super().__init__()
        if title is not None:
            self.title = title

    # ---- reading and saving ----

    @staticmethod
    def read(path: Path, *, strict: bool = False) -> Register:
        """Reads a register from a file, plain or gzip. `strict`: with the limits for input from strangers."""
        return _core.Register._read(os.fspath(path), strict)

    @staticmethod
    def parse(data: Data, *, name: Optional[str] = None, strict: bool = False) -> Register:
        """Reads a register from memory. `name` is what errors call it."""
        return _core.Register._parse(as_bytes(data), name, strict)

    def save(self, path: Path, *, gzip_level: int = 0, backup: bool = False, overwrite: bool = False) -> None:
        """Saves in canonical form, so that a crash leaves the old file or the new one.

        A name that ends in .gz is compressed. `backup` keeps the old file; `overwrite` saves even if the file changed
        since this register was read from it.
        """
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

    def __reduce__(self) -> Tuple[object, ...]:
        return (Register.parse, (self.to_xml(),))

    # ---- a sequence of documents ----

    def __len__(self) -> int:
        return len(self.documents)

    def __iter__(self) -> Iterator[Document]:
        return iter(self.documents)

    def __bool__(self) -> bool:
        return True

    @overload
    def __getitem__(self, key: Union[int, str]) -> Document: ...
    @overload
    def __getitem__(self, key: slice) -> List[Document]: ...

    def __getitem__(self, key: Union[int, str, slice]) -> Union[Document, List[Document]]:
        if not isinstance(key, str):
            return self.documents[key]
        found = self._find_document(key)
        if found is None:
            raise KeyError(key)
        return found

    def __contains__(self, key: object) -> bool:
        if isinstance(key, str):
            return self._find_document(key) is not None
        return isinstance(key, _core.Document) and bool(key.register == self)

    def party(self, name: str) -> Optional[Party]:
        """The party of this code, name, alias or former name; None: there is none."""
        return self._find_party(name)

    def event(self, id: str) -> Optional[Event]:
        """The event of an id, anywhere in the register; None: there is none."""
        return self._find_event(id)

    def issue(self, id_or_case: str) -> Optional[Issue]:
        """The practice issue of an id or case reference; None: there is none."""
        return self._find_issue(id_or_case)

    # ---- closing ----

    def close(self) -> None:
        """Lets go of the register; documents and reports that are held stay usable. Closing twice does no harm."""
        if hasattr(self, "this"):
            _core.settle()  # a judgement in another thread may still use it
            del self.this

    def __enter__(self) -> Register:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()

    # ---- writing ----

    def change(self, *, on: Date, by: Optional[str] = None, reason: Optional[str] = None,
               override: Optional[str] = None, known_on: Optional[Date] = None, profile: ProfileLike = None,
               profiles: Optional[_core.Profiles] = None, calendar: CalendarLike = None) -> Change:
        """Begins a change, which is judged before it is finished. `by`: post or party that records it.

        `override`: the reason to finish it though the profile forbids it; it is itself recorded.
        """
        return self._begin_change(basis(on, known_on, profile, profiles, calendar), by, reason, override)

    def add_document(self, title: str, *, type: Optional[str] = None) -> Document:
        """Adds a document, which gets the next free id."""
        return self._add_document(type, title)

    def add_party(self, code: str, *, kind: Optional[str] = None, name: Optional[str] = None) -> Party:
        """Adds a party."""
        return self._add_party(code, kind, name)

    def add_profile(self, profile: str, *, first: Optional[Date] = None, last: Optional[Date] = None) -> None:
        """Says that the register follows a profile, from one day to another."""
        self._add_profile(profile, first, last)

    def add_calendar(self, calendar: str, *, source: Optional[str] = None, as_of: Optional[Date] = None) -> None:
        """Says that the register uses a calendar."""
        self._add_calendar(calendar, source, as_of)

    def add_calendar_day(self, index: int, first: Date, last: Optional[Date] = None, *, working: bool = False,
                         name: Optional[str] = None) -> None:
        """Adds days to a calendar of the register, or takes them from it."""
        self._add_calendar_day(index, first, last, working, name)

    def record(self, kind: str, *, on: Date, recorded: Optional[Date] = None, by: Optional[str] = None,
               **attributes: object) -> Event:
        """Records an event of the register itself."""
        return complete(self._record, self, attributes, kind, on, recorded, by)

    def open_issue(self, track: str, case: str, *, by: str, on: Date,
                   organisation: Optional[str] = None) -> Issue:
        """Opens a practice issue. `by`: the role of the one who raises it."""
        return self._open_issue(track, case, by, organisation, on)

    def place(self, document: str, *, meeting: Date, purpose: str, body: Optional[str] = None,
              version: Optional[int] = None, arranged_by: Optional[str] = None) -> ForwardItem:
        """Puts a document on the forward plan of a body."""
        return self._add_forward_item(document, version or 0, body, meeting, purpose, arranged_by)

    def unplace(self, index: int) -> None:
        """Takes an item off the forward plan."""
        self._remove_forward_item(index)

    def revise(self, day: Date) -> None:
        """Counts one more revision, made on a day."""
        self._revise(day)
