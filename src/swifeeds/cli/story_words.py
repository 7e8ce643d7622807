"""`swifeeds story learn` and `words`: which words go together across languages, and since when."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from swifeeds import desk
from swifeeds.cli.app import DEFAULT_CONFIG, ConfigOption, JsonOption, run_async
from swifeeds.cli.loading import load
from swifeeds.cli.output import complain, say, say_json, stop
from swifeeds.cli.progress import progress_bar
from swifeeds.config import Config
from swifeeds.desk import TRUSTED_FROM, Learnt
from swifeeds.errors import StoreBusy
from swifeeds.pipeline import Lesson
from swifeeds.service import open_store, visit_house
from swifeeds.service.counting import counted
from swifeeds.service.owners import new_owner
from swifeeds.service.work import learn as learn_now


def learn(config: ConfigOption = DEFAULT_CONFIG, *, json: JsonOption = False) -> None:
    """Learn now, from articles that declare translations, which words of two languages go together.

    The service does so each night. Only languages whose articles changed are learned anew.
    """
    lessons = run_async(_learn(load(config), quiet=json))
    if json:
        say_json({"lessons": lessons})
    else:
        _say_lessons(lessons)
    problems = [one.problem for one in lessons if one.problem]
    for problem in problems:
        complain(f"swifeeds: {problem}")
    if problems:
        raise stop(1)


async def _learn(settings: Config, *, quiet: bool) -> Sequence[Lesson]:
    with progress_bar(quiet=quiet) as progress:
        bar = progress.add_task("learning", total=None)

        def show(done: int, of: int) -> None:
            progress.update(bar, completed=done, total=of)

        async with visit_house(settings) as house:
            lessons = await learn_now(house, new_owner(), show)
    if lessons is None:
        raise StoreBusy("another process is learning just now; wait until it is done")
    return lessons


def _say_lessons(lessons: Sequence[Lesson]) -> None:
    new = sum(one.is_new for one in lessons)
    said = counted(len(lessons), "pair of languages", "pairs of languages")
    say(f"{said}: {new} learned, {len(lessons) - new} as they were")
    for one in lessons:
        first, second = one.languages
        state = "learned" if one.is_new else "not learned" if one.problem else "as it was"
        trust = "" if one.pairs >= TRUSTED_FROM else f", not gone by below {TRUSTED_FROM}"
        pairs = counted(one.pairs, "pair of articles", "pairs of articles")
        say(f"  {first} and {second}: {state}, {pairs}{trust}")
    if not lessons:
        say("no public article declares a translation, and no suggestion was accepted yet")


def words(
    word: Annotated[
        str | None, typer.Argument(help="As a headline writes it; none: the surest words.")
    ] = None,
    config: ConfigOption = DEFAULT_CONFIG,
    *,
    language: Annotated[
        str, typer.Option("--language", "-l", help="Of the word, like de.", show_default=False)
    ],
    to: Annotated[
        str | None, typer.Option("--to", help="Only this other language.", show_default="all")
    ] = None,
    limit: Annotated[
        int, typer.Option("--limit", "-n", min=1, help="Words listed for each language.")
    ] = 10,
    json: JsonOption = False,
) -> None:
    """Which words of other languages go with a word, as our own translations taught."""
    settings = load(config)

    async def work() -> Sequence[Learnt]:
        async with open_store(settings) as store:
            return await desk.read_words(store, word, language=language, to=to, limit=limit)

    found = run_async(work())
    if json:
        say_json([_plain(one) for one in found])
        return
    for one in found:
        if one.words:
            _say_table(one)
    if empty := ", ".join(one.target for one in found if not one.words):
        say(_nothing_of(word, empty))


def _nothing_of(word: str | None, languages: str) -> str:
    if word is None:
        return (
            f"no word is sure enough to be shown in {languages}: too few articles were learned from"
        )
    return (
        f"nothing goes with it in {languages}: it is unknown there, or in too few or too many of "
        "the articles learned from"
    )


def _say_table(one: Learnt) -> None:
    trust = "" if one.is_trusted else f"; not gone by below {TRUSTED_FROM}"
    say(f"{one.source} to {one.target}: {one.method} of {counted(one.pairs, 'pair')}, "
        f"{one.trained:%Y-%m-%d}{trust}")  # fmt: skip
    for word, links in one.words.items():
        seen = f" (in {one.seen[word]})" if word in one.seen else ""
        say(f"  {word}{seen}: " + ", ".join(f"{to} {weight:.2f}" for to, weight in links))


def _plain(one: Learnt) -> dict[str, object]:
    return {
        "source": one.source, "target": one.target, "method": one.method, "pairs": one.pairs,
        "trained": one.trained, "trusted": one.is_trusted, "seen": one.seen,
        "words": {
            word: [{"word": target, "weight": weight} for target, weight in links]
            for word, links in one.words.items()
        },
    }  # fmt: skip
