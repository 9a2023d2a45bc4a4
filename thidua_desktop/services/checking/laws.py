"""Which law a nomination is checked by. Knows no finding."""

from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.law.book import LawBook
from thidua_desktop.domain.law.pack import LawPack
from thidua_desktop.domain.nominations import Dossier, Nomination
from thidua_desktop.services.checking.values import LawUsed, received_words
from thidua_desktop.services.titles import year_or_none


def law_for(
    book: LawBook, nomination: Nomination, dossier: Dossier | None, asked: str = ""
) -> tuple[LawPack | None, LawUsed | None]:
    """Return the pack of *nomination* and why it is that one; None where no pack reaches.

    The law in force when its dossier came in, else at the end of the year proposed, or the pack
    *asked* for by its id.
    """
    if asked:
        pack = asked_for(book, asked)
        return pack, LawUsed(pack.id, pack.name, "theo yêu cầu khi kiểm tra")
    received = dossier.received if dossier else ""
    found = book.pack_for(received or year_or_none(nomination.year))
    if found is None:
        return None, None
    year_end = f"theo luật có hiệu lực cuối năm đề nghị {nomination.year}"
    return found, LawUsed(found.id, found.name, received_words(received) if received else year_end)


def asked_for(book: LawBook, id: str) -> LawPack:
    """Return the pack *id*; Refused when the program has none of that name."""
    for pack in book.packs:
        if pack.id == id:
            return pack
    known = ", ".join(pack.id for pack in book.packs)
    raise Refused(
        f"Chương trình không có bộ luật “{id}”.",
        "Chưa có gì bị thay đổi.",
        f"Hãy chọn một trong: {known}.",
    )
