"""What the file says of an article: does a story's rule take it and by what, is it named?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from swifeeds.group.words import contains_word
from swifeeds.localise import lookup, territory_names
from swifeeds.markup import plain_text, url_key
from swifeeds.model import Article, Evidence, Match


def evidence_of_match(article: Article, match: Match) -> tuple[Evidence, ...]:
    """What the rule found, one Evidence for each of its keys; empty when the rule does not match.

    Keys are joined by AND, the values of a key by OR (CONTRACT 3).
    """
    if match.is_empty or not _in_time(article, match):
        return ()
    found = tuple(_findings(article, match))
    return found if all(found) and found else ()  # type: ignore[return-value]


def _in_time(article: Article, match: Match) -> bool:
    after = match.since is None or match.since <= article.published
    return after and (match.until is None or article.published < match.until)


def _findings(article: Article, match: Match) -> Iterator[Evidence | None]:
    """The first hit of each key that the rule states, None for a key without one."""
    text = text_of(article)
    if match.any:
        yield _word(article, text, dict(match.any))
    if match.territories:
        yield _territory(article, text, match.territories)
    if match.sections:
        yield _one_of("section", article.section, match.sections)
    if match.sources:
        yield _one_of("source", article.source_id, match.sources)


def is_named(article: Article, addresses: Iterable[str]) -> bool:
    """True when one of the addresses is the article's: what `include` and `exclude` state."""
    keys = {url_key(address) for address in addresses}
    return bool(article.url) and url_key(article.url or "") in keys


def text_of(article: Article) -> str:
    """Headline, lead and text as plain words."""
    parts = (article.title, article.summary, plain_text(article.content or ""))
    return "\n".join(part for part in parts if part)


def _word(article: Article, text: str, words: dict[str, tuple[str, ...]]) -> Evidence | None:
    language = lookup(article.language, tuple(words))
    for word in words.get(language or "", ()):
        if contains_word(text, word, article.language):
            return Evidence(kind="word", detail=word)
    return None


def _territory(article: Article, text: str, codes: tuple[str, ...]) -> Evidence | None:
    for code in codes:
        for name in territory_names(code, article.language):
            if contains_word(text, name, article.language):
                return Evidence(kind="territory", detail=f"{code} {name}")
    return None


def _one_of(kind: str, value: str | None, values: tuple[str, ...]) -> Evidence | None:
    return Evidence(kind=kind, detail=value) if value in values and value else None
