"""`docs/security.md` names the test that holds each rule, and the sizes that are read."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from swifeeds.markup import size
from swifeeds.markup.attributes import MAX_ALTOGETHER, MAX_ATTRIBUTES, MAX_IN_XML

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "security.md").read_text("utf-8")
NAMED = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PAGE)


def test_every_rule_names_what_holds_it() -> None:
    rules = [line for line in PAGE.splitlines() if line.startswith("| ") and "tests/" in line]
    assert len(rules) == 8
    assert len(NAMED) == PAGE.count("::")


@pytest.mark.parametrize(("file", "name"), NAMED)
def test_what_is_named_is_a_test(file: str, name: str) -> None:
    tree = ast.parse((ROOT / file).read_text("utf-8"))
    functions = ast.FunctionDef | ast.AsyncFunctionDef
    assert name in {node.name for node in tree.body if isinstance(node, functions)}


def test_the_sizes_are_those_of_the_program() -> None:
    rows = {
        "page": (size.PAGE, MAX_ALTOGETHER), "feed": (size.FEED, MAX_IN_XML),
        "portion": (size.WIRE, MAX_IN_XML), "list": (size.LIST, MAX_IN_XML),
    }  # fmt: skip
    for name, (one, attributes) in rows.items():
        (line,) = re.findall(rf"^\| {name}\b.*", PAGE, re.MULTILINE)
        memory = f"{one.memory / 1_000_000:.1f} MB"
        said = (f"{one.characters:,}", memory, f"{one.tags:,}", f"{attributes:,}")
        assert line.endswith(" | ".join(("", *said)) + " |"), line
    for number in (size.MAX_BYTES, size.MAX_JSON, size.MAX_VALUES, size.MAX_TEXT, MAX_ATTRIBUTES):
        assert f"{number:,}" in PAGE
