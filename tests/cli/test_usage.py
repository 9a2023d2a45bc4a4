"""Help and wrong usage, in Vietnamese, with an example for every command."""

import re

import pytest

from tests.cli.conftest import Run

COMMANDS = [
    *("new", "sample", "import", "list", "find", "history", "export", "report"),
    *("verify", "backup", "restore", "undo", "redo", "send", "take", "judge", "check"),
]


def test_help_names_every_command_and_no_other(run: Run) -> None:
    answer = run("--help")
    named = re.findall(r"^    (\w+)  ", answer.out, re.MULTILINE)
    assert (answer.code, sorted(named)) == (0, sorted(COMMANDS))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_an_example(run: Run, command: str) -> None:
    answer = run(command, "--help")
    assert answer.code == 0
    assert re.search(rf"Ví dụ:\n  thidua {command} ", answer.out)


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_has_no_english_headings(run: Run, command: str) -> None:
    out = run(*filter(None, [command]), "--help").out
    assert not re.search(r"usage|options|positional|show this|default", out)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "còn thiếu: LỆNH"),
        (["wish", "a.thidua"], "không có “wish”"),
        (["check"], "còn thiếu: FILE"),
        (["list", "a.thidua"], "còn thiếu: LOẠI"),
        (["list", "a.thidua", "wishes"], "LOẠI: không có “wishes”"),
        (["list", "a.thidua", "awards", "--year", "20x4"], "“20x4” không phải năm"),
        (["list", "a.thidua", "awards", "--year"], "--year: cần một giá trị theo sau"),
        (["list", "a.thidua", "awards", "--colour"], "không hiểu: --colour"),
        (["list", "a.thidua", "awards", "--json=1"], "--json: không nhận giá trị “1”"),
        (["report", "a.thidua", "half-year", "a.pdf", "--half", "3"], "--half: không có “3”"),
        (["report", "a.thidua", "half-year", "a.pdf", "--half", "x"], "--half: “x” không đúng"),
        (["new", "a.thidua"], "còn thiếu: --name"),
        (["new", "a.thidua", "--name", "A", "--level", "moon"], "--level: không có “moon”"),
        (["sample", "a.thidua", "--size", "0"], "“0” không phải số từ 1"),
        (["import", "a.thidua"], "còn thiếu: SOURCE"),
        (["import", "a.thidua", "b", "--as", "wishes"], "--as: không có “wishes”"),
        (["find", "a.thidua"], "còn thiếu: TỪ"),
    ],
)
def test_wrong_usage_is_told_with_code_2(run: Run, arguments: list[str], told: str) -> None:
    answer = run(*arguments)
    assert answer.code == 2
    assert told in answer.err
    assert answer.err.startswith("Cách dùng: thidua")
    assert answer.out == ""


def test_the_version_is_told(run: Run) -> None:
    answer = run("--version")
    assert (answer.code, answer.out.split()[0]) == (0, "thidua")
