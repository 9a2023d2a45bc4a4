"""The page beside a nomination's form: its verdict, every finding, and what the law asks."""

from collections.abc import Iterator, Sequence
from html import escape

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from thidua_desktop.domain.checking.findings import SEVERITIES, VERDICTS, Finding, Severity
from thidua_desktop.domain.nominations import ANSWERS
from thidua_desktop.services.checking.asking import Asked
from thidua_desktop.services.checking.values import Checked, Waived
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.checks.verdicts import TONES
from thidua_desktop.ui.look import Look, Tone

ICONS: dict[Severity, tuple[str, Tone]] = {
    "error": ("circle-alert", Tone.RED),
    "needs_review": ("circle-question-mark", Tone.AMBER),
    "warning": ("triangle-alert", Tone.AMBER),
    "note": ("info", Tone.MUTED),
}
"""The icon of each severity."""

_VERDICT_ICONS = {
    "eligible": "circle-check",
    "not_eligible": "circle-alert",
    "needs_review": "triangle-alert",
}
_UNREAD = " (chưa đối chiếu)"
_ICON = 14


class FindingsPage(QWidget):
    """Shows a `Checked` with the questions that go with it; links tell what is pressed."""

    waive_asked = Signal(object)
    unwaive_asked = Signal(object)
    open_asked = Signal(object)
    """A finding whose records shall be shown."""
    answered = Signal(object, str)
    """A question, and the answer: yes, no, "" for none, or "number" when one shall be asked."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._checked: Checked | None = None
        self._asked: Sequence[Asked] = ()
        self._words = ""
        self._is_writable = False
        self.text = QTextBrowser()
        self.text.setAccessibleName("Kết quả kiểm tra")
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.text.setOpenLinks(False)
        self.text.viewport().setAutoFillBackground(False)
        self.text.document().setDocumentMargin(sizes.GAP)
        self.text.setTabChangesFocus(False)
        self.text.anchorClicked.connect(self._press)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.text)
        self.setFocusProxy(self.text)
        look.changed.connect(self._draw)

    def show_checked(
        self, checked: Checked, asked: Sequence[Asked] = (), *, is_writable: bool
    ) -> None:
        """Show *checked* and what the law asks; not *is_writable*, nothing can be answered here."""
        self._checked, self._asked, self._is_writable = checked, asked, is_writable
        self._draw()

    def say(self, words: str) -> None:
        """Show *words* instead of a check."""
        self._checked, self._asked, self._words = None, (), words
        self._draw()

    def _draw(self) -> None:
        document = self.text.document()
        size = self._look.px(_ICON)
        for name, tone in (*ICONS.values(), *_verdict_icons()):
            image = self._look.icon(name, tone, _ICON).pixmap(size, size).toImage()
            url = QUrl(f"icon:{name}-{tone.value}")
            document.addResource(QTextDocument.ResourceType.ImageResource, url, image)
        at = self.text.verticalScrollBar().value()
        self.text.setHtml("".join(self._parts()))
        self.text.verticalScrollBar().setValue(at)

    def _parts(self) -> Iterator[str]:
        muted, accent = self._look.tokens.muted, self._look.tokens.accent
        yield f"<style>a {{ color: {accent}; text-decoration: none }} p {{ margin: 0 }} "
        yield f".muted {{ color: {muted} }} .item {{ margin-top: 10px }} "
        yield "img { vertical-align: middle }</style>"
        if self._checked is None:
            yield f'<p class="muted">{escape(self._words)}</p>'
            return
        yield from self._verdict(self._checked)
        for number, finding in enumerate(self._checked.findings):
            yield from self._finding(number, finding)
        yield from self._questions()
        if self._checked.waived:
            yield '<p class="item muted"><b>Đã bỏ qua</b></p>'
            for number, waived in enumerate(self._checked.waived):
                yield from self._waived(number, waived)

    def _verdict(self, checked: Checked) -> Iterator[str]:
        tone = getattr(self._look.tokens, TONES[checked.verdict])
        icon = f"{_VERDICT_ICONS[checked.verdict]}-{TONES[checked.verdict]}"
        words = escape(VERDICTS[checked.verdict])
        yield f'<p><img src="icon:{icon}"> <b style="color: {tone}">{words}</b></p>'
        if checked.law:
            law = ", ".join(filter(None, (checked.law.name, checked.law.why)))
            yield f'<p class="muted">{escape(law)}</p>'
        if not checked.findings and not checked.waived:
            yield '<p class="item">Không có điều gì phải lưu ý.</p>'

    def _finding(self, number: int, finding: Finding) -> Iterator[str]:
        name, tone = ICONS[finding.severity]
        words = escape(finding.message)
        severity = escape(SEVERITIES[finding.severity])
        yield f'<p class="item"><img src="icon:{name}-{tone.value}"> '
        yield f"<b>{severity}.</b> {words}</p>"
        links = []
        if seen := len(finding.records):
            links.append(f'<a href="open:{number}">Xem&nbsp;căn&nbsp;cứ&nbsp;({seen})</a>')
        if self._is_writable and finding.severity != "note":
            links.append(f'<a href="waive:{number}">Bỏ&nbsp;qua…</a>')
        article = finding.article + ("" if finding.verified or not finding.article else _UNREAD)
        below = " · ".join(filter(None, (escape(article), *links)))
        if below:
            yield f'<p class="muted">{below}</p>'

    def _waived(self, number: int, waived: Waived) -> Iterator[str]:
        yield f'<p class="muted item">{escape(waived.finding.message)}</p>'
        link = f' · <a href="unwaive:{number}">Xét lại</a>' if self._is_writable else ""
        yield f'<p class="muted">Lý do: {escape(waived.reason)}{link}</p>'

    def _questions(self) -> Iterator[str]:
        if not self._asked or not self._is_writable:
            return
        yield '<p class="item"><b>Điều luật hỏi</b></p>'
        for number, asked in enumerate(self._asked):
            yield f'<p class="item">{escape(asked.question.text)}</p>'
            yield f"<p>{' · '.join(self._answers(number, asked))}</p>"

    def _answers(self, number: int, asked: Asked) -> Iterator[str]:
        if asked.question.at_least is not None:
            known = f"<b>{escape(asked.answer)}</b>" if asked.answer else ""
            change = "Sửa…" if asked.answer else "Ghi số…"
            yield from filter(None, (known, f'<a href="number:{number}">{change}</a>'))
        else:
            for answer, words in ANSWERS.items():
                is_it = asked.answer == answer
                yield f"<b>{words}</b>" if is_it else f'<a href="{answer}:{number}">{words}</a>'
        if asked.answer:
            yield f'<a href="none:{number}">Chưa rõ</a>'

    def _press(self, url: QUrl) -> None:
        what, number = url.scheme(), int(url.path())
        if self._checked is None:
            return
        if what == "open":
            self.open_asked.emit(self._checked.findings[number])
        elif what == "waive":
            self.waive_asked.emit(self._checked.findings[number])
        elif what == "unwaive":
            self.unwaive_asked.emit(self._checked.waived[number].finding)
        else:
            self.answered.emit(self._asked[number], "" if what == "none" else what)


def _verdict_icons() -> Iterator[tuple[str, Tone]]:
    for verdict, icon in _VERDICT_ICONS.items():
        yield icon, Tone(TONES[verdict])
