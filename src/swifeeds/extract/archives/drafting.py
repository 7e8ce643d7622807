"""From what an archive says of an item to a draft: cleaned, dated, told apart from what is none."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlsplit

from swifeeds.extract.archives.entry import Entry, Reading
from swifeeds.extract.categories import distinct
from swifeeds.extract.enclosures import merged
from swifeeds.extract.shorten import first_words, lead
from swifeeds.localise.languages import canonical_tag
from swifeeds.markup import absolute_url, canonical_url, clean_html, is_public_host, plain_text
from swifeeds.model import Draft, Provenance, Translation

_MOST_KEYWORDS = 60


def draft_of(entry: Entry, reading: Reading) -> Draft | str:
    """The draft, or the reason why no article can be made of the item."""
    address = _public(entry.url)
    guid = " ".join((entry.guid or "").split()) or None
    if guid is None and address is None:
        return "has neither an address nor an id, so it could not be known again"
    content = clean_html(entry.content, address or "") if entry.content else None
    words = plain_text(content or "")
    title, summary = plain_text(entry.title or ""), plain_text(entry.summary or "")
    if not (title or summary or words) and not entry.withdrawn:
        return "has neither a title nor any text"
    language = _language(entry.language, reading.source.language)
    dated = entry.published or entry.updated
    keywords = distinct(word for word in entry.keywords if word != entry.section)
    section = plain_text(entry.section or "")
    return Draft(
        source_id=reading.source.id,
        retrieved=reading.retrieved,
        guid=guid,
        url=canonical_url(address) if address else None,
        language=language,
        title=title or first_words(summary or words or guid or address or ""),
        summary=lead(summary) if summary and summary != title else None,
        content=content,
        published=dated.at if dated else None,
        updated=entry.updated.at if entry.updated else None,
        dating=dated.dating if dated else None,
        authors=entry.authors,
        credit=entry.credit,
        section=section,
        keywords=keywords[:_MOST_KEYWORDS],
        media=merged(entry.media),
        translations=_translations(entry.translations, language),
        stories=entry.stories,
        provenance=Provenance.LEGACY_IMPORT,
        contributions=entry.contributions,
        contact=plain_text(entry.contact or ""),
        rights=plain_text(entry.rights or ""),
        license=entry.license,
        embargoed_until=entry.embargo.at if entry.embargo else None,
        version=entry.version,
        signal=entry.signal,
        held=entry.held,
        withdrawn=entry.withdrawn,
        provenances=() if title else (("title", "text"),),
    )


def _public(written: str | None) -> str | None:
    """The address where anybody can read it: an archive also names what only its house reaches."""
    address = absolute_url(written, "") if written else None
    host = urlsplit(address).hostname if address else None
    return address if host and is_public_host(host) else None


def as_legacy(draft: Draft) -> Draft:
    """What a reader of feeds made of an item of a saved feed."""
    return replace(draft, provenance=draft.provenance or Provenance.LEGACY_IMPORT)


def _language(stated: str | None, assumed: str) -> str:
    """What the item declares, unless the source says the same more exactly (`en-GB` for `en`)."""
    tag = canonical_tag(stated or "")
    return assumed if tag is None or assumed.startswith(f"{tag}-") else tag


def _translations(stated: tuple[Translation, ...], language: str) -> tuple[Translation, ...]:
    main = language.partition("-")[0]
    return tuple(found for found in stated if found.language.partition("-")[0] != main)
