"""The functions by which SQL counts bits."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.measures.bits import bit_functions

BITS = st.integers(0, 2**62 - 1)
BLOCKS = st.dictionaries(st.integers(0, 5), st.tuples(BITS, BITS), min_size=1, max_size=4)


@pytest.fixture
def connection():
    opened = sqlite3.connect(":memory:")
    yield opened
    opened.close()


def asked(connection, sql, *values):
    return connection.execute(sql, values).fetchone()[0]


def overlap(connection, one, other):
    """What two members share, by their blocks of two numbers each."""
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS blocks (who, block, a, b)")
    connection.execute("DELETE FROM blocks")
    rows = [
        (who, block, *bits) for who, blocks in (("x", one), ("y", other)) for block, bits in blocks.items()
    ]
    connection.executemany("INSERT INTO blocks VALUES (?, ?, ?, ?)", rows)
    return asked(
        connection,
        "SELECT overlap((SELECT bitmap(block, a, b) FROM blocks WHERE who = 'x'),"
        " (SELECT bitmap(block, a, b) FROM blocks WHERE who = 'y'))",
    )


def shared(one, other):
    """The same, bit by bit."""
    return sum(
        (one[block][side] >> place) & (other[block][side] >> place) & 1
        for block in one.keys() & other.keys()
        for side in (0, 1)
        for place in range(62)
    )


@given(BITS)
def test_the_bits_of_a_number_are_counted(number):
    with sqlite3.connect(":memory:") as connection, bit_functions(connection):
        assert asked(connection, "SELECT bit_count(?)", number) == f"{number:b}".count("1")
    connection.close()


@given(BLOCKS, BLOCKS)
def test_two_maps_share_what_their_blocks_share(one, other):
    with sqlite3.connect(":memory:") as connection, bit_functions(connection):
        assert overlap(connection, one, other) == shared(one, other)
    connection.close()


def test_blocks_may_come_in_any_order(connection):
    with bit_functions(connection):
        assert overlap(connection, {3: (1, 0), 1: (2, 4)}, {1: (2, 4), 3: (1, 0)}) == 3


def test_the_first_and_the_second_number_are_kept_apart(connection):
    with bit_functions(connection):
        assert overlap(connection, {0: (1, 0)}, {0: (0, 1)}) == 0


# SQLite hands on that a function failed, and Python prints why.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_maps_are_let_go_afterwards(connection):
    with bit_functions(connection):
        assert asked(connection, "SELECT bitmap(0, 1)") == 0
    with pytest.raises(sqlite3.OperationalError):
        asked(connection, "SELECT overlap(0, 0)")
