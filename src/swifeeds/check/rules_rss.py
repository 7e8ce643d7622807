"""Rules of RSS 2.0 and of the RSS Advisory Board's profile."""

from __future__ import annotations

from collections.abc import Mapping

from swifeeds.check.finding import Severity

_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO

RSS_RULES: Mapping[str, tuple[Severity, str]] = {
    "missing-description": (_E, "{parent} has no description; add one."),
    "missing-link": (_E, "{parent} has no link; add one."),
    "missing-title": (_E, "{parent} has no title; add one."),
    "item-must-contain-title-or-description": (_E, "An item needs a title or a description; add one."),
    "missing-guid": (_W, "An item without guid will be taken for a new one when its address changes; add one."),
    "missing-self": (_W, "{parent} does not say its own address; add a link with rel=\"self\"."),
    "missing-atom-self-link": (_W, "The channel does not say its own address; add atom:link with rel=\"self\"."),
    "misplaced-item": (_W, "An item stands before the end of the channel's own elements; move it after them."),
    "avoid-text-input": (_W, "No reader shows textInput; leave it out."),
    "no-blink": (_E, "There is no blink in RSS; remove it."),
    "need-description-before-content": (_W, "content:encoded comes before description, or without one; put the summary first."),
    "slash-date": (_W, "slash:comments changes without a sign; add lastBuildDate to the channel."),
    "use-zero-for-midnight": (_W, "Hours are counted from 0; write 0 for midnight and not 24."),
    "use-zero-for-unknown": (_E, "The length of an enclosure is unknown: write 0."),
    "not-enough-hours-in-the-day": (_E, "skipHours names more than 24 hours; keep at most 24."),
    "eight-days-a-week": (_E, "skipDays names more than 7 days; keep at most 7."),
    "invalid-hour": (_E, "{element} must be an hour from 0 to 23 and is {value}."),
    "invalid-day": (_E, "{element} must be an English day like Monday and is {value}."),
    "invalid-width": (_E, "{element} must be from 1 to 144 and is {value}."),
    "invalid-height": (_E, "{element} must be from 1 to 400 and is {value}."),
    "image-link-doesnt-match": (_W, "The link of the image is not that of the channel; make them the same."),
    "image-title-doesnt-match": (_W, "The title of the image is not that of the channel; make them the same."),
    "image-url-format": (_W, "The image is neither GIF nor JPEG nor PNG; use one of them."),
    "invalid-http-guid": (_E, "guid is said to be an address and is none ({value}); say isPermaLink=\"false\"."),
    "invalid-permalink": (_E, "guid is said to be an address and cannot be opened ({value}); say isPermaLink=\"false\"."),
    "not-sufficiently-unique": (_W, "guid is {value}, which others will use too; add a name of your own."),
    "duplicate-enclosure": (_W, "Most readers know one enclosure of an item; keep one."),
    "duplicate-semantics": (_W, "{core} and {extension} of the channel say the same; keep one."),
    "duplicate-item-semantics": (_W, "{core} and {extension} of the item say the same; keep one."),
    "duplicate-description-semantics": (_W, "{element} says what description says; keep one."),
    "invalid-form-component-name": (_E, "{element} is no name of a form's field ({value}); begin it with a letter."),
    "comment-rss": (_W, "wfw:commentRss is written with small ss; correct it."),
    "rss-1-not-checked": (_I, "RSS 1.0 and older are read for their XML alone; the rules of RSS 2.0 do not hold for them."),
}  # fmt: skip
