"""Stories for somebody at a dead address, read from the site's own directory."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from itertools import islice

import orjson

from swifeeds.model import Shelf

DIRECTORY_PATH = "/feeds.json"

_MOST = 5
_LONGEST_GUESS = 80
_COMPARED = 500
"""Stories, the newest, whose likeness is weighed letter by letter: 4 ms for each part of a dead
address, in which nobody else is answered. Of all others a part has to be repeated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestions:
    """(title, page address) of at most five stories. `are_near`: the address resembles theirs;
    else they are simply the newest."""

    stories: tuple[tuple[str, str], ...]
    are_near: bool


def suggestions(path: str, shelf: Shelf, language: str) -> Suggestions:
    """Stories in `language` whose slug resembles a part of `path`; the newest where none does."""
    directory = shelf.items.get(DIRECTORY_PATH)
    stories = _stories(directory.body, language) if directory else {}
    guesses = [part[:_LONGEST_GUESS].lower() for part in path.split("/") if part]
    slugs = dict.fromkeys(slug for guess in guesses[-2:] for slug in _close(guess, stories))
    return Suggestions(
        stories=tuple(stories[slug] for slug in (slugs or stories))[:_MOST], are_near=bool(slugs)
    )


def _close(guess: str, stories: Mapping[str, tuple[str, str]]) -> list[str]:
    return [
        *get_close_matches(guess, islice(stories, _COMPARED), n=_MOST, cutoff=0.6),
        *(slug for slug in stories if len(guess) > len("xx") and guess in slug),
    ]


@lru_cache(maxsize=64)
def _stories(directory: bytes, language: str) -> Mapping[str, tuple[str, str]]:
    """Slug -> (title, address), the newest first. The bytes are ours, so their shape is known."""
    feeds = [
        feed
        for feed in orjson.loads(directory)["feeds"]
        if feed["scope"] == "story" and feed["language"] == language
    ]
    feeds.sort(key=lambda feed: feed["updated"], reverse=True)
    return {feed["slug"]: (feed["title"], feed["html_url"]) for feed in feeds}
