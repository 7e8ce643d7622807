"""The content of a NewsML-G2 item: text in any of the forms that providers put there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from swifeeds.extract.archives.nitf_body import read_body
from swifeeds.extract.archives.xml_tree import every, first, language_at, local_name, markup_of
from swifeeds.extract.bodies import is_markup, paragraphs
from swifeeds.extract.text_constructs import raw_text
from swifeeds.markup.xml import Element
from swifeeds.model import Media

_DATA = ("sports-content", "sports-event", "SportsML", "xbrl", "table-data")
_HEADLINE = re.compile(r"^\s*<h1\b[^>]*>.*?</h1>", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What the content says by itself. `html` is not cleaned; `is_data`: figures, and no text."""

    html: str | None = None
    title: str | None = None
    summary: str | None = None
    byline: str | None = None
    media: tuple[Media, ...] = ()
    language: str | None = None
    is_data: bool = False


def content_of(item: Element) -> Content:
    """The first text that an item's content set holds, rich before plain."""
    contents = first(item, "contentSet")
    found = [_inline_xml(one) for one in every(contents, "inlineXML")]
    found += [_inline_data(one) for one in every(contents, "inlineData")]
    with_text = next((content for content in found if content.html), None)
    return with_text or next(iter(found), Content())


def _inline_xml(inline: Element) -> Content:
    language = inline.get("{http://www.w3.org/XML/1998/namespace}lang")
    nitf = first(inline, "nitf", "//nitf")
    if nitf is not None:
        whole = first(nitf, "body")
        body = read_body(nitf if whole is None else whole)
        return Content(
            html=body.html, title=body.title, summary=body.summary, byline=body.byline,
            media=body.media, language=language or language_at(nitf),
        )  # fmt: skip
    if any(True for name in _DATA for _ in every(inline, f"//{name}")):
        return Content(is_data=True)
    page = first(inline, "html", "//html")
    body_of_page = first(page, "body") if page is not None else None
    holder = next((one for one in (body_of_page, page) if one is not None), inline)
    html = _HEADLINE.sub("", markup_of(holder) or "") or None
    return Content(html=html, language=language or _language(page))


def _language(page: Element | None) -> str | None:
    return None if page is None else page.get("lang") or language_at(page)


def _inline_data(inline: Element) -> Content:
    kind = (inline.get("contenttype") or "").lower()
    if local_name(inline) != "inlineData" or inline.get("encoding"):
        return Content()
    text = markup_of(inline) if "html" in kind else raw_text(inline)
    if text is None:
        return Content()
    return Content(html=text if "html" in kind or is_markup(text) else paragraphs(text))
