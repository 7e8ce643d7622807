"""docs/checking.md shows each rule as it is."""

from __future__ import annotations

import re
import string
from pathlib import Path

from swifeeds import check
from swifeeds.check import addresses
from swifeeds.check.rules import RULES
from swifeeds.check.rules_atom import ATOM_RULES
from swifeeds.check.rules_http import HTTP_RULES
from swifeeds.check.rules_json import JSON_RULES
from swifeeds.check.rules_rss import RSS_RULES
from swifeeds.check.rules_text import TEXT_RULES
from swifeeds.check.rules_values import VALUE_RULES

DOCUMENT = Path(__file__).parents[3] / "docs" / "checking.md"
_GROUPS = {
    "RSS": RSS_RULES,
    "Atom, archives and threads": ATOM_RULES,
    "JSON Feed": JSON_RULES,
    "Text and HTML": TEXT_RULES,
    "Values": VALUE_RULES,
    "HTTP": HTTP_RULES,
}


def tables() -> str:
    """A table for each group of rules; those of no group are XML's."""
    grouped = {code for group in _GROUPS.values() for code in group}
    xml = {code: rule for code, rule in RULES.items() if code not in grouped}
    return "\n".join(
        f"### {name}\n\n| rule | severity | sentence |\n|---|---|---|\n"
        + "".join(_row(code, *rule) for code, rule in group.items())
        for name, group in {"XML": xml, **_GROUPS}.items()
    )


def _row(code: str, severity: str, sentence: str) -> str:
    shown = re.sub(r"\{(\w+)\}", r"*\1*", sentence).replace("<", "&lt;").replace("|", "\\|")
    return f"| `{code}` | {severity} | {shown} |\n"


def test_every_rule_is_documented_as_it_is():
    assert DOCUMENT.read_text(encoding="utf-8").partition("## All rules\n\n")[2] == tables()


def test_every_rule_is_told_somewhere():
    """A rule that nothing tells would be an empty promise in the document."""
    room = Path(check.__file__).parent
    told = "".join(
        path.read_text(encoding="utf-8")
        for path in room.glob("*.py")
        if not path.name.startswith("rules")
    )
    names = {f"invalid-{name}" for name in addresses.NAMES}
    assert [code for code in RULES if code not in names and f'"{code}"' not in told] == []


def test_no_two_tables_have_a_rule_of_the_same_name():
    assert sum(map(len, _GROUPS.values())) == len(
        {code for one in _GROUPS.values() for code in one}
    )


def test_every_sentence_is_one_and_names_only_known_slots():
    known = {
        "attribute", "canonical", "char", "charset", "core", "element", "encoding", "extension",
        "most", "parent", "prefix", "status", "value", "wanted",
    }  # fmt: skip
    for code, (_, sentence) in RULES.items():
        slots = {name for _, name, _, _ in string.Formatter().parse(sentence) if name}
        assert slots <= known, code
        assert re.fullmatch(r"[A-Z{a-z].*[.]", sentence), code
