"""Ctrl+C, SIGTERM and a closed terminal end a command in order: no half-written file stays, and no traceback."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from digitpad.engines.protocol import FreeRun

ENDING = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name)
)
"""The signals that ask a program to end; each system has some of them."""


class EndableRun(FreeRun):
    """A control that a signal ends, or that nobody hears any more what there is to say.

    Attributes:
        signal: the number of the signal, None without one.
        unsaid: why nothing can be said any more, None if it can.
    """

    signal: int | None = None
    unsaid: OSError | None = None


@contextmanager
def interrupted_by_signals() -> Iterator[None]:
    """Let each of them raise KeyboardInterrupt, with its number, as Ctrl+C does by itself.

    The system would end the program at once, and leave what was half-written.
    """

    def interrupt(number: int, _: object) -> None:
        raise KeyboardInterrupt(number)

    with _heard(interrupt):
        yield


@contextmanager
def ended_by_signals(control: EndableRun) -> Iterator[None]:
    """Let the first of them end a training after the batches at hand; what comes after that is done all the same.

    A second one does what it does elsewhere.
    """

    def end(number: int, _: object) -> None:
        control.end_wanted, control.signal = True, number
        put_back()

    with _heard(end) as put_back:
        yield


@contextmanager
def _heard(hear: Callable[[int, object], object]) -> Iterator[Callable[[], None]]:
    """Have a function called by each of these signals, until what is yielded is called, or to the end.

    A signal that whoever started the program has it ignore, as ``nohup`` does, stays ignored.
    """
    before = {number: signal.getsignal(number) for number in ENDING}
    heeded = [number for number in ENDING if before[number] is not signal.SIG_IGN]
    if threading.current_thread() is not threading.main_thread():  # signals are the main thread's
        heeded = []

    def put_back() -> None:
        for number in heeded:
            signal.signal(number, before[number])

    for number in heeded:
        signal.signal(number, hear)
    try:
        yield put_back
    finally:
        put_back()
