"""How a reader prints what it read: JSON, a value a line."""

import json
import sys
from collections.abc import Callable
from datetime import date, datetime
from math import isfinite


def show(value: object) -> None:
    """Print *value*; a date as ["1985-02-03"], other things of a library as their words.

    A number that is none (NaN) is null, as JSON has no other word for it.
    """
    try:
        written = _written(value)
    except ValueError:
        written = _written(_without_nan(value))
    sys.stdout.buffer.write(written.encode("utf-8", "replace") + b"\n")


def show_quickly() -> Callable[[object], None]:
    """Return a quicker `show` for values that are plain; it takes longer to be had."""
    from msgspec.json import Encoder

    written, write = Encoder().encode, sys.stdout.buffer.write

    def show_plain(value: object) -> None:
        write(written(value) + b"\n")

    return show_plain


def plain(value: object) -> object:
    """Return *value* of a library as it is printed."""
    if isinstance(value, datetime):
        return [value.date().isoformat()]
    return [value.isoformat()] if isinstance(value, date) else str(value)


def _without_nan(value: object) -> object:
    if isinstance(value, list):
        return [_without_nan(one) for one in value]
    return None if isinstance(value, float) and not isfinite(value) else value


# Made once: what it is made of costs more than a small value.
_written = json.JSONEncoder(
    ensure_ascii=False, check_circular=False, allow_nan=False, default=plain
).encode
