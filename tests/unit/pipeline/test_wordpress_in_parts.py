"""An export of WordPress in portions and in files: the same articles as in one piece."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.extract.archives.archive_files import NOW, make_source, read_file
from tests.unit.extract.archives.wordpress import SITE, attachment, export, group, post

from swifeeds.collect.register import Register
from swifeeds.extract.archives import cut, cutting, read_portion, survey_portion
from swifeeds.model import ArchiveFormat, Draft, Extraction, Portion
from swifeeds.model.companion import MOST_TOGETHER

WXR = ArchiveFormat.WXR
LANGUAGES = ("en", "de", "pt-br")
SMALL = st.integers(0, 9)
"""Numbers that collide: of pictures with articles, and with each other."""

NAMED = st.one_of(st.none(), SMALL)
GROUPS = st.sampled_from([None, None, "a", "b"])
HEAD = group("a", [("en", 1), ("de", 2)]) + group("b", [("en", 3), ("de", 3), ("pt", 4)])


@st.composite
def posts(draw) -> str:
    shown = draw(st.lists(SMALL, max_size=3))
    gallery = f'A [gallery ids="{",".join(map(str, shown))}"] B' if shown else "A text"
    return post(
        draw(SMALL), text=gallery, thumbnail=draw(NAMED), polylang=draw(GROUPS), wpml=draw(GROUPS),
        language=draw(st.sampled_from((None, *LANGUAGES))),
        status=draw(st.sampled_from(["publish", "publish", "draft"])),
    )  # fmt: skip


@st.composite
def pictures(draw) -> str:
    number = draw(SMALL)
    address = st.sampled_from([None, None, f"{SITE}/same.jpg", "javascript:alert(1)", "/x.pdf"])
    return attachment(
        number, url=draw(address), parent=draw(SMALL), caption=draw(st.sampled_from(["", "C"])),
        credit=draw(st.sampled_from([None, f"Photo {number}"])),
        status=draw(st.sampled_from(["inherit", "inherit", "private"])),
    )  # fmt: skip


@dataclass(frozen=True)
class Cuts:
    """Where the items are cut: into files, and how many make a portion in each look."""

    files: Sequence[int]
    surveyed: int
    read: int


CUTS = st.builds(
    Cuts, files=st.lists(st.integers(0, 12), max_size=3).map(sorted),
    surveyed=st.integers(1, 5), read=st.integers(1, 5),
)  # fmt: skip


def portions(body: bytes, most: int) -> Iterator[Portion]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(cutting, "MOST_ITEMS", most)
        yield from list(cut((body,), WXR, lean=True))


def files_of(items: Sequence[str], places: Sequence[int]) -> list[bytes]:
    """As WordPress splits an export: the same head before each part."""
    bounds = [0, *(min(place, len(items)) for place in places), len(items)]
    parts = [items[start:stop] for start, stop in pairwise(bounds)]
    return [export(*part, head=HEAD) for part in parts if part]


def imported(files: Sequence[bytes], register: Register, cuts: Cuts) -> Extraction:
    """As an import takes them in: all are surveyed, then each is read."""
    told = {"name": "e", "retrieved": NOW}
    for name, body in enumerate(files):
        for portion in portions(body, cuts.surveyed):
            survey = survey_portion(portion, make_source(), WXR, **told)
            register.keep(str(name), portion, survey)
    return Extraction.joined(
        read_portion(portion, make_source(), WXR, **told, needed=register.of(str(name), portion))
        for name, body in enumerate(files)
        for portion in portions(body, cuts.read)
        if not portion.is_head
    )


def drafts_of(*files: bytes, largest: int = 2**24, most: int = 1) -> tuple[Draft, ...]:
    with Register(largest) as register:
        found = imported(files, register, Cuts(files=(), surveyed=most, read=most))
    assert found.rejects == ()
    return found.drafts


@settings(deadline=None, max_examples=60)
@given(st.lists(st.one_of(posts(), pictures()), min_size=1, max_size=12), CUTS)
def test_any_cut_gives_the_articles_of_the_whole(items, cuts):
    whole = read_file(export(*items, head=HEAD))
    with Register(2**24) as register:
        found = imported(files_of(items, cuts.files), register, cuts)
    assert found.drafts == whole.drafts
    assert found.rejects == whole.rejects == ()


def test_pictures_come_in_their_order_with_what_is_said_of_them():
    said = {"caption": "The lake", "alt": "Water", "credit": "Ada Meier"}
    first = export(post(1, thumbnail=7, text='A [gallery ids="9,8"] B'))
    second = export(
        attachment(6, parent=1), attachment(7, **said), attachment(8), attachment(9, parent=1)
    )
    (draft,) = drafts_of(first, second)
    assert [one.url for one in draft.media] == [f"{SITE}/p/{number}.jpg" for number in (7, 9, 8, 6)]
    shown = draft.media[0]
    assert {"caption": shown.caption, "alt": shown.alt, "credit": shown.credit} == said


@pytest.mark.parametrize("group_of", [{"polylang": "g"}, {"wpml": "12"}])
def test_translations_are_linked_whichever_files_they_stand_in(group_of):
    files = [
        export(post(number, language=language, **group_of))
        for number, language in enumerate(LANGUAGES, 1)
    ]
    for at, draft in enumerate(drafts_of(*files)):
        others = [number for number in range(len(LANGUAGES)) if number != at]
        assert [one.url for one in draft.translations] == [f"{SITE}/{one + 1}" for one in others]
        assert [one.language.lower() for one in draft.translations] == [
            LANGUAGES[one] for one in others
        ]


def test_exports_of_different_sites_do_not_know_each_other():
    other = export(attachment(7)).replace(SITE.encode(), b"https://other.example")
    (draft,) = drafts_of(export(post(1, thumbnail=7)), other)
    assert draft.media == ()


@pytest.mark.parametrize("number", ["9" * 400, "-1", "0", "٣", "1e9", "' or 1=1", "", "9" * 18])
def test_a_number_that_is_none_links_nothing_and_costs_nothing(number):
    files = export(post(number, thumbnail=number)), export(attachment(number, parent=number))
    (draft,) = drafts_of(*files)
    assert bool(draft.media) is (number == "9" * 18)


def test_what_names_itself_or_goes_round_ends():
    items = [post(1, thumbnail=1, polylang="a"),
             post(2, thumbnail=1, polylang="a", language="de"),
             attachment(3, parent=4), attachment(4, parent=3), attachment(5, parent=5)]  # fmt: skip
    drafts = drafts_of(*(export(item, head=HEAD) for item in items))
    assert [draft.media for draft in drafts] == [(), ()]
    assert [one.url for draft in drafts for one in draft.translations] == [f"{SITE}/2", f"{SITE}/1"]


@pytest.mark.parametrize("url", [
    "javascript:alert(1)", "data:image/png;base64,AAAA", "file:///etc/passwd", "//", "\x01",
    "http://127.0.0.1/x.jpg", f'{SITE}/x.jpg" onerror="x',
])  # fmt: skip
def test_no_address_leads_anywhere_but_to_a_public_picture(url):
    file = export(attachment(7, url=url.replace("\x01", ""), parent=1))
    drafts = drafts_of(export(post(1, thumbnail=7)), file)
    assert [one.url for one in drafts[0].media if not one.url.startswith(SITE)] == []
    assert all('"' not in one.url for one in drafts[0].media)


def test_of_two_items_with_one_number_the_later_one_holds():
    files = [export(post(1, thumbnail=7)), export(attachment(7, url=f"{SITE}/old.jpg", parent=1)),
             export(attachment(7, url=f"{SITE}/new.jpg"))]  # fmt: skip
    (draft,) = drafts_of(*files)
    assert [one.url for one in draft.media] == [f"{SITE}/new.jpg"]


def test_an_article_shows_so_many_pictures_and_no_more():
    hanging = export(*(attachment(number, parent=1) for number in range(10, 400)))
    (draft,) = drafts_of(export(post(1)), hanging, most=200)
    assert len(draft.media) == MOST_TOGETHER


def test_a_picture_that_no_file_holds_is_told_once_for_a_portion():
    with Register() as register:
        files = [export(post(1, thumbnail=7), post(2, thumbnail=8))]
        found = imported(files, register, Cuts(files=(), surveyed=5, read=5))
    assert [one.reason for one in found.noted] == [
        "names what stands in no file that was read with it: featured pictures (2)"
    ]


def test_what_has_no_room_is_left_out_and_known_to_be():
    many = export(*(attachment(number, caption="C" * 900) for number in range(1, 1000)))
    with Register(2**18) as register:
        found = imported([export(post(1, thumbnail=3)), many], register, Cuts((), 50, 50))
        assert [register.has_left_out(name) for name in ("0", "1")] == [False, True]
    assert [one.url for one in found.drafts[0].media] == [f"{SITE}/p/3.jpg"]


def test_what_one_portion_is_told_is_bounded():
    shown = [
        export(
            *(attachment(n, parent=at, caption="C" * 1900) for n in range(at * 60, at * 60 + 59))
        )
        for at in range(1, 120)
    ]
    with Register() as register:
        portion = export(*(post(number) for number in range(1, 120)))
        imported([*shown, portion], register, Cuts((), 200, 200))
        assert register.has_left_out(str(len(shown)))
