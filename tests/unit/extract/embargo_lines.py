"""Lines that declare an embargo, and lines about embargoes, in ten languages.

`{day}` and `{clock}` stand for a date in the language's long form and a time of day.
"""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date

ZURICH = ZoneInfo("Europe/Zurich")

DECLARED = {
    "en": (
        "Embargoed until {day}, {clock}",
        "STRICTLY EMBARGOED: Not for publication or broadcast before {clock} on {day}",
        "*** Embargo: {day}, {clock} ***",
        "Hold for release until {day} at {clock}",
        "For release at {clock}, {day}",
    ),
    "de": (
        "Sperrfrist: {day}, {clock} Uhr",
        "ACHTUNG, SPERRFRIST: {day}, {clock} Uhr!",
        "Sperrfrist bis {day}, {clock} Uhr",
        "Es gilt das gesprochene Wort! Sperrfrist: {day}, {clock} Uhr",
        "Bitte nicht vor dem {day}, {clock} Uhr veröffentlichen",
    ),
    "fr": (
        "Sous embargo jusqu’au {day} à {clock}",
        "Embargo : {day}, {clock}",
        "Ne pas publier avant le {day}, {clock}",
    ),
    "it": (
        "Embargo fino alle ore {clock} del {day}",
        "EMBARGO: {day}, ore {clock}",
        "Da non pubblicare prima delle ore {clock} del {day}",
    ),
    "es": (
        "Embargado hasta el {day} a las {clock}",
        "EMBARGO: hasta las {clock} horas del {day}",
        "No publicar antes de las {clock} del {day}",
    ),
    "pt": (
        "Sob embargo até {day}, às {clock}",
        "Não divulgar antes das {clock} do dia {day}",
        "EMBARGO: {day}, {clock}",
    ),
    "ja": (
        "報道解禁：{day} {clock}",
        "【解禁日時】{day} {clock}",
        "{day} {clock}まで報道を控えてください",
    ),
    "ar": (
        "محظور النشر حتى الساعة {clock} من يوم {day}",
        "يحظر النشر قبل الساعة {clock} يوم {day}",
        "حظر النشر حتى {day} الساعة {clock}",
    ),
    "zh": (
        "新闻禁发至{day}{clock}",
        "请勿在{day} {clock}前发布",
        "解禁时间：{day} {clock}",
    ),
    "ru": (
        "Эмбарго до {day}, {clock}",
        "Не публиковать до {clock} {day}",
        "Публикация разрешена после {clock} {day}",
    ),
}

ABOUT = {
    "en": (
        "Arms embargo until {day} extended by the council",
        "Embargo lifted",
        "Embargo lifted on {day} at {clock}",
        "The study was embargoed until {day}, {clock}, but one paper broke it.",
        "EU oil embargo from {day}, {clock}: what traders expect",
        "Embargoed: the secret life of press offices",
        "Under embargo for sixty years: an island waits",
        "Press embargo",
        "Embargoed until {day}, the papers show that the ministry knew of the leak.",
        "Embargo broken: who published before {day}?",
        "For release of the hostages on {day}",
    ),
    "de": (
        "Waffenembargo bis {day} verlängert",
        "Sperrfrist abgelaufen",
        "Sperrfrist für Gülle bis {day}",
        "Sperrfrist bis 31. Januar",
        "Die Sperrfrist bis {day}, {clock} Uhr hat eine Zeitung gebrochen.",
        "Freigegeben ab 16 Jahren",
        "Embargo gegen die Insel bis {day} verlängert",
    ),
    "fr": (
        "Embargo sur les armes jusqu’au {day}",
        "Levée de l’embargo",
        "L’embargo de la presse a été rompu le {day} à {clock}.",
        "Embargo russe : les éleveurs inquiets",
    ),
    "it": (
        "Embargo sulle armi fino al {day}",
        "L’embargo è stato revocato",
        "Rotto l’embargo della stampa il {day} alle {clock}",
        "Non pubblicare prima: i segreti degli uffici stampa",
    ),
    "es": (
        "Embargo de armas hasta el {day}",
        "Levantan el embargo",
        "Embargado el piso del exministro hasta el {day}",
        "El embargo informativo se rompió el {day} a las {clock}.",
    ),
    "pt": (
        "Embargo de armas até {day}",
        "Fim do embargo",
        "Obra embargada até {day}",
        "O embargo à imprensa foi quebrado em {day}, às {clock}.",
    ),
    "ja": (
        "アユ釣り解禁",
        "{day}解禁",
        "ボジョレー・ヌーボー解禁、{day}午前0時",
        "武器禁輸は{day}まで延長",
        "報道解禁のルールとは",
    ),
    "ar": (
        "حظر الأسلحة حتى {day}",
        "رفع حظر النشر",
        "قرار حظر النشر في القضية يثير الجدل",
        "تمديد حظر التجول حتى الساعة {clock} من يوم {day}",
    ),
    "zh": (
        "武器禁运延长至{day}",
        "解禁",
        "游戏版号解禁{day}",
        "球员禁赛至{day}",
        "媒体为何提前解禁？",
    ),
    "ru": (
        "Эмбарго на поставки оружия до {day}",
        "Эмбарго снято",
        "Продуктовое эмбарго продлено до {day}",
        "Не публиковать: как работает эмбарго в науке",
    ),
}


def written(line: str, language: str, moment: datetime) -> str:
    """The line with a moment as the language writes it on Zurich's clock."""
    local = moment.astimezone(ZURICH)
    return line.format(
        day=format_date(local, "long", language.replace("zh", "zh_Hans")),
        clock=f"{local:%H:%M}",
    )


def lines_of(table: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    """Language and line, one by one."""
    return [(language, line) for language, lines in table.items() for line in lines]
