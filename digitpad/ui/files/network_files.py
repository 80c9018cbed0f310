"""Saving and opening a network."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from digitpad.runs.network_file import SUFFIX, SavedNetwork, load_network, save_network
from digitpad.ui.files.dialogs import FileDialogs, Kind
from digitpad.workspace.keeping.file_jobs import FileJobs


class NetworkFiles(QObject):
    """Asks for a file, has it written or read, and says in a sentence how that went.

    Signals:
        told(str): a sentence on what was saved.
        opened(SavedNetwork, str): a network that was read, and its file's name.
    """

    told = Signal(str)
    opened = Signal(object, str)

    def __init__(self, dialogs: FileDialogs, jobs: FileJobs) -> None:
        super().__init__(dialogs)
        self._dialogs = dialogs
        self._jobs = jobs

    def save(self, network: SavedNetwork) -> None:
        """Save to a file the user chooses."""
        chosen = self._dialogs.ask_where(self.tr("Save network"), "network", [self._kind()])
        if chosen is not None:
            self.save_to(chosen[0], network)

    def save_to(self, path: Path, network: SavedNetwork) -> None:
        """Begin to save to this file."""

        def work() -> Path:
            save_network(path, network)
            return path

        self._jobs.do(work, self._tell_saved, self._dialogs.complain_not_saved)

    def open(self) -> None:
        """Open a file the user chooses."""
        path = self._dialogs.ask_what(self.tr("Open network"), self._kind())
        if path is not None:
            self.open_from(path)

    def open_from(self, path: Path) -> None:
        """Begin to open this file."""
        self._jobs.do(
            lambda: load_network(path),
            lambda network: self.opened.emit(network, path.name),
            self._dialogs.complain_not_opened,
            reading=path,
        )

    def _tell_saved(self, path: Path) -> None:
        self.told.emit(self.tr("Saved {path}").format(path=path))

    def _kind(self) -> Kind:
        return Kind(self.tr("digitpad networks"), (SUFFIX,))
