"""A clock for tests."""

from __future__ import annotations

import time


class FastClock:
    """For `run`: runs ahead where it would wait, and lets `real_seconds` pass instead."""

    def __init__(self, real_seconds: float = 0) -> None:
        self.real_seconds = real_seconds
        self.ahead = 0.0

    def __call__(self) -> int:
        return int(time.time() * 1000 + self.ahead)

    def sleep(self, seconds: float) -> None:
        time.sleep(self.real_seconds)
        self.ahead += seconds * 1000
