"""Numbers as people write them."""

import pytest
from PySide6.QtWidgets import QApplication

from digitpad.workspace.wording.numbers import short, with_article


@pytest.mark.parametrize(
    ("number", "text"),
    [(1e-5, "1e-5"), (2.5e-7, "2.5e-7"), (1e-12, "1e-12"), (0.0001, "0.0001"), (1e7, "1e+7"), (10.0, "10")],
)
def test_an_exponent_has_no_zero_before_it(qapp: QApplication, number: float, text: str) -> None:
    assert short(number) == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Pen 8, write a 8", "Pen 8, write an 8"),
        ("Test image 7: a 8, read right", "Test image 7: an 8, read right"),
        ("A 8", "An 8"),
        ("write a 7", "write a 7"),
        ("a 80", "a 80"),  # no digit
        ("của 8, hãy viết số 8", "của 8, hãy viết số 8"),
    ],
)
def test_eight_is_a_word_that_begins_with_a_vowel(text: str, said: str) -> None:
    assert with_article(text) == said
