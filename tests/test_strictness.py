"""The strictness of the tests themselves: what must not pass unseen fails a test."""

from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

CONFTEST = (Path(__file__).parent / "conftest.py").read_text("utf-8")
INI = "[pytest]\nfilterwarnings = error\nqt_api = pyside6\nqt_log_level_fail = WARNING\n"


def run_one(pytester: pytest.Pytester, body: str) -> pytest.RunResult:
    pytester.makeini(INI)
    pytester.makeconftest(CONFTEST)
    pytester.makepyfile(body)
    return pytester.runpytest_subprocess("-p", "no:xdist")


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        pytest.param(
            """
            import logging
            def test_it():
                logging.getLogger("thidua_desktop.storage").warning("broken")
            """,
            {"passed": 1, "errors": 1},
            id="a warning in our log",
        ),
        pytest.param(
            """
            import threading
            def test_it():
                thread = threading.Thread(target=lambda: 1 / 0)
                thread.start()
                thread.join()
            """,
            {"failed": 1},
            id="an exception in a thread",
        ),
        pytest.param(
            """
            import warnings
            def test_it():
                warnings.warn("old")
            """,
            {"failed": 1},
            id="a warning of Python",
        ),
        pytest.param(
            """
            from PySide6.QtCore import qWarning
            def test_it(qapp):
                qWarning("odd")
            """,
            {"failed": 1},
            id="a warning of Qt",
        ),
    ],
)
def test_what_must_not_pass_unseen_fails(
    pytester: pytest.Pytester, body: str, outcome: dict[str, int]
) -> None:
    run_one(pytester, body).assert_outcomes(**outcome)


def test_a_warning_that_was_expected_passes(pytester: pytest.Pytester) -> None:
    result = run_one(
        pytester,
        """
        import logging
        def test_it(our_log):
            logging.getLogger("thidua_desktop.storage").warning("expected")
            assert our_log.pop().getMessage() == "expected"
        """,
    )
    result.assert_outcomes(passed=1)
