"""For tests of errors: what a person is told, in English, instead of the code."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QLocale

from digitpad.errors import DataFileError, UserError
from digitpad.workspace.wording.sentences import sentence


@contextmanager
def written_as_in(language: QLocale.Language) -> Iterator[None]:
    """Let numbers be written as in this language, whatever the machine is set to; restored afterwards."""
    before = QLocale()
    QLocale.setDefault(QLocale(language))
    try:
        yield
    finally:
        QLocale.setDefault(before)


def told(error: UserError) -> str:
    """Return an error's sentence, its numbers as English writes them."""
    with written_as_in(QLocale.Language.English):
        return sentence(error)


@contextmanager
def refused(match: str = "", kind: type[UserError] = DataFileError) -> Iterator[pytest.ExceptionInfo[UserError]]:
    """Expect an error of this kind whose sentence matches the regular expression ``match``."""
    with pytest.raises(kind) as caught:
        yield caught
    message = told(caught.value)
    assert re.search(match, message), f"{match!r} does not match {message!r}"
