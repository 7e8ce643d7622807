"""When an article was published, where its page says so to people alone."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.unit.extract.page_documents import RETRIEVED, TEXT, article, make_document, make_source

from swifeeds.extract import extract_article

PERSIAN = "<p>خدمه روز دوشنبه کار خود را متوقف کردند و هزاران مسافر در اسکله ماندند.</p>"
DAY = datetime(2009, 5, 19, 10, tzinfo=UTC)


def read(html: str, **changes):
    return extract_article(make_document(html), make_source(**changes)).drafts[0]


@pytest.mark.parametrize(
    "line",
    [
        "May 19, 2009",
        "Harbour, 19 May 2009",
        "19 May 2009 | Region",
        "19.05.2009",
    ],
)
def test_a_line_that_is_a_date_alone_is_believed(line):
    draft = read(article(f"<p>{line}</p>{TEXT}"))
    assert (draft.published, draft.dating.read_from) == (DAY, "phrase")


def test_a_sentence_that_names_a_day_is_not():
    assert read(article(f"<p>The strike began on 19 May 2009 at dawn.</p>{TEXT}")).published is None


def test_the_day_of_the_visit_in_a_masthead_is_no_date_of_the_article():
    today = f"{RETRIEVED:%A, %B %d, %Y}"
    assert read(article(f"<p>{today}</p>{TEXT}")).published is None
    assert read(article(f"<p>{today}</p>{TEXT}<p>May 19, 2009</p>")).published == DAY


def test_the_day_of_publication_goes_before_that_of_the_last_change():
    lines = "<p>Last updated: May 21, 2009</p><p>May 19, 2009</p>"
    draft = read(article(lines + TEXT))
    assert (draft.published, draft.updated.day) == (DAY, 21)


def test_it_does_so_among_the_elements_that_are_named_dates():
    lines = (
        '<div class="date">Uppdaterad 21 maj 2009</div><div class="date">Publicerad 19 maj 2009'
        "</div>"
    )
    html = article(lines + TEXT).replace("lang='en'", "lang='sv'")
    assert read(html, language="sv").published == DAY


def test_a_page_that_only_tells_of_a_change_was_published_by_then():
    assert read(article(f"<p>Last updated: May 19, 2009</p>{TEXT}")).published == DAY


def test_the_dates_of_broken_json_are_read():
    script = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "The "good" boats"'
        ', "datePublished": "2009-05-19T12:00:00+02:00", "dateModified": "2009-05-20"}</script>'
    )
    draft = read(article(TEXT, head=script))
    assert (draft.published, draft.dating.read_from) == (DAY, "json-ld")


def test_a_day_in_the_address_of_another_article_supports_no_guess():
    link = '<p><a href="https://harbour.example/2009/05/19/old-boats.html">Old boats</a></p>'
    assert read(article(TEXT + link)).published is None


@pytest.mark.parametrize(
    ("language", "line", "published"),
    [
        ("pl", "Opublikowano: 19 maja 2009, 12:00", DAY),
        ("nl", "Gepubliceerd op dinsdag 19 mei 2009 om 12.00 uur", DAY),
        ("fi", "Julkaistu 19.5.2009 klo 12.00", DAY),
        ("cs", "Publikováno 19. května 2009 v 12:00", DAY),
        ("tr", "Yayınlanma: 19 Mayıs 2009 12:00", DAY),
        ("uk", "Опубліковано 19 травня 2009 р. о 12:00", DAY),
        ("el", "Δημοσιεύτηκε: 19 Μαΐου 2009, 12:00", DAY),
        ("ko", "입력 2009.05.19 12:00", DAY),
        ("hu", "Közzétéve: 2009. május 19. 12:00", DAY),
        ("fa", "۲۹ اردیبهشت ۱۳۸۸ ساعت ۱۲:۰۰", DAY),
    ],
)
def test_languages_without_a_catalog_are_read_as_well(language, line, published):
    text = PERSIAN if language == "fa" else TEXT
    html = article(f"<p>{line}</p>{text}").replace("lang='en'", f"lang='{language}'")
    draft = read(html, language=language)
    assert (draft.published, draft.dating.precision) == (published, "minute")


@pytest.mark.parametrize(
    "line",
    [
        "<div class='today'>Tuesday, May 19, 2009</div>",
        "<div id='masthead'><p>May 19, 2009</p></div>",
        "<div class='comment-meta'>Ann, 19.05.2009 12:01</div>",
        "<dl><dt>Effective date</dt><dd>May 19, 2009</dd></dl>",
        "<ul><li><a href='/2'>May 19, 2009</a></li></ul>",
    ],
)
def test_the_day_of_something_else_is_not_the_article_s(line):
    assert read(article(line + TEXT)).published is None


@pytest.mark.parametrize(
    "line",
    [
        "<div class='has-left-sidebar'><p>May 19, 2009</p></div>",
        "<dl><dt>Published</dt><dd>May 19, 2009</dd></dl>",
        "<dl><dt>Datum:</dt><dd>19.05.2009</dd></dl>",
        "<footer class='submitted'>May 19, 2009</footer>",
    ],
)
def test_the_article_s_own_day_is_whatever_is_around_it(line):
    assert read(article(line + TEXT)).published == DAY


REST = (
    " the crews of the night boats went back to work after two days, as the office of the harbour"
    " announced on its quays."
)


@pytest.mark.parametrize(
    ("language", "opening"),
    [
        ("en", "GENEVA, May 19, 2009 –"),
        ("en", "GENEVA, May 19, 2009 /PRNewswire/ --"),
        ("en", "HARBOUR (May 19, 2009) —"),
        ("de", "(19. Mai 2009)"),
        ("de", "Genf, 19. Mai 2009 –"),
        ("fr", "Genève, le 19 mai 2009 –"),
        ("it", "Ginevra, 19 maggio 2009 –"),
        ("es", "Ginebra, 19 de mayo de 2009 (EFE) –"),
        ("pt", "Genebra, 19 de maio de 2009 –"),
        ("ru", "ЖЕНЕВА, 19 мая 2009 г. /ТАСС/ –"),
        ("ar", "جنيف، 19 مايو 2009 –"),
        ("zh", "日内瓦2009年5月19日（新华社）—"),
    ],
)
def test_the_dateline_that_opens_the_text_is_read(language, opening):
    html = article(f"<p>{opening}{REST}</p>{TEXT}").replace("lang='en'", f"lang='{language}'")
    draft = read(html, language=language)
    assert (draft.published, draft.dating.read_from, draft.dating.precision) == (
        DAY,
        "phrase",
        "day",
    )


def test_the_span_of_a_life_is_no_dateline():
    opening = f"<p>(May 2, 1953 – March 3, 2008){REST}</p>"
    assert read(article(opening + TEXT)).published is None


def test_a_guess_is_not_supported_by_when_something_was_changed():
    script = '<script>var x = {"mod_date": "2009-05-19 13:14:26"}</script>'
    assert read(article(TEXT, head=script)).published is None


@pytest.mark.parametrize(
    ("lang", "locale", "host", "source", "day"),
    [
        ("en", "en_GB", "harbour.example", "en", (6, 5)),
        ("en", "en_US", "harbour.example", "en", (5, 6)),
        ("en", "en_US", "harbour.co.uk", "en", (6, 5)),
        ("en-GB", "", "harbour.example", "en", (6, 5)),
        ("en", "", "harbour.example", "en-GB", (6, 5)),
        ("en", "", "harbour.example", "en", (5, 6)),
    ],
)
def test_day_and_month_stand_as_the_region_writes_them(lang, locale, host, source, day):
    head = f'<meta property="og:locale" content="{locale}">' if locale else ""
    html = article(f"<p class='date'>05/06/2009</p>{TEXT}", head=head)
    url = f"https://{host}/881"
    document = make_document(html.replace("lang='en'", f"lang='{lang}'"), url=url, final_url=url)
    draft = extract_article(document, make_source(language=source)).drafts[0]
    assert (draft.published.month, draft.published.day) == day
    assert (draft.dating.precision, draft.dating.zone) == ("day", "Europe/Zurich")


def test_a_zone_that_the_page_states_is_not_the_source_s():
    stated = "<time datetime='2009-05-19T15:45:00+02:00'></time>"
    bare = "<time datetime='2009-05-19T15:45'></time>"
    assert read(article(stated + TEXT)).dating.zone is None
    assert read(article(bare + TEXT)).dating.zone == "Europe/Zurich"
