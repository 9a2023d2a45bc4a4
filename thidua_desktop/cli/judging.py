"""`thidua judge`: one case against the law, without an office file."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from thidua_desktop.cli.answers import Object
from thidua_desktop.cli.door import DONE, Door
from thidua_desktop.cli.parser import Commands
from thidua_desktop.domain.checking.case import Case
from thidua_desktop.domain.checking.findings import SEVERITIES, VERDICTS, Finding, Judgement
from thidua_desktop.domain.law.book import LawBook
from thidua_desktop.domain.recipients import KINDS


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    command = commands.add(
        "judge",
        _judge,
        "xét một trường hợp theo điều kiện của luật",
        "thidua judge truong-hop.json",
        "thidua judge truong-hop.json --json",
    )
    command.add_argument("case", type=Path, metavar="CASE.json", help="trường hợp cần xét")
    command.epilog = f"{command.epilog}\n\n{_EXAMPLE}"


def finding(found: Finding) -> Object:
    """Return a finding as JSON."""
    return {
        "severity": found.severity,
        "rule": found.rule,
        "article": found.article,
        "missing_years": list(found.missing_years),
        "message": found.message,
        "verified": found.verified,
        "subject": found.subject,
        "records": list(found.records),
    }


def lines(judged: Judgement) -> Iterator[str]:
    """Give the findings as an officer reads them."""
    for found in judged.findings:
        unread = "" if found.verified else "; chưa đối chiếu"
        source = f" [{found.article}{unread}]" if found.article else ""
        yield f"  {SEVERITIES[found.severity]}: {found.message}{source}"


def _judge(options: argparse.Namespace, door: Door) -> int:
    # Late, so that the other commands start without them.
    from thidua_desktop.cli.cases import read_case
    from thidua_desktop.domain.checking.judging import judge, without_law

    book = door.wiring.laws()
    law_date, case = read_case(options.case, book)
    pack = book.pack_for(law_date)
    judged = judge(pack, case) if pack else without_law(law_date)
    door.say(f"{VERDICTS[judged.verdict]}: {_what(book, case)}.")
    if pack:
        door.say(f"Theo {pack.name}.")
    for line in lines(judged):
        door.say(line)
    door.answer(
        {
            "verdict": judged.verdict,
            "findings": [finding(each) for each in judged.findings],
            "law": pack.id if pack else None,
        }
    )
    return DONE


def _what(book: LawBook, case: Case) -> str:
    """Return what is proposed: "Lao động tiên tiến năm 2024, cá nhân"."""
    titles = (pack.any_title(case.title) for pack in book.packs)
    title = next(filter(None, titles))
    return f"{title.name} năm {case.year}, {KINDS[case.recipient].lower()}"


_EXAMPLE = """\
Một trường hợp (điều không ghi là chưa biết):
  {"law_date": "2024-12-20", "recipient": "person", "year": 2024,
   "title": "grassroots_emulation_fighter", "loai_hinh": "CONG_TRANG",
   "history": [{"title": "advanced_worker", "year": 2024}],
   "ratings": {"2024": "EXCELLENT"}, "initiatives": [],
   "open_case": false, "discipline": []}"""
