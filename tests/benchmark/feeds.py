"""How many entries of feeds are read and what that costs, beside feedparser in the same run.

`python -m tests.benchmark.feeds [DIR]` reads a folder of the corpus's shape and prints tables; the
last line is one JSON object for machines.

Rules. feedparser counts every `<item>`, whatever is in it. Ours are told apart: an *article* is an
entry that yields a draft; one *set aside* cannot be known again or has neither title nor text, and
is named with a sentence; a *double* has the guid (else the link) of an earlier entry of the same
document, and is the same article to us. The three together must not be fewer than feedparser's
entries. An HTTP header that a test file states for itself (`Header: Content-type: …`) is given to
both.

Processor time is taken file by file in turn, the least of three rounds for each reader, after both
have read one feed: what is loaded once is not counted. `feed_cpu_ratio` reads every entry of every
feed, as a first poll does; `feed_cpu_ratio_known` is a later poll of the same document in which
every entry is known to be unchanged. They are two figures and are never mixed. No pages are
fetched: the source publishes summaries.
"""

from __future__ import annotations

import io
import json
import re
import sys
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.unit.extract.corrupted import CORRUPTIONS, sound_feed

from swifeeds.errors import ExtractError
from swifeeds.extract import extract
from swifeeds.model import Document, Extraction, Remembered, Source, SourceId, SourceKind

RETRIEVED = datetime(2024, 1, 1, tzinfo=UTC)
URL = "http://corpus.invalid/feed"
FOLDERS = ("feeds-conformance/feedparser", "feeds-conformance/gofeed", "feeds-real")
ENCODINGS = ("feeds-conformance/feedparser/tests/encoding",
             "feeds-conformance/feedparser/tests/illformed/chardet")  # fmt: skip
NO_FEEDS = frozenset({".tsv", ".md", ".html", ".htaccess", ".py"})
ROUNDS = 3
SOURCE = Source(id=SourceId("corpus"), kind=SourceKind.FEED, url=URL, language="en", title="-")
NEW = Remembered(digests=frozenset(), circumstances="benchmark")
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
    refused: str | None = None
    titles: tuple[str, ...] = ()


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
    titles = tuple(draft.title for draft in extraction.drafts)
    return Found(articles=len(extraction.drafts), aside=len(aside), titles=titles)


def read_theirs(case: Case) -> list[Any]:
    import feedparser

    headers = {"content-location": URL}
    if case.content_type:
        headers["content-type"] = case.content_type
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return feedparser.parse(io.BytesIO(case.document.body), response_headers=headers).entries


def doubles(entries: list[Any]) -> int:
    keys = [entry.get("id") or entry.get("link") or number for number, entry in enumerate(entries)]
    return len(keys) - len(set(keys))


def measure_recall(corpus: Path) -> dict[str, Any]:
    """Entries per folder, and every file of which we read fewer, with the reason."""
    figures: dict[str, Any] = {}
    for folder in FOLDERS:
        counts: Counter[str] = Counter()
        fewer = []
        for case in cases(corpus / folder):
            entries, ours = read_theirs(case), read_ours(case)
            twice = doubles(entries)
            counts.update(
                files=1, feedparser=len(entries), articles=ours.articles, aside=ours.aside,
                doubles=twice, refused=ours.refused is not None,
            )  # fmt: skip
            told = ours.articles + ours.aside + twice
            if told < len(entries):
                name = str(case.path.relative_to(corpus / folder))
                fewer.append((name, told, len(entries), ours.refused or ""))
        figures[folder] = {**counts, "fewer": fewer}
    return figures


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _read(document: Document, remembered: Remembered | None) -> Extraction | None:
    try:
        return extract(document, SOURCE, remembered)
    except ExtractError:
        return None


def _memory(document: Document) -> Remembered:
    first = _read(document, NEW)
    drafts = first.drafts if first else ()
    return replace(NEW, digests=frozenset(d.digest for d in drafts if d.digest))


def measure_cpu(folder: Path) -> dict[str, float]:
    """Processor time of our two polls and of feedparser, in turn."""
    import feedparser

    totals = [0.0, 0.0, 0.0]
    known = entries = 0
    feedparser.parse(sound_feed())
    _read(Document(source_id=SOURCE.id, url=URL, final_url=URL, body=sound_feed(),
                   retrieved=RETRIEVED), NEW)  # fmt: skip
    for case in cases(folder):
        document = case.document
        memory = _memory(document)
        again = _read(document, memory)
        known += len(again.seen) if again else 0
        entries += len(again.seen) + len(again.drafts) if again else 0
        works: tuple[Callable[[], object], ...] = (
            lambda document=document: _read(document, None),
            lambda document=document, memory=memory: _read(document, memory),
            lambda document=document: feedparser.parse(io.BytesIO(document.body)),
        )
        times = [[_seconds(work) for work in works] for _ in range(ROUNDS)]
        totals = [
            total + min(one) for total, one in zip(totals, zip(*times, strict=True), strict=True)
        ]
    full, later, theirs = totals
    return {
        "feed_cpu_ms": round(full * 1000, 1),
        "feed_cpu_ms_known": round(later * 1000, 1),
        "feed_cpu_ms_feedparser": round(theirs * 1000, 1),
        "feed_cpu_ratio": round(full / theirs, 4),
        "feed_cpu_ratio_known": round(later / theirs, 4),
        "entries_known": known,
        "entries_read": entries,
    }


def measure_corruptions() -> dict[str, tuple[int, int]]:
    """Entries of one feed of our own writing after each corruption: ours, feedparser's."""
    found = {}
    for name, corrupt in CORRUPTIONS.items():
        document = Document(
            source_id=SOURCE.id, url=URL, final_url=URL, body=corrupt(sound_feed()),
            retrieved=RETRIEVED,
        )  # fmt: skip
        case = Case(path=Path(name), document=document, content_type=None)
        found[name] = (read_ours(case).articles, len(read_theirs(case)))
    return found


def measure_encodings(corpus: Path) -> dict[str, Any]:
    """Titles of the encoding tests, letter for letter with feedparser's."""
    from swifeeds.markup import plain_text

    same, differ = 0, []
    for folder in ENCODINGS:
        for case in cases(corpus / folder):
            theirs = tuple(
                title
                for entry in read_theirs(case)
                if (title := plain_text(entry.get("title", "")))
            )
            ours = read_ours(case).titles
            if not theirs or theirs == ours[: len(theirs)]:
                same += 1
            else:
                differ.append((case.path.name, ours[:1], theirs[:1]))
    return {"same": same, "differ": differ}


def main(arguments: list[str]) -> None:
    default = Path(__file__).parents[3] / "shared" / "corpus"
    corpus = Path(arguments[0]) if arguments else default
    recall = measure_recall(corpus)
    for folder, row in recall.items():
        cells = (row["feedparser"], row["articles"], row["aside"], row["doubles"], row["refused"])
        print(f"{folder:32}{cells[0]:11}{cells[1]:10}{cells[2]:10}{cells[3]:9}{cells[4]:9}")
        for name, ours, theirs, reason in row["fewer"]:
            print(f"  fewer: {name}: {ours} of {theirs} {reason}")
    corruptions = measure_corruptions()
    print(f"\n{'after a corruption':44}{'ours':>6}{'feedparser':>12}")
    for name, (ours, theirs) in corruptions.items():
        print(f"{name:44}{ours:6}{theirs:12}")
    encodings = measure_encodings(corpus)
    print(f"\nencoding tests: {encodings['same']} with feedparser's titles")
    for name, ours, theirs in encodings["differ"]:
        print(f"  differs: {name}: {ours} {theirs}")
    cpu = measure_cpu(corpus / "feeds-real")
    print(f"\nprocessor time, feedparser = 1: first poll {cpu['feed_cpu_ratio']}, "
          f"later poll with everything known {cpu['feed_cpu_ratio_known']}")  # fmt: skip
    figures = {"recall": recall, "corruptions": corruptions, "encodings": encodings} | cpu
    print(json.dumps({"benchmark": "feeds", "figures": figures}, ensure_ascii=False))


if __name__ == "__main__":
    main(sys.argv[1:])
