"""What an operator may tune of the grouping that no page, rule or editor states."""

from __future__ import annotations

from dataclasses import dataclass, replace

from swifeeds.group.crosslingual import LinkSettings
from swifeeds.group.embedding import EmbedderSettings
from swifeeds.group.events import FITTED, EventSettings


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

    suggest: float = 0.25
    """Likeness from which articles of one language are put to an editor (`swifeeds story review`).
    0.25 was the best of both, finding most and being right (BCubed F1), on labelled headlines. From
    `attach` on: nothing of one language is put to anybody."""

    link: float = 0.16
    """Likeness across languages from which events are put to an editor, where nothing declared ties
    them. It is of another measure than `attach`: names, cognates and numbers."""

    window: int = 3000
    """Articles around a change that are looked at in one go, nearest in time first. Bounds the
    work for an import."""

    learn: bool = True
    """Whether the newsroom's own translations teach, each night at 3 in `site.time_zone`, which
    words of two languages go together. What was learned joins events across languages from 500
    pairs of articles on; `swifeeds story words` shows it."""

    embedder: EmbedderSettings | None = None
    """An embedder of your own. Unset: there is none."""

    @property
    def events(self) -> EventSettings:
        """How headlines of one language are clustered under these."""
        embedder = self.embedder
        return replace(
            FITTED,
            attach=self.attach,
            merge=self.attach,
            suggest=min(self.suggest, self.attach),
            embedding_weight=embedder.weight if embedder else 0.0,
            embedding_model=embedder.model if embedder else "",
        )

    @property
    def linking(self) -> LinkSettings:
        """How events of different languages are linked under these. What a learned table adds to
        the score shifts the threshold by as much as ever."""
        plain = LinkSettings()
        shift = plain.threshold_with_table / plain.threshold
        return replace(plain, threshold=self.link, threshold_with_table=self.link * shift)

    def __post_init__(self) -> None:
        """Refuse what would group everything or nothing.

        Raises:
            ValueError: names the setting.
        """
        for name in ("attach", "suggest", "link"):
            if not 0 < getattr(self, name) < 1:
                raise ValueError(f"{name} must lie between 0 and 1")
        if self.window <= 0:
            raise ValueError("window must be more than 0")
