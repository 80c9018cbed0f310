"""Ways to spoil a file: blindly, and knowing what is in it. Each takes chance and bytes, and returns bytes."""

import gzip
import io
import json
import random
import zipfile
import zlib
from collections.abc import Callable
from typing import Any

Mutation = Callable[[random.Random, bytes], bytes]

EXTREMES: list[Any] = [
    *(0, -1, 1, 255, 2**31, 2**53, 2**63, 10**40, 10**400, 1e308, -1e308, 5e-324, float("nan"), float("inf")),
    *(
        None,
        True,
        "",
        "x" * 5000,
        "\ud800",
        "\u202e",
        "1",
        [],
        {},
        [[]],
        [0] * 1000,
        {"format": 1},
        4_999_999,
        60_000,
    ),
]
MEGABYTE = 1 << 20
WORDS = [b"\0\0\0\0", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\xff\xff\xff\x7f", b"PK\x01\x02", b"PK\x05\x06"]
DTYPES = ["<f4", ">f4", "<f8", "<f2", "|u1", "<i8", "|O", "|b1", "<U9", "|V0", "<c8"]


def flip_bits(chance: random.Random, data: bytes) -> bytes:
    """Turn over a few bits."""
    spoilt = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        if spoilt:
            spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
    return bytes(spoilt)


def cut(chance: random.Random, data: bytes) -> bytes:
    """Leave the end away."""
    return data[: chance.randrange(len(data) + 1)]


def cut_out(chance: random.Random, data: bytes) -> bytes:
    """Leave a piece away, or have it twice."""
    start, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    return data[:start] + data[end:] if chance.random() < 0.5 else data[:end] + data[start:]


def overwrite(chance: random.Random, data: bytes) -> bytes:
    """Write zeros, chance bytes or an extreme number somewhere, often near the end, where a zip has its list."""
    place = (
        chance.randrange(len(data) + 1) if chance.random() < 0.5 else max(0, len(data) - chance.randrange(1, 600))
    )
    piece = chance.choice([bytes(chance.randint(1, 512)), chance.randbytes(chance.randint(1, 16)), *WORDS])
    return data[:place] + piece + data[place + len(piece) :]


def put_around(chance: random.Random, data: bytes) -> bytes:
    """Put something before or behind it, itself perhaps."""
    other = chance.choice([b"\0" * 1000, chance.randbytes(100), data])
    return other + data if chance.random() < 0.5 else data + other


def extreme_json(chance: random.Random, text: bytes) -> bytes:
    """Change an entry of JSON, at any depth, to something extreme; or take it out, or add one."""
    try:
        values = json.loads(text)
    except ValueError:
        return flip_bits(chance, text)
    if chance.random() < 0.1:
        return chance.choice([b"[", b'{"a":', b'{"strokes":[[[']) * chance.choice([500, 100_000])
    place = values
    for _ in range(chance.randint(0, 6)):
        inner = [value for value in _values(place) if isinstance(value, list | dict) and value]
        if not inner:
            break
        place = chance.choice(inner)
    if isinstance(place, list | dict) and place:
        key = chance.choice(list(place) if isinstance(place, dict) else range(len(place)))
        if chance.random() < 0.15:
            del place[key]
        else:
            place[key] = chance.choice([*EXTREMES, place])  # JSON cannot hold what holds itself
    if isinstance(place, dict) and chance.random() < 0.1:
        place["unknown"] = 1
    try:
        return json.dumps(values).encode("utf-8", "surrogatepass")
    except ValueError:
        return json.dumps(str(values)[:1000]).encode("utf-8", "surrogatepass")


def _values(place: Any) -> list[Any]:
    return list(place.values()) if isinstance(place, dict) else list(place) if isinstance(place, list) else []


def spoil_archive(chance: random.Random, data: bytes) -> bytes:
    """Change the members of a zip archive, and pack it anew."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    names = list(members)
    name, other = chance.choice(names), chance.choice(names)
    change = chance.randrange(8)
    lines = [line for line in ("drawings.npy", "class.npy") if line in members]
    if change == 7 and lines:
        name = chance.choice(lines)
        members[name] = npy("|u1", None, spoil_lines(chance, _content(members[name])))
    elif change == 0:
        del members[name]
    elif change == 1:
        members[name], members[other] = members[other], members[name]
    elif change == 2 or name == "header.npy":
        members["header.npy"] = npy("|u1", None, extreme_json(chance, _content(members["header.npy"])))
    elif change == 3:
        members[name] = flip_bits(chance, members[name])
    elif change == 4:
        members[name] = _claim(chance, members[name])
    elif change == 5:
        members[name] = _bomb(chance)
    else:
        members |= {f"more{number}.npy": b"" for number in range(chance.choice([10, 2000]))}
    kinds = [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]
    return _zip(members, chance.choice(kinds))


def list_many(chance: random.Random, data: bytes) -> bytes:
    """Let an archive list far more members than it has, at once or each of them."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        start = archive.start_dir
    name = chance.choice([b"x", b"run0_losses.npy"])
    entry = b"PK\x01\x02" + bytes(24) + len(name).to_bytes(2, "little") + bytes(16) + name
    directory = entry * chance.choice([40_000, 300_000])
    claimed = chance.choice([len(directory), 2**32 - 2])
    end = b"PK\x05\x06" + bytes(4) + b"\xfe\xff" * 2 + claimed.to_bytes(4, "little")
    return data[:start] + directory + end + start.to_bytes(4, "little") + bytes(2)


def npy(dtype: str, shape: tuple[int, ...] | None, content: bytes, *, fortran_order: bool = False) -> bytes:
    """Return an array's file, of one dimension if no other shape is claimed."""
    shape = (len(content),) if shape is None else shape
    text = f"{{'descr': '{dtype}', 'fortran_order': {fortran_order}, 'shape': {shape}, }}\n".encode()
    return b"\x93NUMPY\x01\x00" + len(text).to_bytes(2, "little") + text + content


def _content(array: bytes) -> bytes:
    return array[10 + int.from_bytes(array[8:10], "little") :]


def _claim(chance: random.Random, array: bytes) -> bytes:
    """Let an array claim another dtype or shape than it has."""
    content = _content(array)
    shapes: list[tuple[int, ...]] = [(), (0,), (-1,), (len(content),), (len(content) // 4,), (10**12,), (2**63,)]
    shapes += [(10**400,), (1,) * 33, (len(content) // 8,), (len(content) // 40, 10)]
    return npy(chance.choice(DTYPES), chance.choice(shapes), content, fortran_order=chance.random() < 0.1)


def _bomb(chance: random.Random) -> bytes:
    """Return an array that packs into next to nothing."""
    dtype, size = chance.choice([("<f4", 4), ("<f8", 8), ("|u1", 1), ("<i8", 8)])
    length = chance.choice([MEGABYTE, 15 * MEGABYTE, 31 * MEGABYTE, 100 * MEGABYTE])
    filling = chance.choice([b"\0", b"[],", b"{},", b"\n", b" ", b'"":0,', b"\x3f"])
    return npy(dtype, (length // size,), (filling * (length // len(filling) + 1))[: length // size * size])


def _zip(members: dict[str, bytes], kind: int) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in members.items():
            # A member of its own making has no moment: the same chance makes the same bytes.
            archive.writestr(zipfile.ZipInfo(name), content, kind, compresslevel=1)
    return buffer.getvalue()


def spoil_lines(chance: random.Random, data: bytes) -> bytes:
    """Change, repeat, add or take out lines of drawings."""
    lines = data.split(b"\n")
    place = chance.randrange(len(lines))
    change = chance.randrange(8)
    if change < 4:
        lines[place] = extreme_json(chance, lines[place])
    elif change == 4:
        lines[place] = b"\n".join([lines[place]] * chance.choice([3, 1000]))
    elif change == 5:
        del lines[place]
    else:
        lines.insert(place, _line_of_much(chance))
    return b"\n".join(lines)


def _line_of_much(chance: random.Random) -> bytes:
    """Return lines of which there are too many, or in which there is too much, or nearly."""
    point = chance.choice([b"[0.5,0.25]", b"[1,2]", b"[]", b"{}", b"1e999", b"[NaN,1]", b"1" * 4000])
    count = chance.choice([10, 20_000, 100_000, 250_000])
    if len(point) * count > 40 * MEGABYTE:
        count = 100
    wholes = [
        b'{"strokes":[[' + b",".join([point] * count) + b"]]}",
        b'{"strokes":[' + b",".join([b"[" + point + b"]"] * min(count, 1001)) + b"]}",
        b'{"strokes":[[[1,2]]],"source":"' + b"\\u00e9" * count + b'"}',
    ]
    many = [b'{"strokes":[[[0.5,0.25]]]}\n', b'{"format":"digitpad drawings","version":2}\n', b"\n", b" " * 60]
    return chance.choice([*wholes, chance.choice(many) * count])


def spoil_packed(chance: random.Random, data: bytes) -> bytes:
    """Spoil what is packed, and pack it anew, in pieces perhaps, or with much behind it."""
    text = spoil_lines(chance, gzip.decompress(data))
    packed = gzip.compress(text, 1, mtime=0)
    more = [b"", b"", b"\0" * MEGABYTE, gzip.compress(b"", mtime=0) * chance.choice([10, 5000]), packed]
    more.append(gzip.compress(chance.choice([b" ", b"\n", b"\0"]) * (100 * MEGABYTE), 1, mtime=0))
    return packed + chance.choice(more)


def spoil_settings(chance: random.Random, data: bytes) -> bytes:
    """Change a value of the settings, that of a recipe by its entries."""
    lines = data.decode().split("\n")
    place = chance.randrange(len(lines))
    name, is_value, value = lines[place].partition("=")
    if value.startswith('"'):
        text = extreme_json(chance, value[1:-1].replace('\\"', '"').encode()).decode("utf-8", "replace")
        value = '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    elif is_value:
        value = str(chance.choice(EXTREMES))[:5000]
    lines[place] = name + is_value + value
    return "\n".join(lines).encode("utf-8", "replace")


def spoil_journal(chance: random.Random, data: bytes) -> bytes:
    """Let lines of a journal say something else, come twice, or not at all; each has the right sum."""
    lines = [line.partition(b" ")[2] for line in data.splitlines()]
    place = chance.randrange(len(lines))
    change = chance.randrange(6)
    if change < 3:
        lines[place] = extreme_json(chance, lines[place]).replace(b"\n", b" ")
    elif change == 3:
        lines[place] = _extreme_part(chance, lines[place])
    elif change == 4:
        lines[place:place] = lines[chance.randrange(len(lines)) :] * chance.choice([1, 50])
    else:
        del lines[place]
    return b"".join(b"%08x %s" % (zlib.crc32(line + b"\n"), line + b"\n") for line in lines)


def _extreme_part(chance: random.Random, line: bytes) -> bytes:
    """Change something in what a line says of the class, or of a drawing."""
    values = json.loads(line)
    part = chance.choice(["class", "drawings"])
    if part == "class":
        changes = [[chance.choice([-1, 0, 3, 2**40]), chance.choice([-1, 0, 2, 10**9]), values["class"][:1]]]
        values["class"] = chance.choice([changes, chance.choice(EXTREMES), [chance.choice(EXTREMES)]])
    else:
        spoilt = [spoil_lines(chance, text.encode()) for text in values["drawings"].values()]
        texts = [text[: 8 * MEGABYTE].decode("utf-8", "replace") for text in spoilt]
        values["drawings"] = dict(zip(values["drawings"], texts, strict=True))
    return json.dumps(values).encode("utf-8", "surrogatepass")


BLIND: list[Mutation] = [flip_bits, cut, cut_out, overwrite, put_around]
KNOWING: dict[str, list[Mutation]] = {
    "session": [spoil_archive, spoil_archive, spoil_archive, list_many],
    "network": [spoil_archive, spoil_archive, spoil_archive, list_many],
    "drawings": [spoil_lines],
    "packed": [spoil_packed],
    "settings": [spoil_settings],
    "journal": [spoil_journal],
}
KNOWING_SHARE = 0.5


def mutated(chance: random.Random, kind: str, data: bytes) -> tuple[str, bytes]:
    """Return a spoilt file of this kind, and what was done to it."""
    knowing = chance.random() < KNOWING_SHARE
    mutation = chance.choice(KNOWING[kind] if knowing else BLIND)
    return mutation.__name__, mutation(chance, data)
