"""IPTC 7901: a message of a wire in plain text, between control characters.

A line of the service, a line of the subject, the headline, the text, and a line of date and time
behind the sign of the end. What is marked as not for publication is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from swifeeds.extract.archives import refusals
from swifeeds.extract.archives.credit_lines import credit_in, is_byline_of_wire, read_byline
from swifeeds.extract.archives.encoding import text_of
from swifeeds.extract.archives.entry import Entry, NoArticle, PassedOver, Reading
from swifeeds.extract.archives.marks import is_kill, signal_of
from swifeeds.extract.archives.subjects import words_of
from swifeeds.extract.archives.wire_dates import embargo_in, sent_at
from swifeeds.extract.archives.wire_text import as_html, paragraphs_in, without_control
from swifeeds.extract.embargoes import is_embargo_note
from swifeeds.extract.moments import Moment
from swifeeds.model import Signal

_SERVICE = re.compile(
    r"(?P<service>[A-Za-z]{1,5})(?P<number>\d{1,5})\s+(?P<urgency>\d)?\s*(?P<category>[a-z]{1,5})?"
    r"(?:\s+(?P<words>\d+))?(?:\s+[a-z]{4,6})?(?:\s+(?P<agency>[A-Za-z]{2,10})\s*(?P<sent>\d{1,5}))?"
)
_SECTIONS = {
    "i": "International", "a": "International", "p": "Politics", "pl": "Politics", "s": "Sports",
    "sp": "Sports", "spo": "Sports", "f": "Business", "e": "Business", "wi": "Business",
    "k": "Culture", "ku": "Culture", "v": "Human interest", "vm": "Human interest",
}  # fmt: skip
"""Categories of the recommendation and of agencies, by the usual names of sections."""

_EDITION = re.compile(
    r"^\W*(?:\d(?:st|nd|rd|th)? ?(?:LEAD|LD)\b.*|REFILE.*|CORRECTION.*|UPDATE.*|EIL(?:MELDUNG)?"
    r"|URGENT|FLASH|BREAKING.*|SUMMARY|ROUNDUP|WRAP.*|KORREKTUR.*|BERICHTIGUNG.*|(?-i:KILL)\b.*|KILL"
    r"|\d\. ?(?:ZUSAMMENFASSUNG|NEUFASSUNG).*|\((?:ACHTUNG|WIEDERHOLUNG).*\)?)$",
    re.IGNORECASE,
)
_NOT_FOR_PUBLICATION = re.compile(
    r"^\W*(?:#+ ?(?:dpa )?notebook\b|# ?(?:dpa-)?notizblock\b"
    r"|the following information is not|die folgenden informationen sind nicht"
    r"|not for publication|nicht zur veröffentlichung)",
    re.IGNORECASE,
)
_MESSAGE = re.compile(r"\x01|^NNNN[ \t]*$", re.MULTILINE)
_LONGEST_KILL = 4000
_LEFT_OVER = "N \t\n"
_BEGINS = re.compile(r"^\s*ZCZC\s*")
_STARS = re.compile(r"^\W*(?:\* ?){3,}$")
_SIGNED = re.compile(r"^(?:dpa|afp|ap|apa|sda|ats)(?: [a-z]{2,4}){1,6}$")


def read(body: bytes, reading: Reading) -> Iterator[Entry | NoArticle | PassedOver]:
    """The messages of a portion: one, or several that begin with the same sign."""
    parts = _MESSAGE.split(text_of(body))
    messages = [one for one in parts if without_control(one).strip(_LEFT_OVER)]
    for place, message in enumerate(messages, 1):
        yield _read(message, place, reading)


def _read(message: str, place: int, reading: Reading) -> Entry | NoArticle:
    head, _, rest = message.partition("\x02")
    text, _, foot = rest.partition("\x03")
    if not rest:
        head, text, foot = _unmarked(message)
    lines = [line for line in without_control(head).split("\n") if line.strip()]
    service = _SERVICE.match(lines[0].strip()) if lines else None
    subject = lines[1].strip().rstrip("/") if len(lines) > 1 else None
    headline, body = _headline(without_control(text).split("\n"))
    editions = [line for line in headline if _EDITION.match(line) or is_embargo_note(line)]
    bylines = [line for line in headline[1:] if is_byline_of_wire(line)]
    titles = [line for line in headline if line not in editions and line not in bylines]
    body = _published_part(body)
    agency = (service["agency"] or "") if service else ""
    authors, credit = read_byline(bylines[0].rstrip(" =") if bylines else None)
    published = sent_at(without_control(foot), reading)
    sent = _day(published, foot)
    is_killed = any(map(is_kill, editions)) or any(map(is_kill, titles[:1]))
    named = _named(service, [*headline, *body], sent) if is_killed else ()
    notes = [*editions, *_notes(rest)]
    until, embargo = embargo_in(editions, published, reading)
    return Entry(
        place=place,
        guid=_guid(service, service["number"] if service else "", sent),
        title=" ".join(titles).rstrip(" =") or None,
        content=as_html(body),
        published=published,
        authors=authors,
        credit=credit or credit_in([agency]),
        section=_SECTIONS.get(service["category"] or "") if service else None,
        keywords=words_of((subject or "").split("/")),
        embargo=until,
        held=None if embargo is None or until else embargo.held,
        version=_version(editions),
        signal=signal_of([], *notes) or (Signal.UPDATE if _version(editions) else None),
        withdrawn=is_killed,
        takes_back=named,
        remarks=(refusals.UNNAMED_KILL,) if is_killed and not named else (),
    )


def _day(published: Moment | None, foot: str) -> str:
    """Numbers begin anew each day, so a number and its day are a name."""
    if published is not None:
        return f"{published.at:%Y-%m-%d}"
    return "-".join(without_control(foot).split()).lower()


def _named(service: re.Match[str] | None, lines: Sequence[str], sent: str) -> tuple[str, ...]:
    """Messages of the same service and day that a kill names by their number."""
    if service is None:
        return ()
    pattern = rf"\b{re.escape(service['service'])}[ -]?(\d{{1,5}})\b"
    numbers = re.findall(pattern, "\n".join(lines)[:_LONGEST_KILL], re.IGNORECASE)
    return tuple(filter(None, (_guid(service, number, sent) for number in numbers)))


def _unmarked(message: str) -> tuple[str, str, str]:
    """A message whose control characters were lost: blank lines part it."""
    bare = _BEGINS.sub("", without_control(message))
    blocks = re.split(r"\n\s*\n", bare.strip("\n"), maxsplit=1)
    return blocks[0], blocks[1] if len(blocks) > 1 else "", ""


def _headline(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """The lines up to the one that ends with `=`, else up to the first blank one; and the rest."""
    for index, line in enumerate(lines[:8]):
        if line.rstrip().endswith("="):
            return [one.strip() for one in lines[: index + 1] if one.strip()], list(
                lines[index + 1 :]
            )
    first = next((n for n, line in enumerate(lines) if line.strip()), 0)
    blank = next((n for n in range(first, len(lines)) if not lines[n].strip()), len(lines))
    return [one.strip() for one in lines[first:blank]], list(lines[blank:])


def _published_part(lines: Sequence[str]) -> list[str]:
    """Up to what editors tell each other."""
    kept: list[str] = []
    for line in lines:
        if _NOT_FOR_PUBLICATION.match(line) or _STARS.match(line):
            break
        if not _SIGNED.match(line.strip()):
            kept.append(line)
    return kept


def _notes(text: str) -> list[str]:
    """What a note to editors says of this edition ("- corrects name in paragraph 3")."""
    _, _, notes = text.partition("Note to editors")
    return paragraphs_in(notes.split("\n")[:8])[:3]


def _guid(service: re.Match[str] | None, number: str, sent: str) -> str | None:
    if service is None:
        return None
    said = (service["agency"] or service["service"], service["service"] + number, sent)
    return "urn:iptc7901:" + ":".join(filter(None, said))


def _version(editions: Sequence[str]) -> str | None:
    """`1ST LEAD` is the second edition of a text."""
    for line in editions:
        if found := re.match(r"\W*(\d)", line):
            return str(int(found[1]) + 1)
    return None
