"""Build assets/mnist.npz from MNIST's four original IDX files (gzip), byte for byte the same each time.

Usage: python scripts/build_mnist.py FOLDER, where FOLDER holds train-images-idx3-ubyte.gz and its three
siblings. MNIST is by Yann LeCun, Corinna Cortes and Christopher J. C. Burges, CC BY-SA 3.0.
"""

import argparse
import gzip
import hashlib
import io
import struct
import sys
import zipfile
import zlib
from pathlib import Path

import numpy as np
import numpy.typing as npt

ASSET = Path(__file__).parent.parent / "assets" / "mnist.npz"

SOURCES = {
    # Keras' key: (file, MD5 of the uncompressed file as published)
    "x_train": ("train-images-idx3-ubyte.gz", "6bbc9ace898e44ae57da46a324031adb"),
    "y_train": ("train-labels-idx1-ubyte.gz", "a25bea736e30d166cdddb491f175f624"),
    "x_test": ("t10k-images-idx3-ubyte.gz", "2646ac647ad5339dbf082846283269ea"),
    "y_test": ("t10k-labels-idx1-ubyte.gz", "27ae3e4e09519cfbb04c329615203637"),
}
IDX_UINT8 = 0x08
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest date a zip can hold: the same bytes whenever the file is built."""


def read_idx(data: bytes) -> npt.NDArray[np.uint8]:
    """Decode an IDX file of unsigned bytes (two zero bytes, type, rank, big-endian lengths, data)."""
    zeros, kind, rank = struct.unpack_from(">HBB", data)
    if zeros or kind != IDX_UINT8:
        raise ValueError("not an IDX file of unsigned bytes")
    shape = struct.unpack_from(f">{rank}I", data, 4)
    return np.frombuffer(data, np.uint8, offset=4 + 4 * rank).reshape(shape)


def build(folder: Path) -> bytes:
    """Return the bytes of the archive. Raises ValueError if a file is not the published one."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for key, (name, md5) in SOURCES.items():
            data = gzip.decompress((folder / name).read_bytes())
            if hashlib.md5(data, usedforsecurity=False).hexdigest() != md5:
                raise ValueError(f"{folder / name} is not MNIST's published file (its MD5 differs)")
            member = zipfile.ZipInfo(f"{key}.npy", EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            content = io.BytesIO()
            np.lib.format.write_array(content, read_idx(data), version=(1, 0), allow_pickle=False)
            archive.writestr(member, content.getvalue(), compresslevel=9)
    return buffer.getvalue()


def main() -> int:
    """Build the file and print the SHA-256 that digitpad/data/mnist.py must name."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path, help="where the four IDX files are")
    try:
        archive = build(parser.parse_args().folder)
    except (OSError, EOFError, zlib.error, ValueError) as error:
        print(f"build_mnist: {error}", file=sys.stderr)
        return 1
    ASSET.parent.mkdir(exist_ok=True)
    ASSET.write_bytes(archive)
    print(f"{ASSET.name}: {len(archive):,} bytes, SHA-256 {hashlib.sha256(archive).hexdigest()}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
