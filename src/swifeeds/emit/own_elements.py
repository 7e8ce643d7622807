"""What RSS and Atom say alike: Dublin Core relations, Media RSS, feed history, our own elements.

Ours are facts that no other vocabulary has a word for, as language-neutral codes; the text of an
element is the sentence that the entry's content shows. Documented at `/ns/`.
"""

from __future__ import annotations

from swifeeds.emit.addresses import NAMESPACE
from swifeeds.emit.namespaces import DCTERMS, HISTORY, MEDIA, Element, add, qualified
from swifeeds.markup import parse_xml
from swifeeds.model import Entry, Feed, Media, Precision, TranslationRole

_ROLES = {TranslationRole.ORIGINAL: "isVersionOf", TranslationRole.TRANSLATION: "hasVersion"}


def add_own_elements(parent: Element, entry: Entry) -> None:
    """`swi:credit`, `swi:provenance`, `swi:trust`, `swi:contributions`, `swi:reading`, `swi:tdm`,
    `swi:precision`, and `swi:withdrawn` in a notice."""
    if entry.credit is not None:
        credit = add(parent, _own("credit"), entry.credit_text, code=entry.credit.code)
        for agency in entry.credit.agencies:
            add(credit, _own("agency"), agency)
    if entry.provenance is not None:
        add(parent, _own("provenance"), entry.provenance_text, code=entry.provenance.value)
    for scheme, certificate in entry.trust:
        add(parent, _own("trust"), entry.trust_text, scheme=scheme, href=certificate)
    if entry.contributions is not None:
        code = f"contributions-{entry.contributions.value}"
        add(parent, _own("contributions"), entry.contributions_text, code=code)
    if entry.reading_minutes is not None:
        minutes = str(entry.reading_minutes)
        add(parent, _own("reading"), entry.reading_text, minutes=minutes)
    if entry.mining is not None:
        said = {"reservation": str(int(entry.mining.reserved)), "policy": entry.mining.policy}
        add(parent, _own("tdm"), **said)
    if entry.precision is Precision.DAY:
        add(parent, _own("precision"), code=entry.precision.value)
    if entry.is_notice:
        add(parent, _own("withdrawn"), entry.withdrawn_text)


def add_relations(parent: Element, entry: Entry) -> None:
    """`dcterms`: the pages of its stories, the original of a translation, translations of an
    original."""
    for story in entry.stories:
        add(parent, qualified(DCTERMS, "isPartOf"), story.url)
    for other in entry.translations:
        if other.role is not None:
            add(parent, qualified(DCTERMS, _ROLES[other.role]), other.url)


def add_terms(parent: Element, entry: Entry) -> None:
    """A publisher's terms for machines as it wrote them (RSL 1.0)."""
    for written in entry.rsl_elements:
        parent.append(parse_xml(written.encode()))


def add_history(parent: Element, feed: Feed) -> None:
    """`fh:archive` in an archive page, `fh:complete` in a document that is the whole feed
    (RFC 5005 sections 2 and 4)."""
    if feed.key.page:
        add(parent, qualified(HISTORY, "archive"))
    elif feed.chain.complete:
        add(parent, qualified(HISTORY, "complete"))


def add_media(parent: Element, entry: Entry) -> None:
    """`media:content` of each, and `media:thumbnail` of the lead image (Media RSS 1.5.1)."""
    for media in entry.media:
        _add_content(parent, media)
    if (lead := entry.lead_image) is not None:
        add(
            parent,
            qualified(MEDIA, "thumbnail"),
            url=lead.url,
            width=_number(lead.width),
            height=_number(lead.height),
        )


def _add_content(parent: Element, media: Media) -> None:
    """With its caption and credit."""
    content = add(
        parent,
        qualified(MEDIA, "content"),
        url=media.url,
        medium=media.medium,
        type=media.type,
        fileSize=_number(media.length),
        width=_number(media.width),
        height=_number(media.height),
    )
    if description := media.caption or media.alt:
        add(content, qualified(MEDIA, "description"), description, type="plain")
    if media.credit:
        add(content, qualified(MEDIA, "credit"), media.credit)


def _own(name: str) -> str:
    return qualified(NAMESPACE, name)


def _number(value: int | None) -> str | None:
    return str(value) if value is not None else None
