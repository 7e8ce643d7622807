"""Filing under the site's sections, dates that cannot be, and fingerprints."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from swifeeds.identify import file_under, fingerprint, make_plausible
from swifeeds.model import Draft, Section, Source, SourceId, SourceKind

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
SECTIONS = (
    Section(id="world", titles=(("en", "World"), ("de", "Welt")), match=("International",)),
    Section(id="science", titles=(("en", "Science"),)),
)
SOURCE = Source(
    id=SourceId("s"), kind=SourceKind.FEED, url="https://n.example/rss", language="en",
    title="S", section="science",
)  # fmt: skip


def draft(**fields) -> Draft:
    return Draft(source_id=SourceId("s"), retrieved=NOW, language="en", title="T", **fields)


def test_the_sources_own_category_decides_the_section():
    filed = file_under(draft(section="INTERNATIONAL", keywords=("Lakes",)), SOURCE, SECTIONS)
    assert (filed.section, filed.keywords) == ("world", ("Lakes",))


def test_a_section_is_known_by_its_title_in_any_language():
    assert file_under(draft(section="Welt"), SOURCE, SECTIONS).section == "world"


def test_an_unknown_category_becomes_a_keyword_and_the_sources_section_stands_in():
    filed = file_under(draft(section="Lakes"), SOURCE, SECTIONS)
    assert (filed.section, filed.keywords) == ("science", ("Lakes",))


def test_a_future_date_is_set_to_the_time_of_retrieval_and_told():
    mended, remarks = make_plausible(draft(published=NOW + timedelta(days=3)))
    assert mended.published == NOW
    assert "in the future" in remarks[0]


def test_a_declared_embargo_keeps_its_future_date():
    later = NOW + timedelta(days=3)
    kept, remarks = make_plausible(draft(published=later, embargoed_until=later))
    assert (kept.published, remarks) == (later, ())


def test_a_date_after_the_end_of_its_embargo_is_that_end():
    end = NOW + timedelta(days=3)
    mended, remarks = make_plausible(
        draft(published=end + timedelta(hours=12), embargoed_until=end)
    )
    assert mended.published == end
    assert "set to the end of its embargo" in remarks[0]


def test_an_article_under_embargo_without_a_date_is_published_with_its_end():
    end = NOW + timedelta(days=3)
    mended, remarks = make_plausible(draft(embargoed_until=end))
    assert (mended.published, remarks) == (end, ())
    assert make_plausible(draft(embargoed_until=NOW - timedelta(days=3)))[0].published is None


def test_an_embargo_that_has_passed_explains_no_date_in_the_future():
    later = NOW + timedelta(days=3)
    passed = draft(published=later, embargoed_until=NOW - timedelta(days=1))
    assert make_plausible(passed)[0].published == NOW


def test_a_date_older_than_newspapers_is_left_out():
    mended, remarks = make_plausible(draft(published=datetime(1, 1, 1, tzinfo=UTC)))
    assert mended.published is None
    assert remarks


@given(st.datetimes(timezones=st.just(UTC)), st.datetimes(timezones=st.just(UTC)))
def test_no_plausible_date_lies_in_the_future(published, updated):
    mended, _ = make_plausible(draft(published=published, updated=updated))
    soon = NOW + timedelta(minutes=5)
    assert mended.published is None or mended.published <= soon
    assert mended.updated is None or mended.updated <= soon


@given(st.datetimes(timezones=st.just(UTC)), st.none() | st.datetimes(timezones=st.just(UTC)))
def test_nothing_is_shown_before_its_date(end, published):
    mended, _ = make_plausible(draft(published=published, embargoed_until=end))
    shown = max(NOW, end) + timedelta(minutes=5)
    assert mended.published is None or mended.published <= shown


def test_copies_that_differ_in_markup_alone_have_one_fingerprint():
    one = fingerprint(draft(content="<p>The lake &amp; the “river”.</p>"))
    other = fingerprint(draft(content='<div><p>the LAKE & the "river"</p></div>'))
    assert one == other
    assert one != fingerprint(draft(content="<p>The lake and the river.</p>"))
