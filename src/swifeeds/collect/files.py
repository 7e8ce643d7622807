"""A folder as a source: which of its files are finished, which are new.

A file that is being written looks like a finished one. So a file must have been at rest for a
little while, must not change while it is read, and one whose end seems to be missing gets a minute
to be finished. What is still moving is left for the next scan; it is no fault.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from pathlib import Path, PurePosixPath
from typing import TypeAlias
from urllib.parse import quote_from_bytes

from swifeeds.collect.folder import TYPES, Candidate, Listing, list_folder, read_whole
from swifeeds.errors import Unreachable
from swifeeds.model import Document, Fetched, NotModified, Reject, Source, Validators


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """Symbolic links in a folder, other ones than at its last scan: to be told, and no fault.
    `validators` are the folder's, and tell these links from others."""

    note: Reject
    validators: Validators


ScanOutcome: TypeAlias = Fetched | NotModified | Reject | Skipped

SETTLE = timedelta(seconds=2)
"""A program that writes a file in pieces rarely rests for so long between two of them."""

PATIENCE = timedelta(minutes=1)
"""How long a file without its end may be an upload that has stalled; then it is what it is."""

_BEGINNING = 4096
_ROOT = re.compile(rb"<([A-Za-z_][\w.:-]*)")
_TEXT_ENDS = (b"\n", b"\r", b"\x04")
"""A line that is whole, or the end of a transmission of the wires."""

MAX_SIZE = 20 * 1024 * 1024
"""As much as a document from the web may have."""

_TOO_LARGE = f"is larger than {MAX_SIZE} bytes; for an archive there is `swifeeds import`"


async def scan_folder(
    source: Source,
    known: Mapping[str, Validators],
    *,
    now: Callable[[], datetime],
    sleep: Callable[[float], Awaitable[None]],
) -> AsyncIterator[ScanOutcome]:
    """Read what is new in a folder. See `Collector.scan`.

    Files that were written just now are looked at once more after a moment's rest at the end of
    the scan, so that a file which is dropped and collected at once is not missed.
    """
    scan = _Scan(source, known, now)
    young: list[Candidate] = []
    listing = await scan.listing()
    if skipped := scan.skipped(listing.links):
        yield skipped
    for candidate in listing.files:
        if _age(candidate, now()) < SETTLE:
            young.append(candidate)
        elif outcome := await scan.outcome(candidate):
            yield outcome
    if young:
        await sleep(SETTLE.total_seconds())
    for candidate in young:
        if outcome := await scan.outcome(candidate):
            yield outcome


class _Scan:
    """One look through a source's folder."""

    def __init__(
        self, source: Source, known: Mapping[str, Validators], now: Callable[[], datetime]
    ) -> None:
        self._source = source
        self._folder = Path(source.url)
        self._known = known
        self._now = now

    async def listing(self) -> Listing:
        """What is there. Raises `Unreachable`."""
        try:
            return await asyncio.to_thread(list_folder, self._folder)
        except OSError as error:
            message = f"the folder cannot be read ({error.strerror}); make it, or mend url"
            raise Unreachable(message, url=f"drop:{self._source.id}/") from error

    def skipped(self, links: tuple[bytes, ...]) -> Skipped | None:
        """The sentence about links, None where there are none or the same as last time."""
        url = f"drop:{self._source.id}/"
        validators = Validators(etag=blake2b(b"\0".join(links), digest_size=8).hexdigest())
        if not links or self._known.get(url) == validators:
            return None
        first = quote_from_bytes(links[0])
        what = (
            f"{first} is a symbolic link and is"
            if len(links) == 1
            else f"{len(links)} symbolic links, like {first}, are"
        )
        reason = f"{what} not followed; drop the files themselves"
        return Skipped(note=Reject(subject=url, reason=reason), validators=validators)

    async def outcome(self, candidate: Candidate) -> ScanOutcome | None:
        """What came of one file; None when it is still being written, or gone."""
        url = f"drop:{self._source.id}/{quote_from_bytes(candidate.path)}"
        validators = Validators(etag=f"{candidate.changed:x}-{candidate.size:x}")
        known = self._known.get(url)
        if known is not None and known.etag == validators.etag:
            return NotModified(url=url)
        if candidate.size > MAX_SIZE:
            return Reject(subject=url, reason=_TOO_LARGE)
        try:
            body = await asyncio.to_thread(read_whole, self._folder, candidate)
        except FileNotFoundError:
            return None
        except OSError as error:
            return Reject(subject=url, reason=f"cannot be read: {error.strerror}")
        if body is None or self._is_unfinished(candidate, body):
            return None
        return self._taken(candidate, url, body, validators)

    def _is_unfinished(self, candidate: Candidate, body: bytes) -> bool:
        is_young = _age(candidate, self._now()) < PATIENCE
        return is_young and not _has_its_end(body, _media_type(candidate))

    def _taken(
        self, candidate: Candidate, url: str, body: bytes, validators: Validators
    ) -> ScanOutcome:
        if not body.strip():
            return Reject(subject=url, reason="is empty")
        document = Document(
            source_id=self._source.id,
            url=url,
            final_url=url,
            body=body,
            retrieved=self._now(),
            media_type=_media_type(candidate),
        )
        return Fetched(document=document, validators=validators)


def _age(candidate: Candidate, now: datetime) -> timedelta:
    """How long a file has been at rest. A time in the future, from a wrong clock, is as good as an
    old one: it does not move."""
    return abs(now - datetime.fromtimestamp(candidate.changed / 1e9, tz=UTC))


def _media_type(candidate: Candidate) -> str:
    return TYPES[PurePosixPath(candidate.path.decode(errors="replace").lower()).suffix]


def _has_its_end(body: bytes, media_type: str) -> bool:
    """Whether the last thing in a file is what ends one. A look, not a parse: what strangers wrote
    is parsed in a child, and half a JSON that happens to end so fails there."""
    match media_type:
        case "text/html":
            return b"</html>" in body[-4096:].lower()
        case "application/xml":
            root = _ROOT.search(body[:_BEGINNING])
            end = b"</" + root[1] if root else b">"
            return end in body[-4096:] or body.rstrip().endswith(b"/>")
        case "application/json":
            text = body.removeprefix(b"\xef\xbb\xbf").strip()
            return (text[:1], text[-1:]) in {(b"{", b"}"), (b"[", b"]")}
        case _:
            return body.endswith(_TEXT_ENDS)
