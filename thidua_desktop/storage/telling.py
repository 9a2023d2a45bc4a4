"""How long work in storage says how far it is. Knows neither threads nor windows."""

from collections.abc import Callable
from dataclasses import dataclass

Tell = Callable[[int, int, str], None]
"""Takes what is done, of how much, and words for it; raises Cancelled when work must stop."""

Progress = Callable[[int, int], None]
"""The same without words, for one stage of the work."""

_FINE = 1_000
"""Into how many parts a stage is divided on the common scale."""


@dataclass(frozen=True, slots=True)
class Stages:
    """One scale for work of several stages, so that a bar never goes back."""

    tell: Tell
    words: tuple[str, ...]

    def stage(self, at: int) -> Progress:
        """Return what tells of the stage *at*, the first being 0."""

        def progress(done: int, total: int) -> None:
            part = _FINE * min(done, total) // total if total else _FINE
            self.tell(at * _FINE + part, len(self.words) * _FINE, self.words[at])

        return progress
