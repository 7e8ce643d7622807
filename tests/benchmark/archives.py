"""What is read of archives that nobody here wrote: by format, by field, and what is set aside.

`python -m tests.benchmark.archives DIR …` reads every file of the folders (a corpus is a folder
with `legacy` and `releases-parallel` in it) as an import does, and prints a table of formats with
the share of articles that have each field, the reasons for what was set aside, and each file that
is refused with its sentence; the last line is one JSON object for machines.

Rules. A file counts as imported when at least one article came out of it, as refused when none
did and everything was told in sentences, as lost when something was neither an article nor told.
An item is set aside when no article came of it; a remark on an article that came is no setting
aside, and a release in four languages is one item and four articles. `crashed` counts files that
raised anything but our own errors.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from swifeeds.errors import ExtractError
from swifeeds.extract.archives import cut, read_portion, recognise
from swifeeds.model import Draft, Reject, Source, SourceId, SourceKind

RETRIEVED = datetime(2026, 1, 1, tzinfo=UTC)
FIELDS = (
    "guid", "url", "title", "summary", "content", "published", "updated", "zone", "authors",
    "credit", "section", "keywords", "media", "translations", "rights", "contact",
    "embargoed_until", "held", "withdrawn", "version", "signal",
)  # fmt: skip
_NO_DATA = frozenset({".md", ".tsv", ".py"})
_PIECE = 65536
_VARIES = re.compile(r"“[^”]*”|\"[^\"]*\"|\d+|(?<=XML: ).*(?=;)|(?<=JSON: ).*(?=;| and )")


@dataclass(slots=True)
class Tally:
    """One format's counts."""

    files: int = 0
    refused_files: int = 0
    items: int = 0
    articles: int = 0
    fields: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0


def files_in(folders: list[Path]) -> Iterator[Path]:
    for folder in folders:
        inner = [folder / name for name in ("legacy", "releases-parallel")]
        for place in [one for one in inner if one.is_dir()] or [folder]:
            for path in sorted(place.rglob("*")):
                if path.is_file() and path.suffix not in _NO_DATA and path.name[0] != ".":
                    yield path


def has(draft: Draft, name: str) -> bool:
    if name == "zone":
        return draft.dating is not None and draft.dating.zone is None
    return bool(getattr(draft, name))


def pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            yield piece


def read_file(path: Path, tallies: dict[str, Tally]) -> tuple[int, list[Reject]]:
    """Articles and what was told of one file."""
    source = Source(
        id=SourceId("archive"), kind=SourceKind.FEED, url="https://archive.example/",
        language="en", title="-", time_zone="Europe/Zurich", own=True,
    )  # fmt: skip
    started = time.process_time()
    kind = recognise(path.read_bytes()[:_PIECE], path.name)
    tally = tallies[kind.value]
    tally.files += 1
    articles, told = 0, []
    for portion in cut(pieces(path), kind):
        found = read_portion(portion, source, kind, name=path.name, retrieved=RETRIEVED)
        tally.items += portion.items
        articles += len(found.drafts)
        told += [*found.rejects, *found.noted]
        for draft in found.drafts:
            tally.fields.update(name for name in FIELDS if has(draft, name))
            tally.languages[draft.language.partition("-")[0]] += 1
    tally.articles += articles
    tally.refused_files += articles == 0
    tally.reasons.update(_VARIES.sub("…", reject.reason) for reject in told)
    tally.seconds += time.process_time() - started
    return articles, told


def main(arguments: list[str]) -> int:
    folders = [Path(one) for one in arguments] or [Path("../shared/corpus")]
    tallies: dict[str, Tally] = defaultdict(Tally)
    refused: list[tuple[str, str]] = []
    imported = lost = crashed = seen = 0
    for path in files_in(folders):
        seen += 1
        try:
            articles, told = read_file(path, tallies)
        except ExtractError as error:
            refused.append((path.name, error.message))
            continue
        except Exception as error:  # noqa: BLE001 - a bug in a reader is what is looked for
            crashed += 1
            print(f"CRASH {path.name}: {error!r}")
            continue
        imported += articles > 0
        lost += articles == 0 and not told
        refused += [(path.name, told[0].reason)] if articles == 0 and told else []
    print_table(tallies)
    print("\nset aside or remarked, by reason")
    reasons = sum((tally.reasons for tally in tallies.values()), Counter())
    for reason, count in reasons.most_common():
        print(f"{count:6} {reason}")
    print("\nfiles refused")
    for name, sentence in refused:
        print(f"  {name}: {sentence}")
    print(
        json.dumps({
            "files": seen, "imported": imported, "refused": len(refused), "lost": lost,
            "crashed": crashed, "articles": sum(t.articles for t in tallies.values()),
            "milliseconds_per_article": round(
                1000 * sum(t.seconds for t in tallies.values())
                / max(1, sum(t.articles for t in tallies.values())), 2),
            "formats": {
                kind: {
                    "files": t.files, "items": t.items, "articles": t.articles,
                    "set_aside": max(0, t.items - t.articles),
                    "fields": {name: t.fields[name] for name in FIELDS},
                }
                for kind, t in sorted(tallies.items())
            },
        })
    )  # fmt: skip
    return 1 if lost or crashed else 0


def print_table(tallies: dict[str, Tally]) -> None:
    kinds = sorted(tallies)
    width = max(map(len, kinds), default=8) + 2
    print(f"{'':16}" + "".join(f"{kind:>{width}}" for kind in kinds))
    for name in ("files", "refused_files", "items", "articles"):
        row = "".join(f"{getattr(tallies[kind], name):>{width}}" for kind in kinds)
        print(f"{name:16}{row}")
    row = "".join(f"{max(0, tallies[k].items - tallies[k].articles):>{width}}" for k in kinds)
    print(f"{'set aside':16}{row}")
    print("articles with …, in per cent")
    for name in FIELDS:
        shares = (
            "-" if not t.articles else f"{100 * t.fields[name] / t.articles:.0f}"
            for t in (tallies[kind] for kind in kinds)
        )
        print(f"{name:16}" + "".join(f"{share:>{width}}" for share in shares))
    rates = (1000 * tallies[k].seconds / max(1, tallies[k].articles) for k in kinds)
    print(f"{'ms per article':16}" + "".join(f"{rate:>{width}.1f}" for rate in rates))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
