"""Words that follow the pen have nothing around them laid out anew as long as they have room."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from digitpad.ui.views.steady_words import SteadyWords
from digitpad.ui.views.words import Words


class Requests(QObject):
    """Counts how often a widget is to be laid out anew."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """Count."""
        self.count += event.type() == QEvent.Type.LayoutRequest
        return False


def page_of(words: SteadyWords, qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    column.addWidget(words)
    column.addStretch(1)
    page.resize(300, 200)
    with qtbot.waitExposed(page):
        page.show()
    return page


def test_a_page_is_laid_out_anew_for_more_lines_only_and_gives_their_room_back_at_rest(qtbot: QtBot) -> None:
    words = SteadyWords(Words())
    words.setText("8.31")
    page = page_of(words, qtbot)
    line = words.height()
    qtbot.waitUntil(lambda: line == words.words.height() > 0)
    requests = Requests(page)
    seen = Requests(words)
    words.setText("9.18")
    qtbot.waitUntil(lambda: seen.count > 0)
    assert requests.count == 0
    words.setText("\n".join(["8.31", "+", "0.87", "=", "9.18"]))
    qtbot.waitUntil(lambda: words.height() >= 5 * line - 4)
    assert requests.count > 0
    words.setText("9.18")
    qtbot.waitUntil(lambda: words.height() == line)  # a moment later
    assert words.words.height() == line


def test_words_that_say_nothing_or_are_left_out_take_no_room(qtbot: QtBot) -> None:
    words = SteadyWords(Words())
    page = page_of(words, qtbot)
    assert not words.isVisible()
    words.setText("9.18")
    qtbot.waitUntil(lambda: words.isVisible() and words.words.isVisible())
    words.leave_out(True)
    assert not words.isVisible()
    words.setText("8.31")
    assert not words.isVisible()
    words.leave_out(False)
    qtbot.waitUntil(lambda: words.words.isVisible() and words.height() >= words.words.sizeHint().height())
    assert words.text() == "8.31"
    assert page.isVisible()
