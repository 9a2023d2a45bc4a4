"""Prints the tables of an HTML file, which some systems call .xls: each as `word_tables` does."""

from pathlib import Path

from thidua_desktop.documents.reading.child.printing import show
from thidua_desktop.documents.reading.pasted_tables import tables_of_html
from thidua_desktop.documents.reading.text import decoded


def main(path: str) -> None:
    """Print the tables of the HTML file *path*."""
    for sheet in tables_of_html(decoded(Path(path))):
        show(
            {
                "rows": [row.cells for row in sheet.rows],
                "raw": [[row, column, text] for (row, column), text in sheet.raw.items()],
                "hidden_rows": sorted(sheet.hidden_rows),
                "hidden_columns": sorted(sheet.hidden_columns),
                "merged": sheet.merged,
                "above": sheet.above,
            }
        )
