"""The paper beside the text follows what is written."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from tests.ui.conftest import settle
from thidua_desktop.domain.blocks import Spot
from thidua_desktop.domain.errors import OutsideError
from thidua_desktop.domain.work import Ticket
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.papers.following import Following, line_at
from thidua_desktop.ui.papers.preview import Preview

SPOTS = {"first": [Spot(0, 60, 40)], "long": [Spot(0, 700, 100), Spot(1, 60, 300)]}


class Paper:
    """Two pages, drawn as often as asked."""

    def __init__(self) -> None:
        self.drawn = 0
        self.trouble: Exception | None = None

    def draw(self, path: Path, _ticket: Ticket) -> Mapping[str, Sequence[Spot]]:
        self.drawn += 1
        if self.trouble:
            raise self.trouble
        buffer = BytesIO()
        canvas = Canvas(buffer)
        for _page in range(2):
            canvas.showPage()
        canvas.save()
        path.write_bytes(buffer.getvalue())
        return SPOTS


@pytest.fixture
def paper() -> Paper:
    return Paper()


@pytest.fixture
def preview(qtbot: QtBot, desk: Desk) -> Preview:
    preview = Preview(desk.look)
    qtbot.addWidget(preview)
    preview.resize(400, 320)
    preview.show()
    return preview


@pytest.fixture
def following(preview: Preview, paper: Paper, desk: Desk, qtbot: QtBot) -> Following:
    following = Following(preview, lambda: paper.draw, desk)
    following.draw()
    settle(qtbot, desk)
    return following


def test_the_paper_scrolls_to_the_block_of_the_caret(preview: Preview, following: Following):
    following.stand_at("long", 0.9)
    assert preview.page == 1


def test_a_block_not_drawn_yet_moves_nothing(preview: Preview, following: Following):
    following.stand_at("long", 0.9)
    following.stand_at("new", 0.0)
    assert preview.page == 1


def test_the_place_is_found_again_once_the_paper_is_drawn_anew(
    preview: Preview, following: Following, qtbot: QtBot, desk: Desk
):
    following.stand_at("long", 0.9)
    preview.view.go_to(0)
    following.draw()
    settle(qtbot, desk)
    assert preview.page == 1


def test_keys_one_after_the_other_draw_once(
    following: Following, paper: Paper, qtbot: QtBot, desk: Desk
):
    for _key in range(5):
        following.draw_soon()
    qtbot.waitUntil(lambda: paper.drawn > 1)
    settle(qtbot, desk)
    assert paper.drawn == 2


def test_an_older_drawing_is_given_up_for_a_newer(
    preview: Preview, following: Following, paper: Paper, qtbot: QtBot, desk: Desk
):
    following.draw()
    following.clear()
    settle(qtbot, desk)
    assert preview.page_count == 0


def test_what_goes_wrong_is_said_beside_the_pages(
    preview: Preview, following: Following, paper: Paper, qtbot: QtBot, desk: Desk
):
    paper.trouble = OutsideError("Ổ đĩa đã đầy.", "", "")
    following.draw()
    settle(qtbot, desk)
    assert preview._bar._page.text() == "Ổ đĩa đã đầy."
    assert preview.page_count == 2


@pytest.mark.parametrize(
    ("part", "page", "top"), [(0.0, 0, 700), (0.2, 0, 780), (0.25, 1, 60), (1.0, 1, 340)]
)
def test_the_line_of_the_caret_is_found_over_the_end_of_a_page(part: float, page: int, top: float):
    line = line_at(SPOTS["long"], part)
    assert (line.page, line.top) == (page, top)


def test_the_frame_is_shown_at_the_top(preview: Preview, following: Following):
    following.stand_at("long", 0.9)
    following.stand_at_top()
    assert (preview.page, preview.view._spots) == (0, ())
