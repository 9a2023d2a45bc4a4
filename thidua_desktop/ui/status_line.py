"""The line below: file, what is chosen, when it was saved, long work. Knows no tab."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from thidua_desktop.ui.widgets.shrinking import Shrinking

if TYPE_CHECKING:
    from datetime import datetime

    from thidua_desktop.ui.jobs import Job, Jobs
    from thidua_desktop.ui.work_bar import WorkBar


class StatusLine(QStatusBar):
    """Four places from the left, and at the right a slim bar with "Dừng" while work is long."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self._file = Shrinking()
        self._chosen, self._saved, self._backup = QLabel(), QLabel(), QLabel()
        for label in (self._file, self._chosen, self._saved, self._backup):
            self.addWidget(label)
            label.hide()
        self._work: WorkBar | None = None

    def follow(self, jobs: "Jobs") -> None:
        """Show the long ones of *jobs* from now on."""
        from thidua_desktop.ui.work_bar import WorkBar

        self._work = WorkBar()
        self.addPermanentWidget(self._work)
        self._work.hide()
        jobs.started.connect(self._watch)

    def show_file(self, words: str, tip: str = "") -> None:
        """Say which file and office are open."""
        self._file.say(words)
        self._file.setToolTip("\n".join(filter(None, (words, tip))))

    def show_chosen(self, words: str) -> None:
        """Say how many rows are there and chosen."""
        _say(self._chosen, words)

    def show_saved(self, at: "datetime | None") -> None:
        """Say when the last step was written."""
        _say(self._saved, f"Đã cất {at:%H:%M}" if at else "")

    def show_backup(self, words: str, tip: str = "") -> None:
        """Say when the last backup was made; see `backup_words`."""
        _say(self._backup, words)
        self._backup.setToolTip(tip)

    def add_last(self, widget: QWidget) -> None:
        """Put *widget* after all that is said."""
        self.addWidget(widget)

    def _watch(self, job: "Job") -> None:
        if job.label and self._work:
            self._work.watch(job)


def backup_words(at: "datetime | None", now: "datetime") -> str:
    """Return when the last backup was made, as one says it on the day of *now*."""
    if at is None:
        return "Chưa có bản sao lưu"
    days = (now.date() - at.date()).days
    if days == 0:
        return f"Sao lưu hôm nay {at:%H:%M}"
    if days == 1:
        return f"Sao lưu hôm qua {at:%H:%M}"
    return f"Sao lưu {days} ngày trước" if days < 31 else f"Sao lưu ngày {at:%d/%m/%Y}"


def _say(label: QLabel, words: str) -> None:
    label.setText(words)
    label.setVisible(bool(words))
