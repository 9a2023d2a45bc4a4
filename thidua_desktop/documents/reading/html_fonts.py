"""Which font an element of HTML sets, by its own style, its class, its tag or `<font face>`."""

import re
from collections.abc import Mapping

_SHEET = re.compile(r"<style\b[^>]*>(.*?)</style", re.I | re.S)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_FAMILY = re.compile(r"(?<![\w-])font-family\s*:\s*([^;]+)", re.I)
_SELECTOR = re.compile(r"([\w]*)(?:\.([\w-]+))?", re.A)


class FontStyles:
    """The fonts that the style sheets inside *html* name, by tag and class."""

    def __init__(self, html: str) -> None:
        self._fonts: dict[tuple[str, str], str] = {}
        for sheet in _SHEET.findall(html):
            for selectors, body in _RULE.findall(sheet):
                if font := _family(body):
                    for selector in selectors.split(","):
                        self._add(selector.replace("<!--", ""), font)

    def font(self, tag: str, attributes: Mapping[str, str]) -> str:
        """Return the font that the element sets, "" when it has that of what it stands in."""
        if font := _family(attributes.get("style", "")):
            return font
        for name in attributes.get("class", "").split():
            if found := self._fonts.get((tag, name)) or self._fonts.get(("", name)):
                return found
        if tag == "font" and (face := attributes.get("face", "")):
            return _first(face)
        return self._fonts.get((tag, ""), "")

    def _add(self, selector: str, font: str) -> None:
        found = _SELECTOR.fullmatch(selector.strip())
        if found and found[0]:
            self._fonts[found[1].lower(), found[2] or ""] = font


def _family(style: str) -> str:
    found = _FAMILY.search(style) if "font-family" in style.lower() else None
    return _first(found[1]) if found else ""


def _first(families: str) -> str:
    return families.partition(",")[0].strip(" \t\r\n\"'")
