"""Asking a hub to tell us of a topic (WebSub 5.1).

The hub's address comes out of a stranger's document: it is asked by the client for hostile
addresses, redirects are not followed, and nothing of its answer is read but the status.
"""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlencode

from swifeeds.collect.push_rules import LEASE
from swifeeds.egress import Egress
from swifeeds.errors import BadStatus
from swifeeds.model import Push

_TAKEN = range(200, 300)


async def ask_hub(egress: Egress, push: Push, callback: str) -> None:
    """Ask for a subscription, or for its renewal.

    Raises:
        BadStatus: the hub does not take it.
        CollectError: it may not be asked, or cannot be reached.
    """
    fields = {
        "hub.mode": "subscribe",
        "hub.topic": push.topic,
        "hub.callback": callback,
        "hub.secret": push.secret.decode(),
        "hub.lease_seconds": LEASE // timedelta(seconds=1),
    }
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    answer = await egress.post(push.hub, body=urlencode(fields).encode(), headers=headers)
    if answer.status not in _TAKEN:
        raise BadStatus(
            f"answers {answer.status_line}", url=push.hub, status=answer.status,
            retry_after=answer.headers.get("retry-after"),
        )  # fmt: skip
