"""What is remembered between two starts."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QStandardPaths

from digitpad.engines.pacing import WATCH
from digitpad.runs.recipe import KERAS_RECIPE
from digitpad.workspace.keeping.settings import Settings
from tests.conftest import GENEROUS_SECONDS, ROOT, FreshPython


@pytest.fixture
def store(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


def test_damaged_settings_count_as_none(store: QSettings) -> None:
    store.setValue("training/recipe", '{"epochs": 0}')
    store.setValue("view/scheme", "pink")
    store.setValue("view/text_size", "9000")
    store.setValue("training/pace", "7")
    store.setValue("view/states", "[" * 100_000)
    store.setValue("window/geometry", "nonsense")
    store.setValue("files/moments", "17")
    settings = Settings(store)
    assert settings.recipe == KERAS_RECIPE
    assert settings.scheme == "system"
    assert settings.text_size == 100
    assert settings.pace == WATCH
    assert settings.views == {}
    assert not settings.saves_moments
    assert settings.geometry.isEmpty()


@pytest.mark.parametrize("name", ["training/pace", "view/text_size"])
def test_numbers_beyond_all_numbers_count_as_none(store: QSettings, name: str) -> None:
    store.setValue(name, "9" * 5_000)
    settings = Settings(store)
    assert (settings.pace, settings.text_size) == (WATCH, 100)


def test_files_are_at_first_saved_among_the_users_documents(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents, lessons = tmp_path / "Documents", tmp_path / "lessons"
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _place: str(documents))
    settings = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    assert settings.folder == str(Path.home()), "there are no documents"
    documents.mkdir()
    assert settings.folder == str(documents)
    lessons.mkdir()
    settings.folder = str(lessons)
    assert settings.folder == str(lessons)
    lessons.rmdir()
    assert settings.folder == str(documents), "the folder of the last time is gone"


@pytest.mark.parametrize("name", ["x" * 5000, "no\0name", "\ud800"])
def test_a_folder_that_no_system_can_have(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))  # whoever runs this may have a home that is not there
    settings = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    settings.folder = name
    assert Path(settings.folder).is_dir()


CHANGING = """
from digitpad.workspace.keeping.settings import Settings
settings = Settings()
settings.text_size = 150
print(Settings().text_size)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere settings are in no such file")
@pytest.mark.parametrize("kind", ["file", "folder", "pipe", "link to a device", "loop"])
@pytest.mark.parametrize("what", ["settings", "lock"])
def test_settings_that_are_no_file_keep_nobody_waiting(tmp_path: Path, kind: str, what: str) -> None:
    """Neither when the window opens, nor when it closes: then they are written."""
    folder = tmp_path / "digitpad"
    folder.mkdir()
    path = folder / ("digitpad.conf" if what == "settings" else "digitpad.conf.lock")
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "link to a device":
        path.symlink_to(os.devnull)
    elif kind == "loop":
        path.symlink_to(path)
    done = subprocess.run(
        [sys.executable, "-c", CHANGING],
        cwd=ROOT,
        env={**os.environ, "XDG_CONFIG_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=GENEROUS_SECONDS,
    )
    assert (done.returncode, done.stdout) == (0, "150\n"), done.stderr


ASKED = """
import sys
import digitpad.workspace
from PySide6.QtCore import QSettings
from digitpad.workspace.keeping.settings import Settings
print(Settings(QSettings(sys.argv[1], QSettings.Format.IniFormat)).language)
"""


@pytest.mark.skipif(
    sys.platform != "linux", reason="elsewhere the environment does not say what the system speaks"
)
@pytest.mark.parametrize(("system", "spoken"), [("vi_VN.UTF-8", "vi"), ("de_DE.UTF-8", "en"), ("C", "en")])
def test_at_first_the_systems_language_is_spoken(
    tmp_path: Path, fresh_python: FreshPython, monkeypatch: pytest.MonkeyPatch, system: str, spoken: str
) -> None:
    for name in ("LC_ALL", "LANG", "LANGUAGE"):
        monkeypatch.setenv(name, system)
    store = tmp_path / "settings.ini"
    assert fresh_python("-c", ASKED, store).stdout.strip() == spoken
    store.write_text("[view]\nlanguage=en\n")
    assert fresh_python("-c", ASKED, store).stdout.strip() == "en", "what somebody has chosen stays"
