"""The page's code: folded, wrapped, and the statement that runs next in sight."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from digitpad.engines.acts.tape import CodePage, Place
from digitpad.ui.theme import choose_text_size
from digitpad.ui.views.step.code_panel import CodePanel
from digitpad.workspace.stepping.code_lines import rows, statement_text, wrapped
from digitpad.workspace.wording.language import speak
from tests.ui.views.step.reading import marked, marked_blocks
from tests.ui.views.step.tapes import CALL, STEP

PREDICTIONS, LOSSES, RETURN = 12, 13, 17
"""Lines of the step."""


@pytest.fixture
def panel(qtbot: QtBot) -> CodePanel:
    panel = CodePanel()
    qtbot.addWidget(panel)
    panel.resize(320, 400)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


@pytest.mark.parametrize("columns", range(16, 120, 7))
def test_wrapping_loses_and_adds_nothing_but_spaces(columns: int) -> None:
    for page in (STEP, CALL):
        for number, line in enumerate(page.lines):
            pieces = [row.text for row in rows(page, columns) if row.line == number]
            if pieces and not line.strip().startswith('"""'):
                assert "".join("".join(pieces).split()) == "".join(line.split())
        assert max(len(row.text) for row in rows(page, columns)) <= columns


def test_a_long_line_is_wrapped_where_a_reader_would_break_it() -> None:
    line = "    per_sample_losses = keras.losses.sparse_categorical_crossentropy(labels_batch, predictions)"
    assert wrapped(line, 52) == [
        "    per_sample_losses = keras.losses",
        "        .sparse_categorical_crossentropy(",
        "        labels_batch, predictions)",
    ]
    assert wrapped("x = 1", 52) == ["x = 1"]
    assert wrapped('  loss="sparse_categorical_crossentropy",', 40) == [
        "  loss=",
        '    "sparse_categorical_crossentropy",',  # no comma by itself
    ]
    assert (
        wrapped("a" * 40, 20) == ["a" * 20, "  " + "a" * 18, "  aa"]
        or "".join(piece.strip() for piece in wrapped("a" * 40, 20)) == "a" * 40
    )


@pytest.mark.parametrize("columns", range(22, 60))
def test_a_name_stays_whole_where_it_has_room_and_is_else_broken_between_its_words(columns: int) -> None:
    name = ".sparse_categorical_crossentropy"
    texts = [row.text for row in rows(STEP, columns)]
    if columns >= len(name):
        assert any(name in text for text in texts)
    else:
        place = next(at for at, text in enumerate(texts) if ".sparse_" in text)
        assert texts[place].strip() in (".sparse_categorical_", ".sparse_")


def test_a_docstring_is_folded_to_its_first_line() -> None:
    texts = [row.text for row in rows(STEP, 100)]
    assert '    """Learn from one batch: forward, loss, gradients, update. …"""' in texts
    assert not any("images_batch`` is float32" in text for text in texts)
    assert '    """Map float32 (batch, input_size) to float32 (batch, output_size)."""' in [
        row.text for row in rows(CALL, 100)
    ]
    bare = CodePage("f", "page.py", 1, ("def f():", "    x = '''a", "b'''"), ((0, 0), (1, 2), (1, 2)))
    assert [row.text for row in rows(bare, 80)] == list(bare.lines), "this string is no docstring"


def test_the_whole_statement_that_runs_next_is_marked(panel: CodePanel, qtbot: QtBot) -> None:
    panel.show_place(Place(STEP, LOSSES), None)
    qtbot.waitUntil(lambda: len(marked(panel)) > 1)
    code = "".join("".join(marked(panel)).split())
    assert code == "".join(STEP.lines[LOSSES].split())
    assert panel.text.accessibleDescription() == f"next: {STEP.lines[LOSSES].strip()}"
    multi = replace(STEP, statements=(*STEP.statements[:LOSSES], (13, 14), (13, 14), *STEP.statements[15:]))
    panel.show_place(Place(multi, 14), None)
    assert "".join("".join(marked(panel)).split()) == "".join("".join(STEP.lines[13:15]).split())
    assert statement_text(multi, 14) == f"{STEP.lines[13].strip()} {STEP.lines[14].strip()}"


def test_what_runs_next_is_in_sight_whatever_the_size(panel: CodePanel, qtbot: QtBot) -> None:
    for size, percent in (((320, 400), 100), ((190, 140), 100), ((320, 200), 150), ((700, 500), 100)):
        choose_text_size(percent)
        panel.resize(*size)
        for line in (RETURN, 0, LOSSES, PREDICTIONS, RETURN):
            panel.show_place(Place(STEP, line), None)
            qtbot.waitUntil(lambda: in_sight(panel))


def test_rows_end_before_a_scroll_bar_that_comes_later(panel: CodePanel, qtbot: QtBot) -> None:
    panel.show_place(None, STEP)
    bar = panel.text.verticalScrollBar()
    panel.resize(320, 20 * len(STEP.lines))
    qtbot.waitUntil(lambda: not bar.isVisible())
    wide = longest(panel)
    panel.text.setFixedHeight(100)  # as when something else comes above or below
    qtbot.waitUntil(bar.isVisible)
    qtbot.waitUntil(lambda: longest(panel) <= panel.text.viewport().width() < wide)


def longest(panel: CodePanel) -> int:
    """Return the width of the longest row, in logical pixels."""
    letters = panel.text.fontMetrics()
    return max(letters.horizontalAdvance(line) for line in panel.text.toPlainText().split("\n"))


def in_sight(panel: CodePanel) -> bool:
    """Say whether the first marked row lies within what is seen of the text."""
    block = marked_blocks(panel)[0]
    room = panel.text.blockBoundingGeometry(block).translated(panel.text.contentOffset())
    return room.top() >= -1 and room.bottom() <= panel.text.viewport().height() + 1


def test_it_says_where_it_is_and_from_where_it_was_called(panel: CodePanel) -> None:
    panel.show_place(Place(CALL, 2, ((STEP, PREDICTIONS),)), None)
    assert panel.header.text() == "NaiveDense.__call__ · network.py"
    assert panel.calls.text() == "one_training_step › NaiveDense.__call__"
    panel.show_place(Place(STEP, PREDICTIONS), None)
    assert panel.header.text() == "one_training_step · training.py"
    assert panel.calls.isHidden()


def test_a_return_is_said(panel: CodePanel, qtbot: QtBot) -> None:
    panel.show_place(Place(STEP, RETURN, returns=True), None)
    assert panel.returned.text() == "returns to where it was called"
    assert panel.text.accessibleDescription() == "one_training_step returns"
    speak("vi")
    qtbot.waitUntil(lambda: panel.returned.text() == "trở về nơi đã gọi")
    panel.show_place(Place(STEP, PREDICTIONS), None)
    assert panel.returned.isHidden()


def test_without_a_step_the_page_can_be_read_all_the_same(panel: CodePanel) -> None:
    panel.show_place(None, STEP)
    assert "predictions" in panel.text.toPlainText()
    assert marked(panel) == []
    panel.show_place(None, None)
    assert panel.text.toPlainText() == ""
