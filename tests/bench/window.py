"""The window: first paint against a bare one, scrolling against a model of constant words."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tests.bench.measure import Ratio, ratio, timed
from tests.bench.office import made

COUNT = 200_000
STEPS = 100
_NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"
_BARE = Path(__file__).with_name("bare_window.py")


def ratios(folder: Path) -> Iterator[Ratio]:
    """Measure the first paint and the step of a scroll through 200 000 awards."""
    yield timed(
        "first paint of the window",
        lambda: _first_paint("ours", folder),
        lambda: _first_paint("bare", folder),
        1.3,
        turns=11,
    )
    yield from _scrolling(folder)


def _first_paint(which: str, folder: Path) -> float:
    environment = {
        **{name: value for name, value in os.environ.items() if name != _NO_BYTECODE},
        "PYTHONPYCACHEPREFIX": str(folder / "bytecode"),  # An installed program has its own.
        "QT_QPA_PLATFORM": "offscreen",
        "THIDUA_DATA": str(folder / "data"),
        "PYTHONPATH": str(_BARE.parents[2]),
    }
    start = time.time()
    told = subprocess.run(
        [sys.executable, str(_BARE), which],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return float(told.stdout.split()[-1]) - start


def _scrolling(folder: Path) -> Iterator[Ratio]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from tests.bench.scrolling import Scroller, scrollers

    office = folder / "scroll.thidua"
    made(office, COUNT).close()
    with scrollers(office, folder) as (ours, bare):
        for words, work, limit in (
            ("steps of the wheel", Scroller.steps, 1.5),
            ("jumps", Scroller.jumps, 2.5),  # Each reads a page from the file, as in `lists`.
        ):
            yield ratio(
                f"{STEPS} {words} in 200 000 awards",
                partial(work, ours, STEPS),
                partial(work, bare, STEPS),
                limit,
                turns=7,
            )
