"""How a dry run of a source is told to a person."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

from swifeeds.cli.output import complain, say, say_table
from swifeeds.model import SourceKind
from swifeeds.service.counting import counted
from swifeeds.service.dry_article import DryArticle
from swifeeds.service.dry_run import DryRun

_ADVICE = {
    SourceKind.PAGE: "name the links of articles in `rules.links`, or try another address",
    SourceKind.FEED: "the feed is empty, or its items could not be used: see what was set aside",
    SourceKind.SITEMAP: "name what an article's address looks like in `rules.links`",
    SourceKind.WORDPRESS: "the site has no public posts, or keeps them under another type: name it "
    "in url, like …/wp-json/wp/v2/news",
    SourceKind.DIRECTORY: "no finished file in it holds an article",
}


def tell(found: DryRun) -> None:
    """What was read, article by article; what would be better; and what to write into the file."""
    say(_summary(found))
    _tell_of_address(found)
    for article in found.drafts:
        _tell_article(article)
    for reject in found.rejects:
        complain(f"set aside: {reject.subject}: {reject.reason}")
    for one in found.noted:
        complain(f"remark: {one.subject}: {one.reason}")
    if not found.drafts:
        complain(f"no article was read; {_ADVICE[found.source.kind]}")
    elif found.guess is not None:
        say("")
        for line in _stanza(found):
            say(line)


def _tell_of_address(found: DryRun) -> None:
    """What stands there, and what of it would be better read."""
    if found.guess is not None:
        say(f"read as {found.guess.kind}, because {found.guess.why}")
        for other in found.guess.better:
            say(f'better: kind = "{other.kind}", url = "{other.url}": {other.why}')
    if found.taxonomies and not found.source.story_taxonomy:
        named = ", ".join(found.taxonomies)
        say(f"the site has the taxonomies {named}; story_taxonomy names the one that is of stories")
    if found.hub is not None:
        switched = "" if found.is_heard else ", once websub.subscribe is on"
        say(f"its hub {found.hub} tells of new articles at once{switched}")


def _summary(found: DryRun) -> str:
    articles = counted(len(found.drafts), "article")
    links = f", {counted(found.links, 'link')} found" if found.links else ""
    asked = f", {counted(found.asked, 'document')} asked for"
    return f"{found.url}: {articles} read{links}{asked}; nothing was stored"


def _tell_article(article: DryArticle) -> None:
    say("")
    say(article.draft.title)
    rows = [(one.name, one.value, one.read_from) for one in article.fields if one.name != "title"]
    stories = ", ".join(article.stories)
    say_table(
        ("", "", "read from"),
        (
            *rows,
            ("stories", stories or "none", "rule" if stories else "no rule takes it"),
            ("entry", article.entry, "publish"),
            ("feeds", ", ".join(article.feeds), ""),
            *(("remark", remark, "") for remark in article.remarks),
        ),
    )


def _stanza(found: DryRun) -> Iterator[str]:
    """What would make a source of the address, of the best that was found."""
    guess = found.guess
    assert guess is not None
    best = guess.better[0] if guess.better else None
    kind, url = (best.kind, best.url) if best else (guess.kind, found.url)
    language = Counter(one.draft.language for one in found.drafts).most_common(1)[0][0]
    yield "to collect it, write:"
    yield "[[sources]]"
    yield f'id = "{_id(found.url)}"'
    yield f'kind = "{kind}"'
    yield f'url = "{url}"'
    yield f'language = "{language}"'


def _id(url: str) -> str:
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    name = host if re.fullmatch(r"[\d.:]+|", host) else host.split(".")[0]
    return re.sub(r"[^a-z0-9]+", "-", name).strip("-") or "source"
