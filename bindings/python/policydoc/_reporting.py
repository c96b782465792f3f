# SPDX-License-Identifier: MIT
"""The paper for a board, found by its codes: `paper["types"]["Policy"]["overdue"].number`; and reviews over time."""
from __future__ import annotations

from typing import Any, Optional

from policydoc import _core
from policydoc._classes import registered
from policydoc._words import BoardRowKind


def part(parts: Any, place: Optional[int], code: str) -> Any:
    """The part at a place; KeyError with the codes that there are."""
    if place is None:
        raise KeyError(f"{code!r}; there are {', '.join(str(each.code) for each in parts if each.code is not None)}")
    return parts[place]


@registered
class BoardPaper(_core.BoardPaper):
    """Sections of rows of figures, each figure with the documents behind it and the number a year before."""

    __slots__ = ()

    def __getitem__(self, code: str) -> BoardSection:
        found: BoardSection = part(self.sections, self._find_section(code), code)
        return found


@registered
class BoardSection(_core.BoardSection):
    """A section: rows that have the same figures."""

    __slots__ = ()

    def __getitem__(self, code: str) -> BoardRow:
        found: BoardRow = part(self.rows, self._find_row(code), code)
        return found

    @property
    def total(self) -> Optional[BoardRow]:
        """The row that sums the others up; None: there is none."""
        summed = (row for row in self.rows if row.kind is BoardRowKind.ALL or row.code == BoardRowKind.ALL)
        return next(summed, None)


@registered
class BoardRow(_core.BoardRow):
    """A row of figures."""

    __slots__ = ()

    def __getitem__(self, code: str) -> _core.BoardFigure:
        found: _core.BoardFigure = part(self.figures, self._find_figure(code), code)
        return found


@registered
class TrendDay(_core.TrendDay):
    """How reviews stood on a day."""

    __slots__ = ()

    def __getitem__(self, code: str) -> _core.TrendFigure:
        for figure in self.figures:
            if figure.code == code:
                return figure
        found: _core.TrendFigure = part(self.figures, None, code)
        return found
