"""Papers for the tests of PDF files: invented offices, people and prose."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from thidua_desktop.documents import pdf
from thidua_desktop.documents.fonts import FontFolder
from thidua_desktop.documents.paper import Column, Paper, Table
from thidua_desktop.domain.blocks import Block, BlockKind
from thidua_desktop.domain.errors import Cancelled
from thidua_desktop.domain.heading import Heading
from thidua_desktop.domain.work import Ticket

FONTS = FontFolder(Path(__file__).parents[3] / "resources" / "fonts")

HEADING = Heading(
    parent="UBND tỉnh Lâm Sơn",
    issuer="Ủy ban nhân dân huyện Đắk Mây",
    symbol="BC-UBND",
    place="Đắk Mây",
    date="2024",
    type_name="Báo cáo",
    subject="Kết quả phong trào thi đua 6 tháng đầu năm; nhiệm vụ 6 tháng cuối năm 2024",
    authority="TM. Ủy ban nhân dân\nChủ tịch",
    signer="A Thủy",
    recipients="- Sở Nội vụ (b/c)\n- Các xã, thị trấn;\n- Lưu: VT, NV",
)

SENTENCE = "Phong trào được phát động rộng khắp, cán bộ và Nhân dân các thôn, làng cùng hưởng ứng."

COLUMNS = (
    Column("TT", 12, "ordinal"),
    Column("Nội dung nhiệm vụ chủ yếu"),
    Column("Đơn vị thực hiện", 48),
)


class Counting:
    """A ticket that remembers what it was told, and stops the work at step *stop_at*."""

    def __init__(self, stop_at: int = 0) -> None:
        self.steps: list[tuple[int, int, str]] = []
        self._stop_at = stop_at

    def step(self, done: int, total: int, text: str) -> None:
        self.steps.append((done, total, text))
        if len(self.steps) == self._stop_at:
            raise Cancelled


def paragraph(body: str, number: str = "") -> Block:
    return Block(kind="paragraph", number=number, body=body)


def heading(number: str, body: str, depth: int = 1) -> Block:
    return Block(kind="heading", depth=depth, number=number, body=body)


def bullet(body: str) -> Block:
    return Block(kind="bullet", number="-", body=body)


def table_block(body: str = '<field name="tasks"/>') -> Block:
    kind: BlockKind = "table"
    return Block(kind=kind, body=body)


def paper(*blocks: Block, **known: object) -> Paper:
    made = datetime(2024, 6, 5, 8, 0)
    return replace(
        Paper(title="Báo cáo thử", made=made, heading=HEADING, blocks=tuple(blocks)),
        **known,  # type: ignore[arg-type]
    )


def tasks(rows: Iterable[object], **known: object) -> dict[str, Table]:
    table = Table(columns=COLUMNS, rows=tuple(rows))  # type: ignore[arg-type]
    return {"tasks": replace(table, **known)}  # type: ignore[arg-type]


def written(made: Paper, folder: Path, ticket: Ticket | None = None) -> Path:
    path = folder / "paper.pdf"
    pdf.write(made, path, FONTS, ticket or Counting())
    return path
