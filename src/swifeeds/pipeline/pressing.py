"""When nothing else is to be done: brotli bytes that were made in haste are made again, fewer.

No journey of articles: nobody is told, no date changes, and who holds the earlier bytes is answered
304 for them.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from swifeeds.emit import press_all
from swifeeds.errors import Killed
from swifeeds.isolate import Isolation
from swifeeds.store import Store

_log = logging.getLogger(__name__)

_STANDING = timedelta(seconds=30)
"""What changed a moment ago may change again at once: it is not worth the work yet."""

_ROOM = 1_000_000
"""Bytes that are pressed in one go: two seconds or so of a child's time."""

_LIMIT = 60.0
"""Seconds for one go, on a machine that has much else to do."""


async def press(store: Store, isolation: Isolation, now: datetime) -> int:
    """Press some of what waits for it; how many items, 0 when nothing waits.

    What a child cannot do in a minute stays as it is and is not tried again.
    """
    items = await store.unpressed(now - _STANDING, room=_ROOM)
    if not items:
        return 0
    try:
        pressed = await isolation.run(press_all, items, subject=items[0].path, limit=_LIMIT)
    except Killed as error:
        _log.warning("not pressed, the bytes stay as they are: %s", error)
        pressed = items
    return await store.keep_pressed(pressed)
