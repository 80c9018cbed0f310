"""The language that the program speaks, in the window and at the prompt alike."""

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from digitpad.resources import asset

FOLDER = "translations"


def speak(language: QLocale.Language = QLocale.Language.English) -> None:
    """Write numbers as this language does, and texts by its translation; English only lacks plural forms."""
    QLocale.setDefault(QLocale(language))
    application = QCoreApplication.instance()
    if application is None:  # at the prompt: what is written in the code is spoken
        return
    translator = QTranslator(application)
    if translator.load(str(asset(f"{FOLDER}/digitpad_{QLocale.languageToCode(language)}.qm"))):
        application.installTranslator(translator)
