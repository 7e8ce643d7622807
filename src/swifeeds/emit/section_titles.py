"""Names for the usual sections in the languages in which the operator gives them none.

"World" is `Welt` in a German feed, though the file says it in English alone: every newspaper has
that section. A section that is not usual keeps its foreign title there, marked as such.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from swifeeds.localise import Locale, lookup
from swifeeds.localise.names.sections import USUAL_SECTIONS, place_of, usual_section
from swifeeds.model import Publication, Section


def with_usual_titles(publication: Publication, locales: Mapping[str, Locale]) -> Publication:
    """The site, its usual sections with a title in each of its languages.

    What the operator states always wins, for a variant of its language too. A section is usual by
    its id, or by one of its titles; countries and parts of the world are.

    Args:
        publication: as the configuration states it.
        locales: by language of the site.
    """
    taken = {one for section in publication.sections for one in section.titles}
    sections = []
    for section in publication.sections:
        # Two sections of one name would be told apart by nobody: the second stays borrowed.
        added = [one for one in _missing(section, publication, locales) if one not in taken]
        taken.update(added)
        sections.append(replace(section, titles=(*section.titles, *added)))
    return replace(publication, sections=tuple(sections))


def _missing(
    section: Section, publication: Publication, locales: Mapping[str, Locale]
) -> Iterator[tuple[str, str]]:
    known = tuple(tag for tag, title in section.titles if title)
    usual = _usual(section, locales)
    place = None if usual else place_of((("en", section.id), *section.titles))
    for language in publication.languages:
        locale = locales[language]
        if lookup(language, known) is None:
            title = locale.section(usual) if usual else place and locale.territory(place)
            if title:
                yield language, title


def _usual(section: Section, locales: Mapping[str, Locale]) -> str | None:
    """The key of a usual section."""
    return usual_section(section.id) or next(
        filter(None, (_by_title(tag, title, locales) for tag, title in section.titles)), None
    )


def _by_title(tag: str, title: str, locales: Mapping[str, Locale]) -> str | None:
    """By what our catalog of its language calls it; by its English name without one."""
    language = lookup(tag, tuple(locales))
    if language is None:
        return usual_section(title)
    folded = title.casefold()
    locale = locales[language]
    own = (key for key in USUAL_SECTIONS if (locale.section(key) or "").casefold() == folded)
    return next(own, None) or usual_section(title)
