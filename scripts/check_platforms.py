"""Look whether the pinned versions can be installed on every system that README promises, and print a table of it.

Usage: python scripts/check_platforms.py

Installs nothing: pip looks for ready-made packages, for the oldest system of each kind and for each Python. Which
packages those are is found out here, from what each says that it needs, as pip would read conditions such as
``sys_platform == "win32"`` for the system that it runs on. Where its index does not tell what a package needs, pip
fetches the package: some GB in all, and ten minutes. The exit code is 1 if anything is missing anywhere.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from environment import ROOT, SetupError, variables
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename
from run import guarded

PYTHONS = ("3.11", "3.12", "3.13")
GLIBC = 36
"""The minor version of glibc 2 that Debian 12 has, and Raspberry Pi OS made from it."""
LEGACY_GLIBC = {"manylinux1": 5, "manylinux2010": 12, "manylinux2014": 17}
"""What the names of platforms meant before they said it."""
UNREAD_INDEX = re.compile(r"^.*Could not fetch URL (?!.*404 Client Error).*$", re.MULTILINE)
"""What pip says, if it is to say much, of an index that does not answer; 404 is one that lacks the package."""
MISSING = re.compile(r"No matching distribution found for (\S+)")
SHOWN_LETTERS = 2000
"""Of what pip printed, if nobody knows what it means."""
QT, TENSORFLOW = ("pyside6-essentials",), ("tensorflow", "tensorflow-cpu")
HEADER = "| system | Python | PySide6 | TensorFlow | packages | their wheels need |\n" + "| --- " * 6 + "|"


@dataclass(frozen=True)
class System:
    """A kind of computer: what pip calls it, the preferred name first, and what conditions call it."""

    name: str
    platforms: tuple[str, ...]
    os_name: str
    sys_platform: str
    platform_system: str
    platform_machine: str


def linux(name: str, machine: str) -> System:
    """Return the Linux of Debian 12 on such a machine, which also takes what needs an older glibc."""
    platforms = [f"manylinux_2_{minor}_{machine}" for minor in range(GLIBC, LEGACY_GLIBC["manylinux2014"] - 1, -1)]
    platforms += [f"manylinux2014_{machine}", f"linux_{machine}"]
    return System(name, tuple(platforms), "posix", "linux", "Linux", machine)


SYSTEMS = (
    System("Windows, x86-64", ("win_amd64",), "nt", "win32", "Windows", "AMD64"),
    System("macOS 13, Apple silicon", ("macosx_13_0_arm64",), "posix", "darwin", "Darwin", "arm64"),
    linux(f"Linux with glibc 2.{GLIBC}, x86-64", "x86_64"),
    linux(f"Linux with glibc 2.{GLIBC}, ARM64", "aarch64"),
)


@dataclass(frozen=True)
class Target:
    """A system with a Python."""

    system: System
    python: str

    def accepts(self, requirement: Requirement, extra: str = "") -> bool:
        """Tell whether a requirement's condition, if it has one, holds there."""
        system = self.system
        names = {
            "implementation_name": "cpython",
            "implementation_version": f"{self.python}.0",
            "os_name": system.os_name,
            "platform_machine": system.platform_machine,
            "platform_python_implementation": "CPython",
            "platform_release": "",
            "platform_system": system.platform_system,
            "platform_version": "",
            "python_full_version": f"{self.python}.0",
            "python_version": self.python,
            "sys_platform": system.sys_platform,
            "extra": extra,
        }
        return requirement.marker is None or requirement.marker.evaluate(names)


@dataclass(frozen=True)
class Package:
    """A package that was found: its version, what it needs, and the name of its wheel."""

    name: str
    version: str
    requires: tuple[Requirement, ...]
    wheel: str = ""

    def needs(self, target: Target, extras: Iterable[str]) -> Iterator[Requirement]:
        """Yield what it needs on a target, with these extras."""
        for requirement in self.requires:
            if any(target.accepts(requirement, extra) for extra in ("", *extras)):
                yield requirement


@dataclass(frozen=True)
class Resolution:
    """What would be installed on a target, by name, and sentences about what cannot be."""

    target: Target
    packages: dict[str, Package]
    problems: list[str]


def read_project(file: Path) -> Package:
    """Return the project itself, with its optional dependencies, as a package's metadata tells them."""
    project = tomllib.loads(file.read_text("utf-8"))["project"]
    requires = [Requirement(line) for line in project["dependencies"]]
    for extra, lines in project.get("optional-dependencies", {}).items():
        for line in lines:
            plain, _, condition = line.partition(";")
            both = f"({condition}) and " if condition.strip() else ""
            requires.append(Requirement(f"{plain}; {both}extra == '{extra}'"))
    return Package(canonicalize_name(project["name"]), project["version"], tuple(requires))


def read_pins(file: Path, target: Target) -> dict[str, Requirement]:
    """Return the constraints that hold on a target, by name; raise ValueError if two are for the same package."""
    pins: dict[str, Requirement] = {}
    for line in file.read_text("utf-8").splitlines():
        text = line.partition("#")[0].strip()
        if text and target.accepts(pin := Requirement(text)):
            name = canonicalize_name(pin.name)
            if name in pins:
                raise ValueError(f"{file.name} pins {pin.name} twice for {target.system.name}, {target.python}")
            pins[name] = pin
    return pins


def resolve(target: Target, project: Package, pins: dict[str, Requirement]) -> Resolution:
    """Look for what the project and its tools need there, for what that needs, and so on."""
    packages, problems = {project.name: project}, list[str]()
    asked, seen = {project.name}, set[str]()
    fresh = [Requirement(f"{project.name}[dev]")]
    while fresh:
        names = {canonicalize_name(requirement.name) for requirement in fresh} - asked
        asked |= names
        packages |= find(target, [pins[name] for name in sorted(names & pins.keys())])
        problems += [text for requirement in fresh for text in objections(requirement, pins, packages)]
        seen |= {str(requirement) for requirement in fresh}
        fresh = [
            need
            for requirement in fresh
            if (package := packages.get(canonicalize_name(requirement.name)))
            for need in package.needs(target, requirement.extras)
            if str(need) not in seen
        ]
    del packages[project.name]
    return Resolution(target, packages, list(dict.fromkeys(problems)))


def objections(
    requirement: Requirement, pins: dict[str, Requirement], packages: dict[str, Package]
) -> Iterator[str]:
    """Say, in a sentence, why a requirement is not met, if it is not."""
    name = canonicalize_name(requirement.name)
    package = packages.get(name)
    if package is None and name in pins:
        yield f"{pins[name].name}{pins[name].specifier} has no wheel for it."
    elif package is None:
        yield f"{requirement.name} is needed, and not pinned."
    elif not requirement.specifier.contains(package.version, prereleases=True):
        yield f"{package.name} {package.version} is not {requirement.specifier}, which is needed."


def find(target: Target, pins: list[Requirement]) -> dict[str, Package]:
    """Return those of the pinned packages that pip finds, by name; raise SetupError if it could not look."""
    wanted = [f"{pin.name}{pin.specifier}" for pin in pins]
    while wanted:
        code, output, packages = ask_pip(target, wanted)
        if code == 0:
            return packages
        if unread := UNREAD_INDEX.search(output):
            raise SetupError(f"pip could not read its index, so nobody knows what that has:\n{unread[0].strip()}")
        missing = MISSING.search(output)  # pip names the first alone.
        if not missing or missing[1] not in wanted:
            raise SetupError(f"pip failed, and not because a package is missing:\n{output[-SHOWN_LETTERS:]}")
        wanted.remove(missing[1])
    return {}


def ask_pip(target: Target, pins: list[str]) -> tuple[int, str, dict[str, Package]]:
    """Let pip look for exactly these; return its exit code, what it printed, and what it found."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        options = ["--dry-run", "--ignore-installed", "--no-deps", "--only-binary=:all:", "--implementation=cp"]
        options += [f"--platform={platform}" for platform in target.system.platforms]
        options += [
            "--progress-bar=off",
            f"--python-version={target.python}",
            f"--target={folder}",
            f"--report={report}",
        ]
        done = subprocess.run(
            [sys.executable, "-m", "pip", "install", "-vv", "--no-input", *options, *pins],
            env=variables(PIP_USER="0", PYTHONUTF8="1", PIP_DISABLE_PIP_VERSION_CHECK="1"),
            capture_output=True,
            encoding="utf-8",
            errors="replace",
        )
        found = json.loads(report.read_text("utf-8"))["install"] if done.returncode == 0 else []
    packages = [read_package(entry["metadata"], entry["download_info"]["url"]) for entry in found]
    return done.returncode, done.stdout + done.stderr, {canonicalize_name(p.name): p for p in packages}


def read_package(metadata: dict[str, object], address: str) -> Package:
    """Return a package of pip's report."""
    requires = metadata.get("requires_dist", [])
    assert isinstance(requires, list)
    wheel = unquote(Path(urlsplit(address).path).name)
    return Package(str(metadata["name"]), str(metadata["version"]), tuple(map(Requirement, requires)), wheel)


def needed_system(wheels: Iterable[str]) -> str:
    """Return the oldest system that takes all of these wheels, as their names tell it."""
    needs = [
        min(versions)
        for wheel in wheels
        if (versions := [v for tag in parse_wheel_filename(wheel)[3] if (v := system_version(tag.platform))])
    ]
    if not needs:
        return "nothing more"
    kind, major, minor = max(needs)
    return f"{kind} {major}.{minor}"


def system_version(platform: str) -> tuple[str, int, int] | None:
    """Read the version of a system from the name of a platform, if it has one."""
    if match := re.match(r"manylinux_(\d+)_(\d+)_", platform):
        return "glibc", int(match[1]), int(match[2])
    if match := re.match(r"macosx_(\d+)_(\d+)_", platform):
        return "macOS", int(match[1]), int(match[2])
    minor = LEGACY_GLIBC.get(platform.partition("_")[0])
    return ("glibc", 2, minor) if minor else None


def row(resolution: Resolution) -> str:
    """Return a line of the table."""
    packages, target = resolution.packages, resolution.target
    versions = [
        ", ".join(f"{packages[name].name} {packages[name].version}" for name in names if name in packages) or "–"
        for names in (QT, TENSORFLOW)
    ]
    last = needed_system(package.wheel for package in packages.values())
    if resolution.problems:
        last = f"**cannot be installed**: {' '.join(resolution.problems)}"
    return f"| {' | '.join([target.system.name, target.python, *versions, str(len(packages)), last])} |"


def main(arguments: list[str], root: Path = ROOT) -> int:
    """Print the table; return the exit code."""
    if arguments:
        print(__doc__)
        return 0 if arguments in (["-h"], ["--help"]) else 2
    project, complete = read_project(root / "pyproject.toml"), True
    print(HEADER, flush=True)
    for system in SYSTEMS:
        for python in PYTHONS:
            target = Target(system, python)
            resolution = resolve(target, project, read_pins(root / "scripts" / "constraints.txt", target))
            complete = complete and not resolution.problems
            print(row(resolution), flush=True)
    return 0 if complete else 1


if __name__ == "__main__":
    guarded(main)
