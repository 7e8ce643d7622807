"""An entry's finished HTML: the text as its source allows, then what we add for the reader.

The text is sanitised already and stands in its own language; what we add is escaped here and
stands in the reader's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from swifeeds.emit.additions import Circumstances, additions, in_language
from swifeeds.localise import direction
from swifeeds.localise.bidi import isolate
from swifeeds.markup import escape
from swifeeds.model import Article, Media, Publish, Source

_FULL_WIDTH = frozenset({"ja", "zh"})


def may_publish_text(source: Source) -> bool:
    """Text and pictures need the source's word and a right to them (DESIGN decision 16)."""
    return source.publish is Publish.FULL and (source.own or source.licence is not None)


def enclosures(media: Iterable[Media], *, with_images: bool) -> Iterator[Media]:
    """What a client may download by itself: sound and film, then pictures.

    A picture only where the operator wants it, because podcast clients would download it, and only
    where type and length are known.
    """
    known = sorted((one for one in media if one.type), key=lambda one: one.medium == "image")
    for one in known:
        wanted = with_images and one.length if one.medium == "image" else one.medium != "document"
        if wanted:
            yield one


def entry_content(article: Article, around: Circumstances) -> str | None:
    """HTML blocks that carry `lang` and `dir`; None when there is nothing to show.

    One block where text and additions share their language, else one for each.
    """
    text = "".join(_text(article, around))
    added = "".join(additions(article, around))
    reader = around.locale.language
    if article.language.lower() == reader.lower():
        return _block(article.language, text + added)
    return (_block(article.language, text) or "") + (_block(reader, added) or "") or None


def _block(language: str, html: str) -> str | None:
    if not html:
        return None
    return f"<div {in_language(language)}>{html}</div>"


def _text(article: Article, around: Circumstances) -> Iterator[str]:
    if around.source.publish is Publish.LINK:
        return
    lead = escape(article.summary) if article.summary else None
    if not may_publish_text(around.source):
        if lead:
            yield f"<p>{lead}</p>"
        return
    body = article.content or ""
    image = next((media for media in article.media if media.medium == "image"), None)
    if image and around.publication.lead_image and escape(image.url) not in body:
        yield _figure(image, article.language)
    if lead and not _is_said(article, body):
        yield f"<p><strong>{lead}</strong></p>" if body else f"<p>{lead}</p>"
    yield body


def _is_said(article: Article, body: str) -> bool:
    """True when the body has the lead already, however its quotes were escaped."""
    summary = article.summary or ""
    return (
        escape(summary) in body
        or escape(summary).replace("&quot;", '"').replace("&#x27;", "'") in body
    )


def _figure(image: Media, language: str) -> str:
    """The lead image inline, because not every reader shows `media:content`."""
    sizes = "".join(
        f' {name}="{size}"'
        for name, size in (("width", image.width), ("height", image.height))
        if size
    )
    picture = f'<img src="{escape(image.url)}" alt="{escape(image.alt or "")}"{sizes}>'
    caption = escape(_caption(image, language))
    return f"<figure>{picture}{f'<figcaption>{caption}</figcaption>' if caption else ''}</figure>"


def _caption(image: Media, language: str) -> str:
    """Caption and credit; Chinese and Japanese have brackets of their own, and no space."""
    if not image.credit:
        return image.caption or ""
    around = direction(language)
    caption, credit = isolate(image.caption or "", around), isolate(image.credit, around)
    if language.partition("-")[0].lower() in _FULL_WIDTH:
        return f"{caption}（{credit}）"
    return f"{caption} ({credit})" if caption else f"({credit})"
