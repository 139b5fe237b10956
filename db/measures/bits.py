"""Sets of votes as bits, for SQL: SQLite counts neither the bits of a number nor what two rows of bits share."""

from __future__ import annotations

import sqlite3
import struct


class Bitmap:
    """The SQL aggregate `bitmap(block, bits…)`: the numbers of all blocks, each at the place of its block."""

    def __init__(self) -> None:
        """Begin with no block."""
        self._map = bytearray()

    def step(self, block: int, *bits: int) -> None:
        """Put the numbers of one block into their place."""
        start, size = 8 * len(bits) * block, 8 * len(bits)
        self._map.extend(bytes(max(0, start + size - len(self._map))))
        struct.pack_into(f"<{len(bits)}Q", self._map, start, *bits)

    def finalize(self) -> bytes:
        """The whole map."""
        return bytes(self._map)


def overlap(one: bytes, other: bytes) -> int:
    """How many bits are set in both maps."""
    return (int.from_bytes(one, "little") & int.from_bytes(other, "little")).bit_count()


def add_functions(connection: sqlite3.Connection) -> None:
    """Give SQL `bit_count(number)`, `overlap(map, map)` and the aggregate `bitmap(block, bits…)`."""
    connection.create_function("bit_count", 1, int.bit_count, deterministic=True)
    connection.create_function("overlap", 2, overlap, deterministic=True)
    connection.create_aggregate("bitmap", -1, Bitmap)
