"""Entries and letters of feeds that nobody here made, ours beside feedparser's."""

from __future__ import annotations

import io
import re
import warnings
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.unit.extract.corrupted import CORRUPTIONS, sound_feed

from swifeeds.errors import ExtractError
from swifeeds.extract import extract
from swifeeds.extract.names import elements_named
from swifeeds.markup import plain_text, read_xml
from swifeeds.model import Document, Source, SourceId, SourceKind

RETRIEVED = datetime(2024, 1, 1, tzinfo=UTC)
URL = "http://corpus.invalid/feed"
FOLDERS = ("feeds-conformance/feedparser", "feeds-conformance/gofeed", "feeds-real")
ENCODINGS = ("feeds-conformance/feedparser/tests/encoding",
             "feeds-conformance/feedparser/tests/illformed/chardet")  # fmt: skip
NO_FEEDS = frozenset({".tsv", ".md", ".html", ".htaccess", ".py"})
SOURCE = Source(id=SourceId("corpus"), kind=SourceKind.FEED, url=URL, language="en", title="-")
_HEADER = re.compile(rb"Header:\s*content-type:\s*([^\r\n]+)", re.IGNORECASE)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([^\s;\"']+)", re.IGNORECASE)
_ASIDE = ("has neither", "the guid")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One file, and what its server would have said of it."""

    path: Path
    document: Document
    content_type: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What we make of a document."""

    articles: int = 0
    aside: int = 0
    doubles: int = 0
    refused: str | None = None

    @property
    def told(self) -> int:
        """Entries that came to something, be it a sentence."""
        return self.articles + self.aside + self.doubles


def cases(folder: Path) -> Iterator[Case]:
    for path in sorted(folder.rglob("*")):
        if not path.is_file() or path.suffix in NO_FEEDS or path.name.startswith("."):
            continue
        body = path.read_bytes()
        stated = _HEADER.search(body[:2000])
        content_type = stated[1].decode("latin-1").strip() if stated else None
        charset = _CHARSET.search(content_type or "")
        document = Document(
            source_id=SOURCE.id, url=URL, final_url=URL, body=body, retrieved=RETRIEVED,
            charset=charset[1] if charset else None,
        )  # fmt: skip
        yield Case(path=path, document=document, content_type=content_type)


def read_ours(case: Case) -> Found:
    try:
        extraction = extract(case.document, SOURCE)
    except ExtractError as error:
        return Found(refused=error.message)
    aside = [reject for reject in extraction.rejects if reject.reason.startswith(_ASIDE)]
    told = len(extraction.drafts) + len(aside)
    doubles = max(0, _elements(case.document) - told)
    return Found(articles=len(extraction.drafts), aside=len(aside), doubles=doubles)


def _elements(document: Document) -> int:
    """Entries that the walk meets: those that come to nothing have the guid of another one."""
    try:
        root, _ = read_xml(document.body, charset=document.charset)
    except ExtractError:
        return 0
    return sum(1 for _ in elements_named(root, "item", "entry"))


def parse_theirs(case: Case) -> Any:
    import feedparser

    headers = {"content-location": URL}
    if case.content_type:
        headers["content-type"] = case.content_type
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return feedparser.parse(io.BytesIO(case.document.body), response_headers=headers)


def measure_recall(corpus: Path) -> dict[str, Any]:
    """Entries per folder, and every file of which we read fewer, with the reason."""
    figures: dict[str, Any] = {}
    for folder in FOLDERS:
        counts: Counter[str] = Counter()
        fewer = []
        for case in cases(corpus / folder):
            theirs, ours = len(parse_theirs(case).entries), read_ours(case)
            counts.update(
                files=1, feedparser=theirs, articles=ours.articles, aside=ours.aside,
                doubles=ours.doubles, refused=ours.refused is not None,
            )  # fmt: skip
            if ours.told < theirs:
                name = str(case.path.relative_to(corpus / folder))
                fewer.append((name, ours.told, theirs, ours.refused or ""))
        figures[folder] = {**counts, "fewer": fewer}
    return figures


def measure_corruptions() -> dict[str, tuple[int, int, int]]:
    """Entries of one feed of our own writing after each corruption: articles, set aside, and
    feedparser's."""
    found = {}
    for name, corrupt in CORRUPTIONS.items():
        document = Document(
            source_id=SOURCE.id, url=URL, final_url=URL, body=corrupt(sound_feed()),
            retrieved=RETRIEVED,
        )  # fmt: skip
        case = Case(path=Path(name), document=document, content_type=None)
        ours = read_ours(case)
        found[name] = (ours.articles, ours.aside, len(parse_theirs(case).entries))
    return found


def measure_encodings(corpus: Path) -> dict[str, Any]:
    """Every title of the encoding tests, of feed and entries, beside feedparser's."""
    same, differ = 0, []
    for folder in ENCODINGS:
        for case in cases(corpus / folder):
            theirs, ours = _titles_theirs(case), _titles_ours(case)
            if ours == theirs:
                same += 1
            else:
                differ.append((case.path.name, ours, theirs))
    return {"same": same, "differ": differ}


def _titles_ours(case: Case) -> list[str]:
    document = case.document
    try:
        root, _ = read_xml(document.body, charset=document.charset)
    except ExtractError as error:
        return [f"({error.message})"]
    texts = ("".join(title.itertext()) for title in elements_named(root, "title"))
    return [text for one in texts if (text := plain_text(one))]


def _titles_theirs(case: Case) -> list[str]:
    parsed = parse_theirs(case)
    texts = [parsed.feed.get("title", ""), *(one.get("title", "") for one in parsed.entries)]
    return [text for one in texts if (text := plain_text(one))]
