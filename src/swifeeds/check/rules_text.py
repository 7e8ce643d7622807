"""Rules about text: blank, marked up, unsafe."""

from __future__ import annotations

from collections.abc import Mapping

from swifeeds.check.finding import Severity

_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO

TEXT_RULES: Mapping[str, tuple[Severity, str]] = {
    "not-blank": (_W, "{element} is empty; fill it or leave it out."),
    "attr-not-blank": (_W, "The attribute {attribute} of {element} is empty; fill it or leave it out."),
    "bad-characters": (_W, "{element} holds characters that come of a wrong encoding, like {value}; convert the text properly."),
    "contains-html": (_W, "{element} is plain text and holds markup ({value}); many readers will show it as it is."),
    "contains-undeclared-html": (_W, "{element} is said to be plain text and holds markup ({value}); say type=\"html\" or remove it."),
    "character-data": (_W, "Some readers will take text in {element} for markup; write a < in it as &#x3C; and an & as &#x26;."),
    "contains-email": (_W, "{element} holds an e-mail address; put it into its own element."),
    "contains-rel-ref": (_W, "{element} refers to {value}, which is relative and leads nowhere in most readers; make it absolute."),
    "not-html": (_W, "The markup of {element} is no sound HTML: {value}; mend it."),
    "html-fragment": (_W, "{element} is said to be a whole document and is a piece of one; say type=\"html\" or give the whole."),
    "not-inline": (_W, "{element} says xhtml and holds escaped markup; write the elements as elements, or say type=\"html\"."),
    "not-escaped": (_E, "{element} says its markup is escaped, and it is not; escape it."),
    "not-base64": (_E, "{element} has a binary type and is not in base64; encode it."),
    "security-risk": (_W, "{element} holds a {value} element, which readers remove or refuse for safety; leave it out."),
    "security-risk-attr": (_W, "{element} holds the attribute {value}, which runs scripts; readers remove it."),
    "dangerous-style-attr": (_W, "{element} holds the style {value}, which readers may remove; leave it to them."),
}  # fmt: skip
