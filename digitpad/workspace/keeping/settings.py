"""What the program remembers between two starts: the window's size, the last recipe, the looks."""

import json
import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from digitpad.archives.reading import exists, is_folder
from digitpad.engines.pacing import FULL, SPEEDS, WATCH, Pace, Way
from digitpad.errors import RecipeError
from digitpad.runs.recipe import KERAS_RECIPE, Recipe
from digitpad.workspace.keeping.store import take_away_what_is_no_lock
from digitpad.workspace.wording.language import LANGUAGES, systems_language

log = logging.getLogger(__name__)

TEXT_SIZES = (90, 100, 110, 125, 150, 175, 200)
"""Sizes of the letters that can be chosen, in per cent."""

SYSTEM = "system"
SCHEME_NAMES = (SYSTEM, "light", "dark")
"""Colours that a user can choose: the system's, which may change during the day, or always the same."""


class Settings:
    """Typed access to a QSettings; what makes no sense any more counts as never stored.

    Attributes:
        sessions_folder: where sessions are kept across a crash, and the last one for the next time.
    """

    def __init__(self, store: QSettings | None = None) -> None:
        self._store = _users_store() if store is None else store
        # A store of its own, as tests have it, has its sessions beside it.
        home = _data_folder() if store is None else Path(store.fileName()).parent
        self.sessions_folder = home / "digitpad" / "sessions"

    def write(self) -> None:
        """Have all of it on the disk now, which Qt else sees to in a while."""
        self._store.sync()

    @property
    def geometry(self) -> QByteArray:
        """The window's size and place, as ``QWidget.saveGeometry`` gives it; empty if never stored."""
        value = self._store.value("window/geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._store.setValue("window/geometry", value)

    @property
    def recipe(self) -> Recipe:
        """The recipe that was last used."""
        try:
            return Recipe.from_dict(json.loads(str(self._store.value("training/recipe", ""))))
        except (RecipeError, ValueError, TypeError, RecursionError) as error:
            log.debug("no usable recipe is stored: %s", error)
            return KERAS_RECIPE

    @recipe.setter
    def recipe(self, value: Recipe) -> None:
        self._store.setValue("training/recipe", json.dumps(value.as_dict()))

    @property
    def views(self) -> dict[str, Any]:
        """What is remembered of the views, by their keys."""
        try:
            value = json.loads(str(self._store.value("view/states", "{}")))
        except (ValueError, RecursionError):
            return {}
        return value if isinstance(value, dict) else {}

    @views.setter
    def views(self, value: dict[str, Any]) -> None:
        self._store.setValue("view/states", json.dumps(value))

    @property
    def pace(self) -> Pace:
        """How fast runs are shown: "watch", "full", or batches a second."""
        value = str(self._store.value("training/pace", "watch"))
        speed = _one_of(SPEEDS, value)
        if speed is not None:
            return Pace(Way.STEADY, speed)
        return FULL if value == "full" else WATCH

    @pace.setter
    def pace(self, value: Pace) -> None:
        words = {Way.WATCH: "watch", Way.FULL: "full"}
        self._store.setValue("training/pace", words.get(value.way, str(value.speed)))

    @property
    def text_size(self) -> int:
        """Size of the letters, in per cent of the usual."""
        return _one_of(TEXT_SIZES, str(self._store.value("view/text_size"))) or 100

    @text_size.setter
    def text_size(self, value: int) -> None:
        self._store.setValue("view/text_size", str(value))

    @property
    def language(self) -> str:
        """The code of the language to speak: the system's, until another one is chosen."""
        value = str(self._store.value("view/language", ""))
        return value if value in LANGUAGES else systems_language()

    @language.setter
    def language(self, value: str) -> None:
        self._store.setValue("view/language", value)

    @property
    def scheme(self) -> str:
        """ "system", "light" or "dark"."""
        value = str(self._store.value("view/scheme", SYSTEM))
        return value if value in SCHEME_NAMES else SYSTEM

    @scheme.setter
    def scheme(self, value: str) -> None:
        self._store.setValue("view/scheme", value)

    @property
    def saves_moments(self) -> bool:
        """Whether a session's file has the moments of its runs; at first not, as it is much larger then."""
        return str(self._store.value("files/moments", "no")) == "yes"

    @saves_moments.setter
    def saves_moments(self, value: bool) -> None:
        self._store.setValue("files/moments", "yes" if value else "no")

    @property
    def folder(self) -> str:
        """Where a file was last saved, opened or exported; at first, or if that is gone, the user's documents."""
        last = str(self._store.value("files/folder", ""))
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return next((place for place in (last, documents) if place and is_folder(Path(place))), str(Path.home()))

    @folder.setter
    def folder(self, value: str) -> None:
        self._store.setValue("files/folder", value)


def _one_of(numbers: Sequence[int], text: str) -> int | None:
    """Return which of these numbers a text says; it may be any text, also of more digits than Python counts."""
    return next((number for number in numbers if str(number) == text), None)


def _users_store() -> QSettings:
    """Return where this system keeps settings. What is no file there, such as a pipe, would be waited for."""
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation))
    path = folder / "digitpad" / "digitpad.conf"  # on Linux and its kin; others have no such file
    take_away_what_is_no_lock(path.with_name(f"{path.name}.lock"))
    if not exists(path) or path.is_file() or path.is_dir():  # of a folder Qt itself makes nothing
        return QSettings("digitpad", "digitpad")
    log.warning("settings are not kept: %s is no file", path)
    return QSettings(str(path / "nowhere"), QSettings.Format.IniFormat)


def _data_folder() -> Path:
    """Return where this system keeps what programs make for their user."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation))
