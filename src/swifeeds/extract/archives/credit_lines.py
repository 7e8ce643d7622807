"""Who wrote a wire's item, and whose wire it is: bylines, credit lines, sources."""

from __future__ import annotations

import re
from collections.abc import Iterable

from swifeeds.extract.author_names import LONGEST, names_in
from swifeeds.extract.credits import read_credit
from swifeeds.extract.wording.agency_names import AGENCY_NAMES
from swifeeds.markup import plain_text
from swifeeds.model import Credit, Person

_PARTS = re.compile(r"\s*[,;/|\n()]\s*")
_OFFICE = re.compile(
    r"\b(?:writers?|reporters?|correspondents?|editors?|photographers?|staff|contributors?|desk"
    r"|redakt\w*|korrespondent\w*|journalist\w*|rédact\w*|correspondant\w*|redazione|redacción"
    r"|redação|bureau)$",
    re.IGNORECASE,
)
_AGENCIES = re.compile(
    r"(?<![^\W_])(?:the )?(?:" + "|".join(map(re.escape, AGENCY_NAMES)) + r")(?![^\W_])",
    re.IGNORECASE,
)
_BY_THE = re.compile(r"^(?:by\s+)?the\s+", re.IGNORECASE)
_BY_ALONE = re.compile(r"^(?:by|von|par|di|por)(?:\s+the)?$", re.IGNORECASE)
_BEGINS = re.compile(r"^(?:by|von|par|di|por)\s+\S", re.IGNORECASE)
_SITE = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}")
_MOST = 12
_LONGEST_LINE = 600
_LONGEST_OFFICE = 5


def read_byline(
    written: str | None, *, houses: Iterable[str] = ()
) -> tuple[tuple[Person, ...] | None, Credit | None]:
    """The people of a byline, and the agency that stands in it beside them.

    `Von Ann Autorin, dpa`, `By ANN AUTHOR and BEN WRITER=`, `Ann Author, AP Business Writer`. The
    houses that send the item are no people.
    """
    beside = {house.casefold() for house in houses}
    text = plain_text((written or "")[:_LONGEST_LINE].strip().rstrip("=")) or ""
    people: dict[str, Person] = {}
    credit = None
    for part in filter(None, _PARTS.split(text)):
        if (agency := read_credit(_BY_THE.sub("", part))) is not None:
            credit = credit or agency
        elif not _is_office(part):
            for name in names_in(part):
                if name.casefold() not in beside and not (people and _SITE.fullmatch(name)):
                    people.setdefault(name, Person(name=name))
    return tuple(people.values())[:_MOST] or None, credit


def is_byline_of_wire(line: str) -> bool:
    """True for a line such as `By Ann Author, dpa =`."""
    bare = line.strip().rstrip("= ")
    return len(bare) <= LONGEST and _BEGINS.match(bare) is not None


def credit_in(stated: Iterable[str | None]) -> Credit | None:
    """The agencies among credit lines, sources and providers; None where none is known.

    A newsroom's own archive names the newsroom there: that is no credit.
    """
    named: list[str] = []
    for text in stated:
        credit = read_credit(plain_text(text or "") or "")
        for agency in credit.agencies if credit else ():
            if agency not in named:
                named.append(agency)
    return Credit(code="agencies", agencies=tuple(named)) if named else None


def _is_office(part: str) -> bool:
    """`AP Business Writer`, `Associated Press`, `Staff Reporter`."""
    without = _BY_ALONE.sub("", _AGENCIES.sub("", part).strip())
    return not without or (
        _OFFICE.search(without) is not None and len(without.split()) <= _LONGEST_OFFICE
    )
