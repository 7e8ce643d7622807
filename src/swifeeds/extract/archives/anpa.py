"""ANPA 1312: messages of American wires, lines that begin with a circumflex above the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from swifeeds.extract.archives import refusals
from swifeeds.extract.archives.credit_lines import credit_in, read_byline
from swifeeds.extract.archives.encoding import text_of
from swifeeds.extract.archives.entry import Entry, NoArticle, PassedOver, Reading
from swifeeds.extract.archives.marks import is_kill, signal_of
from swifeeds.extract.archives.subjects import words_of
from swifeeds.extract.archives.wire_dates import embargo_in, sent_at
from swifeeds.extract.archives.wire_text import as_html, spelled_out, without_control
from swifeeds.extract.embargoes import is_embargo_note
from swifeeds.markup import escape
from swifeeds.model import Credit

_MESSAGE = re.compile(r"\x16*\x01")
_SERVICE = re.compile(r"\s*([A-Za-z]+)(\d{1,5})\x1f?")
_CATEGORY = re.compile(r"^\s*[a-z]\s+(?P<category>[a-z])", re.IGNORECASE)
_SECTIONS = {
    "a": "National", "e": "Entertainment", "f": "Business", "i": "International", "l": "Lifestyle",
    "p": "Politics", "s": "Sports", "t": "Travel", "o": "Weather", "w": "Politics",
}  # fmt: skip
"""The categories of the standard, by the usual names of sections."""

_FOR_EDITORS = re.compile(
    r"^\(?(?:eds?\b|editors?\b|editor's note|ap (?:photo|video|graphic|audio)|with ap|for use"
    r"|for release|hfr\b|advisory|for global|moved on|budget|photos?\b|see ap)",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"^by\s", re.IGNORECASE)
_SHORTEST_SUMMARY = 40
_WORDS = re.compile(r",\s*\d{1,5}$")
_NUMBERED = re.compile(r"^\*?[A-Z]?\d{3,5}$")
_TAKE = re.compile(
    r",?\s*((?:\d+(?:st|nd|rd|th) (?:Ld|Add|Take)\b)?(?:[- ]?Writethru)?(?:, ?)?)\s*$",
    re.IGNORECASE,
)
_EDITION = re.compile(r"(\d+)(?:st|nd|rd|th) ?Ld", re.IGNORECASE)


def read(body: bytes, reading: Reading) -> Iterator[Entry | NoArticle | PassedOver]:
    """The messages of a portion."""
    parts = _MESSAGE.split(text_of(body))
    messages = [one for one in parts if without_control(one).strip()]
    for place, message in enumerate(messages, 1):
        yield _read(message, place, reading)


def _read(message: str, place: int, reading: Reading) -> Entry:
    head, _, rest = message.partition("\x02")
    text, _, foot = rest.partition("\x03")
    if not rest:
        head, text = "\n".join(message.split("\n")[:2]), "\n".join(message.split("\n")[2:])
    above, below = _above(without_control(text).split("\n"))
    keyword, marked = (above[0], above[1:]) if above else ("", [])
    byline = next((line for line in marked if _BYLINE.match(line)), None)
    office = marked[marked.index(byline) + 1 :][:1] if byline else []
    told = [line for line in marked if not _is_note(line) and line not in (byline, *office)]
    notes = [line for line in marked if _is_note(line)]
    authors, agency = read_byline(byline)
    published = sent_at(without_control(foot), reading)
    slug, edition = _slug(keyword)
    is_killed = any(map(is_kill, [keyword, *notes, *told[:1]])) or "KILL" in keyword.split()
    until, embargo = embargo_in(notes, published, reading)
    return Entry(
        place=place,
        guid=_guid(head, slug, foot),
        title=_plain(told[0]) if told else slug,
        summary=_summary(told[1:]) if below else None,
        content=_html(told[1:], below),
        published=published,
        authors=authors,
        credit=agency or _credit(office, foot),
        section=_section(head),
        keywords=words_of([slug]),
        embargo=until,
        held=None if embargo is None or until else embargo.held,
        version=edition,
        signal=signal_of([], keyword, *notes),
        withdrawn=is_killed,
        remarks=(refusals.UNNAMED_KILL,) if is_killed else (),
    )


def _is_note(line: str) -> bool:
    return _FOR_EDITORS.match(line) is not None or is_embargo_note(line)


def _above(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """The lines with a circumflex, which stand above the text; and the text."""
    above: list[str] = []
    for index, line in enumerate(lines):
        bare = line.strip()
        if bare and not bare.startswith("^") and not _NUMBERED.match(bare.rstrip("< ")):
            return above, list(lines[index:])
        # A number of the wire may stand before the sign: `*9006< ^AP-Top-…`.
        above += [part.strip().rstrip("<= ") for part in bare.split("^") if part.strip("<= ")]
    return [line for line in above if not _NUMBERED.match(line)], []


def _slug(keyword: str) -> tuple[str | None, str | None]:
    """The key word without its count of words and its edition; and which edition it is."""
    line = _WORDS.sub("", keyword)
    found = _EDITION.search(line)
    slug = _TAKE.sub("", line).strip(" ,") or None
    return slug, str(int(found[1]) + 1) if found else None


def _plain(line: str) -> str:
    return spelled_out(line.strip().rstrip("<= "))


def _summary(told: Sequence[str]) -> str | None:
    """A headline in the length of a lead; what is shorter stands above a table."""
    return next((_plain(line) for line in told if len(line) >= _SHORTEST_SUMMARY), None)


def _html(told: Sequence[str], below: Sequence[str]) -> str | None:
    """The text; headlines alone, in a message that has nothing but them, are its paragraphs."""
    # A backspace begins each row of a table.
    lines = [line.replace("\x08", "\t").rstrip().rstrip("<") for line in below]
    if not any(line.strip() for line in lines):
        return "".join(f"<p>{escape(_plain(line))}</p>" for line in told) or None
    return as_html([line.replace("^", "") if line.startswith("^") else line for line in lines])


def _credit(office: Sequence[str], foot: str) -> Credit | None:
    """The line below the byline, else the service that signs the end (`AP-WF-…`)."""
    found = credit_in(office)
    signed = re.match(r"\s*([A-Z]{2,6})-", without_control(foot))
    return found or (credit_in([signed[1]]) if signed else None)


def _section(head: str) -> str | None:
    lines = head.split("\n")
    match = _CATEGORY.match(without_control(lines[1])) if len(lines) > 1 else None
    return _SECTIONS.get(match["category"].lower()) if match else None


def _guid(head: str, slug: str | None, foot: str) -> str | None:
    service = _SERVICE.match(head)
    sent = "-".join(without_control(foot).strip(" <\n").split()).lower()
    parts = (service[1] + service[2] if service else None, slug, sent)
    said = [part.replace(" ", "-") for part in parts if part]
    return "urn:anpa:" + ":".join(said) if len(said) > 1 else None
