"""NewsML 1: news items, each a tree of components of which some are text and some are pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from swifeeds.extract.archives import refusals
from swifeeds.extract.archives.credit_lines import credit_in, read_byline
from swifeeds.extract.archives.dates import read_date, read_opening
from swifeeds.extract.archives.entry import Entry, NoArticle, PassedOver, Reading
from swifeeds.extract.archives.marks import is_kill, shouted, signal_of, standing_of
from swifeeds.extract.archives.newsml_content import media_of, texts_of
from swifeeds.extract.archives.subjects import is_top_level, top_level, words_of
from swifeeds.extract.archives.taken_back import takes_back
from swifeeds.extract.archives.xml_tree import every, first, language_at, local_name, parse, words
from swifeeds.extract.moments import Moment
from swifeeds.markup.xml import Element

_CODED = ("Subject", "SubjectMatter", "SubjectDetail")
_NO_ARTICLE = {
    "Photo": refusals.PICTURE, "Graphic": refusals.GRAPHIC, "Audio": refusals.SOUND,
    "Video": refusals.FILM, "Animation": refusals.GRAPHIC, "ComplexData": refusals.DATA,
}  # fmt: skip
_PARTS = 6
"""Of a public identifier: urn, newsml, provider, day, id, revision."""

_MESSAGE = re.compile(r"^(?:Alert|Delete|Cancel|Kill)$", re.IGNORECASE)


def read(body: bytes, reading: Reading) -> Iterator[Entry | NoArticle | PassedOver]:
    """The news items of a portion.

    Raises:
        ExtractError: it is not well-formed.
    """
    root = parse(body, reading)
    items = [root] if local_name(root) == "NewsItem" else every(root, "NewsItem")
    for place, item in enumerate(items, 1):
        yield _read(item, place, reading)


def _read(item: Element, place: int, reading: Reading) -> Entry | NoArticle:
    texts = texts_of(item)
    html = texts.html
    status = standing_of(_formal(item, "NewsManagement/Status"))
    instruction = _formal(item, "NewsManagement/Instruction")
    withdrawn = status.withdrawn or _MESSAGE.match(instruction or "") is not None
    if html is None and not withdrawn and (refusal := _refusal(item)):
        return NoArticle(place=place, reason=refusal)
    management = first(item, "NewsManagement")
    lines = first(item, "//NewsLines")
    created = read_date(words(management, "FirstCreated"), reading)
    revised = read_date(words(management, "ThisRevisionCreated"), reading)
    published = created or revised or _day(item, reading)
    future, until = _future(management)
    embargo = read_opening(until, reading) if future else None
    houses = _houses(item, lines)
    authors, agency = read_byline(words(lines, "ByLine", "Byline"), houses=houses)
    title = words(lines, "HeadLine", "Headline") or words(item, "Identification/NameLabel")
    slug = words(lines, "SlugLine") or words(item, "Identification/NameLabel")
    notes = [words(one) for one in every(item, "//NewsLine/NewsLineText")]
    return Entry(
        place=place,
        guid=_guid(item),
        language=_language(item, lines),
        title=title,
        summary=words(lines, "SubHeadLine") or texts.lead,
        content=html,
        published=published,
        updated=revised if revised and published and revised.at > published.at else None,
        authors=authors,
        credit=agency or credit_in(houses),
        section=_section(item),
        keywords=words_of([*_subjects(item), *map(words, every(lines, "KeywordLine")), slug]),
        media=media_of(item),
        rights=words(lines, "CopyrightLine") or _holder(item),
        embargo=embargo,
        version=words(item, "Identification/NewsIdentifier/RevisionId"),
        signal=signal_of([instruction, *_revision(item)], shouted(slug), shouted(title), *notes),
        held=None if embargo else status.held,
        withdrawn=withdrawn or is_kill(title),
        takes_back=_named(management, is_notice=html is None or is_kill(title)),
    )


def _named(management: Element | None, *, is_notice: bool) -> tuple[str, ...]:
    """Items that a withdrawn one takes back, by the identifier without its version."""
    named = []
    for name in ("DerivedFrom", "AssociatedWith"):
        for one in every(management, name):
            relation = one.get("FormalName") or words(one, "Comment")
            if one.get("NewsItem") and takes_back(relation, is_notice=is_notice):
                named.append(_unversioned(one.get("NewsItem") or ""))
    return tuple(named)


def _refusal(item: Element) -> str | None:
    """What it is, by its media: one that has a text somewhere else is left to its headline."""
    kinds = [one.get("FormalName") or "" for one in every(item, "//MediaType")]
    if not kinds or "Text" in kinds:
        return None if words(first(item, "//NewsLines"), "HeadLine") else refusals.EMPTY
    return _NO_ARTICLE.get(kinds[0], refusals.DATA)


def _formal(item: Element | None, path: str) -> str | None:
    """The `FormalName` of an element: NewsML's way to say a code."""
    found = first(item, path)
    return None if found is None else found.get("FormalName")


def _guid(item: Element) -> str | None:
    """The public identifier without its version: later revisions are the same article."""
    identifier = first(item, "Identification/NewsIdentifier")
    provider, day = words(identifier, "ProviderId"), words(identifier, "DateId")
    number = words(identifier, "NewsItemId")
    if provider and number:
        return ":".join(filter(None, ("urn:newsml", provider, day, number)))
    whole = words(identifier, "PublicIdentifier")
    return _unversioned(whole) if whole else number


def _unversioned(identifier: str) -> str:
    """`urn:newsml:provider:day:id:2A` without what stands behind the id: its revision."""
    parts = identifier.strip().split(":")
    is_whole = identifier.startswith("urn:newsml:") and len(parts) >= _PARTS
    return ":".join(parts[:-1]) if is_whole else ":".join(parts)


def _day(item: Element, reading: Reading) -> Moment | None:
    return read_date(words(item, "Identification/NewsIdentifier/DateId"), reading)


def _future(management: Element | None) -> tuple[str | None, str | None]:
    """`StatusWillChange`: what it will be, and when; only "usable" is an embargo."""
    change = first(management, "StatusWillChange")
    future = _formal(change, "FutureStatus")
    is_embargo = (future or "").lower() == "usable"
    return (future if is_embargo else None), words(change, "DateAndTime")


def _houses(item: Element, lines: Element | None) -> list[str]:
    named = [words(lines, "CreditLine")]
    for name in ("Provider", "Source", "Creator"):
        for party in every(item, f"//{name}"):
            named += [one.get("FormalName") for one in every(party, "Party")]
    return list(dict.fromkeys(house for house in named if house))


def _language(item: Element, lines: Element | None) -> str | None:
    for language in every(item, "//DescriptiveMetadata"):
        if stated := _formal(language, "Language"):
            return stated
    stated = language_at(first(lines, "HeadLine"))
    return stated if stated and not stated.startswith("x-") else language_at(item)


def _section(item: Element) -> str | None:
    named = _names(item)
    codes = [one.get("FormalName") for name in _CODED for one in every(item, f"//{name}")]
    exact = next(filter(is_top_level, codes), None)
    if exact is not None:
        return named.get(exact) or top_level(exact)
    return next(filter(None, map(top_level, codes)), None)


def _subjects(item: Element) -> list[str | None]:
    named = _names(item)
    codes = [one.get("FormalName") for name in _CODED for one in every(item, f"//{name}")]
    said = [named.get(code or "") for code in codes]
    properties = [
        one.get("Value")
        for one in every(item, "//Property")
        if (one.get("FormalName") or "").lower() in ("keyword", "category")
    ]
    return [*said, *properties]


def _names(item: Element) -> dict[str, str]:
    """What topics of the item's own sets call a code; English before other languages."""
    found = {}
    for topic in every(item, "//Topic"):
        code = words(topic, "FormalName")
        described = [one for one in every(topic, "Description") if one.get("Variant") != "Category"]
        described.sort(key=lambda one: language_at(one) != "en")
        name = next(filter(None, map(words, described)), None)
        if code and name:
            found[code] = name
    return found


def _revision(item: Element) -> list[str | None]:
    """`Update="A"` replaces a text that was sent before."""
    revision = first(item, "Identification/NewsIdentifier/RevisionId")
    previous = revision.get("PreviousRevision") if revision is not None else None
    return ["update"] if previous and previous.isdecimal() and int(previous[:9]) > 0 else []


def _holder(item: Element) -> str | None:
    return words(first(item, "//Copyright"), "CopyrightHolder")
