"""Which of many stems a text may hold, told word by word.

Most paragraphs hold none that matters, and are not looked at stem by stem. Words recur from page to
page: each is looked at once, and what it may hold is remembered as bits of a number.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import reduce
from operator import or_

from swifeeds.extract.folding import fold

_KNOWN_WORDS = 40_000
"""More than the news of a day has in one language; they take six megabytes."""

_LONGEST = 40
"""Letters of a word that is remembered: where no spaces are written, each is a sentence."""

_KANA = re.compile("[\u3040-\u30ff]")
_PLAIN = re.compile("[a-z0-9 ]+")
"""A Latin word may begin after a letter of another script."""


class Sieve:
    """Tells which bits a text may have.

    Args:
        stems: each with its bits, as `fold` writes it: with a space where a word must begin or end.
    """

    def __init__(self, stems: Mapping[str, int]) -> None:
        self._known = _Known(stems)

    def bits_of(self, text: str) -> int:
        """The bits of every stem that the text may hold; of a stem of several words its longest one
        is enough."""
        return reduce(or_, set(map(self._known.__getitem__, text.split())), 0)


class _Known(dict[str, int]):
    """The bits of each word."""

    def __init__(self, stems: Mapping[str, int]) -> None:
        super().__init__()
        found: dict[str, int] = defaultdict(int)
        for stem, bits in stems.items():
            found[_longest_piece(stem)] |= bits
        self._pieces: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for piece, bits in found.items():
            self._pieces[_sign_of(piece)].append((piece, bits))
        self._letters = frozenset(sign for sign in self._pieces if not sign.isascii())

    def __missing__(self, word: str) -> int:
        bits = self._bits_of(fold(word))
        if len(word) <= _LONGEST:
            if len(self) >= _KNOWN_WORDS:
                self.clear()
            self[word] = bits
        return bits

    def _bits_of(self, folded: str) -> int:
        if folded.isascii():
            return self._latin_bits(folded)
        bits = self._latin_bits(f" {' '.join(_PLAIN.findall(folded))} ")
        # Asked of the letters that matter, and not of all: where no spaces are written, a word is a
        # sentence, and has a hundred.
        for letter in self._letters.intersection(folded):
            for piece, its in self._pieces[letter]:
                if piece in folded:
                    bits |= its
        return bits

    def _latin_bits(self, plain: str) -> int:
        signs = {plain[at : at + 2] for at in range(len(plain) - 1)}
        bits = 0
        for sign in self._pieces.keys() & signs:
            for piece, its in self._pieces[sign]:
                if piece in plain:
                    bits |= its
        return bits


def _sign_of(piece: str) -> str:
    """By what a piece is looked for: its first Han sign, for kana stand in every sentence; else its
    first letter beyond ASCII, or its first two letters."""
    beyond_ascii = [letter for letter in piece if not letter.isascii()]
    rare = (letter for letter in beyond_ascii if not _KANA.match(letter))
    return next(rare, beyond_ascii[0]) if beyond_ascii else piece[:2]


def _longest_piece(stem: str) -> str:
    """The longest word of a stem, with a space where it ends between two of them."""
    words = stem.split(" ")
    pieces = [
        f"{' ' if at else ''}{word}{' ' if at < len(words) - 1 else ''}"
        for at, word in enumerate(words)
        if word
    ]
    return max(pieces, key=len)
