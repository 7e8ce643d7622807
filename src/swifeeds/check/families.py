"""Which rules are cases of others: whoever looks for bad links wants every kind of them."""

from __future__ import annotations

from collections.abc import Mapping

_PARENTS: Mapping[str, str] = {
    "character-data": "contains-html",
    "contains-undeclared-html": "contains-html",
    "dangerous-style-attr": "security-risk-attr",
    "duplicate-description-semantics": "duplicate-semantics",
    "duplicate-item-semantics": "duplicate-semantics",
    "incorrect-dow": "invalid-rfc2822-date",
    "invalid-addr-spec": "invalid-contact",
    "invalid-full-link": "invalid-link",
    "invalid-iri": "invalid-link",
    "invalid-non-negative-integer": "invalid-integer",
    "invalid-positive-integer": "invalid-integer",
    "invalid-uri-attribute": "invalid-link",
    "invalid-uri-char": "invalid-link",
    "invalid-url-attribute": "invalid-uri-attribute",
    "item-must-contain-title-or-description": "missing-element",
    "missing-atom-self-link": "missing-self",
    "missing-content-or-alternate": "missing-element",
    "missing-description": "missing-element",
    "missing-href": "missing-attribute",
    "missing-link": "missing-element",
    "missing-namespace": "sax-error",
    "missing-real-name": "email-format",
    "missing-title": "missing-element",
    "missing-xhtml-div": "missing-element",
    "no-blink": "undefined-element",
    "no-thr-when": "undefined-element",
    "security-risk-attr": "security-risk",
    "undefined-named-entity": "sax-error",
    "uri-not-iri": "invalid-link",
    "use-zero-for-unknown": "invalid-non-negative-integer",
    "wp-blank-line": "sax-error",
}


def broader(rule: str) -> tuple[str, ...]:
    """The rules that a rule is a case of, the nearest first."""
    found: list[str] = []
    while (parent := _PARENTS.get(rule)) is not None:
        found.append(parent)
        rule = parent
    return tuple(found)
