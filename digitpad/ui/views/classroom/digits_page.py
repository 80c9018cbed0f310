"""The page on which the class looks at its digits, and says what each of them is."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QToolButton, QVBoxLayout, QWidget

from digitpad.arrays import CLASSES
from digitpad.document.classroom.class_set import ClassSet
from digitpad.drawing.strokes import Drawing
from digitpad.ui.choice_box import ChoiceBox
from digitpad.ui.gallery.gallery import Gallery
from digitpad.ui.plain import PlainLabel
from digitpad.ui.translated import Translated
from digitpad.ui.views.flow_layout import FlowLayout
from digitpad.ui.views.words import hint_in
from digitpad.workspace.classroom.class_mode import Filter
from digitpad.workspace.galleries.digit_source import DigitSource
from digitpad.workspace.wording.numbers import whole
from digitpad.workspace.workspace import Workspace

SPACING = 6
DROPPING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class DigitGallery(Gallery):
    """A gallery in which a key labels what is chosen, or drops it.

    Signals:
        labelled(int): what is chosen is this digit.
        dropped(): what is chosen shall go.
    """

    labelled = Signal(int)
    dropped = Signal()

    def event(self, event: QEvent) -> bool:
        """Have these keys before the commands that they belong to elsewhere."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Label, or drop: once, however long the key is held."""
        if not self._is_own(event):
            super().keyPressEvent(event)
        elif event.isAutoRepeat():
            return
        elif event.key() in DROPPING:
            self.dropped.emit()
        else:
            self.labelled.emit(int(event.text()))

    def _is_own(self, event: QKeyEvent) -> bool:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        is_digit = len(event.text()) == 1 and event.text() in "0123456789"
        return plain and (is_digit or event.key() in DROPPING)


class DigitsPage(Translated, QWidget):
    """The gallery of all drawings, with what narrows it and what can be done with those that are chosen.

    Attributes:
        gallery: the drawings.
        digit, pen, which: what narrows them.
        label, keep, drop: what can be done with the chosen ones.
        counts: how many there are.
        hint: why there is none to look at.
    """

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawings, self._pictures = workspace.class_drawings, workspace.thumbnails
        self._mode = workspace.class_mode
        self._source = DigitSource(self._drawings.content, [], self._pictures)
        self._shown: tuple[ClassSet, Filter] | None = None
        self._decided: int | None = None
        self.gallery = DigitGallery(self)
        self.digit, self.pen, self.which = ChoiceBox(self), ChoiceBox(self), ChoiceBox(self)
        self.label, self.keep, self.drop = QToolButton(self), QToolButton(self), QToolButton(self)
        self.counts = PlainLabel(self)
        self.hint = hint_in(self.gallery)
        self.counts.setWordWrap(True)
        self.labels = [QAction(str(digit), self) for digit in range(CLASSES)]
        self._menu = QMenu(self)
        self._menu.addActions(self.labels)
        self.keeping, self.dropping = QAction(self), QAction(self)
        self._connect()
        self._lay_out()
        self._translate()

    def _connect(self) -> None:
        for digit, action in enumerate(self.labels):
            action.triggered.connect(lambda _checked=False, digit=digit: self._decide(digit))
        self.keeping.triggered.connect(lambda: self._decide(None))
        self.dropping.triggered.connect(self._drop)
        self.gallery.labelled.connect(self._decide)
        self.gallery.dropped.connect(self._drop)
        self.gallery.chosen.connect(self._show_possible)
        self._pictures.made.connect(self._show_pictures)
        for box in (self.digit, self.pen, self.which):
            box.activated.connect(self._narrow)

    def _lay_out(self) -> None:
        self.label.setMenu(self._menu)
        self.label.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.keep.setDefaultAction(self.keeping)
        self.drop.setDefaultAction(self.dropping)
        self.gallery.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.gallery.addActions([*self.labels, self.keeping, self.dropping])
        narrowing, deciding = FlowLayout(spacing=SPACING), FlowLayout(spacing=SPACING)
        for box in (self.digit, self.pen, self.which):
            narrowing.addWidget(box)
        for button in (self.label, self.keep, self.drop):
            button.setProperty("role", "boxed")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            deciding.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addLayout(narrowing)
        column.addWidget(self.gallery, 1)
        column.addWidget(self.counts)
        column.addLayout(deciding)

    def set_projector(self, on: bool) -> None:
        """Have pictures that the last row can see, and leave out what is for the hand alone."""
        self.gallery.set_projector(on)
        for widget in (self.digit, self.pen, self.which, self.label, self.keep, self.drop):
            widget.setVisible(not on)

    def show_now(self) -> None:
        """Show the drawings that there are now, where others were looked at before."""
        content, which = self._drawings.content, self._mode.filter
        if (content, which) != self._shown:
            stays = self._shown is not None and self._shown[1] == which
            self._shown = content, which
            chosen = {id(self._source.entries[place].drawing) for place in self.gallery.selected()}
            self._source = DigitSource(content, which.places(content), self._pictures)
            self.gallery.show_source(self._source, stay=stays)
            if chosen and stays:
                drawings = enumerate(self._source.entries)
                left = [place for place, entry in drawings if id(entry.drawing) in chosen]
                self.gallery.choose(left or self._next())
        self._fill_boxes()
        self._show_hint()
        self._show_possible()

    def _show_hint(self) -> None:
        self.hint.setVisible(not len(self._source))
        if not self._drawings.content.everything:
            self.hint.setText(self.tr("The class has no digits yet: collect some, or add a file of drawings."))
        elif self._mode.filter == Filter(aside=True):
            self.hint.setText(self.tr("No drawing is set aside."))
        else:
            self.hint.setText(self.tr("There are none of these."))

    def _show_pictures(self, made: list[Drawing]) -> None:
        """Paint those anew, and no others."""
        if self.isVisible():
            self.gallery.paint_anew(self._source.places_of(made))

    def _decide(self, label: int | None) -> None:
        places = self._to_decide()
        if label is None:
            self._drawings.keep(places)
        else:
            self._drawings.relabel(places, label)
        self.show_now()  # the next key is for what is there now

    def _drop(self) -> None:
        self._drawings.drop(self._to_decide())
        self.show_now()

    def _to_decide(self) -> list[int]:
        """Return what is chosen, and remember where that is."""
        self._decided = next(iter(self.gallery.selected()), None)
        return self._chosen()

    def _next(self) -> list[int]:
        """Return what stands now where the decided ones were: the class goes on with it, and not at the first."""
        place, self._decided = self._decided, None
        return [] if place is None or not len(self._source) else [min(place, len(self._source) - 1)]

    def _chosen(self) -> list[int]:
        return [self._source.places[place] for place in self.gallery.selected()]

    def _narrow(self) -> None:
        aside = self.which.currentData() is True
        self._mode.look_at(Filter(self.digit.currentData(), self.pen.currentData(), aside=aside))

    def _fill_boxes(self) -> None:
        content, which = self._drawings.content, self._mode.filter
        _fill(self.digit, [(self.tr("all digits"), None), *((str(digit), digit) for digit in range(CLASSES))])
        known = {entry.pen or 0 for entry in content.everything}
        if which.pen is not None:  # it may have no drawing any more
            known.add(which.pen)
        form = self.tr("pen {pen}")
        pens = [(form.format(pen=whole(pen)) if pen else self.tr("no pen"), pen) for pen in sorted(known)]
        _fill(self.pen, [(self.tr("all pens"), None), *pens])
        _fill(self.which, [(self.tr("kept and set aside"), False), (self.tr("set aside"), True)])
        for box, value in ((self.digit, which.digit), (self.pen, which.pen), (self.which, which.aside)):
            box.setCurrentIndex(box.findData(value))

    def _show_possible(self) -> None:
        content, chosen = self._drawings.content, self._chosen()
        for action in (*self.labels, self.dropping):
            action.setEnabled(bool(chosen))
        self.label.setEnabled(bool(chosen))
        self.keeping.setEnabled(any(place >= len(content.drawings) for place in chosen))
        words = [self.tr("%Ln drawing(s)", "", len(content.drawings))]
        if content.aside:
            words.append(self.tr("{count} set aside").format(count=whole(len(content.aside))))
        if len(self._source) != len(content.everything):
            words.append(self.tr("{count} shown").format(count=whole(len(self._source))))
        if chosen:
            said = self.tr("{count} chosen: a key 0 to 9 labels, Delete drops")
            words.append(said.format(count=whole(len(chosen))))
        self.counts.setText(" · ".join(words))

    def _translate(self) -> None:
        self.gallery.setAccessibleName(self.tr("Our digits"))
        self.digit.setAccessibleName(self.tr("Which digits are shown"))
        self.pen.setAccessibleName(self.tr("Whose drawings are shown"))
        self.which.setAccessibleName(self.tr("Whether only those set aside are shown"))
        for box in (self.digit, self.pen, self.which):
            box.setToolTip(box.accessibleName())
        self.label.setText(self.tr("It is a …"))
        self.label.setToolTip(self.tr("Give those that are chosen another label (keys 0 to 9)"))
        self.keeping.setText(self.tr("Keep"))
        self.keeping.setToolTip(self.tr("It is what was asked for: keep it with the others"))
        self.dropping.setText(self.tr("Drop"))
        self.dropping.setToolTip(self.tr("Take it out of our digits (Delete)"))
        self.show_now()


def _fill(box: ChoiceBox, entries: list[tuple[str, object]]) -> None:
    """Have these words and values to choose from, if there are others."""
    if [(box.itemText(place), box.itemData(place)) for place in range(box.count())] != entries:
        box.clear()
        for text, value in entries:
            box.addItem(text, value)
