"""How an interpreter's path stands in an entry, undone again by a reader that follows the specification."""

import re

import pytest

from digitpad.cli.desktop_entry import argument, entry, escaped
from digitpad.errors import UserError
from digitpad.resources import asset
from tests.sentences import refused

PATHS = [
    "/usr/bin/python3",
    "/home/an/my school/.venv/bin/python",
    "/home/an/100% mine/python",
    "/home/an/%f/python",
    '/home/an/the "best"/python',
    "/home/an/it's/python",
    "/home/an/$HOME `id` c:\\new/python",
    "/home/an/a;b&c|d<e>f(g)*?#~/python",
    "/home/ân/trường học/python",
    "/home/an/[x]{y}/python",
]


def value(key: str, text: str) -> str:
    """Return a key's value: the escapes of strings undone, which come before all others."""
    (line,) = [line for line in text.splitlines() if line.startswith(f"{key}=")]
    meanings = {"s": " ", "n": "\n", "t": "\t", "r": "\r", "\\": "\\"}
    return re.sub(r"\\(.)", lambda found: meanings[found[1]], line.removeprefix(f"{key}="))


def command(text: str, file: str) -> list[str]:
    """Return the words of a command line, quotes undone and then field codes, as in the specification's order."""
    words = re.findall(r'"((?:[^"\\`$]|\\["`$\\])*)"(?= |$)|([^ \t\n"\'\\><~|&;$*?#()`]+)(?= |$)', text)
    plain = [re.sub(r'\\(["`$\\])', r"\1", quoted) if quoted else bare for quoted, bare in words]
    return [re.sub(r"%(.)", lambda found: {"%": "%", "f": file}[found[1]], word) for word in plain]


@pytest.mark.parametrize("path", PATHS)
def test_what_a_launcher_makes_of_it(path: str) -> None:
    text = entry(path)
    started = command(value("Exec", text), "/tmp/lesson 1.digitpad")
    assert started[-5:] == [path, "-P", "-m", "digitpad", "/tmp/lesson 1.digitpad"]
    assert started[:-5] == (["env"] if "%" in path else [])
    assert value("TryExec", text) == path


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("/usr/bin/python3.13", "/usr/bin/python3.13"),
        ("/a b/python", '"/a b/python"'),
        ("/100%/python", "/100%%/python"),
        ('/a"b/python', r'"/a\\"b/python"'),
        ("/a$b/python", r'"/a\\$b/python"'),
        ("/a\\b/python", r'"/a\\\\b/python"'),
    ],
)
def test_the_specifications_own_examples(path: str, written: str) -> None:
    assert escaped(argument(path)) == written


@pytest.mark.parametrize("path", ["/a=b/python", "/a\nExec=x/python", "/a\x7f/python", "/caf\udce9/python"])
def test_a_path_that_no_entry_can_name(path: str) -> None:
    with refused("an entry can name no path", UserError):
        entry(path)


def test_each_other_line_is_the_assets() -> None:
    kept = [
        line
        for line in asset("desktop/digitpad.desktop").read_text("utf-8").splitlines()
        if not line.startswith(("Exec=", "TryExec="))
    ]
    written = [line for line in entry(PATHS[0]).splitlines() if not line.startswith(("Exec=", "TryExec="))]
    assert written == kept
