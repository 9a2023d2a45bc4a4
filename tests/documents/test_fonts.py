from hashlib import sha256
from pathlib import Path
from unicodedata import normalize

import pytest

from thidua_desktop.documents.fonts import FACES, FontFolder
from thidua_desktop.domain.errors import Refused

FOLDER = Path(__file__).parents[2] / "resources" / "fonts"
FONTS = FontFolder(FOLDER)

_TONED = "".join(chr(code) for code in range(0x1EA0, 0x1EFA))
_LETTERS = f"{_TONED}ăâđêôơưĂÂĐÊÔƠƯàáãèéìíòóõùúýÀÁÃÈÉÌÍÒÓÕÙÚÝĩũĨŨ₫“”…–—‘’"


@pytest.mark.parametrize("face", FACES)
def test_every_face_has_every_vietnamese_letter(face):
    from reportlab.pdfbase.ttfonts import TTFontFile

    glyphs = TTFontFile(str(FONTS.face(face))).charToGlyph
    assert [letter for letter in _LETTERS if ord(letter) not in glyphs] == []


def test_the_letters_travel_with_their_licence():
    licence = (FOLDER / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert len(list(FOLDER.glob("Liberation*.ttf"))) == 8


def test_the_letters_are_those_of_liberation_2_1_5():
    digest = sha256((FOLDER / "LiberationSerif-Regular.ttf").read_bytes()).hexdigest()
    assert digest == "29d12439831b7f59194efec85872f24f54eff05738933f9a860220d2abff88ba"


def test_whole_letters_loose_marks_and_joiners_are_all_covered():
    texts = ["Ủy ban nhân dân huyện Đắk Mây", normalize("NFD", "thưởng ₫"), "khen\u200bthưởng\n"]
    assert FONTS.not_covered(texts) == ""


def test_letters_of_other_scripts_are_named_once():
    assert FONTS.not_covered(["A 汉 B", "汉 😀"]) == "汉😀"


def test_a_face_that_is_gone_is_told(tmp_path):
    with pytest.raises(Refused, match=r"Thiếu tệp phông chữ “LiberationSerif-Bold\.ttf”"):
        FontFolder(tmp_path).face("Bold")
