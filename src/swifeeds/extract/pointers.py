"""Short lines that speak of something beside the text: other articles, and who took the picture.

"Read also: …", "Mehr zum Thema", "Crédits photos : …", in ten languages. They are told by how they
begin.
"""

from __future__ import annotations

import re
from functools import lru_cache

from swifeeds.extract.wording import PICTURE, RELATED

_POINTER = re.compile(rf"\W*(?:{RELATED})\W*", re.IGNORECASE)
_POINTING = re.compile(rf"\W*(?:{RELATED})(?=\W|$)", re.IGNORECASE)
_PICTURE = re.compile(
    rf"\W*(?:{PICTURE})\s?(?:[:：©/／|＝=]|\bby\b)\s*(?P<who>\S.*)", re.IGNORECASE
)
_LONGEST_LABEL, _LONGEST_CREDIT = 60, 100
_SENTENCE = re.compile(r"[!?！？؟。]|[a-z\u0430-\u044f]{3}[.]\s+\S|[:：]\s.*[:：]\s")
"""A stop after a word, and not after an initial; or a question: then it is text after all."""

_MOST_WORDS = 12


def is_pointer(text: str) -> bool:
    """True for a line that announces other articles and says nothing else."""
    return len(text) <= _LONGEST_LABEL and _POINTER.fullmatch(text) is not None


@lru_cache(maxsize=8192)
def points_elsewhere(text: str) -> bool:
    """True for a line that begins so; what follows may be another headline, or a topic."""
    return _POINTING.match(text) is not None


def is_picture_credit(text: str) -> bool:
    """True for a line that names who took the picture, and says nothing else."""
    found = _PICTURE.fullmatch(text) if len(text) <= _LONGEST_CREDIT else None
    if found is None or _SENTENCE.search(text):
        return False
    return len(found["who"].split()) <= _MOST_WORDS
