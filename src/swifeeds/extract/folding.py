"""Text made comparable: what is left when writing is taken out of it."""

from __future__ import annotations

import unicodedata


def fold(text: str) -> str:
    """The text for comparison: no case, accents, vowel signs or punctuation, single spaces.

    Each word is folded as if it stood alone.
    """
    return f" {' '.join(decomposed(text).translate(_FOLDING).split())} "


def decomposed(text: str) -> str:
    """Without case, accents apart from their letters."""
    if text.isascii():
        return text.lower()
    # Some letters only fold once they are decomposed, and decompose anew once they are folded.
    return unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())


class _Folding(dict[int, str]):
    """What each letter becomes, found out once."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        if letter.isalnum():
            kept = letter
        else:
            kept = "" if unicodedata.category(letter) in {"Mn", "Cf", "Lm"} else " "
        if len(self) < _KNOWN_LETTERS:
            self[code] = kept
        return kept


_KNOWN_LETTERS = 20_000
_FOLDING = _Folding()
