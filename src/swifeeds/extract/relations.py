"""What the links of an item mean (RFC 8288): page, translations, licence, terms for machines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from swifeeds.extract.names import attributes_of
from swifeeds.localise.languages import canonical_tag
from swifeeds.markup import absolute_url, canonical_url, plain_text
from swifeeds.markup.xml import Element
from swifeeds.model import Translation

_PAGES = frozenset({None, "text/html", "application/xhtml+xml"})
_NO_LANGUAGE = "und"
_LICENCE = "license"
_RSL = "application/rsl+xml"
_TRANSLATION = "http://schema.org/worktranslation"
_ORIGINAL = "http://schema.org/translationofwork"
_EVIDENCE = {_TRANSLATION: "workTranslation", _ORIGINAL: "translationOfWork"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """One `atom:link`. `rel` is lower case, "alternate" where unstated (RFC 4287, 4.2.7.2)."""

    rel: str
    url: str
    type: str | None = None
    language: str | None = None
    title: str | None = None


def relations_of(links: Iterable[Element], base: str) -> tuple[Relation, ...]:
    """The links that lead somewhere on the web, in document order."""
    return tuple(_relations(links, base))


def _relations(links: Iterable[Element], base: str) -> Iterator[Relation]:
    for link in links:
        stated = attributes_of(link)
        url = absolute_url(stated["href"], base) if stated.get("href") else None
        if url is not None:
            yield Relation(
                rel=(stated.get("rel") or "alternate").lower().rpartition("/relation/")[2],
                url=url,
                type=stated.get("type") or None,
                language=_language(stated.get("hreflang")),
                title=plain_text(stated.get("title", "")),
            )


def _language(stated: str | None) -> str | None:
    """None where nothing is said. `x-default` and nonsense are said, but are no language."""
    return (canonical_tag(stated) or _NO_LANGUAGE) if stated else None


def page_of(relations: Iterable[Relation], language: str | None) -> str | None:
    """The canonical address of the item's own page, in its own language where there are several."""
    pages = [link for link in relations if link.rel == "alternate" and link.type in _PAGES]
    own = [link for link in pages if _is_of(link, language)]
    return canonical_url((own or pages)[0].url) if pages else None


def _is_of(link: Relation, language: str | None) -> bool:
    if link.language is None:
        return True
    return language is not None and _main(link.language) == _main(canonical_tag(language) or "")


def _main(tag: str) -> str:
    return tag.partition("-")[0]


def translations_of(relations: Iterable[Relation], page: str | None) -> tuple[Translation, ...]:
    """Links to the same work elsewhere that name their language."""
    return tuple(
        Translation(
            language=link.language,
            url=canonical_url(link.url),
            evidence=_EVIDENCE.get(link.rel, "hreflang"),
            title=link.title,
        )
        for link in relations
        if link.language is not None
        and link.language != _NO_LANGUAGE
        and (link.rel in _EVIDENCE or (link.rel == "alternate" and link.type in _PAGES))
        and canonical_url(link.url) != page
    )


def licence_of(relations: Iterable[Relation]) -> str | None:
    """RFC 4946."""
    licences = (link for link in relations if link.rel == _LICENCE and link.type != _RSL)
    return next((link.url for link in licences), None)


def rsl_of(relations: Iterable[Relation]) -> str | None:
    """The publisher's terms for machines (RSL 1.0), which have the licence's relation."""
    terms = (link for link in relations if link.rel == _LICENCE and link.type == _RSL)
    return next((link.url for link in terms), None)
