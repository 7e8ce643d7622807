"""Names of territories that newspapers write and CLDR does not: short, older or rival ones.

By ISO 3166-1 code and language. Only names that mean the territory wherever they stand: no bare
"US", no single Han sign.
"""

from __future__ import annotations

from collections.abc import Mapping

PRESS_NAMES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "AE": {
        "en": ("UAE", "Emirates"), "de": ("Emirate", "VAE"), "fr": ("Émirats",),
        "it": ("Emirati",), "es": ("Emiratos",), "pt": ("Emirados",), "ja": ("UAE",),
        "ar": ("الإمارات",), "zh": ("阿联酋", "阿聯酋"), "ru": ("Эмираты",),
    },
    "AU": {"ja": ("豪州",), "zh": ("澳洲",)},
    "BA": {
        "en": ("Bosnia",), "de": ("Bosnien",), "fr": ("Bosnie",), "it": ("Bosnia",),
        "es": ("Bosnia",), "pt": ("Bósnia",), "ja": ("ボスニア",), "ar": ("البوسنة",),
        "zh": ("波黑", "波士尼亞"), "ru": ("Босния",),
    },
    "BY": {
        "en": ("Belarussia", "Byelorussia"), "de": ("Weißrussland", "Weissrussland"),
        "fr": ("Bélarus",), "it": ("Belarus",), "es": ("Belarús",), "pt": ("Belarus",),
        "ja": ("白ロシア",), "ar": ("بيلاروسيا", "روسيا البيضاء"), "ru": ("Белоруссия",),
    },
    "CD": {
        "en": ("DR Congo", "DRC", "Zaire"), "de": ("DR Kongo", "Zaire"),
        "fr": ("RD Congo", "RDC", "Zaïre"), "it": ("RD Congo", "Zaire"),
        "es": ("RD Congo", "Zaire"), "pt": ("RD Congo", "RD do Congo", "Zaire"),
        "ja": ("コンゴ民主共和国", "ザイール"), "ar": ("الكونغو الديمقراطية", "زائير"),
        "zh": ("刚果民主共和国", "扎伊尔"), "ru": ("ДР Конго", "Заир"),
    },
    "CI": {
        "en": ("Ivory Coast",), "de": ("Elfenbeinküste",), "es": ("Costa de Marfil",),
        "ja": ("象牙海岸",), "ar": ("كوت ديفوار",), "zh": ("象牙海岸",),
        "ru": ("Берег Слоновой Кости",),
    },
    "CN": {"ja": ("中華人民共和国",), "ru": ("КНР",)},
    "CZ": {
        "en": ("Czech Republic",), "de": ("Tschechische Republik",), "fr": ("République tchèque",),
        "it": ("Repubblica Ceca",), "es": ("República Checa",),
        "pt": ("República Tcheca", "República Checa"), "ja": ("チェコ共和国",),
        "ar": ("جمهورية التشيك",),
    },
    "DE": {
        "en": ("West Germany", "East Germany"), "de": ("Bundesrepublik", "DDR"),
        "fr": ("RFA", "RDA"),
        "it": ("Repubblica federale tedesca",), "ru": ("ФРГ", "ГДР"), "zh": ("联邦德国",),
    },
    "GB": {
        "en": ("UK", "Britain", "Great Britain"), "de": ("Großbritannien", "Grossbritannien"),
        "fr": ("Grande-Bretagne",), "it": ("Gran Bretagna",), "es": ("Gran Bretaña",),
        "pt": ("Grã-Bretanha",), "ja": ("英国",), "ar": ("بريطانيا",),
        "ru": ("Британия", "Соединенное Королевство", "Соединённое Королевство"),
    },
    "GE": {"ja": ("グルジア",), "zh": ("格魯吉亞",)},
    "HK": {
        "en": ("Hong Kong",), "de": ("Hongkong",), "fr": ("Hong Kong",), "it": ("Hong Kong",),
        "es": ("Hong Kong",), "pt": ("Hong Kong",), "ja": ("香港",), "ar": ("هونغ كونغ",),
        "zh": ("香港",), "ru": ("Гонконг",),
    },
    "IN": {"ja": ("印度",)},
    "IR": {"en": ("Persia",), "ru": ("ИРИ",)},
    "KG": {
        "en": ("Kyrgyz Republic",), "de": ("Kirgisien", "Kirgistan"),
        "fr": ("Kirghizie", "Kirghizstan"),
        "ru": ("Киргизия", "Кыргызстан"), "ja": ("キルギスタン",),
    },
    "KP": {
        "en": ("DPRK",), "fr": ("RPDC",), "ja": ("朝鮮民主主義人民共和国",),
        "zh": ("北朝鲜", "北韩", "北韓"),
        "ru": ("Северная Корея",),
    },
    "KR": {"ja": ("大韓民国",), "zh": ("南韩", "南韓"), "ru": ("Южная Корея",)},
    "LK": {"en": ("Ceylon",), "de": ("Ceylon",), "fr": ("Ceylan",), "ru": ("Цейлон",)},
    "MD": {"de": ("Moldawien",), "fr": ("Moldova",), "ja": ("モルドヴァ",), "ru": ("Молдавия",)},
    "MK": {
        "en": ("Macedonia", "FYROM"), "de": ("Mazedonien",), "fr": ("Macédoine",),
        "it": ("Macedonia",),
        "es": ("Macedonia",), "pt": ("Macedônia", "Macedónia"), "ja": ("マケドニア",),
        "ar": ("مقدونيا",), "zh": ("马其顿", "馬其頓"), "ru": ("Македония",),
    },
    "MM": {"de": ("Birma", "Burma"), "ar": ("بورما",), "ja": ("ビルマ",), "zh": ("缅甸",)},
    "NL": {
        "en": ("Holland",), "de": ("Holland",), "fr": ("Hollande",), "it": ("Olanda",),
        "es": ("Holanda",), "pt": ("Holanda",), "ru": ("Голландия",),
    },
    "PS": {
        "en": ("Palestine", "West Bank", "Gaza Strip"),
        "de": ("Palästina", "Westjordanland", "Gazastreifen"),
        "fr": ("Palestine", "Cisjordanie", "bande de Gaza"),
        "it": ("Palestina", "Cisgiordania", "Striscia di Gaza"),
        "es": ("Palestina", "Cisjordania", "Franja de Gaza"),
        "pt": ("Palestina", "Cisjordânia", "Faixa de Gaza"),
        "ja": ("パレスチナ", "ヨルダン川西岸", "ガザ地区"),
        "ar": ("فلسطين", "الضفة الغربية", "قطاع غزة"),
        "zh": ("巴勒斯坦", "约旦河西岸", "加沙地带"), "ru": ("Палестина", "сектор Газа"),
    },
    "RU": {
        "en": ("Russian Federation", "Soviet Union", "USSR"), "de": ("Sowjetunion", "UdSSR"),
        "fr": ("Fédération de Russie", "Union soviétique", "URSS"),
        "it": ("Federazione Russa", "Unione Sovietica", "URSS"),
        "es": ("Federación Rusa", "Unión Soviética", "URSS"),
        "pt": ("Federação Russa", "União Soviética", "URSS"), "ja": ("ソ連", "ソビエト連邦"),
        "ar": ("روسيا الاتحادية", "الاتحاد السوفيتي", "الاتحاد السوفياتي"), "zh": ("苏联", "蘇聯"),
        "ru": ("Российская Федерация", "РФ", "Советский Союз", "СССР"),
    },
    "SA": {
        "en": ("Saudi",), "fr": ("Arabie Saoudite",), "ja": ("サウジ",), "ar": ("السعودية",),
        "zh": ("沙特", "沙烏地阿拉伯"), "ru": ("Саудовская Аравия",),
    },
    "SZ": {
        "en": ("Swaziland",), "de": ("Swasiland",), "fr": ("Swaziland",), "it": ("Swaziland",),
        "es": ("Suazilandia",), "pt": ("Suazilândia",), "ja": ("スワジランド",),
        "ru": ("Свазиленд",),
    },
    "TH": {"en": ("Siam",)},
    "TR": {
        "en": ("Turkey", "Türkiye"), "de": ("Türkei",), "fr": ("Turquie",), "ja": ("トルコ",),
    },
    "TW": {"zh": ("中华民国", "中華民國", "臺灣"), "ja": ("中華民国",)},
    "US": {
        "en": ("USA", "U.S.", "United States of America"), "de": ("USA",), "fr": ("USA",),
        "it": ("USA", "Usa"), "es": ("EE. UU.", "EE.UU.", "EEUU"), "pt": ("EUA",),
        "ja": ("米国", "アメリカ"), "ar": ("أمريكا", "أميركا"), "zh": ("美利坚合众国",),
        "ru": ("США", "Соединённые Штаты"),
    },
    "VA": {
        "en": ("Vatican", "Holy See"), "de": ("Vatikan", "Heiliger Stuhl"),
        "fr": ("Vatican", "Saint-Siège"),
        "it": ("Vaticano", "Santa Sede"), "es": ("Vaticano", "Santa Sede"),
        "pt": ("Vaticano", "Santa Sé"), "ja": ("バチカン",), "ar": ("الفاتيكان",),
        "zh": ("梵蒂冈", "梵蒂岡"), "ru": ("Ватикан", "Святой Престол"),
    },
    "ZW": {"en": ("Rhodesia",), "de": ("Simbabwe", "Rhodesien")},
}  # fmt: skip
