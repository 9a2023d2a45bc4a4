"""Two real documents, read and drawn: nothing lost, footnotes on the pages that cite them."""

from datetime import datetime
from pathlib import Path

import pytest

from tests.documents.pdf import read_back, samples
from thidua_desktop.documents.paper import Paper
from thidua_desktop.documents.reading.report import read_report
from thidua_desktop.domain.markup import notes, plain

_SEEDS = Path(__file__).parents[4] / "shared" / "seeds"


@pytest.fixture(scope="module")
def report() -> Paper:
    found = sorted(_SEEDS.glob("001*.txt"))
    if not found:
        pytest.skip(f"the real report is not here ({_SEEDS})")
    read = read_report(found[0])
    return Paper(
        title="Báo cáo", made=datetime(2024, 6, 5), heading=read.heading, blocks=read.blocks
    )


@pytest.fixture(scope="module")
def letters(report: Paper, tmp_path_factory: pytest.TempPathFactory) -> list[read_back.Letter]:
    return read_back.letters(samples.written(report, tmp_path_factory.mktemp("seeds")))


def _joined(letters: list[read_back.Letter]) -> str:
    return "".join(letter.text for letter in letters).replace(" ", "")


def test_every_word_of_the_report_is_drawn_in_order(report, letters):
    body = [x for x in letters if x.size == 14.0 and x.baseline > 19]
    asked = "".join(block.number + plain(block.body) for block in report.blocks)
    assert asked.replace(" ", "") in _joined(body)


def test_its_fifteen_footnotes_are_drawn_whole_and_in_order(report, letters):
    asked = [note.text for block in report.blocks for note in notes(block.body)]
    assert len(asked) == 15
    assert _joined([x for x in letters if x.size == 10.0]) == "".join(asked).replace(" ", "")


def test_each_footnote_begins_on_the_page_that_cites_it(letters):
    cited = [(x.text, x.page) for x in letters if x.size == 8.68]
    begun = [(x.text, x.page) for x in letters if x.size == 6.2]
    assert cited == begun
