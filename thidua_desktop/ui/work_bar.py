"""The slim bar of long work in the status line, with "Dừng". Knows no work by name."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from thidua_desktop.ui.jobs import Job
from thidua_desktop.ui.widgets.shrinking import Shrinking

_QUICK = 300  # Milliseconds; work that ends sooner shows no bar.
_BAR_WIDTH = 140


class WorkBar(QWidget):
    """The bar of one long job, shown when it is not soon over."""

    def __init__(self) -> None:
        super().__init__()
        self._words = Shrinking()
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
        self._words.say(job.label)
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
            self._words.say(text or self._job.label)

    def _end(self) -> None:
        if self.sender() is self._job:
            self._job = None
            self._soon.stop()
            self.hide()

    def _cancel(self) -> None:
        if self._job is not None:
            self._stop.setEnabled(False)
            self._job.cancel()
