"""All that a window tells a person, and languages that show what is translated, and what has no room."""

import math
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pyqtgraph import PlotWidget
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QObject, Qt, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QSpinBox,
    QTabBar,
    QTextEdit,
    QWidget,
)

from digitpad.ui.stage.main_window import MainWindow
from tests.conftest import ROOT

PACKAGE = ROOT / "digitpad"


@pytest.fixture(scope="session")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, str]]:
    """What lupdate finds: each context with each source text."""
    ts = tmp_path_factory.mktemp("texts") / "all.ts"
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    files = [str(path) for path in sorted(PACKAGE.rglob("*.py"))]
    subprocess.run([str(tool), *files, "-ts", str(ts), "-silent"], check=True, capture_output=True)
    return {
        (context.findtext("name") or "", message.findtext("source") or "")
        for context in ElementTree.parse(ts).iter("context")
        for message in context.iter("message")
    }


class Marking(QTranslator):
    """A language in which every text that Qt Linguist knows stands in brackets, in the context it was found in."""

    def __init__(self, known: set[tuple[str, str]], parent: QObject) -> None:
        super().__init__(parent)
        self._known = known

    def isEmpty(self) -> bool:  # noqa: N802  # Qt's name
        return False

    def translate(self, context: str, source: str, disambiguation: str = "", n: int = -1) -> str | None:
        return f"⟦{source}⟧" if (context, source) in self._known else None


class Longer(Marking):
    """A language whose words are 40 % longer, with marks above and below its letters."""

    def translate(self, context: str, source: str, disambiguation: str = "", n: int = -1) -> str | None:
        if (context, source) not in self._known:
            return None
        letters = len(re.sub(r"\{\w*\}|<[^>]*>|&", "", source))
        more = math.ceil(LONGER * letters) - 1
        words = source.count(" ") > 1
        return "Ậ" + source + ("" if words else more * "ậ") + "".join(" ậậậậậ" for _ in range(more // 6) if words)


LONGER = 0.4
"""Share by which words are longer."""


def texts_of(thing: QObject) -> Iterator[str]:
    """Yield everything that a widget or action tells a person."""
    if isinstance(thing, QAction):
        yield from (thing.text(), thing.iconText(), thing.toolTip(), thing.statusTip())
    if isinstance(thing, QWidget):
        yield from (thing.toolTip(), thing.accessibleName(), thing.accessibleDescription(), thing.statusTip())
    if isinstance(thing, QLabel | QAbstractButton):
        yield thing.text()
    if isinstance(thing, QMenu):
        yield thing.title()
    if isinstance(thing, QWidget) and thing.isWindow():
        yield thing.windowTitle()
    if isinstance(thing, QSpinBox):
        yield from (thing.prefix(), thing.suffix(), thing.text())
    if isinstance(thing, QLineEdit) and not isinstance(thing.parent(), QSpinBox | QComboBox):
        yield from (thing.text(), thing.placeholderText())
    if isinstance(thing, QComboBox):
        yield from (thing.itemText(number) for number in range(thing.count()))
    if isinstance(thing, QTabBar):
        for number in range(thing.count()):
            yield from (thing.tabText(number), thing.tabToolTip(number), thing.accessibleTabName(number))
    if isinstance(thing, QTextEdit):
        yield thing.toPlainText()
    if isinstance(thing, QAbstractItemModel):
        # A list has one column, and none of Qt's can be asked.
        for section in range(1 if isinstance(thing, QAbstractListModel) else thing.columnCount()):
            yield str(thing.headerData(section, Qt.Orientation.Horizontal) or "")
            yield from (str(thing.index(row, section).data() or "") for row in range(thing.rowCount()))
    if isinstance(thing, PlotWidget):
        for side in ("left", "bottom", "top"):
            axis = thing.getAxis(side)
            yield from (axis.labelText, *axis.tickStrings([0.25, 1500.0], 1, 0.25))
            yield from (text for level in axis._tickLevels or () for _, text in level)


def texts_in(window: QWidget) -> Counter[tuple[str, str]]:
    """Return every text of a window and of what belongs to it, each with the kind of thing that has it."""
    if isinstance(window, MainWindow):
        window.views.make_all()
        window.sheet.make()
    things = [window, *window.findChildren(QObject)]
    return Counter((type(thing).__name__, text) for thing in things for text in texts_of(thing) if text)
