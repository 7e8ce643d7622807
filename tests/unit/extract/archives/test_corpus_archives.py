"""Real archives that nobody here wrote: each is imported, or refused with a sentence."""

from __future__ import annotations

from tests.benchmark.archives import files_in
from tests.corpus import CORPUS, needs_corpus
from tests.unit.extract.archives.archive_files import NOW, make_source, pieces_of, read_as

from swifeeds.errors import ExtractError
from swifeeds.extract.archives import cut, recognise

pytestmark = needs_corpus


def read(path):
    body = path.read_bytes()
    kind = recognise(body[:65536], path.name)
    return body, kind, read_as(body, kind, path.name)


def test_every_file_is_imported_or_refused_with_one_sentence():
    outcomes = {"imported": 0, "refused": 0}
    sentences: list[str] = []
    for path in files_in([CORPUS]):
        try:
            _, _, found = read(path)
        except ExtractError as error:
            sentences.append(error.message)
            outcomes["refused"] += 1
            continue
        assert found.drafts or found.rejects or found.noted, path.name
        outcomes["imported" if found.drafts else "refused"] += 1
    assert all("\n" not in sentence for sentence in sentences)
    assert outcomes["imported"] > 200 > outcomes["refused"]


def test_what_is_imported_is_whole():
    """Each article has an id, a headline and a language; only what was taken back has no more."""
    for path in files_in([CORPUS / "legacy"]):
        try:
            _, _, found = read(path)
        except ExtractError:
            continue
        for draft in found.drafts:
            assert draft.guid, path.name
            assert draft.title, path.name
            assert draft.retrieved == NOW
            assert "<script" not in (draft.content or "")


def test_no_portion_depends_on_how_the_bytes_of_a_real_file_arrive():
    for path in files_in([CORPUS / "legacy"]):
        body = path.read_bytes()
        try:
            kind = recognise(body[:65536], path.name)
        except ExtractError:
            continue
        assert list(cut(pieces_of(body, 997), kind)) == list(cut((body,), kind)), path.name


def test_reading_twice_gives_the_same_drafts():
    """Importing twice must store nothing twice: ids may not hang on anything but the file."""
    for path in [*files_in([CORPUS / "legacy"])][::4]:
        try:
            _, kind, found = read(path)
        except ExtractError:
            continue
        again = read_as(path.read_bytes(), kind, "another name", source=make_source())
        assert again.drafts == found.drafts
