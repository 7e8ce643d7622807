"""How many entries of feeds are read and what that costs, beside feedparser in the same run.

`python -m tests.benchmark.feeds [DIR]` reads a folder of the corpus's shape and prints tables; the
last line is one JSON object for machines.

Rules. feedparser counts every `<item>`, whatever is in it. Ours are told apart: an *article* is an
entry that yields a draft; one set *aside* cannot be known again or has neither title nor text, and
is named with a sentence; a *double* has the guid (else the link) of an earlier entry of the same
document, and is the same article to us. The three together must not be fewer than feedparser's
entries. A *refused* document yields a sentence alone. An HTTP header that a test file states for
itself (`Header: Content-type: …`) is given to both.

Processor time is taken file by file in turn, each file once by each reader, after all have read
one feed: what is loaded once is not counted, and nothing of the file itself is in any cache.
`feed_cpu_ratio` reads every entry of every feed, as a first poll does; `feed_cpu_ratio_known` is a
later poll of the same document in which every entry is known to be unchanged. They are two figures
and are never mixed. No pages are fetched: the source publishes summaries.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from tests.benchmark.feed_cost import measure_cpu
from tests.benchmark.feed_recall import measure_corruptions, measure_encodings, measure_recall


def main(arguments: list[str]) -> None:
    default = Path(__file__).parents[3] / "shared" / "corpus"
    corpus = Path(arguments[0]) if arguments else default
    recall = measure_recall(corpus)
    columns = ("files", "feedparser", "articles", "aside", "doubles", "refused")
    print(f"{'entries':28}", *(f"{name:>10}" for name in columns))
    for folder, row in recall.items():
        print(f"{folder:28}", *(f"{row[name]:10}" for name in columns))
        for name, ours, theirs, reason in row["fewer"]:
            print(f"  fewer: {name}: {ours} of {theirs} {reason}")
    corruptions = measure_corruptions()
    print(f"\n{'after a corruption':40}{'articles':>10}{'aside':>8}{'feedparser':>12}")
    for name, (ours, aside, theirs) in corruptions.items():
        print(f"{name:40}{ours:10}{aside:8}{theirs:12}")
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
