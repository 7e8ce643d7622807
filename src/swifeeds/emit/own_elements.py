"""Our own elements: facts that no other vocabulary has a word for, as language-neutral codes.

The sentence a person reads is in the content; these are for machines. Documented at `/ns/`.
"""

from __future__ import annotations

from swifeeds.emit.addresses import NAMESPACE
from swifeeds.emit.namespaces import Element, add, qualified
from swifeeds.model import Entry, Precision


def add_own_elements(parent: Element, entry: Entry) -> None:
    """`swi:credit`, `swi:provenance`, `swi:trust`, `swi:contributions`, `swi:precision`."""
    if entry.credit is not None:
        credit = add(parent, _own("credit"), entry.credit_text, code=entry.credit.code)
        for agency in entry.credit.agencies:
            add(credit, _own("agency"), agency)
    if entry.provenance is not None:
        add(parent, _own("provenance"), entry.provenance_text, code=entry.provenance.value)
    for scheme, certificate in entry.trust:
        add(parent, _own("trust"), entry.trust_text, scheme=scheme, href=certificate)
    if entry.contributions is not None:
        code = f"contributions-{entry.contributions.value}"
        add(parent, _own("contributions"), entry.contributions_text, code=code)
    if entry.precision is Precision.DAY:
        add(parent, _own("precision"), code="day")


def _own(name: str) -> str:
    return qualified(NAMESPACE, name)
