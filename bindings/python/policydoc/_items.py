# SPDX-License-Identifier: MIT
"""Lists of the library as sequences of Python: nothing is copied until it is asked for."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Callable, Iterator, List, TypeVar, Union, overload

T = TypeVar("T")


class Items(Sequence[T]):
    """A list that the library keeps. An item is made when it is asked for, and outlives the list."""

    __slots__ = ("_count", "_at")

    def __init__(self, count: Callable[[], int], at: Callable[[int], T]) -> None:
        self._count = count
        self._at = at

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

    def __repr__(self) -> str:
        return repr(list(self))
