"""How a reader prints what it read: JSON, a value a line."""

import json
import sys
from collections.abc import Callable
from datetime import date, datetime


def show(value: object) -> None:
    """Print *value*; a date as ["1985-02-03"], other things of a library as their words."""
    sys.stdout.buffer.write(_written(value).encode("utf-8", "replace") + b"\n")


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


# Made once: what it is made of costs more than a small value.
_written = json.JSONEncoder(ensure_ascii=False, check_circular=False, default=plain).encode
