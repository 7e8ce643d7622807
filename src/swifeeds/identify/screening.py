"""A batch is looked at as a whole before each draft is decided: which of its names hold?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from swifeeds.identify.claims import settle_claims
from swifeeds.identify.oddities import of_claims, of_shared
from swifeeds.identify.shared import (
    shared_guids,
    shared_links,
    without_doubles,
    without_names,
)
from swifeeds.model import Draft, Known, Oddity, Revised, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Distrusted:
    """Keys of addresses that were once no article's own, kept between polls.

    `canonicals` were claimed by different pages, `links` given to different items. A poll that
    brings a single new article could not find that out again.
    """

    canonicals: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Screened:
    """Drafts with the names that hold, and what was found on the way.

    `mended` are to be carried out before anything else of the batch; `known` counts them in.
    """

    drafts: tuple[Draft, ...]
    known: Known
    distrusted: Distrusted
    oddities: tuple[Oddity, ...] = ()
    mended: tuple[Revised, ...] = ()


def screen(drafts: Sequence[Draft], known: Known, source: Source, past: Distrusted) -> Screened:
    """Take from a batch the names that do not hold.

    Args:
        drafts: what a poll brought, with plausible dates.
        known: what is kept under its names.
        source: where it came from.
        past: what was found of its addresses before.
    """
    claims = settle_claims(drafts, known, wrong=past.canonicals, source_id=source.id)
    links = shared_links(claims.drafts, source, claims.known, past.links)
    guids = shared_guids(claims.drafts, claims.known, source)
    named = without_names(claims.drafts, links, guids)
    kept = without_doubles(named, claims.known, source)
    return Screened(
        drafts=tuple(kept),
        known=claims.known,
        distrusted=Distrusted(
            canonicals=past.canonicals | claims.wrong.keys(), links=past.links | links
        ),
        oddities=(
            *of_claims(claims.wrong, source),
            *of_shared(sorted(links), sorted(guids), source),
        ),
        mended=claims.mended,
    )
