"""WordPress's REST interface: its addresses, its root, its lists, and what it embeds."""

from __future__ import annotations

import pytest
from hypothesis import given
from tests.unit.extract.page_documents import make_document, make_source
from tests.unit.extract.test_wordpress import JSON, SITE, post

from swifeeds.errors import ExtractError
from swifeeds.extract import extract, rest_entries, rest_site
from swifeeds.extract.rest_addresses import plain_root, rest_address, rest_place, usual_root
from swifeeds.extract.wordpress import as_drops, posts_in
from swifeeds.extract.wordpress_parts import excerpt
from swifeeds.model import SourceKind

ROOT = f"{SITE}/wp-json/"


def document(body, url=ROOT, **changes):
    text = body if isinstance(body, str) else _json(body)
    return make_document(text, url=url, final_url=url, media_type=None, **changes)


def _json(value) -> str:
    import json

    return json.dumps(value)


def source(**changes):
    return make_source(kind=SourceKind.WORDPRESS, url=f"{SITE}/", **changes)


def read(posts, **changes):
    return extract(document(posts), source(**changes))


@pytest.mark.parametrize(
    ("written", "root", "collection"),
    [
        (f"{SITE}/", None, "wp/v2/posts"),
        (f"{SITE}/de", None, "wp/v2/posts"),
        (f"{SITE}/wp-json", f"{SITE}/wp-json/", "wp/v2/posts"),
        (f"{SITE}/de/wp-json/wp/v2/stories/", f"{SITE}/de/wp-json/", "wp/v2/stories"),
        (f"{SITE}/api/wp/v2/posts/12", f"{SITE}/api/", "wp/v2/posts"),
        (f"{SITE}/?rest_route=/", f"{SITE}/?rest_route=/", "wp/v2/posts"),
        (f"{SITE}/index.php?rest_route=/wp/v2/x", f"{SITE}/index.php?rest_route=/", "wp/v2/x"),
    ],
)  # fmt: skip
def test_an_address_names_the_site_its_interface_or_a_part_of_it(written, root, collection):
    place = rest_place(written)
    assert (place.root, place.collection) == (root, collection)


@pytest.mark.parametrize(
    ("root", "address"),
    [
        (usual_root(f"{SITE}/de/"), f"{SITE}/de/wp-json/wp/v2/posts?page=2"),
        (plain_root(SITE), f"{SITE}/?rest_route=/wp/v2/posts&page=2"),
        (f"{SITE}/index.php?rest_route=/", f"{SITE}/index.php?rest_route=/wp/v2/posts&page=2"),
    ],
)
def test_a_part_of_the_interface_has_an_address_with_and_without_permalinks(root, address):
    assert rest_address(root, "wp/v2/posts", page=2) == address


@pytest.mark.parametrize(
    ("stated", "zone"),
    [
        ({"timezone_string": "Asia/Tokyo", "gmt_offset": 9}, "Asia/Tokyo"),
        ({"timezone_string": "", "gmt_offset": "2"}, "Etc/GMT-2"),
        ({"timezone_string": "", "gmt_offset": -5}, "Etc/GMT+5"),
        ({"gmt_offset": 5.5}, None),
        ({"timezone_string": "../../etc/passwd"}, None),
        ({"timezone_string": ["x"], "gmt_offset": {}}, None),
    ],
)
def test_the_root_tells_the_zone_of_the_site(stated, zone):
    found = rest_site(document({"namespaces": ["wp/v2"], **stated}), source())
    assert (found.root, found.time_zone) == (ROOT, zone)


def test_a_page_names_the_interface_in_its_head_or_in_a_header():
    link = f'<link rel="https://api.w.org/" href="{SITE}/?rest_route=/"/>'
    page = f"<html><head>{link}</head></html>"
    assert rest_site(document(page, SITE), source()).root == f"{SITE}/?rest_route=/"
    named = (("https://api.w.org/", f"{SITE}/api/"),)
    other = document("<html><head></head></html>", SITE, relations=named)
    assert rest_site(other, source()).root == f"{SITE}/api/"


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("<html><head></head></html>", "does not say that it is made with WordPress"),
        ('{"items": []}', "not WordPress's REST interface"),
        ('{"code": "rest_disabled", "message": "No."}', "WordPress answers rest_disabled"),
        ("oops", "not valid JSON"),
    ],
)
def test_what_is_no_interface_says_so(body, told):
    with pytest.raises(ExtractError, match=told):
        rest_site(document(body), source())


def test_a_list_of_entries_is_read_line_by_line():
    lines = [
        {"id": 12, "link": f"{SITE}/12/", "modified_gmt": "2026-02-27T10:00:00"},
        {"id": 13, "link": f"{SITE}/13/", "modified": "2026-02-27T10:00:00",
         "translations": {"de": 14, "en": 13, "fr": [], "it": True}},
        {"id": "x", "link": f"{SITE}/14/", "modified_gmt": "2026-02-27T10:00:00"},
        {"id": 15, "link": "javascript:1", "modified_gmt": "2026-02-27T10:00:00"},
        {"id": 16, "link": f"{SITE}/16/", "modified_gmt": "never"},
        "nonsense",
    ]  # fmt: skip
    found = rest_entries(document(lines), source(time_zone="Europe/Zurich"))
    assert [(one.number, one.modified.hour, one.translations) for one in found] == [
        (12, 10, ()),
        (13, 9, (14,)),
    ]
    with pytest.raises(ExtractError, match="no list"):
        rest_entries(document({}), source())


@pytest.mark.parametrize(
    ("rendered", "kept"),
    [
        ("<p>One. Two.</p>\n", "One. Two."),
        ("<p>One. Two and [&hellip;]</p>", "One."),
        ("<p>No end of a sentence [...]</p>", "No end of a sentence…"),
        ('<p>One. Two… <a class="more-link" href="/x">Continue reading <b>x</b></a></p>', "One."),
        ("<p>一つ。二つの[…]</p>", "一つ。"),
        ("<p>جملة كاملة؟ ثم […]</p>", "جملة كاملة؟"),
        ("<p>[&hellip;]</p>", None),
        ("", None),
        (None, None),
    ],
)
def test_an_excerpt_loses_what_wordpress_writes_where_it_cuts(rendered, kept):
    assert excerpt(rendered) == kept


def embedded(**parts):
    return post(_embedded={name.replace("_", ":", 1): part for name, part in parts.items()})


def test_authors_picture_and_terms_are_taken_from_what_is_embedded():
    (draft,) = read([
        embedded(
            author=[{"name": "Ann &amp; Ben", "link": f"{SITE}/ann/"}, {"code": "rest_user"}],
            wp_term=[
                [{"taxonomy": "category", "name": "None", "slug": "uncategorized"},
                 {"taxonomy": "category", "name": "Lake", "slug": "lake"}],
                [{"taxonomy": "post_tag", "name": "Boats"}, {"taxonomy": "language", "name": "De"},
                 {"taxonomy": "series", "name": "Ferry", "link": f"{SITE}/series/ferry/"}],
            ],
            wp_featuredmedia=[{"source_url": f"{SITE}/i.jpg", "alt_text": "Boat",
                               "caption": {"rendered": "<p>At noon</p>"},
                               "media_details": {"width": 640, "image_meta": {"credit": "Kim"}}}],
        )
    ], story_taxonomy="series").drafts  # fmt: skip
    assert [(one.name, one.url) for one in draft.authors] == [("Ann & Ben", f"{SITE}/ann/")]
    assert (draft.section, draft.keywords) == ("Lake", ("Boats",))
    assert [(one.alt, one.caption, one.credit, one.width) for one in draft.media] == [
        ("Boat", "At noon", "Kim", 640)
    ]
    assert [(one.title, one.url) for one in draft.stories] == [("Ferry", f"{SITE}/series/ferry/")]
    assert draft.dating.read_from == "rest"


def test_without_a_word_of_the_operator_a_taxonomy_is_a_subject():
    term = {"taxonomy": "series", "name": "Ferry", "link": f"{SITE}/series/ferry/"}
    (draft,) = read([embedded(wp_term=[[term]])]).drafts
    assert (draft.stories, draft.section) == ((), "Ferry")


def test_no_entries_are_no_fault():
    assert read([]).drafts == ()


def test_an_error_is_no_article():
    with pytest.raises(ExtractError, match="rest_forbidden"):
        read({"code": "rest_forbidden", "message": "No.", "data": {"status": 401}})


@given(JSON)
def test_anything_embedded_is_survived(value):
    for name in ("author", "wp_term", "wp_featuredmedia"):
        as_drops(posts_in([embedded(**{name: value}), embedded(**{name: [value]})]))
    as_drops(posts_in([post(_embedded=value, yoast_head_json=value)]), story_taxonomy="x")
