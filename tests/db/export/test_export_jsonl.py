import json

from export_tools import HARD_TEXT, in_order


def test_every_table_is_read_back_as_it_is_stored(exported, stored):
    for name, (columns, rows) in stored.items():
        with (exported / "jsonl" / f"{name}.jsonl").open(encoding="utf-8") as file:
            objects = [json.loads(line) for line in file]
        assert all(list(found) == columns for found in objects), name
        assert in_order(found.values() for found in objects) == rows, name


def test_what_is_not_known_is_null(exported):
    lines = (exported / "jsonl" / "ballots.jsonl").read_text(encoding="utf-8").splitlines()
    assert any(json.loads(line)["faction"] is None for line in lines)


def test_a_text_of_several_lines_stays_on_one(exported):
    lines = (exported / "jsonl" / "speeches.jsonl").read_text(encoding="utf-8").split("\n")
    assert json.loads(lines[0])["text"] == HARD_TEXT
