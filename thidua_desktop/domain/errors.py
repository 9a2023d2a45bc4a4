"""What can stand in the way: a broken rule, the world outside, a file not ours."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that stands in the way of saving: the field it concerns and a sentence for it."""

    field: str
    text: str


class RuleError(Exception):
    """A draft breaks rules of the field; carries every problem found, first field first."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(" ".join(problem.text for problem in problems))
        self.problems = problems


class OfficerError(Exception):
    """Something the officer must read: what happened, what is safe, what to do (Vietnamese)."""

    def __init__(self, what: str, safe: str = "", todo: str = "") -> None:
        super().__init__(" ".join(part for part in (what, safe, todo) if part))
        self.what = what
        self.safe = safe
        self.todo = todo


class Refused(OfficerError):
    """A request right in form that cannot be done now: locked, newer, read-only, bad input."""


class Newer(Refused):
    """A file that a newer program made; this one can neither write nor read it."""


class OutsideError(Refused):
    """The world failed: full disk, vanished stick, locked or unwritable file."""


class Elsewhere(Refused):
    """A file that may not be worked on where it lies, on a stick or a share; *path*: the file."""

    def __init__(self, path: Path, disk: str) -> None:
        super().__init__(
            f"“{path.name}” nằm trên {disk}, chương trình không làm việc thẳng ở đó.",
            "Tệp trên ổ ấy được giữ nguyên.",
            "Hãy đưa tệp vào máy này (Tệp → Đưa vào máy này…) rồi làm việc trên bản ấy.",
        )
        self.path = path


class BadFile(OfficerError):
    """A file that is damaged, or is not an office file at all."""


class ChangedSince(Refused):
    """Undo would overwrite later work; *rows*: (table, uid, what it is) of each changed since."""

    def __init__(self, what: str, rows: list[tuple[str, str, str]], todo: str = "") -> None:
        super().__init__(what, "Chưa có gì bị thay đổi.", todo)
        self.rows = rows


class Cancelled(Exception):
    """The officer stopped a long piece of work; nothing it began remains."""
