"""Numbers in the prose of a report that a live figure could say instead. Knows no database.

Only numbers followed by what a figure counts ("76 tập thể", "13 thành viên") are looked at, so
that days, numbers of papers and money raise no question.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from thidua_desktop.domain.blocks import Block
from thidua_desktop.domain.markup import Run, parse
from thidua_desktop.domain.text import words
from thidua_desktop.services.figures import Figure, read_figure

SIGN = "\ufffc"
"""Stands for a note or a figure, each one place in the text."""

_NUMBER = re.compile(r"(?<![\d.,/\w-])\d{1,3}(?:\.\d{3})*(?![\d/%\w-]|[.,]\d)")
_TITLE = re.compile(r"“(.+?)”")  # in the words of a figure of one title
_AROUND = 60  # Letters before a number that may say which figure it is.
_OFFERED = 6  # Figures offered for one number, the likeliest first.
_NOUNS: Mapping[str, tuple[str, ...]] = {
    "person": ("lượt cá nhân", "cá nhân", "lượt người", "người", "đồng chí"),
    "collective": ("lượt tập thể", "tập thể"),
    "household": ("lượt hộ", "hộ", "gia đình"),
    "members": ("thành viên",),
    "chairs": ("chủ tịch",),
    "vice_chairs": ("phó chủ tịch",),
    "standing_vice_chairs": ("phó chủ tịch thường trực",),
    "others": ("ủy viên", "uỷ viên"),
    "secretaries": ("thư ký",),
    "commune": ("xã", "phường"),
    "school": ("trường",),
    "village": ("thôn", "làng", "tổ dân phố"),
    "enterprise": ("doanh nghiệp", "hợp tác xã"),
}
_TASKS = ("nhiệm vụ", "việc", "nội dung")


@dataclass(frozen=True, slots=True)
class Choice:
    """One figure that may take a number's place: what it counts, its value now and last period."""

    name: str
    words: str
    now: str
    before: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A number in the prose: the *text* at *place* of the block, counted with notes as one sign.

    *before* and *after* are the words around it. *choices*: the likeliest figure first.
    """

    block: str
    place: int
    text: str
    before: str
    after: str
    choices: tuple[Choice, ...]

    @property
    def is_old(self) -> bool:
        """Say whether the number is that of the last period and not of this one."""
        return all(_number(choice.now) != _number(self.text) for choice in self.choices)


def offers(blocks: Iterable[Block], choices: Sequence[Choice]) -> list[Offer]:
    """Return the numbers of *blocks* that are the value of one of *choices*, now or last period."""
    by_value: dict[int, list[Choice]] = {}
    for choice in choices:
        for value in {_number(choice.now), _number(choice.before)} - {0}:
            by_value.setdefault(value, []).append(choice)
    prose = (block for block in blocks if block.kind != "table")
    return [offer for block in prose for offer in _offers(block, by_value)]


def _offers(block: Block, by_value: Mapping[int, list[Choice]]) -> Iterator[Offer]:
    text = "".join(piece.text if isinstance(piece, Run) else SIGN for piece in parse(block.body))
    for found in _NUMBER.finditer(text):
        before, after = text[: found.start()], text[found.end() :]
        fitting = [choice for choice in by_value.get(_number(found[0]), ()) if _fits(choice, after)]
        if fitting:
            fitting.sort(key=lambda choice: _likelihood(choice, before, found[0]), reverse=True)
            yield Offer(
                block.uid, found.start(), found[0], _said(_tail(before)), _said(after)[:_AROUND],
                tuple(fitting[:_OFFERED]),
            )  # fmt: skip


def _fits(choice: Choice, after: str) -> bool:
    figure = read_figure(choice.name)
    said = after.lstrip().lower()
    if figure is None:
        return False
    nouns = (*_nouns(figure), *(name.lower() for name in _TITLE.findall(choice.words)))
    return any(said.startswith(noun) and not said[len(noun) :][:1].isalpha() for noun in nouns)


def _nouns(figure: Figure) -> tuple[str, ...]:
    if figure.subject == "awards":
        return _NOUNS[figure.group]
    return _TASKS if figure.subject == "plan" else _NOUNS.get(figure.part, ())


def _likelihood(choice: Choice, before: str, text: str) -> tuple[int, bool, bool, int]:
    """Return how well a figure fits: words it shares with those before, then which period."""
    near = set(words(_tail(before)))
    named = set(words(choice.words))
    number = _number(text)
    is_both = _number(choice.now) == _number(choice.before) == number
    return len(near & named), is_both, _number(choice.before) == number, -choice.name.count(".")


def _tail(before: str) -> str:
    """Return the words before a number, from where its sentence or part of it begins."""
    return re.split(r"[.;:](?=\s)", before)[-1][-_AROUND:]


def _said(text: str) -> str:
    return text.replace(SIGN, "")


def _number(text: str) -> int:
    digits = text.replace(".", "")
    return int(digits) if digits.isdigit() else 0
