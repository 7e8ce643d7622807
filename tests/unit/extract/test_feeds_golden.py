"""Sample feeds of our own writing, read whole: every field, in every format.

`SWIFEEDS_UPDATE_GOLDEN=1` writes what is read now; look at the difference before it is committed.
"""

from __future__ import annotations

import os
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from tests.unit.extract.feed_documents import make_document, make_source

from swifeeds.extract import extract
from swifeeds.model import Publish, SourceKind

GOLDEN = Path(__file__).parents[2] / "golden" / "extract" / "feeds"
SAMPLES = {
    "world.rss": SourceKind.FEED,
    "world.rdf": SourceKind.FEED,
    "world.atom": SourceKind.FEED,
    "world.json": SourceKind.FEED,
    "dropped.json": SourceKind.DIRECTORY,
    "newsarticle.json": SourceKind.DIRECTORY,
}


def lines(value, depth=0):
    """The value as an outline; what is unknown or empty is left out."""
    margin = "  " * depth
    if isinstance(value, tuple):
        for entry in value:
            head, *rest = list(lines(entry, depth + 1)) or [""]
            yield margin + "- " + head.strip()
            yield from rest
    elif is_dataclass(value):
        for field in fields(value):
            stated = getattr(value, field.name)
            if stated in (None, (), False) or field.name in {"source_id", "retrieved", "read_at"}:
                continue
            if isinstance(stated, tuple) or is_dataclass(stated):
                yield f"{margin}{field.name}:"
                yield from lines(stated, depth + 1)
            else:
                yield f"{margin}{field.name}: {stated}"
    else:
        yield f"{margin}{value}"


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_read_field_by_field(name):
    source = make_source(SAMPLES[name], publish=Publish.FULL)
    extraction = extract(make_document((GOLDEN / name).read_bytes()), source)
    outline = "\n".join(lines(extraction)) + "\n"
    expected = GOLDEN / f"{name}.expected.txt"
    if os.environ.get("SWIFEEDS_UPDATE_GOLDEN"):
        expected.write_text(outline, encoding="utf-8")
    assert outline == expected.read_text(encoding="utf-8")
