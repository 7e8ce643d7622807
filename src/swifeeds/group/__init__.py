"""Articles that belong together, by declared evidence alone, each with its reason.

The ladder (DESIGN decision 8), from the top: the editor's word (`include`, `exclude`), the
story's rule, a story block that a page declares, and a translation link. A lower rung never
overrides a higher one, and what the editor excluded stays excluded on every rung. Each rung is a
function from what is known to proposals; `group_articles` walks them in order. The automatic
rungs will be further functions in that list, below these: they only ever see articles that no
higher rung placed.

Pure and repeatable: the same neighbourhood gives the same grouping, in whatever order it comes.
"""

from __future__ import annotations

from swifeeds.group.ladder import group_articles
from swifeeds.group.lifecycle import may_be_woken, next_state, revives
from swifeeds.group.stories import new_story
from swifeeds.group.translations import translation_groups
from swifeeds.group.words import contains_word

__all__ = [
    "contains_word",
    "group_articles",
    "may_be_woken",
    "new_story",
    "next_state",
    "revives",
    "translation_groups",
]
