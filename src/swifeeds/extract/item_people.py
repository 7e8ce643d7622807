"""Who wrote a feed's item: persons apart from each other and from the credit, as on pages.

"Ada Meier, Reuters" in one `dc:creator` is a person and an agency. What a byline makes no name of
(a login, an address) stays as the feed has it: it is all that the item says.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import chain
from urllib.parse import urlsplit

from swifeeds.extract.apart import with_credit_apart
from swifeeds.extract.author_names import fold_name, is_agency
from swifeeds.extract.bylines import names_of_line
from swifeeds.extract.item import Item
from swifeeds.model import Draft, Person, Source

_LONGEST = 1000
"""Characters of a line that is read as one; a text that somebody put there is left alone."""


def names_of_site(source: Source, url: str) -> frozenset[str]:
    """What a site signs its own texts with, folded."""
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    return frozenset(map(fold_name, (source.title, host, host.split(".")[0])))


def people_apart(item: Item, site: frozenset[str]) -> Item:
    """The item with each person, and each agency, by itself and once."""
    stated = item.authors or ()
    people: dict[str, Person] = {}
    for person in chain.from_iterable(_each(person, site) for person in stated):
        people.setdefault(fold_name(person.name) or person.name, person)
    found = tuple(people.values())
    return item if found == stated else replace(item, authors=found)


def credit_apart(draft: Draft) -> Draft:
    """The draft with the agencies beside its persons as its credit."""
    return with_credit_apart(draft, None) if len(draft.authors or ()) > 1 else draft


def _each(person: Person, site: frozenset[str]) -> tuple[Person, ...]:
    return _read(person, site) if len(person.name) <= _LONGEST else (person,)


@lru_cache(maxsize=1024)
def _read(person: Person, site: frozenset[str]) -> tuple[Person, ...]:
    """The same few people write a feed, and reading a byline costs more than an item's dates."""
    return tuple(_people(person, names_of_line(person.name, site))) or (person,)


def _people(person: Person, names: list[str]) -> Iterator[Person]:
    """An address belongs to the one person; of several nobody can tell whose it is."""
    persons = [name for name in names if len(names) == 1 or not is_agency(name)]
    for name in names:
        yield replace(person, name=name) if persons == [name] else Person(name=name)
