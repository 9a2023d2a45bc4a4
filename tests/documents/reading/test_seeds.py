"""The three source documents come in whole: every word, every footnote, every task."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.documents.reading.seeds import (
    block_words,
    footnote_words,
    heading_words,
    seed,
    source_words,
    words,
)
from tests.documents.reading.word_files import WordFile, plain_file
from thidua_desktop.documents.reading.footnotes import anchor
from thidua_desktop.documents.reading.plan import read_plan
from thidua_desktop.documents.reading.report import ReadPaper, read_report
from thidua_desktop.documents.reading.text import read_text
from thidua_desktop.domain.blocks import Block
from thidua_desktop.domain.markup import plain


def _as_raised(path: Path, folder: Path) -> Path:
    return WordFile().add(read_text(path).items).save(folder / "raised.docx")


def _as_footnotes(path: Path, folder: Path) -> Path:
    return WordFile().add(anchor(read_text(path)).items).save(folder / "footnotes.docx")


def _as_pasted(path: Path, folder: Path) -> Path:
    return plain_file(folder / "pasted.docx", path.read_text(encoding="utf-8"))


def _as_it_is(path: Path, folder: Path) -> Path:
    return path


_WAYS = [_as_it_is, _as_raised, _as_footnotes, _as_pasted]


def _without_uids(blocks: tuple[Block, ...]) -> list[Block]:
    return [replace(block, uid="") for block in blocks]


@pytest.mark.parametrize("way", _WAYS)
@pytest.mark.parametrize("start", ["001", "002"])
def test_every_word_of_the_report_comes_in_and_in_order(start, way, tmp_path):
    path = seed(start)
    report = read_report(way(path, tmp_path))
    before, after = heading_words(report.heading)
    expected, _ = source_words(path.read_text(encoding="utf-8"))
    assert [*before, *block_words(report.blocks), *after] == expected


@pytest.mark.parametrize("way", _WAYS)
def test_the_report_has_its_fifteen_footnotes_at_their_references(way, tmp_path):
    path = seed("001")
    _, expected = source_words(path.read_text(encoding="utf-8"))
    found = footnote_words(read_report(way(path, tmp_path)).blocks)
    assert len(found) == 15
    assert found == expected


@pytest.mark.parametrize("way", _WAYS[1:])
@pytest.mark.parametrize("start", ["001", "002"])
def test_a_word_file_of_the_report_reads_as_the_report_itself(start, way, tmp_path):
    path = seed(start)
    text, word = read_report(path), read_report(way(path, tmp_path))
    assert word.heading == text.heading
    assert _without_uids(word.blocks) == _without_uids(text.blocks)


def _half_year() -> ReadPaper:
    return read_report(seed("001"))


def test_no_markdown_is_left_in_the_report():
    text = "\n".join(block.body for block in _half_year().blocks)
    assert not [mark for mark in ("**", "*", "#", "<sup>") if mark in text]


def test_the_report_is_of_the_first_half_of_its_year():
    report = _half_year()
    assert (report.kind, report.year, report.half) == ("half_year", 2024, 1)


def test_the_depths_of_the_report_follow_its_numbers():
    depths = {(block.number.count("."), block.depth) for block in _half_year().blocks}
    numbered = {b.number: b.depth for b in _half_year().blocks if b.kind == "heading"}
    assert numbered["I."] == 1
    assert numbered["1."] == numbered["2."] == 2
    assert numbered["1.1."] == numbered["1.4."] == numbered["4.4."] == 3
    assert (0, 0) in depths


def test_nothing_the_reader_had_to_remark_in_the_report():
    assert _half_year().remarks == ()


def test_the_outline_covers_many_years():
    outline = read_report(seed("002"))
    assert (outline.kind, outline.year, outline.half) == ("multi_year", 2024, 0)
    assert outline.heading.type_name == "ĐỀ CƯƠNG"


@pytest.mark.parametrize("way", _WAYS)
def test_the_plan_has_eleven_tasks_in_four_quarters(way, tmp_path):
    plan = read_plan(way(seed("003"), tmp_path))
    assert [sum(t.quarter == q for t in plan.tasks) for q in (1, 2, 3, 4)] == [4, 3, 1, 3]
    assert [t.ordinal for t in plan.tasks] == [1, 2, 3, 4, 1, 2, 3, 1, 1, 2, 3]


@pytest.mark.parametrize("way", _WAYS)
def test_every_word_of_the_plan_comes_in_and_in_order(way, tmp_path):
    path = seed("003")
    plan = read_plan(way(path, tmp_path))
    before, after = heading_words(plan.heading)
    lines = path.read_text(encoding="utf-8").splitlines()
    prose, _ = source_words("\n".join(line for line in lines if "\t" not in line))
    assert [*before, *block_words(plan.blocks), *after] == prose


@pytest.mark.parametrize("way", _WAYS)
def test_every_word_of_the_table_comes_in_with_its_task(way, tmp_path):
    path = seed("003")
    plan = read_plan(way(path, tmp_path))
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    cells = [row[1:] for row in rows if len(row) > 2 and row[2] and "thực hiện" not in row[2]]
    expected = [[source_words(cell)[0] for cell in row] for row in cells]
    assert [[words(plain(t.body)), words(plain(t.units_text))] for t in plan.tasks] == expected


def test_the_units_of_the_plan_have_their_parts():
    tasks = read_plan(seed("003")).tasks
    assert tasks[0].units == (
        ("Ủy ban nhân dân huyện", "lead"),
        ("Hội đồng TĐKT huyện", "lead"),
        ("Phòng Nội vụ", "advise"),
    )
    assert [len(task.units) for task in tasks] == [3, 3, 3, 3, 2, 2, 3, 4, 4, 3, 3]
    assert "<i>(" in tasks[0].units_text


def test_the_first_task_keeps_a_line_for_each_bullet():
    assert len(read_plan(seed("003")).tasks[0].body.split("\n")) == 3


def test_the_table_of_tasks_stands_where_it_stood():
    blocks = read_plan(seed("003")).blocks
    at = next(n for n, block in enumerate(blocks) if block.kind == "table")
    assert blocks[at].body == '<field name="plan_tasks"/>'
    assert (blocks[at - 1].number, blocks[at + 1].number) == ("II.", "III.")
