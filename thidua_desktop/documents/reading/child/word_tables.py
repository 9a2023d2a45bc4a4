"""Prints the tables of a Word file: {"rows": [[cell, …], …], "raw": [[number, column, text], …]}.

*raw*: by row number, cells as they were before their letters were converted from old fonts.
*above*: the last lines of text above the table.
"""

from collections.abc import Iterator
from pathlib import Path

from thidua_desktop.documents.reading.child.printing import show
from thidua_desktop.documents.reading.source import Cell, all_words
from thidua_desktop.documents.reading.word import WordTable, read_word_tables
from thidua_desktop.documents.reading.word_letters import as_it_was
from thidua_desktop.domain.errors import BadFile, Refused

_LINES = 12  # What stands further above a table is not about it.


def main(path: str) -> None:
    """Print the tables of the .docx file *path*."""
    try:
        for table in read_word_tables(Path(path)):
            rows = [[_words(cell) for cell in row] for row in table.grid.rows]
            above = [all_words(line) for line in table.above[-_LINES:]]
            show({"rows": rows, "raw": list(_raw(table, rows)), "above": above})
    except BadFile:
        show({"error": "damaged"})
    except Refused as error:
        show({"error": "refused", "what": error.what, "safe": error.safe, "todo": error.todo})


def _words(cell: Cell) -> str:
    return " ".join(map(all_words, cell))


def _raw(table: WordTable, rows: list[list[str]]) -> Iterator[tuple[int, int, str]]:
    for number, row in enumerate(table.before.rows if table.before else (), start=1):
        for column, cell in enumerate(row):
            text = as_it_was(_words(cell))
            if text != rows[number - 1][column]:
                yield number, column, text
