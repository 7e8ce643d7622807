"""The language of an article: declared, unless the page's template and its text disagree.

Where nothing is declared, the address may name it, unless the text is plainly in another.
"""

from __future__ import annotations

from collections.abc import Sequence

from swifeeds.extract.address_language import named_language
from swifeeds.extract.declared import Declared, Said
from swifeeds.extract.page import Page
from swifeeds.localise.languages import canonical_tag, detect_language
from swifeeds.model import Draft

_SAMPLE = 6000


def choose_language(page: Page, declared: Declared, hint: Draft | None, *, text: str) -> Said:
    """The BCP 47 tag, with the place it was read from.

    What the page declares holds, except where its text plainly is in the source's or the hint's
    language instead: templates name one language for all. A tag that the source states more
    exactly (`en-GB` for the page's `en`) is the source's, because the order of day and month
    hangs on it.
    """
    known = canonical_tag(page.source.language) or page.source.language
    found = [tag for stated in declared.languages if (tag := canonical_tag(stated))]
    expected = [tag for tag in (hint.language if hint else None, known) if tag]
    if found and all(_primary(tag) == _primary(found[0]) for tag in expected):
        return _refined(Said(text=found[0], origin="declared"), expected)
    spoken = detect_language(text[:_SAMPLE])
    if not found:
        named = named_language(page.url)
        if named and named not in expected and spoken in {None, _primary(named)}:
            return _refined(Said(text=named, origin="address"), expected)
        if spoken and all(_primary(tag) != spoken for tag in expected):
            return Said(text=spoken, origin="text")
        return Said(text=expected[0], origin="source")
    stated = found[0]
    for tag in expected:
        if spoken and _primary(stated) != spoken == _primary(tag):
            return Said(text=tag, origin="source")
    return _refined(Said(text=stated, origin="declared"), expected)


def _refined(language: Said, expected: Sequence[str]) -> Said:
    """The tag that the source states more exactly, where it does."""
    exact = (tag for tag in expected if tag.startswith(f"{language.text}-"))
    tag = next(exact, None)
    return Said(text=tag, origin="source") if tag else language


def _primary(tag: str) -> str:
    return tag.partition("-")[0]
