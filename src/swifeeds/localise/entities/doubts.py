"""Names that are words, persons or other places too, and phrases that are no place at all.

A doubtful name counts only with a hint: more entities and words in the text speak for the place
than against it. An entity's country speaks as loudly as the entity, and an undoubted name of the
same place or of one in it always speaks for it. A phrase of `NO_PLACE` swallows the names inside.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """What speaks for `code` and against it: codes of entities, and words as the text has them."""

    code: str
    hints: frozenset[str] = frozenset()
    hint_words: frozenset[str] = frozenset()
    against: frozenset[str] = frozenset()
    against_words: frozenset[str] = frozenset()


def _doubt(code: str, hints: str = "", against: str = "") -> Doubt:
    speaking, opposing = frozenset(hints.split()), frozenset(against.split())
    return Doubt(
        code=code,
        hints=frozenset(filter(_is_code, speaking)) | {code},
        hint_words=frozenset(word for word in speaking if not _is_code(word)),
        against=frozenset(filter(_is_code, opposing)),
        against_words=frozenset(word for word in opposing if not _is_code(word)),
    )


def _is_code(hint: str) -> bool:
    return ":" in hint or re.fullmatch("[A-Z]{2}", hint) is not None


_CAUCASUS = (
    "RU AM AZ UA region:abkhazia region:south-ossetia region:caucasus org:osce org:nato Saakashvili"
    " Saakaschwili Saakachvili Kobakhidze Ivanishvili"
)
_THE_STATE = "city:atlanta region:florida region:texas Atlanta Savannah Kemp Abrams"
_LEVANT = "IL PS SY IQ SA EG LB city:jerusalem"

DOUBTS: Mapping[str, Mapping[str, Doubt]] = {
    "en": {
        "Georgia": _doubt(
            "GE", f"{_CAUCASUS} Caucasus Abkhaz Ossetian",
            f"{_THE_STATE} Senate runoff governor Republican Democrat Democrats county sheriff GOP",
        ),
        "Chad": _doubt("TD", "SD NG CM NE LY CF FR region:darfur region:sahel Deby Lake"),
        "Jordan": _doubt(
            "JO", f"{_LEVANT} king Abdullah Hashemite refugees Jordanian",
            "Michael NBA Bulls basketball Peterson",
        ),
        "Nice": _doubt("city:nice", "FR Riviera"),
        "Split": _doubt("city:split", "HR"),
        "Jersey": _doubt("JE", "GB GG Channel"),
        "Florence": _doubt("city:florence", "IT"),
        "Medina": _doubt("city:medina", "SA Prophet pilgrims"),
        "Gao": _doubt("city:gao", "ML"),
        "Cali": _doubt("city:cali", "CO"),
        "Sion": _doubt("city:sion", "CH"),
        "Salisbury": _doubt("city:salisbury", "GB RU novichok"),
        "Wellington": _doubt("city:wellington", "NZ AU", "Duke"),
        "Turk": _doubt("TR", "GR CY SY"),
        "Georgian": _doubt("GE", f"{_CAUCASUS} president", f"{_THE_STATE} mansion"),
    },
    "de": {
        "Sitten": _doubt("city:sion", "CH Wallis"),
        "Split": _doubt("city:split", "HR"),
        "Este": _doubt("EE", "LV LT RU FI"),
    },
    "fr": {
        "Géorgie": _doubt("GE", f"{_CAUCASUS} Caucase", f"{_THE_STATE} Sénat gouverneur"),
        "Maurice": _doubt("MU", "MG RE IN île"),
        "Dominique": _doubt("DM", "GP MQ LC Roseau île"),
        "Florence": _doubt("city:florence", "IT"),
        "Split": _doubt("city:split", "HR"),
        "Cannes": _doubt("city:cannes", "FR festival Festival film Palme"),
        "Gao": _doubt("city:gao", "ML"),
    },
    "it": {
        "Georgia": _doubt("GE", f"{_CAUCASUS} Caucaso", f"{_THE_STATE} Senato governatore"),
        "Monaco": _doubt("MC", "FR principato Alberto Montecarlo", "DE Baviera"),
        "Porto": _doubt("city:porto", "PT Champions"),
        "Colonia": _doubt("city:cologne", "DE"),
        "Nizza": _doubt("city:nice", "FR"),
        "Mali": _doubt("ML", "NE BF FR region:sahel"),
    },
    "es": {
        "Georgia": _doubt("GE", f"{_CAUCASUS} Cáucaso", f"{_THE_STATE} Senado gobernador"),
        "Colonia": _doubt("city:cologne", "DE"),
        "Granada": _doubt("GD", "TT BB JM Caribe caribeña"),
        "Belén": _doubt("city:bethlehem", "PS IL"),
        "Split": _doubt("city:split", "HR"),
        "Goma": _doubt("city:goma", "CD RW"),
        "San Martín": _doubt("MF", "FR NL GP"),
        "Guadalupe": _doubt("GP", "FR MQ"),
        "Lagos": _doubt("city:lagos", "NG"),
        "Fátima": _doubt("city:fatima", "PT santuario"),
        "Medina": _doubt("city:medina", "SA"),
        "Florencia": _doubt("city:florence", "IT"),
        "Concepción": _doubt("city:concepcion", "CL"),
    },
    "pt": {
        "Geórgia": _doubt("GE", f"{_CAUCASUS} Cáucaso", f"{_THE_STATE} Senado governador"),
        "Maurício": _doubt("MU", "MG IN"),
        "Fátima": _doubt("city:fatima", "PT santuário peregrinos"),
        "Nice": _doubt("city:nice", "FR"),
        "Split": _doubt("city:split", "HR"),
        "Colônia": _doubt("city:cologne", "DE"),
        "Colónia": _doubt("city:cologne", "DE"),
        "Medina": _doubt("city:medina", "SA"),
    },
    "ar": {
        "جورجيا": _doubt("GE", f"{_CAUCASUS} ساكاشفيلي", f"{_THE_STATE} ولاية الشيوخ"),
        "مالي": _doubt("ML", "NE BF DZ FR city:timbuktu region:sahel انقلاب"),
        "عمان": _doubt("OM", "AE YE IR مسقط سلطنة السلطان السلطنة", "JO الأردن الأردنية"),
        "تدمر": _doubt("city:palmyra", "SY"),
        "حمص": _doubt("city:homs", "SY"),
        "جنين": _doubt("city:jenin", "PS IL مخيم"),
        "بون": _doubt("city:bonn", "DE"),
        "ليل": _doubt("city:lille", "FR"),
        "نيس": _doubt("city:nice", "FR"),
        "بنين": _doubt("BJ", "NG TG NE GH"),
        "تركي": _doubt("TR", "SY GR IQ RU", "الفيصل آل"),
        "الأقصر": _doubt("city:luxor", "EG معبد أثرية"),
        "سيون": _doubt("city:sion", "CH"),
        "كولونيا": _doubt("city:cologne", "DE"),
        "الرقة": _doubt("city:raqqa", "SY داعش"),
    },
    "ja": {
        "ジョージア": _doubt("GE", f"{_CAUCASUS} 大統領 首都", f"{_THE_STATE} 州 上院 コーヒー"),
    },
    "zh": {
        "喬治亞": _doubt("GE", _CAUCASUS, f"{_THE_STATE} 州"),
        "乔治亚": _doubt("GE", _CAUCASUS, f"{_THE_STATE} 州"),
        "金边": _doubt("city:phnom-penh", "KH 洪森"),
    },
    "ru": {
        "Того": _doubt("TG", "GH BJ NG CI"),
        "Гори": _doubt("city:gori", "RU region:south-ossetia"),
        "Поти": _doubt("city:poti", "RU region:abkhazia"),
        "Порту": _doubt("city:porto", "PT"),
        "Кале": _doubt("city:calais", "FR GB"),
        "Грозный": _doubt("city:grozny", "region:chechnya RU Кадыров Кадырова"),
    },
}  # fmt: skip

_EVERYWHERE = "New York Times, Washington Post, Paris Hilton, George Washington, Denzel Washington"

NO_PLACE: Mapping[str, tuple[str, ...]] = {
    "en": tuple(
        f"""{_EVERYWHERE}, New Jersey, New England, New Mexico, New Georgia, South Georgia, North
        Georgia, Georgia Tech, Georgia State, Georgia Senate, Georgian Bay, Georgian architecture,
        Georgian house, guinea pig, guinea pigs, Michael Jordan, Air Jordan, Geneva Convention,
        Geneva Conventions, Vienna Convention, Paris Agreement, Indian Ocean, Native American,
        Native Americans, African American, African Americans, South American, North American,
        Latin American, Central American, South Americans, Latin Americans, French fries, Swiss
        cheese, Dutch oven, Danish pastry, Turkish delight, Wall Street Journal, Panama hat,
        Duke of Wellington, Brazil nuts, Boston Dynamics, Indian summer""".replace("\n", " ").split(", ")
    ),
    "de": (
        "New York Times", "Washington Post", "Deutsche Bank", "Deutsche Bahn", "Deutsche Post", "Deutschen Bank", "Deutschen Bahn", "Deutschen Post",
        "Genfer Konvention", "Genfer Konventionen", "Indischer Ozean", "Indischen Ozean",
        "Deutsche Welle", "Deutsche Telekom",
    ),
    "fr": (
        "New York Times", "Washington Post", "accord de Paris", "océan Indien", "Paris Hilton",
        "Convention de Genève", "Conventions de Genève", "cochon d'Inde", "Amérique du Sud",
        "Saint-Maurice", "sud-américain", "latino-américain",
    ),
    "it": (
        "New York Times", "Washington Post", "Convenzione di Ginevra", "oceano Indiano",
        "Accordo di Parigi", "porcellino d'India", "ceci",
    ),
    "es": (
        "New York Times", "Washington Post", "Convención de Ginebra", "Acuerdo de París",
        "conejillo de Indias", "Nuevo México", "tinta china", "Santiago de Compostela",
    ),
    "pt": (
        "New York Times", "Washington Post", "Convenção de Genebra", "Acordo de Paris",
        "porquinho-da-índia", "Novo México", "sul-americano", "latino-americano",
    ),
    "ar": (
        "أمريكا اللاتينية", "أميركا اللاتينية", "أمريكا الجنوبية", "أميركا الجنوبية",
        "أمريكا الوسطى", "أميركا الوسطى", "أمريكا الشمالية", "واشنطن بوست", "نيويورك تايمز",
        "المحيط الهندي", "اتفاقية جنيف", "اتفاقيات جنيف", "فروسية", "الفروسية",
    ),
    "ja": (
        "南アメリカ", "北アメリカ", "中央アメリカ", "発展途上国", "中国地方", "中国電力", "中国新聞",
        "中国自動車道", "ジョージア州", "インド洋", "ジュネーブ条約", "パリ協定", "ニューヨーク・タイムズ",
        "ワシントン・ポスト", "京都議定書",
    ),
    "zh": (
        "发展中国家", "發展中國家", "今日本", "近日本", "昨日本", "马里兰", "马里奥", "阿曼达",
        "印度洋", "日内瓦公约", "日內瓦公約", "巴黎协定", "纽约时报", "紐約時報", "华盛顿邮报",
        "乔治亚州", "佐治亚州", "喬治亞州", "南乔治亚", "法国梧桐", "德州扑克", "其中国", "集中国",
        "几内亚湾",
    ),
    "ru": (
        "Иван Грозный", "Антон Чехов", "Индийский океан", "Женевская конвенция", "Парижское соглашение",
    ),
}  # fmt: skip
"""Longest match wins, so that a name inside one of these is not found."""

PAIRS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "ja": {
        "米露": ("US", "RU"), "米ロ": ("US", "RU"), "日米": ("JP", "US"), "日中": ("JP", "CN"),
        "日韓": ("JP", "KR"), "米中": ("US", "CN"), "中ロ": ("CN", "RU"), "日ロ": ("JP", "RU"),
        "米朝": ("US", "KP"), "英仏": ("GB", "FR"), "独仏": ("DE", "FR"), "米韓": ("US", "KR"),
    },
    "zh": {
        "美俄": ("US", "RU"), "俄乌": ("RU", "UA"), "俄格": ("RU", "GE"), "美伊": ("US", "IR"),
        "巴以": ("PS", "IL"), "以巴": ("IL", "PS"), "朝韩": ("KP", "KR"), "美朝": ("US", "KP"),
        "中美关系": ("CN", "US"), "中美两国": ("CN", "US"), "中俄关系": ("CN", "RU"),
        "中日关系": ("CN", "JP"), "中印边境": ("CN", "IN"),
    },
}  # fmt: skip
"""Two countries in one word, a character each."""
