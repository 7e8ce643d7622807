"""Stories go on: the story that a new event continues, days or years later."""

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
