"""What is said of several digits in one drawing, and of stray dots beside them."""

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QKeySequence

from digitpad.workspace.commands.table import COMMANDS
from digitpad.workspace.easel.recognizer import Reading, Recognition
from digitpad.workspace.wording.numbers import unbroken


def numeral(reading: Reading) -> str:
    """Return a digit's answer, with a question mark where that is not sure; a dash where there is none."""
    if not reading.has_answer:
        return "–"
    return str(reading.digit) if reading.is_sure else f"{reading.digit}?"


def seen_digits(recognition: Recognition) -> str:
    """Say how many digits there are, and how they are read."""
    form = QCoreApplication.translate("Digits", "I see {count} digits: {digits}")
    digits = unbroken(" ".join(map(numeral, recognition.readings)))
    return form.format(count=len(recognition.readings), digits=digits)


@dataclass(frozen=True)
class Beside:
    """What was seen beside a digit: in a few words, in more, and in as few as can be; “” for no such words."""

    words: str
    tip: str = ""
    brief: str = ""


def seen_beside(recognition: Recognition, *, is_silent: bool = False) -> list[Beside]:
    """Say what there is beside one digit: other digits, unless silent; stray dots."""
    strays = len(recognition.division.strays)
    is_said = recognition.is_several and not is_silent
    count = len(recognition.readings)
    said = [Beside(seen_digits(recognition), seen_digits_tip(), seen_digits_briefly(count))] if is_said else []
    return [*said, Beside(left_out(strays), left_out_tip(), left_out_briefly(strays))] if strays else said


def seen_digits_briefly(count: int) -> str:
    """Say how many digits there are, two or more, where there is no room for how they are read."""
    return QCoreApplication.translate("Digits", "{count} digits").format(count=count)


def seen_digits_tip() -> str:
    """Say what is shown of them, and how another one is chosen."""
    form = QCoreApplication.translate(
        "Digits",
        "Each is read by itself. Answer and views follow the one with the thick box: the newest, until you choose "
        "another one here or by {left} and {right}.",
    )
    return form.format(left=_key("previous_digit"), right=_key("next_digit"))


def digit_words(recognition: Recognition, number: int) -> str:
    """Say how one of them is read, from 0, and whether that is sure."""
    reading = recognition.readings[number]
    none = QCoreApplication.translate("Digits", "Digit {place} of {count}: no answer")
    sure = QCoreApplication.translate("Digits", "Digit {place} of {count}: {digit}, sure")
    unsure = QCoreApplication.translate("Digits", "Digit {place} of {count}: {digit}, not sure")
    return (none if not reading.has_answer else sure if reading.is_sure else unsure).format(
        place=number + 1,
        count=len(recognition.readings),
        digit=reading.digit,
    )


def left_out(strays: int) -> str:
    """Say that so many stray dots are left out, in a few words."""
    return _CountedStrays().left_out(strays).format(key=_key("remove_strays"))


def left_out_briefly(strays: int) -> str:
    """Say the same where there is no room for it."""
    return _CountedStrays().left_out_briefly(strays).format(key=_key("remove_strays"))


def left_out_tip() -> str:
    """Say what a stray dot is, and how it is taken away."""
    form = QCoreApplication.translate(
        "Digits",
        "Tiny strokes far from the digit are left out of the answer, and ringed on the canvas; {key} removes "
        "them.",
    )
    return form.format(key=_key("remove_strays"))


@cache
def _key(name: str) -> str:
    """Return the key of a command, as the system writes it."""
    return QKeySequence(COMMANDS[name].keys[0]).toString(QKeySequence.SequenceFormat.NativeText)


class _CountedStrays(QObject):
    """Sentences with a number of stray dots: Qt finds plural forms where a QObject says them."""

    def left_out(self, count: int) -> str:
        return str(self.tr("%Ln stray dot(s) left out: {key}", "", count))

    def left_out_briefly(self, count: int) -> str:
        return str(self.tr("%Ln dot(s): {key}", "", count))
