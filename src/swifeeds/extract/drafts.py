"""From what a feed says to drafts: languages and dates understood, doubles and dead ends told.

An item that cannot be used costs itself alone. What is wrong with it becomes one sentence that
names it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeAlias

from swifeeds.extract.address_language import named_language
from swifeeds.extract.item import Channel, Item
from swifeeds.extract.item_embargo import ItemEmbargo, embargo_apart
from swifeeds.extract.item_people import credit_apart, people_apart
from swifeeds.extract.moments import Moment, is_zero_date, read_moment
from swifeeds.extract.reached import with_link_for_readers
from swifeeds.extract.shorten import first_words, lead
from swifeeds.extract.spoken import in_own_language, is_doubtful
from swifeeds.localise.languages import canonical_tag, detect_language
from swifeeds.localise.negotiation import primary_subtag
from swifeeds.markup import plain_text, url_key
from swifeeds.model import (
    Document,
    Draft,
    Extraction,
    Link,
    MiningTerms,
    Publish,
    Reject,
    Source,
    Translation,
)

_Dates: TypeAlias = tuple[Moment | None, Moment | None]


def assemble(
    channel: Channel,
    items: Iterable[Item],
    *,
    document: Document,
    source: Source,
    rejects: tuple[Reject, ...] = (),
    remarks: tuple[Reject, ...] = (),
    hears: bool = True,
) -> Extraction:
    """All that a feed yields: with what is set aside, and with remarks on what is not. With
    `hears`, words may prove an inherited language wrong.

    A draft of which the feed gives no text is also a link to its page, where the source's text may
    be published in full.
    """
    told, noted = list(rejects), list(remarks)
    assumed = _language(channel.language, source.language, document.final_url, noted)
    drafts = []
    distinct = _distinct(items)
    is_heard = hears and is_doubtful(distinct, assumed, source)
    for entry in distinct:
        item = entry
        if item.is_known:
            continue
        item = with_link_for_readers(item, document.final_url, noted)
        if (fault := _fault(item)) is not None:
            told.append(Reject(subject=item.subject, reason=fault))
            continue
        stated = item.language or (_named_language(item) if channel.language is None else None)
        language = _language(stated, assumed, item.subject, noted)
        if stated is None and is_heard:
            item, language = in_own_language(item, language, source)
        dates = _dates(item, language, source, noted)
        said = _within(item, channel, document.mining)
        said, embargo = embargo_apart(said, source, language=language, near=document.retrieved)
        said = people_apart(said, source, document.final_url)
        draft = _draft(said, dates, embargo, language=language, source=source, document=document)
        drafts.append(credit_apart(draft))
    return Extraction(
        drafts=tuple(drafts),
        links=_links(drafts, source),
        rejects=tuple(told),
        noted=tuple(noted),
        seen=tuple(item.digest for item in distinct if item.is_known and item.digest),
    )


def _language(stated: str | None, assumed: str, subject: str, noted: list[Reject]) -> str:
    """A declared language, unless it is unknown or says less than we know (`en` of `en-GB`)."""
    if stated is None:
        return assumed
    tag = canonical_tag(stated)
    if tag is None:
        reason = f'its language "{stated[:40]}" is unknown; {assumed} is assumed'
        noted.append(Reject(subject=subject, reason=reason))
        return assumed
    return assumed if assumed.startswith(f"{tag}-") else tag


def _distinct(items: Iterable[Item]) -> list[Item]:
    """Each item once. One guid at two addresses may be two articles: the batch will show."""
    kept: dict[tuple[str | None, ...], Item] = {}
    for item in items:
        name = (item.guid, url_key(item.url) if item.url else item.title)
        kept.setdefault(name if any(name) else (item.subject,), item)
    return list(kept.values())


def _fault(item: Item) -> str | None:
    """Why no article can be made of it, or None."""
    if item.url is None and item.guid is None:
        return "has neither a link nor a guid, so it could not be known again"
    is_empty = item.title is None and item.summary is None and _words(item.content) is None
    if is_empty and not item.withdrawn:
        return "has neither a title nor any text"
    return None


def _words(content: str | None) -> str | None:
    return plain_text(content) if content else None


def _draft(
    item: Item,
    dates: _Dates,
    embargo: ItemEmbargo,
    *,
    language: str,
    source: Source,
    document: Document,
) -> Draft:
    published, updated = dates
    dated = published or updated
    title = item.title or first_words(item.summary or _words(item.content) or item.subject)
    guessed = [] if item.title else [("title", "text")]
    guessed += [("published", "updated")] if updated and not published else []
    guessed += [("embargoed_until", embargo.origin)] if embargo.origin else []
    return Draft(
        source_id=source.id,
        retrieved=document.retrieved,
        language=language,
        title=title,
        guid=item.guid,
        url=item.url,
        summary=lead(item.summary) if item.summary and item.summary != title else None,
        content=item.content,
        published=dated.at if dated else None,
        updated=updated.at if updated else None,
        dating=dated.dating if dated else None,
        authors=item.authors,
        credit=item.credit,
        section=item.categories[0] if item.categories else None,
        keywords=item.categories[1:],
        media=item.media,
        translations=_translations(item.translations, language),
        stories=item.stories,
        provenance=item.provenance,
        withdrawn=item.withdrawn,
        embargoed_until=embargo.until,
        held=embargo.held,
        rights=item.rights,
        license=item.license,
        rsl=item.rsl,
        rsl_elements=item.rsl_elements,
        mining=item.mining,
        origin=item.origin,
        provenances=(*guessed, *item.provenances),
        digest=None if _needs_page(item, source) else item.digest,
    )


def _within(item: Item, channel: Channel, mining: MiningTerms | None) -> Item:
    """With what the feed says for all items that do not say it; of rights and terms for its own
    alone.

    Most feeds say next to nothing: an item is made anew only where there is something to add.
    """
    said: dict[str, Any] = {"authors": channel.authors}
    if item.origin is None:
        said |= {
            "rights": channel.rights,
            "license": channel.license,
            "rsl": channel.rsl,
            "mining": mining,
        }
    added = {name: value for name, value in said.items() if value and not getattr(item, name)}
    return replace(item, **added) if added else item


def _dates(item: Item, language: str, source: Source, noted: list[Reject]) -> _Dates:
    """Published and updated."""
    return (
        _moment(item.published, item, language, source, noted),
        _moment(item.updated, item, language, source, noted),
    )


def _moment(
    written: str | None, item: Item, language: str, source: Source, noted: list[Reject]
) -> Moment | None:
    if written is None or is_zero_date(written):
        return None
    moment = read_moment(written, language=language, zone=source.time_zone)
    if moment is None and (other := _apparent_language(item)) not in (None, language):
        moment = read_moment(written, language=other, zone=source.time_zone)
    if moment is None:
        reason = f'its date "{written[:60]}" cannot be read and was left out'
        noted.append(Reject(subject=item.subject, reason=reason))
    return moment


def _apparent_language(item: Item) -> str | None:
    """Feeds that forget to say that they are in Portuguese write their dates in it all the same."""
    return detect_language(" ".join(filter(None, (item.title, item.summary))))


def _named_language(item: Item) -> str | None:
    """What the item's address names, unless its words are plainly in another language."""
    named = named_language(item.url) if item.url else None
    return named if named and _apparent_language(item) in {None, primary_subtag(named)} else None


def _translations(stated: tuple[Translation, ...], language: str) -> tuple[Translation, ...]:
    """In other languages only: a link to the same language is another copy, no translation."""
    main = language.partition("-")[0]
    return tuple(found for found in stated if found.language.partition("-")[0] != main)


def _links(drafts: list[Draft], source: Source) -> tuple[Link, ...]:
    return tuple(
        Link(url=draft.url, draft=draft)
        for draft in drafts
        if draft.url and _needs_page(draft, source)
    )


def _needs_page(item: Item | Draft, source: Source) -> bool:
    """True where the text that may be published stands on the item's page alone: the page may
    change while the item does not."""
    return source.publish is Publish.FULL and item.url is not None and not item.content
