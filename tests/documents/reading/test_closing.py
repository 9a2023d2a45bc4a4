"""The end of a paper: Nơi nhận, authority and signer, in whatever order they stand."""

import pytest

from thidua_desktop.documents.reading.closing import Closing, read_closing
from thidua_desktop.documents.reading.source import Line, words_of
from thidua_desktop.documents.reading.text import items_of

RECIPIENTS = "**Nơi nhận:**\n\n- Sở Nội vụ (b/c);\n- Lưu: VT."
SIGNATURE = "**TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH**\n\n**A Rừng**"


def _closing(text: str) -> Closing:
    return read_closing(items_of(text.splitlines()))


def _words(items) -> list[str]:
    return [words_of(item) for item in items if isinstance(item, Line)]


@pytest.mark.parametrize("end", [f"{RECIPIENTS}\n\n{SIGNATURE}", f"{SIGNATURE}\n\n{RECIPIENTS}"])
def test_recipients_authority_and_signer_are_told_in_either_order(end):
    closing = _closing(f"Các xã thực hiện./.\n\n{end}")
    assert closing.recipients == "- Sở Nội vụ (b/c);\n- Lưu: VT."
    assert closing.authority == "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"
    assert closing.signer == "A Rừng"
    assert _words(closing.body) == ["Các xã thực hiện./."]
    assert closing.after == ()


def test_the_two_halves_of_a_table_are_read_one_after_the_other():
    text = (
        "Hết./.\n\nNơi nhận:\tTM. ỦY BAN NHÂN DÂN\n- Sở Nội vụ;\tKT. CHỦ TỊCH\n"
        "- Lưu: VT.\tPHÓ CHỦ TỊCH\n\tA Rừng"
    )
    closing = _closing(text)
    assert closing.recipients == "- Sở Nội vụ;\n- Lưu: VT."
    assert closing.authority == "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"
    assert closing.signer == "A Rừng"


def test_a_recipient_on_two_lines_is_one():
    closing = _closing("Nơi nhận:\n\n- Các phòng, ban của\n\nhuyện Mẫu Sơn;\n- Lưu: VT.")
    assert closing.recipients.split("\n")[0] == "- Các phòng, ban của huyện Mẫu Sơn;"


def test_a_name_in_capitals_is_the_signer_and_no_authority():
    closing = _closing(f"{RECIPIENTS}\n\nTRƯỞNG PHÒNG\n\nY HOA RỪNG")
    assert (closing.authority, closing.signer) == ("TRƯỞNG PHÒNG", "Y HOA RỪNG")


def test_a_signature_without_recipients_is_found():
    closing = _closing(f"Hết./.\n\n{SIGNATURE}")
    assert (closing.signer, closing.recipients) == ("A Rừng", "")


def test_a_paper_without_an_end_keeps_all_its_text():
    closing = _closing("## IV. KIẾN NGHỊ\n\nCác xã đề nghị thêm cây giống.")
    assert len(closing.body) == 2
    assert closing.signer == ""


def test_the_chairman_named_in_the_text_is_no_signature():
    closing = _closing("## CHỦ TỊCH XÃ\n\nChủ tịch xã chỉ đạo trồng rừng.\n\nHết.")
    assert len(closing.body) == 3


def test_what_follows_the_signature_is_kept():
    closing = _closing(f"{RECIPIENTS}\n\n{SIGNATURE}\n\nPHỤ LỤC\n\n- Xã Đắk Mẫu: 5 ha.")
    assert _words(closing.after) == ["PHỤ LỤC", "- Xã Đắk Mẫu: 5 ha."]


def test_the_mark_of_a_copy_is_no_name():
    closing = _closing("Hết./.\n\nCHỦ TỊCH\n\n(Đã ký)\n\nA Rừng")
    assert (closing.signer, closing.after) == ("A Rừng", ())
