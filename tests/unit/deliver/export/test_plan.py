from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from swifeeds.deliver.export.manifest import Kept
from swifeeds.deliver.export.plan import Found, assign_names, nanoseconds, plan_export
from swifeeds.model import ShelfItem

NOW = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)


def item(path: str, etag: str = '"1"') -> ShelfItem:
    return ShelfItem(
        path=path, media_type="text/html", etag=etag, last_modified=NOW, generation=1, encodings={}
    )


def plan(paths, kept, *, found=None, etag='"1"', folds=False):
    targets, left_out = assign_names(paths, folds=folds)
    return plan_export(
        targets,
        left_out,
        items={path: item(path, etag) for path in paths},
        kept=kept,
        found=lying(kept) if found is None else found,
    )


def kept(*names: str, etag: str = '"1"') -> dict[str, Kept]:
    return {name: Kept(edition=etag, modified=NOW, size=7) for name in names}


def lying(entries: dict[str, Kept]) -> dict[str, Found]:
    return {
        name: Found(mtime_ns=nanoseconds(one.modified), size=one.size)
        for name, one in entries.items()
    }


def test_what_lies_there_as_published_is_not_written():
    done = plan(["/de/"], kept("de/index.html", "de/index.html.gz"))
    assert (done.write, done.remove) == ((), ())
    assert set(done.unchanged) == {"de/index.html", "de/index.html.gz"}


def test_another_tag_date_size_or_time_a_lost_or_unfinished_file_is_written_anew():
    names = ("de/index.html", "de/index.html.gz")
    entries = kept(*names)
    sound = lying(entries)
    other = replace(entries["de/index.html"], modified=NOW - timedelta(seconds=1))
    for changed in (
        plan(["/de/"], entries, etag='"2"'),
        plan(["/de/"], entries | {"de/index.html": other}, found=sound),
        plan(["/de/"], entries, found=sound | {names[1]: Found(mtime_ns=0, size=7)}),
        plan(["/de/"], entries, found=sound | {names[1]: replace(sound[names[1]], size=8)}),
        plan(["/de/"], entries, found={names[0]: sound[names[0]]}),
        plan(["/de/"], kept(*names, etag="")),
        plan(["/de/"], kept(names[1])),
        plan(["/de/"], {}),
    ):
        assert [one.name for one in changed.write] == ["de/index.html"]
        assert changed.remove == ()


def test_only_what_an_export_wrote_and_nothing_else_is_removed():
    done = plan(["/de/"], kept("de/index.html", "de/old.rss", "de/old.rss.br"))
    assert set(done.remove) == {"de/old.rss", "de/old.rss.br"}


def test_what_is_referred_to_is_written_before_what_refers_to_it():
    paths = [
        "/feeds.json", "/de/", "/de/stories/x/", "/de/stories/x/feed.rss", "/de/articles/1/",
        "/de/stories/x/archive/1.rss", "/assets/site.css", "/de/feeds.opml", "/de/feed.rss",
        "/sitemap.xml",
    ]  # fmt: skip
    order = [one.path for one in plan(paths, {}).write]
    assert order.index("/assets/site.css") == 0
    for earlier, later in (
        ("/de/articles/1/", "/de/stories/x/feed.rss"),
        ("/de/stories/x/archive/1.rss", "/de/stories/x/feed.rss"),
        ("/de/stories/x/feed.rss", "/de/stories/x/"),
        ("/de/feed.rss", "/de/"),
        ("/de/", "/feeds.json"),
        ("/de/stories/x/", "/de/feeds.opml"),
        ("/de/", "/sitemap.xml"),
    ):
        assert order.index(earlier) < order.index(later)


def test_of_two_addresses_that_need_one_name_the_second_is_left_out_and_told():
    for paths in (
        ["/a", "/a.gz"],
        ["/de/", "/de/index.html"],
        ["/a", "/a/"],
        ["/a/b/c", "/a/b"],
        ["/a%62", "/ab"],
    ):
        done = plan(paths, {})
        assert len(done.write) == 1, paths
        ((path, reason),) = done.left_out
        assert done.write[0].path in reason
        assert {path, done.write[0].path} == set(paths)


def test_names_that_differ_in_case_clash_where_the_file_system_folds_them():
    paths = ["/de/stories/Talks/", "/de/stories/talks/"]
    assert len(plan(paths, {}).write) == 2
    folding = plan(paths, {}, folds=True)
    assert [one.path for one in folding.write] == paths[:1]
    assert [path for path, _ in folding.left_out] == paths[1:]


def test_a_file_where_a_folder_must_be_now_goes_first_and_the_other_way_round():
    folder = plan(["/a/b"], kept("a", "z"))
    assert (folder.clear, folder.remove) == (("a",), ("z",))
    file = plan(["/a"], kept("a/b", "a/b.gz", "z"))
    assert (set(file.clear), file.remove) == ({"a/b", "a/b.gz"}, ("z",))


@given(st.lists(st.sampled_from(["/", "a", "b", "%41", ".gz", "..", "index.html"]), max_size=6))
def test_no_two_targets_share_a_file_or_stand_in_a_file_of_another(parts):
    paths = {"/" + "".join(parts[:count]) for count in range(len(parts) + 1)}
    for folds in (False, True):
        targets, left_out = assign_names(paths, folds=folds)
        assert {one.path for one in targets} | {path for path, _ in left_out} == paths
        names = [one.name for one in targets]
        assert len(set(names)) == len(names)
        for name in names:
            assert not any(other.startswith(f"{name}/") for other in names)
