"""Installations to examine: real files, a real database, one thing wrong with each."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from tests.contract.making import NOW
from tests.unit.service.houses import TEXT as HOUSE

from swifeeds.service.examining import CHECKS, Examined, Patient, examine, open_patient

TEXT = (
    HOUSE.replace("house.db", "store.db")
    .replace("feeds.example.org", "feeds.newsroom.org")
    .replace("desk@example.org", "desk@newsroom.org")
)
"""A configuration of which nothing is the sample's."""


@asynccontextmanager
async def patient_in(
    folder: Path,
    text: str = TEXT,
    *,
    environ: Mapping[str, str] | None = None,
    now: datetime = NOW,
) -> AsyncIterator[Patient]:
    """The installation in a folder with this configuration, opened."""
    file = folder / "swifeeds.toml"
    file.write_text(text, encoding="utf-8")
    file.chmod(0o640)
    async with open_patient(file, environ or {}, now) as patient:
        yield patient


async def look(patient: Patient, name: str) -> Examined:
    """What the check of this name finds, asked anew."""
    (check,) = (one for one in CHECKS if one.name == name)
    (found,) = await examine(replace(patient), (check,))
    return found


def sentences(found: Examined) -> str:
    """All that was found, line by line."""
    return "\n".join(f"{one.verdict}: {one.sentence}: {one.advice}" for one in found.diagnoses)
