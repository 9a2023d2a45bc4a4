"""The page of units: those at work and those that ended, who is above whom, who took over."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.lineage import Kin
from thidua_desktop.domain.listing import Filter
from thidua_desktop.domain.prepared import PreparedSet
from thidua_desktop.domain.units import KINDS, STATES, Unit, UnitRow
from thidua_desktop.services.listed.directory import UNITS
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.directory.units.choosing import ChoosingUnit
from thidua_desktop.ui.directory.units.columns import columns
from thidua_desktop.ui.directory.units.prepared_dialog import PreparedDialog
from thidua_desktop.ui.directory.units.reorganising_dialog import ReorganisingDialog
from thidua_desktop.ui.offer import Offer
from thidua_desktop.ui.papers.list_door import ListDoor
from thidua_desktop.ui.prompts import Choice
from thidua_desktop.ui.widgets.editors import ChoiceEditor, LineEditor, ProseEditor
from thidua_desktop.ui.widgets.elided import ElidedLine
from thidua_desktop.ui.widgets.filter_bar import Choosable
from thidua_desktop.ui.widgets.filtered_page import FilteredPage
from thidua_desktop.ui.widgets.form import Field
from thidua_desktop.ui.widgets.reading_only import why_not
from thidua_desktop.ui.widgets.record_pane import Face
from thidua_desktop.ui.widgets.records_page import Kind
from thidua_desktop.ui.widgets.value_editors import DateEditor

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services


def make(services: "Services", desk: Desk) -> "UnitsPage":
    """Return the page over *services*."""
    return UnitsPage(services, desk)


class UnitsPage(FilteredPage[Unit, UnitRow]):
    """Every unit the office knows, by name; those at work are shown first."""

    list_kind = "units"
    joint = ""

    def __init__(self, services: "Services", desk: Desk) -> None:
        self._services = services
        self._choosing = ChoosingUnit(services)
        self._kin = ElidedLine()
        kind = Kind(
            name="units",
            title="Đơn vị",
            tables=("unit", "unit_succession", "person"),
            one="đơn vị",
            columns=columns(self._choosing),
            fields=_fields(self._choosing, desk),
            face=Face(_title, _line, "Đơn vị mới", "Chọn một dòng để xem và sửa."),
            nothing="Chưa có đơn vị nào.",
        )
        super().__init__(
            kind,
            services.units,
            desk,
            (Choosable("kind", "Loại đơn vị", KINDS), Choosable("state", "Tình trạng", STATES)),
            lambda row: row.name,
            why_not(services.file.is_read_only),
        )
        self.pane.shown.connect(self._look_up_kin)
        ListDoor(self, services.exporting, UNITS, services.units)
        actions = self.desk.actions
        self.grid.set_menu([actions[name] for name in ("history", "reorganise", "close_units")])
        self.filters.put(Filter("state", "open", "is"), f"Tình trạng: {STATES['open']}")

    def offers(self) -> Mapping[str, Offer]:
        none = "" if self.grid.current else "Hãy chọn các đơn vị trước."
        why = self.why_read_only
        return {
            **super().offers(),
            "reorganise": Offer(self.reorganise, why),
            "close_units": Offer(self.close_units, why or none),
            "apply_set": Offer(self.apply_set, why),
        }

    def reorganise(self) -> None:
        """Ask how the chosen units are merged, split or renamed, and carry it out."""
        chosen = self.grid.selected()
        self._ask_how("merge" if len(chosen) > 1 else "rename" if chosen else "merge", chosen)

    def close_units(self) -> None:
        """Ask when the chosen units end and who takes over, and carry it out."""
        self._ask_how("close", self.grid.selected())

    def apply_set(self) -> None:
        """Show the prepared sets, and carry out what is ticked of one."""
        job = self.desk.read(self._services.prepared_sets.all)
        job.succeeded.connect(self._show_sets)

    def reveal(self, table: str, uid: str) -> None:
        self.filters.drop_all()
        super().reveal(table, uid)

    def _show_sets(self, prepared: Sequence[PreparedSet]) -> None:
        services = self._services
        if prepared:
            dialog = PreparedDialog(
                prepared, services.prepared_sets, services.reorganising, self.desk, self
            )
            self.desk.prompts.run(dialog)
            dialog.deleteLater()

    def _ask_how(self, kind: str, uids: Sequence[str]) -> None:
        job = self.desk.read(lambda: (kind, tuple(uids), self._services.units.all()))
        job.succeeded.connect(self._show_change)

    def _show_change(self, asked: tuple[str, tuple[str, ...], list[Unit]]) -> None:
        kind, uids, units = asked
        known = {unit.uid: unit for unit in units}
        dialog = ReorganisingDialog(
            kind,
            [known[uid] for uid in uids if uid in known],
            known,
            self._choosing.units,
            self._services.reorganising,
            self.desk,
            self,
        )
        self.desk.prompts.run(dialog)
        dialog.deleteLater()

    def _delete(self, uids: Sequence[str]) -> None:
        """Delete; what is still led to may be closed instead."""
        job = self.desk.write(lambda: self.records.delete(uids))
        job.on(Refused, self._offer_closing)
        job.succeeded.connect(self._deleted)

    def _offer_closing(self, error: Refused) -> None:
        choices = (Choice("close", "Kết thúc hoạt động…"), Choice("leave", "Thôi"))
        if self.desk.prompts.ask(error.what, choices, f"{error.safe} {error.todo}") == "close":
            self.close_units()

    def _look_up_kin(self) -> None:
        """Say below the title whom the unit shown took over from, and who took over."""
        uid = "" if self.pane.is_new else self.pane.uid
        if not uid:
            self._say_kin(("", None))
            return
        job = self.desk.read(lambda: (uid, self._services.units.kin(uid)))
        job.on(KeyError, self._gone)
        job.succeeded.connect(self._say_kin)

    def _say_kin(self, answer: tuple[str, Kin | None]) -> None:
        uid, kin = answer
        if uid == self.pane.uid or not uid:
            words = kin_words(kin) if kin else ""
            self._kin.say(words)
            self._kin.setVisible(bool(words))

    def _hear(self, changed: Changed) -> None:
        super()._hear(changed)
        if changed.touches("unit_succession"):
            self._look_up_kin()

    def _lay_out(self) -> None:
        super()._lay_out()
        self._kin.setContentsMargins(12, 4, 8, 4)
        self._kin.setProperty("tone", "muted")
        self._kin.hide()
        self.add_above(self._kin)


def kin_words(kin: Kin) -> str:
    """Return whom a unit took over from and who took over, each with its days."""
    before = ", ".join(unit.name for unit in kin.before)
    after = ", ".join(unit.name for unit in kin.after)
    parts = (f"kế thừa từ {before}" if before else "", f"nay là {after}" if after else "")
    told = "; ".join(filter(None, parts))
    return f"{kin.unit.name}: {told}" if told else ""


def _fields(choosing: ChoosingUnit, desk: Desk) -> tuple[Field, ...]:
    return (
        Field("name", "Tên đơn vị", LineEditor, "Đơn vị", needed=True),
        Field("kind", "Loại đơn vị", lambda: ChoiceEditor(KINDS)),
        Field("parent_uid", "Trực thuộc", lambda: choosing.editor(desk), tip="Đơn vị cấp trên"),
        Field("code", "Mã", lambda: LineEditor(width=10), tip="Mã đơn vị hành chính, nếu có"),
        Field("valid_from", "Từ ngày", DateEditor, "Thời gian hoạt động"),
        Field("valid_to", "Đến ngày", DateEditor, tip="Ngày cuối cùng đơn vị còn hoạt động"),
        Field("note", "Ghi chú", ProseEditor, "Ghi chú"),
    )


def _title(unit: Unit) -> str:
    return unit.name or "Đơn vị"


def _line(unit: Unit) -> str:
    until = f"hoạt động đến {show_date(unit.valid_to)}" if unit.valid_to else ""
    return " · ".join(filter(None, (KINDS.get(unit.kind, unit.kind), until)))
