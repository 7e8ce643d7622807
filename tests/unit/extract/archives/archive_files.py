"""Archives made for tests: what an import of a whole file yields."""

from __future__ import annotations

from datetime import UTC, datetime

from swifeeds.extract.archives import cut, read_portion, recognise
from swifeeds.model import ArchiveFormat, Draft, Extraction, Source, SourceId, SourceKind

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)


def make_source(**stated) -> Source:
    told = {
        "id": SourceId("legacy"),
        "kind": SourceKind.FEED,
        "url": "https://n.example/",
        "language": "en",
        "title": "Legacy",
        "time_zone": "Europe/Zurich",
        "own": True,
    }
    return Source(**{**told, **stated})


def pieces_of(body: bytes, size: int) -> list[bytes]:
    return [body[at : at + size] for at in range(0, len(body), size)]


def read_file(
    body: bytes | str, name: str = "archive", *, source: Source | None = None
) -> Extraction:
    """Recognised, cut and read, as an import does it."""
    data = body if isinstance(body, bytes) else body.encode()
    kind = recognise(data[:65536], name)
    return read_as(data, kind, name, source=source)


def read_as(
    body: bytes, kind: ArchiveFormat, name: str = "archive", *, source: Source | None = None
) -> Extraction:
    parts = [
        read_portion(portion, source or make_source(), kind, name=name, retrieved=NOW)
        for portion in cut((body,), kind)
    ]
    return Extraction(
        drafts=tuple(draft for part in parts for draft in part.drafts),
        rejects=tuple(reject for part in parts for reject in part.rejects),
        noted=tuple(one for part in parts for one in part.noted),
    )


def read_one(body: bytes | str, name: str = "archive", **others) -> Draft:
    """The only article of a file, of which nothing was set aside."""
    found = read_file(body, name, **others)
    assert found.rejects == found.noted == ()
    (draft,) = found.drafts
    return draft


def reasons(body: bytes | str, name: str = "archive") -> list[str]:
    """Why nothing was made of the items of a file."""
    found = read_file(body, name)
    assert found.drafts == ()
    return [reject.reason for reject in found.rejects]
