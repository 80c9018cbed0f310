"""What all tooltips of a window say, and what is wrong with them: untranslated, read as HTML, too wide."""

import re
from collections.abc import Iterator, Sequence

from PySide6 import QtGui
from PySide6.QtCore import QAbstractListModel, QPoint, Qt
from PySide6.QtGui import QAction, QTextDocumentFragment
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QTabBar, QToolTip, QWidget
from shiboken6 import isValid

from digitpad.ui.stage.main_window import MainWindow

Tips = dict[tuple[object, ...], str]
"""Tooltips by what has them."""

TAGS = {"p", "b", "i", "br"}
"""What a tooltip may be made of."""

TAG = re.compile(r"</?([a-z][a-z0-9]*)[^>]*>", re.IGNORECASE)
ENTITY = re.compile(r"&(?:[a-z]+|#x?[0-9a-f]+);", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]{2,}")
CODE = re.compile(r"\w+(?:_\w+|\.py)+")
"""Names of functions and files of the lesson's page, which no language translates."""

NAMES = {"digitpad", "TensorFlow", "Keras", "MNIST", "CSV", "English", "Tiếng", "Việt"}
NAMES |= {"Ctrl", "Shift", "Alt", "Esc", "Del", "batch", "epoch", "softmax", "gradient"}
NAMES |= {"Adam", "RMSprop", "SGD", "relu"}
"""What is called the same in every language."""


def tips_of(window: MainWindow) -> Tips:
    """Return the tooltips of all widgets that can be seen, of tabs, cells and headings, and of all commands."""
    found: Tips = {}
    for widget in window.findChildren(QWidget):
        if widget.isVisible():
            found[id(widget),] = widget.toolTip()
            found |= {(id(widget), *place): text for place, text in _inside(widget)}
    for menu in window.menuBar().findChildren(QMenu):
        found |= {(id(action),): action.toolTip() for action in [menu.menuAction(), *menu.actions()]}
    found |= {(id(action),): action.toolTip() for action in window.actions() if isinstance(action, QAction)}
    return {owner: text for owner, text in found.items() if text}


def _inside(widget: QWidget) -> Iterator[tuple[tuple[object, ...], str]]:
    role = Qt.ItemDataRole.ToolTipRole
    if isinstance(widget, QTabBar):
        for place in range(widget.count()):
            yield (place,), widget.tabToolTip(place)
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        model = widget.model()
        # A list has one column, and none of Qt's can be asked.
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount()):
            yield ("head", column), model.headerData(column, Qt.Orientation.Horizontal, role) or ""
            for row in range(model.rowCount()):
                yield (row, column), model.index(row, column).data(role) or ""


def read(text: str) -> str:
    """Return a tooltip as a person reads it."""
    return QTextDocumentFragment.fromHtml(text).toPlainText() if QtGui.Qt.mightBeRichText(text) else text


def surprises(text: str, names: Sequence[str] = ()) -> Iterator[str]:
    """Name what looks like HTML in a tooltip, or was lost as such: tags, entities, and a part of one of ``names``.

    Those are what somebody has called something, to be read as they are wherever their first word stands.
    """
    if QtGui.Qt.mightBeRichText(text):
        strange = {tag.lower() for tag in TAG.findall(text)} - TAGS
        if strange:
            yield f"the tooltip “{text}” has the tags {', '.join(sorted(strange))}"
    rest = read(text)
    for name in names:
        if name.split(" ")[0] in text and name not in rest:
            yield f"the tooltip “{text}” does not say “{name}”"
        rest = rest.replace(name, "")
    if TAG.search(rest) or ENTITY.search(rest):
        yield f"the tooltip “{text}” is read as “{read(text)}”"


def same(ours: Tips, english: Tips, names: set[str]) -> Iterator[str]:
    """Name the tooltips that are English in another language too, but for ``names`` that somebody has given."""
    for owner, text in ours.items():
        if english.get(owner) != text or text in names:
            continue
        if any(word not in NAMES for word in WORD.findall(CODE.sub("", read(text)))):
            yield f"the tooltip “{text}” is not translated"


def too_wide(window: QWidget, texts: set[str]) -> Iterator[str]:
    """Show each of these tooltips, and name those that do not fit on the window's screen."""
    room, tips = window.screen().geometry(), list[QWidget]()
    for text in sorted(texts):
        QToolTip.showText(room.center(), text, window)
        shown = [tip for tip in tips if isValid(tip) and tip.isVisible()]
        if not shown:  # the first one, or one that Qt has made anew: all others take their turn in one label
            tips = [tip for tip in QApplication.topLevelWidgets() if tip.inherits("QTipLabel")]
            shown = [tip for tip in tips if tip.isVisible()]
        for tip in shown:
            if tip.width() > room.width() or tip.height() > room.height():
                yield f"the tooltip “{text}” has {tip.width()}×{tip.height()} pixels"
        if not shown:
            yield f"the tooltip “{text}” cannot be shown"
    QToolTip.showText(QPoint(), "")
