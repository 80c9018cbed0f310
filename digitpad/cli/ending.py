"""Ctrl+C, SIGTERM and a closed terminal end a command in order: no half-written file stays, and no traceback."""

import _thread
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from digitpad.engines.protocol import FreeRun

ENDING = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name)
)
"""The signals that ask a program to end; each system has some of them."""

AGAIN_SECONDS = 0.02
"""After this a signal is heard once more whose exception came where Python drops it."""

BENT = (0.0, 0.0), (9.0, 9.0), (0.0, 1.0), (9.0, 0.0)
"""A stroke all of whose painting is tried: it turns back."""


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

    with _heard(interrupt), _raised_again():
        yield


@contextmanager
def _raised_again() -> Iterator[None]:
    """Hear of a signal once more if its exception came in what Python calls as an object goes, and is dropped."""
    before, again = sys.unraisablehook, list[threading.Timer]()

    def look(unraisable: "sys.UnraisableHookArgs") -> None:
        if not isinstance(unraisable.exc_value, KeyboardInterrupt):
            before(unraisable)
            return
        number = next(iter(unraisable.exc_value.args), signal.SIGINT)
        again.append(threading.Timer(AGAIN_SECONDS, _send, (number,)))  # here it would be dropped too
        again[-1].daemon = True
        again[-1].start()

    sys.unraisablehook = look
    try:
        yield
    finally:
        sys.unraisablehook = before
        for timer in again:
            timer.cancel()


def _send(number: int) -> None:
    """Send the main thread a signal; where that can be done, it ends what that is waiting for."""
    if hasattr(signal, "pthread_kill"):
        signal.pthread_kill(threading.main_thread().ident or 0, number)
    else:
        _thread.interrupt_main(signal.Signals(number))


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


def load_qt() -> None:
    """Import Qt, draw with it, and let these signals wait meanwhile.

    Amid its import their exception would end Python itself, with a dump; and amid what PySide makes only as it is
    first used it would be dropped, and half of that be missing ever after.
    """
    waiting: list[int] = []
    with _heard(lambda number, _: waiting.append(number)):
        from digitpad.drawing.raster import rasterize
        from digitpad.drawing.strokes import Drawing

        rasterize(Drawing.of([BENT]))
    for number in waiting:
        signal.raise_signal(number)


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
