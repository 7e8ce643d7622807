"""Which of the ten languages a text is written in: by its script, then by its commonest words.

Made for a headline and its lead where a page declares no language. A wrong label sends an
article into the wrong feed, so anything short of plain evidence is None.
"""

from __future__ import annotations

import re
import string
import unicodedata
from collections import Counter
from functools import lru_cache
from itertools import repeat
from operator import itemgetter

_MOST_TEXT = 4000
"""Characters that are looked at; more would not change the answer."""

_SCRIPTS = {
    "kana": ("k", re.compile(r"[\u3041-\u309f\u30a0-\u30ff]")),
    "han": ("h", re.compile(r"[\u4e00-\u9fff]")),
    "arabic": ("a", re.compile(r"[\u0621-\u064a]")),
    "cyrillic": ("c", re.compile(r"[\u0400-\u04ff]")),
    "latin": ("l", re.compile(r"[a-z\u00df-\u024f]")),
    "hangul": ("g", re.compile(r"[\uac00-\ud7a3]")),
}
"""For each script a sign, and its letters."""

_SHARED = "khacl"
"""The signs of scripts that write several languages."""

_KNOWN_LETTERS = 20_000


class _Signs(dict[int, str]):
    """The sign of each letter's script, found out once."""

    def __missing__(self, code: int) -> str:
        found = (sign for sign, letters in _SCRIPTS.values() if letters.match(chr(code)))
        sign = next(found, " ")
        if len(self) < _KNOWN_LETTERS:
            self[code] = sign
        return sign


_SIGNS = _Signs()
_NOT_ARABIC = re.compile(r"[پچژگکیھہےں]")
"""Letters of Persian, Urdu and their kin, which share the script."""

_NOT_RUSSIAN = re.compile(r"[іїєґўјљњћђџқғңөүұәӯҳҷ]")
_NOT_OF_THE_SIX = re.compile(r"[ășşțţåøæőűčćđěřšžýůżźłńśąęığ]")
_MANY_STRANGERS = 60
"""One foreign letter in so many: more than a name or two brings along."""

_RUSSIAN_LETTERS = re.compile(r"[ыэё]")
_RUSSIAN_WORDS = frozenset(
    {"что", "для", "из", "его", "как", "или", "был", "была", "было", "ее", "их", "также"}
)
"""Neither in Bulgarian nor in Macedonian, which share most of the alphabet."""

_LEAST_KANA = 20
"""Han signs to one kana in the densest Japanese; a Chinese text may quote a kana or two."""

_CHINESE_WORDS = re.compile(r"[的了是在和与與这這们們为為对對将將从從说說不]")

_FUNCTION_WORDS = {
    "en": "the of and to in that is was for on with as at by from has have been after their it its "
    "are were be this which not but or an will would they he she his her said more than",
    "de": "der die das und den von zu mit sich des auf für ist im dem nicht ein eine als auch nach "
    "zum zur bei am einer einen war sind wird werden hat haben über aus dass sie er wie um seit",
    "fr": "le la les de des et du en une un est pour dans que qui sur au aux par avec plus pas "
    "après se sont à ce cette ont été il elle ses son sa leur depuis entre mais ne",
    "it": "il di che la e del della per un una è con non si sono da nel alla dei gli più anche le "
    "lo i al dal dalla nella delle degli ha hanno come stato questo tra fra ma",
    "es": "el la de que y en los del las por con un una para se su al es más fue como entre lo han "
    "ha desde sus no este esta pero también sobre sin son",
    "pt": "o a de que e do da em os no na um uma para com não por dos das ao é mais foi como as se "
    "pela pelo são à nos nas seu sua também mas entre foram",
}
_MOST_BITS = 16
_PLACES = {language: place * _MOST_BITS for place, language in enumerate(_FUNCTION_WORDS)}
_WORDS: dict[str, int] = {}
"""Each word as a number in which every language that has it counts one, at a place of its own: so
all six are counted in one sum."""

for _language, _words in _FUNCTION_WORDS.items():
    for _word in set(_words.split()):
        _WORDS[_word] = _WORDS.get(_word, 0) + (1 << _PLACES[_language])

_ONE_COUNT = (1 << _MOST_BITS) - 1
_ASCII_LETTERS = string.ascii_letters.encode()
_ASCII_WORD = re.compile("[a-z]+")
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH_WORDS = 3
_LEAST_SHARE = 0.1
"""Of all words: in each of the six a quarter is such, in their neighbours some are by chance."""

_CLEAR_LEAD = 1.3


def detect_language(text: str) -> str | None:
    """One of the ten languages, or None when the text does not plainly say."""
    sample = unicodedata.normalize("NFKC", text[:_MOST_TEXT]).lower()
    if language_of_script(text):
        return None
    return _of_the_six(sample) if _is_plainly_latin(sample) else _by_script(sample)


def _by_script(sample: str) -> str | None:
    written = sample.translate(_SIGNS)
    counts = {name: written.count(sign) for name, (sign, _) in _SCRIPTS.items()}
    # A kana or Han sign says about as much as two letters of an alphabet.
    weights = counts | {name: 2 * counts[name] for name in ("kana", "han", "hangul")}
    match max(weights, key=lambda name: weights[name]) if any(weights.values()) else None:
        case "kana" | "han":
            return _east_asian(sample, counts)
        case "arabic":
            return None if _NOT_ARABIC.search(sample) else "ar"
        case "cyrillic":
            return _cyrillic(sample, counts)
        case "latin":
            return _latin(sample, counts)
        case _:
            return None


_OWN_SCRIPTS = {
    "ARMENIAN": "hy", "BENGALI": "bn", "DEVANAGARI": "hi", "ETHIOPIC": "am", "GEORGIAN": "ka",
    "GREEK": "el", "GUJARATI": "gu", "GURMUKHI": "pa", "HANGUL": "ko", "HEBREW": "he",
    "KANNADA": "kn", "KHMER": "km", "LAO": "lo", "MALAYALAM": "ml", "MYANMAR": "my",
    "SINHALA": "si", "TAMIL": "ta", "TELUGU": "te", "THAI": "th",
}  # fmt: skip
"""Scripts that nearly always write one language, by their name in Unicode."""

_MOSTLY = 0.4
_EVERY = 4
"""One letter in so many is looked at: their share is what counts."""


def language_of_script(text: str) -> str | None:
    """The language whose own script most letters are of (`th`, `ka`, `ko` …), else None.

    For the languages beside the ten: their script alone tells them, as BCP 47 primary subtag.
    """
    sample = text[:_MOST_TEXT:_EVERY]
    if sample.isascii() or _is_of_shared_scripts(sample):
        return None
    letters = [letter for letter in sample if letter.isalpha()]
    scripts = Counter(map(_script_named, letters))
    script, most = next(iter(scripts.most_common(1)), ("", 0))
    return _OWN_SCRIPTS.get(script) if most > _MOSTLY * len(letters) else None


def _is_of_shared_scripts(sample: str) -> bool:
    """True where what is left cannot be more than two fifths of all letters: looked at first,
    because counting letters by a table is quick."""
    if len(sample) - len(_ascii(sample)) < _MOSTLY * _ascii_letters(sample):
        return True
    signs = sample.lower().translate(_SIGNS)
    known = sum(map(signs.count, _SHARED))
    return len(sample) - known < _MOSTLY * len(sample)


def _is_plainly_latin(sample: str) -> bool:
    """True where two letters in three and more are unaccented, and no other one is foreign."""
    if sample.isascii():
        return True
    others = len(sample) - len(_ascii(sample))
    return 2 * others < _ascii_letters(sample) and not _NOT_OF_THE_SIX.search(sample)


def _ascii(sample: str) -> bytes:
    return sample.encode("ascii", "ignore")


def _ascii_letters(sample: str) -> int:
    plain = _ascii(sample)
    return len(plain) - len(plain.translate(None, _ASCII_LETTERS))


@lru_cache(maxsize=_KNOWN_LETTERS)
def _script_named(letter: str) -> str:
    return unicodedata.name(letter, "?").partition(" ")[0]


def _east_asian(sample: str, counts: dict[str, int]) -> str | None:
    """Japanese always shows kana; Han signs without a Chinese particle may be either."""
    if counts["kana"] * _LEAST_KANA >= counts["han"]:
        return "ja"
    return "zh" if _CHINESE_WORDS.search(sample) else None


def _cyrillic(sample: str, counts: dict[str, int]) -> str | None:
    if len(_NOT_RUSSIAN.findall(sample)) * _MANY_STRANGERS > counts["cyrillic"]:
        return None
    if _RUSSIAN_LETTERS.search(sample):
        return "ru"
    return None if _RUSSIAN_WORDS.isdisjoint(re.findall(r"\w+", sample)) else "ru"


def _latin(sample: str, counts: dict[str, int]) -> str | None:
    is_other = len(_NOT_OF_THE_SIX.findall(sample)) * _MANY_STRANGERS > counts["latin"]
    return None if is_other else _of_the_six(sample)


def _of_the_six(sample: str) -> str | None:
    words = (_ASCII_WORD if sample.isascii() else _WORD).findall(sample)
    counted = sum(map(_WORDS.get, words, repeat(0)))
    scores = [(counted >> place & _ONE_COUNT, language) for language, place in _PLACES.items()]
    (most, best), (next_most, _) = sorted(scores, key=itemgetter(0), reverse=True)[:2]
    enough = max(_ENOUGH_WORDS, _LEAST_SHARE * len(words))
    return best if most >= enough and most >= _CLEAR_LEAD * next_most else None
