"""Every rule by its code, how grave it is to break it, and the sentence that says so.

Codes are those that publishers know from the W3C feed validator, in our spelling. In a sentence
`{element}` and `{parent}` are names, `{value}` is what was found; other slots are said by the check.
"""

from __future__ import annotations

from collections.abc import Mapping

from swifeeds.check.finding import Severity
from swifeeds.check.rules_atom import ATOM_RULES
from swifeeds.check.rules_http import HTTP_RULES
from swifeeds.check.rules_json import JSON_RULES
from swifeeds.check.rules_rss import RSS_RULES
from swifeeds.check.rules_text import TEXT_RULES
from swifeeds.check.rules_values import VALUE_RULES

_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO

_XML_RULES: Mapping[str, tuple[Severity, str]] = {
    "sax-error": (_E, "The document is not well-formed XML: {value}; many readers stop here, so mend it first."),
    "wp-blank-line": (_E, "Something stands before the XML declaration; remove blank lines and output before it."),
    "unicode-error": (_E, "The bytes are not valid {encoding}; write the document in the encoding that it states."),
    "unknown-encoding": (_E, "The encoding {value} is unknown; use UTF-8."),
    "obscure-encoding": (_W, "Few readers know the encoding {value}; use UTF-8."),
    "nonstd-encoding": (_I, "The encoding {value} works, but not everywhere; prefer UTF-8."),
    "encoding-mismatch": (_W, "HTTP says {charset} and the document says {encoding}; make them say the same."),
    "undefined-named-entity": (_E, "The entity in this place is not defined in XML; write the character itself or its number."),
    "refused-document": (_E, "Reading was given up: {value}; remove that."),
    "contains-system-entity": (_I, "The document type refers to a file elsewhere, which readers do not fetch; remove it."),
    "invalid-doctype": (_E, "The document type is not that of the feed; remove the DOCTYPE."),
    "deprecated-dtd": (_E, "The document type refers to a DTD that is gone; remove the DOCTYPE."),
    "bad-xml-version": (_E, "Readers know XML 1.0 alone, and this says {value}; write version=\"1.0\"."),
    "not-a-feed": (_E, "This is neither RSS nor Atom nor JSON Feed; its outermost element is {element}."),
    "missing-namespace": (_E, "{element} is in no namespace, or its prefix is not declared; declare it with xmlns."),
    "invalid-namespace": (_E, "{element} is in the namespace {value}, which is not that of the format; correct xmlns."),
    "obsolete-namespace": (_E, "The namespace is that of a draft of Atom; use http://www.w3.org/2005/Atom."),
    "obsolete-version": (_I, "Version {value} of RSS is obsolete; write 2.0."),
    "invalid-rss-version": (_E, "The version of rss must be stated and known; write version=\"2.0\"."),
    "reserved-prefix": (_W, "Readers take the prefix {prefix} for {value}; use another prefix or that namespace."),
    "media-rss-namespace": (_E, "The namespace of Media RSS ends with a slash: {value}."),
    "nonstd-prefix": (_I, "The usual prefix of {value} is {prefix}; some readers look for it."),
    "obsolete-wiki-namespace": (_W, "The namespace {value} was replaced; use http://purl.org/rss/1.0/modules/wiki/."),
    "avoid-namespace-prefix": (_W, "Some readers know Atom and XHTML only as default namespace; avoid the prefix {prefix}."),
    "unknown-namespace": (_W, "The namespace {value} is known to few readers; make sure that its address is right."),
    "unsupported-namespace": (_I, "What is in the namespace {value} is not checked here."),
    "undeterminable-vocabulary": (_W, "{element} is in no namespace, so its meaning is anybody's guess; give it one."),
    "undefined-element": (_E, "{element} is not defined in {parent}; remove it, or correct its name or place."),
    "questionable-usage": (_W, "{element} is not expected in {parent}, and readers pass it over; move it or leave it out."),
    "misplaced-xhtml-content": (_W, "XHTML stands in {parent} where no reader expects it; put it into the content."),
    "missing-element": (_E, "{parent} has no {element}; add one."),
    "missing-attribute": (_E, "{element} has no attribute {attribute}; add it."),
    "unexpected-attribute": (_E, "The attribute {attribute} is not defined on {element}; remove it or correct its name."),
    "use-of-extension-attr": (_W, "{element} of RSS has an attribute of an extension, {attribute}; put it into an element of that extension."),
    "duplicate-element": (_E, "{element} may stand in {parent} once; keep one."),
    "unexpected-text": (_E, "Text stands directly in {element}, which holds elements alone; remove it."),
    "unexpected-whitespace": (_E, "White space surrounds the value of {element}; remove it."),
    "missing-dc-language": (_I, "Nothing says which language {parent} is in; state it."),
}  # fmt: skip

RULES: Mapping[str, tuple[Severity, str]] = {
    **_XML_RULES,
    **TEXT_RULES,
    **VALUE_RULES,
    **RSS_RULES,
    **ATOM_RULES,
    **JSON_RULES,
    **HTTP_RULES,
}
