"""What a command is: its words, its keys, and when it is possible."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from PySide6.QtGui import QKeySequence

from digitpad.workspace.commands.conditions import Conditions

Key = str | QKeySequence.StandardKey
Possible = Callable[[Conditions], bool]

CONTEXT = "Commands"
"""Of all words below."""


def always(_: Conditions) -> bool:
    """Whatever is going on."""
    return True


def while_idle(now: Conditions) -> bool:
    """While no run is under way."""
    return now.is_idle


def unless_collecting(possible: Possible = always) -> Possible:
    """Whenever that is possible, but not while the class collects its digits."""
    return lambda now: not now.is_collecting and possible(now)


def while_collecting(now: Conditions) -> bool:
    """While the class collects its digits."""
    return now.is_collecting


def with_run(now: Conditions) -> bool:
    """While a run is selected."""
    return now.has_run


def with_trained_run(now: Conditions) -> bool:
    """While a run with weights is selected."""
    return now.run_is_trained


@dataclass(frozen=True)
class Command:
    """One thing that a user can do: from it a QAction is made, and from that menus, buttons and the table of keys.

    ``text`` stands in a menu, with its mnemonic; ``short`` on a button; ``tip`` is its tooltip. All are sources of
    translations.
    """

    name: str
    text: str
    keys: tuple[Key, ...] = ()
    possible: Possible = always
    short: str = ""
    tip: str = ""
    checkable: bool = False


def command(
    name: str,
    text: object,
    *keys: Key,
    possible: Possible = always,
    short: object = "",
    tip: object = "",
    checkable: bool = False,
) -> Command:
    # What QT_TRANSLATE_NOOP returns is its text, which PySide6's stubs do not know.
    return Command(name, cast(str, text), keys, possible, cast(str, short), cast(str, tip), checkable)
