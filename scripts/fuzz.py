"""Spoil real files in thousands of ways, and read them: each must be refused with a sentence, or be read right.

Usage: python scripts/fuzz.py [--inputs N] [--seed S]. Sessions, networks, drawings, packed drawings, settings and
journals, of every version; the same for the same seed. What is read must be saved and read again equal. No input
may raise anything else than a sentence's error, or take more than 2 seconds of a core or 300 MB; --slack N allows
N times as many seconds on a busy computer. Children do the work, so that none can take the others with it.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from digitpad.app import prepare_process  # noqa: E402

prepare_process()

from fuzzing.judging import judge  # noqa: E402
from fuzzing.mutations import mutated  # noqa: E402
from fuzzing.originals import KINDS, originals  # noqa: E402

SECONDS, MEGABYTES = 2.0, 300.0
"""What an input may take to be read."""

ROOM_MEGABYTES = 2048
"""What a child may take in all: beyond it Python gives up, which is a fault like any other."""

AT_ONCE = 250
"""Inputs a child tries."""

PATIENCE_SECONDS = 900
"""For a child: one that hangs is a fault."""


def memory(entry: str) -> float:
    """Return an entry of Linux' status of this process, in megabytes; 0 elsewhere."""
    if sys.platform != "linux":
        return 0.0
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith(f"{entry}:")), 0.0)


def forget_peak() -> None:
    """Let the most memory that was ever taken be what is taken now."""
    if sys.platform == "linux":
        Path("/proc/self/clear_refs").write_text("5", "ascii")


def limit_memory() -> None:
    """Let this process take no more than it may."""
    if sys.platform != "win32":
        import resource

        limit = ROOM_MEGABYTES << 20
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def try_input(number: int, seed: int, files: dict[str, list[bytes]], folder: Path) -> dict[str, object]:
    """Make and read one input; return how that went."""
    chance = random.Random(f"{seed}/{number}")
    kind = KINDS[number % len(KINDS)]
    name, data = mutated(chance, kind, chance.choice(files[kind]))
    for path in folder.iterdir():
        path.unlink()
    path = folder / "input"
    path.write_bytes(data)
    found = {"number": number, "kind": kind, "mutation": name, "bytes": len(data), "fault": ""}
    del data
    forget_peak()
    before, start = memory("VmRSS"), time.process_time()
    try:
        judged = judge(kind, path)
        found |= {"seconds": time.process_time() - start, "megabytes": memory("VmHWM") - before}
        found["outcome"] = judged if isinstance(judged, str) else "read"
        if not isinstance(judged, str):
            judged()
    except Exception:
        found["fault"] = traceback.format_exc()
    return found


def child(first: int, last: int, seed: int) -> None:
    """Try a range of inputs; say after each how it went."""
    limit_memory()
    files = originals()
    with tempfile.TemporaryDirectory() as folder:
        for number in range(first, last):
            print(json.dumps({"number": number}), flush=True)
            print(json.dumps(try_input(number, seed, files, Path(folder))), flush=True)


def results(first: int, last: int, seed: int) -> list[dict[str, object]]:
    """Let a child try a range of inputs; what ends it is a fault of the input at which that happened."""
    found: list[dict[str, object]] = []
    while first < last:
        command = [sys.executable, __file__, "--child", str(first), str(last), "--seed", str(seed)]
        with tempfile.TemporaryFile("w+") as output, tempfile.TemporaryFile("w+") as errors:
            process = subprocess.Popen(command, stdout=output, stderr=errors)
            try:
                code: object = process.wait(PATIENCE_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
                code = "it hung"
            output.seek(0)
            errors.seek(0)
            said = [json.loads(line) for line in output if line.endswith("\n")]
            complaint = errors.read()
        found += [one for one in said if "fault" in one]
        if code == 0:
            break
        number = said[-1]["number"] if said else first
        found.append({"number": number, "fault": f"the child ended: {code}\n{complaint[-2000:]}"})
        first = number + 1
    return found


def faults(found: list[dict[str, object]], slack: float) -> list[str]:
    """Return what went wrong, by input."""
    wrong = []
    for one in found:
        seconds, megabytes = float(str(one.get("seconds", 0))), float(str(one.get("megabytes", 0)))
        if one["fault"]:
            wrong.append(f"{one['fault']}\n{ {key: value for key, value in one.items() if key != 'fault'} }")
        elif seconds > SECONDS * slack or megabytes > MEGABYTES:
            wrong.append(f"too much: {one}")
    return wrong


def report(found: list[dict[str, object]], wrong: list[str]) -> str:
    """Return the counts."""
    lines = []
    for kind in KINDS:
        outcomes = Counter(str(one["outcome"]) for one in found if one.get("kind") == kind and "outcome" in one)
        refused = outcomes.total() - outcomes["read"]
        lines.append(
            f"{kind:9} {outcomes.total():6,} inputs: {outcomes['read']:5,} read right, {refused:6,} refused"
        )
    measured = [one for one in found if "seconds" in one]
    for name, unit in (("seconds", "s"), ("megabytes", "MB")):
        if measured:
            most = max(measured, key=lambda one: float(str(one[name])))
            lines.append(
                f"most {name}: {float(str(most[name])):.2f} {unit}, input {most['number']} ({most['mutation']})"
            )
    return "\n".join([*lines, f"{len(wrong)} faults in {len(found):,} inputs"])


def main(arguments: list[str] | None = None) -> int:
    """Try all inputs; say what was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--inputs", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--slack", type=float, default=1.0)
    parser.add_argument("--child", type=int, nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.child:
        first, last = options.child
        child(first, last, options.seed)
        return 0
    found: list[dict[str, object]] = []
    for first in range(0, options.inputs, AT_ONCE):
        some = results(first, min(first + AT_ONCE, options.inputs), options.seed)
        found += some
        for fault in faults(some, options.slack):
            print(fault, file=sys.stderr, flush=True)
    wrong = faults(found, options.slack)
    print(report(found, wrong))
    return int(bool(wrong))


if __name__ == "__main__":
    raise SystemExit(main())
