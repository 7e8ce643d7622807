"""The one place where the published shelf changes hands."""

from __future__ import annotations

from swifeeds.model import Shelf


class ShelfHolder:
    """What both sides share: the publisher puts a whole new shelf in, each request reads one.

    A request takes `current` once and answers from that, so it never sees half a publication.
    """

    def __init__(self) -> None:
        self._shelf: Shelf | None = None

    @property
    def current(self) -> Shelf:
        """The newest shelf; an empty one before the first came."""
        return self._shelf or Shelf()

    @property
    def is_loaded(self) -> bool:
        """True once a first shelf was put in, be it empty."""
        return self._shelf is not None

    def swap(self, shelf: Shelf) -> None:
        """Put `shelf` in the place of the one before."""
        self._shelf = shelf
