"""Which packages each system gets, and what is said about those it cannot get. pip is real, and has no network."""

import importlib
import zipfile
from pathlib import Path
from types import ModuleType

import pytest
from packaging.requirements import Requirement

from tests.conftest import ROOT

PROJECT = """
[project]
name = "digitpad"
version = "1"
dependencies = ["Easel>=2", "chalk; sys_platform == 'win32'"]
[project.optional-dependencies]
test = ["sponge; python_version < '3.12'"]
dev = ["digitpad[test]"]
"""
PINS = """
# The sponge is for the old board.
Easel==2.1; platform_machine != "aarch64"
Easel==2.0; platform_machine == "aarch64"
chalk==1.0
sponge==1.0
wood==3.0
"""


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script, whose pip looks nowhere yet."""
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    return importlib.import_module("check_platforms")


@pytest.fixture
def shop(script: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which pip looks for packages, with all that the project needs but chalk."""
    shop = tmp_path / "shop"
    shop.mkdir()
    monkeypatch.setenv("PIP_FIND_LINKS", str(shop))
    add(shop, "Easel", "2.1", "cp310-abi3-manylinux_2_34_x86_64", 'wood>=3; os_name == "posix"')
    add(shop, "Easel", "2.1", "cp310-abi3-manylinux_2_39_aarch64")
    add(shop, "Easel", "2.1", "cp310-abi3-win_amd64")
    add(shop, "Easel", "2.0", "cp310-abi3-manylinux_2_31_aarch64", "wood")
    add(shop, "wood", "3.0", "cp312-cp312-manylinux2014_aarch64.manylinux_2_17_aarch64")
    add(shop, "wood", "3.0", "cp312-cp312-manylinux2014_x86_64.manylinux_2_17_x86_64")
    add(shop, "sponge", "1.0", "py3-none-any")
    return shop


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "scripts").mkdir()
    (tmp_path / "scripts" / "constraints.txt").write_text(PINS, "utf-8")
    (tmp_path / "pyproject.toml").write_text(PROJECT, "utf-8")
    return tmp_path


def add(shop: Path, name: str, version: str, tag: str, *requires: str) -> None:
    """Put a wheel into the shop that says of itself what wheels say."""
    needs = "".join(f"Requires-Dist: {line}\n" for line in requires)
    info = f"{name}-{version}.dist-info"
    with zipfile.ZipFile(shop / f"{name}-{version}-{tag}.whl", "w") as wheel:
        wheel.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n{needs}")
        wheel.writestr(f"{info}/WHEEL", f"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: {tag}\n")
        wheel.writestr(f"{info}/RECORD", "")


def target(script: ModuleType, name: str, python: str):
    """Return the system whose name ends so, with a Python."""
    return script.Target(next(system for system in script.SYSTEMS if name in system.name), python)


def resolution(script: ModuleType, project: Path, name: str, python: str):
    where = target(script, name, python)
    pins = script.read_pins(project / "scripts" / "constraints.txt", where)
    return script.resolve(where, script.read_project(project / "pyproject.toml"), pins)


@pytest.mark.parametrize(
    ("condition", "where"),
    [
        ("sys_platform == 'win32' and platform_machine == 'AMD64'", "Windows"),
        ("sys_platform == 'darwin' and platform_machine == 'arm64'", "macOS"),
        ("platform_system == 'Linux' and platform_machine == 'x86_64'", "Linux with glibc 2.36, x86-64"),
        ("platform_system == 'Linux' and platform_machine == 'aarch64'", "Linux with glibc 2.36, ARM64"),
    ],
)
def test_a_condition_is_judged_for_the_system_that_is_asked_about(
    script: ModuleType, condition: str, where: str
) -> None:
    requirement = Requirement(f"easel; {condition} and python_version < '3.12'")
    accepting = [
        (s.name, p) for s in script.SYSTEMS for p in script.PYTHONS if script.Target(s, p).accepts(requirement)
    ]
    assert [python for _, python in accepting] == ["3.11"]
    assert accepting[0][0].startswith(where)


def test_linux_takes_what_debian_12_takes_and_nothing_newer(script: ModuleType) -> None:
    platforms = target(script, "ARM64", "3.11").system.platforms
    assert platforms[0] == "manylinux_2_36_aarch64"
    assert {"manylinux_2_31_aarch64", "manylinux_2_17_aarch64", "manylinux2014_aarch64"} < set(platforms)


def test_the_project_is_read_with_its_extras(script: ModuleType, project: Path) -> None:
    package = script.read_project(project / "pyproject.toml")
    needs = [str(need) for need in package.needs(target(script, "Windows", "3.11"), ["test"])]
    assert needs == ["Easel>=2", 'chalk; sys_platform == "win32"', str(package.requires[2])]
    assert [need.name for need in package.needs(target(script, "ARM64", "3.12"), ["test"])] == ["Easel"]


def test_two_pins_for_one_system_are_an_error(script: ModuleType, project: Path) -> None:
    file = project / "scripts" / "constraints.txt"
    file.write_text("wood==1.0\nWood==2.0; sys_platform == 'win32'\n", "utf-8")
    assert set(script.read_pins(file, target(script, "macOS", "3.13"))) == {"wood"}
    with pytest.raises(ValueError, match="pins Wood twice for Windows"):
        script.read_pins(file, target(script, "Windows", "3.13"))


def test_digitpads_own_pins_are_one_for_each_system(script: ModuleType) -> None:
    qt = {}
    for system in script.SYSTEMS:
        for python in script.PYTHONS:
            pins = script.read_pins(ROOT / "scripts" / "constraints.txt", script.Target(system, python))
            assert pins["pyside6-essentials"].specifier == pins["shiboken6"].specifier
            qt[system.name] = str(pins["pyside6-essentials"].specifier)
    arm = qt.pop(target(script, "Linux with glibc 2.36, ARM64", "3.11").system.name)
    assert arm not in qt.values(), "newer wheels need glibc 2.39"
    assert len(set(qt.values())) == 1


def table(script: ModuleType, project: Path, capsys: pytest.CaptureFixture[str], *where) -> tuple[int, list[str]]:
    """Return the script's exit code for some systems, and the table's lines below its head."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(script, "SYSTEMS", [target.system for target in where])
        patch.setattr(script, "PYTHONS", [where[0].python])
        code = script.main([], root=project)
    head, rule, *rows = capsys.readouterr().out.splitlines()
    assert {line.count("|") for line in (head, rule, *rows)} == {7}
    return code, rows


def test_each_system_gets_its_own_pin_and_what_that_needs(
    script: ModuleType,
    shop: Path,
    project: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(script, "QT", ("easel",))
    intel, arm = (target(script, name, "3.12") for name in ("Linux with glibc 2.36, x86", "ARM64"))
    assert table(script, project, capsys, intel, arm) == (
        0,
        [
            "| Linux with glibc 2.36, x86-64 | 3.12 | Easel 2.1 | – | 2 | glibc 2.34 |",
            "| Linux with glibc 2.36, ARM64 | 3.12 | Easel 2.0 | – | 2 | glibc 2.31 |",
        ],
    )


def test_what_is_missing_is_named_and_the_rest_still_found(
    script: ModuleType, shop: Path, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    windows, arm = (target(script, name, "3.11") for name in ("Windows", "ARM64"))
    assert table(script, project, capsys, windows, arm) == (
        1,
        [
            "| Windows, x86-64 | 3.11 | – | – | 2 | **cannot be installed**: chalk==1.0 has no wheel for it. |",
            "| Linux with glibc 2.36, ARM64 | 3.11 | – | – | 2 | "
            "**cannot be installed**: wood==3.0 has no wheel for it. |",
        ],
    )


def test_what_is_not_pinned_or_pinned_too_low_is_named(script: ModuleType, shop: Path, project: Path) -> None:
    file = project / "scripts" / "constraints.txt"
    file.write_text("Easel==2.0", "utf-8")
    assert resolution(script, project, "ARM64", "3.12").problems == ["wood is needed, and not pinned."]
    toml = project / "pyproject.toml"
    toml.write_text(PROJECT.replace("Easel>=2", "Easel>=2.1"), "utf-8")
    file.write_text("Easel==2.0\nwood==3.0\n", "utf-8")
    assert resolution(script, project, "ARM64", "3.12").problems == ["Easel 2.0 is not >=2.1, which is needed."]


def test_an_index_that_cannot_be_reached_is_no_missing_package(
    script: ModuleType, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PIP_NO_INDEX")
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/")
    monkeypatch.setenv("PIP_RETRIES", "0")
    with pytest.raises(script.SetupError, match="could not read its index"):
        resolution(script, project, "ARM64", "3.12")


@pytest.mark.parametrize(
    ("wheels", "system"),
    [
        (["easel-1-py3-none-any.whl", "wood-1-cp311-cp311-win_amd64.whl"], "nothing more"),
        (["easel-1-cp311-cp311-manylinux2014_x86_64.manylinux_2_5_x86_64.whl"], "glibc 2.5"),
        (
            ["easel-1-cp311-cp311-manylinux2014_x86_64.whl", "wood-1-cp310-abi3-manylinux_2_9_x86_64.whl"],
            "glibc 2.17",
        ),
        (["easel-1-cp310-abi3-macosx_13_0_universal2.whl", "wood-1-py3-none-macosx_9_4_arm64.whl"], "macOS 13.0"),
    ],
)
def test_the_oldest_system_is_read_from_the_names_of_the_wheels(
    script: ModuleType, wheels: list[str], system: str
) -> None:
    assert script.needed_system(wheels) == system
