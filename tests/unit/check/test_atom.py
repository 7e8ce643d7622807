"""Atom 1.0 (RFC 4287), RFC 5005 and RFC 4685, rule by rule: one fault, that finding alone."""

from __future__ import annotations

import pytest
from tests.unit.check.feeds import atom_of, graves, lines_of

from swifeeds.check.families import broader

OPEN = 'xmlns="http://www.w3.org/1999/xhtml"'
IN_FEED = [
    ("<subtitle>in short</subtitle>", None, None, None),
    ("<subtitle/>", "not-blank", "subtitle", None),
    ("<icon>https://a.example/i.png</icon>", None, None, None),
    ("<icon> https://a.example/i.png</icon>", "unexpected-whitespace", "icon", None),
    ("<logo>a b</logo>", "invalid-uri-char", "logo", None),
    ("<rights>a &lt;b>b&lt;/b></rights>", "contains-undeclared-html", "rights", None),
    ("<rights type='html'>a &lt;b>b&lt;/b></rights>", None, None, None),
    ("<rights type='text/plain'>a</rights>", "invalid-text-type", "rights", None),
    ("<generator uri='https://a.example/' version='1'>x</generator>", None, None, None),
    ("<generator url='https://a.example/'>x</generator>", "unexpected-attribute", "generator",
     "url"),
    ("<generator uri='a b'>x</generator>", "invalid-uri-char", "generator", "uri"),
    ("<category term='talks' scheme='https://a.example/' label='Talks'/>", None, None, None),
    ("<category label='Talks'/>", "missing-attribute", "category", "term"),
    ("<category term=''/>", "not-blank", "category", "term"),
    ("<category term='a' scheme='own'/>", "invalid-full-link", "category", "scheme"),
    ("<category term='a' label='&lt;b>x&lt;/b>'/>", "contains-html", "category", "label"),
    ("<category term='a' lable='x'/>", "unexpected-attribute", "category", "lable"),
    ("<contributor><name>B</name><email>b@example.org</email></contributor>", None, None, None),
    ("<contributor><email>b@example.org</email></contributor>", "missing-element", "name", None),
    ("<contributor><name>B</name><email>B &lt;b@example.org></email></contributor>",
     "invalid-addr-spec", "email", None),
    ("<contributor><name>B</name><email>b@intern</email></contributor>", "unknown-host", "email",
     None),
    ("<contributor><name>B &lt;b@example.org></name></contributor>", "contains-email", "name",
     None),
    ("<contributor><name>B</name><name>C</name></contributor>", "duplicate-element", "name", None),
    ("<contributor><name>B</name><phone/></contributor>", "undefined-element", "phone", None),
    ("<blurb/>", "undefined-element", "blurb", None),
    ("<blurb xmlns=''/>", "undeterminable-vocabulary", "blurb", None),
    ("<link href='/de' rel='alternate' hreflang='de' type='text/html'/>", None, None, None),
    ("<link/>", "missing-href", "link", None),
    ("<link href='/x' rel='odd'/>", "unregistered-atom-link-rel", "link", "rel"),
    ("<link href='/x' rel='https://a.example/odd'/>", None, None, None),
    ("<link href='/x' rel=''/>", "attr-not-blank", "link", "rel"),
    ("<link href='/x' rel='related' type='html'/>", "invalid-mime-type", "link", "type"),
    ("<link href='/x' rel='related' hreflang='xyzq'/>", "invalid-language", "link", "hreflang"),
    ("<link href='/x' rel='enclosure' length='big'/>", "invalid-non-negative-integer", "link",
     "length"),
    ("<link href='/x' rel='related' title='&lt;b>x&lt;/b>'/>", "contains-html", "link", "title"),
    ("<link href='/x' rel='related'>x</link>", "atom-link-not-empty", "link", None),
    ("<link href='/x'/><link href='/y'/>", "duplicate-atom-link", "link", None),
    ("<link href='/x' rel='related' size='7'/>", "unexpected-attribute", "link", "size"),
    ("<fh:complete/>", None, None, None),
    ("<fh:complete/><link rel='prev-archive' href='/1'/>", "feed-rel-in-complete-feed", "feed",
     None),
    ("<fh:archive/><link rel='current' href='/now'/>", "archive-incomplete", "feed", None),
    ("<fh:archive/><link rel='prev-archive' href='/1'/>", "missing-current-in-archive", "feed",
     None),
    ("<xhtml:meta xmlns:xhtml='http://www.w3.org/1999/xhtml' name='robots' content='noindex'/>",
     "avoid-namespace-prefix", "xhtml:meta", None),
]  # fmt: skip

IN_ENTRY = [
    ("<published>2026-05-03T07:00:00+02:00</published>", None, None, None),
    ("<published>2026-05-03</published>", "invalid-rfc3339-date", "published", None),
    ("<published>2026-02-30T00:00:00Z</published>", "invalid-rfc3339-date", "published", None),
    ("<published>2026-05-03t07:00:00z</published>", "invalid-rfc3339-date", "published", None),
    ("<published>2099-05-03T07:00:00Z</published>", "implausible-date", "published", None),
    ("<published>2026-05-03T07:00:00Z </published>", "unexpected-whitespace", "published", None),
    ("<content>text</content>", None, None, None),
    ("<content type='html'>&lt;p>a&lt;/p></content>", None, None, None),
    ("<content type='html'>&lt;p>a&lt;/b></content>", "not-html", "content", None),
    ("<content type='html'>&lt;p onclick='x()'>a&lt;/p></content>", "security-risk-attr",
     "content", None),
    (f"<content type='xhtml'><div {OPEN}><p>a</p></div></content>", None, None, None),
    (f"<content type='xhtml'>a<div {OPEN}/></content>", "missing-xhtml-div", "content", None),
    (f"<content type='xhtml'><div {OPEN}/><div {OPEN}/></content>", "missing-xhtml-div", "content",
     None),
    (f"<content type='xhtml'><div {OPEN}>&lt;b>a&lt;/b></div></content>", "not-inline", "content",
     None),
    (f"<content type='xhtml'><div {OPEN}><script/></div></content>", "security-risk", "content",
     None),
    (f"<content type='xhtml'><div {OPEN}><blurb/></div></content>", "not-html", "content", None),
    ("<content><b>a</b></content>", "undefined-element", "b", None),
    ("<content type='words'>a</content>", "invalid-mime-type", "content", "type"),
    ("<content type=''>a</content>", "attr-not-blank", "content", "type"),
    ("<content type='image/png'>iVBORw0K</content>", None, None, None),
    ("<content type='image/png'>no base64!</content>", "not-base64", "content", None),
    ("<content type='text/html'>&lt;p>a&lt;/p></content>", "html-fragment", "content", None),
    (("<content type='text/html'>&lt;!DOCTYPE html>&lt;html>&lt;head>&lt;title>a&lt;/title>"
     "&lt;/head>&lt;body>a&lt;/body>&lt;/html></content>"), None, None, None),
    ("<content src='https://a.example/a.mp3' type='audio/mpeg'/>", None, None, None),
    ("<content src='https://a.example/a.mp3'/>", "missing-type-attr", "content", None),
    ("<content src='a b' type='audio/mpeg'/>", "invalid-uri-char", "content", "src"),
    (("<source><id>tag:a.example,2026:f</id><title>A</title>"
     "<updated>2026-05-01T00:00:00Z</updated></source>"), None, None, None),
    ("<source><title>A</title><updated>2026-05-01T00:00:00Z</updated></source>",
     "missing-source-element", "id", None),
    ("<link rel='next' href='/2'/>", "feed-history-rel-in-entry", "link", None),
    ("<link rel='replies' href='/r' thr:count='7'/>", None, None, None),
    ("<link rel='replies' href='/r' thr:count='x'/>", "invalid-non-negative-integer", "link",
     "thr:count"),
    ("<link rel='related' href='/r' thr:count='7'/>", "unexpected-attribute", "link",
     "thr:count"),
    ("<thr:in-reply-to ref='tag:a.example,2026:1' href='/1' type='text/html'/>", None, None, None),
    ("<thr:in-reply-to ref='one'/>", "invalid-full-link", "thr:in-reply-to", "ref"),
    ("<thr:total>-1</thr:total>", "invalid-non-negative-integer", "thr:total", None),
]  # fmt: skip


def told(document: str) -> list[tuple[str, str | None, str | None]]:
    return [(one.rule, one.element, one.attribute) for one in graves(document)]


def expected(rule, element, attribute):
    return [(rule, element, attribute)] if rule else []


def test_the_sound_feed_has_no_finding():
    assert told(atom_of()) == []


@pytest.mark.parametrize(("piece", "rule", "element", "attribute"), IN_FEED)
def test_a_fault_in_the_feed_is_told_alone(piece, rule, element, attribute):
    assert told(atom_of(feed=piece)) == expected(rule, element, attribute)


@pytest.mark.parametrize(("piece", "rule", "element", "attribute"), IN_ENTRY)
def test_a_fault_in_an_entry_is_told_alone(piece, rule, element, attribute):
    assert told(atom_of(entry=piece)) == expected(rule, element, attribute)


@pytest.mark.parametrize("name", ["id", "title", "updated"])
def test_what_a_feed_or_an_entry_lacks_is_told_at_its_line(name):
    for document, parent in ((atom_of(in_feed={name: ""}), "feed"),
                             (atom_of(in_entry={name: ""}), "entry")):  # fmt: skip
        [found] = graves(document)
        assert (found.rule, found.parent, found.element) == ("missing-element", parent, name)
        assert found.line == lines_of(document, f"<{parent}")


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"link": ""}, "missing-content-or-alternate"),
        ({"summary": ""}, "missing-textual-content"),
        ({"summary": "<content src='https://a.example/a' type='audio/mpeg'/>"}, "missing-summary"),
        ({"updated": "<updated>yesterday</updated>"}, "invalid-rfc3339-date"),
        ({"id": "<id>one</id>"}, "invalid-full-link"),
        ({"id": "<id>HTTP://a.example/1</id>"}, "non-canonical-uri"),
        ({"id": "<id>tag:a.example:1</id>"}, "invalid-tag"),
        ({"id": "<id>urn:a+b:1</id>"}, "invalid-urn"),
        ({"id": "<id>urn:uuid:123</id>"}, "invalid-uuid"),
        ({"id": "<id>odd:1</id>"}, "scheme-not-iana-registered"),
    ],
)
def test_a_changed_part_of_an_entry_is_told(changes, rule):
    assert [one for one, _, _ in told(atom_of(in_entry=changes))] == [rule]


def test_an_author_is_wanted_in_the_entry_its_source_or_the_feed():
    without = {"author": ""}
    [found] = graves(atom_of(in_feed=without))
    assert (found.rule, found.parent, found.element) == ("missing-element", "entry", "author")
    assert graves(atom_of(in_feed=without, entry="<author><name>B</name></author>")) == []
    source = (
        "<source><id>tag:a.example,2026:f</id><title>A</title><author><name>B</name></author>"
        "<updated>2026-05-01T00:00:00Z</updated></source>"
    )
    assert graves(atom_of(in_feed=without, entry=source)) == []


def test_what_follows_an_entry_is_misplaced():
    document = atom_of().replace("</entry>", "</entry>\n<rights>x</rights>")
    [found] = graves(document)
    assert (found.rule, found.element) == ("misplaced-metadata", "rights")
    assert found.line == lines_of(document, "<rights>")


@pytest.mark.parametrize(
    ("changes", "rules"),
    [
        ([], {"duplicate-entries", "duplicate-updated"}),
        ([("2026:1", "2026:2")], {"duplicate-updated"}),
        ([("07:00", "06:00")], set()),
    ],
    ids=["same", "other-id", "other-moment"],
)
def test_entries_are_told_apart_by_id_and_moment(changes, rules):
    sound = atom_of()
    second = sound[sound.index("<entry>") : sound.index("</entry>") + len("</entry>")]
    for old, new in changes:
        second = second.replace(old, new)
    document = sound.replace("</feed>", f"\n{second}</feed>")
    assert {one.rule for one in graves(document)} == rules


@pytest.mark.parametrize(
    ("name", "rules"),
    [
        ("http://purl.org/atom/ns#", ["obsolete-namespace"]),
        ("http://www.w3.org/2005/ATOM", ["invalid-namespace"]),
    ],
)
def test_a_wrong_namespace_is_told(name, rules):
    document = atom_of().replace("http://www.w3.org/2005/Atom", name, 1)
    assert {one.rule for one in graves(document)} >= set(rules)


def test_a_document_of_one_entry_is_judged():
    entry = '<entry xmlns="http://www.w3.org/2005/Atom"><title>a</title></entry>'
    found = {(one.rule, one.element) for one in graves(entry)}
    assert {("missing-element", "id"), ("missing-element", "author")} <= found


def test_a_rule_names_the_rules_that_it_is_a_case_of():
    assert broader("invalid-url-attribute") == ("invalid-uri-attribute", "invalid-link")
    assert broader("missing-title") == ("missing-element",)
