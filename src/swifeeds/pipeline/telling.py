"""What must be told reaches the webhook, oldest first, until one is refused."""

from __future__ import annotations

from datetime import datetime

from swifeeds.deliver import Webhook
from swifeeds.store import Store

BATCH = 20
"""Notices of one round: a webhook that was down all night is not flooded."""


async def tell_webhook(store: Store, webhook: Webhook, now: datetime) -> int:
    """Send what waits in the outbox; stop at the first failure, the next round tries again.

    Returns:
        How many notices were taken.
    """
    taken = []
    for row, notice in await store.undelivered(BATCH):
        if not await webhook.send(row, notice):
            break
        taken.append(row)
    if taken:
        await store.delivered(taken, now)
    return len(taken)
