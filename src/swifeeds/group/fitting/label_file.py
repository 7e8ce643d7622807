"""A file of labels: JSON lines, one headline each.

`{"title": …, "language": …, "published": …, "cluster": …}` says all that is needed; `{"id": …,
"cluster": …}` labels an article of the archive by its id or address. Headlines of one `cluster`
report one event; null: it is in none.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from swifeeds.errors import UsageError
from swifeeds.group.fitting.labels import STRANGER, Label, Labelled, labelled_article
from swifeeds.model import Article, ArticleId, SourceId

LONGEST = 100_000
"""Characters of a line: a hundred times a long headline."""

MOST = 500_000
"""Lines of a file."""

_KEYS = frozenset({"id", "title", "language", "published", "cluster"})


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelLine:
    """One line. `article` is None where it names one of the archive by `id`."""

    id: str
    cluster: str | None
    article: Article | None


def read_label_lines(lines: Iterable[str], name: str) -> Iterator[LabelLine]:
    """Read the lines of a file called `name`; empty ones are passed over.

    Raises:
        UsageError: names the line and what is wrong with it.
    """
    for number, line in enumerate(lines, start=1):
        if number > MOST or len(line) > LONGEST:
            raise UsageError(f"{name}:{number}: more than {MOST:,} lines or {LONGEST:,} characters "
                             "in one; label less")  # fmt: skip
        if line.strip():
            try:
                yield _read(json.loads(line), number)
            except (ValueError, RecursionError) as error:
                raise UsageError(f"{name}:{number}: {error}") from error


def label_rows(lines: Iterable[LabelLine], archive: Mapping[str, Article]) -> tuple[Labelled, ...]:
    """The labelled headlines; `archive` gives the articles that lines name by id."""
    rows = {}
    for line in lines:
        article = line.article or archive[line.id]
        event = Label(story=line.cluster, event=line.cluster)
        label = STRANGER if line.cluster is None else event
        rows[article.id] = labelled_article(article, label)
    return tuple(rows.values())


def _read(row: object, number: int) -> LabelLine:
    if not isinstance(row, dict) or "cluster" not in row or not row.keys() <= _KEYS:
        raise ValueError(f"write an object of {', '.join(sorted(_KEYS))}; cluster always")
    if bad := [key for key, value in row.items() if not isinstance(value, str | int | None)]:
        raise ValueError(f"{bad[0]} must be a text")
    cluster = None if row["cluster"] is None else str(row["cluster"])
    if row.get("title") is None:
        if not row.get("id"):
            raise ValueError("write the title, or the id of an article of the archive")
        return LabelLine(id=str(row["id"]), cluster=cluster, article=None)
    name = str(row.get("id") or f"line-{number}")
    return LabelLine(id=name, cluster=cluster, article=_article(name, row))


def _article(name: str, row: Mapping[str, object]) -> Article:
    """An article that is nothing but a headline."""
    if not row.get("language") or not row.get("published"):
        raise ValueError("a title needs its language and when it was published")
    try:
        published = datetime.fromisoformat(str(row["published"]))
    except ValueError:
        raise ValueError("published must be a time like 2026-03-01T08:30:00Z") from None
    published = published if published.tzinfo else published.replace(tzinfo=UTC)
    return Article(
        id=ArticleId(name), source_id=SourceId("labels"), language=str(row["language"]),
        title=str(row["title"]), published=published.astimezone(UTC), updated=published,
        first_seen=published, fingerprint=name,
    )  # fmt: skip
