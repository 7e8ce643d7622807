"""How stories, memberships and their log are worded for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from swifeeds import desk
from swifeeds.cli.output import say
from swifeeds.desk.reading import Placed
from swifeeds.model import Article, Evidence, Story, StoryEvent


def event_line(event: StoryEvent) -> str:
    """One line of the log."""
    details = ", ".join(f"{key} {value}" for key, value in event.details.items())
    undone = f" (undone by {event.undone_by})" if event.undone_by else ""
    done = f"{event.at:%Y-%m-%d %H:%M}Z {event.action} by {event.by}"
    return f"event {event.id}: {done}: {details}{undone}"


def title_of(story: Story) -> str:
    """The English title, else the first."""
    titles = dict(story.titles)
    return titles.get("en") or next(iter(titles.values()), "")


def facts(found: desk.StoryReport) -> Iterator[tuple[str, object]]:
    """What stands above a story's articles, name by name."""
    story = found.story
    yield "id", story.id
    yield "address", story.slug if story.has_address else "none before it is active"
    yield "state", story.state
    yield from ((f"title {language}", title) for language, title in story.titles)
    yield "languages", counts_line(found.languages.items())
    yield "within", " < ".join(one.id for one in found.within) or None
    yield "parts", " ".join(one.id for one in found.parts) or None


def say_members(members: Iterable[Placed]) -> None:
    """The articles by day of publication (UTC), each with its rung and evidence."""
    for day, some in groupby(members, key=lambda one: one.article.published.date()):
        say(f"{day}")
        for one in some:
            member = one.membership
            say(f"  {one.article.id} [{one.article.language}] {one.article.title}: "
                f"{member.rung.label} ({worded(member.evidence)})")  # fmt: skip


def reasons(found: desk.Why) -> Iterator[tuple[str, object]]:
    """Why an article is in a story, line by line, or what keeps it out."""
    member, decision = found.membership, found.decision
    if member is None:
        yield "member", "no"
    else:
        yield "rung", f"{member.rung.value} {member.rung.label}"
        yield "score", f"{member.score:.2f}"
        yield "by", member.by
        yield "since", member.added
        yield from ((one.kind, _weighed(one)) for one in found.evidence)
        if found.gap is not None:
            yield "gap", days(found.gap)
        if found.competitor is not None:
            yield "next best", _competing(found.competitor, found.story)
    if decision is not None:
        yield decision.value, f"{decision.action} by {decision.by}, event {decision.event}"
        yield "at", decision.at
    elif member is None:
        yield "excluded", "by no editor; nothing that is stored speaks for it"


def _weighed(one: Evidence) -> str:
    return one.detail if one.weight is None else f"{one.detail} ({one.weight:+.2f})"


def days(gap: float) -> str:
    """A stretch of days as people say it."""
    return f"{gap:.1f} days" if gap >= 1 else f"{24 * gap:.1f} hours"


def _competing(one: desk.Competitor, chosen: Story) -> str:
    """The next best choice by title, where it is by now, and its score."""
    score = "" if one.score is None else f", score {one.score:.2f}"
    places = ["this story by now" if s.id == chosen.id else s.id for s in one.stories]
    if one.article is None:
        return f"{one.name}{score}"
    within = f" in {', '.join(places)}" if places else ", in no story"
    return f"“{one.article.title}” ({one.article.id}){within}{score}"


def counts_line(counts: Iterable[tuple[str, int]]) -> str:
    """`en 4, de 3`."""
    return ", ".join(f"{name} {count}" for name, count in counts)


def worded(evidence: Iterable[Evidence]) -> str:
    """Evidence on one line."""
    return ", ".join(f"{one.kind} {one.detail}" for one in evidence)


def short_article(one: Article) -> dict[str, object]:
    """What names an article to a machine; who wants the rest asks for the article."""
    return {"id": one.id, "title": one.title, "language": one.language, "url": one.url,
            "published": one.published}  # fmt: skip


def without_texts(found: desk.StoryReport) -> dict[str, object]:
    """The report without the articles' whole texts: who wants those asks for the article."""

    def short(some: Iterable[Placed]) -> list[dict[str, object]]:
        return [
            {
                "article": short_article(one.article),
                "membership": one.membership,
            }
            for one in some
        ]

    return {
        "story": found.story, "languages": dict(found.languages), "within": found.within,
        "parts": found.parts, "members": short(found.members),
        "suggestions": short(found.suggestions), "decisions": found.decisions,
        "events": found.events,
    }  # fmt: skip


def why_plain(found: desk.Why) -> dict[str, object]:
    """Everything of a reason for machines; `gap_days` is None where none was noted."""
    rival = found.competitor
    return {
        "story": found.story, "article": found.article, "membership": found.membership,
        "evidence": found.evidence, "entities": found.entities, "gap_days": found.gap,
        "competitor": rival and {
            "name": rival.name, "score": rival.score, "stories": rival.stories,
            "article": rival.article and short_article(rival.article),
        },
        "decision": found.decision,
    }  # fmt: skip
