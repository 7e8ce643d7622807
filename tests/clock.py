"""The time of a house in a test: a value that goes on only when the test says so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(slots=True)
class Clock:
    """Called for the time, UTC."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now
