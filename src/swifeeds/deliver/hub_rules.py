"""The rules of telling (WebSub 5 to 7), without I/O: what may be subscribed to, what a subscriber
is asked, when something is tried again and when it is given up."""

from __future__ import annotations

from datetime import datetime, timedelta
from urllib.parse import quote, urlencode, urlsplit

from swifeeds.deliver.hub_request import Refusal
from swifeeds.deliver.hub_settings import own_hub
from swifeeds.emit.links import hub_field
from swifeeds.model import Errand, HubMode, Shelf

ASKED_AT_MOST = 3
"""How often a subscriber that cannot be reached is asked what it wants."""

_FIRST_WAIT = timedelta(seconds=10)
_FACTOR = 3
_LONGEST_WAIT = timedelta(hours=1)
_LONGEST_HUB_WAIT = timedelta(minutes=5)
_MAX_STEPS = 12


def place_of(topic: str, base_url: str, shelf: Shelf) -> str | Refusal:
    """The path of a topic that may be subscribed to: an address of a feed of ours, to the letter.

    A feed is what names our hub; archives, pages and directories do not.
    """
    path = topic.removeprefix(base_url)
    if path == topic or not path.startswith("/"):
        return Refusal(status=404, sentence="This hub serves the feeds of its own site alone.")
    item, moved = shelf.items.get(path), shelf.redirects.get(path)
    if item is not None and hub_field(own_hub(base_url)) in item.links:
        return path
    if moved is not None and moved.location and moved.location in shelf.items:
        there = f"{base_url}{moved.location}"
        return Refusal(status=404, sentence=f"That feed has moved: subscribe to {there}")
    if moved is not None and not moved.location:
        return Refusal(status=410, sentence="That feed is no more.")
    return Refusal(
        status=404,
        sentence="There is no such feed: name the address that its rel=self link has.",
    )


def intent_address(errand: Errand, topic: str, challenge: str) -> str:
    """Where a subscriber is asked (5.3) or told that a subscription has ended (5.2): its callback,
    whose own query stays in front.

    Args:
        errand: of kind `VERIFY`.
        topic: the address of its topic.
        challenge: what the subscriber has to say back; unguessable.
    """
    parameters: list[tuple[str, str]] = [("hub.mode", str(errand.mode)), ("hub.topic", topic)]
    if errand.mode is HubMode.DENIED:
        parameters.append(("hub.reason", errand.reason or "it has ended"))
    else:
        parameters.append(("hub.challenge", challenge))
    if errand.mode is HubMode.SUBSCRIBE and errand.lease is not None:
        parameters.append(("hub.lease_seconds", str(errand.lease // timedelta(seconds=1))))
    joint = "&" if urlsplit(errand.target).query else "" if "?" in errand.target else "?"
    return f"{errand.target}{joint}{urlencode(parameters, quote_via=quote)}"


def next_try(failures: int, now: datetime, *, hub: bool = False) -> datetime:
    """When to try again what has failed so often before: after 10 seconds, then three times as
    long each time, up to an hour; a hub within five minutes, so that it hears soon after it is
    back."""
    wait = _FIRST_WAIT * int(_FACTOR ** min(failures, _MAX_STEPS))
    return now + min(wait, _LONGEST_HUB_WAIT if hub else _LONGEST_WAIT)


def delivery_links(topic: str, base_url: str) -> str:
    """The `Link` header of a delivery (7): which topic this is, and which hub says so."""
    return f'{hub_field(own_hub(base_url))}, <{topic}>; rel="self"'
