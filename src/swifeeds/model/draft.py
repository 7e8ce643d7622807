"""What one document says of one article, before we know whether we have met it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from swifeeds.model.source import SourceId
from swifeeds.model.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft(Work):
    """A Work as one document of one source states it.

    `guid` is the source's own identifier, verbatim. `retrieved` is when the document came (UTC).
    `withdrawn` is true where the document itself says so (ninjs `pubstatus: canceled`); `held` is
    why the document itself holds it back (ninjs `withheld`, a draft of WordPress), one clause that
    follows "held by its source: ", else None.
    `provenances` names, for each field that was not declared in so many words, where it was read
    (`{"title": "og", "content": "trafilatura"}`). `read_at` is the address of the page it was read
    from, which may say that it wants to be known by another (`url`); None where no page was read.
    `digest` is there where the whole draft comes
    from one entry of a feed, which is known by it the next time.
    """

    source_id: SourceId
    retrieved: datetime
    guid: str | None = None
    withdrawn: bool = False
    held: str | None = None
    read_at: str | None = None
    provenances: tuple[tuple[str, str], ...] = field(default=(), compare=False)
    digest: str | None = field(default=None, compare=False)
