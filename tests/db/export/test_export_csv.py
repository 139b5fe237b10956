import codecs
import csv

import pytest
from export_tools import HARD_TEXT, in_order
from pyarrow import csv as arrow_csv


def read(path, schema):
    """As a reader does that tells an empty text from nothing."""
    options = arrow_csv.ConvertOptions(
        column_types=schema, strings_can_be_null=True, quoted_strings_can_be_null=False, null_values=[""]
    )
    table = arrow_csv.read_csv(
        path, parse_options=arrow_csv.ParseOptions(newlines_in_values=True), convert_options=options
    )
    return table.column_names, in_order(zip(*(column.to_pylist() for column in table.columns), strict=True))


@pytest.mark.parametrize("folder", ["csv", "spreadsheet"])
def test_every_table_is_read_back_as_it_is_stored(exported, stored, schemas, folder):
    for name, (columns, rows) in stored.items():
        assert read(exported / folder / f"{name}.csv", schemas[name]) == (columns, rows), name


def test_pythons_own_reader_finds_the_same_text(exported):
    with (exported / "csv" / "speeches.csv").open(newline="", encoding="utf-8") as file:
        (turn,) = [row for row in csv.DictReader(file) if row["key"] == "xa-turn-1"]
    assert turn["text"] == HARD_TEXT


def test_an_empty_text_is_not_nothing(exported):
    text = (exported / "csv" / "speeches.csv").read_text(encoding="utf-8")
    assert ',"",' in text
    assert ",," in text


def test_spreadsheets_are_told_that_it_is_utf_8(exported):
    marked, plain = (exported / folder / "speeches.csv" for folder in ("spreadsheet", "csv"))
    assert marked.read_bytes() == codecs.BOM_UTF8 + plain.read_bytes()


def test_a_reader_that_knows_the_mark_finds_the_first_column(exported):
    with (exported / "spreadsheet" / "speeches.csv").open(newline="", encoding="utf-8-sig") as file:
        assert csv.DictReader(file).fieldnames[0] == "id"
