"""Stops the lesson's page at its lines: Python's own tracing, on the thread that trains, for its files alone.

What is traced is what runs: there is no second copy of the loop. All else that Python calls meanwhile, TensorFlow
above all, is passed over, which makes a step half as slow again.
"""

import sys
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from types import CodeType, FrameType
from typing import Any

PASSED_OVER = frozenset({"NaiveDense.weights", "NaiveSequential.weights"})
"""Functions of the page that only hand out what is there: nobody needs to see their lines."""

Trace = Callable[[FrameType, str, Any], Any]


@contextmanager
def untraced() -> Iterator[None]:
    """Have nothing traced of what this thread runs meanwhile: being told of a call costs more than most calls."""
    before = sys.gettrace()
    sys.settrace(None)
    try:
        yield
    finally:
        sys.settrace(before)


class Line:
    """A moment of a traced step: a line is about to run, or a function returns ``value``.

    Attributes:
        frame: of the function whose line it is.
        calls: the frames of the page's functions from which it was called, the step's own first.
        returns: whether the function is about to return.
        value: what it returns then.
    """

    def __init__(self, frame: FrameType, calls: tuple[FrameType, ...], *, returns: bool, value: object) -> None:
        self.frame = frame
        self.calls = calls
        self.returns = returns
        self.value = value


class LineTracer:
    """Calls ``on_line`` at each line of the page's functions, from the beginning of ``root`` to its end.

    What ``on_line`` raises is raised at that line, and so unwinds the step.
    """

    def __init__(self, root: CodeType, files: Collection[str], on_line: Callable[[Line], None]) -> None:
        self._root = root
        self._files = files
        self._on_line = on_line
        self._frames: list[FrameType] = []

    @contextmanager
    def tracing(self) -> Iterator[None]:
        """Trace what this thread runs meanwhile."""
        before = sys.gettrace()
        self._frames.clear()
        sys.settrace(self._on_call)
        try:
            yield
        finally:
            sys.settrace(before)
            self._frames.clear()

    def _on_call(self, frame: FrameType, _event: str, _arg: object) -> Trace | None:
        code = frame.f_code
        if not self._frames and code is not self._root:
            return None
        if code.co_filename not in self._files or code.co_qualname in PASSED_OVER:
            return None
        self._frames.append(frame)
        return self._on_event

    def _on_event(self, frame: FrameType, event: str, arg: object) -> Trace:
        if event == "line":
            self._tell(frame, returns=False, value=None)
        elif event == "return":
            try:
                self._tell(frame, returns=True, value=arg)
            finally:
                self._frames.pop()
        return self._on_event

    def _tell(self, frame: FrameType, *, returns: bool, value: object) -> None:
        self._on_line(Line(frame, tuple(self._frames[:-1]), returns=returns, value=value))
