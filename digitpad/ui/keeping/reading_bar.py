"""Says that a file is still being read, from a drive that is slow or gone, and lets the user wait no longer."""

from PySide6.QtWidgets import QWidget

from digitpad.ui.announcing import Announcer
from digitpad.ui.keeping.message_bar import MessageBar
from digitpad.ui.plain import give_tip
from digitpad.workspace.keeping.file_jobs import FileJobs


class ReadingBar(MessageBar):
    """Shows while a file is slow; hidden else.

    Attributes:
        cancel: the button that ends the waiting.
        spoken: tells a screen reader.
    """

    def __init__(self, jobs: FileJobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.cancel = self.add_button(jobs.cancel, primary=False)
        self.spoken = Announcer(self.message, lambda: self.message.text() if self.isVisible() else "")
        jobs.slow_changed.connect(self._follow)
        self._translate()

    def _follow(self) -> None:
        self._translate()
        self.setVisible(self._jobs.slow is not None)
        self.spoken.note()

    def _translate(self) -> None:
        self.cancel.setText(self.tr("Cancel"))
        self.cancel.setToolTip(self.tr("Wait no longer for this file: nothing of it is opened"))
        if self._jobs.slow is not None:
            self.message.setText(self.tr("Still reading {name} …").format(name=self._jobs.slow.name))
            give_tip(self.message, str(self._jobs.slow))
