"""Two real documents, read, drawn for Word, and read again: nothing is lost on the way."""

import shutil
import subprocess
from datetime import datetime
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from tests.documents.pdf import samples
from tests.documents.reading.seeds import block_words, footnote_words, seed, words
from thidua_desktop.documents import docx
from thidua_desktop.documents.paper import Column, GroupRow, Paper, Row, Table
from thidua_desktop.documents.reading.plan import ReadPlan, read_plan
from thidua_desktop.documents.reading.report import ReadPaper, read_report
from thidua_desktop.domain.blocks import Block

_MADE = datetime(2024, 6, 5)


@pytest.fixture(scope="module")
def report() -> ReadPaper:
    return read_report(seed("001"))


@pytest.fixture(scope="module")
def plan() -> ReadPlan:
    return read_plan(seed("003"))


@pytest.fixture(scope="module")
def report_file(report: ReadPaper, tmp_path_factory: pytest.TempPathFactory) -> Path:
    paper = Paper(title="Báo cáo", made=_MADE, heading=report.heading, blocks=report.blocks)
    path = tmp_path_factory.mktemp("report") / "a.docx"
    docx.write(paper, path, samples.Counting())
    return path


@pytest.fixture(scope="module")
def plan_file(plan: ReadPlan, tmp_path_factory: pytest.TempPathFactory) -> Path:
    columns = (
        Column("TT", 12),
        Column("Nội dung nhiệm vụ chủ yếu"),
        Column("Đơn vị thực hiện", 50),
    )
    rows: list[Row] = []
    for task in plan.tasks:
        if task.ordinal == 1:
            rows.append(GroupRow(("I" * task.quarter, f"QUÝ {task.quarter}")))
        rows.append((str(task.ordinal), task.body, task.units_text))
    paper = Paper(
        title="Kế hoạch",
        made=_MADE,
        heading=plan.heading,
        blocks=plan.blocks,
        tables={"plan_tasks": Table(columns=columns, rows=rows)},
    )
    path = tmp_path_factory.mktemp("plan") / "a.docx"
    docx.write(paper, path, samples.Counting())
    return path


def bodies(blocks: tuple[Block, ...]) -> list[tuple[str, int, str, str]]:
    """Return what makes each block; the letters of a legal basis are its place's, not its own."""
    made: list[tuple[str, int, str, str]] = []
    for block in blocks:
        body = block.body
        if body.startswith("<i>Căn cứ"):
            body = body.removeprefix("<i>").removesuffix("</i>")
        made.append((block.kind, block.depth, block.number, body))
    return made


def test_every_word_of_the_report_stands_in_order(report, report_file):
    text = " ".join(w for p in Document(str(report_file)).paragraphs for w in words(p.text))
    assert " ".join(block_words(report.blocks)) in text


def test_its_fifteen_footnotes_are_whole(report, report_file):
    with ZipFile(report_file) as package:
        root = etree.fromstring(package.read("word/footnotes.xml"))
    made = [note for note in root.findall(qn("w:footnote")) if not note.get(qn("w:type"))]
    told = [words("".join(text.text or "" for text in note.iter(qn("w:t")))) for note in made]
    assert len(told) == 15
    assert told == footnote_words(report.blocks)


def test_the_report_read_again_is_the_report(report, report_file):
    again = read_report(report_file)
    assert bodies(again.blocks) == bodies(report.blocks)
    assert again.heading == report.heading


def test_the_plan_read_again_is_the_plan(plan, plan_file):
    again = read_plan(plan_file)
    assert bodies(again.blocks) == bodies(plan.blocks)
    assert again.heading == plan.heading
    assert [(t.quarter, t.ordinal, t.body, t.units_text) for t in again.tasks] == [
        (t.quarter, t.ordinal, t.body, t.units_text) for t in plan.tasks
    ]


@pytest.fixture(scope="module")
def pages(
    report_file: Path, plan_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> list[str]:
    """Return the text of the report's pages as another program lays them out."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed; it only looks at what we made")
    folder = tmp_path_factory.mktemp("pdf")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, str(report_file)], check=True, capture_output=True, timeout=100)
    document = pypdfium2.PdfDocument(folder / "a.pdf")
    return [page.get_textpage().get_text_range() for page in document]


def test_another_program_numbers_the_pages_from_the_second(pages):
    assert [page.split()[0] for page in pages[1:]] == [str(n) for n in range(2, len(pages) + 1)]
    assert not pages[0].split()[0].isdigit()


def test_another_program_puts_each_footnote_on_the_page_that_cites_it(pages, report):
    begun = [" ".join(note[:4]) for note in footnote_words(report.blocks)]
    flat = [" ".join(page.split()) for page in pages]
    places = [next(n for n, page in enumerate(flat) if start in page) for start in begun]
    assert places == sorted(places)
    assert places[0] == 0
    assert places[-1] < len(pages) - 1
