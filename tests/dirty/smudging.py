"""What hands and programs do to text on its way: the same words in other letters and blanks."""

from random import Random
from unicodedata import normalize

from thidua_desktop.domain.text import clean


def smudged(text: str, random: Random) -> str:
    """Return *text* as another keyboard, another program or a hasty hand leaves it.

    `clean` brings every one of them back to what `clean` makes of *text*.
    """
    ways = (_as_is, _as_is, _apart, _blanks, _hard_blanks, _unseen, _other_d, _around)
    dirty = random.choice(ways)(text)
    assert clean(dirty) == clean(text)
    return dirty


def _as_is(text: str) -> str:
    return text


def _apart(text: str) -> str:
    return normalize("NFD", text)


def _blanks(text: str) -> str:
    return text.replace(" ", "  ")


def _hard_blanks(text: str) -> str:
    return text.replace(" ", "\u00a0")


def _unseen(text: str) -> str:
    return "\u200b".join((text[:1], text[1:]))


def _other_d(text: str) -> str:
    return text.replace("Đ", "\u00d0").replace("đ", "\u0256")


def _around(text: str) -> str:
    return f" {text}\t"
