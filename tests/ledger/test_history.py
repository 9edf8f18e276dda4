"""Since when: a run's number, or a date."""

from __future__ import annotations

import pytest

from dragoman.ledger.history import NoSuchRun, Run, run_before

RUNS = (Run(1, "2025-01-10T08:00:00+00:00", "add"), Run(2, "2025-03-02T23:30:00+00:00", "add"), Run(1200, "2025-03-05T09:00:00+00:00", "add"))


@pytest.mark.parametrize(("since", "run"), [
    ("1200", 1200), ("0", 0), ("2", 2), ("2025", 0), ("2025-03", 1), ("2025-03-03", 2), ("2026", 1200),
    ("2025-03-03T00:00:00+02:00", 1), ("2025-03-03T00:00Z", 2),
])  # fmt: skip
def test_a_number_of_a_run_is_that_run_and_all_else_a_date(since: str, run: int) -> None:
    assert run_before(RUNS, since) == run


@pytest.mark.parametrize("since", ["1300", "20250303", "7", "2025-13-01", "2025-02-30", "2025-99", "2025 or so", "soon", ""])
def test_what_is_neither_is_refused(since: str) -> None:
    with pytest.raises(NoSuchRun, match=r"no run|neither"):
        run_before(RUNS, since)
