"""All benchmarks: `python -m tests.bench [part …]`; ends with 1 when a ratio is over its limit."""

import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench import checking, intake, lists, papers, reading, window, writing
from tests.bench.measure import Ratio

PARTS: dict[str, Callable[[Path], Iterator[Ratio]]] = {
    "window": window.ratios,
    "lists": lists.ratios,
    "writing": writing.ratios,
    "papers": papers.ratios,
    "reading": reading.ratios,
    "checking": checking.ratios,
    "intake": intake.ratios,
}
WORKBOOK_MEMORY = 60  # MB over the base.


def main(wanted: list[str]) -> int:
    """Measure the parts *wanted*, or all, and print one line for each ratio as it is known."""
    if unknown := set(wanted) - set(PARTS):
        print(f"no such part: {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
        return 2
    print(f"{platform.node()} · {_processor()} × {os.cpu_count()} · {platform.platform()}")
    print(f"Python {platform.python_version()} · ratio to the floor ≤ limit (ours / floor)\n")
    over = [line for part in wanted or PARTS for line in _lines(part) if "OVER" in line]
    print(f"\n{len(over)} over the limit" if over else "\nall within their limits")
    return 1 if over else 0


def _lines(part: str) -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="thidua-bench-") as folder:
        for found in PARTS[part](Path(folder)):
            yield _told(found.line())
        if part == "papers":
            yield _told(_memory_line(papers.workbook_memory(Path(folder))))


def _told(line: str) -> str:
    print(line, flush=True)
    return line


def _memory_line(grown: float) -> str:
    mark = "ok" if grown < WORKBOOK_MEMORY else "OVER"
    return (
        f"{'workbook, memory over the base in MB':<46} {grown:6.2f} < {WORKBOOK_MEMORY:5}  {mark}"
    )


def _processor() -> str:
    """Return the processor's own name; `platform` knows none on Linux."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
