"""A house with an embedder of the operator's own: it speaks along, and nothing waits for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.embedders import embedding_server
from tests.series.house import START, about, configuration, open_newsroom

from swifeeds.config import load_config
from swifeeds.errors import ConfigError
from swifeeds.service.work import settle

FERRY = (
    "Night ferry runs aground off Visby harbour",
    "Ferry aground off Visby harbour, all passengers safe",
    "Tugs free the ferry that ran aground off Visby harbour",
)


def with_embedder(url: str, **others: str) -> str:
    values = {"url": url, "model": "letters", **others}
    lines = "\n".join(f'{key} = "{value}"' for key, value in values.items())
    return f"{configuration(['talks'])}\n[grouping.embedder]\nweight = 0.3\n{lines}\n"


def told(number: int, *, days: float):
    at = START - timedelta(days=days) + timedelta(hours=9 * number)
    article = about("nothing", number + int(days) * 10)
    return replace(
        article, title=FERRY[number], summary=None, content=None, published=at, updated=at
    )


async def settled(room) -> None:
    await settle(room.house, "test")
    room.clock.tick()


@pytest.mark.parametrize("days", [2, 400])
async def test_a_member_says_what_the_embedder_said_of_it(tmp_path, days):
    """Of the last days as of an archive."""
    async with embedding_server() as server:
        (tmp_path / "token").write_text("secret\n", encoding="ascii")
        text = with_embedder(server.url, token_file="token")
        async with open_newsroom(tmp_path, text) as room:
            articles = [told(number, days=days) for number in range(3)]
            await room.send(*articles)
            await settled(room)
            (membership,) = await room.house.store.memberships(articles[1].id)
    (found,) = [one for one in membership.evidence if one.kind == "embedding"]
    assert found.detail.startswith("letters 0.")
    assert 0 < found.weight < 1
    assert sorted(server.texts) == sorted(FERRY)
    assert set(server.tokens) == {"Bearer secret"}


async def test_grouping_goes_on_by_words_when_the_embedder_fails_and_the_operator_is_told(tmp_path):
    async with embedding_server() as server:
        server.broken = True
        async with open_newsroom(tmp_path, with_embedder(server.url)) as room:
            await room.send(*(told(number, days=2) for number in range(3)))
            await settled(room)
            (story,) = [one for one in await room.house.store.stories() if one.story.automatic]
            (notice,) = await room.house.store.notices()
    assert sum(story.languages.values()) == 3
    assert notice.kind == "embedder-failing"
    assert server.url in notice.message


async def test_a_house_without_one_asks_nobody(tmp_path):
    async with embedding_server() as server:
        async with open_newsroom(tmp_path, configuration(["talks"])) as room:
            await room.send(*(told(number, days=2) for number in range(3)))
            await settled(room)
        assert server.asked == []


async def test_a_token_that_cannot_be_read_is_named(tmp_path):
    text = with_embedder("http://127.0.0.1:9/v1", token_file="none")
    with pytest.raises(ConfigError, match=r"none: grouping\.embedder\.token_file names it"):
        async with open_newsroom(tmp_path, text):
            pass


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ('url = "http://x/"', "grouping.embedder.model"),
        ('url = "x"\nmodel = "m"\nweight = 0.3', "embedder.url must be an http or https address"),
        ('url = "http://x/"\nmodel = "m"\nweight = 3', "embedder.weight must be more than 0"),
        ('url = "http://x/"\nmodel = "m"\nweight = 0.3\ncolour = 1', "colour"),
    ],
)
def test_a_table_that_cannot_work_is_refused_with_its_place(tmp_path, line, sentence):
    file = tmp_path / "swifeeds.toml"
    text = f"{configuration(['talks'])}\n[grouping.embedder]\n{line}\n"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load_config(file, {})
    assert sentence in str(caught.value)
    assert str(file) in str(caught.value)
