"""Footnotes of Word documents: Word's own, in their part, cited from the text."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from docx.oxml.ns import qn
from lxml import etree

from tests.documents.pdf import samples
from thidua_desktop.documents import docx
from thidua_desktop.documents.paper import Column, Paper, Table


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    cell = "Khen thưởng<fn>Trong bảng</fn>"
    paper = samples.paper(
        samples.heading("I.", "Kết quả<fn>Ở đề mục</fn>"),
        samples.paragraph("Một<fn>Báo cáo <i>số 12</i> của <b>huyện</b></fn>, hai<fn>Hai</fn>."),
        samples.table_block(),
        samples.paragraph("Sau bảng<fn>Sau cùng\ndòng hai</fn>."),
        tables={"tasks": Table(columns=(Column("Nội dung"),), rows=((cell,),))},
    )
    return written(paper, tmp_path_factory.mktemp("footnotes"))


def written(paper: Paper, folder: Path) -> Path:
    docx.write(paper, folder / "a.docx", samples.Counting())
    return folder / "a.docx"


def part(path: Path, name: str) -> etree._Element:
    with ZipFile(path) as package:
        return etree.fromstring(package.read(name))


def footnotes(path: Path) -> dict[str, etree._Element]:
    """Return the footnotes of the officer by their id, without the two separators."""
    every = part(path, "word/footnotes.xml").findall(qn("w:footnote"))
    return {note.get(qn("w:id"), ""): note for note in every if not note.get(qn("w:type"))}


def words(note: etree._Element) -> str:
    return "".join(text.text or "" for text in note.iter(qn("w:t")))


def cited(path: Path) -> list[str | None]:
    found = part(path, "word/document.xml").iter(qn("w:footnoteReference"))
    return [reference.get(qn("w:id")) for reference in found]


def test_every_footnote_is_there_in_the_order_of_the_text(path):
    assert [words(note).strip() for note in footnotes(path).values()] == [
        "Ở đề mục",
        "Báo cáo số 12 của huyện",
        "Hai",
        "Trong bảng",
        "Sau cùngdòng hai",
    ]


def test_each_is_cited_once_in_order(path):
    assert cited(path) == list(footnotes(path)) == ["1", "2", "3", "4", "5"]


def test_each_begins_with_its_own_number(path):
    for note in footnotes(path).values():
        first = next(note.iter(qn("w:r")))
        assert first.find(qn("w:footnoteRef")) is not None


def test_letters_in_a_footnote_keep_their_style(path):
    runs = {words(run): run for run in footnotes(path)["2"].iter(qn("w:r"))}
    assert runs["số 12"].find(f"{qn('w:rPr')}/{qn('w:i')}") is not None
    assert runs["huyện"].find(f"{qn('w:rPr')}/{qn('w:b')}") is not None


def test_the_citation_is_raised_and_the_note_small(path):
    styles = part(path, "word/styles.xml")
    found = {style.get(qn("w:styleId")): style for style in styles.findall(qn("w:style"))}
    raised = found["FootnoteReference"].find(f"{qn('w:rPr')}/{qn('w:vertAlign')}")
    small = found["FootnoteText"].find(f"{qn('w:rPr')}/{qn('w:sz')}")
    assert raised is not None
    assert raised.get(qn("w:val")) == "superscript"
    assert small is not None
    assert small.get(qn("w:val")) == "20"


def test_styles_named_in_the_text_are_all_there(path):
    styles = part(path, "word/styles.xml").findall(qn("w:style"))
    known = {style.get(qn("w:styleId")) for style in styles}
    for name in ("word/document.xml", "word/footnotes.xml", "word/header1.xml"):
        root = part(path, name)
        tags = [qn(tag) for tag in ("w:pStyle", "w:rStyle", "w:tblStyle")]
        assert {element.get(qn("w:val")) for element in root.iter(*tags)} <= known, name


@pytest.mark.parametrize("body", ["Không có chú thích.", "Có<fn>một</fn>."])
def test_the_separators_that_word_asks_for_are_always_there(tmp_path, body):
    path = written(samples.paper(samples.paragraph(body)), tmp_path)
    every = part(path, "word/footnotes.xml").findall(qn("w:footnote"))
    separators = {note.get(qn("w:id")): note.get(qn("w:type")) for note in every[:2]}
    assert separators == {"-1": "separator", "0": "continuationSeparator"}
    settings = part(path, "word/settings.xml").find(qn("w:footnotePr"))
    assert settings is not None
    assert [note.get(qn("w:id")) for note in settings] == ["-1", "0"]


def test_the_package_knows_the_part(path):
    with ZipFile(path) as package:
        relations = package.read("word/_rels/document.xml.rels").decode()
        kinds = package.read("[Content_Types].xml").decode()
    assert 'relationships/footnotes" Target="footnotes.xml"' in relations
    assert '"/word/footnotes.xml" ContentType="application/vnd.openxmlformats' in kinds
