"""What items of an archive are to each other, however far apart they stand in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

MOST_TOGETHER = 60
"""Pictures of one article, translations of one: what an archive names beyond that is left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Companion:
    """What one item says that others need: a picture to the articles that show it, an article to
    its translations.

    `number` is the item's own, one of its site. `parent` is that of the article on which a medium
    hangs; `groups` are names that all translations of an article share; `status` is in the words of
    the archive. `is_medium` tells whether `url` is a file or an article.
    """

    number: int
    url: str
    is_medium: bool = False
    parent: int | None = None
    groups: tuple[str, ...] = ()
    language: str | None = None
    title: str | None = None
    status: str | None = None
    alt: str | None = None
    caption: str | None = None
    credit: str | None = None
    width: int | None = None
    height: int | None = None


class StatedKind(StrEnum):
    """What the head of an archive states something of."""

    AUTHOR = "author"
    CATEGORY = "category"
    GROUP = "group"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What the head of an archive states of something that its items name.

    `name` is how they name it: the login of an author, the number of a category, the slug of a
    group of translations. `label` is what readers see of an author or a category; `members` are
    language and number of each article of a group.
    """

    kind: StatedKind
    name: str
    label: str | None = None
    members: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What the articles of a portion need: the companions of these numbers, all that hang on these
    articles, and all that share these names; and what the head states of these kinds and names,
    with the companions that are members of it."""

    numbers: tuple[int, ...] = ()
    parents: tuple[int, ...] = ()
    groups: tuple[str, ...] = ()
    stated: tuple[tuple[StatedKind, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What a first look at a portion finds: companions for others, and whom its own articles need;
    of one of the head, what that states.

    `site` says whose the numbers are, None where the archive does not tell.
    """

    site: str | None = None
    companions: tuple[Companion, ...] = ()
    sought: Sought = Sought()
    stated: tuple[Stated, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Needed:
    """What the articles of a portion need of all that was found, each as it is kept: JSON."""

    companions: tuple[bytes, ...] = ()
    stated: tuple[bytes, ...] = ()
