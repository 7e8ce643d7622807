"""Articles for the tests of evidence."""

from __future__ import annotations

from datetime import UTC, datetime

from swifeeds.model import Article, ArticleId, SourceId

NOW = datetime(2009, 5, 19, 9, 0, tzinfo=UTC)


def written(title: str, *, name: str = "a", language: str = "en", source: str = "s", **fields):
    fields.setdefault("fingerprint", name)
    fields.setdefault("url", f"https://{source}.example/{name}")
    return Article(
        id=ArticleId(name), source_id=SourceId(source), language=language, title=title,
        published=NOW, updated=NOW, first_seen=NOW, **fields,
    )  # fmt: skip
