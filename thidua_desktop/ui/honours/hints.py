"""What the law says of a title as it stands in a form, in one line. Knows no screen."""

from dataclasses import dataclass

from thidua_desktop.domain.dates import DateError, parse_date, show_date
from thidua_desktop.domain.law.book import LawBook

_OUTSIDE = "Ngoài danh mục: chữ được giữ nguyên, chương trình không tính điều kiện và tiền thưởng."


@dataclass(frozen=True, slots=True)
class Hint:
    """A sentence and its tone."""

    words: str = ""
    tone: str = "muted"


def day_or_none(typed: str) -> str:
    """Return the date *typed*, or "" while it is none yet."""
    try:
        return parse_date(typed) if typed else ""
    except DateError:
        return ""


def title_hint(book: LawBook, text: str, date: str, recipient: str, level: str) -> Hint:
    """Return what is known of the title *text* under the law of *date* (a partial date or "")."""
    if not text:
        return Hint()
    title = book.find_title(text, date, recipient, level or None)
    if title is None:
        return Hint(_OUTSIDE, "amber")
    if date and book.pack_for(date) is None:
        first = show_date(book.packs[0].first_day)
        return Hint(f"Quyết định trước ngày {first}: chỉ giữ tên, không tính điều kiện.")
    if not title.verified:
        return Hint(f"Chưa đối chiếu với văn bản ({title.article}).", "amber")
    return Hint(f"Theo {title.article}.")


def money_hint(book: LawBook, title: str, date: str, recipient: str) -> Hint:
    """Return where the money of the title with the id *title* comes from."""
    pack = book.pack_for(date)
    entry = pack.coefficient(title, recipient) if pack and title else None
    if entry is None:
        return Hint()
    if not entry.verified:
        return Hint(f"Hệ số chưa đối chiếu với văn bản ({entry.article}).", "amber")
    most = " Đây là mức cao nhất." if entry.at_most else ""
    return Hint(f"Theo {entry.article}.{most}")
