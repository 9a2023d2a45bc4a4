"""The paper drawn anew beside what is written, and the place of the caret on it. Knows no text."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer

from thidua_desktop.domain.blocks import Spot
from thidua_desktop.domain.errors import OfficerError
from thidua_desktop.domain.work import Ticket
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.jobs import Job
from thidua_desktop.ui.papers.preview import Preview
from thidua_desktop.ui.printing.pdf_pages import Pdf, read_pdf

_PAUSE = 600  # Milliseconds after a key before the paper is drawn anew.
_LINE = 20.0  # Points: about a line of text, which is kept in sight.

Draw = Callable[[Path, Ticket], Mapping[str, Sequence[Spot]]]
"""Write the paper as a PDF to a path; return where the blocks of its text stand, by uid."""


class _Drawn(NamedTuple):
    turn: int
    pdf: Pdf
    spots: Mapping[str, Sequence[Spot]]


class Following(QObject):
    """Lets *preview* show what *begin* draws: at once, or a moment after typing stops.

    *begin* returns what draws the paper as it stands, or None when it cannot be drawn now. The
    drawing runs on a thread of its own; an older one is given up for a newer.
    """

    def __init__(self, preview: Preview, begin: Callable[[], Draw | None], desk: Desk) -> None:
        super().__init__(preview)
        self._preview = preview
        self._begin = begin
        self._desk = desk
        self._turn = 0
        self._job: Job | None = None
        self._spots: Mapping[str, Sequence[Spot]] = {}
        self._at = ("", 0.0)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE)
        self._soon.timeout.connect(self.draw)

    def draw_soon(self) -> None:
        """Draw the paper once nothing is typed for a moment."""
        self._soon.start()

    def draw(self) -> None:
        """Draw the paper as it stands."""
        self._soon.stop()
        if (draw := self._begin()) is None:
            return
        self._give_up()
        turn = self._turn
        self._job = self._desk.jobs.start(lambda ticket: _drawn(turn, draw, ticket), "paper")
        self._job.on(OfficerError, self._say_trouble)
        self._job.on(KeyError, self._leave_as_it_is)
        self._job.succeeded.connect(self._show)

    def clear(self) -> None:
        """Show no paper."""
        self._soon.stop()
        self._give_up()
        self._spots, self._at = {}, ("", 0.0)
        self._preview.clear()

    def stand_at(self, uid: str, part: float) -> None:
        """Show where the block *uid* is on the paper; *part* of it is before the caret."""
        self._at = (uid, part)
        self._follow()

    def stand_at_top(self) -> None:
        """Show the top of the paper; no block is marked any more."""
        self._at = ("", 0.0)
        self._preview.show_top()

    def _give_up(self) -> None:
        self._turn += 1
        if self._job is not None and not self._job.is_done:
            self._job.cancel()
        self._job = None

    def _show(self, drawn: _Drawn) -> None:
        if drawn.turn == self._turn:
            self._preview.show_pdf(drawn.pdf)
            self._spots = drawn.spots
            self._follow()

    def _follow(self) -> None:
        uid, part = self._at
        if spots := self._spots.get(uid):
            self._preview.follow(spots, line_at(spots, part))

    def _say_trouble(self, error: OfficerError) -> None:
        self._preview.say(error.what)

    def _leave_as_it_is(self, _gone: KeyError) -> None:
        """The paper was deleted while it was being drawn; who shows it is told by others."""


def line_at(spots: Sequence[Spot], part: float) -> Spot:
    """Return about a line of what stands on *spots*, after *part* of it."""
    left = part * sum(spot.height for spot in spots)
    for spot in spots:
        if left < spot.height or spot is spots[-1]:
            top = spot.top + max(min(left, spot.height - _LINE), 0.0)
            return Spot(spot.page, top, min(_LINE, spot.height))
        left -= spot.height
    raise ValueError("A block stands on one page at least.")


def _drawn(turn: int, draw: Draw, ticket: Ticket) -> _Drawn:
    with TemporaryDirectory(prefix="thidua-") as folder:
        path = Path(folder) / "van-ban.pdf"
        spots = draw(path, ticket)
        return _Drawn(turn, read_pdf(path.read_bytes()), spots)
