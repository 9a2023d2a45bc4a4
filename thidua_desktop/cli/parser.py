"""An argument parser that speaks Vietnamese, and the commands it is made of. Runs nothing."""

import argparse
import re
import sys
from collections.abc import Callable
from typing import Any, NoReturn

USAGE = 2
"""Exit code of a command that is not written as it should be."""

_MESSAGES: tuple[tuple[str, str], ...] = (
    (r"the following arguments are required: (.+)", r"còn thiếu: \1"),
    (r"unrecognized arguments: (.+)", r"không hiểu: \1"),
    (r"argument (.+?): invalid choice: '?(.*?)'? \(choose from (.+)\)",
     r"\1: không có “\2”; chọn một trong: \3"),
    (r"argument (.+?): expected one argument", r"\1: cần một giá trị theo sau"),
    (r"argument (.+?): expected at least one argument", r"\1: cần ít nhất một giá trị"),
    (r"argument (.+?): invalid \w+ value: '(.*)'", r"\1: “\2” không đúng"),
    (r"argument (.+?): not allowed with argument (.+)", r"không dùng \1 cùng với \2"),
    (r"argument (.+?): ignored explicit argument '(.*)'", r"\1: không nhận giá trị “\2”"),
    (r"ambiguous option: (.+?) could match (.+)", r"\1 chưa rõ, có thể là: \2"),
    (r"argument (.+?): (.+)", r"\1: \2"),
)  # fmt: skip


class Parser(argparse.ArgumentParser):
    """An ArgumentParser that speaks Vietnamese."""

    def __init__(self, **known: Any) -> None:
        known.setdefault("formatter_class", _Help)
        known.setdefault("allow_abbrev", False)
        super().__init__(add_help=False, **known)
        self._positionals.title = "Đối số"
        self._optionals.title = "Tùy chọn"
        self.add_argument("-h", "--help", action="help", help="hiện hướng dẫn này")

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command and how it is written; exit with USAGE."""
        told = next(
            (
                re.sub(form, words, message)
                for form, words in _MESSAGES
                if re.fullmatch(form, message)
            ),
            message,
        )
        self.print_usage(sys.stderr)
        self.exit(USAGE, f"Lệnh chưa đúng: {told}.\nGõ “{self.prog} --help” để xem hướng dẫn.\n")


Run = Callable[[argparse.Namespace, Any], int]


class Commands:
    """The commands of one command line; each is added with its words and examples."""

    def __init__(self, parser: Parser) -> None:
        self._added = parser.add_subparsers(
            title="Lệnh", dest="command", metavar="LỆNH", required=True, parser_class=Parser
        )

    def add(self, name: str, run: Run, words: str, *examples: str) -> Parser:
        """Add the command *name*, which *run* does; its help ends with *examples*."""
        shown = "\n".join(f"  {example}" for example in examples)
        command = self._added.add_parser(
            name,
            help=words,
            description=f"{words[0].upper()}{words[1:]}.",
            epilog=f"Ví dụ:\n{shown}",
        )
        command.add_argument("--json", action="store_true", help="trả lời bằng JSON")
        command.set_defaults(run=run)
        return command


class _Help(argparse.RawDescriptionHelpFormatter):
    """Help with the program's own headings."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "Cách dùng: " if prefix is None else prefix)


def year(text: str) -> int:
    """Return the year that *text* writes; a fault of usage when it is none."""
    return _number(text, 1900, 2100, "năm từ 1900 đến 2100")


def size(text: str) -> int:
    """Return a number of awards to make."""
    return _number(text, 1, 2_000_000, "số từ 1 đến 2000000")


def limit(text: str) -> int:
    """Return how many rows to show at most."""
    return _number(text, 1, 1_000_000, "số từ 1 trở lên")


def _number(text: str, first: int, last: int, wanted: str) -> int:
    if not text.isascii() or not text.isdigit() or not first <= int(text) <= last:
        raise argparse.ArgumentTypeError(f"“{text}” không phải {wanted}")
    return int(text)
