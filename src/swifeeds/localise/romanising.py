"""Names made comparable across scripts: Cyrillic, Greek, Arabic and kana in plain Latin letters.

The aim is that a name meets itself as another language spells it (Токио, طوكيو, Tokio), so one
plain letter stands for each sound and nothing can be turned back. Han signs stay as they are: a
reading needs a dictionary, and Chinese and Japanese meet in the signs themselves.
"""

from __future__ import annotations

import re
import unicodedata

from swifeeds.localise.folding import fold


def _table(signs: str, sounds: str) -> dict[str, str]:
    """Sign by sign; a hyphen stands for a sign that is not sounded."""
    pairs = zip(signs, sounds.split(), strict=True)
    return {sign: "" if sound == "-" else sound for sign, sound in pairs}


_CYRILLIC = _table(
    "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґђјљњћџў",
    "a b v g d e zh z i i k l m n o p r s t u f h ts ch sh sch - y - e yu ya "
    "e i yi ye g dj j lj nj c dz u",
)
_GREEK = _table("αβγδεζηθικλμνξοπρσςτυφχψω", "a v g d e z i th i k l m n x o p r s s t y f ch ps o")
_ARABIC = _table(
    "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةپچژگکی",
    "a b t th j h kh d dh r z s sh s d t z a gh f q k l m n h o i a a p ch zh g k i",
)
_LATIN = {"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
_HAMZAS = {"آ": "a", "أ": "a", "إ": "i", "ؤ": "o", "ئ": "i", "ء": ""}
_LETTERS = str.maketrans(_CYRILLIC | _GREEK | _ARABIC | _LATIN | _HAMZAS)

_KANA_ROWS = (
    ("アイウエオ", "a i u e o"),
    ("カキクケコガギグゲゴ", "ka ki ku ke ko ga gi gu ge go"),
    ("サシスセソザジズゼゾ", "sa shi su se so za ji zu ze zo"),
    ("タチツテトダヂヅデド", "ta chi tsu te to da ji zu de do"),
    ("ナニヌネノ", "na ni nu ne no"),
    ("ハヒフヘホバビブベボパピプペポ", "ha hi fu he ho ba bi bu be bo pa pi pu pe po"),
    ("マミムメモヤユヨ", "ma mi mu me mo ya yu yo"),
    ("ラリルレロワヲンヴ", "ra ri ru re ro wa o n v"),
)
_KANA: dict[str, str] = {}
for _signs, _sounds in _KANA_ROWS:
    _KANA |= _table(_signs, _sounds)
_SMALL_VOWELS = _table("ァィゥェォャュョ", "a i u e o ya yu yo")
_UNSOUNDED = frozenset("ーッ")
_KANA_SIGN = re.compile(f"[{''.join({*_KANA, *_SMALL_VOWELS, *_UNSOUNDED})}]")
_HIRAGANA_TO_KATAKANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}


def romanise(text: str) -> str:
    """`text` folded (lower case, no accents, Latin digits) and in Latin letters where it can be.

    Total: what has no Latin reading here stays as it is.
    """
    if text.isascii():
        return fold(text)
    composed = unicodedata.normalize("NFKC", text).casefold().translate(_HIRAGANA_TO_KATAKANA)
    latin = fold(_kana_in_latin(composed).translate(_LETTERS))
    return latin.translate(_LETTERS)  # letters that only the folding has bared of an accent


def _kana_in_latin(text: str) -> str:
    """A small vowel replaces the one before it: フィ is "fi", シャ "sha"."""
    if not _KANA_SIGN.search(text):
        return text
    sounds: list[str] = []
    for sign in text:
        if sign in _SMALL_VOWELS and sounds:
            sounds[-1] = _glide(sounds[-1], _SMALL_VOWELS[sign])
        elif sign not in _UNSOUNDED:
            sounds.append(_KANA.get(sign, sign))
    return "".join(sounds)


def _glide(sound: str, vowel: str) -> str:
    stem = sound.rstrip("aeiou")
    return stem + (vowel[-1] if stem in {"sh", "ch", "j"} else vowel)
