"""Everything a person reads can be translated: by reading the code, and by looking at every widget there is."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import (
    QApplication,
)
from pytestqt.qtbot import QtBot

from digitpad.ui.stage.main_window import MainWindow
from digitpad.workspace.keeping.settings import Settings
from tests.conftest import ROOT
from tests.ui.conftest import settings
from tests.ui.texts import Marking, extracted, texts_of

__all__ = ["extracted", "settings"]  # pytest finds fixtures by these names

PACKAGE = ROOT / "digitpad"

TELLING = {
    "setText",
    "setToolTip",
    "give_tip",
    "as_tip",
    "setStatusTip",
    "setWhatsThis",
    "setWindowTitle",
    "setAccessibleName",
    "setAccessibleDescription",
    "setPrefix",
    "setSuffix",
    "setPlaceholderText",
    "setLabel",
    "setLabels",
    "setTitle",
    "setIconText",
    "setSpecialValueText",
    "setHtml",
    "setPlainText",
    "setTabText",
    "addItem",
    "addItems",
    "addTab",
    "addMenu",
    "addAction",
    "addButton",
    "showMessage",
    "warning",
    "question",
    "information",
    "critical",
    "about",
    "say",
    "tell",
    "drawText",
    "getSaveFileName",
    "getOpenFileName",
    "set_drawing",
}
"""Calls by which a text reaches a person."""

SHOWING = {
    "QLabel",
    "QPushButton",
    "QCheckBox",
    "QRadioButton",
    "QToolButton",
    "QAction",
    "QGroupBox",
    "QMenu",
    "Kind",
}
"""Things that are made with a text."""

LOGS = {"log", "logging"}
WORD = re.compile(r"[^\W\d_]{2,}")
"""Two letters side by side: what has to be translated."""

NAMES = {"digitpad", "TensorFlow", "MNIST", "Keras", "NumPy", "Qt"}
NAMES |= {"Ctrl", "Shift", "Alt", "Esc", "Del", "PgUp", "PgDown", "Home", "End", "Backspace", "Return", "Enter"}
NAMES |= {"Left", "Right"}
"""What is called the same in every language, or is translated by Qt itself: keys."""


def literals(node: ast.expr) -> Iterator[str]:
    """Yield the texts written into an argument itself, f-strings and sums included; no call is looked into."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        for part in node.values:
            yield from literals(part)
    elif isinstance(node, ast.BinOp):
        yield from literals(node.left)
        yield from literals(node.right)
    elif isinstance(node, ast.IfExp):
        yield from literals(node.body)
        yield from literals(node.orelse)
    elif isinstance(node, ast.List | ast.Tuple):
        for part in node.elts:
            yield from literals(part)
    elif (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("format", "join")
    ):
        yield from literals(node.func.value)


def has_words(text: str) -> bool:
    return any(word not in NAMES for word in WORD.findall(text))


def _in_project(path: Path) -> Path:
    """Return where a file of the project is in it; of another its name."""
    return path.relative_to(ROOT) if path.is_relative_to(ROOT) else Path(path.name)


def untranslated(path: Path) -> Iterator[str]:
    """Yield each text of a file that would reach a person in the programmer's language alone."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
        owner = called.value.id if isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name) else ""
        if name not in TELLING | SHOWING or owner in LOGS:
            continue
        if name == "Kind":  # its suffixes are no words
            node.args = node.args[:1]
        for argument in [*node.args, *(keyword.value for keyword in node.keywords if keyword.arg == "text")]:
            for text in literals(argument):
                if has_words(re.sub(r"<[^>]*>?|[^<]*\">", "", text)):
                    yield f"{_in_project(path)}:{node.lineno}: {text!r}"


def test_no_literal_reaches_a_person_untranslated() -> None:
    rooms = [PACKAGE / "ui", PACKAGE / "workspace"]
    found = [text for room in rooms for path in room.rglob("*.py") for text in untranslated(path)]
    allowed = {"'left'", "'bottom'", "'top'", "'right'"}  # pyqtgraph's names of axes
    assert [text for text in found if text.rsplit(": ", 1)[1] not in allowed] == []


def test_the_check_itself_sees_a_literal(tmp_path: Path) -> None:
    path = tmp_path / "panel.py"
    path.write_text(
        'label.setText("Hello")\nlabel.setText(f"{n} files")\nQLabel("a" if x else "Yes", parent)\n'
        'box.addButton(text="Go on")\nlabel.setToolTip("<b>MNIST</b> 3 %")\nlabel.setText(self.tr("Hello"))\n'
        'log.warning("Hello")\nlabel.setObjectName("Hello")\n',
        "utf-8",
    )
    assert [text.removeprefix(f"{path.name}:") for text in untranslated(path)] == [
        "1: 'Hello'",
        "2: ' files'",
        "3: 'Yes'",
        "4: 'Go on'",
    ]


@pytest.fixture
def marked(
    qtbot: QtBot, settings: Settings, extracted: set[tuple[str, str]], qapp: QApplication
) -> Iterator[MainWindow]:
    """The window in the language of brackets."""
    translator = Marking(extracted, qapp)
    qapp.installTranslator(translator)
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.show()
    yield window
    window.close()
    qapp.removeTranslator(translator)


def unmarked(text: str) -> str:
    """Return what is left of a text when all that was translated is taken away."""
    while "⟦" in text:
        text, before = re.sub(r"⟦[^⟦⟧]*⟧", "", text, flags=re.DOTALL), text
        if text == before:
            return text
    return text


OTHERS = {"Export", "Export...", "Close", "&Close"}
"""Qt's words on its own dialogs, and pyqtgraph's for a menu that is never shown."""


def test_everything_in_the_window_is_translated(marked: MainWindow, qtbot: QtBot) -> None:
    marked.actions_["help"].trigger()
    for action in marked.views.actions():
        if not action.isCheckable():
            action.trigger()
    qtbot.waitUntil(lambda: marked.views["sight"].panel is not None)
    things = [marked, *marked.findChildren(QObject)]
    texts = {(type(thing).__name__, text) for thing in things for text in texts_of(thing)}
    assert sum("⟦" in text for _, text in texts) > 100, "the language of brackets is not spoken"
    assert {entry for entry in texts if has_words(unmarked(entry[1])) and entry[1] not in OTHERS} == set()


def test_no_menu_or_label_comes_from_a_translation_that_lupdate_cannot_find() -> None:
    """``tr`` of something computed is never translated."""
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or not node.args:
                continue
            place = f"{path.relative_to(ROOT)}:{node.lineno}"
            if node.func.attr == "tr":
                assert isinstance(node.args[0], ast.Constant), place
                assert isinstance(node.func.value, ast.Name), place
                assert node.func.value.id == "self", (
                    f"{place}: lupdate takes the name before the dot for the context"
                )


def test_a_source_text_has_its_placeholders_in_braces(extracted: set[tuple[str, str]]) -> None:
    ours = [source for context, source in extracted if not context.startswith("Q")]  # Qt's own have %1
    assert ours
    for source in ours:
        assert not re.search(r"%\d|%s", source), source
    assert QCoreApplication.translate("Numbers", "{percent} %").format(percent=3) == "3 %"


def test_a_text_with_a_number_has_plural_forms() -> None:
    """lupdate knows them in ``tr`` alone: in ``translate`` the English would be “1 image(s)”."""
    for path in sorted((ROOT / "assets" / "translations").glob("digitpad_*.ts")):
        for message in ElementTree.parse(path).iter("message"):
            source = message.findtext("source") or ""
            if re.search(r"%L?n", source):
                assert message.get("numerus") == "yes", f"{path.name}: {source}"
