# SPDX-License-Identifier: MIT
"""Lists of the library as sequences of Python, and as rows: named tuples of all or some of their values."""
from __future__ import annotations

from collections import namedtuple
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Callable, Iterator, List, Tuple, Type, TypeVar, Union, overload

T = TypeVar("T")


def _pickle_row(row: Any) -> Tuple[object, ...]:
    return (make_row, (row._fields, tuple(row)))


@lru_cache(maxsize=256)
def row_type(names: Tuple[str, ...]) -> Type[Any]:
    """The type of rows that have these columns: the same each time."""
    kind = namedtuple("Row", names)  # type: ignore[misc]
    kind.__module__ = "policydoc"
    kind.__reduce__ = _pickle_row  # type: ignore[assignment]
    return kind


def make_row(names: Tuple[str, ...], values: Tuple[object, ...]) -> Any:
    """A row out of its parts: what a pickled row is made of again."""
    return row_type(tuple(names))(*values)


class Items(Sequence[T]):
    """A list that the library keeps. An item is made when it is asked for, and outlives the list."""

    __slots__ = ("_count", "_at", "_columns", "_rows")

    def __init__(self, count: Callable[[], int], at: Callable[[int], T], columns: Callable[[], Tuple[str, ...]],
                 rows: Callable[[Type[Any], Tuple[str, ...]], List[Any]]) -> None:
        self._count = count
        self._at = at
        self._columns = columns
        self._rows = rows

    def __len__(self) -> int:
        return self._count()

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> List[T]: ...

    def __getitem__(self, index: Union[int, slice]) -> Union[T, List[T]]:
        count = self._count()
        if isinstance(index, slice):
            return [self._at(i) for i in range(*index.indices(count))]
        place = index + count if index < 0 else index
        if not 0 <= place < count:
            raise IndexError(f"there are {count} items; {index} is past the end")
        return self._at(place)

    def __iter__(self) -> Iterator[T]:
        return map(self._at, range(self._count()))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Items) and list(self) == list(other)

    def __repr__(self) -> str:
        return repr(list(self))

    @property
    def columns(self) -> Tuple[str, ...]:
        """Names of the values that each item has."""
        return self._columns()

    def rows(self, *columns: str) -> List[Any]:
        """All items at once as named tuples: of these columns, or of all. Much faster than a loop.

        pandas.DataFrame(register.documents.rows("reference", "title", "owner")) is a table.
        """
        names = columns or self._columns()
        return self._rows(row_type(names), names)


def listed(name: str) -> property:
    """The property that is a list of this name; its methods come with the class."""
    methods = [f"_{name}_{what}" for what in ("count", "at", "columns", "rows")]

    def items(self: Any) -> Items[Any]:
        return Items(*(getattr(self, each) for each in methods))

    return property(items, doc=f"A sequence of {name.replace('_', ' ')}; .rows() gives all of it at once.")
