"""What stands around an article on a page of news, and weighs a hundred times as much."""

from __future__ import annotations

import json
import string

from tests.benchmark.profile_articles import MadeArticle

WORDS = {
    "en": ("More on this", "Share this article", "Get our newsletter every morning", "Comments"),
    "de": ("Mehr zum Thema", "Artikel teilen", "Unser Newsletter, jeden Morgen", "Kommentare"),
    "fr": ("À lire aussi", "Partager cet article", "Notre lettre chaque matin", "Commentaires"),
    "es": ("Más sobre este tema", "Compartir", "Nuestro boletín cada mañana", "Comentarios"),
    "ru": ("Читайте также", "Поделиться", "Наша рассылка каждое утро", "Комментарии"),
    "ar": ("اقرأ أيضا", "شارك هذا المقال", "نشرتنا البريدية كل صباح", "التعليقات"),
    "zh": ("相关阅读", "分享这篇文章", "每天早上收到我们的通讯", "评论"),
    "ja": ("関連記事", "この記事を共有する", "毎朝届くニュースレター", "コメント"),
}


def words(article: MadeArticle) -> tuple[str, str, str, str]:
    """More, share, newsletter, comments, in the article's language."""
    return WORDS[article.language]


def script(article: MadeArticle, kilobytes: int) -> str:
    """A script of about so many kilobytes, as a framework leaves its state in a page."""
    letters = string.ascii_letters + string.digits
    token = "".join(article.rng.choices(letters, k=1000))
    state = {f"chunk{number}": token for number in range(kilobytes)}
    return f"<script>window.__STATE__={json.dumps(state)};</script>"


def style(kilobytes: int) -> str:
    rule = ".card-grid__item--wide>.media{display:flex;padding:1rem 2rem;color:#1a1a1a}\n"
    return f"<style>{rule * (kilobytes * 1000 // len(rule))}</style>"


def menu(article: MadeArticle, count: int = 150) -> str:
    items = (
        f'<li class="menu-item"><a href="/s/{number}/">{title[:24]}</a></li>'
        for number, (title, _) in enumerate(article.teasers(count))
    )
    return f'<nav class="site-nav"><ul>{"".join(items)}</ul></nav>'


def links(article: MadeArticle, count: int, of: str = "li") -> str:
    return "".join(
        f'<{of}><a href="/n/{article.rng.randint(1, 9999)}">{title}</a></{of}>'
        for title in article.others(count)
    )


def cards(article: MadeArticle, count: int, name: str) -> str:
    """Teasers with picture, headline and a passage each."""
    return "".join(
        f'<div class="{name}"><a class="media" href="/n/{number}"><picture><img src="/i/{number}.jpg" width="300" height="200" alt="">'
        f'</picture></a><span class="kicker">{number} min</span><h3><a href="/n/{number}">{title}</a></h3><p>{passage}</p></div>'
        for number, (title, passage) in enumerate(article.teasers(count))
    )


def comments(article: MadeArticle, count: int = 24) -> str:
    said = "".join(
        f'<li class="comment"><b>{name[:12]}</b><time>12:10</time><p>{article.passage()}</p></li>'
        for name in article.others(count)
    )
    return f'<section class="comments"><h3>{words(article)[3]}</h3><ol>{said}</ol></section>'


def json_ld(article: MadeArticle, **more: object) -> str:
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.title,
        "datePublished": article.published.isoformat(),
        "author": {"@type": "Person", "name": article.author},
        **more,
    }
    stated = json.dumps(data, ensure_ascii=False)
    return f'<script type="application/ld+json">{stated}</script>'


def meta(**stated: str) -> str:
    return "".join(
        f'<meta property="{name.replace("_", ":", 1)}" content="{value}">'
        for name, value in stated.items()
    )
