"""The guide: what it tells to type can be typed."""

from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from digitpad.ui.stage.guide import lesson_text


def test_the_lessons_code_is_where_the_guide_says(qapp: QApplication) -> None:
    guide = QTextDocument()
    guide.setHtml(lesson_text())
    lines = [line for line in guide.toPlainText().splitlines() if line.startswith("from ")]
    assert len(lines) == 2
    typed: dict[str, object] = {}
    exec("\n".join(lines), typed)
    assert {"NaiveDense", "NaiveSequential", "fit"} <= set(typed)
