"""Names that are in neither CLDR nor the lists of places: organisations, and countries of the past.

Organisations are no places, but news is made in their name. A capital here is one that every
newspaper writes ("Unione europea", but also "Unione Europea"); a bare "US" or "UN" counts only as
it is printed, in capitals among small letters.
"""

from __future__ import annotations

from collections.abc import Mapping

ORGANISATIONS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "org:un": {
        "en": ("United Nations", "UN", "U.N.", "UNO"), "de": ("Vereinte Nationen", "Vereinten Nationen", "UNO", "UN"),
        "fr": ("Nations unies", "ONU"), "it": ("Nazioni unite", "ONU", "Onu"),
        "es": ("Naciones unidas", "ONU"), "pt": ("Nações unidas", "ONU"),
        "ar": ("الأمم المتحدة",), "ja": ("国連", "国際連合"), "zh": ("联合国", "聯合國"),
        "ru": ("ООН", "Организация Объединенных Наций"),
    },
    "org:eu": {
        "en": ("European Union", "EU", "E.U."), "de": ("Europäische Union", "Europäischen Union", "Europäischer Union", "EU"),
        "fr": ("Union européenne", "UE"), "it": ("Unione europea", "UE", "Ue"),
        "es": ("Unión europea", "UE"), "pt": ("União europeia", "UE"),
        "ar": ("الاتحاد الأوروبي",), "ja": ("欧州連合", "EU", "ＥＵ"), "zh": ("欧盟", "歐盟", "欧洲联盟"),
        "ru": ("Европейский союз", "Евросоюз", "ЕС"),
    },
    "org:nato": {
        "en": ("NATO", "Nato"), "de": ("NATO", "Nato"), "fr": ("OTAN",), "it": ("NATO", "la Nato", "della Nato", "alla Nato", "dalla Nato", "nella Nato"),
        "es": ("OTAN",), "pt": ("OTAN", "Otan", "NATO"), "ar": ("حلف شمال الأطلسي", "الناتو", "حلف الناتو"),
        "ja": ("NATO", "北大西洋条約機構"), "zh": ("北约", "北約"), "ru": ("НАТО",),
    },
    "org:osce": {
        "en": ("OSCE",), "de": ("OSZE",), "fr": ("OSCE",), "it": ("OSCE", "Osce"), "es": ("OSCE",),
        "pt": ("OSCE",), "ar": ("منظمة الأمن والتعاون في أوروبا",), "ja": ("欧州安保協力機構", "OSCE"),
        "zh": ("欧安组织", "歐安組織"), "ru": ("ОБСЕ",),
    },
    "org:iaea": {
        "en": ("IAEA",), "de": ("IAEA", "IAEO"), "fr": ("AIEA",), "it": ("AIEA", "Aiea"), "es": ("OIEA",),
        "pt": ("AIEA",), "ar": ("الوكالة الدولية للطاقة الذرية",), "ja": ("IAEA", "国際原子力機関"),
        "zh": ("国际原子能机构", "國際原子能機構"), "ru": ("МАГАТЭ",),
    },
    "org:who": {
        "en": ("World Health Organization", "World Health Organisation", "WHO"), "de": ("Weltgesundheitsorganisation", "WHO"),
        "fr": ("Organisation mondiale de la santé", "OMS"), "it": ("Organizzazione mondiale della sanità", "OMS", "Oms"),
        "es": ("Organización mundial de la salud", "OMS"), "pt": ("Organização mundial da saúde", "Organização mundial de saúde", "OMS"),
        "ar": ("منظمة الصحة العالمية",), "ja": ("世界保健機関", "WHO"), "zh": ("世界卫生组织", "世卫组织"), "ru": ("Всемирная организация здравоохранения", "ВОЗ"),
    },
    "org:imf": {
        "en": ("International Monetary Fund", "IMF"), "de": ("Internationaler Währungsfonds", "Internationalen Währungsfonds", "Internationale Währungsfonds", "IWF"),
        "fr": ("Fonds monétaire international", "FMI"), "it": ("Fondo monetario internazionale", "FMI", "Fmi"),
        "es": ("Fondo monetario internacional", "FMI"), "pt": ("Fundo monetário internacional", "FMI"),
        "ar": ("صندوق النقد الدولي",), "ja": ("国際通貨基金", "IMF"), "zh": ("国际货币基金组织", "國際貨幣基金"), "ru": ("Международный валютный фонд", "МВФ"),
    },
    "org:wto": {
        "en": ("World Trade Organization", "World Trade Organisation", "WTO"), "de": ("Welthandelsorganisation", "WTO"),
        "fr": ("Organisation mondiale du commerce", "OMC"), "it": ("Organizzazione mondiale del commercio", "OMC", "Wto"),
        "es": ("Organización mundial del comercio", "OMC"), "pt": ("Organização mundial do comércio", "OMC"),
        "ar": ("منظمة التجارة العالمية",), "ja": ("世界貿易機関", "WTO"), "zh": ("世界贸易组织", "世贸组织"), "ru": ("Всемирная торговая организация", "ВТО"),
    },
    "org:icrc": {
        "en": ("ICRC", "International Committee of the Red Cross"), "de": ("IKRK",), "fr": ("CICR",), "it": ("CICR", "Cicr"), "es": ("CICR",),
        "pt": ("CICV", "CICR"), "ar": ("اللجنة الدولية للصليب الأحمر",), "ja": ("赤十字国際委員会", "ICRC"),
        "zh": ("红十字国际委员会", "紅十字國際委員會"), "ru": ("МККК",),
    },
}  # fmt: skip

SHORT_NAMES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "AE": {"en": ("U.A.E.",)},
    "GB": {"en": ("U.K.", "England"), "de": ("England",), "fr": ("Angleterre",), "it": ("Inghilterra",),
           "es": ("Inglaterra", "R. Unido"), "pt": ("Inglaterra",), "ar": ("إنجلترا", "انجلترا"),
           "ja": ("イングランド",), "zh": ("英格兰", "英格蘭"), "ru": ("Англия",)},
    "AZ": {"de": ("Aserbeidschan",)},
    "IR": {"pt": ("Irã",)},
    "OM": {"pt": ("Omã",)},
    "US": {"en": ("US", "United States"), "de": ("US",), "es": ("EE UU", "EEUU"), "ja": ("米政府", "米軍", "米大統領"),
           "zh": ("美军", "美方", "美軍"), "it": ("Usa", "Stati Uniti"), "ar": ("الولايات المتحدة",)},
    "RU": {"zh": ("俄军", "俄方", "俄国", "俄國", "俄軍", "俄羅斯"), "ja": ("露政府", "ロ政府", "ロシア")},
    "KP": {"en": ("North Korea",), "fr": ("Corée du Nord",), "ru": ("КНДР",), "zh": ("朝方",), "ar": ("كوريا الشمالية",)},
    "KR": {"fr": ("Corée du Sud",), "ar": ("كوريا الجنوبية",)},
    "MO": {"en": ("Macau", "Macao"), "de": ("Macau",), "fr": ("Macao",), "it": ("Macao",), "es": ("Macao",),
           "pt": ("Macau",), "ar": ("ماكاو",), "ja": ("マカオ",), "zh": ("澳门", "澳門"), "ru": ("Макао",)},
}  # fmt: skip
"""Short forms that mean the country only as printed: see `lexicon`."""

HISTORIC_NAMES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "BF": {"en": ("Upper Volta",), "de": ("Obervolta",), "fr": ("Haute-Volta",), "it": ("Alto Volta",), "es": ("Alto Volta",), "pt": ("Alto Volta",), "ru": ("Верхняя Вольта",)},
    "BJ": {"en": ("Dahomey",), "de": ("Dahomey",), "fr": ("Dahomey",)},
    "CD": {"zh": ("刚果（金）", "刚果(金)", "薩伊"), "fr": ("Congo-Kinshasa",), "de": ("Kongo-Kinshasa",)},
    "CZ": {"en": ("Czechoslovakia",), "de": ("Tschechoslowakei",), "fr": ("Tchécoslovaquie",), "it": ("Cecoslovacchia",), "es": ("Checoslovaquia",), "pt": ("Checoslováquia", "Tchecoslováquia"), "ar": ("تشيكوسلوفاكيا",), "ja": ("チェコスロバキア",), "zh": ("捷克斯洛伐克",), "ru": ("Чехословакия",)},
    "ET": {"en": ("Abyssinia",), "de": ("Abessinien",), "fr": ("Abyssinie",), "it": ("Abissinia",), "es": ("Abisinia",), "pt": ("Abissínia",), "ru": ("Абиссиния",)},
    "IR": {"de": ("Persien",), "fr": ("Perse",), "ja": ("ペルシャ",), "zh": ("波斯",)},
    "KH": {"en": ("Kampuchea",), "de": ("Kampuchea",), "fr": ("Kampuchéa",)},
    "KG": {"en": ("Kirghizia",), "fr": ("Kirghizistan",)},
    "LK": {"it": ("Ceylon",), "es": ("Ceilán",), "pt": ("Ceilão",), "ja": ("セイロン",), "zh": ("锡兰",), "ar": ("سيلان",)},
    "MM": {"en": ("Burma",), "fr": ("Birmanie",), "it": ("Birmania",), "es": ("Birmania",), "pt": ("Birmânia",), "ru": ("Бирма",), "ar": ("ميانمار",)},
    "RS": {"en": ("Yugoslavia",), "de": ("Jugoslawien",), "fr": ("Yougoslavie",), "it": ("Jugoslavia",), "es": ("Yugoslavia",), "pt": ("Iugoslávia", "Jugoslávia"), "ar": ("يوغوسلافيا",), "ja": ("ユーゴスラビア",), "zh": ("南斯拉夫",), "ru": ("Югославия",)},
    "SZ": {"de": ("Eswatini",), "zh": ("斯威士兰", "史瓦濟蘭"), "ar": ("سوازيلاند",), "ja": ("エスワティニ",)},
    "TH": {"de": ("Siam",), "fr": ("Siam",), "ru": ("Сиам",)},
    "TL": {"en": ("East Timor",), "de": ("Osttimor",), "fr": ("Timor oriental",), "it": ("Timor Est",), "es": ("Timor Oriental",), "pt": ("Timor Leste", "Timor-Leste"), "ru": ("Восточный Тимор",), "ar": ("تيمور الشرقية",), "zh": ("东帝汶",), "ja": ("東ティモール",)},
    "ZW": {"fr": ("Rhodésie",), "it": ("Rhodesia",), "es": ("Rodesia",), "pt": ("Rodésia",), "ru": ("Родезия",), "ja": ("ローデシア",), "zh": ("罗得西亚",), "ar": ("روديسيا",)},
}  # fmt: skip
"""What states were called by the newspapers of their time, filed under who came after them."""
