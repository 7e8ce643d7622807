"""The nightly lesson: held once by whichever process comes first."""

from __future__ import annotations

import logging
from zoneinfo import ZoneInfo

from swifeeds.pipeline import lesson_awaited_since
from swifeeds.plan import is_night_past
from swifeeds.service.house import House
from swifeeds.service.work import learn

_log = logging.getLogger(__name__)


async def learn_at_night(house: House, owner: str) -> None:
    """Learn from translations when the night's lesson is due, for this house as this owner."""
    if not house.config.grouping.learn:
        return
    since = await lesson_awaited_since(house.store, house.now())
    if not is_night_past(since, house.now(), ZoneInfo(house.config.publication.time_zone)):
        return
    lessons = await learn(house, owner)
    if lessons is not None:
        new = [one for one in lessons if one.is_new]
        _log.info("learned words: languages=%d new=%d pairs=%d", len(lessons), len(new),
                  sum(one.pairs for one in new))  # fmt: skip
