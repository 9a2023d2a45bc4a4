"""What the officer does with the files kept with a record: add, open, save out, take away."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from thidua_desktop.domain.attaching import Kept
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.prompts import Choice, FileKind
from thidua_desktop.ui.record.file_list import FileList
from thidua_desktop.ui.record.reading import Reading

if TYPE_CHECKING:
    from thidua_desktop.services.attachments import Added, Attachments

_PAPERS = FileKind(
    "Văn bản, bảng tính, ảnh",
    ("pdf", "docx", "doc", "xlsx", "xls", "jpg", "jpeg", "png", "tif", "tiff", "zip"),
)
_ANY = FileKind("Mọi tệp", ("*",))


class Files(QObject):
    """The files of the record that `show_record` names, in `list`. `counted` tells how many."""

    counted = Signal(int)

    def __init__(
        self, table: str, attachments: "Attachments", desk: Desk, parent: QObject, why: str
    ) -> None:
        super().__init__(parent)
        self._table = table
        self._attachments = attachments
        self._desk = desk
        self._uid = ""
        self._why = why
        self._reading = Reading(attachments, desk, self)
        self.list = FileList(desk.look)
        self.list.set_read_only(why)
        self.list.open_asked.connect(self._open)
        self.list.save_asked.connect(self._save_out)
        self.list.remove_asked.connect(self._remove)

    def show_record(self, uid: str) -> None:
        """Show the files of the record *uid*; none for one that was never saved."""
        if uid != self._uid:
            self._uid = uid
            self._show((uid, []))
        self.reload()

    def reload(self) -> None:
        """Ask for the files again."""
        if uid := self._uid:
            job = self._desk.read(lambda: (uid, self._attachments.of(self._table, uid)))
            job.succeeded.connect(self._show)

    def choose(self) -> None:
        """Ask which files to add."""
        if paths := self._desk.prompts.open_files("Đính kèm tệp", (_PAPERS, _ANY)):
            self.add(paths)

    def add(self, paths: Sequence[Path]) -> None:
        """Keep the files *paths* with the record shown."""
        uid, table = self._uid, self._table
        job = self._desk.write_long(
            lambda ticket: self._attachments.add(table, uid, paths, ticket), "Đính kèm tệp"
        )
        job.succeeded.connect(self._tell)

    def _show(self, answer: tuple[str, list[Kept]]) -> None:
        uid, kept = answer
        if uid == self._uid:
            self.list.show_files(kept)
            self.counted.emit(len(kept))

    def _tell(self, added: "Added") -> None:
        if added.left_out:
            done = f"Đã đính kèm {len(added.names)} tệp; " if added.names else ""
            what = f"{done}{len(added.left_out)} tệp không đính kèm được."
            self._desk.prompts.tell(what[0].upper() + what[1:], "\n".join(added.left_out))
        if added.total:
            self.list.say(
                f"Các tệp đính kèm đã chiếm {added.total}; mỗi bản sao lưu cũng lớn theo. "
                "Nên chỉ giữ những giấy tờ cần tra lại."
            )

    def _open(self) -> None:
        if chosen := self.list.chosen():
            self._reading.open(chosen[0], self._save_out)

    def _save_out(self) -> None:
        chosen = self.list.chosen()
        if len(chosen) == 1 and "." in chosen[0].name:
            self._save_one(chosen[0])
        elif folder := self._desk.prompts.folder("Chọn thư mục để lưu"):
            uids = [kept.uid for kept in chosen]
            self._write(lambda ticket: self._attachments.save_all_out(uids, folder, ticket))

    def _save_one(self, kept: Kept) -> None:
        ending = kept.name.rpartition(".")[2]
        kinds = (FileKind("Tệp cùng loại", (ending,)),)
        if path := self._desk.prompts.save_file("Lưu tệp đính kèm", kept.name, kinds):
            self._write(lambda _ticket: self._attachments.save_out(kept.uid, path))

    def _write(self, work: "Callable[..., Path]") -> None:
        self._desk.paper(work, "Lưu tệp đính kèm").succeeded.connect(self._tell_where)

    def _tell_where(self, path: Path) -> None:
        folder = path if path.is_dir() else path.parent
        what = f"vào thư mục “{folder.name}”" if path == folder else f"“{path.name}”"
        choices = (Choice("folder", "Mở thư mục"), Choice("close", "Đóng"))
        if self._desk.prompts.ask(f"Đã lưu {what}.", choices, str(folder)) == "folder":
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _remove(self) -> None:
        chosen = self.list.chosen()
        if not chosen or self._why:
            return
        what = f"tệp “{chosen[0].name}”" if len(chosen) == 1 else f"{len(chosen)} tệp đang chọn"
        answer = self._desk.prompts.ask(
            f"Bỏ {what} khỏi bản ghi này?",
            (Choice("remove", "Bỏ tệp"), Choice("keep", "Giữ lại")),
            "Có thể lấy lại bằng Hoàn tác (Ctrl+Z).",
        )
        if answer == "remove":
            uids = [kept.uid for kept in chosen]
            self._desk.write(partial(self._attachments.remove, uids))
