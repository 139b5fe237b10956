"""The tables of the old open data service, which ends with the year 2026, and the rows that it gives of them.

All values are texts, some of them filled up with blanks.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qsl, urlencode

from scrapers.pages import Answer, PageError, expect, read_json
from scrapers.parliaments.finland.keys import OLD_API
from scrapers.parliaments.finland.wire import TableWire

PAGE_SIZE = 100
"""The most rows that the service gives at once."""

VOTE_ID = "AanestysId"
"""The column by which ballots and breakdowns belong to a vote."""

Row = dict[str, str]
"""A row by the names of its columns, without the blanks by which values are filled up."""


def address_of(table: str) -> str:
    """The address of a table's rows, without a question."""
    return f"{OLD_API}/tables/{table}/rows"


def rows_where(table: str, column: str, value: object, page: int = 0) -> str:
    """The address of the rows with this value in the column, page by page."""
    query = {"columnName": column, "columnValue": value, "perPage": PAGE_SIZE, "page": page}
    return f"{address_of(table)}?{urlencode(query)}"


def asked(answer: Answer, name: str) -> str:
    """What the answer's address asks for.

    Raises:
        PageError: Nothing of this name.
    """
    found = _query(answer).get(name)
    if found is None:
        raise PageError(answer, name, "not in the address, so that it is not known what was asked for")
    return found


def read_table(answer: Answer, table: str) -> TableWire:
    """One page of a table's rows.

    Raises:
        PageError: It is empty, of another table or page, or not as long as it says.
    """
    wire = read_json(answer, TableWire)
    expect(answer, "tableName", wire.table_name, table)
    expect(answer, "page", str(wire.page), _query(answer).get("page", "0"))
    expect(answer, "rowCount", wire.row_count, len(wire.row_data))
    expect(answer, "columnCount", wire.column_count, len(wire.column_names))
    if not wire.row_data:
        raise PageError(answer, "rowData", "empty")
    return wire


def rows(answer: Answer, wire: TableWire) -> Iterator[Row]:
    """The rows of a page.

    Raises:
        PageError: One has more or fewer values than there are columns.
    """
    for values in wire.row_data:
        expect(answer, "rowData", len(values), len(wire.column_names))
        yield {name: (value or "").strip() for name, value in zip(wire.column_names, values, strict=True)}


def rows_of_vote(answer: Answer, wire: TableWire) -> list[Row]:
    """The rows of a page that was asked for by the identifier of a vote.

    Raises:
        PageError: As `rows`, or one is of another vote.
    """
    found = list(rows(answer, wire))
    for row in found:
        expect(answer, VOTE_ID, cell(answer, row, VOTE_ID), asked(answer, "columnValue"))
    return found


def next_page(answer: Answer, table: str) -> str | None:
    """The address of the rows after these, if there are more.

    Raises:
        PageError: The answer cannot be read.
    """
    wire = read_table(answer, table)
    if not wire.has_more:
        return None
    return f"{address_of(table)}?{urlencode({**_query(answer), 'page': wire.page + 1})}"


def cell(answer: Answer, row: Row, name: str) -> str:
    """The value in a column.

    Raises:
        PageError: There is no such column.
    """
    if name not in row:
        raise PageError(answer, "columnNames", f"no column {name}")
    return row[name]


def number(answer: Answer, row: Row, name: str) -> int:
    """The figure in a column.

    Raises:
        PageError: There is no such column, or no figure in it.
    """
    digits = cell(answer, row, name)
    if not (digits.isascii() and digits.isdecimal()):
        raise PageError(answer, name, f"{digits!r} is not a number")
    return int(digits)


def _query(answer: Answer) -> dict[str, str]:
    return dict(parse_qsl(answer.url.partition("?")[2]))
