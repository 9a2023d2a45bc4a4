"""What README.md promises works: its commands, and the files it leads to."""

import re
import shlex
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.dirty import dirty_list, written

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
COMMANDS = re.findall(r"^\.venv/bin/thidua (.+)$", README, re.MULTILINE)
LINKS = re.findall(r"(?<!!)\[[^\]]*\]\(([^)]+)\)", README)  # Pictures are made anew by themselves.


def test_the_commands_of_the_readme_work_one_after_the_other(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    for number in (1, 2):
        written(dirty_list(number), tmp_path / f"truong-{number}.xlsx")
    assert COMMANDS
    answers = {command: run(*shlex.split(command)) for command in COMMANDS}
    assert {command: answer.err for command, answer in answers.items() if answer.code} == {}


@pytest.mark.parametrize("link", LINKS)
def test_the_links_of_the_readme_lead_somewhere(link: str):
    assert (ROOT / link).exists()
