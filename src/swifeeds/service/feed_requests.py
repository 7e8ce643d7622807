"""Asking for a feed as a reader does, to see how it is served."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from swifeeds.check import Conversation, Served
from swifeeds.egress import Answer, Egress, EgressSettings, Policy
from swifeeds.errors import Unreachable

_SETTINGS = EgressSettings(contact="a person who validates this feed", gap=0.0)
_ACCEPT = "application/atom+xml, application/rss+xml, application/feed+json, */*;q=0.5"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})

LARGEST = _SETTINGS.max_decompressed
"""Bytes of one document that are checked, wherever it comes from."""


@asynccontextmanager
async def feed_requests(settings: EgressSettings = _SETTINGS) -> AsyncIterator[Egress]:
    """A client for addresses that the operator names himself; no configuration is needed."""
    async with Egress(settings, Policy.OPERATOR) as egress:
        yield egress


async def converse(egress: Egress, address: str) -> tuple[Conversation, str]:
    """Ask for a feed, and again by each validator that it gave.

    Returns:
        What was answered, and the address that answered, after redirects.

    Raises:
        Refused: the address may not be asked.
        Unreachable: no answer.
        TooLarge: the document is larger than is checked.
    """
    first = await egress.fetch(address, accept=_ACCEPT, follow=False)
    is_redirect = first.status in _REDIRECTS and "location" in first.headers
    answer = await egress.fetch(address, accept=_ACCEPT) if is_redirect else first
    where = answer.url if is_redirect else address
    return Conversation(
        redirect=_served(first) if is_redirect else None,
        answer=_served(answer),
        by_etag=await _again(egress, answer, "etag", "If-None-Match"),
        by_date=await _again(egress, answer, "last-modified", "If-Modified-Since"),
    ), where


async def _again(egress: Egress, answer: Answer, field: str, condition: str) -> Served | None:
    """The same request with one condition, made of the field as it came. The feed is there: no
    answer to this one is a fault of how it is served."""
    validator = answer.headers.get(field, "")
    if not validator.strip() or not validator.isprintable():
        return None
    sent = {condition: validator}
    try:
        again = await egress.fetch(answer.url, accept=_ACCEPT, headers=sent, follow=False)
    except Unreachable:
        return Served(status=0)
    return _served(again)


def _served(answer: Answer) -> Served:
    return Served(status=answer.status, headers=answer.headers, body=answer.body)
