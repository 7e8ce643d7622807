"""What WebSub sends: pings to hubs, questions and deliveries to subscribers.

Redirects are not followed, and of an answer at most its status and a challenge's length are read:
who gave us the address is a stranger.
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from urllib.parse import urlencode

from swifeeds.egress import Answer, Egress, Limits
from swifeeds.errors import CollectError
from swifeeds.model import ShelfItem

_TAKEN = range(200, 300)
_GONE = 410
_ECHO = Limits(compressed=1024, decompressed=1024, ratio=100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reception:
    """How it was received: `problem` says in a few words what went wrong, None when nothing did.

    `answered` is False when nobody was there to say anything; `gone`: do not come again (410).
    """

    problem: str | None = None
    answered: bool = True
    gone: bool = False


async def send_ping(egress: Egress, hub: str, topic: str) -> Reception:
    """Tell a hub that a topic changed.

    WebSub leaves this to publisher and hub; all hubs in use take `hub.mode=publish`, some with
    the topic as `hub.url`, some as `hub.topic`.
    """
    fields = {"hub.mode": "publish", "hub.url": topic, "hub.topic": topic}
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    return await _post(egress, hub, urlencode(fields).encode(), headers)


async def ask_subscriber(egress: Egress, address: str, challenge: str) -> Reception:
    """Ask for the subscriber's intent: its body has to be the challenge, to the letter (5.3).

    Args:
        egress: the client for callbacks.
        address: from `hub_rules.intent_address`.
        challenge: what is in it.
    """
    try:
        answer = await egress.fetch(address, limits=_ECHO, follow=False)
    except CollectError as error:
        return _unheard(error)
    if answer.status in _TAKEN and answer.body != challenge.encode():
        return Reception(problem="did not say the challenge back")
    return _reception(answer)


async def send_topic(
    egress: Egress, callback: str, item: ShelfItem, *, links: str, secret: bytes | None
) -> Reception:
    """Deliver a topic's bytes, whole and as they are served (7), signed when there is a secret.

    Args:
        egress: the client for callbacks.
        callback: the subscriber's address.
        item: the topic as it is published.
        links: from `hub_rules.delivery_links`.
        secret: the subscriber's.
    """
    headers = {"Content-Type": item.media_type, "Link": links}
    if item.language is not None:
        headers["Content-Language"] = item.language
    if secret is not None:
        headers["X-Hub-Signature"] = f"sha256={signature(secret, item.body)}"
    return await _post(egress, callback, item.body, headers)


def signature(secret: bytes, body: bytes) -> str:
    """The HMAC of the very bytes that are sent, in hexadecimal (7.1)."""
    return hmac.new(secret, body, hashlib.sha256).hexdigest()


async def _post(egress: Egress, url: str, body: bytes, headers: dict[str, str]) -> Reception:
    try:
        return _reception(await egress.post(url, body=body, headers=headers))
    except CollectError as error:
        return _unheard(error)


def _reception(answer: Answer) -> Reception:
    if answer.status in _TAKEN:
        return Reception()
    return Reception(problem=f"answered {answer.status_line}", gone=answer.status == _GONE)


def _unheard(error: CollectError) -> Reception:
    """The address stays out of the sentence: a callback is a secret between us and its owner."""
    return Reception(problem=str(error).removeprefix(f"{error.url}: "), answered=False)
