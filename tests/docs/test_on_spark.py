"""Every question of the cookbook gives the same rows in Spark on two workers as in DuckDB on one machine."""

import pytest
import spark
from docs_cookbook import FOLDER, recipes
from engines import asked_of_invented

pytestmark = [pytest.mark.slow, pytest.mark.skipif(bool(spark.why_not()), reason=str(spark.why_not()))]

NAMES = [recipe.file.stem for recipe in recipes()]


@pytest.fixture(scope="module")
def of_sample(sample):
    # The files as they stand: no dialect, no shim.
    return spark.answers(sample.files, sorted(FOLDER.glob("*.sql")))


@pytest.fixture(scope="module")
def of_house(house):
    return spark.answers(house.files, sorted(FOLDER.glob("*.sql")))


@pytest.fixture(scope="module")
def of_term(term, tmp_path_factory):
    folder = tmp_path_factory.mktemp("invented")
    for recipe in recipes():
        text = asked_of_invented(recipe.file.read_text(encoding="utf-8"))
        (folder / recipe.file.name).write_text(text, encoding="utf-8")
    return spark.answers(term.files, sorted(folder.glob("*.sql")))


def asked(name):
    return (FOLDER / f"{name}.sql").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_of_the_sample_spark_says_what_duckdb_says(sample, of_sample, name):
    assert (of_sample[name]["columns"], of_sample[name]["rows"]) == sample.by_duckdb(asked(name))


@pytest.mark.parametrize("name", NAMES)
def test_of_an_invented_house_spark_says_what_duckdb_says(house, of_house, name):
    assert (of_house[name]["columns"], of_house[name]["rows"]) == house.by_duckdb(asked(name))


@pytest.mark.parametrize("name", NAMES)
def test_of_many_invented_ballots_spark_says_what_duckdb_says(term, of_term, name):
    assert (of_term[name]["columns"], of_term[name]["rows"]) == term.by_duckdb(asked_of_invented(asked(name)))


def test_every_table_of_the_files_is_there_with_its_columns_in_their_order(sample, tmp_path):
    tables = [
        row[0]
        for row in sample.duck.execute("SELECT view_name FROM duckdb_views() WHERE NOT internal").fetchall()
    ]
    for table in tables:
        (tmp_path / f"{table}.sql").write_text(f"SELECT * FROM {table} LIMIT 0", encoding="utf-8")
    found = spark.answers(sample.files, sorted(tmp_path.glob("*.sql")))
    assert {name: answer["columns"] for name, answer in found.items()} == {
        table: sample.by_duckdb(f"SELECT * FROM {table} LIMIT 0")[0] for table in tables
    }


def test_a_folder_that_is_no_export_is_named(tmp_path):
    (tmp_path / "duckdb.sql").write_text("-- nothing\n", encoding="utf-8")
    run = spark.ask(tmp_path, [])
    assert run.returncode == 1
    assert "duckdb.sql names no views" in run.stdout
