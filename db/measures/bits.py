"""Sets of votes as bits, for SQL: SQLite counts neither the bits of a number nor what two sets share."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

WORD = 64
"""Bits for one number of SQLite, of which a block of votes uses 62: the sign and one more stay out of it."""


class Bitmap:
    """The aggregate `bitmap(block, bits…)`: the numbers of all blocks, each at the place of its block.

    What SQL gets is the number of the map. To hand the map itself back and forth took four times as long.
    """

    def __init__(self, maps: list[int]) -> None:
        """Begin with no block."""
        self._maps = maps
        self._map = 0

    def step(self, block: int, *bits: int) -> None:
        """Put the numbers of one block into their place."""
        for place, number in enumerate(bits, block * len(bits)):
            self._map |= number << place * WORD

    def finalize(self) -> int:
        """Keep the map, and say where."""
        self._maps.append(self._map)
        return len(self._maps) - 1


@contextmanager
def bit_functions(connection: sqlite3.Connection) -> Iterator[None]:
    """Give SQL `bit_count(number)`, `bitmap(block, bits…)` and `overlap(map, map)`; maps hold for a while."""
    maps: list[int] = []

    def overlap(one: int, other: int) -> int:
        return (maps[one] & maps[other]).bit_count()

    connection.create_function("bit_count", 1, int.bit_count, deterministic=True)
    connection.create_function("overlap", 2, overlap)
    connection.create_aggregate("bitmap", -1, partial(Bitmap, maps))
    try:
        yield
    finally:
        maps.clear()
