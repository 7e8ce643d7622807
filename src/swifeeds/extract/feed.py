"""Reading whatever a feed address gives: which format it is, and how much of a broken one holds.

XML is read strictly, then with recovery; where that finds fewer items than the text shows,
feedparser is asked as the last resort. A broken feed gives what it has and one sentence of what
is wrong.
"""

from __future__ import annotations

import re
from dataclasses import replace

from swifeeds.errors import ExtractError, NotAFeed
from swifeeds.extract import atom, jsonfeed, rss
from swifeeds.extract.entry_digests import NONE, Entries, entries_of
from swifeeds.extract.hostile_json import read_json, salvage_items, table
from swifeeds.extract.names import elements_named, local_name
from swifeeds.extract.page_in_place import describe_page
from swifeeds.extract.polling_wish import polling_wish
from swifeeds.markup import decode, read_xml
from swifeeds.markup.xml import Element
from swifeeds.model import Document, Extraction, Reject, Remembered, Source

_RSS_ROOTS = ("rss", "rdf", "RDF", "channel")
_ATOM_ROOTS = ("feed", "entry")
_HIDDEN = re.compile(r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)", re.DOTALL)
_LONGEST_FOR_ANOTHER = 1_000_000
_MOST_FOR_ANOTHER = 1_000
"""Characters and items of what feedparser is asked about: it takes seconds for so much, and what
takes too long is killed with all that was read before."""

_END = re.compile(r"</(?:[\w.-]+:)?(?:item|entry|channel|feed|rss|rdf)\s*>", re.IGNORECASE)
_ITEM = re.compile(r"<(?:[\w.-]+:)?(?:item|entry)(?=[\s>/])", re.IGNORECASE)


def read_feed(
    document: Document, source: Source, remembered: Remembered | None = None
) -> Extraction:
    """The drafts and links of a feed in any format.

    Args:
        document: the feed.
        source: whose language and zone hold where the feed names none.
        remembered: entries of XML feeds that are not read again while they do not change.

    Raises:
        NotAFeed: nothing came, or a page, or something that has no items.
        ExtractError: a document that is refused as unsafe, or JSON that is none.
    """
    url = document.final_url
    if not document.body.strip():
        raise NotAFeed("is empty where a feed was expected; check the address", url=url)
    entries = entries_of(document, remembered)
    if entries.is_old:
        return Extraction(seen=entries.digests)
    text = decode(document.body, document.charset).lstrip("\ufeff \t\r\n")
    if text[:1] in ("{", "["):
        return _json(document, source)
    return _xml(document, source, text, entries)


def _json(document: Document, source: Source) -> Extraction:
    url = document.final_url
    try:
        data = read_json(document.body, charset=document.charset, url=url)
    except ExtractError as error:
        items = salvage_items(document.body, charset=document.charset)
        if not items:
            raise
        broken = Reject(subject=url, reason=f"{error.message}; {_could_be_read(len(items))}")
        return jsonfeed.read({"items": list(items)}, document, source, rejects=(broken,))
    if not isinstance(table(data).get("items"), list):
        raise NotAFeed("is JSON without a list of items, so it is no JSON Feed", url=url)
    return jsonfeed.read(table(data), document, source)


def _xml(document: Document, source: Source, text: str, entries: Entries) -> Extraction:
    whole, rejects = _tree(text, document.final_url)
    root = _feed_in(whole)
    if root is None:
        raise NotAFeed(_what_came(whole, text, document.final_url), url=document.final_url)
    if rejects:
        entries = NONE
        _drop_torn(root, text)
    extraction = _read_tree(root, document, source, rejects, entries)
    shown = _items_shown(text) if rejects and len(text) <= _LONGEST_FOR_ANOTHER else 0
    if not 0 < shown <= _MOST_FOR_ANOTHER or _items_in(root) >= shown:
        return extraction
    # Imported here: it costs a quarter of a second, and one feed in twenty needs it.
    from swifeeds.extract import lastresort  # noqa: PLC0415

    second = lastresort.read(document, source, rejects=rejects)
    return second if len(second.drafts) > len(extraction.drafts) else extraction


def _tree(text: str, url: str) -> tuple[Element, tuple[Reject, ...]]:
    """The root, and what was wrong when only a part of the document could be read."""
    root, fault = read_xml(text, url=url)
    if fault is None:
        return root, ()
    reason = f"{fault.message}; {_could_be_read(_items_in(root))}"
    return root, (Reject(subject=url, reason=reason),)


def _could_be_read(items: int) -> str:
    return f"{items} {'item' if items == 1 else 'items'} could be read"


def _feed_in(whole: Element) -> Element | None:
    """The feed's own root: some servers wrap a page around it."""
    if local_name(str(whole.tag)) in {*_RSS_ROOTS, *_ATOM_ROOTS} or _items_in(whole):
        return next(elements_named(whole, *_RSS_ROOTS, "feed"), whole)
    return None


def _what_came(whole: Element, text: str, url: str) -> str:
    name = local_name(str(whole.tag))
    if name == "html" or text[:14].lower() == "<!doctype html":
        return describe_page(text, url)
    if "\0" in text:
        return "is no text but binary data, not a feed"
    return f"is XML of another kind (<{name[:40]}>), not a feed"


def _read_tree(
    root: Element,
    document: Document,
    source: Source,
    rejects: tuple[Reject, ...],
    entries: Entries,
) -> Extraction:
    read = atom.read if local_name(str(root.tag)) in _ATOM_ROOTS else rss.read
    read_so = read(root, document, source, rejects=rejects, entries=entries)
    return replace(read_so, ttl=polling_wish(root))


def _drop_torn(root: Element, text: str) -> None:
    """Take away the field in the midst of which a document breaks off: half a text is no text, and
    what an entry does not say is not forgotten."""
    visible = _HIDDEN.sub("", text)
    starts = [found.start() for found in _ITEM.finditer(visible)]
    elements = [*elements_named(root, "item", "entry")]
    if not starts or len(starts) != len(elements) or _END.search(visible, starts[-1]):
        return
    last = next(elements[-1].iterchildren("{*}*", reversed=True), None)
    if last is not None and not _is_closed(local_name(str(last.tag)), visible[starts[-1] :]):
        elements[-1].remove(last)


def _is_closed(name: str, tail: str) -> bool:
    """True where the last element of that name ends, by a tag of its own or in itself."""
    spelling = rf"(?:[\w.-]+:)?{re.escape(name)}"
    tags = re.findall(rf"<(/?){spelling}(?:\s[^<>]*)?>", tail, re.IGNORECASE)
    is_empty = re.search(rf"<{spelling}\s[^<>]*/>[^<]*(?:<[^>]*)?\Z", tail, re.IGNORECASE)
    return is_empty is not None or tags[-1:] == ["/"]


def _items_in(root: Element) -> int:
    return sum(1 for _ in elements_named(root, "item", "entry"))


def _items_shown(text: str) -> int:
    return len(_ITEM.findall(_HIDDEN.sub("", text)))
