"""The sentence for each error a person can mend, made of its words (``errors``) and its values."""

import logging

from PySide6.QtCore import QCoreApplication, QLocale

from digitpad.errors import UserError, Word
from digitpad.workspace.wording.errors.error_texts import SENTENCES, WORDS
from digitpad.workspace.wording.numbers import short, whole, with_article

log = logging.getLogger(__name__)

CONTEXT = "Errors"

MOST_LETTERS = 300
"""Of a value that a sentence names: longer ones lose their middle."""


def sentence(error: UserError) -> str:
    """Return what to tell a person, in the program's language."""
    template = SENTENCES.get(error.code)
    if template is None:
        log.error("no sentence for the error %s", error)
        return str(error)
    values = {name: _written(value) for name, value in error.values.items()}
    return with_article(QCoreApplication.translate(CONTEXT, str(template)).format(**values))


def _written(value: object) -> str:
    if isinstance(value, UserError):
        return sentence(value)
    if isinstance(value, Word):
        return QCoreApplication.translate(CONTEXT, str(WORDS[value]))
    if isinstance(value, int) and not isinstance(value, bool):
        # Of a damaged file: Qt has no number beyond 64 bits.
        return whole(value) if abs(value) < 2**31 else _cut(f"{value:,}".replace(",", QLocale().groupSeparator()))
    return short(value) if isinstance(value, float) else _cut(str(value))


def _cut(text: str) -> str:
    """Return what somebody may have written into a file, or called one: in one line, of a length to be read."""
    line = " ".join(text.splitlines()) if len(text.splitlines()) > 1 else text
    if len(line) <= MOST_LETTERS:
        return line
    kept = MOST_LETTERS // 2
    return f"{line[:kept]} … {line[-kept:]}"
