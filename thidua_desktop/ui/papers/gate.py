"""The gate that every paper passes on its way out. Knows neither papers nor who guards it."""

from collections.abc import Callable

Then = Callable[[], None]


class PaperGate:
    """Lets papers pass, at once or when its guard has asked what they still need."""

    def __init__(self) -> None:
        self._guard: Callable[[Then], None] | None = None

    def set_guard(self, guard: Callable[[Then], None] | None) -> None:
        """Let *guard* decide when a paper goes on, or none."""
        self._guard = guard

    def enter(self, then: Then) -> None:
        """Call *then* when the paper may be made; the officer may also decide against it."""
        if self._guard:
            self._guard(then)
        else:
            then()
