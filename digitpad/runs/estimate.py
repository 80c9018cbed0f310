"""What a recipe will ask of this computer, told before it begins: memory, and seconds a batch. NumPy only."""

import ctypes
import os
import platform
import time
from functools import cache
from math import prod
from pathlib import Path

import numpy as np

from digitpad.arrays import PIXELS
from digitpad.data.training_data import ALL_IMAGES, SAMPLE_IMAGES, TrainingData, TrainingImages
from digitpad.errors import RecipeError
from digitpad.runs.checkpoint import SLOTS_A_WEIGHT
from digitpad.runs.recipe import Recipe

MEMORY_SHARE = 0.5
"""Share of the free memory that a run may take: window, browser and TensorFlow need some of it, too."""

LONGEST_BATCH_SECONDS = 2.0
"""Nobody can interrupt a batch: Pause and Stop wait for it."""

MEGABYTE = 1 << 20
FALLBACK_FREE_BYTES = 1024 * MEGABYTE
"""What is taken for free where the system does not say."""

NUMBER_BYTES = 4
"""Of a float32."""

CHUNK_IMAGES = 3328
"""Room for one call of the program, in images: 26 batches of 128, about 30 ms of training. A larger batch has its
own."""

COPIES_OF_A_CHUNK = 2
"""NumPy's and TensorFlow's."""

COPIES_OF_AN_EPOCH = 3
"""Of images made anew for each: this epoch's, the next one's, and the work in between."""

COPIES_OF_ACTIVATIONS = 3
"""A layer's sums, what the activation makes of them, and their gradients."""

COPIES_OF_WEIGHTS = 2
"""Those that train, and those that were handed out last: a snapshot, a checkpoint."""

RATE_SIDE = 192
"""Side of the square matrices whose product measures the rate: 7 million multiply-adds, about 1 ms a time."""

RATE_SECONDS = 0.01
RATE_TIMES = 3
"""How long the measuring goes on, and how often it is done at least; the best counts, as others may be busy."""

FLOOR_RATE = 2e9
"""Multiply-adds a second of any core that runs TensorFlow, however busy it was when measured."""

CORES_SHARE = 0.6
"""How much of its cores' rate a training step reaches: some are hyperthreads, and not all of it is products."""

BYTES_A_SECOND = 10e9
"""How fast weights pass through a processor when they are updated; memory of the last ten years does that."""

PASSES_OF_WEIGHTS = 4
"""How often a step reads or writes each weight: forward, backward, gradient, update; each slot two times more."""


def bytes_needed(recipe: Recipe) -> int:
    """Return about how many bytes a run of this recipe takes, TensorFlow and MNIST themselves not counted."""
    network = recipe.architecture
    slots = SLOTS_A_WEIGHT[recipe.optimizer]
    batch = recipe.images_a_batch
    weights = NUMBER_BYTES * network.parameters * (1 + COPIES_OF_WEIGHTS * (1 + slots))
    activations = NUMBER_BYTES * batch * (PIXELS + COPIES_OF_ACTIVATIONS * sum(network.sizes[1:]))
    chunk = COPIES_OF_A_CHUNK * (PIXELS + 1) * max(batch, CHUNK_IMAGES)
    return weights + activations + chunk + PIXELS * _images_beside_mnists(recipe.data)


def _images_beside_mnists(data: TrainingData) -> int:
    """Return how many images a run on this data keeps beside MNIST's own."""
    kept = data.of_validation + min(data.size, SAMPLE_IMAGES)
    if data.mix:  # MNIST's part and the class's own side by side
        kept += data.size
    if data.images is not TrainingImages.PLAIN:
        kept += COPIES_OF_AN_EPOCH * data.size
    if data.images is TrainingImages.VARIED:
        kept += ALL_IMAGES
    return kept


def multiply_adds(recipe: Recipe) -> int:
    """Return the multiply-adds of a training step: forward, the weights' gradients, and those of the layers."""
    matrices = [prod(shape) for shape in recipe.architecture.shapes if len(shape) == 2]
    batch = recipe.images_a_batch
    return batch * (3 * sum(matrices) - matrices[0])  # nobody asks for the gradient of the images


def seconds_a_batch(recipe: Recipe) -> float:
    """Return about how long a batch takes on this computer while it does nothing else."""
    passes = PASSES_OF_WEIGHTS + 2 * SLOTS_A_WEIGHT[recipe.optimizer]
    update = NUMBER_BYTES * recipe.architecture.parameters * passes / BYTES_A_SECOND
    return multiply_adds(recipe) / multiply_adds_a_second() + update


def seconds_an_epoch(recipe: Recipe) -> float:
    """Return about how long an epoch takes on this computer while it does nothing else, tests not counted."""
    return recipe.batches_per_epoch * seconds_a_batch(recipe)


def check_affordable(recipe: Recipe) -> None:
    """Raise RecipeError for a recipe that takes too much memory, or too long for one batch, on this computer."""
    needed, allowed = bytes_needed(recipe), MEMORY_SHARE * free_bytes()
    if needed > allowed:
        raise RecipeError("recipe-memory", needed=needed // MEGABYTE, allowed=int(allowed) // MEGABYTE)
    seconds = seconds_a_batch(recipe)
    if seconds > LONGEST_BATCH_SECONDS:
        raise RecipeError("recipe-seconds", seconds=float(f"{seconds:.2g}"), most=LONGEST_BATCH_SECONDS)


@cache
def multiply_adds_a_second() -> float:
    """Return how many multiply-adds a training step does in a second; measured once, in about 10 ms.

    One core multiplies matrices here, all of them will.
    """
    square = np.ones((RATE_SIDE, RATE_SIDE), np.float32)
    product = square @ square  # the first one wakes the library
    best = float("inf")
    begin, times = time.perf_counter(), 0
    while times < RATE_TIMES or time.perf_counter() - begin < RATE_SECONDS:
        start = time.perf_counter()
        np.matmul(square, square, out=product)
        best = min(best, time.perf_counter() - start)
        times += 1
    return max(RATE_SIDE**3 / best, FLOOR_RATE) * max(1.0, CORES_SHARE * (os.cpu_count() or 1))


def free_bytes() -> int:
    """Return the memory that programs can still have, in bytes.

    Linux says it (``MemAvailable``), and so does Windows; elsewhere it is taken for half of all memory.
    """
    try:
        if platform.system() == "Windows":
            return _free_on_windows()
        if platform.system() == "Linux":
            return _available(Path("/proc/meminfo").read_text("ascii"))
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 2
    except (OSError, ValueError, AttributeError):
        return FALLBACK_FREE_BYTES


def _available(text: str) -> int:
    """Return ``MemAvailable`` of /proc/meminfo in bytes. Raises ValueError if it is not there."""
    for line in text.splitlines():
        name, _, value = line.partition(":")
        if name == "MemAvailable":
            return int(value.split()[0]) * 1024
    raise ValueError("the kernel does not say what is available")


class _MemoryStatus(ctypes.Structure):
    """MEMORYSTATUSEX of the Windows API."""

    _fields_ = [
        ("length", ctypes.c_uint32),
        ("load", ctypes.c_uint32),
        *((name, ctypes.c_uint64) for name in ("physical", "free", "paged", "free_paged", "virtual")),
        ("free_virtual", ctypes.c_uint64),
        ("free_extended", ctypes.c_uint64),
    ]


def _free_on_windows() -> int:
    status = _MemoryStatus(length=ctypes.sizeof(_MemoryStatus))
    library = getattr(ctypes, "windll").kernel32  # noqa: B009  # no other system's ctypes has it
    if not library.GlobalMemoryStatusEx(ctypes.byref(status)):
        raise OSError("Windows does not say what is free")
    return int(status.free)
