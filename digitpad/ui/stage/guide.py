"""The guide and the About box."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize
from PySide6.QtGui import QKeySequence, QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QMessageBox, QTextBrowser, QVBoxLayout, QWidget

from digitpad import __version__
from digitpad.ui.stage.actions import Actions, key_rows
from digitpad.ui.stage.beside import open_beside
from digitpad.ui.stage.focus import keep_keys_in_fields
from digitpad.ui.views.host import ViewHost
from digitpad.workspace.wording.guide_experiments_texts import data_text, experiments_text
from digitpad.workspace.wording.guide_inside_texts import inside_text
from digitpad.workspace.wording.guide_texts import (
    classroom_text,
    guide_text,
    lesson_text,
    step_text,
    testing_text,
    using_text,
)

SIZE = QSize(760, 700)
LETTERS_SHARE = 15 / 13
"""Size of the guide's letters, in those around: it is long, and read from the front row too."""
MARGIN = 16

WRAPPED = "pre { white-space: pre-wrap; }"
"""Long lines of code go on in the next one, where large letters or a small screen leave them no room."""


def other_keys() -> list[tuple[str, str]]:
    """Return the keys that belong to no command: where, and what they do."""
    return [
        (
            QCoreApplication.translate("Guide", "Space"),
            QCoreApplication.translate("Guide", "on the canvas: train, pause, go on"),
        ),
        ("0 … 9", QCoreApplication.translate("Guide", "on the canvas: draw an example")),
        (
            "← ↑ → ↓",
            QCoreApplication.translate("Guide", "on a card of the view Step: choose a picture or a weight"),
        ),
        (
            "0 … 9, Del",
            QCoreApplication.translate("Guide", "on our digits in the view Class: label what is chosen, drop it"),
        ),
        ("Esc", QCoreApplication.translate("Guide", "with a picture on the easel: back to the canvas")),
        (
            "← ↑ → ↓",
            QCoreApplication.translate("Guide", "on the matrix of the view Test: go to a cell, show its pictures"),
        ),
        (
            "← ↑ → ↓, Backspace",
            QCoreApplication.translate(
                "Guide", "in the view Inside: choose a pixel, a unit or a digit (Shift: to compare with), or none"
            ),
        ),
        ("0 … 9", QCoreApplication.translate("Guide", "while the class votes: say a digit, go on")),
        (
            "← →, Home, End",
            QCoreApplication.translate("Guide", "on the time line: from moment to moment, to the first, to now"),
        ),
        ("F2", QCoreApplication.translate("Guide", "in the list of runs: rename")),
    ]


def table_of_keys(
    actions: Actions,
    views: ViewHost,
    key_format: QKeySequence.SequenceFormat = QKeySequence.SequenceFormat.NativeText,
) -> list[tuple[str, str]]:
    """Return all keys and what they do, made from the commands themselves."""
    rows = key_rows([*actions.all(), *views.actions()])
    own = [(", ".join(key.toString(key_format) for key in keys), what) for keys, what in rows]
    return [*other_keys(), *own]


class _GuideWindow(QDialog):
    """A window with the guide's text, in the program's letters, and with all keys of the window that it is beside.

    Attributes:
        text: what is read.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.text = QTextBrowser(self)
        self.text.document().setDefaultStyleSheet(WRAPPED)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.addWidget(self.text)
        column.addWidget(buttons)
        self.addActions(window.actions())
        keep_keys_in_fields(self)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's letters."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self.isVisible():
            self._follow_letters()

    def showEvent(self, event: QShowEvent) -> None:
        """Follow letters that were chosen meanwhile: a long text takes a moment to be laid out."""
        self._follow_letters()
        super().showEvent(event)

    def _follow_letters(self) -> None:
        font, pixels = self.text.font(), round(LETTERS_SHARE * self.fontInfo().pixelSize())
        if font.pixelSize() != pixels:
            font.setPixelSize(pixels)
            self.text.setFont(font)


class Guide(QObject):
    """Shows the guide beside the window, which stays usable; there is one guide, however often it is asked for."""

    def __init__(self, window: QWidget, actions: Actions, views: ViewHost, view: QWidget) -> None:
        """It opens over ``view``, and hides neither canvas nor answer."""
        super().__init__(window)
        self._window = window
        self._actions = actions
        self._views = views
        self._view = view
        self._dialog: _GuideWindow | None = None

    def show(self) -> None:
        """Open the guide, or bring it to the front; where somebody has moved it to another screen it stays."""
        if self._dialog is None:
            self._dialog = _GuideWindow(self._window)
            self.translate()
        if self._dialog.isHidden() and self._dialog.screen() is self._window.screen():
            open_beside(self._dialog, self._view, SIZE)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def translate(self) -> None:
        """Say it in the program's language, once the commands speak it; it stays where it was scrolled to."""
        if self._dialog is None:
            return
        self._dialog.setWindowTitle(self.tr("digitpad guide"))
        text = self._dialog.text
        bar = text.verticalScrollBar()
        share = bar.value() / max(1, bar.maximum())
        rows = "".join(
            f"<tr><td><b>{keys}</b></td><td>{what}</td></tr>"
            for keys, what in table_of_keys(self._actions, self._views)
        )
        heading = self.tr("Keys")
        parts = (
            guide_text,
            data_text,
            experiments_text,
            step_text,
            testing_text,
            inside_text,
            classroom_text,
            using_text,
            lesson_text,
        )
        texts = "".join(part() for part in parts)
        text.setHtml(f'{texts}<h2>{heading}</h2><table cellspacing="0" cellpadding="3">{rows}</table>')
        text.document().setDocumentMargin(MARGIN)
        bar.setValue(round(share * bar.maximum()))


def show_about(parent: QWidget) -> None:
    """Say what digitpad is and whose work it stands on."""
    text = QCoreApplication.translate(
        "Guide",
        "<h3>digitpad {version}</h3>"
        "<p>A drawing pad that shows a class how a neural network learns to read digits.</p>"
        "<p>Network and loop: after François Chollet, <i>Deep Learning with Python</i>, chapter 2.<br>"
        "Images: MNIST, by Yann LeCun, Corinna Cortes and Christopher J. C. Burges, CC BY-SA 3.0.<br>"
        "Built with Qt for Python, TensorFlow, NumPy and pyqtgraph.</p>"
        "<p>MIT licence.</p>",
    ).format(version=__version__)
    QMessageBox.about(parent, QCoreApplication.translate("Guide", "About digitpad"), text)
