"""The changing part of the window: tabs of icons, one view at a time, messages that stay, the recipe's sheet."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from digitpad.ui.icons import icon
from digitpad.ui.plain import PlainLabel
from digitpad.ui.stage.beside import open_elsewhere
from digitpad.ui.stage.focus import KeysGoHome, keep_keys_in_fields
from digitpad.ui.translated import Translated
from digitpad.ui.views.host import ViewHost
from digitpad.ui.views.page import ViewPage
from digitpad.ui.views.page_stack import PageStack
from digitpad.ui.views.tabs import ViewTabs

ICON_EMS = 1.25
SPACING = 6

ANY_WIDTH = 16_777_215
"""Qt's QWIDGETSIZE_MAX, which PySide6 leaves out: a widget may be as wide as it likes."""


class ViewArea(Translated, QWidget):
    """Shows one of the views; a view can be torn off into a window of its own, for a second screen.

    Attributes:
        tabs: one for each view, an icon each, with the name of the selected one where there is room for it.

    Signals:
        changed(str): another view is shown now; its key.
    """

    changed = Signal(str)

    def __init__(self, host: ViewHost, make_message: Callable[[], QWidget], parent: QWidget | None = None) -> None:
        """``make_message`` makes what a view in a window of its own needs to say above it too."""
        super().__init__(parent)
        self._host = host
        self._make_message = make_message
        self._keys = list(host.views)
        self._torn: dict[str, _TornOff] = {}
        self.tabs = ViewTabs(self)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.pages = PageStack(self)
        for key in self._keys:
            self.tabs.addTab("")
            self.pages.addWidget(host.pages[key])
        self._nothing = PlainLabel(self)
        self._nothing.setProperty("role", "muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        self.pages.addWidget(self._nothing)  # to be seen once no view is left
        self._tools = {key: _row(host.views[key].tools()) for key in self._keys}
        top = QHBoxLayout()
        top.setSpacing(SPACING)
        top.addWidget(self.tabs)
        top.addStretch()
        for tools in self._tools.values():
            top.addWidget(tools)
        self.top = QWidget(self)
        self.top.setLayout(top)
        self._top = top
        top.setContentsMargins(0, 0, 0, 0)
        self.messages = QVBoxLayout()
        self.messages.setSpacing(SPACING)
        self._over = QStackedLayout()
        self._over.addWidget(self.pages)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.top)
        column.addLayout(self.messages)
        column.addLayout(self._over, 1)
        host.pages[self._keys[0]].make()
        self.tabs.currentChanged.connect(self._select)
        self.tabs.elsewhere_clicked.connect(lambda place: self.show_view(self._keys[place]))
        self.restyle()
        self._translate()
        self._select(0)

    @property
    def current(self) -> str:
        """The key of the view that is shown."""
        return self._keys[self.tabs.currentIndex()]

    def show_view(self, key: str) -> None:
        """Show a view; one that is torn off comes to the front in its own window."""
        if key in self._torn:
            self._torn[key].raise_()
            self._torn[key].activateWindow()
        else:
            self.tabs.setCurrentIndex(self._keys.index(key))

    def add_message(self, message: QWidget) -> None:
        """Give a message that can stay its place above the view."""
        self.messages.addWidget(message)

    def add_sheet(self, sheet: QWidget) -> None:
        """Give a sheet its place over the view: while it is open the view is behind it."""
        self._over.addWidget(sheet)

    def show_sheet(self, sheet: QWidget | None) -> None:
        """Show a sheet over the view, or the view again for None."""
        self._over.setCurrentWidget(self.pages if sheet is None else sheet)

    def tear_off(self) -> None:
        """Put the view that is shown into a window of its own, and show another; closing it brings it back."""
        key = self.current
        if key not in self._torn:
            self._torn[key] = _TornOff(self, key, self._host.pages[key], self._tools[key], self._make_message())
            self._show_what_is_here(self._keys.index(key))
            open_elsewhere(self._torn[key], self, self.size())
            self._torn[key].show()

    def take_back(self, key: str) -> None:
        """Show a torn-off view in the window again."""
        torn = self._torn.pop(key, None)
        if torn is not None:
            self.pages.insertWidget(self._keys.index(key), self._host.pages[key])
            self._top.addWidget(self._tools[key])
            place = self._keys.index(key)
            self.tabs.setTabEnabled(place, True)
            self.tabs.setCurrentIndex(place)
            self._select(place)
            self._translate()
            torn.deleteLater()

    def take_all_back(self) -> None:
        """Close all windows of views."""
        for key in list(self._torn):
            self.take_back(key)

    def set_projector(self, on: bool) -> None:
        """Leave out what the last row cannot read, here and in the views."""
        self.top.setVisible(not on)
        self._host.set_projector(on)

    def restyle(self) -> None:
        """Use the colours and letters of the room."""
        side = round(ICON_EMS * self.fontMetrics().height())
        self.tabs.setIconSize(QSize(side, side))
        for place, key in enumerate(self._keys):
            self.tabs.setTabIcon(place, icon(self._host.views[key].icon()))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's colours and letters."""
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.restyle()
        super().changeEvent(event)

    def _translate(self) -> None:
        self.tabs.setAccessibleName(self.tr("Views"))
        self._nothing.setText(
            self.tr("Each view is in a window of its own: its tab leads there, and closing it brings it back.")
        )
        for name, words in (
            ("ScrollLeftButton", QCoreApplication.translate("QTabBar", "Scroll Left")),
            ("ScrollRightButton", QCoreApplication.translate("QTabBar", "Scroll Right")),
        ):
            button = self.tabs.findChild(QToolButton, name)
            if button is not None:  # Qt itself names them once, in the language it finds
                button.setAccessibleName(words)
        for place, key in enumerate(self._keys):
            title = self._host.views[key].title()
            keys = self._host.openers()[key].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            tip = self.tr("{title} ({keys}), in a window of its own") if key in self._torn else "{title} ({keys})"
            self.tabs.setTabToolTip(place, tip.format(title=title, keys=keys))
            self.tabs.setAccessibleTabName(place, title)
        self._name_tab()

    def _name_tab(self) -> None:
        """Name the selected tab, if the tools beside it leave room for that."""
        key = self._keys[self.tabs.currentIndex()]
        title, tools = self._host.views[key].title(), self._tools[key]
        taken = 0 if tools.isHidden() else tools.sizeHint().width() + SPACING
        name = title if self.tabs.width_with(title) + taken <= self.width() else ""
        if key not in self._torn:  # what can be narrower gives way before the icons are scrolled
            room = self.width() - SPACING - self.tabs.width_with(name)
            tools.setMaximumWidth(max(room, tools.minimumSizeHint().width()))
        for place in range(self.tabs.count()):
            wanted = name if place == self.tabs.currentIndex() else ""
            if self.tabs.tabText(place) != wanted:
                self.tabs.setTabText(place, wanted)

    def event(self, event: QEvent) -> bool:
        """Name the selected tab anew where something has taken its room, or left it."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._name_tab()
        return super().event(event)

    def _show_what_is_here(self, torn: int) -> None:
        """Select the first view that was not torn off, and no more the tab of the one that was just now."""
        self.tabs.setCurrentIndex(next((i for i, key in enumerate(self._keys) if key not in self._torn), torn))
        self.tabs.setTabEnabled(torn, False)
        self._translate()

    def _select(self, place: int) -> None:
        key = self._keys[place]
        for other_key, tools in self._tools.items():
            tools.setVisible(other_key == key or other_key in self._torn)
        if key not in self._torn:
            self.pages.setCurrentWidget(self._host.pages[key])
        self._name_tab()
        self.changed.emit(key)


def _row(tools: Sequence[QWidget]) -> QWidget:
    """Return tools side by side."""
    found = QWidget()
    found.setObjectName("tools")  # for the theme
    row = QHBoxLayout(found)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACING)
    for tool in tools:
        row.addWidget(tool)
    return found


class _TornOff(KeysGoHome, QWidget):
    """A window with one view in it."""

    def __init__(self, area: ViewArea, key: str, page: ViewPage, tools: QWidget, message: QWidget) -> None:
        super().__init__(area.window(), Qt.WindowType.Window)
        self._area = area
        self._key = key
        self._view = page.view
        tools.setMaximumWidth(ANY_WIDTH)
        self.setWindowTitle(page.view.title())
        column = QVBoxLayout(self)
        column.addWidget(tools, 0, Qt.AlignmentFlag.AlignRight)
        column.addWidget(message)
        column.addWidget(page, 1)
        self.addActions(area.window().actions())  # else no key would work here but those of the view's own buttons
        page.show()
        keep_keys_in_fields(self)
        self.setFocus()  # else Qt gives the keys to its first button, and Space presses that

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.setWindowTitle(self._view.title())
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Space and Esc do what they do in the window itself."""
        if event.key() == Qt.Key.Key_Escape:
            self.setFocus()
        QCoreApplication.sendEvent(self._area.window(), event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Give the view back."""
        self._area.take_back(self._key)
        super().closeEvent(event)
