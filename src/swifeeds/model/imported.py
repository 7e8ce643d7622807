"""How far an import has come, and what was set aside on the way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from swifeeds.model.document import Reject
from swifeeds.model.portion import ArchiveFormat
from swifeeds.model.source import SourceId


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What an import came to so far, in articles.

    `items` counts what was looked at: what is not new, revised, duplicate, held or colliding was
    set aside. `held` and `withdrawn` are not public: new ones that came so, and revisions that
    were put aside. `mended` counts remarks: on articles that were taken all the same, and on what
    is no article and was passed over.
    """

    items: int = 0
    new: int = 0
    revised: int = 0
    duplicate: int = 0
    held: int = 0
    withdrawn: int = 0
    mended: int = 0
    set_aside: int = 0

    def __add__(self, other: Tally) -> Tally:
        """Both together."""
        return Tally(
            items=self.items + other.items,
            new=self.new + other.new,
            revised=self.revised + other.revised,
            duplicate=self.duplicate + other.duplicate,
            held=self.held + other.held,
            withdrawn=self.withdrawn + other.withdrawn,
            mended=self.mended + other.mended,
            set_aside=self.set_aside + other.set_aside,
        )


NOTHING_YET = Tally()
"""What every import begins with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """A part of an archive that could not be used, or was used with a remark.

    `offset` is where its portion begins, in bytes of the unpacked file.
    """

    offset: int
    reject: Reject
    is_remark: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRun:
    """One file on its way into the store.

    `key` is the same for the same file, source and format, whatever the file is called and
    whenever it comes. `source_id` is None where the file names the sources of its articles itself.
    `offset` is where the next portion begins, in bytes of the unpacked file; `finished` is None
    until the last one is stored. `fence` counts who worked on it: whoever was overtaken finds
    another one.
    """

    key: str
    name: str
    source_id: SourceId | None
    format: ArchiveFormat
    started: datetime
    seen: datetime
    finished: datetime | None = None
    offset: int = 0
    fence: int = 0
    tally: Tally = NOTHING_YET
