import json
import sys
from pathlib import Path

import pytest
from export_tools import HARD_TEXT
from jsonschema import Draft202012Validator, FormatChecker

sys.path.append(str(Path(__file__).parent))

from popolo_schemas import SCHEMAS


@pytest.fixture(scope="module")
def popolo(exported):
    """The objects of every class, vote events from the files of all terms."""
    room = exported / "popolo"
    found = {
        name: json.loads((room / f"{name}.json").read_bytes()) for name in SCHEMAS if name != "vote_events"
    }
    files = sorted((room / "vote_events").rglob("*.json"))
    return found | {"vote_events": [event for file in files for event in json.loads(file.read_bytes())]}


def by_id(objects):
    return {found["id"]: found for found in objects}


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_object_is_valid(popolo, name):
    validator = Draft202012Validator(SCHEMAS[name], format_checker=FormatChecker())
    assert popolo[name]
    assert not [
        f"{found['id']}: {error.message}" for found in popolo[name] for error in validator.iter_errors(found)
    ]


@pytest.mark.parametrize(
    ("name", "table"),
    [
        ("persons", "persons"),
        ("motions", "votes"),
        ("vote_events", "votes"),
        ("speeches", "speeches"),
        ("memberships", "memberships"),
    ],
)
def test_every_row_becomes_an_object(popolo, stored, name, table):
    assert len(popolo[name]) == len(by_id(popolo[name])) == len(stored[table][1])


def test_ids_lead_to_objects(popolo):
    organizations, persons, events, motions = (
        by_id(popolo[name]) for name in ("organizations", "persons", "events", "motions")
    )
    for vote in popolo["vote_events"]:
        assert vote["organization_id"] in organizations
        assert vote["legislative_session_id"] in events
        assert vote["motion_id"] in motions
        assert all(ballot["voter_id"] in persons for ballot in vote.get("votes", ()))
    assert {found["on_behalf_of_id"] for found in popolo["memberships"]} <= set(organizations)
    assert {found["event_id"] for found in popolo["speeches"]} <= set(events)


def test_a_vote_carries_its_declared_tally_and_its_ballots(popolo):
    vote = by_id(popolo["vote_events"])["xa-1-1"]
    assert (vote["result"], vote["start_date"]) == ("pass", "2025-03-01T23:30:00.000+00:00")
    assert {"option": "yes", "value": 5} in vote["counts"]
    assert [count["option"] for count in vote["counts"]] == ["yes", "no", "abstain", "absent"]
    assert len(vote["votes"]) == 12


def test_options_have_popolos_names_beside_the_words_of_the_source(popolo):
    found = {
        (ballot["option"], ballot["label"]) for ballot in by_id(popolo["vote_events"])["xa-1-1"]["votes"]
    }
    assert {("not voting", "Silent"), ("absent", "Away"), ("absent", "Away with leave")} <= found


def test_a_vote_without_ballots_has_none_rather_than_an_empty_list(popolo):
    votes = by_id(popolo["vote_events"])
    for key in ("xb-1-2", "xb-1-3", "xb-1-4", "xb-1-5"):
        assert "votes" not in votes[key], key
    assert votes["xb-1-3"]["counts"] == []
    assert votes["xb-1-4"]["ballots_status"] == "secret"


def test_a_member_without_a_faction_votes_for_none(popolo):
    ballots = by_id(popolo["vote_events"])["xa-1-1"]["votes"]
    (first,) = [ballot for ballot in ballots if ballot["voter_id"] == "member-001"]
    assert "group_id" not in first
    assert all("group_id" in ballot for ballot in ballots if ballot is not first)


def test_a_withdrawn_ballot_is_no_vote(popolo):
    assert len(by_id(popolo["vote_events"])["xa-1-2"]["votes"]) == 3


def test_speeches_keep_their_text(popolo):
    assert by_id(popolo["speeches"])["xa-turn-1"]["text"] == HARD_TEXT


def test_factions_belong_to_their_chamber(popolo):
    factions = [found for found in popolo["organizations"] if found["classification"] == "faction"]
    chambers = {found["id"] for found in popolo["organizations"] if found["classification"] == "chamber"}
    assert {found["parent_id"] for found in factions} <= chambers
