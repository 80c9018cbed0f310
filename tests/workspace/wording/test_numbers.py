"""Numbers as people write them."""

import pytest
from PySide6.QtWidgets import QApplication

from digitpad.workspace.wording.numbers import short


@pytest.mark.parametrize(
    ("number", "text"),
    [(1e-5, "1e-5"), (2.5e-7, "2.5e-7"), (1e-12, "1e-12"), (0.0001, "0.0001"), (1e7, "1e+7"), (10.0, "10")],
)
def test_an_exponent_has_no_zero_before_it(qapp: QApplication, number: float, text: str) -> None:
    assert short(number) == text
