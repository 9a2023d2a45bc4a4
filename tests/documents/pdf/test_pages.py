"""Random papers: what must hold for every breaking of text and footnotes into pages."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.documents.pdf import samples
from thidua_desktop.documents.pdf.boxes import Box, RowBox, Slot, row_height
from thidua_desktop.documents.pdf.letters import Letters
from thidua_desktop.documents.pdf.lines import Line
from thidua_desktop.documents.pdf.notes import Notes, height
from thidua_desktop.documents.pdf.pages import Page, Paging, units
from thidua_desktop.domain.markup import Footnote, Run

ROOM = 600.0
_ERROR = 0.05
_LETTERS = Letters(samples.FONTS)


@dataclass(frozen=True)
class Made:
    """One random box: lines high, footnotes of so many lines each, keeping to the next or not."""

    lines: int
    notes: tuple[int, ...] = ()
    keeps: bool = False
    is_row: bool = False


@dataclass
class Result:
    notes: Notes
    boxes: list[Box]
    pages: list[Page]
    cited_on: dict[int, int] = field(default_factory=dict)


def _drawn(sizes: Sequence[Made]) -> Result:
    notes = Notes(_LETTERS, 400.0)
    boxes = [_box(made, notes) for made in sizes]
    paging = Paging(ROOM, notes)
    for unit in units(boxes):
        paging.add(unit)
    return Result(notes, boxes, paging.pages())


def _box(made: Made, notes: Notes) -> Box:
    cited = []
    for lines in made.notes:
        text = "\n".join(["ghi chú"] * lines)
        cited.append(notes.spans([Footnote((Run(text),))], 14)[0].note)
    if made.is_row:
        texts = [Line((), 0.0, notes=tuple(cited) if n == 0 else ()) for n in range(made.lines)]
        return RowBox(
            height=row_height([texts], 13),
            notes=tuple(cited),
            texts=[texts],
            slots=[Slot(0, 100, "left")],
            uprights=(0, 100),
            size=13,
        )
    return Box(height=made.lines * 16.0, gap=6.0, notes=tuple(cited), keeps=made.keeps)


def _pages_of_boxes(result: Result) -> dict[int, list[int]]:
    """Return the pages on which each footnote is cited."""
    cited: dict[int, list[int]] = {}
    for number, page in enumerate(result.pages):
        for _, box in page.boxes:
            for note in box.notes:
                cited.setdefault(note, []).append(number)
    return cited


_text = st.builds(
    Made,
    lines=st.integers(1, 3),
    notes=st.lists(st.integers(1, 12), max_size=2).map(tuple),
    keeps=st.booleans(),
)
_long_note = st.builds(
    Made, lines=st.just(1), notes=st.integers(20, 130).map(lambda lines: (lines,))
)
_row = st.builds(
    Made,
    lines=st.integers(1, 60),
    notes=st.lists(st.integers(1, 80), max_size=1).map(tuple),
    is_row=st.just(True),
)
_papers = st.lists(st.one_of(_text, _text, _row, _long_note), min_size=1, max_size=60)


@given(_papers)
@settings(max_examples=150, deadline=None)
def test_every_footnote_begins_on_the_page_that_cites_it(sizes):
    result = _drawn(sizes)
    for note, pages in _pages_of_boxes(result).items():
        first = result.notes.lines(note)[0]
        begun = [n for n, page in enumerate(result.pages) if any(x is first for x in page.notes)]
        assert begun == pages


@given(_papers)
@settings(max_examples=150, deadline=None)
def test_every_line_of_every_footnote_stands_once_and_in_order(sizes):
    result = _drawn(sizes)
    drawn = [line for page in result.pages for line in page.notes]
    cited = sorted(_pages_of_boxes(result))
    assert drawn == [line for note in cited for line in result.notes.lines(note)]


@given(_papers)
@settings(max_examples=150, deadline=None)
def test_text_and_footnotes_of_a_page_never_overlap(sizes):
    for page in _drawn(sizes).pages:
        assert page.used + height(len(page.notes)) <= ROOM + _ERROR
        bottom = 0.0
        for top, box in page.boxes:
            assert top >= bottom - _ERROR
            bottom = top + box.height
        assert bottom <= page.used + _ERROR


@given(_papers)
@settings(max_examples=150, deadline=None)
def test_boxes_stand_in_order_and_only_rows_are_cut(sizes):
    result = _drawn(sizes)
    drawn = [box for page in result.pages for _, box in page.boxes]
    whole = [box for box in result.boxes if not isinstance(box, RowBox)]
    assert [box for box in drawn if not isinstance(box, RowBox)] == whole
    lines = [line for box in drawn if isinstance(box, RowBox) for line in box.texts[0]]
    asked = [line for box in result.boxes if isinstance(box, RowBox) for line in box.texts[0]]
    assert lines == asked


@given(_papers)
@settings(max_examples=150, deadline=None)
def test_boxes_that_keep_together_share_a_page_where_one_page_can_hold_them(sizes):
    result = _drawn(sizes)
    on_page = {id(b): n for n, page in enumerate(result.pages) for _, b in page.boxes}
    for unit in units(result.boxes):
        lines = sum(len(result.notes.lines(note)) for box in unit for note in box.notes)
        tall = sum(box.height + box.gap for box in unit) + height(lines)
        if tall <= ROOM and not any(isinstance(box, RowBox) for box in unit):
            assert len({on_page[id(box)] for box in unit}) == 1


def test_a_page_is_not_left_half_empty_for_a_long_footnote():
    result = _drawn([Made(lines=1)] * 20 + [Made(lines=1, notes=(30,))])
    assert len(result.pages) == 2
    assert len(result.pages[0].boxes) == 21
    assert result.pages[1].carried > 0


def test_a_footnote_that_fits_whole_on_the_next_page_is_not_cut_to_save_a_line():
    result = _drawn([Made(lines=1)] * 25 + [Made(lines=1, notes=(3,))])
    assert [len(page.boxes) for page in result.pages] == [25, 1]
    assert result.pages[1].carried == 0


def test_a_footnote_longer_than_a_page_goes_on_over_several():
    result = _drawn([Made(lines=1, notes=(140,)), Made(lines=1)])
    assert [page.carried > 0 for page in result.pages] == [False, True, True]
    assert sum(len(page.notes) for page in result.pages) == 140


def test_footnotes_that_no_page_can_hold_begin_as_soon_as_there_is_room():
    result = _drawn([Made(lines=50, notes=(60, 60, 60), is_row=True), Made(lines=1)])
    numbers = [n for n, page in enumerate(result.pages) for _ in page.notes]
    assert len(numbers) == 180
    for page in result.pages:
        assert page.used + height(len(page.notes)) <= ROOM + _ERROR


def test_a_box_higher_than_a_page_is_drawn_all_the_same():
    result = _drawn([Made(lines=1), Made(lines=50), Made(lines=1)])
    assert [len(page.boxes) for page in result.pages] == [1, 1, 1]
