"""What an operator may tune of the grouping that no page, rule or editor states."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupSettings:
    """What the machine may do by itself, below all that is declared."""

    automatic: bool = True
    """Whether articles that nothing declared are grouped by what they say. A story that comes of it
    gets addresses at three members from two days or sources; before that only `swifeeds story list`
    shows it."""

    attach: float = 0.36
    """Likeness, 0 to 1, from which articles are grouped without asking. 0.36 kept stories 96 % pure
    on labelled headlines; lower finds more and is wrong more often."""

    window: int = 3000
    """Articles around a change that are looked at in one go, nearest in time first. Bounds the
    work for an import."""

    def __post_init__(self) -> None:
        """Refuse what would group everything or nothing.

        Raises:
            ValueError: names the setting.
        """
        if not 0 < self.attach < 1:
            raise ValueError("attach must lie between 0 and 1")
        if self.window <= 0:
            raise ValueError("window must be more than 0")
