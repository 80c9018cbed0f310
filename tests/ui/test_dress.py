"""Colours and letters of the whole program: changed when they change, as dressing all widgets anew takes long."""

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from digitpad.ui import theme
from digitpad.ui.stage.main_window import MainWindow
from digitpad.ui.views.step.cards.slope_card import SlopeCard
from tests.conftest import FreshPython
from tests.ui.lesson import settle
from tests.ui.pasts import past_run


def test_nothing_is_dressed_anew_unless_something_changes(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme.choose_scheme("light")
    theme.choose_text_size(100)
    dressed: list[QApplication] = []
    monkeypatch.setattr(theme, "apply_theme", dressed.append)
    theme.choose_scheme("light")
    theme.choose_text_size(100)
    assert dressed == []
    theme.choose_text_size(150)
    assert dressed == [], "letters reach everybody without that"
    theme.choose_scheme("dark")
    assert len(dressed) == 1
    monkeypatch.undo()
    theme.choose_text_size(100)
    theme.choose_scheme("system")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_pointed_at_can_still_be_read(window: MainWindow, qtbot: QtBot, scheme: str) -> None:
    """White words on a pale button: Train, just when somebody was about to click it."""
    theme.choose_scheme(scheme)
    qtbot.waitUntil(lambda: window.palette().window().color().name() == theme.colors().window)
    for button in (window.panel.buttons["train"], window.recovery_bar.restore):
        pointed_at = []
        for under in (False, True):
            button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, under)
            image = button.grab().toImage()
            pointed_at.append(image.pixelColor(image.width() // 2, 5).name())
        assert pointed_at == [theme.colors().accent] * 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_can_be_written_into_stands_out_from_the_card(window: MainWindow, qtbot: QtBot, scheme: str) -> None:
    theme.choose_scheme(scheme)
    window.actions_["recipe"].setChecked(True)
    field, now = window.sheet.form.training.epochs, theme.colors()
    qtbot.waitUntil(lambda: field.isVisible() and field.palette().base().color().name() == now.field)
    assert field.height() == window.sheet.form.data.images.height()
    image = field.grab().toImage()
    assert image.pixelColor(image.width() // 2, image.height() // 2).name() == now.field


def brightness(color: str) -> float:
    """Return the relative luminance of a colour as WCAG 2 defines it."""
    values = (QColor(color).redF(), QColor(color).greenF(), QColor(color).blueF())
    red, green, blue = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in values)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((brightness(one), brightness(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_box_of_a_curve_that_is_hidden_is_seen(window: MainWindow, qtbot: QtBot, scheme: str) -> None:
    theme.choose_scheme(scheme)
    past_run(window, [2.0, 1.0]).visible = False
    window.area.show_view("runs")
    table = window.views["runs"].table
    qtbot.waitUntil(lambda: table.palette().text().color().name() == theme.colors().text)
    settle(qtbot)
    row = table.visualRect(table.model().index(0, 0))
    box = QRect(row.left(), row.top(), row.height(), row.height())
    image = table.viewport().grab(box).toImage()
    frame = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert max(contrast(color, theme.colors().card) for color in frame) >= 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_slider_is_seen_with_its_handle_and_to_its_end(window: MainWindow, qtbot: QtBot, scheme: str) -> None:
    theme.choose_scheme(scheme)
    slider, now = window.panel.pace.slider, theme.colors()
    qtbot.waitUntil(lambda: slider.palette().text().color().name() == now.text)
    settle(qtbot)
    slider.setValue(slider.minimum())
    image = slider.grab().toImage()
    middle = image.width() // 2
    for place in (range(middle), range(middle, image.width())):  # the handle is at the left
        frame = {image.pixelColor(x, y).name() for x in place for y in range(image.height())}
        assert max(contrast(color, now.card) for color in frame) >= 3


def test_a_plot_shows_that_it_has_the_keys(window: MainWindow, qtbot: QtBot) -> None:
    plot = window.views["loss"].plot.plot
    with qtbot.waitActive(window):
        window.activateWindow()

    def corner() -> str:
        return str(plot.grab().toImage().pixelColor(1, plot.height() // 2).name())

    assert corner() == theme.colors().card
    plot.setFocus(Qt.FocusReason.TabFocusReason)
    assert corner() == theme.colors().accent
    assert plot.seen().pixelColor(1, plot.height() // 2).name() == theme.colors().card, "a copy has no frame"
    assert corner() == theme.colors().accent
    window.resize(1366, 720)
    settle(qtbot)
    assert plot.grab().toImage().pixelColor(plot.width() - 2, plot.height() // 2).name() == theme.colors().accent
    window.canvas.setFocus()
    assert corner() == theme.colors().card


def test_boxes_that_were_high_for_large_letters_are_low_again(window: MainWindow, qtbot: QtBot) -> None:
    box = window.sheet.form.data.images
    usual = box.minimumSizeHint().height()
    window.actions_["recipe"].setChecked(True)
    for percent in (150, 100):
        theme.choose_text_size(percent)
        qtbot.waitUntil(lambda percent=percent: (box.minimumSizeHint().height() > usual) == (percent > 100))
    qtbot.waitUntil(lambda: box.height() == usual)
    window.actions_["recipe"].setChecked(False)
    for percent in (150, 100):  # the same where nobody sees it
        theme.choose_text_size(percent)
        letters = round(theme.LETTERS * percent / 100)
        qtbot.waitUntil(lambda letters=letters: window.font().pixelSize() == letters)
    window.actions_["recipe"].setChecked(True)
    qtbot.waitUntil(lambda: box.height() == usual)


class Told(QObject):
    """Counts how often a widget is told that its style is another one."""

    def __init__(self) -> None:
        super().__init__()
        self.times = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        self.times += event.type() == QEvent.Type.StyleChange
        return False


def test_a_widget_deep_in_the_window_is_told_of_another_scheme_as_often_as_any(window: MainWindow) -> None:
    """Once for each widget around it, as Qt does for one style sheet in place of another, took a second."""
    theme.choose_scheme("light")
    told = [Told(), Told()]
    for one, widget in zip(told, (window, window.sheet.form.data.images), strict=True):
        widget.installEventFilter(one)
    theme.choose_scheme("dark")
    assert [one.times for one in told] == [2, 2]


def test_a_plot_that_nobody_sees_is_dressed_just_before_somebody_does(qapp: QApplication, qtbot: QtBot) -> None:
    card = SlopeCard()
    for widget in (card, card.upper):
        qtbot.addWidget(widget)
        widget.resize(400, 300)
        widget.show()
    card.show_weight("w", 0.5, 0.25, 1.5)
    pictures = []
    for hides in (False, True):
        theme.choose_scheme("light")
        theme.choose_text_size(100)
        qtbot.waitUntil(lambda: card.font().pixelSize() == theme.LETTERS)
        card.upper.setVisible(not hides)
        theme.choose_scheme("dark")
        theme.choose_text_size(150)
        qtbot.waitUntil(lambda: card.font().pixelSize() > theme.LETTERS)
        worn = card.plot.backgroundBrush().color().name()
        assert worn == (theme.LIGHT if hides else theme.DARK).card
        card.upper.show()
        card.plot.clearFocus()  # a window that comes up gives its only plot the keys
        settle(qtbot)
        pictures.append(card.upper.grab().toImage())
    assert pictures[0] == pictures[1]
    theme.choose_text_size(100)
    theme.choose_scheme("system")


BUTTONS_OF_DIALOGS = """
from PySide6.QtWidgets import QDialogButtonBox, QProxyStyle, QStyle
from digitpad.ui.application import make_application

class WithIcons(QProxyStyle):
    def styleHint(self, hint, option=None, widget=None, data=None):
        has_icons = hint == QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons
        return 1 if has_icons else super().styleHint(hint, option, widget, data)

def has_icon():
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    return not box.buttons()[0].icon().isNull()

application, style = make_application(), WithIcons("Fusion")
application.setStyle(style)
print(has_icon())
application.setStyleSheet("")
print(has_icon())
"""


def test_buttons_of_dialogs_have_none_of_the_systems_icons_which_are_black_in_dark_colours(
    fresh_python: FreshPython,
) -> None:
    done = fresh_python("-c", BUTTONS_OF_DIALOGS)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["False", "True"], "where the system has them by itself"
