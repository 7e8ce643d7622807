"""Which known articles are looked at again for corrections and withdrawals. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from hashlib import blake2b

NEWEST = 10
"""Corrections come in the first hours: the newest are looked at in every poll."""

OTHERS = 10
"""Of the older ones a sample that changes from poll to poll. An unchanged page costs a 304; with
this, one of a hundred articles is looked at once in ten polls on average."""


def choose_rechecks(addresses: Sequence[str], *, now: datetime) -> tuple[str, ...]:
    """The addresses to look at again in this poll.

    Args:
        addresses: known articles of a source, newest first.
        now: UTC; another minute gives another sample.

    Returns:
        The newest ten, and ten of the others; in the order given.
    """
    minute = int(now.timestamp()) // 60

    def drawn(address: str) -> bytes:
        return blake2b(f"{minute} {address}".encode(), digest_size=8).digest()

    chosen = {*addresses[:NEWEST], *sorted(addresses[NEWEST:], key=drawn)[:OTHERS]}
    return tuple(address for address in addresses if address in chosen)
