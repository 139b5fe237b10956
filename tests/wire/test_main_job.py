"""The main job on real input: the recorded answers through the command and the real spiders."""

import json
import sqlite3
from collections import Counter

import pytest
from click.testing import CliRunner
from recorded import REASON, WIRE, recordings

from scrapers.cli import main

pytestmark = pytest.mark.skipif(not WIRE.is_dir(), reason=REASON)

VOTES = (
    [r for r in recordings("pl", "fi") if r.what == "vote" and r.url and "/api/v1/tables" not in r.url]
    if (WIRE.is_dir())
    else []
)
SEJM_VOTE = "https://api.sejm.gov.pl/sejm/term10/votings/37/66"


def parse(file, url):
    return CliRunner().invoke(main, ["parse", str(file), "--url", url])


def records(result, kind):
    found = map(json.loads, result.stdout.splitlines())
    return [record for record in found if record["record"] == kind]


@pytest.mark.parametrize("recording", VOTES, ids=lambda recording: recording.file.stem)
def test_every_recorded_vote_is_parsed_with_ballots_that_add_up(recording):
    result = parse(recording.file, recording.url)
    assert result.exit_code == 0, result.output
    (vote,) = records(result, "Vote")
    cast = Counter(ballot["option"] for ballot in vote["ballots"])
    declared = {option: figure for option, figure in vote["declared"].items() if figure is not None}
    assert declared
    assert {option: cast[option] for option in declared} == declared


def test_there_are_recorded_votes_of_both_parliaments():
    assert Counter(recording.country for recording in VOTES) == {"pl": 22, "fi": 1}


def spoiled(change):
    answer = json.loads((WIRE / "pl/sejm/voting-10-37-66.json").read_bytes())
    change(answer["votes"])
    return json.dumps(answer).encode()


def maybe(ballots):
    ballots[17]["vote"] = "MAYBE"


SPOILED = {
    "a label changed to MAYBE": (lambda: spoiled(maybe), "$.votes"),
    "one ballot removed": (lambda: spoiled(lambda ballots: ballots.pop()), "votes"),
    "cut in half": (lambda: (WIRE / "pl/sejm/voting-10-37-66.json").read_bytes()[:22_000], "body"),
    "replaced by an HTML page": (lambda: b"<html><title>Request Rejected</title></html>", "body"),
}


@pytest.mark.parametrize("fault", SPOILED)
def test_a_spoiled_answer_names_the_element_and_the_response(fault, tmp_path):
    body, element = SPOILED[fault]
    file = tmp_path / "answer.json"
    file.write_bytes(body())
    result = parse(file, SEJM_VOTE)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert SEJM_VOTE in result.stderr
    assert element in result.stderr


@pytest.fixture(scope="module")
def real(recorded_database):
    with sqlite3.connect(recorded_database) as db:
        yield db


@pytest.mark.parametrize(
    ("what", "sql", "expected"),
    [
        ("Sejm votes", "SELECT count(*) FROM votes WHERE chamber = 'pl-sejm' AND origin = 'live'", 22),
        (
            "Sejm ballots",
            "SELECT count(*) FROM ballots WHERE chamber = 'pl-sejm' AND origin = 'live'",
            sum(len(json.loads(r.read())["votes"]) for r in VOTES if r.country == "pl"),
        ),
        ("Eduskunta votes", "SELECT count(*) FROM votes WHERE key = 'fi-eduskunta-2023-71-7'", 1),
        (
            "Eduskunta ballots",
            "SELECT count(*) FROM ballots WHERE vote_key = 'fi-eduskunta-2023-71-7'",
            199,
        ),
        ("members", "SELECT count(*) FROM persons WHERE key LIKE 'pl-sejm-10-%' AND is_stated", 498),
        ("clubs", "SELECT count(*) FROM factions WHERE chamber = 'pl-sejm' AND is_stated", 11),
        (
            "bills",
            (
                "SELECT count(*) FROM bills WHERE is_stated AND key IN"
                " ('pl-sejm-10-219', 'pl-sejm-10-1962', 'fi-eduskunta-he-74-2023')"
            ),
            3,
        ),
        ("quarantined", "SELECT count(*) FROM responses WHERE state = 'quarantined'", 0),
        ("broken references", "SELECT count(*) FROM pragma_foreign_key_check", 0),
        ("discrepancies", "SELECT count(*) FROM discrepancies WHERE origin <> 'dossier'", 0),
        (
            "votes of sitting 37 to expect",
            "SELECT expected FROM coverage WHERE subject_key = 'pl-sejm-10-37'",
            81,
        ),
    ],
)
def test_the_real_spiders_store_all_that_was_recorded(real, what, sql, expected):
    assert real.execute(sql).fetchone()[0] == expected, what
