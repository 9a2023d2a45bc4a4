"""Incoming directives cited as footnotes, and files attached to records. Knows no Qt, no SQL."""

from dataclasses import dataclass, field

from thidua_desktop.domain.identity import new_uid


@dataclass(frozen=True, slots=True, kw_only=True)
class Directive:
    """A directing document (văn bản chỉ đạo): number, date, issuer, subject."""

    number: str = ""
    date: str = ""
    issuer: str = ""
    subject: str = ""
    uid: str = field(default_factory=new_uid)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file kept with a record; its bytes lie apart under *sha256*; *size* in bytes."""

    owner_table: str = ""
    owner_uid: str = ""
    kind: str = ""
    name: str = ""
    sha256: str = ""
    size: int = 0
    uid: str = field(default_factory=new_uid)
