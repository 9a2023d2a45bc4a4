"""Inline markup of a block: what is read is what was written."""

from hypothesis import given
from hypothesis import strategies as st

from thidua_desktop.domain.markup import (
    Field,
    Footnote,
    Inline,
    Run,
    notes,
    parse,
    plain,
    render,
)

LETTERS = st.text(alphabet='aăâ đ<>&/i"b=fn', min_size=1, max_size=12)
RUNS = st.builds(Run, LETTERS, st.booleans(), st.booleans())
FIELDS = st.builds(Field, st.just("awards.district.person"), LETTERS, st.booleans(), st.booleans())


@st.composite
def pieces(draw: st.DrawFn) -> list[Inline]:
    """Pieces as a body can hold them: neighbouring runs differ in style."""
    runs = st.lists(RUNS, min_size=1, max_size=4, unique_by=lambda run: (run.italic, run.bold))
    notes_of = st.builds(lambda found: Footnote(tuple(found)), runs)
    found: list[Inline] = []
    for piece in draw(st.lists(st.one_of(RUNS, notes_of, FIELDS), max_size=8)):
        last = found[-1] if found else None
        if not (
            isinstance(piece, Run)
            and isinstance(last, Run)
            and (last.italic, last.bold) == (piece.italic, piece.bold)
        ):
            found.append(piece)
    return found


@given(pieces())
def test_a_body_gives_back_the_pieces_it_was_made_of(written: list[Inline]) -> None:
    assert list(parse(render(written))) == written


@given(st.text(max_size=60))
def test_any_text_is_read_without_an_error(body: str) -> None:
    assert parse(render(parse(body))) == parse(body)


def test_styles_nest() -> None:
    assert parse("<b>đậm <i>nghiêng</i></b> thường") == (
        Run("đậm ", bold=True),
        Run("nghiêng", italic=True, bold=True),
        Run(" thường"),
    )


def test_a_strange_tag_is_text() -> None:
    assert plain("số <u>5</u> &lt;b>") == "số <u>5</u> <b>"


def test_an_open_tag_ends_with_the_body() -> None:
    assert parse("<i>hở") == (Run("hở", italic=True),)


def test_a_footnote_stands_where_it_is_cited() -> None:
    body = "đạt chuẩn<fn>Quyết định <i>số 5</i></fn> năm nay"
    assert plain(body) == "đạt chuẩn năm nay"
    assert plain(body, footnotes=True) == "đạt chuẩn (Quyết định số 5) năm nay"
    assert [note.text for note in notes(body)] == ["Quyết định số 5"]


def test_a_field_keeps_the_words_it_showed_last() -> None:
    assert plain('có <field name="council.members">13</field> thành viên') == "có 13 thành viên"
    assert parse('<field name="plan_tasks"/>') == (Field("plan_tasks"),)
