"""Trust marks whose time runs out: who vouched for them is told before, and when it is over.

The marks themselves come and go by the day alone, without any of this (`service.house.register`).
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from swifeeds.model import Notice, Publication, Source
from swifeeds.store import Store

_log = logging.getLogger(__name__)

ENDING = "trust-mark-ending"
"""Kind of the notice that a mark ends soon."""

ENDED = "trust-mark-ended"
"""Kind of the notice that a mark is shown no more."""

SOON = 30
"""Days before its end that a mark's renewal is asked for: an audit takes weeks."""


def trust_notice(source: Source, publication: Publication, now: datetime) -> Notice | None:
    """What to tell of a source's mark at `now` (UTC); None while there is time. Pure."""
    mark = source.trust
    if mark is None:
        return None
    left = mark.days_left(publication.day_of(now))
    if left > SOON:
        return None
    name = f"the trust mark {mark.scheme} of source {source.id}"
    if left < 0:
        kind, said = ENDED, f"{name} ended with {mark.valid_until} and is shown no more"
        advice = "renew it and state the new valid_until, or take it out of the configuration"
    else:
        kind, said = ENDING, f"{name} ends with {mark.valid_until} and then disappears by itself"
        advice = "renew it and state the new valid_until"
    return Notice(kind=kind, subject=source.id, message=f"{said}; {advice}", at=now)


async def watch_trust_marks(
    store: Store, sources: Iterable[Source], publication: Publication, now: Callable[[], datetime]
) -> None:
    """Tell of each mark once when it ends soon and once when it ended; settle what is mended.

    Nothing is written while nothing changes.
    """
    due = {(one.kind, one.subject): one for one in _due(sources, publication, now())}
    told = {
        (one.kind, one.subject): one.message
        for one in await store.notices()
        if one.kind in {ENDING, ENDED}
    }
    for kind, subject in told.keys() - due.keys():
        await store.settle(kind, subject)
    for key, notice in due.items():
        if told.get(key) != notice.message:
            _log.warning("%s: %s", notice.kind, notice.message)
            await store.tell([notice])


def _due(sources: Iterable[Source], publication: Publication, now: datetime) -> Iterator[Notice]:
    for source in sources:
        if notice := trust_notice(source, publication, now):
            yield notice
