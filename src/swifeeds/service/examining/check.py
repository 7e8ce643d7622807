"""A check: its name, what it needs, and the function that looks."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from enum import IntEnum

from swifeeds.service.examining.diagnosis import Diagnosis, Verdict, worst
from swifeeds.service.examining.patient import Patient


class Needs(IntEnum):
    """What must be there for a check to be made."""

    NOTHING = 0
    CONFIGURATION = 1
    DATABASE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing to look at. `name` never changes: scripts go by it. `asks` is the question that it
    answers, `family` what it stands under. `look` yields at least one diagnosis, also when all is
    well; it changes nothing, asks no source, and may fail."""

    name: str
    family: str
    asks: str
    needs: Needs
    look: Callable[[Patient], AsyncIterator[Diagnosis]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """A check and what it found, in the order that it was found."""

    check: Check
    diagnoses: tuple[Diagnosis, ...]

    @property
    def verdict(self) -> Verdict:
        """The gravest of what it found."""
        return worst(one.verdict for one in self.diagnoses)
