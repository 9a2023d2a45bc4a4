"""`thidua check`: the nominations of a file against the law. Nothing is written."""

import argparse
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from thidua_desktop.cli.answers import Object
from thidua_desktop.cli.door import DONE, Door
from thidua_desktop.cli.judging import finding, lines
from thidua_desktop.cli.parser import Commands, year
from thidua_desktop.domain.checking.findings import VERDICTS, Judgement
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.nominations import NominationRow
from thidua_desktop.domain.numbers import grouped
from thidua_desktop.domain.recipients import PERSON_KINDS

if TYPE_CHECKING:
    from thidua_desktop.services.checking.values import Checked
    from thidua_desktop.services.services import Services


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    command = commands.add(
        "check",
        _check,
        "kiểm tra các đề nghị theo điều kiện của luật",
        "thidua check mau.thidua",
        "thidua check mau.thidua --dossier UID --law 2024 --json",
    )
    command.add_argument("file", type=Path, metavar="FILE", help="tệp .thidua")
    command.add_argument("--dossier", metavar="UID", help="chỉ các đề nghị của hồ sơ này")
    command.add_argument("--year", type=year, metavar="NĂM", help="chỉ của năm này")
    command.add_argument(
        "--law", default="", metavar="BỘ_LUẬT", help="kiểm tra theo bộ luật này, ví dụ 2024"
    )


def _check(options: argparse.Namespace, door: Door) -> int:
    with door.reading(options.file) as services:
        if options.dossier:
            _refuse_unknown(services, options.dossier)
        found = services.checks.check(
            dossier=options.dossier, year=options.year, law=options.law, ticket=door.ticket
        )
        rows = {row.uid: row for row in services.nominations.rows(list(found))}
        tally = services.checks.tally(list(found))
    _say(door, rows, found)
    if found:
        door.say(f"{_counts(found)}. Gồm {tally.words}.")
    else:
        door.say("Không có đề nghị nào để kiểm tra.")
    told = [_told(rows[uid], checked) for uid, checked in found.items()]
    counts = {"times": tally.times, "people_times": tally.people_times, "people": tally.people}
    door.answer({"nominations": told, "counts": counts})
    return DONE


def _refuse_unknown(services: "Services", dossier: str) -> None:
    try:
        services.dossiers.get(dossier)
    except KeyError:
        raise Refused(
            f"Tệp không có hồ sơ “{dossier}”.",
            "Chưa có gì bị thay đổi.",
            "Hãy xem lại uid của hồ sơ, hoặc bỏ --dossier để kiểm tra tất cả.",
        ) from None


def _told(row: NominationRow, checked: "Checked") -> Object:
    return {
        "uid": row.uid,
        "recipient": row.name,
        "recipient_kind": row.recipient_kind,
        "title": row.title,
        "title_vi": row.title_text,
        "year": row.year,
        "unit": row.unit,
        "dossier": row.dossier,
        "law": checked.law.id if checked.law else None,
        "verdict": checked.verdict,
        "findings": [finding(one) for one in checked.findings],
        "waived": [{**finding(one.finding), "reason": one.reason} for one in checked.waived],
    }


def _say(door: Door, rows: Mapping[str, NominationRow], found: Mapping[str, "Checked"]) -> None:
    """Tell what stands in the way, nomination by nomination; notes are for the window."""
    for uid, checked in found.items():
        grave = tuple(one for one in checked.findings if one.severity != "note")
        if grave:
            row = rows[uid]
            door.say(f"{_who(row)} — {row.title_text}, {row.year}")
            for line in lines(Judgement(checked.verdict, grave)):
                door.say(line)


def _who(row: NominationRow) -> str:
    """Return the recipient with the unit; a collective may stand for itself."""
    unit = row.unit or ("chưa ghi đơn vị" if row.recipient_kind in PERSON_KINDS else "")
    return ", ".join(filter(None, (row.name, unit)))


def _counts(found: Mapping[str, "Checked"]) -> str:
    counted = Counter(checked.verdict for checked in found.values())
    words: Iterable[str] = (
        f"{grouped(counted[verdict])} {name[:1].lower()}{name[1:]}"
        for verdict, name in VERDICTS.items()
        if counted[verdict]
    )
    return f"Đã kiểm tra {grouped(len(found))} đề nghị: {', '.join(words)}"
