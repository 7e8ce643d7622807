"""Authors apart from the credit: who wrote it, and the agencies whose text was used.

"By Jane Doe, Reuters" and an author "AFP" beside a person name both in one breath. An agency that
stands alone is the author.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import chain

from swifeeds.extract.credits import read_credit
from swifeeds.model import Credit, Draft, Person


def with_credit_apart(draft: Draft, beside: Credit | None) -> Draft:
    """The draft with the agencies beside its persons as its credit; one at the text's end wins.

    `beside` is the credit that stands beside the byline in an element of its own.
    """
    named = [read_credit(person.name) for person in draft.authors or ()]
    persons = tuple(
        person for person, credit in zip(draft.authors or (), named, strict=True) if credit is None
    )
    stated = [credit.agencies for credit in named if credit]
    if stated and not persons:
        return draft
    if not stated:
        credit = draft.credit or _beside(persons, beside)
        return draft if credit is draft.credit else replace(draft, credit=credit)
    named_beside = Credit(code="with-agencies", agencies=tuple(dict.fromkeys(chain(*stated))))
    return replace(draft, authors=persons, credit=draft.credit or named_beside)


def _beside(persons: tuple[Person, ...], credit: Credit | None) -> Credit | None:
    return replace(credit, code="with-agencies") if persons and credit else credit
