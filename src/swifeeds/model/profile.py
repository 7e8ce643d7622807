"""What was learned of how a source builds its pages, with the evidence for it."""

from __future__ import annotations

from dataclasses import dataclass

from swifeeds.model.source import Rules


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldReading:
    """One field of one page: what the reader of unknown pages found, and what the profile finds.

    Both as short texts for people; None where nothing is found. `agreement` is 0 to 1, for the
    text the share of word runs that both have (F1).
    """

    field: str
    wanted: str | None
    found: str | None
    agreement: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PageReading:
    """One page read both ways. `missed` is what the profile did not find, in a few words.

    `held_out` marks the page that a profile read which was learned from the others alone.
    """

    url: str
    fields: tuple[FieldReading, ...]
    missed: str | None = None
    held_out: bool = False

    def agreement(self, field: str) -> float | None:
        """How far both readings agree on a field; None where neither found anything."""
        one = next((one for one in self.fields if one.field == field), None)
        return None if one is None or one.wanted is one.found is None else one.agreement


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnedProfile:
    """A profile that is proposed, and how it read the pages that it was learned from.

    `held_out` is the reading of the last page by a profile learned from the others; None where
    there were too few pages to spare one. `unread` names pages that hold no article.
    """

    rules: Rules
    pages: tuple[PageReading, ...]
    held_out: PageReading | None = None
    unread: tuple[str, ...] = ()
