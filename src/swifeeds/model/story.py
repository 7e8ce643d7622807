"""A story: articles that belong together for weeks or years, and why each belongs."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import NewType

from swifeeds.model.article import ArticleId

StoryId = NewType("StoryId", str)


class StoryState(StrEnum):
    """Where a story stands in its life."""

    EMERGING = "emerging"
    ACTIVE = "active"
    DORMANT = "dormant"
    ARCHIVED = "archived"
    CLOSED = "closed"
    MERGED = "merged"
    REMOVED = "removed"


ENDED = frozenset({StoryState.MERGED, StoryState.REMOVED})
"""Stories that have no articles and no addresses of their own any more, and never will again."""


class Rung(IntEnum):
    """The ladder of evidence. A lower number is a higher rung and is never overridden from below.

    A membership of the rung `SUGGESTION` waits for an editor: it is never shown or counted.
    """

    EDITOR = 1
    RULE = 2
    DECLARED = 3
    TRANSLATION = 4
    SAME = 5
    AUTOMATIC = 6
    SUGGESTION = 7

    @property
    def is_shown(self) -> bool:
        """False for what only operators see."""
        return self is not Rung.SUGGESTION

    @property
    def label(self) -> str:
        """The word used in evidence, pages and commands."""
        return self.name.lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A rule's conditions. Keys are joined by AND, the values of a key by OR.

    `any` maps a language to words; `territories` are ISO 3166 codes; `since` and `until` bound
    `published` (UTC, until exclusive). An empty Match matches nothing.
    """

    any: tuple[tuple[str, tuple[str, ...]], ...] = ()
    territories: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    since: datetime | None = None
    until: datetime | None = None

    @property
    def is_empty(self) -> bool:
        """True when nothing but dates could match: such a rule takes no article."""
        return not (self.any or self.territories or self.sections or self.sources)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRule:
    """A story that the configuration states. The file owns it: commands do not change it.

    `include` and `exclude` are addresses (or ids) of articles: the editor's word, above the rule.
    """

    id: StoryId
    titles: tuple[tuple[str, str], ...]
    slug: str
    match: Match = field(default_factory=Match)
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    parent: StoryId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """`id` is the key for ever, `slug` only its address. `titles` maps languages to names.

    `named_after` maps languages to the article whose headline the title is; nobody stated that one,
    and it gives way to whoever does. Of a language that is not there a file, a page or an editor
    gave the title. Where an editor's title stands above an article's, the article is still there.

    `merged_into` is set where `state` is MERGED, and then alone; `parent` is None there.
    `automatic`: no page, rule or editor states it; it has no address while it is emerging.
    """

    id: StoryId
    slug: str
    titles: tuple[tuple[str, str], ...]
    state: StoryState = StoryState.ACTIVE
    parent: StoryId | None = None
    merged_into: StoryId | None = None
    automatic: bool = False
    named_after: tuple[tuple[str, ArticleId], ...] = ()

    @property
    def has_address(self) -> bool:
        """False while only operators see it: automatic, and too small to be sure of."""
        return not (self.automatic and self.state is StoryState.EMERGING)

    def title(self, language: str) -> str | None:
        """The title in that language, or None when the story has none in it."""
        return dict(self.titles).get(language)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Why an article is in a story: `kind` a code, `detail` what was found, ready to show.

    Kinds: `include`, `pin`, `exclude` (of what stays out), `word`, `territory`, `section`,
    `source`, `block`, `hreflang`, `translationOfWork`, `workTranslation`, `twin`, `rest`, `feed`;
    of the same article `fingerprint`, `shingles`; of the automatic rungs
    `term`, `entity`, `image`, `link`, `gap`, `competitor`, and between languages `translation`,
    `number` and `table` (two words that a learned table joins); `embedding` is the likeness by an
    embedder's model, `chain` says what of a story another event goes on with; where texts are
    known `title`, `lead` and `body` are how alike each is, and `told` how much of each headline the
    other's text tells. `weight` is the share of the score that it made, where it made one.
    """

    kind: str
    detail: str
    weight: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """An article's place in a story.

    `rung` and `evidence` say why; `by` is `rule`, `editor` or `machine`; `added` is UTC. `earlier`
    are the members shown under "Articles in this story", frozen when the article joined: at most
    five, published before it.
    """

    story_id: StoryId
    article_id: ArticleId
    rung: Rung
    evidence: tuple[Evidence, ...]
    by: str
    added: datetime
    score: float = 1.0
    earlier: tuple[ArticleId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberTitle:
    """How one member of a story is headed; `language` is a tag, `published` UTC."""

    story_id: StoryId
    article_id: ArticleId
    language: str
    title: str
    published: datetime
