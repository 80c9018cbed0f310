"""A label that says as much as it has room for."""

import pytest
from pytestqt.qtbot import QtBot

from digitpad.ui.elided_label import ElidedLabel

WORDS = "Paused after batch 2,345, loss 0.173. You can draw and step; Space goes on."
SHORTER = "Paused after batch 2,345."


def label(qtbot: QtBot, share: float, lines: int, shorter: str = "", text: str = WORDS) -> ElidedLabel:
    """Return a label with so much of the room that its text needs in one line."""
    label = ElidedLabel(None, lines)
    qtbot.addWidget(label)
    label.setText(text, shorter)
    label.resize(round(share * label.fontMetrics().horizontalAdvance(text)) + 1, 40)
    return label


@pytest.mark.parametrize("lines", [1, 2])
def test_with_room_for_all_it_is_one_line(qtbot: QtBot, lines: int) -> None:
    assert label(qtbot, 1, lines, SHORTER).painted() == WORDS


def test_it_takes_its_second_line_and_breaks_between_words(qtbot: QtBot) -> None:
    found = label(qtbot, 0.6, 2, SHORTER).painted()
    assert found.count("\n") == 1
    assert found.replace("\n", " ") == WORDS


def test_where_its_lines_are_too_few_it_says_it_shorter(qtbot: QtBot) -> None:
    assert label(qtbot, 0.6, 1, SHORTER).painted() == SHORTER
    assert label(qtbot, 0.25, 2, SHORTER).painted().replace("\n", " ") == SHORTER


@pytest.mark.parametrize(("lines", "share", "shorter"), [(1, 0.6, ""), (2, 0.3, ""), (1, 0.2, SHORTER)])
def test_at_last_it_ends_in_dots(qtbot: QtBot, lines: int, share: float, shorter: str) -> None:
    found = label(qtbot, share, lines, shorter)
    painted = found.painted()
    assert painted.count("\n") == lines - 1
    assert painted.endswith("…")
    assert (shorter or WORDS).startswith(painted.replace("\n", " ").removesuffix("…").rstrip())
    for line in painted.split("\n"):
        assert found.fontMetrics().horizontalAdvance(line) <= found.width()
    assert found.text() == WORDS


def test_a_word_that_is_too_long_breaks_anywhere(qtbot: QtBot) -> None:
    path = "/home/somebody/a-folder-with-a-long-name/" + 3 * "lesson"
    assert label(qtbot, 0.6, 2, text=path).painted().replace("\n", "") == path


def test_what_was_shorter_is_forgotten_with_the_next_text(qtbot: QtBot) -> None:
    found = label(qtbot, 0.6, 1, SHORTER)
    found.setText(WORDS)
    assert found.painted() not in ("", SHORTER)
    found.setText("")
    assert found.painted() == ""
