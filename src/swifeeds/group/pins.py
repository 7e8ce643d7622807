"""The editors' standing words on the places of articles, as the ladder takes them."""

from __future__ import annotations

from collections.abc import Iterable

from swifeeds.model import ArticleId, Decision, Evidence, Membership, StoryId


def exclusions(decisions: Iterable[Decision]) -> frozenset[tuple[StoryId, ArticleId]]:
    """The places that no rung may fill."""
    return frozenset((one.story_id, one.article_id) for one in decisions if one.is_exclusion)


def place_evidence(decision: Decision) -> Evidence:
    """Who put the article there or took it out (`pin`, `exclude`), by what, and when (UTC)."""
    detail = f"{decision.action} by {decision.by}, {decision.at:%Y-%m-%d %H:%M}Z"
    return Evidence(kind=decision.value, detail=detail)


def is_pin(membership: Membership) -> bool:
    """True when a stored decision of an editor made it."""
    return any(one.kind == "pin" for one in membership.evidence)
