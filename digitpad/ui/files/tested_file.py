"""Opening a file of drawings that a network is tested on."""

from PySide6.QtCore import QObject

from digitpad.ui.files.dialogs import FileDialogs, Kind
from digitpad.workspace.testing.testing import Testing

SUFFIXES = (".jsonl.gz", ".jsonl")


class TestedFile(QObject):
    """Asks for a file; what cannot be tested on is said in a sentence."""

    __test__ = False
    """It is no test, whatever pytest thinks of its name."""

    def __init__(self, dialogs: FileDialogs, testing: Testing) -> None:
        super().__init__(dialogs)
        self._dialogs = dialogs
        self._testing = testing
        testing.failed.connect(dialogs.complain_not_opened)

    def open(self) -> bool:
        """Test on a file that the user chooses, once it is read; say whether one was chosen."""
        kind = Kind(self.tr("digitpad drawings"), SUFFIXES)
        path = self._dialogs.ask_what(self.tr("Test on drawings"), kind)
        if path is not None:
            self._testing.open_file(path)
        return path is not None
