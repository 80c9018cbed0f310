"""The guide: what it tells to type can be typed."""

from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from digitpad.ui.stage.guide import lesson_text
from tests.conftest import FreshPython


def test_the_lessons_code_is_where_the_guide_says(qapp: QApplication, fresh_python: FreshPython) -> None:
    guide = QTextDocument()
    guide.setHtml(lesson_text())
    lines = [line for line in guide.toPlainText().splitlines() if line.startswith("from ")]
    assert len(lines) == 2
    result = fresh_python("-c", "\n".join(lines))
    assert result.returncode == 0, result.stderr
