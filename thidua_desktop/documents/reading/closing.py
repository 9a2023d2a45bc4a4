"""The end of a formal paper: "Nơi nhận", the lines of authority and the signer, found in lines."""

import re
from dataclasses import dataclass, field

from thidua_desktop.documents.reading.joining import goes_on
from thidua_desktop.documents.reading.source import (
    Grid,
    Item,
    Line,
    all_words,
    joined,
    line_of,
    lines_of,
    words_of,
)
from thidua_desktop.domain.text import fold

_RECIPIENTS = re.compile(r"Nơi\s+nhận\s*(?::\s*|$)", re.I)
_BULLET = re.compile(r"[-–—+•*]")
_BEHALF = re.compile(r"(?:TM|KT|TL|TUQ|Q)\s*\.")
_POST = re.compile(
    r"(?:pho |quyen |q\. ?)?(?:chu tich|giam doc|truong phong|truong ban|chanh van phong|bi thu|"
    r"hieu truong|thu truong|cum truong|chu tri|chu toa|thu ky|nguoi lap|chanh thanh tra)\b"
)
_BODY = re.compile(r"(?:uy ban|ubnd|hoi dong|hdnd|so|phong|ban|huyen|tinh|xa|thanh pho|cum)\b")
_SIGNED = re.compile(r"\((?:da )?ky\b[^()]*\)|da ky")
_END = (".", ";", ":")
_LAST = 12  # A signature without "Nơi nhận" stands within the last lines.


@dataclass(frozen=True, slots=True)
class Closing:
    """What the end says; *body* is what stands before it, *after* what it could not name."""

    recipients: str
    authority: str
    signer: str
    body: tuple[Item, ...]
    after: tuple[Item, ...]


def read_closing(items: tuple[Item, ...]) -> Closing:
    """Return the end of the paper *items*: from the last "Nơi nhận" or line of authority on."""
    at = _start(items)
    end = _End()
    for item in items[at:]:
        end.take(item)
    recipients = "\n".join(map(words_of, end.recipients))
    authority = "\n".join(map(all_words, end.authority))
    return Closing(recipients, authority, end.signer, items[:at], tuple(end.after))


def _start(items: tuple[Item, ...]) -> int:
    """Return where the end begins: the number of items when the paper has none."""
    named = [at for at, item in enumerate(items) if _names_recipients(item)]
    last = named[-1] if named else len(items)
    signed = [
        at
        for at in range(max(0, last - _LAST), last)
        if _is_signature(items[at]) and all(map(_is_short, items[at:last]))
    ]
    return min(signed, default=last)


def _names_recipients(item: Item) -> bool:
    return _may_close(item) and any(_RECIPIENTS.match(words_of(line)) for line in lines_of(item))


def _is_signature(item: Item) -> bool:
    return _may_close(item) and any(map(_is_authority, lines_of(item)))


def _may_close(item: Item) -> bool:
    return isinstance(item, Line) or not item.is_framed


def _is_short(item: Item) -> bool:
    """Say whether *item* may be part of a signature: no sentence and nothing long."""
    if isinstance(item, Grid):
        return not item.is_framed
    text = words_of(item)
    return len(text.split()) <= 10 and not text.endswith(_END)


def _is_authority(line: Line) -> bool:
    text = words_of(line)
    return text.isupper() and bool(_BEHALF.match(text) or _POST.match(fold(text)))


@dataclass(slots=True)
class _End:
    """Reads the closing lines, each once; *is_list* while recipients are told."""

    recipients: list[Line] = field(default_factory=list)
    authority: list[Line] = field(default_factory=list)
    signer: str = ""
    after: list[Item] = field(default_factory=list)
    is_list: bool = False

    def take(self, item: Item) -> None:
        if not _may_close(item) or (self.signer and self.recipients and not self.is_list):
            self.is_list = False
            self.after.append(item)
            return
        for line in lines_of(item):
            self._take_line(line)

    def _take_line(self, line: Line) -> None:
        text = all_words(line)
        if found := _RECIPIENTS.match(text):
            self.is_list = True
            if rest := text[found.end() :]:
                self.recipients.append(line_of(rest))
        elif self._is_recipient(line):
            self._take_recipient(line)
        elif not self.signer and self._is_authority(line):
            self.is_list = False
            self.authority.append(line)
        elif _SIGNED.fullmatch(fold(text)):
            self.is_list = False  # "(Đã ký)" is of the copy, not of the paper.
        elif not self.signer and self.authority:
            self.is_list = False
            self.signer = text
        else:
            self.is_list = False
            self.after.append(line)

    def _is_recipient(self, line: Line) -> bool:
        if not self.is_list or _is_authority(line):
            return False
        is_item = bool(line.number or _BULLET.match(words_of(line)))
        return is_item or not self.recipients or goes_on(self.recipients[-1], line)

    def _take_recipient(self, line: Line) -> None:
        text = all_words(line)
        if not self.recipients or _BULLET.match(text):
            self.recipients.append(line_of(text))
        else:
            self.recipients[-1] = joined(self.recipients[-1], line_of(text))

    def _is_authority(self, line: Line) -> bool:
        """Say whether *line* names a body or a post; after a post a name may be in capitals."""
        if _is_authority(line):
            return True
        text = words_of(line)
        has_post = any(_POST.match(fold(words_of(above))) for above in self.authority)
        is_body = not has_post or bool(_BODY.match(fold(text)))
        return bool(self.authority) and text.isupper() and is_body
