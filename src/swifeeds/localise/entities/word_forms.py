"""The forms in which a language writes a name, made when the lexicon is built.

A text is then only looked up, word by word. Known nouns can be declined exactly, which finds
"Женеве" for "Женева" and still not "Баки" for "Баку", as cutting endings off would.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from itertools import product

from swifeeds.localise.folding import fold

_WORD = re.compile(r"\w+")
_ARABIC_MARKS = re.compile("[\u0640\u064b-\u065f\u0670]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_PROCLITICS = re.compile("([وف]?)(لل|[بكل]?)(.{3,})", re.DOTALL)

_RUSSIAN_NAMES: tuple[tuple[str, str], ...] = (
    ("ия", "ия ии ию ией"), ("ая", "ая ой ую ою"), ("яя", "яя ей юю"), ("ое", "ое ого ому ым ом"),
    ("ые", "ые ых ым ыми"), ("ие", "ие их им ими"), ("ый", "ый ого ому ым ом"),
    ("ий", "ий ого ому им ем ом"), ("ово", "ово ова ову овом ове"), ("ево", "ево ева еву евом еве"),
    ("а", "а ы и е у ой ей"), ("я", "я и е ю ей"), ("ь", "ь и ью я ю ем е"),
    ("ы", "ы ов ам ами ах"), ("й", "й я ю ем е"), ("", "_ а у ом ем е"),
)  # fmt: skip
_RUSSIAN_PEOPLE: tuple[tuple[str, str], ...] = (
    ("кий", "кий кого кому ким ком кая кой кую кое кие ких кими"),
    ("ец", "ец ца цу цем це цы цев цам цами цах"), ("не", "не н нам нами нах"),
    ("й", "й я ю ем е и ев ям ями ях"), ("", "_ а у ом ем е ы и ов ам ами ах"),
)  # fmt: skip
"""Nouns and adjectives by their ends, the first that fits; `_` stands for no ending."""

_RUSSIAN_FIXED = "оеуюиэ"


def word_key(word: str) -> str:
    """A word as it is compared: folded. The one form for names and texts."""
    return word.lower() if word.isascii() else _folded(word)


@lru_cache(maxsize=65536)
def _folded(word: str) -> str:
    return fold(word)


def readable(text: str) -> str:
    """`text` without vowel marks and invisible signs, which cut words in two."""
    return text if text.isascii() else _INVISIBLE.sub("", _ARABIC_MARKS.sub("", text))


def without_proclitics(key: str) -> tuple[str, ...]:
    """An Arabic word as it is, then without what is glued to its front."""
    found = _PROCLITICS.fullmatch(key)
    if found is None or not (found[1] or found[2]):
        return (key,)
    article = "ال" if found[2] == "لل" else ""
    bare = (article + found[3],) if found[2] else ()
    return (key, *((found[2] + found[3],) if found[1] else ()), *bare)


def name_forms(name: str, language: str) -> set[str]:
    """The keys of a name's forms: folded words with single spaces between.

    Args:
        name: in the nominative.
        language: primary subtag of a language that parts its words.
    """
    decline = _NAMES.get(language, _unchanged)
    return _joined(name, decline)


def demonym_forms(base: str, language: str) -> set[str]:
    """The keys of the forms of an adjective or the name of a people; `_` stands for a blank.

    Empty in a language that has no such words.
    """
    decline = _DEMONYMS.get(language)
    return _joined(base.replace("_", " "), decline) if decline else set()


def _joined(phrase: str, decline: Callable[[str], set[str]]) -> set[str]:
    words = [decline(word) for word in _WORD.findall(readable(phrase))]
    return {" ".join(forms) for forms in product(*words)}


def _unchanged(word: str) -> set[str]:
    return {word_key(word)}


def _german(word: str) -> set[str]:
    key = word_key(word)
    return {key} if key.endswith("s") or len(key) < 4 else {key, f"{key}s"}  # noqa: PLR2004


def _russian(word: str) -> set[str]:
    if (
        word.isupper()
        or word.endswith(_FOREIGN)
        or (word[-1] in _RUSSIAN_FIXED and word[-2:] not in _DECLINED)
    ):
        return {word_key(word)}
    return _russian_forms(word, _RUSSIAN_NAMES)


def _russian_demonym(word: str) -> set[str]:
    return _russian_forms(word, _RUSSIAN_PEOPLE)


def _russian_forms(word: str, table: tuple[tuple[str, str], ...]) -> set[str]:
    lower = word.lower()
    ends = (row for row in table if lower.endswith(row[0]) and len(lower) > len(row[0]) + 1)
    ending, endings = next(ends, ("", "_"))
    stem = lower.removesuffix(ending)
    return {word_key(stem + one.strip("_")) for one in endings.split()}


_FOREIGN = ("оа", "уа")
_DECLINED = frozenset({"ое", "ые", "ие", "во"})
"""Ends of adjectives, and of places such as Сараево, among those that else stay as they are."""


def _english_demonym(word: str) -> set[str]:
    return {word_key(word), word_key(word) + "s"}


def _german_demonym(word: str) -> set[str]:
    endings = "_ n s en in innen nen" if word[0].isupper() else "_ e er en em es"
    return _ended(word, endings)


def _french_demonym(word: str) -> set[str]:
    return _ended(word, "_ s e es ne nes" if word.endswith("en") else "_ s e es")


def _italian_demonym(word: str) -> set[str]:
    key = word_key(word)
    hard = {f"{key[:-1]}h{one}" for one in "ie"} if key.endswith("co") else set()
    return {key, *(key[:-1] + one for one in _ITALIAN.get(key[-1], ""))} | hard


_ITALIAN = {"o": "aie", "e": "i", "a": "ie"}


def _iberian_demonym(word: str) -> set[str]:
    key = word_key(word)
    if key.endswith("o") and word_key(word[-2:]) != "ao":
        return {key[:-1] + one for one in ("o", "a", "os", "as")}
    return _ended(word, "_ s es" if key[-1] in "aeio" else "_ a es as")


def _arabic_demonym(word: str) -> set[str]:
    bare = _ended(word, "_ ة ين ون ات ا")
    return bare | {f"ال{form}" for form in bare}


def _ended(word: str, endings: str) -> set[str]:
    return {word_key(word + ending.strip("_")) for ending in endings.split()}


_NAMES: Mapping[str, Callable[[str], set[str]]] = {"de": _german, "ru": _russian}
_DEMONYMS: Mapping[str, Callable[[str], set[str]]] = {
    "en": _english_demonym,
    "de": _german_demonym,
    "fr": _french_demonym,
    "it": _italian_demonym,
    "es": _iberian_demonym,
    "pt": _iberian_demonym,
    "ar": _arabic_demonym,
    "ru": _russian_demonym,
}
