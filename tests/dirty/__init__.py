"""Makes dirty lists as units send them, each with its truth; random by seed, all people invented.

`dirty_list(seed, kind)` is one sheet of one list. `written(list, path)` puts it into a file, the
suffix of which chooses the format; `in_old_font` sets it in the letters of .VnTime or VNI first.
`school_year_files(folder)` is what 31 schools send at once.
"""

from tests.dirty.letters import in_old_font
from tests.dirty.school_year import SchoolYear, school_year_files
from tests.dirty.sheet_maker import dirty_list
from tests.dirty.sheets import DirtySheet, TrueRow
from tests.dirty.writing import written

__all__ = [
    "DirtySheet",
    "SchoolYear",
    "TrueRow",
    "dirty_list",
    "in_old_font",
    "school_year_files",
    "written",
]
