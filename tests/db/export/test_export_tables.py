import sqlite3
from contextlib import closing

import pyarrow as pa
import pytest
from blank import blank_database

from db.export.tables import COMPUTED, LEFT_OUT, tables


@pytest.fixture(scope="module")
def known():
    with closing(blank_database()) as db:
        listed = db.execute("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type <> 'shadow'")
        return {name for (name,) in listed if not name.startswith("sqlite_")}


def test_every_table_is_exported_or_its_absence_explained(known, schemas):
    assert set(schemas) | set(LEFT_OUT) == known
    assert not set(schemas) & set(LEFT_OUT)


def test_the_columns_said_to_be_computed_are_there(schemas):
    for table, columns in COMPUTED.items():
        assert set(columns) <= set(schemas[table].names), table


def test_every_value_is_of_the_type_of_its_column(database, schemas):
    names = {pa.int64(): "integer", pa.float64(): "real", pa.string(): "text"}
    with closing(sqlite3.connect(database)) as db:
        for table, schema in schemas.items():
            for field in schema:
                sql = (
                    f"SELECT DISTINCT typeof([{field.name}]) FROM [{table}] WHERE [{field.name}] IS NOT NULL"
                )
                found = {kind for (kind,) in db.execute(sql)}
                assert found <= {names[field.type]}, f"{table}.{field.name} belongs into COMPUTED"


def test_ballots_spelled_out_equal_the_view(database, stored):
    with closing(sqlite3.connect(database)) as db:
        (table,) = [table for table in tables(db, {}) if table.name == "ballots"]
        found = [tuple(row.values()) for batch in table.batches(db) for row in batch.to_pylist()]
    assert len(found) == 20
    assert set(found) == set(stored["ballots"][1])
