"""The page “Why?”: sums that a calculator adds up, and what a hand chooses."""

import itertools
import re
from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from digitpad.arrays import PIXELS
from digitpad.drawing.growing.growing_raster import FEW_POINTS
from digitpad.drawing.samples import sample_digit
from digitpad.drawing.strokes import Drawing
from digitpad.network.architecture import Activation, Architecture
from digitpad.network.snapshot import Snapshot, frozen
from digitpad.network.weight_pictures import rounded_up
from digitpad.ui.stage.main_window import MainWindow
from digitpad.ui.theme import choose_text_size
from digitpad.ui.views.inside.change_page import ChangePage
from digitpad.ui.views.inside.inside_view import InsideView
from digitpad.ui.views.inside.why.ledger_picture import LedgerPicture
from digitpad.ui.views.inside.why.logit_rows import LogitRows
from digitpad.ui.views.inside.why.sum_line import SumLine
from digitpad.ui.views.inside.why.unit_lights import LightsPanel
from digitpad.ui.views.inside.why_page import WhyPage
from digitpad.workspace.changes import Part
from digitpad.workspace.easel.exhibit import SetPicture
from digitpad.workspace.inside.insight import Topic
from digitpad.workspace.inside.ledger_marks import outline, scale_for
from digitpad.workspace.wording.language import speak
from tests.ui.views.inside.networks import network, take
from tests.ui.views.test_steady_words import Requests

RELU, TANH, SIGMOID = Activation.RELU, Activation.TANH, Activation.SIGMOID

Layers = tuple[tuple[int, Activation], ...]

KINDS = [
    pytest.param((), id="none"),
    pytest.param(((64, RELU),), id="one"),
    pytest.param(((64, RELU), (32, RELU), (2048, RELU), (16, RELU)), id="four"),
    pytest.param(((64, TANH),), id="tanh"),
    pytest.param(((64, RELU), (32, SIGMOID)), id="mixed"),
]


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    speak("en")


@pytest.fixture
def page(window: MainWindow) -> WhyPage:
    """The page, with a three on the canvas."""
    window.workspace.ask_for_view("inside")
    window.workspace.board.set_drawing(sample_digit(3), "three")
    page = window.views["inside"].pages[Topic.WHY]
    assert isinstance(page, WhyPage)
    page.show_now()
    assert page.body.isVisible()
    return page


def height_of_figures(line: SumLine) -> int:
    """Return how high the figures of a sum are painted, in pixels: the uppermost of what is not background."""
    image = line.grab().toImage()
    nothing = image.pixel(0, 0)
    inked = [any(image.pixel(x, y) != nothing for x in range(image.width())) for y in range(image.height())]
    first = inked.index(True)
    return inked.index(False, first) - first


def usual_height(line: SumLine) -> int:
    """Return how high they would be in the letters of other words."""
    letters = QFont(line.font())
    letters.setPixelSize(line.fontInfo().pixelSize())
    letters.setBold(True)
    return QFontMetrics(letters).tightBoundingRect(line.text()).height()


POWER = re.compile(r"·10([⁰¹²³⁴⁵⁶⁷⁸⁹]+)$")


def number(text: str) -> float:
    """Read a number as a person does, whatever its decimal mark, its minus and its power of ten."""
    power = POWER.search(text)
    exponent = "".join(str("⁰¹²³⁴⁵⁶⁷⁸⁹".index(digit)) for digit in power[1]) if power else "0"
    return float(f"{POWER.sub('', text).replace('−', '-').replace(',', '.')}e{exponent}")


def parts(text: str) -> tuple[list[float], float, float]:
    """Read a sum: its terms with their signs, what it says that they make, and a unit of the last digit."""
    left, _, right = text.partition(" = ")
    first, *rest = left.split(" ")
    terms = [number(first)]
    terms += [
        number(value) * (-1 if sign == "−" else 1) for sign, value in zip(rest[::2], rest[1::2], strict=True)
    ]
    decimals = len(re.split("[.,]", right)[1]) if re.search("[.,]", right) else 0
    return terms, number(right), 10.0**-decimals


def send(widget: QWidget, kind: QEvent.Type, at: QPointF) -> None:
    button = Qt.MouseButton.NoButton
    event = QMouseEvent(kind, at, widget.mapToGlobal(at), button, button, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, event)


def shown_row(page: WhyPage, digit: int) -> tuple[float, str]:
    """Return the logit and the probability that stand beside a digit."""
    _, logit, share = page.body.rows.row_text(digit).split(" · ")
    return number(logit), share


@pytest.mark.parametrize("layers", KINDS)
def test_the_sum_adds_up_by_calculator(page: WhyPage, window: MainWindow, layers: Layers) -> None:
    take(window, network(*layers))
    window.workspace.insight.choose_digit(3)
    for language, against in itertools.product(("en", "vi"), (None, 8)):
        window.actions_[f"language_{language}"].trigger()
        window.workspace.insight.choose_against(against)
        page.show_now()
        adds_up(page, window, layers, against)
        assert ("," in page.body.sum.text()) == (language == "vi")


def adds_up(page: WhyPage, window: MainWindow, layers: Layers, against: int | None) -> None:
    """Assert that the sum is one, and of the digit's logit, or by how much it is larger than another's."""
    terms, total, unit = parts(page.body.sum.text())
    assert sum(terms) == pytest.approx(total, abs=unit / 100)
    assert len(terms) == (3 if {kind for _, kind in layers} & {TANH, SIGMOID} else 2)
    logit = shown_row(page, 3)[0] - (0 if against is None else shown_row(page, against)[0])
    assert total == pytest.approx(logit, abs=unit / 100)
    account = window.workspace.insight.ledger()
    assert account is not None
    assert terms[0] == pytest.approx(account.pixels.sum(), abs=3 * unit)
    assert terms[1] == pytest.approx(sum(account.biases), abs=0.51 * unit)


def test_the_softmax_of_the_logits_is_the_bars(page: WhyPage, window: MainWindow, qtbot: QtBot) -> None:
    take(window, network((64, RELU), scale=1.5))
    page.show_now()
    logits = np.array([shown_row(page, digit)[0] for digit in range(10)])
    shares = np.exp(logits) / np.exp(logits).sum()
    bars = window.prediction.bars
    assert shares.max() < 0.99, "some of it is the others'"
    qtbot.waitUntil(lambda: np.allclose(bars.probabilities, shares, atol=0.006))  # of logits with two decimals
    for digit, share in enumerate(shares):
        text = shown_row(page, digit)[1]
        assert number(text.replace(" %", "").replace("< ", "").replace("> ", "")) == pytest.approx(
            100 * share, abs=0.6
        )


def test_small_logits_have_more_digits(page: WhyPage, window: MainWindow) -> None:
    take(window, network((16, RELU), (16, RELU), scale=0.02))
    page.show_now()
    terms, total, unit = parts(page.body.sum.text())
    assert unit <= 0.01
    assert sum(terms) == pytest.approx(total, abs=unit / 100)


@pytest.mark.parametrize("scale", [1e5, 1e7])
def test_logits_of_a_run_that_exploded_can_be_read(page: WhyPage, window: MainWindow, scale: float) -> None:
    """They were written out with 22 digits, of which the sum showed the middle ones."""
    take(window, network((64, RELU), scale=scale))
    page.show_now()
    text = page.body.sum.text()
    assert len(text) < 45
    powers = {POWER.search(part)[1] for part in text.split(" ")[::2]}  # type: ignore[index]
    assert len(powers) == 1, "a calculator adds what stands before it"
    (power,) = powers
    terms, total, _ = parts(text.replace(f"·10{power}", ""))
    assert sum(terms) == pytest.approx(total, abs=1e-5)
    rows = [page.body.rows.row_text(digit).split(" · ")[1] for digit in range(10)]
    assert all(row.endswith(f"·10{power}") and len(row) < 15 for row in rows)


def test_a_unit_that_is_off_is_not_the_strongest_however_huge_its_weights(
    page: WhyPage, window: MainWindow
) -> None:
    """Its product overflowed, and made none of zero a NaN, which is the largest of all."""
    snapshot = network((2, RELU))
    first, biases, last, last_biases = (np.array(weights) for weights in snapshot.weights)
    first[:, 0], first[:, 1], last[1, :] = np.abs(first[:, 0]), -1e30, 1e10
    take(window, Snapshot(frozen([first, biases, last, last_biases]), 0, snapshot.architecture))
    page.show_now()
    assert "of unit 1. Unit 1: sum" in page.body.details.text()


def test_the_chain_leads_from_a_pixel_to_the_answer(page: WhyPage, window: MainWindow, qtbot: QtBot) -> None:
    insight = window.workspace.insight
    account, trace = insight.ledger(), insight.trace()
    assert account is not None
    assert trace is not None
    most = int(account.pixels.argmax())
    row, column = divmod(most, 28)
    qtbot.waitUntil(lambda: f"row {row + 1}, column {column + 1} has" in page.body.details.text())
    text = page.body.main.text()
    assert f"argues {account.pixels[most]:.2f} for 3." in text
    assert text.replace("\N{NO-BREAK SPACE}", " ").endswith("therefore 3 (> 99.9 %).")
    push = re.search(r"adds ([\d.]+) × (−?[\d.]+) = ([+−][\d.]+) to the sum of unit", page.body.details.text())
    assert push is not None
    grey, weight, product = (number(value) for value in push.groups())
    assert product == pytest.approx(grey * weight, rel=0.06)
    unit = re.search(r"makes ([\d.]+) of it; × (−?[\d.]+) = ([+−][\d.]+) for 3", page.body.details.text())
    assert unit is not None
    output, gain, share = (number(value) for value in unit.groups())
    assert share == pytest.approx(output * gain, rel=0.06)


def test_paper_argues_nothing(page: WhyPage, window: MainWindow, qtbot: QtBot) -> None:
    window.workspace.insight.choose_pixel(0)
    qtbot.waitUntil(lambda: "paper" in page.body.main.text())
    assert page.body.picture.accessibleDescription() == "Pixel row 1, column 1: 0 of ink, 0.00 for 3"
    assert "row 1, column 1 has 0 of ink" in page.body.details.text()


def test_where_all_ink_argues_against_a_digit_no_paper_is_looked_at(
    page: WhyPage, window: MainWindow, qtbot: QtBot
) -> None:
    weights, biases = network().weights
    against = weights.copy()
    against[:, 7] = -1
    take(window, Snapshot(frozen([against, biases]), 0, Architecture(())))
    window.workspace.insight.choose_digit(7)
    qtbot.waitUntil(lambda: page.body.main.text().startswith("This pixel argues 1.00 against 7."))


def test_a_unit_that_is_off_says_nothing(page: WhyPage, window: MainWindow, qtbot: QtBot) -> None:
    trace = window.workspace.insight.trace()
    assert trace is not None
    off = int(np.flatnonzero(trace.outputs[0] == 0)[0])
    window.workspace.insight.choose_unit((0, off))
    qtbot.waitUntil(lambda: f"Unit {off + 1}: sum −" in page.body.details.text())
    assert "it is off" in page.body.details.text()


def test_a_unit_without_an_activation_passes_its_sum_on(page: WhyPage, window: MainWindow, qtbot: QtBot) -> None:
    take(window, network((64, Activation.NONE)))
    qtbot.waitUntil(lambda: "passed on as it is; × " in page.body.details.text())
    assert "no activation" not in page.body.details.text()


class TestHands:
    """Pointer and keys."""

    def test_pointer_and_click_choose_a_pixel(self, page: WhyPage, window: MainWindow) -> None:
        insight, picture = window.workspace.insight, page.body.picture
        send(picture, QEvent.Type.MouseMove, picture.place_of(300).center())
        assert insight.pixel == 300
        QApplication.sendEvent(picture, QEvent(QEvent.Type.Leave))
        assert insight.pixel is None
        QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=picture.place_of(301).center().toPoint())
        send(picture, QEvent.Type.MouseMove, picture.place_of(5).center())
        assert insight.pixel == 5
        QApplication.sendEvent(picture, QEvent(QEvent.Type.Leave))
        assert insight.pixel == 301

    def test_the_pointer_gives_back_what_another_page_chose(self, page: WhyPage, window: MainWindow) -> None:
        insight, lights = window.workspace.insight, page.body.lights.lights[0]
        insight.choose_unit((0, 7))
        send(lights, QEvent.Type.MouseMove, QPointF(lights.place_of(40).center()))
        assert insight.unit == (0, 40)
        QApplication.sendEvent(lights, QEvent(QEvent.Type.Leave))
        assert insight.unit == (0, 7)

    def test_arrow_keys_choose_a_pixel(self, page: WhyPage, window: MainWindow) -> None:
        insight, picture = window.workspace.insight, page.body.picture
        QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=picture.place_of(300).center().toPoint())
        for key, pixel in ((Qt.Key.Key_Right, 301), (Qt.Key.Key_Down, 329), (Qt.Key.Key_Left, 328)):
            QTest.keyClick(picture, key)
            assert insight.pixel == pixel
        QTest.keyClick(picture, Qt.Key.Key_Backspace)
        assert insight.pixel is None

    def test_a_screen_reader_hears_of_the_chosen_pixel(
        self, page: WhyPage, window: MainWindow, qtbot: QtBot
    ) -> None:
        picture = page.body.picture
        QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=picture.place_of(300).center().toPoint())
        with qtbot.waitSignal(page.spoken.announced) as told:
            QTest.keyClick(picture, Qt.Key.Key_Right)
        assert told.args == [page.body.main.text()]
        assert told.args[0].startswith("This pixel ")

    def test_keys_choose_a_digit_and_another_to_compare_with(self, page: WhyPage, window: MainWindow) -> None:
        insight, rows = window.workspace.insight, page.body.rows
        QTest.keyClick(rows, Qt.Key.Key_Down)
        assert insight.digit == 4
        QTest.keyClick(rows, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        assert insight.against == 5
        QTest.keyClick(rows, Qt.Key.Key_7)
        assert insight.digit == 7
        assert page.body.question.digit.currentText() == "7"
        QTest.keyClick(rows, Qt.Key.Key_6, Qt.KeyboardModifier.ShiftModifier)  # as it is typed in France
        assert (insight.digit, insight.against) == (6, 5)
        QTest.keyClick(rows, Qt.Key.Key_Backspace)
        assert (insight.digit, insight.against) == (None, None)
        QTest.keyRelease(rows, Qt.Key.Key_Shift)

    def test_clicks_choose_digits(self, page: WhyPage, window: MainWindow, qtbot: QtBot) -> None:
        insight, rows = window.workspace.insight, page.body.rows
        click(rows, 8)
        assert insight.digit == 8
        click(rows, 2, Qt.KeyboardModifier.ShiftModifier)
        assert insight.against == 2
        qtbot.waitUntil(lambda: "rather than" in page.body.main.text() or "rather 2" in page.body.main.text())
        click(rows, 8)
        assert insight.digit is None
        QTest.keyRelease(rows, Qt.Key.Key_Shift)

    def test_the_boxes_choose_digits(self, page: WhyPage, window: MainWindow) -> None:
        insight, question = window.workspace.insight, page.body.question
        QTest.keyClick(question.digit, Qt.Key.Key_Down)
        assert insight.digit == 0
        QTest.keyClick(question.against, Qt.Key.Key_Down)
        assert insight.against == 0
        account = insight.ledger()
        assert account is not None
        assert account.against is None  # 0 rather than 0 is no question

    def test_lights_choose_a_unit_and_show_shares(self, page: WhyPage, window: MainWindow) -> None:
        insight, panel = window.workspace.insight, page.body.lights
        lights = panel.lights[0]
        QTest.mouseClick(lights, Qt.MouseButton.LeftButton, pos=lights.place_of(40).center())
        assert insight.unit == (0, 40)
        QTest.keyClick(lights, Qt.Key.Key_Right)
        assert insight.unit == (0, 41)
        before = lights.grab().toImage()
        QTest.keyClick(panel.shares, Qt.Key.Key_Down)
        assert lights.grab().toImage() != before
        assert lights.words(41).startswith("Unit 42: sum ")

    def test_a_screen_reader_hears_only_of_the_unit_that_is_marked(
        self, page: WhyPage, window: MainWindow, qtbot: QtBot
    ) -> None:
        take(window, network((64, RELU), (32, RELU)))
        first, second = page.body.lights.lights[:2]
        qtbot.waitUntil(lambda: second.isVisible() and first.accessibleDescription().startswith("Unit "))
        window.workspace.insight.choose_unit((1, 4))
        qtbot.waitUntil(lambda: second.accessibleDescription().startswith("Unit 5: "))
        assert not first.accessibleDescription()


def click(rows: LogitRows, digit: int, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.mouseClick(rows, Qt.MouseButton.LeftButton, modifier, rows.place_of(digit).center().toPoint())


def test_projector_mode_keeps_what_the_last_row_can_read(page: WhyPage, window: MainWindow, qtbot: QtBot) -> None:
    body = page.body
    qtbot.waitUntil(body.details.isVisible)
    assert body.question.isVisible()
    window.actions_["projector"].trigger()
    qtbot.waitUntil(lambda: not body.question.isVisible())
    assert all(part.isVisible() for part in (body.picture, body.rows, body.sum, body.main))
    assert not any(part.isVisible() for part in (body.legend, body.lights, body.details))
    window.actions_["projector"].trigger()
    assert all(part.isVisible() for part in (body.question, body.legend, body.lights, body.details))


def has_size(window: MainWindow, width: int, height: int) -> bool:
    """Give the window a size; what its screen wants of it may come after."""
    window.resize(width, height)
    QApplication.processEvents()
    return (window.width(), window.height()) == (width, height)


@pytest.mark.parametrize("language", ["en", "vi"])
def test_before_a_projector_the_picture_fills_little_width_and_nothing_is_cut(
    page: WhyPage, window: MainWindow, qtbot: QtBot, language: str
) -> None:
    window.actions_[f"language_{language}"].trigger()
    body = page.body
    window.actions_["projector"].trigger()
    qtbot.waitUntil(lambda: has_size(window, 1024, 768))
    qtbot.waitUntil(lambda: body.picture.width() >= 0.7 * page.width())
    qtbot.waitUntil(lambda: body.picture.geometry().bottom() < body.sum.geometry().top() < body.main.y())
    qtbot.waitUntil(lambda: body.main.height() >= body.main.heightForWidth(body.main.width()))
    room = body.mapTo(page, QPoint(body.width(), 0)).x()
    assert room <= page.width()
    assert body.rows.isVisible()
    assert body.rows.y() > body.main.geometry().bottom()
    assert body.rows.width() >= body.rows.full_width()
    assert height_of_figures(body.sum) >= 1.4 * usual_height(body.sum)
    window.actions_["projector"].trigger()
    qtbot.waitUntil(lambda: body.legend.isVisible() and body.question.isVisible())

    def has_rows_beside() -> bool:
        return body.rows.x() > body.picture.geometry().right() and body.rows.y() < body.sum.y()

    # Beside it, or below the sentence where the picture is much larger then.
    qtbot.waitUntil(lambda: has_rows_beside() or body.picture.width() >= 0.65 * page.width())
    assert has_rows_beside() or body.rows.y() > body.main.geometry().bottom()


def test_what_became_larger_while_another_page_was_shown_has_room(
    page: WhyPage, window: MainWindow, qtbot: QtBot
) -> None:
    body, insight = page.body, window.workspace.insight
    qtbot.waitUntil(lambda: body.main.isVisible())
    usual = body.main.font().pixelSize()
    insight.choose_topic(Topic.CHANGE)
    window.actions_["projector"].trigger()
    qtbot.waitUntil(lambda: has_size(window, 1024, 768))
    qtbot.waitUntil(lambda: body.main.font().pixelSize() > 1.2 * usual)
    QApplication.processEvents()
    insight.choose_topic(Topic.WHY)
    qtbot.waitUntil(lambda: body.main.isVisible())
    qtbot.waitUntil(lambda: body.rows.height() >= body.rows.minimumSizeHint().height())
    parts = body.picture, body.sum, body.main, body.rows
    qtbot.waitUntil(
        lambda: all(above.geometry().bottom() < below.y() for above, below in itertools.pairwise(parts))
    )


def test_names_below_a_long_sum_take_two_lines_before_its_numbers_shrink(
    page: WhyPage, window: MainWindow
) -> None:
    window.actions_["language_vi"].trigger()
    line = page.body.sum
    large = height_of_figures(line)
    line.resize(round(0.8 * line.minimumSizeHint().width() + 0.2 * line.width()), line.height())
    assert large > height_of_figures(line) > usual_height(line)


@pytest.mark.parametrize("language", ["en", "vi"])
def test_in_large_letters_the_page_is_no_wider_than_its_room(
    page: WhyPage, window: MainWindow, qtbot: QtBot, language: str
) -> None:
    window.actions_[f"language_{language}"].trigger()
    body, name = page.body, page.body.lights.names[0]
    qtbot.waitUntil(lambda: bool(name.text()))
    assert not name.wordWrap()
    choose_text_size(150)
    try:
        qtbot.waitUntil(lambda: body.mapTo(page, QPoint(body.width(), 0)).x() <= page.width() < 330)
        wide = name.fontMetrics().horizontalAdvance(name.text())
        qtbot.waitUntil(lambda: wide <= name.width() or name.height() >= 2 * name.fontMetrics().height())
    finally:
        choose_text_size(100)


def test_with_larger_letters_no_topics_name_is_cut(page: WhyPage, window: MainWindow, qtbot: QtBot) -> None:
    view = window.views["inside"]
    assert isinstance(view, InsideView)
    change = view.pages[Topic.CHANGE]
    assert isinstance(change, ChangePage)
    buttons = *view.chapters.choices.values(), change.by_strokes, change.by_push
    window.workspace.insight.choose_topic(Topic.CHANGE)
    try:
        for size in (120, 150):
            choose_text_size(size)
            for language in ("en", "vi"):
                window.actions_[f"language_{language}"].trigger()
                for button in buttons:
                    qtbot.waitUntil(lambda button=button: button.width() >= button.sizeHint().width())
    finally:
        choose_text_size(100)


def test_nothing_to_explain(page: WhyPage, window: MainWindow) -> None:
    window.workspace.board.clear()
    page.show_now()
    assert page.nothing.isVisible()
    assert page.nothing.text() == "Draw a digit"
    assert not page.body.isVisible()


def test_nothing_is_explained_while_the_class_collects(page: WhyPage, window: MainWindow, qtbot: QtBot) -> None:
    window.workspace.collector.begin()
    window.workspace.board.set_drawing(sample_digit(4), "four")
    page.show_now()
    assert page.nothing.isVisible()
    window.workspace.collector.end()


def test_a_test_picture_is_explained_as_a_drawing_is(page: WhyPage, window: MainWindow, qtbot: QtBot) -> None:
    image = np.zeros((28, 28), np.uint8)
    image[4:24, 13:16] = 255
    window.workspace.easel.hang(SetPicture(image.reshape(PIXELS), 1, 1))
    page.show_now()
    account = window.workspace.insight.ledger()
    assert account is not None
    assert set(np.flatnonzero(account.pixels)) <= set(np.flatnonzero(image.reshape(PIXELS)))
    assert f"logit of {account.digit}" in page.body.sum.accessibleDescription()
    terms, total, unit = parts(page.body.sum.text())
    assert sum(terms) == pytest.approx(total, abs=unit / 100)


def test_the_ledger_is_painted_in_orange_and_blue(page: WhyPage, window: MainWindow) -> None:
    account = window.workspace.insight.ledger()
    assert account is not None
    picture = page.body.picture
    seen = picture.grab().toImage()

    def color(pixel: int) -> tuple[int, int]:
        at = picture.place_of(pixel).center()
        found = seen.pixelColor(QPoint(int(at.x()), int(at.y())))
        return found.red(), found.blue()

    red, blue = color(int(account.pixels.argmax()))
    assert red > blue
    red, blue = color(int(account.pixels.argmin()))
    assert blue > red


def tip(widget: QWidget, at: QPointF) -> str:
    """Return what is said when the pointer rests there."""
    point = at.toPoint()
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, point, widget.mapToGlobal(point)))
    words = QToolTip.text()
    QToolTip.hideText()
    return words


def test_whatever_is_painted_of_the_account_says_what_it_is(page: WhyPage, window: MainWindow) -> None:
    take(window, network((64, RELU)))
    page.show_now()
    picture, lights, line = page.body.picture, page.body.lights.lights[0], page.body.sum
    pixel = 14 * 28 + 14
    assert tip(picture, picture.place_of(pixel).center()) == picture.words(pixel) != ""
    assert tip(lights, QRectF(lights.place_of(5)).center()) == lights.words(5) != ""
    numbers_said = {tip(line, QPointF(x, line.height() / 2)) for x in range(0, line.width(), 5)}
    assert len(numbers_said - {""}) == 3


def test_the_frame_says_where_the_keys_go(page: WhyPage, window: MainWindow) -> None:
    take(window, network((64, RELU)))
    page.show_now()
    for widget in (page.body.picture, page.body.lights.lights[0], page.body.rows):
        window.canvas.setFocus()
        page.body.lights.lights[0].show_unit(5)
        without = widget.grab().toImage()
        widget.setFocus()
        assert widget.grab().toImage() != without


def test_an_outline_goes_round_the_ink() -> None:
    glyph = np.zeros((28, 28), np.float32)
    glyph[0, 0] = glyph[10, 10] = 1
    assert len(outline(glyph)) == 8


def test_an_outline_is_where_ink_and_paper_meet() -> None:
    ink = np.random.default_rng(0).random((28, 28)).astype(np.float32)
    around = np.pad(ink >= 0.5, 1)
    lines = {(line.x1(), line.y1(), line.x2(), line.y2()) for line in outline(ink)}
    assert lines == {
        *((x, y, x, y + 1) for y in range(28) for x in range(29) if around[y + 1, x] != around[y + 1, x + 1]),
        *((x, y, x + 1, y) for y in range(29) for x in range(28) if around[y, x + 1] != around[y + 1, x + 1]),
    }


def test_the_scale_ends_where_most_shares_do() -> None:
    generator = np.random.default_rng(0)
    for count in (1, 2, 3, 20, 784):
        shares = generator.normal(size=count)
        end = rounded_up(float(np.quantile(np.abs(shares), 0.95)))
        assert scale_for(shares) == (end, bool(np.abs(shares).max() > end))


def test_another_scale_lays_out_no_page(page: WhyPage) -> None:
    for _ in range(5):  # what was shown just now comes to rest
        QApplication.processEvents()
    requests = Requests(page.body)
    for largest in (0.01, 1000.0):
        page.body.legend.show_largest(largest, clips=True)
        QApplication.sendPostedEvents()
    assert not requests.count


def test_the_scale_is_round_and_says_when_some_lie_beyond() -> None:
    assert scale_for(np.zeros(PIXELS)) == (1.0, False)
    assert scale_for(np.array([0.5, -0.55, 0])) == (0.7, False)
    assert scale_for(np.array([0.1] * 99 + [5.0])) == (pytest.approx(0.1), True)


def test_the_picture_has_room_for_28_whole_pixels(page: WhyPage) -> None:
    picture = page.body.picture
    assert isinstance(picture, LedgerPicture)
    assert picture.width() == picture.height()
    assert picture.width() % 28 == 0
    assert picture.width() >= 0.45 * page.width()


def test_a_long_drawing_is_explained_as_it_is_read_in_the_end(
    page: WhyPage, window: MainWindow, qtbot: QtBot
) -> None:
    angles = np.linspace(0, 6 * np.pi, 2 * FEW_POINTS)
    radii = np.linspace(0.05, 0.35, len(angles))
    spiral = np.stack([0.5 + radii * np.cos(angles), 0.5 + radii * np.sin(angles)], axis=1)
    with qtbot.waitSignal(window.workspace.recognizer.refined):
        window.workspace.board.set_drawing(Drawing.of([spiral.tolist()]), lambda: "spiral")
    with qtbot.waitSignal(window.workspace.changes.told) as told:
        pass
    assert told.args is not None
    assert Part.DRAWING in told.args[0]


def test_numbers_and_sentences_are_of_one_moment_while_the_pen_draws(
    page: WhyPage, window: MainWindow, qtbot: QtBot
) -> None:
    board, body = window.workspace.board, page.body
    qtbot.waitUntil(body.main.isVisible)
    totals = set()
    board.press((0.1, 0.1), erase=False)
    for step in range(40):
        board.move((0.1 + step / 60, 0.1 + step / 50))
        qtbot.wait(8)  # a mouse's pace, faster than anybody reads
        total = body.sum.text().split(" = ")[1]
        assert f": {total}" in body.main.text()
        totals.add(total)
    board.release()
    assert len(totals) > 1
    account = window.workspace.insight.ledger()
    assert account is not None
    qtbot.waitUntil(lambda: abs(number(body.sum.text().split(" = ")[1]) - account.total) < 0.01)


def test_a_layers_name_takes_two_lines_at_most_where_it_is_wider_than_its_lights(
    page: WhyPage, window: MainWindow, qtbot: QtBot
) -> None:
    assert page.isVisible()
    trace = window.workspace.insight.trace()
    assert trace is not None
    panel = LightsPanel()
    qtbot.addWidget(panel)
    panel.show_names(trace)
    panel.show()
    name = panel.names[0]
    letters, whole = name.fontMetrics(), panel.lights[0].accessibleName()
    for spare, lines in ((300, 1), (-1, 2), (-30, 2), (300, 1)):
        panel.resize(letters.horizontalAdvance(whole) + spare, 300)
        qtbot.waitUntil(lambda lines=lines: round(name.height() / letters.height()) == lines)
        assert name.text().replace("\n", " ") == whole
        assert name.width() >= max(map(letters.horizontalAdvance, name.text().split("\n")))
