"""Notes on a JSON document: a rule is noted at a value."""

from __future__ import annotations

from dataclasses import dataclass

from swifeeds.check.json_outline import Lines, Value
from swifeeds.check.notes import Notes


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Notes, and where in the text a value stands."""

    notes: Notes
    lines: Lines

    def note(self, rule: str, value: Value, /, **about: object) -> None:
        """Note that a rule is broken at a value; `about` fills the rule's sentence."""
        line, column = self.lines.place(value.start)
        about.setdefault("element", value.name or "the document")
        self.notes.note(rule, None, line=line, column=column, **about)
