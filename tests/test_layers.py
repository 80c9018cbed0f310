"""The one arrow: ui → learning, drawing, data, never back; and TensorFlow only where it is needed."""

import json

import pytest

from tests.conftest import FreshPython

IMPORT_AND_LIST = """
import importlib, json, pkgutil, sys
for name in sys.argv[1:]:
    package = importlib.import_module(name)
    for module in pkgutil.iter_modules(getattr(package, "__path__", [])):
        importlib.import_module(f"{name}.{module.name}")
print(json.dumps(list(sys.modules)))
"""

QT = "PySide6"
WIDGETS = "PySide6.QtWidgets"
TENSORFLOW = "tensorflow"


def loaded_by(fresh_python: FreshPython, *names: str) -> set[str]:
    """Return the modules a fresh interpreter holds once it has imported these and their direct submodules."""
    process = fresh_python("-c", IMPORT_AND_LIST, *names)
    assert process.returncode == 0, process.stderr
    return set(json.loads(process.stdout))


@pytest.mark.parametrize(
    ("package", "its_own", "forbidden"),
    [
        ("digitpad.data", "digitpad.data.mnist", {QT, TENSORFLOW, "digitpad.learning", "digitpad.drawing"}),
        ("digitpad.drawing", "digitpad.drawing.raster", {WIDGETS, TENSORFLOW, "keras", "digitpad.learning"}),
        ("digitpad.learning", "digitpad.learning.session", {QT, "digitpad.drawing"}),
    ],
)
def test_a_core_package_loads_only_what_is_below_it(
    fresh_python: FreshPython, package: str, its_own: str, forbidden: set[str]
) -> None:
    loaded = loaded_by(fresh_python, package)
    assert its_own in loaded
    assert not loaded & (forbidden | {"digitpad.ui", WIDGETS, "pyqtgraph"})


def test_what_answers_and_stores_needs_no_tensorflow(fresh_python: FreshPython) -> None:
    names = [f"digitpad.learning.{name}" for name in ("snapshot", "storage", "recipe", "evaluation", "progress")]
    loaded = loaded_by(fresh_python, *names)
    assert loaded.issuperset(names)
    assert not loaded & {TENSORFLOW, "keras", QT}


def test_the_window_stands_before_tensorflow_does(fresh_python: FreshPython) -> None:
    loaded = loaded_by(fresh_python, "digitpad.ui.main_window")
    assert WIDGETS in loaded
    assert not loaded & {TENSORFLOW, "keras"}


def test_the_command_line_is_parsed_without_qt_and_tensorflow(fresh_python: FreshPython) -> None:
    loaded = loaded_by(fresh_python, "digitpad.app", "digitpad.commands")
    assert "digitpad.commands" in loaded
    assert not loaded & {QT, TENSORFLOW, "keras"}


def test_the_check_itself_sees_a_module_that_is_loaded(fresh_python: FreshPython) -> None:
    assert {QT, WIDGETS} <= loaded_by(fresh_python, WIDGETS)
