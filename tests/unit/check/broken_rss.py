"""Each rule of RSS, and feeds that break it and nothing else."""

from __future__ import annotations

from tests.unit.check.xml_feeds import RSS, changed, channel, item

GUID = '<guid isPermaLink="false">tag:news.example.org,2026:ferry</guid>'
MP3 = '<enclosure url="https://news.example.org/a.mp3" length="{}" type="{}"/>'
SOUND = MP3.format(9, "audio/mpeg")
CONTENT = "<content:encoded>&lt;p&gt;More&lt;/p&gt;</content:encoded>"
DESCRIPTION = "<description>&lt;p&gt;It &lt;em&gt;sails&lt;/em&gt;.&lt;/p&gt;</description>"
SECOND = f"<item><title>Two</title>{GUID}</item>"


def guid(text: str) -> str:
    return changed(RSS, GUID, text)


def hours(*hours: object) -> str:
    inside = "".join(f"<hour>{hour}</hour>" for hour in hours)
    return channel(f"<skipHours>{inside}</skipHours>")


def days(*days: str) -> str:
    return channel(f"<skipDays>{''.join(f'<day>{day}</day>' for day in days)}</skipDays>")


def image(
    *more: str, title: str = "News of the lake", link: str = "https://news.example.org/",
    url: str = "https://news.example.org/a.png",
) -> str:  # fmt: skip
    inside = f"<url>{url}</url><title>{title}</title><link>{link}</link>{''.join(more)}"
    return channel(f"<image>{inside}</image>")


def text_input(name: str) -> str:
    inside = "<title>Go</title><description>Search</description>"
    link = "<link>https://news.example.org/search</link>"
    return channel(f"<textInput>{inside}<name>{name}</name>{link}</textInput>")


BROKEN_RSS = [
    (
        "missing-description",
        changed(RSS, "<description>What happens at the lake</description>", ""),
    ),
    ("missing-link", changed(RSS, "<link>https://news.example.org/</link>", "")),
    ("missing-title", changed(RSS, "<title>News of the lake</title>", "")),
    (
        "item-must-contain-title-or-description",
        changed(RSS, "<title>The ferry sails again</title>", "", DESCRIPTION, ""),
    ),
    ("missing-guid", guid("")),
    ("missing-atom-self-link", changed(RSS, 'rel="self"', 'rel="hub"')),
    ("misplaced-item", changed(RSS, "</channel>", "<ttl>60</ttl></channel>")),
    ("avoid-text-input", text_input("q")),
    ("no-blink", channel("<blink>!</blink>")),
    ("need-description-before-content", changed(item(CONTENT), DESCRIPTION, "")),
    ("need-description-before-content", changed(item(CONTENT, DESCRIPTION), DESCRIPTION, "")),
    ("slash-date", item("<slash:comments>3</slash:comments>")),
    ("use-zero-for-midnight", hours(24)),
    ("use-zero-for-unknown", item(MP3.format(-1, "audio/mpeg"))),
    ("invalid-hour", hours(25)),
    ("invalid-hour", hours("noon")),
    ("invalid-hour", hours(-1)),
    ("invalid-day", days("monday")),
    ("invalid-width", image("<width>145</width>")),
    ("invalid-width", image("<width>0</width>")),
    ("invalid-height", image("<height>401</height>")),
    ("invalid-height", image("<height>tall</height>")),
    ("image-link-doesnt-match", image(link="https://other.example.org/")),
    ("image-title-doesnt-match", image(title="Another")),
    ("image-url-format", image(url="https://news.example.org/a.bmp")),
    ("invalid-http-guid", guid("<guid>17</guid>")),
    ("invalid-http-guid", guid('<guid isPermaLink="true">ferry</guid>')),
    ("invalid-permalink", guid("<guid>tag:news.example.org,2026:ferry</guid>")),
    ("invalid-permalink", guid("<guid>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</guid>")),
    ("not-sufficiently-unique", guid('<guid isPermaLink="false">17</guid>')),
    ("duplicate-enclosure", item(SOUND, SOUND)),
    ("duplicate-semantics", channel("<dc:language>en</dc:language>")),
    (
        "duplicate-semantics",
        channel("<copyright>The harbour</copyright><dc:rights>The harbour</dc:rights>"),
    ),
    ("duplicate-item-semantics", item("<dc:date>2026-11-20</dc:date>")),
    (
        "duplicate-item-semantics",
        item("<author>a@example.org (A)</author><dc:creator>A</dc:creator>"),
    ),
    (
        "duplicate-description-semantics",
        item("<xhtml:body><xhtml:p>It sails.</xhtml:p></xhtml:body>"),
    ),
    ("comment-rss", item("<wfw:commentRSS>https://news.example.org/c.rss</wfw:commentRSS>")),
    ("duplicate-value", changed(RSS, "</channel>", f"{SECOND}</channel>")),
    ("duplicate-value", hours(3, 3)),
    ("duplicate-value", days("Monday", "Monday")),
    ("invalid-boolean-attribute", guid('<guid isPermaLink="no">tag:example.org,2026:1</guid>')),
    ("invalid-rss-version", changed(RSS, 'version="2.0" x', 'version="3.0" x')),
    ("character-data", changed(RSS, "<title>The ferry", "<title>1 &lt;a The ferry")),
    ("contains-html", changed(RSS, "<title>The ferry", "<title>The &lt;b&gt;new&lt;/b&gt; ferry")),
    ("contains-html", changed(RSS, "<title>The ferry", "<title>The &amp;amp; ferry")),
    (
        "contains-rel-ref",
        changed(RSS, "&lt;em&gt;", "&lt;a href='/a'&gt;more&lt;/a&gt; &lt;em&gt;"),
    ),
    ("contains-rel-ref", changed(RSS, "&lt;em&gt;", "&lt;img src='a.png'&gt; &lt;em&gt;")),
    ("invalid-contact", channel("<webMaster>The harbour</webMaster>")),
    ("email-format", channel("<webMaster>a@example.org The harbour</webMaster>")),
    ("missing-real-name", channel("<managingEditor>a@example.org</managingEditor>")),
    ("invalid-integer-attribute", item(MP3.format("many", "audio/mpeg"))),
    ("invalid-non-negative-integer", item(MP3.format(-2, "audio/mpeg"))),
    ("invalid-mime-attribute", item(MP3.format(9, "sound"))),
    ("invalid-url-attribute", item(SOUND.replace("https:", "ftp:"))),
    ("missing-attribute", item(SOUND.replace('length="9"', ""))),
    ("missing-attribute", item("<source>Another feed</source>")),
    ("invalid-positive-integer", channel("<ttl>-1</ttl>")),
    ("invalid-rfc2822-date", changed(RSS, "Fri, 20 Nov 2026 08:00:00 GMT", "2026-11-20")),
    ("invalid-rfc2822-date", changed(RSS, "Fri, 20 Nov 2026 08:00", "31 Nov 2026 08:00")),
    ("incorrect-dow", changed(RSS, "Fri, 20", "Sat, 20")),
    ("problematical-rfc822-date", changed(RSS, "Nov 2026", "Nov 26")),
    ("implausible-date", changed(RSS, "Fri, 20 Nov 2026", "20 Nov 2027")),
    ("implausible-date", changed(RSS, "Fri, 20 Nov 2026", "20 Nov 1984")),
    ("invalid-full-link", changed(RSS, "<link>https://news.example.org/ferry", "<link>/ferry")),
    ("undefined-element", channel("<subtitle>News</subtitle>")),
    ("duplicate-element", channel("<ttl>5</ttl><ttl>6</ttl>")),
    ("unexpected-text", changed(RSS, "<item>", "News: <item>")),
    ("unexpected-attribute", changed(RSS, "<item>", '<item id="1">')),
]
"""A rule and a feed. What breaks several rules at once is in `SEVERAL_RSS`."""

SEVERAL_RSS = [
    ("not-enough-hours-in-the-day", hours(*range(24), 3), {"duplicate-value"}),
    (
        "eight-days-a-week",
        days(
            "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Monday"
        ),
        {"duplicate-value"},
    ),
    ("invalid-form-component-name", text_input("2q"), {"avoid-text-input"}),
    (
        "use-of-extension-attr",
        changed(RSS, "<title>The", '<title xmlns:o="https://o.example.org/" o:x="1">The'),
        {"unknown-namespace"},
    ),
]
