"""The bus: tells every screen what one step changed. Knows neither who speaks nor who listens."""

from PySide6.QtCore import QObject, Signal


class Bus(QObject):
    """`changed` carries a `domain.changes.Changed` after each step that was written."""

    changed = Signal(object)
    backed_up = Signal()
    """A backup of the open file was made."""
    wanted = Signal(str, str)
    """Someone asked to see the record of this table and uid in its own tab."""
    past_wanted = Signal(str, str)
    """The awards of one are wanted: a name, and the uid of the person or unit, "" for none."""
    sought = Signal(object)
    """Rows are to be shown in their own tab: a `page.Sought`."""
