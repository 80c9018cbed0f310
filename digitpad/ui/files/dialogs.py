"""Asking for files: the one save dialog and the one open dialog of the program."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from digitpad.archives.reading import exists
from digitpad.errors import UserError
from digitpad.workspace.keeping.settings import Settings
from digitpad.workspace.wording.plain_text import as_plain
from digitpad.workspace.wording.sentences import sentence

NO_FILE_LETTERS = str.maketrans(dict.fromkeys('\\/:*?"<>|', "_"))
"""What some system forbids in a file's name, a run's name may have."""


MOST_NAME_BYTES = 255
"""Of a file's name in UTF-8, suffix and all, on the systems that there are."""


@dataclass(frozen=True)
class Kind:
    """A kind of file: what it is called, and its suffixes; the first is added to a name without one."""

    name: str
    suffixes: tuple[str, ...]

    @property
    def filter(self) -> str:
        """The kind as Qt's dialogs want it."""
        return f"{self.name} ({' '.join(f'*{suffix}' for suffix in self.suffixes)})"


class FileDialogs(QObject):
    """Asks where to save and what to open; remembers the folder."""

    def __init__(self, window: QWidget, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings

    def ask_where(self, title: str, name: str, kinds: Sequence[Kind]) -> tuple[Path, Kind] | None:
        """Return the file that the user chooses to save to, with a suffix of its kind; None if there is none."""
        suffixes = [suffix for kind in kinds for suffix in kind.suffixes]
        suggestion = Path(self._settings.folder) / (file_name(name, max(map(len, suffixes))) + suffixes[0])
        chosen, filter_ = QFileDialog.getSaveFileName(
            self._window, title, str(suggestion), ";;".join(kind.filter for kind in kinds)
        )
        if not chosen:
            return None
        kind = next((kind for kind in kinds if kind.filter == filter_), kinds[0])
        if chosen == str(suggestion) and not chosen.endswith(kind.suffixes):
            chosen = str(suggestion.with_suffix(""))  # the dialog's own name is not meant against the kind
        path = self._with_suffix(chosen, kind, suffixes)
        if path is None:
            return None
        self._settings.folder = str(path.parent)
        return path, kind

    def ask_what(self, title: str, kind: Kind) -> Path | None:
        """Return the file that the user chooses to open; None if there is none."""
        chosen, _ = QFileDialog.getOpenFileName(self._window, title, self._settings.folder, kind.filter)
        if not chosen:
            return None
        self._settings.folder = str(Path(chosen).parent)
        return Path(chosen)

    def ask_which(self, title: str, kind: Kind) -> list[Path]:
        """Return the files that the user chooses to open; there may be none."""
        chosen, _ = QFileDialog.getOpenFileNames(self._window, title, self._settings.folder, kind.filter)
        if chosen:
            self._settings.folder = str(Path(chosen[0]).parent)
        return [Path(path) for path in chosen]

    def complain(self, title: str, problem: UserError) -> None:
        """Say in a box what went wrong."""
        QMessageBox.warning(self._window, title, as_plain(sentence(problem)))

    def complain_not_saved(self, problem: UserError) -> None:
        """Say that nothing was saved, and why."""
        self.complain(self.tr("Nothing was saved"), problem)

    def complain_not_opened(self, problem: UserError) -> None:
        """Say that nothing was opened, and why."""
        self.complain(self.tr("Nothing was opened"), problem)

    def _with_suffix(self, chosen: str, kind: Kind, allowed: Sequence[str]) -> Path | None:
        """Return the chosen path with a suffix; None if it shall not be written.

        The file dialog has asked whether an existing file may be replaced, but by the name as it was typed.
        """
        if chosen.lower().endswith(tuple(allowed)):
            return Path(chosen)
        path = Path(chosen + kind.suffixes[0])
        if not exists(path):
            return path
        answer = QMessageBox.question(
            self._window,
            self.tr("Replace the file?"),
            as_plain(self.tr("{name} exists already. Shall it be replaced?").format(name=path.name)),
        )
        return path if answer == QMessageBox.StandardButton.Yes else None


def file_name(name: str, suffix_letters: int) -> str:
    """Return a run's name as a file can have it, with room for a suffix: a letter may take four bytes."""
    letters = name.translate(NO_FILE_LETTERS).encode()[: MOST_NAME_BYTES - suffix_letters]
    return letters.decode(errors="ignore").rstrip()
