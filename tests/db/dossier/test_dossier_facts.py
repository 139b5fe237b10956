"""Reading the files of the dossier. The people, bills and votes of these entries are invented."""

import datetime as dt

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from db.dossier import facts
from db.dossier.facts import DossierError, Entry, entries, read_entries

BILL = {"key": "xx-bill", "chamber": "xx", "number": "1", "title": "On nothing"}
STAGE = {"kind": "deposit", "label": "Deposit", "date": dt.date(2025, 1, 2), "identifier": "deposit"}
VOTE = {
    "key": "xx-vote",
    "chamber": "xx",
    "term": "xx-1",
    "sitting": None,
    "number": None,
    "date": dt.date(2025, 1, 2),
    "title": "On nothing",
    "method": "electronic",
    "ballots_status": "partial",
    "is_final": True,
    "meaning_of_yes": None,
    "declared": {"yes": 2, "no": 1},
    "outcome": "passed",
    "scheme": "xx",
    "ballots": [
        {
            "identifier": "17",
            "family_name": "017",
            "given_name": "Member",
            "faction": "Blue",
            "option": "no",
            "label": "against",
        }
    ],
}


def written(**changes):
    entry = {
        "key": "xx-entry",
        "source_url": "https://source.example/1",
        "source_name": "A source",
        "confidence": "single source",
        "checked": dt.date(2025, 2, 3),
        **changes,
    }
    return yaml.safe_dump([{name: value for name, value in entry.items() if value is not None}])


def read(text):
    return list(read_entries("facts.yaml", text))


def problem(text):
    with pytest.raises(DossierError) as caught:
        read(text)
    return str(caught.value)


def test_an_entry_is_one_fact_with_its_source():
    (entry,) = read(written(bill=BILL))
    assert (entry.key, entry.source_url, entry.confidence) == (
        "xx-entry",
        "https://source.example/1",
        "single source",
    )
    assert entry.record.title == "On nothing"


def test_a_stage_comes_with_its_bill_and_its_place():
    (entry,) = read(written(stage={"bill": "xx-bill", "position": 10, "stage": STAGE}))
    assert (entry.record.bill, entry.record.position, entry.record.stage.kind) == ("xx-bill", 10, "deposit")


def test_a_vote_comes_with_the_ballots_that_are_known():
    (entry,) = read(written(vote=VOTE))
    assert [(ballot.family_name, ballot.option) for ballot in entry.record.ballots] == [("017", "no")]


def test_a_figure_that_is_not_stated_stays_unknown():
    (entry,) = read(written(vote=VOTE))
    assert (entry.record.declared.abstain, entry.record.declared.absent) == (None, None)


@pytest.mark.parametrize("field", ["source_url", "source_name", "confidence", "checked"])
def test_a_missing_field_is_an_error_that_names_file_entry_and_field(field):
    message = problem(written(bill=BILL, **{field: None}))
    assert message.startswith("facts.yaml: xx-entry: ")
    assert f"`{field}`" in message


def test_an_entry_without_a_key_is_named_by_its_number():
    assert problem(written(bill=BILL, key=None)).startswith("facts.yaml: entry 1: ")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"confidence": "rumour"}, "$.confidence"),
        ({"source_url": "http://source.example"}, "$.source_url"),
        ({"source_url": "source.example"}, "$.source_url"),
        ({"source_name": ""}, "$.source_name"),
        ({"checked": "yesterday"}, "$.checked"),
        ({"bill": {**BILL, "is_tracked": "maybe"}}, "$.bill.is_tracked"),
        ({"bill": {**BILL, "title": 17}}, "$.bill.title"),
    ],
)
def test_a_wrong_value_is_named_by_its_path(changes, field):
    assert f"xx-entry: {field}: " in problem(written(**{"bill": BILL, **changes}))


def test_a_key_that_is_not_clean_in_an_address_is_an_error():
    assert problem(written(bill=BILL, key="Not a key")).startswith("facts.yaml: Not a key: $.key: ")


def test_a_misspelt_field_of_an_entry_is_an_error():
    assert "`nota`" in problem(written(bill=BILL, nota="x"))


def test_a_misspelt_field_of_a_record_is_an_error():
    message = problem(written(bill={**BILL, "titel": "x"}))
    assert "`titel`" in message
    assert "$.bill" in message


def test_an_unknown_kind_of_stage_is_an_error():
    stage = {"bill": "xx-bill", "position": 1, "stage": {**STAGE, "kind": "party"}}
    assert "$.stage.stage.kind" in problem(written(stage=stage))


def test_yes_and_no_without_quotes_are_truth_values_in_yaml_and_an_error():
    unquoted = written(vote=VOTE).replace("'yes'", "yes").replace("'no'", "no")
    assert unquoted != written(vote=VOTE)
    assert "xx-entry" in problem(unquoted)


def test_a_ballot_of_no_without_quotes_is_an_error():
    unquoted = written(vote=VOTE).replace("option: 'no'", "option: no")
    assert unquoted != written(vote=VOTE)
    assert "$.vote.ballots[0].option" in problem(unquoted)


@pytest.mark.parametrize("records", [{}, {"bill": BILL, "vote": VOTE}])
def test_an_entry_says_exactly_one_thing(records):
    assert "not exactly one of bill, stage, vote," in problem(written(**records))


def test_a_stage_needs_an_identifier_so_that_its_date_can_be_corrected():
    stage = {name: value for name, value in STAGE.items() if name != "identifier"}
    assert "no identifier" in problem(written(stage={"bill": "xx-bill", "position": 1, "stage": stage}))


def test_a_day_that_no_calendar_has_is_an_error():
    assert "facts.yaml" in problem(written(bill=BILL).replace("2025-02-03", "2025-02-30"))


@pytest.mark.parametrize("text", ["", "key: one", "just words", "[1, 2]", "- - -"])
def test_what_is_not_a_list_of_entries_is_an_error(text):
    assert problem(text).startswith("facts.yaml: ")


def test_what_is_not_yaml_is_an_error():
    assert problem("- {key: ").startswith("facts.yaml: whole file: ")


def test_a_tag_that_would_run_code_is_an_error():
    assert problem("- !!python/object/apply:os.getcwd []").startswith("facts.yaml: whole file: ")


@given(st.text(alphabet="-:{}[]'\"!&*#|> \nkeybill0129.é", max_size=60))
@settings(max_examples=200, deadline=None)
def test_whatever_the_file_holds_the_answer_is_entries_or_a_named_error(text):
    try:
        found = [type(entry) for entry in read(text)]
    except DossierError as error:
        found = [str(error).startswith("facts.yaml: ") and Entry]
    assert set(found) <= {Entry}


def test_two_entries_with_one_key_are_an_error_also_across_files(tmp_path, monkeypatch):
    for name in ("one.yaml", "two.yaml"):
        (tmp_path / name).write_text(written(bill=BILL), encoding="utf-8")
    monkeypatch.setattr(facts, "files", lambda package: tmp_path)
    with pytest.raises(DossierError, match=r"one\.yaml: xx-entry: key: another entry has it too"):
        entries()


def test_files_are_read_in_the_order_of_their_names(tmp_path, monkeypatch):
    for name in ("b", "a"):
        (tmp_path / f"{name}.yaml").write_text(written(bill=BILL, key=name), encoding="utf-8")
    (tmp_path / "notes.txt").write_text("not an entry", encoding="utf-8")
    monkeypatch.setattr(facts, "files", lambda package: tmp_path)
    assert [entry.key for entry in entries()] == ["a", "b"]
