"""How long a text takes to read: by words where a script has spaces, by characters where it has
none.

The figures are those of the International Reading Speed Texts: Trauzettel-Klosinski and Dietz,
"Standardized Assessment of Reading Performance: The New International Reading Speed Texts IReST",
Investigative Ophthalmology & Visual Science 53 (2012), 5452-5461. The same ten texts were read in
17 languages, so one article takes about as long in each of them. (They were read aloud; the 228
words of English are within 5 % of the 238 that Brysbaert's review of 190 studies, Journal of Memory
and Language 109 (2019), finds for silent reading of what is no fiction.)
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from swifeeds.localise.negotiation import primary_subtag

_WORDS_PER_MINUTE: Mapping[str, int] = {
    "ar": 138, "de": 179, "en": 228, "es": 218, "fi": 161, "fr": 195, "he": 187, "it": 188,
    "ja": 193, "nl": 202, "pl": 166, "pt": 181, "ru": 184, "sl": 180, "sv": 199, "tr": 166,
    "zh": 158,
}  # fmt: skip
_OTHER_WORDS_PER_MINUTE = 184
"""The mean of the study's 17 languages."""

_HAN_PER_MINUTE = 255
_JAPANESE_PER_MINUTE = 357
_LETTERS_PER_MINUTE = 882
"""68 ms for a character: the mean of the 14 languages of the study that are written with letters.
It stands in for Thai and its neighbours, which the study has not."""

_HAN = "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_LETTERS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
"""Thai, Lao, Burmese and Khmer: letters and their marks, no space between words."""

_UNSPACED = re.compile(f"[{_HAN}{_LETTERS}]")
_HAN_RUN = re.compile(f"[{_HAN}]+")
_LETTER_RUN = re.compile(f"[{_LETTERS}]+")
_WORD = re.compile(r"\w\S*")
_NO_WORDS = frozenset("-–—―−…·•:;?!/|+=*&%«»‹›“”„\"'()[]")
"""Signs that stand between spaces, French punctuation above all."""


def reading_minutes(text: str, language: str) -> int | None:
    """Whole minutes, at least one; None where there is nothing to read.

    Args:
        text: plain, without markup.
        language: BCP 47 tag of the text. A passage in a script without spaces is counted by its
            characters, whatever the tag says.
    """
    if not _WORD.search(text):
        return None
    primary = primary_subtag(language)
    by_words = _WORDS_PER_MINUTE.get(primary, _OTHER_WORDS_PER_MINUTE)
    if text.isascii() or not _UNSPACED.search(text):
        words = text.split()
        if not _NO_WORDS.isdisjoint(words):
            words = [word for word in words if word not in _NO_WORDS]
        return max(1, round(len(words) / by_words))
    text, han = _take(_HAN_RUN, text)
    text, letters = _take(_LETTER_RUN, text)
    by_signs = _JAPANESE_PER_MINUTE if primary == "ja" else _HAN_PER_MINUTE
    spaced = len(_WORD.findall(text))
    return max(1, round(spaced / by_words + han / by_signs + letters / _LETTERS_PER_MINUTE))


def _take(runs: re.Pattern[str], text: str) -> tuple[str, int]:
    """The text with a space for each run, and how many characters the runs had."""
    rest, found = runs.subn(" ", text)
    return rest, len(text) - len(rest) + found
