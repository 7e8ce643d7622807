"""Rules of JSON Feed 1.1 (jsonfeed.org/version/1.1)."""

from __future__ import annotations

from collections.abc import Mapping

from swifeeds.check.finding import Severity

_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO

JSON_RULES: Mapping[str, tuple[Severity, str]] = {
    "neither-xml-nor-json": (_E, "The document is neither XML nor JSON; it begins with {value}."),
    "json-syntax": (_E, "The document is no JSON: {value}; nothing in it can be read."),
    "json-not-utf8": (_E, "The bytes are not UTF-8, which JSON Feed wants; convert them."),
    "json-bom": (_W, "A byte order mark stands before the document, which JSON forbids to write; remove it."),
    "json-not-an-object": (_E, "The outermost value must be an object; it is {value}."),
    "json-version": (_E, "version must be https://jsonfeed.org/version/1.1 and is {value}."),
    "json-old-version": (_W, "version is that of JSON Feed 1.0; write https://jsonfeed.org/version/1.1."),
    "json-version-first": (_I, "version is not the first member; some detect the format by the first bytes."),
    "json-missing-member": (_E, "{parent} has no {element}; add it."),
    "json-missing-recommended-member": (_W, "{parent} has no {element}, which readers look for; add it."),
    "json-wrong-type": (_E, "{element} must be {wanted} and is {value}."),
    "json-null": (_W, "{element} is null; leave out what is unknown."),
    "json-empty": (_W, "{element} is empty; fill it or leave it out."),
    "json-empty-id": (_E, "The id of an item is empty; it must be there, and stay the same."),
    "json-id-not-string": (_W, "The id of an item is {value}, not in quotes; readers compare texts, so write it as one."),
    "json-duplicate-id": (_E, "Two items have the id {value}; an id is one item's for ever."),
    "json-missing-content": (_E, "{element} has neither content_html nor content_text; add one."),
    "json-html-in-text": (_W, "{element} is plain text and holds markup ({value}); HTML belongs into content_html alone."),
    "json-escaped-html": (_W, "{element} is escaped once too often, so that readers show {value} as text; escape it once."),
    "json-lone-surrogate": (_E, "{element} holds half of a character (a lone \\uD800 to \\uDFFF), which many readers refuse; write the whole one."),
    "json-control-character": (_W, "{element} holds the control character {value}, which nobody can read; remove it."),
    "json-invalid-date": (_E, "{element} is no RFC 3339 date ({value}); write 2009-05-19T13:45:00Z."),
    "json-implausible-date": (_W, "{element} lies in the future or before there were feeds ({value})."),
    "json-modified-before-published": (_W, "{element} is before date_published ({value}); correct one."),
    "json-invalid-url": (_E, "{element} must be a whole address and is {value}."),
    "json-iri": (_W, "{element} holds letters that an address has to encode ({value}); encode them."),
    "json-scheme": (_W, "{element} has the scheme {value}, and readers fetch http and https alone; use one of these."),
    "json-implausible-number": (_W, "{element} is {value}, which cannot be; write the true number or leave it out."),
    "json-number-range": (_W, "{element} is a number that most readers cannot hold ({value}); write it as text."),
    "json-invalid-language": (_E, "{element} is no language tag ({value}); write one like en or pt-BR."),
    "json-invalid-media-type": (_E, "{element} is no media type ({value}); write one like audio/mpeg."),
    "json-author-without-facts": (_E, "{element} needs a name, a url or an avatar."),
    "json-deprecated-author": (_W, "{element} was replaced by authors in version 1.1; use that."),
    "json-next-url": (_E, "next_url is the feed's own address, so a reader would go in circles; correct it."),
    "json-self-doesnt-match-location": (_W, "feed_url is {value}, and the feed was had from elsewhere; correct one."),
    "json-extension-name": (_E, "The extension {element} must be called _ and a letter, without a dot."),
    "json-extension-not-object": (_E, "The extension {element} must be an object; it is {value}."),
    "json-extension-member": (_E, "{element} stands in an extension; its name must neither begin with _ nor hold a dot."),
    "json-extension-about": (_I, "Nothing says what {element} is for; give it a member about with an address, once."),
    "json-unknown-hub": (_I, "{element} is {value}; readers know WebSub and rssCloud."),
    "json-unknown-member": (_W, "{element} is not defined in JSON Feed; put your own into an extension that begins with _."),
    "json-duplicate-member": (_W, "{element} stands twice in one object; readers keep one of them."),
    "json-large": (_W, "The feed has {value} bytes; keep it below a million and page it with next_url."),
}  # fmt: skip
