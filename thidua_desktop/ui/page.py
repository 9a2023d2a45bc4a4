"""A page: what the main window may ask of any tab. Knows no tab and no record."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from thidua_desktop.ui.offer import Offer

if TYPE_CHECKING:
    from thidua_desktop.domain.listing import Filter
    from thidua_desktop.services.services import Services
    from thidua_desktop.ui.desk import Desk


class Sought(NamedTuple):
    """Rows of a tab to be shown alone: the tab by its title, the year or None for all.

    *conditions* are filters, or several together, each with its words for the chip.
    """

    tab: str
    year: int | None = None
    conditions: "tuple[tuple[Filter | tuple[Filter, ...], str], ...]" = ()


class Page(QWidget):
    """A tab's content. The window tells it the year and the words to find, and asks what it can do.

    `offers_changed` after a command became possible or impossible; `chosen` says in words what is
    chosen, for the status bar ("Chọn 3 / 226 dòng"); `conditions_dropped` that words and year to
    find were cleared from within; `grown` that a page within this one was made just now.
    """

    offers_changed = Signal()
    chosen = Signal(str)
    conditions_dropped = Signal()
    grown = Signal(QWidget)

    searches = False
    """Whether the search box means anything here."""

    list_kind = ""
    """The kind of lists that come in here, "" for none."""

    has_years = True
    """Whether what is shown can be narrowed to a year."""

    def offers(self) -> Mapping[str, Offer]:
        """Return the commands of `commands.COMMANDS` that this page answers, by name."""
        return {}

    def chosen_words(self) -> str:
        """Return how many rows there are and are chosen, as `chosen` would tell it now."""
        return ""

    def search(self, text: str) -> None:
        """Show only what has the words of *text*; everything when it is empty."""

    def set_year(self, year: int | None) -> None:
        """Show *year*, or all years."""

    def reveal(self, table: str, uid: str) -> None:
        """Show the record *uid* of *table*, one of those that this page's `Tab` names."""

    def show_sought(self, sought: Sought) -> None:
        """Show only the rows of *sought*, whose year and tab the window has chosen already."""

    def take_in(self, paths: Sequence[Path]) -> bool:
        """Take in *paths* that were dropped, as papers of this page; say whether they are such."""
        return False

    def reload(self) -> None:
        """Ask the services again for everything shown."""

    def has_draft(self) -> bool:
        """Say whether something typed here is not kept yet."""
        return False

    def keep_draft(self, then: Callable[[], None]) -> None:
        """Save what was typed, then call *then*; show its problems instead when there are any."""
        then()

    def drop_draft(self) -> None:
        """Throw away what was typed."""


class Tab(NamedTuple):
    """One tab before a file is open: its title, icon, and how its page is made.

    *tables*: those whose records the page can `reveal`.
    """

    title: str
    icon: str
    make: "Callable[[Services, Desk], Page]"
    tables: tuple[str, ...] = ()
