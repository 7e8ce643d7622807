"""Articles that belong together, by what is declared and by what they say, each with its reason.

The ladder (DESIGN decision 8), from the top: the editor's word (pins, `include`, `exclude`), the
story's rule, a story block that a page declares, a translation link, the same text, what the
machine is sure of, and what it suggests. A lower rung never overrides a higher one, and what the
editor excluded stays excluded on every rung. Each rung is a function from what is known to
proposals; `group_articles` walks them in order. The automatic rungs only ever see articles that no
higher rung placed.

For those rungs: `find_happenings` says which articles report one event, `facts` what they state
beside their words, `compare` holds the facts of two groups against each other (a veto, evidence,
or nothing), and `same_texts` finds the articles of one language that are one text or an update.

Pure and repeatable: the same neighbourhood gives the same grouping, in whatever order it comes.
"""

from __future__ import annotations

from swifeeds.group.conflicts import Veto
from swifeeds.group.embedding import (
    Embedder,
    EmbedderSettings,
    Passage,
    passage_of,
    unit_vectors,
)
from swifeeds.group.facts import Background, Facts, background_of, joined_facts
from swifeeds.group.found import Chain, Found, Happening, Hint, Unit, is_chained
from swifeeds.group.gist import Gist, embedded, gists_of
from swifeeds.group.happenings import find_happenings, found_in
from swifeeds.group.ladder import group_articles
from swifeeds.group.lifecycle import Waking, may_be_woken, next_state, revives, waking_of
from swifeeds.group.naming import renamed
from swifeeds.group.previewing import Foreseen, Outcome, foresee, may_come, may_leave
from swifeeds.group.rules import evidence_of_match
from swifeeds.group.same import SameText, same_texts
from swifeeds.group.settings import GroupSettings
from swifeeds.group.shared import Comparison, SharedEntity, compare, shared_entity
from swifeeds.group.stated import facts_of
from swifeeds.group.stories import new_story
from swifeeds.group.translations import translation_groups
from swifeeds.group.window import Window
from swifeeds.group.words import contains_word

__all__ = [
    "Background",
    "Chain",
    "Comparison",
    "Embedder",
    "EmbedderSettings",
    "Facts",
    "Foreseen",
    "Found",
    "Gist",
    "GroupSettings",
    "Happening",
    "Hint",
    "Outcome",
    "Passage",
    "SameText",
    "SharedEntity",
    "Unit",
    "Veto",
    "Waking",
    "Window",
    "background_of",
    "compare",
    "contains_word",
    "embedded",
    "evidence_of_match",
    "facts_of",
    "find_happenings",
    "foresee",
    "found_in",
    "gists_of",
    "group_articles",
    "is_chained",
    "joined_facts",
    "may_be_woken",
    "may_come",
    "may_leave",
    "new_story",
    "next_state",
    "passage_of",
    "renamed",
    "revives",
    "same_texts",
    "shared_entity",
    "translation_groups",
    "unit_vectors",
    "waking_of",
]
