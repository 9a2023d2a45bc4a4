"""What the first tab tells: counts equal to the rows they lead to, what is late, what is open."""

from tests.factory import award, nomination, to_collective
from thidua_desktop.domain.listing import Filter, Query
from thidua_desktop.domain.nominations import Dossier
from thidua_desktop.services.services import Services
from thidua_desktop.storage.database import Database


def keep(services: Services, *records: object) -> None:
    """Store *records* past their services, as another program of ours would have."""
    database: Database = services.plans._database
    with database.write("Cất") as step:
        step.put(records)


def test_titles_are_counted_by_catalogue_and_by_words_the_most_frequent_first(
    services: Services,
) -> None:
    for title in ("Lao động tiên tiến", "Hiếu học", "lao động tiên tiến", "HIẾU HỌC", "Hiếu học"):
        services.awards.save(award(title_text=title, decision_date="2024-01-12"))
    titles = [(t.id, t.name, t.count) for t in services.overview.of(2024).titles]
    assert titles == [("", "Hiếu học", 3), ("advanced_worker", "Lao động tiên tiến", 2)]


def test_each_bar_leads_to_as_many_rows(sample: Services) -> None:
    year = sample.overview.of(2024)
    for title in year.titles:
        asked = (
            (Filter("title", title.id, "is"),)
            if title.id
            else (Filter("title", match="empty"), Filter("title_text", title.name, "is"))
        )
        query = Query(filters=(*asked, Filter("nature", "revoked", "isnt")), year=2024)
        assert sample.awards.count(query) == title.count
    assert year.awards == sample.awards.count(Query(year=2024))


def test_an_award_revoked_since_is_not_counted(services: Services) -> None:
    services.awards.save(award(decision_date="2024-01-12", nature="revoked"))
    assert services.overview.of(2024).awards == 0


def test_levels_come_from_the_highest_with_people_and_collectives_apart(
    services: Services,
) -> None:
    services.awards.save(award(decision_date="2024-01-12", level="district"))
    services.awards.save(award(decision_date="2024-01-12", level="province"))
    services.awards.save(
        award(decision_date="2024-01-12", level="province", recipient=to_collective())
    )
    levels = [(c.level, c.collectives, c.people) for c in services.overview.of(2024).levels]
    assert levels == [("province", 1, 1), ("district", 0, 1)]


def test_an_award_without_a_decision_counts_in_its_year(services: Services) -> None:
    services.awards.save(award(year=2019))
    assert services.overview.of(2019).awards == 1


def test_tasks_are_late_soon_or_later(services: Services) -> None:
    services.plans.save_plan(services.plans.new_plan(2024))
    for due in ("2024-06-29", "2024-06-30", "2024-07-30", "2024-07-31"):
        services.plans.save(services.plans.new(year=2024, body=due, due=due))
    services.plans.save(services.plans.new(year=2024, body="Xong.", due="2024-01-01", state="done"))
    told = services.overview.of(2024)
    assert [task.due for task in told.late] == ["2024-06-29"]
    assert [task.due for task in told.soon] == ["2024-06-30", "2024-07-30"]
    assert [task.due for task in told.later] == ["2024-07-31"]
    assert told.done == 1


def test_a_dossier_is_late_when_its_last_day_is_past_and_it_is_not_settled(
    services: Services,
) -> None:
    keep(
        services,
        Dossier(unit_name="Xã Đắk Ruồng", year=2024, due="2024-06-28"),
        Dossier(unit_name="Phòng Nội vụ", year=2024, due="2024-06-28", state="awarded"),
        Dossier(unit_name="Trường Sơn Ca", year=2024, due="2024-06"),
        Dossier(unit_name="Xã Ngọc An", year=2023, due="2024-05", state="returned"),
    )
    told = services.overview.of(2024)
    assert [d.unit_name for d in told.late_dossiers] == ["Xã Ngọc An", "Xã Đắk Ruồng"]
    assert told.dossiers == {"submitted": 2, "awarded": 1}


def test_nominations_are_counted_by_state_in_the_order_they_go(services: Services) -> None:
    for state in ("approved", "draft", "approved"):
        services.nominations.save(nomination(state=state))
    assert list(services.overview.of(2024).nominations.items()) == [("draft", 1), ("approved", 2)]


def test_a_file_is_new_until_something_is_planned_or_written_down(services: Services) -> None:
    assert services.overview.of().is_new
    services.awards.save(award(year=2019))
    assert not services.overview.of().is_new


def test_without_a_year_it_is_the_present_one(services: Services) -> None:
    assert services.overview.of().year == 2024


def test_a_backup_just_made_is_told(services: Services) -> None:
    assert services.overview.of().backup is None
    services.backups.make()
    assert services.overview.of().backup is not None


def test_the_clusters_of_the_office_are_those_it_has_a_place_in(sample: Services) -> None:
    (roll,) = sample.overview.of(2024).clusters
    assert (roll.cluster.name, len(roll.members)) == ("Cụm thi đua số 03", 5)
    assert sample.overview.of(2023).clusters == []
