"""How well pages and feeds are read, against gold that nobody here made.

`python -m tests.benchmark.corpus [DIR]` reads a folder of the corpus's shape and prints a table;
the last line is one JSON object for machines. Beside every figure stands what trafilatura,
htmldate or feedparser says of the same input in the same run.

Rules. A title is exact when it equals the gold letter for letter, after NFC and with white space
collapsed. Authors are exact when all names together are equal in letters and digits, whatever the
case and the punctuation between them (trafilatura drops dots by design). A day is exact when it is
the gold's (a page without a gold date must give none): a moment's day is read on the page's own
clock, that is, at the offset with which the page itself writes that moment, else in UTC. The body
figure follows the article-extraction-benchmark: both texts are cut into runs of four words, shared
and unshared runs are counted per page, precision and recall are means over the pages, and F1 is
made of the two.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import time
import unicodedata
import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from swifeeds.errors import ExtractError
from swifeeds.extract import extract, extract_article
from swifeeds.markup import plain_text
from swifeeds.model import Document, Draft, Source, SourceId, SourceKind

RETRIEVED = datetime(2024, 1, 1, tzinfo=UTC)
SHINGLE = 4
_STAMP = re.compile(
    rb"20\d\d-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d(?::[0-5]\d)?(?:\.\d+)?[+-][01]\d:?[0-5]\d"
)
NAMES = (
    "body_f1", "body_f1_trafilatura", "day_exact", "day_total", "day_exact_htmldate",
    "title_exact", "title_total", "title_exact_trafilatura",
    "author_exact", "author_total", "author_exact_trafilatura",
    "kept", "kept_total", "kept_trafilatura", "dropped", "dropped_total", "dropped_trafilatura",
    "feed_entries", "feed_entries_feedparser", "feed_cpu_ratio",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What a reader says of a page."""

    title: str | None = None
    authors: str | None = None
    day: str | None = None
    text: str = ""


@dataclass(slots=True)
class Overlap:
    """Precision and recall of word runs, summed over pages."""

    precision: list[float] = field(default_factory=list)
    recall: list[float] = field(default_factory=list)

    def add(self, gold: str, found: str) -> None:
        wanted, given = shingles(gold), shingles(found)
        shared = sum((wanted & given).values())
        self.precision.append(shared / sum(given.values()) if given else 0.0)
        self.recall.append(shared / sum(wanted.values()) if wanted else 1.0)

    @property
    def f1(self) -> float:
        precision = sum(self.precision) / len(self.precision)
        recall = sum(self.recall) / len(self.recall)
        return round(2 * precision * recall / (precision + recall), 4)


def shingles(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    last = max(1, len(words) - SHINGLE + 1)
    return (
        Counter(tuple(words[start : start + SHINGLE]) for start in range(last))
        if words
        else Counter()
    )


def collapse(text: str | None) -> str:
    return " ".join(unicodedata.normalize("NFC", text or "").split())


def letters(names: str | list[str] | None) -> str:
    joined = "".join(names) if isinstance(names, list) else names or ""
    return "".join(one for one in collapse(joined).casefold() if one.isalnum())


def read_ours(body: bytes, url: str) -> Read:
    """Our reading of a page through the public door."""
    source = Source(id=SourceId("corpus"), kind=SourceKind.PAGE, url=url, language="en", title="-")
    document = Document(source_id=source.id, url=url, final_url=url, body=body, retrieved=RETRIEVED)
    try:
        draft = extract_article(document, source).drafts[0]
    except ExtractError:
        return Read()
    return Read(
        title=draft.title,
        authors="; ".join(person.name for person in draft.authors or ()),
        day=page_day(draft, body),
        text=text_of_content(draft.content),
    )


def page_day(draft: Draft, body: bytes) -> str | None:
    """The day of `published` on the page's own clock."""
    if draft.published is None:
        return None
    for stamp in _STAMP.findall(body):
        try:
            local = datetime.fromisoformat(stamp.decode())
        except ValueError:
            continue
        if local == draft.published and local.utcoffset():
            return local.date().isoformat()
    return draft.published.date().isoformat()


def text_of_content(content: str | None) -> str:
    """The words of a draft's HTML, paragraph by paragraph, without the reading aids of ruby."""
    bare = re.sub(r"<(rt|rp)>.*?</\1>", "", content or "")
    return "\n\n".join(filter(None, map(plain_text, bare.split("\n"))))


def read_trafilatura(body: bytes, url: str) -> Read:
    """trafilatura with its best setting for precision."""
    import trafilatura

    found = trafilatura.bare_extraction(
        body, url=url, favor_precision=True, with_metadata=True, include_comments=False
    )
    if found is None:
        return Read()
    return Read(title=found.title, authors=found.author, day=found.date, text=found.text or "")


def read_htmldate(body: bytes, url: str) -> Read:
    """htmldate with all its heuristics."""
    import htmldate

    text = body.decode("utf-8", "replace")
    try:
        return Read(day=htmldate.find_date(text, original_date=True, url=url))
    except ValueError:
        return Read()


def measure_meta(folder: Path, read: Callable[[bytes, str], Read]) -> Counter[str]:
    """Titles, authors, and snippets that must and must not be in the text."""
    counts: Counter[str] = Counter()
    for path, gold in golds(folder):
        found = read(path.read_bytes(), gold.get("url") or "http://corpus.invalid/page")
        text = collapse(found.text)
        counts["title_total"] += bool(gold.get("title"))
        counts["title_exact"] += bool(gold.get("title")) and collapse(gold["title"]) == collapse(
            found.title
        )
        counts["author_total"] += bool(gold.get("author"))
        counts["author_exact"] += bool(gold.get("author")) and letters(gold["author"]) == letters(
            found.authors
        )
        for snippet in gold.get("with") or ():
            counts["kept_total"] += 1
            counts["kept"] += collapse(snippet) in text
        for snippet in gold.get("without") or ():
            counts["dropped_total"] += 1
            counts["dropped"] += collapse(snippet) not in text
    return counts


def measure_days(folder: Path, read: Callable[[bytes, str], Read]) -> tuple[int, int]:
    exact = total = 0
    for path, gold in golds(folder):
        wanted = gold["date"] if isinstance(gold["date"], str) else None
        exact += read(path.read_bytes(), gold["url"]).day == wanted
        total += 1
    return exact, total


def measure_bodies(folder: Path, read: Callable[[bytes, str], Read]) -> float:
    overlap = Overlap()
    for name, gold in json.loads((folder / "ground-truth.json").read_bytes()).items():
        with gzip.open(folder / f"{name}.html.gz") as file:
            overlap.add(gold["articleBody"], read(file.read(), gold["url"]).text)
    return overlap.f1


def golds(folder: Path) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    for name, gold in json.loads((folder / "gold.json").read_bytes()).items():
        yield folder / name, gold


def measure_feeds(folder: Path) -> dict[str, float]:
    """Entries and CPU time of our reader and of feedparser, file by file in turn."""
    import feedparser

    figures = {"feed_entries": 0, "feed_entries_feedparser": 0}
    ours = theirs = 0.0
    url = "http://corpus.invalid/feed"
    source = Source(id=SourceId("corpus"), kind=SourceKind.FEED, url=url, language="en", title="-")
    for path in sorted(folder.iterdir()):
        if path.suffix in {".tsv", ".md"}:
            continue
        body = path.read_bytes()
        document = Document(
            source_id=source.id, url=url, final_url=url, body=body, retrieved=RETRIEVED
        )
        start = time.process_time()
        with suppress(ExtractError):
            figures["feed_entries"] += len(extract(document, source).drafts)
        ours += time.process_time() - start
        start = time.process_time()
        figures["feed_entries_feedparser"] += len(feedparser.parse(body).entries)
        theirs += time.process_time() - start
    return figures | {"feed_cpu_ratio": round(ours / theirs, 4)}


def measure(corpus: Path) -> dict[str, float]:
    figures: dict[str, float] = {}
    for suffix, read in (("", read_ours), ("_trafilatura", read_trafilatura)):
        counts = measure_meta(corpus / "html-meta", read)
        for name in ("title", "author"):
            figures[f"{name}_exact{suffix}"] = counts[f"{name}_exact"]
            figures[f"{name}_total"] = counts[f"{name}_total"]
        for name in ("kept", "dropped"):
            figures[f"{name}{suffix}"] = counts[name]
            figures[f"{name}_total"] = counts[f"{name}_total"]
        figures[f"body_f1{suffix}"] = measure_bodies(corpus / "html-bodies", read)
    figures["day_exact"], figures["day_total"] = measure_days(corpus / "html-dates", read_ours)
    figures["day_exact_htmldate"], _ = measure_days(corpus / "html-dates", read_htmldate)
    return figures | measure_feeds(corpus / "feeds-real")


def print_table(figures: Mapping[str, float]) -> None:
    def line(label: str, *cells: object) -> None:
        print(f"{label:34}", *(f"{cell!s:>14}" for cell in cells))

    line("", "ours", "others", "of")
    for label, name, other, total in (
        ("titles exact", "title_exact", "title_exact_trafilatura", "title_total"),
        ("authors exact", "author_exact", "author_exact_trafilatura", "author_total"),
        ("days exact (htmldate)", "day_exact", "day_exact_htmldate", "day_total"),
        ("text kept", "kept", "kept_trafilatura", "kept_total"),
        ("boilerplate dropped", "dropped", "dropped_trafilatura", "dropped_total"),
        ("body F1", "body_f1", "body_f1_trafilatura", None),
        ("feed entries (feedparser)", "feed_entries", "feed_entries_feedparser", None),
        ("feed CPU (feedparser = 1)", "feed_cpu_ratio", None, None),
    ):
        line(label, figures[name], figures[other] if other else "", figures[total] if total else "")


def main(arguments: list[str]) -> None:
    if not arguments:
        why = "no corpus was named: make benchmark-corpus CORPUS=DIR"
        empty = dict.fromkeys(NAMES)
        print(json.dumps({"benchmark": "corpus", "figures": empty, "why": why}))
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        figures = measure(Path(arguments[0]))
    print_table(figures)
    print(json.dumps({"benchmark": "corpus", "figures": {name: figures[name] for name in NAMES}}))


if __name__ == "__main__":
    main(sys.argv[1:])
