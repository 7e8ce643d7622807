"""Is a word in a text, as the text's own language forms words?

Japanese and Chinese write no spaces, so any place counts. Arabic glues conjunctions,
prepositions and the article to the front of a word. Russian changes the end. English and German
add a genitive s. Elsewhere a word stands between letters that are not its own.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_UNSPACED = frozenset({"ja", "zh"})
_ARABIC_PROCLITICS = "[وف]?(?:ال|بال|كال|لل|[بكل])?"
_RUSSIAN_STEM = re.compile("^(.+?)[аеёиоуыэюяйь]*$")
_RUSSIAN_ENDINGS = (
    "ами|ями|ыми|ими|ого|его|ому|ему|ием|иям|иях|ой|ей|ом|ем|ам|ям|ах|ях|ым|им|ых|их|ую|юю|ая|яя"
    "|ое|ее|ые|ие|ов|ев|ий|ый|ия|ию|ии|ью|а|я|о|е|ы|и|у|ю|ь|й"
)
"""Endings of nouns and adjectives. Not any three letters: "мирный" is no form of "мир"."""

_SHORTEST_RUSSIAN_STEM = 3
"""Below three letters a stem meets half the dictionary."""


def contains_word(text: str, word: str, language: str) -> bool:
    """True when `word` stands in `text`; case and Unicode form do not count.

    Args:
        text: plain text.
        word: a word or phrase in the same language.
        language: BCP 47 tag of both.
    """
    return (
        _pattern(word, language.split("-", maxsplit=1)[0].lower()).search(_folded(text)) is not None
    )


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


@lru_cache(maxsize=4096)
def _pattern(word: str, language: str) -> re.Pattern[str]:
    folded = _folded(word.strip())
    literal = re.escape(folded)
    if language in _UNSPACED:
        return re.compile(literal)
    if language == "ar":
        return re.compile(rf"(?<!\w){_ARABIC_PROCLITICS}{literal}(?!\w)")
    if language == "ru":
        return re.compile(rf"(?<!\w){_russian(folded)}(?!\w)")
    ending = "(?:['’]?s)?" if language in {"en", "de"} else ""
    return re.compile(rf"(?<!\w){literal}{ending}(?!\w)")


def _russian(phrase: str) -> str:
    """Each word of the phrase in any of its cases."""
    return r"\s+".join(_russian_word(word) for word in phrase.split())


def _russian_word(word: str) -> str:
    match = _RUSSIAN_STEM.match(word)
    if match is None or len(match[1]) < _SHORTEST_RUSSIAN_STEM:
        return re.escape(word)
    return f"{re.escape(match[1])}(?:{_RUSSIAN_ENDINGS})?"
