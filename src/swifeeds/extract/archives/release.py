"""Releases of the Swiss federal administration: one message, its text in each language.

Each language is an article of its own; they have one number, and the guid says both.
"""

from __future__ import annotations

from collections.abc import Iterator

from swifeeds.extract.archives.dates import read_date, read_opening
from swifeeds.extract.archives.entry import Entry, NoArticle, PassedOver, Reading
from swifeeds.extract.archives.subjects import words_of
from swifeeds.extract.archives.xml_tree import every, first, local_name, parse, words
from swifeeds.extract.bodies import is_markup, paragraphs
from swifeeds.extract.enclosures import make_media
from swifeeds.extract.moments import Moment
from swifeeds.extract.text_constructs import raw_text
from swifeeds.localise.languages import detect_language
from swifeeds.markup import absolute_url, plain_text
from swifeeds.markup.xml import Element
from swifeeds.model import Media, Person, Signal

_BYTES_IN_KB = 1024
_SAMPLE = 4000


def read(body: bytes, reading: Reading) -> Iterator[Entry | NoArticle | PassedOver]:
    """An article for each language of each message of a portion.

    Raises:
        ExtractError: it is not well-formed.
    """
    root = parse(body, reading)
    messages = [root] if local_name(root) == "message" else every(root, "message")
    for place, message in enumerate(messages, 1):
        contents = every(message, "content")
        if not contents:
            yield NoArticle(place=place, reason="has no text in any language")
        own = _own_texts(contents)
        for content in contents:
            if content in own:
                yield _entry(place, message, content, reading)
            else:
                yield PassedOver(place=place, kind="texts that stand under a second language too")


def _own_texts(contents: list[Element]) -> list[Element]:
    """Of contents that say the same, the one in its language, else the first: where nobody has
    translated a release, its text stands in the place of the translation."""
    alike: dict[str, list[Element]] = {}
    for content in contents:
        letters = "".join(filter(str.isalnum, _said(content).casefold()))
        alike.setdefault(letters, []).append(content)
    return [_spoken(same) if len(same) > 1 else same[0] for same in alike.values()]


def _said(content: Element) -> str:
    """Title and text without their markup, by which texts are compared."""
    return plain_text(f"{words(content, 'title') or ''} {words(content, 'text') or ''}") or ""


def _spoken(same: list[Element]) -> Element:
    spoken = detect_language(_said(same[0])[:_SAMPLE])
    return next((one for one in same if one.get("lang") == spoken), same[0])


def _entry(place: int, message: Element, content: Element, reading: Reading) -> Entry:
    language = content.get("lang")
    published = read_date(words(message, "pubdate"), reading)
    topics = _named(message, "topics/topic", language)
    blocked = words(message, "blocking-period")
    return Entry(
        place=place,
        guid=f"{message.get('id') or 'message'}:{language or 'und'}",
        url=words(content, "uri", "url"),
        language=language,
        title=words(content, "title"),
        summary=words(content, "lead"),
        content=_text(content),
        published=published,
        updated=_revised(content, published, reading),
        authors=_offices(message, language),
        section=next(iter(topics), None),
        keywords=words_of([*topics[1:], *_named(message, "keywords/keyword", language)]),
        media=_attachments(content),
        contact=words(content, "contact"),
        embargo=read_opening(blocked, reading) if blocked else None,
        version=words(message, "version"),
        signal=_signal(content),
        withdrawn=(message.get("revoked") or "").lower() in ("yes", "true", "1"),
    )


def _text(content: Element) -> str | None:
    text = first(content, "text")
    written = raw_text(text) if text is not None else None
    return written if written is None or is_markup(written) else paragraphs(written)


def _revised(content: Element, published: Moment | None, reading: Reading) -> Moment | None:
    """The last revision, where it is later than the day of the release."""
    stated = (read_date(one.get("date"), reading) for one in every(content, "revisions/revision"))
    last = max(filter(None, stated), key=lambda moment: moment.at, default=None)
    return last if last and (published is None or last.at > published.at) else None


def _signal(content: Element) -> Signal | None:
    types = {(one.get("type") or "").upper() for one in every(content, "revisions/revision")}
    return Signal.CORRECTION if "R" in types else None


def _named(message: Element, path: str, language: str | None) -> list[str]:
    """Names in the language of the text; what has none in it says nothing there."""
    found = []
    for one in every(message, path):
        names = {name.get("lang"): words(name) for name in every(one, "name")}
        if name := names.get(language):
            found.append(name)
    return found


def _offices(message: Element, language: str | None) -> tuple[Person, ...] | None:
    """The offices that sign, the one that leads first."""
    originators = sorted(every(message, "originator"), key=lambda one: one.get("lead") != "yes")
    offices = [_office(one, language) for one in originators]
    return tuple(dict.fromkeys(filter(None, offices))) or None


def _office(originator: Element, language: str | None) -> Person | None:
    said = {
        part: next((words(x) for x in every(originator, part) if x.get("lang") == language), None)
        for part in ("name", "www", "email")
    }
    if said["name"] is None:
        return None
    url = absolute_url(said["www"], "") if said["www"] else None
    return Person(name=said["name"], url=url, email=said["email"])


def _attachments(content: Element) -> tuple[Media, ...]:
    found = []
    for one in every(content, "attachment"):
        kilobytes = words(one, "size-kb") or ""
        length = int(kilobytes) * _BYTES_IN_KB if kilobytes.isdecimal() else None
        kind = words(one, "format") or ""
        found.append(
            make_media(
                words(one, "uri"),
                "",
                stated_type=kind if "/" in kind else f"application/{kind.lower()}",
                length=length,
                caption=words(one, "title"),
            )
        )
    return tuple(medium for medium in found if medium is not None)
