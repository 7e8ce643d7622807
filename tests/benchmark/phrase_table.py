"""Lines as publishers print them around a date, in ten languages, and the moment each one states.

The wording is that of public pages (research on localisation, 2.8 and 3): the sentence before the
date, and the ways of writing the date itself. Times that name no zone are Zurich's.
"""

from __future__ import annotations

from typing import NamedTuple


class Phrase(NamedTuple):
    """A line, the language it is read in, and its moment as written: a day, or a day and a time."""

    language: str
    line: str
    stated: str


def _phrases(language: str, *rows: tuple[str, str]) -> tuple[Phrase, ...]:
    return tuple(Phrase(language, line, stated) for line, stated in rows)


_AT = "2009-05-19T15:45"
_ON = "2009-05-19"

PHRASES = (
    *_phrases(
        "en-GB",
        ("This content was published on 19 May 2009 - 15:45", _AT),
        ("This content was published on May 19, 2009 - 15:45", _AT),
        ("This content was published on May 19, 2009 - 15:45 May 19, 2009 - 15:45", _AT),
        ("05/06/2009", "2009-06-05"),
        ("Last updated on Tuesday 19 May 2009 at 3.45pm BST", "2009-05-19T16:45"),
    ),
    *_phrases(
        "en",
        ("05/06/2009", "2009-05-06"),
        ("Updated at 10:15 AM ET, May 19, 2009", "2009-05-19T16:15"),
        ("PUBLISHED: May 19, 2009 at 3:45 p.m.", _AT),
        ("By A. Writer, May 19th, 2009", _ON),
    ),
    *_phrases(
        "de-CH",
        ("Dieser Inhalt wurde am 19. Mai 2009 - 15:45 veröffentlicht", _AT),
        ("Dieser Inhalt wurde am 19. Mai 2009 veröffentlicht 10 Minuten", _ON),
        ("19. Mai 2009 um 15:45 Uhr", _AT),
        ("19.Mai 2009", _ON),
        ("Di., 19.05.2009, 15.45 Uhr", _AT),
        ("05.06.2009", "2009-06-05"),
    ),
    *_phrases("de-AT", ("Veröffentlicht am 5. Jänner 2009, 15:45", "2009-01-05T15:45")),
    *_phrases(
        "fr",
        ("Ce contenu a été publié le 05 janvier 2023 - 09:39", "2023-01-05T09:39"),
        ("Ce contenu a été publié sur 19 mai 2009 - 15:45", _AT),
        ("Publié le 1er mai 2009 à 15h45", "2009-05-01T15:45"),
        ("Mis à jour le mardi 19 mai 2009 à 15 h 45", _AT),
    ),
    *_phrases(
        "it",
        ("Questo contenuto è stato pubblicato il 12 maggio 2022 - 14:42", "2022-05-12T14:42"),
        ("19 maggio 2009 alle 15.45", _AT),
        ("Pubblicato martedì, 19 maggio 2009 ore 15:45", _AT),
    ),
    *_phrases(
        "es",
        ("Este contenido fue publicado en 19 mayo 2009 - 15:45", _AT),
        ("PUBLICADO: 19 de mayo de 2009 a las 15:45 horas", _AT),
        ("Martes, 19 de mayo de 2009, 3:45 p. m.", _AT),
    ),
    *_phrases(
        "pt",
        ("Este conteúdo foi publicado em 19. maio 2009 - 15:45", _AT),
        ("Este conteúdo foi publicado em 03. fevereiro 2017 - 09:00", "2017-02-03T09:00"),
        ("19 de maio de 2009 às 15h45", _AT),
        ("Atualizado em 1º de maio de 2009", "2009-05-01"),
    ),
    *_phrases(
        "ja",
        ("このコンテンツが公開されたのは、 2009/05/19 15:45", _AT),
        ("2009年5月19日（火）午後3時45分", _AT),
        ("平成21年5月19日", _ON),
        ("令和元年6月5日", "2019-06-05"),
        ("最終更新 2009.05.19 15:45 (JST)", "2009-05-19T08:45"),
    ),
    *_phrases(
        "ar",
        ("تم نشر هذا المحتوى على 19 مايو 2009 - 15:45", _AT),
        ("تم نشر هذا المحتوى على 19 أيار 2009 - 15:45 1دقيقة", _AT),
        ("تم نشر هذا المحتوى على ١٩ مايو ٢٠٠٩ - ١٥:٤٥", _AT),
        ("19 أيار/مايو 2009", _ON),
        ("الثلاثاء 19 ماي 2009", _ON),
    ),
    *_phrases(
        "zh",
        ("此内容发布于 2009年5月19日 - 15:45", _AT),
        ("此内容发布于 2009年05月19日 - 15:45 12 分钟", _AT),
        ("二〇〇九年五月十九日", _ON),
        ("北京时间2009年5月19日 15:45", "2009-05-19T09:45"),
    ),
    *_phrases("zh-TW", ("此內容發佈於 2009年5月19日 下午3:45", _AT), ("民國98年5月19日", _ON)),
    *_phrases(
        "ru",
        ("Этот контент был опубликован на 19 мая 2009 - 15:45", _AT),
        ("19 Май 2009", _ON),
        ("Опубликовано 19 мая 2009 года в 15:45", _AT),
        ("19 мая 2009 г., 15:45 (мск)", "2009-05-19T13:45"),
    ),
)
