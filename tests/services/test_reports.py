"""Reports: begun from an outline, live figures, frozen when issued, carried over, on paper."""

from dataclasses import replace

import pytest

from tests.factory import again, award
from thidua_desktop.domain.blocks import Block
from thidua_desktop.domain.errors import RuleError
from thidua_desktop.domain.markup import Field, parse
from thidua_desktop.domain.reports import Report
from thidua_desktop.services.services import Services
from thidua_desktop.wiring import Wiring


def field_names(block: Block) -> list[str]:
    return [piece.name for piece in parse(block.body) if isinstance(piece, Field)]


COUNTED = 'Có <field name="awards.district.person"/> lượt cá nhân.'


@pytest.fixture
def report(services: Services) -> Report:
    """A stored half-year report of one paragraph, with one award to count."""
    draft = services.reports.new("half_year", 2024, 1)
    services.reports.save(draft, blocks=[Block(body=COUNTED)])
    services.awards.save(award(decision_date="2024-01-12"))
    return draft


def test_a_new_report_covers_its_half_in_the_office_frame(services: Services) -> None:
    draft = services.reports.new("half_year", 2024, 2)
    assert (draft.period_from, draft.period_to) == ("2024-07-01", "2024-12-31")
    assert draft.heading.signer == "Y Khăm"
    assert draft.heading.subject.startswith("Sơ kết công tác thi đua, khen thưởng 6 tháng cuối năm")


def test_a_new_report_begins_with_the_outline_of_its_period(services: Services) -> None:
    draft = services.reports.new("half_year", 2024, 1)
    services.reports.save(draft)
    blocks = services.reports.blocks(draft.uid)
    numbers = [block.number for block in blocks if block.kind == "heading" and block.depth == 1]
    assert numbers == ["I.", "II.", "III.", "IV."]
    assert any("6 tháng cuối năm 2024".upper() in block.body for block in blocks)


def test_every_field_of_the_outline_counts_something(services: Services) -> None:
    draft = services.reports.new("half_year", 2024, 1)
    names = [
        piece.name
        for block in services.reports.opening(draft)
        for piece in parse(block.body)
        if isinstance(piece, Field)
    ]
    assert set(services.reports.figures(draft, names)) == set(names) != set()


def test_the_text_of_a_report_is_kept(services: Services, wires: Wiring, report: Report) -> None:
    opened = again(services, wires)
    assert [block.body for block in opened.reports.blocks(report.uid)] == [
        'Có <field name="awards.district.person"/> lượt cá nhân.'
    ]
    opened.file.close()


def test_figures_follow_the_register(services: Services, report: Report) -> None:
    assert services.reports.figures(report) == {"awards.district.person": "01"}
    services.awards.save(award(decision_date="2024-02-01"))
    assert services.reports.paper(report.uid).figures == {"awards.district.person": "02"}


def test_a_number_opens_its_rows(services: Services, report: Report) -> None:
    rows = services.reports.rows_of(report, "awards.district.person")
    assert [row.name for row in rows] == ["A Tik"]


def test_what_is_no_figure_of_the_register_has_no_rows(services: Services, report: Report) -> None:
    assert services.reports.rows_of(report, "council.members") == []


def test_an_issued_report_keeps_its_figures(services: Services, report: Report) -> None:
    services.reports.save(replace(report, state="issued"))
    services.awards.save(award(decision_date="2024-02-01"))
    paper = services.reports.paper(report.uid)
    field = next(piece for piece in parse(paper.blocks[0].body) if isinstance(piece, Field))
    assert (field.text, dict(paper.figures)) == ("01", {})


def test_undo_of_issuing_makes_the_figures_live_again(services: Services, report: Report) -> None:
    services.reports.save(replace(report, state="issued"))
    services.history.undo()
    services.awards.save(award(decision_date="2024-02-01"))
    assert services.reports.figures(services.reports.get(report.uid)) == {
        "awards.district.person": "02"
    }


def test_prose_is_carried_over_from_the_period_before(services: Services, report: Report) -> None:
    following = services.reports.new("half_year", 2024, 2)
    carried = services.reports.carried(following)
    assert [field_names(block) for block in carried] == [["awards.district.person"]]
    assert carried[0].uid != services.reports.blocks(report.uid)[0].uid


def test_carried_prose_speaks_of_its_own_period(services: Services, report: Report) -> None:
    services.reports.save(report, blocks=[Block(body=f"6 tháng đầu năm 2024: {COUNTED}")])
    (block,) = services.reports.carried(services.reports.new("half_year", 2024, 2))
    assert block.body == (
        '6 tháng cuối năm 2024: Có <field name="awards.district.person">00</field> lượt cá nhân.'
    )


def test_old_numbers_in_carried_prose_are_offered_as_figures(
    services: Services, report: Report
) -> None:
    services.awards.save(award(decision_date="2024-02-01"))
    following = services.reports.new("half_year", 2024, 2)
    blocks = [Block(body="Đã khen 02 cá nhân, 05 tập thể.")]
    (offer,) = services.reports.offers(following, blocks, ["awards.district.person"])
    assert (offer.text, offer.is_old) == ("02", True)
    assert (offer.choices[0].now, offer.choices[0].before) == ("00", "02")


def test_an_issued_report_is_offered_nothing(services: Services, report: Report) -> None:
    issued = replace(report, state="issued")
    blocks = [Block(body="Đã khen 01 cá nhân.")]
    assert services.reports.offers(issued, blocks, ["awards.district.person"]) == []


def test_nothing_is_carried_over_into_the_first_report(services: Services) -> None:
    assert services.reports.carried(services.reports.new("half_year", 2024, 1)) == []


def test_blocks_taken_out_are_gone_and_come_back_by_undo(
    services: Services, report: Report
) -> None:
    services.reports.save(report, blocks=[Block(body="Khác.")])
    assert [block.body for block in services.reports.blocks(report.uid)] == ["Khác."]
    services.history.undo()
    assert [block.body for block in services.reports.blocks(report.uid)] == [COUNTED]


def test_a_deleted_report_takes_its_text_along(services: Services, report: Report) -> None:
    services.reports.delete(report.uid)
    assert (services.reports.all(), services.reports.blocks(report.uid)) == ([], [])


def test_the_latest_period_comes_first(services: Services, report: Report) -> None:
    later = services.reports.new("half_year", 2024, 2)
    services.reports.save(later)
    assert [one.uid for one in services.reports.all()] == [later.uid, report.uid]


def test_an_impossible_date_in_the_frame_is_told(services: Services, report: Report) -> None:
    wrong = replace(report, heading=replace(report.heading, date="31/6/2024"))
    with pytest.raises(RuleError) as refused:
        services.reports.save(wrong)
    assert [problem.field for problem in refused.value.problems] == ["heading.date"]


def test_a_paper_without_a_stored_report_is_the_outline(services: Services) -> None:
    draft = services.reports.new("half_year", 2024, 1)
    paper = services.reports.draft_paper(draft)
    assert paper.heading == draft.heading
    assert paper.figures["awards.district.person"] == "00"
    assert services.reports.all() == []


def test_the_paper_names_its_office_and_time(services: Services, report: Report) -> None:
    paper = services.reports.paper(report.uid)
    assert paper.author == "Ủy ban nhân dân huyện Đắk Ruồng"
    assert paper.made == services.office.now
    assert paper.title.startswith("Báo cáo Sơ kết công tác thi đua")
