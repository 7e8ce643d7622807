"""What docs/languages.md says of tags and of dates that are read is what the code does."""

from __future__ import annotations

from pathlib import Path

import pytest

from swifeeds.localise import canonical_tag
from swifeeds.localise.negotiation import fallbacks
from swifeeds.localise.reading.parse import dates_in
from swifeeds.model import Precision

DOCS = Path(__file__).parents[3] / "docs" / "languages.md"


def rows(heading: str) -> list[list[str]]:
    """The cells of the one table whose head is `heading`."""
    table = DOCS.read_text(encoding="utf-8").split(f"{heading}\n", 1)[1].split("\n\n", 1)[0]
    lines = table.splitlines()[1:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


PRINTED = rows("| language | printed | read |")


@pytest.mark.parametrize(("language", "printed", "read"), PRINTED)
def test_a_printed_date_is_read_as_documented(language, printed, read):
    found = next(dates_in(printed, language=language, zone="UTC"), None)
    if read.startswith("nothing"):
        assert found is None
        return
    shape = "%Y-%m-%d" if found.date.precision is Precision.DAY else "%Y-%m-%d %H:%M"
    named = " UTC" if found.date.zone is None else ""
    assert f"{found.date.moment:{shape}}{named}" == read


@pytest.mark.parametrize(("tag", "chain"), rows("| tag | goes to, in this order |"))
def test_a_tag_goes_where_it_is_documented(tag, chain):
    assert [canonical_tag(one) for one in fallbacks(tag)] == chain.split(", ")
