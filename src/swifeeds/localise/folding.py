"""Text made comparable before a date is read from it.

Letter case, accents, width, invisible marks and the script of digits carry no meaning in a date,
and publishers are careless with all of them. Han numerals and Japanese eras become plain years,
months and days here, so that the grammar knows numbers alone.
"""

from __future__ import annotations

import re
import unicodedata

_DROPPED = frozenset({"Mn", "Cf"})
_SELECTORS = frozenset({*range(0xFE00, 0xFE10), 0x034F, *range(0x180B, 0x180F)})
"""Marks that choose a picture of the sign before them."""

_HAN_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "元": 1,
}
_KIN = str.maketrans("یىکہھ", "ييكهه")
"""Letters that look alike and are one in a name, by where a keyboard was made."""

_HAN_TENS = {"十": 10, "廿": 20, "卅": 30}
_HAN_NUMBER = re.compile(r"[〇零元一二三四五六七八九十廿卅]+(?=\s*[年月日號号時时点點分秒])")
_ERAS = {
    "明治": 1867,
    "大正": 1911,
    "昭和": 1925,
    "平成": 1988,
    "令和": 2018,
    "民国": 1911,
    "民國": 1911,
}
"""The year before the first of each era: Japan's since 1868, and the Republic of China's."""

_ERA_YEAR = re.compile(rf"({'|'.join(_ERAS)})\s*((?<=[国國])\s*\d{{1,3}}|\d{{1,2}})\s*年")


def fold(text: str) -> str:
    """`text` in lower case without accents and marks, digits Latin, white space single.

    Arabic loses its hamzas and vowels with the marks, so that spellings with and without meet.
    """
    plain = text.casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain).translate(_BARED)
    return " ".join(plain.split())


def fold_date(text: str) -> str:
    """`text` as dates are read from it, and as the words of dates are kept.

    Folded, with one spelling of the letters that Persian and Egypt write in their own way, Han
    numerals before a unit in Latin digits, and the years of an era counted from ours.
    """
    plain = fold(text)
    if plain.isascii():  # nothing of what follows is, and most lines of half our languages are
        return plain
    plain = _HAN_NUMBER.sub(lambda found: str(_han_value(found[0])), plain.translate(_KIN))
    return _ERA_YEAR.sub(lambda found: f"{_ERAS[found[1]] + int(found[2])}年", plain)


class _Bared(dict[int, str | None]):
    """What becomes of a sign, by its code: nothing of a mark, the Latin one of a digit. Signs are
    looked up when they are first met.

    A mark without a combining class is no accent but a vowel (Thai, Devanagari): January and June
    differ in it alone.
    """

    def __missing__(self, code: int) -> str | None:
        sign = chr(code)
        value = unicodedata.decimal(sign, None)
        is_mark = unicodedata.category(sign) in _DROPPED
        is_vowel = (
            is_mark and unicodedata.category(sign) == "Mn" and not unicodedata.combining(sign)
        )
        kept = None if is_mark and not (is_vowel and code not in _SELECTORS) else sign
        bared = self[code] = kept if value is None else str(value)
        return bared


_BARED = _Bared()


def _han_value(signs: str) -> int:
    """`二〇〇九` is written digit by digit, `十九` by tens."""
    if not any(sign in _HAN_TENS for sign in signs):
        return int("".join(str(_HAN_DIGITS[sign]) for sign in signs))
    total = 0
    for sign in signs:
        if sign == "十":
            total = max(total, 1) * 10
        else:
            total += _HAN_TENS.get(sign) or _HAN_DIGITS[sign]
    return total
