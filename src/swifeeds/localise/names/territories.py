"""What a territory is called where a reader sees its name.

CLDR's names are made for forms and menus: `Hong Kong SAR China`, `Congo - Kinshasa`, `Myanmar
(Burma)`. A newspaper prints shorter ones, and those are here. `places` has all names under which a
text may speak of a territory; these are the ones that we write.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from swifeeds.localise.cldr import cldr_locale
from swifeeds.localise.names.places import spellings
from swifeeds.localise.negotiation import fallbacks, primary_subtag

_TITLES: Mapping[str, Mapping[str, str]] = {
    "AE": {"en": "UAE", "ar": "الإمارات", "zh": "阿联酋", "zh-hant": "阿聯", "zh-hk": "阿聯酋"},
    "BD": {"pt-pt": "Bangladesh"},
    "BF": {"pt": "Burkina Faso"},
    "BH": {"pt": "Bahrein"},
    "AW": {"zh-hant": "阿魯巴"},
    "BA": {"zh": "波黑", "zh-hant": "波士尼亞", "zh-hk": "波斯尼亞"},
    "BN": {"de": "Brunei"},
    "BS": {"pt-pt": "Bahamas"},
    "BY": {"ar": "بيلاروسيا", "ru": "Белоруссия"},
    "CC": {
        "en": "Cocos Islands", "ja": "ココス諸島", "zh": "科科斯群岛", "zh-hant": "科科斯群島",
    },
    "CD": {
        "en": "DR Congo", "de": "DR Kongo", "fr": "RD Congo", "it": "RD Congo", "es": "RD Congo",
        "pt": "RD Congo", "ar": "الكونغو الديمقراطية", "ru": "ДР Конго",
        "zh-hant": "剛果民主共和國",
    },
    "CF": {"ru": "ЦАР"},
    "CG": {
        "en": "Republic of Congo", "de": "Republik Kongo", "es": "República del Congo",
        "ar": "جمهورية الكونغو", "zh-hant": "剛果共和國", "ru": "Республика Конго",
    },
    "CI": {
        "en": "Ivory Coast", "de": "Elfenbeinküste", "es": "Costa de Marfil",
        "pt": "Costa do Marfim",
    },
    "CV": {"de": "Kap Verde"},
    "CZ": {
        "fr": "République tchèque", "it": "Repubblica Ceca", "es": "República Checa",
        "pt": "República Tcheca", "pt-pt": "República Checa",
    },
    "DK": {"ar": "الدنمارك"},
    "FK": {"zh": "马尔维纳斯群岛", "zh-hant": "福克蘭群島"},
    "FM": {"ru": "Микронезия"},
    "GB": {
        "de": "Großbritannien", "de-ch": "Grossbritannien", "it": "Gran Bretagna", "ja": "英国",
        "ar": "بريطانيا",
    },
    "HK": {
        "en": "Hong Kong", "de": "Hongkong", "fr": "Hong Kong", "it": "Hong Kong",
        "es": "Hong Kong", "pt": "Hong Kong", "ja": "香港", "ar": "هونغ كونغ", "zh": "香港",
    },
    "HU": {"ar": "المجر"},
    "KR": {"ru": "Южная Корея"},
    "LI": {"pt-pt": "Liechtenstein"},
    "LK": {"pt-pt": "Sri Lanka"},
    "MD": {"de": "Moldau", "ru": "Молдавия"},
    "MM": {"fr": "Birmanie"},
    "MO": {
        "en": "Macau", "de": "Macau", "fr": "Macao", "it": "Macao", "es": "Macao", "pt": "Macau",
        "ja": "マカオ", "ar": "ماكاو", "zh": "澳门", "zh-hant": "澳門",
    },
    "MQ": {"ar": "مارتينيك"},
    "MW": {"ar": "مالاوي"},
    "PS": {
        "de": "Palästinensische Gebiete", "ja": "パレスチナ", "ar": "فلسطين", "zh": "巴勒斯坦",
        "ru": "Палестина",
    },
    "SA": {"ar": "السعودية"},
    "SX": {"fr": "Sint Maarten", "ru": "Синт-Мартен"},
    "TL": {
        "en": "East Timor", "de": "Osttimor", "es": "Timor Oriental", "ar": "تيمور الشرقية",
    },
    "TR": {"en": "Turkey"},
    "US": {"de": "USA", "ja": "米国", "ru": "США"},
    "UY": {"ar": "أوروغواي"},
    "VA": {
        "en": "Vatican", "de": "Vatikan", "fr": "Vatican", "it": "Vaticano", "es": "Vaticano",
        "pt": "Vaticano", "ja": "バチカン",
    },
    "VG": {"ja": "英領バージン諸島", "ru": "Британские Виргинские острова"},
    "VI": {"ja": "米領バージン諸島", "ru": "Виргинские острова США"},
    "VN": {"fr": "Vietnam"},
    "ZA": {"ru": "ЮАР"},
}  # fmt: skip
"""By ISO 3166-1 code and lower-case tag; a tag that is not named is served by its parent."""

_ABBREVIATED = {"о-ва": "острова", "о-в": "остров", "Св.": "Святой"}
"""What CLDR's Russian names shorten for want of room: `Аландские о-ва`, `о-в Мэн`."""


@lru_cache(maxsize=4096)
def territory_title(code: str, tag: str) -> str:
    """The name of a territory, or of a part of the world, in a language.

    Args:
        code: ISO 3166-1 alpha-2, in any letter case, or UN M.49 (`150` is Europe).
        tag: BCP 47.

    Returns:
        The press's name, else CLDR's; the code where it has none.
    """
    upper = code.upper()
    pressed = _TITLES.get(upper, {})
    for one in fallbacks(tag):
        if one in pressed:
            return pressed[one]
    name, language = str(cldr_locale(tag).territories.get(upper, code)), primary_subtag(tag)
    if language == "en":
        name = name.replace(" & ", " and ")
    if language == "ru":
        name = " ".join(_ABBREVIATED.get(word, word) for word in name.split(" "))
        name = name[:1].upper() + name[1:]
    # 刚果（金） and 刚果（布） are told apart by their brackets alone.
    return name if language == "zh" else spellings(name)[0]
