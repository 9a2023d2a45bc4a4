"""Where the lines of a centred title end: few, about as long, no phrase torn apart.

Knows no fonts and draws nothing; whoever draws says how wide a text is.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise
from math import inf

Width = Callable[[str], float]

_PHRASES = (
    "thi đua, khen thưởng",
    "thi đua - khen thưởng",
    "thi đua yêu nước",
    "ủy ban nhân dân",
    "hội đồng nhân dân",
    "chủ tịch ủy ban",
    "tập thể, cá nhân",
    "danh hiệu, hình thức",
    "lao động tiên tiến",
    "chiến sĩ thi đua",
    "trên địa bàn",
    "phương hướng, nhiệm vụ",
    "hoàn thành xuất sắc",
    "đầu năm",
    "cuối năm",
    "năm học",
    "giai đoạn",
    "phong trào",
    "thành tích",
    "công tác",
    "thực hiện",
    "triển khai",
    "kế hoạch",
    "báo cáo",
    "tổng kết",
    "sơ kết",
    "kết quả",
    "danh sách",
    "đề nghị",
    "điển hình",
    "sáng kiến",
    "giáo dục",
    "đào tạo",
    "nông thôn mới",
)
_TORN = frozenset(pair for phrase in _PHRASES for pair in pairwise(phrase.split()))
_PLACES = {"tỉnh", "huyện", "xã", "phường", "thôn", "làng", "quận", "phố", "trấn"}
_JOINING = {"của", "và", "về", "cho", "trên", "theo", "tại", "trong", "từ", "nhằm", "để", "được"}
_WITH_NEXT = _PLACES | _JOINING | {"ngày", "tháng", "quý", "năm", "số", "các"}
_BEGINNING = _PLACES | _JOINING

_INSIDE, _ANYWHERE, _AT_COMMA = 2.0, 0.3, 0.15  # what ending a line costs where sense does not
_ONE_MORE = 1.0  # what one more line costs


def title_lines(text: str, room: float, width: Width) -> list[str]:
    """Return *text* in lines no wider than *room*, broken where a typist would.

    They are as few as fit, or one more where that keeps a phrase whole. A word wider than *room*
    has a line to itself.
    """
    words = text.split()
    if len(words) < 2 or width(text) <= room:
        return [text]  # with its blanks for the pen
    fewest = _fewest(words, room, width)
    ways = [_Breaking(words, room, width, fewest).best]
    if fewest < len(words):
        cost, lines = _Breaking(words, room, width, fewest + 1).best
        ways.append((cost + _ONE_MORE, lines))
    return list(min(ways, key=lambda way: way[0])[1])


def _fewest(words: Sequence[str], room: float, width: Width) -> int:
    count, line = 1, words[0]
    for word in words[1:]:
        longer = f"{line} {word}"
        fits = width(longer) <= room
        count, line = (count, longer) if fits else (count + 1, word)
    return count


_Way = tuple[float, tuple[str, ...]]  # what it costs and its lines


class _Breaking:
    """Weighs the ways of breaking *words* into *count* lines against one another."""

    def __init__(self, words: Sequence[str], room: float, width: Width, count: int) -> None:
        self._words = words
        self._room = room
        self._width = width
        self._even = width(" ".join(words)) / count
        self._known: dict[tuple[int, int], _Way] = {}
        self.best = self._best(0, count)

    def _best(self, start: int, count: int) -> _Way:
        """Return the best way for what begins at word *start*, in *count* lines."""
        key = (start, count)
        if key not in self._known:
            self._known[key] = self._weighed(start, count)
        return self._known[key]

    def _weighed(self, start: int, count: int) -> _Way:
        last = len(self._words)
        if count == 1:
            return self._uneven(start, last), (self._text(start, last),)
        ways: list[_Way] = []
        for end in range(start + 1, last - count + 2):
            if not self._fits(start, end):
                break
            cost, rest = self._best(end, count - 1)
            cost += self._uneven(start, end) + self._tearing(end)
            ways.append((cost, (self._text(start, end), *rest)))
        return min(ways, key=lambda way: way[0])

    def _uneven(self, start: int, end: int) -> float:
        if not self._fits(start, end):
            return inf
        return (self._width(self._text(start, end)) / self._even - 1) ** 2

    def _tearing(self, end: int) -> float:
        """Return what it costs to end a line before word *end*."""
        word, following = self._words[end - 1].casefold(), self._words[end].casefold()
        if (word, following) in _TORN or word in _WITH_NEXT or following[0].isdigit():
            return _INSIDE
        if self._is_name(end):
            return _INSIDE
        if word.endswith((";", ":")) or following in _BEGINNING:
            return 0.0
        return _AT_COMMA if word.endswith(",") else _ANYWHERE

    def _is_name(self, end: int) -> bool:
        """Say whether the words around a break are two of one name, such as Đắk Glei."""
        around = self._words[end - 1 : end + 1]
        return all(word.istitle() for word in around) and around[0].isalpha()

    def _fits(self, start: int, end: int) -> bool:
        return end - start == 1 or self._width(self._text(start, end)) <= self._room

    def _text(self, start: int, end: int) -> str:
        return " ".join(self._words[start:end])
