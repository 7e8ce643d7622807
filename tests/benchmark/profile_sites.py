"""Made-up sites: eight ways in which content management systems build an article's page.

Templates of our own writing, after what real themes do. What a page holds beside the article comes
and goes from page to page, as on real sites.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from tests.benchmark.profile_articles import MadeArticle, make_article
from tests.benchmark.profile_furniture import (
    cards,
    comments,
    json_ld,
    links,
    menu,
    meta,
    script,
    style,
    words,
)  # fmt: skip

Template = Callable[[MadeArticle], str]
ZONE = ZoneInfo("Europe/Zurich")


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeSite:
    """A site: its pages are `page(number)`, the same each time."""

    name: str
    language: str
    template: Template

    def url(self, number: int) -> str:
        return f"https://{self.name}.example/news/{number}"

    def page(self, number: int) -> tuple[bytes, MadeArticle]:
        article = make_article(self.name, self.language, number)
        return self.template(article).encode(), article


def _page(article: MadeArticle, head: str, body: str, *, script_size: int = 70) -> str:
    direction = ' dir="rtl"' if article.language == "ar" else ""
    return (
        f'<!DOCTYPE html><html lang="{article.language}"{direction}><head><meta charset="utf-8">'
        f"<title>{article.title} | The Daily</title>{head}{style(14)}</head>"
        f"<body>{menu(article)}{body}{script(article, script_size)}</body></html>"
    )


def _between(article: MadeArticle, tag: str, extras: dict[int, str]) -> str:
    """The paragraphs, with something else after some of them."""
    return "".join(
        f"<{tag}>{text}</{tag.split(maxsplit=1)[0]}>{extras.get(index, '')}"
        for index, text in enumerate(article.paragraphs)
    )


def blog(article: MadeArticle) -> str:
    """A widespread blog system with a sharing plug-in and related posts inside the text."""
    more, share, letter, _ = words(article)
    extras = {2: f'<div class="newsletter-box"><h4>{letter}</h4><p>{letter}. {share}.</p></div>'}
    if article.number % 3:
        extras[4] = f'<p class="read-also"><strong>{more}:</strong> {links(article, 1, "em")}</p>'
    sharing = "".join(f'<li><a href="/share/{one}">{one}</a></li>' for one in ("Mail", "Print"))
    body = f"""<main id="primary"><article id="post-{article.number}" class="post-{article.number}
type-post hentry"><header class="entry-header"><h1 class="entry-title">{article.title}</h1>
<div class="entry-meta"><span class="byline"><a rel="author" href="/a">{article.author}</a></span>
<time class="entry-date" datetime="{article.published.isoformat()}">{article.published:%x}</time>
</div></header><div class="entry-content">{_between(article, "p", extras)}
<div class="sharedaddy"><h3>{share}</h3><ul>{sharing}</ul></div>
<div id="jp-relatedposts"><h3>{more}</h3>{cards(article, 3, "jp-post")}</div></div></article>
{comments(article)}</main><aside class="sidebar">{cards(article, 30, "widget")}</aside>"""
    return _page(article, meta(og_title=f"{article.title} - The Daily"), body)


def framework(article: MadeArticle) -> str:
    """A script framework: names of classes made by a machine, parts named by data attributes."""
    more, share, letter, _ = words(article)
    made = f"css-{article.rng.randint(10**5, 10**6):x}"
    ad = f'<div data-component="ad-slot" class="{made}"><span>Advertisement</span></div>'
    promo = f'<div data-component="newsletter-promo"><p>{letter}</p><p>{share}</p></div>'
    related = f'<div data-component="links-block"><h2>{more}</h2><ul>{links(article, 4)}</ul></div>'
    extras = {1: ad, 3: promo, 5: related if article.number % 2 else ad}
    body = f"""<div id="__next"><main class="{made}"><article class="css-1q0x1qg">
<div data-component="headline-block"><h1 class="css-{article.number}a9z8">{article.title}</h1></div>
<div data-component="byline-block"><span class="css-15hnagr">{article.author}</span></div>
<div data-component="text-block" class="ssrcss-11r1m41">{_between(article, "p", extras)}</div>
</article><section data-component="more">{cards(article, 55, "css-x1y2z3")}</section></main></div>"""
    return _page(article, json_ld(article), body, script_size=80)


def microdata(article: MadeArticle) -> str:
    """A paper's own system of ten years ago: microdata, the date in words."""
    more, share, letter, _ = words(article)
    picture = f'<figure class="foto"><img src="/f/{article.number}.jpg" width="640" alt="">'
    picture += f"<figcaption>{article.passage()[:90]} / EFE</figcaption></figure>"
    box = f'<div class="despiece"><h4>{more}</h4><ul>{links(article, 3)}</ul></div>'
    day = article.published.astimezone(ZONE)
    body = f"""<div class="cuerpo" itemscope itemtype="http://schema.org/NewsArticle">
<h1 itemprop="headline">{article.title}</h1><h2 class="entradilla">{article.lead}</h2>
<p class="firma">Por <span itemprop="author">{article.author}</span></p>
<p class="fecha">{day.day}/{day.month:02}/{day.year} - {day:%H:%M}</p><div class="redes">{share}</div>
{picture}<div itemprop="articleBody">{_between(article, "p", {1: box})}
<p class="suscribete"><a href="/boletin">{letter}</a></p></div></div>{comments(article)}
<div id="lateral">{cards(article, 34, "modulo")}</div>"""
    return _page(article, "", body)


def tables(article: MadeArticle) -> str:
    """A system of the last century: cells, fonts, nothing declared."""
    more, share, _, _ = words(article)
    day = article.published.astimezone(ZONE)
    months = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
    stamp = f"{day.day}. {months.split()[day.month - 1]} {day.year} - {day:%H:%M}"
    body = f"""<table width="960"><tr><td class="nav" valign="top"><ul>{links(article, 40)}</ul></td>
<td valign="top"><table><tr><td class="titel"><h1>{article.title}</h1></td></tr>
<tr><td class="datum">{stamp}</td></tr><tr><td class="lauftext">
{_between(article, "p", {})}<p class="werkzeug"><a href="/druck">{share}</a></p></td></tr></table>
<table class="verwandt"><tr><td><b>{more}</b><ul>{links(article, 8)}</ul></td></tr></table></td>
<td class="rechts">{cards(article, 50, "kasten")}</td></tr></table>"""
    return _page(article, "", body, script_size=30)


def fields(article: MadeArticle) -> str:
    """A modular system that wraps every field; a link to another article between paragraphs."""
    more, share, letter, _ = words(article)
    see = {
        index: f'<p><strong><a href="/n/{index}">{more}: {article.others(1)[0]}</a></strong></p>'
        for index in (1, 4)
    }
    body = f"""<div class="node node--type-article"><h1 class="page-header"><span>{article.title}</span>
</h1><div class="field field--name-field-author">{article.author}</div>
<div class="field field--name-body field--type-text-with-summary">{_between(article, "p", see)}
<div class="share-buttons">{share}</div><div class="subscribe-form"><p>{letter}</p></div></div>
<div class="field field--name-field-tags">{links(article, 6, "span")}</div></div>
<div class="view-related">{cards(article, 32, "views-row")}</div>{comments(article)}"""
    head = meta(og_title=article.title, article_published_time=article.published.isoformat())
    return _page(article, head, body)


def rows(article: MadeArticle) -> str:
    """A portal: the text in one plain division by id, editor's line and pictures within."""
    more, share, letter, _ = words(article)
    image = f'<p class="img_wrapper"><img src="/p/{article.number}.jpg" width="550" alt=""></p>'
    end = f'<div class="article-editor">{share}</div><div class="otherContent">{letter}</div>'
    end += f'<div class="related-list"><h4>{more}</h4><ul>{links(article, 6)}</ul></div>'
    last = len(article.paragraphs) - 1
    body = f"""<div class="main-content w1240"><h1 class="main-title">{article.title}</h1>
<div class="date-source"><span class="date">{article.published.astimezone(ZONE):%Y年%m月%d日 %H:%M}</span>
<a class="source" href="/s">{article.author}</a></div><div class="article" id="artibody">
{_between(article, "p", {0: image, last: end})}</div><div class="blk-hot">{cards(article, 34, "hot")}
</div></div>{comments(article, 20)}"""
    return _page(article, "", body)


def sections(article: MadeArticle) -> str:
    """A portal that cuts the text into sections of the same class."""
    more, share, letter, _ = words(article)
    half = len(article.paragraphs) // 2
    cut = '</div><div class="ad-unit">PR</div><div class="article-section__text">'
    body = f"""<article class="article-main"><h1 class="article-main__title">{article.title}</h1>
<div class="article-main__info"><time datetime="{article.published.isoformat()}"></time></div>
<div class="article-section__text">{_between(article, "p", {half: cut})}</div>
<div class="article-main__share">{share}</div><p class="article-main__letter">{letter}</p>
<div class="article-main__related"><h2>{more}</h2>{cards(article, 8, "rel-card")}</div></article>
<aside>{cards(article, 50, "rank")}</aside>"""
    return _page(article, json_ld(article), body)


def blocks(article: MadeArticle) -> str:
    """A block editor: paragraphs, pull quotes and boxes as blocks side by side."""
    more, share, letter, _ = words(article)
    box = f'<div class="wp-block-group inset"><p>{letter}</p><p>{article.passage()}</p></div>'
    also = f'<div class="wp-block-embed"><a href="/n/1">{more} {article.others(1)[0]}</a></div>'
    body = f"""<div class="single"><div class="single__top"><h1 class="single__title">{article.title}
</h1><p class="single__chapo">{article.lead}</p><div class="single__date">
{article.published.astimezone(ZONE):%d/%m/%Y %H:%M}</div><a class="single__auteur" href="/a">
{article.author}</a></div><div class="single__content">
{_between(article, 'p class="wp-block-paragraph"', {1: also, 3: box})}
<div class="single__share">{share}</div></div></div>{cards(article, 55, "archive-card")}"""
    return _page(article, meta(og_description=article.lead), body)


SITES = (
    MadeSite(name="blog", language="en", template=blog),
    MadeSite(name="framework", language="ar", template=framework),
    MadeSite(name="microdata", language="es", template=microdata),
    MadeSite(name="tables", language="de", template=tables),
    MadeSite(name="fields", language="ru", template=fields),
    MadeSite(name="rows", language="zh", template=rows),
    MadeSite(name="sections", language="ja", template=sections),
    MadeSite(name="blocks", language="fr", template=blocks),
)


def pages(site: MadeSite, numbers: range) -> Iterator[tuple[bytes, str, MadeArticle]]:
    """Bytes, address and article of each page."""
    for number in numbers:
        body, article = site.page(number)
        yield body, site.url(number), article
