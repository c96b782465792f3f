# SPDX-License-Identifier: MIT
"""Copies that people read, and what came of holding them against a register."""
from __future__ import annotations

import os
from typing import Union

from policydoc import _core
from policydoc._classes import registered
from policydoc._rules import Data, Path, as_bytes


@registered
class Copies(_core.Copies):
    """Names and hashes of the files of a site, wherever they are."""

    __slots__ = ()

    def add(self, name: str, data: Data) -> None:
        """Adds one whose bytes are at hand. `name`: what it is called, a path within the site."""
        self._add(name, as_bytes(data))

    def add_file(self, name: str, path: Path) -> None:
        """Adds a file; that one cannot be read is kept as such, and is no error."""
        self._add_file(name, os.fspath(path))

    def add_folder(self, path: Path) -> None:
        """Adds all files of a folder and of those in it. No symbolic link is followed."""
        self._add_folder(os.fspath(path))

    def __len__(self) -> int:
        return self._count()

    def __bool__(self) -> bool:
        return True


@registered
class Verification(_core.Verification):
    """What came of it: first the contents in force, then the files that are none of them."""

    __slots__ = ()

    def count_of(self, state: str) -> int:
        """Number of copies in a state."""
        return self._total(state)


def copies_of(content: Union[Path, _core.Copies]) -> _core.Copies:
    """Copies as they are; of a path the files of that folder."""
    if isinstance(content, _core.Copies):
        return content
    copies = Copies()
    copies.add_folder(os.fspath(content))
    return copies
