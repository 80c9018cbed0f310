"""Colours for light and dark rooms, as Qt palettes and one short style sheet.

The accent and the curves' colours are from Okabe and Ito's colour-blind-safe set (2008); texts keep a contrast
of at least 4.5 : 1 to their background.
"""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QTabBar, QToolButton, QWidget


@dataclass(frozen=True)
class Colors:
    """One room's colours, as #rrggbb; ``running`` is the ground of the line of code that runs next."""

    window: str
    card: str
    field: str
    border: str
    text: str
    muted: str
    accent: str
    on_accent: str
    hover: str
    quiet: str
    track: str
    error: str
    running: str
    runs: tuple[str, ...]

    def run_color(self, number: int) -> str:
        """Return the colour of run ``number``, from 0; they repeat after the last."""
        return self.runs[number % len(self.runs)]


RUN_DASHES = (
    Qt.PenStyle.SolidLine,
    Qt.PenStyle.DashLine,
    Qt.PenStyle.DotLine,
    Qt.PenStyle.DashDotLine,
    Qt.PenStyle.DashDotDotLine,
)
"""Curves differ by dash pattern too, for those who cannot tell the colours apart."""


def run_dash(number: int) -> Qt.PenStyle:
    """Return the dash pattern of run ``number``, from 0; with the colour it repeats after thirty."""
    return RUN_DASHES[number % len(RUN_DASHES)]


LIGHT = Colors(
    window="#f2f4f7",
    card="#ffffff",
    field="#ffffff",
    border="#cfd6df",
    text="#161b22",
    muted="#55606e",
    accent="#0067a8",
    on_accent="#ffffff",
    hover="#e6eef5",
    quiet="#7d8fa0",
    track="#eef2f6",
    error="#a8320a",
    running="#ffeeda",
    runs=("#0067a8", "#b85400", "#00795a", "#9c3f7f", "#5f5a00", "#3d4752"),
)

DARK = Colors(
    window="#14171c",
    card="#1d2128",
    field="#2b323c",
    border="#3b434f",
    text="#eef2f6",
    muted="#a6b1bf",
    accent="#56b4e9",
    on_accent="#08131b",
    hover="#2a313b",
    quiet="#7f8ea0",
    track="#262c35",
    error="#ff9e6b",
    running="#45351d",
    runs=("#56b4e9", "#f0a030", "#2fc19a", "#e08cc0", "#e6dc4a", "#d5dbe2"),
)

_SCHEMES = {"light": LIGHT, "dark": DARK}
_PROPERTY = "digitpad_scheme"

PADDED = (QPushButton, QTabBar, QToolButton)
"""The widgets that the style sheet pads in ems."""

LETTERS = 13
"""Pixels of the usual letters."""

_current: Colors | None = None
"""What the program is dressed in: asked for at every stroke of a pen, so it is not worked out each time."""


def colors() -> Colors:
    """Return the colours of the room the program is in now."""
    return _current or _wanted()


def _wanted() -> Colors:
    application = QGuiApplication.instance()
    chosen = application.property(_PROPERTY) if application is not None else None
    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return _SCHEMES.get(str(chosen), DARK if dark else LIGHT)


def choose_scheme(name: str) -> None:
    """Use the scheme ``name``, one of the settings' SCHEME_NAMES, from now on."""
    application = QApplication.instance()
    if isinstance(application, QApplication):
        application.setProperty(_PROPERTY, name)
        if _wanted() is not _current:  # dressing all widgets anew takes a good part of a second
            apply_theme(application)


def choose_text_size(percent: float) -> None:
    """Have letters of this size in the whole program; everything else follows from them."""
    application = QApplication.instance()
    if isinstance(application, QApplication):
        font, pixels = application.font(), round(LETTERS * percent / 100)
        if font.pixelSize() != pixels:
            font.setPixelSize(pixels)
            application.setFont(font)
            _pad_anew(application)


def _pad_anew(application: QApplication) -> None:
    """Have sizes follow other letters: a style sheet counts its ems in pixels once for each widget.

    Nine of ten buttons lie in views that nobody sees: they follow when they are shown.
    """
    later = application.findChild(_PadsWhenShown) or _PadsWhenShown(application)
    for window in application.topLevelWidgets():  # all widgets at once would each get an object of Python
        for widget in _padded_in(window):
            if (hidden := _outermost_hidden(widget)) is None:
                _pad(widget)
            else:
                hidden.installEventFilter(later)


class _PadsWhenShown(QObject):
    """Pads what is in a hidden widget as soon as that is shown."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """Look for that moment, and at nothing after it."""
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget):
            watched.removeEventFilter(self)
            for widget in _padded_in(watched):
                _pad(widget)
        return False


def _padded_in(ancestor: QWidget) -> list[QWidget]:
    """Return the widgets that the style sheet pads in ems: this one and those within."""
    # To look for a kind takes 2 ms in the whole window: once for both kinds of buttons.
    found: list[QWidget] = [ancestor, *ancestor.findChildren(QAbstractButton), *ancestor.findChildren(QTabBar)]
    return [widget for widget in found if isinstance(widget, PADDED)]


def _outermost_hidden(widget: QWidget) -> QWidget | None:
    """Return what has to be shown before this widget can be; None if it can be seen."""
    if widget.isVisible():
        return None
    hidden: QWidget | None = None
    above: QWidget | None = widget
    while above is not None:
        if above.isHidden():
            hidden = above
        above = None if above.isWindow() else above.parentWidget()
    return hidden


def _pad(widget: QWidget) -> None:
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    QApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))  # it may have been asked for its size before


def apply_theme(application: QApplication) -> None:
    """Dress the whole program in ``colors()``."""
    global _current
    now = _current = _wanted()
    # One sheet in place of another is told to each widget once for each of its ancestors; off and on, but twice.
    application.setStyleSheet("")
    application.setPalette(_palette(now))
    role, boxed = QPalette.ColorRole, _palette(now)
    # Fusion draws frames of these in a darker shade of this role: unseen on a dark window.
    boxed.setColor(role.Window, QColor(now.muted))
    listed = QPalette(boxed)  # of lists too: a background in the style sheet would be their Window
    for part, color in ((role.Base, now.card), (role.Highlight, now.hover), (role.HighlightedText, now.text)):
        listed.setColor(part, QColor(color))
    for kind, worn in {"QCheckBox": boxed, "QRadioButton": boxed, "QSlider": boxed, "QTreeView": listed}.items():
        application.setPalette(worn, kind)  # type: ignore[arg-type]  # PySide6 announces bytes, and refuses them
    application.setStyleSheet(_style_sheet(now))


def _palette(now: Colors) -> QPalette:
    palette, role = QPalette(), QPalette.ColorRole
    for name, color in {
        role.Window: now.window,
        role.WindowText: now.text,
        role.Base: now.field,
        role.AlternateBase: now.hover,
        role.Text: now.text,
        role.Button: now.card,
        role.ButtonText: now.text,
        role.ToolTipBase: now.card,
        role.ToolTipText: now.text,
        role.PlaceholderText: now.muted,
        role.Highlight: now.accent,
        role.HighlightedText: now.on_accent,
        role.Accent: now.accent,
        role.Link: now.accent,
        role.Mid: now.border,
    }.items():
        palette.setColor(name, QColor(color))
    for faded in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, faded, QColor(now.muted))
    return palette


def _style_sheet(now: Colors) -> str:
    return f"""
    QFrame#recovery {{ background: {now.hover}; border-bottom: 1px solid {now.border}; }}
    QLabel[role="muted"] {{ color: {now.muted}; }}
    QLabel[role="error"] {{ color: {now.error}; }}
    QLabel#reading {{
        background: {now.card}; border: 1px solid {now.border}; border-radius: 4px; padding: 2px 6px;
    }}
    QTabBar::tab {{
        background: {now.card}; color: {now.muted}; padding: 0.4em 0.1em;
        border: none; border-bottom: 3px solid {now.card};
    }}
    QTabBar::tab:selected {{ color: {now.text}; border-bottom-color: {now.accent}; padding-right: 0.6em; }}
    QTabBar::tab:focus {{ color: {now.accent}; }}
    QTreeView {{ border: 1px solid {now.border}; border-radius: 4px; }}
    QHeaderView::section {{
        background: {now.card}; color: {now.muted}; border: none; border-bottom: 1px solid {now.border};
        padding: 3px 6px;
    }}
    QLabel[role="heading"] {{ font-weight: 600; }}
    QPushButton, Transport > QToolButton {{
        background: {now.card}; border: 1px solid {now.border}; border-radius: 6px;
        padding: 0.35em 0.8em;
    }}
    QPushButton:hover, Transport > QToolButton:hover {{ background: {now.hover}; }}
    QPushButton:disabled, Transport > QToolButton:disabled {{ color: {now.muted}; background: {now.window}; }}
    QPushButton:focus, Transport > QToolButton:focus {{ border: 2px solid {now.accent}; padding: 0.3em 0.75em; }}
    *[role="boxed"] {{ background: {now.card}; }}
    *[role="boxed"], StepButtons > *[role="primary"], CollectPage > *[role="primary"] {{
        border: 1px solid {now.border}; border-radius: 6px; padding: 0.35em 0.8em;
    }}
    *[role="boxed"]:hover {{ background: {now.hover}; }}
    *[role="boxed"]:checked {{ background: {now.hover}; border-color: {now.accent}; font-weight: 600; }}
    *[role="boxed"]:disabled {{ color: {now.muted}; background: {now.window}; }}
    *[role="boxed"]:focus {{ border: 2px solid {now.accent}; padding: 0.3em 0.75em; }}
    Chapters > *[role="boxed"] {{ padding: 0.35em 0.1em; }}
    Chapters > *[role="boxed"]:focus {{ padding: 0.3em 0.05em; }}
    DigitToggles > *[role="boxed"], #tools > *[role="boxed"] {{ padding: 0.2em 0.42em; }}
    DigitToggles > *[role="boxed"] {{ color: {now.muted}; }}
    DigitToggles > *[role="boxed"]:checked {{ color: {now.text}; }}
    DigitToggles > *[role="boxed"]:focus, #tools > *[role="boxed"]:focus {{ padding: 0.15em 0.36em; }}
    VotePanel > *[role="boxed"], #result > *[role="boxed"] {{ padding: 0.35em 0.5em; }}
    VotePanel > *[role="boxed"]:focus, #result > *[role="boxed"]:focus {{ padding: 0.3em 0.45em; }}
    DigitButtons > *[role="boxed"] {{ padding: 0; }}
    DigitButtons > *[role="boxed"]:checked {{ border: 2px solid {now.accent}; }}
    DigitButtons > *[role="boxed"]:focus {{ padding: 0; border: 2px dashed {now.text}; }}
    ActBar > QToolButton, DrawingBar > QToolButton {{
        color: {now.muted}; border: 2px solid transparent; border-radius: 6px; padding: 0.2em 0.4em;
    }}
    ActBar > QToolButton:hover, DrawingBar > QToolButton:hover {{ background: {now.hover}; color: {now.text}; }}
    DrawingBar > QToolButton {{ padding: 1px; }}
    DrawingBar > QToolButton:checked {{ background: {now.hover}; border-color: {now.accent}; }}
    ActBar > QToolButton:checked {{ background: {now.running}; color: {now.text}; font-weight: 600; }}
    ActBar > QToolButton:disabled {{ color: {now.quiet}; }}
    ActBar > QToolButton:focus {{ border-color: {now.accent}; }}
    DrawingBar > QToolButton:focus {{ border: 2px dashed {now.text}; }}
    TensorTable > QToolButton {{ border: 1px solid transparent; border-radius: 4px; padding: 0 0.35em; }}
    TensorTable > QToolButton:hover {{ background: {now.hover}; }}
    TensorTable > QToolButton:checked {{ background: {now.running}; font-weight: 600; }}
    TensorTable > QToolButton:focus {{ border-color: {now.accent}; }}
    *[role="primary"] {{
        background: {now.accent}; color: {now.on_accent}; border-color: {now.accent}; font-weight: 600;
    }}
    *[role="primary"]:hover {{ background: {now.accent}; border-color: {now.text}; }}
    *[role="primary"]:focus {{ border: 2px solid {now.text}; }}
    *[role="primary"]:disabled {{ background: {now.window}; color: {now.muted}; border-color: {now.border}; }}
    QProgressBar {{ background: {now.hover}; border: none; border-radius: 4px; max-height: 8px; min-height: 8px; }}
    QProgressBar::chunk {{ background: {now.accent}; border-radius: 4px; }}
    QStatusBar {{ background: {now.window}; border-top: 1px solid {now.border}; }}
    QStatusBar::item {{ border: none; }} QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
    QToolTip {{ background: {now.card}; color: {now.text}; border: 1px solid {now.border}; padding: 4px; }}
    """
