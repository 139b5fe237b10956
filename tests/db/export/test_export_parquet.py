from contextlib import chdir, closing
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest
from export_tools import export_of, in_order

from db.database import open_database
from db.export import source


@pytest.fixture(scope="module")
def duck(exported):
    """DuckDB with the views that the export brings, opened in its folder."""
    with chdir(exported / "parquet"), duckdb.connect() as connection:
        connection.execute(Path("duckdb.sql").read_text(encoding="utf-8"))
        yield connection


def test_duckdb_finds_every_table_under_its_name_as_it_is_stored(duck, stored):
    for name, (columns, rows) in stored.items():
        found = duck.execute(f"SELECT * FROM {name}")
        assert [column[0] for column in found.description] == columns, name
        assert in_order(found.fetchall()) == rows, name


def test_arrow_reads_the_ballots_by_their_folders(exported, stored):
    columns, rows = stored["ballots"]
    by_folder = ds.partitioning(pa.schema([("chamber", pa.string()), ("term", pa.string())]), flavor="hive")
    table = ds.dataset(exported / "parquet" / "ballots", partitioning=by_folder).to_table(columns=columns)
    assert in_order(zip(*(column.to_pylist() for column in table.columns), strict=True)) == rows


def test_votes_and_ballots_lie_in_a_folder_for_each_chamber_and_term(exported):
    for name in ("votes", "ballots"):
        files = {
            path.relative_to(exported / "parquet").as_posix()
            for path in (exported / "parquet" / name).rglob("*.*")
        }
        assert files == {
            f"{name}/chamber=xa-assembly/term=xa-1/{name}.parquet",
            f"{name}/chamber=xb-council/term=xb-1/{name}.parquet",
        }


def test_a_chamber_without_ballots_in_its_term_has_an_empty_file(tmp_path, database):
    copy = tmp_path / "copy.db"
    source.copy(database, copy)
    with closing(open_database(copy)) as db:
        votes = "SELECT id FROM votes WHERE chamber = 'xb-council'"
        db.execute(f"DELETE FROM vote_ballots WHERE vote_id IN ({votes})")
    export_of(copy, tmp_path / "files", "parquet")
    file = tmp_path / "files/parquet/ballots/chamber=xb-council/term=xb-1/ballots.parquet"
    assert pq.read_metadata(file).num_rows == 0


def test_columns_carry_their_descriptions(exported):
    schema = pq.read_schema(exported / "parquet/votes/chamber=xa-assembly/term=xa-1/votes.parquet")
    assert schema.field("key").metadata == {b"description": b"Its name"}


def test_types_are_those_of_the_database(exported):
    schema = pq.read_schema(exported / "parquet" / "coverage.parquet")
    assert (schema.field("subject_key").type, schema.field("collected").type) == (pa.string(), pa.int64())
    assert pq.read_schema(exported / "parquet" / "bills.parquet").field("is_tracked").type == pa.int64()


def test_many_ballots_are_written_in_pieces(monkeypatch, database, tmp_path):
    monkeypatch.setattr("db.export.parquet.BYTES_IN_GROUP", 1)
    monkeypatch.setattr("db.export.ballots.ROWS_AT_ONCE", 5)
    export_of(database, tmp_path / "files", "parquet")
    file = pq.ParquetFile(tmp_path / "files/parquet/ballots/chamber=xa-assembly/term=xa-1/ballots.parquet")
    assert (file.num_row_groups, file.metadata.num_rows) == (4, 19)
