"""From files and environment to a Config, and every fault at once."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from swifeeds.config import difference, dump, json_schema, load_config
from swifeeds.errors import ConfigError
from swifeeds.localise import Writing
from swifeeds.model import Adaptive, Cron, Every, Identity, MiningTerms, Publish

GOOD = """\
[site]
base_url = "https://feeds.example.org/"
title = { en = "World news", de = "Weltnachrichten" }
languages = ["en", "de"]
tag_authority = "feeds.example.org,2026"
contact = "desk@example.org"
time_zone = "Europe/Zurich"

[languages.en]
style = "en-GB"

[[sections]]
id = "world"
title = { en = "World", de = "Welt" }
match = ["International"]

[[sources]]
id = "world-en"
kind = "page"
url = "https://news.example.org/world/"
language = "en-GB"
section = "world"
own = true
trust = { scheme = "JTI", certificate = "https://trust.example/1", valid_until = 2027-10-31 }
schedule = { every = "10m", quiet = ["01:00-05:00"] }

[[stories]]
id = "talks"
title = { en = "Talks", de = "Gespräche" }
match = { any = { en = ["Abkhazia"] }, territories = ["GE"], from = 2008-08-01 }
"""


@pytest.fixture
def write(tmp_path):
    def write_file(text: str, name: str = "swifeeds.toml") -> Path:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write_file


def faults_of(path: Path, environ: dict[str, str] | None = None) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        load_config(path, environ or {})
    return [str(fault).removeprefix(str(path)) for fault in caught.value.faults]


def test_a_good_file_becomes_the_types_of_the_rooms(write):
    config = load_config(write(GOOD), {})
    source, rule = config.sources[0], config.rules[0]
    assert config.publication.base_url == "https://feeds.example.org"
    assert config.languages.styles == {"en": "en-GB"}
    assert source.publish is Publish.FULL
    assert source.time_zone == "Europe/Zurich"
    assert source.schedule.when == Every(interval=timedelta(minutes=10))
    assert source.trust is not None
    assert source.trust.scheme == "JTI"
    assert rule.match.territories == ("GE",)
    assert rule.match.since is not None
    assert rule.match.since.isoformat() == "2008-08-01T00:00:00+00:00"
    assert config.egress.contact == "desk@example.org"


def test_a_desk_chooses_clock_spaces_digits_and_the_naming_of_the_zone(write):
    chosen = 'style = "en-GB"\nhours = 12\nspaces = "plain"\nzone = "city"'
    config = load_config(write(GOOD.replace('style = "en-GB"', chosen)), {})
    assert config.languages.writings["en"] == Writing(hours=12, spaces="plain", zone="city")


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("hours = 13", "languages.en.hours: "),
        ('spaces = "narrow"', "languages.en.spaces: 'narrow' is none of"),
        ('zone = "offset"', "languages.en.zone: 'offset' is none of"),
        (
            'digits = "arabic"',
            "languages.en.digits: en is not written in the Arabic script; leave digits out",
        ),
        ('style = "tlh"', "languages.en.style: no way of writing dates is known for 'tlh'"),
        ('style = ""', "languages.en.style: no way of writing dates is known for ''"),
        ('style = "de-CH"', "languages.en.style: de-CH is no way of writing en; name a variant"),
    ],
)
def test_a_choice_that_a_language_does_not_have_is_told(write, line, sentence):
    (told,) = faults_of(write(GOOD.replace('style = "en-GB"', line)))
    assert sentence in told


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ('"en", "de"', '"en", "ger"', "site.languages: 'ger' is the language de; write that"),
        ('"en", "de"', '"en", "de_DE"', "site.languages: 'de_DE' is the language de-DE"),
        ('"en", "de"', '"en", "de", "EN"', "site.languages: EN is there twice"),
        ("[languages.en]", "[languages.EN]\n[languages.en]", "languages: en is there twice"),
    ],
)
def test_a_language_has_one_name_on_a_site(write, before, after, sentence):
    assert any(sentence in told for told in faults_of(write(GOOD.replace(before, after))))


@pytest.mark.parametrize("scheme", ["", " ", "J\\nTI"])
def test_a_trust_mark_has_a_name_in_one_line(write, scheme):
    (told,) = faults_of(write(GOOD.replace('scheme = "JTI"', f'scheme = "{scheme}"')))
    assert "sources[0].trust.scheme: name the scheme in one line, like JTI" in told


def test_all_faults_are_told_at_once_with_line_key_and_nearest_name(write):
    text = GOOD.replace('kind = "page"', 'kind = "pgae"').replace("own = true", "onw = true")
    text = text.replace('every = "10m"', 'every = "10"')
    told = faults_of(write(text))
    assert len(told) == 3
    assert ":19: sources[0].kind: 'pgae' is none of" in told[0]
    assert any(":23: sources[0].onw: there is no key onw; did you mean own?" in t for t in told)
    assert any("sources[0].schedule.every: '10' is no duration" in t for t in told)


def test_a_faulty_key_hides_no_fault_between_the_others(write):
    text = GOOD.replace('kind = "page"', 'kind = "pgae"').replace('id = "talks"', 'id = "Talks!"')
    text = text.replace('section = "world"', 'section = "wrold"')
    text = text.replace('tag_authority = "feeds.example.org,2026"\n', "")
    told = faults_of(write(text))
    assert len(told) == 4
    for sentence in (
        "site.tag_authority: is missing",
        "sources[0].kind: 'pgae' is none of",
        "sources[0].section: there is no section wrold; did you mean world?",
        "stories[0].id: 'Talks!' is no id",
    ):
        assert any(sentence in one for one in told)


def test_references_ids_zones_and_languages_are_checked_across_keys(write):
    text = GOOD.replace('section = "world"\n', 'section = "wrold"\ntime_zone = "Mars/Base"\n')
    text = text.replace('language = "en-GB"', 'language = "klingon!"')
    text += '\n[[sources]]\nid = "world-en"\nkind = "feed"\nurl = "ftp://x"\nlanguage = "de"\n'
    text += 'publish = "full"\nschedule = { every = "5m", cron = "* * * * *" }\n'
    told = "\n".join(faults_of(write(text)))
    for sentence in (
        "sources[0].section: there is no section wrold; did you mean world?",
        "sources[0].time_zone: 'Mars/Base' is no time zone",
        "sources[0].language: 'klingon!' is no language tag",
        "sources[1].id: world-en is the id of sources[0] already",
        "sources[1].url: 'ftp://x' is no web address",
        "sources[1].publish: full text needs own = true or the address of a licence",
        "sources[1].schedule: states both every and cron; keep one",
    ):
        assert sentence in told


MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("schedule", "interval", "bounds"),
    [
        ("", 15, (15, 60)),
        ('every = "10m"', 10, None),
        ('every = "10m", adaptive = { min = "5m", max = "6h" }', 10, (5, 360)),
        ('every = "10m", adaptive = { min = "5m" }', 10, (5, 40)),
        ('every = "10m", adaptive = { max = "6h" }', 10, (10, 360)),
        ('adaptive = { min = "5m", max = "6h" }', 15, (5, 360)),
    ],
)
def test_a_source_may_follow_its_rhythm_as_far_as_is_stated(write, schedule, interval, bounds):
    text = GOOD.replace('every = "10m", quiet = ["01:00-05:00"]', schedule)
    when = load_config(write(text), {}).sources[0].schedule.when
    shortest, longest = bounds or (0, 0)
    adaptive = Adaptive(shortest=shortest * MINUTE, longest=longest * MINUTE) if bounds else None
    assert when == Every(interval=interval * MINUTE, adaptive=adaptive)


@pytest.mark.parametrize(
    ("schedule", "told"),
    [
        ('every = "10m", adaptive = { min = "20m" }', "adaptive.min: is longer than every (10m)"),
        ('every = "10m", adaptive = { max = "5m" }', "adaptive.max: is shorter than every (10m)"),
        ('cron = "5 * * * *", adaptive = { min = "5m" }', "adaptive: goes with every; a cron time"),
    ],
)
def test_bounds_of_a_rhythm_lie_around_the_interval(write, schedule, told):
    (sentence,) = faults_of(write(GOOD.replace('every = "10m"', schedule)))
    assert f"sources[0].schedule.{told}" in sentence


ENDS_A_LINK = 'https://x.example/a>; rel="alternate'


@pytest.mark.parametrize(
    ("key", "before", "after"),
    [
        ("site.base_url", '"https://feeds.example.org/"', "'https://feeds.example.org/a b'"),
        ("site.base_url", '"https://feeds.example.org/"', "'https://feeds.example.org/?a'"),
        ("site.logo", "[site]\n", "[site]\nlogo = '/logo.png'\n"),
        ("site.icon", "[site]\n", "[site]\nicon = 'https://x.example/é.png'\n"),
        (
            "site.publisher.url",
            "[site]\n",
            "[site]\npublisher = { name = 'x', url = 'x.example' }\n",
        ),
        ("sources[0].rsl", "own = true\n", f"own = true\nrsl = '{ENDS_A_LINK}'\n"),
        ("sources[0].rsl", "own = true\n", 'own = true\nrsl = "https://x.example/\\n"\n'),
        ("sources[0].licence", "own = true\n", 'own = true\nlicence = "javascript:alert(1)"\n'),
        ("sources[0].licence", "own = true\n", 'own = true\nlicence = "CC\\nBY"\n'),
        ("sources[0].trust.certificate", "https://trust.example/1", "https://trust.example/<1>"),
    ],
)
def test_what_is_published_letter_by_letter_is_a_plain_address(write, key, before, after):
    (told,) = faults_of(write(GOOD.replace(before, after)))
    assert f"{key}: " in told


def test_stories_are_checked(write):
    text = GOOD.replace('territories = ["GE"]', 'territories = ["XQ"], sources = ["nobody"]')
    text += '\n[[stories]]\nid = "more"\nslug = "talks"\ntitle = { fr = "x" }\nparent = "lost"\n'
    told = "\n".join(faults_of(write(text)))
    for sentence in (
        "stories[0].match.territories: XQ is no ISO 3166 code",
        "stories[0].match.sources: there is no source nobody",
        "stories[1].slug: talks is the address of talks already",
        "stories[1].title: fr is not among site.languages",
        "stories[1].parent: there is no story lost",
    ):
        assert sentence in told


def test_a_ring_of_parents_is_told_at_each_story_of_it(write):
    ring = "".join(
        f'\n[[stories]]\nid = "{one}"\ntitle = {{ en = "{one}" }}\nparent = "{wider}"\n'
        for one, wider in (("a", "b"), ("b", "a"), ("c", "a"))
    )
    told = "\n".join(faults_of(write(GOOD + ring)))
    assert "stories[1].parent: is a ring: a within b within a" in told
    assert "stories[2].parent: is a ring: b within a within b" in told
    assert "stories[3].parent" not in told


def test_a_broken_file_is_told_with_its_line(write):
    told = faults_of(write(GOOD + "\n[broken\n"))
    assert any("is not TOML" in sentence and sentence.startswith(":") for sentence in told)


def test_a_missing_file_says_how_to_make_one(tmp_path):
    with pytest.raises(ConfigError, match="swifeeds init"):
        load_config(tmp_path / "none.toml", {})


def test_sources_d_adds_sources_with_their_own_lines(write, tmp_path):
    main = write(GOOD)
    write('[[sources]]\nid = "b"\nkind = "feed"\nurl = "https://b.example/rss"\nlanguage = "de"\n',
          "sources.d/b.toml")  # fmt: skip
    assert [source.id for source in load_config(main, {}).sources] == ["world-en", "b"]
    write('[[sources]]\nid = "b"\nkind = "feed"\nurl = "nonsense"\nlanguage = "de"\n',
          "sources.d/b.toml")  # fmt: skip
    with pytest.raises(ConfigError) as caught:
        load_config(main, {})
    assert f"{tmp_path / 'sources.d' / 'b.toml'}:4: sources[1].url" in str(caught.value)


def test_sources_d_may_state_nothing_but_lists_and_profiles(write):
    main = write(GOOD)
    write('[site]\nbase_url = "https://x.example"\n', "sources.d/x.toml")
    with pytest.raises(
        ConfigError, match=r"only sources, stories, sections, profiles may stand in sources\.d"
    ):
        load_config(main, {})


def test_the_environment_overrides_the_file(write):
    environ = {
        "SWIFEEDS__SITE__BASE_URL": "https://other.example",
        "SWIFEEDS__SITE__FEED_SIZE": "7",
    }
    config = load_config(write(GOOD), environ)
    assert config.publication.base_url == "https://other.example"
    assert config.publication.feed_size == 7


def test_a_fault_from_the_environment_names_the_variable(write):
    with pytest.raises(ConfigError, match="environment SWIFEEDS__SITE__FEED_SIZE"):
        load_config(write(GOOD), {"SWIFEEDS__SITE__FEED_SIZE": "many"})


def test_cron_is_read_and_its_faults_are_told(write):
    good = GOOD.replace('every = "10m"', 'cron = "*/15 6-22 * * *"')
    assert load_config(write(good), {}).sources[0].schedule.when == Cron(
        expression="*/15 6-22 * * *"
    )
    bad = GOOD.replace('every = "10m"', 'cron = "61 * * * *"')
    assert any("sources[0].schedule.cron" in told for told in faults_of(write(bad)))


def test_numbers_that_a_room_refuses_are_faults_of_their_section(write):
    told = faults_of(write(GOOD + "\n[collect]\nper_host = 0\n"))
    assert len(told) == 1
    assert "collect: " in told[0]


def test_a_key_of_several_types_is_told_once(write):
    told = faults_of(write(GOOD + '\n[collect]\nallow_private = ["nonsense"]\n'))
    assert len(told) == 1
    assert "collect.allow_private" in told[0]


def test_hubs_are_stated_once_and_stand_in_the_publication(write):
    assert load_config(write(GOOD), {}).publication.hubs == ()
    text = GOOD + '\n[websub]\nhub = ["own", "https://hub.example.org/"]\n'
    config = load_config(write(text), {})
    base = config.publication.base_url
    assert config.publication.hubs == (f"{base}/hub", "https://hub.example.org/")
    by_environment = load_config(write(GOOD), {"SWIFEEDS__WEBSUB__HUB": "own"})
    assert by_environment.publication.hubs == (f"{base}/hub",)


def test_a_hub_that_is_none_is_a_fault_that_says_what_would_be_one(write):
    (told,) = faults_of(write(GOOD + '\n[websub]\nhub = "yes"\n'))
    assert "websub: hub: 'yes' is neither own, off nor the address of a hub" in told


def test_a_dump_is_a_configuration_again(write, tmp_path):
    config = load_config(write(GOOD), {})
    again = load_config(write(dump(config), "again.toml"), {})
    assert again.effective == config.effective
    assert difference(config.effective, again.effective) == ()


def test_a_dump_hides_the_password_of_the_database(write):
    text = GOOD + '\n[storage]\nurl = "postgresql://desk:s3cret@db/news"\n'
    shown = dump(load_config(write(text), {}))
    assert "s3cret" not in shown
    assert "postgresql://desk:***@db/news" in shown


def test_a_difference_names_the_key_and_both_values(write):
    one = load_config(write(GOOD), {})
    other = load_config(write(GOOD.replace("10m", "20m")), {})
    assert difference(one.effective, other.effective) == (
        "sources[world-en].schedule.every: 10m -> 20m",
    )


def test_the_schema_names_every_section():
    schema = json_schema()
    assert {"site", "storage", "serve", "sources", "stories"} <= schema["properties"].keys()


def test_texts_of_the_operators_own_are_read_beside_the_file(write, tmp_path):
    (tmp_path / "robots.txt").write_bytes(b"\xef\xbb\xbfUser-agent: *\n")
    (tmp_path / "trust.txt").write_text("member=https://a.example/\n", encoding="utf-8")
    named = 'robots_file = "robots.txt"\ntrust_file = "trust.txt"\n'
    loaded = load_config(write(GOOD.replace("[site]\n", f"[site]\n{named}")), {})
    assert loaded.publication.robots == "User-agent: *\n"
    assert loaded.publication.trust_txt == "member=https://a.example/\n"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "cannot be read"),
        (b"\xff", "is no UTF-8 text"),
        (b"x" * 600_000, "more than 500 KiB"),
    ],
)
def test_a_text_that_cannot_be_served_is_told_with_its_key(write, tmp_path, content, sentence):
    if content is not None:
        (tmp_path / "robots.txt").write_bytes(content)
    text = GOOD.replace("[site]\n", '[site]\nrobots_file = "robots.txt"\n')
    (told,) = faults_of(write(text))
    assert "robots_file" in told
    assert sentence in told


def test_ids_are_adopted_from_feeds_and_files_but_not_from_pages(write):
    adopting = GOOD.replace('kind = "page"', 'kind = "feed"\nadopt_ids = true')
    assert load_config(write(adopting), {}).sources[0].adopt_ids
    (fault,) = faults_of(write(GOOD.replace('kind = "page"', 'kind = "page"\nadopt_ids = true')))
    assert "pages have no guids" in fault


def test_by_what_articles_are_known_and_a_sites_other_hosts_are_stated(write):
    lines = 'kind = "feed"\nidentity = "url"\naliases = ["Old.example.org"]'
    (source, *_) = load_config(write(GOOD.replace('kind = "page"', lines)), {}).sources
    assert (source.identity, source.aliases) == (Identity.URL, ("old.example.org",))
    assert source.hosts[1:] == ("old.example.org",)
    guids = GOOD.replace('kind = "page"', 'kind = "page"\nidentity = "guid"')
    (fault,) = faults_of(write(guids))
    assert "pages have no guids" in fault
    address = GOOD.replace('kind = "page"', 'kind = "page"\naliases = ["https://m.example.org/"]')
    (fault,) = faults_of(write(address))
    assert "is no host" in fault


@pytest.mark.parametrize("address", ["desk@example.org", "desk@example.org (Foreign desk)"])
def test_a_managing_editor_is_an_address_with_a_name(write, address):
    text = GOOD.replace("[site]", f'[site]\nmanaging_editor = "{address}"', 1)
    assert load_config(write(text), {}).publication.managing_editor == address


@pytest.mark.parametrize("address", ["The desk", "desk@example", "Desk <desk@example.org>"])
def test_a_managing_editor_without_an_address_is_refused(write, address):
    (told,) = faults_of(write(GOOD.replace("[site]", f'[site]\nmanaging_editor = "{address}"', 1)))
    assert "site.managing_editor: write an e-mail address and a name" in told


def test_a_feed_lives_as_long_as_its_sources_rest_unless_it_is_stated(write):
    config = load_config(write(GOOD), {})
    assert config.publication.ttl_minutes is None
    assert config.sources[0].polled_every == timedelta(minutes=10)
    daily = GOOD.replace('every = "10m"', 'cron = "30 6 * * *"')
    assert load_config(write(daily), {}).sources[0].polled_every == timedelta(days=1)
    stated = GOOD.replace("[site]", '[site]\nttl = "2h"', 1)
    assert load_config(write(stated), {}).publication.ttl_minutes == 120


def test_terms_and_what_is_shown_of_them_are_stated_by_site_and_source(write):
    rights = 'rights = { en = "All rights reserved", de = "Alle Rechte vorbehalten" }'
    mining = 'tdm_reservation = true\ntdm_policy = "https://news.example.org/mining.json"\n'
    text = GOOD.replace('time_zone = "Europe/Zurich"', f"import_note = false\n{rights}", 1)
    text = text.replace("trust = {", f"{mining}trust = {{", 1)
    config = load_config(write(text), {})
    lines = (("en", "All rights reserved"), ("de", "Alle Rechte vorbehalten"))
    assert config.publication.rights == lines
    assert not config.publication.import_note
    assert config.publication.credit_line
    policy = "https://news.example.org/mining.json"
    assert config.sources[0].mining == MiningTerms(reserved=True, policy=policy)
    one = text.replace(rights, 'rights = "© News"')
    assert load_config(write(one), {}).publication.rights == (("", "© News"),)
    alone = text.replace("tdm_reservation = true\n", "")
    (told,) = faults_of(write(alone))
    assert "tdm_policy" in told
    assert "set both" in told
    (told,) = faults_of(write(text.replace('de = "Alle', 'xx = "Alle')))
    assert "site.rights" in told
