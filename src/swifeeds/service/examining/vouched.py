"""The trust marks that the configuration vouches for: for how long they are shown."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection, Iterator
from datetime import datetime

from swifeeds.model import Publication, Source
from swifeeds.pipeline.vouching import trust_notice
from swifeeds.service.counting import counted
from swifeeds.service.examining.check import Check, Needs
from swifeeds.service.examining.diagnosis import Diagnosis, note, ok, told_by, warning
from swifeeds.service.examining.patient import Patient

_RENEW = "renew it and state the new valid_until"


async def look_at_trust_marks(patient: Patient) -> AsyncIterator[Diagnosis]:
    """Each mark that ends soon, ended, or has not begun, and how many are shown."""
    settings = patient.settings
    for one in trust_diagnoses(settings.sources, settings.publication, patient.now):
        yield one


def trust_diagnoses(
    sources: Collection[Source], publication: Publication, now: datetime
) -> Iterator[Diagnosis]:
    """What to say of the marks of these sources at `now` (UTC). Pure."""
    today = publication.day_of(now)
    marks = {one.id: one.trust for one in sources if one.trust}
    for source in sources:
        if told := trust_notice(source, publication, now):
            yield warning(*told_by(RuntimeError(told.message), otherwise=_RENEW), subject=source.id)
        elif (mark := source.trust) and mark.valid_from and today < mark.valid_from:
            yield note(
                f"the trust mark {mark.scheme} of source {source.id} begins with"
                f" {mark.valid_from} and is not shown before",
                subject=source.id,
            )
    shown = sum(mark.is_valid(today) for mark in marks.values())
    if not marks:
        yield ok("no trust mark is configured")
    elif shown:
        yield ok(f"{counted(shown, 'trust mark')} of {len(marks)} shown")


CHECKS = (
    Check(
        name="trust-marks",
        family="sources",
        asks="for how long are the trust marks of the sources valid?",
        needs=Needs.CONFIGURATION,
        look=look_at_trust_marks,
    ),
)
