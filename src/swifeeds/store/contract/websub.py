"""Errands of the outbox, and who subscribes."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from swifeeds.model import (
    Errand,
    ErrandKind,
    HubLimits,
)


class WebSub(Protocol):
    """Errands of the outbox, and who subscribes."""

    async def take_errands(
        self, kind: ErrandKind, *, now: datetime, until: datetime, limit: int, per_host: int
    ) -> tuple[Errand, ...]:
        """Take up to `limit` errands of a kind that are due, for `until` then: after it somebody
        else may. Longest due first, hosts in turns; at most `per_host` of one host are taken at a
        time. A delivery comes with the secret of its subscription."""

    async def finish_errand(self, errand: Errand, now: datetime) -> None:
        """It is done and goes, unless it was renewed since it was taken: then it is due again,
        wanted since `now`."""

    async def retry_errand(self, errand: Errand, next_at: datetime) -> None:
        """It failed once more and is due again at `next_at`; a ping together with all other pings
        to the same hub that failed less often."""

    async def release_errand(self, errand: Errand) -> None:
        """Give it back with nothing else changed (a shutdown)."""

    async def revive_hub(self, hub: str, now: datetime) -> None:
        """The hub takes pings again: all that wait for it after failures are due at `now`."""

    async def keep_hubs(self, hubs: Collection[str], kind: str) -> None:
        """Forget pings to all hubs but these, and the open notices of `kind` about them."""

    async def ask_subscriber(self, errand: Errand, limits: HubLimits) -> bool:
        """Keep a request (kind `VERIFY`) until its subscriber was asked. A newer one of the same
        topic and callback takes the place of an older. False when there is no room: nothing is
        kept then."""

    async def confirm(self, errand: Errand, now: datetime) -> None:
        """The subscriber said yes: subscribe (or renew) until `now` and the lease, or unsubscribe,
        and finish the errand. When the topic's bytes changed since the request, the delivery is in
        the outbox; a topic that is no longer on the shelf is not subscribed to."""

    async def end_subscription(self, errand: Errand) -> None:
        """The subscriber of a delivery is gone: its subscription and the delivery go."""

    async def drop_expired(self, now: datetime) -> int:
        """Drop subscriptions whose lease is over, and what they were still to get. How many."""
