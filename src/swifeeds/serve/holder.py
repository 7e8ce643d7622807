"""The one place where the published shelf changes hands."""

from __future__ import annotations

from swifeeds.model import Shelf


class ShelfHolder:
    """What both sides share: the publisher puts a whole new shelf in, each request reads one.

    A request takes `current` once and answers from that, so it never sees half a publication.
    """

    def __init__(self) -> None:
        self.current = Shelf()
        """The newest shelf; an empty one before the first came."""
        self.is_loaded = False
        """True once a first shelf was put in, be it empty."""

    def swap(self, shelf: Shelf) -> None:
        """Put `shelf` in the place of the one before."""
        self.current = shelf
        self.is_loaded = True
