"""How much may be learned from at once: every page stays in memory until the last is understood."""

from __future__ import annotations

from swifeeds.markup.size import PAGE, RARE_LETTER

EACH, ALL = 0.75, 1.5
"""Of the largest page that is read: one page, and all together (five of 480,000 characters)."""

_LARGEST = (PAGE.characters, PAGE.memory, PAGE.tags)


class Room:
    """What is left for the pages to come."""

    def __init__(self) -> None:
        self._left = [ALL * most for most in _LARGEST]

    def takes(self, page: bytes) -> bool:
        """Whether a page still has room, which it takes up then."""
        sizes = (len(page), len(page) * _width(page), page.count(b"<"))
        left = [one - size for one, size in zip(self._left, sizes, strict=True)]
        is_too_large = any(size > EACH * most for size, most in zip(sizes, _LARGEST, strict=True))
        if is_too_large or min(left) < 0:
            return False
        self._left = left
        return True


def _width(page: bytes) -> int:
    """Bytes that Python takes at most for each of the page's."""
    if page.isascii():
        return 1
    return 4 if RARE_LETTER.search(page) else 2
