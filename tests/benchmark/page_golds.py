"""The pages of the corpus whose gold is known, set by set.

`html-meta`, `html-dates` and `html-bodies` are what the figures are about. `html-readability` and
`html-newspaper4k` are a second opinion: other people's gold for the body, after which no rule was
made, so that a rule that only fits the first sets shows.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from swifeeds.extract.blocks import flatten
from swifeeds.localise.languages import LANGUAGES, detect_language
from swifeeds.markup import parse_html

NOWHERE = "http://corpus.invalid/page"
OTHERS = "others"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page and what is known of it. `language` is one of the ten, or "others"."""

    body: bytes
    url: str
    language: str
    gold: dict[str, Any]


def meta_pages(corpus: Path) -> Iterator[Page]:
    yield from _with_gold(corpus / "html-meta")


def dated_pages(corpus: Path) -> Iterator[Page]:
    yield from _with_gold(corpus / "html-dates")


def body_pages(corpus: Path) -> Iterator[Page]:
    folder = corpus / "html-bodies"
    for name, gold in json.loads((folder / "ground-truth.json").read_bytes()).items():
        with gzip.open(folder / f"{name}.html.gz") as file:
            yield _page(file.read(), gold)


def readability_pages(corpus: Path) -> Iterator[Page]:
    """Pages with a headline; what has none is no article, and refused by design."""
    for gold in sorted((corpus / "html-readability").glob("*/expected.html")):
        stated = json.loads((gold.parent / "expected-metadata.json").read_bytes())
        if not stated.get("title") or not stated.get("readerable"):
            continue
        text = _text_of(gold.read_bytes())
        body = (gold.parent / "source.html").read_bytes()
        yield _page(body, {"articleBody": text, "lang_detected": detect_language(text)})


def newspaper_pages(corpus: Path) -> Iterator[Page]:
    for path in sorted((corpus / "html-newspaper4k").glob("*.txt")):
        stated = path.with_suffix(".json")
        known = json.loads(stated.read_bytes()) if stated.exists() else {}
        text = path.read_text("utf-8")
        language = known.get("language") or detect_language(text)
        gold = {"articleBody": text, "url": known.get("url"), "lang_detected": language}
        yield _page(path.with_suffix(".html").read_bytes(), gold)


def _with_gold(folder: Path) -> Iterator[Page]:
    for name, gold in json.loads((folder / "gold.json").read_bytes()).items():
        yield _page((folder / name).read_bytes(), gold)


def _page(body: bytes, gold: dict[str, Any]) -> Page:
    known = gold.get("lang_detected")
    language = known if known in LANGUAGES else OTHERS
    return Page(body=body, url=gold.get("url") or NOWHERE, language=language, gold=gold)


def _text_of(html: bytes) -> str:
    bare = re.sub(rb"(?s)<(rt|rp)>.*?</\1>", b"", html)
    blocks = flatten(parse_html(bare, charset="utf-8", url=NOWHERE))
    return "\n\n".join(block.text for block in blocks)
