"""Cities whose names CLDR has, because a time zone is called after them; and what it lacks.

Only cities that news names. CLDR leaves out a name that is spelled as in the zone's own id.
"""

from __future__ import annotations

from collections.abc import Mapping

ZONES = tuple(
    """
    Africa/Abidjan Africa/Accra Africa/Addis_Ababa Africa/Algiers Africa/Asmera Africa/Bamako
    Africa/Bangui Africa/Banjul Africa/Brazzaville Africa/Bujumbura Africa/Cairo Africa/Casablanca
    Africa/Ceuta Africa/Conakry Africa/Dakar Africa/Dar_es_Salaam Africa/Douala Africa/Freetown
    Africa/Gaborone Africa/Harare Africa/Johannesburg Africa/Juba Africa/Kampala Africa/Khartoum
    Africa/Kigali Africa/Kinshasa Africa/Lagos Africa/Libreville Africa/Lome Africa/Luanda
    Africa/Lubumbashi Africa/Lusaka Africa/Malabo Africa/Maputo Africa/Maseru Africa/Mbabane
    Africa/Mogadishu Africa/Monrovia Africa/Nairobi Africa/Ndjamena Africa/Niamey Africa/Nouakchott
    Africa/Ouagadougou Africa/Porto-Novo Africa/Tripoli Africa/Tunis Africa/Windhoek
    America/Anchorage America/Asuncion America/Bogota America/Buenos_Aires America/Cancun
    America/Caracas America/Chicago America/Ciudad_Juarez America/Denver America/Detroit
    America/Guayaquil America/Havana America/La_Paz America/Lima America/Los_Angeles
    America/Managua America/Manaus America/Mexico_City America/Montevideo America/Nassau
    America/New_York America/Paramaribo America/Phoenix America/Port-au-Prince America/Recife
    America/Santiago America/Santo_Domingo America/Sao_Paulo America/Tegucigalpa America/Tijuana
    America/Toronto America/Vancouver America/Winnipeg America/Halifax
    Asia/Aden Asia/Almaty Asia/Amman Asia/Ashgabat Asia/Baghdad Asia/Baku Asia/Bangkok Asia/Beirut
    Asia/Bishkek Asia/Calcutta Asia/Colombo Asia/Damascus Asia/Dhaka Asia/Dili Asia/Dubai
    Asia/Dushanbe Asia/Gaza Asia/Hebron Asia/Irkutsk Asia/Jakarta Asia/Jerusalem Asia/Kabul
    Asia/Karachi Asia/Katmandu Asia/Krasnoyarsk Asia/Kuala_Lumpur Asia/Manila Asia/Muscat
    Asia/Nicosia Asia/Novosibirsk Asia/Omsk Asia/Phnom_Penh Asia/Pyongyang Asia/Rangoon Asia/Riyadh
    Asia/Saigon Asia/Samarkand Asia/Seoul Asia/Shanghai Asia/Taipei Asia/Tashkent Asia/Tbilisi
    Asia/Tehran Asia/Thimphu Asia/Tokyo Asia/Ulaanbaatar Asia/Urumqi Asia/Vientiane
    Asia/Vladivostok Asia/Yakutsk Asia/Yekaterinburg Asia/Yerevan Atlantic/Reykjavik
    Australia/Brisbane Australia/Melbourne Australia/Perth Australia/Sydney
    Europe/Amsterdam Europe/Athens Europe/Belgrade Europe/Berlin Europe/Bratislava Europe/Brussels
    Europe/Bucharest Europe/Budapest Europe/Chisinau Europe/Copenhagen Europe/Dublin
    Europe/Helsinki Europe/Istanbul Europe/Kaliningrad Europe/Kiev Europe/Lisbon Europe/Ljubljana
    Europe/London Europe/Madrid Europe/Minsk Europe/Moscow Europe/Oslo Europe/Paris
    Europe/Podgorica Europe/Prague Europe/Riga Europe/Rome Europe/Samara Europe/Sarajevo
    Europe/Simferopol Europe/Skopje Europe/Sofia Europe/Stockholm Europe/Tallinn Europe/Tirane
    Europe/Vaduz Europe/Vienna Europe/Vilnius Europe/Volgograd Europe/Warsaw Europe/Zagreb
    Europe/Zurich Indian/Antananarivo Pacific/Apia Pacific/Auckland Pacific/Noumea
    Pacific/Port_Moresby
    """.split()  # noqa: SIM905 - a list that grows by lines
)

ZONE_CODES: Mapping[str, str] = {
    "Africa/Asmera": "city:asmara",
    "Asia/Calcutta": "city:kolkata",
    "Asia/Katmandu": "city:kathmandu",
    "Asia/Rangoon": "city:yangon",
    "Asia/Saigon": "city:ho-chi-minh-city",
    "Europe/Kiev": "city:kyiv",
    "Europe/Tirane": "city:tirana",
}
"""Codes of cities that their zone's id calls by an older name."""

ZONE_COUNTRIES: Mapping[str, str] = {
    "Africa/Asmera": "ER",
    "America/Buenos_Aires": "AR",
    "Asia/Calcutta": "IN",
    "Asia/Katmandu": "NP",
    "Asia/Rangoon": "MM",
    "Asia/Saigon": "VN",
    "Europe/Kiev": "UA",
    "Europe/Simferopol": "UA",
}
"""Countries by ISO 3166-1 where CLDR knows the zone by another id, or files it elsewhere."""

MORE_NAMES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "city:algiers": {"pt": ("Argel",)},
    "city:almaty": {"en": ("Alma-Ata",), "de": ("Alma-Ata",), "ru": ("Алма-Ата", "Алматы")},
    "city:ashgabat": {"de": ("Aschgabat",), "ru": ("Ашхабад",)},
    "city:baku": {"fr": ("Bakou",), "pt": ("Bacu", "Baku")},
    "city:beirut": {"fr": ("Beyrouth",), "pt": ("Beirute",)},
    "city:belgrade": {"pt": ("Belgrado",)},
    "city:bishkek": {"de": ("Bischkek",), "pt": ("Bisqueque", "Bishkek"), "fr": ("Bichkek",)},
    "city:brussels": {"de": ("Bruessel",), "zh": ("布鲁塞尔", "布魯塞爾")},
    "city:buenos-aires": {"ar": ("بوينس آيرس", "بوينس أيرس")},
    "city:chisinau": {
        "en": ("Kishinev",), "de": ("Kischinau",), "ru": ("Кишинёв", "Кишинев"),
        "ja": ("キシナウ",),
    },
    "city:damascus": {"fr": ("Damas",), "ar": ("دمشق",)},
    "city:dhaka": {"en": ("Dacca",), "pt": ("Daca", "Dhaka")},
    "city:gaza": {
        "en": ("Gaza City",), "de": ("Gaza-Stadt",), "ar": ("غزة",), "zh": ("加沙", "加薩"),
        "ja": ("ガザ",), "ru": ("Газа",),
    },
    "city:hebron": {"it": ("Hebron",), "pt": ("Hebrom", "Hebron"), "fr": ("Hébron",)},
    "city:ho-chi-minh-city": {
        "en": ("Saigon",), "de": ("Saigon",), "fr": ("Saïgon",), "it": ("Saigon",),
        "es": ("Saigón",), "pt": ("Saigon",), "ja": ("サイゴン", "ホーチミン"),
        "ar": ("سايغون",), "zh": ("西贡", "胡志明市"), "ru": ("Сайгон",),
    },
    "city:istanbul": {
        "en": ("Constantinople",), "de": ("Konstantinopel",), "ar": ("إسطنبول", "اسطنبول"),
        "ja": ("イスタンブール",), "zh": ("伊斯坦布尔", "伊斯坦堡"),
    },
    "city:jakarta": {"fr": ("Djakarta",), "pt": ("Jacarta",), "es": ("Yakarta",)},
    "city:jerusalem": {"ar": ("القدس",), "zh": ("耶路撒冷",)},
    "city:kabul": {"fr": ("Kaboul",), "pt": ("Cabul",)},
    "city:kaliningrad": {"de": ("Königsberg",)},
    "city:kathmandu": {"en": ("Kathmandu",), "it": ("Katmandu",), "pt": ("Catmandu",)},
    "city:kolkata": {"de": ("Kalkutta",), "pt": ("Calcutá",), "ru": ("Калькутта",)},
    "city:kyiv": {
        "en": ("Kiev",), "de": ("Kyjiw",), "fr": ("Kyiv",), "it": ("Kyiv",), "es": ("Kyiv",),
        "pt": ("Kyiv",), "ja": ("キエフ", "キーウ"), "ar": ("كييف",), "zh": ("基辅", "基輔"),
    },
    "city:london": {"zh": ("伦敦", "倫敦")},
    "city:los-angeles": {"zh": ("洛杉矶", "洛杉磯"), "ar": ("لوس أنجلوس", "لوس أنجليس")},
    "city:mexico-city": {"de": ("Mexiko-Stadt",), "pt": ("Cidade do México",)},
    "city:minsk": {"it": ("Minsk",)},
    "city:mogadishu": {"fr": ("Mogadiscio",), "de": ("Mogadischu",), "pt": ("Mogadíscio",)},
    "city:moscow": {"pt": ("Moscovo", "Moscou"), "ar": ("موسكو",)},
    "city:new-york": {"ja": ("ニューヨーク",), "zh": ("纽约", "紐約"), "ar": ("نيويورك",)},
    "city:nicosia": {"de": ("Nikosia",)},
    "city:prague": {"ar": ("براغ",), "zh": ("布拉格",)},
    "city:riyadh": {"fr": ("Riyad",), "pt": ("Riade", "Riad")},
    "city:samara": {"ru": ("Куйбышев",)},
    "city:sarajevo": {"pt": ("Sarajevo", "Saraievo")},
    "city:seoul": {"zh": ("首尔", "首爾", "汉城", "漢城"), "pt": ("Seul",)},
    "city:shanghai": {"pt": ("Xangai",)},
    "city:simferopol": {"fr": ("Simféropol",), "es": ("Simferópol",)},
    "city:taipei": {"zh": ("台北", "臺北"), "de": ("Taipeh",), "pt": ("Taipé", "Taipei")},
    "city:tbilisi": {
        "en": ("Tiflis",), "de": ("Tiflis", "Tbilissi"), "fr": ("Tbilissi", "Tiflis"),
        "it": ("Tiflis",), "es": ("Tiflis", "Tbilisi"), "pt": ("Tbilissi", "Tíflis"),
        "ja": ("チフリス",), "ar": ("تبليسي", "تبليسى", "تفليس"),
        "zh": ("第比利斯", "提比里斯", "提比里西", "梯弗里斯"), "ru": ("Тифлис",),
    },
    "city:tehran": {"en": ("Teheran",), "ar": ("طهران",), "zh": ("德黑兰", "德黑蘭")},
    "city:tirana": {"en": ("Tirana",), "fr": ("Tirana",), "it": ("Tirana",), "pt": ("Tirana",)},
    "city:tripoli": {"ar": ("طرابلس",), "pt": ("Trípoli", "Tripoli")},
    "city:ulaanbaatar": {"en": ("Ulan Bator",), "fr": ("Oulan-Bator",), "pt": ("Ulã Bator",)},
    "city:vienna": {"zh": ("维也纳", "維也納"), "ar": ("فيينا",), "ja": ("ウィーン",)},
    "city:vilnius": {"de": ("Wilna",), "pt": ("Vilnius", "Vílnius")},
    "city:volgograd": {
        "en": ("Stalingrad",), "de": ("Stalingrad", "Wolgograd"), "fr": ("Stalingrad",),
        "it": ("Stalingrado",), "es": ("Stalingrado",), "pt": ("Stalingrado", "Estalinegrado"),
        "ja": ("スターリングラード",), "ar": ("ستالينغراد",), "zh": ("斯大林格勒",),
        "ru": ("Сталинград",),
    },
    "city:yangon": {
        "en": ("Rangoon", "Yangon"), "de": ("Rangun", "Yangon"), "fr": ("Rangoun", "Rangoon"),
        "it": ("Rangoon", "Yangon"), "es": ("Rangún", "Yangón"), "pt": ("Rangum", "Yangon"),
        "ru": ("Янгон", "Рангун"), "ja": ("ヤンゴン", "ラングーン"), "zh": ("仰光",),
    },
    "city:yekaterinburg": {"de": ("Jekaterinburg", "Swerdlowsk"), "ru": ("Свердловск",)},
    "city:yerevan": {"en": ("Yerevan",), "fr": ("Erevan",), "de": ("Jerewan", "Eriwan")},
    "city:zurich": {
        "en": ("Zurich", "Zürich"), "it": ("Zurigo",), "es": ("Zúrich",),
        "zh": ("苏黎世", "蘇黎世"),
    },
}  # fmt: skip
"""Names that newspapers write and CLDR has not: older ones, rival spellings, other scripts."""
