"""What readers know an article by: our tag URI, or the id that it brought from its former feed."""

from __future__ import annotations

import re

from swifeeds.emit.addresses import tag_uri
from swifeeds.model import Article, Publication

_IRI = re.compile(
    r"[A-Za-z][A-Za-z0-9+.-]*:"
    r"(?:[A-Za-z0-9\-._~:/?@!$&'()*+,;=\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef"
    r"\U00010000-\U000dfffd]|%[0-9A-Fa-f]{2})+"
    r"(?:#(?:[A-Za-z0-9\-._~:/?@!$&'()*+,;=\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef"
    r"\U00010000-\U000dfffd]|%[0-9A-Fa-f]{2})*)?"
)
"""RFC 3987 2.2, with a scheme and something behind it. Left out are brackets (an address in
numbers, which is nobody's id) and private characters."""


def entry_id(article: Article, publication: Publication) -> str:
    """The id in RSS, in JSON Feed and in everything of ours that names an entry."""
    return article.adopted_id or tag_uri(publication, "article", article.id)


def atom_id(article: Article, publication: Publication) -> str | None:
    """The id in Atom where it cannot be the same: an `atom:id` is an IRI (RFC 4287 4.2.6), a guid
    of RSS any text. None where it is the same."""
    if article.adopted_id is None or is_iri(article.adopted_id):
        return None
    return tag_uri(publication, "article", article.id)


def is_iri(text: str) -> bool:
    """True for an absolute IRI."""
    return _IRI.fullmatch(text) is not None
