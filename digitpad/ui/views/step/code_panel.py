"""The page's code, and the statement that Python runs next."""

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QTextEdit, QVBoxLayout, QWidget

from digitpad.engines.acts.tape import CodePage, Place
from digitpad.ui.elided_label import ElidedLabel
from digitpad.ui.theme import colors
from digitpad.ui.translated import Translated
from digitpad.ui.views.clicked_list import leave_space
from digitpad.ui.views.words import SPACING, Words
from digitpad.workspace.stepping.code_lines import Row, rows, statement, statement_text

PADDING = 8
RADIUS = 8.0
"""Of the panel, in logical pixels."""

CODE_SHARE = 0.92
"""Size of the code's letters, of those around it; before a last row they are all as large."""

LEAST_COLUMNS, LEAST_LINES = 20, 6

ABOVE = 2
"""Rows that are kept in sight above the next statement."""


class CodePanel(Translated, QWidget):
    """A function's source; what has run is muted, what runs next stands on a ground of its own.

    Attributes:
        header: the function, its file, and from where it was called.
        returned: that the function has run its last line.
        text: the code, to be read and copied.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header, self.calls, self.returned = ElidedLabel(self), ElidedLabel(self), Words("heading", self)
        self.header.setProperty("role", "heading")
        self.calls.setProperty("role", "muted")
        self._is_plain = False
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setTabChangesFocus(True)
        self.text.document().setDocumentMargin(0)
        leave_space(self.text)
        self._place: Place | None = None
        self._page: CodePage | None = None
        self._rows: list[Row] = []
        self._laid_out: tuple[CodePage | None, int] = None, 0
        # A scroll bar that comes or goes takes or gives room, after this signal.
        self.text.verticalScrollBar().rangeChanged.connect(lambda *_: QTimer.singleShot(0, self, self._lay_out))
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        column.setSpacing(SPACING // 2)
        for label in (self.header, self.calls):
            column.addWidget(label)
        column.addWidget(self.text, 1)
        column.addWidget(self.returned)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self._dress()
        self._translate()

    def show_place(self, place: Place | None, page: CodePage | None) -> None:
        """Show where Python is; without a place, a page of which nothing runs."""
        self._place, self._page = place, page if place is None else place.page
        self._show()

    def set_projector(self, on: bool) -> None:
        """Leave out the function's file, and from where it was called."""
        self._is_plain = on
        self._dress()
        self._show()

    def _translate(self) -> None:
        self.text.setAccessibleName(self.tr("The page’s code"))
        self._show()

    def _show(self) -> None:
        place, page = self._place, self._page
        name = "" if page is None else page.function
        self.header.setText(name if page is None or self._is_plain else f"{name} · {page.file}")
        calls = [] if place is None else [caller.function for caller, _ in place.calls]
        self.calls.setText(" › ".join([*calls, page.function]) if calls and page is not None else "")
        self.calls.setVisible(bool(calls) and not self._is_plain)
        for label in (self.header, self.calls):
            label.setToolTip(label.text())
        returns = place is not None and place.returns
        self.returned.setText(self.tr("returns to where it was called") if returns else "")
        if page is None or place is None:
            words = ""
        elif returns:
            words = self.tr("{function} returns").format(function=page.function)
        else:
            words = self.tr("next: {code}").format(code=statement_text(page, place.line))
        self.text.setAccessibleDescription(words)
        self._lay_out()

    def _lay_out(self) -> None:
        """Have rows as wide as there is room, and mark what runs next in them."""
        letter = QFontMetricsF(self.text.font()).horizontalAdvance("0")
        columns = int(self.text.viewport().width() / max(letter, 1.0))
        if self._laid_out != (self._page, columns):
            self._laid_out = self._page, columns
            self._rows = [] if self._page is None else rows(self._page, columns)
            self.text.setPlainText("\n".join(row.text for row in self._rows))
        self._mark()

    def _next(self) -> tuple[int, int]:
        """Return first and last line of what runs next: none is (-1, -2)."""
        if self._place is None or self._page is None:
            return -1, -2
        return statement(self._page, self._place.line)

    def _mark(self) -> None:
        first, last = self._next()
        now, marks = colors(), []
        ran, runs = QTextCharFormat(), QTextCharFormat()
        ran.setForeground(QColor(now.muted))
        runs.setBackground(QColor(now.running))
        runs.setForeground(QColor(now.text))
        runs.setFontWeight(QFont.Weight.Bold)
        runs.setProperty(QTextFormat.Property.FullWidthSelection, True)
        until = first if first >= 0 else -1
        for number, row in enumerate(self._rows):
            if row.line < until or first <= row.line <= last:
                mark = QTextEdit.ExtraSelection()
                mark.cursor = QTextCursor(self.text.document().findBlockByNumber(number))
                mark.format = runs if row.line >= first else ran
                if row.line < first:
                    mark.cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
                marks.append(mark)
        self.text.setExtraSelections(marks)
        self._bring_into_sight(first, last)

    def _bring_into_sight(self, first: int, last: int) -> None:
        """Scroll as little as shows all of what runs next, and what stands above it."""
        places = [number for number, row in enumerate(self._rows) if first <= row.line <= last]
        if not places:
            return
        bar = self.text.verticalScrollBar()
        seen = max(1, int(self.text.viewport().height() / max(1, self.text.fontMetrics().lineSpacing())))
        top, bottom = max(0, places[0] - ABOVE), places[-1] + 1
        if top < bar.value():
            bar.setValue(top)
        elif bottom >= bar.value() + seen:
            bar.setValue(min(top, bottom - seen + 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew where there is another width."""
        super().resizeEvent(event)
        # The text has its own new size only after this event.
        QTimer.singleShot(0, self, self._lay_out)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's letters and colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._dress()
        elif event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            # A new style sheet gives widgets the fonts back that they had in the beginning, after this event.
            QTimer.singleShot(0, self, self._dress)

    def _dress(self) -> None:
        now = colors()
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(max(1, round((1 if self._is_plain else CODE_SHARE) * self.fontInfo().pixelSize())))
        palette = self.text.palette()
        palette.setColor(palette.ColorRole.Base, QColor(now.track))
        palette.setColor(palette.ColorRole.Text, QColor(now.text))
        self.text.setPalette(palette)
        self.text.setFont(font)
        self.update()
        self._lay_out()

    def minimumSizeHint(self) -> QSize:
        """A few columns of a few lines."""
        letters = self.text.fontMetrics()
        width = LEAST_COLUMNS * letters.horizontalAdvance("0") + 2 * PADDING
        return QSize(width, LEAST_LINES * letters.lineSpacing() + 2 * PADDING)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors().track))
        painter.drawRoundedRect(self.rect(), RADIUS, RADIUS)
        painter.end()
