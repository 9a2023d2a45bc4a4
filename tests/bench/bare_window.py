"""The floor of starting: a bare window of four tabs with a table each, which says when it painted.

Run as a program; with "ours" it starts our own frame instead. Prints the seconds since the Unix
epoch at the end of the first paint.
"""

import sys
import time
from typing import Any


def bare() -> Any:
    """Return the application and a bare window."""
    from PySide6.QtGui import QStandardItemModel
    from PySide6.QtWidgets import QApplication, QMainWindow, QTableView, QTabWidget

    app = QApplication([])
    window = QMainWindow()
    tabs = QTabWidget()
    for title in ("Kế hoạch", "Đề nghị", "Sổ khen thưởng", "Hội đồng"):
        table = QTableView()
        table.setModel(QStandardItemModel(20, 8, table))
        tabs.addTab(table, title)
    window.setCentralWidget(tabs)
    window.resize(1280, 680)
    return app, window


def ours() -> Any:
    """Return the application and the window of the program, made as the program makes them."""
    from thidua_desktop import app as program
    from thidua_desktop.paths import find_paths

    frame, _missing = program.make_frame(find_paths())
    return frame.app, frame.window


def main() -> None:
    """Show the window asked for and print when it stands."""
    app, window = ours() if "ours" in sys.argv else bare()
    from PySide6.QtCore import QTimer

    window.show()
    # A first turn of the event loop paints; what follows it comes after the paint.
    # Not quit(), which would ask the window whether it may be closed.
    QTimer.singleShot(0, lambda: QTimer.singleShot(0, lambda: app.exit(0)))
    app.exec()
    print(time.time())


if __name__ == "__main__":
    main()
