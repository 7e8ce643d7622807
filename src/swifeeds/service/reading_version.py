"""Which program reads: what of an earlier reading can be trusted hangs on it."""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b
from importlib import resources
from importlib.resources.abc import Traversable

_ROOMS = ("markup", "extract", "localise", "identify", "model")
"""Where it is decided what a document says, and what of it is kept."""


@lru_cache(maxsize=1)
def reading_version() -> str:
    """A digest of the program text of those rooms.

    So that nobody has to remember to count a number up: an entry of a feed that was read by other
    rules than today's is read again, once.
    """
    digest = blake2b(digest_size=12)
    for room in _ROOMS:
        for text in _texts(resources.files("swifeeds") / room):
            digest.update(text)
    return digest.hexdigest()


def _texts(folder: Traversable) -> list[bytes]:
    found: list[bytes] = []
    for entry in sorted(folder.iterdir(), key=lambda one: one.name):
        if entry.is_dir():
            found += _texts(entry)
        elif entry.name.endswith(".py"):
            found.append(entry.name.encode() + entry.read_bytes())
    return found
