"""The appraisal of a dossier on paper: its facts, every nomination, its papers, a conclusion."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from thidua_desktop.documents.paper import Column, GroupRow, Paper, Row, Table
from thidua_desktop.domain.blocks import Block
from thidua_desktop.domain.checking.findings import VERDICTS, Finding
from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.heading import Heading
from thidua_desktop.domain.markup import escape
from thidua_desktop.domain.nominations import STATES
from thidua_desktop.domain.numbers import roman
from thidua_desktop.domain.office import Office
from thidua_desktop.domain.recipients import PERSON_KINDS
from thidua_desktop.domain.text import fold
from thidua_desktop.services.checking.appraisals import Appraisal, Appraised
from thidua_desktop.services.checking.values import Waived
from thidua_desktop.services.dossiers import NeededPaper

_ROWS, _PAPERS = "nominations", "papers"
_SIZE = 11.5  # points; NĐ 30/2020/NĐ-CP lets tables be smaller than the text
_NAMED = 12  # Names of those not eligible that a conclusion tells one by one.
_SAME = 120  # Letters of findings; longer ones are told for the first of those alike.
_UNREAD = "chưa đối chiếu"
_WHOLE = ("missing_paper", "late", "ratio")
"""Rules that speak of the dossier or the year, and so are told once, beside the table."""

_NO_RULE = "no_rule"
_SEE = "Xét theo tiêu chuẩn ghi dưới bảng."

_APPRAISED = (
    Column("TT", 10.0, "ordinal"),
    Column("Họ tên, chức vụ, đơn vị", 56.0),
    Column("Kết quả", 32.0, "code"),
    Column("Nội dung thẩm định, căn cứ"),
)
_NEEDED = (
    Column("TT", 10.0, "ordinal"),
    Column("Giấy tờ"),
    Column("Kết quả", 25.0, "code"),
    Column("Căn cứ", 55.0),
)


def appraisal_paper(found: Appraisal, office: Office, made: datetime) -> Paper:
    """Return the appraisal of a dossier, to be signed by whoever looked it through."""
    heading = Heading(
        parent=office.parent,
        issuer=office.name,
        place=office.place,
        date=made.date().isoformat(),
        type_name="PHIẾU THẨM ĐỊNH",
        subject=f"Hồ sơ đề nghị khen thưởng của {found.dossier.unit_name}",
        authority="NGƯỜI THẨM ĐỊNH",
        signer=office.keeper,
        recipients="Hội đồng Thi đua - Khen thưởng\nLưu: Hồ sơ",
    )
    rows = tuple(_appraised_rows(found.rows))
    needed = tuple(_needed_rows(found))
    return Paper(
        title=f"Phiếu thẩm định hồ sơ của {found.dossier.unit_name}",
        made=made,
        heading=heading,
        blocks=tuple(_blocks(found)),
        tables={
            _ROWS: Table(columns=_APPRAISED, rows=rows, size=_SIZE),
            _PAPERS: Table(columns=_NEEDED, rows=needed, size=_SIZE),
        },
        author=office.name,
    )


def _blocks(found: Appraisal) -> Iterator[Block]:
    yield _chapter("I.", "Hồ sơ")
    yield from _paragraphs(_facts(found))
    yield _chapter("II.", "Kết quả thẩm định")
    yield _paragraph(_counts(found))
    yield from map(_paragraph, _of_all(found.rows, ("ratio",)))
    if found.rows:
        yield _table(_ROWS)
    yield from map(_paragraph, dict.fromkeys(_standards(found.rows)))
    if judged := "; ".join(dict.fromkeys(_to_judge(found.rows))):
        words = "Không đối chiếu được bằng số liệu, để Hội đồng đánh giá"
        yield _paragraph(f"{words}: {judged}.")
    yield _chapter("III.", "Giấy tờ của hồ sơ")
    yield from _of_papers(found)
    yield _chapter("IV.", "Kết luận")
    yield from _paragraphs(_conclusion(found))


def _facts(found: Appraisal) -> Iterator[str]:
    dossier = found.dossier
    yield f"Đơn vị trình: {escape(dossier.unit_name)}."
    letter = f"số {dossier.number}" if dossier.number else "chưa ghi số"
    subject = f", {dossier.subject[:1].lower()}{dossier.subject[1:]}" if dossier.subject else ""
    yield f"Tờ trình: {escape(letter + subject)}."
    received = show_date(dossier.received) if dossier.received else "chưa ghi"
    due = f"; hạn giải quyết: {show_date(found.due)}" if found.due else ""
    yield f"Ngày nhận: {received}{due}."
    yield from _of_all(found.rows, ("late",))
    yield f"Số đề nghị: {found.tally.words}."
    for law in found.laws:
        yield f"Căn cứ thẩm định: {escape(law.name)} ({law.why})."


def _counts(found: Appraisal) -> str:
    counted = (
        f"{found.verdicts[verdict]} {words[:1].lower()}{words[1:]}"
        for verdict, words in VERDICTS.items()
        if found.verdicts.get(verdict)
    )
    if not found.rows:
        return "Hồ sơ chưa có đề nghị nào."
    out = len(found.rows) - len(found.waiting)
    told = [*counted, *([f"{out} đã trả lại hoặc không đồng ý"] if out else [])]
    return f"Đã đối chiếu {len(found.rows)} đề nghị: {', '.join(told)}."


def _appraised_rows(rows: Sequence[Appraised]) -> Iterator[Row]:
    """Give the nominations under a bold row for each title, numbered within it."""
    by_title: dict[str, list[Appraised]] = {}
    for one in rows:
        by_title.setdefault(one.row.title_text, []).append(one)
    for number, (title, of_title) in enumerate(by_title.items(), start=1):
        yield GroupRow((roman(number), escape(f"{title}: {len(of_title)} đề nghị")))
        first: dict[str, int] = {}
        for ordinal, one in enumerate(of_title, start=1):
            told = "\n".join(_told(one))
            alike = first.setdefault(told, ordinal)
            is_told = len(told) > _SAME and alike < ordinal
            yield (ordinal, _who(one), _verdict(one), f"Như TT {alike}." if is_told else told)


def _verdict(one: Appraised) -> str:
    """Return the verdict, with the state of a nomination that is out of the dossier's way."""
    words = VERDICTS[one.checked.verdict]
    state = one.row.state
    return f"{words}\n({STATES[state].lower()})" if state in ("returned", "rejected") else words


def _who(one: Appraised) -> str:
    row = one.row
    position = row.position if row.recipient_kind in PERSON_KINDS else ""
    unit = "" if fold(row.unit) in fold(position) else row.unit
    about = ", ".join(filter(None, (position, unit)))
    return f"<b>{escape(row.name)}</b>" + (f"\n{escape(about)}" if about else "")


def _told(one: Appraised) -> list[str]:
    """Return what was found of a nomination, the gravest first, then what was set aside."""
    found = [f for f in one.checked.findings if _is_of_this_one(f)]
    lines = [_SEE if finding.rule == _NO_RULE else _sentence(finding) for finding in found]
    if one.checked.verdict == "eligible" and not lines:
        lines.insert(0, "Đạt các điều kiện đã đối chiếu.")
    return lines + [_set_aside(waived) for waived in one.checked.waived]


def _is_of_this_one(finding: Finding) -> bool:
    """Say whether a finding tells of this recipient, not of the dossier or of everyone."""
    if finding.rule in _WHOLE:
        return False
    return finding.severity != "note" or (finding.rule != "judgement" and bool(finding.subject))


def _of_all(rows: Iterable[Appraised], rules: Sequence[str]) -> list[str]:
    """Return what *rules* found in any of *rows*, each sentence once."""
    found = (f for one in rows for f in one.checked.findings if f.rule in rules)
    return list(dict.fromkeys(_sentence(finding) for finding in found))


def _standards(rows: Iterable[Appraised]) -> Iterator[str]:
    """Give the standards of titles whose conditions the program does not know."""
    for one in rows:
        for finding in one.checked.findings:
            if finding.rule == _NO_RULE:
                standard = finding.message.partition(": ")[2]
                told = replace(finding, message=f"Tiêu chuẩn {one.row.title_text}: {standard}")
                yield _sentence(told)


def _to_judge(rows: Iterable[Appraised]) -> Iterator[str]:
    for one in rows:
        for finding in one.checked.of("note"):
            if finding.rule == "judgement":
                words = finding.message.partition(": ")[2] or finding.message
                yield escape(f"{one.row.title_text}: {words.rstrip('.')}")


def _sentence(finding: Finding) -> str:
    message = finding.message.rstrip(".")
    source = finding.article
    if source and not finding.verified:
        source = f"{source}, {_UNREAD}"
    return escape(f"{message} ({source})." if source else f"{message}.")


def _set_aside(waived: Waived) -> str:
    message = waived.finding.message.rstrip(".")
    reason = waived.reason.rstrip(".")
    return f"<i>{escape(f'Đã xem xét và bỏ qua: {message}. Lý do: {reason}.')}</i>"


def _of_papers(found: Appraisal) -> Iterator[Block]:
    if not found.papers:
        yield _paragraph("Chưa có danh mục giấy tờ cho hồ sơ này.")
    elif not found.are_papers_seen:
        yield _paragraph("Chưa kiểm giấy tờ của hồ sơ; giấy tờ cần có:")
    if found.papers:
        yield _table(_PAPERS)


def _needed_rows(found: Appraisal) -> Iterator[Row]:
    for ordinal, each in enumerate(found.papers, start=1):
        when = f" ({each.when})" if each.when else ""
        state = _state_of(each) if found.are_papers_seen else "Chưa kiểm"
        yield (ordinal, escape(f"{each.paper.name}{when}"), state, escape(each.article))


def _state_of(each: NeededPaper) -> str:
    if each.paper.is_there:
        return "Có"
    return "Không có" if each.when else "Thiếu"


def _conclusion(found: Appraisal) -> Iterator[str]:
    verdicts = found.verdicts
    if verdicts.get("eligible"):
        yield (
            f"Đủ điều kiện trình Hội đồng Thi đua - Khen thưởng xem xét: "
            f"{verdicts['eligible']} đề nghị."
        )
    if verdicts.get("needs_review"):
        yield (
            f"Cần bổ sung thông tin hoặc xem xét thêm: {verdicts['needs_review']} đề nghị "
            "(lý do ghi ở Mục II)."
        )
    if verdicts.get("not_eligible"):
        yield (
            f"Chưa đủ điều kiện, đề nghị trả lại đơn vị: {verdicts['not_eligible']} đề nghị, "
            f"gồm {escape(_names(found.waiting))}."
        )
    if found.are_papers_seen and found.missing:
        names = "; ".join(each.paper.name for each in found.missing)
        yield f"Hồ sơ còn thiếu: {escape(names)}. Đề nghị đơn vị bổ sung."
    elif found.are_papers_seen and found.rows:
        yield "Thành phần hồ sơ đầy đủ."


def _names(rows: Iterable[Appraised]) -> str:
    names = [one.row.name for one in rows if one.checked.verdict == "not_eligible"]
    shown = ", ".join(names[:_NAMED])
    rest = len(names) - _NAMED
    return f"{shown} và {rest} đề nghị khác" if rest > 0 else shown


def _chapter(number: str, title: str) -> Block:
    return Block(kind="heading", depth=1, number=number, body=title)


def _paragraphs(texts: Iterable[str]) -> Iterator[Block]:
    """Give *texts* numbered, one alone without a number."""
    found = list(texts)
    for number, text in enumerate(found, start=1):
        yield Block(number=f"{number}." if len(found) > 1 else "", body=text)


def _paragraph(text: str) -> Block:
    return Block(body=text)


def _table(name: str) -> Block:
    return Block(kind="table", body=f'<field name="{name}"/>')
