"""Who wrote it, from the one line of text that a feed has for it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from swifeeds.markup import plain_text
from swifeeds.model import Person

_EMAIL = r"[^\s<>()@,;]+@[^\s<>()@,;]+\.[^\s<>()@,;]+"
_EMAIL_THEN_NAME = re.compile(rf"(?:mailto:)?({_EMAIL})\s*(?:\((.*)\))?")
_NAME_THEN_EMAIL = re.compile(rf"(.*?)\s*[<(]\s*(?:mailto:)?({_EMAIL})\s*[>)]")
_MACHINES = re.compile(r"(?:no-?reply|donotreply|unknown|example)@", re.IGNORECASE)


def read_person(text: str) -> Person | None:
    """`desk@example.org (Ann Author)`, `Ann Author <ann@…>` or a name.

    The name is the publisher's, untouched; addresses that no person reads are left out.
    """
    written = " ".join(text.split())
    if match := _EMAIL_THEN_NAME.fullmatch(written):
        return _person(match[2] or match[1], match[1])
    if match := _NAME_THEN_EMAIL.fullmatch(written):
        return _person(match[1] or match[2], match[2])
    return _person(written, None)


def read_people(texts: Iterable[str]) -> tuple[Person, ...] | None:
    """Each person once, in order; None when there is none."""
    people = {person.name: person for text in texts if (person := read_person(text))}
    return tuple(people.values()) or None


def _person(name: str, email: str | None) -> Person | None:
    words = plain_text(name)
    reachable = None if email is None or _MACHINES.match(email) else email
    if words is None or (words == email and reachable is None):
        return None
    return Person(name=words, email=reachable)
