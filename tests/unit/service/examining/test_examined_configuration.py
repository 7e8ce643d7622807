from __future__ import annotations

import pytest
from tests.unit.service.examining.patients import TEXT, look, patient_in, sentences
from tests.unit.service.houses import TEXT as SAMPLE

from swifeeds.service.examining import Verdict
from swifeeds.service.examining.configuration import environment_diagnoses

HOOK = '[tell]\nwebhook = "https://hooks.newsroom.org/T0/s3cret"\nwebhook_secret_file = "key"\n'


async def test_every_fault_is_a_finding(folder):
    text = TEXT.replace('kind = "feed"', 'kind = "fed"')
    async with patient_in(folder, text) as patient:
        found = await look(patient, "configuration")
    assert [one.verdict for one in found.diagnoses] == ["broken", "broken"]
    assert [one.subject for one in found.diagnoses] == ["sources[0].kind", "sources[1].kind"]
    assert "'fed' is none of" in sentences(found)


@pytest.mark.parametrize("text", ["garbage", "\x00", "[site]\nbase_url = 7\n", ""])
async def test_garbage_is_a_finding(folder, text):
    async with patient_in(folder, text) as patient:
        assert patient.config is None
        assert (await look(patient, "configuration")).verdict is Verdict.BROKEN


async def test_what_everybody_may_change_is_told(folder):
    async with patient_in(folder) as patient:
        assert (await look(patient, "configuration")).verdict is Verdict.OK
        patient.file.chmod(0o646)
        found = await look(patient, "configuration")
    assert "can be changed by every user" in sentences(found)
    assert f"chmod o-w {patient.file}" in sentences(found)


def test_what_the_environment_sets_is_named_and_its_values_are_not():
    environ = {"SWIFEEDS__SITE__BASE_URL": "x", "HTTPS_PROXY": "http://me:s3cret@proxy", "A": "b"}
    overriding, proxy = environment_diagnoses(environ)
    assert "SWIFEEDS__SITE__BASE_URL" in overriding.sentence
    assert "HTTPS_PROXY" in proxy.sentence
    assert "s3cret" not in f"{overriding}{proxy}"


def test_an_empty_environment_is_well():
    (found,) = environment_diagnoses({"http_proxy": ""})
    assert found.verdict is Verdict.OK


@pytest.mark.parametrize(
    ("mode", "content", "verdict"),
    [(0o600, b"x", "ok"), (0o640, b"x", "ok"), (0o644, b"x", "warning"), (0o600, b"\n", "broken")],
)
async def test_a_secret_is_there_and_not_for_everybody(folder, mode, content, verdict):
    (folder / "key").write_bytes(content)
    (folder / "key").chmod(mode)
    async with patient_in(folder, TEXT + HOOK) as patient:
        found = await look(patient, "secrets")
    assert found.verdict == verdict
    assert [one.subject for one in found.diagnoses] == ["tell.webhook_secret_file"]


async def test_a_secret_that_is_missing_is_named(folder):
    async with patient_in(folder, TEXT + HOOK) as patient:
        found = await look(patient, "secrets")
    assert found.verdict is Verdict.BROKEN
    assert f"{folder}/key" in sentences(found)


async def test_a_password_in_the_file_is_told_and_not_shown(tmp_path):
    url = "postgresql://me:s3cret@127.0.0.1:1/news"
    text = TEXT.replace("sqlite:///store.db", url)
    async with patient_in(tmp_path, text) as patient:
        found = await look(patient, "secrets")
        patient.file.chmod(0o644)
        open_to_all = await look(patient, "secrets")
        place = await look(patient, "database")
    assert (found.verdict, open_to_all.verdict) == ("note", "warning")
    assert place.verdict is Verdict.BROKEN
    assert "s3cret" not in sentences(found) + sentences(open_to_all) + sentences(place)


@pytest.mark.parametrize(
    ("change", "verdict", "subject"),
    [
        (("https://feeds.newsroom.org", "http://feeds.newsroom.org"), "warning", "site.base_url"),
        (("https://feeds.newsroom.org", "http://localhost:8080"), "note", "site.base_url"),
        (("https://feeds.newsroom.org", "http://10.0.0.4"), "note", "site.base_url"),
        (("feeds.newsroom.org,2026", "feeds.example.org,2026"), "warning", "site.tag_authority"),
        (("desk@newsroom.org", "desk@example.org"), "note", "site.contact"),
        (('admin_listen = "127.0.0.1:0"', 'admin_listen = "0.0.0.0:0"'), "warning",
         "serve.admin_listen"),
    ],
)  # fmt: skip
async def test_addresses_that_serve_nobody_or_everybody_are_told(
    tmp_path, change, verdict, subject
):
    async with patient_in(tmp_path, TEXT.replace(*change)) as patient:
        found = await look(patient, "addresses")
    (one,) = found.diagnoses
    assert (one.verdict, one.subject) == (verdict, subject)


async def test_hubs_that_are_told_of_a_private_address_are_worse(tmp_path):
    text = TEXT.replace("https://feeds.newsroom.org", "http://localhost:8080")
    async with patient_in(tmp_path, text + '[websub]\nhub = "own"\n') as patient:
        assert (await look(patient, "addresses")).verdict is Verdict.WARNING


async def test_the_sample_is_known_as_one(tmp_path):
    async with patient_in(tmp_path, SAMPLE) as patient:
        found = await look(patient, "addresses")
    subjects = {one.subject for one in found.diagnoses}
    assert subjects == {"site.base_url", "site.tag_authority", "site.contact"}


@pytest.mark.parametrize(
    ("stated", "verdict"), [("true", "warning"), ('["10.1.0.0/16"]', "ok"), ("false", "ok")]
)
async def test_a_network_that_is_wide_open_is_told(tmp_path, stated, verdict):
    text = f"{TEXT}[collect]\nallow_private = {stated}\n"
    async with patient_in(tmp_path, text) as patient:
        assert (await look(patient, "reach")).verdict == verdict
