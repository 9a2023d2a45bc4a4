"""The first tab in words: what each card says of an `Overview`. Knows no widget."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from thidua_desktop.domain.clusters import Roll
from thidua_desktop.domain.dates import last_day, show_date
from thidua_desktop.domain.deadlines import TimeLeft
from thidua_desktop.domain.listing import Filter
from thidua_desktop.domain.nominations import STATES, Dossier
from thidua_desktop.domain.numbers import grouped
from thidua_desktop.domain.plans import TaskRow, in_one_line
from thidua_desktop.domain.recipients import LEVELS
from thidua_desktop.domain.reports import STATES as REPORT_STATES
from thidua_desktop.services.overview import SOON, LevelCount, Overview, TitleCount
from thidua_desktop.ui.overview.entries import Bar, Command, Entry, Line, Record, Sentence, Told
from thidua_desktop.ui.page import Sought

PLANS, NOMINATIONS, AWARDS, REPORTS = "Kế hoạch", "Đề nghị", "Sổ khen thưởng", "Báo cáo"
_SHOWN = 6  # Lines of one kind that a card shows; the rest is counted and can be opened.
_NEAR = 5  # Days left of a dossier that call for attention.
_BARS = 7
_OLD_BACKUP = 7  # Days after which a backup is told in amber.
_TONES = {
    "returned": "amber",
    "rejected": "red",
    "accepted": "green",
    "approved": "green",
    "awarded": "green",
}

_VALID = (Filter("nature", "revoked", "isnt"), "Ghi sổ: trừ thu hồi")
_OPEN = (Filter("is_open", "true", "is"), "Tình trạng: chưa xong")


def start(now: Overview) -> Told:
    """Say what to do first in a file that has nothing yet."""
    if not now.is_new:
        return Told("")
    is_known = bool(now.office.place and now.office.signer)
    return Told(
        "Bắt đầu từ đâu",
        (
            Line(
                "Cơ quan",
                "Ghi cấp trên, địa danh và người ký; mọi văn bản lấy từ đây.",
                tone="green" if is_known else "muted",
                leads=Command("office"),
                verb="Ghi",
            ),
            Line(
                "Kế hoạch",
                f"Lập kế hoạch năm {now.year}, hoặc nhập từ tệp Word đã có.",
                tone="muted",
                leads=Sought(PLANS),
                verb="Lập",
            ),
            Line(
                "Sổ khen thưởng",
                "Dán khen thưởng các năm trước từ Excel, để xét điều kiện và làm báo cáo.",
                tone="muted",
                leads=Sought(AWARDS),
                verb="Mở sổ",
            ),
            Line(
                "Đề nghị",
                "Ghi hồ sơ, danh sách các đơn vị nộp lên.",
                tone="muted",
                leads=Sought(NOMINATIONS),
                verb="Mở",
            ),
            Line(
                "Tệp mẫu",
                "Xem một huyện mẫu đã có đủ kế hoạch, sổ và báo cáo.",
                tone="muted",
                leads=Command("open_sample"),
                verb="Xem",
            ),
        ),
    )


def tasks(now: Overview) -> Told:
    """Say which tasks of the plan are late, which are due soon, and what comes after."""
    title = f"Việc theo kế hoạch năm {now.year}"
    roles = [_role(roll, now.office.name) for roll in now.clusters]
    if not now.has_plan:
        words = f"Chưa có kế hoạch năm {now.year}."
        lead = Sought(PLANS, now.year)
        return Told(title, (Line("", words, leads=lead, verb="Lập kế hoạch"),))
    if not now.tasks:
        done = f"Cả {now.done} việc của kế hoạch đã xong." if now.done else "Chưa có việc nào."
        lead = Sought(PLANS, now.year)
        return Told(title, (Line("", done, leads=lead, verb="Mở kế hoạch"), *roles))
    counts = f"{len(now.late)} quá hạn, {len(now.soon)} trong {SOON} ngày tới, {now.done} đã xong"
    shown = [*now.late[:_SHOWN], *now.soon[:_SHOWN], *now.later[:_SHOWN]]
    shown = shown[: max(_SHOWN, len(now.late[:_SHOWN]) + len(now.soon[:_SHOWN]))]
    lines: list[Entry] = [_task(task, now.today) for task in shown]
    if rest := len(now.tasks) - len(shown):
        lead = Sought(PLANS, now.year, (_OPEN,))
        lines.append(Line("", f"… và {rest} việc khác chưa xong", leads=lead))
    return Told(f"{title}: {counts}", (*lines, *roles))


def dossiers(now: Overview) -> Told:
    """Say how far the days of waiting dossiers are, and how many are in each state."""
    if not (now.dossiers or now.open_dossiers):
        return Told("")
    waiting = [_dossier(one, now.left[one.uid]) for one in now.open_dossiers[:_SHOWN]]
    if (rest := len(now.late_dossiers) - len(waiting)) > 0:
        waiting.append(Line("", f"… và {rest} hồ sơ quá hạn khác", leads=Sought(NOMINATIONS)))
    title = f"Hồ sơ năm {now.year}: {grouped(sum(now.dossiers.values()))}"
    if now.late_dossiers:
        title += f"; {len(now.late_dossiers)} hồ sơ quá hạn"
    return Told(title, (*waiting, *_states(now.dossiers, Sought(NOMINATIONS, now.year))))


def nominations(now: Overview) -> Told:
    """Say how many nominations are in each state."""
    title = f"Đề nghị khen thưởng năm {now.year}"
    if not now.nominations:
        words = f"Chưa có đề nghị nào của năm {now.year}."
        lead = Sought(NOMINATIONS, now.year)
        return Told(title, (Line("", words, leads=lead, verb="Ghi đề nghị"),))
    lines = [
        line
        for state, count in now.nominations.items()
        for line in _states({state: count}, Sought(NOMINATIONS, now.year, (_in_state(state),)))
    ]
    return Told(f"{title}: {grouped(sum(now.nominations.values()))}", tuple(lines))


def titles(now: Overview) -> Told:
    """Say which titles the register of the year has, the most frequent first, as bars."""
    if not now.titles:
        words = f"Sổ chưa có khen thưởng nào của năm {now.year}."
        lead = Sought(AWARDS, now.year)
        line = Line("", words, leads=lead, verb="Mở sổ")
        return Told(f"Khen thưởng năm {now.year}", (line,))
    first = now.titles[0]
    title = (
        f"Nhiều nhất năm {now.year} là {first.name}: {grouped(first.count)} trong "
        f"{grouped(now.awards)} khen thưởng"
    )
    shown = now.titles[: _BARS if len(now.titles) != _BARS + 1 else _BARS + 1]
    entries: list[Entry] = [_bar(each, first.count, now.year) for each in shown]
    if rest := len(now.titles) - len(shown):
        count = sum(each.count for each in now.titles[len(shown) :])
        lead = Sought(AWARDS, now.year, (_VALID,))
        words = f"… và {rest} danh hiệu, hình thức khác"
        entries.append(Line("", words, grouped(count), leads=lead))
    return Told(title, tuple(entries))


def levels(now: Overview) -> Told:
    """Say how many awards each level decided, people and collectives apart."""
    lines = [_level(level, now.year) for level in now.levels]
    return Told(f"Theo cấp quyết định: {grouped(now.awards)} khen thưởng", tuple(lines))


def reports(now: Overview) -> Told:
    """Say which reports of the year there are, and how far they are."""
    title = f"Báo cáo năm {now.year}"
    if not now.reports:
        words = f"Chưa có báo cáo nào của năm {now.year}."
        lead = Sought(REPORTS, now.year)
        return Told(title, (Line("", words, leads=lead, verb="Lập báo cáo"),))
    lines = (
        Line(
            REPORT_STATES.get(report.state, report.state),
            report.heading.subject or "Chưa có trích yếu",
            tone="green" if report.state == "issued" else "muted",
            leads=Record("report", report.uid),
        )
        for report in now.reports
    )
    return Told(title, tuple(lines))


def safety(now: Overview) -> Told:
    """Say when the file was backed up last, and where it lies."""
    lead = Command("backup")
    if now.backup is None:
        words = "Tệp này chưa có bản sao lưu nào."
        backup = Line("Chưa sao lưu", words, tone="amber", leads=lead, verb="Sao lưu")
    else:
        days = (now.today - now.backup.date()).days
        when = f"Bản gần nhất lúc {now.backup:%H:%M} ngày {now.backup:%d/%m/%Y}."
        is_old = days > _OLD_BACKUP
        short = f"{days} ngày trước" if is_old else "Đã sao lưu"
        backup = Line(short, when, tone="amber" if is_old else "green", leads=lead, verb="Sao lưu")
    return Told("An toàn dữ liệu", (backup, Sentence(f"Tệp: {_breakable(now.path)}")))


def _breakable(path: Path) -> str:
    """Return *path* with an unseen place to break after each folder: it may be a long one."""
    return str(path).replace("/", "/\u200b").replace("\\", "\\\u200b")


def _task(task: TaskRow, today: date) -> Line:
    words = in_one_line(task.text)
    tip = "Hạn suy ra: ngày cuối quý" if task.is_due_derived else ""
    short, tone = when(task.due, today) if task.due else ("Chưa có hạn", "muted")
    return Line(
        short,
        f"{words} — {task.units}" if task.units else words,
        show_date(task.due),
        tone,
        tip,
        Record("plan_task", task.uid),
    )


def _role(roll: Roll, office: str) -> Line:
    """Return what the office is in a cluster of the year."""
    place = roll.of(office)
    leads = place is not None and place.is_leader
    return Line(
        "Trưởng" if leads else "Thành viên",
        roll.cluster.name,
        f"{len(roll.members)} đơn vị",
        "green" if leads else "muted",
        leads=Record("cluster", roll.cluster.uid),
    )


def when(due: str, today: date) -> tuple[str, str]:
    """Return how far *due* is in words, and the tone of that."""
    days = (date.fromisoformat(last_day(due)) - today).days
    if days < 0:
        return f"Quá hạn {-days} ngày", "red"
    if days == 0:
        return "Hôm nay", "amber"
    return f"Còn {days} ngày", "amber" if days <= SOON else "muted"


def _dossier(dossier: Dossier, left: TimeLeft) -> Line:
    words = " — ".join(filter(None, (dossier.unit_name, dossier.subject or dossier.number)))
    tone = "red" if left.is_late else "amber" if left.days <= _NEAR else "muted"
    lead = Record("dossier", dossier.uid)
    short = left.words[0].upper() + left.words[1:]
    return Line(short, words or "Chưa ghi đơn vị", show_date(left.due), tone, left.article, lead)


def _states(counted: Mapping[str, int], leads: Sought) -> Iterable[Line]:
    for state, count in counted.items():
        words = STATES.get(state, state)
        yield Line(words, "", grouped(count), _TONES.get(state, "muted"), "", leads)


def _in_state(state: str) -> tuple[Filter, str]:
    return Filter("state", state, "is"), f"Tình trạng: {STATES.get(state, state)}"


def _bar(title: TitleCount, longest: int, year: int) -> Bar:
    named = (Filter("title", title.id, "is"), title.name)
    worded = (
        (Filter("title", match="empty"), "Ngoài danh mục"),
        (Filter("title_text", title.name, "is"), title.name),
    )
    conditions = (*((named,) if title.id else worded), _VALID)
    lead = Sought(AWARDS, year, conditions)
    return Bar(title.name, grouped(title.count), title.count / longest, lead)


def _level(level: LevelCount, year: int) -> Line:
    counts = (
        (level.collectives, "tập thể"),
        (level.people, "lượt cá nhân"),
        (level.households, "hộ gia đình"),
    )
    words = ", ".join(f"{grouped(count)} {what}" for count, what in counts if count)
    name = LEVELS.get(level.level, level.level) or "Chưa ghi cấp"
    total = sum(count for count, _what in counts)
    lead = Sought(AWARDS, year, ((Filter("level", level.level, "is"), f"Cấp: {name}"), _VALID))
    return Line(name, words, grouped(total), leads=lead)
