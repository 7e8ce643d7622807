"""From what an archive says of an item to a draft: cleaned, dated, told apart from what is none."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from itertools import islice
from urllib.parse import urlsplit

from swifeeds.extract.archives import refusals
from swifeeds.extract.archives.credit_lines import read_byline
from swifeeds.extract.archives.entry import Entry, Reading
from swifeeds.extract.archives.wire_text import untangled
from swifeeds.extract.author_names import is_byline
from swifeeds.extract.categories import distinct
from swifeeds.extract.enclosures import merged
from swifeeds.extract.shorten import first_words, lead
from swifeeds.localise.languages import canonical_tag, detect_language
from swifeeds.markup import absolute_url, canonical_url, clean_html, is_public_host, plain_text
from swifeeds.model import Draft, Person, Provenance, Translation

_MOST_KEYWORDS = 60
_NEAR_BEGINNING = 6
_SAMPLE = 4000
_HEAD = 4000
_HEADLINE = re.compile(r"<h1\b[^<>]*>(.*?)</h1>", re.DOTALL)
_PAGE_HEAD = re.compile(r"^.*?<head\b.*?</head>", re.DOTALL | re.IGNORECASE)
_PARAGRAPH = re.compile(r"<p\b[^<>]*>([^<>]{3,90})</p>")


def draft_of(entry: Entry, reading: Reading) -> Draft | str:
    """The draft, or the reason why no article can be made of the item."""
    address = _public(entry.url)
    guid = " ".join((entry.guid or "").split()) or None
    written, signed = None, None
    if entry.content:
        written, signed = _byline_in(untangled(_inside_page(entry.content, entry.title)))
    content = clean_html(written, address or "") if written else None
    words = plain_text(content or "")
    title, summary = plain_text(entry.title or ""), plain_text(entry.summary or "")
    if not (title or summary or words) and not entry.withdrawn:
        return refusals.EMPTY
    if guid is None and address is None:
        guid = _named_by_text(title, words)
    language = _language(entry.language, reading.source.language, words or title or "")
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
        authors=entry.authors or signed,
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


def _inside_page(html: str, title: str | None) -> str:
    """Of a whole page its body, without the headline that stands above the text once more."""
    found = _HEADLINE.search(html, 0, _HEAD) if "<h1" in html[:_HEAD] else None
    if found and plain_text(found[1]) == plain_text(title or ""):
        html = html[: found.start()] + html[found.end() :]
    return _PAGE_HEAD.sub("", html, count=1) if "</head>" in html.lower() else html


def _byline_in(html: str) -> tuple[str, tuple[Person, ...] | None]:
    """The text without the paragraph near its beginning that is a byline, and who it names."""
    for paragraph in islice(_PARAGRAPH.finditer(html), _NEAR_BEGINNING):
        words = plain_text(paragraph[1])
        if words and is_byline(words):
            people, _ = read_byline(words)
            return (html[: paragraph.start()] + html[paragraph.end() :]) if people else html, people
    return html, None


def _public(written: str | None) -> str | None:
    """The address where anybody can read it: an archive also names what only its house reaches."""
    address = absolute_url(written, "") if written else None
    host = urlsplit(address).hostname if address else None
    return address if host and is_public_host(host) else None


def _named_by_text(*texts: str | None) -> str:
    """An id for what has none: the same text is the same article at the next import."""
    joined = "\n".join(filter(None, texts))
    return f"urn:sha-256:{hashlib.sha256(joined.encode()).hexdigest()[:32]}"


def as_legacy(draft: Draft) -> Draft:
    """What a reader of feeds made of an item of a saved feed."""
    return replace(draft, provenance=draft.provenance or Provenance.LEGACY_IMPORT)


def _language(stated: str | None, assumed: str, text: str) -> str:
    """What the item declares, unless the source says the same more exactly (`en-GB` for `en`);
    where it declares none, what its text plainly is."""
    tag = canonical_tag(stated or "") or detect_language(text[:_SAMPLE])
    return assumed if tag is None or assumed.startswith(f"{tag}-") else tag


def _translations(stated: tuple[Translation, ...], language: str) -> tuple[Translation, ...]:
    main = language.partition("-")[0]
    return tuple(found for found in stated if found.language.partition("-")[0] != main)
