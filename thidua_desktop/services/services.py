"""Everything the officer can do with one open office file, in one hand."""

from dataclasses import dataclass

from thidua_desktop.domain.law.book import LawBook
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
from thidua_desktop.services.exporting import Exporting
from thidua_desktop.services.file import OfficeFile
from thidua_desktop.services.handover import Sending
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
from thidua_desktop.services.states import States
from thidua_desktop.services.taking_over import TakingOver
from thidua_desktop.services.units import Units


@dataclass(frozen=True, slots=True)
class Services:
    """What the window and the command line are given."""

    file: OfficeFile
    office: OfficeService
    parameters: Parameters
    overview: Overviews
    units: Units
    people: People
    households: Households
    reorganising: Reorganising
    prepared_sets: PreparedSets
    ratings: Ratings
    initiatives: Initiatives
    disciplines: Disciplines
    open_cases: OpenCases
    unit_years: UnitYears
    duplicates: Duplicates
    plans: Plans
    taking_over: TakingOver
    clusters: Clusters
    pledges: Pledges
    dossiers: Dossiers
    nominations: Nominations
    checks: Checks
    appraisals: Appraisals
    states: States
    reviewing: Reviewing
    decisions: Decisions
    awards: Awards
    council: Council
    reports: Reports
    history: History
    pasts: Pasts
    attachments: Attachments
    drafts: Drafts
    backups: Backups
    importing: Importing
    exporting: Exporting
    sending: Sending
    laws: LawBook
