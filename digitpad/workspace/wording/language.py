"""The language that the program speaks, in the window and at the prompt alike."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from digitpad.resources import asset

FOLDER = "translations"
LANGUAGES = {"en": QLocale.Language.English, "vi": QLocale.Language.Vietnamese}
"""What can be spoken, by code."""


def systems_language() -> str:
    """Return the code of the language that the system speaks, English if digitpad does not speak it."""
    wanted = QLocale.system().language()
    return next((code for code, language in LANGUAGES.items() if language == wanted), "en")


_spoken: QTranslator | None = None
"""The translation that is installed; there is one at a time."""


def speak(code: str = "en") -> None:
    """Write numbers as this language does, and texts by its translation; English only lacks plural forms.

    Widgets that are there already hear of it from Qt, as QEvent.LanguageChange.
    """
    global _spoken
    QLocale.setDefault(QLocale(LANGUAGES[code]))
    application = QCoreApplication.instance()
    if application is None:  # at the prompt: what is written in the code is spoken
        return
    if _spoken is not None:
        application.removeTranslator(_spoken)
        _spoken.deleteLater()
    _spoken = QTranslator(application)
    if _spoken.load(str(asset(f"{FOLDER}/digitpad_{code}.qm"))):
        application.installTranslator(_spoken)


@contextmanager
def with_plurals() -> Iterator[None]:
    """Speak English with its plural forms, at the prompt too: Qt looks them up for an application alone."""
    global _spoken
    application = None if QCoreApplication.instance() is not None else QCoreApplication([])
    speak()
    try:
        yield
    finally:
        if application is not None:
            _spoken = None
            application.shutdown()
