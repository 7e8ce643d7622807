"""The nightly lesson: held once by whichever process comes first."""

from __future__ import annotations

import logging
from datetime import datetime
from zoneinfo import ZoneInfo

from swifeeds.pipeline import last_lesson
from swifeeds.plan import is_night_past
from swifeeds.service.house import House
from swifeeds.service.work import learn

_log = logging.getLogger(__name__)


async def learn_at_night(house: House, owner: str, since: datetime) -> None:
    """Learn from translations when the night's lesson is due.

    Args:
        house: whose articles.
        owner: who does it.
        since: UTC, from when on nights count where no lesson was ever held.
    """
    if not house.config.grouping.learn:
        return
    last = await last_lesson(house.store) or since
    if not is_night_past(last, house.now(), ZoneInfo(house.config.publication.time_zone)):
        return
    lessons = await learn(house, owner)
    if lessons is not None:
        new = [one for one in lessons if one.is_new]
        _log.info("learned words: languages=%d new=%d pairs=%d", len(lessons), len(new),
                  sum(one.pairs for one in new))  # fmt: skip
