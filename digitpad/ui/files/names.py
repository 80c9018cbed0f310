"""The names that users give to files, with the suffix they left out."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget


def with_suffix(window: QWidget, chosen: str, suffix: str, *others: str) -> Path | None:
    """Return the chosen path, which ends in ``suffix`` or one of ``others``; None if it shall not be written.

    The file dialog has asked whether an existing file may be replaced, but by the name as it was typed.
    """
    if chosen.lower().endswith((suffix, *others)):
        return Path(chosen)
    path = Path(chosen + suffix)
    if path.exists():
        answer = QMessageBox.question(
            window,
            QCoreApplication.translate("FileNames", "Replace the file?"),
            QCoreApplication.translate("FileNames", "%1 exists already. Shall it be replaced?").replace(
                "%1", path.name
            ),
        )
        if answer != QMessageBox.StandardButton.Yes:
            return None
    return path
