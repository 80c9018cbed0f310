"""The end of a session: what is still being written is waited for, and what cannot be kept is said."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from digitpad.ui.files.session_files import SessionFiles
from digitpad.workspace.keeping.file_jobs import FileJobs
from digitpad.workspace.keeping.recovery import Recovery
from digitpad.workspace.wording.plain_text import as_plain
from digitpad.workspace.wording.sentences import sentence


def put_session_away(window: QWidget, jobs: FileJobs, recovery: Recovery, files: SessionFiles) -> bool:
    """Finish all files, then keep the session for the next time; if the disk refuses, as often as is asked for.

    What cannot be kept there may be saved elsewhere instead, as is done already if the session has a file. No key
    closes the question by the way: what is lost then is lost on purpose. A program that is told once more to end
    answers it with no button at all: then the disk is tried for a last time. Returns False if it refuses again.
    """
    _finish(window, jobs)
    button = QMessageBox.StandardButton
    title = QCoreApplication.translate("Farewell", "This session could not be kept for the next time")
    while (refusal := recovery.put_away()) is not None and files.is_modified:
        text = as_plain(sentence(refusal))
        answer = QMessageBox.warning(window, title, text, button.Retry | button.Save | button.Discard, button.Save)
        if answer == button.NoButton:
            return recovery.put_away() is None
        if answer == button.Discard or (answer == button.Save and files.save_at_the_end()):
            break
    return True


def _finish(window: QWidget, jobs: FileJobs) -> None:
    for problem in jobs.finish():
        title = QCoreApplication.translate("Farewell", "A file could not be read or written")
        QMessageBox.warning(window, title, as_plain(sentence(problem)))
