"""Moments that need an office prepared for them, or a thing going wrong."""

import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.pictures.stage import (
    changed_sample,
    first_row,
    other_windows,
    place,
    plain,
    sample,
    stand_on,
    wiring,
)
from tests.pictures.studio import SCREEN, SMALLEST, Studio
from thidua_desktop.domain.listing import Query
from thidua_desktop.domain.work import Ticket
from thidua_desktop.services.drafts import Draft, Typed
from thidua_desktop.services.services import Services
from thidua_desktop.tabs import TABS
from thidua_desktop.ui.intake.dialog import ListsDialog
from thidua_desktop.ui.intake.waiting_dialog import WaitingDialog
from thidua_desktop.ui.nominations.list import NominationsList
from thidua_desktop.ui.record.drafts_dialog import DraftsDialog
from thidua_desktop.ui.safety.backup_chip import BackupChip

OVERVIEW, PLANS, NOMINATIONS, REGISTER, COUNCIL, REPORTS = range(6)
_LONG = 0.8  # Seconds of work that is surely seen in the status line.


def first_run(studio: Studio, _folder: Path) -> None:
    """The page of the very first start."""
    studio.files.begin()
    for dress, known in _DRESSES.items():
        studio.dress(**known)  # type: ignore[arg-type]
        studio.shoot(f"first-run-{dress}")
    studio.dress()


def places(studio: Studio, folder: Path) -> None:
    """The further places of the register: awards known by year alone, and decisions."""
    studio.open(sample(folder))
    studio.go_to(REGISTER)
    for number, name in ((1, "year-only"), (2, "decisions")):
        place(studio, number)
        first_row(studio)
        studio.shoot(f"place-{name}")
    place(studio, 0)


def nothing_found(studio: Studio, folder: Path) -> None:
    """A search without a hit in every tab that can be searched."""
    studio.open(sample(folder))
    studio.dress(size=SMALLEST)
    for number, tab in enumerate(TABS):
        studio.go_to(number)
        if studio.window.search.isEnabled():
            studio.window.search.setText("khong co ai")
            studio.shoot(f"nothing-found-{plain(tab.title)}")
            studio.window.search.setText("")
            studio.settle()
    studio.dress()


def council_banner(studio: Studio, folder: Path) -> None:
    """A council whose make-up does not match."""
    studio.open(changed_sample(folder, "council.thidua", _mismatched))
    studio.go_to(COUNCIL)
    first_row(studio)
    studio.shoot("state-council-banner")


def report_issued(studio: Studio, folder: Path) -> None:
    """A report that is issued and stays as it is."""
    studio.open(changed_sample(folder, "issued.thidua", _issue))
    studio.go_to(REPORTS)
    studio.shoot("state-report-issued")


def working(studio: Studio, folder: Path) -> None:
    """Work that is long enough to be seen, and a backup that is old."""
    studio.open(sample(folder))
    studio.go_to(REGISTER)
    chip = BackupChip((), studio.desk.look)
    studio.window.status.add_last(chip)
    chip.say("Sao lưu 9 ngày trước", "Bản gần nhất thiếu những gì ghi sau ngày 12/11.")
    for dress, known in _DRESSES.items():
        studio.dress(**known)  # type: ignore[arg-type]
        studio.desk.paper(_slow, "Đang xuất sổ khen thưởng")
        end = time.monotonic() + _LONG / 2
        while time.monotonic() < end:
            QApplication.processEvents()
        studio.shoot_now(f"state-working-{dress}")
    chip.deleteLater()
    studio.dress()


def past_steps(studio: Studio, folder: Path) -> None:
    """The windows of what was done, of what was deleted, and of a person's awards, as dressed."""
    path = changed_sample(folder, "steps.thidua", _work_a_little)
    studio.open(path)
    studio.go_to(REGISTER)
    studio.window.search.setText(_most_honoured(folder))
    studio.settle()
    first_row(studio)
    for dress, known in _DRESSES.items():
        studio.dress(**known)  # type: ignore[arg-type]
        for command in ("steps", "bin", "history", "office", "restore", "keys"):
            action = studio.desk.actions[command]
            studio.shoot_dialogs(f"dressed-{command}-{dress}", action.trigger)
            other_windows(studio, f"dressed-{command}-{dress}-window")
    studio.dress()
    studio.window.search.setText("")


def preview(studio: Studio, folder: Path) -> None:
    """The pages of a report before they are printed, and of the register."""
    studio.open(sample(folder))
    for number in (REGISTER, REPORTS):
        studio.go_to(number)
        studio.shoot_dialogs(f"preview-{number + 1}", studio.desk.actions["print"].trigger)
        other_windows(studio, f"preview-{number + 1}")


def draft_found(studio: Studio, folder: Path) -> None:
    """What was typed and not saved before the computer went off."""
    studio.open(sample(folder))
    dialog = DraftsDialog(_DRAFTS, lambda _draft: False, studio.desk.look)
    studio.desk.look.dress_all_of(dialog)
    studio.shoot_over("state-draft-found", dialog)


def crash(studio: Studio, folder: Path) -> None:
    """A fault that nobody caught."""
    studio.open(sample(folder))
    studio.shoot_dialogs("state-crash", lambda: studio.fail(ZeroDivisionError("chia cho không")))


def lists(studio: Studio, folder: Path) -> None:
    """Lists of 31 schools and a broken file before they are taken in, then the rows that wait."""
    from tests.dirty.school_year import school_year_files

    files = folder / "lists"
    files.mkdir()
    school_year_files(files)
    (files / "Hỏng.xlsx").write_bytes(b"PK\x03\x04 cut")
    path = changed_sample(folder, "lists.thidua", lambda services: _take_in(services, files))
    services = wiring(folder).open_office(path, read_only=True)
    intake = services.importing.read(sorted(files.iterdir()), "nominations")
    dialog = ListsDialog(intake, services.importing, lambda _text: [], studio.desk, studio.window)
    for name, row in (("lists", 0), ("lists-old-letters", 6), ("lists-marks", 10)):
        dialog.show()
        dialog.files.selectRow(row)
        studio.settle()
        studio.shoot_over(name, dialog)
    dialog.deleteLater()
    waiting = WaitingDialog(services, studio.desk)
    studio.desk.look.dress_all_of(waiting)
    waiting.show()
    studio.settle()
    studio.shoot_over("lists-waiting", waiting)
    waiting.deleteLater()
    studio.settle()
    services.file.close()


def verdicts(studio: Studio, folder: Path) -> None:
    """What checks say in the list, and beside the form of one nomination of each verdict."""
    studio.open(sample(folder))
    studio.go_to(NOMINATIONS)
    studio.settle()
    grid = studio.window.findChildren(NominationsList)[0].grid
    services = wiring(folder).open_office(sample(folder), read_only=True)
    found = services.checks.verdicts(grid.model.uids)
    services.file.close()
    for verdict in ("eligible", "not_eligible", "needs_review"):
        row = next((n for n, uid in enumerate(grid.model.uids) if found[uid] == verdict), None)
        if row is not None:
            stand_on(studio, row)
            studio.window.findChildren(NominationsList)[0].check.show()
            studio.settle()
            studio.shoot(f"verdict-{plain(verdict)}")


MOMENTS: Mapping[str, Callable[[Studio, Path], None]] = {
    "places": places,
    "nothing_found": nothing_found,
    "council_banner": council_banner,
    "report_issued": report_issued,
    "working": working,
    "past_steps": past_steps,
    "preview": preview,
    "draft_found": draft_found,
    "crash": crash,
    "verdicts": verdicts,
    "lists": lists,
}

_DRESSES: Mapping[str, Mapping[str, object]] = {
    "usual": {},
    "dark": {"dark": True},
    "125": {"scale": 1.25, "size": SCREEN},
    "150": {"scale": 1.5, "size": SMALLEST},
}
_DRAFTS = (
    Draft(
        table="award",
        uid="1",
        is_new=False,
        title="Khen thưởng: Trịnh Trọng Tài",
        fields=(
            Typed(label="Chức vụ", was="Giáo viên", typed="Phó Hiệu trưởng"),
            Typed(label="Ghi chú", was="", typed="Đã phát bằng, chờ chi thưởng"),
        ),
        was={},
        now={},
        at=datetime.now().isoformat(timespec="seconds"),
    ),
)


def _take_in(services: Services, files: Path) -> None:
    """Take in two of the lists as they are, so that rows of them wait."""
    paths = sorted(files.iterdir())[7:9]
    services.importing.take(services.importing.read(paths, "nominations"))


def _slow(_ticket: Ticket) -> None:
    time.sleep(_LONG)


def _mismatched(services: Services) -> None:
    """Let the decision tell of more members, and have two secretaries."""
    council = services.council
    term = council.terms()[0]
    council.save_term(replace(term, size=15))
    other = next(each for each in council.members(term.uid) if not each.is_secretary)
    council.save(replace(other, is_secretary=True))


def _issue(services: Services) -> None:
    report = services.reports.all()[0]
    heading = replace(report.heading, number="52", date="2024-06-14")
    services.reports.save(replace(report, heading=heading, state="issued"), "Ban hành báo cáo")


def _work_a_little(services: Services) -> None:
    """Change, delete, undo: what an afternoon leaves in the windows of steps and of the bin."""
    uids = services.awards.find(Query())
    for uid in uids[20:24]:
        services.awards.save(replace(services.awards.get(uid), note="Đã phát bằng"))
    services.awards.delete(uids[:2])
    services.nominations.delete(services.nominations.find(Query())[:1])
    services.awards.delete(uids[30:31])
    services.history.undo()


def _most_honoured(folder: Path) -> str:
    """Return who of the sample office has most awards."""
    found: list[str] = []

    def look(services: Services) -> None:
        rows = services.awards.rows(services.awards.find(Query()))
        found.extend(row.name for row in rows if row.recipient_kind == "person")

    changed_sample(folder, "steps-read.thidua", look)
    return Counter(found).most_common(1)[0][0]
