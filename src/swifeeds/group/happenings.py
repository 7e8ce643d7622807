"""The automatic rung's evidence: which articles report one event, in one language and over all.

Headlines of each language are clustered, then clusters of different languages are linked: by what
the publisher declares, else by what languages share anyhow. The words of all the articles given
are counted before the first is placed, so the order in which they came hardly matters.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from swifeeds.group.events import FITTED, Embedding, EventSettings
from swifeeds.group.found import Found, Happening
from swifeeds.group.gist import embedded, gists_of
from swifeeds.group.lexicon import Lexicon
from swifeeds.group.settings import GroupSettings
from swifeeds.group.translations import translation_groups
from swifeeds.group.window import Window
from swifeeds.model import Article, ArticleId

_NO_EMBEDDINGS: Mapping[ArticleId, Embedding] = MappingProxyType({})


def find_happenings(
    articles: Iterable[Article],
    works: Mapping[ArticleId, str],
    *,
    settings: EventSettings = FITTED,
    lexicon: Lexicon | None = None,
) -> tuple[Happening, ...]:
    """Every article in exactly one happening; most are of one article.

    Args:
        articles: of a stretch of time; in any order.
        works: the key of each article's translation group (`translation_groups`).
        settings: how alike headlines of one language must be.
        lexicon: what was learned from the newsroom's translations, where anything was.
    """
    window = Window(settings, lexicon=lexicon, keeps_ended=True)
    return _found(window, articles, works).happenings


def found_in(
    articles: Sequence[Article],
    settings: GroupSettings,
    lexicon: Lexicon | None = None,
    embeddings: Mapping[ArticleId, Embedding] = _NO_EMBEDDINGS,
) -> Found:
    """One call for a child process: happenings by the articles' own declared links, and hints.
    `embeddings` are vectors of headlines, where the operator has an embedder."""
    window = Window(settings.events, lexicon=lexicon, linking=settings.linking, keeps_ended=True)
    return _found(window, articles, translation_groups(articles), embeddings)


def _found(
    window: Window,
    articles: Iterable[Article],
    works: Mapping[ArticleId, str],
    embeddings: Mapping[ArticleId, Embedding] = _NO_EMBEDDINGS,
) -> Found:
    gists = embedded(gists_of(articles), embeddings)
    window.learn(gists)
    window.add(gists, works)
    return window.found()
