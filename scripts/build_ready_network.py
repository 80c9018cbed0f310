"""Train the recipe for handwriting and put its network into assets/ready_network.npz, as float16.

Usage: python scripts/build_ready_network.py. The same machine and versions give the same bytes; half a minute.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from digitpad.app import prepare_process  # noqa: E402  # the project need not be installed


def main() -> int:
    """Train, save, say how well it reads MNIST's test images."""
    prepare_process()
    from digitpad.commands import train
    from digitpad.data.mnist import load_dataset
    from digitpad.learning.recipe import HANDWRITING_RECIPE
    from digitpad.learning.session import TrainingSession
    from digitpad.learning.storage import SavedNetwork, save_network

    session = TrainingSession(HANDWRITING_RECIPE, load_dataset())
    train(session, quiet=False)
    path = ROOT / "assets" / "ready_network.npz"
    save_network(path, SavedNetwork(session.snapshot(), HANDWRITING_RECIPE), precision="float16")
    print(f"{path.name}: {path.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
