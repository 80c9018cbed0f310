"""What is remembered between two starts."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from digitpad.engines.pacing import WATCH
from digitpad.runs.recipe import KERAS_RECIPE
from digitpad.workspace.keeping.settings import Settings


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
    settings = Settings(store)
    assert settings.recipe == KERAS_RECIPE
    assert settings.scheme == "system"
    assert settings.text_size == 100
    assert settings.pace == WATCH
    assert settings.views == {}
    assert settings.geometry.isEmpty()
