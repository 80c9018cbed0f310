"""Names for what TensorFlow's compiler makes, by which another process, or a later network, finds it again.

The compiler's folder knows a program by the name of its function, which ends with how many things TensorFlow had
named before in the process: only a process that had done the very same found anything there. Here a function that
is to be compiled is named by what it reckons instead. TensorFlow has no public way to that, so this is for tests
alone, where each program would else be compiled dozens of times, half a second each.
"""

import hashlib
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from types import ModuleType
from typing import Any

FUNCTIONS = "tensorflow.python.eager.polymorphic_function.atomic_function"
"""TensorFlow's module of ``from_func_graph``, which registers a function, and of the table of those there are."""

COMPILED = "_XlaMustCompile"


def share_programs() -> None:
    """Name functions so as soon as TensorFlow is imported; to be called before."""
    if FUNCTIONS not in sys.modules and not any(isinstance(finder, _Finder) for finder in sys.meta_path):
        sys.meta_path.insert(0, _Finder())


class _Finder(MetaPathFinder):
    """Notices the import of TensorFlow's module, once."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Return how the module is imported, and renamed in; None for all others."""
        if fullname != FUNCTIONS:
            return None
        sys.meta_path.remove(self)
        spec = find_spec(fullname)
        if spec is not None and spec.loader is not None:
            spec.loader = _Naming(spec.loader)
        return spec


class _Naming(Loader):
    """Imports TensorFlow's module as usual, and then has it name functions by their content."""

    def __init__(self, usual: Loader) -> None:
        self._usual = usual

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        """Make the module as usual."""
        return self._usual.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        """Run it, and replace what registers functions."""
        self._usual.exec_module(module)
        register: Callable[..., Any] = module.from_func_graph
        live: Mapping[tuple[int, bytes], int] = module.RUNTIME_FUNCTION_REFS

        def register_by_content(
            name: str, graph: Any, attrs: Mapping[str, Any] | None, *others: Any, **named: Any
        ) -> Any:
            if attrs and COMPILED in attrs:
                name = _unused(_name(graph, attrs), {used for _, used in live})
            return register(name, graph, attrs, *others, **named)

        module.from_func_graph = register_by_content  # type: ignore[attr-defined]


def _name(graph: Any, attrs: Mapping[str, Any]) -> str:
    """Return a name for a FuncGraph: the same for the same operations on the same inputs, else another one."""
    definition = graph.as_graph_def()
    functions = definition.library.function
    # Loops and branches are functions too, whose names end with how many came before, and whose order is any.
    functions.sort(key=lambda function: _place(function.signature.name))
    numbers = {function.signature.name: f"function {number}" for number, function in enumerate(functions)}
    parts = [str(definition), *(tensor.name for tensor in (*graph.inputs, *graph.outputs)), str(sorted(attrs))]
    content = "\n".join(parts)
    if numbers:
        content = re.sub("|".join(map(re.escape, numbers)), lambda found: numbers[found[0]], content)
    return f"__inference_{graph.name}_{hashlib.sha256(content.encode()).hexdigest()[:16]}"


def _place(name: str) -> tuple[str, int, str]:
    """Return what functions are sorted by: kind by kind, and in the order in which they were counted."""
    return re.sub(r"\d+", "", name), len(name), name


def _unused(name: str, used: set[bytes]) -> str:
    """Return a name that no function has that is there still: TensorFlow would take the one for the other."""
    number, free = 0, name
    while free.encode() in used:
        number += 1
        free = f"{name}_{number}"
    return free
