"""The pictures of a page, whatever a script would do to show them; and what is said of them."""

from __future__ import annotations

import pytest
from tests.unit.extract.page_documents import TEXT, article, make_document, make_source

from swifeeds.extract import extract_article

SITE = "https://harbour.example"
LEAD = "<figure><img src='/lead.jpg' width='800'></figure>"


def draft_of(body, *, head=""):
    return extract_article(make_document(article(body, head=head)), make_source()).drafts[0]


@pytest.mark.parametrize(
    ("image", "shown"),
    [
        ("<img src='data:image/gif;base64,R0' data-src='/boats.jpg'>", "boats.jpg"),
        ("<img src='/loading.gif' data-lazy-src='/boats.jpg' loading='lazy'>", "boats.jpg"),
        ("<img src='/placeholder.png' data-original='/boats.jpg'>", "boats.jpg"),
        ("<img data-srcset='/s.jpg 300w, /m.jpg 1200w, /x.jpg 6000w'>", "m.jpg"),
        ("<img srcset='/x1.jpg 1x, /x2.jpg 2x'>", "x2.jpg"),
        ("<picture><source srcset='/b.webp 9w'><img src='/boats.jpg'></picture>", "boats.jpg"),
        ("<div class='lazy'></div><noscript><img src='/boats.jpg'></noscript>", "boats.jpg"),
    ],
)
def test_a_lazy_picture_is_the_one_that_a_reader_would_see(image, shown):
    figure = f"<figure>{image}</figure>"
    assert [one.url for one in draft_of(figure + TEXT).media] == [f"{SITE}/{shown}"]
    assert f'<figure><img src="{SITE}/{shown}"' in draft_of(LEAD + TEXT + figure + TEXT).content


@pytest.mark.parametrize("name", ["loading.gif", "transparent.png", "logo.svg", "spacer.gif"])
def test_what_stands_for_a_picture_is_none(name):
    assert draft_of(f"<figure><img src='/{name}'></figure>{TEXT}").media == ()


def test_caption_and_credit_are_apart():
    caption = "<figcaption>The quay at dawn <span class='credit'>Ann Author/Reuters</span>"
    (picture,) = draft_of(
        f"<figure><img src='/a.jpg' alt='A quay'>{caption}</figcaption></figure>{TEXT}"
    ).media
    assert (picture.alt, picture.caption, picture.credit) == (
        "A quay",
        "The quay at dawn",
        "Ann Author/Reuters",
    )


def test_addresses_are_those_of_the_page_s_base():
    head = "<base href='https://files.example/2009/'>"
    link = "<p>The office wrote <a href='report.pdf'>a report</a> about the boats and crews.</p>"
    draft = draft_of(f"<figure><img src='a.jpg'></figure>{TEXT}{link}{TEXT}", head=head)
    assert [one.url for one in draft.media] == ["https://files.example/2009/a.jpg"]
    assert 'href="https://files.example/2009/report.pdf"' in draft.content
