"""Archives made byte by byte, honest and not."""

import zipfile
from pathlib import Path

MAGIC = b"\x93NUMPY"


def npy(header: str | bytes, content: bytes = b"", version: bytes = b"\x01\x00") -> bytes:
    """Return an ``.npy`` file with this header, true or not."""
    text = header.encode("latin-1") if isinstance(header, str) else header
    return MAGIC + version + len(text).to_bytes(2, "little") + text + content


def describe(descr: str, shape: tuple[int, ...], *, fortran_order: bool = False) -> str:
    """Return the header NumPy writes for an array."""
    return f"{{'descr': '{descr}', 'fortran_order': {fortran_order}, 'shape': {shape}, }}\n"


def write_zip(path: Path, members: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> None:
    """Write a zip file of these members."""
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
