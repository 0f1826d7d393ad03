"""Values written small, and a mark of their shape: what was made from another shape is known to be old."""

from __future__ import annotations

from dataclasses import MISSING, fields
from functools import cache
from typing import Any, cast, get_args, get_type_hints
from zlib import crc32

from budgetdesk.storage.plain import hints_of, is_value, to_plain


def sparse(value: Any) -> dict[str, Any]:
    """A value as plain data (`plain.from_plain` reads it), without the fields that have their default."""
    found, kind = {}, cast("Any", type(value))
    for name, default in _defaults(kind):
        fact = getattr(value, name)
        if fact != default:
            found[name] = sparse(fact) if _is_value(fact) else _plain(fact)
    return found


def shape_of(*kinds: Any) -> str:
    """Eight letters that differ where a field of one of the values, or of a value inside, has come, gone or changed."""
    return f"{crc32(' '.join(map(_shape, kinds)).encode()):08x}"


def _plain(fact: Any) -> Any:
    if isinstance(fact, tuple) and fact and _is_value(fact[0]):
        return [sparse(one) for one in fact]
    return to_plain(fact)


def _is_value(fact: Any) -> bool:
    kind: Any = type(fact)
    return is_value(kind)


@cache
def _defaults(kind: Any) -> tuple[tuple[str, Any], ...]:
    return tuple((field.name, _default(field)) for field in fields(kind))


def _default(field: Any) -> Any:
    return field.default if field.default_factory is MISSING else field.default_factory()


def _shape(kind: Any) -> str:
    inner = [arg for arg in get_args(kind) if arg is not type(None) and arg is not ...]
    if inner:
        return f"{kind}".partition("[")[0] + f"[{' '.join(map(_shape, inner))}]"
    if is_value(kind):
        hints = hints_of(kind)
    elif hasattr(kind, "_fields"):
        hints = get_type_hints(kind)
    else:
        return str(getattr(kind, "__name__", kind))
    return f"{kind.__name__}({' '.join(f'{name}:{_shape(hint)}' for name, hint in hints.items())})"
