"""The pages of the guide, held against what the program has: commands, keys, words, links."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.conftest import RESOURCES
from thidua_desktop import tabs
from thidua_desktop.ui.commands import COMMANDS
from thidua_desktop.ui.guide import book
from thidua_desktop.ui.guide.book import GuidePage
from thidua_desktop.ui.guide.keys import key_groups, on_keyboard

GUIDE = RESOURCES / "guide"
SOURCE = Path(tabs.__file__).parent
BOOK = book.read(GUIDE)
PAGES = list(BOOK.pages)
TABS = [tab.title for tab in tabs.TABS]

_QUOTED = re.compile(r"“([^”]+)”")
_KEY = re.compile(r"`([^`]+)`")
_LINK = re.compile(r"\]\(([^)]+)\)")
_KNOWN_KEY = re.compile(r"(?:(?:Ctrl|Shift|Alt)\+)*(?:F\d{1,2}|[A-Z0-9;/]|[A-ZĐ][a-z]+|[↑↓←→])")

by_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


def squeezed(text: str) -> str:
    return " ".join(text.split())


def strings(path: Path) -> Iterator[str]:
    """Give every text written in the module *path*; parts of one put together come singly."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield squeezed(node.value)


def said() -> set[str]:
    """Return all words that the program can show, without what marks a menu or an access key."""
    texts = (text for path in SOURCE.rglob("*.py") for text in strings(path))
    return {text.replace("&", "").removesuffix("▾").strip() for text in texts}


SAID = said()


def is_said(words: str) -> bool:
    """Say whether the program shows *words*: a command with its menu, or words of a screen."""
    menu, arrow, name = words.partition(" → ")
    if arrow:
        return any((command.menu, command.words) == (menu, name) for command in COMMANDS)
    is_sentence = words.count(" ") > 1
    return words in SAID or (is_sentence and any(words in text for text in SAID))


def begins(title: str) -> bool:
    """Say whether anything the program shows begins with *title*."""
    return any(text.startswith(title) for text in SAID)


def test_every_file_of_the_folder_is_a_page_in_the_contents():
    assert {path.stem for path in GUIDE.glob("*.md")} == {page.name for page in PAGES}


@pytest.mark.parametrize("tab", TABS)
def test_every_tab_has_its_page(tab: str):
    assert BOOK.about(tab).title == tab


@by_page
def test_a_page_has_a_title_and_words(page: GuidePage):
    assert page.text.startswith(f"# {page.title}\n")
    assert len(page.text.split()) > 40


@by_page
def test_links_lead_to_pages(page: GuidePage):
    names = {f"{each.name}.md" for each in PAGES}
    assert [link for link in _LINK.findall(page.text) if link not in names] == []


@by_page
def test_words_in_quotes_stand_on_the_screen(page: GuidePage):
    quoted = _QUOTED.findall(squeezed(page.text))
    assert [words for words in quoted if not is_said(words)] == []


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_is_named_with_its_menu_and_key(command):
    way = f"{command.menu} → " if command.menu else ""
    place = f"“{way}{command.words}”"
    lines = [line for page in PAGES for line in page.text.splitlines() if place in line]
    key = f"`{on_keyboard(command.key)}`" if command.key else ""
    assert any(key in line for line in lines), f"{place} {key} stands in no page"


@by_page
def test_keys_are_written_as_they_are_on_the_keyboard(page: GuidePage):
    marked = [words for words in _KEY.findall(page.text) if page.name != "dong-lenh"]
    wrong = [words for words in marked if not _KNOWN_KEY.fullmatch(words) and words[0] != "."]
    assert wrong == []


def test_the_list_of_keys_has_every_key_of_a_command_and_a_tab():
    listed = {key for group in key_groups(TABS) for _words, key in group.rows}
    wanted = {on_keyboard(command.key) for command in COMMANDS if command.key}
    wanted |= {f"Ctrl+{number}" for number in range(1, len(TABS) + 1)}
    assert wanted <= listed


def test_windows_of_the_contents_are_windows_of_the_program():
    """A title or a class that a dialog no longer has would lead F1 to the first page."""
    classes = {
        node.name
        for path in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
    }
    named = [window for page in PAGES for window in page.windows]
    assert [each for each in named if each not in classes and not begins(each)] == []


def test_every_dialog_has_a_page_about_it():
    """Found by its class, unless its title names it; forms asked in a dialog go by their title."""
    by_title = {"FormDialog", "LogDialog"}  # Frames of others, which have a title of their own.
    dialogs = {
        node.name
        for path in (SOURCE / "ui").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ClassDef) and _is_dialog(node)
    }
    named = {window for page in PAGES for window in page.windows}
    assert dialogs - named - by_title == set()


def _is_dialog(node: ast.ClassDef) -> bool:
    bases = {ast.unparse(base).partition("[")[0] for base in node.bases}
    return bool(bases & {"QDialog", "LogDialog", "FormDialog"})
