"""Puts paths, storage and services together for the window and the command line. Knows no Qt."""

import getpass
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from thidua_desktop import settings as settings_file
from thidua_desktop.domain.errors import Elsewhere, Refused, RuleError
from thidua_desktop.domain.law.book import LawBook
from thidua_desktop.domain.office import Office, problems
from thidua_desktop.domain.work import Quiet, Ticket
from thidua_desktop.paths import Paths, find_paths
from thidua_desktop.services import laws
from thidua_desktop.services.attachments import Attachments
from thidua_desktop.services.awards import Awards
from thidua_desktop.services.backups import Backups
from thidua_desktop.services.checking.appraisals import Appraisals
from thidua_desktop.services.checking.service import Checks
from thidua_desktop.services.clusters import Clusters
from thidua_desktop.services.council import Council
from thidua_desktop.services.decisions import Decisions
from thidua_desktop.services.dossiers import Dossiers
from thidua_desktop.services.drafts import Drafts
from thidua_desktop.services.duplicates import Duplicates
from thidua_desktop.services.exporting import Exporting, Lists
from thidua_desktop.services.file import OfficeFile
from thidua_desktop.services.handover import Here, Receiving, Sending, free_name, make_shelf
from thidua_desktop.services.history import History
from thidua_desktop.services.households import Households
from thidua_desktop.services.importing.service import Importing
from thidua_desktop.services.initiatives import Initiatives
from thidua_desktop.services.merits import Disciplines, OpenCases, Ratings, UnitYears
from thidua_desktop.services.nominations import Nominations
from thidua_desktop.services.office import OfficeService
from thidua_desktop.services.overview import Overviews
from thidua_desktop.services.parameters import Parameters
from thidua_desktop.services.pasts import Pasts
from thidua_desktop.services.people import People
from thidua_desktop.services.plans import Plans
from thidua_desktop.services.pledges import Pledges
from thidua_desktop.services.prepared import PreparedSets
from thidua_desktop.services.reorganising import Reorganising
from thidua_desktop.services.reports import Reports
from thidua_desktop.services.reviewing import Reviewing
from thidua_desktop.services.sample import filling
from thidua_desktop.services.services import Services
from thidua_desktop.services.states import States
from thidua_desktop.services.taking_over import TakingOver
from thidua_desktop.services.tidying import tidied
from thidua_desktop.services.time_limits import TimeLimits
from thidua_desktop.services.units import Units
from thidua_desktop.storage import backups, drives
from thidua_desktop.storage.backups import Backup
from thidua_desktop.storage.database import Database, Place, now

_QUIET = Quiet()
_SHELF = "Thi đua, khen thưởng"


@dataclass(frozen=True, slots=True)
class Wiring:
    """What every office file on this computer is opened with.

    *who*: the name that signs steps, "" for that in the settings or the system's user.
    *elsewhere* says why a file may not be worked on where it lies, None when it may.
    """

    paths: Paths
    clock: Callable[[], datetime] = now
    who: str = ""
    elsewhere: Callable[[Path], drives.Reason | None] = drives.is_removable_or_network

    def open_office(self, path: Path, *, read_only: bool = False) -> Services:
        """Return the services of the file *path*.

        Raises Refused when it is locked, newer or cannot be written, Elsewhere when it lies on a
        stick or a share, BadFile when it is damaged or not ours, OutsideError when it is not there.
        """
        if reason := self.elsewhere(path):
            raise Elsewhere(path, reason.words)
        return self._open(path, read_only=read_only)

    @contextmanager
    def reading(self, path: Path, ticket: Ticket = _QUIET) -> Iterator[Services]:
        """Give the services of *path* for reading; of a checked copy where it lies elsewhere."""
        incoming = self.receiving().receive(path, ticket) if self.elsewhere(path) else None
        try:
            services = self._open(incoming.copy if incoming else path, read_only=True)
            try:
                yield services
            finally:
                services.file.close()
        finally:
            if incoming:
                self.receiving().drop(incoming)

    def _open(self, path: Path, *, read_only: bool) -> Services:
        database = Database.open(path, self._place(), read_only=read_only)
        try:
            return self._services(database)
        except BaseException:
            database.close()
            raise

    def create_office(self, path: Path, office: Office) -> Services:
        """Make the file *path* for *office* and return its services; an existing file is refused.

        Raises RuleError when the office has no name or no right level.
        """
        draft = tidied(office)
        if found := problems(draft):
            raise RuleError(found)

        def fill(database: Database) -> None:
            with database.write("Tạo tệp dữ liệu", "create") as step:
                step.put(draft)

        return self._create(path, fill)

    def create_sample(self, path: Path, awards: int = 0, ticket: Ticket = _QUIET) -> Services:
        """Make the file *path* with the sample office, or with so many invented *awards*."""
        folder, book = self.paths.resources / "sample", self.laws()

        def fill(database: Database) -> None:
            if awards:
                filling.fill_many(database, folder, book, awards, ticket)
            else:
                filling.fill(database, folder, book)

        return self._create(path, fill)

    def _create(self, path: Path, fill: Callable[[Database], None]) -> Services:
        """Make the file *path* and fill it; nothing is left of it when that fails."""
        self.refuse_elsewhere(path)
        make_shelf(self.shelf(), path)
        was_there = path.exists()
        try:
            database = Database.create(path, self._place())
            try:
                fill(database)
                return self._services(database)
            except BaseException:
                database.close()
                raise
        except BaseException:
            if not was_there:
                path.unlink(missing_ok=True)
            raise

    def restore(self, backup: Path, path: Path) -> None:
        """Put *backup* in the place of the file *path*, damaged, missing or whole, but not open.

        The present state is kept. Raises BadFile when the backup is not as it was made, Refused
        when another program has the file, or when it lies on a stick or a share.
        """
        self.refuse_elsewhere(path)
        if self.elsewhere(backup):
            with self.receiving().at_hand(backup) as copy:
                backups.restore(copy, path, self._place())
        else:
            backups.restore(backup, path, self._place())

    def receiving(self) -> Receiving:
        """Return what brings files from outside onto this computer."""
        here = Here(self.paths.staging, self.shelf(), self._known_files, self.refuse_elsewhere)
        return Receiving(self._place(), here)

    def shelf(self) -> Path:
        """Return the folder that office files are proposed in; no program copies it to the net."""
        papers = self.paths.papers
        if papers is None:
            return self.paths.user / _SHELF
        return (Path.home() if drives.synced_by(papers / _SHELF) else papers) / _SHELF

    def propose(self, name: str) -> Path:
        """Return a free path on the shelf for a new file of the office *name*."""
        return free_name(self.shelf(), name)

    def refuse_elsewhere(self, path: Path) -> None:
        """Raise Refused when no file may be made at *path*: it lies on a stick or a share."""
        if reason := self.elsewhere(path):
            raise Refused(
                f"“{path}” nằm trên {reason.words}; tệp thi đua chỉ lập và dùng trên máy này.",
                "Chưa ghi gì vào ổ ấy.",
                "Hãy chọn thư mục trên máy này. Khi cần mang đi, dùng Tệp → Chép ra USB.",
            )

    def _known_files(self) -> Iterator[Path]:
        """Give the office files that this computer is known to have; a share is not asked."""
        known = [Path(name) for name in settings_file.load(self.paths.settings).recent]
        shelf = self.shelf()
        with suppress(OSError):
            known.extend(sorted(shelf.glob("*.thidua")))
        yield from (path for path in known if not self.elsewhere(path))

    def backups_of(self, path: Path) -> list[Backup]:
        """Return the automatic backups of files named like *path*, newest first."""
        return backups.listed_for(self._place(), path)

    def check_backup(self, path: Path) -> Backup:
        """Return the backup *path* after reading it in full; BadFile when it is not whole."""
        return backups.check(path)

    def keep_backups_in(self, folder: Path) -> None:
        """Remember *folder* as the place of backups on this computer; OSError when that fails."""
        known = settings_file.load(self.paths.settings)
        settings_file.save(replace(known, backup_folder=str(folder)), self.paths.settings)

    def laws(self) -> LawBook:
        """Return the law packs; LawPackError when one of them is broken."""
        return laws.load(self.paths.law)

    def _place(self) -> Place:
        settings = settings_file.load(self.paths.settings)
        return Place(
            migrations=self.paths.migrations,
            backups=Path(settings.backup_folder) if settings.backup_folder else self.paths.backups,
            who=self.who or settings.keeper or _system_user(),
            clock=self.clock,
        )

    def _services(self, database: Database) -> Services:
        book = self.laws()
        office = OfficeService(database)
        parameters = Parameters(database, office, book)
        limits = TimeLimits(book, parameters)
        checks = Checks(database, book, parameters)
        dossiers = Dossiers(database, office, book, limits)
        lists = Lists(
            awards=Awards(database, office, book),
            nominations=Nominations(database, office, book, checks),
            plans=Plans(database, office),
            council=Council(database),
            reports=Reports(database, office, book, self.paths.outlines / "half-year.toml"),
            appraisals=Appraisals(database, checks, dossiers),
            pledges=Pledges(database, office),
        )
        decisions, clusters = Decisions(database, office, book), Clusters(database, office)
        people, units, copies = People(database), Units(database), Backups(database)
        return Services(
            file=OfficeFile(database),
            office=office,
            parameters=parameters,
            overview=Overviews(database, office, book, copies, limits, clusters),
            units=units,
            people=people,
            households=Households(database),
            reorganising=Reorganising(database, units),
            prepared_sets=PreparedSets(database, office, self.paths.reorganisations),
            ratings=Ratings(database, office),
            initiatives=Initiatives(database, office),
            disciplines=Disciplines(database),
            open_cases=OpenCases(database),
            unit_years=UnitYears(database, office),
            duplicates=Duplicates(database, people, units),
            plans=lists.plans,
            taking_over=TakingOver(database, lists.plans),
            clusters=clusters,
            pledges=lists.pledges,
            dossiers=dossiers,
            nominations=lists.nominations,
            checks=checks,
            appraisals=lists.appraisals,
            states=States(database),
            reviewing=Reviewing(database, decisions, lists.awards),
            decisions=decisions,
            awards=lists.awards,
            council=lists.council,
            reports=lists.reports,
            history=History(database),
            pasts=Pasts(database),
            attachments=Attachments(database),
            drafts=Drafts(database, self.paths.user / "drafts"),
            backups=copies,
            importing=Importing(
                database,
                copies,
                office=office,
                book=book,
                plans=lists.plans,
                reports=lists.reports,
            ),
            exporting=Exporting(office, lists, self.paths.fonts),
            sending=Sending(database, self.paths.staging),
            laws=book,
        )


def wire(paths: Paths | None = None) -> Wiring:
    """Return the wiring of this installation, or of other *paths*."""
    return Wiring(paths or find_paths())


def _system_user() -> str:
    with suppress(OSError, KeyError, ImportError):
        return getpass.getuser()
    return ""
