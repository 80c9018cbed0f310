"""The textbook's classes and functions as lines of a script: what trains in the program is what goes home."""

import ast
from pathlib import Path

TEXTBOOK = Path(__file__).parents[2] / "textbook"


def lines_of(file: str, name: str, known: frozenset[str] = frozenset()) -> str:
    """Return a class or function of the textbook without its docstrings and annotations, which need more names.

    Defaults of its parameters that are names must be among ``known``; others are left out. Raises OSError,
    SyntaxError or KeyError if the textbook's file has no such thing.
    """
    tree = ast.parse((TEXTBOOK / file).read_text("utf-8"))
    found = {node.name: node for node in tree.body if isinstance(node, ast.ClassDef | ast.FunctionDef)}[name]
    text = ast.unparse(_Trimming(known).visit(found))
    # As the page itself is written; it has no text with quotes in it.
    return (
        text.replace("'", '"').replace(":\n\n", ":\n").replace("return (images, labels)", "return images, labels")
    )


class _Trimming(ast.NodeTransformer):
    def __init__(self, known: frozenset[str]) -> None:
        self._known = known

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        _drop_docstring(node)
        return self.generic_visit(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        _drop_docstring(node)
        node.returns = None
        defaults = node.args.defaults
        if any(isinstance(default, ast.Name) and default.id not in self._known for default in defaults):
            node.args.defaults = []
        return self.generic_visit(node)

    def visit_arg(self, node: ast.arg) -> ast.AST:
        node.annotation = None
        return node


def _drop_docstring(node: ast.ClassDef | ast.FunctionDef) -> None:
    if ast.get_docstring(node) is not None:
        node.body = node.body[1:]
