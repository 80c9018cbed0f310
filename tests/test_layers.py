"""The one arrow, read off the folders: what each room may import, and what a fresh interpreter then holds."""

import ast
import json
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

import pytest

from tests.conftest import ROOT, FreshPython

PACKAGE = ROOT / "digitpad"

ROOMS: dict[str, set[str]] = {
    "archives": set(),
    "data": {"archives"},
    "drawing": {"archives"},
    "textbook": set(),
    "network": {"data", "archives"},
    "handwriting": {"network", "data", "archives", "drawing"},
    "runs": {"network", "data", "archives"},
    "engines": {"runs", "network", "data", "archives", "handwriting", "textbook"},
    "document": {"runs", "network", "data", "archives", "drawing"},
    "workspace": {"engines", "document", "runs", "network", "data", "archives", "drawing"},
}
"""Which rooms each may use. ``ui`` and ``cli`` use all of these, and neither uses the other."""
ROOMS |= {"ui": set(ROOMS), "cli": set(ROOMS)}

LEAVES = {"__init__", "arrays", "errors", "heap", "resources"}
"""Modules beside the rooms that anybody may use; ``app`` and ``__main__`` are above all."""

QT, WIDGETS, PLOTS, TENSORFLOW, KERAS = "PySide6", "PySide6.QtWidgets", "pyqtgraph", "tensorflow", "keras"
NEVER_LOADED: dict[str, frozenset[str]] = {
    **dict.fromkeys(("archives", "data", "network", "handwriting", "runs"), frozenset({QT, TENSORFLOW, KERAS})),
    **dict.fromkeys(("drawing", "document", "workspace", "cli"), frozenset({WIDGETS, PLOTS, TENSORFLOW, KERAS})),
    **dict.fromkeys(("textbook", "engines"), frozenset({QT})),
    "ui": frozenset({TENSORFLOW, KERAS}),
}

MOST_FILES = 14
LARGEST_SHARE = 0.45
"""Files in a folder, "about a dozen", and the share of all lines that one room may hold."""

MOST_LINES = 300
"""In a file of the program or of a script: a longer one is asking to be two."""

IMPORT_AND_LIST = """
import importlib, json, sys
for names in sys.argv[1:]:
    for name in names.split():
        importlib.import_module(name)
    print(json.dumps(list(sys.modules)))
"""


def module_name(path: Path) -> str:
    name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
    return name.removesuffix(".__init__")


def modules(room: str) -> list[str]:
    return sorted(module_name(path) for path in (PACKAGE / room).rglob("*.py"))


def room_of(module: str) -> str:
    """Return the room of one of our modules, or its own name where it stands beside the rooms."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def imported(path: Path) -> set[str]:
    """Return our own modules that a file imports, inside of functions too."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    ours = {name for name in names if name.split(".")[0] == "digitpad"}
    return {name for name in ours if (ROOT / Path(*name.split("."))).with_suffix(".py").exists()} | {
        name for name in ours if (ROOT / Path(*name.split("."))).is_dir()
    }


def loaded_one_after_the_other(fresh_python: FreshPython, *groups: Sequence[str]) -> list[set[str]]:
    """Return the modules that a fresh interpreter holds once it has imported each group."""
    process = fresh_python("-c", IMPORT_AND_LIST, *map(" ".join, groups))
    assert process.returncode == 0, process.stderr
    return [set(json.loads(line)) for line in process.stdout.splitlines()]


def loaded_by(fresh_python: FreshPython, *names: str) -> set[str]:
    """Return the modules that a fresh interpreter holds once it has imported these."""
    (loaded,) = loaded_one_after_the_other(fresh_python, names)
    return loaded


def test_every_folder_is_a_room_with_a_rule() -> None:
    folders = {path.name for path in PACKAGE.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders == set(ROOMS)
    assert {path.stem for path in PACKAGE.glob("*.py")} == LEAVES | {"app", "__main__"}


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_what_is_below_it(room: str) -> None:
    allowed = ROOMS[room] | {room} | (set() if room == "textbook" else LEAVES)
    wrong = {
        (module_name(path), name)
        for path in (PACKAGE / room).rglob("*.py")
        for name in imported(path)
        if room_of(name) not in allowed
    }
    assert not wrong


@pytest.fixture(scope="module")
def holdings(fresh_python: FreshPython) -> dict[str, set[str]]:
    """What an interpreter holds with the rooms of TensorFlow, whose import takes five seconds: one for both, the
    textbook first, which is below the engines."""
    rooms = ("textbook", "engines")
    return dict(zip(rooms, loaded_one_after_the_other(fresh_python, *map(modules, rooms)), strict=True))


@pytest.mark.parametrize("room", ROOMS)
def test_what_a_fresh_interpreter_holds(
    fresh_python: FreshPython, request: pytest.FixtureRequest, room: str
) -> None:
    if TENSORFLOW in NEVER_LOADED[room]:
        loaded = loaded_by(fresh_python, *modules(room))
    else:
        loaded = request.getfixturevalue("holdings")[room]
    assert set(modules(room)) <= loaded
    assert not loaded & NEVER_LOADED[room]
    ours = {room_of(name) for name in loaded if name.split(".")[0] == "digitpad"}
    assert ours <= ROOMS[room] | {room} | LEAVES


def test_no_module_imports_itself_in_a_circle() -> None:
    graph = {module_name(path): imported(path) - {module_name(path)} for path in PACKAGE.rglob("*.py")}
    done: set[str] = set()

    def visit(module: str, way: tuple[str, ...]) -> None:
        assert module not in way, " → ".join([*way[way.index(module) :], module])
        if module not in done:
            for name in graph.get(module, set()):
                visit(name, (*way, module))
            done.add(module)

    for module in graph:
        visit(module, ())


def test_the_window_and_the_command_line_stand_before_tensorflow_does(fresh_python: FreshPython) -> None:
    loaded = loaded_by(fresh_python, "digitpad.app", "digitpad.cli.commands")
    assert not loaded & {QT, TENSORFLOW, KERAS}
    loaded = loaded_by(fresh_python, "digitpad.engines.protocol")
    assert not loaded & {QT, TENSORFLOW, KERAS}


def test_the_check_itself_sees_a_module_that_is_loaded(fresh_python: FreshPython) -> None:
    assert {QT, WIDGETS} <= loaded_by(fresh_python, WIDGETS)


def test_rooms_are_small_and_none_holds_half_of_the_house() -> None:
    for folder in {path.parent for path in PACKAGE.rglob("*.py")}:
        assert len(list(folder.glob("*.py"))) <= MOST_FILES, folder
    lines = {
        room: sum(len(path.read_text("utf-8").splitlines()) for path in (PACKAGE / room).rglob("*.py"))
        for room in ROOMS
    }
    assert max(lines.values()) <= LARGEST_SHARE * sum(chain(lines.values()))


def test_no_file_is_two() -> None:
    files = [path for folder in (PACKAGE, ROOT / "scripts") for path in folder.rglob("*.py")]
    lines = {module_name(path): len(path.read_text("utf-8").splitlines()) for path in files}
    assert {name: count for name, count in lines.items() if count > MOST_LINES} == {}
