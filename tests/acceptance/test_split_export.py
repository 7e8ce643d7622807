"""`swifeeds import` of an export that WordPress split into files, packed or not."""

from __future__ import annotations

import asyncio
import gzip
import io
import json
import tarfile
import zipfile

import pytest
from tests.acceptance.importing import articles, configure, items_so_far, killed_after
from tests.acceptance.journey import run_here
from tests.unit.extract.archives.wordpress import SITE, attachment, export, group, post

LANGUAGES = ("en", "de", "fr")


def split(folder, stories: int = 2, files: int = 3):
    """Stories in three languages, a file for each; the picture of each language in the next one."""
    parts = [[] for _ in range(files)]
    for story in range(1, stories + 1):
        for at, language in enumerate(LANGUAGES):
            number = story * 10 + at
            parts[at % files].append(
                post(number, thumbnail=number * 1000, polylang=f"g{story}", language=language,
                     text=f"<p>The story number {story} as it is told in {language}.</p>")
            )  # fmt: skip
            parts[(at + 1) % files].append(
                attachment(number * 1000, caption=f"Picture {number}", credit="Ada Meier")
            )
    paths = []
    for at, items in enumerate(parts, 1):
        paths.append(folder / f"wp-export.{at}.xml")
        paths[-1].write_bytes(export(*items))
    return paths


def as_files(paths, _):
    return paths


def as_folder(paths, folder):
    return [folder]


def as_gzip(paths, folder):
    packed = [path.with_suffix(".xml.gz") for path in paths]
    for path, made in zip(paths, packed, strict=True):
        made.write_bytes(gzip.compress(path.read_bytes()))
    return packed


def as_zip(paths, folder):
    with zipfile.ZipFile(folder / "e.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for path in paths:
            archive.write(path, path.name)
    return [folder / "e.zip"]


def as_tar(paths, folder):
    with tarfile.open(folder / "e.tar.gz", "w:gz") as archive:
        for path in paths:
            told = tarfile.TarInfo(path.name)
            told.size = path.stat().st_size
            archive.addfile(told, io.BytesIO(path.read_bytes()))
    return [folder / "e.tar.gz"]


def imported(file, paths, *more):
    return json.loads(run_here("import", *paths, *more, "--json", "--config", file).stdout)


def is_whole(file, stories: int) -> None:
    found = {one.url: one for one in asyncio.run(articles(file))}
    numbers = [story * 10 + at for story in range(1, stories + 1) for at in range(3)]
    assert set(found) == {f"{SITE}/{number}" for number in numbers}
    for number in numbers:
        article, first = found[f"{SITE}/{number}"], number - number % 10
        (picture,) = article.media
        assert picture.url == f"{SITE}/p/{number * 1000}.jpg"
        assert (picture.caption, picture.credit) == (f"Picture {number}", "Ada Meier")
        others = {f"{SITE}/{first + at}" for at in range(3) if first + at != number}
        assert {one.url for one in article.translations} == others


@pytest.mark.parametrize("packed", [as_files, as_folder, as_gzip, as_zip, as_tar])
def test_pictures_and_translations_are_linked_across_files(tmp_path, packed):
    folder = tmp_path / "export"
    folder.mkdir()
    file, paths = configure(tmp_path), packed(split(folder), folder)
    previews = json.loads(
        run_here("import", *paths, "--dry-run", "--json", "--config", file).stdout
    )
    assert [len(draft["media"]) for one in previews for draft in one["drafts"]] == [1] * 6
    answer = imported(file, paths)
    assert sum(one["import"]["tally"]["new"] for one in answer["files"]) == 6
    is_whole(file, 2)
    before = asyncio.run(articles(file))
    again = imported(file, paths)
    tallies = [one["import"]["tally"] for one in again["files"]]
    assert [(one["new"], one["revised"]) for one in tallies] == [(0, 0)] * 3
    assert sum(one["duplicate"] for one in tallies) == 6
    assert asyncio.run(articles(file)) == before


@pytest.mark.timeout(180)
def test_an_import_of_several_files_that_is_killed_links_all_the_same(tmp_path):
    file, paths, stories = configure(tmp_path), split(tmp_path, 300), 300
    for items in (200, 800):
        asyncio.run(killed_after(file, *paths, items=items))
        assert 0 < asyncio.run(items_so_far(file)) < stories * 6
    answer = imported(file, paths)
    assert any(one["went_on_from"] for one in answer["files"])
    is_whole(file, stories)
    again = imported(file, paths)
    tallies = [one["import"]["tally"] for one in again["files"]]
    assert [(one["new"], one["revised"], one["duplicate"]) for one in tallies] == [(0, 0, 300)] * 3


def test_an_element_of_the_head_that_is_too_large_is_told_once_and_costs_no_other(tmp_path):
    """With a head that is larger than any portion, and translations that only it knows."""
    numbers = {"en": 1, "de": 2, "fr": 3}
    many = "".join(group(f"g{n}" + "x" * 150, [("en", n), ("de", n + 1)]) for n in range(12_000))
    large = group("large", [("en", 1)]).replace("a:9", "A" * 2**20)
    head = many + large + group("ours", numbers.items())
    items = [post(number, polylang="ours") for number in numbers.values()]
    path = tmp_path / "wp-export.xml"
    path.write_bytes(export(*items, head=head))
    assert len(head) > 4 * 2**20
    file = configure(tmp_path)
    (told,) = imported(file, [path])["files"]
    (one,) = told["set_aside"]
    assert one["reject"]["reason"] == (
        "states an author or a term before its first item in more than 1 MiB, or in a way that"
        " cannot be read; that was left out, and the rest was read"
    )
    found = {one.language: one for one in asyncio.run(articles(file))}
    assert {language: one.url for language, one in found.items()} == {
        language: f"{SITE}/{number}" for language, number in numbers.items()
    }
    assert [len(one.translations) for one in found.values()] == [2, 2, 2]
