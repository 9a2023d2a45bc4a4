"""Which pages are to be printed, as an officer writes it: "1-3, 5". Knows no printer and no Qt."""

import re

_PART = re.compile(r"(\d+)?\s*([-–])?\s*(\d+)?")


class NotPages(ValueError):
    """The words name no pages; its text says why, to the officer."""


def chosen_pages(words: str, count: int) -> list[int]:
    """Return the numbers, from 0, of the pages that *words* name, of *count*; all when empty.

    "2-" goes on to the last page, "-3" begins at the first; the order is the one written, and a
    page named twice is printed once. Raises NotPages.
    """
    if not words.strip():
        return list(range(count))
    found: dict[int, None] = {}
    for part in filter(None, map(str.strip, re.split(r"[,;]", words))):
        found |= dict.fromkeys(_pages(part, count))
    if not found:
        raise NotPages("Hãy ghi số trang, ví dụ 1-3, 5.")
    return list(found)


def _pages(part: str, count: int) -> range:
    match = _PART.fullmatch(part)
    if match is None or not (match[1] or match[3]):
        raise NotPages(f"“{part}” không phải số trang. Ví dụ đúng: 1-3, 5.")
    first = int(match[1] or 1)
    last = int(match[3] or (count if match[2] else first))
    if first < 1 or last > count:
        raise NotPages(f"Văn bản chỉ có {count} trang; không có trang {last or first}.")
    if first > last:
        raise NotPages(f"“{part}”: trang đầu đứng sau trang cuối.")
    return range(first - 1, last)
