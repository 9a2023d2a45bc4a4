"""Papers of a few pages, made where they are needed."""

from collections.abc import Sequence
from io import BytesIO

import pytest
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas


def drawn(sizes: Sequence[tuple[float, float]]) -> bytes:
    """Return a PDF with a page of each of *sizes*, a black square at the left top of each."""
    buffer = BytesIO()
    canvas = Canvas(buffer)
    for size in sizes:
        canvas.setPageSize(size)
        canvas.rect(0, size[1] - 100, 100, 100, fill=1)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


@pytest.fixture
def pdf() -> bytes:
    """Three pages, the second lying."""
    return drawn((A4, landscape(A4), A4))
