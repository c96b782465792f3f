# SPDX-License-Identifier: MIT
"""Answers as text: what can be said about how to publish one."""
from __future__ import annotations

from typing import Any, Optional, Tuple

from policydoc._words import Format

# Format, colour, within, state, by, where, words, columns, width, all, late: as the core takes them.
How = Tuple[Any, bool, Optional[str], Optional[str], Optional[str], Optional[str], Optional[str], Optional[str], int,
            bool, bool]


def how(format: str, *, colour: bool = False, within: Optional[str] = None, state: Optional[str] = None,
        by: Optional[str] = None, where: Optional[str] = None, words: Optional[str] = None,
        columns: Optional[str] = None, width: int = 0, all: bool = False, late: bool = False) -> How:
    """How to publish, in the order of the core."""
    return (Format(format), colour, within, state, by, where, words, columns, width, all, late)


def publish(self: Any, format: str = "text", *, colour: bool = False, width: int = 0, all: bool = False,
            late: bool = False) -> str:
    """As "text", "json", "csv" or "xml"; a paper for a board, and a trend, as "html", too.

    `colour`, `width`, `all`: of text. `late`: of next steps, only what is late.
    """
    return str(self._publish_as(*how(format, colour=colour, width=width, all=all, late=late)))


def publish_of_register(self: Any, format: str = "text", *, colour: bool = False, width: int = 0,
                        within: Optional[str] = None, state: Optional[str] = None, by: Optional[str] = None) -> str:
    """As "text", "json", "csv", "xml", and a programme as "svg".

    `within`, `state`: of a schedule, only what is due so. `by`: what it is grouped by.
    """
    return str(self._publish_as(self._register, *how(format, colour=colour, width=width, within=within, state=state,
                                                     by=by)))
