"""Make what comes ready with the program: assets/ready_network.npz and assets/familiarity.npz.

Usage: python scripts/build_ready_network.py. Trains the recipe for handwriting and keeps its network as float16;
learns what digits look like. The same machine and versions give the same bytes; six minutes.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

import numpy as np  # noqa: E402

from digitpad.app import prepare_process  # noqa: E402  # the project need not be installed

SEED = 0
WAIT_SECONDS = 600.0

LOOKS = 6
"""Epochs of varied images that what digits look like is learnt from."""

NO_DIGITS = 152_000
"""Pictures that are none, beside the 60,000 digits of an epoch."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Build both files, say how large they are."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.parse_args(arguments)  # who asks for help has not asked for other files
    prepare_process()
    for path in (build_network(), build_familiarity()):
        print(f"{path.name}: {path.stat().st_size:,} bytes")
    return 0


def build_network() -> Path:
    """Train, save, say how well the network reads MNIST's test images."""
    from digitpad.cli.training import train
    from digitpad.engines.lesson import lesson_engine
    from digitpad.runs.network_file import SavedNetwork, save_network
    from digitpad.runs.recipe import HANDWRITING_RECIPE

    _, snapshot = train(lesson_engine(HANDWRITING_RECIPE.data), HANDWRITING_RECIPE, quiet=False)
    path = ROOT / "assets" / "ready_network.npz"
    save_network(path, SavedNetwork(snapshot, HANDWRITING_RECIPE), precision="float16")
    return path


def build_familiarity() -> Path:
    """Learn what digits look like from some epochs of varied images, and the limits from one more.

    They are the first ones with all variants.
    """
    from digitpad.data.mnist import load_dataset
    from digitpad.handwriting.digit_detectors import learn_familiarity
    from digitpad.handwriting.no_digits import draw_no_digits
    from digitpad.handwriting.varied_images import PARTS, VariedImages
    from digitpad.network.familiarity import FILE, save_familiarity

    dataset = load_dataset()
    varied = VariedImages(dataset.train_images, dataset.train_labels, SEED)
    epochs = []
    for epoch in range(PARTS - 1, PARTS + LOOKS):
        order = np.random.default_rng((SEED, epoch)).permutation(len(dataset.train_images))
        varied.request(epoch, order)
        images = varied.images(epoch, WAIT_SECONDS)
        if images is None:
            raise TimeoutError("the images are still not prepared")
        epochs.append((images, dataset.train_labels[order]))
    varied.release()
    path = ROOT / "assets" / FILE
    none = draw_no_digits(*epochs[0], NO_DIGITS, SEED)
    save_familiarity(path, learn_familiarity(epochs[:LOOKS], none, *epochs[LOOKS]))
    return path


if __name__ == "__main__":
    raise SystemExit(main())
