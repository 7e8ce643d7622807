"""Stories go on: the story that a new event continues, days or years later.

Nothing fades with time, and few things are certain: a member needs a score of 0.40 and a rare place
or organisation in common, whose name alone must not make it; all else is an editor's to decide. How
rare words are is counted over events in no story too: where stories are few, nothing else tells
that "the" is common. Measured (`python -m
tests.benchmark.chaining`), each event held against the stories of the days before:

- ten-language newsroom, 417 events, 254 with a story to find: 44 joined and 80 suggested, none
  wrongly, in both halves of the stories. From 0.30, 54 would be joined, none wrongly either: of few
  stories, though.
- a series of 22 months in 663 messages (an event in each language): none joined; suggested 9 of 37
  rightly and one wrongly, with no other story that could have claimed them. Counted over stories
  alone, 10 and 17.
- 1,039 gold events of a day each, where all that chains is wrong: none joined, 71 suggested (7 in
  100), all by words alone.

With groups of letters a seventh more of the first would be suggested, at several times the terms.
What 50,000 stories cost in memory and at a start `tests.benchmark.story_rounds --long` tells.
"""

from __future__ import annotations

from swifeeds.group.chaining.continuing import continued
from swifeeds.group.chaining.index import StoryIndex
from swifeeds.group.chaining.profile import NEWEST, Profile, profile_of
from swifeeds.group.chaining.rounds import asked_about, chained_in, chains_of
from swifeeds.group.chaining.settings import CHAINING, ChainSettings

__all__ = [
    "CHAINING",
    "NEWEST",
    "ChainSettings",
    "Profile",
    "StoryIndex",
    "asked_about",
    "chained_in",
    "chains_of",
    "continued",
    "profile_of",
]
