import pytest

from scrapers.serving import read_config

QUERIES = read_config()["databases"]["ottawa"]["queries"]
TABLES = read_config()["databases"]["ottawa"]["tables"]


def rows(reader, name, **parameters):
    address = f"/ottawa/{name}.json?_shape=array&" + "&".join(f"{k}={v}" for k, v in parameters.items())
    answer = reader.get(address)
    assert answer.status_code == 200, answer.text
    return answer.json()


@pytest.mark.parametrize("name", QUERIES)
def test_every_query_has_a_title_and_prose(name):
    assert QUERIES[name]["title"]
    assert QUERIES[name]["description"].endswith(".")


def test_no_query_hides_a_table_of_its_name():
    assert QUERIES.keys() & TABLES.keys() == set()


@pytest.mark.parametrize("name", QUERIES)
def test_every_query_finds_rows_that_say_where_they_come_from(reader, name):
    found = rows(reader, name)
    assert found
    assert {"source_url", "url"} & set(found[0])


@pytest.mark.parametrize("name", QUERIES)
def test_every_query_runs_on_an_empty_database(empty_reader, name):
    assert rows(empty_reader, name) == []


@pytest.mark.parametrize("name", QUERIES)
def test_every_query_has_a_page(reader, name):
    assert QUERIES[name]["title"] in reader.text(f"/ottawa/{name}")


def held(reader, **asked):
    return [row["person"] for row in rows(reader, "minister-on-a-day", **asked)]


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2025-01-09", []),
        ("2025-01-10", ["Member 007"]),
        ("2025-02-28", ["Member 007"]),
        ("2025-03-01", []),
    ],
)
def test_who_held_an_office_on_a_day_is_known_as_exactly_as_its_days_are(reader, day, found):
    assert held(reader, country="xa", kind="minister+of+defence", day=day) == found


def test_an_office_is_asked_for_by_state_and_kind(reader):
    assert held(reader, country="XA") == ["Member 007"]
    assert held(reader, country="xb") == []
    assert held(reader, kind="head+of+state") == []


def test_the_latest_votes_leave_unknown_figures_unknown(reader):
    found = {row["vote_key"]: row for row in rows(reader, "latest-votes")}
    assert found["xb-1-4"]["declared_yes"] is None
    assert found["xa-1-1"]["declared_yes"] == 5


def test_the_final_votes_are_the_final_ones_only(reader):
    assert [row["vote_key"] for row in rows(reader, "final-votes")] == ["xa-1-1"]


def test_no_and_abstentions_on_final_votes_are_told_apart(reader):
    found = [(row["person"], row["option"]) for row in rows(reader, "no-or-abstained")]
    assert found == [
        ("Member 005", "no"),
        ("Member 010", "no"),
        ("Member 007", "abstain"),
        ("Member 008", "abstain"),
    ]


def test_a_query_about_one_vote_finds_no_other(reader):
    found = rows(reader, "no-or-abstained", vote_key="xb-1-1")
    assert [(row["vote_key"], row["person"]) for row in found] == [("xb-1-1", "Member 012")]


def test_ballots_unlike_the_majority_of_the_faction_are_found(reader):
    found = rows(reader, "against-the-majority-of-the-faction")
    assert [(row["person"], row["option"], row["option_of_most"], row["most"]) for row in found] == [
        ("Member 005", "no", "yes", "4 of 5"),
        ("Member 006", "yes", "abstain", "2 of 3"),
    ]


def test_a_vote_that_is_not_final_can_be_compared_by_its_key(reader):
    assert rows(reader, "against-the-majority-of-the-faction", vote_key="xa-1-2") == []
    named = rows(reader, "against-the-majority-of-the-faction", vote_key="xa-1-1")
    assert {row["vote_key"] for row in named} == {"xa-1-1"}


def test_a_partial_vote_is_never_compared_with_the_majority(reader):
    assert rows(reader, "against-the-majority-of-the-faction", vote_key="xb-1-1") == []


def test_absent_and_not_voting_are_told_apart(reader):
    found = [
        (row["faction"], row["option"], row["basis"], row["members"])
        for row in rows(reader, "absent-or-not-voting")
    ]
    assert found == [
        ("Green", "present_not_voting", "derived", 1),
        ("Red", "absent", "stated", 1),
        ("Red", "absent_excused", "stated", 1),
    ]


def test_freshness_names_a_source_that_never_answered(reader):
    last = {row["source"]: row["last_answer"] for row in rows(reader, "freshness")}
    assert last == {"xb-api": None, "xa-api": "2025-03-02T04:00:10.000+00:00"}


def test_discrepancies_keep_both_figures(reader):
    found = {
        (row["vote_key"], row["field"], row["official_value"], row["other_value"])
        for row in rows(reader, "discrepancies-by-vote")
    }
    assert found == {("xa-1-1", "yes", 5, 6), ("xa-1-2", "no", 3, 2)}


def test_corrections_keep_both_values(reader):
    changed = [(row["old_value"], row["new_value"]) for row in rows(reader, "what-sources-changed")]
    assert ("Aye (Blue)", "Nay (Blue)") in changed
