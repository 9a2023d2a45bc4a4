"""The letters of papers: which files they are and which characters they have. Draws nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal
from unicodedata import category, normalize

from thidua_desktop.domain.errors import Refused

FaceName = Literal["Regular", "Bold", "Italic", "BoldItalic"]
FACES: tuple[FaceName, ...] = ("Regular", "Bold", "Italic", "BoldItalic")

_FAMILY = "LiberationSerif"  # the widths of Times New Roman, and free to travel with us


@dataclass(frozen=True, slots=True)
class FontFolder:
    """The folder of the fonts that travel with the program."""

    path: Path

    def face(self, name: FaceName) -> Path:
        """Return the file of the face *name*. Raises Refused when it is gone."""
        file = self.path / f"{_FAMILY}-{name}.ttf"
        if not file.is_file():
            raise Refused(
                f"Thiếu tệp phông chữ “{file.name}” của chương trình.",
                "Dữ liệu vẫn nguyên.",
                "Hãy cài lại chương trình rồi làm lại.",
            )
        return file

    def not_covered(self, texts: Iterable[str]) -> str:
        """Return the characters of *texts*, in order, that papers cannot show; each once.

        Letters typed with loose marks count as the whole letters that they are.
        """
        known = _characters(self.face("Regular"))
        used: set[str] = set()
        for text in texts:  # One after another: in one call a long list would hold Python's lock.
            used.update(normalize("NFC", text))
        return "".join(sorted(c for c in used if c not in known and not prints_nothing(c)))


def prints_nothing(character: str) -> bool:
    """Say whether *character* is a control or a joiner, which leaves no trace on paper."""
    return category(character) in ("Cc", "Cf", "Zl", "Zp")


@lru_cache(maxsize=1)
def _characters(file: Path) -> frozenset[str]:
    """Return what *file* can show; its other faces show the same."""
    from reportlab.pdfbase.ttfonts import TTFontFile

    return frozenset(map(chr, TTFontFile(str(file)).charToGlyph))
