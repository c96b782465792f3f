# SPDX-License-Identifier: MIT
"""What all classes have in common: equality, words for people, and no plumbing in sight."""
from __future__ import annotations

from typing import Any, Dict, NoReturn, Type, TypeVar

C = TypeVar("C")

# What an object is shown by: the first two of these that it has.
_TELLING = ("reference", "id", "code", "key", "rule", "field", "title", "name", "label", "words", "message", "text", "kind")


def _same(self: Any, other: Any) -> Any:
    if type(self) is not type(other):
        return NotImplemented
    if hasattr(self, "_is_same"):
        return self._is_same(other)
    return int(self.this) == int(other.this)


def _hash(self: Any) -> int:
    return hash(type(self)) if hasattr(self, "_is_same") else hash(int(self.this))


def _show(self: Any) -> str:
    name = type(self).__name__
    if not hasattr(self, "this"):
        return f"<closed {name}>"
    told = [getattr(self, part) for part in _TELLING if isinstance(getattr(type(self), part, None), property)]
    return " ".join([f"<{name}"] + [repr(part) for part in told if part is not None][:2]) + ">"


def _no_pickle(self: Any) -> NoReturn:
    raise TypeError(f"a {type(self).__name__} cannot be pickled; pickle its register, or rows()")


def finish(names: Dict[str, Any]) -> None:
    """The generated module calls this with its names, and offers its classes to the package."""
    kinds = [kind for kind in names.values() if isinstance(kind, type) and hasattr(kind, "__swig_destroy__")]
    names["__all__"] = [kind.__name__ for kind in kinds]
    for kind in kinds:
        shared: Any = kind
        shared.__module__ = "policydoc"
        shared.__eq__, shared.__hash__, shared.__repr__, shared.__reduce__ = _same, _hash, _show, _no_pickle
        del shared.thisown, shared.__swig_destroy__  # the extension has them


def registered(kind: Type[C]) -> Type[C]:
    """Makes the extension return this class instead of the one that it extends."""
    from policydoc import _core, _native

    base: Any = kind.__mro__[1]
    kind.__module__ = "policydoc"
    destroy = getattr(_native, "delete_" + kind.__name__)
    setattr(kind, "__swig_destroy__", destroy)
    getattr(_native, kind.__name__ + "_swigregister")(kind)
    delattr(kind, "__swig_destroy__")
    assert issubclass(kind, base)
    _core.__all__.remove(kind.__name__)
    return kind
