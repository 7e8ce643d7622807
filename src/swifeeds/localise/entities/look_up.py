"""Walk through a text and look every place in it up. Longest name first; no name inside another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import and_

from swifeeds.localise.entities.lexicon import Lexicon, Naming
from swifeeds.localise.entities.word_forms import without_proclitics, word_key

_WORD = re.compile(r"\w+")
_GAP = re.compile(r"[\s.'’‘&·-]{1,3}|[\s‐‑–]{1,2}")
_KATAKANA = re.compile("[\u30a1-\u30fa\u30fc]")
_LATIN = re.compile("[A-Za-z]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A name that stands in the text, as it stands there."""

    naming: Naming
    surface: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """A text cut into words: where each stands, and the key of each."""

    text: str
    spans: Sequence[re.Match[str]]
    keys: Sequence[str]

    def surface(self, first: int, after: int) -> str:
        return self.text[self.spans[first].start() : self.spans[after - 1].end()]


def look_up_words(text: str, lexicon: Lexicon, *, has_proclitics: bool) -> Iterator[Hit]:
    """The names in a text of a language that parts its words.

    Args:
        text: composed, without vowel marks and invisible signs.
        lexicon: of the text's language.
        has_proclitics: whether words may begin with others, as in Arabic.
    """
    spans = list(_WORD.finditer(text))
    words = _Words(text=text, spans=spans, keys=[word_key(span[0]) for span in spans])
    place = 0
    while place < len(spans):
        key = words.keys[place]
        length = 0
        for start in without_proclitics(key) if has_proclitics else (key,):
            if start in lexicon.longest and not length:
                length, hits = _longest_at(place, start, words, lexicon)
                yield from hits
        place += length or 1


def _longest_at(
    place: int, start: str, words: _Words, lexicon: Lexicon
) -> tuple[int, tuple[Hit, ...]]:
    """How many words the longest name has that begins here with `start`, and what it means."""
    limit = min(lexicon.longest[start], len(words.keys) - place)
    for after in range(place + limit, place, -1):
        key = " ".join((start, *words.keys[place + 1 : after]))
        fitting = [one for one in lexicon.names.get(key, ()) if _fits(one, words, place, after)]
        if fitting:
            surface = words.surface(place, after)
            return after - place, tuple(Hit(naming=one, surface=surface) for one in fitting)
    return 0, ()


def _fits(naming: Naming, words: _Words, first: int, after: int) -> bool:
    """Printed as the name is: abbreviations to the letter, words side by side, capitals."""
    spans = words.spans[first:after]
    if naming.exact is not None:
        stands_out = _stands_out(naming.exact, words.text, spans[0].start())
        return words.surface(first, after) == naming.exact and stands_out
    gaps = (_GAP.fullmatch(words.text, one.end(), other.start()) for one, other in pairwise(spans))
    small = [span[0][0].islower() for span in spans]
    if naming.is_small and not small[0]:
        return False
    lacks_capital = any(map(and_, naming.capitals, small))
    return all(gaps) and not lacks_capital


def _stands_out(abbreviation: str, text: str, place: int) -> bool:
    """In a headline all in capitals, US may be us."""
    if not abbreviation.isupper():
        return True
    end = text.find("\n", place)
    line = text[text.rfind("\n", 0, place) + 1 : len(text) if end < 0 else end]
    return not line.isupper()


def look_up_characters(text: str, lexicon: Lexicon) -> Iterator[Hit]:
    """The names in a text of a language that writes no spaces.

    Args:
        text: in Unicode's NFKC.
        lexicon: of the text's language.
    """
    place = 0
    while place < len(text):
        length = 0
        limit = min(place + lexicon.longest.get(text[place], 0), len(text))
        for after in range(limit, place, -1):
            namings = lexicon.names.get(text[place:after])
            if namings is not None and _is_whole(text, place, after):
                yield from (Hit(naming=one, surface=text[place:after]) for one in namings)
                length = after - place
                break
        place += length or 1


def _is_whole(text: str, start: int, end: int) -> bool:
    """Words in katakana and Latin letters have their edges even where nothing is spaced."""
    edges = ((text[start], text[start - 1 : start]), (text[end - 1], text[end : end + 1]))
    return not any(
        script.match(inner) and script.match(outer)
        for inner, outer in edges
        for script in (_KATAKANA, _LATIN)
    )
