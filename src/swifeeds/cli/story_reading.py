"""`swifeeds story list`, `show` and `why`: what is kept of stories, for people and machines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Annotated

import typer

from swifeeds import desk
from swifeeds.cli.app import DEFAULT_CONFIG, ConfigOption, JsonOption, run_async
from swifeeds.cli.loading import load
from swifeeds.cli.output import say, say_json, say_table
from swifeeds.desk.reading import Placed
from swifeeds.errors import UsageError
from swifeeds.model import ENDED, Evidence, Membership, StoryEvent, StoryState
from swifeeds.service import open_store
from swifeeds.store import Store, StoryCount

Name = Annotated[str, typer.Argument(help="The story's id, or the last part of its address.")]
ArticleName = Annotated[str, typer.Argument(help="Id or public address of the article.")]

_STATES = ", ".join(state.value for state in StoryState if state not in ENDED)


def list_stories(
    config: ConfigOption = DEFAULT_CONFIG,
    *,
    state: Annotated[str | None, typer.Option("--state", help=f"Only these: {_STATES}.")] = None,
    json: JsonOption = False,
) -> None:
    """Every story: its state, its languages, its articles by rung."""
    settings = load(config)
    if state is not None and state not in _STATES.split(", "):
        raise UsageError(f"there is no state {state}; the states are {_STATES}")

    async def work() -> tuple[StoryCount, ...]:
        async with open_store(settings) as store:
            return await store.stories()

    found = [one for one in run_async(work()) if state in (None, one.story.state.value)]
    if json:
        say_json(found)
        return
    say_table(
        ("story", "title", "state", "articles", "languages", "rungs", "within"),
        (
            (one.story.id, _title(one), one.story.state, sum(one.languages.values()),
             " ".join(one.languages), _counted(one.rungs.items()), one.story.parent)
            for one in found
        ),
    )  # fmt: skip


def show(story: Name, config: ConfigOption = DEFAULT_CONFIG, *, json: JsonOption = False) -> None:
    """One story: titles, state, wider story, articles by day with rung and evidence, the log."""
    settings = load(config)

    async def work() -> desk.StoryReport:
        async with open_store(settings) as store:
            return await desk.read_story(store, story)

    found = run_async(work())
    if json:
        say_json(_without_texts(found))
        return
    say_table(("", ""), _facts(found))
    _say_members(found.members)
    for one in found.suggestions:
        say(f"suggested: {one.article.id} {one.article.title} ({one.membership.score:.2f})")
    for decision in found.decisions:
        subject = f" {decision.subject}" if decision.subject else ""
        say(f"stands: {decision.topic}{subject}: {decision.value} ({decision.by}, "
            f"event {decision.event})")  # fmt: skip
    for event in found.events:
        say(event_line(event))


def why(
    story: Name,
    article: ArticleName,
    config: ConfigOption = DEFAULT_CONFIG,
    *,
    json: JsonOption = False,
) -> None:
    """Why an article is in a story, from the stored evidence, or what keeps it out."""
    settings = load(config)

    async def work() -> desk.Why:
        async with open_store(settings) as store:
            return await desk.why_member(store, story, article)

    found = run_async(work())
    if json:
        say_json({"story": found.story, "article": found.article, "gap": found.gap,
                  "membership": found.membership, "evidence": found.evidence,
                  "competitor": found.competitor, "decision": found.decision})  # fmt: skip
        return
    say(f"{found.article.id} “{found.article.title}” in {found.story.id}:")
    say_table(("", ""), _reasons(found))


def say_suggestions(store_of: ConfigOption, story: str | None, *, json: bool) -> None:
    """What waits for an editor, of one story or of all."""
    settings = load(store_of)

    async def work() -> tuple[tuple[Membership, str], ...]:
        async with open_store(settings) as store:
            return await _titled(store, await store.suggestions())

    found = [one for one in run_async(work()) if story in (None, one[0].story_id)]
    if json:
        say_json([{"title": title, "membership": one} for one, title in found])
        return
    say_table(
        ("story", "article", "title", "score", "evidence"),
        (
            (one.story_id, one.article_id, title, f"{one.score:.2f}", _worded(one.evidence))
            for one, title in found
        ),
    )


def event_line(event: StoryEvent) -> str:
    """One line of the log."""
    details = ", ".join(f"{key} {value}" for key, value in event.details.items())
    undone = f" (undone by {event.undone_by})" if event.undone_by else ""
    done = f"{event.at:%Y-%m-%d %H:%M}Z {event.action} by {event.by}"
    return f"event {event.id}: {done}: {details}{undone}"


async def _titled(
    store: Store, members: Iterable[Membership]
) -> tuple[tuple[Membership, str], ...]:
    members = tuple(members)
    titles = {one.id: one.title for one in await store.articles([m.article_id for m in members])}
    return tuple((one, titles.get(one.article_id, "")) for one in members)


def _title(one: StoryCount) -> str:
    titles = dict(one.story.titles)
    return titles.get("en") or next(iter(titles.values()), "")


def _facts(found: desk.StoryReport) -> Iterator[tuple[str, object]]:
    story = found.story
    yield "id", story.id
    yield "address", story.slug if story.has_address else "none before it is active"
    yield "state", story.state
    yield from ((f"title {language}", title) for language, title in story.titles)
    yield "languages", _counted(found.languages.items())
    yield "within", " < ".join(one.id for one in found.within) or None
    yield "parts", " ".join(one.id for one in found.parts) or None


def _say_members(members: Iterable[Placed]) -> None:
    for day, some in groupby(members, key=lambda one: one.article.published.date()):
        say(f"{day}")
        for one in some:
            member = one.membership
            say(f"  {one.article.id} [{one.article.language}] {one.article.title}: "
                f"{member.rung.label} ({_worded(member.evidence)})")  # fmt: skip


def _reasons(found: desk.Why) -> Iterator[tuple[str, object]]:
    member, decision = found.membership, found.decision
    if member is None:
        yield "member", "no"
    else:
        yield "rung", f"{member.rung.value} {member.rung.label}"
        yield "score", f"{member.score:.2f}"
        yield "by", member.by
        yield "since", member.added
        for one in found.evidence:
            yield (
                one.kind,
                one.detail if one.weight is None else f"{one.detail} ({one.weight:+.2f})",
            )
    if decision is not None:
        yield decision.value, f"{decision.action} by {decision.by}, event {decision.event}"
        yield "at", decision.at
    elif member is None:
        yield "excluded", "by no editor; nothing that is stored speaks for it"


def _counted(counts: Iterable[tuple[str, int]]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counts)


def _worded(evidence: Iterable[Evidence]) -> str:
    return ", ".join(f"{one.kind} {one.detail}" for one in evidence)


def _without_texts(found: desk.StoryReport) -> dict[str, object]:
    """The report without the articles' whole texts: who wants those asks for the article."""

    def short(some: Iterable[Placed]) -> list[dict[str, object]]:
        return [
            {
                "article": {"id": one.article.id, "title": one.article.title,
                            "language": one.article.language, "url": one.article.url,
                            "published": one.article.published},
                "membership": one.membership,
            }
            for one in some
        ]  # fmt: skip

    return {
        "story": found.story, "languages": dict(found.languages), "within": found.within,
        "parts": found.parts, "members": short(found.members),
        "suggestions": short(found.suggestions), "decisions": found.decisions,
        "events": found.events,
    }  # fmt: skip
