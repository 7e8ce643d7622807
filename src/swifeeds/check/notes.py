"""Findings while they are collected: at most a few of one rule, so that no document floods."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

from swifeeds.check.families import broader
from swifeeds.check.finding import Finding
from swifeeds.check.rules import RULES
from swifeeds.check.vocabulary import shown
from swifeeds.markup import strip_control
from swifeeds.markup.outline import Node

MOST = 20
"""Places told of one rule; the last of them counts the rest."""


@dataclass(slots=True)
class Notes:
    """Where rules are noted.

    `now` (aware UTC) tells dates in the future; `hexadecimal` says of each line whether it holds
    references like `&#x26;`, which only the raw text shows; `address` is where it was had, None
    when unknown; `most` bounds the places told of one rule.
    """

    now: datetime
    hexadecimal: tuple[bool, ...] = ()
    address: str | None = None
    most: int = MOST
    _found: list[Finding] = field(default_factory=list)
    _counts: Counter[str] = field(default_factory=Counter)
    _last: dict[str, int] = field(default_factory=dict)
    _answers: dict[tuple[str, int], object] = field(default_factory=dict)

    def note(self, rule: str, node: Node | None = None, **about: object) -> None:
        """Note that a rule is broken, at an element or at no place in particular.

        `about` fills the rule's sentence; `element`, `parent` and `line` may be given to override
        the node's. With an `attribute` it is the attribute of the element that is meant.
        """
        severity, sentence = RULES[rule]
        self._counts[rule] += 1
        if self._counts[rule] > self.most:
            place = self._last[rule]
            self._found[place] = replace(self._found[place], times=self._found[place].times + 1)
            return
        element = _short(about.get("element") or (shown(node) if node else ""), 240) or None
        attribute = _short(about.get("attribute") or "", 240) or None
        parent = _short(about.get("parent") or _parent_of(node) or "", 240) or None
        # Where the sentence has no place of its own for the attribute, it speaks of that.
        is_named = "{attribute}" in sentence or attribute == about.get("value")
        subject = f"{attribute} of {element}" if attribute and not is_named else element
        words = {"value": "", **about, "parent": parent, "element": subject}
        self._last[rule] = len(self._found)
        self._found.append(
            Finding(
                rule=rule,
                severity=severity,
                message=sentence.format(**{name: _short(word) for name, word in words.items()}),
                element=element,
                parent=parent,
                attribute=attribute,
                line=node.line if node else _number(about.get("line")),
                column=node.column if node else _number(about.get("column")),
                broader=broader(rule),
            )
        )

    def remembered(self, what: str, node: Node, ask: Callable[[], object]) -> object:
        """The answer to a question about an element, asked once however many ask: a feed has
        thousands of entries."""
        key = (what, id(node))
        if key not in self._answers:
            self._answers[key] = ask()
        return self._answers[key]

    def has(self, rule: str) -> bool:
        """True when the rule was noted before."""
        return self._counts[rule] > 0

    def found(self) -> tuple[Finding, ...]:
        """Everything noted, in the order of places."""
        return tuple(sorted(self._found, key=lambda one: (one.line or 0, one.column or 0)))


def _parent_of(node: Node | None) -> str | None:
    if node is None:
        return None
    return shown(node.parent) if node.parent else "document"


def _short(word: object, longest: int = 80) -> str:
    """A word of the document that a terminal, a log and any encoder can take."""
    text = strip_control(" ".join(str(word).split()))
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def _number(value: object) -> int | None:
    return value if isinstance(value, int) else None
