"""The four questions a new file begins with: which office, level, year, empty or sample."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.office import LEVELS, Office, level_of
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.prompts import OFFICE_FILE
from thidua_desktop.ui.widgets.editors import ChoiceEditor, LineEditor
from thidua_desktop.ui.widgets.form import Field, Form

_YEARS_BACK = 10
_NOTE = 18  # Pixels at scale 1 of the line that says what is missing.
_STARTS = {"empty": "Tệp trống", "sample": "Tệp mẫu, để xem và thử trước"}


@dataclass(frozen=True, slots=True)
class Beginning:
    """What was answered. *start*: empty or sample; *path*: None for the usual place."""

    name: str = ""
    level: str = "commune"
    year: int = 0
    start: str = "empty"
    path: Path | None = None

    @property
    def is_sample(self) -> bool:
        """Say whether the sample is wanted, for which the other answers do not matter."""
        return self.start == "sample"

    @property
    def office(self) -> Office:
        """Return the office as far as it is known; the rest is asked when a paper needs it."""
        return Office(name=self.name, level=self.level)


def problems(draft: Beginning) -> list[Problem]:
    """Return what stands in the way of beginning."""
    if draft.is_sample or draft.name.strip():
        return []
    return [Problem("name", "Cần có tên cơ quan.")]


class BeginForm(QWidget):
    """The questions, and below them where the file will lie; the level follows the name typed."""

    def __init__(self, desk: Desk, this_year: int) -> None:
        super().__init__()
        self._desk = desk
        self._path: Path | None = None
        self._has_own_level = False
        years = {year: str(year) for year in range(this_year + 1, this_year - _YEARS_BACK, -1)}
        self.form: Form[Beginning] = Form(
            (
                Field(
                    "name",
                    "Tên cơ quan",
                    lambda: LineEditor("Ủy ban nhân dân xã …"),
                    tip="Tên đầy đủ, như ghi trên văn bản",
                    needed=True,
                ),
                Field("level", "Cấp", lambda: ChoiceEditor(LEVELS)),
                Field(
                    "year",
                    "Năm làm việc",
                    lambda: ChoiceEditor(years),
                    tip="Năm hiện trước; đổi lúc nào cũng được trên thanh công cụ",
                ),
                Field("start", "Bắt đầu bằng", lambda: ChoiceEditor(_STARTS)),
            ),
            desk.look,
        )
        self.form.show_value(Beginning(year=this_year))
        self.form.edited.connect(self._follow)
        self._where = QLabel()
        self._other = QPushButton("Đổi chỗ…")
        self._lay_out()

    def beginning(self) -> Beginning | None:
        """Return the answers, or None when one is missing, which is marked then."""
        typed = self.form.draft()
        found = self.form.problems() or problems(typed)
        self.form.mark(found)
        if found:
            return None
        return Beginning(typed.name, typed.level, typed.year, typed.start, self._path)

    def show_shelf(self, folder: Path) -> None:
        """Say in which *folder* the file will lie unless another place is chosen."""
        if self._path is None:
            self._say_where(f"{folder}")

    def choose_place(self) -> None:
        """Let another place on this computer be chosen."""
        name = self.form.draft().name or "Thi đua"
        if path := self._desk.prompts.save_file("Cất tệp mới", name, (OFFICE_FILE,)):
            self._path = path
            self._say_where(str(path))

    def _follow(self, name: str) -> None:
        """Let the level follow the name until it is chosen; a sample needs no name and place."""
        draft = self.form.draft()
        if name == "level":
            self._has_own_level = True
        elif name == "name" and not self._has_own_level and (level := level_of(draft.name)):
            self.form.editor("level").show_value(level)
        elif name == "start":
            for each in ("name", "level", "year"):
                self.form.editor(each).setEnabled(not draft.is_sample)
            self._other.setEnabled(not draft.is_sample)
            self.form.mark([])

    def _fit(self) -> None:
        """Show all fields at once, and a line of what is wrong with one: what is around scrolls."""
        fields = self.form.widget()
        if fields is not None:
            height = fields.sizeHint().height() + self._desk.look.px(_NOTE)
            self.form.setFixedHeight(height)

    def _say_where(self, text: str) -> None:
        self._where.setText(text)
        self._where.setToolTip(text)

    def _lay_out(self) -> None:
        look = self._desk.look
        self._where.setWordWrap(True)
        self._where.setTextFormat(Qt.TextFormat.PlainText)
        self._other.setAutoDefault(False)
        self._other.clicked.connect(self.choose_place)
        head = QLabel("Cất ở")
        head.setProperty("tone", "muted")
        self._where.setProperty("tone", "muted")
        row = QHBoxLayout()
        row.setContentsMargins(sizes.GAP, 0, sizes.GAP, 0)
        row.setSpacing(sizes.GAP)
        row.addWidget(head)
        row.addWidget(self._where, 1)
        row.addWidget(self._other)
        later = Qt.ConnectionType.QueuedConnection  # Once the fields have their letters.
        look.changed.connect(self._fit, later)
        self._fit()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        column.addLayout(row)
