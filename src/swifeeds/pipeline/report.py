"""What a poll came to: counts for the summary line, sentences for the operator."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta

from swifeeds.model import (
    Advice,
    Duplicate,
    Held,
    Intent,
    New,
    PushTopic,
    Reject,
    Remark,
    Revised,
    SourceId,
)


@dataclass(slots=True, kw_only=True)
class PollReport:
    """Filled while a source is polled. `failure` is the sentence of what ended the poll early."""

    source_id: SourceId
    documents: int = 0
    unchanged: int = 0
    new: int = 0
    revised: int = 0
    duplicate: int = 0
    held: int = 0
    rejects: list[Reject] = field(default_factory=list)
    noted: list[Reject] = field(default_factory=list)
    """What is to be told though nothing is missing."""
    remarks: list[Remark] = field(default_factory=list)
    failure: str | None = None
    retry_after: str | None = None
    status: int | None = None
    """The HTTP status that ended the poll early."""
    timed_out: bool = False
    """Whether the poll ended because there was no answer in time."""
    advice: Advice = field(default_factory=Advice)
    """What the main document's answer said of asking again."""
    ttl: timedelta | None = None
    """The time between two polls that the main document asks for."""
    unfinished: bool = False
    """A linked document could not be had this time: the index must be read again next time."""
    has_main: bool = False
    """The source's own document was read: what it says of itself is known."""
    push: PushTopic | None = None
    """What a feed names for being told of changes."""

    unread: dict[str, str] = field(default_factory=dict)
    """Files of a folder that cannot be read, and why: of this poll, and those that lie there."""

    oddities: dict[str, str] = field(default_factory=dict)
    """By the code of its notice: what the source's names and dates showed."""

    @property
    def seen(self) -> int:
        """Drafts that were decided."""
        return self.new + self.revised + self.duplicate + self.held

    def count(self, intents: Iterable[Intent]) -> None:
        """Add the intents of a stored batch."""
        for intent in intents:
            match intent:
                case New():
                    self.new += 1
                case Revised():
                    self.revised += 1
                case Duplicate():
                    self.duplicate += 1
                case Held():
                    self.held += 1

    @property
    def changed(self) -> int:
        """Articles that are not as they were before."""
        return self.new + self.revised
