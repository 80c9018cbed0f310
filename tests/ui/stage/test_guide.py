"""The guide: what it tells to type can be typed, and what it sends to is called so."""

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from digitpad.ui.stage.guide import lesson_text
from digitpad.workspace.wording.guide_experiments_texts import experiments_text
from digitpad.workspace.wording.language import speak


def test_the_lessons_code_is_where_the_guide_says(qapp: QApplication) -> None:
    guide = QTextDocument()
    guide.setHtml(lesson_text())
    lines = [line for line in guide.toPlainText().splitlines() if line.startswith("from ")]
    assert len(lines) == 2
    typed: dict[str, object] = {}
    exec("\n".join(lines), typed)
    assert {"NaiveDense", "NaiveSequential", "fit"} <= set(typed)


NAMED = (
    ("DataSection", "Nu&mber of images"),
    ("DataSection", "Ot&hers"),
    ("DataSection", "Digits that it &sees"),
    ("NetworkSection", "First &weights"),
    ("ValidationSection", "Held out for &validation"),
    ("ValidationSection", "Weight deca&y"),
    ("LossView", "Trai&ning, validation, test"),
    ("Commands", "&Keras' own fit"),
    ("RunsView", "Runs"),
)
"""Fields, commands and views that the lesson on experiments sends a class to, as they call themselves."""


@pytest.mark.parametrize("language", ["en", "vi"])
def test_the_lesson_on_experiments_calls_fields_by_their_names(qapp: QApplication, language: str) -> None:
    speak(language)
    try:
        lesson = experiments_text().replace("\u2019", "'").casefold()
        names = [QCoreApplication.translate(*name).replace("&", "").casefold() for name in NAMED]
        assert [name for name in names if name not in lesson] == []
    finally:
        speak()
