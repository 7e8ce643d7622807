from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from lxml import html
from tests.http import sample
from tests.http.sample import BASE, LANGUAGES, PUBLICATION, locales, pages

from swifeeds.emit.html import (
    Catalogue,
    Message,
    render_article,
    render_catalogue,
    render_list,
    render_message,
    render_namespace,
)
from swifeeds.emit.html_timeline import machine_date, reasons
from swifeeds.model import (
    ArticleId,
    Direction,
    EntrySource,
    Evidence,
    FeedKey,
    Media,
    Membership,
    Precision,
    Rung,
    Scope,
    Section,
    StoryId,
)

HOSTILE = '<script>alert("1")</script> & "quoted" \'<b>\' </title>'


def catalogue_page(language: str, catalogue: Catalogue | None = None):
    return render_catalogue(
        pages(),
        catalogue or sample.catalogue(language),
        publication=PUBLICATION,
        locale=locales()[language],
    )


def list_pages(feed, memberships=None, published=()):
    return render_list(
        pages(),
        feed,
        publication=PUBLICATION,
        locale=locales()[feed.language],
        memberships=memberships or {},
        published=published,
    )


def list_page(feed, memberships=None):
    return list_pages(feed, memberships)[0]


def article_page(entry, language: str = "en"):
    return render_article(pages(), entry, publication=PUBLICATION, locale=locales()[language])


def tree(page):
    return html.document_fromstring(page.body.decode())


def words(page) -> str:
    return " ".join(tree(page).find("body").text_content().split())


def every_page(language: str):
    yield catalogue_page(language)
    yield list_page(sample.story_feed(language), sample.memberships(language))
    yield article_page(sample.entry_of(language), language)
    yield render_message(
        pages(), Message(title="x"), publication=PUBLICATION, locale=locales()[language]
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_says_its_language_and_has_one_heading(language):
    for page in every_page(language):
        document = tree(page)
        assert page.media_type == "text/html; charset=utf-8"
        assert page.language == document.get("lang") == language
        assert document.get("dir") == ("rtl" if language == "ar" else "ltr")
        assert len(document.findall(".//h1")) == 1
        assert len(document.findall(".//main")) == 1
        assert document.xpath("//a[@class='skip']/@href") == ["#main"]


def test_the_same_input_gives_the_same_bytes():
    assert list(every_page("de")) == list(every_page("de"))


def test_a_page_loads_nothing_from_anybody_else_and_runs_nothing():
    for page in every_page("en"):
        document = tree(page)
        scripts = document.xpath("//script[not(@type='application/ld+json')]/@src")
        assert [address.partition("?")[0] for address in scripts] == ["/assets/site.js"]
        assert not document.xpath("//@style | //style | //@onclick")
        loaded = document.xpath("//link[@rel='stylesheet' or @rel='icon']/@href | //img/@src")
        assert all(address.startswith("/assets/") for address in loaded)


def test_addresses_inside_the_site_name_no_host():
    for page in every_page("en"):
        links = tree(page).xpath("//body//a/@href")
        assert links
        assert not [address for address in links if address.startswith(BASE)]


def test_a_site_below_a_path_links_below_it():
    base = "https://example.org/news"
    publication = replace(PUBLICATION, base_url=base)
    line = replace(sample.catalogue("en").stories[0], url=f"{base}/en/stories/x/")
    page = render_catalogue(
        pages(),
        replace(sample.catalogue("en"), stories=(line,)),
        publication=publication,
        locale=locales()["en"],
    )
    assert page.path == "/en/"
    links = tree(page).xpath("//h3/a/@href | //link[@rel='stylesheet']/@href")
    assert all(address.startswith("/news/") for address in links)
    assert f"{base}/en/stories/x/" not in words(page)


def test_a_page_stands_where_its_feed_says():
    assert catalogue_page("de").path == "/de/"
    assert list_page(sample.story_feed("de")).path == "/de/stories/caucasus-talks/"
    assert article_page(sample.entry_of("en")).path == "/en/articles/en0/"


def test_feeds_are_discovered_by_title_own_language_first_and_without_hreflang():
    found = tree(list_page(sample.story_feed("de"))).xpath(
        "//head/link[@rel='alternate' and @type]"
    )
    assert [link.get("type") for link in found[:3]] == [
        "application/rss+xml",
        "application/atom+xml",
        "application/feed+json",
    ]
    assert found[0].get("title") == "Kaukasus-Gespräche (Deutsch)"
    assert found[3].get("title") == "Caucasus talks (English)"
    assert len(found) == 3 + 9
    assert not [link for link in found if link.get("hreflang")]


def test_the_switch_names_languages_as_their_readers_do():
    links = tree(catalogue_page("de")).xpath("//nav[@class='languages']//a")
    assert [link.get("lang") for link in links] == list(LANGUAGES)
    arabic = links[LANGUAGES.index("ar")]
    assert (arabic.text, arabic.get("dir"), arabic.get("hreflang")) == ("العربية", "rtl", "ar")
    assert [link.text for link in links if link.get("aria-current")] == ["Deutsch"]


def test_the_link_header_tells_machines_the_same():
    links = list_page(sample.story_feed("de")).links
    place = f"{BASE}/de/stories/caucasus-talks/"
    assert links[0] == f'<{place}feed.rss>; rel="alternate"; type="application/rss+xml"'
    assert [link for link in links if 'hreflang="ja"' in link and "/ja/stories/" in link]
    assert not [link for link in links if 'hreflang="de"' in link]


def test_an_address_that_no_header_can_carry_is_left_out_of_it():
    entry = sample.entry_of("en")
    odd = replace(entry.translations[0], url="https://x.example/ä>;\r\nSet-Cookie: a")
    page = article_page(replace(entry, translations=(odd,)))
    assert not [link for link in page.links if "Set-Cookie" in link or "x.example" in link]


def test_a_story_unfolds_day_by_day_and_other_lists_show_the_newest_first():
    feed = sample.story_feed("en")
    story = tree(list_page(feed)).xpath("//time/@datetime")
    assert story == sorted(story)
    section = replace(feed, key=FeedKey(scope=Scope.SECTION, key="world", language="en"))
    latest = tree(list_page(section)).xpath("//time/@datetime")
    assert latest == sorted(latest, reverse=True)


def test_a_date_known_to_the_day_shows_no_time():
    feed = sample.story_feed("en", count=2)
    clocks = tree(list_page(feed)).xpath("//p[@class='clock']")
    assert [bool(clock.text_content().strip()) for clock in clocks] == [True, False]
    noon = feed.entries[0].published
    assert machine_date(noon, Precision.DAY, "Europe/Zurich") == "2009-05-20"
    assert machine_date(noon, Precision.MINUTE, "Europe/Zurich") == "2009-05-20T06:45:00Z"


def test_a_long_story_counts_all_of_its_articles():
    text = locales()["en"].plural("%(count)s article", "%(count)s articles", 300, count="300")
    published = [sample.NOW] * 300
    assert text in words(list_pages(sample.story_feed("en"), published=published)[0])


def test_why_here_shows_rung_and_evidence_of_this_story_alone():
    article = ArticleId("en0")

    def member(story: str, rung: Rung, *evidence: Evidence) -> Membership:
        return Membership(
            story_id=StoryId(story),
            article_id=article,
            rung=rung,
            evidence=evidence,
            by="rule",
            added=sample.NOW,
        )

    feed = sample.story_feed("en", count=1)
    word = Evidence(kind="word", detail="Abkhazia")
    other = Evidence(kind="word", detail="Elsewhere")
    found = {
        article: (
            member("caucasus-talks", Rung.RULE, word, Evidence(kind="new-kind", detail="?")),
            member("other", Rung.EDITOR, other),
        )
    }
    [why] = tree(list_page(feed, found)).xpath("//details[@class='why']")
    text = " ".join(why.text_content().split())
    locale = locales()["en"]
    assert locale.text_in("reason", "matches the rule of the story") in text
    assert locale.text_in("evidence", "word: %(detail)s", detail="Abkhazia") in text
    assert "Elsewhere" not in text
    assert "?" not in text.replace(locale.text("Why here?"), "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_rung_that_is_shown_is_worded(language):
    ((some,), *_) = sample.memberships(language).values()
    members = [replace(some, rung=rung) for rung in reversed(Rung)]
    worded = [one.phrase for one in reasons(members, sample.locales()[language])]
    assert len(set(worded)) == len(worded) == len(Rung) - 1
    if language != "en":
        assert not set(worded) & {one.phrase for one in reasons(members, sample.locales()["en"])}


def test_an_empty_site_says_so():
    empty = Catalogue(stories=(), sections=(), sources=(), languages=("en",))
    page = catalogue_page("en", empty)
    assert locales()["en"].text("There are no stories yet.") in words(page)
    assert locales()["en"].text("There are no articles in this language yet.") in words(page)
    feed = replace(sample.story_feed("en"), entries=())
    assert locales()["en"].text("There are no articles in this language yet.") in words(
        list_page(feed)
    )


def test_text_of_strangers_is_never_markup():
    entry = replace(
        sample.entry_of("en"), title=HOSTILE, summary=HOSTILE, content=None, credit_text=HOSTILE
    )
    feed = replace(sample.story_feed("en"), title=HOSTILE, entries=(entry,))
    line = replace(sample.catalogue("en").stories[0], title=HOSTILE, newest_title=HOSTILE)
    for page in (
        list_page(feed),
        article_page(entry),
        catalogue_page("en", replace(sample.catalogue("en"), stories=(line,))),
    ):
        assert b"<script>" not in page.body
        assert "alert" in words(page)
        for data in tree(page).xpath("//script/text()"):
            json.loads(data)


def test_an_article_in_another_language_keeps_its_own_direction():
    entry = replace(sample.entry_of("ar"), direction=Direction.RTL)
    feed = replace(sample.story_feed("en"), entries=(entry,))
    [headline] = tree(list_page(feed)).xpath("//h4")
    assert (headline.get("lang"), headline.get("dir")) == ("ar", "rtl")


def test_an_article_shows_its_finished_content_and_its_lead_once():
    entry = sample.entry_of("en")
    page = article_page(entry)
    assert entry.content is not None
    assert entry.content.encode() in page.body
    assert not tree(page).xpath("//p[@class='lead']")
    other = article_page(replace(entry, content="<p>Text.</p>"))
    assert tree(other).xpath("//p[@class='lead']/text()") == [entry.summary]


def test_a_section_is_headed_by_its_bare_name_and_titled_with_the_sites():
    feed = replace(
        sample.story_feed("de"),
        key=FeedKey(scope=Scope.SECTION, key="world", language="de"),
        title="Welt – Nachrichten",
    )
    world = Section(id="world", titles=(("en", "World"), ("de", "Welt")))
    site = replace(PUBLICATION, sections=(world,))
    [page] = render_list(pages(), feed, publication=site, locale=locales()["de"], memberships={})
    page = tree(page)
    assert page.xpath("//h1//text()") == ["Welt"]
    assert page.find("head/title").text.startswith("Welt – Nachrichten")


def test_an_article_tells_its_facts_below_its_headline():
    entry = replace(sample.entry_of("en"), trust=(("JTI", "https://jti.example/7"),),
                    trust_text="In line", contributions_text="Closed.")  # fmt: skip
    head = tree(article_page(entry)).xpath("//header[@class='head']")[0]
    assert "Published on" in head.text_content()
    assert "Closed." in head.text_content()
    assert head.xpath(".//a/@href") == ["https://jti.example/7"]


def test_machines_read_the_article_as_schema_org():
    entry = sample.entry_of("en")
    [script] = tree(article_page(entry)).xpath("//script/text()")
    data = json.loads(script)
    assert (data["@type"], data["headline"], data["@id"]) == ("NewsArticle", entry.title, entry.id)
    assert data["datePublished"] == "2009-05-19T13:45:00Z"
    assert len(data["workTranslation"]) == 9
    assert "image" not in data


def test_an_article_says_who_publishes_it_and_where_it_stands():
    entry = replace(
        sample.entry_of("en"),
        media=(
            Media(
                url="https://press.example.org/1.jpg", width=800, height=600, credit="Ada Example"
            ),
        ),
        rights=(("", "© Example Press"),),
        license="https://creativecommons.org/licenses/by/4.0/",
    )
    page = tree(article_page(entry))
    data = json.loads(page.xpath("//script[@type='application/ld+json']/text()")[0])
    assert data["publisher"] == {
        "@type": "NewsMediaOrganization",
        "name": "Example Press",
        "url": "https://press.example.org/",
    }
    assert data["image"][0]["width"] == 800
    assert data["license"] == entry.license
    crumbs = data["mainEntityOfPage"]["breadcrumb"]["itemListElement"]
    assert [crumb["position"] for crumb in crumbs] == [1, 2, 3]
    assert [crumb["item"] for crumb in crumbs] == [
        f"{BASE}/en/",
        entry.stories[0].url,
        entry.url,
    ]
    assert page.xpath("//meta[@property='og:image']/@content") == [entry.media[0].url]
    assert page.xpath("//meta[@property='og:type']/@content") == ["article"]


def test_names_that_a_language_lacks_are_isolated_from_its_direction():
    """A title of another language stands in, and its brackets must not turn round."""
    message = Message(title="News (sample)", text=None, links=(("News (sample)", f"{BASE}/ar/"),))
    shown = render_message(pages(), message, publication=PUBLICATION, locale=locales()["ar"])
    isolated = [catalogue_page("ar"), list_page(sample.story_feed("ar")), shown]
    for page in map(tree, isolated):
        assert page.xpath("//*[@class='site-name']/a[bdi and not(text())]")
        assert not page.xpath(
            "//h1[not(.//bdi)] | //h3/a[not(bdi)] | //main//ul/li/a[not(bdi or @type or @lang)]"
        )


def test_the_publisher_of_somebody_elses_article_is_its_source():
    source = EntrySource(
        id="https://agency.example/",
        title="Agency",
        updated=sample.NOW,
        url="https://agency.example/",
    )
    entry = replace(sample.entry_of("en"), source=source, license="by permission")
    [script] = tree(article_page(entry)).xpath("//script[@type='application/ld+json']/text()")
    data = json.loads(script)
    assert data["publisher"]["name"] == "Agency"
    assert "license" not in data


def test_a_list_and_the_front_page_say_what_they_gather():
    [script] = tree(list_page(sample.story_feed("de"))).xpath(
        "//script[@type='application/ld+json']/text()"
    )
    data = json.loads(script)
    assert data["@type"] == "CollectionPage"
    assert data["mainEntity"]["numberOfItems"] == 4
    assert data["breadcrumb"]["itemListElement"][1]["name"] == "Kaukasus-Gespräche"
    front = tree(catalogue_page("de"))
    data = json.loads(front.xpath("//script[@type='application/ld+json']/text()")[0])
    assert data["@type"] == ["WebSite", "CollectionPage"]
    assert data["publisher"]["name"] == "Example Press"
    assert front.xpath("//meta[@name='description']/@content")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_names_its_languages_to_search_engines_itself_included(language):
    for page in (catalogue_page(language), list_page(sample.story_feed(language))):
        links = tree(page).xpath("//head/link[@rel='alternate' and @hreflang]")
        assert {link.get("hreflang") for link in links} == set(LANGUAGES)
        assert not [link for link in links if link.get("type")]


def test_pictures_are_fetched_late_and_without_telling_whose_page_shows_them():
    content = '<p><img src="https://press.example.org/1.jpg" alt="a <img b"></p>'
    page = article_page(replace(sample.entry_of("en"), content=content))
    [picture] = tree(page).xpath("//img")
    assert picture.get("loading") == "lazy"
    assert picture.get("referrerpolicy") == "no-referrer"
    assert picture.get("alt", "").startswith("a <img")


def test_translations_stand_side_by_side_with_their_headlines():
    page = tree(list_page(sample.story_feed("en", count=1)))
    titles = {
        link.get("lang"): (link.text, link.get("dir"))
        for link in page.xpath("//details[@class='beside']//a")
    }
    assert len(titles) == 9
    assert titles["ar"] == (sample.HEADLINES["ar"][1], "rtl")
    names = [link.text for link in page.xpath("//p[@class='also']/a")]
    assert names[:2] == ["Deutsch", "français"]


def test_a_message_is_not_for_search_engines_and_leads_back():
    page = render_message(
        pages(),
        Message(title="Nothing", text="here", links=(("A & B", f"{BASE}/en/stories/ab/"),)),
        publication=PUBLICATION,
        locale=locales()["en"],
    )
    assert tree(page).xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert tree(page).xpath("//main//a/@href") == ["/en/stories/ab/", "/en/"]


def test_the_namespace_page_explains_every_code():
    text = render_namespace(pages(), PUBLICATION).body.decode()
    for code in (
        "with-agencies",
        "agencies",
        "legacy-import",
        "contributions-open",
        "contributions-closed",
        "day",
    ):
        assert f"<code>{code}</code>" in text
    assert f"{BASE}/ns/story" in text


def test_the_style_has_logical_properties_alone():
    style = sample.read_assets()["site.css"].decode()
    physical = re.findall(
        r"(?<![\w-])(?:margin|padding|border)-(?:left|right|top|bottom)|(?<![\w-])(?:left|right):",
        style,
    )
    assert physical == []
    assert "url(" not in style
    assert "@import" not in style
