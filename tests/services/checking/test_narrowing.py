"""The list of nominations narrowed and ordered by what checks say."""

from tests.services.checking.conftest import Checking
from thidua_desktop.domain.listing import Filter, Order, Query
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.services import narrowing

ELIGIBLE = Query(filters=(Filter("verdict", "eligible", "is"),))


def proposed(checking: Checking) -> list[Nomination]:
    """Put three people forward: one is not eligible, one waits, one is eligible."""
    bad, open_, good = (checking.person(name) for name in ("A Anh", "Y Bình", "Y Cúc"))
    checking.rated(bad, "DONE", 2024)
    checking.rated(good, "GOOD", 2024)
    return checking.all_proposed([bad, open_, good])


def test_only_nominations_of_that_verdict_are_listed_and_counted(checking: Checking) -> None:
    *_others, good = proposed(checking)
    nominations = checking.services.nominations
    assert nominations.find(ELIGIBLE) == [good.uid]
    assert nominations.count(ELIGIBLE) == 1
    assert [row.name for row in nominations.rows_of(ELIGIBLE)] == ["Y Cúc"]


def test_other_verdicts_are_listed_where_one_is_left_out(checking: Checking) -> None:
    bad, open_, _good = proposed(checking)
    query = Query(filters=(Filter("verdict", "eligible", "isnt"),), year=2024)
    assert checking.services.nominations.find(query) == [bad.uid, open_.uid]


def test_verdicts_order_the_list_either_way(checking: Checking) -> None:
    bad, open_, good = proposed(checking)
    down = Query(order=(Order("verdict"),))
    up = Query(order=(Order("verdict", descending=True),))
    assert checking.services.nominations.find(down) == [good.uid, bad.uid, open_.uid]
    assert checking.services.nominations.find(up) == [open_.uid, bad.uid, good.uid]


def test_a_paper_says_that_it_was_narrowed_by_verdict() -> None:
    assert narrowing.lines(ELIGIBLE) == ["Đã lọc: kết quả kiểm tra “Đủ điều kiện”"]
