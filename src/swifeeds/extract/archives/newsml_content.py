"""The content of NewsML 1: the text among an item's components, and the pictures beside it."""

from __future__ import annotations

from dataclasses import dataclass

from swifeeds.extract.archives.nitf_body import as_html
from swifeeds.extract.archives.xml_tree import every, first, markup_of, words
from swifeeds.extract.bodies import is_markup, paragraphs
from swifeeds.extract.enclosures import make_media
from swifeeds.extract.text_constructs import raw_text
from swifeeds.markup.xml import Element
from swifeeds.model import Media

_MAIN = ("body", "main", "maintext", "text", "story")
_LEADS = ("lead", "lede", "summary", "abstract", "intro")
_ASIDE = frozenset({
    "title", "headline", "subtitle", "caption", "keyword", "byline", "signature", "dateline",
    "slug", "note", "editornote", *_LEADS,
})  # fmt: skip
_FAMILIES = {"photo": "image", "graphic": "image", "picture": "image", "audio": "audio",
             "video": "video"}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """The text of an item as HTML that nobody has cleaned yet, and its lead where it is apart."""

    html: str | None = None
    lead: str | None = None


def texts_of(item: Element) -> Texts:
    """What components say: the main text, else the longest that is no title and no caption."""
    said: dict[str, list[str]] = {}
    for content in every(item, "//ContentItem"):
        data = first(content, "DataContent")
        kind = (_formal(content, "MediaType") or "text").lower()
        if data is not None and kind == "text" and (html := _text(data)):
            said.setdefault(_role(content), []).append(html)
    main = [html for role in _MAIN for html in said.get(role, ())]
    other = [html for role, texts in said.items() if role not in _ASIDE for html in texts]
    lead = next((html for role in _LEADS for html in said.get(role, ())), None)
    return Texts(
        html=next(iter(main), None) or max(other, key=len, default=None) or lead, lead=lead
    )


def _role(content: Element) -> str:
    """The role of the nearest component around that has one."""
    component = content.getparent()
    while component is not None:
        if (role := _formal(component, "Role")) is not None:
            return role.lower()
        component = component.getparent()
    return ""


def _text(data: Element) -> str | None:
    if (body := first(data, "//body.content")) is not None:
        return as_html(body)
    if (body := first(data, "//body")) is not None:
        return as_html(body)
    if len(data):
        return as_html(data)
    text = raw_text(data)
    if text is None or is_markup(text):
        return text
    return paragraphs(text)


def media_of(item: Element) -> tuple[Media, ...]:
    """Pictures, sound and film of the item's components that have an address."""
    found = []
    for component in every(item, "//NewsComponent"):
        for content in every(component, "ContentItem"):
            family = _FAMILIES.get((_formal(content, "MediaType") or "").lower())
            if family is not None and content.get("Href"):
                found.append(_medium(content, component, family))
    return tuple(medium for medium in found if medium is not None)


def _medium(content: Element, component: Element, family: str) -> Media | None:
    sizes = {
        (one.get("FormalName") or "").lower(): one.get("Value")
        for one in every(content, "Characteristics/Property")
    }
    lines = first(component, "NewsLines")
    mime = first(content, "MimeType")
    return make_media(
        content.get("Href"),
        "",
        stated_type=None if mime is None else mime.get("FormalName"),
        medium=family,
        length=words(content, "Characteristics/SizeInBytes"),
        width=sizes.get("width"),
        height=sizes.get("height"),
        caption=markup_text(_caption(component)) or words(lines, "HeadLine"),
        credit=words(lines, "CreditLine") or words(lines, "ByLine"),
    )


def markup_text(element: Element | None) -> str | None:
    """The words of a caption, whatever marks it up."""
    return None if element is None else words(element) or markup_of(element)


def _caption(component: Element) -> Element | None:
    for inner in every(component, "NewsComponent"):
        if (_formal(inner, "Role") or "").lower() == "caption":
            return first(inner, "ContentItem/DataContent")
    return None


def _formal(element: Element, path: str) -> str | None:
    found = first(element, path)
    return None if found is None else found.get("FormalName")
