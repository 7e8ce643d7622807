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

_LONGEST = 4000
"""Characters of all its names together: a text that somebody put there is no byline."""


def _names_of_site(title: str, url: str) -> frozenset[str]:
    """What a site signs its own texts with, folded."""
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    return frozenset(map(fold_name, (title, host, host.split(".")[0])))


def people_apart(item: Item, source: Source, url: str) -> Item:
    """The item with each person, and each agency, by itself and once; `url` is its feed's."""
    stated = item.authors
    if not stated or sum(len(person.name) for person in stated) > _LONGEST:
        return item
    found = _apart(stated, source.title, url)
    return item if found is None else replace(item, authors=found)


def credit_apart(draft: Draft) -> Draft:
    """The draft with the agencies beside its persons as its credit."""
    return with_credit_apart(draft, None) if len(draft.authors or ()) > 1 else draft


@lru_cache(maxsize=1024)
def _apart(stated: tuple[Person, ...], title: str, url: str) -> tuple[Person, ...] | None:
    """None where each is by itself already: the same few people write a feed, item by item."""
    site = _names_of_site(title, url)
    people: dict[str, Person] = {}
    for person in chain.from_iterable(_people(person, site) for person in stated):
        people.setdefault(fold_name(person.name) or person.name, person)
    found = tuple(people.values())
    return None if found == stated else found


def _people(stated: Person, site: frozenset[str]) -> Iterator[Person]:
    """An address belongs to the one person; of several nobody can tell whose it is."""
    names = names_of_line(stated.name, site) or [stated.name]
    persons = [name for name in names if len(names) == 1 or not is_agency(name)]
    for name in names:
        yield replace(stated, name=name) if persons == [name] else Person(name=name)
