"""Find the places and organisations that a text names, each once, doubtful ones on evidence."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from swifeeds.localise.entities.lexicon import UNSPACED, lexicon_of
from swifeeds.localise.entities.look_up import Hit, look_up_characters, look_up_words
from swifeeds.localise.entities.places_of_news import countries_of_places
from swifeeds.localise.entities.word_forms import readable
from swifeeds.localise.languages import LANGUAGES
from swifeeds.localise.negotiation import primary_subtag

_GLUED = UNSPACED | {"ar"}
"""Languages in which a word may stand inside what looks like one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A place or organisation: `code` for every language, `surface` as this text writes it.

    Codes are ISO 3166-1 (`GE`), `city:geneva`, `region:abkhazia` and `org:osce`.
    """

    code: str
    surface: str

    @property
    def kind(self) -> str:
        """`territory`, `city`, `region` or `org`."""
        kind, separator, _ = self.code.partition(":")
        return kind if separator else "territory"


def find_entities(text: str, language: str) -> tuple[Entity, ...]:
    """The entities that `text` names, in the order of their first mention, each code once.

    Args:
        text: plain text of any length.
        language: BCP 47 tag. A language other than the ten finds nothing.

    Returns:
        Entities whose `surface` is what stands in the text, in Unicode's composed form and without
        vowel marks. Doubtful names (`Georgia`) are left out unless the text itself settles them.
    """
    primary = primary_subtag(language)
    if primary not in LANGUAGES:
        return ()
    found: dict[str, Entity] = {}
    for hit in _settled(*_hits(text, primary), is_glued=primary in _GLUED):
        code = hit.naming.code
        if code is not None and code not in found:
            found[code] = Entity(code=code, surface=hit.surface)
    return tuple(found.values())


def country_of(code: str) -> str | None:
    """The country of an entity's code; None for organisations and regions of several countries."""
    return countries_of_places().get(code) or (None if ":" in code else code)


def _hits(text: str, language: str) -> tuple[Sequence[Hit], str]:
    """The names in the text, and the text as it was read."""
    lexicon = lexicon_of(language)
    if language in UNSPACED:
        plain = unicodedata.normalize("NFKC", text)
        return tuple(look_up_characters(plain, lexicon)), plain
    plain = readable(unicodedata.normalize("NFC", text))
    return tuple(look_up_words(plain, lexicon, has_proclitics=language == "ar")), plain


def _settled(hits: Sequence[Hit], text: str, *, is_glued: bool) -> Iterator[Hit]:
    """The hits without the doubtful ones that the text does not speak for."""
    certain = {hit.naming.code for hit in hits if hit.naming.code and not hit.naming.doubt}
    codes = certain | {country_of(code) for code in certain}
    words: Collection[str] = text if is_glued else frozenset()
    for hit in hits:
        doubt = hit.naming.doubt
        if doubt is None:
            yield hit
            continue
        words = words or frozenset(re.findall(r"\w+", text))
        speaking = len(doubt.hints & codes) + sum(word in words for word in doubt.hint_words)
        opposing = len(doubt.against & codes) + sum(word in words for word in doubt.against_words)
        if speaking > opposing:
            yield hit
