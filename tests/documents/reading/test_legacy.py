"""Old encodings to Unicode: every letter, against the system's own table, and what stays."""

import subprocess
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_desktop.documents.reading.legacy import converted, decoded, encoding_of, is_legacy

TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
VOWELS = [normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in TONES]
SMALL = [letter for letter in (*VOWELS, "đ") if not letter.isascii()]
CAPITALS = [letter.upper() for letter in SMALL]
BARE_CAPITALS = list("ĂÂÊÔƠƯĐ")  # The only capitals with a mark that a TCVN3 font has.

# Written independently of the reader's tables: each letter as the old keyboards made it.
VNI_MARKS = {"\u0300": "ø", "\u0309": "û", "\u0303": "õ", "\u0301": "ù", "\u0323": "ï"}
VNI_ROUND = {"\u0300": "à", "\u0309": "å", "\u0303": "ã", "\u0301": "á", "\u0323": "ä", "": "â"}
VNI_SHORT = {"\u0300": "è", "\u0309": "ú", "\u0303": "ü", "\u0301": "é", "\u0323": "ë", "": "ê"}
VNI_ALONE = {"í": "í", "ì": "ì", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î", "đ": "ñ"}
HORNS = {"ơ": "ô", "ư": "ö"}


def _in_vni(letter: str) -> str:
    if letter.lower() in VNI_ALONE:
        sign = VNI_ALONE[letter.lower()]
    else:
        base, *marks = list(normalize("NFD", letter.lower()))
        tone = next((mark for mark in marks if mark in VNI_MARKS), "")
        if "\u0302" in marks:
            sign = base + VNI_ROUND[tone]
        elif "\u0306" in marks:
            sign = base + VNI_SHORT[tone]
        else:
            horned = "\u031b" in marks
            sign = HORNS[normalize("NFC", base + "\u031b")] if horned else base
            sign += VNI_MARKS.get(tone, "")
    return sign if letter == letter.lower() else sign.upper()


def _by_system(content: bytes) -> str:
    """Return what the system's own converter makes of TCVN3 bytes; skip where there is none."""
    try:
        done = subprocess.run(
            ["iconv", "-f", "TCVN5712-1", "-t", "UTF-8"],
            input=content,
            capture_output=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no iconv with TCVN5712-1 on this computer")
    return normalize("NFC", done.stdout.decode())


def _to_tcvn3(text: str) -> bytes:
    try:
        done = subprocess.run(
            ["iconv", "-f", "UTF-8", "-t", "TCVN5712-1"],
            input=text.encode(),
            capture_output=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no iconv with TCVN5712-1 on this computer")
    return done.stdout


def test_each_letter_of_tcvn3_is_what_the_system_says():
    content = _to_tcvn3("".join([*SMALL, *BARE_CAPITALS]))
    assert len(content) == 74
    assert decoded(content.decode("latin-1"), "tcvn3") == "".join([*SMALL, *BARE_CAPITALS])
    assert decoded(content.decode("latin-1"), "tcvn3") == _by_system(content)


def test_a_tone_after_a_capital_of_tcvn3_is_put_on_it():
    content = b"A\xb3 \xa2\xb0 \xa6\xb4 10\xb0C m\xb2"
    assert decoded(content.decode("latin-1"), "tcvn3") == "Á Ầ Ự 10°C m²"


def test_the_soft_hyphen_is_a_letter_of_tcvn3():
    assert decoded("T\xad duy", "tcvn3") == "Tư duy"


@pytest.mark.parametrize("letter", [*SMALL, *CAPITALS])
def test_each_letter_of_vni_comes_back(letter):
    assert decoded(_in_vni(letter), "vni") == letter


@given(words=st.text(alphabet=st.sampled_from([*SMALL, *CAPITALS, *"bcghlmnqrtvx BCDNT-.,/0"])))
def test_any_words_in_vni_come_back(words):
    assert decoded("".join(map(_in_vni_or_same, words)), "vni") == words


def _in_vni_or_same(letter: str) -> str:
    return letter if letter.isascii() else _in_vni(letter)


def test_the_longest_sign_of_vni_goes_first():
    assert decoded("Nguyeãn Thò Höôøng, Quyønh, Thuûy", "vni") == "Nguyễn Thị Hường, Quỳnh, Thủy"
    assert decoded("ÑAËNG VAÊN SÔN, CAÅM MYÕ, CHAÚNG HAÏN", "vni") == (
        "ĐẶNG VĂN SƠN, CẨM MỸ, CHẲNG HẠN"
    )
    assert decoded("chaúng, kyõ, kyù, tî, TÎ", "vni") == "chẳng, kỹ, ký, tỵ, TỴ"


def test_the_font_decides():
    runs = [("Times New Roman", "µ "), (".VnTime", "µ "), ("VNI-Times", "aø")]
    assert converted(runs) == "µ à à"


def test_a_letter_and_its_mark_may_stand_in_two_runs():
    assert converted([("VNI-Times", "Nguye"), ("VNI-Helve", "ãn")]) == "Nguyễn"


@pytest.mark.parametrize(
    ("font", "encoding"),
    [
        (".VnTime", "tcvn3"),
        ("'.VnArial'", "tcvn3"),
        (".VnTimeH", "tcvn3 capitals"),
        (".VNARIALH", "tcvn3 capitals"),
        (".VnArial NarrowH", "tcvn3 capitals"),
        (".VnTimeH Bold", "tcvn3 capitals"),
        (".VnTifani Heavy", "tcvn3"),
        ("VNI-Times", "vni"),
        ("vni-helve", "vni"),
        ("Times New Roman", ""),
        ("UVN Ba Le", ""),
        ("", ""),
    ],
)
def test_the_name_of_a_font_tells_its_encoding(font, encoding):
    assert encoding_of(font) == encoding
    assert is_legacy(font) == bool(encoding)


def test_a_font_of_capitals_makes_all_letters_capital():
    assert converted([(".VnTimeH", "Uû ban nh©n d©n x· §¾k Pxi")]) == "UỶ BAN NHÂN DÂN XÃ ĐẮK PXI"
    assert converted([(".VnTimeH", "ñy ban nh©n d©n")]) == "ỦY BAN NHÂN DÂN"


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
@pytest.mark.parametrize(
    "text", ["Nguyễn Văn Hùng", "Lê Văn Sơn", "Hà", "Đà Nẵng", "A Tik", "", "Nguye\u0302\u0303n"]
)
def test_what_was_typed_in_unicode_over_an_old_font_stays(text, encoding):
    assert decoded(text, encoding) == text


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
def test_quotes_and_dashes_of_windows_are_kept_whatever_their_code(encoding):
    assert decoded("\x93a\x94 \x96 “b” – € →", encoding) == "“a” – “b” – € →"


@given(text=st.text(max_size=40), encoding=st.sampled_from(["tcvn3", "tcvn3 capitals", "vni"]))
def test_no_text_is_beyond_the_tables(text, encoding):
    assert isinstance(decoded(text, encoding), str)
