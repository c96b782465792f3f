# SPDX-License-Identifier: MIT
"""One change of a register: prepared on a copy, examined, then finished or dropped."""
from __future__ import annotations

from typing import TYPE_CHECKING, Any, List, Optional, Union

from policydoc import _core
from policydoc._classes import registered
from policydoc._dates import Date
from policydoc._parts import attribute_names

if TYPE_CHECKING:
    from policydoc._document import Document
    from policydoc._parts import Event
    from policydoc._register import Register


@registered
class Change(_core.Change):
    """A change that is being prepared: `change.register` is a copy, to be changed by the ordinary calls.

        with register.change(on=day, by="Policy Officer", reason="three years are over") as change:
            change["P1"].record("reviewed", on=day, outcome="no-change", body="executive")
        register = change.after

    At the end of the block it is finished: what the profile forbids raises RefusedError, and nothing was changed. With
    an exception it is dropped. The first register stays as it was in any case.
    """

    __slots__ = ("_after",)
    _after: Register

    @property
    def after(self) -> Optional[Register]:
        """The new register; None until the change is finished."""
        return getattr(self, "_after", None)

    def __getitem__(self, key: Union[int, str]) -> Document:
        return self.register[key]

    def examine(self) -> None:
        """Tells what it comes to so far: differences, documents, refusals, warnings, to_do_next."""
        self._examine()

    def finish(self) -> Register:
        """Examines it once more and finishes it. The new register."""
        self._after = self._finish()
        return self._after

    def reassign(self, role: str, was: str, becomes: str) -> int:
        """Puts another party into the cells of a role, such as "author". How many cells were changed."""
        return self._reassign(role, was, becomes)

    def correct(self, event: str, **settings: Optional[object]) -> Event:
        """Declares an event void; with settings, a new one takes its place. A setting of None takes it out."""
        listed: List[str] = [f"{name}={value}" for name, value in attribute_names(settings)]
        listed += [f"{name.rstrip('_').replace('_', '-')}=" for name, value in settings.items() if value is None]
        return self._correct(event, listed)

    def redact(self, event: str, name: str) -> Event:
        """Removes a text of an event for good, and records that it was removed."""
        return self._redact(event, name)

    def release(self, document: str, *, on: Date, href: str, sha256: str, version: int = 1, label: Optional[str] = None,
                media_type: Optional[str] = None, decision: Optional[str] = None, by: Optional[str] = None,
                channel: Optional[str] = None, effective: Optional[Date] = None) -> Event:
        """Gives a version out: content, hash, number, release and supersession in one."""
        return self._give_out(document, version, label, href, media_type, sha256, decision, by, channel, on, effective)

    def attest(self, document: str, *, by: str, on: Date, version: Optional[int] = None, people: Optional[int] = None,
               sha256: Optional[str] = None) -> Event:
        """Records that a post or body read a content. `version`: None is the one in force; `people`: how many read it.

        `sha256`: hash of what was read; None: the one that is recorded of the version.
        """
        return self._attest(document, version or 0, by, people or 0, sha256, on)

    def __enter__(self) -> Change:
        return self

    def __exit__(self, kind: Any, error: Any, trace: Any) -> None:
        if kind is None and self.after is None:
            self.finish()
