"""The dated lines of the corpus, found without any reader of dates.

A line is the text of one block of a page as people see it: what stands in `<head>`, `<script>`,
`<style>`, `<noscript>` and `<template>` is left out, every element but those that run within a
line (`<a>`, `<span>`, `<time>` ...) and every `<br>` ends a line, white space is single. Only lines
of at most 160 characters count, without addresses (`://`) in them, and of the lines of a page that
differ in their digits alone the first, so that a list of other articles does not outweigh a page.

A line shows the day of its page's gold date when, after NFKC and with the digits of any script
read as digits, one of these stands in it:

- in names: the day, the year and a CLDR name of the month (wide or abbreviated, as it stands in a
  date or alone, in any letter case, accents and a final dot put aside) in the language that the
  corpus states for the page, each at a place of its own and none inside a longer word or number.
  The year has four digits, or two after an apostrophe or a full stop;
- in numbers: day, month and year (four digits or two) as three numbers in a row, the year first or
  last and never between the two, with nothing but 1 to 3 signs that are neither letters nor
  digits, or 年 and 月, between them.

Numbers may have a leading zero, the day an ending of up to three letters (`19th`, `1er`, `19º`).
Pages of a language that CLDR does not know have lines in numbers alone.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError
from lxml import html

LONGEST = 160
FOLDERS = ("html-dates", "html-meta")
_UNSEEN = {"head", "script", "style", "noscript", "template", "svg"}
_INLINE = {
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "em", "font", "i", "label", "mark",
    "q", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
}  # fmt: skip
_ORDERS = (("day", "month", "year"), ("month", "day", "year"), ("year", "month", "day"))
_DECLARED = re.compile(rb"<html[^>]*?\s(?:xml:)?lang=[\"']?([A-Za-z]{2,3})-([A-Za-z]{2})\b")
_BETWEEN = r"(?:[^\w]|[年月]){1,3}"


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedPage:
    """A page of the corpus with its day.

    `language` is what the corpus found it to be, with the region that the page itself declares
    for that language; None where the corpus states none.
    """

    path: Path
    url: str
    day: date
    language: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedLine:
    """A line that shows the day of its page."""

    text: str
    day: date
    language: str


def pages(corpus: Path) -> Iterator[DatedPage]:
    """Every page that has a gold date."""
    for folder in FOLDERS:
        golds: Mapping[str, Any] = json.loads((corpus / folder / "gold.json").read_bytes())
        for name, gold in golds.items():
            stated = gold.get("date")
            if isinstance(stated, str) and stated:
                path = corpus / folder / name
                yield DatedPage(
                    path=path,
                    url=gold.get("url") or "http://corpus.invalid/page",
                    day=date.fromisoformat(stated),
                    language=_language(gold["lang_detected"], path.read_bytes()),
                )


def _language(detected: str, body: bytes) -> str | None:
    if detected == "?":
        return None
    declared = re.search(
        rb"<html[^>]*?\s(?:xml:)?lang=[\"']?([A-Za-z]{2,3})-([A-Za-z]{2})\b", body[:20_000]
    )
    if declared and declared[1].decode().lower() == detected:
        return f"{detected}-{declared[2].decode().upper()}"
    return detected


def dated_lines(page: DatedPage) -> Iterator[DatedLine]:
    """The lines of a page that show its day."""
    language = page.language or "und"
    forms = set()
    for line in visible_lines(page.path.read_bytes()):
        form = re.sub(r"\d+", "0", line)
        if (
            len(line) <= LONGEST
            and form not in forms
            and "://" not in line
            and shows(line, page.day, language)
        ):
            forms.add(form)
            yield DatedLine(text=line, day=page.day, language=language)


def visible_lines(body: bytes) -> Iterator[str]:
    """The text of a page, line by line."""
    root = html.fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", decoded(body)))
    for line in "".join(_runs(root)).split("\n"):
        if words := " ".join(line.split()):
            yield words


def decoded(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return body.decode("cp1252", "replace")


def _runs(element: html.HtmlElement) -> Iterator[str]:
    is_seen = isinstance(element.tag, str) and element.tag not in _UNSEEN
    edge = "" if not isinstance(element.tag, str) or element.tag in _INLINE else "\n"
    if is_seen:
        yield edge
        yield re.sub(r"\s", " ", element.text or "")
        for child in element:
            yield from _runs(child)
        yield edge
    yield re.sub(r"\s", " ", element.tail or "")


def shows(line: str, day: date, language: str) -> bool:
    """Whether a line shows a day, by the rules above."""
    text = _plain(line)
    return _in_numbers(text, day) or _in_names(text, day, language)


def _in_numbers(text: str, day: date) -> bool:
    number = {"day": f"0?{day.day}", "month": f"0?{day.month}", "year": _years(day)}
    return any(
        re.search(rf"(?<!\d){_BETWEEN.join(number[part] for part in order)}(?!\d)", text)
        for order in _ORDERS
    )


def _in_names(text: str, day: date, language: str) -> bool:
    days = (
        rf"(?<![\w.:/]){day.day}|(?<![\w.:/])0{day.day}" if day.day < 10 else rf"(?<!\w){day.day}"
    )
    parts = (
        rf"(?:{days})(?=[^\W\d]{{0,3}}(?!\w))",
        rf"(?<!\w){day.year}(?!\d)|(?<=['’.]){day.year % 100:02}(?!\w)",
        "|".join(rf"(?<![^\W\d]){re.escape(name)}(?![^\W\d])" for name in _names(day, language)),
    )
    if not parts[2]:
        return False
    places = [[found.span() for found in re.finditer(part, text)] for part in parts]
    return any(a[1] <= b[0] or b[1] <= a[0] for a in places[0] for b in places[1] if places[2])


def _years(day: date) -> str:
    return rf"(?:{day.year}|{day.year % 100:02})"


def _names(day: date, language: str) -> set[str]:
    try:
        months = Locale.parse(language, sep="-").months
    except (UnknownLocaleError, ValueError):
        return set()
    names = (
        _plain(months[form][width][day.month]).rstrip(".")
        for form in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
    )
    return {name for name in names if not name[:1].isdigit()}


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    kept = (sign for sign in decomposed if unicodedata.category(sign) not in {"Mn", "Cf"})
    return "".join(
        sign if (value := unicodedata.decimal(sign, None)) is None else str(value) for sign in kept
    )
