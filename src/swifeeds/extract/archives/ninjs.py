"""ninjs 1 to 3, and what agencies and Superdesk make of it.

The generations differ in names (`headline`, `headlines`), in letter case (`versionCreated`) and in
whether associations are an object or a list; one reading takes them all.
"""

from __future__ import annotations

from collections.abc import Iterator

from swifeeds.extract.archives import refusals
from swifeeds.extract.archives.credit_lines import credit_in, read_byline
from swifeeds.extract.archives.dates import read_date, read_end
from swifeeds.extract.archives.entry import Entry, NoArticle, PassedOver, Reading
from swifeeds.extract.archives.marks import is_kill, shouted, signal_of, standing_of
from swifeeds.extract.archives.ninjs_items import (
    associated,
    described,
    items_in,
    lowered,
    texts_inside,
    value_of,
)
from swifeeds.extract.archives.ninjs_media import media_of
from swifeeds.extract.archives.ninjs_meta import (
    authors_of,
    byline_of,
    code_of,
    houses_of,
    keywords_of,
    licence_of,
    rights_of,
    section_of,
    translations_of,
)
from swifeeds.extract.archives.taken_back import takes_back
from swifeeds.extract.bodies import is_markup, paragraphs
from swifeeds.extract.hostile_json import Table, entries, table, text
from swifeeds.extract.moments import Moment

_HTML = ("body_html", "body_xhtml", "body_html5")
_PLAIN = ("body_text", "body_nitf")
_BODY_ORDER = ("xhtml", "html", "html5", "main", "text")


def read(body: bytes, reading: Reading) -> Iterator[Entry | NoArticle | PassedOver]:
    """The items of a portion.

    Raises:
        ExtractError: it is no JSON.
    """
    for place, item in enumerate(items_in(value_of(body, reading)), 1):
        parts = () if _html(lowered(item)) else texts_inside(item)
        for one in parts or (item,):
            yield _read(one, place, reading)


def _read(item: Table, place: int, reading: Reading) -> Entry | NoArticle:
    stated = lowered(item)
    status = standing_of(text(stated.get("pubstatus")))
    html = _html(stated)
    if not status.withdrawn and (refusal := _refusal(stated, html)):
        return NoArticle(place=place, reason=refusal)
    created = _first_date(stated, reading, "firstpublished", "firstcreated", "contentcreated")
    version = _first_date(stated, reading, "versioncreated")
    published = created or version
    embargo = read_end(text(stated.get("embargoed")), reading)
    houses = houses_of(stated)
    authors, agency = read_byline(byline_of(stated), houses=houses)
    title = described(stated, "headline", "headlines") or text(stated.get("title"))
    services = [text(table(one).get("name")) for one in entries(stated.get("service"))]
    notes = [text(note) for note in entries(stated.get("ednote"))]
    notes += [shouted(title), shouted(text(stated.get("slugline")))]
    is_later = version and published and version.at > published.at
    return Entry(
        place=place,
        guid=_guid(stated),
        url=_address(stated),
        language=text(stated.get("language")),
        title=title,
        summary=described(stated, "description_text", "descriptions", html="description_html"),
        content=html,
        published=published,
        updated=version if is_later else None,
        authors=authors or authors_of(stated),
        credit=agency or credit_in(houses),
        section=next(filter(None, services), None) or section_of(stated),
        keywords=keywords_of(stated, services),
        media=media_of(stated),
        translations=translations_of(stated),
        rights=rights_of(stated),
        license=licence_of(stated),
        embargo=embargo,
        version=text(stated.get("version")),
        signal=signal_of(map(code_of, entries(stated.get("signals"))), *notes),
        held=_held(stated, status.held, has_end=embargo is not None),
        withdrawn=status.withdrawn or is_kill(title),
        takes_back=_named(stated, is_notice=html is None or is_kill(title)),
    )


def _named(stated: Table, *, is_notice: bool) -> tuple[str, ...]:
    """Items that a withdrawn one takes back: what it evolved from, and those associated as such."""
    earlier = [text(stated.get(name)) for name in ("evolvedfrom", "rewrite_of")]
    others = [
        text(one.get("uri")) or text(one.get("guid"))
        for relation, one in associated(stated)
        if takes_back(f"{relation} {text(one.get('type')) or ''}", is_notice=is_notice)
    ]
    return tuple(filter(None, [*earlier, *others]))


def _refusal(stated: Table, html: str | None) -> str | None:
    """By its type; by what it has where it states none."""
    kind = text(stated.get("type"))
    if kind == "event" or "eventdetails" in stated:
        return refusals.EVENT
    if kind in ("planning", "coverage"):
        return refusals.PLAN
    if refusal := refusals.refusal_of(kind):
        return refusal
    if kind == "composite" and html is None:
        return refusals.PACKAGE
    if kind is None and html is None and stated.get("renditions"):
        return refusals.PICTURE
    return None if _is_news(stated) else refusals.EMPTY


def _is_news(stated: Table) -> bool:
    named = ("headline", "headlines", "title", "description_text", "descriptions", "bodies")
    return any(stated.get(name) for name in (*named, *_HTML, *_PLAIN))


def _html(stated: Table) -> str | None:
    """The body, rich before plain, of either generation; the reverse is the same text again."""
    for name in _HTML:
        if (found := text(stated.get(name))) is not None:
            return found
    bodies = [lowered(table(one)) for one in entries(stated.get("bodies"))]
    bodies.sort(key=_rank)
    plain = [text(stated.get(name)) for name in _PLAIN] + [text(b.get("value")) for b in bodies]
    found = next(filter(None, plain), None)
    if found is None or is_markup(found):
        return found
    return paragraphs(found)


def _rank(body: Table) -> int:
    role = (text(body.get("role")) or "").lower()
    is_html = "html" in (text(body.get("contenttype")) or "")
    known = _BODY_ORDER.index(role) if role in _BODY_ORDER else len(_BODY_ORDER)
    return known if is_html or "html" in role else known + len(_BODY_ORDER)


def _first_date(stated: Table, reading: Reading, *names: str) -> Moment | None:
    found = (read_date(text(stated.get(name)), reading) for name in names)
    return next(filter(None, found), None)


def _held(stated: Table, held: str | None, *, has_end: bool) -> str | None:
    """An embargo without an end holds until somebody says otherwise; one with an end does not."""
    if has_end:
        return None
    unread = text(stated.get("embargoed"))
    if unread is not None:
        return f"the end of its embargo cannot be read: “{unread[:60]}”"
    reason = text(stated.get("embargoedreason"))
    if held is None and reason:
        return f"it is embargoed without an end ({reason[:120]})"
    return held


def _guid(stated: Table) -> str | None:
    """The item's name; one that holds a query is of an interface, and differs with who asks."""
    name = text(stated.get("uri")) or text(stated.get("guid"))
    kept = text(table(stated.get("altids")).get("itemid"))
    if kept and name and "?" in name:
        return kept
    return name or _other_id(stated)


def _other_id(stated: Table) -> str | None:
    """The first of the alternative ids."""
    others = stated.get("altids")
    if isinstance(others, dict):
        return next(filter(None, map(text, others.values())), None)
    return next(filter(None, (text(table(one).get("value")) for one in entries(others))), None)


def _address(stated: Table) -> str | None:
    """The page of the item, where it names one: its `uri` is a name, not an address."""
    for name in ("url", "canonicalurl", "webcanonicalurl", "permalink"):
        if found := text(stated.get(name)):
            return found
    for link in map(table, entries(stated.get("links"))):
        if text(link.get("rel")) in ("canonical", "alternate", "self"):
            return text(link.get("href"))
    return None
