"""When a later draft knows an article's language better, and when two documents only contradict."""

from __future__ import annotations

import pytest
from tests.unit.pipeline.polled import WIRE, changed, item, polled

GERMAN = (
    "<p>Der See stieg über Nacht um zwei Zentimeter, wie die Behörden mitteilten. Die Brücke ist "
    "seit dem Morgen gesperrt, und der Verkehr wird über den Tunnel umgeleitet.</p>"
)
TITLE = "Der See steigt und die Brücke bleibt für den Verkehr gesperrt"
POLISH = "<p>Jezioro podniosło się w nocy o dwa centymetry, podały władze. Żegluga wstrzymana.</p>"


async def languages(*stated: tuple[str, str], text: str = GERMAN, title: str = TITLE) -> list[str]:
    """The article's language after each draft, all of one article."""
    after = []
    async with polled() as source:
        for language, summary in stated:
            draft = item(1, language=language, content=text, title=title, summary=summary or None)
            await source.poll([draft])
            (article,) = await source.articles()
            after.append(article.language)
    return after


async def test_a_wrong_language_gives_way_to_a_stated_one_that_the_words_are_in():
    assert await languages(("en", ""), ("de-CH", "")) == ["en", "de-CH"]
    assert await languages(("fr", ""), ("de", "")) == ["fr", "de"]


async def test_a_template_that_names_another_language_at_every_poll_takes_no_turns():
    polls = [("en", ""), ("de", ""), ("en", ""), ("fr", ""), ("de", "")]
    assert await languages(*polls) == ["en", "de", "de", "de", "de"]


async def test_where_words_do_not_tell_only_what_was_assumed_gives_way():
    polls = [("en", ""), ("pl", ""), ("en", ""), ("it", "")]
    told = await languages(*polls, text=POLISH, title="Jezioro się podnosi, żegluga wstrzymana")
    assert told == ["en", "pl", "pl", "pl"]


@pytest.mark.parametrize(
    ("polls", "after"),
    [
        (["en", "en-GB", "en", "en-US"], ["en", "en-GB", "en-GB", "en-GB"]),
        (["zh", "zh-Hant", "zh-Hans", "zh"], ["zh", "zh-Hant", "zh-Hant", "zh-Hant"]),
    ],
)
async def test_a_region_or_script_is_learned_once_and_never_lost(polls, after):
    assert await languages(*[(tag, "") for tag in polls], text="<p>…</p>", title="x") == after


async def test_a_language_that_changes_is_no_update_for_readers():
    async with polled() as source:
        await source.poll([item(1, content=GERMAN, title=TITLE)])
        (before,) = await source.articles()
        (revised,) = changed(
            await source.poll([item(1, content=GERMAN, title=TITLE, language="de")])
        )
        (after,) = await source.articles()
    assert revised.changed == ("language",)
    assert (after.language, after.updated) == ("de", before.updated)
    assert WIRE.language == "en"
