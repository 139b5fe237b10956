"""None, of how many: what can be said of people's turns on a bill, and what cannot."""

import pytest
from reading import changed_copy

QUERY = "/ottawa/turns-tagged-on-a-bill.json?_shape=array"
EXPECTED = (
    "INSERT INTO expectations (key, subject_key, what, expected, origin, source_url, response_id)"
    " VALUES ('e', '{}', 'speeches', {}, 'live', '', 2)"
)


def asked(reader, **parameters):
    more = "".join(f"&{name}={value}" for name, value in parameters.items())
    return {row["person_key"]: row for row in reader.rows(QUERY + more)}


def coverage(reader, bill="xa-bill-1"):
    (row,) = reader.rows(f"/ottawa/debate_coverage.json?_shape=array&bill_key={bill}")
    return row


def test_what_no_source_counts_is_not_known(reader):
    row = coverage(reader)
    assert (row["sittings"], row["turns"], row["turns_with_text"], row["turns_known"]) == (1, 3, 2, None)


def test_missing_parts_are_named(tmp_path, database):
    row = coverage(changed_copy(database, tmp_path, EXPECTED.format("xa-item-1", 5)))
    assert row["turns_known"] == 5
    assert "De nihilo (3 of 5 turns here, 2 with their words)" in row["parts_missing"]


def test_the_items_of_a_whole_sitting_are_whole(tmp_path, database):
    assert coverage(changed_copy(database, tmp_path, EXPECTED.format("xa-sitting-1", 3)))["turns_known"] == 3


def test_of_part_of_a_sitting_nothing_is_known(tmp_path, database):
    assert (
        coverage(changed_copy(database, tmp_path, EXPECTED.format("xa-sitting-1", 4)))["turns_known"] is None
    )


def test_words_in_a_language_without_the_tag_are_not_none(reader):
    row = asked(reader)["member-007"]
    assert (row["turns_tagged"], row["turns_read"], row["turns"]) == (None, 0, 1)
    assert row["answer"].startswith(
        "Not known how many of 1 turns are tagged humanitarian; 3 turns of the debate"
    )


def test_a_tagged_turn_is_counted_of_those_that_were_read(tmp_path, database):
    reader = changed_copy(
        database,
        tmp_path,
        "UPDATE speeches SET language = 'et'",
        "INSERT INTO tags VALUES ('xa-turn-2', 'argument', 'humanitarian', 'rule', 'r', 'w')",
    )
    row = asked(reader)["member-007"]
    assert (row["turns_tagged"], row["turns_read"], row["debate_turns"]) == (1, 1, 3)
    assert row["answer"].startswith("1 of 1 turns read for it (1 in all) tagged humanitarian;")
    assert asked(reader, tag="cost")["member-007"]["turns_tagged"] is None


def test_who_did_not_speak_has_none_of_a_number(reader):
    row = asked(reader)["member-008"]
    assert (row["turns"], row["turns_tagged"]) == (0, None)
    assert "No turn of this person" in row["answer"]


def test_of_an_uncollected_debate_nothing_is_said(tmp_path, database):
    reader = changed_copy(database, tmp_path, "UPDATE speeches SET withdrawn_at = '2025-04-01'")
    row = asked(reader)["member-008"]
    assert row["turns"] is None
    assert row["answer"] == "No turns recorded; transcript not collected."


@pytest.mark.parametrize(("person", "turns"), [("member-007", 1), ("member-010", 1)])
def test_turns_are_counted_by_bill_and_person(reader, person, turns):
    (row,) = reader.rows(f"/ottawa/turns_on_bills.json?_shape=array&person_key={person}")
    assert (row["bill_key"], row["turns"], row["turns_as_chair"]) == ("xa-bill-1", turns, 0)
