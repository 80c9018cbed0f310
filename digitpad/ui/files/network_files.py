"""Saving and opening a network through the system's file dialogs."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from digitpad.errors import DataFileError
from digitpad.runs.network_file import SavedNetwork, load_network, save_network
from digitpad.ui.files.names import with_suffix
from digitpad.workspace.settings import Settings

SUFFIX = ".npz"


class NetworkFiles(QObject):
    """Asks for a file, saves or opens, and says in a sentence what went wrong."""

    def __init__(self, window: QWidget, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings

    def save(self, network: SavedNetwork) -> Path | None:
        """Save to a file the user chooses; return it, or None if nothing was saved."""
        suggestion = str(Path(self._settings.folder) / f"network{SUFFIX}")
        name, _ = QFileDialog.getSaveFileName(self._window, self.tr("Save network"), suggestion, self._filter())
        if not name:
            return None
        path = with_suffix(self._window, name, SUFFIX)
        return path if path is not None and self.save_to(path, network) else None

    def save_to(self, path: Path, network: SavedNetwork) -> bool:
        """Save to this file; say whether it worked."""
        try:
            save_network(path, network)
        except DataFileError as error:
            QMessageBox.warning(self._window, self.tr("The network was not saved"), str(error))
            return False
        self._settings.folder = str(path.parent)
        return True

    def open(self) -> tuple[Path, SavedNetwork] | None:
        """Open a file the user chooses; None if there is none or it cannot be used."""
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open network"), self._settings.folder, self._filter()
        )
        network = self.open_from(Path(name)) if name else None
        return (Path(name), network) if network else None

    def open_from(self, path: Path) -> SavedNetwork | None:
        """Open this file; None, after a sentence, if it cannot be used."""
        try:
            network = load_network(path)
        except DataFileError as error:
            QMessageBox.warning(self._window, self.tr("The network was not opened"), str(error))
            return None
        self._settings.folder = str(path.parent)
        return network

    def _filter(self) -> str:
        return self.tr("digitpad networks") + f" (*{SUFFIX})"
