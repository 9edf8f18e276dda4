"""How the time of something grows with its input, measured so that a busy machine turns no suite red."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

ROUNDS = 6


def growth(prepare: Callable[[int], Callable[[], object]], small: int, large: int, limit: float, floor: float = 0.003) -> float:
    """How many times longer the large input takes than the small one; at most limit for a test to hold.

    prepare: makes what is run for an input of so many pieces; only the running is timed, in CPU seconds of this thread.
    The least of up to six tries of each counts, and the trying ends with the first answer within the limit: what else
    runs on the machine only ever adds. The collector of garbage is off: what it walks is the whole process, not the
    input. floor: seconds under which the small one is not believed, for the clock's noise.
    """
    run_small, run_large = prepare(small), prepare(large)
    least_small = least_large = float("inf")
    collecting = gc.isenabled()
    gc.collect()
    gc.disable()
    try:
        for _ in range(ROUNDS):
            least_small = min(least_small, *(_seconds(run_small) for _ in range(3)))
            least_large = min(least_large, _seconds(run_large))
            if least_large <= limit * max(least_small, floor):
                break
    finally:
        if collecting:
            gc.enable()
    return least_large / max(least_small, floor)


def _seconds(run: Callable[[], object]) -> float:
    start = time.thread_time()
    run()
    return time.thread_time() - start
