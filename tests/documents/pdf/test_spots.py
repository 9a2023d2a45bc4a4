"""Drawing tells where each block of the text came to stand."""

from pathlib import Path

import pytest

from tests.documents.pdf import read_back, samples
from thidua_desktop.documents import pdf
from thidua_desktop.documents.pdf import Spots
from thidua_desktop.domain.blocks import Block

POINTS = 72 / 25.4  # in a millimetre

LONG = samples.paragraph(samples.SENTENCE * 60)
LAST = samples.heading("I.", "Tổ chức thực hiện")
TABLE = Block(kind="table", body="TT\tXã\n" + "\n".join(f"{n}\tXã số {n}" for n in range(60)))


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Spots]:
    path = tmp_path_factory.mktemp("spots") / "van-ban.pdf"
    return path, pdf.write(
        samples.paper(LONG, LAST, TABLE), path, samples.FONTS, samples.Counting()
    )


def test_a_block_stands_where_it_is_read(drawn: tuple[Path, Spots]):
    path, spots = drawn
    (spot,) = spots[LAST.uid]
    line = read_back.line(path, "I. TỔ CHỨC THỰC HIỆN")
    assert spot.page == line.first.page - 1
    assert spot.top < line.first.baseline * POINTS < spot.top + spot.height


def test_a_block_that_runs_on_has_a_spot_on_each_page(drawn: tuple[Path, Spots]):
    _path, spots = drawn
    assert [spot.page for spot in spots[LONG.uid]] == list(range(len(spots[LONG.uid])))
    assert len(spots[LONG.uid]) > 1


def test_a_table_is_one_spot_a_page(drawn: tuple[Path, Spots]):
    _path, spots = drawn
    pages = [spot.page for spot in spots[TABLE.uid]]
    assert pages == sorted(set(pages))
    assert len(pages) > 1
