"""WXR: what of WordPress becomes an article, and how its text reads."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.unit.extract.archives.archive_files import make_source, read_file, read_one

from swifeeds.extract.archives.wxr_text import as_html
from swifeeds.model import Precision

HEAD = (
    '<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    ' xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"><channel>'
    "<wp:base_blog_url>https://n.example.org</wp:base_blog_url>"
)


def post(number: int = 1, **stated: str) -> str:
    fields = {"post_type": "post", "status": "publish", "post_id": str(number)} | stated
    extra = fields.pop("extra", "")
    inner = "".join(f"<wp:{name}>{value}</wp:{name}>" for name, value in fields.items())
    return f"<item><title>Title {number}</title>{inner}{extra}</item>"


def wxr(*items: str) -> str:
    return f"{HEAD}{''.join(items)}</channel></rss>"


@pytest.mark.parametrize(
    ("status", "held", "withdrawn"),
    [
        ("publish", None, False),
        ("draft", "it is a draft", False),
        ("pending", "it waits for review", False),
        ("private", "it is private", False),
        ("trash", None, True),
    ],
)
def test_a_status_decides_who_may_see_it(status, held, withdrawn):
    draft = read_one(wxr(post(status=status)))
    assert (draft.held, draft.withdrawn) == (held, withdrawn)


def test_a_scheduled_post_waits_for_its_date():
    draft = read_one(wxr(post(status="future", post_date_gmt="2031-06-01 04:00:00")))
    assert draft.embargoed_until == draft.published == datetime(2031, 6, 1, 4, tzinfo=UTC)
    assert draft.held is None


def test_a_post_behind_a_password_is_held():
    assert read_one(wxr(post(post_password="x"))).held == "it is protected by a password"


def test_a_local_date_is_of_the_sources_zone_and_says_so():
    source = make_source(time_zone="Asia/Tokyo")
    stated = {"post_date": "2009-05-19 09:00:00", "post_date_gmt": "0000-00-00 00:00:00"}
    draft = read_one(wxr(post(**stated)), source=source)
    assert draft.published == datetime(2009, 5, 19, 0, tzinfo=UTC)
    assert draft.dating.zone == "Asia/Tokyo"
    assert draft.dating.precision is Precision.SECOND


@pytest.mark.parametrize("date", ["0000-00-00 00:00:00", "", "-0001-11-30 00:00:00"])
def test_zeros_are_no_date(date):
    assert read_one(wxr(post(post_date=date, post_date_gmt=date))).published is None


def test_several_authors_are_those_that_a_plug_in_files_it_under():
    authors = "".join(
        f"<wp:author><wp:author_login>{login}</wp:author_login>"
        f"<wp:author_display_name>{name}</wp:author_display_name></wp:author>"
        for login, name in (("am", "Ada Meier"), ("br", "Ben Rossi"))
    )
    filed = (
        "<dc:creator>am</dc:creator>"
        '<category domain="author" nicename="cap-am">am</category>'
        '<category domain="author" nicename="cap-br">br</category>'
    )
    draft = read_one(wxr(authors, post(extra=filed)))
    assert [person.name for person in draft.authors] == ["Ada Meier", "Ben Rossi"]


def test_pages_menus_and_attachments_are_passed_over_and_told_once():
    found = read_file(wxr(*(post(n, post_type="page") for n in (1, 2)), post(3),
                          post(4, post_type="nav_menu_item")), "site.xml")  # fmt: skip
    assert [draft.title for draft in found.drafts] == ["Title 3"]
    (told,) = found.noted
    assert told.reason == (
        "holds what is no article and was passed over: menu entries (1), pages (2)"
    )
    assert told.subject.startswith("site.xml, items 1 to 4 (byte ")


def test_translations_of_wpml_are_found_by_their_group():
    def meta(language: str) -> str:
        pairs = {"_wpml_import_language_code": language, "_wpml_import_translation_group": "g1"}
        return f"<link>https://n.example.org/{language}/x</link>" + "".join(
            f"<wp:postmeta><wp:meta_key>{key}</wp:meta_key><wp:meta_value>{value}</wp:meta_value>"
            "</wp:postmeta>"
            for key, value in pairs.items()
        )

    found = read_file(wxr(post(1, extra=meta("en")), post(2, extra=meta("pt-br"))))
    assert [draft.language for draft in found.drafts] == ["en", "pt-BR"]
    assert [draft.translations[0].url for draft in found.drafts] == [
        "https://n.example.org/pt-br/x", "https://n.example.org/en/x",
    ]  # fmt: skip


def test_a_draft_is_nobodys_translation():
    terms = ('<category domain="post_translations" nicename="g">g</category>'
             "<link>https://n.example.org/x</link>")  # fmt: skip
    group = (
        "<wp:term><wp:term_taxonomy>post_translations</wp:term_taxonomy><wp:term_slug>g"
        '</wp:term_slug><wp:term_description>a:2:{s:2:"en";i:1;s:2:"de";i:2;}'
        "</wp:term_description></wp:term>"
    )
    found = read_file(wxr(group, post(1, extra=terms), post(2, extra=terms, status="draft")))
    first, second = found.drafts
    assert first.translations == ()
    assert [one.language for one in second.translations] == ["en"] or second.translations == ()


def test_an_address_of_the_house_is_no_address_and_the_guid_stays():
    draft = read_one(wxr(post(extra="<link>http://localhost/?p=1</link>")))
    assert (draft.url, draft.guid) == (None, "https://n.example.org/?p=1")


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("One\n\nTwo", "<p>One</p><p>Two</p>"),
        ("One\r\nline", "<p>One<br>\nline</p>"),
        ("<!-- wp:paragraph --><p>One</p><!-- /wp:paragraph -->", "<p>One</p>"),
        ("<h2>Head</h2>\nText", "<h2>Head</h2><p>Text</p>"),
        ("See [sic] and [AFP] and [a b]", "<p>See [sic] and [AFP] and [a b]</p>"),
        ('A [gallery ids="1,2"] B', "<p>A  B</p>"),
        ("[contact_form]", None),
        ("[dropcap]M[/dropcap]ore", "<p>More</p>"),
        ('[vc_row css="x"]Text[/vc_row]', "<p>Text</p>"),
        ("[embed]https://v.example/1[/embed]",
         '<p><a href="https://v.example/1">https://v.example/1</a></p>'),
        ('[caption width="9"]<img src="a.jpg" /> Words[/caption]',
         '<figure><img src="a.jpg" /><figcaption>Words</figcaption></figure>'),
        ('[caption caption="Said"]<img src="a.jpg" />[/caption]',
         '<figure><img src="a.jpg" /><figcaption>Said</figcaption></figure>'),
        ("<pre>a\n\nb</pre>", "<pre>a\n\nb</pre>"),
    ],
)  # fmt: skip
def test_a_posts_text_becomes_html_without_shortcodes(written, html):
    made = as_html(written)
    assert (made and made.replace("\n\n", "") if "pre" not in written else made) == html


def test_a_hostile_run_of_brackets_takes_no_time():
    assert as_html("[a" * 50_000) is not None
    assert as_html("[caption " * 5_000) is not None
