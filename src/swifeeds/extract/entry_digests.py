"""Entries that were read before are known by their bytes, so that a poll reads what is new alone.

A document is cut at the tags that begin an entry; every byte belongs to one entry or to what
stands around them. The digest of an entry covers its own bytes, what stands around all entries
(language, rights, base and namespaces hold for each of them), and the circumstances of the
reading. Whatever changes any of that makes the entry a new one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import blake2b
from itertools import islice, pairwise

from swifeeds.model import Document, Remembered

_BEGINNING = re.compile(rb"<(?:[\w.-]+:)?(?:item|entry)[\s/>]", re.IGNORECASE)
_END = re.compile(rb"</(?:[\w.-]+:)?(?:item|entry)\s*>", re.IGNORECASE)
_PASSING = re.compile(
    rb"<!--.*?(?:-->|\Z)|<((?:[\w.-]+:)?(?:lastBuildDate|pubDate|updated|modified|date|totalResults))"
    rb"(?:\s[^<>]*+)?>[^<]*+</\1\s*>|<(?:[\w.-]+:)?li\s[^<>]*+>",
    re.DOTALL | re.IGNORECASE,
)
"""What changes around the entries whenever one is added and says nothing of the others: times,
counts, the table of contents of RSS 1.0, and what a cache notes of itself."""

MOST_ENTRIES = 10_000
"""Of one document that are read. The largest feeds of news have a thousand; archives are not
polled, they are imported."""

_SIZE = 12
"""Bytes of a digest: no two of a billion entries share one by accident. Who writes a source may
forge a pair, and hide a revision of their own text from us, which they can do by not sending it."""


@dataclass(frozen=True, slots=True)
class Entries:
    """The digests of a document's entries in its order, and those that were read before.

    Without digests nothing is known: every entry is read.
    """

    digests: tuple[str, ...] = ()
    known: frozenset[str] = frozenset()

    @property
    def is_old(self) -> bool:
        """True where there are entries and each of them was read before."""
        return bool(self.digests) and self.known.issuperset(self.digests)

    def aligned(self, found: int) -> Entries:
        """The same for a document in which a parser found so many entries, or nothing known where
        that differs: a tag may stand in a comment."""
        return self if found == len(self.digests) else Entries()

    def digest(self, place: int) -> str | None:
        """Of the entry at a 1-based place."""
        return self.digests[place - 1] if self.digests else None

    def has(self, place: int) -> bool:
        """True where the entry at that place was read before."""
        return self.digest(place) in self.known


NONE = Entries()


def entries_of(document: Document, remembered: Remembered | None) -> Entries:
    """The entries of an XML feed as they are known by their bytes.

    Args:
        document: the feed.
        remembered: what was read before; None: nothing is to be known again.
    """
    if remembered is None:
        return NONE
    body = document.body
    starts = [found.start() for found in islice(_BEGINNING.finditer(body), MOST_ENTRIES + 1)]
    if len(starts) > MOST_ENTRIES:
        return NONE
    spans = _spans(body, starts)
    common = blake2b(_circumstances(document, remembered), digest_size=_SIZE)
    last = 0
    for start, end in [*spans, (len(body), len(body))]:
        if around := body[last:start].strip():
            common.update(_PASSING.sub(b"", around))
        last = end
    key = common.digest()
    digests = (blake2b(body[one:end], digest_size=_SIZE, key=key) for one, end in spans)
    return Entries(tuple(digest.hexdigest() for digest in digests), remembered.digests)


def _spans(body: bytes, starts: list[int]) -> list[tuple[int, int]]:
    """Where entries begin and end; one without an end of its own ends where the next begins."""
    ends = [found.end() for found in _END.finditer(body)]
    spans = []
    place = 0
    for start, following in pairwise([*starts, len(body)]):
        while place < len(ends) and ends[place] <= start:
            place += 1
        is_closed = place < len(ends) and ends[place] <= following
        spans.append((start, ends[place] if is_closed else following))
    return spans


def _circumstances(document: Document, remembered: Remembered) -> bytes:
    """What else a reading hangs on: the address relative ones are read against, the transport's
    word on encoding and terms."""
    said = (remembered.circumstances, document.final_url, document.charset, document.mining)
    return repr(said).encode("utf-8", "replace")
