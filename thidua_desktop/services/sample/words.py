"""The words of the sample office, read from the file that travels with the program."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from thidua_desktop.domain.errors import OutsideError

Words = Mapping[str, Any]


def load(path: Path) -> Words:
    """Return what *path* says; OutsideError when it did not come with the program."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise OutsideError(
            f"Thiếu tệp dữ liệu mẫu “{path.name}” của chương trình.",
            "Dữ liệu của cơ quan không bị ảnh hưởng.",
            "Hãy cài lại chương trình.",
        ) from error
