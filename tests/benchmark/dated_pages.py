"""Whole pages: the published day that extraction gives, beside htmldate's, against the gold.

A moment's day is read on the page's own clock, as `corpus` does. A bare page has lost what it says
to machines: `<meta>` but for title, description and charset, scripts, links, images, every
attribute that may hold a date or an address; and its address names no day. What is left is what
people read. Only pages with a line that shows the day are asked for it then.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

from lxml import html
from tests.benchmark.dated_lines import DatedPage, dated_lines, decoded, pages
from tests.benchmark.page_readers import read_ours

_KEPT_META = {"og:title", "og:type", "og:description", "og:locale", "description"}
_DROPPED = ("meta", "script", "link", "img", "iframe", "source")
_SPEAKING = re.compile(r"data-.*|datetime|content|title|href|src|srcset|style|value")
_ADDRESS = "http://corpus.invalid/page"


def measure_pages(corpus: Path, *, bare: bool) -> dict[str, dict[str, Counter[str]]]:
    """Per language and reader: how many days were right, wrong, and not given."""
    table: dict[str, dict[str, Counter[str]]] = {}
    for page in pages(corpus):
        if bare and next(dated_lines(page), None) is None:
            continue
        body = bared(page.path.read_bytes()) if bare else page.path.read_bytes()
        row = table.setdefault((page.language or "?").partition("-")[0], {})
        for name, answer in _answers(page, body, _ADDRESS if bare else page.url).items():
            row.setdefault(name, Counter())[_outcome(answer, page.day)] += 1
    return table


def _answers(page: DatedPage, body: bytes, url: str) -> dict[str, str | None]:
    return {
        "swifeeds": read_ours(body, url).day,
        "htmldate": _htmldate(body, url, extensive=True),
        "htmldate, strict": _htmldate(body, url, extensive=False),
    }


def _htmldate(body: bytes, url: str, *, extensive: bool) -> str | None:
    import htmldate

    try:
        answer: str | None = htmldate.find_date(
            body.decode("utf-8", "replace"),
            original_date=True,
            extensive_search=extensive,
            url=url,
        )
    except ValueError:
        return None
    return answer


def _outcome(answer: str | None, day: date) -> str:
    return "none" if answer is None else "right" if answer == day.isoformat() else "wrong"


def bared(body: bytes) -> bytes:
    """A page without what it says to machines."""
    root = html.fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", decoded(body)))
    for element in list(root.iter(*_DROPPED)):
        named = {element.get("name"), element.get("property")}
        if element.get("charset") is None and not named & _KEPT_META:
            element.drop_tree()
    for element in root.iter():
        if isinstance(element.tag, str) and element.tag != "meta":
            for name in [name for name in element.attrib if _SPEAKING.fullmatch(name)]:
                del element.attrib[name]
    found: bytes = html.tostring(root, encoding="utf-8")
    return found
