"""What a page may still do when its file is open for reading alone. Knows no record."""

from collections.abc import Mapping

from thidua_desktop.ui.offer import Offer

WHY = "Tệp đang mở chỉ để đọc, không sửa được."

_WRITING = frozenset({"add", "change", "delete", "save", "import"})


def why_not(is_read_only: bool) -> str:
    """Return why nothing can be written, or ""."""
    return WHY if is_read_only else ""


def kept_from_writing(offers: Mapping[str, Offer], why: str) -> dict[str, Offer]:
    """Return *offers*; with a *why*, those that write say it instead of being run."""
    if not why:
        return dict(offers)
    return {
        name: Offer(offer.run, why) if name in _WRITING else offer for name, offer in offers.items()
    }
