"""What is found out on a thread: of all that is asked the newest counts."""

import threading

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from digitpad.errors import UserError
from digitpad.workspace.inquiry import Inquiry, Wanted

WAIT_MS = 30_000


def test_of_several_questions_the_newest_is_answered(home: QObject, qtbot: QtBot) -> None:
    inquiry, answers = Inquiry(home), []
    begun = threading.Event()

    def long(wanted: Wanted) -> object:
        begun.set()
        while wanted():
            pass
        return "long"

    inquiry.ask(long, answers.append)
    assert begun.wait(30)
    inquiry.ask(lambda _wanted: "second", answers.append)
    inquiry.ask(lambda _wanted: threading.current_thread() is threading.main_thread(), answers.append)
    qtbot.waitUntil(lambda: bool(answers) and inquiry.is_quiet, timeout=WAIT_MS)
    assert answers == [False]


def test_a_problem_is_an_answer_too(home: QObject, qtbot: QtBot) -> None:
    inquiry, answers = Inquiry(home), []

    def fails(_wanted: Wanted) -> object:
        raise ValueError("no")

    inquiry.ask(fails, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=WAIT_MS)
    assert isinstance(answers[0], UserError)


def test_nobody_hears_of_what_was_given_up_and_nothing_begins_after_the_end(home: QObject, qtbot: QtBot) -> None:
    inquiry, answers = Inquiry(home), []
    inquiry.ask(lambda _wanted: "given up", answers.append)
    inquiry.give_up()
    qtbot.waitUntil(lambda: inquiry.is_quiet, timeout=WAIT_MS)
    inquiry.ask(lambda _wanted: "too late", answers.append)
    inquiry.shut_down()
    inquiry.ask(lambda _wanted: "after the end", answers.append)
    assert inquiry.is_quiet
    assert answers == []
