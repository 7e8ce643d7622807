"""The rules of being told (WebSub 5 to 7), without I/O: what a hub is answered, whose word a body
is, when a subscription is renewed, and how far apart polls are while it works."""

from __future__ import annotations

import hashlib
import hmac
import re
from datetime import datetime, timedelta

from swifeeds.model import Push

LEASE = timedelta(days=10)
"""What is asked for; the hub may grant another length."""

MAX_BODY = 5 * 1024 * 1024
"""Bytes of a pushed body: what the largest feeds have."""

MOST_WAITING = 20
"""Bodies of one source that wait to be read; a hub that brings more is asked to come back."""

ANSWERED_FOR = timedelta(hours=1)
"""How long after our request a hub's question is answered."""

MISSED_FOR = timedelta(hours=1)
"""How long something may be missing before an operator is told: a hub may be late."""

_SHORTEST, _LONGEST = timedelta(minutes=5), timedelta(days=90)
_FIRST_WAIT, _LONGEST_WAIT = timedelta(minutes=10), timedelta(days=1)
_MAX_STEPS = 10
_CHALLENGE = re.compile(r"[A-Za-z0-9._~+/=-]{1,512}")
_SECONDS = re.compile(r"[0-9]{1,12}")
_ALGORITHMS = ("sha512", "sha384", "sha256", "sha1")
"""What WebSub 7.1 recognises. sha1 is what older hubs can; as an HMAC it is not broken."""

_STRETCH = 24
_SLOWEST = timedelta(days=1)
_EARLIEST, _SPREAD = 0.5, 0.3
_EVERY = 2**16


def is_challenge(text: str) -> bool:
    """True for what may be said back: letters that are markup nowhere, and not many of them."""
    return _CHALLENGE.fullmatch(text) is not None


def is_awaited(push: Push, topic: str, now: datetime) -> bool:
    """True when a hub may ask whether we want this topic: we have just asked it for that."""
    return (
        push.topic == topic
        and push.asked_at is not None
        and timedelta() <= now - push.asked_at <= ANSWERED_FOR
    )


def granted(lease_seconds: str) -> timedelta:
    """The lease that a hub names; what is no number is what we asked for."""
    if not _SECONDS.fullmatch(lease_seconds):
        return LEASE
    return min(max(timedelta(seconds=int(lease_seconds)), _SHORTEST), _LONGEST)


def renew_at(push: Push, lease: timedelta, now: datetime) -> datetime:
    """Between half and four fifths of a lease from now, by a share that the token decides: what was
    granted together is not renewed together."""
    digest = hashlib.blake2b(push.token.encode(), digest_size=2).digest()
    share = int.from_bytes(digest) / _EVERY
    return now + lease * (_EARLIEST + _SPREAD * share)


def next_try(failures: int, now: datetime) -> datetime:
    """When a hub that granted nothing is asked again: after ten minutes, then twice as long each
    time, up to a day."""
    wait: timedelta = _FIRST_WAIT * int(2 ** min(failures, _MAX_STEPS))
    return now + min(wait, _LONGEST_WAIT)


def is_signed(secret: bytes, body: bytes, field: str) -> bool:
    """True when `X-Hub-Signature` is the HMAC of the body by our secret."""
    algorithm, separator, stated = field.strip().partition("=")
    if not separator or algorithm.lower() not in _ALGORITHMS or not stated.isascii():
        return False
    made = hmac.new(secret, body, algorithm.lower()).hexdigest()
    return hmac.compare_digest(made, stated.lower())


def is_of_topic(relations: tuple[tuple[str, str], ...], topic: str) -> bool:
    """True unless the delivery says in a header that it is of another topic."""
    named = [url for relation, url in relations if relation == "self"]
    return not named or topic in named


def stretched(interval: timedelta) -> timedelta:
    """The interval of polls beside a push that works: slow, and never slower than once a day."""
    return max(interval, min(interval * _STRETCH, _SLOWEST))
