"""The settings file: found again as it was left, refused where it says what we do not know."""

import json
import os
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetdesk import settings
from budgetdesk.errors import SettingsError, StoreNotWritableError
from budgetdesk.settings import Settings

SOME = st.builds(
    Settings,
    language=st.sampled_from(["da", "en"]),
    look=st.sampled_from(["system", "light", "dark"]),
    text_size=st.integers(80, 200),
    lock_after=st.integers(1, 120),
    use_keyring=st.booleans(),
    window_width=st.integers(1, 100_000),
    window_height=st.integers(1, 100_000),
    window_maximized=st.booleans(),
    tenant_screen=st.sampled_from(["", "HDMI-1"]),
    last_page=st.sampled_from(["", "akut", "budget"]),
)


def test_a_new_profile_starts_with_the_defaults(profile):
    assert settings.load(profile) == Settings()
    assert not profile.exists()


@given(SOME)
def test_settings_are_found_again_as_they_were_saved(tmp_path_factory, chosen):
    folder = tmp_path_factory.mktemp("profile")
    settings.save(chosen, folder)

    assert settings.load(folder) == chosen


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ('{"colour": "red"}', "“colour”"),
        ('{"text_size": "stor"}', '“text_size” som "stor"; det skal være et helt tal'),
        ('{"text_size": true}', "et helt tal"),
        ('{"use_keyring": 1}', "true eller false"),
        ('{"text_size": 500}', "mellem 80 og 200"),
        ('{"look": "pink"}', "dark, light, system"),
        ("[]", "JSON-objekt"),
        ("{", "kan ikke læses"),
        ("\x00\xff", "kan ikke læses"),
    ],
)
def test_a_file_that_says_what_we_do_not_know_is_refused_by_name(profile, content, named):
    profile.mkdir()
    (profile / settings.FILE).write_bytes(content.encode("latin-1"))

    with pytest.raises(SettingsError) as refused:
        settings.load(profile)
    assert named in str(refused.value)
    assert "slet den for at begynde forfra" in str(refused.value)


def test_a_crash_while_saving_leaves_the_old_file(profile, monkeypatch):
    settings.save(Settings(text_size=120), profile)

    def crash(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", crash)
    with pytest.raises(StoreNotWritableError, match="plads på disken"):
        settings.save(Settings(text_size=150), profile)

    assert settings.load(profile).text_size == 120
    assert [file.name for file in profile.iterdir()] == [settings.FILE]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_nobody_else_on_the_machine_can_read_the_profile(profile):
    settings.save(Settings(), profile)

    assert profile.stat().st_mode & 0o077 == 0
    assert (profile / settings.FILE).stat().st_mode & 0o077 == 0


def test_every_setting_is_explained_where_it_is_declared():
    source = Path(settings.__file__).read_text("utf-8")

    for field in fields(Settings):
        assert f"    {field.name}: {field.type} = " in source
        declared = source.index(f"    {field.name}: {field.type} = ")
        assert source[declared:].split("\n")[1].strip().startswith('"""'), field.name


def test_every_default_is_a_value_the_file_may_hold(profile):
    settings.save(Settings(), profile)
    written = json.loads((profile / settings.FILE).read_text("utf-8"))

    assert settings.load(profile) == replace(Settings(), **written)


def test_the_profile_folder_can_be_chosen(monkeypatch, tmp_path):
    monkeypatch.setenv("BUDGETDESK_HOME", str(tmp_path / "her"))
    assert settings.profile_folder() == tmp_path / "her"

    monkeypatch.setenv("BUDGETDESK_HOME", "")
    assert settings.profile_folder().name == "budgetdesk"
