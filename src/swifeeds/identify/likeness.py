"""How much two texts have in common, whatever their markup. Evidence, never a name of its own."""

from __future__ import annotations

import re
import unicodedata

from swifeeds.markup import plain_text
from swifeeds.model import Work

_NO_LETTERS = re.compile(r"[\W_]+")
"""Everything but what `str.isalnum` takes."""

_ENOUGH = 160
"""Bytes of letters (UTF-8: a letter of Cyrillic counts two, a sign of Chinese three) from which
equal texts are the same text. "Traffic report" is one text on any day."""

_LOOKED_AT = 6000
"""Bytes of a text that are compared; more would not change the answer."""

_TEXT_PIECE, _TITLE_PIECE = 8, 6
"""Bytes of the pieces that texts and titles are cut into."""

_SAME_TEXT = 0.3
"""Share of the shorter text's pieces that the other has too. Two reports of one event by one desk
have a tenth; a corrected text or a summary of it keeps more than half."""

_SAME_TITLE = 0.5


def letters(text: str) -> str:
    """Letters and digits only, NFKC, case folded; HTML counts as its text."""
    folded = unicodedata.normalize("NFKC", plain_text(text) or "").casefold()
    return _NO_LETTERS.sub("", folded)


def is_distinctive(work: Work) -> bool:
    """True for a text that nobody writes twice by chance."""
    text = letters(work.content or work.summary or "")
    return bool(text) and len((letters(work.title) + text).encode()) >= _ENOUGH


def have_one_title(one: Work, other: Work) -> bool:
    """True where the headlines are the same letter for letter."""
    return letters(one.title) == letters(other.title)


def looks_alike(one: Work, other: Work) -> bool:
    """True where one may be a correction, a summary or a copy of the other.

    Two full texts are compared by themselves: daily columns have one headline for all. Where
    either has none, the headlines count too.
    """
    texts = [letters(work.content or work.summary or "") for work in (one, other)]
    if all(texts) and _share(*texts, size=_TEXT_PIECE) >= _SAME_TEXT:
        return True
    if one.content and other.content and is_distinctive(one) and is_distinctive(other):
        return False
    titles = [letters(work.title) for work in (one, other)]
    return titles[0] == titles[1] or _share(*titles, size=_TITLE_PIECE) >= _SAME_TITLE


def _share(one: str, other: str, *, size: int) -> float:
    pieces = [_pieces(text, size) for text in (one, other)]
    least = min(map(len, pieces))
    return len(pieces[0] & pieces[1]) / least if least else 0.0


def _pieces(text: str, size: int) -> frozenset[bytes]:
    data = text.encode()[:_LOOKED_AT]
    return frozenset(data[at : at + size] for at in range(len(data) - size + 1))
