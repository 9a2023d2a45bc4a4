"""Pictures of every screen and dialog: `python -m tests.pictures [scene …]`, into out/pictures."""

import json
import os
import sys
import tempfile
from pathlib import Path

OUT = Path("out/pictures")
_SCREEN = {"name": "small", "x": 0, "y": 0, "width": 1093, "height": 614, "logicalDpi": 96}


def main(wanted: list[str]) -> int:
    """Take the scenes *wanted*, or all; return 2 when one is not known."""
    from tests.pictures.scenes import SCENES
    from tests.pictures.studio import Studio

    if unknown := set(wanted) - set(SCENES):
        print(f"no such scene: {', '.join(sorted(unknown))}; there are {', '.join(SCENES)}")
        return 2
    with tempfile.TemporaryDirectory(prefix="thidua-pictures-") as folder:
        _screen(Path(folder))
        studio = Studio(Path(folder), OUT)
        for name in wanted or SCENES:
            before = len(studio.taken)
            SCENES[name](studio, Path(folder))
            print(f"{name}: {len(studio.taken) - before} pictures", flush=True)
        studio.close()
    print(f"{len(studio.taken)} pictures in {OUT}")
    return 0


def _screen(folder: Path) -> None:
    """Have an unseen screen, the smallest one: dialogs keep to its size."""
    file = folder / "screen.json"
    file.write_text(json.dumps({"screens": [_SCREEN]}), "utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={file}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
