"""Whatever arrives, changes or goes, and in whatever order: nothing is lost, nothing moves."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.series.house import FEED_SIZE, Newsroom, about, configuration, open_newsroom
from tests.series.walking import Document, walk

from swifeeds.model import Article, Shelf, Status

TOPICS = 200
"""Stories in the house: each example has one of its own."""

arrive = st.tuples(st.just("arrive"), st.lists(st.integers(0, 30), min_size=1, max_size=8))
change = st.tuples(st.sampled_from(["correct", "withdraw", "return"]), st.integers(0, 30))
steps = st.lists(st.one_of(arrive, arrive, change), min_size=1, max_size=8)


@dataclass(repr=False)
class Laboratory:
    """A house on a loop of its own. Hypothesis shows it with a failing example: not all of it."""

    runner: asyncio.Runner
    room: Newsroom
    topics: Iterator[int] = field(default_factory=lambda: iter(range(TOPICS)))


@pytest.fixture(scope="module")
def laboratory(tmp_path_factory):
    folder = tmp_path_factory.mktemp("series")
    text = configuration([f"topic{number}" for number in range(TOPICS)])
    with asyncio.Runner() as runner:
        stack = AsyncExitStack()
        room = runner.run(stack.enter_async_context(open_newsroom(folder, text)))
        yield Laboratory(runner, room)
        runner.run(stack.aclose())


@dataclass
class Story:
    """What was done to a story, and what its archive was seen to be."""

    room: Newsroom
    topic: str
    articles: dict[int, Article] = field(default_factory=dict)
    withdrawn: set[int] = field(default_factory=set)
    pages: dict[str, set[str]] = field(default_factory=dict)

    async def do(self, step: tuple[str, object]) -> None:
        match step:
            case "arrive", list(numbers):
                fresh = {n: about(self.topic, n) for n in numbers if n not in self.articles}
                self.articles |= fresh
                await self.room.send(*fresh.values())
            case "correct", int(number) if number in self.articles:
                text = f"<p>At {self.room.clock.now}</p>"
                await self.room.correct(self.articles[number], content=text)
            case "withdraw", int(number) if number in self.articles:
                self.withdrawn.add(number)
                await self.room.withdraw(self.articles[number])
            case "return", int(number) if number in self.withdrawn:
                self.withdrawn.discard(number)
                await self.room.house.store.set_status(
                    self.articles[number].id, Status.USABLE, reason=None, now=self.room.clock.now
                )

    def shown(self) -> set[str]:
        """All of them: what is withdrawn leaves a notice in its place."""
        return {str(one.id) for one in self.articles.values()}

    def check(self, shelf: Shelf) -> None:
        for prefix in ("/en", ""):
            for suffix in ("rss", "atom", "json"):
                path = f"{prefix}/stories/{self.topic}/feed.{suffix}"
                documents = walk(lambda path: shelf.items[path].body, path)
                self._is_whole(documents)
                self._is_unmoved(documents[1:])

    def _is_whole(self, documents: list[Document]) -> None:
        current, *pages = documents
        newest = sorted((one.published, str(one.id)) for one in self.articles.values())[-FEED_SIZE:]
        assert list(current.ids) == [one for _, one in reversed(newest)]
        on_pages = [one for page in pages for one in page.ids]
        assert len(on_pages) == len(set(on_pages)), "an article stands on one page"
        assert {*current.ids, *on_pages} == self.shown()
        assert all(len(page.ids) <= FEED_SIZE for page in pages)
        if not pages and not current.path.endswith("json"):
            assert current.is_complete

    def _is_unmoved(self, pages: list[Document]) -> None:
        """A page's number and set are for good: every article stands where it stood."""
        for page in pages:
            before = self.pages.setdefault(page.path, set(page.ids))
            assert before == set(page.ids)
        numbers = [int(page.path.rpartition("/")[2].partition(".")[0]) for page in pages]
        assert numbers == list(range(len(pages), 0, -1))


async def tell(story: Story, what: list[tuple[str, object]]) -> None:
    for step in what:
        before = await story.room.shelf()
        old = set(story.pages)
        await story.do(step)
        await story.room.publish()
        if not story.articles:
            continue
        shelf = await story.room.shelf()
        story.check(shelf)
        if step[0] == "arrive":
            no_old_page_is_written(before, shelf, old)


def no_old_page_is_written(before: Shelf, after: Shelf, old: set[str]) -> None:
    """New articles change no page that was there, but the newest of each chain, which gets its
    `next-archive`."""
    chains: dict[tuple[str, str], list[str]] = {}
    for path in old:
        folder, _, name = path.rpartition("/")
        number, _, suffix = name.partition(".")
        chains.setdefault((folder, suffix), []).append(number)
    newest = {
        f"{folder}/{max(map(int, numbers))}.{suffix}"
        for (folder, suffix), numbers in chains.items()
    }
    for path in old - newest:
        assert after.items[path].etag == before.items[path].etag
        assert after.items[path].generation == before.items[path].generation


@pytest.mark.timeout(180)
@given(what=steps)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_a_series_is_whole_and_unmoved_whatever_happens(laboratory, what):
    story = Story(laboratory.room, f"topic{next(laboratory.topics)}")
    laboratory.runner.run(tell(story, what))
