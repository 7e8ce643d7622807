"""The site's section of an article, from the source's own words for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from swifeeds.model import Draft, Section, Source


def file_under(draft: Draft, source: Source, sections: Sequence[Section]) -> Draft:
    """The draft with `section` as an id of the site, or the source's own section.

    The first word that a section's `match`, id or title knows decides; case does not count. A
    word that decided is no longer a keyword, one that did not becomes one.
    """
    words = (*((draft.section,) if draft.section else ()), *draft.keywords)
    for word in words:
        if (found := section_named(word, sections)) is not None:
            rest = tuple(keyword for keyword in words if keyword != word)
            return replace(draft, section=found, keywords=rest)
    return replace(draft, section=source.section, keywords=words)


def section_named(word: str, sections: Sequence[Section]) -> str | None:
    """The id of the site's section that goes by this word; None where none does."""
    folded = word.strip().casefold()
    for section in sections:
        names = (section.id, *section.match, *(title for _, title in section.titles))
        if folded in {name.casefold() for name in names}:
            return section.id
    return None
