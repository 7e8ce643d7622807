"""A portion of an archive as drafts. One broken item never costs the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from typing import TypeAlias

from swifeeds.errors import ExtractError
from swifeeds.extract.archives import kept
from swifeeds.extract.archives.cutting import apart
from swifeeds.extract.archives.drafting import draft_of
from swifeeds.extract.archives.entry import Entry, Missed, NoArticle, PassedOver, Reading
from swifeeds.extract.archives.feed_files import read_feed_file
from swifeeds.extract.archives.jsonlines import read_lines
from swifeeds.extract.archives.readers import reader_of
from swifeeds.extract.archives.span import LARGEST_ITEM
from swifeeds.extract.archives.taken_back import taken_back
from swifeeds.model import ArchiveFormat, Draft, Extraction, Needed, Portion, Reject, Source

Outcome: TypeAlias = Entry | NoArticle | PassedOver | Missed
Read: TypeAlias = Callable[[bytes, Reading], Iterable[Outcome]]

_PASSED_OVER = "holds what is no article and was passed over: "
_MISSED = "names what stands in no file that was read with it: "
_SINGLE = frozenset({ArchiveFormat.NITF, ArchiveFormat.IPTC7901, ArchiveFormat.ANPA})


def read_portion(
    portion: Portion,
    source: Source | None,
    kind: ArchiveFormat,
    *,
    name: str,
    retrieved: datetime,
    needed: Needed | None = None,
) -> Extraction:
    """The articles of a portion, and a sentence for each item that is none.

    Args:
        portion: as `cut` made it.
        source: whose language and zone hold where the archive names none; None for JSON Lines
            alone, which name the sources of their articles.
        kind: the one that it was cut by.
        name: of the file; names its items in sentences, with their number and byte.
        retrieved: when the import began (UTC).
        needed: what its articles need of all that `survey_portion` found in the whole import; None
            where nobody looked.

    Returns:
        Drafts of the provenance `legacy-import`, in the order of the file; records of the lines
        that another swifeeds wrote.
    """
    if not (portion.items and portion.body):
        return Extraction(rejects=(_nothing_in(portion, name),))
    if kind is ArchiveFormat.JSON_LINES:
        place = {"first": portion.first, "offset": portion.offset}
        return read_lines(portion.body, source, name=name, retrieved=retrieved, **place)
    if source is None:
        raise ExtractError("belongs to a source; say to which", url=name)
    reading = Reading(source=source, retrieved=retrieved, name=name)
    if needed is not None:
        companions = tuple(map(kept.read, needed.companions))
        stated = tuple(map(kept.read_stated, needed.stated))
        reading = replace(reading, companions=companions, stated=stated)
    return _read(portion, kind, reading)


def _read(portion: Portion, kind: ArchiveFormat, reading: Reading) -> Extraction:
    """All of it at once, or item by item where it cannot be read whole."""
    if kind is ArchiveFormat.FEED:
        return read_feed_file(portion.body, reading)
    read = reader_of(kind)
    try:
        outcomes = _counted(read(portion.body, reading), portion, reading.name)
        return _judged(outcomes, portion, kind, reading)
    except ExtractError as error:
        if portion.items == 1:
            return _salvaged(portion, kind, read, reading, error)
    return Extraction.joined(_read(one, kind, reading) for one in apart(portion, kind))


def _nothing_in(portion: Portion, name: str) -> Reject:
    """Why there is nothing to read: no item at all, or one that is not even looked at."""
    if not portion.items:
        reason = "holds no article: not one begins in it; export it again with its articles"
        return Reject(subject=name, reason=reason)
    reason = f"is larger than {LARGEST_ITEM >> 20} MiB and was left out; take it apart"
    return Reject(subject=_subject(name, portion, 1), reason=reason)


def _counted(outcomes: Iterable[Outcome], portion: Portion, name: str) -> list[Outcome]:
    """The outcomes, if there is one for each item that was cut: none may be lost in silence.

    Raises:
        ExtractError: the items do not stand where the format has them.
    """
    found = list(outcomes)
    if len({outcome.place for outcome in found}) < portion.items:
        raise ExtractError("is not built as its format has it", url=name)
    return found


def _salvaged(
    portion: Portion, kind: ArchiveFormat, read: Read, reading: Reading, error: ExtractError
) -> Extraction:
    """What can be had of one broken item, and what was wrong."""
    try:
        outcomes = list(read(portion.body, replace(reading, recover=True)))
    except ExtractError:
        outcomes = []
    found = _judged(outcomes[:1], portion, kind, reading)
    told = "; what could be read of it was imported" if found.drafts else " and was left out"
    subject = _name(reading.name, portion, 1, kind)
    broken = Reject(subject=subject, reason=f"{error.message}{told}")
    if found.drafts:
        return replace(found, noted=(broken, *found.noted))
    return replace(found, rejects=(broken,))


def _judged(
    outcomes: list[Outcome], portion: Portion, kind: ArchiveFormat, reading: Reading
) -> Extraction:
    drafts: list[Draft] = []
    faults: list[tuple[int, str]] = []
    remarks: list[tuple[int, str]] = []
    passed: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for outcome in outcomes:
        match outcome:
            case Entry():
                draft = draft_of(outcome, reading)
                if isinstance(draft, str):
                    faults.append((outcome.place, draft))
                else:
                    drafts += [draft, *taken_back(outcome, draft)]
                    remarks += [(outcome.place, remark) for remark in outcome.remarks]
            case NoArticle():
                faults.append((outcome.place, outcome.reason))
            case PassedOver():
                passed[outcome.kind] += 1
            case Missed():
                missed[outcome.what] += 1
    name = reading.name
    offsets = _offsets(portion, kind) if faults or remarks else {}
    rejects, noted = (
        [Reject(subject=_name(name, portion, at, kind, offsets), reason=said) for at, said in some]
        for some in (faults, remarks)
    )
    for counted, said in ((passed, _PASSED_OVER), (missed, _MISSED)):
        if counted:
            noted.append(Reject(subject=_stretch(name, portion), reason=said + _listed(counted)))
    return Extraction(drafts=tuple(drafts), rejects=tuple(rejects), noted=tuple(noted))


def _offsets(portion: Portion, kind: ArchiveFormat) -> dict[int, int]:
    """Where each item begins, in bytes of the file."""
    if portion.items == 1:
        return {1: portion.offset}
    return {place: one.offset for place, one in enumerate(apart(portion, kind), 1)}


def _name(
    name: str,
    portion: Portion,
    place: int,
    kind: ArchiveFormat,
    offsets: dict[int, int] | None = None,
) -> str:
    if kind in _SINGLE and portion.first == 0 and portion.items == 1:
        return name
    return _subject(name, portion, place, offsets)


def _subject(name: str, portion: Portion, place: int, offsets: dict[int, int] | None = None) -> str:
    byte = (offsets or {}).get(place, portion.offset)
    return f"{name}, item {portion.first + place} (byte {byte})"


def _stretch(name: str, portion: Portion) -> str:
    first, last = portion.first + 1, portion.first + portion.items
    items = f"item {first}" if first == last else f"items {first} to {last}"
    return f"{name}, {items} (byte {portion.offset})"


def _listed(counted: Counter[str]) -> str:
    return ", ".join(f"{what} ({count})" for what, count in sorted(counted.items()))
