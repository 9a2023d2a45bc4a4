"""The line below: file, what is chosen, when it was saved, long work. Knows no tab."""

from datetime import datetime

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QStatusBar, QWidget

from thidua_desktop.ui.jobs import Job, Jobs

_QUICK = 300  # Milliseconds; work that ends sooner shows no bar.
_BAR_WIDTH = 140


class StatusLine(QStatusBar):
    """Four places from the left, and at the right a slim bar with "Dừng" while work is long."""

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self._file, self._chosen, self._saved, self._backup = (QLabel() for _ in range(4))
        for label in (self._file, self._chosen, self._saved, self._backup):
            self.addWidget(label)
            label.hide()
        self._work = _WorkBar()
        self.addPermanentWidget(self._work)
        self._work.hide()
        jobs.started.connect(self._watch)

    def show_file(self, words: str, tip: str = "") -> None:
        """Say which file and office are open."""
        _say(self._file, words)
        self._file.setToolTip(tip)

    def show_chosen(self, words: str) -> None:
        """Say how many rows are there and chosen."""
        _say(self._chosen, words)

    def show_saved(self, at: datetime | None) -> None:
        """Say when the last step was written."""
        _say(self._saved, f"Đã cất {at:%H:%M}" if at else "")

    def show_backup(self, at: datetime | None, now: datetime) -> None:
        """Say when the last backup was made."""
        _say(self._backup, backup_words(at, now))

    def show_backup_trouble(self, words: str) -> None:
        """Say that the last backup failed."""
        _say(self._backup, words)

    def _watch(self, job: Job) -> None:
        if job.label:
            self._work.watch(job)


class _WorkBar(QWidget):
    """The bar of one long job, shown when it is not soon over."""

    def __init__(self) -> None:
        super().__init__()
        self._words = QLabel()
        self._bar = QProgressBar()
        self._bar.setFixedWidth(_BAR_WIDTH)
        self._bar.setMaximumHeight(12)
        self._bar.setTextVisible(False)
        self._stop = QPushButton("Dừng")
        self._job: Job | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 4, 0)
        for widget in (self._words, self._bar, self._stop):
            row.addWidget(widget)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_QUICK)
        self._soon.timeout.connect(self.show)
        self._stop.clicked.connect(self._cancel)

    def watch(self, job: Job) -> None:
        """Follow *job* to its end; the last one begun is the one shown."""
        self._job = job
        self._words.setText(job.label)
        self._bar.setAccessibleName(job.label)
        self._bar.setRange(0, 0)
        self._stop.setEnabled(True)
        job.progress.connect(self._step)
        job.finished.connect(self._end)
        self._soon.start()

    def _step(self, done: int, total: int, text: str) -> None:
        if self._job is not None and self.sender() is self._job:
            self._bar.setRange(0, total)
            self._bar.setValue(done)
            self._words.setText(text or self._job.label)

    def _end(self) -> None:
        if self.sender() is self._job:
            self._job = None
            self._soon.stop()
            self.hide()

    def _cancel(self) -> None:
        if self._job is not None:
            self._stop.setEnabled(False)
            self._job.cancel()


def backup_words(at: datetime | None, now: datetime) -> str:
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
