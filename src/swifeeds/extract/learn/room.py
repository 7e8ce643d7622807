"""How much may be learned from at once: every page stays in memory until the last is understood."""

from __future__ import annotations

from dataclasses import dataclass

from swifeeds.markup.size import PAGE, RARE_LETTER

_TIMES = 1.5
"""As much as so many of the largest pages that are read: 16 pages of 150,000 characters."""


@dataclass(slots=True)
class Room:
    """What is left for the pages to come."""

    characters: float = _TIMES * PAGE.characters
    memory: float = _TIMES * PAGE.memory
    tags: float = _TIMES * PAGE.tags

    def takes(self, page: bytes) -> bool:
        """Whether a page still has room, which it takes up then."""
        characters, tags = len(page), page.count(b"<")
        memory = characters * _width(page)
        if characters > self.characters or memory > self.memory or tags > self.tags:
            return False
        self.characters -= characters
        self.memory -= memory
        self.tags -= tags
        return True


def _width(page: bytes) -> int:
    """Bytes that Python takes at most for each of the page's."""
    if page.isascii():
        return 1
    return 4 if RARE_LETTER.search(page) else 2
