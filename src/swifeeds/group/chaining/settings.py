"""The numbers of chaining. They hold for these features: measure anew for others."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainSettings:
    """How much an event must have in common with a story that it continues."""

    join: float = 0.4
    """Score from which it is a member without asking."""

    entities: int = 1
    """Rare cities, regions and organisations that both must name for that."""

    join_by_words: float = 0.2
    """Likeness that other words than the names of these must make for that: a city has many
    stories."""

    suggest: float = 0.25
    """Score from which an editor is asked, where both name a rare one at least."""

    suggest_by_words: float = 0.4
    """The same where words alone speak for it."""

    entities_across: int = 3
    """Rare ones that both must name before an editor is asked about a story that has nothing in
    the event's languages."""


CHAINING = ChainSettings()
