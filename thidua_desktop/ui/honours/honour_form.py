"""What happens in a form while someone and a title are typed: proposals, links, hints."""

from collections.abc import Callable
from typing import Generic

from PySide6.QtCore import QObject

from thidua_desktop.domain.law.book import LawBook
from thidua_desktop.domain.recipients import PERSON_KINDS, Recipient
from thidua_desktop.ui.honours.hints import Hint, title_hint
from thidua_desktop.ui.honours.linking import H, Links
from thidua_desktop.ui.honours.suggesting import Suggesting
from thidua_desktop.ui.widgets.form import Form
from thidua_desktop.ui.widgets.hinted import HintedEditor
from thidua_desktop.ui.widgets.suggestions import Suggestion, SuggestionEditor

_PEOPLE_HEARD = ("recipient.kind", "recipient.name", "title_text", "level", "year", "decision_date")


class HonourForm(QObject, Generic[H]):
    """Watches *form*. *date_of* gives the day whose law holds for what stands in it."""

    def __init__(
        self,
        form: Form[H],
        book: LawBook,
        suggesting: Suggesting,
        links: Links,
        date_of: Callable[[H], str],
    ) -> None:
        super().__init__(form)
        self._form = form
        self._book = book
        self._suggesting = suggesting
        self._links = links
        self._date_of = date_of
        form.edited.connect(self._edited)
        line_of(form, "recipient.name").taken.connect(self._take_name)
        line_of(form, "recipient.unit_name").taken.connect(links.take_unit)

    def refresh(self) -> None:
        """Look at the record that the form shows now."""
        if self._form.value is None:
            return
        draft = self._form.draft()
        recipient = draft.recipient
        date = self._date_of(draft)
        self._suggesting.kind = recipient.kind
        self._suggesting.level = draft.level
        self._suggesting.date = date
        hint = title_hint(self._book, draft.title_text, date, recipient.kind, draft.level)
        say(self._form, "title_text", hint)
        say(self._form, "recipient.name", self._link_hint(self._links.tied(draft).recipient))

    def _edited(self, name: str) -> None:
        if name in _PEOPLE_HEARD:
            self.refresh()

    def _take_name(self, chosen: Suggestion) -> None:
        """Tie the one chosen, and fill in the post and unit that the list showed."""
        kind = self._suggesting.kind
        self._links.take_name(chosen, kind)
        self.refresh()

    @staticmethod
    def _link_hint(recipient: Recipient) -> Hint:
        if recipient.person_uid:
            return Hint("Có trong danh sách người.")
        if recipient.unit_uid:
            return Hint("Có trong danh sách đơn vị.")
        if recipient.household_uid:
            return Hint("Có trong danh sách hộ gia đình.")
        is_person = recipient.kind in PERSON_KINDS
        if not recipient.name or recipient.kind == "household":
            return Hint()
        return Hint(f"Chưa nối với danh sách {'người' if is_person else 'đơn vị'}.")


def say(form: Form[H], name: str, hint: Hint) -> None:
    """Show *hint* below the field *name*."""
    editor = form.editor(name)
    if isinstance(editor, HintedEditor):
        editor.say(hint.words, hint.tone)


def line_of(form: Form[H], name: str) -> SuggestionEditor:
    """Return the line with proposals of the field *name*."""
    editor = form.editor(name)
    inner = editor.inner if isinstance(editor, HintedEditor) else editor
    if not isinstance(inner, SuggestionEditor):
        raise TypeError(f"The field {name} has no proposals.")
    return inner
