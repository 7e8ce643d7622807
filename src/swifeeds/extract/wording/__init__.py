"""What the lines around articles say, language by language: facts about real pages.

`LINES` holds stems: `+` joins what must all occur, `|` divides the variants of one word. Where a
publisher's wording is public it is the base (research on localisation, 2.8); elsewhere the stems
are those that any wording of such a line would use. A new language is a new module here.
"""

from __future__ import annotations

from collections.abc import Mapping

from swifeeds.extract.wording import ar, de, en, es, fr, it, ja, others, pt, ru, zh
from swifeeds.extract.wording.trust import CERTIFIED, STANDARDS

_LANGUAGES = (en, de, fr, it, es, pt, ja, ar, zh, ru)
_KINDS = (
    "import", "contributions", "debates", "contact", "share", "password", "profile", "story",
    "follow",
)  # fmt: skip

LINES: Mapping[str, tuple[str, ...]] = {
    "import": tuple(rule for language in _LANGUAGES for rule in language.LINES["import"]),
    "certified": CERTIFIED,
    "standards": STANDARDS,
    **{
        kind: tuple(rule for language in _LANGUAGES for rule in language.LINES[kind])
        for kind in _KINDS[1:]
    },
}
"""The rules of each line, in the order in which lines are told apart."""

PUBLISHED = tuple(language.PUBLISHED for language in (*_LANGUAGES, others))
"""Regular expressions of what stands before the date of publication."""

UPDATED = tuple(language.UPDATED for language in (*_LANGUAGES, others))
"""The same for the date of the last change."""

EXTERNAL_LINK = tuple(words for language in _LANGUAGES for words in language.EXTERNAL_LINK)
"""What some CMS glue to the label of a link that leaves the site."""

AGENCIES = tuple(stem for language in _LANGUAGES for stem in language.AGENCIES)
"""Stems of the word for news agencies."""

RELATED = "|".join(language.RELATED for language in _LANGUAGES)
"""A regular expression of what announces other articles: "Read also", "More on the topic"."""

PICTURE = "|".join(language.PICTURE for language in _LANGUAGES)
"""The same of what stands before the name of a photographer or an agency."""

EMBARGO: Mapping[str, tuple[str, ...]] = {
    kind: tuple(frame for language in _LANGUAGES for frame in language.EMBARGO[kind])
    for kind in ("until", "before", "word", "from")
}
"""Regular expressions of a line that declares an embargo, `@` where its date stands.

`until` and `before` are said of a text that must wait, and of nothing else: the one lasts until its
date, the other opens with it. `word` (lasts) and `from` (opens) are also the words of trade, of
fishing and of the courts: by themselves they say nothing.
"""
