"""The language of an article: declared, unless the page's template and its text disagree.

Where nothing is declared, the address may name it, unless the text is plainly in another. Menus
and notices are not asked: they are often left in the language of the template.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from swifeeds.extract.address_language import named_language, with_country
from swifeeds.extract.blocks import Block
from swifeeds.extract.declared import Declared, Said
from swifeeds.extract.page import Page
from swifeeds.extract.weight import weight
from swifeeds.localise.languages import (
    LANGUAGES,
    canonical_tag,
    detect_language,
    language_of_script,
)
from swifeeds.localise.negotiation import primary_subtag
from swifeeds.localise.scripts import script_of
from swifeeds.model import Draft

_SENTENCE = 60
_LINKED = 0.5
_SAMPLE = 6000
_PLAIN = 200
"""Weight of a text that may prove a declared language wrong; less may be a quotation."""

_LATIN_END = "\u0250"


def running_text(blocks: Iterable[Block]) -> str:
    """What of a page is written in sentences; all of it where nothing is."""
    blocks = tuple(blocks)
    running = [
        block.text
        for block in blocks
        if weight(block.text) >= _SENTENCE and block.link_share < _LINKED
    ]
    return "\n".join(running or (block.text for block in blocks))


def choose_language(
    page: Page, declared: Declared, hint: Draft | None, *, text: str, glance: int = 0
) -> Said:
    """The BCP 47 tag, with the place it was read from.

    What the page declares holds, except where its text plainly is in another language: then
    another statement of the page, the source's or the hint's language, or what the text itself
    shows, is believed, in this order. A tag that the source states more exactly (`en-GB` for the
    page's `en`) is the source's, because the order of day and month hangs on it.

    Args:
        page: the page.
        declared: what it declares.
        hint: what the linking document said.
        text: its running text, without menus and notices.
        glance: letters at its beginning that are enough where they confirm what is declared.
    """
    known = canonical_tag(page.source.language) or page.source.language
    found = [tag for stated in declared.languages if (tag := canonical_tag(stated))]
    sample = text[:_SAMPLE]
    spoken = _spoken(sample[:glance])
    if not found or spoken != primary_subtag(found[0]):
        spoken = _spoken(sample)
    expected = [tag for tag in (hint.language if hint else None, known) if tag]
    if not found:
        return _undeclared(page, spoken, expected)
    stated = found[0]
    if spoken is None or primary_subtag(stated) == spoken:
        return _refined(Said(text=stated, origin="declared"), expected)
    for tags, origin in ((found, "declared"), (expected, "source")):
        if tag := next((tag for tag in tags if primary_subtag(tag) == spoken), None):
            return Said(text=tag, origin=origin)
    if _is_plainly_wrong(stated, sample):
        return Said(text=spoken, origin="text")
    return _refined(Said(text=stated, origin="declared"), expected)


def _spoken(sample: str) -> str | None:
    return detect_language(sample) or language_of_script(sample) if sample else None


def language_of_dates(language: str, declared: Declared, address: str) -> str:
    """The tag by whose region 05/06/2009 is read, where the article's own names none: that of
    another statement of the page, else of the country that its host is in.

    Not `en-US` against the host: templates state it where nobody chose.
    """
    by_country = with_country(language, address)
    tags = (canonical_tag(stated) for stated in declared.languages)
    stated = next((tag for tag in tags if tag and tag.startswith(f"{language}-")), None)
    if stated is None or (stated == _DEFAULT and by_country != language):
        return by_country
    return stated


_DEFAULT = "en-US"


def _undeclared(page: Page, spoken: str | None, expected: Sequence[str]) -> Said:
    named = named_language(page.url)
    if named and named not in expected and spoken in {None, primary_subtag(named)}:
        return _refined(Said(text=named, origin="address"), expected)
    if spoken and all(primary_subtag(tag) != spoken for tag in expected):
        return Said(text=spoken, origin="text")
    return Said(text=expected[0], origin="source")


def _is_plainly_wrong(stated: str, sample: str) -> bool:
    """For one of the ten, whose words are known; for others only where few letters are theirs."""
    if primary_subtag(stated) in LANGUAGES:
        return weight(sample) >= _PLAIN
    letters = [letter for letter in sample if letter.isalpha()]
    is_latin = sum(letter < _LATIN_END for letter in letters) * 2 > len(letters)
    return is_latin != (script_of(stated) in {"Latn", None})


def _refined(language: Said, expected: Sequence[str]) -> Said:
    """The tag that the source states more exactly, where it does."""
    exact = (tag for tag in expected if tag.startswith(f"{language.text}-"))
    tag = next(exact, None)
    return Said(text=tag, origin="source") if tag else language
