"""What is reckoned of a step's arrays once: on the step's own thread, before the window's asks for it."""

from collections import deque
from collections.abc import Callable
from typing import ParamSpec, TypeVar

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")

KEPT = 2
"""Results of a function that are kept: going to and fro between two stops reckons nothing anew."""


def remembered(function: Callable[Arguments, Result]) -> Callable[Arguments, Result]:
    """Let a function of immutable arrays return the same again for the very same arguments.

    They are told apart by what they are, not by what is in them. Any thread may call it.
    """
    kept: deque[tuple[tuple[object, ...], Result]] = deque(maxlen=KEPT)

    def found(*arguments: Arguments.args, **named: Arguments.kwargs) -> Result:
        for known, result in tuple(kept):
            if len(known) == len(arguments) and all(a is b for a, b in zip(known, arguments, strict=True)):
                return result
        result = function(*arguments, **named)
        kept.append((arguments, result))
        return result

    return found
