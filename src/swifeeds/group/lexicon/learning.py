"""Learn a lexicon from pairs of texts that are declared to be translations of each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from swifeeds.group.lexicon.alignment import align
from swifeeds.group.lexicon.association import associate
from swifeeds.group.lexicon.table import Lexicon, Method, Tables, WordTable
from swifeeds.group.lexicon.terms import terms_of, vocabulary
from swifeeds.localise.negotiation import primary_subtag

ALIGNMENT_FROM = 1000
"""Pairs from which alignment may be used: on 500 headlines it starves."""

ALIGNMENT_ALWAYS_FROM = 2000
"""Pairs from which alignment is used whatever the texts have. Between the two, association stays
ahead as long as it has leads to learn from (500 pairs: nearest translation .883 against .827;
2,000: .933 against .926, and behind on a second year)."""

LEADS_SHARE = 0.5
"""Share of pairs with leads on both sides from which there are leads to learn from."""

_DIGITS = 4
"""Of the weights: more would only make a store larger."""

_Sides = list[tuple[tuple[str, ...], tuple[str, ...]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One side of a pair: `language` is a BCP 47 tag, `lead` None where there is none."""

    language: str
    title: str
    lead: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPair:
    """Two texts that are one work in two languages. `evidence` says who declared it: `hreflang`,
    `translationOfWork`, `editor` and such."""

    one: Text
    other: Text
    evidence: str = "hreflang"


Texts = Sequence[tuple[Text, Text]]
"""Texts of two languages, translations of each other."""


def learn(pairs: Iterable[TextPair], *, trained: datetime) -> Lexicon:
    """Tables in both directions for every two languages that the pairs join.

    Args:
        pairs: in any order and direction; the same pairs give the same lexicon. A pair within one
            language teaches nothing and is left out.
        trained: UTC, kept in the lexicon.
    """
    tables = [
        table
        for (source, target), texts in by_languages(pairs).items()
        for table in tables_of(source, target, texts)
    ]
    return Lexicon(trained=trained, tables=tuple(tables))


def by_languages(pairs: Iterable[TextPair]) -> Mapping[tuple[str, str], Texts]:
    """The pairs of every two languages (primary subtags, in order), in a stable order."""
    found: dict[tuple[str, str], list[tuple[Text, Text]]] = {}
    for pair in pairs:
        one, other = sorted((pair.one, pair.other), key=lambda text: primary_subtag(text.language))
        languages = primary_subtag(one.language), primary_subtag(other.language)
        if languages[0] != languages[1]:
            found.setdefault(languages, []).append((one, other))
    return {
        languages: tuple(sorted(texts, key=lambda sides: [(one.title, one.lead or "")
                                                          for one in sides]))
        for languages, texts in sorted(found.items())
    }  # fmt: skip


def method_for(pairs: int, with_leads: int) -> Method:
    """Which method serves so many pairs, so many of them with leads on both sides."""
    if pairs < ALIGNMENT_FROM:
        return Method.ASSOCIATION
    if pairs < ALIGNMENT_ALWAYS_FROM and with_leads >= pairs * LEADS_SHARE:
        return Method.ASSOCIATION
    return Method.ALIGNMENT


def tables_of(source: str, target: str, texts: Texts) -> Tables:
    """The tables of two languages, there and back; one call for a child process."""
    with_leads = sum(bool(one.lead and other.lead) for one, other in texts)
    method = method_for(len(texts), with_leads)
    leads = method is Method.ASSOCIATION
    sides = [(_terms(one, leads=leads), _terms(other, leads=leads)) for one, other in texts]
    back = [(other, one) for one, other in sides]
    return _table(source, target, method, sides), _table(target, source, method, back)


def _terms(text: Text, *, leads: bool) -> tuple[str, ...]:
    return terms_of(f"{text.title}\n{text.lead}" if leads and text.lead else text.title)


def _table(source: str, target: str, method: Method, sides: _Sides) -> WordTable:
    counts = vocabulary([one for one, _ in sides])
    target_counts = vocabulary([other for _, other in sides])
    make = associate if method is Method.ASSOCIATION else align
    entries = {
        word: tuple((other, round(weight, _DIGITS)) for other, weight in links)
        for word, links in make(sides, counts, target_counts).items()
        if links
    }
    return WordTable(
        source=source, target=target, method=method, pairs=len(sides),
        counts=counts, entries=entries,
    )  # fmt: skip
