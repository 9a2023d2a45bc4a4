"""The clusters of a year and what units registered: usual, without any, and their dialogs."""

from pathlib import Path

from tests.pictures.stage import changed_sample, first_row, place, sample
from tests.pictures.studio import SMALLEST, Studio
from thidua_desktop.domain.listing import Query
from thidua_desktop.services.services import Services

_PLANS = 1
_ALL, _ONE, _PLEDGES = 6, 8, 9  # Below the year, its four quarters and its paper.


def clusters(studio: Studio, folder: Path) -> None:
    """Take the clusters of the sample office in several dresses, then a year that has none yet."""
    studio.open(sample(folder))
    studio.go_to(_PLANS)
    place(studio, _ALL)
    first_row(studio)
    studio.shoot("clusters-all")
    place(studio, _ONE)
    first_row(studio)
    for name, known in {
        "usual": {},
        "dark": {"dark": True},
        "smallest": {"size": SMALLEST},
    }.items():
        studio.dress(**known)  # type: ignore[arg-type]
        studio.shoot(f"clusters-one-{name}")
    studio.dress(scale=1.5, size=SMALLEST)
    studio.shoot("clusters-one-150")
    studio.dress()
    for command in ("new_cluster", "cluster_facts", "leave_cluster"):
        studio.shoot_dialogs(f"clusters-{command}", studio.desk.actions[command].trigger)
    studio.open(changed_sample(folder, "pledges.thidua", _pledged))
    studio.go_to(_PLANS)
    place(studio, _PLEDGES)
    first_row(studio)
    studio.shoot("pledges")
    studio.shoot_dialogs("pledges-not-sent", studio.desk.actions["not_pledged"].trigger)
    studio.open(changed_sample(folder, "clusters.thidua", _next_year))
    studio.go_to(_PLANS)
    place(studio, _ALL)
    studio.shoot("clusters-none-yet")
    studio.shoot_dialogs("clusters-take", studio.desk.actions["take_clusters"].trigger)


def _next_year(services: Services) -> None:
    services.plans.save_plan(services.plans.new_plan(2025))


def _pledged(services: Services) -> None:
    """Have all communes but two register."""
    communes = [row.name for row in services.units.rows_of(Query()) if row.kind == "commune"]
    title = "Tập thể lao động xuất sắc"
    services.pledges.save_many(
        services.pledges.new(year=2024, unit_name=name, title_text=title, quantity=1)
        for name in communes[2:]
    )
