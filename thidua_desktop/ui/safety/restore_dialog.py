"""The dialog that shows what each backup of a file holds, laid beside the file as it is now.

It restores nothing: it says which backup the officer chose.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QGridLayout, QLabel

from thidua_desktop.domain.errors import OfficerError
from thidua_desktop.domain.numbers import decimal, grouped
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.jobs import while_here
from thidua_desktop.ui.look import Tone
from thidua_desktop.ui.prompts import OFFICE_FILE
from thidua_desktop.ui.safety.log_dialog import LogDialog
from thidua_desktop.ui.safety.log_list import Head, Line, LogList, line, moment

REASONS: Mapping[str, str] = {
    "daily": "Đầu ngày",
    "exit": "Khi đóng",
    "manual": "Theo yêu cầu",
    "import": "Trước khi nhập khẩu",
    "merge": "Trước khi gộp",
    "upgrade": "Trước khi nâng cấp",
    "restore": "Trước khi khôi phục",
}
"""Why a backup was made, in a few words."""

_HEADS = (
    Head("Sao lưu lúc", 118),
    Head("Vì sao"),
    Head("Khen thưởng", 88, right=True),
    Head("Đề nghị", 66, right=True),
    Head("Nhiệm vụ", 70, right=True),
    Head("Hội đồng", 68, right=True),
    Head("Bước cuối", 118),
    Head("Cỡ tệp", 64, right=True),
)
_COUNTED = {
    "award": "khen thưởng",
    "nomination": "đề nghị",
    "plan_task": "nhiệm vụ",
    "council_member": "thành viên hội đồng",
}
_MORE = {"decision": "quyết định", "report": "báo cáo", "person": "người", "unit": "đơn vị"}
_LEAD = (
    "Chọn bản sao lưu để đưa tệp về lúc ấy. Tệp đang có được sao lưu trước khi thay, "
    "nên vẫn lấy lại được."
)
_NONE = "Chưa có bản sao lưu nào của tệp này ở thư mục sao lưu."
_ICON = 14


class State(Protocol):
    """How far a file has come."""

    @property
    def counts(self) -> Mapping[str, int]:
        """Return its rows by table."""

    @property
    def last_at(self) -> str:
        """Return when its last step was made, as ISO text."""

    @property
    def last_label(self) -> str:
        """Return the words of its last step."""


class Backup(State, Protocol):
    """What is known of one backup without opening it."""

    @property
    def path(self) -> Path:
        """Return where it lies."""

    @property
    def at(self) -> datetime:
        """Return when it was made."""

    @property
    def reason(self) -> str:
        """Return why it was made, a key of `REASONS`."""

    @property
    def size(self) -> int:
        """Return its bytes."""


Check = Callable[[Path], Backup]
"""Reads a backup in full and returns what it holds; BadFile when it is not as it was made."""


class RestoreDialog(LogDialog):
    """The backups of one file, newest first; the one chosen is read in full before it is taken.

    *present*: the file as it is now, None where it cannot be read.
    """

    def __init__(
        self, backups: Sequence[Backup], present: State | None, check: Check, desk: Desk
    ) -> None:
        table = LogList("Các bản sao lưu", _HEADS, desk.look, many=False)
        super().__init__("Khôi phục từ bản sao lưu", _LEAD, table, desk.look)
        self._desk = desk
        self._present = present
        self._check = check
        self._backups = list(backups)
        self._checked: dict[Path, str] = {}
        self._icon = QLabel()
        self._verdict = QLabel()
        self._verdict.setWordWrap(True)
        self._lay_out_verdict()
        other = self.add_button("Chọn tệp khác…", self._choose_other)
        other.setToolTip("Một bản sao lưu nằm ở USB hay thư mục khác")
        self.restore = self.add_button("Khôi phục bản này", self.accept, is_main=True)
        self.add_button("Bỏ qua", self.reject)
        self.search.hide()
        self.empty.say(_NONE, icon="archive")
        table.chosen_changed.connect(self._choose)
        self._show()

    @classmethod
    def ask(
        cls, desk: Desk, backups: Sequence[Backup], present: State | None, check: Check
    ) -> Path | None:
        """Return the backup to put back, None when the officer leaves things as they are."""
        dialog = cls(backups, present, check, desk)
        is_taken = desk.prompts.run(dialog)
        chosen = dialog.chosen
        dialog.deleteLater()
        return chosen.path if is_taken and chosen else None

    @property
    def chosen(self) -> Backup | None:
        """Return the backup in focus."""
        return next(iter(self.table.chosen), None)

    def _show(self) -> None:
        self.table.show_lines([_line(backup) for backup in self._backups])
        self.show_table(bool(self._backups))
        self.table.setFocus()

    def _choose(self) -> None:
        """Say what the chosen backup holds, and read it in full unless that was done."""
        chosen = self.chosen
        self.said.setText(_compared(chosen, self._present) if chosen else "")
        if chosen and chosen.path not in self._checked:
            self._tell(Tone.MUTED, "refresh-cw", "Đang đọc lại bản này để kiểm tra…")
            job = self._desk.read(lambda: self._check(chosen.path))
            job.on(OfficerError, partial(self._note, chosen.path))
            job.succeeded.connect(while_here(self, lambda _found: self._note(chosen.path)))
        self._judge()

    def _note(self, path: Path, error: OfficerError | None = None) -> None:
        self._checked[path] = error.what if error else ""
        self._judge()

    def _judge(self) -> None:
        """Let the chosen backup be taken once it has been found whole."""
        chosen = self.chosen
        fault = self._checked.get(chosen.path) if chosen else None
        self.restore.setEnabled(fault == "")
        if not chosen:
            self._tell(Tone.MUTED, "", "")
        elif fault == "":
            self._tell(Tone.GREEN, "circle-check", "Đã đọc lại toàn bộ bản này: nguyên vẹn.")
        elif fault:
            self._tell(Tone.RED, "circle-alert", f"Không dùng được bản này. {fault}")

    def _choose_other(self) -> None:
        """Bring a backup that lies elsewhere into the list, once it has been read in full."""
        path = self._desk.prompts.open_file("Chọn bản sao lưu", (OFFICE_FILE,))
        if path:
            job = self._desk.read(lambda: self._check(path))
            job.on(OfficerError, self._refuse)
            job.succeeded.connect(self._add)

    def _refuse(self, error: OfficerError) -> None:
        self._desk.prompts.tell(error.what, error.safe, error.todo)

    def _add(self, backup: Backup) -> None:
        self._checked[backup.path] = ""
        others = [each for each in self._backups if each.path != backup.path]
        self._backups = [backup, *others]
        self._show()

    def _tell(self, tone: Tone, icon: str, words: str) -> None:
        look = self._desk.look
        size = look.px(_ICON)
        self._icon.setPixmap(look.icon(icon, tone, _ICON).pixmap(size, size)) if icon else None
        self._icon.setVisible(bool(icon))
        self._verdict.setText(words)
        self._verdict.setProperty("tone", tone.value)
        self._verdict.style().polish(self._verdict)

    def _lay_out_verdict(self) -> None:
        row = QGridLayout()
        row.setHorizontalSpacing(sizes.TIGHT)
        row.addWidget(self._icon, 0, 0)
        row.addWidget(self._verdict, 0, 1)
        row.setColumnStretch(1, 1)
        self.add_above_buttons(row)


def _line(backup: Backup) -> Line:
    counts = (grouped(backup.counts.get(name, 0)) for name in _COUNTED)
    cells = (
        f"{backup.at:%d/%m/%Y %H:%M}",
        REASONS.get(backup.reason, ""),
        *counts,
        moment(backup.last_at),
        f"{decimal(backup.size / 1e6, 1)} MB",
    )
    return line(backup, cells)


def _compared(backup: Backup, present: State | None) -> str:
    """Return what *backup* has less and more of than *present*, and its last step."""
    last = f"Bước cuối trong bản này: {moment(backup.last_at)}, {backup.last_label}."
    parts = [_difference(backup, present)] if present else []
    return "\n".join([*parts, last] if backup.last_at else parts)


def _difference(backup: Backup, present: State) -> str:
    """Return "Ít hơn hiện tại 12 khen thưởng; nhiều hơn 1 nhiệm vụ."."""
    less: list[str] = []
    more: list[str] = []
    for name, words in {**_COUNTED, **_MORE}.items():
        gap = backup.counts.get(name, 0) - present.counts.get(name, 0)
        if gap:
            (more if gap > 0 else less).append(f"{grouped(abs(gap))} {words}")
    told = [f"ít hơn hiện tại {', '.join(less)}"] if less else []
    told += [f"nhiều hơn {'' if less else 'hiện tại '}{', '.join(more)}"] if more else []
    if not told and backup.last_at == present.last_at:
        return "Giống hệt tệp đang mở."
    words = "; ".join(told) or "số dòng như tệp đang mở, nội dung có thể khác"
    return f"{words[0].upper()}{words[1:]}."
